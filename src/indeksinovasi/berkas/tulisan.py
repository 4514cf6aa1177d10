"""Tulisan asli di sebuah jalur berkas, supaya pesan mengutip apa yang dapat dicari orang di berkasnya."""

from __future__ import annotations

from functools import lru_cache

from indeksinovasi.berkas.posisi import susun_posisi
from indeksinovasi.berkas.simpul import Susunan
from indeksinovasi.berkas.tanda_kosong import PENGGANTI
from indeksinovasi.inti.model.kutipan import PembacaTulisan


@lru_cache(maxsize=4)
def susunan_dari(teks: str) -> Susunan:
    """Susunan *teks*; berkas yang bermasalah memerlukannya untuk kalimat, lalu untuk posisi."""
    return susun_posisi(teks)


def pembaca_tulisan(teks: str) -> PembacaTulisan:
    """Pembaca tulisan skalar menurut jalurnya, tanpa petiknya; berkas baru disusun bila ada yang ditanya."""

    def pada(jalur: tuple[str | int, ...]) -> str | None:
        tulisan = susunan_dari(teks).tulisan(jalur)
        return "-" if tulisan == PENGGANTI else tulisan

    return pada
