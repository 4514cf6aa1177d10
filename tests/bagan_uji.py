"""Bahan bagan untuk uji: laporan Kota Contoh, dan yang dibesarkan, dikecilkan, atau diberi nama lain."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from functools import cache

from indeksinovasi.inti.laporan.susun import susun_laporan
from indeksinovasi.inti.model.batas_predikat import BatasPredikat
from indeksinovasi.inti.model.laporan import Laporan, NilaiLaporan
from indeksinovasi.keluaran.grafik.langkah import AnakTangga, BahanLangkah
from indeksinovasi.keluaran.grafik.risiko import BahanRisiko
from indeksinovasi.keluaran.grafik.susun import BahanSusun
from tests.laporan_emas import Emas, bahan

NAMA_70 = "Dinas Pemberdayaan Perempuan, Pelindungan Anak, dan Keluarga Berencana"
BATAS = (
    BatasPredikat("Sangat Inovatif", Fraction("65.01"), None, True),
    BatasPredikat("Inovatif", Fraction("40.01"), Fraction("65.01"), True),
    BatasPredikat("Kurang Inovatif", Fraction("0.01"), Fraction("40.01"), True),
)
KURVA = ("20.8", "24.03", "27.03", "29.93", "32.83", "35.67", "38.47", "41.23", "43.67", "45.77", "47.73",
         "47.22", "46.4", "44.75")  # fmt: skip
SUSUN = BahanSusun(
    daerah="Kota Contoh",
    tahun=2026,
    dasar="berbukti",
    kurva=tuple((n, Fraction(satu)) for n, satu in enumerate(KURVA, 1)),
    terbaik=(11, Fraction("47.73")),
    sekarang=(13, Fraction("42.63")),
    impas=Fraction("75.83"),
    pembagi_tetap=12,
    batas=BATAS,
    catatan=("Sumber: catatan inovasi Kota Contoh, metode 2026 revisi 1.",),
)
RISIKO = BahanRisiko(
    daerah="Kota Contoh",
    tahun=2026,
    dasar="terverifikasi",
    undian=10000,
    titik=tuple(Fraction(satu) for satu in (
        "39.4", "39.8", "39.9", "40.1", "40.4", "40.4", "40.5", "40.6", "40.7", "40.8", "40.9", "40.9",
        "41", "41.1", "41.1", "41.2", "41.2", "41.3", "41.4", "41.6",
    )),
    kuantil=(Fraction("39.61"), Fraction("40.73"), Fraction("41.43")),
    peluang=(("Inovatif", Fraction("0.87")), ("Kurang Inovatif", Fraction("0.13"))),
    predikat="Inovatif",
    batas=BATAS,
    acuan=(("terverifikasi sekarang", Fraction("34.92")), ("klaim", Fraction("44.84"))),
    catatan=("56 baris menunggu verifikasi; peluang lolos tiap baris 0,86.",),
)  # fmt: skip
LANGKAH = BahanLangkah(
    daerah="Kota Contoh",
    tahun=2026,
    dasar="berbukti",
    ukuran="indeks",
    awal=Fraction("42.63"),
    langkah=(
        AnakTangga("SPD Penghargaan bagi inovator", Fraction(1), Fraction("43.43")),
        AnakTangga("SPD Fasilitasi HKI", Fraction(3), Fraction("44.63")),
        AnakTangga("SPD RIPJ PID", Fraction(2), Fraction("45.43")),
        AnakTangga("Satu inovasi baru", Fraction(6), Fraction("47.98")),
        AnakTangga("Video inovasi daerah", Fraction(1), Fraction("48.08"), "1 inovasi"),
    ),
    tujuan=("Sangat Inovatif", Fraction("48")),
    catatan=("Baris dianggap naik dengan bukti dan verifikasinya.",),
)


@cache
def laporan(data: str = "kota-contoh", tahun: int = 2026) -> Laporan:
    """Laporan dari data contoh."""
    return susun_laporan(bahan(Emas(data, tahun)))


def isi_nilai(satu: Laporan) -> NilaiLaporan:
    """Bagian laporan yang berasal dari catatan."""
    assert satu.nilai is not None
    return satu.nilai


def berinovasi(banyak: int) -> Laporan:
    """Kota Contoh 2026 dengan tepat *banyak* inovasi terhitung, dari yang paling matang."""
    nilai = isi_nilai(laporan())
    terhitung = [satu for satu in nilai.inovasi if satu.terhitung]
    isi = sorted((terhitung[n % len(terhitung)] for n in range(banyak)), key=lambda i: -(i.kematangan or 0))
    bernomor = tuple(satu._replace(nomor=n, nama=f"{satu.nama} {n}") for n, satu in enumerate(isi, 1))
    return replace(laporan(), nilai=nilai._replace(inovasi=bernomor, terhitung=banyak))


def bernama(nama: str) -> Laporan:
    """Kota Contoh 2026 yang semua namanya *nama*."""
    satu = laporan()
    nilai = isi_nilai(satu)
    return replace(
        satu,
        daerah=satu.daerah._replace(nama=nama),
        nilai=nilai._replace(
            inovasi=tuple(i._replace(nama=nama) for i in nilai.inovasi),
            opd=tuple(i._replace(nama=nama) for i in nilai.opd),
            indikator=tuple(i._replace(nama=nama) for i in nilai.indikator),
            terlemah=tuple(i._replace(nama=nama) for i in nilai.terlemah),
        ),
    )
