"""Tulisan asli di sebuah jalur berkas, supaya pesan mengutip apa yang dapat dicari orang di berkasnya."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from indeksinovasi.berkas.posisi import susun_posisi
from indeksinovasi.berkas.simpul import Susunan


@lru_cache(maxsize=4)
def susunan_dari(teks: str) -> Susunan:
    """Susunan *teks*; berkas yang bermasalah memerlukannya untuk kalimat, lalu untuk posisi."""
    return susun_posisi(teks)


def pembaca_tulisan(teks: str) -> Callable[[tuple[str | int, ...]], str | None]:
    """Pembaca tulisan skalar tanpa petik menurut jalurnya; berkas baru disusun bila ada yang ditanya."""

    def pada(jalur: tuple[str | int, ...]) -> str | None:
        simpul = susunan_dari(teks).pada(jalur)
        return simpul.teks if simpul and simpul.jenis == "skalar" and not simpul.gaya else None

    return pada
