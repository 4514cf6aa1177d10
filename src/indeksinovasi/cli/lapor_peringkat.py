"""Menulis peringkat ke stdout; temuan dan keterangan ke stderr."""

from __future__ import annotations

import sys

from indeksinovasi.alur.peringkat import HasilPeringkat
from indeksinovasi.cli.lapor_nilai import Pengumpul, tulis_keterangan


def lapor(hasil: HasilPeringkat, format: str) -> int:
    """Tulis *hasil* dalam *format*; kembalikan kode keluar (1 bila ada berkas yang ditinggalkan)."""
    tulis_keterangan(
        hasil.peringkat.tahun, hasil.tanpa_tahun, dipilih=hasil.tahun_dipilih, lewat=hasil.tanpa_metode
    )
    match format:
        case "json":
            from indeksinovasi.keluaran.peringkat import teks_json

            sys.stdout.write(teks_json(hasil.peringkat, hasil.temuan))
            return int(hasil.ditinggalkan)
        case "markdown":
            from indeksinovasi.keluaran.peringkat import teks_markdown

            sys.stdout.write(teks_markdown(hasil.peringkat))
        case _:
            from indeksinovasi.keluaran.layar import konsol
            from indeksinovasi.keluaran.peringkat import cetak

            cetak(hasil.peringkat, konsol())
    Pengumpul(hasil.temuan).tulis()
    return int(hasil.ditinggalkan)
