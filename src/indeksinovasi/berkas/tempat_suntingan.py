"""Letak dan kebiasaan menulis sebuah berkas YAML, untuk menyusun suntingannya."""

from __future__ import annotations

import re

from indeksinovasi.berkas.letak import Letak
from indeksinovasi.berkas.perubahan import Potongan
from indeksinovasi.berkas.posisi import susun_posisi
from indeksinovasi.berkas.simpul import Simpul, Susunan, semua_peta
from indeksinovasi.inti.model.temuan import Jalur

CalonPotongan = list[Potongan]
Isian = tuple[Simpul, Simpul]
"""Kunci dan nilai; anggota daftar adalah kunci bagi dirinya sendiri."""
_GANTI_BARIS = re.compile(r"\r\n|\r|\n")
# Titik dua sebuah kunci bertanda ? berada di baris lain, mungkin sesudah komentar.
_TITIK_DUA = re.compile(r"(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n))*[ \t]*:")
_BARIS_KOSONG = re.compile(r"(?:[ \t]*(?:\r\n|\r|\n))*")
_KEPALA_BLOK = re.compile(r"[|>][0-9+-]*")
_KOMA = re.compile(r"(?:[ \t\r\n]|#[^\r\n]*)*,")
_SISA_KOSONG = re.compile(r"[ \t]*(?:#[^\r\n]*)?(?=[\r\n]|$)")


class Tempat:
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
                    dalam = self.kolom(nilai.awal) - self.kolom(kunci.awal)
                    # Isi kunci bertanda ? boleh sedalam kuncinya; itu bukan kebiasaan menjorokkan.
                    if dalam > 0 or nilai.jenis == "daftar":
                        ditemukan.setdefault(nilai.jenis, max(dalam, 0))
            if len(ditemukan) == 2:
                break
        peta_dalam = ditemukan.get("peta", 2)
        return peta_dalam, ditemukan.get("daftar", peta_dalam)

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

    def sesudah_spasi(self, indeks: int) -> int:
        """Karakter pertama mulai *indeks* yang bukan spasi atau tab."""
        return len(self.teks) - len(self.teks[indeks:].lstrip(" \t"))

    def sesudah_baris_kosong(self, indeks: int) -> int:
        """Awal baris pertama yang berisi, mulai dari baris yang berawal di *indeks*."""
        cocok = _BARIS_KOSONG.match(self.teks, indeks)
        return cocok.end() if cocok else indeks

    def pertama_di_baris(self, indeks: int) -> bool:
        """Hanya spasi yang mendahului *indeks* di barisnya."""
        return not self.teks[self.awal_baris(indeks) : indeks].strip(" ")

    def sesudah_titik_dua(self, kunci: Simpul) -> int | None:
        """Tempat sesudah titik dua sebuah kunci."""
        cocok = _TITIK_DUA.match(self.teks, kunci.akhir)
        return cocok.end() if cocok else None

    def ekor(self, nilai: Simpul) -> tuple[int, int]:
        """Awal dan akhir sisa baris di belakang *nilai*; bagi skalar blok, di belakang kepalanya."""
        kepala = _KEPALA_BLOK.match(self.teks, nilai.awal) if nilai.gaya in ("|", ">") else None
        awal = kepala.end() if kepala else nilai.akhir
        return awal, self.ujung_baris(awal)

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

    def isi(self, wadah: Simpul) -> list[Isian]:
        """Isian sebuah peta atau daftar menurut urutan penulisan."""
        return list(wadah.pasangan()) if wadah.jenis == "peta" else [(satu, satu) for satu in wadah.anak]

    def koma(self, indeks: int) -> int | None:
        """Letak koma pertama sesudah isian yang berakhir di *indeks*; komentar di antaranya dilewati."""
        cocok = _KOMA.match(self.teks, indeks)
        return cocok.end() - 1 if cocok else None

    def sisa_kosong(self, indeks: int) -> bool:
        """Sesudah *indeks* hanya spasi dan komentar sampai akhir barisnya."""
        return _SISA_KOSONG.match(self.teks, indeks) is not None
