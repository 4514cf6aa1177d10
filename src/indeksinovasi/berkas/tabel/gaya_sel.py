"""Gaya dan nama lembar xlsx: sel mana yang tampil sebagai persen, dan bagian arsip mana lembar yang mana.

Pembaca xlsx memberi nilai tersimpannya: 90% adalah 0,9. Orang membaca 90, jadi selnya harus dikenali.
"""

from __future__ import annotations

import re
from html import unescape

_GAYA = re.compile(r"<(?:\w+:)?cellXfs\b.*?</(?:\w+:)?cellXfs>", re.DOTALL)
_XF = re.compile(r"<(?:\w+:)?xf\b[^>]*>")
_BENTUK = re.compile(r"<(?:\w+:)?numFmt\b[^>]*>")
_LEMBAR = re.compile(r"<(?:\w+:)?sheet\b[^>]*>")
_RUJUKAN = re.compile(r"<(?:\w+:)?Relationship\b[^>]*>")
_ISI = re.compile(r"""([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_HARFIAH = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_PERSEN_BAWAAN = frozenset(("9", "10"))


def gaya_persen(gaya: str) -> frozenset[int]:
    """Nomor gaya sel berformat persen pada ``xl/styles.xml``."""
    persen = set(_PERSEN_BAWAAN)
    for satu in _BENTUK.findall(gaya):
        isi = _atribut(satu)
        if "%" in _HARFIAH.sub("", isi.get("formatCode", "")):
            persen.add(isi.get("numFmtId", ""))
    kumpulan = _GAYA.search(gaya)
    semua = _XF.findall(kumpulan.group()) if kumpulan else []
    return frozenset(nomor for nomor, satu in enumerate(semua) if _atribut(satu).get("numFmtId") in persen)


def bagian_lembar(buku: str, rujukan: str) -> dict[str, str]:
    """Nama lembar menurut bagian arsipnya, dari ``xl/workbook.xml`` dan rujukannya."""
    tujuan = {}
    for satu in _RUJUKAN.findall(rujukan):
        isi = _atribut(satu)
        letak = isi.get("Target", "")
        tujuan[isi.get("Id", "")] = letak[1:] if letak.startswith("/") else f"xl/{letak}"
    hasil = {}
    for satu in _LEMBAR.findall(buku):
        isi = _atribut(satu)
        kenal = next((nilai for kunci, nilai in isi.items() if kunci.rpartition(":")[2] == "id"), "")
        hasil[tujuan.get(kenal, "")] = isi.get("name", "")
    return hasil


def _atribut(tanda: str) -> dict[str, str]:
    return {cocok[1]: unescape(cocok[2] or cocok[3] or "") for cocok in _ISI.finditer(tanda)}
