"""Dua takaran uji acak: ``cepat`` bagi ``make uji``, ``lengkap`` bagi ``make uji-panjang`` dan CI.

Takaran dipilih dengan ``INDEKS_UJI=lengkap``. Yang berbeda hanya banyaknya contoh; pernyataan ujinya sama.
Contohnya selalu sama, supaya yang lulus di satu mesin lulus juga di CI; ``INDEKS_UJI=jelajah`` mencari contoh
baru setiap kali.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

TAKARAN = os.environ.get("INDEKS_UJI", "cepat")
LENGKAP = TAKARAN in ("lengkap", "jelajah")
JELAJAH = TAKARAN == "jelajah"
BAGIAN_CEPAT = 10


def banyak(lengkap: int, cepat: int | None = None) -> int:
    """Banyak contoh: *lengkap* pada takaran panjang; pada takaran cepat *cepat*, atau sepersepuluhnya (paling
    sedikit 20).
    """
    return lengkap if LENGKAP else cepat or max(20, lengkap // BAGIAN_CEPAT)


def contoh(lengkap: int, cepat: int | None = None) -> settings:
    """Setelan Hypothesis untuk satu uji dengan *lengkap* contoh pada takaran panjang; *cepat* bila contohnya
    mahal dan sepersepuluhnya masih terlalu banyak bagi ``make uji``.
    """
    return settings(
        max_examples=banyak(lengkap, cepat),
        deadline=None,
        derandomize=not JELAJAH,
        suppress_health_check=[HealthCheck.too_slow],
    )
