"""Sidik verifikasi: mengikat sebuah persetujuan pada klaim, fakta, bukti, dan isi berkas buktinya.

``sha256:<klaim>:<berkas>``, masing-masing 16 angka heksadesimal pertama. Bagian klaim tidak bergantung pada
cara penulisan; bagian berkas hanya bergantung pada isi berkas menurut urutan buktinya.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple

from indeksinovasi.inti.model.inovasi import Entri
from indeksinovasi.inti.model.nilai_fakta import (
    Fakta,
    FaktaAsing,
    FaktaBilangan,
    FaktaDaftarPilihan,
    FaktaDaftarTahun,
    FaktaPilihan,
    FaktaTahunan,
    FaktaUkuran,
)

PANJANG_SIDIK = 16
AWALAN = "sha256"


class Sidik(NamedTuple):
    """Kedua bagian sidik."""

    klaim: str
    berkas: str

    def __str__(self) -> str:
        return f"{AWALAN}:{self.klaim}:{self.berkas}"


def sidik_tertulis(teks: str) -> Sidik:
    """Bagian-bagian sidik yang tertulis; bentuknya sudah diperiksa model."""
    _, klaim, berkas = teks.split(":")
    return Sidik(klaim, berkas)


def sidik_klaim(entri: Entri) -> str:
    """Sidik tingkat, fakta, dan daftar bukti; catatan pemeriksa tidak ikut."""
    bukti = [satu.model_dump(exclude_none=True) for satu in entri.bukti]
    isi = _baku({"parameter": entri.parameter, "fakta": _fakta(entri.fakta), "bukti": bukti})
    return _ringkas(json.dumps(isi, sort_keys=True, ensure_ascii=False).encode("utf-8", "surrogatepass"))


def sidik_isi_berkas(semua: Iterable[bytes | None]) -> str:
    """Sidik isi berkas bukti dari SHA-256 masing-masing; ``None``: berkasnya tidak dapat dibaca."""
    return _ringkas(b"".join(satu if satu is not None else b"-" for satu in semua))


def _fakta(fakta: Fakta | None) -> Any:
    match fakta:
        case FaktaPilihan():
            return fakta.kode
        case FaktaBilangan():
            return fakta.nilai
        case FaktaDaftarPilihan():
            return fakta.pilihan
        case FaktaDaftarTahun():
            return fakta.tahun
        case FaktaTahunan():
            return {tahun: bilangan.nilai for tahun, bilangan in fakta.isi}
        case FaktaUkuran():
            return {"basis": fakta.basis, "nilai": fakta.nilai.nilai if fakta.nilai else None}
        case FaktaAsing():
            return fakta.tertulis
    return None


def _baku(nilai: Any) -> Any:
    """Bentuk yang sama bagi tulisan yang berbeda: bilangan sebagai pecahan, tanggal sebagai teks."""
    if isinstance(nilai, dict):
        return {str(kunci): _baku(satu) for kunci, satu in nilai.items()}
    if isinstance(nilai, list | tuple):
        return [_baku(satu) for satu in nilai]
    if isinstance(nilai, bool) or nilai is None:
        return nilai
    if isinstance(nilai, int | Fraction):
        return f"#{Fraction(nilai)}"
    if isinstance(nilai, date):
        return nilai.isoformat()
    return "\n".join(baris.rstrip() for baris in str(nilai).strip().splitlines())


def _ringkas(bita: bytes) -> str:
    return hashlib.sha256(bita).hexdigest()[:PANJANG_SIDIK]
