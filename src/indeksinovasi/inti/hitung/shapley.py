"""Nilai Shapley: membagi perubahan sebuah nilai kepada faktor-faktornya, eksak dan tanpa memihak urutan.

Sumbangan satu faktor adalah rata-rata perubahan nilai ketika faktor itu dipindahkan dari keadaan awal ke
keadaan akhir, atas semua urutan pemindahan (Shapley, 1953). Jumlah sumbangan tepat sama dengan nilai akhir
dikurangi nilai awal; membalik awal dan akhir membalik tandanya. Modul ini tidak mengetahui apa yang dinilai.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cache, partial
from itertools import combinations
from math import factorial

from indeksinovasi.inti.model.angka import NOL, bulatkan

Himpunan = frozenset[str]


def himpunan_bagian(pemain: Sequence[str]) -> Iterator[Himpunan]:
    """Semua himpunan bagian *pemain*, dari yang kosong."""
    return (frozenset(isi) for ukuran in range(len(pemain) + 1) for isi in combinations(pemain, ukuran))


def _bobot(banyak: int) -> list[Fraction]:
    """Peluang tepat satu himpunan berisi k pemain lain mendahului seorang pemain, k = 0 … *banyak* - 1."""
    return [Fraction(factorial(k) * factorial(banyak - 1 - k), factorial(banyak)) for k in range(banyak)]


def shapley(pemain: Sequence[str], nilai: Callable[[Himpunan], Fraction]) -> dict[str, Fraction]:
    """Sumbangan tiap *pemain*; *nilai* memberi nilai bila himpunan itu sudah dipindahkan ke keadaan akhir."""
    ingat = cache(nilai)
    bobot = _bobot(len(pemain))
    hasil = {}
    for satu in pemain:
        lain = [pihak for pihak in pemain if pihak != satu]
        selisih = (bobot[len(isi)] * (ingat(isi | {satu}) - ingat(isi)) for isi in himpunan_bagian(lain))
        hasil[satu] = sum(selisih, NOL)
    return hasil


def shapley_anggota(
    lain: Sequence[str], anggota: Sequence[str], nilai: Callable[[Himpunan, Himpunan], Fraction]
) -> dict[str, Fraction]:
    """Bagi sumbangan satu pemain kepada *anggota*-nya (nilai Owen, 1977); *lain* adalah pemain selain dia.

    *nilai* menerima himpunan pemain lain dan himpunan anggota yang sudah dipindahkan. Jumlah hasilnya tepat
    sama dengan sumbangan Shapley pemain itu, karena seluruh anggota berpindah bersama di mata pemain lain.
    """
    bobot = _bobot(len(lain) + 1)
    hasil = dict.fromkeys(anggota, NOL)
    for isi in himpunan_bagian(lain):
        for satu, bagian in shapley(anggota, partial(nilai, isi)).items():
            hasil[satu] += bobot[len(isi)] * bagian
    return hasil


def bulatkan_bagian(bagian: Sequence[Fraction], angka: int, total: Decimal | None = None) -> list[Decimal]:
    """Bulatkan tiap bagian ke *angka* desimal; jumlahnya tepat *total* (bawaan: jumlah aslinya).

    Sisa pembulatan ditanggung bagian yang paling besar tanpa memandang tanda, sehingga bagian nol tetap nol.
    """
    bulat = [bulatkan(satu, angka) for satu in bagian]
    tujuan = bulatkan(sum(bagian, NOL), angka) if total is None else total
    if bulat:
        terbesar = max(range(len(bagian)), key=lambda urutan: abs(bagian[urutan]))
        bulat[terbesar] += tujuan - sum(bulat, Decimal(0))
    return bulat
