"""Setelan bersama semua uji: takaran Hypothesis tanpa tenggat, sebab kecepatan mesin bukan yang diuji."""

from __future__ import annotations

from hypothesis import settings

from tests.profil import LENGKAP

settings.register_profile("cepat", deadline=None)
settings.register_profile("lengkap", deadline=None, print_blob=True)
settings.load_profile("lengkap" if LENGKAP else "cepat")
