"""Indeks karakter menjadi baris dan kolom seperti yang ditampilkan penyunting.

Baris hanya berganti pada LF, CRLF, dan CR; NEL (U+0085) dan pemisah baris U+2028 dianggap karakter biasa.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import NamedTuple

_GANTI_BARIS = re.compile(r"\r\n|\r|\n")
_GANTI_BARIS_LIBYAML = re.compile("\r\n|[\r\n\x85\u2028\u2029]")

_TERHITUNG = 64 * 1024


class Letak(NamedTuple):
    """Titik dalam berkas; keduanya mulai dari 1 dan menghitung karakter, bukan bita."""

    baris: int
    kolom: int


class PetaBaris:
    """Awal setiap baris sebuah teks; *libyaml* memakai ganti baris menurut YAML 1.1, seperti pesan ryaml."""

    def __init__(self, teks: str, *, libyaml: bool = False) -> None:
        self._teks = teks
        self._pemisah = _GANTI_BARIS_LIBYAML if libyaml else _GANTI_BARIS
        # Berkas biasa ditanya satu dua letak saja: menghitung ganti barisnya lebih murah daripada mendaftar.
        self._hitung = not libyaml and len(teks) <= _TERHITUNG and "\r" not in teks

    @cached_property
    def _awal(self) -> list[int]:
        return [0, *(satu.end() for satu in self._pemisah.finditer(self._teks))]

    def letak(self, indeks: int) -> Letak:
        """Baris dan kolom karakter ke-*indeks* (mulai dari 0)."""
        if self._hitung:
            kolom = indeks - self._teks.rfind("\n", 0, indeks)
            return Letak(self._teks.count("\n", 0, indeks) + 1, kolom)
        baris = bisect_right(self._awal, indeks)
        return Letak(baris, indeks - self._awal[baris - 1] + 1)

    def indeks(self, letak: Letak) -> int:
        """Kebalikan ``letak``; baris di luar teks menjadi baris terakhir."""
        return self._awal[min(letak.baris, len(self._awal)) - 1] + letak.kolom - 1
