"""Menulis laporan lagi: yang ditulis sendiri diperbarui, yang lain hanya tertimpa dengan ``--timpa``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from indeksinovasi.berkas.jejak import NAMA_JEJAK, sidik_isi
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


@pytest.fixture
def kota_berubah(kota: Path, tmp_path: Path) -> tuple[Path, Path]:
    """Kota berlaporan yang lalu kehilangan tahun pembandingnya: bagan sebab tidak digambar lagi."""
    tulis(kota / "2024/spd.yaml", {"total": 45})
    o = tmp_path / "o"
    indeks("laporan", kota, "-o", o)
    assert (o / "bagan-2024-sebab.svg").exists()
    (kota / "2023/dinkes/a.yaml").unlink()
    (kota / "2023/spd.yaml").unlink()
    return kota, o


def test_bagan_lama_tulisan_sendiri_dibuang(kota_berubah: tuple[Path, Path]) -> None:
    kota, o = kota_berubah
    tulis(o / "bagan-2024-milikku.svg", "gambar orang\n")
    assert indeks("laporan", kota, "-o", o).kode == 0
    assert not (o / "bagan-2024-sebab.svg").exists()
    assert not (o / "perubahan-2024.csv").exists()
    assert (o / "bagan-2024-milikku.svg").exists()
    assert "sebab" not in (o / NAMA_JEJAK).read_text(encoding="utf-8")


def test_bagan_lama_yang_disunting_tetap_ada(kota_berubah: tuple[Path, Path]) -> None:
    kota, o = kota_berubah
    tulis(o / "bagan-2024-sebab.svg", "disunting\n")
    assert indeks("laporan", kota, "-o", o).kode == 0
    assert (o / "bagan-2024-sebab.svg").read_bytes() == b"disunting\n"


def test_bagan_milik_bentuk_dan_tahun_lain_tetap_ada(kota: Path, tmp_path: Path) -> None:
    o = tmp_path / "o"
    for argumen in ((), ("--tahun", 2023), ("--ringkas",), ("--bentuk", "html")):
        indeks("laporan", kota, *argumen, "-o", o)
    awal = set(_isi(o))
    for argumen in (("--bentuk", "html"), ("--ringkas",), ("--tahun", 2023), ()):
        indeks("laporan", kota, *argumen, "-o", o)
    assert set(_isi(o)) == awal


@pytest.mark.parametrize("nama", ["../luar.svg", "catatan.txt", "/luar-2024.svg", "bagan-2024-sebab.svg/.."])
def test_jejak_yang_dipalsukan_tidak_menghapus_apa_pun(nama: str, kota: Path, tmp_path: Path) -> None:
    o = tmp_path / "o"
    indeks("laporan", kota, "-o", o)
    for berkas in (tmp_path / "luar.svg", o / "catatan.txt"):
        tulis(berkas, "isi\n")
    jejak = json.loads((o / NAMA_JEJAK).read_text(encoding="utf-8"))
    jejak[nama] = sidik_isi(b"isi\n")
    jejak["milik"]["laporan-2024.md"].append(nama)
    tulis(o / NAMA_JEJAK, json.dumps(jejak))
    awal = set(_isi(tmp_path))
    assert indeks("laporan", kota, "-o", o).kode == 0
    assert set(_isi(tmp_path)) == awal


def test_lomba_tanpa_baris_disebut(kota: Path, tmp_path: Path) -> None:
    lomba = CONTOH / "penyajian-iga-2023.yaml"
    assert indeks("laporan", kota, "--metode", lomba, "-o", tmp_path / "o").kode == 0
    isi = (tmp_path / "o/laporan-2024.md").read_text(encoding="utf-8")
    assert "**Belum ada catatan 2024 yang memuat indikator Tahap penyajian IGA 2023**" in isi
    assert "![" not in isi
    assert "belum pasti" not in isi


def test_lomba_disebut_tanpa_jalur_berkasnya(kota: Path, tmp_path: Path) -> None:
    for tahun, tingkat in ((2023, 1), (2024, 3)):
        baris = {"kebaharuan": {"parameter": tingkat, "bukti": [{"berkas": "a.pdf"}]}}
        tulis(kota / f"{tahun}/dinkes/b.yaml", inovasi(tahun, nama="Yang Disajikan", indikator=baris))
    lomba = CONTOH / "penyajian-iga-2023.yaml"
    for bentuk in ("markdown", "html"):
        assert indeks("laporan", kota, "--metode", lomba, "--bentuk", bentuk, "-o", tmp_path / "o").kode == 0
    isi = (tmp_path / "o/laporan-2024.md").read_text(encoding="utf-8")
    assert "## 1. Mengapa berubah dari 2023\n" in isi
    for berkas in (tmp_path / "o").iterdir():
        if berkas.name != NAMA_JEJAK:
            assert b"penyajian-iga" not in berkas.read_bytes(), berkas.name
