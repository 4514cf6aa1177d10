"""Menulis laporan lagi: yang ditulis sendiri diperbarui, yang lain hanya tertimpa dengan ``--timpa``."""

from __future__ import annotations

from pathlib import Path

import pytest

from indeksinovasi.berkas.jejak import NAMA_JEJAK
from tests.daerah_uji import CONTOH, indeks, inovasi, tulis, tulis_daerah


@pytest.fixture
def kota(tmp_path: Path) -> Path:
    for tahun in (2023, 2024):
        tulis_daerah(tmp_path / "kota", tahun, {"dinkes/a": inovasi(tahun)}, {"total": 40})
    return tmp_path / "kota"


def _isi(folder: Path) -> dict[str, bytes]:
    return {
        satu.relative_to(folder).as_posix(): satu.read_bytes() for satu in folder.rglob("*") if satu.is_file()
    }


def test_menulis_ulang_memperbarui_yang_ditulis_sendiri(kota: Path, tmp_path: Path) -> None:
    o = tmp_path / "o"
    assert indeks("laporan", kota, "-o", o).kode == 0
    awal = _isi(o)
    assert indeks("laporan", kota, "-o", o).kode == 0
    assert _isi(o) == awal
    tulis(kota / "2024/dinkes/b.yaml", inovasi(nama="Inovasi Kedua"))
    assert indeks("laporan", kota, "-o", o).kode == 0
    assert "Inovasi Kedua" in (o / "inovasi-2024.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize("nama", ["laporan-2024.md", "inovasi-2024.csv", "bagan-2024-tren.svg"])
@pytest.mark.parametrize("sebelumnya", [True, False], ids=["disunting", "milik orang"])
def test_suntingan_dan_milik_orang_tidak_tertimpa(
    nama: str, sebelumnya: bool, kota: Path, tmp_path: Path
) -> None:
    o = tmp_path / "o"
    if sebelumnya:
        indeks("laporan", kota, "-o", o)
    tulis(o / nama, "tulisan orang\n")
    awal = _isi(o)
    hasil = indeks("laporan", kota, "-o", o)
    assert (hasil.kode, hasil.keluar) == (2, "")
    assert nama in hasil.galat
    assert "--timpa" in hasil.galat
    assert _isi(o) == awal
    assert indeks("laporan", kota, "-o", o, "--timpa").kode == 0
    assert (o / nama).read_bytes() != b"tulisan orang\n"


def test_jejak_rusak_atau_hilang_menahan(kota: Path, tmp_path: Path) -> None:
    o = tmp_path / "o"
    indeks("laporan", kota, "-o", o)
    tulis(kota / "2024/dinkes/b.yaml", inovasi(nama="Inovasi Kedua"))
    for isi in ("{", "[]", '{"laporan-2024.md": 1}'):
        tulis(o / NAMA_JEJAK, isi)
        assert indeks("laporan", kota, "-o", o).kode == 2
    (o / NAMA_JEJAK).unlink()
    assert indeks("laporan", kota, "-o", o).kode == 2


def test_tahun_lain_di_folder_yang_sama_tidak_tersentuh(kota: Path, tmp_path: Path) -> None:
    o = tmp_path / "o"
    indeks("laporan", kota, "--tahun", 2023, "-o", o)
    awal = {nama: isi for nama, isi in _isi(o).items() if "2023" in nama}
    assert indeks("laporan", kota, "--tahun", 2024, "-o", o).kode == 0
    assert {nama: isi for nama, isi in _isi(o).items() if "2023" in nama} == awal
    assert (o / "laporan-2024.md").exists()


def test_semua_tahun(kota: Path, tmp_path: Path) -> None:
    terbit = {"tahun": 2021, "jenis": "final", "skor": 50, "sumber": "uji"}
    tulis(kota / "hasil_resmi.yaml", {"hasil": [terbit]})
    tulis_daerah(kota, 1999, {"dinkes/a": inovasi(2023)})
    hasil = indeks("laporan", kota, "--tahun", "semua", "-o", tmp_path / "o")
    assert hasil.kode == 0
    nama = [Path(baris).name for baris in hasil.keluar.splitlines()]
    assert nama == ["laporan-2021.md", "laporan-2023.md", "laporan-2024.md"]


def test_semua_tahun_tanpa_satu_pun(tmp_path: Path) -> None:
    tulis_daerah(tmp_path / "kosong", 2024, {})
    assert indeks("laporan", tmp_path / "kosong", "--tahun", "semua", "-o", tmp_path / "o").kode == 2


@pytest.mark.parametrize("tahun", ["semuanya", "20x4", "2.024"])
def test_tahun_salah_tulis(tahun: str, tmp_path: Path) -> None:
    assert indeks("laporan", CONTOH / "kota-contoh", "--tahun", tahun, "-o", tmp_path / "o").kode == 2
