"""Kalimat bagi bilangan yang tulisannya keliru atau meragukan: SKM108, SKM113, dan SKM114."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from indeksinovasi.inti.ejaan import PANJANG_KUTIPAN, kutip, tanda_biasa
from indeksinovasi.inti.model.angka import AngkaTertulis, berpemisah_ribuan, petunjuk_ribuan
from indeksinovasi.inti.model.temuan import Jalur, Masalah, Usul

_KOMA_RIBUAN = re.compile(r"[-+]?[1-9]\d{0,2},\d{3}", re.ASCII)
_KOMA_TIGA = re.compile(r",\d{3}$", re.ASCII)
_BERKOMA = re.compile(r"[-+]?\d+,\d+", re.ASCII)
_KOORDINAT = (("lintang",), ("bujur",))


def tulisan_bilangan(jalur: Jalur, nama: str, masukan: Any, *, bulat: bool) -> Masalah | None:
    """SKM113 bagi titik pemisah ribuan, SKM108 bagi koma sebelum tiga angka, SKM114 bagi bentuk lain."""
    if berpemisah_ribuan(masukan):
        tulis = petunjuk_ribuan(str(masukan), bulat=bulat)
        terbaca = (
            f" terbaca {masukan.nilai:g}".replace(".", ",") if isinstance(masukan, AngkaTertulis) else ""
        )
        pesan = f"{nama} {kutip(masukan)}{terbaca or ' berpemisah ribuan'}"
        return Masalah("SKM113", jalur, pesan, f"{tulis[0].upper()}{tulis[1:]}.")
    if isinstance(masukan, AngkaTertulis):
        pesan = f"{nama} {kutip(masukan)} bukan bilangan desimal biasa; terbaca {masukan.nilai:.15g}"
        return Masalah("SKM114", jalur, pesan, f"Tulis {_desimal(masukan)} bila memang itu.")
    if isinstance(masukan, str) and _KOMA_RIBUAN.fullmatch(masukan.strip()):
        tulis = petunjuk_ribuan(masukan.replace(",", "."), bulat=bulat)
        pesan = f"{nama} {kutip(masukan)} memakai koma sebelum tiga angka"
        usul = _usul_koma(masukan) if jalur[-1:] in _KOORDINAT else None
        return Masalah("SKM108", jalur, pesan, f"{tulis[0].upper()}{tulis[1:]}.", usul=usul)
    return None


def _desimal(angka: AngkaTertulis) -> str:
    return f"{Decimal(str(angka.nilai)):f}".removesuffix(".0")


_DERAJAT = (
    "Tulis derajat desimal, misalnya -7.25; lintang selatan dan bujur barat bernilai negatif, dan menit "
    "dibagi 60."
)
_ARAH = re.compile(
    r"([-+]?\d+(?:[.,]\d+)?)\s*°?\s*([A-Za-z]{0,8})\.?|([A-Za-z]{1,2})\.?\s*(\d+(?:[.,]\d+)?)", re.ASCII
)
_SELATAN = ("ls", "s", "selatan", "south", "bb", "w", "west")
_UTARA = ("", "lu", "n", "u", "utara", "north", "bt", "e", "t", "timur", "east")


def petunjuk_derajat(tertulis: str) -> str:
    """Langkah bagi derajat yang ditulis dengan arah: 7.05 LS adalah -7.05, bukan 7.05."""
    cocok = _ARAH.fullmatch(tanda_biasa(tertulis))
    if cocok is None:
        return _DERAJAT
    angka, arah = (cocok[1], cocok[2]) if cocok[1] else (cocok[4], cocok[3])
    angka = angka.replace(",", ".")
    if arah.lower() in _SELATAN:
        return f"Tulis -{angka.lstrip('+-')}, tanpa arah dan tanda petik."
    return f"Tulis {angka}, tanpa arah dan tanda petik." if arah.lower() in _UTARA else _DERAJAT


def koma_desimal(jalur: Jalur, nama: str, masukan: Any) -> Masalah:
    """SKM108 bagi koma desimal di tempat bilangan."""
    bertitik = str(masukan).strip().replace(".", "").replace(",", ".")
    petunjuk = f"Gunakan titik, tanpa tanda petik: {bertitik[:PANJANG_KUTIPAN]}."
    pesan = f"{nama} {kutip(masukan)} memakai koma desimal"
    tiga_angka = _KOMA_TIGA.search(str(masukan)) is not None and jalur[-1:] not in _KOORDINAT
    return Masalah("SKM108", jalur, pesan, petunjuk, usul=None if tiga_angka else _usul_koma(masukan))


def _usul_koma(masukan: Any) -> Usul | None:
    """Bilangan yang ditulis dengan koma; koma sebelum tiga angka dapat berarti ribuan, dan tidak ditebak."""
    rapi = str(masukan).strip()
    return Usul(Decimal(rapi.replace(",", "."))) if _BERKOMA.fullmatch(rapi) else None
