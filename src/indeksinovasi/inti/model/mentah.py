"""Isi mentah YAML dan JSON: bagian yang bentuknya lain dari yang dicari dianggap tidak ada."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any


def peta(nilai: object) -> Mapping[Any, Any]:
    """*nilai* bila berupa peta, selainnya peta kosong."""
    return nilai if isinstance(nilai, Mapping) else {}


def deret_peta(nilai: object) -> Iterator[Mapping[Any, Any]]:
    """Anggota daftar *nilai* yang berupa peta."""
    if isinstance(nilai, list):
        yield from (satu for satu in nilai if isinstance(satu, Mapping))


def dalam(isi: object, *jalur: str) -> Any:
    """Isian di *jalur*; ``None`` bila salah satu bagiannya tidak ada."""
    for bagian in jalur:
        isi = peta(isi).get(bagian)
    return isi
