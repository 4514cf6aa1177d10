"""Batang kemajuan di stderr untuk bacaan yang lama, hanya bila stderr sebuah terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")
SEDIKIT = 5


def pantau(isi: Iterable[T], banyak: int, judul: str = "Membaca daerah") -> Iterator[T]:
    """Lewatkan *isi* sambil menunjukkan kemajuan atas *banyak* anggotanya."""
    if banyak < SEDIKIT or not sys.stderr.isatty():
        yield from isi
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    kolom = (TextColumn(judul), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*kolom, console=Console(stderr=True), transient=True) as batang:
        tugas = batang.add_task("", total=banyak)
        for satu in isi:
            yield satu
            batang.advance(tugas)
