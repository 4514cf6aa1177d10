"""Bagian perbandingan untuk laporan: dokumen yang sama, ditulis sebagai Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from indeksinovasi.inti.model.banding import Perbandingan, Sisi
from indeksinovasi.keluaran.banding_dokumen import blok_pasangan, blok_sisi
from indeksinovasi.keluaran.dokumen import Judul, kalimat
from indeksinovasi.keluaran.penulis.markdown import baris_markdown


def baris_sisi(semua: Sequence[Sisi]) -> Iterator[str]:
    """Tabel angka pokok tiap sisi, dan kalimat skalanya."""
    return baris_markdown(tuple(blok_sisi(semua)))


def baris_pasangan(banding: Perbandingan) -> Iterator[str]:
    """Dua sisi bersebelahan, mulai judul tingkat tiga, dengan semua barisnya."""
    judul = Judul(kalimat(f"{banding.dari.label} → {banding.ke.label}"))
    return baris_markdown((judul, *blok_pasangan(banding, rinci=True)))
