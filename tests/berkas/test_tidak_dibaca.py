"""Yang tidak dibaca disebut di ``nilai`` dan ``validasi``, dan isinya tidak pernah tampil."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.daerah_uji import CONTOH, indeks, inovasi, tulis_daerah

OPD = "2024/dinas-kesehatan-sosial"
RAHASIA = "rahasia-milik-orang-lain"


@pytest.fixture
def kota(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CONTOH / "kota-rapi", tmp_path / "kota"))


@pytest.mark.parametrize("akhiran", ["yml", "YAML", "Yml"])
def test_akhiran_lain_disebut_nilai_dan_validasi(akhiran: str, kota: Path) -> None:
    (kota / OPD / "sapa-batuk.yaml").rename(kota / OPD / f"sapa-batuk.{akhiran}")
    letak = f"{OPD}/sapa-batuk.{akhiran}:1:1: peringatan BRK011"
    assert letak in indeks("validasi", kota, "--format", "baris").keluar
    hasil = indeks("nilai", kota)
    assert (hasil.kode, letak in hasil.galat) == (0, True)


@pytest.mark.parametrize("bentuk", ["teks", "baris", "json", "github", "sarif", "junit"])
def test_isi_di_luar_data_tidak_pernah_dikutip(bentuk: str, kota: Path, tmp_path: Path) -> None:
    luar = tmp_path / "luar.yaml"
    luar.write_text(f"{RAHASIA}: 1\n", encoding="utf-8")
    (kota / OPD / "tautan.yaml").symlink_to(luar)
    hasil = indeks("validasi", kota, "--format", bentuk)
    assert "BRK012" in hasil.keluar
    assert RAHASIA not in hasil.keluar + hasil.galat


@pytest.mark.parametrize("perintah", ["nilai KOTA", "laporan KOTA -o HASIL", "peringkat KOTA"])
def test_tahun_nol_bukan_tahun_terbaru(perintah: str, kota: Path, tmp_path: Path) -> None:
    argumen = perintah.replace("KOTA", str(kota)).replace("HASIL", str(tmp_path / "hasil")).split(" ")
    hasil = indeks(*argumen, "--tahun", "0")
    assert (hasil.kode, hasil.keluar) == (2, "")
    assert "Tahun yang ada: 2024" in hasil.galat


@pytest.mark.parametrize(
    ("isi", "harapan"),
    [
        ({"waktu": {"penerapan": "12-01-2023"}}, "Tulis 2023-01-12."),
        ({"waktu": {"penerapan": "31-02-2023"}}, "tidak ada di kalender"),
        ({"indikator": {"pengaduan": {"fakta": "94.2%"}}}, "Tulis 94.2, tanpa satuan"),
        ({"indikator": {"pengaduan": {"fakta": "tidakada"}}}, 'Ganti dengan "tidak_ada"'),
        ({"indikator": {"regulasi": {"parameter": "dua"}}}, "Tulis 0, 1, 2, atau 3."),
        ({"status": None}, 'Tambahkan "status:" di sini dengan draf, terkirim, diterima, atau ditolak.'),
        ({"indikator": {"kualitas": {"fakta": 6}}}, "tidak mungkin; batasnya 0 s.d. 5"),
    ],
)
def test_petunjuk_dapat_langsung_dipakai(isi: dict[str, object], harapan: str, tmp_path: Path) -> None:
    tulis_daerah(tmp_path, 2024, {"dinkes/a": inovasi(2024, **isi)}, {"total": 40})
    keluar = indeks("validasi", tmp_path, "--format", "json").keluar
    assert harapan in keluar.replace('\\"', '"')


def test_berkas_tak_terbaca_tidak_dituduh_kurang_dari_target(kota: Path) -> None:
    """Yang perlu dibetulkan galatnya; kekurangan yang sungguh tetap disebut."""
    (kota / OPD / "sapa-batuk.yaml").write_text("nama: [\n", encoding="utf-8")
    keluar = indeks("validasi", kota, "--format", "baris").keluar
    assert ("BRK003" in keluar, "LTS504" in keluar) == (True, False)
    (kota / OPD / "sapa-batuk.yaml").unlink()
    assert "LTS504" in indeks("validasi", kota, "--format", "baris").keluar


def test_tanpa_peringkat_menyebut_daerah_bila_pesertanya_beberapa() -> None:
    keluar = indeks("peringkat", CONTOH, "--tahun", "2024", "--menurut", "opd").keluar
    assert re.search(r"Tanpa peringkat +daerah +alasan\n", keluar)
