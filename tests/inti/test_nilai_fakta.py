"""Isian ``fakta`` menjadi nilai bertipe: himpunan tertutup, dapat menjadi kunci, tetap bila dibaca lagi."""

from __future__ import annotations

import pickle
from fractions import Fraction
from typing import Any

import pytest

from indeksinovasi.inti.model.inovasi import Entri
from indeksinovasi.inti.model.nilai_fakta import (
    Fakta,
    FaktaAsing,
    FaktaBilangan,
    FaktaDaftarPilihan,
    FaktaDaftarTahun,
    FaktaPilihan,
    FaktaTahunan,
    FaktaUkuran,
    baca_isian,
)

EMPAT_SETENGAH = FaktaBilangan(Fraction(9, 2), "4.5")
PASANGAN: list[tuple[Any, Fakta]] = [
    ("perkada", FaktaPilihan("perkada")),
    (4.5, EMPAT_SETENGAH),
    (["media", "bisnis"], FaktaDaftarPilihan(("media", "bisnis"))),
    ([], FaktaDaftarPilihan(())),
    ([2023, 2022], FaktaDaftarTahun((2023, 2022))),
    ({2024: 4.5}, FaktaTahunan(((2024, EMPAT_SETENGAH),))),
    ({}, FaktaTahunan(())),
    ({"basis": "orang", "nilai": 4.5}, FaktaUkuran("orang", EMPAT_SETENGAH)),
    ({"basis": "orang"}, FaktaUkuran("orang")),
    ({"nilai": 4.5}, FaktaUkuran(None, EMPAT_SETENGAH)),
    (True, FaktaAsing("True")),
    ([2023, "x"], FaktaAsing("[2023, 'x']")),
    ([True], FaktaAsing("[True]")),
    ({2024: None}, FaktaAsing("{2024: None}")),
    ({"basis": "orang", "nilai": "3"}, FaktaAsing("{'basis': 'orang', 'nilai': '3'}")),
    ({"basis": "orang", "satuan": "x"}, FaktaAsing("{'basis': 'orang', 'satuan': 'x'}")),
]


@pytest.mark.parametrize(("isian", "diharap"), PASANGAN, ids=str)
def test_isian_dibaca_sekali(isian: Any, diharap: Fakta) -> None:
    fakta = Entri(fakta=isian).fakta
    assert fakta == diharap
    assert baca_isian(fakta) is fakta
    assert {fakta: 1}[pickle.loads(pickle.dumps(diharap))] == 1


def test_tulisan_bilangan_tersimpan_tetapi_tidak_membedakan() -> None:
    dibaca = baca_isian(3.0)
    assert isinstance(dibaca, FaktaBilangan)
    assert dibaca.tertulis == "3.0"
    assert dibaca == baca_isian(3)
