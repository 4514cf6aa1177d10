"""Susunan blok sebuah nilai di tengah berkas orang: indentasinya mengikuti berkas itu; tulisan tiap nilainya
milik ``inti.tulis_yaml``.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any

import ryaml

from indeksinovasi.inti.model.angka import AngkaTertulis
from indeksinovasi.inti.tulis_yaml import sebaris, skalar, teks_blok

skalar_sunting = partial(skalar, bila_perlu="'")
sebaris_sunting = partial(sebaris, bila_perlu="'")
"""Tulisan nilai di berkas orang, yang lazimnya berpetik tunggal."""


def muat_sebaris(nilai: Any) -> bool:
    """Benar bila *nilai* dalam gaya blok cukup satu baris."""
    if isinstance(nilai, Mapping | list | tuple):
        return not nilai
    return not (isinstance(nilai, str) and teks_blok(nilai))


def baris_blok(nilai: Any, langkah: int, langkah_daftar: int) -> list[str]:
    """Baris-baris blok sebuah peta atau daftar berisi, tanpa indentasi dasarnya."""
    if isinstance(nilai, Mapping):
        return [
            baris
            for kunci, satu in nilai.items()
            for baris in baris_pasangan(kunci, satu, langkah, langkah_daftar)
        ]
    semua: list[str] = []
    for satu in nilai:
        baris = _baris_isi(satu, langkah, langkah_daftar)
        semua.append(f"- {baris[0]}")
        semua.extend(_jorok(baris[1:], 2))
    return semua


def baris_pasangan(kunci: Any, nilai: Any, langkah: int, langkah_daftar: int) -> list[str]:
    """Baris-baris ``kunci: nilai``, tanpa indentasi dasarnya."""
    awal = f"{skalar_sunting(kunci)}:"
    baris = _baris_isi(nilai, langkah, langkah_daftar)
    if muat_sebaris(nilai):
        return [f"{awal} {baris[0]}"]
    if isinstance(nilai, str):
        return [f"{awal} {baris[0]}", *_jorok(baris[1:], langkah)]
    daftar = not isinstance(nilai, Mapping)
    return [awal, *_jorok(baris, langkah_daftar if daftar else langkah)]


def _baris_isi(nilai: Any, langkah: int, langkah_daftar: int) -> list[str]:
    if isinstance(nilai, str):
        return teks_blok(nilai) or [skalar_sunting(nilai)]
    if isinstance(nilai, Mapping | list | tuple):
        return baris_blok(nilai, langkah, langkah_daftar) if nilai else [sebaris_sunting(nilai)]
    return [skalar_sunting(nilai)]


def _jorok(baris: list[str], dalam: int) -> list[str]:
    return [f"{' ' * dalam}{satu}" if satu else satu for satu in baris]


def bacaan(nilai: Any) -> Any:
    """*nilai* seperti yang akan dibaca kembali dari tulisannya: tanggal teks, ``Decimal`` bilangan."""
    if isinstance(nilai, Mapping):
        return {bacaan(kunci): bacaan(satu) for kunci, satu in nilai.items()}
    if isinstance(nilai, list | tuple):
        return [bacaan(satu) for satu in nilai]
    if isinstance(nilai, str | bool | int | AngkaTertulis) or nilai is None:
        return nilai
    if isinstance(nilai, date):
        return nilai.isoformat()
    return ryaml.loads(skalar_sunting(nilai))
