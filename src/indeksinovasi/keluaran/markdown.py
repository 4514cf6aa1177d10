"""Teks dari data di dalam Markdown: selalu tampil sebagai tulisan, tidak pernah markup, HTML, atau sel."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from indeksinovasi.keluaran.teks import aman

_TANDA = re.compile(r"([\\`*_{}\[\]|~^$])")
_AWAL_BLOK = re.compile(r"([-+=#:])|(\d{1,9})([.)])")
_TAUTAN = re.compile(r"(?<=:)//|(?<=www)\.", re.IGNORECASE)
_HTML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def md(teks: str) -> str:
    """*teks* satu baris yang aman di awal paragraf, di dalam kalimat, maupun di sel tabel Markdown.

    Garis baru dan deretan spasi menjadi satu spasi; alamat situs tidak menjadi tautan.
    """
    polos = _TANDA.sub(r"\\\1", aman(" ".join(teks.split()))).translate(_HTML)
    polos = _TAUTAN.sub(lambda cocok: f"\\{cocok.group()}", polos)
    return _AWAL_BLOK.sub(_lepas_awal, polos, count=1) if _AWAL_BLOK.match(polos) else polos


def _lepas_awal(cocok: re.Match[str]) -> str:
    tanda, nomor, titik = cocok.groups()
    return f"\\{tanda}" if tanda else f"{nomor}\\{titik}"


def tabel_md(judul: Sequence[str], rata: str, isi: Iterable[Sequence[str]]) -> Iterator[str]:
    """Baris-baris tabel diakhiri baris kosong. *rata*: satu huruf tiap kolom, ``k`` kanan atau ``i`` kiri.

    Sel ditulis apa adanya: teks dari data harus sudah melewati ``md``.
    """
    yield f"| {' | '.join(judul)} |"
    yield f"|{'|'.join('--:' if satu == 'k' else ':--' for satu in rata)}|"
    yield from (f"| {' | '.join(baris)} |" for baris in isi)
    yield ""
