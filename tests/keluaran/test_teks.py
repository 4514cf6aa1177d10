"""Teks untuk manusia: yang mengendalikan layar diganti, yang bagian dari lambang tetap."""

from __future__ import annotations

import pytest

from indeksinovasi.keluaran.teks import aman


@pytest.mark.parametrize("lambang", ["👨‍👩‍👧", "👩🏽‍⚕️", "🏳️‍🌈", "❤️‍🔥", "👩‍💻 Desa"])
def test_lambang_bersambung_tetap_utuh(lambang: str) -> None:
    assert aman(lambang) == lambang


@pytest.mark.parametrize(
    ("teks", "tampil"),
    [
        ("a\u200db", "a�b"),
        ("\u200d👩", "�👩"),
        ("👩\u200d", "👩�"),
        ("👩\u200d\u202e👩", "👩��👩"),
        ("\x1b[31mmerah", "�[31mmerah"),
        ("dua\nbaris", "dua baris"),
    ],
)
def test_pengendali_layar_diganti(teks: str, tampil: str) -> None:
    assert aman(teks) == tampil
