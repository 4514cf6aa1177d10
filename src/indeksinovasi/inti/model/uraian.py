"""Keterangan sebuah kunci berkas, ditulis pada isian modelnya sendiri; dari sini skema disusun."""

from __future__ import annotations

from typing import Any, NamedTuple


class Uraian(NamedTuple):
    """Judul dan uraian Markdown sebuah kunci.

    ``contoh``: nilai contoh. ``potongan``: isi siap pakai (``defaultSnippets``). ``pesan_pola``: pesan bila
    polanya tidak cocok.
    """

    judul: str
    isi: str
    contoh: tuple[Any, ...] = ()
    potongan: Any = None
    pesan_pola: str = ""
