"""Buku kerja yang akan ditulis: lembar, judul, sel, dan daftar pilihannya."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

SelTulis = str | int | float | Fraction | date | None


class DaftarPilihan(NamedTuple):
    """Daftar pilihan: kolom, baris lembar pertama dan terakhir (semua mulai 0), dan pilihannya."""

    kolom: int
    awal: int
    akhir: int
    isi: tuple[str | int, ...]


class LembarTulis(NamedTuple):
    """Satu lembar. ``lebar`` karakter tiap kolom; ``redup``: kolom keterangan yang tidak diisi orang."""

    nama: str
    judul: tuple[str, ...]
    baris: Sequence[Sequence[SelTulis]]
    lebar: tuple[int, ...] = ()
    redup: tuple[int, ...] = ()
    pilihan: tuple[DaftarPilihan, ...] = ()
    tersembunyi: bool = False
