"""Kalimat penjelas selisih: faktor mana yang disebut, arahnya, dan angka tampil yang berjumlah tepat."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

import pytest

from indeksinovasi.inti.banding.uraian import BAGIAN_KEMATANGAN, FAKTOR
from indeksinovasi.inti.model.banding import Perbandingan, Sisi, Sumbangan
from indeksinovasi.keluaran.banding import NAMA_FAKTOR, baris_uraian, batang, bertanda, garis, kalimat

SISI = Sisi("2023", 2023, "normal", None)


def _banding(*nilai: str, bagian: tuple[str, str, str] | None = None) -> Perbandingan:
    """Perbandingan dengan sumbangan faktor menurut urutan ``FAKTOR``."""
    sumbangan = tuple(map(Sumbangan, FAKTOR, map(Fraction, nilai)))
    anak = tuple(map(Sumbangan, BAGIAN_KEMATANGAN, map(Fraction, bagian or (nilai[2], "0", "0"))))
    return Perbandingan(SISI, SISI, True, sum(map(Fraction, nilai), Fraction(0)), None, sumbangan, anak)


def _disebut(teks: str) -> list[str]:
    """Faktor yang disebut, menurut urutan."""
    nama = {nama: faktor for faktor, nama in NAMA_FAKTOR.items()}
    return [nama[satu] for satu in re.findall("|".join(map(re.escape, nama)), teks)]


@pytest.mark.parametrize(
    ("nilai", "arah", "disebut"),
    [
        (("0", "5", "0", "0", "0"), "naik", ["spd"]),
        (("-1", "5", "1", "0", "0"), "naik", ["spd", "metode"]),
        (("0", "5", "4", "3", "0"), "naik", ["spd", "kematangan"]),
        (("-5", "0", "1", "0", "0.001"), "turun", ["metode", "kematangan"]),
        (("0", "0", "0", "0", "0"), "tidak berubah", []),
        (("2", "-2", "0", "0", "0"), "tidak berubah", ["metode", "spd"]),
        (("0", "0.004", "0", "0", "0"), "kurang dari 0,01", []),
        (("0.004", "0.004", "0.004", "0", "0"), "0,01 poin", []),
    ],
)
def test_faktor_yang_disebut(nilai: tuple[str, ...], arah: str, disebut: list[str]) -> None:
    teks = kalimat(_banding(*nilai))
    assert arah in teks
    assert _disebut(teks) == disebut


def test_bagian_kematangan_terbesar_searah_disebut() -> None:
    assert "masuk" in kalimat(_banding("0", "0", "5", "0", "0", bagian=("1", "6", "-2")))
    assert "keluar" in kalimat(_banding("0", "0", "-5", "0", "0", bagian=("1", "0", "-6")))


def test_angka_tampil_berjumlah_tepat() -> None:
    sepertiga = "1/3"
    baris = baris_uraian(_banding(sepertiga, sepertiga, sepertiga, "0", "0", bagian=("1/9", "1/9", "1/9")))
    angka = [Decimal(satu.tampil.replace(",", ".").replace("−", "-")) for satu in baris]
    faktor = [nilai for nilai, satu in zip(angka, baris, strict=True) if not satu.anak]
    anak = [nilai for nilai, satu in zip(angka, baris, strict=True) if satu.anak]
    assert sum(faktor[:-1]) == faktor[-1] == 1
    assert sum(anak) == faktor[2]


def test_tanpa_selisih_tanpa_uraian() -> None:
    banding = Perbandingan(SISI, SISI, False, None, "Skala berbeda.", (), ())
    assert baris_uraian(banding) == []
    assert kalimat(banding) == "Skala berbeda."


@pytest.mark.parametrize(
    ("nilai", "tampil"),
    [(Fraction(17, 4), "+4,25"), (Fraction(-3, 2), "−1,50"), (Fraction(-1, 1000), "0,00"), (None, "–")],
)
def test_angka_bertanda(nilai: Fraction | None, tampil: str) -> None:
    assert bertanda(nilai) == tampil


def test_batang_menghadap_tandanya() -> None:
    assert batang(Fraction(5), Fraction(10), 4) == "    │██  "
    assert batang(Fraction(-10), Fraction(10), 4) == "████│    "
    assert batang(Fraction(0), Fraction(0), 4) == "    │    "


def test_garis_mengikuti_tinggi_rendahnya() -> None:
    assert garis([Fraction(1), Fraction(3), Fraction(2)]) == "▁█▄"
    assert len(set(garis([Fraction(5)] * 3))) == 1
