"""Bilangan eksak: ``Fraction`` di dalam, ``Decimal`` di tepi.

Angka YAML tiba sebagai ``int`` atau ``float``; bentuk teks terpendek sebuah ``float`` adalah angka yang
ditulis orang, jadi ``4.5`` menjadi 9/2 tepat.
"""

from __future__ import annotations

import math
from decimal import Decimal
from fractions import Fraction

NOL = Fraction(0)

type_angka = (int, float, Fraction, Decimal)


def adalah_angka(nilai: object) -> bool:
    """Benar bila *nilai* bilangan terhingga; ``True``/``False`` bukan bilangan."""
    if isinstance(nilai, bool) or not isinstance(nilai, type_angka):
        return False
    return not isinstance(nilai, float) or math.isfinite(nilai)


def pecahan(nilai: int | float | str | Decimal | Fraction) -> Fraction:
    """Ubah bilangan menjadi ``Fraction`` tanpa kehilangan angka yang tertulis.

    Teks boleh memakai koma desimal ("79,69"). ``ValueError`` bila bukan bilangan terhingga.
    """
    if isinstance(nilai, Fraction):
        return nilai
    if isinstance(nilai, int):
        return Fraction(nilai)
    if isinstance(nilai, str):
        nilai = nilai.strip().replace(",", ".", 1)
        if not nilai.removeprefix("-").replace(".", "", 1).isdecimal() or not nilai.isascii():
            raise ValueError(f"bukan bilangan: {nilai!r}")
        return Fraction(nilai)
    if not math.isfinite(nilai):
        raise ValueError(f"bukan bilangan terhingga: {nilai!r}")
    return Fraction(str(nilai))


def bulatkan(nilai: Fraction, angka: int) -> Decimal:
    """Bulatkan ke *angka* desimal, setengah menjauhi nol (aturan indeks: dua desimal, setengah ke atas)."""
    skala = 10**angka
    pembilang = abs(nilai.numerator) * skala * 2 + nilai.denominator
    utuh = pembilang // (nilai.denominator * 2)
    return Decimal(-utuh if nilai < 0 else utuh).scaleb(-angka)


def bulat_dua(nilai: Fraction) -> Fraction:
    """Bulatkan fakta setengah ke atas ke dua desimal sebelum dibandingkan dengan rentang (desain: aturan
    fakta).
    """
    if nilai.denominator == 1:
        return nilai
    return Fraction(math.floor(nilai * 100 + Fraction(1, 2)), 100)


def angka_id(nilai: Fraction) -> str:
    """Bilangan untuk manusia: koma desimal, paling banyak sepuluh desimal, tanpa nol di belakang."""
    teks = f"{bulatkan(nilai, 10):f}"
    return teks.rstrip("0").rstrip(".").replace(".", ",")
