"""Bahan gambar tren yang dipakai pita, garis, dan angkanya: tanda tiap tahun dan letaknya."""

from __future__ import annotations

from typing import NamedTuple

from indeksinovasi.inti.model.laporan import PitaTahun
from indeksinovasi.keluaran.grafik.kalimat import NAMA_TERBIT
from indeksinovasi.keluaran.grafik.skala import SkalaBagan
from indeksinovasi.keluaran.grafik.tren_judul import TandaTren

KIRI = 26.0
"""Tepi kiri bidang gambar."""


class GambarTren(NamedTuple):
    """Bahan gambar: tahun dari yang pertama, tanda menurut tahun, dan skala tegaknya."""

    tahun: range
    tanda: tuple[TandaTren, ...]
    pita: tuple[PitaTahun, ...]
    tegak: SkalaBagan
    lebar: float
    kanan: float
    sempit: bool

    def tengah(self, tahun: int) -> float:
        """Letak mendatar *tahun*."""
        return KIRI + (tahun - self.tahun[0] + 0.5) * self.lebar

    def milik(self, tahun: int) -> list[TandaTren]:
        """Tanda *tahun*, yang tertinggi lebih dahulu."""
        return sorted((t for t in self.tanda if t.tahun == tahun), key=lambda t: (-t.nilai, not t.utama))


def nama_deret(asal: str) -> str:
    """Nama deret pada bagan, menurut asal angkanya."""
    return NAMA_TERBIT.get(asal, asal)
