"""Menulis berkas secara utuh: isi lama atau isi baru, tidak pernah setengah."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

# O_EXCL: sebuah sisa perintah yang terbunuh mungkin tautan ke catatan jadi, jadi tidak pernah ditulisi.
_SEMENTARA = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


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
            _tulis_sementara(str(jalur), bita)
        while sementara:
            asal, tujuan = sementara[0]
            asal.replace(tujuan)
            del sementara[0]
    finally:
        for asal, _ in sementara:
            asal.unlink(missing_ok=True)


def ganti_isi(jalur: Path, bita: bytes, masih_sama: Callable[[], None]) -> None:
    """Ganti isi berkas *jalur* yang sudah ada, dengan izin, dan sedapatnya pemilik, yang sama.

    *masih_sama* dipanggil sesaat sebelum isinya diganti, dan boleh menggagalkan dengan melempar. ``OSError``
    bila gagal, juga bila berkasnya hanya boleh dibaca; berkas sementaranya selalu dihapus.
    """
    keadaan = jalur.stat()
    if not os.access(jalur, os.W_OK):
        raise PermissionError(errno.EACCES, "hanya boleh dibaca", str(jalur))
    sementara = jalur.with_name(f".{jalur.name}.{os.getpid()}.tmp")
    try:
        # Isinya tidak pernah terbaca oleh yang tidak boleh membaca aslinya.
        _tulis_sementara(str(sementara), bita, 0o600, tuntas=True)
        _samakan_pemilik(sementara, keadaan)
        with suppress(OSError):  # sebagian sistem berkas jaringan tidak mengenal izin
            sementara.chmod(stat.S_IMODE(keadaan.st_mode))
        masih_sama()
        sementara.replace(jalur)
    finally:
        sementara.unlink(missing_ok=True)


def _samakan_pemilik(jalur: Path, asli: os.stat_result) -> None:
    """Pemilik dan kelompok berkas *asli*: rekan sekelompok tetap boleh menulisnya. Yang bukan haknya
    dibiarkan.
    """
    if sys.platform == "win32":
        return
    kini = jalur.stat()
    for pemilik, kelompok in ((asli.st_uid, -1), (-1, asli.st_gid)):
        if pemilik not in (-1, kini.st_uid) or kelompok not in (-1, kini.st_gid):
            with suppress(OSError):
                os.chown(jalur, pemilik, kelompok)


def tulis_bila_tiada(folder: str, nama: str, bita: bytes) -> bool:
    """Tulis berkas baru *nama* di *folder* (dibuat bila belum ada); ``False`` bila namanya sudah terpakai.

    Jalurnya teks, bukan ``Path``: sebuah impor menulis puluhan ribu berkas, dan menyusun ``Path`` lebih lama
    daripada menulisnya.
    """
    sementara = f"{folder}/.{nama}.{os.getpid()}.tmp"
    try:
        try:
            _tulis_sementara(sementara, bita)
        except FileNotFoundError:
            Path(folder).mkdir(parents=True, exist_ok=True)
            _tulis_sementara(sementara, bita)
        return _namai(sementara, f"{folder}/{nama}")
    finally:
        with suppress(OSError):
            os.unlink(sementara)  # noqa: PTH108  # teks, bukan Path


def _namai(sementara: str, tujuan: str) -> bool:
    """Beri nama *tujuan* pada isi *sementara*; ``False`` bila nama itu sudah terpakai."""
    try:
        # Tautan tidak pernah menimpa, juga bila ada yang membuat berkas itu pada saat yang sama.
        os.link(sementara, tujuan)
    except FileExistsError:
        return False
    except OSError:
        # FAT dan sebagian sistem berkas jaringan tidak mengenal tautan.
        if os.path.lexists(tujuan):
            return False
        os.replace(sementara, tujuan)  # noqa: PTH105  # teks, bukan Path
    return True


def _tulis_sementara(jalur: str, bita: bytes, izin: int = 0o666, *, tuntas: bool = False) -> None:
    """Berkas sementara berisi *bita*; *tuntas*: sampai ke cakram, karena isi lamanya segera hilang."""
    try:
        aliran = os.open(jalur, _SEMENTARA, izin)
    except FileExistsError:
        os.unlink(jalur)  # noqa: PTH108  # teks, bukan Path
        aliran = os.open(jalur, _SEMENTARA, izin)
    try:
        sisa = memoryview(bita)
        while sisa:
            sisa = sisa[os.write(aliran, sisa) :]
        if tuntas:
            os.fsync(aliran)
    finally:
        os.close(aliran)


def sebab_tulis(galat: OSError) -> str:
    """Sebab kegagalan menulis dalam bahasa Indonesia."""
    if isinstance(galat, PermissionError):
        return "tidak ada izin menulis"
    if isinstance(galat, FileExistsError | NotADirectoryError):
        return "sudah ada berkas dengan nama itu"
    if isinstance(galat, IsADirectoryError):
        return "sudah ada folder dengan nama itu"
    return "gangguan sistem berkas"
