"""Perubahan yang akan dilakukan ``--perbaiki`` sebagai unified diff, yang dapat dibaca ``git apply``."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

_GANTI_BARIS = re.compile(r"(?<=\n)")
_PERLU_PETIK = re.compile(
    r'[\x00-\x1f\x7f-\x9f"\\\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]'
)
_LUPUTAN = {0x22: '\\"', 0x5C: "\\\\", 0x09: "\\t", 0x0A: "\\n", 0x0D: "\\r"}


def beda_berkas(nama: str, lama: str, baru: str) -> Iterator[str]:
    """Baris-baris diff satu berkas; baris hanya berganti pada LF, dan CR tetap di dalamnya."""
    semua = difflib.unified_diff(_pecah(lama), _pecah(baru), _kepala("a", nama), _kepala("b", nama))
    for satu in semua:
        yield satu if satu.endswith("\n") else f"{satu}\n\\ No newline at end of file\n"


def _kepala(sisi: str, nama: str) -> str:
    """Nama berkas seperti ditulis git: berpetik bila memuat kendali, berujung tab bila memuat spasi."""
    jalur = f"{sisi}/{nama}"
    if _PERLU_PETIK.search(jalur):
        bita = "".join(_luput(satu) for satu in jalur.encode("utf-8", "surrogateescape"))
        return f'"{bita}"'
    return f"{jalur}\t" if " " in jalur else jalur


def _luput(bita: int) -> str:
    if bita in _LUPUTAN:
        return _LUPUTAN[bita]
    return chr(bita) if 0x20 <= bita < 0x7F else f"\\{bita:03o}"


def _pecah(teks: str) -> list[str]:
    return [satu for satu in _GANTI_BARIS.split(teks) if satu]
