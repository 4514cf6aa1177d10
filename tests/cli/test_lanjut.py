"""Perintah yang dianjurkan di akhir keluaran dapat dijalankan apa adanya, pada data dan pilihan yang sama."""

from __future__ import annotations

import shlex
import shutil
from pathlib import Path

import pytest

from tests.daerah_uji import CONTOH, indeks

KASUS = (
    ("nilai", "contoh_data/kota-rapi"),
    ("nilai", "contoh_data/kota-contoh", "--tahun", "2024", "--metode", "2026", "--dasar", "klaim"),
    ("nilai", "contoh_data"),
    ("peringkat", "contoh_data", "--jenis", "kota", "--dasar", "klaim"),
    ("peringkat", "contoh_data", "--tahun", "2024", "--menurut", "opd"),
    ("rencana", "andai", "contoh_data/kota-rapi", "--ubah", "spd=55", "--dasar", "klaim"),
    ("rencana", "susun", "contoh_data/kota-rapi", "--dasar", "klaim"),
    ("rencana", "target", "contoh_data/kota-rapi", "--indeks", "1", "--dasar", "klaim"),
    ("rencana", "risiko", "contoh_data/kota-rapi", "--undian", "100"),
)


def anjuran(keluar: str) -> list[list[str]]:
    baris = (satu.strip() for satu in keluar.splitlines())
    # Keterangan perintah dipisahkan paling sedikit tiga spasi.
    return [shlex.split(satu.split("   ")[0])[1:] for satu in baris if satu.startswith("indeks ")]


@pytest.mark.parametrize("perintah", KASUS, ids=" ".join)
def test_perintah_lanjut_dapat_dijalankan(perintah: tuple[str, ...]) -> None:
    semua = anjuran(indeks(*perintah).keluar)
    assert semua
    for satu in semua:
        assert indeks(*satu).kode in (0, 1), satu
        sendiri = ("--menurut", "--ubah", "--indeks", "--undian")
        pilihan = [nilai for nilai in perintah[2:] if nilai.startswith("--") and nilai not in sendiri]
        assert satu[0] == "validasi" or set(pilihan) <= set(satu)


def test_jalur_panjang_ditulis_data() -> None:
    keluar = indeks("nilai", "contoh_data/kalimantan-selatan/../kota-rapi").keluar
    assert {"DATA"} == {
        satu for perintah in anjuran(keluar) for satu in perintah if satu == "DATA" or "/" in satu
    }


MENULIS = (
    ("laporan", "-o", "laporan"),
    ("laporan", "--tahun", "semua", "-o", "laporan"),
    ("ekspor", "--tahun", "2024", "-o", "tabel.csv"),
    ("ekspor", "--tahun", "2024", "-o", "tabel.xlsx", "--bentuk", "lengkap"),
    ("ekspor", "--tahun", "2024", "-o", "isian.xlsx", "--bentuk", "isian"),
    ("ekspor", "--tahun", "2024", "-o", "verifikasi.xlsx", "--bentuk", "verifikasi"),
)


@pytest.mark.parametrize("perintah", MENULIS, ids=" ".join)
def test_sesudah_menulis_perintahnya_ke_stderr(
    perintah: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(CONTOH / "kota-rapi", "kota")
    nama, *pilihan = perintah
    hasil = indeks(nama, "kota", *pilihan)
    assert not anjuran(hasil.keluar)
    (lanjut,) = anjuran(hasil.galat)
    assert "kota" in lanjut
    assert indeks(*lanjut).kode in (0, 1)


def test_laporan_banyak_daerah_menuju_peringkat(tmp_path: Path) -> None:
    pilihan = ("--tahun", "2024", "--dasar", "klaim")
    hasil = indeks("laporan", "contoh_data", *pilihan, "-o", tmp_path / "laporan")
    assert anjuran(hasil.galat) == [["peringkat", "contoh_data", *pilihan]]
    assert indeks(*anjuran(hasil.galat)[0]).kode in (0, 1)


@pytest.mark.parametrize("opd", ["", "satpol-pp"])
def test_formulir_menuju_impor_simpanannya(opd: str, tmp_path: Path) -> None:
    milik = ("--opd", opd) if opd else ()
    hasil = indeks(
        "formulir", "contoh_data/kota-contoh", *milik, "-o", tmp_path / "f.html" if opd else tmp_path
    )
    simpanan = f"formulir-{opd or '*'}-2026.json"
    assert anjuran(hasil.galat) == [["impor", simpanan, "--ke", "contoh_data/kota-contoh", "--tahun", "2026"]]
    (satu,) = (b for b in hasil.galat.splitlines() if b.startswith("  indeks impor"))
    assert f" {simpanan} " in satu  # tanpa kutip, supaya bintangnya dibuka shell


def test_coba_dan_json_tanpa_perintah_berikutnya(tmp_path: Path) -> None:
    ekspor = ("ekspor", "contoh_data/kota-rapi", "--tahun", "2024", "-o", tmp_path / "a.csv")
    coba = indeks(*ekspor, "--coba").galat
    assert "ulangi tanpa --coba" in coba
    assert not anjuran(coba)
    assert "Lanjut" not in indeks(*ekspor, "--format", "json").galat
