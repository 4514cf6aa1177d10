"""Perintah berikutnya sesudah berkas ditulis: ke stderr, karena stdout hanya memuat daftar berkasnya."""

from __future__ import annotations

import sys

from indeksinovasi.keluaran.teks import aman


def tulis_lanjut(perintah: str, keterangan: str, *, coba: bool = False) -> None:
    """Sebut *perintah* berikutnya; *coba*: belum ada yang ditulis, jadi ulangi dahulu tanpa ``--coba``."""
    isi = "Belum ada yang ditulis; ulangi tanpa --coba." if coba else f"{perintah}   {keterangan}"
    sys.stderr.write(f"\nLanjut\n  {aman(isi)}\n")
