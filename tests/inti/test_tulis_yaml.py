"""Penulis YAML: yang ditulis terbaca kembali persis sama oleh pembaca kita."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from indeksinovasi.berkas.baca import urai
from indeksinovasi.inti.nama import kode_dari, kode_unik, kunci_nama
from indeksinovasi.inti.tulis_yaml import tulis_yaml
from tests.profil import contoh

_HURUF = st.characters(exclude_categories=["Cs"])
_TEKS = st.text(_HURUF, max_size=30) | st.text("ab:#-'\" \n|>%@`{}[],&*!?~0.x", max_size=20)
_BILANGAN = st.integers(-(10**9), 10**9) | st.integers(-(10**6), 10**6).map(lambda satu: satu / 1000)
_SKALAR = (
    _TEKS | _BILANGAN | st.booleans() | st.sampled_from(["2024-01-31", "no", "1e3", "2.000", "0x1F", "~"])
)
_ISI = st.recursive(
    _SKALAR, lambda anak: st.lists(anak, max_size=4) | st.dictionaries(_TEKS, anak, max_size=4), max_leaves=12
)


@given(st.dictionaries(_TEKS, _ISI, min_size=1, max_size=5))
@example({"nama": "a: b #c", "kode": "32.10", "hasil": "baris\n\n  menjorok\nakhir\n", "x": [[], {}, [{}]]})
@contoh(1000)
def test_terbaca_kembali_persis(data: dict[str, Any]) -> None:
    dokumen = urai(tulis_yaml(data).encode("utf-8"), "uji.yaml")
    assert dokumen.temuan == ()
    assert dokumen.data == data


@pytest.mark.parametrize(
    ("nama", "kode"),
    [
        ("Posyandu Digital", "posyandu-digital"),
        ("  Café & Co. ", "cafe-co"),
        ("Bukti", "bukti-1"),
        ("CON", "con-1"),
        ("??", "inovasi"),
        ("x" * 130, "x" * 100),
    ],
)
def test_kode_dari_nama(nama: str, kode: str) -> None:
    assert kode_dari(nama) == kode


def test_kode_unik_tidak_melewati_batas_panjang() -> None:
    kode = "x" * 100
    assert kode_unik(kode, {kode}) == f"{'x' * 98}-2"
    assert kode_unik("a", {"a", "a-2"}) == "a-3"


def test_kunci_nama_tidak_membedakan_yang_tampak_sama() -> None:
    assert kunci_nama("Posyandu  Digital") == kunci_nama("posyandu\u00a0digital\u200b")
