"""Bagan rencana di dalam laporan: jalan ke predikat berikutnya, kurva kiriman, dan sebaran risiko."""

from __future__ import annotations

from fractions import Fraction

from indeksinovasi.inti.model.berikut import BarisJalan
from indeksinovasi.inti.model.laporan import Laporan, NilaiLaporan
from indeksinovasi.keluaran.grafik.bidang import BaganSvg
from indeksinovasi.keluaran.grafik.huruf import nama_bagan
from indeksinovasi.keluaran.grafik.kalimat import awal_besar, bilangan, sumber
from indeksinovasi.keluaran.grafik.langkah import AnakTangga, BahanLangkah, bagan_langkah
from indeksinovasi.keluaran.grafik.risiko import BahanRisiko, bagan_risiko
from indeksinovasi.keluaran.grafik.susun import BahanSusun, bagan_susun


def langkah_laporan(laporan: Laporan) -> BaganSvg | None:
    """Jalan ke predikat terdekat yang terjangkau; ``None`` bila tidak ada."""
    nilai = laporan.nilai
    jalan = next((satu for satu in nilai.berikut.jalan if satu.langkah), None) if nilai else None
    if nilai is None or jalan is None:
        return None
    pasti = next((satu.pasti for satu in nilai.metode.predikat if satu.nama == jalan.predikat), True)
    return bagan_langkah(
        BahanLangkah(
            daerah=laporan.daerah.nama,
            tahun=laporan.tahun,
            dasar=nilai.dasar,
            ukuran=_ukuran(nilai),
            awal=jalan.awal,
            langkah=tuple(map(_anak_tangga, jalan.langkah)),
            tujuan=(jalan.predikat, jalan.mulai),
            pasti=pasti,
            catatan=(
                "Biaya satu tiap tingkat. Baris dianggap naik dengan bukti dan verifikasinya.",
                sumber(nama_bagan(laporan.daerah.nama), nilai.metode),
            ),
        )
    )


def _ukuran(nilai: NilaiLaporan) -> str:
    return "skor" if nilai.metode.skala == "absolut" else "indeks"


def _anak_tangga(satu: BarisJalan) -> AnakTangga:
    biaya = Fraction(satu.biaya)
    if satu.jenis == "inovasi_baru":
        return AnakTangga(sebut_baru(satu.banyak), biaya, satu.skor)
    if satu.jenis == "spd":
        return AnakTangga(f"SPD {satu.nama}", biaya, satu.skor)
    return AnakTangga(satu.nama, biaya, satu.skor, f"{satu.banyak} inovasi")


def sebut_baru(banyak: int) -> str:
    """``Satu inovasi baru``."""
    return awal_besar(f"{bilangan(banyak)} inovasi baru")


def susunan_laporan(laporan: Laporan) -> BaganSvg | None:
    """Kurva kiriman; ``None`` bila susunan sekarang sudah terbaik."""
    nilai = laporan.nilai
    if nilai is None or nilai.berikut.susunan is None or nilai.skor is None:
        return None
    susunan = nilai.berikut.susunan
    return bagan_susun(
        BahanSusun(
            daerah=laporan.daerah.nama,
            tahun=laporan.tahun,
            dasar=nilai.dasar,
            kurva=susunan.kurva,
            terbaik=susunan.terbaik,
            sekarang=susunan.sekarang,
            ukuran=_ukuran(nilai),
            impas=susunan.impas,
            batas=nilai.metode.predikat,
            catatan=(
                "Yang sudah diterima tetap dihitung; yang dikirim dianggap diterima.",
                sumber(nama_bagan(laporan.daerah.nama), nilai.metode),
            ),
        )
    )


def risiko_laporan(laporan: Laporan) -> BaganSvg | None:
    """Sebaran skor bila bukti gagal; ``None`` bila tidak ada baris yang dapat gagal."""
    nilai = laporan.nilai
    if nilai is None or nilai.berikut.risiko is None:
        return None
    risiko = nilai.berikut.risiko
    return bagan_risiko(
        BahanRisiko(
            daerah=laporan.daerah.nama,
            tahun=laporan.tahun,
            dasar=nilai.dasar,
            undian=risiko.undian,
            ukuran=_ukuran(nilai),
            titik=risiko.titik,
            kuantil=risiko.kuantil,
            peluang=risiko.peluang,
            predikat=nilai.predikat,
            batas=nilai.metode.predikat,
        )
    )
