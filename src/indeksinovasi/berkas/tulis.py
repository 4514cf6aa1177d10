"""Menulis berkas secara utuh: isi lama atau isi baru, tidak pernah setengah."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Mapping
from pathlib import Path


def tulis_semua(folder: Path, isi: Mapping[str, bytes]) -> None:
    """Tulis beberapa berkas (nama → isi) ke *folder*, yang dibuat bila belum ada.

    Semua ditulis dahulu ke berkas sementara; bila salah satunya gagal, tidak ada yang dipindahkan dan semua
    berkas sementara dihapus. ``OSError`` bila gagal.
    """
    folder.mkdir(parents=True, exist_ok=True)
    sementara: list[tuple[Path, Path]] = []
    try:
        for nama, bita in isi.items():
            jalur = folder / f".{nama}.{os.getpid()}.tmp"
            sementara.append((jalur, folder / nama))
            jalur.write_bytes(bita)
        while sementara:
            asal, tujuan = sementara[0]
            asal.replace(tujuan)
            del sementara[0]
    finally:
        for asal, _ in sementara:
            asal.unlink(missing_ok=True)


def ganti_isi(jalur: Path, bita: bytes, masih_sama: Callable[[], None]) -> None:
    """Ganti isi berkas *jalur* yang sudah ada, dengan izin berkas yang sama.

    *masih_sama* dipanggil sesaat sebelum isinya diganti, dan boleh menggagalkan dengan melempar. ``OSError``
    bila gagal; berkas sementaranya selalu dihapus.
    """
    sementara = jalur.with_name(f".{jalur.name}.{os.getpid()}.tmp")
    try:
        sementara.write_bytes(bita)
        sementara.chmod(stat.S_IMODE(jalur.stat().st_mode))
        masih_sama()
        sementara.replace(jalur)
    finally:
        sementara.unlink(missing_ok=True)


def tulis_bila_tiada(jalur: Path, bita: bytes) -> bool:
    """Tulis berkas baru beserta foldernya; ``False`` bila sudah ada sesuatu dengan nama itu."""
    if os.path.lexists(jalur):
        return False
    sementara = jalur.with_name(f".{jalur.name}.{os.getpid()}.tmp")
    try:
        try:
            sementara.write_bytes(bita)
        except FileNotFoundError:
            jalur.parent.mkdir(parents=True, exist_ok=True)
            sementara.write_bytes(bita)
        sementara.replace(jalur)
    except BaseException:
        sementara.unlink(missing_ok=True)
        raise
    return True


def sebab_tulis(galat: OSError) -> str:
    """Sebab kegagalan menulis dalam bahasa Indonesia."""
    if isinstance(galat, PermissionError):
        return "tidak ada izin menulis"
    if isinstance(galat, FileExistsError | NotADirectoryError):
        return "sudah ada berkas dengan nama itu"
    if isinstance(galat, IsADirectoryError):
        return "sudah ada folder dengan nama itu"
    return "gangguan sistem berkas"
