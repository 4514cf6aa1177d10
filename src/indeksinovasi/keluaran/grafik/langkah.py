"""Jalan ke target: tangga dari skor sekarang, satu anak tangga tiap kelompok langkah, sampai garis tujuannya.

Ujungnya titik karena sumbunya dipotong. Kelompok di luar yang muat digabung menjadi satu anak tangga.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from fractions import Fraction
from typing import NamedTuple

from indeksinovasi.keluaran.grafik.bidang import BaganSvg, Bidang, jadikan
from indeksinovasi.keluaran.grafik.huruf import lebar_piksel, lipat_piksel, nama_bagan
from indeksinovasi.keluaran.grafik.kalimat import awal_besar, bilangan
from indeksinovasi.keluaran.grafik.pita import kelas_batas
from indeksinovasi.keluaran.grafik.skala import SkalaBagan, langkah_rapi, rangkum
from indeksinovasi.keluaran.teks import angka, angka_rapi

_TERBANYAK = 10
_BARIS = 32
_KIRI, _KANAN = 300.0, 600.0


class AnakTangga(NamedTuple):
    """Satu kelompok langkah: sebutannya, biayanya, skor terbulat sesudahnya, dan berapa yang dikerjakan."""

    nama: str
    biaya: Fraction
    skor: Fraction
    banyak: str = ""

    @property
    def sebutan(self) -> str:
        """Nama beserta banyaknya."""
        return f"{self.nama} ({self.banyak})" if self.banyak else self.nama


class BahanLangkah(NamedTuple):
    """Isi gambar. ``tujuan``: sebutan dan skornya; ``pasti`` ``False`` bila batasnya diandaikan."""

    daerah: str
    tahun: int
    dasar: str
    ukuran: str
    awal: Fraction
    langkah: tuple[AnakTangga, ...]
    tujuan: tuple[str, Fraction]
    pasti: bool = True
    catatan: tuple[str, ...] = ()


def bagan_langkah(bahan: BahanLangkah) -> BaganSvg | None:
    """``None`` bila tidak ada langkah."""
    if not bahan.langkah:
        return None
    anak = _gabung(bahan)
    judul = _judul(bahan)
    bidang = Bidang()
    nilai = [bahan.awal, bahan.tujuan[1], *(satu.skor for satu in anak)]
    selang = langkah_rapi(max(nilai) - min(nilai), 6)
    bawah, atas = rangkum(nilai, selang, Fraction(selang, 8))
    skala = SkalaBagan(bawah, atas, _KIRI, _KANAN)
    bidang.kepala(
        judul,
        f"{awal_besar(bahan.ukuran)} {nama_bagan(bahan.daerah)} {bahan.tahun} sesudah tiap langkah, dasar "
        f"{bahan.dasar}; sumbu {angka(bawah, 0)}–{angka(atas, 0)}",
    )
    _tangga(bidang, bahan, anak, skala)
    bidang.kaki(bahan.catatan)
    return jadikan(bidang, "langkah", judul, _uraian(bahan, anak))


def _gabung(bahan: BahanLangkah) -> tuple[AnakTangga, ...]:
    """Anak tangga yang tergambar: sebanyak mungkin yang terbesar, deretan kecil di antaranya digabung."""
    skor = [bahan.awal, *(satu.skor for satu in bahan.langkah)]
    urut = sorted(range(len(bahan.langkah)), key=lambda n: (skor[n] - skor[n + 1], n))
    for banyak in range(len(urut), 0, -1):
        anak = tuple(_deretan(bahan.langkah, frozenset(urut[:banyak])))
        if len(anak) <= _TERBANYAK:
            return anak
    return tuple(_deretan(bahan.langkah, frozenset()))


def _deretan(semua: Sequence[AnakTangga], utuh: AbstractSet[int]) -> Iterator[AnakTangga]:
    """Yang *utuh* sendiri-sendiri, yang lain bersama tetangganya."""
    kumpulan: list[AnakTangga] = []
    for nomor, satu in enumerate(semua):
        if nomor in utuh and kumpulan:
            yield _bersama(kumpulan)
            kumpulan = []
        if nomor in utuh:
            yield satu
        else:
            kumpulan.append(satu)
    if kumpulan:
        yield _bersama(kumpulan)


def _bersama(semua: Sequence[AnakTangga]) -> AnakTangga:
    if len(semua) == 1:
        return semua[0]
    biaya = sum((satu.biaya for satu in semua), Fraction(0))
    return AnakTangga(f"{semua[0].nama} dan {bilangan(len(semua) - 1)} langkah lain", biaya, semua[-1].skor)


def _judul(bahan: BahanLangkah) -> str:
    sebelum = bahan.awal
    terbesar, tambah = bahan.langkah[0].nama, Fraction(0)
    for satu in bahan.langkah:
        if satu.skor - sebelum > tambah:
            terbesar, tambah = satu.nama, satu.skor - sebelum
        sebelum = satu.skor
    biaya = sum((satu.biaya for satu in bahan.langkah), Fraction(0))
    awal = f"{awal_besar(bahan.tujuan[0])} tercapai dengan biaya {angka_rapi(biaya)}"
    if len(bahan.langkah) == 1 or not tambah:
        return awal
    return f"{awal}; {terbesar} membawa {angka(tambah)} poin"


def _tangga(bidang: Bidang, bahan: BahanLangkah, anak: Sequence[AnakTangga], skala: SkalaBagan) -> None:
    atas = bidang.y + 34
    akhir = atas + _BARIS * (len(anak) + 1)
    _garis_tujuan(bidang, bahan, skala, (atas - 20, akhir + 12))
    _ujung(bidang, atas, "Sekarang", bahan.awal, skala)
    sebelum = bahan.awal
    for nomor, satu in enumerate(anak, 1):
        y = atas + _BARIS * nomor
        dari, ke = skala.letak(sebelum), skala.letak(satu.skor)
        bidang.garis("lh", (dari, y - _BARIS + 6), (dari, y - 9))
        bidang.kotak(dari, y - 9, max(ke - dari, 1), 18, "iu" if satu.skor > sebelum else "id")
        _label(bidang, y, (dari, ke), satu.skor - sebelum)
        nama = f"{satu.sebutan} · biaya {angka_rapi(satu.biaya)}"
        bidang.tulis_lipat(0, y, lipat_piksel(nama_bagan(nama), _KIRI - 14, paling_banyak=2), jarak=13)
        sebelum = satu.skor
    x = skala.letak(sebelum)
    bidang.garis("lh", (x, akhir - _BARIS + 9), (x, akhir - 6))
    _ujung(bidang, akhir, "Menjadi", sebelum, skala)
    bidang.y = akhir + 18


def _ujung(bidang: Bidang, y: float, sebutan: str, skor: Fraction, skala: SkalaBagan) -> None:
    x = skala.letak(skor)
    bidang.tulis(0, y + 4, sebutan, "n")
    bidang.titik(x, y, "iu", 6)
    bidang.tulis(x + 12, y + 4, angka(skor), "n")


def _label(bidang: Bidang, y: float, ujung: tuple[float, float], tambah: Fraction) -> None:
    """Tambahan di kanan anak tangga, atau di kirinya bila tidak muat."""
    teks = f"+{angka(tambah)}"
    di_kiri = ujung[1] + 8 + lebar_piksel(teks, tebal=True) > 676
    letak = (ujung[0] - 6, y + 4) if di_kiri else (max(ujung[1], ujung[0] + 1) + 6, y + 4)
    bidang.tulis(*letak, teks, "u", "end" if di_kiri else "")


def _garis_tujuan(bidang: Bidang, bahan: BahanLangkah, skala: SkalaBagan, tegak: tuple[float, float]) -> None:
    nama, skor = bahan.tujuan
    x = skala.letak(skor)
    bidang.garis(kelas_batas(pasti=bahan.pasti), (x, tegak[0]), (x, tegak[1]))
    sebut = nama_bagan(nama)
    teks = sebut if angka(skor) in sebut else f"{sebut} mulai {angka(skor)}"
    bidang.tulis(x - 5, tegak[0] + 8, teks, "k", "end")


def _uraian(bahan: BahanLangkah, anak: Sequence[AnakTangga]) -> str:
    isi = "; ".join(
        f"{satu.nama} (biaya {angka_rapi(satu.biaya)}) menjadi {angka(satu.skor)}" for satu in anak
    )
    return f"Dari {angka(bahan.awal)}: {isi}."
