"""Kasus guna ``rencana risiko``: mengundi bukti yang gagal dan meringkas sebaran indeksnya."""

from __future__ import annotations

from indeksinovasi.alur.galat import GalatPemakaian
from indeksinovasi.alur.rencana import BahanRencana, pastikan_terhitung
from indeksinovasi.alur.undian import undi
from indeksinovasi.inti.model.angka import angka_id
from indeksinovasi.inti.rencana.risiko import (
    HasilRisiko,
    PermintaanRisiko,
    ringkas_risiko,
    susun_soal_risiko,
)

UNDIAN_TERBANYAK = 1_000_000


def taksir_risiko(bahan: BahanRencana, permintaan: PermintaanRisiko) -> HasilRisiko:
    """Sebaran indeks; ``GalatPemakaian`` bila sebuah peluang di luar 0 sampai 1."""
    peluang = {
        "--peluang": permintaan.peluang,
        "--korelasi": permintaan.korelasi,
        "--peluang-tolak": permintaan.tolak,
    }
    for nama, nilai in peluang.items():
        if nilai is not None and not 0 <= nilai <= 1:
            raise GalatPemakaian(f"Nilai {nama} {angka_id(nilai)} di luar 0 sampai 1.", "Tulis misalnya 0,1.")
    if not 1 <= permintaan.undian <= UNDIAN_TERBANYAK:
        raise GalatPemakaian(
            f"Nilai --undian {permintaan.undian} di luar 1 sampai {UNDIAN_TERBANYAK}.",
            "Tulis misalnya 10000.",
        )
    if permintaan.bibit < 0:
        raise GalatPemakaian("Nilai --bibit tidak boleh negatif.", "Tulis misalnya 1.")
    keadaan = bahan.keadaan
    pastikan_terhitung(keadaan)
    soal = susun_soal_risiko(keadaan, permintaan)
    return ringkas_risiko(keadaan, soal, permintaan, undi(soal, permintaan))
