"""Dua takaran uji acak: ``cepat`` bagi ``make uji``, ``lengkap`` bagi pemeriksaan panjang di CI.

Takaran dipilih dengan ``INDEKS_UJI=lengkap``. Yang berbeda hanya banyaknya contoh; pernyataan ujinya sama.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

LENGKAP = os.environ.get("INDEKS_UJI") == "lengkap"
BAGIAN_CEPAT = 5


def banyak(lengkap: int) -> int:
    """Banyak contoh: *lengkap* pada takaran panjang, seperlimanya (paling sedikit 20) pada takaran cepat."""
    return lengkap if LENGKAP else max(20, lengkap // BAGIAN_CEPAT)


def contoh(lengkap: int) -> settings:
    """Setelan Hypothesis untuk satu uji dengan *lengkap* contoh pada takaran panjang."""
    return settings(
        max_examples=banyak(lengkap),
        deadline=None,
        derandomize=not LENGKAP,
        suppress_health_check=[HealthCheck.too_slow],
    )
