"""Isian yang menerima teks bebas: seluruh tulisan di sana nilainya, juga tanda ``#``, koma, dan titik dua.

Di isian lain (pilihan, bilangan, tanggal) ekor semacam itu hampir pasti komentar, dan mengapitnya dengan
petik akan membuat nilainya tidak terbaca.
"""

from __future__ import annotations

import re

from indeksinovasi.inti.model.inovasi import TEKS_URAIAN
from indeksinovasi.inti.model.temuan import Jalur

KUNCI_TEKS = frozenset(
    (
        *("nama", "nama_inisiator", "tematik", "pkpn", "video", *TEKS_URAIAN),
        *("berkas", "tautan", "nomor", "tentang", "catatan", "oleh", "sumber", "predikat"),
    )
)
KUNCI_ALAMAT = frozenset(("berkas", "tautan", "video"))
"""Isian teks yang menunjuk sesuatu."""
_AWAL_ISIAN = re.compile(r"(?:[\[{,]|:(?=\s))\s*")
_KUNCI_DEPAN = re.compile(r"([\w-]+)['\"]?\s*:\s+$")


def isian_teks(jalur: Jalur) -> bool:
    """Nilai di *jalur* teks bebas."""
    return bool(jalur) and (jalur[-1] in KUNCI_TEKS or (len(jalur) == 2 and jalur[0] == "perangkat_daerah"))


def batas_isian(teks: str, indeks: int) -> tuple[int, int]:
    """Awal dan akhir nilai tanpa petik yang memuat karakter ke-*indeks*, di dalam kurung pada satu baris."""
    awal_baris = max(teks.rfind("\n", 0, indeks), teks.rfind("\r", 0, indeks)) + 1
    awal = awal_baris
    for cocok in _AWAL_ISIAN.finditer(teks, awal_baris, indeks):
        awal = cocok.end()
    akhir = re.compile(r"[^,}\]\r\n]*").match(teks, indeks)
    ujung = akhir.end() if akhir else indeks
    return awal, awal + len(teks[awal:ujung].rstrip())


def kunci_isian(teks: str, awal: int) -> str:
    """Kunci yang nilainya mulai di karakter ke-*awal*, pada baris yang sama."""
    awal_baris = max(teks.rfind("\n", 0, awal), teks.rfind("\r", 0, awal)) + 1
    cocok = _KUNCI_DEPAN.search(teks, awal_baris, awal)
    return cocok.group(1) if cocok else ""
