"""Menulis hasil rencana ke stdout; temuan dan keterangan ke stderr."""

from __future__ import annotations

import sys
from typing import Any

from indeksinovasi.alur.rencana import BahanRencana
from indeksinovasi.cli.lapor_nilai import Pengumpul, tulis_keterangan
from indeksinovasi.keluaran.dokumen import Dokumen


def tulis_rencana(bahan: BahanRencana, isi: Dokumen, format: str = "teks") -> int:
    """Tulis dokumen *isi*; kembalikan kode keluar (1 bila ada berkas yang ditinggalkan)."""
    from indeksinovasi.keluaran.penulis.markdown import teks_markdown
    from indeksinovasi.keluaran.penulis.terminal import cetak

    _keterangan(bahan)
    if format == "markdown":
        sys.stdout.write(teks_markdown(isi))
    else:
        cetak(isi)
    Pengumpul(bahan.temuan).tulis()
    return int(bahan.ditinggalkan)


def tulis_rencana_json(bahan: BahanRencana, nama: str, isi: dict[str, Any]) -> int:
    """Tulis dokumen JSON dengan *isi* di bawah kunci *nama*."""
    from indeksinovasi.keluaran.rencana_json import dokumen_json

    _keterangan(bahan)
    sys.stdout.write(dokumen_json(bahan.keadaan.hasil, nama, isi, bahan.temuan))
    return int(bahan.ditinggalkan)


def _keterangan(bahan: BahanRencana) -> None:
    tulis_keterangan(bahan.keadaan.tahun, (), dipilih=bahan.tahun_dipilih, lewat=bahan.tanpa_metode)
