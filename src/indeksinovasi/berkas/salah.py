"""Satu sebab sebuah berkas tidak terbaca."""

from __future__ import annotations

from typing import NamedTuple

from indeksinovasi.berkas.letak import Letak


class Salah(NamedTuple):
    """Satu sebab beserta titiknya."""

    letak: Letak
    kode: str
    pesan: str
    petunjuk: str = ""
