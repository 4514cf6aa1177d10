"""Pustaka tambahan yang tiada disebut dalam satu kalimat beserta perintahnya."""

from __future__ import annotations

import importlib.util
import tomllib

import pytest

from indeksinovasi.alur import tambahan
from indeksinovasi.alur.galat import GalatPemakaian
from tests.daerah_uji import AKAR


def test_tambahan_terpasang_tidak_menghalangi() -> None:
    for satu in tambahan.MODUL:
        tambahan.pastikan(satu, "uji")


def test_tambahan_yang_tiada_menyebut_perintah_pemasangan(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tambahan, "find_spec", lambda _: None)
    with pytest.raises(GalatPemakaian) as galat:
        tambahan.pastikan("tabel", "membaca Excel")
    assert galat.value.petunjuk == 'Pasang dengan: pip install "indeksinovasi[tabel]"'
    assert importlib.util.find_spec("typer")


def test_nama_tambahan_sama_dengan_pyproject() -> None:
    proyek = tomllib.loads((AKAR / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert {*tambahan.MODUL, "lengkap"} == set(proyek["optional-dependencies"])
