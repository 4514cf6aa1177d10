"""Setelan bersama semua uji: takaran Hypothesis tanpa tenggat, sebab kecepatan mesin bukan yang diuji."""

from __future__ import annotations

import gc

import pytest
from hypothesis import settings

from tests.profil import TAKARAN, banyak

# Bawaan bagi uji yang tidak menyebut banyak contohnya sendiri.
settings.register_profile("cepat", deadline=None, derandomize=True, max_examples=banyak(100))
settings.register_profile("lengkap", deadline=None, derandomize=True)
settings.register_profile("jelajah", deadline=None, print_blob=True)
settings.load_profile(TAKARAN)

# Seperti pada perintahnya sendiri: hasil urai tidak bersiklus, dan yang sudah termuat tidak perlu ditelusuri.
gc.set_threshold(200_000, 20, 20)


_BERTAKARAN = {"given", "LENGKAP", "banyak", "contoh"}


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--bertakaran``: yang sama pada kedua takaran sudah dijalankan ``make uji``, jadi tidak diulang."""
    parser.addoption(
        "--bertakaran", action="store_true", help="hanya berkas uji yang contohnya bergantung pada takaran"
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Sisihkan berkas uji yang tidak memakai takaran bila diminta ``--bertakaran``."""
    if not config.getoption("--bertakaran"):
        return
    dipakai = [satu for satu in items if _BERTAKARAN & set(vars(satu.module))]  # type: ignore[attr-defined]
    config.hook.pytest_deselected(items=[satu for satu in items if satu not in set(dipakai)])
    items[:] = dipakai


def pytest_collection_finish() -> None:
    """Semua uji sudah dikumpulkan; modul dan parameternya tetap ada sampai akhir."""
    gc.freeze()
