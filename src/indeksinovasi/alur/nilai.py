"""Kasus guna ``nilai``: menemukan daerah, membaca satu tahun, dan menilainya satu daerah demi satu daerah."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from indeksinovasi.alur.galat import GalatPemakaian
from indeksinovasi.alur.metode import peraturan_untuk
from indeksinovasi.alur.paralel import olah_semua, perkiraan_berkas
from indeksinovasi.berkas.baca import sebab_os
from indeksinovasi.berkas.muat import Kamus, baca_daerah, baca_tahun, susun_kamus
from indeksinovasi.berkas.pindai import (
    FolderDaerah,
    FolderTahun,
    Sasaran,
    ada_isi,
    cari_daerah,
    kenali,
    pindai_tahun,
)
from indeksinovasi.inti.hitung.nilai import Opsi, Peraturan, nilai_daerah
from indeksinovasi.inti.model.hasil import Hasil
from indeksinovasi.inti.model.temuan import Temuan

T = TypeVar("T")


_DILEWATI = ("BRK011", "BRK012", "BRK013")
"""Peringatan tentang berkas yang tidak dibaca: tanpa disebut, indeks turun tanpa sebab yang terlihat."""


class Permintaan(NamedTuple):
    """Permintaan penilaian; ``tahun`` ``None`` berarti tahun terbaru dalam data."""

    data: Path
    tahun: int | None = None
    metode: str | None = None
    opsi: Opsi = Opsi()


class Pekerjaan(NamedTuple):
    """Rencana penilaian: tahun, peraturan, dan daerah yang akan dinilai. ``tanpa_tahun``: jalur daerah yang
    tidak punya tahun itu.
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
    temuan: tuple[Temuan, ...] = ()


class Potongan(NamedTuple, Generic[T]):
    """Hasil olahan satu daerah, temuannya, dan apakah ada berkas yang ditinggalkan."""

    isi: T
    temuan: tuple[Temuan, ...]
    ditinggalkan: bool


def rencanakan(permintaan: Permintaan) -> Pekerjaan:
    """Temukan daerah dan tahun; ``GalatPemakaian`` bila tidak ada yang dapat dinilai."""
    sasaran, semua = temukan(permintaan.data)
    if sasaran.berkas and sasaran.tahun is None:
        raise _bukan_catatan(sasaran.berkas)
    temuan = tuple(t for folder in semua for t in folder.temuan if t.tingkat == "galat")
    terbaca = [folder for folder in semua if folder.tahun]
    tahun = sasaran.tahun if permintaan.tahun is None else permintaan.tahun
    if tahun is None:
        tahun = _tahun_terbaru(terbaca)
    if tahun is None:
        raise _tidak_ada(permintaan.data, semua)
    ada = [folder for folder in terbaca if ada_isi(folder, tahun)]
    if not ada:
        raise _tanpa_tahun(tahun, terbaca, permintaan.data, semua)
    try:
        peraturan = peraturan_untuk(tahun, permintaan.metode)
    except GalatPemakaian as galat:
        if permintaan.metode is None and not galat.temuan:
            galat.petunjuk += " Pilih tahun data lain dengan --tahun, atau metode lain dengan --metode."
        raise
    milik = set(map(id, ada))
    return Pekerjaan(
        tahun=tahun,
        tahun_dipilih=permintaan.tahun is None and sasaran.tahun is None,
        peraturan=peraturan,
        kamus=susun_kamus(peraturan.asal, peraturan.metode),
        opsi=permintaan.opsi,
        daerah=tuple(ada),
        tanpa_tahun=tuple(folder.nama or folder.jalur.name for folder in semua if id(folder) not in milik),
        sasaran=sasaran,
        berkas=perkiraan_berkas(ada, tahun),
        temuan=temuan,
    )


