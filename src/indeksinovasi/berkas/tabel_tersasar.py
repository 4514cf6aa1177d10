"""Tabel inovasi (xlsx, ods, xls, csv) yang diletakkan di folder data: isinya baru masuk sesudah diimpor.

Dikenali dari judul kolom dan lembarnya, jadi daftar hadir dan tabel lain yang menjadi bukti tidak disebut.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator

from indeksinovasi.berkas.batas import BATAS_LIRIK
from indeksinovasi.berkas.buka import baca_awal

_BATAS_ARSIP = 16 * 1024 * 1024
_BAGIAN = ("xl/sharedStrings.xml", "xl/worksheets/sheet1.xml", "content.xml")
_JUDUL = re.compile(rb"(?i)(?:judul|nama) inovasi|lembar isian inovasi")


def memuat_inovasi(jalur: str) -> bool:
    """Awal tabel di *jalur* menyebut judul inovasi; arsip rusak atau berkas tak terbaca dianggap bukan."""
    try:
        return any(_JUDUL.search(satu.replace(b"\0", b"")) for satu in _awal_isi(jalur))
    except (zipfile.BadZipFile, struct.error, zlib.error, ValueError, EOFError, RuntimeError, OSError):
        return False


def _awal_isi(jalur: str) -> Iterator[bytes]:
    """Awal teks tabel: bitanya sendiri, atau awal bagian arsip yang memuat tulisan selnya."""
    awal = baca_awal(jalur, BATAS_LIRIK)
    if not awal.startswith(b"PK"):
        yield awal
        return
    with zipfile.ZipFile(io.BytesIO(baca_awal(jalur, _BATAS_ARSIP))) as arsip:
        for nama in set(_BAGIAN) & set(arsip.namelist()):
            # Yang ditiup hanya awalnya, jadi arsip yang mekar tidak menghabiskan memori.
            with arsip.open(nama) as bagian:
                yield bagian.read(BATAS_LIRIK)
