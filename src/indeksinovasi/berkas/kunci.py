"""Satu penulis pada satu daerah: perintah kedua menunggu, dan sisa perintah yang terbunuh dibersihkan.

Kuncinya milik sistem operasi, jadi lepas sendiri saat prosesnya mati, dan tidak meninggalkan berkas di data.
"""

from __future__ import annotations

import hashlib
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_SISA = re.compile(r"\..+\.yaml\.\d+\.tmp")


@contextmanager
def kunci_daerah(akar: Path) -> Iterator[None]:
    """Pegang kunci tulis daerah di *akar*; ``OSError`` bila foldernya tidak dapat dibuka."""
    if sys.platform == "win32":
        with _kunci_windows(akar):
            yield
        return
    import fcntl

    aliran = os.open(akar, os.O_RDONLY)
    try:
        # Sistem berkas jaringan tertentu tidak mengenal kunci; penjagaan tiap berkas tetap berlaku.
        with suppress(OSError):
            fcntl.flock(aliran, fcntl.LOCK_EX)
        yield
    finally:
        os.close(aliran)


@contextmanager
def _kunci_windows(akar: Path) -> Iterator[None]:
    import msvcrt

    nama = hashlib.sha256(str(akar.resolve()).casefold().encode()).hexdigest()[:16]
    jalur = Path(tempfile.gettempdir()) / f"indeks-{nama}.kunci"
    with jalur.open("a+b") as aliran:
        aliran.seek(0)
        msvcrt.locking(aliran.fileno(), msvcrt.LK_LOCK, 1)  # type: ignore[attr-defined,unused-ignore]
        try:
            yield
        finally:
            aliran.seek(0)
            msvcrt.locking(aliran.fileno(), msvcrt.LK_UNLCK, 1)  # type: ignore[attr-defined,unused-ignore]


def buang_sisa(akar: Path, tahun: int) -> None:
    """Hapus berkas sementara peninggalan perintah yang terbunuh; dipanggil selagi memegang kunci."""
    for pola in (".*.tmp", f"{tahun}/.*.tmp", f"{tahun}/*/.*.tmp"):
        for satu in akar.glob(pola):
            if _SISA.fullmatch(satu.name) and satu.is_file():
                satu.unlink(missing_ok=True)
