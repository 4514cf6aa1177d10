"""Memilih data: tahun bawaan yang sama di semua perintah, dan berkas tahun yang dibaca sekali."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from indeksinovasi.alur import metode as rak
from indeksinovasi.alur.metode import peraturan_untuk, pilih_metode
from indeksinovasi.berkas import metode as berkas_metode
from tests.daerah_uji import AKAR, indeks, inovasi, tulis_daerah


@pytest.fixture
def akar(tmp_path: Path) -> Path:
    """Daerah dengan catatan 2024 dan folder 2042 yang belum punya berkas metode."""
    daerah = tulis_daerah(tmp_path / "kota", 2024, {"dinkes/a": inovasi(2024)})
    shutil.copytree(daerah / "2024", daerah / "2042")
    return daerah


@pytest.mark.parametrize(
    "perintah", [("nilai",), ("peringkat",), ("peringkat", "--menurut", "opd"), ("laporan", "-o", "HASIL")]
)
def test_tahun_tanpa_berkas_metode_dilewati_dan_disebut(
    perintah: tuple[str, ...], akar: Path, tmp_path: Path
) -> None:
    argumen = [str(tmp_path / "hasil") if satu == "HASIL" else satu for satu in perintah]
    keluaran = indeks(argumen[0], akar, *argumen[1:])
    assert keluaran.kode == 0
    assert "Tahun tanpa berkas metode dilewati: 2042." in keluaran.galat
    assert "Tahun terbaru dalam data: 2024." in keluaran.galat


def test_tahun_tanpa_berkas_metode_yang_diminta_tetap_ditolak(akar: Path) -> None:
    keluaran = indeks("nilai", akar, "--tahun", 2042)
    assert keluaran.kode == 2
    assert "Metode tahun 2042 tidak ada." in keluaran.galat


def test_dengan_metode_lain_tahun_terbaru_dipakai(akar: Path) -> None:
    keluaran = indeks("nilai", akar, "--metode", "2024")
    assert "Tahun terbaru dalam data: 2042." in keluaran.galat


def test_satu_satunya_tahun_tanpa_metode_menyebut_sebabnya(akar: Path) -> None:
    shutil.rmtree(akar / "2024")
    keluaran = indeks("nilai", akar)
    assert keluaran.kode == 2
    assert "Metode tahun 2042 tidak ada." in keluaran.galat


def test_berkas_tahun_dibaca_sekali_per_proses(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    dibaca: list[str] = []
    asli = berkas_metode.muat_berkas

    def hitung(jalur: Path, nama: str | None = None) -> berkas_metode.MetodeTermuat:
        dibaca.append(jalur.name)
        return asli(jalur, nama)

    monkeypatch.setattr(berkas_metode, "muat_berkas", hitung)
    rak.metode_tahun.cache_clear()
    indeks("laporan", AKAR / "contoh_data" / "kota-contoh", "-o", tmp_path / "hasil")
    assert sorted(dibaca) == sorted(set(dibaca))
    assert len(dibaca) >= 3


def test_berkas_metode_yang_berubah_dibaca_lagi(tmp_path: Path) -> None:
    berkas = tmp_path / "lomba.yaml"
    teks = (AKAR / "indikator" / "2024.yaml").read_text(encoding="utf-8")
    berkas.write_text(teks, encoding="utf-8")
    lama = pilih_metode(str(berkas))
    assert pilih_metode(str(berkas)) is lama
    assert peraturan_untuk(2024, str(berkas)) is peraturan_untuk(2024, str(berkas))
    berkas.write_text(teks + "\n# diubah\n", encoding="utf-8")
    assert pilih_metode(str(berkas)).sidik != lama.sidik
