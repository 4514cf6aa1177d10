"""Satu temuan satu baris, untuk penyunting dan grep: ``berkas:baris:kolom: tingkat KODE pesan``."""

from __future__ import annotations

from collections.abc import Iterator

from indeksinovasi.keluaran.teks import baris_temuan
from indeksinovasi.keluaran.temuan.laporan import LaporanTemuan


def potong(laporan: LaporanTemuan) -> Iterator[str]:
    """Baris-baris laporan."""
    for temuan in laporan.urut:
        yield baris_temuan(temuan) + "\n"
