"""Bagan rencana: kurva susunan, tangga target, dan sebaran risiko, dari hasil yang sama dengan teksnya."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby

from indeksinovasi.inti.laporan.deret import batas_predikat
from indeksinovasi.inti.model.batas_predikat import batas_milik
from indeksinovasi.inti.model.hasil import Hasil
from indeksinovasi.inti.rencana.risiko import HasilRisiko
from indeksinovasi.inti.rencana.susun import HasilSusun
from indeksinovasi.inti.rencana.target import HasilTarget, LangkahTarget
from indeksinovasi.keluaran.grafik.berikut import sebut_baru
from indeksinovasi.keluaran.grafik.bidang import BaganSvg
from indeksinovasi.keluaran.grafik.langkah import AnakTangga, BahanLangkah, bagan_langkah
from indeksinovasi.keluaran.grafik.risiko import BahanRisiko, bagan_risiko
from indeksinovasi.keluaran.grafik.susun import BahanSusun, bagan_susun
from indeksinovasi.keluaran.rencana_dokumen import nama_skor
from indeksinovasi.keluaran.teks import angka


def gambar_susun(hasil: Hasil, susun: HasilSusun) -> BaganSvg | None:
    """Kurva indeks terbaik menurut banyaknya kiriman; ``None`` bila tidak ada calon."""
    kurva = tuple((satu.n, satu.skor) for satu in susun.kurva if satu.skor is not None)
    terbaik = susun.terbaik.skor
    if terbaik is None:
        return None
    if not susun.kirim:
        kurva = ((0, terbaik), *kurva)
    return bagan_susun(
        BahanSusun(
            daerah=hasil.daerah.nama,
            tahun=hasil.tahun,
            dasar=hasil.dasar,
            kurva=kurva,
            terbaik=(len(susun.kirim), terbaik),
            sekarang=None if susun.sekarang.skor is None else (susun.sedang_dikirim, susun.sekarang.skor),
            ukuran=nama_skor(hasil),
            impas=susun.impas,
            batas=batas_predikat(hasil.metode),
        )
    )


def gambar_target(hasil: Hasil, target: HasilTarget) -> BaganSvg | None:
    """Tangga langkah rencana; ``None`` bila tidak tercapai, atau sudah tercapai tanpa langkah."""
    rencana, sekarang, tujuan = target.rencana, target.sekarang.skor, target.tujuan
    if rencana is None or sekarang is None:
        return None
    batas = batas_milik(batas_predikat(hasil.metode), tujuan.nama)
    return bagan_langkah(
        BahanLangkah(
            daerah=hasil.daerah.nama,
            tahun=hasil.tahun,
            dasar=hasil.dasar,
            ukuran=nama_skor(hasil),
            awal=sekarang,
            langkah=tuple(_kelompok(rencana.langkah)),
            tujuan=(tujuan.nama or f"{nama_skor(hasil)} {angka(tujuan.skor)}", tujuan.skor),
            pasti=batas is None or batas.pasti,
            catatan=("Baris dianggap naik dengan bukti dan verifikasinya.",),
        )
    )


def _kelompok(langkah: Sequence[LangkahTarget]) -> Iterator[AnakTangga]:
    """Langkah berurutan atas indikator yang sama menjadi satu anak tangga."""
    for (jenis, _), isi in groupby(langkah, key=lambda s: (s.jenis, s.indikator or s.nama)):
        semua = list(isi)
        biaya = sum((satu.biaya for satu in semua), Fraction(0))
        skor = semua[-1].skor
        if jenis == "inovasi_baru":
            yield AnakTangga(sebut_baru(semua[0].jumlah), biaya, skor)
        elif jenis == "spd":
            yield AnakTangga(f"SPD {semua[0].nama}", biaya, skor)
        else:
            yield AnakTangga(semua[0].nama, biaya, skor, f"{len(semua)} inovasi")


def gambar_risiko(hasil: Hasil, risiko: HasilRisiko) -> BaganSvg | None:
    """Dua puluh titik kuantil di atas pita predikat."""
    return bagan_risiko(
        BahanRisiko(
            daerah=hasil.daerah.nama,
            tahun=hasil.tahun,
            dasar=hasil.dasar,
            undian=risiko.permintaan.undian,
            ukuran=nama_skor(hasil),
            titik=risiko.titik,
            kuantil=(risiko.p05, risiko.p50, risiko.p95),
            peluang=tuple((nama, nilai) for nama, nilai in risiko.predikat if nama is not None),
            predikat=risiko.sekarang.predikat,
            batas=batas_predikat(hasil.metode),
        )
    )
