"""Lebar tampilan di terminal dan lipatan teks: aksara lebar dan emoji dua kolom, tanda gabung nol."""

from __future__ import annotations

import unicodedata


def lebar(teks: str) -> int:
    """Banyak kolom terminal yang ditempati *teks*."""
    if teks.isascii():
        return len(teks)
    return sum(_lebar_karakter(satu) for satu in teks)


def _lebar_karakter(satu: str) -> int:
    if unicodedata.category(satu) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(satu) in "WF" else 1


def lipat(teks: str, ruang: int, awalan: str, inden: str) -> list[str]:
    """Lipat *teks* selebar *ruang* dengan *awalan*, lanjutannya dengan *inden*; kata tidak dipenggal."""
    hasil: list[str] = []
    kini, berisi = awalan, False
    for kata in teks.split():
        if berisi and lebar(kini) + 1 + lebar(kata) > ruang:
            hasil.append(kini)
            kini, berisi = inden, False
        kini += f" {kata}" if berisi else kata
        berisi = True
    return [*hasil, kini]
