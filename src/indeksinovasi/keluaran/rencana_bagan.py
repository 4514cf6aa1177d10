"""Bagan rencana: kurva susunan dan sebaran risiko, dari hasil yang sama dengan teksnya."""

from __future__ import annotations

from indeksinovasi.inti.laporan.deret import batas_predikat
from indeksinovasi.inti.model.hasil import Hasil
from indeksinovasi.inti.rencana.risiko import HasilRisiko
from indeksinovasi.inti.rencana.susun import HasilSusun
from indeksinovasi.keluaran.grafik.bidang import BaganSvg
from indeksinovasi.keluaran.grafik.risiko import BahanRisiko, bagan_risiko
from indeksinovasi.keluaran.grafik.susun import BahanSusun, bagan_susun


def gambar_susun(hasil: Hasil, susun: HasilSusun) -> BaganSvg | None:
    """Kurva indeks terbaik menurut banyaknya kiriman; ``None`` bila tidak ada calon."""
    kurva = tuple((satu.n, satu.skor) for satu in susun.kurva if satu.skor is not None)
    terbaik = susun.terbaik.skor
    if terbaik is None:
        return None
    return bagan_susun(
        BahanSusun(
            daerah=hasil.daerah.nama,
            tahun=hasil.tahun,
            dasar=hasil.dasar,
            kurva=kurva,
            terbaik=(len(susun.kirim), terbaik),
            impas=susun.impas,
            batas=batas_predikat(hasil.metode),
        )
    )


def gambar_risiko(hasil: Hasil, risiko: HasilRisiko) -> BaganSvg | None:
    """Dua puluh titik kuantil di atas pita predikat."""
    return bagan_risiko(
        BahanRisiko(
            daerah=hasil.daerah.nama,
            tahun=hasil.tahun,
            dasar=hasil.dasar,
            undian=risiko.permintaan.undian,
            titik=risiko.titik,
            kuantil=(risiko.p05, risiko.p50, risiko.p95),
            peluang=tuple((nama, nilai) for nama, nilai in risiko.predikat if nama is not None),
            predikat=risiko.sekarang.predikat,
            batas=batas_predikat(hasil.metode),
        )
    )
