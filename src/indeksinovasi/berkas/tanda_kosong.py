"""Tanda ``-`` tanpa petik sebagai nilai: bagi YAML awal sebuah daftar, bagi penulisnya tanda kosong.

Tandanya diganti satu karakter yang dapat dibaca, sehingga letak setiap isian lain tetap.
"""

from __future__ import annotations

import re
from typing import Any

import ryaml

from indeksinovasi.berkas.letak import Letak, PetaBaris

PENGGANTI = "\u2010"
_BANYAK = 50
_SEBAB = "block sequence entries are not allowed"
_LETAK = re.compile(r"at line (\d+) column (\d+)")
_NILAI = re.compile(r"-[ \t]*(?:#.*)?$", re.MULTILINE)
_BARIS_KUNCI = re.compile(r"(?P<jorok>[ ]*(?:- +)*)[^\s#][^\r\n]*?:[ \t]+$")
_MUNGKIN = re.compile(r":[ \t]+-[ \t]*(?:#[^\r\n]*)?(?:[\r\n]|$)")


def mungkin_bertanda(teks: str) -> bool:
    """Saringan murah: *teks* mungkin memuat ``kunci: -``."""
    return _MUNGKIN.search(teks) is not None


def gantikan_tanda_kosong(teks: str, pesan: str) -> tuple[str, Any] | None:
    """*teks* yang tanda kosongnya diganti dan datanya; ``None`` bila bukan itu sebab galat *pesan* ryaml."""
    baris = PetaBaris(teks, libyaml=True)
    for _ in range(_BANYAK):
        cocok = _LETAK.search(pesan) if _SEBAB in pesan else None
        indeks = baris.indeks(Letak(int(cocok[1]), int(cocok[2]))) if cocok else None
        if indeks is None or not _tanda_kosong(teks, indeks):
            return None
        teks = f"{teks[:indeks]}{PENGGANTI}{teks[indeks + 1 :]}"
        try:
            return teks, _kembalikan(ryaml.loads(teks))
        except ValueError as galat:
            pesan = str(galat)
        except RecursionError:
            return None
    return None


def _tanda_kosong(teks: str, indeks: int) -> bool:
    """``-`` sesudah ``kunci:``, sendirian di barisnya dan tanpa isi yang lebih menjorok di bawahnya."""
    awal = max(teks.rfind("\n", 0, indeks), teks.rfind("\r", 0, indeks)) + 1
    kepala = _BARIS_KUNCI.fullmatch(teks, awal, indeks)
    nilai = _NILAI.match(teks.replace("\r", "\n"), indeks) if kepala else None
    if kepala is None or nilai is None:
        return False
    bawah = next((satu for satu in teks[nilai.end() :].splitlines() if satu.strip()), "")
    return len(bawah) - len(bawah.lstrip(" ")) <= len(kepala["jorok"])


def _kembalikan(data: Any) -> Any:
    """*data* dengan tanda aslinya; kedalamannya sudah dibatasi pembaca."""
    if isinstance(data, dict):
        return {kunci: _kembalikan(nilai) for kunci, nilai in data.items()}
    if isinstance(data, list):
        return [_kembalikan(satu) for satu in data]
    return "-" if data == PENGGANTI else data
