"""Yang tidak punya tempat di lembar isian tetap di catatannya, juga bila lembarnya pulang."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.daerah_uji import Data, indeks, inovasi, tulis_daerah

pytest.importorskip("xlsxwriter")
pytest.importorskip("python_calamine")
SDM = {"parameter": 2, "bukti": [{"berkas": "bukti/sk.pdf"}]}
TITIK = {"lintang": -5.1, "bujur": 110.3}
WAKTU = {"uji_coba": "2022-01-01", "penerapan": "2023-06-01"}
ANEH: dict[str, Data] = {
    "kunci": {"pemilik": "Budi"},
    "peta": {"lain": {"a": 1}},
    "waktu": {"waktu": {**WAKTU, "usul": "2021-01-01"}},
    "waktu_bilangan": {"waktu": 2023},
    "entri": {"indikator": {"sdm": {**SDM, "catatan": "penting"}}},
    "entri_teks": {"indikator": {"sdm": "dua"}},
    "entri_daftar": {"indikator": {"sdm": [1, 2]}},
    "kode": {"indikator": {"sdm": SDM, "aneh": "teks"}},
    "bukti": {"indikator": {"sdm": {"parameter": 2, "bukti": [{"berkas": "bukti/a.pdf", "arsip": "1"}]}}},
    "titik": {"koordinat": {**TITIK, "tinggi": 5}},
    "titik_teks": {"koordinat": "-7, 112, x"},
}


def _pulang(tmp_path: Path, daerah: Path) -> None:
    buku = tmp_path / "isian.xlsx"
    assert indeks("ekspor", daerah, "--tahun", 2024, "--bentuk", "isian", "-o", buku).kode in (0, 1)
    hasil = indeks("impor", buku, "--ke", daerah, "--tahun", 2024)
    assert hasil.kode in (0, 1), hasil.galat


@pytest.mark.parametrize("nama", ANEH)
def test_lembar_yang_pulang_tidak_menghapus_yang_tidak_dimuatnya(tmp_path: Path, nama: str) -> None:
    daerah = tulis_daerah(tmp_path / "kota", 2024, {"dinkes/satu": inovasi(**ANEH[nama])})
    berkas = daerah / "2024" / "dinkes" / "satu.yaml"
    asli = berkas.read_bytes()
    _pulang(tmp_path, daerah)
    assert berkas.read_bytes() == asli


def test_koordinat_yang_diubah_di_lembar_tidak_membuang_kunci_lain() -> None:
    from indeksinovasi.inti.impor.gabung import TIDAK_MENIMPA, gabungkan

    asal = {"koordinat": {**TITIK, "tinggi": 5}, "indikator": {"sdm": {"fakta": {2022: 1, 2023: 1}}}}
    masuk = {"koordinat": {**TITIK, "bujur": 111}, "indikator": {"sdm": {"fakta": {2022: 1}}}}
    ubahan = {satu.jalur: satu.nilai for satu in gabungkan(asal, masuk, asal, TIDAK_MENIMPA).ubahan}
    assert ubahan == {
        ("koordinat",): {"lintang": -5.1, "bujur": 111, "tinggi": 5},
        ("indikator", "sdm", "fakta"): {2022: 1},
    }


def test_isian_yang_dikosongkan_tetap_terhapus() -> None:
    from indeksinovasi.inti.impor.gabung import TIDAK_MENIMPA, gabungkan

    asal = inovasi(waktu=WAKTU, tujuan="x", koordinat=TITIK, indikator={"sdm": SDM})
    masuk = inovasi(waktu={"penerapan": "2023-06-01"})
    dihapus = {
        satu.jalur for satu in gabungkan(asal, masuk, asal, TIDAK_MENIMPA).ubahan if satu.nilai is None
    }
    assert dihapus == {
        ("waktu", "uji_coba"),
        ("tujuan",),
        ("koordinat",),
        ("indikator", "sdm", "parameter"),
        ("indikator", "sdm", "bukti"),
    }
