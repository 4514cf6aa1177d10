"""Jejak: daftar berkas yang ditulis perintah ini di sebuah folder beserta sidik isinya.

Dengan jejak, menulis ulang tidak pernah menimpa berkas orang lain atau berkas yang disunting sesudah ditulis.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from indeksinovasi.berkas.batas import BATAS_JEJAK, BATAS_LAPORAN
from indeksinovasi.berkas.buka import baca_utuh
from indeksinovasi.berkas.entri import ada_berkas
from indeksinovasi.berkas.tulis import tulis_semua

NAMA_JEJAK = ".indeks-laporan.json"


def sidik_isi(isi: bytes) -> str:
    """Sidik isi sebuah berkas."""
    return hashlib.sha256(isi).hexdigest()


def baca_jejak(folder: Path) -> dict[str, str]:
    """Nama berkas → sidik isi saat ditulis; kosong bila tidak ada atau tidak terbaca."""
    jalur = folder / NAMA_JEJAK
    try:
        data = json.loads(baca_utuh(jalur, BATAS_JEJAK))
    except (OSError, ValueError):
        return {}
    return (
        {nama: sidik for nama, sidik in data.items() if isinstance(sidik, str)}
        if isinstance(data, dict)
        else {}
    )


def tertahan(folder: Path, isi: Mapping[str, bytes]) -> list[str]:
    """Nama berkas *isi* yang sudah ada dan bukan tulisan perintah ini, atau disunting sesudahnya."""
    jejak = baca_jejak(folder)
    return sorted(nama for nama, bita in isi.items() if not _boleh(folder / nama, bita, jejak.get(nama)))


def _boleh(jalur: Path, bita: bytes, sidik: str | None) -> bool:
    # Folder bernama sama dilaporkan saat menulis, dengan sebabnya sendiri.
    if not ada_berkas(jalur):
        return True
    try:
        lama = baca_utuh(jalur, BATAS_LAPORAN)
    except OSError:
        return False
    return lama == bita or sidik_isi(lama) == sidik


def tulis_berjejak(folder: Path, isi: Mapping[str, bytes]) -> None:
    """Tulis *isi* ke *folder* dan perbarui jejaknya. ``OSError`` bila gagal."""
    jejak = baca_jejak(folder) | {nama: sidik_isi(bita) for nama, bita in isi.items()}
    teks = json.dumps(dict(sorted(jejak.items())), ensure_ascii=False, indent=1)
    tulis_semua(folder, {**isi, NAMA_JEJAK: f"{teks}\n".encode()})
