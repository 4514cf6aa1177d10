"""Satu sumber impor dikenali dari isinya: xlsx, csv, atau bundel formulir (JSON)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from indeksinovasi.berkas.buka import baca_awal, sebab_os
from indeksinovasi.berkas.tabel.excel import baca_xlsx
from indeksinovasi.berkas.tabel.hasil import TabelTerbaca, tak_terbaca
from indeksinovasi.berkas.tabel.teks import baca_csv
from indeksinovasi.inti.model.bundel import Bundel

BATAS_TABEL = 64 * 1024 * 1024
_SIMPAN_LAGI = "Minta OPD membuka formulirnya dan menekan Simpan lagi, lalu ulangi dengan berkas itu."
_XLS = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class IsiSumber(NamedTuple):
    """Isi satu sumber: tabel, atau bundel formulir."""

    nama: str
    tabel: TabelTerbaca
    bundel: Bundel | None = None


def adalah_excel(jalur: Path) -> bool:
    """Benar bila isinya arsip xlsx, yang memerlukan pustaka tambahan."""
    try:
        return baca_awal(jalur, 2) == b"PK"
    except OSError:
        return False


def baca_sumber(jalur: Path, nama: str) -> IsiSumber:
    """Isi *jalur*; yang tidak terbaca menjadi temuan IMP801."""
    try:
        bita = baca_awal(jalur, BATAS_TABEL + 1)
    except OSError as galat:
        return IsiSumber(nama, tak_terbaca(nama, f"berkas tidak dapat dibaca: {sebab_os(galat)}"))
    if len(bita) > BATAS_TABEL:
        return IsiSumber(nama, tak_terbaca(nama, f"berkas lebih besar dari {BATAS_TABEL >> 20} MB"))
    if bita.startswith(_XLS):
        pesan = "Excel lama (.xls) atau buku kerja bersandi"
        return IsiSumber(
            nama, tak_terbaca(nama, pesan, "Simpan ulang sebagai .xlsx tanpa sandi, lalu ulangi.")
        )
    if bita.startswith(b"PK"):
        return IsiSumber(nama, baca_xlsx(bita, nama))
    if bita.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return _bundel(bita, nama)
    if not bita.strip():
        return IsiSumber(nama, tak_terbaca(nama, "berkas kosong"))
    return IsiSumber(nama, baca_csv(bita, nama))


def _bundel(bita: bytes, nama: str) -> IsiSumber:
    try:
        bundel = Bundel.model_validate(json.loads(bita.decode("utf-8-sig")))
    except (ValueError, RecursionError, ValidationError):
        return IsiSumber(nama, tak_terbaca(nama, "bukan simpanan formulir yang dikenal", _SIMPAN_LAGI))
    return IsiSumber(nama, TabelTerbaca(), bundel)
