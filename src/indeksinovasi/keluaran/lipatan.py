"""Lebar tampilan di terminal dan lipatan teks: aksara lebar dan emoji dua kolom, tanda gabung nol."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from indeksinovasi.keluaran.layar import LEBAR_PIPA
from indeksinovasi.keluaran.teks import aman

LABEL_TERLEBAR = 30


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


def alinea(teks: str, awalan: str = "", inden: str | None = None) -> list[str]:
    """*teks* dari data dilipat pada 80 kolom; tanpa *inden*, lanjutannya sejajar dengan akhir *awalan*."""
    return lipat(aman(teks), LEBAR_PIPA, awalan, " " * lebar(awalan) if inden is None else inden)


def dua_kolom(semua: Iterable[tuple[str, str]], inden: str = "  ") -> list[str]:
    """Pasangan label dan isi; isinya sejajar dan dilipat pada 80 kolom."""
    rapi = [(aman(label), isi) for label, isi in semua]
    kolom = min(max((lebar(label) for label, _ in rapi), default=0), LABEL_TERLEBAR)
    hasil = []
    for label, isi in rapi:
        awalan = f"{inden}{label}{' ' * max(kolom - lebar(label), 0)}  "
        hasil += alinea(isi, awalan, " " * (lebar(inden) + kolom + 2))
    return hasil
