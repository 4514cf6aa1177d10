"""Menulis hasil rencana ke stdout; temuan dan keterangan ke stderr."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from indeksinovasi.alur.rencana import BahanRencana
from indeksinovasi.cli.lapor_nilai import Pengumpul, tulis_keterangan
from indeksinovasi.keluaran.dokumen import Dokumen
from indeksinovasi.keluaran.teks import aman

if TYPE_CHECKING:
    from indeksinovasi.keluaran.grafik.bidang import BaganSvg


def laporkan_rencana(bahan: BahanRencana, isi: Dokumen, format: str = "teks") -> int:
    """Tulis dokumen *isi*; kembalikan kode keluar (1 bila ada berkas yang ditinggalkan)."""
    from indeksinovasi.keluaran.penulis.markdown import teks_markdown
    from indeksinovasi.keluaran.penulis.terminal import cetak_dokumen

    _keterangan(bahan)
    if format == "markdown":
        sys.stdout.write(teks_markdown(isi))
    else:
        cetak_dokumen(isi)
    Pengumpul(bahan.temuan).tulis()
    return int(bahan.ditinggalkan)


def tulis_rencana_json(bahan: BahanRencana, nama: str, isi: dict[str, Any]) -> int:
    """Tulis dokumen JSON dengan *isi* di bawah kunci *nama*."""
    from indeksinovasi.keluaran.rencana_json import dokumen_json

    _keterangan(bahan)
    sys.stdout.write(dokumen_json(bahan.keadaan.hasil, nama, isi, bahan.temuan))
    return int(bahan.ditinggalkan)


def simpan_bagan(jalur: Path, bagan: BaganSvg | None, *, timpa: bool) -> None:
    """Simpan *bagan* sebagai SVG; isi lain di *jalur* tidak ditimpa tanpa diminta."""
    from indeksinovasi.alur.tulisan import tulis_keluaran

    if bagan is None:
        sys.stderr.write("Tidak ada yang dapat digambar; bagan tidak ditulis.\n")
        return
    tulis_keluaran({jalur: bagan.svg()}, timpa=timpa, coba=False)
    sys.stderr.write(aman(f"Bagan: {jalur}") + "\n")


def _keterangan(bahan: BahanRencana) -> None:
    tulis_keterangan(bahan.keadaan.tahun, (), dipilih=bahan.tahun_dipilih, lewat=bahan.tanpa_metode)
