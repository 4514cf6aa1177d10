"""Kurva susunan: indeks tertinggi menurut banyaknya inovasi yang dikirim, dan titik impasnya."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from indeksinovasi.inti.model.batas_predikat import BatasPredikat
from indeksinovasi.keluaran.grafik.bidang import BaganSvg, Bidang, jadikan
from indeksinovasi.keluaran.grafik.huruf import nama_bagan
from indeksinovasi.keluaran.grafik.kalimat import awal_besar, bilangan
from indeksinovasi.keluaran.grafik.pita import Pita, susun_pita
from indeksinovasi.keluaran.grafik.skala import SkalaBagan, langkah_rapi, rangkum
from indeksinovasi.keluaran.teks import angka

_TINGGI = 210
_KIRI, _KANAN = 34.0, 520.0


class BahanSusun(NamedTuple):
    """Isi kurva. ``kurva``: (banyak dikirim, indeks tertinggi) menaik; ``terbaik`` ada di dalamnya.

    ``sekarang``: (banyak dikirim, indeks) susunan saat ini; ``pembagi_tetap`` pembagi terkecil, ``None`` bila
    pembagi selalu ikut banyaknya; ``catatan`` ditulis di bawah gambar.
    """

    daerah: str
    tahun: int
    dasar: str
    kurva: tuple[tuple[int, Fraction], ...]
    terbaik: tuple[int, Fraction]
    sekarang: tuple[int, Fraction] | None = None
    impas: Fraction | None = None
    pembagi_tetap: int | None = None
    batas: tuple[BatasPredikat, ...] = ()
    catatan: tuple[str, ...] = ()
    ukuran: str = "indeks"


def bagan_susun(bahan: BahanSusun) -> BaganSvg | None:
    """``None`` bila kurvanya kosong."""
    if not bahan.kurva:
        return None
    judul = _judul(bahan)
    bidang = Bidang()
    nilai = [satu for _, satu in bahan.kurva] + ([bahan.sekarang[1]] if bahan.sekarang else [])
    bawah, atas = rangkum(nilai, langkah_rapi(max(nilai) - min(nilai), 5), 3)
    nama = nama_bagan(bahan.daerah)
    bidang.kepala(
        judul,
        f"{awal_besar(bahan.ukuran)} tertinggi {nama} menurut banyaknya inovasi yang dikirim, {bahan.tahun}, "
        f"dasar {bahan.dasar}; sumbu {bawah}–{atas}",
    )
    tegak = SkalaBagan(bawah, atas, bidang.y + 20 + _TINGGI, bidang.y + 20)
    datar = SkalaBagan(
        bahan.kurva[0][0], max(bahan.kurva[-1][0], bahan.kurva[0][0] + 1), _KIRI + 16, _KANAN - 16
    )
    _sumbu(bidang, bahan, tegak, datar)
    _kurva(bidang, bahan, tegak, datar)
    bidang.y += _TINGGI + 76
    bidang.kaki(bahan.catatan)
    isi = "; ".join(f"{n} {angka(satu)}" for n, satu in _jarang(bahan.kurva, 40))
    return jadikan(
        bidang, "susun", judul, f"{awal_besar(bahan.ukuran)} tertinggi menurut banyak yang dikirim: {isi}."
    )


def _jarang(kurva: Sequence[tuple[int, Fraction]], banyak: int) -> list[tuple[int, Fraction]]:
    langkah = -(-len(kurva) // banyak)
    return list(kurva[::langkah])


def _judul(bahan: BahanSusun) -> str:
    n, indeks = bahan.terbaik
    banyak = bilangan(n)
    if not n:
        return f"{awal_besar(bahan.ukuran)} tertinggi, {angka(indeks)}, dicapai tanpa kiriman lain"
    if n < bahan.kurva[-1][0]:
        return awal_besar(
            f"{banyak} inovasi terbaik memberi {angka(indeks)}; sesudah itu {bahan.ukuran} turun"
        )
    if bahan.sekarang and bahan.sekarang[1] < indeks:
        return f"Semua {banyak} inovasi dikirim memberi {bahan.ukuran} tertinggi, {angka(indeks)}"
    return f"Susunan sekarang sudah memberi {bahan.ukuran} tertinggi, {angka(indeks)}"


def _sumbu(bidang: Bidang, bahan: BahanSusun, tegak: SkalaBagan, datar: SkalaBagan) -> None:
    for tanda in tegak.tanda(6):
        y = tegak.letak(tanda)
        bidang.garis("g", (_KIRI, y), (_KANAN, y))
        bidang.tulis(_KIRI - 5, y + 4, str(tanda), "k", "end")
    for satu in susun_pita(bahan.batas, tegak.atas):
        if tegak.memuat(satu.mulai):
            _garis_batas(bidang, bahan, satu, tegak.letak(satu.mulai))
    dasar = tegak.awal + 16
    terbaik = bahan.terbaik[0]
    for tanda in datar.tanda(15):
        if abs(datar.letak(tanda) - datar.letak(terbaik)) > 16:
            bidang.tulis(datar.letak(tanda), dasar, str(tanda), "", "middle")
    bidang.tulis(datar.letak(terbaik), dasar, str(terbaik), "n", "middle")
    bidang.tulis(_KIRI, dasar + 32, "inovasi yang dikirim", "k")
    _pembagi(bidang, bahan, datar, dasar + 8)


def _garis_batas(bidang: Bidang, bahan: BahanSusun, pita: Pita, y: float) -> None:
    """Batas sebuah predikat; namanya di ujung yang lebih jauh dari kurvanya, supaya tidak tertindih."""
    bidang.garis(pita.garis, (_KIRI, y), (_KANAN, y))
    awal, akhir = (abs(bahan.kurva[ujung][1] - pita.mulai) for ujung in (0, -1))
    teks = f"{pita.nama} mulai {angka(pita.mulai)}"
    if akhir > awal:
        bidang.tulis(_KANAN - 4, y - 5, teks, "r", "end")
    else:
        bidang.tulis(_KIRI + 4, y - 5, teks, "r")


def _pembagi(bidang: Bidang, bahan: BahanSusun, datar: SkalaBagan, y: float) -> None:
    tetap = bahan.pembagi_tetap
    awal, akhir = bahan.kurva[0][0], bahan.kurva[-1][0]
    if tetap is None or not awal < tetap < akhir:
        return
    for kiri, kanan, teks in ((awal, tetap, f"pembagi tetap {tetap}"), (tetap, akhir, "pembagi ikut naik")):
        a, b = (
            datar.letak(kiri) + (3 if kiri == tetap else 0),
            datar.letak(kanan) - (3 if kanan == tetap else 0),
        )
        bidang.garis("lh", (a, y), (a, y + 4), (b, y + 4), (b, y))
        bidang.tulis((a + b) / 2, y + 16, teks, "k", "middle")


def _kurva(bidang: Bidang, bahan: BahanSusun, tegak: SkalaBagan, datar: SkalaBagan) -> None:
    titik = [(datar.letak(n), tegak.letak(satu)) for n, satu in bahan.kurva]
    if len(titik) > 1:
        bidang.garis("lu", *titik)
    if len(titik) <= 40:
        bidang.titik_banyak(titik, "iu", 3.4)
    x, y = datar.letak(bahan.terbaik[0]), tegak.letak(bahan.terbaik[1])
    bidang.garis("bt", (x, y), (x, tegak.awal))
    bidang.titik(x, y, "iu", 7)
    bidang.tulis(x, y - 13, angka(bahan.terbaik[1]), "u", "middle")
    tepi = _KANAN + 8
    if bahan.impas is not None:
        bidang.tulis(tepi, tegak.akhir + 8, f"Impas {angka(bahan.impas)}:", "n")
        bidang.tulis(tepi, tegak.akhir + 23, "inovasi di bawahnya")
        bidang.tulis(tepi, tegak.akhir + 38, f"menurunkan {bahan.ukuran}")
    if bahan.sekarang:
        n, indeks = bahan.sekarang
        letak = (datar.letak(n), tegak.letak(indeks))
        bidang.wajik(*letak, "kw", 6.5)
        bidang.tulis(tepi, max(letak[1] + 4, tegak.akhir + 62), f"sekarang {angka(indeks)}:", "w")
        bidang.tulis(tepi, max(letak[1] + 4, tegak.akhir + 62) + 15, f"{n} inovasi")
