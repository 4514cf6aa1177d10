"""Pustaka tambahan yang hanya diperlukan sebagian perintah, dan cara memasangnya bila belum ada."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Literal

from indeksinovasi.alur.galat import GalatPemakaian

Tambahan = Literal["tabel", "laporan", "rencana"]
MODUL: dict[Tambahan, tuple[str, ...]] = {
    "tabel": ("python_calamine", "xlsxwriter"),
    "laporan": ("docx", "resvg_py"),
    "rencana": ("highspy",),
}
"""Modul yang dibawa tiap tambahan; nama tambahannya sama dengan di ``pyproject.toml``."""


def pastikan(tambahan: Tambahan, untuk: str) -> None:
    """``GalatPemakaian`` dengan perintah pemasangannya bila modul *tambahan* belum terpasang.

    *untuk* menyebut keperluannya, misalnya "membaca Excel".
    """
    if all(find_spec(satu) for satu in MODUL[tambahan]):
        return
    raise GalatPemakaian(
        f"Pustaka untuk {untuk} belum terpasang.",
        f'Pasang dengan: pip install "indeksinovasi[{tambahan}]"',
    )
