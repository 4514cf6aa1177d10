"""Bilangan eksak: ``Fraction`` di dalam, ``Decimal`` di tepi.

Angka YAML tiba sebagai ``int`` atau ``float``; bentuk teks terpendek sebuah ``float`` adalah angka yang
ditulis orang, jadi ``4.5`` menjadi 9/2 tepat.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TypeGuard

NOL = Fraction(0)
POLA_RIBUAN = re.compile(r"[-+]?[1-9]\d{0,2}(?:\.\d{3})+", re.ASCII)
"""Bilangan yang oleh orang Indonesia dibaca berpemisah ribuan, dan oleh YAML sebagai pecahan."""

TAHUN_AWAL, TAHUN_AKHIR = 1900, 2999
"""Bilangan yang terbaca sebagai tahun; di luarnya pasti salah ketik."""
ABAD_INI = 2000
"""Yang dimaksud tahun dua angka: ``24`` adalah 2024."""
TAHUN_NASKAH = 1945
"""Naskah pemerintah daerah paling tua; tanggal sebelumnya salah ketik, seperti 0203 dan 1023."""

type_angka = (int, float, Fraction, Decimal)


@dataclass(frozen=True, slots=True)
class AngkaTertulis:
    """Bilangan yang tulisannya tidak boleh dipercaya begitu saja: ``2.000`` dan ``0x1F``.

    Menggantikan bilangannya di data mentah, sehingga tidak ada pembaca yang menerimanya sebagai bilangan.
    """

    teks: str
    nilai: int | float

    def __str__(self) -> str:
        return self.teks


def jumlah_ada(nilai: Iterable[Fraction | None]) -> Fraction:
    """Jumlah yang diketahui; ``None`` tidak menambah apa pun."""
    return sum((satu for satu in nilai if satu is not None), NOL)


def terbesar_ada(nilai: Iterable[Fraction | None]) -> Fraction | None:
    """Yang terbesar di antara yang diketahui; ``None`` bila tidak satu pun."""
    return max((satu for satu in nilai if satu is not None), default=None)


def rentang_nyata(rentang: tuple[Fraction, Fraction] | None) -> TypeGuard[tuple[Fraction, Fraction]]:
    """Benar bila rentang itu ada dan kedua ujungnya berbeda."""
    return rentang is not None and rentang[0] != rentang[1]


def tahun_wajar(nilai: int) -> bool:
    """Benar bila *nilai* dapat menjadi sebuah tahun."""
    return TAHUN_AWAL <= nilai <= TAHUN_AKHIR


def berpemisah_ribuan(nilai: object) -> bool:
    """Benar bila tulisan *nilai* satu sampai tiga angka lalu kelompok titik dan tepat tiga angka."""
    if isinstance(nilai, AngkaTertulis):
        nilai = nilai.teks
    return isinstance(nilai, str) and POLA_RIBUAN.fullmatch(nilai.strip()) is not None


def dua_bacaan(tulisan: str) -> tuple[str, str | None]:
    """Bilangan utuh dan bilangan pecahan yang mungkin dimaksud ``2.000`` (``2000`` dan ``2.0``).

    Pecahannya ditulis dalam bentuk yang tidak lagi meragukan; ``None`` bila kelompoknya lebih dari satu.
    """
    rapi = tulisan.strip()
    utuh = rapi.replace(".", "")
    if rapi.count(".") != 1:
        return utuh, None
    depan, _, belakang = rapi.partition(".")
    ringkas = belakang.rstrip("0") or "0"
    return utuh, f"{depan}.{ringkas}" if len(ringkas) < 3 else f"{depan}.{belakang}0"


def petunjuk_ribuan(tulisan: str, *, bulat: bool = False) -> str:
    """``tulis 2000, atau 2.0 bila memang 2``; *bulat*: tempatnya hanya menerima bilangan bulat."""
    utuh, pecah = dua_bacaan(tulisan)
    if pecah is None:
        return f"tulis {utuh}"
    nilai = angka_id(Fraction(pecah))
    if bulat:
        return f"tulis {utuh}" if "," in nilai else f"tulis {utuh}, atau {nilai} bila memang {nilai}"
    return f"tulis {utuh}, atau {pecah} bila memang {nilai}"


def adalah_angka(nilai: object) -> bool:
    """Benar bila *nilai* bilangan terhingga; ``True``/``False`` bukan bilangan."""
    if isinstance(nilai, bool) or not isinstance(nilai, type_angka):
        return False
    return not isinstance(nilai, float) or math.isfinite(nilai)


def pecahan(nilai: int | float | str | Decimal | Fraction) -> Fraction:
    """Ubah bilangan menjadi ``Fraction`` tanpa kehilangan angka yang tertulis.

    Teks boleh memakai koma desimal ("79,69"). ``ValueError`` bila bukan bilangan terhingga, atau bila teksnya
    dapat dibaca berpemisah ribuan ("2.000").
    """
    if isinstance(nilai, Fraction):
        return nilai
    if isinstance(nilai, int):
        return Fraction(nilai)
    if isinstance(nilai, str):
        if berpemisah_ribuan(nilai):
            raise ValueError(f"berpemisah ribuan: {nilai!r}")
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
