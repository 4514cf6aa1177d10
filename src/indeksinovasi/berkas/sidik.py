"""Sidik isi berkas: SHA-256 yang dapat diulang orang dengan alat baku."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from indeksinovasi.berkas.batas import BATAS_BITA
from indeksinovasi.berkas.buka import baca_utuh


def sidik_berkas(akar: Path, semua: Iterable[Path]) -> tuple[str, int]:
    """Sidik *semua* (berkas di bawah *akar*) dan banyaknya.

    Sama dengan ``sha256sum`` atas keluaran ``sha256sum BERKAS…`` yang dijalankan di *akar*, berkasnya
    diurutkan menurut jalur. Berkas yang tidak dapat dibaca atau melebihi batas ikut dengan isi
    kosong; sebabnya sudah menjadi temuan pembacanya.
    """
    import hashlib

    jalur = sorted({satu.relative_to(akar).as_posix(): satu for satu in semua}.items())
    daftar = "".join(f"{hashlib.sha256(_isi(satu)).hexdigest()}  {nama}\n" for nama, satu in jalur)
    bita = daftar.encode("utf-8", "surrogateescape")
    return f"sha256:{hashlib.sha256(bita).hexdigest()}", len(jalur)


def _isi(jalur: Path) -> bytes:
    try:
        return baca_utuh(jalur, BATAS_BITA)
    except OSError:
        return b""
