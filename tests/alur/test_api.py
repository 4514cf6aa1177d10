"""API Python: angka yang sama dengan perintahnya, satu baris tiap inovasi, dan skrip contohnya."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from copy import deepcopy
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from indeksinovasi.api import (
    GalatPemakaian,
    banding,
    baris_inovasi,
    ke_dict,
    muat,
    nilai,
    skema_keluaran,
    validasi,
)
from indeksinovasi.inti.model.hasil import DASAR
from tests.daerah_uji import AKAR, CONTOH, Data, indeks

KOTA = CONTOH / "kota-contoh"
SKEMA = skema_keluaran()
PEMERIKSA = jsonschema.Draft202012Validator(SKEMA)


def _keluaran(*argumen: str | Path | int) -> Data:
    isi: Data = json.loads(indeks(*argumen, "--format", "json").keluar)
    return isi


@pytest.mark.parametrize("tahun", [2020, 2024, 2026])
def test_ke_dict_sama_dengan_json(tahun: int) -> None:
    hasil = nilai(muat(KOTA, tahun))
    (objek,) = _keluaran("nilai", KOTA, "--tahun", tahun)["hasil"]
    assert ke_dict(hasil) == objek
    tepat = json.loads(json.dumps(objek), parse_float=Decimal)
    assert ke_dict(hasil, desimal=True) == tepat
    assert not any(isinstance(satu, float) for satu in _daun(ke_dict(hasil, desimal=True)))
    assert any(isinstance(satu, float) for satu in _daun(ke_dict(hasil)))
    assert not any(isinstance(satu, Fraction) for satu in _daun(ke_dict(hasil)))


def _daun(isi: Any) -> Iterator[Any]:
    if isinstance(isi, (dict, list)):
        for satu in isi.values() if isinstance(isi, dict) else isi:
            yield from _daun(satu)
    else:
        yield isi


def test_baris_inovasi_datar_dan_seragam() -> None:
    hasil = nilai(muat(KOTA, 2024), dasar="klaim")
    baris = baris_inovasi(hasil)
    assert [satu["id"] for satu in baris] == [satu.id for satu in hasil.inovasi]
    assert len({tuple(satu) for satu in baris}) == 1
    for satu, asal in zip(baris, hasil.inovasi, strict=True):
        assert all(isi is None or isinstance(isi, (str, int, float)) for isi in satu.values())
        tiga = tuple(satu[f"kematangan_{dasar}"] for dasar in DASAR)
        assert all(isinstance(isi, float) for isi in tiga) == (asal.kematangan is not None)
        assert tiga == (asal.kematangan or (None, None, None))
        assert satu["kematangan"] == tiga[0]
        assert {
            kunci: isi for kunci, isi in satu.items() if kunci.startswith("tingkat_") and isi is not None
        } == {f"tingkat_{baris.kode}": baris.tingkat[0] for baris in asal.baris}


def test_banding_sama_dengan_perintahnya() -> None:
    hasil = banding(KOTA, 2023, "2024")
    (perbandingan,) = hasil.isi.perbandingan
    assert hasil.temuan == ()
    assert (perbandingan.dari.label, perbandingan.ke.label) == ("2023", "2024")
    skor = [nilai(muat(KOTA, tahun)).utama.skor for tahun in (2023, 2024)]
    assert skor[0] is not None
    assert skor[1] is not None
    assert perbandingan.selisih_tampil == skor[1] - skor[0]


@pytest.mark.parametrize(("data", "sisi"), [(CONTOH, (2023, 2024)), (KOTA, (2023,)), (KOTA, (2023, "lalu"))])
def test_banding_yang_keliru(data: Path, sisi: tuple[int | str, ...]) -> None:
    with pytest.raises(GalatPemakaian):
        banding(data, *sisi)


def test_validasi_sama_dengan_perintahnya() -> None:
    folder = CONTOH / "kota-rusak"
    temuan = validasi(folder)
    tertulis = [
        (satu["berkas"], satu["baris"], satu["kode"]) for satu in _keluaran("validasi", folder)["temuan"]
    ]
    assert [(satu.berkas, satu.baris, satu.kode) for satu in temuan] == tertulis
    assert validasi(folder, pilih=("BRK",)) == [satu for satu in temuan if satu.kode.startswith("BRK")]
    assert 0 < len(validasi(folder, pilih=("BRK",))) < len(temuan)


def test_skema_keluaran_menerima_semua_contoh() -> None:
    PEMERIKSA.check_schema(SKEMA)
    for tahun in range(2020, 2027):
        for pilihan in ((), ("--dasar", "terverifikasi"), ("--metode", "2026")):
            hasil = indeks("nilai", CONTOH, "--tahun", tahun, *pilihan, "--format", "json")
            if hasil.kode != 2:
                PEMERIKSA.validate(json.loads(hasil.keluar))


def test_skema_keluaran_menolak_kunci_hilang_tambahan_dan_bilangan_berupa_teks() -> None:
    dokumen = _keluaran("nilai", KOTA, "--tahun", 2024)
    PEMERIKSA.validate(dokumen)
    for kunci, isi in dokumen["hasil"][0].items():
        kurang = deepcopy(dokumen)
        del kurang["hasil"][0][kunci]
        assert not PEMERIKSA.is_valid(kurang), kunci
        if isinstance(isi, dict):
            lebih = deepcopy(dokumen)
            lebih["hasil"][0][kunci]["tambahan"] = 1
            assert not PEMERIKSA.is_valid(lebih), kunci
    salah = deepcopy(dokumen)
    salah["hasil"][0]["inovasi"][0]["kematangan"] = "4293/100"
    assert not PEMERIKSA.is_valid(salah)


def test_perintah_skema_keluaran() -> None:
    assert json.loads(indeks("skema", "keluaran").keluar) == SKEMA


def test_skrip_contoh() -> None:
    hasil = subprocess.run(
        [sys.executable, "-W", "error", str(AKAR / "contoh" / "dari_python.py")],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert (hasil.returncode, hasil.stderr) == (0, "")
    baris = hasil.stdout.splitlines()
    assert baris[0] == "Kota Contoh 2024: 42.93 (Inovatif)"
    assert "  dinas-kesehatan: 2 inovasi, rata-rata 54.50" in baris
    assert baris[-2] == "2023 ke 2024: +0.85"
    assert baris[-1].startswith("temuan: BKT301 ")
