"""Bahan satu halaman formulir."""

from __future__ import annotations

from typing import Any, NamedTuple

from indeksinovasi.inti.model.daerah import IdentitasDaerah
from indeksinovasi.inti.model.metode import Kelayakan, Metode


class InovasiFormulir(NamedTuple):
    """Satu catatan: isinya seperti tertulis (tanpa verifikasi), dan tingkat klaim tiap baris hasil mesin."""

    id: str
    isi: dict[str, Any]
    tingkat: dict[str, int]


class BahanFormulir(NamedTuple):
    """Semua yang dimuat satu halaman; ``kelayakan`` milik tahun catatan, juga dengan metode lain."""

    daerah: IdentitasDaerah
    tahun: int
    opd: str
    nama_opd: str
    metode: Metode
    kelayakan: Kelayakan | None
    inovasi: tuple[InovasiFormulir, ...]
