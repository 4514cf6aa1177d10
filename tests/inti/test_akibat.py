"""Akibat asumsi: skor seandainya kemungkinan lainnya berlaku, sama dengan menilai ulang dengan angka itu."""

from __future__ import annotations

from fractions import Fraction

import pytest

from indeksinovasi.alur.nilai import Permintaan, jalankan_nilai, rencanakan
from indeksinovasi.inti.hitung.akibat import akibat_asumsi
from indeksinovasi.inti.hitung.ikhtisar import (
    baris_menunggu_verifikasi,
    baris_tanpa_bukti,
    batas_sekitar,
    opd_melapor,
    persen_maksimum,
    rata_kematangan,
)
from indeksinovasi.inti.hitung.nilai import Opsi
from indeksinovasi.inti.model.hasil import Hasil
from indeksinovasi.keluaran.nilai_dokumen import utuh
from tests.daerah_uji import CONTOH


def _hasil(tahun: int) -> Hasil:
    permintaan = Permintaan(CONTOH / "kota-contoh", tahun, None, Opsi("berbukti"))
    (satu,) = jalankan_nilai(rencanakan(permintaan), utuh)
    return satu.isi


@pytest.mark.parametrize("tahun", [2022, 2023, 2024, 2026])
def test_akibat_berada_di_dalam_rentang_dan_mencapai_ujungnya(tahun: int) -> None:
    hasil = _hasil(tahun)
    assert hasil.utama.rentang is not None
    bawah, atas = hasil.utama.rentang
    skor = [satu.skor for asumsi in hasil.asumsi for satu in akibat_asumsi(hasil, asumsi)]
    assert all(satu is not None and bawah <= satu <= atas for satu in skor)


def test_ditolak_yang_tidak_ikut_membagi() -> None:
    hasil = _hasil(2026)
    (asumsi,) = (satu for satu in hasil.asumsi if satu.kunci == "ditolak_ikut_pembagi")
    # (43,5 + 946 / 13) / 250 × 100; skor jumlah 0 karena urusan wajib kurang.
    assert [tuple(satu) for satu in akibat_asumsi(hasil, asumsi)] == [(False, Fraction("46.51"))]


def test_asumsi_yang_bukan_konstanta_rumus_tanpa_akibat() -> None:
    hasil = _hasil(2020)
    assert [akibat_asumsi(hasil, satu) for satu in hasil.asumsi] == [()] * len(hasil.asumsi)


def test_ikhtisar_kota_contoh_2026() -> None:
    hasil = _hasil(2026)
    assert (baris_tanpa_bukti(hasil), baris_menunggu_verifikasi(hasil)) == (16, 56)
    assert batas_sekitar(hasil).milik == ("Inovatif", Fraction("40.01"))
    assert batas_sekitar(hasil).berikut == ("Sangat Inovatif", Fraction("65.01"))
    assert rata_kematangan(hasil) == Fraction(946, 13)
    assert persen_maksimum(hasil) == Fraction(946, 15) / 111 * 100
    assert opd_melapor(hasil) == 10
