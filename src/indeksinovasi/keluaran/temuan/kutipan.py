"""Kutipan baris sumber di sekitar satu kolom; karakter kendali tampil sebagai "�", tab empat kolom."""

from __future__ import annotations

import re

from indeksinovasi.keluaran.lipatan import lebar
from indeksinovasi.keluaran.teks import aman

_PEMISAH_BARIS = re.compile(r"\r\n|\r|\n")
_PEMILIH_RAGAM = range(0xFE00, 0xFE10)
_TAB = "→   "
_POTONG = "…"


def pecah_baris(teks: str | None) -> list[str]:
    """Baris-baris *teks* tanpa tanda BOM; kosong bila tidak ada isinya."""
    return _PEMISAH_BARIS.split(teks.removeprefix("\ufeff")) if teks else []


def _tampil(satu: str) -> str:
    if satu == "\t":
        return _TAB
    return "" if ord(satu) in _PEMILIH_RAGAM else aman(satu)


def kutip_sumber(baris: str, kolom: int, ruang: int) -> tuple[str, int]:
    """Potongan *baris* selebar paling banyak *ruang* di sekitar *kolom* (mulai 1).

    Bersama potongannya: banyak kolom terminal sebelum karakter yang ditunjuk. Yang tidak muat diganti "…".
    """
    titik = min(max(kolom - 1, 0), len(baris))
    sesudah, sebelum = range(titik, len(baris)), range(titik - 1, -1, -1)
    penuh, _ = _muat(baris, sesudah, ruang)
    jatah = max(ruang * 2 // 3, ruang - lebar("".join(penuh)))
    kiri = "".join(reversed(_muat_atau_potong(baris, sebelum, jatah)))
    kanan = "".join(_muat_atau_potong(baris, sesudah, ruang - lebar(kiri)))
    return kiri + kanan, lebar(kiri)


def _muat(baris: str, urutan: range, ruang: int) -> tuple[list[str], bool]:
    """Karakter menurut *urutan* yang muat dalam *ruang*, dan apakah semuanya muat."""
    isi: list[str] = []
    for letak in urutan:
        tampil = _tampil(baris[letak])
        ruang -= lebar(tampil)
        if ruang < 0:
            return isi, False
        isi.append(tampil)
    return isi, True


def _muat_atau_potong(baris: str, urutan: range, ruang: int) -> list[str]:
    isi, semua = _muat(baris, urutan, ruang)
    return isi if semua else [*_muat(baris, urutan, ruang - 1)[0], _POTONG]
