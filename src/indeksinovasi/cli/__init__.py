"""Perintah ``indeks``: mengurai, memanggil satu kasus guna, mencetak satu laporan, keluar."""

from __future__ import annotations

import gc
import os
import sys

KELUAR_PEMAKAIAN = 2
KELUAR_CACAT = 3
KELUAR_DIHENTIKAN = 130


def utama(argumen: list[str] | None = None) -> None:
    """Titik masuk ``indeks``. Kode keluar: 0 bersih, 1 galat, 2 pemakaian, 3 cacat, 130 dihentikan."""
    # Plugin pydantic dari paket lain tidak boleh ikut campur dalam penilaian, dan mencarinya memakan waktu.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    # Hasil urai YAML tidak bersiklus: pengumpul sampah yang sering berjalan hanya membuang waktu.
    gc.set_threshold(200_000, 20, 20)
    try:
        from indeksinovasi.cli.aplikasi import jalankan

        kode = jalankan(sys.argv[1:] if argumen is None else argumen)
    except KeyboardInterrupt:
        sys.stderr.write("indeks: dihentikan.\n")
        kode = KELUAR_DIHENTIKAN
    # Yang dibekukan tidak ditelusuri lagi saat Python berakhir; sistem mengambil kembali semuanya.
    gc.freeze()
    sys.exit(kode)
