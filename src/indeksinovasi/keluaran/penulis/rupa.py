"""Rupa terminal: gaya tiap peran dalam 16 warna, dan tanda pengganti bila layar tidak mengenal UTF-8."""

from __future__ import annotations

import os
import shutil
import sys
from typing import IO, NamedTuple

from indeksinovasi.keluaran.dokumen import Peran
from indeksinovasi.keluaran.layar import LEBAR_MAKSIMUM, LEBAR_PIPA

GAYA_PERAN: dict[Peran, str] = {
    "biasa": "",
    "judul": "bold",
    "angka": "bold",
    "redup": "dim",
    "sangat": "bold green",
    "inovatif": "bold cyan",
    "kurang": "bold yellow",
    "tanpa": "bold red",
    "naik": "cyan",
    "turun": "yellow",
    "galat": "bold red",
    "peringatan": "yellow",
    "saran": "blue",
    "perintah": "cyan",
    "isi": "cyan",
    "isi_redup": "dim cyan",
}
_PENGGANTI = str.maketrans(
    {
        **dict.fromkeys("█▉▊▋▌▍▎▏▇▆▅▄▃▂▁", "#"),
        **dict.fromkeys("·•", "."),
        **dict.fromkeys("┃│", "|"),
        **dict.fromkeys("─\N{EN DASH}—−\u2010\u2011", "-"),
        **{"▲": "+", "▼": "-", "●": "*", "○": "o", "→": "->", "÷": "/", "×": "x", "…": "...", "†": "*"},
        **{"≥": ">=", "≤": "<=", "±": "+/-", "“": '"', "”": '"', "‘": "'", "’": "'", "\u00a0": " "},
    }
)


class Layar(NamedTuple):
    """Sifat tujuan tulisan. ``berwarna`` juga berarti batang digambar."""

    lebar: int = LEBAR_PIPA
    berwarna: bool = False
    utf8: bool = True


def sifat_layar(aliran: IO[str]) -> Layar:
    """Sifat *aliran*: hanya terminal tanpa ``NO_COLOR`` dan bukan ``TERM=dumb`` yang berwarna."""
    if not aliran.isatty():
        return Layar()
    lebar = min(shutil.get_terminal_size((LEBAR_PIPA, 24)).columns or LEBAR_PIPA, LEBAR_MAKSIMUM)
    warna = not os.environ.get("NO_COLOR") and os.environ.get("TERM", "") not in ("dumb", "unknown")
    pengodean = (getattr(aliran, "encoding", None) or "utf-8").lower().replace("-", "")
    return Layar(lebar, warna, pengodean.startswith("utf8"))


def tanpa_utf8(teks: str) -> str:
    """*teks* dengan tanda program diganti padanan ASCII; huruf dari data tetap."""
    return teks if teks.isascii() else teks.replace("▲ +", "+").replace("▼ −", "-").translate(_PENGGANTI)


def keluaran_baku() -> IO[str]:
    """Aliran keluaran saat ini."""
    return sys.stdout
