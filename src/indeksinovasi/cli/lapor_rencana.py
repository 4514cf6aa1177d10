"""Menulis hasil rencana ke stdout; temuan dan keterangan ke stderr."""

from __future__ import annotations

import sys

from indeksinovasi.alur.rencana import BahanRencana
from indeksinovasi.cli.lapor_nilai import Pengumpul, tulis_keterangan


def tulis_rencana(bahan: BahanRencana, keluar: str, format: str) -> int:
    """Tulis *keluar*; kembalikan kode keluar (1 bila ada berkas yang ditinggalkan)."""
    tulis_keterangan(bahan.keadaan.tahun, (), dipilih=bahan.tahun_dipilih, lewat=bahan.tanpa_metode)
    sys.stdout.write(keluar)
    if format != "json":
        Pengumpul(bahan.temuan).tulis()
    return int(bahan.ditinggalkan)
