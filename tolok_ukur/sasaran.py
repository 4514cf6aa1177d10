"""Sasaran kecepatan dan putusannya. Murni: hanya menerima angka yang sudah diukur."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from tolok_ukur.buat_data import UKURAN
from tolok_ukur.ukur import Catatan

Ukuran = Mapping[str, Mapping[str, Catatan]]
"""Ukuran data → nama perintah → hasil ukur."""
MEMORI_PUNCAK = 1_200_000_000
TUMBUH = 1.15


class Sasaran(NamedTuple):
    """Perbandingan dua median pada satu ukuran data."""

    ukuran: str
    pembilang: str
    penyebut: str
    arah: Literal["≤", "≥"]
    batas: float


SASARAN = (
    Sasaran("kecil", "nilai", "impor", "≤", 2.5),
    Sasaran("sedang", "check-jsonschema", "validasi", "≥", 12.0),
    Sasaran("sedang", "yamale", "validasi", "≥", 4.0),
    Sasaran("sedang", "nilai", "lantai", "≤", 2.5),
    Sasaran("besar", "nilai", "lantai", "≤", 2.0),
    Sasaran("besar", "validasi", "lantai", "≤", 2.0),
)


class Putusan(NamedTuple):
    """Satu sasaran beserta angka terukurnya; ``terukur`` ``None`` bila tidak diukur."""

    uraian: str
    terukur: float | None
    arah: Literal["≤", "≥"]
    batas: float
    satuan: str = "×"

    @property
    def tercapai(self) -> bool | None:
        """``None`` bila tidak diukur."""
        if self.terukur is None:
            return None
        return self.terukur <= self.batas if self.arah == "≤" else self.terukur >= self.batas


def rasio(catatan: Mapping[str, Catatan], pembilang: str, penyebut: str) -> float | None:
    """Median *pembilang* dibagi median *penyebut*; ``None`` bila salah satunya tidak diukur."""
    if pembilang not in catatan or penyebut not in catatan:
        return None
    return catatan[pembilang].median / catatan[penyebut].median


def putuskan(ukuran: Ukuran) -> Iterator[Putusan]:
    """Putusan semua sasaran, termasuk yang tidak diukur."""
    for satu in SASARAN:
        terukur = rasio(ukuran.get(satu.ukuran, {}), satu.pembilang, satu.penyebut)
        uraian = f"{satu.ukuran}: {satu.pembilang} / {satu.penyebut}"
        yield Putusan(uraian, terukur, satu.arah, satu.batas)
    for nama in ("nilai", "validasi"):
        besar, sedang = ukuran.get("besar", {}).get(nama), ukuran.get("sedang", {}).get(nama)
        memori = besar.memori if besar else None
        terukur = None if memori is None else memori / 1e6
        yield Putusan(f"besar: memori puncak {nama}", terukur, "≤", MEMORI_PUNCAK / 1e6, "MB")
        tumbuh = _tumbuh(besar, sedang) if besar and sedang else None
        yield Putusan(f"{nama}: waktu per catatan besar / sedang", tumbuh, "≤", TUMBUH)


def _tumbuh(besar: Catatan, sedang: Catatan) -> float:
    return (besar.median / UKURAN["besar"].inovasi) / (sedang.median / UKURAN["sedang"].inovasi)


BATAS_JAGA = {"nilai": 4.0, "validasi": 5.0}
"""Batas longgar bagi CI: kelipatan dari memuat pustaka ditambah mengurai semua catatan."""


def jaga(catatan: Mapping[str, Catatan]) -> list[Putusan]:
    """Putusan mode jaga; perintah yang tidak diukur dilewati."""
    dasar = catatan["impor"].median + catatan["lantai"].median
    return [
        Putusan(f"{nama} / (impor + lantai)", catatan[nama].median / dasar, "≤", batas)
        for nama, batas in BATAS_JAGA.items()
        if nama in catatan
    ]
