"""Bilangan yang diketik bersama satuannya: langkah perbaikan yang tidak mengubah artinya.

Satuan dilepas hanya bila sama dengan satuan isiannya: "2 minggu" di tempat bulan bukan 2.
"""

from __future__ import annotations

import re
from decimal import Decimal

from indeksinovasi.inti.ejaan import tanda_biasa
from indeksinovasi.inti.model.angka import berpemisah_ribuan, petunjuk_ribuan

_PENGALI = {
    "ratus": 100,
    "lusin": 12,
    "ribu": 1000,
    "rb": 1000,
    "juta": 10**6,
    "jt": 10**6,
    "miliar": 10**9,
    "milyar": 10**9,
    "triliun": 10**12,
}
_TULISAN = re.compile(
    rf"(?P<uang>Rp\.?\s*)?(?P<angka>[-+]?\d[\d.,]*?)[.,]?-?\s*(?:(?P<kali>{'|'.join(_PENGALI)})\b\.?)?"
    r"\s*(?P<satuan>%|[a-z][a-z /.-]*)?",
    re.ASCII | re.IGNORECASE,
)
_KOMA_RIBUAN = re.compile(r"[-+]?[1-9]\d{0,2},\d{3}", re.ASCII)
_DESIMAL = re.compile(r"[-+]?\d+(?:\.\d+)?", re.ASCII)
_SATUAN: dict[str, tuple[str, ...]] = {
    "orang": ("org", "jiwa", "pegawai", "personel", "personil"),
    "perangkat daerah": ("opd", "pd", "skpd", "perangkat"),
    "kali": ("x", "kl"),
    "hari": ("hr",),
    "bulan": ("bln", "bl"),
    "unsur": (),
    "persen": ("%", "prosen", "percent", "pct"),
    "barang": ("produk", "unit", "buah", "pcs", "item", "jenis"),
    "periode": (),
    "poin": ("point", "skor"),
}
"""Sebutan lain bagi satuan yang namanya berawal demikian."""
_PANJANG = 30


_BAWAAN = "Tulis satu bilangan dengan angka, tanpa satuan dan tanda petik."


def petunjuk_bilangan(tertulis: str, satuan: str = "") -> str:
    """Langkah bagi teks di tempat bilangan bersatuan *satuan*; kosong bila satuannya tidak ditetapkan."""
    cocok = _TULISAN.fullmatch(tanda_biasa(tertulis))
    if cocok is None:
        return _BAWAAN
    if lain := _satuan_lain(cocok, satuan):
        return (
            f'Yang diminta bilangan {satuan}, yang tertulis "{lain[:_PANJANG]}"; hitung dahulu, lalu tulis '
            "bilangannya saja."
        )
    if banyak := _pasti(cocok):
        return f"Tulis {banyak}, tanpa satuan dan tanda petik."
    if cocok["kali"] or not _bertiga(angka := cocok["angka"]):
        return _BAWAAN
    tulisan = _satuan(cocok)
    tulis = petunjuk_ribuan(angka.replace(",", "."), bulat=bool(tulisan) and tulisan != "%")
    return f"{tulis[0].upper()}{tulis[1:]}; tanpa satuan dan tanda petik."


def bilangan_dimaksud(tertulis: str, satuan: str = "") -> str | None:
    """Bilangan yang pasti dimaksud *tertulis*; ``None`` bila satuannya lain atau dapat dibaca dua cara."""
    cocok = _TULISAN.fullmatch(tanda_biasa(tertulis))
    return None if cocok is None or _satuan_lain(cocok, satuan) else _pasti(cocok)


def _satuan(cocok: re.Match[str]) -> str:
    return (cocok["satuan"] or "").strip(" .-/")


def _satuan_lain(cocok: re.Match[str], satuan: str) -> str:
    """Satuan yang tertulis bila bukan *satuan*; kosong bila sama, tidak tertulis, atau tidak ditetapkan."""
    tulisan = "Rp" if cocok["uang"] else _satuan(cocok)
    return tulisan if satuan and tulisan and not _sama(tulisan, satuan) else ""


def _pasti(cocok: re.Match[str]) -> str | None:
    angka = None if _bertiga(cocok["angka"]) else _bertitik(cocok["angka"])
    if angka is None or not cocok["kali"]:
        return angka
    return f"{(Decimal(angka) * _PENGALI[cocok['kali'].lower()]).normalize():f}"


def _bertiga(angka: str) -> bool:
    """Tiga angka sesudah titik atau koma: ribuan atau pecahan."""
    return berpemisah_ribuan(angka) or _KOMA_RIBUAN.fullmatch(angka) is not None


def _sama(tulisan: str, satuan: str) -> bool:
    kata = tulisan.casefold()
    nama = next((satu for satu in _SATUAN if satuan.startswith(satu)), satuan)
    awal = kata.split()[0].rstrip(".")
    return awal == nama.split()[0] or awal in _SATUAN.get(nama, ()) or kata == satuan


def _bertitik(angka: str) -> str | None:
    """*angka* dengan titik desimal, tanpa pemisah ribuan dan nol di depan; ``None`` bila tidak pasti."""
    if re.fullmatch(r"[-+]?\d+(?:\.\d{3})*,\d+", angka):
        angka = angka.replace(".", "").replace(",", ".")
    if not _DESIMAL.fullmatch(angka):
        return None
    return re.sub(r"^\+?(-?)0+(?=\d)", r"\1", angka)
