"""Jalur sebuah isian di dalam data yang terbaca."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from indeksinovasi.inti.model.temuan import Jalur

_TIADA = object()


def _isi(wadah: Any, bagian: str | int) -> Any:
    if isinstance(wadah, Mapping):
        return wadah.get(bagian, _TIADA)
    if isinstance(wadah, list | tuple) and isinstance(bagian, int) and bagian < len(wadah):
        return wadah[bagian]
    return _TIADA


def jalur_nyata(loc: Jalur, data: Any) -> Jalur:
    """Sisakan bagian *loc* yang menjadi kunci sungguhan dalam *data*; bagian terakhir boleh tidak ada
    (kunci hilang).
    """
    jalur: list[str | int] = []
    kini = data
    for urutan, bagian in enumerate(loc):
        isi = _isi(kini, bagian)
        terakhir = urutan == len(loc) - 1 and bagian != "[key]"
        if isi is _TIADA and not (terakhir and isinstance(kini, Mapping)):
            continue
        jalur.append(bagian)
        kini = isi
    return tuple(jalur)


def nilai_pada(jalur: Jalur, data: Any) -> Any:
    """Isi *data* pada *jalur*; ``None`` bila tidak ada."""
    for bagian in jalur:
        data = _isi(data, bagian)
    return None if data is _TIADA else data
