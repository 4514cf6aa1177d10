"""Jejak: daftar berkas yang ditulis perintah ini di sebuah folder beserta sidik isinya.

Dengan jejak, menulis ulang tidak pernah menimpa berkas orang lain atau berkas yang disunting sesudah ditulis,
dan membuang berkas samping tulisan sendiri yang tidak lagi dimiliki laporan mana pun.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from indeksinovasi.berkas.batas import BATAS_JEJAK, BATAS_LAPORAN
from indeksinovasi.berkas.buka import baca_utuh
from indeksinovasi.berkas.entri import ada_berkas, nyata
from indeksinovasi.berkas.tulis import tulis_semua

NAMA_JEJAK = ".indeks-laporan.json"
_MILIK = "milik"
"""Kunci jejak: laporan → berkas yang ditulis bersamanya."""
_SAMPING = re.compile(r"[a-z]+-[0-9]{4}(?:-[a-z]+)?\.(?:svg|png|csv)")


def sidik_isi(isi: bytes) -> str:
    """Sidik isi sebuah berkas."""
    return hashlib.sha256(isi).hexdigest()


def baca_jejak(folder: Path) -> dict[str, str]:
    """Nama berkas → sidik isi saat ditulis; kosong bila tidak ada atau tidak terbaca."""
    return {nama: sidik for nama, sidik in _isi_jejak(folder).items() if isinstance(sidik, str)}


def _isi_jejak(folder: Path) -> dict[str, object]:
    try:
        data = json.loads(baca_utuh(folder / NAMA_JEJAK, BATAS_JEJAK))
    except (OSError, ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}


def _baca_milik(folder: Path) -> dict[str, list[str]]:
    data = _isi_jejak(folder).get(_MILIK)
    if not isinstance(data, dict):
        return {}
    return {
        utama: [n for n in nama if isinstance(n, str)]
        for utama, nama in data.items()
        if isinstance(nama, list)
    }


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


def tulis_berjejak(folder: Path, isi: Mapping[str, bytes], utama: str) -> None:
    """Tulis *isi* laporan *utama* ke *folder* dan perbarui jejaknya. ``OSError`` bila gagal.

    Sesudah semuanya tertulis, bagan dan tabel *utama* yang dahulu ditulis perintah ini, tidak berubah sejak
    itu, dan tidak dimiliki laporan lain dihapus; yang lain tidak pernah disentuh.
    """
    jejak = baca_jejak(folder) | {nama: sidik_isi(bita) for nama, bita in isi.items()}
    milik = _baca_milik(folder)
    lama = set(milik.get(utama, ()))
    milik[utama] = sorted(isi)
    dipakai = {nama for semua in milik.values() for nama in semua}
    tulis_semua(folder, {**isi, NAMA_JEJAK: _teks_jejak(jejak, milik)})
    if terbuang := set(_buang(folder, lama - dipakai, jejak)):
        sisa = {nama: sidik for nama, sidik in jejak.items() if nama not in terbuang}
        tulis_semua(folder, {NAMA_JEJAK: _teks_jejak(sisa, milik)})


def _teks_jejak(jejak: Mapping[str, str], milik: Mapping[str, list[str]]) -> bytes:
    isi = {**dict(sorted(jejak.items())), _MILIK: dict(sorted(milik.items()))}
    return f"{json.dumps(isi, ensure_ascii=False, indent=1)}\n".encode()


def _buang(folder: Path, calon: Iterable[str], jejak: Mapping[str, str]) -> Iterable[str]:
    """Hapus berkas samping yang isinya masih seperti saat ditulis; yang gagal dihapus dibiarkan."""
    for nama in sorted(calon):
        jalur = folder / nama
        # Tautan bukan tulisan perintah ini, ke mana pun tujuannya.
        if not _SAMPING.fullmatch(nama) or nyata(jalur) != nyata(folder) / nama or not ada_berkas(jalur):
            continue
        with suppress(OSError):
            if sidik_isi(baca_utuh(jalur, BATAS_LAPORAN)) == jejak.get(nama):
                jalur.unlink()
                yield nama
