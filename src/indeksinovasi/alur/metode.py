"""Memilih metode: tahun, berkas sendiri, dan metode tahun catatan."""

from __future__ import annotations

from pathlib import Path

from indeksinovasi.alur.galat import GalatPemakaian
from indeksinovasi.berkas import metode as berkas_metode
from indeksinovasi.berkas.metode import MetodeRusak, MetodeTermuat, MetodeTiada
from indeksinovasi.inti.hitung.nilai import Peraturan, susun_peraturan
from indeksinovasi.inti.model.metode import Metode


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
    try:
        return berkas_metode.muat_tahun(tahun).metode
    except MetodeTiada:
        return None
    except MetodeRusak as galat:
        raise _rusak(galat) from None


def pilih_metode(permintaan: str) -> MetodeTermuat:
    """Metode dari ``--metode``: empat angka berarti tahun, selain itu jalur berkas."""
    if permintaan.isascii() and permintaan.isdigit() and len(permintaan) == 4:
        return metode_tahun(int(permintaan))
    jalur = Path(permintaan)
    if not jalur.is_file():
        raise GalatPemakaian(
            f"Berkas metode {permintaan} tidak ada.", "Tulis tahun (misalnya 2026) atau jalur berkas YAML."
        )
    try:
        return berkas_metode.muat_berkas(jalur)
    except MetodeRusak as galat:
        raise _rusak(galat) from None


def peraturan_untuk(tahun: int, permintaan: str | None) -> Peraturan:
    """Peraturan menilai catatan *tahun*: metode tahunnya, atau metode lain dengan metode tahun catatan
    sebagai pembanding.
    """
    if permintaan is None:
        termuat = metode_tahun(tahun)
        return susun_peraturan(termuat.metode, termuat.sidik, termuat.metode)
    diminta = pilih_metode(permintaan)
    asal = diminta.metode if permintaan == str(tahun) else metode_bila_terbit(tahun)
    sama = asal == diminta.metode  # berkas yang isinya sama dengan metode tahun itu bukan metode lain
    return susun_peraturan(diminta.metode, diminta.sidik, diminta.metode if sama else asal)
