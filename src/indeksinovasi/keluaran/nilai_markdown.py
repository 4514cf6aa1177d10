"""``indeks nilai --format markdown``: satu bagian Markdown tiap daerah."""

from __future__ import annotations

from indeksinovasi.inti.model.hasil import Hasil
from indeksinovasi.keluaran.nilai_dokumen import dokumen_nilai
from indeksinovasi.keluaran.penulis.markdown import teks_markdown


def potong_markdown(hasil: Hasil, *, rinci: bool) -> str:
    """Bagian Markdown satu daerah, dengan semua inovasinya."""
    return teks_markdown(dokumen_nilai(hasil, rinci=rinci, semua=True))
