"""Ringkasan penutup: temuan menurut kode, yang paling merugikan dahulu, dan menurut pemiliknya."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from indeksinovasi.inti.model.temuan import Temuan
from indeksinovasi.keluaran.lipatan import lebar, lipat
from indeksinovasi.keluaran.teks import aman
from indeksinovasi.keluaran.temuan.laporan import TINGKAT, LaporanTemuan, judul

_TERBANYAK = 10
_KERUGIAN = ("BRK", "SKM", "KLY", "BKT", "FKT", "LTS")
"""Galat membuat catatan atau isian ditinggalkan; kelayakan mengeluarkan inovasi; bukti menurunkan tingkat."""
_TERBERAT = ("KLY201",)
"""Mengeluarkan seluruh inovasi dari hitungan, tetapi tetap menjadi pembagi."""
_CATATAN = re.compile(r"(?:^|/)\d{4}/(?P<opd>[^/]+)/[^/]+$")
_KOLOM = 9


def menurut_kode(laporan: LaporanTemuan) -> list[tuple[str, int]]:
    """Kode dan banyak temuannya: galat dahulu, lalu keluarga yang paling merugikan, lalu yang terbanyak."""
    tingkat: dict[str, int] = {}
    for satu in laporan.urut:
        nilai = TINGKAT.index(satu.tingkat)
        tingkat[satu.kode] = min(nilai, tingkat.get(satu.kode, nilai))
    banyak = Counter(satu.kode for satu in laporan.urut)

    def kunci(kode: str) -> tuple[int, bool, int, int, str]:
        keluarga = _KERUGIAN.index(kode[:3]) if kode[:3] in _KERUGIAN else len(_KERUGIAN)
        return tingkat[kode], kode not in _TERBERAT, keluarga, -banyak[kode], kode

    return [(kode, banyak[kode]) for kode in sorted(banyak, key=kunci)]


def menurut_pemilik(laporan: LaporanTemuan) -> list[tuple[str, int]]:
    """Kode OPD atau nama berkas daerah, dan banyak temuannya, terbanyak dahulu."""
    banyak = Counter(map(_pemilik, laporan.urut))
    return sorted(banyak.items(), key=lambda satu: (-satu[1], satu[0]))


def _pemilik(temuan: Temuan) -> str:
    cocok = _CATATAN.search(temuan.berkas)
    return cocok["opd"] if cocok else temuan.berkas.rpartition("/")[2]


def baris_ringkasan(laporan: LaporanTemuan, ruang: int) -> Iterator[str]:
    """Kedua daftar selebar *ruang* kolom."""
    kode = [(f"{satu}  {judul(satu)}", banyak) for satu, banyak in menurut_kode(laporan)]
    yield from _daftar("Temuan menurut kode", kode, "kode", ruang, 8)
    yield ""
    yield from _daftar("Siapa memperbaiki", menurut_pemilik(laporan), "pemilik", ruang, 2)
    aman_ada = sum(satu.perbaikan.aman for satu in laporan.urut)
    if aman_ada:
        yield ""
        yield f"{aman_ada} temuan dapat dibetulkan sendiri: ulangi dengan --perbaiki (--beda menampilkannya)."


def _daftar(kepala: str, isi: list[tuple[str, int]], sebutan: str, ruang: int, jorok: int) -> Iterator[str]:
    yield f"{kepala:<{ruang - _KOLOM}}{'temuan':>{_KOLOM}}"
    for nama, banyak in isi[:_TERBANYAK]:
        pertama, *lanjutan = list(lipat(aman(nama), ruang - _KOLOM, "", " " * jorok))
        yield f"{pertama}{' ' * max(1, ruang - _KOLOM - lebar(pertama))}{banyak:>{_KOLOM}}"
        yield from lanjutan
    if sisa := isi[_TERBANYAK:]:
        yield f"… {len(sisa)} {sebutan} lain, {sum(banyak for _, banyak in sisa)} temuan."
