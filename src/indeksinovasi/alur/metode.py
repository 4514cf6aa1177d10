"""Rak metode: tahun, berkas sendiri, dan metode tahun catatan.

Sebuah berkas tahun dibaca satu kali per proses. Ingatan di sini satu-satunya: kuncinya tahun, atau jalur
berkas pengguna beserta waktu ubah dan besarnya, jadi berkas yang berubah dibaca lagi.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

from indeksinovasi.alur.galat import GalatPemakaian
from indeksinovasi.berkas import metode as berkas_metode
from indeksinovasi.berkas.buka import sebab_os
from indeksinovasi.berkas.entri import cap_berkas
from indeksinovasi.berkas.metode import MetodeRusak, MetodeTermuat, MetodeTiada
from indeksinovasi.inti.hitung.nilai import Peraturan, susun_peraturan
from indeksinovasi.inti.model.dasar import POLA_TAHUN
from indeksinovasi.inti.model.metode import Metode

_BERKAS_DIINGAT = 8
_peraturan: dict[tuple[int, str, bool], Peraturan] = {}


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
    if POLA_TAHUN.fullmatch(permintaan):
        return metode_tahun(int(permintaan))
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
    try:
        return _metode_berkas(jalur, cap)
    except MetodeRusak as galat:
        raise _rusak(galat) from None


@lru_cache(maxsize=_BERKAS_DIINGAT)
def _metode_berkas(jalur: Path, _cap: tuple[int, int]) -> MetodeTermuat:
    return berkas_metode.muat_berkas(jalur)


def peraturan_untuk(tahun: int, permintaan: str | None) -> Peraturan:
    """Peraturan menilai catatan *tahun*: metode tahunnya, atau metode lain dengan metode tahun catatan
    sebagai pembanding.
    """
    diminta = metode_tahun(tahun) if permintaan is None else pilih_metode(permintaan)
    kunci = (tahun, diminta.sidik, permintaan is None or permintaan == str(tahun))
    if kunci not in _peraturan:
        _peraturan[kunci] = _susun(tahun, diminta, sendiri=kunci[2])
    return _peraturan[kunci]


def _susun(tahun: int, diminta: MetodeTermuat, *, sendiri: bool) -> Peraturan:
    metode = diminta.metode
    asal = metode if sendiri else metode_bila_terbit(tahun)
    # Berkas yang isinya sama dengan metode tahun itu bukan metode lain.
    return susun_peraturan(metode, diminta.sidik, metode if asal == metode else asal)
