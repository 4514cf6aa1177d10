"""Baris dan kolom isi YAML: hanya berkas yang bermasalah dibaca ulang, sekali, dengan pengurai C ruamel.yaml.

Pohonnya disusun tanpa rekursi, sehingga susunan sedalam apa pun tidak menghabiskan tumpukan.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import (
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from indeksinovasi.berkas.letak import Letak, PetaBaris

_TERBESAR_MURNI = 64 * 1024
_KOSONG = ("", "~", "null", "Null", "NULL")
_TITIK_DUA, _TANYA = "\ua789", "\uff1f"
_TITIK_DUA_NILAI = re.compile(r"(?<![\s\"'\]},\[{]):(?=[^\s,\[\]{}])")
_TANYA_NILAI = re.compile(r"(?<=[^\s,\[{])\?")
_ASLI = str.maketrans({_TITIK_DUA: ":", _TANYA: "?"})


@dataclass(slots=True, eq=False)
class Simpul:
    """Satu nilai YAML: skalar, peta (``anak`` berisi kunci dan nilai berselang-seling), atau daftar."""

    awal: int
    jenis: Literal["skalar", "peta", "daftar"]
    teks: str = ""
    gaya: str = ""
    anak: list[Simpul] = field(default_factory=list)
    kamus: dict[str, tuple[Simpul, Simpul]] | None = None

    def pasangan(self) -> Iterator[tuple[Simpul, Simpul]]:
        """Kunci dan nilai sebuah peta menurut urutan penulisan."""
        return zip(self.anak[::2], self.anak[1::2], strict=False)

    def turun(self, bagian: str | int) -> tuple[Simpul, Simpul] | None:
        """Kunci dan nilai di bawah *bagian*; anggota daftar menjadi kunci bagi dirinya sendiri."""
        if self.jenis == "daftar" and isinstance(bagian, int) and 0 <= bagian < len(self.anak):
            return self.anak[bagian], self.anak[bagian]
        if self.jenis != "peta":
            return None
        if self.kamus is None:
            self.kamus = {}
            for kunci, nilai in self.pasangan():
                self.kamus.setdefault(kunci.teks, (kunci, nilai))
        return self.kamus.get(str(bagian)) or self._kunci_bukan_teks(bagian)

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


@dataclass(frozen=True, slots=True)
class Susunan:
    """Pohon simpul satu berkas beserta peta barisnya."""

    akar: Simpul | None
    baris: PetaBaris

    def titik(self, jalur: tuple[str | int, ...], tunjuk: str) -> Letak:
        """Posisi *jalur*: nilainya, atau kuncinya bila *tunjuk* ``kunci`` atau nilainya kosong.

        Bagian yang tidak ada menunjuk kunci induk terdekat. Tanpa jalur: awal isi, atau awal berkas bila
        *tunjuk* ``kunci``.
        """
        if self.akar is None or (not jalur and tunjuk == "kunci"):
            return Letak(1, 1)
        kunci = simpul = self.akar
        for bagian in jalur:
            langkah = simpul.turun(bagian)
            if langkah is None:
                return self.baris.letak(kunci.awal)
            kunci, simpul = langkah
        hampa = simpul.jenis == "skalar" and not simpul.teks and not simpul.gaya
        return self.baris.letak(kunci.awal if tunjuk == "kunci" or hampa else simpul.awal)


def _pengurai() -> YAML:
    return YAML(typ="safe", plug_ins=[])


def samarkan(teks: str) -> str:
    """*teks* sama panjang yang dapat diurai libyaml lama milik ruamel.yaml.

    Di dalam kurung, pengurai itu menolak titik dua dan tanda tanya di tengah nilai tanpa petik
    (``{tautan: https://contoh.go.id/?a=1}``), yang sah menurut YAML 1.2 dan dibaca ryaml.
    """
    if "{" not in teks and "[" not in teks:
        return teks
    return _TITIK_DUA_NILAI.sub(_TITIK_DUA, _TANYA_NILAI.sub(_TANYA, teks))


def peristiwa_yaml(teks: str) -> Iterator[Any]:
    """Peristiwa pengurai C; tandanya membawa indeks karakter. ``YAMLError`` bila *teks* salah."""
    return _pengurai().parse(samarkan(teks))  # type: ignore[no-any-return]


def token_yaml(teks: str) -> Iterator[Any]:
    """Token pemindai C, juga untuk *teks* yang tidak dapat diurai; ``YAMLError`` di tempat yang salah."""
    return _pengurai().scan(samarkan(teks))  # type: ignore[no-any-return]


def pengurai_murni(teks: str) -> YAML | None:
    """Pengurai Python, dua puluh kali lebih lambat, untuk tulisan sah yang ditolak libyaml walau disamarkan;
    ``None`` bila *teks* terlalu besar untuknya.
    """
    return YAML(typ="safe", pure=True, plug_ins=[]) if len(teks) <= _TERBESAR_MURNI else None


def susun(teks: str) -> Susunan:
    """Susunan dokumen pertama *teks*; tanpa akar bila tidak dapat diurai."""
    baris = PetaBaris(teks)
    try:
        return Susunan(_akar(peristiwa_yaml(teks)), baris)
    except YAMLError:
        murni = pengurai_murni(teks)
    try:
        return Susunan(_akar(murni.parse(teks)) if murni else None, baris)
    except (YAMLError, ValueError):
        return Susunan(None, baris)


def _akar(semua: Iterable[Any]) -> Simpul | None:
    terbuka: list[Simpul] = []
    for peristiwa in semua:
        if isinstance(peristiwa, MappingEndEvent | SequenceEndEvent):
            tertutup = terbuka.pop()
            if not terbuka:
                return tertutup
        elif isinstance(peristiwa, NodeEvent):
            simpul = _simpul(peristiwa)
            if terbuka:
                terbuka[-1].anak.append(simpul)
            if simpul.jenis != "skalar":
                terbuka.append(simpul)
            elif not terbuka:
                return simpul
    return None


def _simpul(peristiwa: Any) -> Simpul:
    awal = peristiwa.start_mark.index
    if isinstance(peristiwa, MappingStartEvent):
        return Simpul(awal, "peta")
    if isinstance(peristiwa, SequenceStartEvent):
        return Simpul(awal, "daftar")
    if isinstance(peristiwa, ScalarEvent):
        isi = peristiwa.value
        return Simpul(awal, "skalar", isi if isi.isascii() else isi.translate(_ASLI), peristiwa.style or "")
    return Simpul(awal, "skalar", "*", "*")


def semua_peta(akar: Simpul | None) -> Iterator[Simpul]:
    """Setiap peta di bawah *akar* menurut urutan penulisan."""
    antre = [akar] if akar else []
    while antre:
        simpul = antre.pop()
        if simpul.jenis == "peta":
            yield simpul
        antre.extend(reversed(simpul.anak))
