"""Mengolah banyak daerah dengan beberapa proses; hasil selalu menurut urutan daerah, sama dengan satu
proses.

Satu daerah adalah satuan kerja, jadi memori mengikuti daerah terbesar. Variabel lingkungan
``INDEKS_PROSES`` menetapkan banyak proses (1 = tanpa proses tambahan).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from indeksinovasi.berkas.pindai import FolderDaerah, pindai_tahun

_K = TypeVar("_K")
T = TypeVar("T")
BERKAS_MINIMAL = 600
"""Di bawah ini, memulai proses lebih mahal daripada pekerjaannya."""


def banyak_proses(daerah: int, berkas: int) -> int:
    """Banyak proses untuk *daerah* daerah berisi *berkas* catatan; 1 bila proses tambahan tidak
    menguntungkan.
    """
    if (diminta := os.environ.get("INDEKS_PROSES", "")).isdecimal() and int(diminta) > 0:
        return min(int(diminta), daerah)
    if berkas < BERKAS_MINIMAL:
        return 1
    inti = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(inti, daerah)


def perkiraan_berkas(daerah: Sequence[FolderDaerah], tahun: int | None = None) -> int:
    """Banyak catatan *tahun* (``None``: semua tahun), dihitung hanya sampai cukup bagi proses tambahan.

    Satu daerah selalu dikerjakan satu proses, jadi isinya tidak dihitung.
    """
    jumlah = 0
    for folder in daerah if len(daerah) > 1 else ():
        jumlah += sum(pindai_tahun(folder, satu).banyak for satu in folder.tahun if tahun in (satu, None))
        if jumlah >= BERKAS_MINIMAL:
            break
    return jumlah


def olah_semua(
    olah: Callable[[FolderDaerah, _K], T], konteks: _K, daerah: Sequence[FolderDaerah], berkas: int
) -> Iterator[T]:
    """Terapkan *olah* pada tiap daerah. *olah*, *konteks*, dan hasilnya harus dapat dikirim antarproses."""
    proses = banyak_proses(len(daerah), berkas)
    if proses <= 1:
        for folder in daerah:
            yield olah(folder, konteks)
        return
    from indeksinovasi.alur.kolam import olah_urut

    yield from olah_urut(olah, konteks, daerah, proses)
