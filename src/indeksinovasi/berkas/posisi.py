"""Baris dan kolom isi YAML: hanya berkas yang bermasalah disusun, sekali, dari pohon sintaksnya.

Pohon sintaks dipakai selama ia mengenal seluruh isinya; selain itu pembaca kedua yang menjawab.
"""

from __future__ import annotations

from indeksinovasi.berkas.letak import PetaBaris
from indeksinovasi.berkas.pohon import akar_pohon
from indeksinovasi.berkas.simpul import Susunan


def susun_posisi(teks: str) -> Susunan:
    """Susunan dokumen pertama *teks*; tanpa akar bila tidak dapat diurai."""
    akar = akar_pohon(teks)
    if akar is None and teks.strip():
        from indeksinovasi.berkas.kedua import akar_kedua

        akar = akar_kedua(teks)
    return Susunan(akar, PetaBaris(teks))
