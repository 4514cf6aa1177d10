"""Pohon nilai sebuah dokumen YAML beserta letaknya, apa pun pengurainya.

Letak adalah indeks karakter dalam teks tanpa tanda urutan bita; akhirnya tidak termasuk.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any, Literal

from indeksinovasi.berkas.letak import Letak, PetaBaris
from indeksinovasi.berkas.telusur import (
    PotonganSkalar,
    Ragu,
    TitikBaris,
    beraturan,
    skalar_sebaris,
    telusuri,
)
from indeksinovasi.inti.model.temuan import Jalur

_KOSONG = ("", "~", "null", "Null", "NULL")
JenisSimpul = Literal["skalar", "peta", "daftar"]


class Simpul(ABC):
    """Satu nilai YAML: skalar, peta (``anak`` berisi kunci dan nilai berselang-seling), atau daftar.

    ``gaya`` kosong bagi skalar tanpa petik; selain itu ``'``, ``"``, ``|``, ``>``, atau ``*``. Bagi peta dan
    daftar, ``{`` atau ``[`` bila tertulis dalam kurung.
    """

    __slots__ = ("_kamus", "akhir", "awal", "gaya", "jenis")
    awal: int
    akhir: int
    jenis: JenisSimpul
    gaya: str
    _kamus: dict[str, tuple[Simpul, Simpul]]

    @property
    @abstractmethod
    def teks(self) -> str:
        """Isi sebuah skalar sesudah petik dan lipatannya dibuka."""

    @property
    @abstractmethod
    def anak(self) -> list[Simpul]:
        """Kunci dan nilai sebuah peta berselang-seling, atau anggota sebuah daftar."""

    @property
    def hampa(self) -> bool:
        """Tidak ada satu karakter pun yang tertulis."""
        return self.jenis == "skalar" and not self.gaya and self.awal == self.akhir

    def pasangan(self) -> Iterator[tuple[Simpul, Simpul]]:
        """Kunci dan nilai sebuah peta menurut urutan penulisan."""
        return zip(self.anak[::2], self.anak[1::2], strict=False)

    def turun(self, bagian: str | int) -> tuple[Simpul, Simpul] | None:
        """Kunci dan nilai di bawah *bagian*; anggota daftar menjadi kunci bagi dirinya sendiri."""
        if self.jenis == "daftar":
            anggota = isinstance(bagian, int) and 0 <= bagian < len(self.anak)
            return (self.anak[int(bagian)],) * 2 if anggota else None
        if self.jenis != "peta":
            return None
        if not hasattr(self, "_kamus"):
            self._kamus = {}
            for kunci, nilai in self.pasangan():
                self._kamus.setdefault(kunci.teks, (kunci, nilai))
        return self._kamus.get(str(bagian)) or self._kunci_bukan_teks(bagian)

    def _kunci_bukan_teks(self, bagian: Any) -> tuple[Simpul, Simpul] | None:
        # Kunci true, ~, atau 1.50 tiba sebagai True, None, dan 1.5; tulisannya lain.
        return next((satu for satu in self.pasangan() if _bernilai(satu[0], bagian)), None)


def _bernilai(kunci: Simpul, nilai: Any) -> bool:
    if kunci.jenis != "skalar" or kunci.gaya:
        return False
    if nilai is None:
        return kunci.teks in _KOSONG
    if isinstance(nilai, bool):
        return kunci.teks.lower() == str(nilai).lower()
    try:
        return not isinstance(nilai, str) and float(kunci.teks) == nilai
    except ValueError:
        return False


_KEPALA_BLOK = re.compile(
    r"[|>][+-]?[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n)(?:[ \t]*(?:\r\n|\r|\n))*(?P<jorok> *)"
)
_BARIS_KOMENTAR = re.compile(r"(?:(?<=\n)|(?<=\r))(?P<jorok> *)#")
PENELUSURAN_TERBANYAK = 64
"""Satu penelusuran sebanding panjang berkasnya; berkas dengan temuan lebih banyak memakai pohonnya."""


class Susunan:
    """Letak dan isi setiap jalur satu berkas.

    Berkas yang beraturan ditelusuri baris demi baris; pohonnya baru disusun *penyusun* bila memang ditanya.
    """

    def __init__(self, teks: str, penyusun: Callable[[str], Simpul | None]) -> None:
        self.teks = teks
        self._penyusun = penyusun
        self._penelusuran = 0

    @cached_property
    def akar(self) -> Simpul | None:
        """Pohon nilainya; ``None`` bila tidak dapat diurai."""
        return self._penyusun(self.teks)

    @cached_property
    def baris(self) -> PetaBaris:
        """Peta barisnya."""
        return PetaBaris(self.teks)

    @cached_property
    def _beraturan(self) -> bool:
        return beraturan(self.teks)

    def titik(self, jalur: Jalur, tunjuk: str) -> Letak:
        """Posisi *jalur*: nilainya, atau kuncinya bila *tunjuk* ``kunci`` atau nilainya kosong.

        Bagian yang tidak ada menunjuk kunci induk terdekat. Tanpa jalur: awal isi, atau awal berkas bila
        *tunjuk* ``kunci``.
        """
        if not jalur and tunjuk == "kunci":
            return Letak(1, 1)
        if titik := self._telusuri(jalur):
            kunci = tunjuk == "kunci" or not titik.ada or titik.nilai is None
            return self.baris.letak(titik.kunci if kunci or titik.nilai is None else titik.nilai)
        return self._titik_pohon(jalur, tunjuk)

    def _titik_pohon(self, jalur: Jalur, tunjuk: str) -> Letak:
        if self.akar is None:
            return Letak(1, 1)
        kunci = simpul = self.akar
        for bagian in jalur:
            langkah = simpul.turun(bagian)
            if langkah is None:
                return self.baris.letak(kunci.awal)
            kunci, simpul = langkah
        return self.baris.letak(kunci.awal if tunjuk == "kunci" or simpul.hampa else simpul.awal)

    def pada(self, jalur: Jalur) -> Simpul | None:
        """Nilai di *jalur*; ``None`` bila tidak ada."""
        simpul = self.akar
        for bagian in jalur:
            langkah = simpul.turun(bagian) if simpul else None
            simpul = langkah[1] if langkah else None
        return simpul

    def skalar(self, jalur: Jalur) -> PotonganSkalar | None:
        """Letak skalar satu baris di *jalur*; ``None`` bila bukan itu, atau hanya pohonnya yang tahu."""
        titik = self._telusuri(jalur)
        return skalar_sebaris(self.teks, titik) if titik and titik.ada else None

    def tulisan(self, jalur: Jalur) -> str | None:
        """Isi skalar di *jalur* tanpa petiknya; ``None`` bila bukan skalar atau tidak tertulis."""
        skalar = self.skalar(jalur)
        if skalar and not skalar.petik:
            return self.teks[skalar.awal : skalar.akhir]
        simpul = self.pada(jalur)
        return None if simpul is None or simpul.jenis != "skalar" or simpul.hampa else simpul.teks

    def _telusuri(self, jalur: Jalur) -> TitikBaris | None:
        if self._penelusuran >= PENELUSURAN_TERBANYAK or not self._beraturan:
            return None
        self._penelusuran += 1
        try:
            return telusuri(self.teks, jalur)
        except Ragu:
            return None


def akhir_skalar_blok(teks: str, awal: int, akhir: int) -> int:
    """Akhir baris terakhir yang berisi dari sebuah skalar blok di *awal*.

    Kedua pengurai menghitung baris kosong di bawahnya berbeda-beda, dan pada berkas ber-CRLF pohon sintaks
    memasukkan komentar yang kurang menjorok daripada isinya.
    """
    if komentar := _komentar_di_bawah(teks, awal, akhir):
        akhir = komentar
    isi = awal + len(teks[awal:akhir].rstrip(" \t\r\n"))
    return isi + len(teks[isi:akhir]) - len(teks[isi:akhir].lstrip(" \t"))


def _komentar_di_bawah(teks: str, awal: int, akhir: int) -> int | None:
    kepala = _KEPALA_BLOK.match(teks, awal, akhir)
    if kepala is None:
        return None  # indentasinya ditulis (|2), atau tidak berisi
    dalam = len(kepala["jorok"])
    for satu in _BARIS_KOMENTAR.finditer(teks, kepala.end(), akhir):
        if len(satu["jorok"]) < dalam:
            return satu.start()
    return None


def semua_peta(akar: Simpul | None) -> Iterator[Simpul]:
    """Setiap peta di bawah *akar* menurut urutan penulisan."""
    antre = [akar] if akar else []
    while antre:
        simpul = antre.pop()
        if simpul.jenis == "peta":
            yield simpul
        if simpul.jenis != "skalar":
            antre.extend(reversed(simpul.anak))
