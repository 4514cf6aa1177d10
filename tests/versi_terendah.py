"""Cetak batasan pip dengan versi terendah tiap ketergantungan, untuk menguji batas bawahnya."""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator

from tests.daerah_uji import AKAR

POLA = re.compile(r"(?P<nama>[A-Za-z0-9._-]+)(?:\[[^]]*\])?>=(?P<bawah>[0-9.]+),<(?P<atas>[0-9.]+)")


def ketergantungan() -> Iterator[str]:
    """Semua ketergantungan pemakai, juga tambahannya; alat pengembang tidak."""
    proyek = tomllib.loads((AKAR / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    yield from proyek["dependencies"]
    for semua in proyek["optional-dependencies"].values():
        yield from (satu for satu in semua if not satu.startswith(proyek["name"]))


def batasan() -> Iterator[str]:
    """``nama==versi`` terendah yang diizinkan."""
    for satu in ketergantungan():
        if cocok := POLA.fullmatch(satu):
            yield f"{cocok['nama']}=={cocok['bawah']}"


if __name__ == "__main__":
    sys.stdout.writelines(f"{satu}\n" for satu in batasan())
