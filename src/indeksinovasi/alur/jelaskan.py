"""Kasus guna ``jelaskan``: kode temuan, atau indikator pada satu tahun."""

from __future__ import annotations

import re

from indeksinovasi.alur.galat import GalatPemakaian
from indeksinovasi.alur.metode import metode_tahun
from indeksinovasi.berkas.metode import tahun_tersedia
from indeksinovasi.inti.katalog.jenis import EntriKatalog
from indeksinovasi.inti.metode.jelaskan import (
    ISIAN_BERPILIHAN,
    PenjelasanIndikator,
    PenjelasanKeluarga,
    PenjelasanPilihan,
    cari_indikator,
    cari_kode,
    jelaskan_indikator,
    usul,
)
from indeksinovasi.inti.model.metode import Metode

_KODE = re.compile(r"[A-Za-z]{3}\d+", re.ASCII)
Penjelasan = EntriKatalog | PenjelasanKeluarga | PenjelasanIndikator | PenjelasanPilihan


def jelaskan(kata: str, tahun: int | None = None) -> Penjelasan:
    """Penjelasan *kata*: kode atau keluarga kode, isian berpilihan, atau indikator (kode, nomor, atau nama).

    Tanpa *tahun*, indikator dijelaskan menurut tahun terbaru yang memuatnya. ``GalatPemakaian`` bila tiada.
    """
    if entri := cari_kode(kata):
        return entri
    if kata.strip().casefold() in ISIAN_BERPILIHAN:
        return PenjelasanPilihan(kata.strip().casefold())
    semua = tuple(metode_tahun(satu).metode for satu in tahun_tersedia())
    calon = semua[::-1] if tahun is None else (metode_tahun(tahun).metode,)
    for metode in calon:
        if indikator := cari_indikator(kata, metode, semua):
            return jelaskan_indikator(indikator.kode, metode, semua)
    raise _tidak_ada(kata, tahun, semua)


def _tidak_ada(kata: str, tahun: int | None, semua: tuple[Metode, ...]) -> GalatPemakaian:
    ada = [str(metode.tahun) for metode in semua if cari_indikator(kata, metode)]
    if tahun is not None and ada:
        return GalatPemakaian(
            f'Tahun {tahun} tidak memuat indikator "{kata}".', f"Indikator itu ada pada {', '.join(ada)}."
        )
    maksud = usul(kata, semua)
    petunjuk = "Lihat kode indikator dengan `indeks metode tunjuk TAHUN`."
    if maksud:
        petunjuk = f'Mungkin maksud Anda "{maksud}".'
    elif _KODE.fullmatch(kata.strip()) and cari_kode(keluarga := kata.strip()[:3].upper()):
        petunjuk = f"Lihat kode yang ada dengan `indeks jelaskan {keluarga}`."
    return GalatPemakaian(f'"{kata}" bukan kode temuan dan bukan indikator.', petunjuk)
