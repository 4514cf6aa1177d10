"""Nilai yang ditawarkan pelengkapan shell: kode temuan, indikator, dan tahun."""

from __future__ import annotations

from indeksinovasi.alur.galat import GalatPemakaian
from indeksinovasi.alur.metode import metode_tahun
from indeksinovasi.berkas.metode import tahun_tersedia
from indeksinovasi.inti.katalog import KATALOG, KELUARGA


def kode_dan_keluarga() -> list[str]:
    """Keluarga kode temuan, lalu setiap kodenya."""
    return [*KELUARGA, *KATALOG]


def semua_tahun() -> list[str]:
    """Tahun yang punya berkas metode, terbaru dahulu."""
    return [str(satu) for satu in reversed(tahun_tersedia())]


def semua_indikator() -> list[str]:
    """Kode indikator tahun terbaru, menurut tabelnya."""
    try:
        metode = metode_tahun(max(tahun_tersedia())).metode
    except GalatPemakaian:
        return []
    return [satu.kode for satu in metode.indikator]
