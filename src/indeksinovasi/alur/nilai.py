"""Kasus guna ``nilai``: menemukan daerah, membaca satu tahun, dan menilainya satu daerah demi satu daerah."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from indeksinovasi.alur.data import ada_galat, perlu_disebut, pilih_tahun, tanpa_data, temuan_folder, temukan
from indeksinovasi.alur.galat import GalatPemakaian
from indeksinovasi.alur.metode import peraturan_untuk
from indeksinovasi.alur.paralel import olah_semua, perkiraan_berkas
from indeksinovasi.berkas.entri import nyata
from indeksinovasi.berkas.muat import Kamus, baca_daerah, baca_tahun, identitas, susun_kamus
from indeksinovasi.berkas.pindai import (
    FolderDaerah,
    FolderTahun,
    Sasaran,
    ada_isi,
    pindai_tahun,
)
from indeksinovasi.inti.hitung.nilai import Bahan, Opsi, Peraturan, nilai_daerah
from indeksinovasi.inti.model.hasil import Hasil
from indeksinovasi.inti.model.temuan import Temuan

T = TypeVar("T")


class Permintaan(NamedTuple):
    """Permintaan penilaian; ``tahun`` ``None`` berarti tahun terbaru dalam data."""

    data: Path
    tahun: int | None = None
    metode: str | None = None
    opsi: Opsi = Opsi()


class Pekerjaan(NamedTuple):
    """Rencana penilaian: tahun, peraturan, dan daerah yang akan dinilai.

    ``tanpa_tahun``: nama dan folder daerah yang tidak punya tahun itu. ``tanpa_metode``: tahun dalam data
    yang lebih baru tetapi dilewati karena belum punya berkas metode.
    """

    tahun: int
    tahun_dipilih: bool
    peraturan: Peraturan
    kamus: Kamus
    opsi: Opsi
    daerah: tuple[FolderDaerah, ...]
    tanpa_tahun: tuple[str, ...]
    sasaran: Sasaran
    berkas: int
    tanpa_metode: tuple[int, ...] = ()
    temuan: tuple[Temuan, ...] = ()


class HasilDaerah(NamedTuple, Generic[T]):
    """Hasil olahan satu daerah, temuannya, dan apakah ada berkas yang ditinggalkan."""

    isi: T
    temuan: tuple[Temuan, ...]
    ditinggalkan: bool


def rencanakan(permintaan: Permintaan) -> Pekerjaan:
    """Temukan daerah dan tahun; ``GalatPemakaian`` bila tidak ada yang dapat dinilai."""
    sasaran, semua = temukan(permintaan.data)
    if sasaran.berkas and sasaran.tahun is None:
        raise _bukan_catatan(sasaran.berkas)
    dipilih = pilih_tahun(semua, sasaran, permintaan.tahun, bermetode=permintaan.metode is None)
    tahun = dipilih.tahun
    ada = [] if tahun is None else [folder for folder in semua if ada_isi(folder, tahun)]
    if tahun is None or not ada:
        raise tanpa_data(permintaan.data, semua, tahun)
    peraturan = _peraturan(tahun, permintaan.metode)
    milik = set(map(id, ada))
    return Pekerjaan(
        tahun=tahun,
        tahun_dipilih=dipilih.otomatis,
        tanpa_metode=dipilih.tanpa_metode,
        peraturan=peraturan,
        kamus=susun_kamus(peraturan.asal, peraturan.metode),
        opsi=permintaan.opsi,
        daerah=tuple(ada),
        tanpa_tahun=tuple(_sebutan(folder) for folder in semua if id(folder) not in milik),
        sasaran=sasaran,
        berkas=perkiraan_berkas(ada, tahun),
        temuan=temuan_folder(semua),
    )


def _peraturan(tahun: int, metode: str | None) -> Peraturan:
    try:
        return peraturan_untuk(tahun, metode)
    except GalatPemakaian as galat:
        if metode is None and not galat.temuan:
            galat.petunjuk += " Pilih tahun data lain dengan --tahun, atau metode lain dengan --metode."
        raise


def _sebutan(folder: FolderDaerah) -> str:
    """Nama daerah beserta foldernya."""
    nama = identitas(folder, baca_daerah(folder)[0]).nama if folder.ada else folder.jalur.name
    return f"{nama} ({folder.nama})" if folder.nama not in ("", nama) else nama


def nilai_satu(folder: FolderDaerah, kerja: Pekerjaan) -> tuple[Hasil, tuple[Temuan, ...], bool]:
    """Baca dan nilai satu daerah; kembalikan hasil, temuan, dan apakah ada berkas yang ditinggalkan."""
    satu = muat_satu(folder, kerja)
    return nilai_daerah(satu.isi, kerja.peraturan, kerja.opsi), satu.temuan, satu.ditinggalkan


def muat_satu(folder: FolderDaerah, kerja: Pekerjaan) -> HasilDaerah[Bahan]:
    """Bahan penilaian satu daerah, dan temuan berkas yang ditinggalkan."""
    daerah, temuan = baca_daerah(folder)
    tahun = pindai_tahun(folder, kerja.tahun)
    termuat = baca_tahun(folder, tahun, daerah, kerja.kamus, _hanya(kerja.sasaran, tahun))
    semua = sorted((*temuan, *termuat.temuan))
    tampil = tuple(t for t in semua if perlu_disebut(t))
    bahan = termuat.bahan._replace(lingkup=kerja.sasaran.lingkup)
    return HasilDaerah(bahan, tampil, ada_galat(semua))


def _hanya(sasaran: Sasaran, tahun: FolderTahun) -> frozenset[Path] | None:
    if sasaran.berkas:
        milik = frozenset(s for isi in tahun.opd.values() for s in isi if nyata(s) == sasaran.berkas)
        if not milik:
            raise _bukan_catatan(sasaran.berkas)
        return milik
    if sasaran.opd:
        return frozenset(tahun.opd.get(sasaran.opd, ()))
    return None


def _bukan_catatan(berkas: Path) -> GalatPemakaian:
    return GalatPemakaian(
        f"{berkas.name} bukan catatan inovasi.", "Catatan berada di <tahun>/<opd>/<nama>.yaml."
    )


def jalankan_nilai(kerja: Pekerjaan, olah: Callable[[Hasil], T]) -> Iterator[HasilDaerah[T]]:
    """Nilai tiap daerah menurut urutan dan olah hasilnya; banyak daerah dikerjakan beberapa proses."""
    return olah_semua(_potong, (kerja, olah), kerja.daerah, kerja.berkas)


def _potong(folder: FolderDaerah, konteks: tuple[Pekerjaan, Callable[[Hasil], T]]) -> HasilDaerah[T]:
    kerja, olah = konteks
    hasil, temuan, ditinggalkan = nilai_satu(folder, kerja)
    return HasilDaerah(olah(hasil), temuan, ditinggalkan)
