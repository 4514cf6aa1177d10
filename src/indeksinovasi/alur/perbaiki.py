"""Kasus guna ``validasi --perbaiki``: perbaikan aman diterapkan sampai habis, lalu berkasnya ditulis.

Semuanya dikerjakan dalam ingatan dahulu; tiap putaran memeriksa ulang daerahnya dengan isi yang baru. Sebuah
berkas ditulis utuh, dan hanya bila masih sama seperti saat dibaca.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from indeksinovasi.alur.paralel import olah_semua
from indeksinovasi.alur.validasi import PekerjaanValidasi, periksa_kode_ganda
from indeksinovasi.alur.validasi_daerah import HasilValidasi, Rencana, validasi_satu
from indeksinovasi.berkas.buka import dengan_isi
from indeksinovasi.berkas.perbaikan import terapkan_perbaikan
from indeksinovasi.berkas.pindai import FolderDaerah
from indeksinovasi.berkas.suntingan import Naskah, SuntinganDitolak, baca_naskah, bita_baru, simpan_naskah
from indeksinovasi.berkas.tulis import sebab_tulis
from indeksinovasi.inti.katalog import buat_temuan
from indeksinovasi.inti.model.temuan import Masalah, Temuan

_PUTARAN_TERBANYAK = 50


class BerkasDiperbaiki(NamedTuple):
    """Satu berkas sebelum dan sesudah *banyak* perbaikan; teksnya tanpa tanda urutan bita."""

    nama: str
    lama: str
    baru: str
    banyak: int


class HasilPerbaikan(NamedTuple):
    """Satu daerah: hasil pemeriksaan sesudahnya, dan berkas yang diperbaiki."""

    hasil: HasilValidasi
    berkas: tuple[BerkasDiperbaiki, ...]


def jalankan_perbaikan(kerja: PekerjaanValidasi, *, tulis: bool) -> Iterator[HasilPerbaikan]:
    """Hasil tiap daerah menurut urutan. Tanpa *tulis* tidak ada yang ditulis, dan temuannya yang semula."""
    menurut_folder = {folder.jalur: folder for folder in kerja.daerah}
    pemakai_kode: dict[str, str] = {}
    for hasil in olah_semua(validasi_satu, kerja.rencana, kerja.daerah, kerja.berkas):
        satu = _perbaiki_daerah(menurut_folder[hasil.folder], kerja.rencana, hasil, tulis=tulis)
        yield satu._replace(hasil=periksa_kode_ganda(satu.hasil, kerja.rencana, pemakai_kode))


def _perbaiki_daerah(
    folder: FolderDaerah, rencana: Rencana, semula: HasilValidasi, *, tulis: bool
) -> HasilPerbaikan:
    naskah: dict[Path, Naskah] = {}
    diperbaiki: dict[Path, BerkasDiperbaiki] = {}
    hasil = semula
    for _ in range(_PUTARAN_TERBANYAK):
        if not _satu_putaran(hasil, naskah, diperbaiki):
            break
        isi = {jalur: bita_baru(naskah[jalur], satu.baru) for jalur, satu in diperbaiki.items()}
        with dengan_isi(isi):
            hasil = validasi_satu(folder, rencana)
    if not diperbaiki or not tulis:
        return HasilPerbaikan(semula, tuple(diperbaiki.values()))
    semua_tulisan = [_tulis(naskah[jalur], satu) for jalur, satu in diperbaiki.items()]
    gagal = [satu for satu in semua_tulisan if satu]
    if not gagal:
        return HasilPerbaikan(hasil, tuple(diperbaiki.values()))
    tertahan = {satu.berkas for satu in gagal}
    hasil = validasi_satu(folder, rencana)
    hasil = hasil._replace(temuan=tuple(sorted((*hasil.temuan, *gagal))))
    return HasilPerbaikan(hasil, tuple(satu for satu in diperbaiki.values() if satu.nama not in tertahan))


def _satu_putaran(
    hasil: HasilValidasi, naskah: dict[Path, Naskah], diperbaiki: dict[Path, BerkasDiperbaiki]
) -> bool:
    """Terapkan perbaikan aman setiap berkas; ``False`` bila tidak ada yang berubah."""
    berubah = False
    for nama, jalur in hasil.dapat_diperbaiki:
        if jalur not in naskah:
            try:
                naskah[jalur] = baca_naskah(jalur)
            except (OSError, SuntinganDitolak):
                continue
        lama = diperbaiki.get(jalur) or BerkasDiperbaiki(nama, naskah[jalur].teks, naskah[jalur].teks, 0)
        aman = [satu.perbaikan for satu in hasil.temuan if satu.berkas == nama and satu.perbaikan.aman]
        baru, banyak = terapkan_perbaikan(lama.baru, aman)
        if baru != lama.baru:
            diperbaiki[jalur] = lama._replace(baru=baru, banyak=lama.banyak + banyak)
            berubah = True
    return berubah


def _tulis(naskah: Naskah, satu: BerkasDiperbaiki) -> Temuan | None:
    try:
        simpan_naskah(naskah, satu.baru)
    except OSError as galat:
        pesan = f"perbaikan tidak dapat ditulis: {sebab_tulis(galat)}"
        return _gagal(satu.nama, pesan, "Periksa izin tulis berkas dan foldernya, lalu ulangi.")
    except SuntinganDitolak:
        return _gagal(
            satu.nama, "perbaikan tidak ditulis: berkas berubah sejak dibaca", "Ulangi perintahnya."
        )
    return None


def _gagal(nama: str, pesan: str, petunjuk: str) -> Temuan:
    return buat_temuan(nama, 1, 1, Masalah("BRK001", (), pesan, petunjuk))
