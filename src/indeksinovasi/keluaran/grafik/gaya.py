"""Warna dan gaya semua bagan, terang dan gelap; terbedakan bagi buta warna dan pada cetakan hitam putih.

SVG memuat warnanya sendiri tanpa variabel CSS, sehingga tampil sama di peramban, Word, dan pencetak.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Literal

Tema = Literal["terang", "gelap"]

PALET: Mapping[Tema, Mapping[str, str]] = {
    "terang": {
        "kertas": "#fff", "tinta": "#1a2129", "redup": "#4a5563", "garis": "#c9d0d8", "utama": "#12436d",
        "kedua": "#2b78bd", "muda": "#9cc3e8", "awas": "#b8460b",
        "p1": "#f3efe8", "p2": "#e4eef7", "p3": "#c6dcf0",
        "t0": "#fbe1cf", "t1": "#d6e5f4", "t2": "#6fa8da", "t3": "#12436d",
        "x0": "#7a2e05", "x1": "#1a2129", "x2": "#0b1a2a", "x3": "#fff",
    },
    "gelap": {
        "kertas": "#10171f", "tinta": "#e9eef3", "redup": "#aeb9c5", "garis": "#3a4754", "utama": "#8cc4f5",
        "kedua": "#5b9fdb", "muda": "#3a6c9c", "awas": "#ffa266",
        "p1": "#23211e", "p2": "#182a3c", "p3": "#22466a",
        "t0": "#4d2b14", "t1": "#1f3b57", "t2": "#4585be", "t3": "#b4dafa",
        "x0": "#ffd0ae", "x1": "#dceaf7", "x2": "#07121d", "x3": "#0b1a2a",
    },
}  # fmt: skip
"""Peran warna → nilai. ``p`` pita predikat, ``t`` tingkat, ``x`` tulisan di atas tingkat itu."""

_ISI = "fill"
_TEPI = "stroke"
# Kelas → (sifat, peran warna) dan sifat lain yang tidak berganti menurut tema.
_KELAS: Mapping[str, tuple[tuple[tuple[str, str], ...], str]] = {
    "j": ((), "font-size:16px;font-weight:700"),
    "s": (((_ISI, "redup"),), ""),
    "k": (((_ISI, "redup"),), "font-size:11px"),
    "e": ((), "font-size:11px"),
    "n": ((), "font-weight:700"),
    "r": (((_ISI, "redup"),), ""),
    "u": (((_ISI, "utama"),), "font-weight:700"),
    "d": (((_ISI, "kedua"),), ""),
    "w": (((_ISI, "awas"),), "font-weight:700"),
    "g": (((_TEPI, "garis"),), "fill:none"),
    "b": (((_TEPI, "tinta"),), "stroke-width:1.25;fill:none"),
    "bt": (((_TEPI, "tinta"),), "stroke-dasharray:4 3;fill:none"),
    "lu": (((_TEPI, "utama"),), "stroke-width:2.5;fill:none"),
    "ld": (((_TEPI, "kedua"),), "stroke-width:1.5;stroke-dasharray:5 3;fill:none"),
    "lh": (((_TEPI, "redup"),), "fill:none"),
    "lw": (((_TEPI, "awas"),), "stroke-width:2;fill:none"),
    "lm": (((_TEPI, "muda"),), "stroke-width:5;fill:none"),
    "lt": (((_TEPI, "utama"),), "stroke-width:6;fill:none"),
    "bu": (((_TEPI, "utama"),), ""),
    "bd": (((_TEPI, "kedua"),), ""),
    "iu": (((_ISI, "utama"),), ""),
    "id": (((_ISI, "kedua"),), ""),
    "im": (((_ISI, "muda"),), ""),
    "iw": (((_ISI, "awas"),), ""),
    "p1": (((_ISI, "p1"),), ""),
    "p2": (((_ISI, "p2"),), ""),
    "p3": (((_ISI, "p3"),), ""),
    "ko": (((_ISI, "kertas"), (_TEPI, "utama")), "stroke-width:2"),
    "kw": (((_ISI, "kertas"), (_TEPI, "awas")), "stroke-width:2"),
    "kd": (((_ISI, "kertas"), (_TEPI, "kedua")), "stroke-width:2"),
    "t0": (((_TEPI, "t0"),), ""),
    "t1": (((_TEPI, "t1"),), ""),
    "t2": (((_TEPI, "t2"),), ""),
    "t3": (((_TEPI, "t3"),), ""),
    "sela": (((_TEPI, "kertas"),), "stroke-width:2;fill:none"),
    "tb": (((_TEPI, "awas"),), "fill:none;stroke-width:2"),
    "x0": (((_ISI, "x0"),), ""),
    "x1": (((_ISI, "x1"),), ""),
    "x2": (((_ISI, "x2"),), ""),
    "x3": (((_ISI, "x3"),), ""),
}
HURUF = "Arial,'Liberation Sans',Helvetica,Serupa,sans-serif"
# Tulisan dilipat menurut lebar Arial. Linux tanpa Arial dan Liberation Sans memakai DejaVu Sans, yang lebih
# lebar; tanpa ini tulisan bagan melewati tepinya dan laporan bertambah halaman.
HURUF_SERUPA = (
    "@font-face{font-family:Serupa;src:local('DejaVu Sans');size-adjust:87%}"
    "@font-face{font-family:Serupa;font-weight:700;src:local('DejaVu Sans Bold');size-adjust:81%}"
)
"""DejaVu Sans selebar Arial, sebagai huruf ``Serupa``; hanya dari komputer pembaca, tidak diunduh."""
HURUF_BIASA = 12
_DASAR = f"font-family:{HURUF};font-size:{HURUF_BIASA}px"
_UKURAN_HURUF = re.compile(r"font-size:([\d.]+)px")


def ukuran_huruf(kelas: str) -> tuple[float, bool]:
    """Ukuran huruf dalam piksel dan tebalnya bagi tulisan berkelas *kelas*."""
    sifat = ";".join(_KELAS[satu][1] for satu in kelas.split() if satu in _KELAS)
    ukuran = _UKURAN_HURUF.search(sifat)
    return float(ukuran[1]) if ukuran else HURUF_BIASA, "font-weight:700" in sifat


def gaya_svg(kelas: Iterable[str], tema: Tema | None = None) -> str:
    """CSS bagi *kelas* yang dipakai; tanpa *tema*, terang dengan gelap menurut pilihan pembaca."""
    urut = [satu for satu in _KELAS if satu in set(kelas)]
    if tema is not None:
        return _aturan(urut, PALET[tema], lengkap=True)
    gelap = _aturan(urut, PALET["gelap"], lengkap=False)
    terang = _aturan(urut, PALET["terang"], lengkap=True)
    return f"{HURUF_SERUPA}{terang}@media screen and (prefers-color-scheme:dark){{{gelap}}}"


def gaya_sebaris(kelas: Iterable[str]) -> str:
    """CSS bagi SVG yang ditanam di HTML; warnanya lewat variabel CSS bernama peran warnanya."""
    urut = [satu for satu in _KELAS if satu in set(kelas)]
    peran = {nama: f"var(--{nama})" for nama in PALET["terang"]}
    aturan = _aturan(urut, peran, lengkap=True).replace("}.", "} .bagan .")
    return f".bagan {aturan}".replace("}text{", "} .bagan text{")


def _aturan(kelas: Iterable[str], palet: Mapping[str, str], *, lengkap: bool) -> str:
    dasar = f";{_DASAR}" if lengkap else ""
    isi = [f".kertas{{fill:{palet['kertas']}}}text{{fill:{palet['tinta']}{dasar}}}"]
    for satu in kelas:
        warna, tetap = _KELAS[satu]
        sifat = [f"{nama}:{palet[peran]}" for nama, peran in warna]
        if lengkap and tetap:
            sifat.append(tetap)
        if sifat:
            isi.append(f".{satu}{{{';'.join(sifat)}}}")
    return "".join(isi)
