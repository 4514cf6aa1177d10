"""Skor SPD satu daerah menurut metode yang diminta."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from indeksinovasi.inti.hitung.kematangan import Pembaca
from indeksinovasi.inti.model.angka import NOL
from indeksinovasi.inti.model.hasil import NilaiBaris, NilaiSpd, PerDasar
from indeksinovasi.inti.model.ketentuan import nilai_konstanta
from indeksinovasi.inti.model.metode import Metode
from indeksinovasi.inti.model.spd import Spd


def nilai_spd(spd: Spd | None, metode: Metode, pembaca: Pembaca) -> NilaiSpd:
    """Skor SPD: baris bila tabelnya lengkap, selain itu ``total``; tanpa keduanya 0 dengan rentang sampai
    maksimum.

    Tahun yang tidak menerbitkan maksimum SPD pada skala 0-100 (2021) memerlukan ``total`` dan ``maksimum``
    dari ``spd.yaml``; tanpa itu skornya tidak dapat dihitung.
    """
    terbit = nilai_konstanta(metode.maksimum.spd)
    if terbit == 0 or (metode.maksimum.spd is None and not pembaca.tabel.baris):
        return NilaiSpd("tidak_diukur", PerDasar.sama(NOL), PerDasar.sama(NOL), NOL)
    perlu_maksimum = metode.skala == "normal" and terbit is None
    if spd is None:
        return _tanpa_skor("tidak_ada", terbit, perlu_maksimum, ())
    maksimum = spd.maksimum if terbit is None else terbit
    baris = pembaca.baca(spd.indikator)
    if spd.indikator and pembaca.tabel.lengkap:
        rendah, tinggi = pembaca.jumlah(baris)
        return NilaiSpd("baris", rendah, tinggi, maksimum, baris)
    if spd.total is not None and not (perlu_maksimum and maksimum is None):
        return _dari_total(spd.total, maksimum, baris)
    semula = pembaca.milik_asal() if spd.indikator and not perlu_maksimum else None
    if semula is not None:
        return _dibawa(spd, semula, maksimum)
    return _tanpa_skor("tak_terhitung", maksimum, perlu_maksimum, baris)


def _dibawa(spd: Spd, semula: Pembaca, maksimum: Fraction | None) -> NilaiSpd:
    """Skor menurut tabel tahun catatan, bila metode yang diminta tidak memuat tabelnya."""
    baris = semula.baca(spd.indikator)
    rendah, tinggi = semula.jumlah(baris)
    return NilaiSpd("dibawa", rendah, tinggi, maksimum, baris)


def _dari_total(total: Fraction, maksimum: Fraction | None, baris: tuple[NilaiBaris, ...]) -> NilaiSpd:
    if maksimum is not None and total > maksimum:
        return NilaiSpd("mustahil", PerDasar.sama(NOL), PerDasar.sama(NOL), maksimum, baris)
    return NilaiSpd("total", PerDasar.sama(total), PerDasar.sama(total), maksimum, baris)


def _tanpa_skor(
    asal: Literal["tak_terhitung", "tidak_ada"],
    maksimum: Fraction | None,
    perlu_maksimum: bool,
    baris: tuple[NilaiBaris, ...],
) -> NilaiSpd:
    """Skor 0 dengan rentang sampai maksimum; tanpa skor bila maksimum yang diperlukan tidak diketahui."""
    if perlu_maksimum:
        return NilaiSpd(asal, None, None, maksimum, baris)
    return NilaiSpd(
        asal, PerDasar.sama(NOL), None if maksimum is None else PerDasar.sama(maksimum), maksimum, baris
    )
