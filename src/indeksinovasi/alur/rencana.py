"""Kasus guna ``rencana``: membaca satu daerah pada satu tahun, dan mengandaikan ubahan padanya."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

from indeksinovasi.alur.data import ada_galat, pastikan_satu, temukan_daerah
from indeksinovasi.alur.galat import GalatPemakaian
from indeksinovasi.alur.nilai import Permintaan, muat_satu, rencanakan
from indeksinovasi.berkas.baca import baca
from indeksinovasi.berkas.muat import muat_model, temuan_dari
from indeksinovasi.inti.ejaan import deretan
from indeksinovasi.inti.hitung.ikhtisar import alasan_tanpa_indeks
from indeksinovasi.inti.hitung.nilai import nilai_daerah
from indeksinovasi.inti.model.dasar import Model
from indeksinovasi.inti.model.rencana import Skenario
from indeksinovasi.inti.model.temuan import Masalah, Temuan
from indeksinovasi.inti.rencana.andai import HasilAndai, andaikan
from indeksinovasi.inti.rencana.keadaan import Keadaan, keadaan_awal, terapkan_ubahan
from indeksinovasi.inti.rencana.susun import GalatSusun, HasilSusun, PermintaanSusun, susun_kiriman
from indeksinovasi.inti.rencana.ubahan import GalatUbahan, Ubahan, baca_ubahan

_M = TypeVar("_M", bound=Model)


class BahanRencana(NamedTuple):
    """Keadaan yang akan direncanakan, temuan berkas yang ditinggalkan, dan keterangan pemilihan tahunnya."""

    keadaan: Keadaan
    temuan: tuple[Temuan, ...]
    ditinggalkan: bool
    tahun_dipilih: bool
    tanpa_metode: tuple[int, ...]


def baca_bahan_rencana(permintaan: Permintaan) -> BahanRencana:
    """Baca dan nilai daerah yang ditunjuk; ``GalatPemakaian`` bila bukan tepat satu daerah."""
    data = permintaan.data
    _, semua = temukan_daerah(data)
    pastikan_satu(data, semua)
    kerja = rencanakan(permintaan)
    satu = muat_satu(kerja.daerah[0], kerja)
    hasil = nilai_daerah(satu.isi, kerja.peraturan, kerja.opsi)
    return BahanRencana(
        keadaan=keadaan_awal(satu.isi, kerja.peraturan, kerja.opsi, hasil),
        temuan=tuple(sorted({*kerja.temuan, *satu.temuan})),
        ditinggalkan=satu.ditinggalkan or ada_galat(kerja.temuan),
        tahun_dipilih=kerja.tahun_dipilih,
        tanpa_metode=kerja.tanpa_metode,
    )


def pastikan_terhitung(keadaan: Keadaan) -> None:
    """``GalatPemakaian`` bila indeks daerah itu tidak dapat dihitung, apa pun yang dikirim."""
    masukan = keadaan.posisi.masukan
    banyak = masukan._replace(terhitung=1) if not masukan.terhitung else masukan
    if keadaan.posisi._replace(masukan=banyak).nilai is None:
        raise GalatPemakaian(alasan_tanpa_indeks(keadaan.hasil), "Rencana memerlukan indeks yang terhitung.")


def andaikan_berkas(
    bahan: BahanRencana, ubah: Sequence[str], skenario: Path | None
) -> tuple[Sequence[Ubahan], HasilAndai]:
    """Terapkan ubahan berkas *skenario*, lalu *ubah*; ``GalatPemakaian`` bila salah satunya tidak mungkin."""
    keadaan = bahan.keadaan
    dari_berkas: tuple[str, ...] = ()
    if skenario is not None:
        isi = baca_berkas_rencana(skenario, Skenario, "Skenario", lambda satu: _periksa(satu, keadaan))
        dari_berkas = isi.ubah
    if not dari_berkas and not ubah:
        raise GalatPemakaian("Belum ada ubahan.", 'Sebut dengan --ubah "…" atau --skenario BERKAS.')
    try:
        semua = [baca_ubahan(satu) for satu in (*dari_berkas, *ubah)]
        return semua, andaikan(keadaan, semua)
    except GalatUbahan as galat:
        raise GalatPemakaian(galat.pesan, galat.petunjuk) from None


def susun_berkas(bahan: BahanRencana, permintaan: PermintaanSusun) -> HasilSusun:
    """Susunan kiriman terbaik; ``GalatPemakaian`` bila permintaannya tidak dapat dipenuhi."""
    pastikan_terhitung(bahan.keadaan)
    try:
        return susun_kiriman(bahan.keadaan, permintaan)
    except GalatSusun as galat:
        raise GalatPemakaian(galat.pesan, galat.petunjuk) from None


def _periksa(skenario: Skenario, keadaan: Keadaan) -> list[Masalah]:
    masalah = []
    for urutan, teks in enumerate(skenario.ubah):
        try:
            keadaan = terapkan_ubahan(keadaan, baca_ubahan(teks))
        except GalatUbahan as galat:
            masalah.append(Masalah("SKR640", ("ubah", urutan), galat.pesan.rstrip("."), galat.petunjuk))
    return masalah


def baca_berkas_rencana(
    jalur: Path, model: type[_M], sebutan: str, periksa: Callable[[_M], Sequence[Masalah]]
) -> _M:
    """Isi berkas *jalur* menurut *model*; ``GalatPemakaian`` dengan temuan berposisi bila ada yang salah."""
    dokumen = baca(jalur, jalur.as_posix())
    temuan = dokumen.temuan
    isi = None
    if not temuan:
        isi, masalah = muat_model(dokumen, model)
        temuan = temuan_dari(dokumen, masalah if isi is None else periksa(isi))
    if isi is None or temuan:
        kode = deretan(sorted({satu.kode for satu in temuan}))
        raise GalatPemakaian(
            f"{sebutan} {jalur} tidak dapat dipakai ({kode}).", "Perbaiki menurut temuan.", temuan
        )
    return isi
