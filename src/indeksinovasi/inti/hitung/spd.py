"""Skor SPD satu daerah menurut metode yang diminta."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from indeksinovasi.inti.hitung.kematangan import Pembaca
from indeksinovasi.inti.model.angka import NOL
from indeksinovasi.inti.model.hasil import NilaiSpd, Tiga
from indeksinovasi.inti.model.metode import Metode
from indeksinovasi.inti.model.spd import Spd


def _tiga(nilai: Fraction) -> Tiga:
    return nilai, nilai, nilai


def nilai_spd(spd: Spd | None, metode: Metode, pembaca: Pembaca) -> NilaiSpd:
    """Skor SPD: baris bila tabelnya lengkap, selain itu ``total``; tanpa keduanya 0 dengan rentang sampai
    maksimum.

    Tahun yang tidak menerbitkan maksimum SPD pada skala 0-100 (2021) memerlukan ``total`` dan ``maksimum``
    dari ``spd.yaml``; tanpa itu skornya tidak dapat dihitung.
    """
    terbit = metode.maksimum.spd.nilai if metode.maksimum.spd else None
    if terbit == 0 or (metode.maksimum.spd is None and not pembaca.tabel.baris):
        return NilaiSpd("tidak_diukur", _tiga(NOL), _tiga(NOL), NOL)
    maksimum = terbit if terbit is not None or spd is None else spd.maksimum
    baris = pembaca.baca(spd.indikator) if spd else ()
    if spd and spd.indikator and pembaca.tabel.lengkap:
        rendah, tinggi = pembaca.jumlah(baris)
        return NilaiSpd("baris", rendah, tinggi, maksimum, baris)
    perlu_maksimum = metode.skala == "normal" and terbit is None
    if spd and spd.total is not None and (maksimum is not None or not perlu_maksimum):
        if maksimum is not None and spd.total > maksimum:
            return NilaiSpd("mustahil", _tiga(NOL), _tiga(NOL), maksimum, baris)
        return NilaiSpd("total", _tiga(spd.total), _tiga(spd.total), maksimum, baris)
    if spd and spd.indikator and pembaca.asal and pembaca.asal.lengkap and not perlu_maksimum:
        semula = Pembaca(pembaca.asal, pembaca.asal, pembaca.tahun)
        asal = semula.baca(spd.indikator)
        rendah, tinggi = semula.jumlah(asal)
        return NilaiSpd("dibawa", rendah, tinggi, maksimum, asal)
    asal_nilai: Literal["tak_terhitung", "tidak_ada"] = "tak_terhitung" if spd else "tidak_ada"
    if perlu_maksimum:
        return NilaiSpd(asal_nilai, None, None, maksimum, baris)
    return NilaiSpd(asal_nilai, _tiga(NOL), None if maksimum is None else _tiga(maksimum), maksimum, baris)
