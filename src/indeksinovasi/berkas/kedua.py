"""Pembaca kedua, ruamel.yaml: letak bagi tulisan yang tidak dikenal pohon sintaks, dan penjelas galat.

Pohonnya disusun tanpa rekursi, sehingga susunan sedalam apa pun tidak menghabiskan tumpukan.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

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

from indeksinovasi.berkas.simpul import JenisSimpul, Simpul, akhir_skalar_blok

_TERBESAR_MURNI = 64 * 1024
_TITIK_DUA, _TANYA = "\ua789", "\uff1f"
_TITIK_DUA_NILAI = re.compile(r"(?<![\s\"'\]},\[{]):(?=[^\s,\[\]{}])")
_TANYA_NILAI = re.compile(r"(?<=[^\s,\[{])\?")
_ASLI = str.maketrans({_TITIK_DUA: ":", _TANYA: "?"})


class SimpulPeristiwa(Simpul):
    """Simpul dari peristiwa pengurai."""

    __slots__ = ("_anak", "_teks")

    def __init__(self, awal: int, akhir: int, jenis: JenisSimpul, teks: str = "", gaya: str = "") -> None:
        self.awal, self.akhir, self.jenis, self.gaya = awal, akhir, jenis, gaya
        self._teks = teks
        self._anak: list[Simpul] = []

    @property
    def teks(self) -> str:
        """Isi sebuah skalar sesudah petik dan lipatannya dibuka."""
        return self._teks

    @property
    def anak(self) -> list[Simpul]:
        """Kunci dan nilai sebuah peta berselang-seling, atau anggota sebuah daftar."""
        return self._anak


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


def akar_kedua(teks: str) -> Simpul | None:
    """Akar dokumen pertama *teks*; ``None`` bila tidak dapat diurai."""
    try:
        return _akar(teks, peristiwa_yaml(teks))
    except YAMLError:
        murni = pengurai_murni(teks)
    try:
        return _akar(teks, murni.parse(teks)) if murni else None
    except (YAMLError, ValueError):
        return None


def _akar(teks: str, semua: Iterable[Any]) -> Simpul | None:
    terbuka: list[SimpulPeristiwa] = []
    for peristiwa in semua:
        if isinstance(peristiwa, MappingEndEvent | SequenceEndEvent):
            tertutup = terbuka.pop()
            tertutup.akhir = (
                tertutup.anak[-1].akhir if tertutup.anak and not tertutup.gaya else (peristiwa.end_mark.index)
            )
            if not terbuka:
                return tertutup
        elif isinstance(peristiwa, NodeEvent):
            simpul = _simpul(teks, peristiwa)
            if terbuka:
                terbuka[-1].anak.append(simpul)
            if simpul.jenis != "skalar":
                terbuka.append(simpul)
            elif not terbuka:
                return simpul
    return None


def _simpul(teks: str, peristiwa: Any) -> SimpulPeristiwa:
    awal, akhir = peristiwa.start_mark.index, peristiwa.end_mark.index
    if isinstance(peristiwa, MappingStartEvent):
        return SimpulPeristiwa(awal, akhir, "peta", gaya="{" if peristiwa.flow_style else "")
    if isinstance(peristiwa, SequenceStartEvent):
        return SimpulPeristiwa(awal, akhir, "daftar", gaya="[" if peristiwa.flow_style else "")
    if isinstance(peristiwa, ScalarEvent):
        if peristiwa.style in ("|", ">"):
            akhir = akhir_skalar_blok(teks, awal, akhir)
        isi = peristiwa.value if peristiwa.value.isascii() else peristiwa.value.translate(_ASLI)
        return SimpulPeristiwa(awal, akhir, "skalar", isi, peristiwa.style or "")
    return SimpulPeristiwa(awal, akhir, "skalar", "*", "*")
