"""Mengolah banyak daerah dengan beberapa proses; hasil selalu menurut urutan daerah, sama dengan satu
proses.

Satu daerah adalah satuan kerja, jadi memori mengikuti daerah terbesar. Variabel lingkungan
``INDEKS_PROSES`` menetapkan banyak proses (1 = tanpa proses tambahan).
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import Any, TypeVar

from indeksinovasi.berkas.pindai import FolderDaerah, pindai_tahun

K = TypeVar("K")
T = TypeVar("T")
BERKAS_MINIMAL = 600
"""Di bawah ini, memulai proses lebih mahal daripada pekerjaannya."""
_PERAN: list[Any] = []


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
    olah: Callable[[FolderDaerah, K], T], konteks: K, daerah: Sequence[FolderDaerah], berkas: int
) -> Iterator[T]:
    """Terapkan *olah* pada tiap daerah. *olah*, *konteks*, dan hasilnya harus dapat dikirim antarproses."""
    proses = banyak_proses(len(daerah), berkas)
    if proses <= 1:
        for folder in daerah:
            yield olah(folder, konteks)
        return
    import multiprocessing

    # fork mewarisi modul yang sudah dimuat; di macOS dan Windows fork tidak aman atau tidak ada.
    cara = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    # Keluar dari blok ini, juga karena Ctrl-C, mengakhiri semua proses.
    with ExitStack() as penutup:
        with _ctrl_c_ditunda():
            kolam = penutup.enter_context(cara.Pool(proses, _siapkan, (olah, konteks)))
        yield from kolam.imap(_kerjakan, daerah)


@contextmanager
def _ctrl_c_ditunda() -> Iterator[None]:
    """Ctrl-C baru disampaikan sesudah blok ini; proses yang lahir di dalamnya tidak pernah menerimanya.

    Tanpa ini, Ctrl-C di tengah kelahiran sebuah proses meninggalkan proses itu tanpa induk.
    """
    if sys.platform == "win32":
        yield
        return
    semula = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, semula)


def _siapkan(olah: Callable[[FolderDaerah, Any], Any], konteks: Any) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _PERAN[:] = [olah, konteks]


def _kerjakan(folder: FolderDaerah) -> Any:
    olah, konteks = _PERAN
    return olah(folder, konteks)
