"""Menambahkan ringkasan ke berkas ringkasan langkah GitHub."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from indeksinovasi.alur.galat import GalatPemakaian
from indeksinovasi.berkas.batas import BATAS_RINGKASAN
from indeksinovasi.berkas.buka import sebab_os, tambahkan


def tambah_ringkasan(jalur: Path, isi: Iterable[str], sisa: str) -> None:
    """Tambahkan *isi* selama muat; *sisa* menggantikan yang tidak muat. ``GalatPemakaian`` bila gagal."""
    try:
        tambahkan(jalur, (satu.encode("utf-8") for satu in isi), BATAS_RINGKASAN, sisa.encode("utf-8"))
    except OSError as galat:
        sebab = sebab_os(galat, kerja="menulis")
        raise GalatPemakaian(f"ringkasan langkah tidak dapat ditulis: {sebab}.") from None
