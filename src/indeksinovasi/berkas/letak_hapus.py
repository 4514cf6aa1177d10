"""Potongan yang membuang sebuah kunci atau anggota daftar, dari yang paling rapi.

Komentar di baris isian itu ikut terbuang; komentar lain di sekitarnya tetap.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from indeksinovasi.berkas.letak_ganti import ganti
from indeksinovasi.berkas.perubahan import Hapus, Potongan
from indeksinovasi.berkas.simpul import Simpul
from indeksinovasi.berkas.tempat_suntingan import CalonPotongan, Isian, Tempat

_TANDA_TANYA = re.compile(r"\?[ \t]+$")


def hapus(tempat: Tempat, perubahan: Hapus) -> Iterator[CalonPotongan]:
    """Susunan potongan yang mungkin melakukan *perubahan*."""
    *induk, _ = perubahan.jalur
    langkah = tempat.telusuri(perubahan.jalur)
    if len(langkah) != len(perubahan.jalur):
        return
    wadah = langkah[-2][1] if len(langkah) > 1 else tempat.susunan.akar
    if wadah is None:
        return
    isi = tempat.isi(wadah)
    nomor = next(urut for urut, (kunci, _) in enumerate(isi) if kunci is langkah[-1][0])
    if wadah.gaya and tempat.teks[wadah.awal] in "{[":
        yield from _hapus_alir(tempat, wadah, isi, nomor)
    elif len(isi) == 1:
        yield from ganti(tempat, tuple(induk), {} if wadah.jenis == "peta" else [])
    else:
        yield from _hapus_blok(tempat, wadah, isi, nomor)


def _hapus_alir(tempat: Tempat, wadah: Simpul, isi: list[Isian], nomor: int) -> Iterator[CalonPotongan]:
    awal, akhir = isi[nomor][0].awal, isi[nomor][1].akhir
    kiri = isi[nomor - 1][1].akhir if nomor else wadah.awal + 1
    kanan = isi[nomor + 1][0].awal if nomor + 1 < len(isi) else wadah.akhir - 1
    sesudah = tempat.koma(akhir)
    koma = sesudah if sesudah is not None or nomor == 0 else tempat.koma(kiri)
    berkomentar = "#" in tempat.teks[kiri:awal] + tempat.teks[akhir:kanan]
    if len(isi) == 1 and not berkomentar:
        yield [Potongan(kiri, kanan, "")]
        return
    yield from _hapus_baris_alir(tempat, awal, akhir, koma)
    if not berkomentar:
        yield [Potongan(awal, kanan, "") if nomor + 1 < len(isi) else Potongan(kiri, akhir, "")]
    yield [Potongan(awal, akhir, ""), *_satu_karakter(koma)]


def _hapus_baris_alir(tempat: Tempat, awal: int, akhir: int, koma: int | None) -> Iterator[CalonPotongan]:
    """Seluruh baris sebuah isian yang sendirian di barisnya."""
    ujung = akhir
    if koma is not None and not tempat.teks[akhir:koma].strip(" \t"):
        ujung = max(akhir, koma + 1)
    if tempat.pertama_di_baris(awal) and tempat.sisa_kosong(ujung):
        buang = Potongan(tempat.awal_baris(awal), tempat.baris_berikut(ujung), "")
        di_luar = koma is not None and not buang.awal <= koma < buang.akhir
        yield [buang, *(_satu_karakter(koma) if di_luar else ())]


def _satu_karakter(indeks: int | None) -> CalonPotongan:
    return [] if indeks is None else [Potongan(indeks, indeks + 1, "")]


def _hapus_blok(tempat: Tempat, wadah: Simpul, isi: list[Isian], nomor: int) -> Iterator[CalonPotongan]:
    mulai, akhir = _awal_isian(tempat, wadah, isi[nomor][0]), isi[nomor][1].akhir
    if tempat.pertama_di_baris(mulai):
        awal, ujung = tempat.awal_baris(mulai), tempat.baris_berikut(akhir)
        yield [Potongan(awal, ujung, "")]
        # Sesudah skalar yang mempertahankan baris kosong di akhirnya (|+), baris kosong isian ini pun ikut.
        yield [Potongan(awal, tempat.sesudah_baris_kosong(ujung), "")]
    if nomor + 1 == len(isi):
        return
    # Isian pertama sebaris dengan tanda hubung induknya.
    ujung, berikut = tempat.ujung_baris(akhir), _awal_isian(tempat, wadah, isi[nomor + 1][0])
    if "#" in tempat.teks[ujung:berikut]:
        yield [Potongan(len(tempat.teks[:mulai].rstrip(" \t")), ujung, "")]
    else:
        yield [Potongan(mulai, berikut, "")]


def _awal_isian(tempat: Tempat, wadah: Simpul, kunci: Simpul) -> int:
    """Awal isian: tanda hubungnya, tanda tanya kuncinya, atau kuncinya sendiri."""
    if wadah.jenis == "daftar":
        return _tanda_hubung(tempat, wadah, kunci)
    tanya = _TANDA_TANYA.search(tempat.teks[: kunci.awal])
    return tanya.start() if tanya else kunci.awal


def _tanda_hubung(tempat: Tempat, wadah: Simpul, anggota: Simpul) -> int:
    """Tanda hubung *anggota*, yang sekolom dengan awal daftarnya; anggotanya mungkin baru di baris lain."""
    kolom, indeks = tempat.kolom(wadah.awal), anggota.awal
    while indeks > wadah.awal:
        tanda = tempat.awal_baris(indeks) + kolom
        if tanda <= wadah.awal:
            break
        if tempat.teks[tanda : tanda + 1] == "-" and tempat.pertama_di_baris(tanda):
            return tanda
        indeks = tempat.awal_baris(indeks) - 1
    return wadah.awal
