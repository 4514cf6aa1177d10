"""Pelapor temuan: enam bentuk, masing-masing modul dengan nama yang sama, dimuat bila diminta saja."""

from __future__ import annotations

from importlib import import_module
from typing import IO

from indeksinovasi.keluaran.temuan.laporan import LaporanTemuan

__all__ = ["PELAPOR", "LaporanTemuan", "laporkan"]

PELAPOR = ("teks", "baris", "json", "github", "sarif", "junit")
"""Nama bentuk, dan modul di sini yang menyusunnya dengan ``potong``."""


def laporkan(laporan: LaporanTemuan, bentuk: str, aliran: IO[str]) -> None:
    """Tulis *laporan* ke *aliran* menurut *bentuk* dari ``PELAPOR``; ``teks`` berwarna di terminal."""
    if bentuk == "teks" and aliran.isatty():
        from indeksinovasi.keluaran.temuan.teks import cetak_temuan

        cetak_temuan(laporan, aliran)
        return
    # Pustaka XML milik junit saja sudah memuat pustaka jaringan: bentuk lain tidak ikut menanggungnya.
    modul = import_module(f"{__name__}.{bentuk}")
    aliran.writelines(modul.potong(laporan))
