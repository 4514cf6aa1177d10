"""Kalimat penjelas selisih: faktor mana yang disebut, arahnya, dan angka tampil yang berjumlah tepat."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest

from indeksinovasi.inti.banding.uraian import BAGIAN_KEMATANGAN, FAKTOR
from indeksinovasi.inti.model.banding import Perbandingan, Sisi, Sumbangan
from indeksinovasi.keluaran.banding import NAMA_FAKTOR, bertanda, garis, kalimat_selisih
from indeksinovasi.keluaran.banding_dokumen import CATATAN_BULAT, blok_pasangan
from indeksinovasi.keluaran.penulis.terminal import teks_terminal

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
    teks = kalimat_selisih(_banding(*nilai))
    assert arah in teks
    assert _disebut(teks) == disebut


def test_bagian_kematangan_terbesar_searah_disebut() -> None:
    assert "masuk" in kalimat_selisih(_banding("0", "0", "5", "0", "0", bagian=("1", "6", "-2")))
    assert "keluar" in kalimat_selisih(_banding("0", "0", "-5", "0", "0", bagian=("1", "0", "-6")))


def test_tiap_sebab_dibulatkan_sendiri_dan_diurutkan_menurut_besarnya() -> None:
    sepertiga = "1/3"
    banding = _banding("-2.005", sepertiga, sepertiga, "0.004", "0", bagian=("1/3", "0", "0"))
    teks = teks_terminal(tuple(blok_pasangan(banding, rinci=True)))
    berubah = [satu for satu in teks.splitlines() if "▲" in satu or "▼" in satu]
    baris = [f"{satu.strip().partition('  ')[0]} {satu[-7:]}" for satu in berubah]
    assert baris == [
        "Metode ▼ −2,01",
        "SPD ▲ +0,33",
        "Kematangan rata-rata ▲ +0,33",
        "inovasi yang sama ▲ +0,33",
    ]
    assert CATATAN_BULAT in teks


def test_tanpa_selisih_tanpa_uraian() -> None:
    banding = Perbandingan(SISI, SISI, False, None, "Skala berbeda.", (), ())
    teks = teks_terminal(tuple(blok_pasangan(banding, rinci=True)))
    assert "Skala berbeda." in teks
    assert "Sebab" not in teks
    assert kalimat_selisih(banding) == "Skala berbeda."


@pytest.mark.parametrize(
    ("nilai", "tampil"),
    [(Fraction(17, 4), "+4,25"), (Fraction(-3, 2), "−1,50"), (Fraction(-1, 1000), "0,00"), (None, "–")],
)
def test_angka_bertanda(nilai: Fraction | None, tampil: str) -> None:
    assert bertanda(nilai) == tampil


def test_garis_mengikuti_tinggi_rendahnya() -> None:
    assert garis([Fraction(1), Fraction(3), Fraction(2)]) == "▁█▄"
    assert len(set(garis([Fraction(5)] * 3))) == 1
