"""Tanggal yang diketik dengan cara lain diberi bentuk ISO-nya."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indeksinovasi.berkas.tanggal_tertulis import baca_tulisan
from tests.profil import contoh


@pytest.mark.parametrize(
    ("tulisan", "petunjuk"),
    [
        ("17 Agustus 2023", "Tulis 2023-08-17."),
        ("Kamis, 17 Agustus 2023", "Tulis 2023-08-17."),
        ("17-8-23", "Tulis 2023-08-17 bila memang itu."),
        ("12/11/10", "Tulis 2010-11-12 bila memang itu."),
        ("Agustus 17, 2023", "Tulis 2023-08-17."),
        ("Aug 17 2023", "Tulis 2023-08-17."),
        ("17Agu2023", "Tulis 2023-08-17."),
        ("2023-08-17,", "Tulis 2023-08-17."),
        ("45292", "Tulis 2024-01-01 bila itu nomor tanggal dari Excel."),
        ("44977.5", "Tulis 2023-02-20 bila itu nomor tanggal dari Excel."),
        ("02-2023", "Tambahkan harinya: 2023-02-DD."),
        ("2/2023", "Tambahkan harinya: 2023-02-DD."),
        ("2023-8-17", "Tulis 2023-08-17."),
        ("2023/08/17", "Tulis 2023-08-17."),
        ("31-12-2023", "Tulis 2023-12-31."),
        ("17 Nopember 2023", "Tulis 2023-11-17."),
        ("Februari 2023", "Tambahkan harinya: 2023-02-DD."),
        ("2023-02", "Tambahkan harinya: 2023-02-DD."),
        ("31-02-2023", "Tulis tanggal sebagai YYYY-MM-DD, misalnya 2023-01-12."),
    ],
)
def test_tulisan_dikenali(tulisan: str, petunjuk: str) -> None:
    hasil = baca_tulisan(tulisan)
    assert hasil is not None
    assert hasil.petunjuk == petunjuk


@pytest.mark.parametrize(
    "tulisan", ["kemarin", "triwulan III 2023", "13 Foo 2023", "2023-13", "13-2023", "12023", "", "2021.10.x"]
)
def test_yang_tidak_dikenali_tidak_ditebak(tulisan: str) -> None:
    assert baca_tulisan(tulisan) is None


def test_tahun_dua_angka_tidak_diperbaiki_sendiri() -> None:
    hasil = baca_tulisan("17-8-23")
    assert hasil is not None
    assert hasil.hari is None


@given(st.dates())
@contoh(100)
def test_hari_dulu_menjadi_tanggal_yang_sama(hari: date) -> None:
    hasil = baca_tulisan(f"{hari.day}/{hari.month}/{hari.year:04d}")
    assert hasil is not None
    assert hasil.hari == hari
