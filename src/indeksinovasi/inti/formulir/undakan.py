"""Tangga tingkat sebagai undakan pada kisi 0,01: halaman memakai hasil mesin, bukan salinan aturannya."""

from __future__ import annotations

import math
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from indeksinovasi.inti.hitung.fakta import naik_tangga
from indeksinovasi.inti.model.aturan import AturanRentang

KISI = 100


class Undak(NamedTuple):
    """Mulai dari *mulai* (perseratus; ``None`` = tak terhingga ke bawah) tingkatnya *tingkat*; ``None`` bila
    mustahil.
    """

    mulai: int | None
    tingkat: int | None


def undakan(aturan: AturanRentang) -> tuple[Undak, ...]:
    """Tingkat untuk setiap nilai yang sudah dibulatkan ke dua desimal, dari yang terkecil."""
    hasil: list[Undak] = []
    for mulai in (None, *sorted(set(_tepi(aturan)))):
        # Ruas terbawah dicoba tepat di bawah tepi pertama.
        titik = min(_tepi(aturan), default=0) - 1 if mulai is None else mulai
        tingkat = _tingkat(aturan, Fraction(titik, KISI))
        if not hasil or hasil[-1].tingkat != tingkat:
            hasil.append(Undak(mulai, tingkat))
    return tuple(hasil)


def _tepi(aturan: AturanRentang) -> Iterator[int]:
    """Titik kisi tempat tingkat dapat berganti: awal tiap rentang, dan titik sesudah akhirnya."""
    for rentang in (aturan.mungkin, *aturan.tingkat.values()):
        if rentang.min is not None:
            yield math.ceil(rentang.min * KISI)
        if rentang.maks is not None:
            yield math.floor(rentang.maks * KISI) + 1


def _tingkat(aturan: AturanRentang, nilai: Fraction) -> int | None:
    if not aturan.mungkin.memuat(nilai):
        return None
    return naik_tangga(nilai, aturan.tingkat, naik=aturan.arah == "naik").tingkat
