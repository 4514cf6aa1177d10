"""Membaca ``kosakata.yaml``: perangkat daerah, kalimat uraian, dan isi baris indikator bagi data tiruan."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

import ryaml
from pydantic import TypeAdapter


@dataclass(frozen=True, slots=True)
class Dinas:
    """Satu perangkat daerah: kode folder, nama, urusan utama, dan hal-hal yang dibenahinya."""

    kode: str
    nama: str
    urusan: str
    hal: tuple[str, ...]


class Isian(NamedTuple):
    """Satu kemungkinan isi baris: pola fakta, tingkatnya menurut tabel 2024, dan banyak buktinya."""

    fakta: str
    tingkat: int
    bukti: int = 1


@dataclass(frozen=True, slots=True)
class Baris:
    """Satu indikator: nama naskah buktinya, akhiran berkasnya, dan kemungkinan isinya."""

    kode: str
    naskah: str
    akhiran: str
    isian: tuple[Isian, ...]
    wajib: bool = False


@dataclass(frozen=True, slots=True)
class Kosakata:
    """Seluruh isi ``kosakata.yaml``."""

    dinas: tuple[Dinas, ...]
    sapaan: tuple[str, ...]
    penanda: tuple[str, ...]
    sasaran: tuple[str, ...]
    tempat: tuple[str, ...]
    penggagas: tuple[str, ...]
    tematik: tuple[str, ...]
    rancang_bangun: dict[str, tuple[str, ...]]
    tujuan: tuple[str, ...]
    manfaat: tuple[str, ...]
    hasil: tuple[str, ...]
    catatan_angka: str
    baris: tuple[Baris, ...]


@cache
def kosakata() -> Kosakata:
    """Kosakata, dibaca sekali."""
    teks = Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8")
    return TypeAdapter(Kosakata).validate_python(ryaml.loads(teks))
