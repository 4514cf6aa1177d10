"""Baris yang belum tuntas: berbukti tetapi belum diperiksa, atau diklaim tanpa bukti."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from indeksinovasi.inti.model.angka import NOL
from indeksinovasi.inti.model.hasil import NilaiBaris


def menunggu(baris: NilaiBaris) -> bool:
    """Berbukti, tetapi belum diperiksa."""
    return baris.tingkat.berbukti > 0 and not baris.terverifikasi


def tanpa_bukti(baris: NilaiBaris) -> bool:
    """Diklaim, tetapi tingkatnya belum berbukti."""
    return baris.tingkat.berbukti < baris.tingkat.klaim


def poin_menunggu(baris: Iterable[NilaiBaris]) -> Fraction:
    """Poin berbukti yang belum diperiksa."""
    return sum(((satu.bobot or NOL) * satu.tingkat.berbukti for satu in baris if menunggu(satu)), NOL)


def tingkat_menunggu(baris: Iterable[NilaiBaris]) -> int:
    """Tingkat berbukti yang belum diperiksa."""
    return sum(satu.tingkat.berbukti for satu in baris if menunggu(satu))


def tingkat_tanpa_bukti(baris: Iterable[NilaiBaris]) -> int:
    """Tingkat yang diklaim tetapi belum berbukti."""
    return sum(satu.tingkat.klaim - satu.tingkat.berbukti for satu in baris)
