"""Potongan yang mengganti sebuah nilai di tempatnya, dari yang paling rapi."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from indeksinovasi.berkas.perubahan import Potongan
from indeksinovasi.berkas.simpul import Simpul
from indeksinovasi.berkas.tempat_suntingan import CalonPotongan, Tempat
from indeksinovasi.berkas.tulis_nilai import baris_blok, muat_sebaris, sebaris_sunting, skalar_sunting
from indeksinovasi.inti.model.temuan import Jalur
from indeksinovasi.inti.tulis_yaml import teks_blok


def ganti(tempat: Tempat, jalur: Jalur, nilai: Any) -> Iterator[CalonPotongan]:
    """Susunan potongan yang mungkin menjadikan isi *jalur* *nilai*."""
    akar = tempat.susunan.akar
    langkah = tempat.telusuri(jalur)
    if akar is None or len(langkah) != len(jalur):
        return
    kunci, lama = langkah[-1] if jalur else (akar, akar)
    berkunci = kunci is not lama
    alir = tempat.di_dalam_kurung(jalur)
    if _kurung_berkomentar(tempat, lama) and isinstance(
        nilai, Mapping if lama.jenis == "peta" else list | tuple
    ):
        yield [Potongan(lama.awal + 1, lama.awal + 1, sebaris_sunting(nilai)[1:-1])]
    if not alir and not muat_sebaris(nilai):
        yield from _ganti_blok(tempat, kunci if berkunci else None, lama, nilai)
    for tulisan in _tulisan_sebaris(nilai, lama, alir=alir):
        if (ujung := _ujung_terpotong(tempat, kunci, lama, nilai)) is not None:
            awal = tempat.sesudah_titik_dua(kunci) if lama.hampa else lama.awal
            yield [Potongan(lama.awal if awal is None else awal, ujung, f"{' ' * lama.hampa}{tulisan}")]
        yield from _ganti_sebaris(tempat, kunci if berkunci else None, lama, tulisan)


def _kurung_berkomentar(tempat: Tempat, lama: Simpul) -> bool:
    """Benar bila *lama* kurung tanpa isi yang memuat komentar."""
    return lama.gaya in ("{", "[") and not lama.anak and "#" in tempat.teks[lama.awal : lama.akhir]


def _ujung_terpotong(tempat: Tempat, kunci: Simpul, lama: Simpul, nilai: Any) -> int | None:
    """Akhir komentar yang sebenarnya lanjutan nilai lama: ``Kelas #2`` menjadi ``'Kelas #2'``."""
    if not isinstance(nilai, str) or lama.jenis != "skalar" or lama.gaya:
        return None
    tertulis = "" if lama.hampa else lama.teks
    akhir = tempat.sesudah_titik_dua(kunci) if lama.hampa else lama.akhir
    if akhir is None or not nilai.startswith(tertulis):
        return None
    sisa = nilai[len(tertulis) :].lstrip(" \t")
    tanda = akhir + len(tempat.teks[akhir:]) - len(tempat.teks[akhir:].lstrip(" \t"))
    return tanda + len(sisa) if sisa.startswith("#") and tempat.teks.startswith(sisa, tanda) else None


def _tulisan_sebaris(nilai: Any, lama: Simpul, *, alir: bool) -> Iterator[str]:
    if isinstance(nilai, Mapping | list | tuple):
        yield sebaris_sunting(nilai)
        return
    petik = lama.gaya if lama.jenis == "skalar" and lama.gaya in ("'", '"') else ""
    yield skalar_sunting(nilai, kurung=alir, petik=petik)
    if isinstance(nilai, str):
        yield skalar_sunting(nilai, kurung=True, petik="'")
        yield skalar_sunting(nilai, kurung=True, petik='"')


