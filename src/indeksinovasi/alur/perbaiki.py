"""Kasus guna ``validasi --perbaiki``: perbaikan aman diterapkan sampai habis, lalu berkasnya ditulis.

Semuanya dikerjakan dalam ingatan dahulu; tiap putaran memeriksa ulang daerahnya dengan isi yang baru. Sebuah
berkas ditulis utuh, dan hanya bila masih sama seperti saat dibaca.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from indeksinovasi.alur.validasi import PekerjaanValidasi
from indeksinovasi.alur.validasi_daerah import HasilValidasi, validasi_satu
from indeksinovasi.berkas.buka import dengan_isi
from indeksinovasi.berkas.perbaikan import terapkan_perbaikan
from indeksinovasi.berkas.pindai import FolderDaerah
from indeksinovasi.berkas.suntingan import Naskah, SuntinganDitolak, baca_naskah, bita_baru, simpan_naskah
from indeksinovasi.berkas.tulis import sebab_tulis
from indeksinovasi.inti.katalog import buat_temuan
from indeksinovasi.inti.model.temuan import Masalah, Temuan
from indeksinovasi.inti.periksa import KODE_ANTARDAERAH

_PUTARAN_TERBANYAK = 50
Saring = Callable[[HasilValidasi], HasilValidasi]
"""Penyaring temuan sebuah hasil pemeriksaan."""


class BerkasDiperbaiki(NamedTuple):
    """Satu berkas sebelum dan sesudah *banyak* perbaikan; ``depan``: tanda urutan bita bila ada, yang tidak
    termasuk teksnya.
    """

    nama: str
    lama: str
    baru: str
    banyak: int
    depan: str = ""


class HasilPerbaikan(NamedTuple):
    """Satu daerah: hasil pemeriksaan sesudahnya, dan berkas yang diperbaiki."""

    hasil: HasilValidasi
    berkas: tuple[BerkasDiperbaiki, ...]


def jalankan_perbaikan(
    kerja: PekerjaanValidasi, semula: Iterable[HasilValidasi], saring: Saring, *, tulis: bool
) -> Iterator[HasilPerbaikan]:
    """Hasil tiap daerah menurut urutan hasil *semula*; pemeriksaan ulangnya juga disaring.

    Tanpa *tulis* tidak ada yang ditulis, dan temuannya yang semula.
    """
    menurut_folder = {folder.jalur: folder for folder in kerja.daerah}
    for hasil in semula:

        def periksa(folder: FolderDaerah = menurut_folder[hasil.folder]) -> HasilValidasi:
            return saring(validasi_satu(folder, kerja.rencana))

        satu = _perbaiki_daerah(periksa, hasil, tulis=tulis)
        antardaerah = {satu for satu in hasil.temuan if satu.kode in KODE_ANTARDAERAH}
        temuan = tuple(sorted(antardaerah | set(satu.hasil.temuan)))
        yield satu._replace(hasil=satu.hasil._replace(temuan=temuan))


def _perbaiki_daerah(
    periksa: Callable[[], HasilValidasi], semula: HasilValidasi, *, tulis: bool
) -> HasilPerbaikan:
    naskah: dict[Path, Naskah] = {}
    diperbaiki: dict[Path, BerkasDiperbaiki] = {}
    hasil = semula
    for _ in range(_PUTARAN_TERBANYAK):
        # Letak tiap perbaikan menurut bacaan pemeriksanya; berkasnya mungkin berubah sesudah itu, jadi yang
        # baru dibaca di sini diperiksa lagi sebelum disunting.
        if not _baca_naskah(hasil, naskah) and not _satu_putaran(hasil, naskah, diperbaiki):
            break
        with dengan_isi(_isi_baru(naskah, diperbaiki)):
            hasil = periksa()
    if not diperbaiki or not tulis:
        return HasilPerbaikan(semula, tuple(diperbaiki.values()))
    tertulis: list[BerkasDiperbaiki] = []
    gagal: list[Temuan] = []
    milik = {satu.jalur: satu for satu in naskah.values()}
    for jalur, satu in diperbaiki.items():
        if sebab := _tulis(milik[jalur], satu):
            gagal.append(sebab)
        else:
            tertulis.append(satu)
    if gagal:
        hasil = periksa()
        hasil = hasil._replace(temuan=tuple(sorted((*hasil.temuan, *gagal))))
    return HasilPerbaikan(hasil, tuple(tertulis))


def _isi_baru(naskah: dict[Path, Naskah], diperbaiki: dict[Path, BerkasDiperbaiki]) -> dict[Path, bytes]:
    """Isi baru menurut jalur pembacanya: sebuah berkas dan tautan kepadanya sama isinya."""
    return {
        jalur: bita_baru(satu, diperbaiki[satu.jalur].baru) if satu.jalur in diperbaiki else satu.bita
        for jalur, satu in naskah.items()
    }


def _baca_naskah(hasil: HasilValidasi, naskah: dict[Path, Naskah]) -> bool:
    """Baca berkas yang dapat diperbaiki dan belum dibaca; ``False`` bila tidak ada lagi."""
    banyak = len(naskah)
    for _, jalur in hasil.dapat_diperbaiki:
        if jalur not in naskah:
            with suppress(OSError, SuntinganDitolak):
                naskah[jalur] = baca_naskah(jalur)
    return len(naskah) > banyak


def _satu_putaran(
    hasil: HasilValidasi, naskah: dict[Path, Naskah], diperbaiki: dict[Path, BerkasDiperbaiki]
) -> bool:
    """Terapkan perbaikan aman setiap berkas; ``False`` bila tidak ada yang berubah.

    *naskah* menurut jalur di data, *diperbaiki* menurut berkas yang ditunjuknya: tautan di dalam data
    diperbaiki lewat berkasnya, sekali.
    """
    berubah = False
    sudah: set[Path] = set()
    for nama, jalur in hasil.dapat_diperbaiki:
        milik = naskah.get(jalur)
        if milik is None or milik.jalur in sudah:
            continue
        berkas = milik.jalur
        sudah.add(berkas)
        lama = diperbaiki.get(berkas) or _belum(nama, milik)
        aman = [satu.perbaikan for satu in hasil.temuan if satu.berkas == nama and satu.perbaikan.aman]
        baru, banyak = terapkan_perbaikan(lama.baru, aman)
        if baru != lama.baru:
            diperbaiki[berkas] = lama._replace(baru=baru, banyak=lama.banyak + banyak)
            berubah = True
    return berubah


def _belum(nama: str, naskah: Naskah) -> BerkasDiperbaiki:
    depan = bita_baru(naskah, "").decode("utf-8")
    return BerkasDiperbaiki(nama, naskah.teks, naskah.teks, 0, depan)


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
