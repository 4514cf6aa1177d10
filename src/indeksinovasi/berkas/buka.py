"""Satu-satunya pembuka berkas: hanya berkas biasa, hanya sebanyak yang diminta, tidak pernah menunggu.

Pipa bernama, perangkat, dan folder ditolak sebelum sebita pun dibaca. Semua kegagalan adalah ``OSError``.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

_POTONGAN = 1024 * 1024
_BENDERA = tuple(getattr(os, nama, 0) for nama in ("O_NONBLOCK", "O_NOCTTY", "O_BINARY", "O_CLOEXEC"))
_TANPA_MENUNGGU = sum(_BENDERA)


class BukanBerkasBiasa(OSError):
    """Yang ditunjuk pipa, perangkat, soket, atau folder."""


class BerkasTerlaluBesar(OSError):
    """Isinya melebihi batas yang diminta pembacanya."""


@contextmanager
def _terbuka(jalur: str | Path, cara: int) -> Iterator[tuple[int, int]]:
    """Pegangan dan ukuran sebuah berkas biasa; dibuka tanpa menunggu, lalu yang lain ditolak."""
    pegangan = os.open(jalur, cara | _TANPA_MENUNGGU, 0o666)
    try:
        keadaan = os.fstat(pegangan)
        if not stat.S_ISREG(keadaan.st_mode):
            raise BukanBerkasBiasa
        yield pegangan, keadaan.st_size
    finally:
        os.close(pegangan)


_PENGGANTI: ContextVar[Mapping[str, bytes] | None] = ContextVar("pengganti", default=None)


@contextmanager
def dengan_isi(pengganti: Mapping[Path, bytes]) -> Iterator[None]:
    """Di dalamnya berkas-berkas ini dibaca seolah berisi lain: hasil sebuah suntingan yang belum ditulis."""
    tanda = _PENGGANTI.set({os.fspath(jalur): isi for jalur, isi in pengganti.items()})
    try:
        yield
    finally:
        _PENGGANTI.reset(tanda)


def baca_awal(jalur: str | Path, banyak: int) -> bytes:
    """Paling banyak *banyak* bita pertama."""
    if (pengganti := _PENGGANTI.get()) and (isi := pengganti.get(os.fspath(jalur))) is not None:
        return isi[:banyak]
    with _terbuka(jalur, os.O_RDONLY) as (pegangan, ukuran):
        # Penampung seukuran berkas: yang selalu sebesar batas memakan waktu lebih dari membacanya.
        isi = os.read(pegangan, min(banyak, ukuran + 1))
        # Sistem berkas jaringan boleh memberi kurang dari yang diminta.
        while len(isi) != ukuran and len(isi) < banyak:
            if not (lagi := os.read(pegangan, banyak - len(isi))):
                break
            isi += lagi
        return isi


def baca_utuh(jalur: str | Path, batas: int) -> bytes:
    """Seluruh isi; ``BerkasTerlaluBesar`` bila lebih dari *batas* bita."""
    isi = baca_awal(jalur, batas + 1)
    if len(isi) > batas:
        raise BerkasTerlaluBesar
    return isi


def baca_ujung(jalur: str | Path, banyak: int) -> bytes:
    """*banyak* bita pertama dan terakhir; berkas yang kecil utuh."""
    with _terbuka(jalur, os.O_RDONLY) as (pegangan, ukuran):
        awal = os.read(pegangan, banyak)
        os.lseek(pegangan, max(len(awal), ukuran - banyak), os.SEEK_SET)
        return awal + os.read(pegangan, banyak)


def baca_bertahap(jalur: str | Path, batas: int) -> Iterator[bytes]:
    """Isi sepotong demi sepotong; ``BerkasTerlaluBesar`` begitu melebihi *batas* bita."""
    with _terbuka(jalur, os.O_RDONLY) as (pegangan, _):
        while isi := os.read(pegangan, _POTONGAN):
            batas -= len(isi)
            if batas < 0:
                raise BerkasTerlaluBesar
            yield isi


def tambahkan(jalur: str | Path, isi: Iterator[bytes], batas: int, penutup: bytes) -> None:
    """Tambahkan *isi* di ujung berkas (dibuat bila belum ada) selama seluruhnya paling besar *batas* bita.

    Potongan yang tidak muat diganti *penutup*, yang selalu mendapat tempat.
    """
    with _terbuka(jalur, os.O_WRONLY | os.O_APPEND | os.O_CREAT) as (pegangan, ukuran):
        sisa = batas - ukuran - len(penutup)
        for satu in isi:
            sisa -= len(satu)
            if sisa < 0:
                _tulis(pegangan, penutup)
                return
            _tulis(pegangan, satu)


def _tulis(pegangan: int, isi: bytes) -> None:
    while isi:
        isi = isi[os.write(pegangan, isi) :]


def sebab_os(galat: OSError, *, apa: str = "berkas", kerja: str = "membaca") -> str:
    """Sebab kegagalan sistem berkas dalam bahasa Indonesia: *apa* yang gagal dikerjakan."""
    if isinstance(galat, FileNotFoundError):
        return f"{apa} tidak ada"
    if isinstance(galat, PermissionError):
        return f"tidak ada izin {kerja}"
    if isinstance(galat, BukanBerkasBiasa | IsADirectoryError):
        return f"bukan {apa} biasa"
    if isinstance(galat, BerkasTerlaluBesar):
        return "terlalu besar"
    return "gangguan sistem berkas"
