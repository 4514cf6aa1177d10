"""Apostrof pelindung di CSV: melindungi setiap tulisan rumus dan selalu dapat dilepas kembali persis."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indeksinovasi.inti.sel import lepaskan, lindungi
from tests.profil import contoh


@pytest.mark.parametrize(
    "teks",
    [
        "=1+1",
        "+62",
        "-x",
        "@SUM(A1)",
        "\uff1d1",
        "\uff20a",
        " =1",
        "\u00a0=1",
        "\u200b=1",
        "\t1",
        "\r1",
        "'=1",
        "''@a",
    ],
)
def test_rumus_dilindungi(teks: str) -> None:
    assert lindungi(teks) == f"'{teks}"


@pytest.mark.parametrize("teks", ["", "-", "Posyandu", "'Aisyiyah", "62+", "(=)", "日本", "2 = 2"])
def test_teks_biasa_tetap(teks: str) -> None:
    assert lindungi(teks) == teks
    assert lepaskan(teks) == teks


@contoh(300)
@given(st.text(st.sampled_from("'=+-@ \t\u200b\uff1da1") | st.characters(), max_size=6))
def test_lepas_kembali_persis(teks: str) -> None:
    assert lepaskan(lindungi(teks)) == teks
