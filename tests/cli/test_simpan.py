"""``-o BERKAS``: setiap perintah yang menulis teks atau JSON dapat menulisnya ke berkas."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.daerah_uji import CONTOH, indeks

PERINTAH = {
    "nilai": ("nilai", CONTOH, "--format", "json"),
    "hitung": ("hitung", "--tahun", "2024", "--spd", "56", "--rata-rata", "79,69", "--inovasi", "89"),
    "validasi": ("validasi", CONTOH, "--format", "junit"),
    "banding": ("banding", CONTOH, "2023", "2024", "--format", "json"),
    "peringkat": ("peringkat", CONTOH),
    "metode": ("metode", "daftar"),
    "jelaskan": ("jelaskan", "BKT301"),
    "skema": ("skema", "inovasi"),
}


@pytest.mark.parametrize("nama", PERINTAH)
def test_isi_berkas_sama_dengan_layar(nama: str, tmp_path: Path) -> None:
    layar = indeks(*PERINTAH[nama])
    berkas = tmp_path / "hasil"
    hasil = indeks(*PERINTAH[nama], "-o", berkas)
    assert (hasil.kode, hasil.keluar) == (layar.kode, "")
    assert berkas.read_bytes() == layar.keluar.encode()


def test_berkas_lain_tidak_ditimpa_tanpa_diminta(tmp_path: Path) -> None:
    berkas = tmp_path / "skema.json"
    berkas.write_bytes(b"milik orang")
    hasil = indeks("skema", "daerah", "-o", berkas)
    assert hasil.kode == 2
    assert "--timpa" in hasil.galat
    assert berkas.read_bytes() == b"milik orang"
    assert indeks("skema", "daerah", "-o", berkas, "--timpa").kode == 0
    assert berkas.read_bytes().startswith(b"{")
    assert indeks("skema", "daerah", "-o", berkas).kode == 0  # isi yang sama


@pytest.mark.parametrize("tujuan", ["", " "])
@pytest.mark.parametrize(
    "perintah", [("skema", "daerah"), ("laporan", CONTOH), ("formulir", CONTOH)], ids=str
)
def test_tujuan_kosong_ditolak(
    tujuan: str, perintah: tuple[str | Path, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    hasil = indeks(*perintah, "-o", tujuan)
    assert hasil.kode == 2
    assert list(tmp_path.iterdir()) == []


def test_perintah_yang_gagal_tidak_menulis_apa_pun(tmp_path: Path) -> None:
    berkas = tmp_path / "hasil.json"
    assert indeks("nilai", tmp_path / "tiada", "--format", "json", "-o", berkas).kode == 2
    assert not berkas.exists()


def test_versi_dengan_kedua_ejaan() -> None:
    assert indeks("--version").keluar == indeks("--versi").keluar != ""


def test_folder_ini_disebut_dengan_kata(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "kosong").mkdir()
    monkeypatch.chdir(tmp_path / "kosong")
    for data, sebutan in (
        (".", "di folder ini."),
        ("..", "di folder di atasnya."),
        ("../kosong", "di ../kosong."),
    ):
        for perintah in ("nilai", "validasi", "peringkat"):
            assert f"Tidak ada daerah.yaml {sebutan}" in indeks(perintah, data).galat
