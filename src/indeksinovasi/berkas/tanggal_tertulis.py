"""Tanggal seperti yang biasa diketik: 17 Agustus 2023, 17-8-23, 2023-8-17, atau Februari 2023."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from indeksinovasi.inti.ejaan import tanda_biasa
from indeksinovasi.inti.model.angka import ABAD_INI

_BULAN = {
    nama: nomor
    for nomor, semua in enumerate(
        (
            ("januari", "jan", "january"),
            ("februari", "feb", "pebruari", "february"),
            ("maret", "mar", "march"),
            ("april", "apr"),
            ("mei", "may"),
            ("juni", "jun", "june"),
            ("juli", "jul", "july"),
            ("agustus", "agu", "ags", "agt", "august", "aug"),
            ("september", "sep", "sept"),
            ("oktober", "okt", "october", "oct"),
            ("november", "nov", "nopember", "nop"),
            ("desember", "des", "december", "dec"),
        ),
        1,
    )
    for nama in semua
}
_HARI_DULU = re.compile(r"(?:[a-z]+, *)?(\d{1,2})(?:[-/. ]+([a-z]+|\d{1,2})[-/., ]+|([a-z]+))(\d{4}|\d{2})")
_BULAN_DULU = re.compile(r"([a-z]+)[. ]+(\d{1,2})(?:,| )[ ]*(\d{4})")
_TAHUN_DULU = re.compile(r"(\d{4})[-/. ]+([a-z]+|\d{1,2})[-/. ]+(\d{1,2})")
_BULAN_SAJA = re.compile(r"([a-z]+|\d{1,2})[-/., ]+(\d{4})|(\d{4})[-/. ]+(\d{1,2})")
_JAM = re.compile(r"(?<=\d)(?:t| +)\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?(?: *(?:wib|wita|wit))?$")
_RAPAT = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})")
_EXCEL = re.compile(r"(\d{5})(?:\.\d+)?")
_AWAL_EXCEL = date(1899, 12, 30)
_TAHUN_EXCEL = range(1990, 2051)


class TanggalTertulis(NamedTuple):
    """Langkah perbaikannya; ``hari`` tanggal yang dimaksud bila pasti; ``mustahil``: di luar kalender."""

    petunjuk: str
    hari: date | None = None
    mustahil: bool = False


def baca_tulisan(tulisan: str) -> TanggalTertulis | None:
    """Tanggal yang dimaksud *tulisan*; ``None`` bila tidak dapat dikenali."""
    rapi = _JAM.sub("", tanda_biasa(tulisan).casefold().rstrip(",.; "))
    if cocok := _RAPAT.fullmatch(rapi):
        return _susun(*cocok.groups())
    if cocok := _HARI_DULU.fullmatch(rapi):
        hari, bulan, rapat, tahun = cocok.groups()
        return _susun(tahun, bulan or rapat, hari)
    if cocok := _BULAN_DULU.fullmatch(rapi):
        bulan, hari, tahun = cocok.groups()
        return _susun(tahun, bulan, hari)
    if cocok := _EXCEL.fullmatch(rapi):
        return _nomor_excel(int(cocok[1]))
    if cocok := _TAHUN_DULU.fullmatch(rapi):
        return _susun(*cocok.groups())
    if cocok := _BULAN_SAJA.fullmatch(rapi):
        nama, tahun, tahun_dulu, angka = cocok.groups()
        nomor = _bulan(nama or angka)
        if nomor and 1 <= nomor <= 12:
            return TanggalTertulis(f"Tambahkan harinya: {tahun or tahun_dulu}-{nomor:02d}-DD.")
    return None


def _susun(tahun: str, bulan: str, hari: str) -> TanggalTertulis | None:
    nomor = _bulan(bulan)
    if nomor is None:
        return None
    penuh = int(tahun) if len(tahun) == 4 else ABAD_INI + int(tahun)
    try:
        maksud = date(penuh, nomor, int(hari))
    except ValueError:
        return TanggalTertulis("Tulis tanggal sebagai YYYY-MM-DD, misalnya 2023-01-12.", mustahil=True)
    # Tahun dua angka hanya diduga: 12-11-10 dapat berarti tiga tanggal.
    if len(tahun) == 4:
        return TanggalTertulis(f"Tulis {maksud.isoformat()}.", maksud)
    return TanggalTertulis(f"Tulis {maksud.isoformat()} bila memang itu.")


def _bulan(tulisan: str) -> int | None:
    return int(tulisan) if tulisan.isdecimal() else _BULAN.get(tulisan)


def _nomor_excel(nomor: int) -> TanggalTertulis | None:
    """Nomor urut hari yang ditampilkan Excel bila selnya tidak berformat tanggal."""
    hari = _AWAL_EXCEL + timedelta(days=nomor)
    if hari.year not in _TAHUN_EXCEL:
        return None
    return TanggalTertulis(f"Tulis {hari.isoformat()} bila itu nomor tanggal dari Excel.")
