"""Sumbangan tiap OPD kepada indeks: tanpa OPD itu, dan bagian adilnya (nilai Shapley).

Nilai sekumpulan OPD adalah indeks bila hanya catatan merekalah yang ada; SPD selalu ada. Sampai
``OPD_EKSAK`` OPD, nilai Shapley dihitung eksak atas semua himpunan bagian; di atasnya dirata-rata atas urutan
acak dari pemanggil, dengan galat bakunya.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from math import factorial, isqrt, lcm
from typing import NamedTuple

from indeksinovasi.inti.hitung.posisi import posisi_hasil
from indeksinovasi.inti.hitung.rumus_bulat import RumusBulat
from indeksinovasi.inti.model.angka import NOL
from indeksinovasi.inti.model.hasil import Hasil

OPD_EKSAK = 12
Pengocok = Callable[[int], Iterator[Sequence[int]]]
"""Urutan-urutan acak bilangan 0 sampai n-1."""
_TELITI = 10**9


class SumbanganOpd(NamedTuple):
    """``tanpa_opd``: indeks dikurangi indeks tanpa OPD itu. ``galat_baku`` ``None``: Shapley-nya eksak."""

    tanpa_opd: Fraction
    shapley: Fraction
    galat_baku: Fraction | None


class _Isi(NamedTuple):
    """Catatan satu OPD dalam bilangan rumus."""

    kematangan: int
    terhitung: int
    ditolak: int
    urusan: frozenset[str]


def sumbangan_opd(hasil: Hasil, kocok: Pengocok) -> dict[str, SumbanganOpd]:
    """Sumbangan tiap OPD yang punya catatan terhitung atau pembagi; kosong bila indeksnya tidak ada."""
    posisi = posisi_hasil(hasil)
    if posisi.nilai is None:
        return {}
    rumus = posisi.cepat()
    isi = _per_opd(hasil, rumus)
    kode = sorted(isi)
    milik = [isi[satu] for satu in kode]
    nilai = _Nilai(rumus, milik, rumus.bulat(posisi.masukan.spd or NOL))
    semua = range(len(kode))
    utuh = nilai(semua)
    tanpa = [utuh - nilai([lain for lain in semua if lain != satu]) for satu in semua]
    if len(kode) <= OPD_EKSAK:
        bagian: list[tuple[Fraction, Fraction | None]] = [(satu, None) for satu in _eksak(nilai, len(kode))]
    else:
        bagian = _terambil(nilai, len(kode), kocok)
    return {satu: SumbanganOpd(tanpa[nomor], *bagian[nomor]) for nomor, satu in enumerate(kode)}


def _per_opd(hasil: Hasil, rumus: RumusBulat) -> Mapping[str, _Isi]:
    posisi = posisi_hasil(hasil)
    kematangan: Counter[str] = Counter()
    terhitung: Counter[str] = Counter()
    ditolak: Counter[str] = Counter()
    urusan: dict[str, set[str]] = {}
    for satu in hasil.inovasi:
        butir = posisi.butir[satu.id]
        if butir.golongan == "terhitung":
            kematangan[satu.opd] += rumus.bulat(butir.kematangan)
            terhitung[satu.opd] += 1
            if butir.urusan in hasil.metode.urusan_wajib:
                urusan.setdefault(satu.opd, set()).add(butir.urusan)
        elif butir.golongan in ("ditolak", "tidak_layak"):
            ditolak[satu.opd] += 1
    return {
        kode: _Isi(kematangan[kode], terhitung[kode], ditolak[kode], frozenset(urusan.get(kode, ())))
        for kode in terhitung | ditolak
    }


class _Nilai:
    """Indeks sekumpulan OPD; tanpa satu pun yang terhitung dan tanpa pembagi minimal, kematangannya 0."""

    def __init__(self, rumus: RumusBulat, isi: Sequence[_Isi], spd: int) -> None:
        self._rumus = rumus
        self._isi = isi
        self._spd = spd

    def __call__(self, anggota: Sequence[int]) -> Fraction:
        """Nilai OPD-OPD pada letak *anggota*."""
        dipakai = [self._isi[satu] for satu in anggota]
        urusan: set[str] = set().union(*(satu.urusan for satu in dipakai))
        pembilang, penyebut = self._rumus.ukuran(
            sum(satu.kematangan for satu in dipakai),
            sum(satu.terhitung for satu in dipakai),
            sum(satu.ditolak for satu in dipakai),
            len(urusan),
            self._spd,
        )
        if penyebut:
            return Fraction(pembilang, penyebut)
        maksimum = self._rumus.maksimum
        return (
            Fraction(self._spd, self._rumus.satuan)
            if maksimum is None
            else Fraction(self._spd * 100, maksimum)
        )


def _eksak(nilai: _Nilai, banyak: int) -> list[Fraction]:
    """Nilai Shapley atas semua himpunan bagian, dalam bilangan bulat dengan penyebut bersama."""
    pecahan = [
        nilai([satu for satu in range(banyak) if kumpulan >> satu & 1]) for kumpulan in range(1 << banyak)
    ]
    penyebut = lcm(*(satu.denominator for satu in pecahan))
    bulat = [satu.numerator * (penyebut // satu.denominator) for satu in pecahan]
    bobot = [factorial(k) * factorial(banyak - 1 - k) for k in range(banyak)]
    hasil = []
    for satu in range(banyak):
        milik = 1 << satu
        jumlah = sum(
            bobot[kumpulan.bit_count()] * (bulat[kumpulan | milik] - bulat[kumpulan])
            for kumpulan in range(1 << banyak)
            if not kumpulan & milik
        )
        hasil.append(Fraction(jumlah, penyebut * factorial(banyak)))
    return hasil


def _terambil(nilai: _Nilai, banyak: int, kocok: Pengocok) -> list[tuple[Fraction, Fraction | None]]:
    """Rata-rata sumbangan atas urutan acak, dan galat bakunya; jumlahnya tetap tepat seluruh selisih."""
    jumlah = [NOL] * banyak
    kuadrat = [0] * banyak
    urutan_semua = 0
    for urutan in kocok(banyak):
        urutan_semua += 1
        sebelum = nilai(())
        for letak, satu in enumerate(urutan, 1):
            sesudah = nilai(urutan[:letak])
            tambahan = sesudah - sebelum
            jumlah[satu] += tambahan
            kuadrat[satu] += int(tambahan * _TELITI) ** 2
            sebelum = sesudah
    return [
        (total / urutan_semua, _galat_baku(total, kuadrat[nomor], urutan_semua))
        for nomor, total in enumerate(jumlah)
    ]


def _galat_baku(total: Fraction, kuadrat: int, banyak: int) -> Fraction:
    if banyak < 2:
        return NOL
    ragam = (kuadrat - int(total * _TELITI) ** 2 // banyak) // (banyak - 1)
    return Fraction(isqrt(max(ragam, 0) // banyak), _TELITI)
