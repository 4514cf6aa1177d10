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
    if not teks:
        return []
    teks = teks.removeprefix("\ufeff")
    return _PEMISAH_BARIS.split(teks) if "\r" in teks else teks.split("\n")


def _tampil(satu: str) -> str:
    if satu == "\t":
        return _TAB
    return "" if ord(satu) in _PEMILIH_RAGAM else aman(satu)


def kutip_sumber(baris: str, kolom: int, ruang: int) -> tuple[str, int]:
    """Potongan *baris* selebar paling banyak *ruang* di sekitar *kolom* (mulai 1).

    Bersama potongannya: banyak kolom terminal sebelum karakter yang ditunjuk. Yang tidak muat diganti "…".
    """
    titik = min(max(kolom - 1, 0), len(baris))
    if baris.isascii() and baris.isprintable():
        return _kutip_lugas(baris, titik, ruang)
    sesudah, sebelum = range(titik, len(baris)), range(titik - 1, -1, -1)
    penuh, _ = _muat(baris, sesudah, ruang)
    jatah = max(ruang * 2 // 3, ruang - lebar("".join(penuh)))
    kiri = "".join(reversed(_muat_atau_potong(baris, sebelum, jatah)))
    kanan = "".join(_muat_atau_potong(baris, sesudah, ruang - lebar(kiri)))
    return kiri + kanan, lebar(kiri)


def _kutip_lugas(baris: str, titik: int, ruang: int) -> tuple[str, int]:
    """Baris yang setiap karakternya tampil apa adanya selebar satu kolom."""
    jatah = max(ruang * 2 // 3, ruang - (len(baris) - titik))
    kiri = baris[:titik] if titik <= jatah else _POTONG + baris[titik - jatah + 1 : titik]
    sisa = ruang - len(kiri)
    kanan = baris[titik:] if len(baris) - titik <= sisa else baris[titik : titik + sisa - 1] + _POTONG
    return kiri + kanan, len(kiri)


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
