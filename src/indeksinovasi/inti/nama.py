"""Judul dan nama menjadi kode berkas dan folder yang aman di semua sistem, dan kunci pembanding nama."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

PANJANG_KODE = 100
_BUKAN_KODE = re.compile(r"[^a-z0-9]+")
_TAK_TERLIHAT = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_PERANTI = frozenset(
    ("con", "prn", "aux", "nul", *(f"{nama}{angka}" for nama in ("com", "lpt") for angka in range(1, 10)))
)
_TERLARANG = frozenset(("bukti", "spd", *_PERANTI))

_TANDA_KOSONG = ("", "-", "--", "---", "–", "—", "\u2010", "\u2212")
PANJANG_TANDA_KOSONG = 8
"""Tulisan yang lebih panjang bukan tanda kosong."""


def kode_dari(nama: str, bawaan: str = "inovasi") -> str:
    """Kode ``[a-z0-9-]+`` dari *nama*, paling panjang 100; *bawaan* bila tidak ada huruf yang tersisa.

    ``bukti`` dan nama peranti Windows mendapat ekor, karena sistem atau pembacanya memberi arti lain.
    """
    polos = nama.casefold()
    if not polos.isascii():
        polos = unicodedata.normalize("NFKD", polos).encode("ascii", "ignore").decode("ascii")
    kode = _BUKAN_KODE.sub("-", polos).strip("-")[:PANJANG_KODE].strip("-") or bawaan
    return f"{kode}-1" if kode in _TERLARANG else kode


def kode_unik(kode: str, dipakai: Container[str]) -> str:
    """*kode*, atau *kode* berekor bilangan terkecil (mulai 2) yang belum *dipakai*."""
    if kode not in dipakai:
        return kode
    nomor = 2
    while (calon := f"{kode[: PANJANG_KODE - len(str(nomor)) - 1].strip('-')}-{nomor}") in dipakai:
        nomor += 1
    return calon


def rapikan_teks(teks: str) -> str:
    """Teks satu baris: spasi di tepi dan spasi rangkap dibuang."""
    return " ".join(teks.split())


def kunci_nama(teks: str) -> str:
    """Pembanding nama: besar kecil huruf, spasi, tanda bentuk, dan ragam Unicode tidak dibedakan."""
    if teks.isascii():
        return "".join(teks.casefold().split())
    utuh = unicodedata.normalize("NFKC", teks)
    terlihat = "".join(satu for satu in utuh if unicodedata.category(satu) != "Cf")
    return "".join(terlihat.casefold().split())


def tampak(teks: str) -> str:
    """*teks* tanpa penanda bentuk yang terbawa dari Word dan peramban; sel yang hanya berisi itu kosong."""
    return _TAK_TERLIHAT.sub("", teks)


def bertanda_kosong(nilai: object) -> bool:
    """Tulisan yang berarti tidak ada: kosong, atau tanda hubung seperti pada ekspor resmi."""
    return isinstance(nilai, str) and len(nilai) <= PANJANG_TANDA_KOSONG and nilai.strip() in _TANDA_KOSONG
