"""Apa yang berubah seandainya kemungkinan lain sebuah asumsi yang berlaku."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from indeksinovasi.inti.hitung.posisi import posisi_ringkas
from indeksinovasi.inti.hitung.rumus import Ketetapan, ketetapan
from indeksinovasi.inti.model.hasil import Asumsi, Hasil


class Akibat(NamedTuple):
    """Satu kemungkinan lain (``None``: aturannya tidak berlaku) dan skornya, terbulat dua desimal."""

    nilai: Fraction | bool | None
    skor: Fraction | None


def akibat_asumsi(hasil: Hasil, asumsi: Asumsi) -> tuple[Akibat, ...]:
    """Skor untuk tiap kemungkinan lain *asumsi*, hal lain tetap; kosong bila ia bukan konstanta rumus."""
    tetap = ketetapan(hasil.metode)
    posisi = posisi_ringkas(hasil.metode, hasil.utama.masukan)
    akibat = []
    for nilai in asumsi.kemungkinan:
        if nilai == asumsi.nilai or isinstance(nilai, str):
            continue
        lain = _ganti(tetap, asumsi.kunci, nilai)
        if lain is not None:
            akibat.append(Akibat(nilai, posisi.dengan_tetap(lain).skor))
    return tuple(akibat)


def _ganti(tetap: Ketetapan, kunci: str, nilai: Fraction | bool | None) -> Ketetapan | None:
    if kunci == "ditolak_ikut_pembagi":
        return tetap._replace(ditolak_ikut=bool(nilai))
    if isinstance(nilai, bool):
        return None
    match kunci:
        case "pembagi_minimal":
            return tetap._replace(pembagi_minimal=nilai)
        case "urusan_wajib_minimal":
            return tetap._replace(urusan_minimal=nilai)
        case "jumlah_inovasi.poin":
            return tetap._replace(poin=nilai)
        case "jumlah_inovasi.maksimum":
            return tetap._replace(maksimum_n=nilai)
        case _:
            return None
