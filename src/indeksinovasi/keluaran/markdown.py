"""Teks dari data di dalam Markdown: selalu tampil sebagai tulisan, tidak pernah sebagai markup, HTML, atau sel baru."""

from __future__ import annotations

import re

from indeksinovasi.keluaran.teks import aman

_TANDA = re.compile(r"([\\`*_{}\[\]|~#!])")
_HTML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def md(teks: str) -> str:
    """*teks* satu baris yang aman di paragraf maupun sel tabel Markdown."""
    return _TANDA.sub(r"\\\1", aman(teks)).translate(_HTML)
