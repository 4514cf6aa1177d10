"""Menjalankan perbandingan dan menulis laporannya ke stdout; temuan dan keterangan ke stderr."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from indeksinovasi.alur.banding import RencanaBanding, jalankan_banding
from indeksinovasi.cli.kemajuan import pantau
from indeksinovasi.cli.lapor_nilai import PengumpulNilai
from indeksinovasi.inti.model.banding import BandingDaerah
from indeksinovasi.keluaran.teks import aman


def laporkan_banding(rencana: RencanaBanding, format: str, *, rinci: bool, perintah: str) -> int:
    """Tulis perbandingan dalam *format*; kembalikan kode keluar (1 bila ada berkas yang ditinggalkan).

    *perintah*: perintah yang menampilkan semua barisnya.
    """
    pengumpul = PengumpulNilai(rencana.temuan)
    if rencana.dilewati:
        sys.stderr.write(aman(f"Tanpa dua sisi yang diminta: {', '.join(rencana.dilewati)}.") + "\n")
    semua = pengumpul.lewat(pantau(jalankan_banding(rencana), len(rencana.daerah)))
    match format:
        case "json":
            from indeksinovasi.keluaran.banding_json import rangkai_banding

            sys.stdout.writelines(rangkai_banding(semua, pengumpul.temuan))
        case "markdown":
            from indeksinovasi.keluaran.banding_dokumen import dokumen_banding
            from indeksinovasi.keluaran.penulis.markdown import teks_markdown

            sys.stdout.write("\n".join(teks_markdown(dokumen_banding(satu, rinci=True)) for satu in semua))
        case _:
            _teks(semua, perintah, ringkas=len(rencana.daerah) > 1 and not rinci, rinci=rinci)
    if format != "json":
        pengumpul.tulis()
    return int(pengumpul.ditinggalkan)


def _teks(semua: Iterator[BandingDaerah], perintah: str, *, ringkas: bool, rinci: bool) -> None:
    from indeksinovasi.keluaran.banding_dokumen import dokumen_banding, dokumen_banyak
    from indeksinovasi.keluaran.penulis.terminal import cetak_dokumen

    if ringkas:
        cetak_dokumen(dokumen_banyak(list(semua)))
        return
    for urutan, satu in enumerate(semua):
        if urutan:
            sys.stdout.write("\n")
        cetak_dokumen(dokumen_banding(satu, rinci=rinci, perintah=perintah))
