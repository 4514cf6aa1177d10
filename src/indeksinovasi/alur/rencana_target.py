"""Kasus guna ``rencana target``: membaca biaya, menyusun program, dan memecahkannya dengan HiGHS."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

from indeksinovasi.alur.galat import GalatPemakaian
from indeksinovasi.alur.pemecah import pecahkan
from indeksinovasi.alur.rencana import BahanRencana, baca_berkas_rencana, pastikan_terhitung
from indeksinovasi.alur.tambahan import pastikan
from indeksinovasi.inti.ejaan import kutip
from indeksinovasi.inti.model.rencana import DaftarBiaya
from indeksinovasi.inti.rencana.biaya import periksa_biaya
from indeksinovasi.inti.rencana.ruang import InovasiBaru, baca_inovasi_baru
from indeksinovasi.inti.rencana.target import (
    GalatTarget,
    HasilTarget,
    PermintaanTarget,
    rencanakan_target,
    tujuan_target,
)
from indeksinovasi.inti.rencana.ubahan import GalatUbahan


class TujuanTarget(NamedTuple):
    """Target menurut baris perintah; tepat satu dari ``predikat`` dan ``indeks`` terisi."""

    predikat: str | None
    indeks: Fraction | None
    biaya: Path | None
    baru: tuple[str, ...]
    pasti: bool
    kalender: bool


def rencanakan_target_berkas(bahan: BahanRencana, dituju: TujuanTarget) -> HasilTarget:
    """Rencana termurah; ``GalatPemakaian`` bila permintaannya keliru atau pustakanya belum terpasang."""
    if (dituju.predikat is None) == (dituju.indeks is None):
        raise GalatPemakaian("Sebut tepat satu target.", "Pakai --predikat P atau --indeks X.")
    keadaan = bahan.keadaan
    pastikan_terhitung(keadaan)
    biaya = DaftarBiaya()
    if dituju.biaya is not None:
        biaya = baca_berkas_rencana(
            dituju.biaya, DaftarBiaya, "Biaya", lambda isi: list(periksa_biaya(isi, keadaan))
        )
    permintaan = PermintaanTarget(
        predikat=dituju.predikat,
        indeks=dituju.indeks,
        biaya=biaya,
        baru=tuple(_baru(satu, bahan) for satu in dituju.baru),
        pasti=dituju.pasti,
        kalender=dituju.kalender,
    )
    try:
        tujuan_target(keadaan.posisi.metode, permintaan)
        pastikan("rencana", "mencari rencana termurah")
        return rencanakan_target(keadaan, permintaan, pecahkan)
    except GalatTarget as galat:
        raise GalatPemakaian(galat.pesan, galat.petunjuk) from None


def _baru(teks: str, bahan: BahanRencana) -> InovasiBaru:
    try:
        return baca_inovasi_baru(teks, bahan.keadaan)
    except GalatUbahan as galat:
        raise GalatPemakaian(f"Inovasi baru {kutip(teks)}: {galat}", galat.petunjuk) from None
