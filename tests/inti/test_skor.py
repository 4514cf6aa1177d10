"""Kasus hukum dan angka terbit: setiap berkas di ``tests/skor/<tahun>/`` adalah satu uji."""

from __future__ import annotations

from pathlib import Path

import pytest

from indeksinovasi.alur.hitung import hitung_cepat
from indeksinovasi.inti.hitung.langsung import AngkaRingkas
from indeksinovasi.inti.hitung.rumus import predikat, predikat_mungkin
from indeksinovasi.inti.model.angka import pecahan
from indeksinovasi.keluaran.nilai_json import objek_nilai
from tests.daerah_uji import metode, nilai, tulis_daerah
from tests.kasus_skor import (
    FOLDER,
    PREDIKAT_TERBIT,
    Kasus,
    PredikatTerbit,
    TabelPredikat,
    hasil_terbaca,
    muat,
    semua_kasus,
)

BERKAS = semua_kasus()
BERKALKULATOR = [satu for satu in BERKAS if "hitungan" in muat(satu)]
TERBIT = [
    (tabel.tahun, satu)
    for jalur in sorted(FOLDER.glob(f"*/{PREDIKAT_TERBIT}"))
    for tabel in [TabelPredikat.model_validate(muat(jalur))]
    for satu in tabel.terbit
]

# Hasil terbit yang punya skor dan predikat, tanpa angka sebelum keputusan, penilaian mandiri, dan Tapin 2024.
BANYAK_TERBIT = {2020: 16, 2021: 19, 2022: 20, 2023: 9, 2024: 5, 2025: 2, 2026: 0}


def _nama(jalur: Path) -> str:
    return f"{jalur.parent.name}/{jalur.stem}"


@pytest.mark.parametrize("jalur", BERKAS, ids=_nama)
def test_kasus_skor_beserta_angka_antaranya(jalur: Path, tmp_path: Path) -> None:
    kasus = Kasus.model_validate(muat(jalur))
    catatan = {
        f"dinkes/k{nomor}-{urutan}": kelompok.catatan(kasus.tahun)
        for nomor, kelompok in enumerate(kasus.inovasi)
        for urutan in range(kelompok.jumlah)
    }
    tulis_daerah(tmp_path, kasus.tahun, catatan, kasus.spd)
    terbaca = hasil_terbaca(nilai(tmp_path, kasus.tahun, dasar=kasus.dasar))
    diharap = kasus.hasil.angka()
    assert {kunci: terbaca[kunci] for kunci in diharap} == diharap


@pytest.mark.parametrize("jalur", BERKALKULATOR, ids=_nama)
def test_kalkulator_sama_dengan_penilaian_berkas(jalur: Path) -> None:
    kasus = Kasus.model_validate(muat(jalur))
    isi = kasus.hitungan
    assert isi is not None
    ringkasan = AngkaRingkas(
        spd=pecahan(isi.spd),
        rata_rata=pecahan(isi.rata_rata),
        inovasi=isi.inovasi,
        dikirim=isi.inovasi if isi.dikirim is None else isi.dikirim,
        urusan_wajib=isi.urusan_wajib,
        maksimum_spd=None if isi.maksimum_spd is None else pecahan(isi.maksimum_spd),
    )
    terbaca = hasil_terbaca(objek_nilai(hitung_cepat(kasus.tahun, ringkasan)))
    diharap = kasus.hasil.angka()
    for kunci in (
        "jumlah_kematangan",
        "pembagi",
        "skor_total",
        "indeks",
        "rentang",
        "predikat",
        "predikat_mungkin",
    ):
        assert terbaca[kunci] == diharap[kunci], kunci


def test_kasus_disimpan_menurut_tahunnya_dan_setiap_tahun_punya_kasus() -> None:
    assert {jalur: int(jalur.parent.name) for jalur in BERKAS} == {
        jalur: muat(jalur)["tahun"] for jalur in BERKAS
    }
    assert {jalur.parent.name for jalur in BERKAS} == {str(tahun) for tahun in range(2020, 2027)}
    assert len(BERKALKULATOR) >= 5


@pytest.mark.parametrize(("tahun", "satu"), TERBIT, ids=[f"{tahun}-{satu.daerah}" for tahun, satu in TERBIT])
def test_predikat_terbit(tahun: int, satu: PredikatTerbit) -> None:
    aturan, skor = metode(tahun), pecahan(satu.skor)
    mungkin = predikat_mungkin(aturan, skor, skor)
    assert satu.predikat in mungkin
    assert predikat(aturan, skor) in (None, *mungkin)
    if len(mungkin) == 1:
        assert predikat(aturan, skor) == satu.predikat


def test_semua_predikat_terbit_yang_boleh_dipakai_tersalin() -> None:
    banyak = {tahun: sum(milik == tahun for milik, _ in TERBIT) for tahun in range(2020, 2027)}
    assert banyak == BANYAK_TERBIT
