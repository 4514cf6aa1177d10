"""Kasus guna ``hitung``: rumus satu tahun atas angka ringkasan."""

from __future__ import annotations

from indeksinovasi.alur.galat import GalatPemakaian
from indeksinovasi.alur.metode import metode_tahun
from indeksinovasi.inti.hitung.langsung import AngkaRingkas, angka_mustahil, hasil_ringkasan
from indeksinovasi.inti.model.hasil import Hasil


def hitung_cepat(tahun: int, ringkasan: AngkaRingkas) -> Hasil:
    """Hitung menurut metode *tahun*; ``GalatPemakaian`` bila tahunnya tidak ada atau angkanya tidak
    mungkin.
    """
    termuat = metode_tahun(tahun)
    if salah := angka_mustahil(termuat.metode, ringkasan):
        raise GalatPemakaian(salah, "Periksa angkanya.")
    return hasil_ringkasan(termuat.metode, termuat.sidik, ringkasan)
