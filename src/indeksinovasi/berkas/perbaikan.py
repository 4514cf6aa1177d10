"""Perbaikan yang dibawa sebuah temuan: usul nilai menjadi suntingan berbaris dan berkolom, dan penerapannya.

Setiap usul sudah dicoba atas teksnya: yang mengubah isi lain tidak pernah dibawa.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from indeksinovasi.berkas.letak import Letak, PetaBaris
from indeksinovasi.berkas.perubahan import Ganti, Potongan, jadi_perbaikan, terapkan
from indeksinovasi.berkas.suntingan import SuntinganDitolak, susun_potongan
from indeksinovasi.berkas.tulis_nilai import skalar_sunting
from indeksinovasi.berkas.tulisan import susunan_dari
from indeksinovasi.inti.model.temuan import TANPA_PERBAIKAN, Jalur, Perbaikan, Usul

_PASTI = re.compile(r"[A-Za-z][A-Za-z0-9_-]*|\d{4}-\d{2}-\d{2}|'[^'\r\n]*'|\"[^\"\\\r\n]*\"", re.ASCII)
_PECAHAN_PASTI = re.compile(r"-?\d{1,9}\.\d{1,9}", re.ASCII)


def perbaikan_usul(teks: str, jalur: Jalur, usul: Usul) -> Perbaikan:
    """Suntingan yang menjadikan nilai di *jalur* nilai yang diusulkan; kosong bila tidak dapat."""
    if potongan := _potongan_pasti(teks, jalur, usul):
        return jadi_perbaikan(teks, [potongan], aman=usul.aman)
    try:
        return jadi_perbaikan(teks, susun_potongan(teks, Ganti(jalur, usul.nilai)), aman=usul.aman)
    except SuntinganDitolak:
        return TANPA_PERBAIKAN


def _potongan_pasti(teks: str, jalur: Jalur, usul: Usul) -> Potongan | None:
    """Teks pengganti skalar satu baris yang bacaannya pasti, sehingga tidak perlu dibaca kembali."""
    pola = (
        _PASTI if isinstance(usul.nilai, str) else _PECAHAN_PASTI if isinstance(usul.nilai, Decimal) else None
    )
    if pola is None or not (lama := susunan_dari(teks).skalar(jalur)):
        return None
    # Komentar di belakangnya mungkin bagian nilai itu.
    if not lama.alir and teks[lama.akhir :].partition("\n")[0].strip():
        return None
    tulisan = skalar_sunting(usul.nilai, kurung=lama.alir, petik=lama.petik)
    return Potongan(lama.awal, lama.akhir, tulisan) if pola.fullmatch(tulisan) else None


def terapkan_perbaikan(teks: str, perbaikan: Iterable[Perbaikan]) -> tuple[str, int]:
    """*teks* sesudah semua *perbaikan* yang tidak saling tindih, dan banyaknya yang diterapkan."""
    baris = PetaBaris(teks)
    dipakai: list[Potongan] = []
    banyak = 0
    for satu in sorted(set(perbaikan), key=lambda isi: isi.suntingan):
        potongan = [
            Potongan(
                baris.indeks(Letak(bagian.baris, bagian.kolom)),
                baris.indeks(Letak(bagian.baris_akhir, bagian.kolom_akhir)),
                bagian.teks,
            )
            for bagian in satu.suntingan
        ]
        if not any(_bertindih(kini, lain) for kini in potongan for lain in dipakai):
            dipakai += potongan
            banyak += 1
    return terapkan(teks, dipakai), banyak


def _bertindih(satu: Potongan, dua: Potongan) -> bool:
    return satu.awal <= dua.akhir and dua.awal <= satu.akhir
