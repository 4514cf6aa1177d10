"""Perubahan sejak tahun pembanding, dari perbandingan yang sudah diuraikan; tidak ada yang dihitung ulang."""

from __future__ import annotations

from indeksinovasi.inti.laporan.deret import batas_predikat
from indeksinovasi.inti.model.banding import Perbandingan, Sisi
from indeksinovasi.inti.model.laporan import PerubahanInovasi, PerubahanLaporan, SebabPerubahan, SisiPerubahan


def susun_perubahan(banding: Perbandingan) -> PerubahanLaporan | None:
    """Perubahan antara dua hasil hitungan; antarskala dipakai pasangan setaranya bila ada selisihnya."""
    setara = banding.setara
    pakai = setara if banding.selisih is None and setara and setara.selisih is not None else banding
    dari, ke = _sisi(pakai.dari), _sisi(pakai.ke)
    if dari is None or ke is None:
        return None
    return PerubahanLaporan(
        dari=dari,
        ke=ke,
        sebab=tuple(SebabPerubahan(satu.faktor, satu.nilai) for satu in pakai.uraian),
        alasan=pakai.alasan,
        inovasi=tuple(
            PerubahanInovasi(satu.nama, satu.perubahan, satu.kematangan_dari, satu.kematangan_ke)
            for satu in pakai.inovasi
        ),
        tahun_kosong=tuple(range(pakai.dari.tahun + 1, pakai.ke.tahun)),
    )


def _sisi(sisi: Sisi) -> SisiPerubahan | None:
    hasil = sisi.hasil
    if hasil is None:
        return None
    return SisiPerubahan(
        label=sisi.label,
        tahun=sisi.tahun,
        metode=hasil.metode.tahun,
        skor=hasil.utama.skor,
        predikat=hasil.utama.predikat,
        batas=batas_predikat(hasil.metode),
        spd=hasil.utama.masukan.spd,
        terhitung=hasil.jumlah["terhitung"],
        ditolak=hasil.jumlah["ditolak"] + hasil.jumlah["tidak_layak"],
        urusan=len(hasil.urusan_terisi),
        urusan_semua=len(hasil.metode.urusan_wajib),
    )
