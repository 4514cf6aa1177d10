"""Antrean tiap perangkat daerah: baris inovasi terhitung yang belum diverifikasi atau belum berbukti."""

from __future__ import annotations

from collections import Counter

from indeksinovasi.inti.hitung.antrean import menunggu, tanpa_bukti
from indeksinovasi.inti.model.hasil import Hasil
from indeksinovasi.inti.model.laporan import AntreanOpd


def daftar_antrean(hasil: Hasil) -> tuple[AntreanOpd, ...]:
    """Baris yang belum tuntas menurut OPD; kosong bila tidak ada."""
    verifikasi: Counter[str] = Counter()
    bukti: Counter[str] = Counter()
    for satu in hasil.inovasi:
        if satu.dari_baris:
            verifikasi[satu.opd] += sum(map(menunggu, satu.baris))
            bukti[satu.opd] += sum(map(tanpa_bukti, satu.baris))
    nama = {satu.kode: satu.nama for satu in hasil.opd}
    semua = (
        AntreanOpd(nama.get(kode, kode), verifikasi[kode], bukti[kode])
        for kode in verifikasi
        if verifikasi[kode] or bukti[kode]
    )
    return tuple(sorted(semua, key=lambda satu: (-satu.belum_verifikasi - satu.tanpa_bukti, satu.nama)))
