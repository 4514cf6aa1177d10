"""Pita predikat sebuah sumbu: rentang tiap predikat yang batasnya diketahui, warnanya, dan garisnya."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from indeksinovasi.inti.model.batas_predikat import BatasPredikat
from indeksinovasi.keluaran.grafik.huruf import nama_bagan
from indeksinovasi.keluaran.grafik.skala import Bilangan


class Pita(NamedTuple):
    """Satu predikat dari ``mulai`` (yang mungkin asumsi) sampai ``sampai``; ``kelas`` warnanya."""

    nama: str
    mulai: Fraction
    sampai: Bilangan
    kelas: str
    asumsi: bool

    @property
    def garis(self) -> str:
        """Kelas garis batas bawahnya."""
        return kelas_batas(pasti=not self.asumsi)


def susun_pita(batas: Sequence[BatasPredikat], puncak: Bilangan) -> Iterator[Pita]:
    """Pita dari yang terbaik; yang teratas sampai *puncak*, yang batasnya tidak diketahui tidak digambar."""
    for nomor, satu in enumerate(batas):
        if satu.mulai is not None:
            sampai = puncak if satu.sebelum is None else satu.sebelum
            # Yang terendah p1, di atasnya p2, selebihnya p3.
            kelas = f"p{min(len(batas) - nomor, 3)}"
            yield Pita(nama_bagan(satu.nama), satu.mulai, sampai, kelas, not satu.pasti)


def kelas_batas(*, pasti: bool) -> str:
    """Kelas garis sebuah batas; yang masih asumsi putus-putus."""
    return "b" if pasti else "bt"
