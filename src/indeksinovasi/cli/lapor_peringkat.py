"""Menulis peringkat ke stdout; temuan dan keterangan ke stderr."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from indeksinovasi.alur.peringkat import HasilPeringkat
from indeksinovasi.cli.lapor_nilai import PengumpulNilai, tulis_keterangan
from indeksinovasi.cli.pilihan import tulis_perintah
from indeksinovasi.inti.laporan.peringkat import Peringkat

if TYPE_CHECKING:
    from indeksinovasi.keluaran.nilai_csv import RagamCsv


def laporkan_peringkat(
    hasil: HasilPeringkat,
    format: str,
    sama: tuple[str | Path, ...],
    saring: tuple[str, ...],
    ragam: RagamCsv,
) -> int:
    """Tulis *hasil* dalam *format*; kembalikan kode keluar (1 bila ada berkas yang ditinggalkan).

    *sama*: DATA dan pilihan yang dipakai lagi oleh perintah yang dianjurkan; *saring* khusus peringkat.
    """
    tulis_keterangan(
        hasil.peringkat.tahun, hasil.tanpa_tahun, dipilih=hasil.tahun_dipilih, lewat=hasil.tanpa_metode
    )
    match format:
        case "json":
            from indeksinovasi.keluaran.peringkat import teks_json

            sys.stdout.write(teks_json(hasil.peringkat, hasil.temuan))
            return int(hasil.ditinggalkan)
        case "csv":
            from indeksinovasi.keluaran.peringkat_csv import teks_csv

            sys.stdout.write(teks_csv(hasil.peringkat, ragam))
        case "markdown":
            from indeksinovasi.keluaran.penulis.markdown import teks_markdown
            from indeksinovasi.keluaran.peringkat_dokumen import dokumen_peringkat

            sys.stdout.write(teks_markdown(dokumen_peringkat(hasil.peringkat)))
        case _:
            from indeksinovasi.keluaran.penulis.terminal import cetak_dokumen
            from indeksinovasi.keluaran.peringkat_dokumen import dokumen_peringkat

            cetak_dokumen(dokumen_peringkat(hasil.peringkat, _lanjut(hasil.peringkat, sama, saring)))
    PengumpulNilai(hasil.temuan).tulis()
    return int(hasil.ditinggalkan)


def _lanjut(peringkat: Peringkat, sama: tuple[str | Path, ...], saring: tuple[str, ...]) -> tuple[str, str]:
    if peringkat.menurut == "inovasi":
        return tulis_perintah("nilai", *sama, "--rinci"), "turunan tiap angka"
    berikut = "opd" if peringkat.menurut == "daerah" else "inovasi"
    nama = {"opd": "perangkat daerah", "inovasi": "inovasi"}[berikut]
    return tulis_perintah("peringkat", *sama, *saring, "--menurut", berikut), f"urutan {nama}"
