"""Baris dan kolom isi YAML: hanya berkas yang bermasalah yang ditanya.

Berkas yang barisnya beraturan ditelusuri begitu saja; yang lain disusun sekali dari pohon sintaksnya, selama
ia mengenal seluruh isinya; selain itu pembaca kedua yang menjawab.
"""

from __future__ import annotations

from indeksinovasi.berkas.simpul import Simpul, Susunan


def susun_posisi(teks: str) -> Susunan:
    """Susunan dokumen pertama *teks*; tanpa akar bila tidak dapat diurai."""
    return Susunan(teks, _akar)


def _akar(teks: str) -> Simpul | None:
    from indeksinovasi.berkas.pohon import akar_pohon

    akar = akar_pohon(teks)
    if akar is None and teks.strip():
        from indeksinovasi.berkas.kedua import akar_kedua

        akar = akar_kedua(teks)
    return akar