def temukan(data: Path, awalan: str = "") -> tuple[Sasaran, list[FolderDaerah]]:
    """Daerah-daerah yang ditunjuk *data*: satu daerah, pohon daerah, tahun, OPD, atau satu berkas.

    *awalan* mendahului jalur untuk manusia bila *data* perlu dicari isinya.
    """
    if not data.exists():
        raise GalatPemakaian(f"{data} tidak ada.", "Periksa penulisan jalurnya.")
    sasaran = kenali(data)
    if sasaran.daerah:
        return sasaran, [sasaran.daerah]
    if sasaran.berkas:
        raise GalatPemakaian(
            f"{data} tidak berada di dalam folder daerah.",
            "Simpan di <daerah>/<tahun>/<opd>/, dengan daerah.yaml di folder daerah.",
        )
    try:
        semua = list(cari_daerah(data, awalan))
    except OSError as galat:
        raise GalatPemakaian(
            f"{data} tidak dapat dibuka: {sebab_os(galat)}.", "Periksa izin foldernya."
        ) from None
    if not semua:
        raise GalatPemakaian(
            f"Tidak ada daerah.yaml di {data}.", "Tunjuk folder daerah, atau buat daerah.yaml di dalamnya."
        )
    return sasaran, semua


def _tahun_terbaru(semua: list[FolderDaerah]) -> int | None:
    terbaru: int | None = None
    for folder in semua:
        for tahun in sorted(folder.tahun, reverse=True):
            if terbaru is not None and tahun <= terbaru:
                break
            if ada_isi(folder, tahun):
                terbaru = tahun
                break
    return terbaru


def _tidak_ada(data: Path, semua: list[FolderDaerah]) -> GalatPemakaian:
    if any(folder.hasil_resmi for folder in semua):
        return GalatPemakaian(
            f"{data} hanya memuat hasil resmi, belum ada catatan inovasi.",
            f"Bandingkan hasil resminya dengan `indeks banding {data} TAHUN TAHUN`.",
        )
    return GalatPemakaian(
        f"Tidak ada catatan inovasi di {data}.", "Simpan catatan di <tahun>/<opd>/<nama>.yaml."
    )


def _tanpa_tahun(
    tahun: int, terbaca: list[FolderDaerah], data: Path, semua: list[FolderDaerah]
) -> GalatPemakaian:
    ada = sorted({satu for folder in terbaca for satu in folder.tahun if ada_isi(folder, satu)})
    if not ada:
        return _tidak_ada(data, semua)
    return GalatPemakaian(
        f"Tidak ada catatan tahun {tahun} di {data}.", f"Tahun yang ada: {', '.join(map(str, ada))}."
    )


def nilai_satu(folder: FolderDaerah, kerja: Pekerjaan) -> tuple[Hasil, tuple[Temuan, ...], bool]:
    """Baca dan nilai satu daerah; kembalikan hasil, temuan, dan apakah ada berkas yang ditinggalkan."""
    daerah, temuan = baca_daerah(folder)
    tahun = pindai_tahun(folder, kerja.tahun)
    termuat = baca_tahun(folder, tahun, daerah, kerja.kamus, _hanya(kerja.sasaran, tahun))
    hasil = nilai_daerah(termuat.bahan._replace(lingkup=kerja.sasaran.lingkup), kerja.peraturan, kerja.opsi)
    semua = sorted((*temuan, *termuat.temuan))
    tampil = tuple(t for t in semua if t.tingkat == "galat" or t.kode in _DILEWATI)
    return hasil, tampil, any(t.tingkat == "galat" for t in semua)


def _hanya(sasaran: Sasaran, tahun: FolderTahun) -> frozenset[Path] | None:
    if sasaran.berkas:
        milik = frozenset(s for isi in tahun.opd.values() for s in isi if s.resolve() == sasaran.berkas)
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


def jalankan(kerja: Pekerjaan, olah: Callable[[Hasil], T]) -> Iterator[Potongan[T]]:
    """Nilai tiap daerah menurut urutan dan olah hasilnya; banyak daerah dikerjakan beberapa proses."""
    return olah_semua(_potong, (kerja, olah), kerja.daerah, kerja.berkas)


def _potong(folder: FolderDaerah, konteks: tuple[Pekerjaan, Callable[[Hasil], T]]) -> Potongan[T]:
    kerja, olah = konteks
    hasil, temuan, ditinggalkan = nilai_satu(folder, kerja)
    return Potongan(olah(hasil), temuan, ditinggalkan)
