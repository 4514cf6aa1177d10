"""Setiap kode temuan: tempatnya tepat pada folder ``gagal_``, dan tidak muncul pada folder ``lolos_``."""

from __future__ import annotations

from pathlib import Path

import pytest

from indeksinovasi.inti.katalog import KATALOG
from indeksinovasi.inti.periksa import semua_kode
from tests.kasus_temuan import FOLDER, KELUARGA, baca_harapan, semua_kasus, temuan_kasus

KODE = sorted(kode for kode in KATALOG if kode.startswith(KELUARGA))


@pytest.mark.parametrize("kasus", semua_kasus(), ids=lambda kasus: f"{kasus.parent.name}-{kasus.name}")
def test_kasus(kasus: Path, tmp_path: Path) -> None:
    kode = kasus.parent.name
    temuan = [satu for satu in temuan_kasus(kasus, tmp_path) if satu.kode == kode]
    ada = sorted(f"{satu.berkas}:{satu.baris}:{satu.kolom} {satu.kode}" for satu in temuan)
    assert ada == list(baca_harapan(kasus).baris)
    assert all(satu.petunjuk for satu in temuan)


@pytest.mark.parametrize("kode", KODE)
def test_kode_punya_kasus_dan_petunjuk(kode: str) -> None:
    nama = [satu.name for satu in (FOLDER / kode).glob("*") if (satu / "harapan.txt").exists()]
    assert any(satu.startswith("lolos_") for satu in nama)
    assert any(satu.startswith("gagal_") for satu in nama)
    assert KATALOG[kode].petunjuk


def test_harapan_sesuai_nama_folder() -> None:
    for kasus in semua_kasus():
        assert bool(baca_harapan(kasus).baris) == kasus.name.startswith("gagal_"), kasus
        assert all(satu.endswith(f" {kasus.parent.name}") for satu in baca_harapan(kasus).baris), kasus


def test_setiap_kode_isi_terdaftar_pada_sebuah_pemeriksaan() -> None:
    assert semua_kode() == {kode for kode in KODE if not kode.startswith(("BRK", "SKM"))}
