"""Bilangan seperti yang tertulis: ryaml memberi 2.0 bagi ``2.000`` dan 31 bagi ``0x1F``.

Berkas tanpa tulisan semacam itu hanya menanggung empat pencarian bita; selainnya disusun sekali dan
bilangannya diganti ``AngkaTertulis`` di jalurnya sendiri.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from indeksinovasi.inti.model.angka import POLA_RIBUAN, AngkaTertulis

if TYPE_CHECKING:
    from indeksinovasi.berkas.simpul import Simpul

_TIGA_ANGKA = re.compile(rb"\.\d{3}(?!\d)")
_BASIS_LAIN = re.compile(rb"0[xob][0-9a-fA-F]")
# Pola yang berawalan huruf tetap dicari jauh lebih cepat daripada pilihan di antara dua pola.
_PANGKAT = re.compile(rb"e(?<=[\d.]e)[-+\d]")
_PANGKAT_BESAR = re.compile(rb"E(?<=[\d.]E)[-+\d]")
_SARINGAN = (_TIGA_ANGKA, _PANGKAT, _PANGKAT_BESAR, _BASIS_LAIN)
_MENCURIGAKAN = re.compile(
    rf"{POLA_RIBUAN.pattern}|[-+]?0[xob][0-9a-fA-F]+|[-+]?(?:\d+\.?\d*|\.\d+)[eE][-+]?\d+", re.ASCII
)
_SATU = re.compile(rf"(?<![^\s\[{{,:])(?:{_MENCURIGAKAN.pattern})(?![^\s\]}},:])", re.ASCII)


def tandai(bita: bytes, teks: str, data: Any) -> Any:
    """*data* dengan ``AngkaTertulis`` di tempat bilangan yang tulisannya meragukan."""
    if not any(satu.search(bita) for satu in _SARINGAN):
        return data
    # Sebagian besar tulisan itu berada di dalam teks biasa; bilangannya baru dicari bila memang ada.
    nilai = {_bilangan(satu.group()) for satu in _SATU.finditer(teks)}
    if nilai.isdisjoint(_semua_bilangan(data)):
        return data
    from indeksinovasi.berkas.posisi import susun_posisi

    akar = susun_posisi(teks).akar
    return data if akar is None else _ganti(akar, data)


def _bilangan(tulisan: str) -> float:
    try:
        return int(tulisan, 0) if _BASIS_LAIN.search(tulisan.encode()) else float(tulisan)
    except ValueError:  # 1.214.000 dan 0o8 adalah teks bagi YAML
        return float("nan")


def _semua_bilangan(data: Any) -> set[float]:
    semua: set[float] = set()
    antre = [data]
    for satu in antre:
        if isinstance(satu, dict):
            antre.extend(satu)
            antre.extend(satu.values())
        elif isinstance(satu, list):
            antre.extend(satu)
        elif isinstance(satu, int | float):
            semua.add(satu)
    return semua


def _ganti(akar: Simpul, data: Any) -> Any:
    """Salinan *data*; kedalamannya sudah dibatasi pembaca cepat, jadi rekursinya terbatas."""
    if isinstance(data, dict) and akar.jenis == "peta":
        pasangan = zip(akar.pasangan(), data.items(), strict=False)
        return {_ganti(k, kunci): _ganti(n, nilai) for (k, n), (kunci, nilai) in pasangan}
    if isinstance(data, list) and akar.jenis == "daftar":
        return [_ganti(simpul, nilai) for simpul, nilai in zip(akar.anak, data, strict=False)]
    if isinstance(data, int | float) and not isinstance(data, bool) and not akar.gaya:
        return AngkaTertulis(akar.teks, data) if _MENCURIGAKAN.fullmatch(akar.teks) else data
    return data
