"""Siapa yang memperbaiki sebuah temuan: OPD pemilik catatannya, atau berkas milik daerah."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from indeksinovasi.inti.model.temuan import DaerahDiperiksa, Temuan
from indeksinovasi.keluaran.temuan.laporan import LaporanTemuan

_CATATAN = re.compile(r"(?:^|/)\d{4}/(?P<opd>[^/]+)/[^/]+$")


class Pemilik(NamedTuple):
    """``kode`` OPD atau nama berkas daerah; ``nama`` untuk manusia, beserta daerahnya bila ada beberapa."""

    daerah: str
    kode: str
    nama: str
    opd: bool


def menurut_pemilik(laporan: LaporanTemuan) -> list[tuple[Pemilik, int]]:
    """Pemilik dan banyak temuannya: OPD lebih dahulu, terbanyak dahulu."""
    banyak = Counter(_pemilik(satu, laporan.daerah) for satu in laporan.urut)
    return sorted(banyak.items(), key=lambda satu: (not satu[0].opd, -satu[1], satu[0]))


def _pemilik(temuan: Temuan, daerah: tuple[DaerahDiperiksa, ...]) -> Pemilik:
    milik = _daerah(temuan.berkas, daerah)
    di = f", {milik.nama}" if milik and len(daerah) > 1 else ""
    sebutan = milik.nama if milik else ""
    if cocok := _CATATAN.search(temuan.berkas):
        kode = cocok["opd"]
        nama = milik.opd.get(kode, kode) if milik else kode
        return Pemilik(sebutan, kode, f"{nama}{di}", opd=True)
    kode = temuan.berkas.rpartition("/")[2]
    return Pemilik(sebutan, kode, f"{kode}{di}", opd=False)


def _daerah(berkas: str, daerah: tuple[DaerahDiperiksa, ...]) -> DaerahDiperiksa | None:
    """Daerah terdalam yang memuat *berkas*: sebuah provinsi juga memuat kabupaten di dalam foldernya."""
    memuat = [satu for satu in daerah if berkas.startswith(satu.awalan)]
    return max(memuat, key=lambda satu: len(satu.awalan), default=None)
