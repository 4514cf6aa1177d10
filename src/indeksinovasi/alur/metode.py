"""Rak metode: tahun, berkas sendiri, dan metode tahun catatan.

Sebuah berkas tahun dibaca satu kali per proses. Ingatan di sini satu-satunya: kuncinya tahun, atau jalur
berkas pengguna beserta waktu ubah dan besarnya, jadi berkas yang berubah dibaca lagi.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from indeksinovasi.alur.galat import GalatPemakaian
from indeksinovasi.berkas import metode as berkas_metode
from indeksinovasi.berkas.buka import sebab_os
from indeksinovasi.berkas.entri import cap_berkas
from indeksinovasi.berkas.metode import MetodeRusak, MetodeTermuat, MetodeTiada
from indeksinovasi.inti.hitung.nilai import Peraturan, susun_peraturan
from indeksinovasi.inti.model.dasar import POLA_TAHUN
from indeksinovasi.inti.model.metode import Metode

_BERKAS_DIINGAT = 8
_PERATURAN_DIINGAT = 64


class BerkasMetode(NamedTuple):
    """Berkas metode milik pengguna, beserta waktu ubah dan besarnya."""

    jalur: Path
    cap: tuple[int, int]


@cache
def metode_tahun(tahun: int) -> MetodeTermuat:
    """Metode *tahun*; ``GalatPemakaian`` bila tidak ada atau rusak."""
    try:
        return berkas_metode.muat_tahun(tahun)
    except MetodeTiada as galat:
        ada = ", ".join(map(str, galat.ada)) or "tidak satu pun"
        raise GalatPemakaian(
            f"Metode tahun {tahun} tidak ada.",
            f"Metode yang tersedia: {ada}.",
        ) from None
    except MetodeRusak as galat:
        raise _rusak(galat) from None


def _rusak(galat: MetodeRusak) -> GalatPemakaian:
    return GalatPemakaian(
        f"Berkas metode {galat.jalur.name} tidak dapat dipakai.",
        f"Perbaiki menurut temuan, lalu jalankan `indeks metode periksa {galat.jalur.name}`.",
        galat.temuan,
    )


def metode_bila_terbit(tahun: int) -> Metode | None:
    """Metode *tahun*, ``None`` bila tahun itu tidak punya berkas; ``GalatPemakaian`` bila berkasnya rusak."""
    return metode_tahun(tahun).metode if tahun in berkas_metode.tahun_tersedia() else None


def pilih_metode(permintaan: str) -> MetodeTermuat:
    """Metode dari ``--metode``: empat angka berarti tahun, selain itu jalur berkas."""
    return _metode(_rujukan(permintaan))


def _rujukan(permintaan: str) -> int | BerkasMetode:
    if POLA_TAHUN.fullmatch(permintaan):
        return int(permintaan)
    jalur = Path(permintaan)
    cap = cap_berkas(jalur)
    if isinstance(cap, FileNotFoundError | NotADirectoryError):
        raise GalatPemakaian(
            f"Berkas metode {permintaan} tidak ada.", "Tulis tahun (misalnya 2026) atau jalur berkas YAML."
        )
    if isinstance(cap, OSError):
        raise GalatPemakaian(
            f"Berkas metode {permintaan} tidak dapat dibaca: {sebab_os(cap)}.", "Periksa izin berkasnya."
        )
    return BerkasMetode(jalur, cap)


def _metode(rujukan: int | BerkasMetode) -> MetodeTermuat:
    return metode_tahun(rujukan) if isinstance(rujukan, int) else _metode_berkas(rujukan)


@lru_cache(maxsize=_BERKAS_DIINGAT)
def _metode_berkas(berkas: BerkasMetode) -> MetodeTermuat:
    try:
        return berkas_metode.muat_berkas(berkas.jalur)
    except MetodeRusak as galat:
        raise _rusak(galat) from None


def peraturan_untuk(tahun: int, permintaan: str | None) -> Peraturan:
    """Peraturan menilai catatan *tahun*: metode tahunnya, atau metode lain dengan metode tahun catatan
    sebagai pembanding.
    """
    return _peraturan(tahun, tahun if permintaan is None else _rujukan(permintaan))


@lru_cache(maxsize=_PERATURAN_DIINGAT)
def _peraturan(tahun: int, rujukan: int | BerkasMetode) -> Peraturan:
    diminta = _metode(rujukan)
    metode = diminta.metode
    asal = metode if rujukan == tahun else metode_bila_terbit(tahun)
    # Berkas yang isinya sama dengan metode tahun itu bukan metode lain.
    return susun_peraturan(metode, diminta.sidik, metode if asal == metode else asal)
