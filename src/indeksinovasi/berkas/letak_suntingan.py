"""Potongan teks yang mungkin melakukan sebuah perubahan, menurut letak dan gaya di sekitarnya.

Yang pertama paling rapi; ``suntingan`` memakai yang pertama terbukti benar. Modul ini boleh keliru: yang
mengubah isi lain tidak pernah dipakai.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from indeksinovasi.berkas.letak import Letak
from indeksinovasi.berkas.perubahan import Ganti, Hapus, Perubahan, Potongan, Sisip
from indeksinovasi.berkas.posisi import susun_posisi
from indeksinovasi.berkas.simpul import Simpul, Susunan, semua_peta
from indeksinovasi.berkas.tulis_nilai import (
    baris_blok,
    baris_pasangan,
    muat_sebaris,
    sebaris_sunting,
    skalar_sunting,
)
from indeksinovasi.inti.model.temuan import Jalur
from indeksinovasi.inti.tulis_yaml import teks_blok

CalonPotongan = list[Potongan]
_GANTI_BARIS = re.compile(r"\r\n|\r|\n")
_TITIK_DUA = re.compile(r"[ \t]*:")
_SISA_KOSONG = re.compile(r"[ \t]*(?:#[^\r\n]*)?(?=[\r\n]|$)")
_KOMA_SISA = re.compile(r"[ \t]*,[ \t]*(?:#[^\r\n]*)?(?=[\r\n]|$)")
_BARIS_KOSONG = re.compile(r"(?:\r\n|\r|\n)(?:[ \t]*(?:\r\n|\r|\n))*")


def calon_potongan(teks: str, perubahan: Perubahan) -> Iterator[CalonPotongan]:
    """Susunan potongan yang mungkin bagi *perubahan*, dari yang paling rapi."""
    tempat = _Tempat(teks)
    if isinstance(perubahan, Ganti):
        yield from tempat.ganti(perubahan.jalur, perubahan.nilai)
    elif isinstance(perubahan, Sisip):
        yield from tempat.sisip(perubahan)
    else:
        yield from tempat.hapus(perubahan)


class _Tempat:
    """Teks, pohonnya, dan kebiasaan menulis di dalamnya."""

    def __init__(self, teks: str) -> None:
        self.teks = teks
        self.susunan: Susunan = susun_posisi(teks)
        ganti = _GANTI_BARIS.search(teks)
        self.baris_baru = ganti.group() if ganti else "\n"
        self._langkah: tuple[int, int] | None = None

    @property
    def langkah(self) -> tuple[int, int]:
        """Spasi yang dipakai berkas ini bagi peta dan bagi daftar di bawah sebuah kunci; bawaannya dua."""
        if self._langkah is None:
            self._langkah = self._ukur_langkah()
        return self._langkah

    def _ukur_langkah(self) -> tuple[int, int]:
        ditemukan: dict[str, int] = {}
        for peta in semua_peta(self.susunan.akar):
            for kunci, nilai in () if peta.gaya else peta.pasangan():
                if nilai.jenis != "skalar" and not nilai.gaya:
                    ditemukan.setdefault(nilai.jenis, self.kolom(nilai.awal) - self.kolom(kunci.awal))
            if len(ditemukan) == 2:
                break
        peta_dalam = ditemukan.get("peta", 2)
        return peta_dalam, ditemukan.get("daftar", peta_dalam)

    # Letak

    def kolom(self, indeks: int) -> int:
        """Banyak karakter sebelum *indeks* di barisnya."""
        return self.susunan.baris.letak(indeks).kolom - 1

    def awal_baris(self, indeks: int) -> int:
        """Awal baris yang memuat *indeks*."""
        return self.susunan.baris.indeks(Letak(self.susunan.baris.letak(indeks).baris, 1))

    def ujung_baris(self, indeks: int) -> int:
        """Akhir baris yang memuat *indeks*, sebelum ganti barisnya."""
        ganti = _GANTI_BARIS.search(self.teks, indeks)
        return ganti.start() if ganti else len(self.teks)

    def baris_berikut(self, indeks: int) -> int:
        """Awal baris sesudah baris yang memuat *indeks*."""
        ganti = _GANTI_BARIS.search(self.teks, indeks)
        return ganti.end() if ganti else len(self.teks)

    def pertama_di_baris(self, indeks: int) -> bool:
        """Hanya spasi yang mendahului *indeks* di barisnya."""
        return not self.teks[self.awal_baris(indeks) : indeks].strip(" ")

    def sesudah_titik_dua(self, kunci: Simpul) -> int | None:
        """Tempat sesudah titik dua sebuah kunci."""
        cocok = _TITIK_DUA.match(self.teks, kunci.akhir)
        return cocok.end() if cocok else None

    def susun_baris(self, baris: list[str], dalam: int) -> str:
        """Baris-baris berindentasi *dalam*; yang pertama melanjutkan tempatnya."""
        indentasi = " " * dalam
        return self.baris_baru.join([baris[0], *(f"{indentasi}{satu}" if satu else "" for satu in baris[1:])])

    def telusuri(self, jalur: Jalur) -> list[tuple[Simpul, Simpul]]:
        """Kunci dan nilai di setiap bagian *jalur*; lebih pendek daripada *jalur* bila ada yang tiada."""
        langkah: list[tuple[Simpul, Simpul]] = []
        simpul = self.susunan.akar
        for bagian in jalur:
            berikut = simpul.turun(bagian) if simpul else None
            if berikut is None:
                break
            langkah.append(berikut)
            simpul = berikut[1]
        return langkah

    def di_dalam_kurung(self, jalur: Jalur) -> bool:
        """Nilai di *jalur* berada di dalam peta atau daftar berkurung."""
        akar = self.susunan.akar
        induk = [akar, *(nilai for _, nilai in self.telusuri(jalur[:-1]))] if akar and jalur else []
        return any(satu.jenis != "skalar" and satu.gaya for satu in induk)

    # Ganti

    def ganti(self, jalur: Jalur, nilai: Any) -> Iterator[CalonPotongan]:
        akar = self.susunan.akar
        langkah = self.telusuri(jalur)
        if akar is None or len(langkah) != len(jalur):
            return
        kunci, lama = langkah[-1] if jalur else (akar, akar)
        berkunci = kunci is not lama
        alir = self.di_dalam_kurung(jalur)
        if not alir and not muat_sebaris(nilai):
            yield from self._ganti_blok(kunci if berkunci else None, lama, nilai)
        for tulisan in self._tulisan_sebaris(nilai, lama, alir=alir):
            if (ujung := self._ujung_terpotong(kunci, lama, nilai)) is not None:
                awal = self.sesudah_titik_dua(kunci) if lama.hampa else lama.awal
                yield [Potongan(lama.awal if awal is None else awal, ujung, f"{' ' * lama.hampa}{tulisan}")]
            yield from self._ganti_sebaris(kunci if berkunci else None, lama, tulisan)

    def _ujung_terpotong(self, kunci: Simpul, lama: Simpul, nilai: Any) -> int | None:
        """Akhir komentar yang sebenarnya lanjutan nilai lama: ``Kelas #2`` menjadi ``'Kelas #2'``."""
        if not isinstance(nilai, str) or lama.jenis != "skalar" or lama.gaya:
            return None
        tertulis = "" if lama.hampa else lama.teks
        akhir = self.sesudah_titik_dua(kunci) if lama.hampa else lama.akhir
        if akhir is None or not nilai.startswith(tertulis):
            return None
        sisa = nilai[len(tertulis) :].lstrip(" \t")
        tanda = akhir + len(self.teks[akhir:]) - len(self.teks[akhir:].lstrip(" \t"))
        return tanda + len(sisa) if sisa.startswith("#") and self.teks.startswith(sisa, tanda) else None

    @staticmethod
    def _tulisan_sebaris(nilai: Any, lama: Simpul, *, alir: bool) -> Iterator[str]:
        if isinstance(nilai, Mapping | list | tuple):
            yield sebaris_sunting(nilai)
            return
        petik = lama.gaya if lama.jenis == "skalar" and lama.gaya in ("'", '"') else ""
        yield skalar_sunting(nilai, kurung=alir, petik=petik)
        if isinstance(nilai, str):
            yield skalar_sunting(nilai, kurung=True, petik="'")
            yield skalar_sunting(nilai, kurung=True, petik='"')

    def _ganti_sebaris(self, kunci: Simpul | None, lama: Simpul, tulisan: str) -> Iterator[CalonPotongan]:
        if lama.hampa:
            yield [Potongan(lama.awal, lama.awal, f" {tulisan}")]
            yield [Potongan(lama.awal, lama.awal, f": {tulisan}")]  # {kunci} tanpa titik dua
            return
        titik_dua = self.sesudah_titik_dua(kunci) if kunci else None
        blok = lama.jenis != "skalar" and not lama.gaya
        if blok and titik_dua is not None and self.pertama_di_baris(lama.awal):
            # Komentar di antara kunci dan isinya tetap di tempatnya.
            buang = Potongan(self._ujung_sebelum(lama.awal), lama.akhir, "")
            yield [Potongan(titik_dua, titik_dua, f" {tulisan}"), buang]
        yield [Potongan(lama.awal, lama.akhir, tulisan)]

    def _ujung_sebelum(self, indeks: int) -> int:
        """Akhir baris sebelum baris yang memuat *indeks*."""
        awal = self.awal_baris(indeks)
        return awal - (2 if self.teks[:awal].endswith("\r\n") else 1)

    def _ganti_blok(self, kunci: Simpul | None, lama: Simpul, nilai: Any) -> Iterator[CalonPotongan]:
        if isinstance(nilai, str):
            yield from self._ganti_harfiah(kunci, lama, nilai)
            return
        baris = baris_blok(nilai, *self.langkah)
        if lama.jenis != "skalar" and not lama.gaya:
            yield [Potongan(lama.awal, lama.akhir, self.susun_baris(baris, self.kolom(lama.awal)))]
            return
        if kunci is None:
            dalam = self.kolom(lama.awal) + (1 if lama.hampa else 0)
            awalan = " " if lama.hampa else ""
            yield [Potongan(lama.awal, lama.akhir, awalan + self.susun_baris(baris, dalam))]
            return
        titik_dua = self.sesudah_titik_dua(kunci)
        if titik_dua is None:
            return
        dalam = self.kolom(kunci.awal) + self.langkah[0 if isinstance(nilai, Mapping) else 1]
        isi = self.baris_baru + " " * dalam + self.susun_baris(baris, dalam)
        ujung = self.ujung_baris(lama.akhir)
        if ujung == lama.akhir:
            yield [Potongan(titik_dua, lama.akhir, isi)]
        else:
            yield [Potongan(titik_dua, lama.akhir, ""), Potongan(ujung, ujung, isi)]

    def _ganti_harfiah(self, kunci: Simpul | None, lama: Simpul, nilai: str) -> Iterator[CalonPotongan]:
        baris = teks_blok(nilai)
        if baris is None:
            return
        dalam = self.kolom(kunci.awal) + self.langkah[0] if kunci else self.kolom(lama.awal) + 1
        awalan = " " if lama.hampa else ""
        yield [Potongan(lama.awal, lama.akhir, awalan + self.susun_baris(baris, dalam))]

    # Sisip

    def sisip(self, perubahan: Sisip) -> Iterator[CalonPotongan]:
        *induk, bagian = perubahan.jalur
        langkah = self.telusuri(tuple(induk))
        wadah = langkah[-1][1] if langkah else self.susunan.akar
        if wadah is None or len(langkah) != len(induk) or wadah.jenis == "skalar":
            return
        berkunci = wadah.jenis == "peta"
        isi = (
            [(kunci, nilai) for kunci, nilai in wadah.pasangan()]
            if berkunci
            else [(s, s) for s in wadah.anak]
        )
        nomor = self._nomor_sisip(perubahan, isi, berkunci=berkunci)
        if wadah.gaya:
            awalan = f"{skalar_sunting(bagian, kurung=True)}: " if berkunci else ""
            yield from self._sisip_alir(wadah, isi, nomor, awalan + sebaris_sunting(perubahan.nilai))
            return
        baris = (
            baris_pasangan(bagian, perubahan.nilai, *self.langkah)
            if berkunci
            else baris_blok([perubahan.nilai], *self.langkah)
        )
        yield from self._sisip_blok(wadah, isi, nomor, baris)

    @staticmethod
    def _nomor_sisip(perubahan: Sisip, isi: list[tuple[Simpul, Simpul]], *, berkunci: bool) -> int:
        if not berkunci:
            return int(perubahan.jalur[-1])
        urutan = [kunci.teks for kunci, _ in isi]
        return urutan.index(perubahan.sesudah) + 1 if perubahan.sesudah in urutan else len(isi)

    def _sisip_blok(
        self, wadah: Simpul, isi: list[tuple[Simpul, Simpul]], nomor: int, baris: list[str]
    ) -> Iterator[CalonPotongan]:
        dalam = self.kolom(wadah.awal)
        tulisan = self.susun_baris(baris, dalam)
        if nomor > 0:
            sebelum = isi[nomor - 1][1]
            ujung = self.ujung_baris(sebelum.akhir)
            yield [Potongan(ujung, ujung, self.baris_baru + " " * dalam + tulisan)]
            # Sesudah blok yang mempertahankan baris kosong di akhirnya (|+).
            if kosong := _BARIS_KOSONG.match(self.teks, ujung):
                yield [Potongan(kosong.end(), kosong.end(), " " * dalam + tulisan + self.baris_baru)]
        yield [Potongan(wadah.awal, wadah.awal, tulisan + self.baris_baru + " " * dalam)]

    def _sisip_alir(
        self, wadah: Simpul, isi: list[tuple[Simpul, Simpul]], nomor: int, tulisan: str
    ) -> Iterator[CalonPotongan]:
        if not isi:
            yield [Potongan(wadah.awal + 1, wadah.akhir - 1, tulisan)]
            return
        if nomor == 0:
            yield [Potongan(isi[0][0].awal, isi[0][0].awal, f"{tulisan}, ")]
            return
        kunci, sebelum = isi[nomor - 1]
        akhir = sebelum.akhir
        if self.pertama_di_baris(kunci.awal):
            baru = self.baris_baru + " " * self.kolom(kunci.awal) + tulisan
            ujung = self.ujung_baris(akhir)
            if _SISA_KOSONG.match(self.teks, akhir):
                yield [Potongan(akhir, akhir, ","), Potongan(ujung, ujung, baru)]
            elif _KOMA_SISA.match(self.teks, akhir):
                yield [Potongan(ujung, ujung, f"{baru},")]
        yield [Potongan(akhir, akhir, f", {tulisan}")]

    # Hapus

    def hapus(self, perubahan: Hapus) -> Iterator[CalonPotongan]:
        *induk, _ = perubahan.jalur
        langkah = self.telusuri(perubahan.jalur)
        if len(langkah) != len(perubahan.jalur):
            return
        wadah = langkah[-2][1] if len(langkah) > 1 else self.susunan.akar
        if wadah is None:
            return
        berkunci = wadah.jenis == "peta"
        isi = (
            [(kunci, nilai) for kunci, nilai in wadah.pasangan()]
            if berkunci
            else [(s, s) for s in wadah.anak]
        )
        nomor = next(urut for urut, (kunci, _) in enumerate(isi) if kunci is langkah[-1][0])
        if len(isi) == 1:
            yield from self.ganti(tuple(induk), {} if berkunci else [])
        elif wadah.gaya:
            yield from self._hapus_alir(isi, nomor)
        else:
            awal = [kunci.awal if berkunci else self._tanda_hubung(kunci) for kunci, _ in isi]
            yield from self._hapus_blok(awal, nomor, isi[nomor][1])

    def _tanda_hubung(self, anggota: Simpul) -> int:
        return self.teks.rfind("-", 0, anggota.awal)

    def _hapus_alir(self, isi: list[tuple[Simpul, Simpul]], nomor: int) -> Iterator[CalonPotongan]:
        if nomor + 1 < len(isi):
            yield [Potongan(isi[nomor][0].awal, isi[nomor + 1][0].awal, "")]
        else:
            yield [Potongan(isi[nomor - 1][1].akhir, isi[nomor][1].akhir, "")]

    def _hapus_blok(self, awal: list[int], nomor: int, nilai: Simpul) -> Iterator[CalonPotongan]:
        mulai = awal[nomor]
        if self.pertama_di_baris(mulai):
            yield [Potongan(self.awal_baris(mulai), self.baris_berikut(nilai.akhir), "")]
        for kini, berikut in pairwise(awal):
            if kini == mulai:
                yield [Potongan(mulai, berikut, "")]
