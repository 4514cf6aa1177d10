"""Perubahan yang akan dilakukan ``--perbaiki`` sebagai unified diff, yang dapat dibaca ``git apply``."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

_GANTI_BARIS = re.compile(r"(?<=\n)")


def beda_berkas(nama: str, lama: str, baru: str) -> Iterator[str]:
    """Baris-baris diff satu berkas; baris hanya berganti pada LF, dan CR tetap di dalamnya."""
    semua = difflib.unified_diff(_pecah(lama), _pecah(baru), f"a/{nama}", f"b/{nama}")
    for satu in semua:
        yield satu if satu.endswith("\n") else f"{satu}\n\\ No newline at end of file\n"


def _pecah(teks: str) -> list[str]:
    return [satu for satu in _GANTI_BARIS.split(teks) if satu]
