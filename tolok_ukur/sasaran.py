"""Sasaran kecepatan dan putusannya. Murni: hanya menerima angka yang sudah diukur."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from statistics import median
from typing import Literal, NamedTuple

from tolok_ukur.buat_data import UKURAN
from tolok_ukur.ukur import Catatan

Ukuran = Mapping[str, Mapping[str, Catatan]]
"""Ukuran data → nama perintah → hasil ukur."""
TIPIS = " tipis"
"""Akhiran nama ukuran bagi data yang catatannya seperti milik daerah."""
MEMORI_PUNCAK = 400_000_000
TUMBUH = 1.15


class Sasaran(NamedTuple):
    """Perbandingan pada satu ukuran data: median rasio tiap putaran; penyebutnya boleh jumlah."""

    ukuran: str
    pembilang: str
    penyebut: tuple[str, ...]
    arah: Literal["≤", "≥"]
    batas: float


SASARAN = (
    Sasaran("sedang tipis", "check-jsonschema", ("validasi",), "≥", 12.0),
    Sasaran("sedang tipis", "validasi", ("lantai",), "≤", 1.5),
    Sasaran("besar tipis", "validasi", ("lantai",), "≤", 1.5),
    Sasaran("sedang", "nilai", ("lantai",), "≤", 0.9),
    Sasaran("sedang tipis", "nilai", ("lantai",), "≤", 0.9),
    Sasaran("kecil", "nilai", ("impor", "lantai"), "≤", 1.5),
    Sasaran("kecil tipis", "nilai", ("impor", "lantai"), "≤", 1.5),
    Sasaran("kecil", "validasi satu berkas", ("impor",), "≤", 1.6),
    Sasaran("kecil tipis", "validasi satu berkas", ("impor",), "≤", 1.6),
    Sasaran("sedang", "check-jsonschema", ("validasi",), "≥", 12.0),
    Sasaran("sedang", "yamale", ("validasi",), "≥", 4.0),
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


def rasio(catatan: Mapping[str, Catatan], pembilang: str, penyebut: tuple[str, ...]) -> float | None:
    """Median rasio putaran yang sama, supaya gangguan mesin mengenai keduanya; ``None`` bila tidak diukur."""
    if pembilang not in catatan or not catatan.keys() >= set(penyebut):
        return None
    pasangan = zip(*(catatan[satu].detik for satu in (pembilang, *penyebut)), strict=False)
    return float(median(atas / sum(bawah) for atas, *bawah in pasangan))


def putuskan(ukuran: Ukuran) -> Iterator[Putusan]:
    """Putusan semua sasaran, termasuk yang tidak diukur."""
    for satu in SASARAN:
        terukur = rasio(ukuran.get(satu.ukuran, {}), satu.pembilang, satu.penyebut)
        yield Putusan(uraian_sasaran(satu), terukur, satu.arah, satu.batas)
    for jenis in ("", TIPIS):
        for nama in ("nilai", "validasi"):
            yield from _besar(ukuran, nama, jenis)


def uraian_sasaran(sasaran: Sasaran) -> str:
    """``kecil: nilai / (impor + lantai)``."""
    bawah = " + ".join(sasaran.penyebut)
    return f"{sasaran.ukuran}: {sasaran.pembilang} / {f'({bawah})' if ' + ' in bawah else bawah}"


def _besar(ukuran: Ukuran, nama: str, jenis: str) -> Iterator[Putusan]:
    besar, sedang = (ukuran.get(f"{satu}{jenis}", {}).get(nama) for satu in ("besar", "sedang"))
    memori = besar.memori if besar else None
    terukur = None if memori is None else memori / 1e6
    yield Putusan(f"besar{jenis}: memori puncak {nama}", terukur, "≤", MEMORI_PUNCAK / 1e6, "MB")
    tumbuh = _tumbuh(besar, sedang) if besar and sedang else None
    yield Putusan(f"{nama}{jenis}: waktu per catatan besar / sedang", tumbuh, "≤", TUMBUH)


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
