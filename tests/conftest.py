"""Setelan bersama semua uji: takaran Hypothesis tanpa tenggat, sebab kecepatan mesin bukan yang diuji."""

from __future__ import annotations

from hypothesis import settings

from tests.profil import LENGKAP

# make uji memakai contoh yang sama setiap kali: yang lulus di sini lulus juga di CI. Pencarian baru hanya
# berlangsung pada takaran lengkap.
settings.register_profile("cepat", deadline=None, derandomize=True)
settings.register_profile("lengkap", deadline=None, print_blob=True)
settings.load_profile("lengkap" if LENGKAP else "cepat")
