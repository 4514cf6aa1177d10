"""Aliran keluaran yang selalu ada: yang ditutup pemanggilnya diganti perangkat kosong."""

from __future__ import annotations

import io
import os
import sys


class _Keterangan(io.TextIOWrapper):
    """stderr yang penuh atau ditinggalkan pembacanya: keterangannya hilang, hasilnya tidak."""

    def write(self, s: str) -> int:
        try:
            return super().write(s)
        except OSError:
            return len(s)

    def flush(self) -> None:
        try:
            super().flush()
        except OSError:
            return


def siapkan_aliran() -> None:
    """Pasang stdout dan stderr yang hilang, dan jadikan keduanya UTF-8.

    Proses yang dilahirkan tanpa stdout mendapat ``None`` dari Python; berkas pertama yang dibuka lalu dapat
    menempati nomornya.
    """
    for nomor, nama in ((1, "stdout"), (2, "stderr")):
        if getattr(sys, nama) is None:
            setattr(sys, nama, _kosong(nomor))
    if type(sys.stderr) is io.TextIOWrapper:
        asal = sys.stderr
        sandi, ganti = asal.encoding, asal.errors
        sys.stderr = _Keterangan(asal.detach(), encoding=sandi, errors=ganti, line_buffering=True)
    # Pipa Windows memakai halaman kode lama; keluaran ke pipa dan berkas selalu UTF-8. Terminal yang tidak
    # mengenalnya tetap memakai pengodeannya sendiri: penulis terminal mengganti tanda yang tidak ada.
    for aliran in (sys.stdout, sys.stderr):
        if hasattr(aliran, "reconfigure") and (aliran.encoding or "").lower().replace("-", "") != "utf8":
            if aliran.isatty():
                aliran.reconfigure(errors="replace")
            else:
                aliran.reconfigure(encoding="utf-8", errors="replace")


def buang_keluaran() -> None:
    """Arahkan stdout ke perangkat kosong sesudah pembaca pipa pergi."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _kosong(nomor: int) -> object:
    pegangan = os.open(os.devnull, os.O_WRONLY)
    if pegangan != nomor:
        os.dup2(pegangan, nomor)
        os.close(pegangan)
    return os.fdopen(nomor, "w", encoding="utf-8", errors="replace")
