"""Baris mana yang masih dapat bergerak pada tahun pengukurannya, menurut ``kalender`` berkas tahun."""

from __future__ import annotations

from indeksinovasi.inti.model.dasar import TINGKAT_TERTINGGI
from indeksinovasi.inti.model.metode import Indikator


def tingkat_terjangkau(indikator: Indikator, klaim: int) -> int:
    """Tingkat tertinggi yang masih dapat dicapai sebuah baris pada tahun pengukurannya.

    Nilai yang kurunnya sudah lewat tidak bergerak lagi, tetapi bukti dan verifikasinya masih dapat
    dilengkapi, jadi ia terjangkau sampai tingkat *klaim*-nya.
    """
    kalender = indikator.kalender
    return klaim if kalender is not None and not kalender.bergerak else TINGKAT_TERTINGGI
