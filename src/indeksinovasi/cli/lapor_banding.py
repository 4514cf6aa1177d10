"""Menjalankan perbandingan dan menulis laporannya ke stdout; temuan dan keterangan ke stderr."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from indeksinovasi.alur.banding import RencanaBanding, jalankan_banding
from indeksinovasi.cli.kemajuan import pantau
from indeksinovasi.cli.lapor_nilai import Pengumpul
from indeksinovasi.inti.model.banding import BandingDaerah
from indeksinovasi.keluaran.teks import aman


def lapor(rencana: RencanaBanding, format: str, *, rinci: bool) -> int:
    """Tulis perbandingan dalam *format*; kembalikan kode keluar (1 bila ada berkas yang ditinggalkan)."""
    pengumpul = Pengumpul(rencana.temuan)
    if rencana.dilewati:
        sys.stderr.write(aman(f"Tanpa dua sisi yang diminta: {', '.join(rencana.dilewati)}.") + "\n")
    semua = pengumpul.lewat(pantau(jalankan_banding(rencana), len(rencana.daerah)))
    match format:
        case "json":
            from indeksinovasi.keluaran.banding_json import rangkai

            sys.stdout.writelines(rangkai(semua, pengumpul.temuan))
        case "markdown":
            from indeksinovasi.keluaran.banding_markdown import potong

            sys.stdout.write("\n".join(map(potong, semua)))
        case _:
            _teks(semua, ringkas=len(rencana.daerah) > 1 and not rinci, rinci=rinci)
    if format != "json":
        pengumpul.tulis()
    return int(pengumpul.ditinggalkan)


def _teks(semua: Iterator[BandingDaerah], *, ringkas: bool, rinci: bool) -> None:
    from indeksinovasi.keluaran.banding_teks import cetak, cetak_banyak
    from indeksinovasi.keluaran.layar import konsol

    layar = konsol()
    if ringkas:
        cetak_banyak(semua, layar)
        return
    for urutan, satu in enumerate(semua):
        if urutan:
            layar.print()
        cetak(satu, layar, rinci=rinci)
