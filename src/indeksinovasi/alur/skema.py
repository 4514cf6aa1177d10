"""Bahan skema: metode dan kunci indikator yang dikenal untuk satu tahun, atau gabungan semua tahun."""

from __future__ import annotations

from typing import NamedTuple

from indeksinovasi.alur.metode import metode_tahun
from indeksinovasi.berkas.metode import tahun_tersedia
from indeksinovasi.berkas.muat import Kamus, susun_kamus
from indeksinovasi.inti.model.metode import Metode


class BahanSkema(NamedTuple):
    """Metode, yang pertama menjadi sumber keterangan, dan kamus gabungannya."""

    metode: tuple[Metode, ...]
    kamus: Kamus


def bahan_skema(tahun: int | None) -> BahanSkema:
    """Bahan untuk *tahun*, atau semua tahun dari yang terbaru; ``GalatPemakaian`` bila tahunnya tidak ada."""
    semua = (tahun,) if tahun is not None else tuple(reversed(tahun_tersedia()))
    metode = tuple(metode_tahun(satu).metode for satu in semua)
    return BahanSkema(metode, susun_kamus(*metode))
