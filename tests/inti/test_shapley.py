"""Nilai Shapley dan Owen sama dengan rata-rata langsung atas semua urutan; pembulatan berjumlah tepat."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from indeksinovasi.inti.hitung.shapley import (
    Himpunan,
    bulatkan_bagian,
    himpunan_bagian,
    shapley,
    shapley_anggota,
)

BILANGAN = st.integers(-1000, 1000).map(Fraction)
PECAHAN = st.fractions(min_value=-1000, max_value=1000, max_denominator=997)
ANGGOTA = ("x", "y", "z")


def _semua_urutan(
    urutan: list[tuple[str, ...]], nilai: Callable[[Himpunan], Fraction]
) -> dict[str, Fraction]:
    """Rata-rata tambahan tiap pemain atas daftar *urutan*, dihitung satu demi satu."""
    hasil = dict.fromkeys(urutan[0], Fraction(0))
    for satu in urutan:
        sudah: Himpunan = frozenset()
        for pemain in satu:
            hasil[pemain] += nilai(sudah | {pemain}) - nilai(sudah)
            sudah |= {pemain}
    return {pemain: jumlah / len(urutan) for pemain, jumlah in hasil.items()}


@st.composite
def permainan(draw: st.DrawFn, paling_banyak: int = 4) -> tuple[tuple[str, ...], dict[Himpunan, Fraction]]:
    pemain = tuple("abcde"[: draw(st.integers(1, paling_banyak))])
    return pemain, {isi: draw(BILANGAN) for isi in himpunan_bagian(pemain)}


@given(permainan())
def test_sama_dengan_rata_rata_semua_urutan(isi: tuple[tuple[str, ...], dict[Himpunan, Fraction]]) -> None:
    pemain, nilai = isi
    assert shapley(pemain, nilai.__getitem__) == _semua_urutan(list(permutations(pemain)), nilai.__getitem__)


@given(permainan())
def test_jumlahnya_tepat(isi: tuple[tuple[str, ...], dict[Himpunan, Fraction]]) -> None:
    pemain, nilai = isi
    assert sum(shapley(pemain, nilai.__getitem__).values()) == nilai[frozenset(pemain)] - nilai[frozenset()]


@given(permainan())
def test_membalik_arah_membalik_tanda(isi: tuple[tuple[str, ...], dict[Himpunan, Fraction]]) -> None:
    pemain, nilai = isi
    semua = frozenset(pemain)
    balik = shapley(pemain, lambda pindah: nilai[semua - pindah])
    assert balik == {satu: -bagian for satu, bagian in shapley(pemain, nilai.__getitem__).items()}


def test_pemain_yang_tidak_mengubah_apa_pun_bernilai_nol() -> None:
    nilai = {frozenset[str](): 1, frozenset("a"): 5, frozenset("b"): 1, frozenset("ab"): 5}
    assert shapley(("a", "b"), lambda isi: Fraction(nilai[isi])) == {"a": 4, "b": 0}


@given(st.data())
def test_anggota_sama_dengan_semua_urutan_yang_menjaga_kelompok(data: st.DataObject) -> None:
    lain = ("a", "b")
    tabel = {
        (luar, dalam): data.draw(BILANGAN)
        for luar in himpunan_bagian(lain)
        for dalam in himpunan_bagian(ANGGOTA)
    }

    def nilai(pindah: Himpunan) -> Fraction:
        return tabel[pindah & set(lain), pindah & set(ANGGOTA)]

    urutan = [
        satu for satu in permutations((*lain, *ANGGOTA)) if "".join(satu).strip("ab") in _bersebelahan()
    ]
    langsung = _semua_urutan(urutan, nilai)
    bagian = shapley_anggota(lain, ANGGOTA, lambda luar, dalam: tabel[luar, dalam])
    assert bagian == {satu: langsung[satu] for satu in ANGGOTA}


def _bersebelahan() -> set[str]:
    return {"".join(satu) for satu in permutations(ANGGOTA)}


@given(st.data())
def test_jumlah_anggota_sama_dengan_sumbangan_kelompok(data: st.DataObject) -> None:
    lain = ("a", "b", "c")
    tabel = {
        (luar, dalam): data.draw(BILANGAN)
        for luar in himpunan_bagian(lain)
        for dalam in himpunan_bagian(ANGGOTA)
    }

    def nilai(pindah: Himpunan) -> Fraction:
        return tabel[pindah - {"k"}, frozenset(ANGGOTA if "k" in pindah else ())]

    kelompok = shapley((*lain, "k"), nilai)["k"]
    assert sum(shapley_anggota(lain, ANGGOTA, lambda luar, dalam: tabel[luar, dalam]).values()) == kelompok


@given(st.lists(PECAHAN, max_size=6), st.integers(0, 10))
def test_pembulatan_berjumlah_tepat(bagian: list[Fraction], angka: int) -> None:
    bulat = bulatkan_bagian(bagian, angka)
    satuan = Decimal(1).scaleb(-angka)
    selisih = abs(Fraction(sum(bulat, Decimal(0))) - sum(bagian, Fraction(0)))
    assert selisih <= Fraction(satuan) / 2
    assert all(satu == satu.quantize(satuan) for satu in bulat)
    assert all(tampil == 0 for tampil, asli in zip(bulat, bagian, strict=True) if asli == 0)


@given(st.lists(PECAHAN, max_size=6))
def test_pembulatan_bagian_terbalik_tetap_berlawanan(bagian: list[Fraction]) -> None:
    assert bulatkan_bagian([-satu for satu in bagian], 4) == [-satu for satu in bulatkan_bagian(bagian, 4)]


def test_pembulatan_ke_jumlah_yang_diminta() -> None:
    sepertiga = Fraction(1, 3)
    assert bulatkan_bagian([sepertiga] * 3, 2) == [Decimal("0.34"), Decimal("0.33"), Decimal("0.33")]
    assert bulatkan_bagian([sepertiga] * 3, 2, Decimal("1.01")) == [
        Decimal("0.35"),
        Decimal("0.33"),
        Decimal("0.33"),
    ]
