"""Setelan bersama semua uji: takaran Hypothesis tanpa tenggat, sebab kecepatan mesin bukan yang diuji."""

from __future__ import annotations

from hypothesis import settings

from tests.profil import JELAJAH

settings.register_profile("tetap", deadline=None, derandomize=True)
settings.register_profile("jelajah", deadline=None, print_blob=True)
settings.load_profile("jelajah" if JELAJAH else "tetap")
