"""Fakta menjadi tingkat: setiap jenis aturan dan tahun, sampai ke batasnya (``tests/fakta/<tahun>.yaml``)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from indeksinovasi.inti.hitung.fakta import Bacaan, baca_fakta, terapkan_aturan
from indeksinovasi.inti.hitung.kematangan import tingkat_asal
from indeksinovasi.inti.model.aturan import (
    Aturan,
    AturanBasis,
    AturanJumlah,
    AturanKali,
    AturanPilihan,
    AturanRentang,
    AturanTahun,
)
from indeksinovasi.inti.model.fakta import Bentuk, bentuk_fakta
from indeksinovasi.inti.model.inovasi import Entri
from indeksinovasi.inti.model.isian_fakta import periksa_bentuk
from indeksinovasi.inti.model.metode import Indikator
from indeksinovasi.inti.model.nilai_fakta import Fakta, baca_isian
from tests.daerah_uji import metode
from tests.kasus_skor import muat

FOLDER = Path(__file__).parents[1] / "fakta"
TAHUN = range(2020, 2027)


class Baris(NamedTuple):
    """Satu baris tabel fakta."""

    tahun: int
    aspek: str
    kode: str
    fakta: Any
    hasil: Any


def _semua() -> Iterator[Baris]:
    for jalur in sorted(FOLDER.glob("*.yaml")):
        isi = muat(jalur)
        for aspek in ("sid", "spd"):
            for kode, semua in isi.get(aspek, {}).items():
                yield from (Baris(isi["tahun"], aspek, kode, *pasangan) for pasangan in semua)


SEMUA = list(_semua())


@cache
def _tabel(tahun: int) -> dict[str, Indikator]:
    return {satu.kode: satu for satu in metode(tahun).indikator}


def _indikator(tahun: int, kode: str) -> Indikator:
    return _tabel(tahun)[kode]


def bertipe(isian: Any) -> Fakta:
    """Fakta bertipe dari isian YAML yang tidak kosong."""
    fakta = baca_isian(isian)
    assert fakta is not None
    return fakta


def _diharap(hasil: Any) -> Any:
    """Bentuk ringkas sebuah bacaan, seperti yang ditulis tabel."""
    return [hasil] if isinstance(hasil, int) else hasil


def _ringkas(bacaan: Bacaan | None) -> Any:
    if bacaan is None:
        return None
    return bacaan.masalah.kode if bacaan.masalah else list(bacaan.kandidat)


@pytest.mark.parametrize("tahun", TAHUN)
def test_fakta_menjadi_tingkat(tahun: int) -> None:
    for baris in (satu for satu in SEMUA if satu.tahun == tahun):
        bacaan = baca_fakta(_indikator(tahun, baris.kode), bertipe(baris.fakta), tahun)
        assert _ringkas(bacaan) == _diharap(baris.hasil), baris
        if bacaan is not None:
            assert bacaan.tingkat == min(bacaan.kandidat), baris
            assert not bacaan.masalah or (bacaan.tingkat, bacaan.kandidat) == (0, (0,)), baris


@pytest.mark.parametrize("tahun", TAHUN)
def test_fakta_pada_tabel_tertulis_dengan_bentuk_yang_diterima(tahun: int) -> None:
    bentuk = {kode: bentuk_fakta(satu) for kode, satu in _tabel(tahun).items()}
    salah = [
        (baris.kode, baris.fakta)
        for baris in SEMUA
        if baris.tahun == tahun and any(periksa_bentuk(_ada(bentuk[baris.kode]), baris.fakta))
    ]
    assert salah == []


def _ada(bentuk: Bentuk | None) -> Bentuk:
    assert bentuk is not None
    return bentuk


@pytest.mark.parametrize("tahun", TAHUN)
def test_tabel_menguji_setiap_indikator_beraturan_pada_semua_tingkatnya(tahun: int) -> None:
    beraturan = {kode for kode, satu in _tabel(tahun).items() if satu.aturan is not None}
    dicapai: dict[str, set[int]] = {kode: set() for kode in beraturan}
    for baris in SEMUA:
        if baris.tahun == tahun and baris.kode in beraturan and isinstance(baris.hasil, int | list):
            dicapai[baris.kode].update(_diharap(baris.hasil))
    assert {kode for kode, tingkat in dicapai.items() if not tingkat >= {1, 2, 3}} == set()


def test_tabel_menguji_setiap_jenis_aturan() -> None:
    jenis = {type(_indikator(baris.tahun, baris.kode).aturan) for baris in SEMUA}
    assert jenis >= {AturanRentang, AturanPilihan, AturanJumlah, AturanTahun, AturanKali, AturanBasis}


# Klaim dan fakta pada tahun catatan sendiri.


@pytest.mark.parametrize(
    ("tahun", "kode", "entri", "tingkat", "tertinggi"),
    [
        (2026, "regulasi", {"parameter": 3}, 3, 3),
        (2026, "regulasi", {"fakta": "perkada"}, 2, 2),
        (2026, "regulasi", {"parameter": 3, "fakta": "perkada"}, 2, 2),
        (2026, "regulasi", {"parameter": 1, "fakta": "perkada"}, 1, 1),
        (2024, "pengaduan", {"parameter": 2, "fakta": 50.5}, 1, 2),
        (2024, "pengaduan", {"parameter": 1, "fakta": 50.5}, 1, 1),
        (2024, "pengaduan", {"parameter": 3, "fakta": 50.5}, 1, 2),
        (2024, "layanan_terintegrasi", {"parameter": 2, "fakta": "web_aplikasi"}, 2, 2),
        (2024, "layanan_terintegrasi", {"fakta": "web_aplikasi"}, 0, 0),
        (2024, "kualitas", {"parameter": 3, "fakta": 6}, 0, 0),
        (2024, "kemanfaatan", {"parameter": 3}, 0, 0),
        (2024, "kemanfaatan", {"parameter": 3, "fakta": 350}, 0, 0),
        (2024, "kemanfaatan", {"parameter": 2, "fakta": {"basis": "tren", "nilai": 3}}, 2, 2),
        (2023, "kemanfaatan", {"parameter": 3}, 3, 3),
        (2021, "anggaran", {"parameter": 2, "fakta": [2019]}, 2, 2),
    ],
)
def test_klaim_dan_fakta_yang_berbeda_dihitung_yang_rendah(
    tahun: int, kode: str, entri: dict[str, Any], tingkat: int, tertinggi: int
) -> None:
    baris = tingkat_asal(_indikator(tahun, kode), Entri.model_validate(entri), tahun)
    assert (baris.tingkat, baris.tertinggi) == (tingkat, tertinggi)


# Kosakata yang tidak cocok dengan jenis aturannya, misalnya indikator baku yang diubah berkas lomba.

FAKTA_ASING: list[Any] = [
    "perkada",
    3,
    4.5,
    ["pemerintah"],
    [2024],
    [],
    {2024: 1},
    {"basis": "orang", "nilai": 3},
    {"nilai": 3},
    {},
]
RENTANG: dict[str, Any] = {
    "jenis": "rentang",
    "satuan": "kali",
    "arah": "naik",
    "tingkat": {1: {"min": 1, "maks": 1}, 2: {"min": 2, "maks": 2}, 3: {"min": 3}},
}
ATURAN: list[Any] = [
    AturanRentang.model_validate(RENTANG),
    AturanRentang.model_validate({**RENTANG, "perubahan": "nilai"}),
    AturanPilihan.model_validate({"jenis": "pilihan", "tingkat": {"a": 1}}),
    AturanPilihan.model_validate({"jenis": "pilihan", "banyak": True, "tingkat": {"a": 1}}),
    AturanJumlah.model_validate({"jenis": "jumlah", "satuan": "x", "tingkat": RENTANG["tingkat"]}),
    AturanTahun.model_validate({"jenis": "tahun", "tingkat": {1: [["T-0"]]}}),
    AturanKali.model_validate({"jenis": "kali", "jendela": ["T-0"], "tingkat": RENTANG["tingkat"]}),
    AturanBasis.model_validate({"jenis": "basis", "basis": {"orang": RENTANG}}),
    AturanBasis.model_validate({"jenis": "basis", "basis": {"orang": RENTANG, "unit": RENTANG}}),
]


@pytest.mark.parametrize("aturan", ATURAN, ids=lambda satu: satu.jenis)
def test_fakta_berbentuk_lain_tidak_pernah_menggagalkan_hitungan(aturan: Aturan) -> None:
    for fakta in FAKTA_ASING:
        bacaan = terapkan_aturan(aturan, bertipe(fakta), 2024)
        assert bacaan is None or bacaan.tingkat in (0, 1, 2, 3), fakta


def test_fakta_bertahun_tanpa_cara_membaca_perubahan_tidak_terbaca() -> None:
    assert terapkan_aturan(ATURAN[0], bertipe({2024: 5}), 2024) is None


def test_tangga_tanpa_tingkat_yang_tercapai_bernilai_nol() -> None:
    turun = AturanRentang.model_validate(
        {"jenis": "rentang", "satuan": "hari", "arah": "turun", "tingkat": {2: {"maks": 5}, 3: {"maks": 1}}}
    )
    assert terapkan_aturan(turun, bertipe(6), 2024) == Bacaan(0, (0,))
    assert terapkan_aturan(turun, bertipe(4), 2024) == Bacaan(2, (2,))
    assert terapkan_aturan(turun, bertipe(Fraction(1)), 2024) == Bacaan(2, (2, 3))
