"""Perbaikan yang dibawa sebuah temuan: usul nilai menjadi suntingan berbaris dan berkolom, dan penerapannya.

Setiap usul sudah dicoba atas teksnya: yang mengubah isi lain tidak pernah dibawa.
"""

from __future__ import annotations

from collections.abc import Iterable

from indeksinovasi.berkas.letak import Letak, PetaBaris
from indeksinovasi.berkas.perubahan import Ganti, Potongan, jadi_perbaikan, terapkan
from indeksinovasi.berkas.suntingan import SuntinganDitolak, susun_potongan
from indeksinovasi.inti.model.temuan import TANPA_PERBAIKAN, Jalur, Perbaikan, Usul


def perbaikan_usul(teks: str, jalur: Jalur, usul: Usul) -> Perbaikan:
    """Suntingan yang menjadikan nilai di *jalur* nilai yang diusulkan; kosong bila tidak dapat."""
    try:
        return jadi_perbaikan(teks, susun_potongan(teks, Ganti(jalur, usul.nilai)), aman=usul.aman)
    except SuntinganDitolak:
        return TANPA_PERBAIKAN


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
