"""Perintah ``indeks``: mengurai, memanggil satu kasus guna, mencetak satu laporan, keluar."""

from __future__ import annotations

import gc
import os
import signal
import sys

KELUAR_PEMAKAIAN = 2
KELUAR_CACAT = 3
KELUAR_DIHENTIKAN = 130
_PENGHENTI = ("SIGTERM", "SIGHUP")


def utama(argumen: list[str] | None = None) -> None:
    """Titik masuk ``indeks``. Kode keluar: 0 bersih, 1 galat, 2 pemakaian, 3 cacat, 130 dihentikan."""
    # Plugin pydantic dari paket lain tidak boleh ikut campur dalam penilaian, dan mencarinya memakan waktu.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    # Hasil urai YAML tidak bersiklus: pengumpul sampah yang sering berjalan hanya membuang waktu.
    gc.set_threshold(200_000, 20, 20)
    _terima_penghentian()
    try:
        from indeksinovasi.cli.aplikasi import jalankan

        kode = jalankan(sys.argv[1:] if argumen is None else argumen)
    except KeyboardInterrupt:
        sys.stderr.write("indeks: dihentikan.\n")
        kode = KELUAR_DIHENTIKAN
    _abaikan_penghentian()
    # Yang dibekukan tidak ditelusuri lagi saat Python berakhir; sistem mengambil kembali semuanya.
    gc.freeze()
    sys.exit(kode)


def _terima_penghentian() -> None:
    """Penghentian oleh sistem atau terminal yang ditutup berlaku seperti Ctrl-C, kecuali diabaikan nohup."""
    for nama in _PENGHENTI:
        if hasattr(signal, nama) and signal.getsignal(satu := getattr(signal, nama)) == signal.SIG_DFL:
            signal.signal(satu, signal.default_int_handler)


def _abaikan_penghentian() -> None:
    """Pekerjaan sudah selesai: sinyal yang datang sesudahnya tidak boleh menjadi traceback."""
    for nama in ("SIGINT", *_PENGHENTI):
        if hasattr(signal, nama):
            signal.signal(getattr(signal, nama), signal.SIG_IGN)
