"""Batas waktu yang tidak bergantung pada mesinnya: di mesin yang lambat batasnya ikut melonggar."""

from __future__ import annotations

import time

_PUTARAN = 300_000
_ACUAN = 0.012
"""Detik prosesor putaran itu di mesin acuan."""


def kelambatan() -> float:
    """Berapa kali lebih lambat mesin ini sekarang daripada mesin acuan; paling sedikit 1."""
    mulai = time.process_time()
    jumlah = 0
    for satu in range(_PUTARAN):
        jumlah += satu
    return max(1.0, (time.process_time() - mulai) / _ACUAN)


def selesai_dalam(lama: float, batas: float) -> bool:
    """Apakah *lama* detik prosesor kurang dari *batas* detik mesin acuan; mesin hanya diukur bila perlu."""
    return lama < batas or lama < batas * kelambatan()
