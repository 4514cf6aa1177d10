"""Potongan yang menambah sebuah kunci atau anggota daftar, dari yang paling rapi; tidak ada yang dibuang."""

from __future__ import annotations

import re
from collections.abc import Iterator

from indeksinovasi.berkas.perubahan import Potongan, Sisip
from indeksinovasi.berkas.simpul import Simpul
from indeksinovasi.berkas.tempat_suntingan import CalonPotongan, Isian, Tempat
from indeksinovasi.berkas.tulis_nilai import baris_blok, baris_pasangan, sebaris_sunting, skalar_sunting

_KOMA_SISA = re.compile(r"[ \t]*,[ \t]*(?:#[^\r\n]*)?(?=[\r\n]|$)")

_MUNDUR = 3


def sisip(tempat: Tempat, perubahan: Sisip) -> Iterator[CalonPotongan]:
    """Susunan potongan yang mungkin melakukan *perubahan*."""
    *induk, bagian = perubahan.jalur
    langkah = tempat.telusuri(tuple(induk))
    wadah = langkah[-1][1] if langkah else tempat.susunan.akar
    if wadah is None or len(langkah) != len(induk) or wadah.jenis == "skalar":
        return
    berkunci = wadah.jenis == "peta"
    isi = tempat.isi(wadah)
    nomor = _nomor_sisip(perubahan, isi, berkunci=berkunci)
    sebaris = sebaris_sunting(perubahan.nilai)
    if wadah.gaya:
        awalan = f"{skalar_sunting(bagian, kurung=True)}: " if berkunci else ""
        yield from _sisip_alir(tempat, wadah, isi, nomor, awalan + sebaris)
        return
    if berkunci:
        baris = baris_pasangan(bagian, perubahan.nilai, *tempat.langkah)
        ringkas = f"{skalar_sunting(bagian)}: {sebaris}"
    else:
        baris = baris_blok([perubahan.nilai], *tempat.langkah)
        ringkas = f"- {sebaris}"
    yield from _sisip_blok(tempat, wadah, isi, nomor, baris, ringkas)


def _nomor_sisip(perubahan: Sisip, isi: list[Isian], *, berkunci: bool) -> int:
    if not berkunci:
        return int(perubahan.jalur[-1])
    urutan = [kunci.teks for kunci, _ in isi]
    return urutan.index(perubahan.sesudah) + 1 if perubahan.sesudah in urutan else len(isi)


def _sisip_blok(
    tempat: Tempat, wadah: Simpul, isi: list[Isian], nomor: int, baris: list[str], ringkas: str
) -> Iterator[CalonPotongan]:
    dalam = tempat.kolom(wadah.awal)
    tulisan = tempat.susun_baris(baris, dalam)
    if nomor > 0:
        for satu in (tulisan, ringkas):
            yield from _di_bawah(tempat, isi[nomor - 1][1], " " * dalam + satu)
    if wadah.jenis == "peta":
        # Sesudah isian itu tidak dapat; di atasnya, tetap di bawah isian sebelumnya.
        for _, sebelum in reversed(isi[max(0, nomor - 1 - _MUNDUR) : max(0, nomor - 1)]):
            yield from _di_bawah(tempat, sebelum, " " * dalam + tulisan)
    yield [Potongan(wadah.awal, wadah.awal, tulisan + tempat.baris_baru + " " * dalam)]


def _di_bawah(tempat: Tempat, sebelum: Simpul, tulisan: str) -> Iterator[CalonPotongan]:
    """Baris-baris *tulisan* tepat di bawah isian *sebelum*."""
    ujung = tempat.ujung_baris(sebelum.akhir)
    yield [Potongan(ujung, ujung, tempat.baris_baru + tulisan)]
    if ujung == len(tempat.teks):
        # Teks harfiah di akhir berkas memerlukan ganti barisnya.
        yield [Potongan(ujung, ujung, tempat.baris_baru + tulisan + tempat.baris_baru)]
    # Sesudah blok yang mempertahankan baris kosong di akhirnya (|+).
    if ujung < len(tempat.teks):
        kosong = tempat.sesudah_baris_kosong(tempat.baris_berikut(ujung))
        yield [Potongan(kosong, kosong, tulisan + tempat.baris_baru)]


def _sisip_alir(
    tempat: Tempat, wadah: Simpul, isi: list[Isian], nomor: int, tulisan: str
) -> Iterator[CalonPotongan]:
    if not isi:
        if tempat.teks[wadah.awal + 1 : wadah.akhir - 1].strip():
            yield [Potongan(wadah.awal + 1, wadah.awal + 1, tulisan)]
            yield [Potongan(wadah.akhir - 1, wadah.akhir - 1, tulisan)]
        else:
            yield [Potongan(wadah.awal + 1, wadah.akhir - 1, tulisan)]
        return
    if nomor == 0:
        yield [Potongan(isi[0][0].awal, isi[0][0].awal, f"{tulisan}, ")]
        return
    # Koma yang menempel pada titik dua kunci tanpa nilai menjadi bagian kuncinya.
    for koma in (",", " ,"):
        yield from _sisip_berkoma(tempat, isi[nomor - 1], koma, tulisan)


def _sisip_berkoma(tempat: Tempat, sebelum: Isian, koma: str, tulisan: str) -> Iterator[CalonPotongan]:
    kunci, nilai = sebelum
    akhir = nilai.akhir
    if tempat.pertama_di_baris(kunci.awal):
        baru = tempat.baris_baru + " " * tempat.kolom(kunci.awal) + tulisan
        ujung = tempat.ujung_baris(akhir)
        if tempat.sisa_kosong(akhir):
            yield [Potongan(akhir, akhir, koma), Potongan(ujung, ujung, baru)]
        elif _KOMA_SISA.match(tempat.teks, akhir):
            yield [Potongan(ujung, ujung, f"{baru},")]
    yield [Potongan(akhir, akhir, f"{koma} {tulisan}")]
