"""Apa sebuah jalur atau entri folder itu. Tidak pernah melempar: kegagalan sistem berkas pun sebuah jawaban.

Tautan simbolik ke folder tidak diikuti, dan tautan ke berkas hanya bila tujuannya tetap di dalam folder data.
"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import Literal, NamedTuple

JenisEntri = Literal["berkas", "folder", "tautan_folder", "tautan_keluar"]
JenisJalur = Literal["berkas", "folder", "tiada", "lain", "tertutup"]
_TIADA = (errno.ENOENT, errno.ENOTDIR)


class EntriFolder(NamedTuple):
    """Satu isi folder.

    ``berkas`` juga tautan di dalam data, tautan putus, pipa, dan yang tidak dapat dikenali: pembacanya yang
    menyebut sebabnya bila ia tidak dapat dibaca.
    """

    nama: str
    jalur: str
    jenis: JenisEntri


def isi_folder(jalur: str | Path, akar: Path) -> tuple[EntriFolder, ...] | OSError:
    """Isi folder yang tidak tersembunyi menurut abjad, atau sebab ia tidak dapat dibuka.

    *akar*: folder data, batas bagi tautan.
    """
    try:
        with os.scandir(jalur) as isi:
            semua = [(satu.name, satu) for satu in isi if not satu.name.startswith(".")]
    except OSError as galat:
        return galat
    semua.sort(key=lambda satu: satu[0])
    return tuple(EntriFolder(nama, satu.path, _jenis(satu, akar)) for nama, satu in semua)


def _jenis(satu: os.DirEntry[str], akar: Path) -> JenisEntri:
    try:
        if satu.is_dir(follow_symlinks=False):
            return "folder"
        if not satu.is_symlink():
            return "berkas"
        tujuan = jenis_jalur(satu.path)
    except OSError:
        return "berkas"
    if tujuan == "folder":
        return "tautan_folder"
    return "berkas" if nyata(satu.path).is_relative_to(nyata(akar)) else "tautan_keluar"


def jenis_jalur(jalur: str | Path) -> JenisJalur:
    """Jenis yang ditunjuk *jalur*, sesudah tautan diikuti.

    ``lain``: pipa, perangkat, soket. ``tertutup``: ada atau tidaknya tidak dapat diketahui.
    """
    try:
        keadaan = os.stat(jalur)  # noqa: PTH116  # jalurnya dapat berupa teks
    except OSError as galat:
        return "tiada" if galat.errno in _TIADA else "tertutup"
    except ValueError:
        return "tiada"
    if stat.S_ISDIR(keadaan.st_mode):
        return "folder"
    return "berkas" if stat.S_ISREG(keadaan.st_mode) else "lain"


def adalah_tautan(jalur: Path) -> bool:
    """Benar bila *jalur* tautan simbolik, atau tidak dapat diketahui."""
    try:
        return jalur.is_symlink()
    except OSError:
        return True


def folder_tautan(jalur: Path, akar: Path) -> Path | None:
    """Folder terluar antara *akar* dan *jalur* yang tautan simbolik: pembaca data melewati isinya."""
    semua = [satu for satu in jalur.parents if satu != akar and satu.is_relative_to(akar)]
    return next((satu for satu in reversed(semua) if adalah_tautan(satu)), None)


def ada_berkas(jalur: str | Path) -> bool:
    """Benar bila *jalur* sebuah berkas biasa, juga lewat tautan."""
    return jenis_jalur(jalur) == "berkas"


def nyata(jalur: str | Path) -> Path:
    """Jalur mutlak tanpa tautan; tautan yang berputar dibiarkan seperti tertulis."""
    try:
        return Path(os.path.realpath(jalur))
    except (OSError, ValueError):
        return Path(os.path.abspath(jalur))  # noqa: PTH100  # abspath tidak menyentuh cakram


def cap_berkas(jalur: Path) -> tuple[int, int] | OSError:
    """Waktu ubah (nanodetik) dan ukuran, untuk mengenali berkas yang berubah; atau sebab kegagalannya."""
    try:
        keadaan = jalur.stat()
    except OSError as galat:
        return galat
    return keadaan.st_mtime_ns, keadaan.st_size
