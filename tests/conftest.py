"""Setelan bersama semua uji: takaran Hypothesis tanpa tenggat, sebab kecepatan mesin bukan yang diuji."""

from __future__ import annotations

import gc

from hypothesis import settings

from tests.profil import JELAJAH

settings.register_profile("tetap", deadline=None, derandomize=True)
settings.register_profile("jelajah", deadline=None, print_blob=True)
settings.load_profile("jelajah" if JELAJAH else "tetap")

# Seperti pada perintahnya sendiri: hasil urai tidak bersiklus, dan yang sudah termuat tidak perlu ditelusuri.
gc.set_threshold(200_000, 20, 20)


def pytest_collection_finish() -> None:
    """Semua uji sudah dikumpulkan; modul dan parameternya tetap ada sampai akhir."""
    gc.freeze()
