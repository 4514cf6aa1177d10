"""Risiko: dua puluh titik, satu titik peluang 5%, di atas pita predikat; kuantilnya disebut dengan kata."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import NamedTuple

from indeksinovasi.inti.model.batas_predikat import BatasPredikat
from indeksinovasi.keluaran.grafik.bidang import BaganSvg, Bidang, Rata, jadikan
from indeksinovasi.keluaran.grafik.huruf import lebar_piksel, nama_bagan
from indeksinovasi.keluaran.grafik.kalimat import awal_besar
from indeksinovasi.keluaran.grafik.pita import susun_pita
from indeksinovasi.keluaran.grafik.skala import SkalaBagan, langkah_rapi, rangkum
from indeksinovasi.keluaran.teks import angka

_KIRI, _KANAN = 8.0, 672.0
_TINGGI = 116


class BahanRisiko(NamedTuple):
    """Isi gambar. ``titik``: 20 kuantil indeks (tengah tiap 5%) menaik; ``peluang`` tiap predikat, 0-1.

    ``acuan``: angka lain yang ditunjuk, misalnya ("terverifikasi sekarang", 34,92).
    """

    daerah: str
    tahun: int
    dasar: str
    undian: int
    titik: tuple[Fraction, ...]
    kuantil: tuple[Fraction, Fraction, Fraction]
    peluang: tuple[tuple[str, Fraction], ...]
    predikat: str | None
    batas: tuple[BatasPredikat, ...] = ()
    acuan: tuple[tuple[str, Fraction], ...] = ()
    catatan: tuple[str, ...] = ()
    ukuran: str = "indeks"


def bagan_risiko(bahan: BahanRisiko) -> BaganSvg | None:
    """``None`` bila tidak ada titik."""
    if not bahan.titik:
        return None
    judul = _judul(bahan)
    bidang = Bidang()
    nilai = [*bahan.titik, *bahan.kuantil, *(satu for _, satu in bahan.acuan)]
    langkah = langkah_rapi(max(nilai) - min(nilai), 6)
    bawah, atas = rangkum(nilai, langkah, Fraction(langkah, 4))
    skala = SkalaBagan(bawah, atas, _KIRI, _KANAN)
    bidang.kepala(
        judul,
        f"{awal_besar(bahan.ukuran)} {nama_bagan(bahan.daerah)} {bahan.tahun} yang mungkin, "
        f"dasar {bahan.dasar}, {angka(bahan.undian, 0)} undian; satu titik peluang 5%; sumbu {bawah}–{atas}",
    )
    dasar = bidang.y + 14 + _TINGGI
    _pita(bidang, bahan, skala, dasar)
    _titik(bidang, bahan, skala, dasar)
    for tanda in skala.tanda():
        bidang.tulis(skala.letak(tanda), dasar + 15, str(tanda), "k", "middle")
    _kuantil(bidang, bahan, skala, dasar + 34)
    bidang.y = dasar + 62
    bidang.kaki(bahan.catatan)
    peluang = "; ".join(f"{nama_bagan(nama)} {_persen(satu)}" for nama, satu in bahan.peluang if satu)
    p05, p50, p95 = map(angka, bahan.kuantil)
    return jadikan(bidang, "risiko", judul, f"P05 {p05}; P50 {p50}; P95 {p95}. Peluang: {peluang}.")


def _judul(bahan: BahanRisiko) -> str:
    peluang = dict(bahan.peluang)
    if bahan.predikat in peluang:
        sebut = _persen(peluang[bahan.predikat])
        return f"Peluang tetap {nama_bagan(bahan.predikat)} {sebut}"
    return (
        f"{awal_besar(bahan.ukuran)} yang mungkin: {angka(bahan.kuantil[0])} sampai {angka(bahan.kuantil[2])}"
    )


def _persen(peluang: Fraction) -> str:
    """Persen bulat; yang bukan pasti tidak pernah ditulis 0% atau 100%."""
    bulat = round(peluang * 100)
    if 0 < peluang < 1 and bulat in (0, 100):
        return "kurang dari 1%" if bulat == 0 else "lebih dari 99%"
    return f"{bulat}%"


def _pita(bidang: Bidang, bahan: BahanRisiko, skala: SkalaBagan, dasar: float) -> None:
    atas = dasar - _TINGGI
    for satu in susun_pita(bahan.batas, skala.atas):
        kiri, kanan = skala.letak(satu.mulai), skala.letak(satu.sampai)
        bidang.kotak(kiri, atas, kanan - kiri, _TINGGI, satu.kelas)
        teks, x = satu.nama, kanan - 6
        rata: Rata = "end"
        if skala.memuat(satu.mulai):
            bidang.garis(satu.garis, (kiri, atas - 6), (kiri, dasar))
            teks, x, rata = f"{satu.nama} mulai {angka(satu.mulai)}", kiri + 6, ""
        if lebar_piksel(teks) + 10 < kanan - kiri:
            bidang.tulis(x, atas + 14, teks, "r", rata)


def _titik(bidang: Bidang, bahan: BahanRisiko, skala: SkalaBagan, dasar: float) -> None:
    batas = next((s.mulai for s in bahan.batas if s.nama == bahan.predikat), None)
    tumpuk: Counter[int] = Counter()
    for satu in bahan.titik:
        tempat = round((skala.letak(satu) - _KIRI) / 13.8)
        x, y = _KIRI + tempat * 13.8, dasar - 10 - 14 * tumpuk[tempat]
        tumpuk[tempat] += 1
        bidang.titik(x, max(y, dasar - _TINGGI + 24), "kw" if batas is not None and satu < batas else "iu", 6)
    bidang.garis("g", (_KIRI, dasar), (_KANAN, dasar))
    for nomor, (nama, satu) in enumerate(bahan.acuan):
        x = skala.letak(satu)
        bertumpuk = tumpuk[round((x - _KIRI) / 13.8)] > 0
        y = dasar - _TINGGI + 30 + 16 * nomor if bertumpuk else dasar - 10
        _acuan(bidang, (x, y), f"{angka(satu)} {nama}", utama=nomor == 0)


def _acuan(bidang: Bidang, letak: tuple[float, float], teks: str, *, utama: bool) -> None:
    """Tanda sebuah angka acuan; tulisannya ke arah tengah bagan."""
    x, y = letak
    bidang.wajik(x, y, "kw" if utama else "kd", 5.5)
    kelas = "w" if utama else "d"
    if x > (_KIRI + _KANAN) / 2:
        bidang.tulis(x - 10, y + 4, teks, kelas, "end")
    else:
        bidang.tulis(x + 10, y + 4, teks, kelas)


def _kuantil(bidang: Bidang, bahan: BahanRisiko, skala: SkalaBagan, y: float) -> None:
    p05, p50, p95 = (skala.letak(satu) for satu in bahan.kuantil)
    bidang.garis("lt", (p05, y), (max(p95, p05 + 1), y))
    bidang.titik(p50, y, "ko", 6)
    kiri, tengah, kanan = map(angka, bahan.kuantil)
    teks_kiri, teks_kanan = f"{kiri} (1 dari 20 lebih rendah)", f"{kanan} (1 dari 20 lebih tinggi)"
    di_kiri, di_kanan = p05 - 8 - lebar_piksel(teks_kiri) > 0, p95 + 8 + lebar_piksel(teks_kanan) < 680
    bidang.tulis(
        p05 - 8 if di_kiri else 0, y + (4 if di_kiri else 34), teks_kiri, "r", "end" if di_kiri else ""
    )
    bidang.tulis(
        p95 + 8 if di_kanan else 680, y + (4 if di_kanan else 34), teks_kanan, "r", "" if di_kanan else "end"
    )
    bidang.tulis(p50, y + 21, f"tengah {tengah}", "u", "middle")
