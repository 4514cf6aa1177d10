"""Akar repositori yang memuat sebuah berkas, untuk jalur yang dipahami GitHub dan GitLab."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from indeksinovasi.berkas.entri import jenis_jalur


@cache
def akar_repositori(folder: Path) -> Path | None:
    """Folder terdekat di atas *folder* (atau ia sendiri) yang memuat ``.git``."""
    return next((satu for satu in (folder, *folder.parents) if jenis_jalur(satu / ".git") != "tiada"), None)


def jalur_repositori(nama: str) -> str:
    """Jalur berkas *nama* dari akar repositorinya, dengan garis miring.

    Akarnya ``GITHUB_WORKSPACE`` bila memuat berkas itu, selain itu folder ber-``.git`` di atasnya. Di luar
    repositori jalurnya tetap seperti tertulis, atau mutlak bila menunjuk ke atas.
    """
    mutlak = Path(os.path.abspath(nama))  # noqa: PTH100  # tautan di dalam jalurnya tidak diikuti
    kerja = os.environ.get("GITHUB_WORKSPACE")
    for akar in (Path(kerja) if kerja else None, akar_repositori(mutlak.parent)):
        if akar is not None and mutlak.is_relative_to(akar):
            return mutlak.relative_to(akar).as_posix()
    return mutlak.as_posix() if nama.startswith("..") else nama