def _ganti_sebaris(
    tempat: Tempat, kunci: Simpul | None, lama: Simpul, tulisan: str
) -> Iterator[CalonPotongan]:
    if lama.hampa:
        yield [Potongan(lama.awal, lama.awal, f" {tulisan}")]
        yield [Potongan(lama.awal, lama.awal, f": {tulisan}")]  # {kunci} tanpa titik dua
        return
    titik_dua = tempat.sesudah_titik_dua(kunci) if kunci else None
    blok = lama.jenis != "skalar" and not lama.gaya
    if blok and titik_dua is not None and tempat.pertama_di_baris(lama.awal):
        # Komentar di antara kunci dan isinya tetap di tempatnya.
        mulai, isi = _ujung_sebelum(tempat, lama.awal), Potongan(titik_dua, titik_dua, f" {tulisan}")
        yield [isi, Potongan(mulai, lama.akhir, "")]
        # Tab di belakangnya tidak boleh menjadi awal baris.
        sisa = tempat.sesudah_spasi(lama.akhir)
        yield [isi, Potongan(mulai, sisa, " " if tempat.teks.startswith("#", sisa) else "")]
    if komentar := _komentar_kepala(tempat, lama):
        yield [Potongan(lama.awal, komentar[0], tulisan), Potongan(komentar[1], lama.akhir, "")]
    else:
        yield [Potongan(lama.awal, lama.akhir, tulisan)]


def _komentar_kepala(tempat: Tempat, lama: Simpul) -> tuple[int, int] | None:
    """Awal dan akhir komentar di belakang kepala sebuah skalar blok (``| # ini``), bila ada."""
    kepala, ujung = tempat.ekor(lama)
    return (kepala, ujung) if lama.gaya in ("|", ">") and "#" in tempat.teks[kepala:ujung] else None


def _ujung_sebelum(tempat: Tempat, indeks: int) -> int:
    """Akhir baris sebelum baris yang memuat *indeks*."""
    awal = tempat.awal_baris(indeks)
    return awal - (2 if tempat.teks[:awal].endswith("\r\n") else 1)


def _ganti_blok(tempat: Tempat, kunci: Simpul | None, lama: Simpul, nilai: Any) -> Iterator[CalonPotongan]:
    if isinstance(nilai, str):
        yield from _ganti_harfiah(tempat, kunci, lama, nilai)
        return
    baris = baris_blok(nilai, *tempat.langkah)
    if lama.jenis != "skalar" and not lama.gaya:
        yield [Potongan(lama.awal, lama.akhir, tempat.susun_baris(baris, tempat.kolom(lama.awal)))]
        return
    if kunci is None:
        dalam = tempat.kolom(lama.awal) + (1 if lama.hampa else 0)
        tulisan = tempat.susun_baris(baris, dalam)
        if komentar := _komentar_kepala(tempat, lama):
            isi = tempat.baris_baru + " " * dalam + tulisan
            yield [Potongan(lama.awal, komentar[0], ""), Potongan(komentar[1], lama.akhir, isi)]
        else:
            yield [Potongan(lama.awal, lama.akhir, f"{' ' * lama.hampa}{tulisan}")]
        return
    titik_dua = tempat.sesudah_titik_dua(kunci)
    if titik_dua is None:
        return
    dalam = tempat.kolom(kunci.awal) + tempat.langkah[0 if isinstance(nilai, Mapping) else 1]
    isi = tempat.baris_baru + " " * dalam + tempat.susun_baris(baris, dalam)
    kepala, ujung = tempat.ekor(lama)
    akhir = max(ujung, lama.akhir)
    if ujung == kepala:
        yield [Potongan(titik_dua, akhir, isi)]
    else:
        yield [Potongan(titik_dua, kepala, ""), Potongan(ujung, akhir, isi)]


def _ganti_harfiah(tempat: Tempat, kunci: Simpul | None, lama: Simpul, nilai: str) -> Iterator[CalonPotongan]:
    baris = teks_blok(nilai)
    if baris is None:
        return
    dalam = tempat.kolom(kunci.awal) + tempat.langkah[0] if kunci else tempat.kolom(lama.awal) + 1
    awalan = " " if lama.hampa else ""
    if komentar := _komentar_kepala(tempat, lama):
        baris = [baris[0] + tempat.teks[slice(*komentar)], *baris[1:]]
    yield [Potongan(lama.awal, lama.akhir, awalan + tempat.susun_baris(baris, dalam))]
