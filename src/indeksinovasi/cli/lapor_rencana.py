"""Menulis hasil rencana ke stdout; temuan dan keterangan ke stderr."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from indeksinovasi.alur.rencana import BahanRencana
from indeksinovasi.cli.lapor_nilai import PengumpulNilai, tulis_keterangan
from indeksinovasi.cli.pilihan import tulis_perintah
from indeksinovasi.inti.hitung.ikhtisar import batas_sekitar
from indeksinovasi.inti.model.hasil import Hasil
from indeksinovasi.keluaran.dokumen import DaftarPerintah, Dokumen, Judul, kalimat
from indeksinovasi.keluaran.teks import aman

if TYPE_CHECKING:
    from indeksinovasi.keluaran.grafik.bidang import BaganSvg


def laporkan_rencana(bahan: BahanRencana, isi: Dokumen, format: str, lanjut: tuple[str, str]) -> int:
    """Tulis dokumen *isi*; kembalikan kode keluar (1 bila ada berkas yang ditinggalkan).

    *lanjut*: perintah berikutnya dan keterangannya, hanya di terminal.
    """
    from indeksinovasi.keluaran.penulis.markdown import teks_markdown
    from indeksinovasi.keluaran.penulis.terminal import cetak_dokumen

    _keterangan(bahan)
    if format == "markdown":
        sys.stdout.write(teks_markdown(isi))
    else:
        cetak_dokumen((*isi, Judul(kalimat("Lanjut")), DaftarPerintah((lanjut,))))
    PengumpulNilai(bahan.temuan).tulis()
    return int(bahan.ditinggalkan)


def perintah_lanjut(nama: str, hasil: Hasil, sama: tuple[str | Path, ...]) -> tuple[str, str]:
    """Perintah sesudah ``rencana`` *nama*: jalan termurah, lalu risikonya, lalu bukti yang dikuatkan.

    *sama*: DATA dan pilihan yang dipakai lagi.
    """
    if nama == "risiko" or hasil.utama.skor is None:
        return tulis_perintah("validasi", sama[0]), "bukti yang perlu dikuatkan"
    berikut = batas_sekitar(hasil).berikut
    if nama != "target" and berikut and '"' not in berikut[0]:
        return f'{tulis_perintah("rencana", "target", *sama)} --predikat "{berikut[0]}"', ""
    return tulis_perintah("rencana", "risiko", *sama), "bila sebagian bukti gagal"


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
