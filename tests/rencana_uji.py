"""Menyunting catatan mentah seperti orang menyunting berkasnya, lalu menilainya lagi: pembanding rencana."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from fractions import Fraction
from typing import Any

from indeksinovasi.inti.hitung.kematangan import Pembaca
from indeksinovasi.inti.hitung.nilai import Opsi, nilai_daerah
from indeksinovasi.inti.model.hasil import Dasar, Hasil
from indeksinovasi.inti.rencana.keadaan import Keadaan, keadaan_awal
from tests.acak import BUKTI, Daerah, peraturan
from tests.daerah_uji import Data, inovasi


def keadaan(milik: Daerah, dasar: Dasar = "berbukti") -> Keadaan:
    """Keadaan awal sebuah daerah acak."""
    aturan, opsi = peraturan(milik.tahun), Opsi(dasar)
    return keadaan_awal(milik.bahan(), aturan, opsi, nilai_daerah(milik.bahan(), aturan, opsi))


def pengenal(milik: Daerah) -> list[str]:
    """Pengenal semua catatan, menurut urutan."""
    return [f"{milik.tahun}/dinkes/i{nomor:02}" for nomor in range(len(milik.catatan))]


def nilai_mentah(tahun: int, catatan: dict[str, Data], spd: Data | None, dasar: Dasar = "berbukti") -> Hasil:
    """Nilai catatan mentah berkunci pengenal."""
    milik = Daerah(tahun, tuple(catatan.values()), spd)
    rekaman = [
        satu._replace(id=kenal, opd=kenal.split("/")[1])
        for kenal, satu in zip(catatan, milik.rekaman(), strict=True)
    ]
    return nilai_daerah(milik.bahan(rekaman), peraturan(tahun), Opsi(dasar))


def naikkan(isi: Data, kode: str, tingkat: int) -> None:
    """Sunting satu baris mentah (catatan atau spd.yaml) menjadi *tingkat* pada ketiga dasar."""
    baris: dict[str, Any] = isi.setdefault("indikator", {})
    lama = baris.get(kode, {})
    baru: Data = {"parameter": tingkat, "bukti": BUKTI, "verifikasi": {"parameter": tingkat}}
    if kode == "kemanfaatan":
        fakta = lama.get("fakta")
        basis = fakta.get("basis") if isinstance(fakta, dict) else None
        baru["fakta"] = {"basis": basis or "orang"}
    baris[kode] = baru


def tingkat(tahun: int, isi: Data, kode: str, nomor: int) -> int:
    """Tingkat satu baris catatan mentah pada dasar ke-*nomor*."""
    (rekaman,) = Daerah(tahun, (isi,), None).rekaman()
    assert rekaman.inovasi
    aturan = peraturan(tahun)
    baris = Pembaca(aturan.sid, aturan.sid_asal, tahun).baca(rekaman.inovasi.indikator)
    return next((satu.tingkat[nomor] for satu in baris if satu.kode == kode), 0)


def baru(tahun: int, kematangan: Fraction, urusan: str | None = None) -> Data:
    """Catatan inovasi baru yang diterima; tanpa *urusan* ia tidak mengisi urusan wajib."""
    angka = int(kematangan) if kematangan.denominator == 1 else float(kematangan)
    return inovasi(tahun, kematangan=angka, urusan=urusan or "penunjang_lainnya")


def salin(milik: Daerah) -> Daerah:
    """Salinan yang boleh disunting."""
    return replace(milik, catatan=deepcopy(milik.catatan), spd=deepcopy(milik.spd))
