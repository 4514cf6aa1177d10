"""Pelapor temuan: enam bentuk, dipilih menurut nama dari satu kamus."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import IO

from indeksinovasi.keluaran.temuan import baris, github, json, junit, sarif, teks
from indeksinovasi.keluaran.temuan.laporan import LaporanTemuan

__all__ = ["PELAPOR", "LaporanTemuan", "laporkan"]

PELAPOR: dict[str, Callable[[LaporanTemuan], Iterator[str]]] = {
    "teks": teks.potong,
    "baris": baris.potong,
    "json": json.potong,
    "github": github.potong,
    "sarif": sarif.potong,
    "junit": junit.potong,
}


def laporkan(laporan: LaporanTemuan, bentuk: str, aliran: IO[str]) -> None:
    """Tulis *laporan* ke *aliran*; *bentuk* kunci ``PELAPOR``; ``teks`` berwarna bila *aliran* terminal."""
    if bentuk == "teks" and aliran.isatty():
        teks.cetak_temuan(laporan, aliran)
    else:
        aliran.writelines(PELAPOR[bentuk](laporan))
