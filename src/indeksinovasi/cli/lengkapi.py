"""Pelengkapan nilai di bash, zsh, fish, dan PowerShell; bahannya baru dimuat saat diminta."""

from __future__ import annotations


def lengkapi_tahun(awal: str) -> list[str]:
    """Tahun yang berawal *awal*."""
    from indeksinovasi.alur.pelengkap import semua_tahun

    return [satu for satu in semua_tahun() if satu.startswith(awal)]


def lengkapi_kode(awal: str) -> list[str]:
    """Kode sesudah koma terakhir; yang mendahuluinya dipertahankan."""
    from indeksinovasi.alur.pelengkap import kode_dan_keluarga

    depan, koma, akhir = awal.rpartition(",")
    return [f"{depan}{koma}{satu}" for satu in kode_dan_keluarga() if satu.startswith(akhir.upper())]


def lengkapi_kata(awal: str) -> list[str]:
    """Kode temuan dan indikator."""
    from indeksinovasi.alur.pelengkap import kode_dan_keluarga

    kode = [satu for satu in kode_dan_keluarga() if satu.startswith(awal.upper())]
    return kode + lengkapi_indikator(awal)


def lengkapi_indikator(awal: str) -> list[str]:
    """Indikator yang berawal *awal*."""
    from indeksinovasi.alur.pelengkap import semua_indikator

    return [satu for satu in semua_indikator() if satu.startswith(awal.lower())]
