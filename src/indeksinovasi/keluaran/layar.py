"""Layar: konsol rich tanpa markup, 80 kolom di pipa, warna hanya di terminal."""

from __future__ import annotations

import sys
from typing import IO, TYPE_CHECKING, cast

if TYPE_CHECKING:
    from rich.console import Console

LEBAR_PIPA = 80
LEBAR_MAKSIMUM = 110


class AliranRapi:
    """Aliran teks yang membuang spasi di ujung baris, untuk keluaran ke pipa dan berkas."""

    def __init__(self, tujuan: IO[str]) -> None:
        self._tujuan = tujuan
        self._sisa = ""

    def write(self, teks: str) -> int:
        """Tulis baris-baris yang sudah utuh; sisanya menunggu."""
        *utuh, self._sisa = (self._sisa + teks).split("\n")
        self._tujuan.writelines(f"{baris.rstrip(' ')}\n" for baris in utuh)
        return len(teks)

    def flush(self) -> None:
        """Teruskan yang sudah utuh."""
        self._tujuan.flush()


def konsol(aliran: IO[str] | None = None) -> Console:
    """Konsol untuk *aliran* (bawaan stdout). Teks pengguna tidak pernah dibaca sebagai markup atau emoji."""
    from rich.console import Console

    tujuan = aliran or sys.stdout
    if tujuan.isatty():
        layar = Console(file=tujuan, markup=False, highlight=False, emoji=False, soft_wrap=False)
        layar.width = min(layar.width, LEBAR_MAKSIMUM)
        return layar
    rapi = cast("IO[str]", AliranRapi(tujuan))
    # FORCE_COLOR, yang lazim di CI, membuat rich menganggap pipa sebagai terminal.
    return Console(
        file=rapi,
        force_terminal=False,
        markup=False,
        highlight=False,
        emoji=False,
        width=LEBAR_PIPA,
        no_color=True,
    )
