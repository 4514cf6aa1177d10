"""Berkas yang menurut git berubah, dijalankan tanpa satu pun program milik repositorinya.

Pemantau berkas, kait, penyaring isi, diff luar, dan textconv dapat ditulis siapa pun yang dapat menulis ke
``.git/config``; semuanya dimatikan, dan tidak ada yang lewat shell.
"""

from __future__ import annotations

import os
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

_PALING_LAMA = 120
_TANPA_PROGRAM = ("core.fsmonitor=false", f"core.hooksPath={os.devnull}", "core.untrackedCache=false")
_LINGKUNGAN = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
_LINGKUNGAN_TERLARANG = ("GIT_EXTERNAL_DIFF", "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_TRACE")


class GitGagal(Exception):
    """Git tidak dapat menjawab; pesannya kalimat untuk manusia."""


class PerubahanGit(NamedTuple):
    """Akar repositori dan jalur mutlak setiap berkas yang berubah, baru, atau terhapus."""

    akar: Path
    jalur: frozenset[str]


def berkas_berubah(folder: Path, rev: str | None) -> PerubahanGit:
    """Yang berubah di repositori yang memuat *folder* dibanding *rev* (bawaannya HEAD), termasuk yang belum
    dilacak. ``GitGagal`` bila tidak ada git, bukan repositori, atau *rev* tidak dikenal.
    """
    akar = Path(_git(folder, "rev-parse", "--show-toplevel").decode("utf-8", "surrogateescape").rstrip("\n"))
    with ThreadPoolExecutor(1) as serentak:  # keduanya menelusuri pohon yang sama, jadi bersamaan
        luar = serentak.submit(_git, akar, "ls-files", "-z", "--others", "--exclude-standard")
        dalam = _berbeda(akar, rev)
        semua = luar.result() + dalam
    nama = (satu.decode("utf-8", "surrogateescape") for satu in semua.split(b"\0") if satu)
    return PerubahanGit(akar, frozenset(f"{akar.as_posix().rstrip('/')}/{satu}" for satu in nama))


def _berbeda(akar: Path, rev: str | None) -> bytes:
    """Yang dilacak dan berbeda dari *rev*; semuanya bila belum ada komit."""
    pembanding = _komit(akar, rev)
    if pembanding is None:
        return _git(akar, "ls-files", "-z")
    pilihan = ("--no-ext-diff", "--no-textconv", "--no-renames", "--ignore-submodules=all")
    return _git(akar, *_tanpa_penyaring(akar), "diff", *pilihan, "--name-only", "-z", pembanding, "--")


def _komit(akar: Path, rev: str | None) -> str | None:
    """Nama lengkap komit pembanding; ``None`` bila belum ada satu komit pun dan *rev* tidak disebut."""
    tanya = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{rev or 'HEAD'}^{{commit}}")
    try:
        return _git(akar, *tanya).decode("ascii").strip()
    except GitGagal:
        if rev is None:
            return None
        raise GitGagal(f'revisi "{rev}" tidak dikenal git.') from None


def _tanpa_penyaring(akar: Path) -> list[str]:
    """Pilihan yang mengosongkan penyaring isi yang terdaftar; dijalankan git saat membandingkan."""
    try:
        semua = _git(akar, "config", "--null", "--name-only", "--get-regexp", r"^filter\..*\.")
    except GitGagal:
        return []
    nama = {satu.decode("utf-8", "surrogateescape").rpartition(".")[0] for satu in semua.split(b"\0") if satu}
    kosong = (
        f"{satu}.{akhir}" for satu in sorted(nama) for akhir in ("clean=", "process=", "required=false")
    )
    return [bagian for satu in kosong for bagian in ("-c", satu)]


def _git(folder: Path, *argumen: str) -> bytes:
    aman = [bagian for satu in _TANPA_PROGRAM for bagian in ("-c", satu)]
    lingkungan = {kunci: nilai for kunci, nilai in os.environ.items() if kunci not in _LINGKUNGAN_TERLARANG}
    perintah = ["git", "--no-pager", *aman, "-C", str(folder), *argumen]
    try:
        hasil = subprocess.run(
            perintah,
            capture_output=True,
            stdin=subprocess.DEVNULL,
            env={**lingkungan, **_LINGKUNGAN},
            timeout=_PALING_LAMA,
            check=False,
        )
    except FileNotFoundError:
        raise GitGagal("git tidak terpasang.") from None
    except (OSError, subprocess.TimeoutExpired):
        raise GitGagal("git tidak dapat dijalankan.") from None
    if hasil.returncode:
        sebab = hasil.stderr.decode("utf-8", "replace").strip().splitlines()
        bukan = any("not a git repository" in satu for satu in sebab)
        raise GitGagal("folder ini bukan repositori git." if bukan else f"git gagal: {' '.join(sebab[:1])}")
    return hasil.stdout
