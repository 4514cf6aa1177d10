"""Setelan bersama semua uji: takaran Hypothesis tanpa tenggat, sebab kecepatan mesin bukan yang diuji."""

from __future__ import annotations

import gc

from hypothesis import settings

from tests.profil import TAKARAN, banyak

# Bawaan bagi uji yang tidak menyebut banyak contohnya sendiri.
settings.register_profile("cepat", deadline=None, derandomize=True, max_examples=banyak(100))
settings.register_profile("lengkap", deadline=None, derandomize=True)
settings.register_profile("jelajah", deadline=None, print_blob=True)
settings.load_profile(TAKARAN)

# Seperti pada perintahnya sendiri: hasil urai tidak bersiklus, dan yang sudah termuat tidak perlu ditelusuri.
gc.set_threshold(200_000, 20, 20)


def pytest_collection_finish() -> None:
    """Semua uji sudah dikumpulkan; modul dan parameternya tetap ada sampai akhir."""
    gc.freeze()
