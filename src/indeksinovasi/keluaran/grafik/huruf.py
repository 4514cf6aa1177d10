"""Lebar tulisan dan pelipatannya, menurut ukuran huruf Arial (sama dengan Liberation Sans dan Helvetica).

Peramban boleh memakai huruf lain; ruang yang dihitung di sini selalu diberi sedikit sisa.
"""

from __future__ import annotations

import re
import unicodedata

from indeksinovasi.keluaran.teks import aman

TERPANJANG = 500
"""Karakter sebuah nama yang dibaca; lebih dari yang muat pada bagan mana pun."""
_AWAL = 32
# Lebar ASCII 32-126 dalam seperseribu ukuran huruf.
_TIPIS = (
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
)  # fmt: skip
_TEBAL = (
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611,
    975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556,
    333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611,
    611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
)  # fmt: skip
_LAIN = 600
_LEBAR_PENUH = 1000
_LATIN = re.compile("[ -~\u00a1-\u024f\u2010-\u2026\u2212]+")


def lebar_piksel(teks: str, ukuran: float = 12, *, tebal: bool = False) -> float:
    """Lebar *teks* dalam piksel pada huruf *ukuran* piksel."""
    tabel = _TEBAL if tebal else _TIPIS
    return sum(_satu(ord(huruf), tabel) for huruf in teks) * ukuran / 1000


def lebar_diketahui(teks: str) -> bool:
    """Lebar *teks* cukup tepat: huruf Latin dan tanda bacanya, yang lain lebarnya hanya ditaksir."""
    return _LATIN.fullmatch(teks) is not None


def _satu(titik: int, tabel: tuple[int, ...]) -> int:
    if _AWAL <= titik < _AWAL + len(tabel):
        return tabel[titik - _AWAL]
    if unicodedata.combining(chr(titik)):
        return 0
    lebar_penuh = titik > 0x2000 and unicodedata.east_asian_width(chr(titik)) in "WF"
    return _LEBAR_PENUH if lebar_penuh or titik > 0xFFFF else _LAIN


def nama_bagan(teks: str) -> str:
    """Nama dari data, satu baris, tanpa karakter kendali, dan tidak lebih panjang dari yang dapat muat."""
    return " ".join(aman(" ".join(teks[:TERPANJANG].split())).split())


def lipat_piksel(
    teks: str, ruang: float, ukuran: float = 12, *, tebal: bool = False, paling_banyak: int = 3
) -> tuple[str, ...]:
    """*teks* dilipat menjadi baris-baris selebar *ruang*; lebih dari *paling_banyak* baris, ujungnya "…"."""
    baris: list[str] = []
    for kata in teks.split(" "):
        gabung = f"{baris[-1]} {kata}" if baris else kata
        if baris and lebar_piksel(gabung, ukuran, tebal=tebal) <= ruang:
            baris[-1] = gabung
        else:
            baris += _penggal(kata, ruang, ukuran, tebal=tebal)
        if len(baris) > paling_banyak:
            break
    if len(baris) <= paling_banyak:
        return tuple(baris)
    akhir = _potong(f"{baris[paling_banyak - 1]}…", ruang, ukuran, tebal=tebal)
    return (*baris[: paling_banyak - 1], akhir)


def _penggal(kata: str, ruang: float, ukuran: float, *, tebal: bool) -> list[str]:
    """Satu kata yang lebih lebar dari *ruang* dipenggal di mana saja."""
    hasil = []
    while lebar_piksel(kata, ukuran, tebal=tebal) > ruang and len(kata) > 1:
        muat = 1
        while lebar_piksel(kata[: muat + 1], ukuran, tebal=tebal) <= ruang:
            muat += 1
        hasil.append(kata[:muat])
        kata = kata[muat:]
    return [*hasil, kata]


def _potong(teks: str, ruang: float, ukuran: float, *, tebal: bool) -> str:
    while lebar_piksel(teks, ukuran, tebal=tebal) > ruang and len(teks) > 2:
        teks = f"{teks[:-2].rstrip(' ,.;:-')}…"
    return teks
