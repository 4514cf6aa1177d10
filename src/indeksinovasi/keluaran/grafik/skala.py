"""Skala bagan: bilangan menjadi letak dalam piksel, dan tanda sumbu yang bulat.

Hanya letak yang memakai pecahan biner; skor tetap ``Fraction`` sampai di sini.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

Bilangan = Fraction | int
_LANGKAH = (1, 2, 5, 10, 20, 25, 50, 100)


class SkalaBagan(NamedTuple):
    """Pemetaan lurus dari *bawah*..*atas* ke letak *awal*..*akhir* (piksel); *akhir* boleh lebih kecil."""

    bawah: Bilangan
    atas: Bilangan
    awal: float
    akhir: float

    def letak(self, nilai: Bilangan) -> float:
        """Letak *nilai*; yang di luar skala ditahan di tepinya."""
        lebar = self.atas - self.bawah or 1
        bagian = float((min(max(nilai, self.bawah), self.atas) - self.bawah) / Fraction(lebar))
        return self.awal + bagian * (self.akhir - self.awal)

    def memuat(self, nilai: Bilangan) -> bool:
        """*nilai* di dalam skala, bukan di tepinya."""
        return self.bawah < nilai < self.atas

    def tanda(self, paling_banyak: int = 7) -> list[int]:
        """Bilangan bulat berjarak rapi di dalam skala."""
        lebar = self.atas - self.bawah
        langkah = langkah_rapi(Fraction(lebar), paling_banyak - 1)
        mulai = -(-self.bawah // langkah) * langkah
        return list(range(int(mulai), int(self.atas) + 1, langkah))


def langkah_rapi(lebar: Fraction, paling_banyak: int) -> int:
    """Jarak tanda terkecil yang rapi sehingga *lebar* memuat tidak lebih dari *paling_banyak* jarak."""
    pangkat = 1
    while True:
        for satu in _LANGKAH:
            if lebar <= satu * pangkat * max(paling_banyak, 1):
                return satu * pangkat
        pangkat *= 100


def rangkum(nilai: Sequence[Bilangan], langkah: int, sela: Bilangan = 0) -> tuple[int, int]:
    """Batas sumbu kelipatan *langkah* yang memuat semua *nilai* dengan *sela*, tidak negatif."""
    bawah = max(int((min(nilai) - sela) // langkah) * langkah, 0)
    atas = -int(-(max(nilai) + sela) // langkah) * langkah
    return bawah, max(atas, bawah + langkah)
