"""Kata dihitung tanpa markah; judul dibandingkan seperti yang tampak."""

from __future__ import annotations

import pytest

from indeksinovasi.inti.periksa.kelayakan import banyak_kata


@pytest.mark.parametrize(
    ("teks", "kata"),
    [
        ('<p class="MsoNormal" style="margin: 0cm">kata</p> ' * 80, 80),
        ("kata&nbsp;" * 300, 300),
        ("<!-- catatan panjang sekali -->dua kata", 2),
        ("3 < 5 dan 7 > 2", 5),
        ("a<br>b<br/>c", 3),
        ("", 0),
    ],
)
def test_markah_bukan_kata(teks: str, kata: int) -> None:
    assert banyak_kata(teks) == kata
