"""Setiap ketergantungan pemakai berbatas bawah dan atas; yang terendah dan yang terbaru diuji di CI."""

from __future__ import annotations

import pytest

from tests.versi_terendah import POLA, ketergantungan


@pytest.mark.parametrize("satu", list(ketergantungan()))
def test_berbatas_bawah_dan_atas(satu: str) -> None:
    cocok = POLA.fullmatch(satu)
    assert cocok, f"{satu}: tulis nama>=bawah,<atas"
    atas = cocok["atas"].split(".")
    # Pustaka 0.x boleh merusak pada versi minor, jadi batasnya tidak boleh versi mayor.
    assert not cocok["bawah"].startswith("0.") or (atas[0] == "0" and len(atas) > 1), satu
