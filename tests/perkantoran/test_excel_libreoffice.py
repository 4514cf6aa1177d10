"""Buku kerja dibuka LibreOffice: disimpan ulang tanpa kehilangan isi, dan tercetak rapi."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.contoh_tabel import isian_terisi
from tests.daerah_uji import CONTOH, Data, indeks
from tests.profil import LENGKAP

pytestmark = [
    pytest.mark.skipif(not LENGKAP, reason="hanya pada profil lengkap"),
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice tidak terpasang"),
]
KOTA = CONTOH / "kota-contoh"
TAHUN = 2026
HALAMAN = {"resmi": 2, "lengkap": 9, "isian": 48, "verifikasi": 20}


def ubah(ke: str, berkas: list[Path], folder: Path) -> list[Path]:
    """*berkas* yang disimpan ulang LibreOffice sebagai *ke* di *folder*."""
    folder.mkdir()
    rumah = f"-env:UserInstallation=file://{folder.parent / 'profil'}"
    perintah = [
        "soffice",
        rumah,
        "--headless",
        "--convert-to",
        ke,
        "--outdir",
        str(folder),
        *map(str, berkas),
    ]
    subprocess.run(perintah, check=True, capture_output=True, timeout=240)
    hasil = [folder / f"{satu.stem}.{ke}" for satu in berkas]
    if not all(satu.exists() for satu in hasil):
        pytest.skip("LibreOffice Calc tidak terpasang")
    return hasil


def _ekspor(folder: Path) -> list[Path]:
    hasil = []
    for bentuk in HALAMAN:
        jalur = folder / f"{bentuk}.xlsx"
        assert indeks("ekspor", KOTA, "--tahun", TAHUN, "-o", jalur, "--bentuk", bentuk).kode < 2
        hasil.append(jalur)
    return hasil


def _salinan(folder: Path) -> Path:
    return shutil.copytree(KOTA, folder)


def _pohon(akar: Path) -> dict[str, bytes]:
    semua = (satu for satu in akar.rglob("*") if satu.is_file())
    return {satu.relative_to(akar).as_posix(): satu.read_bytes() for satu in semua}


def _impor(sumber: Path, akar: Path) -> Data:
    hasil = indeks("impor", sumber, "--ke", akar, "--tahun", TAHUN, "--format", "json")
    assert hasil.kode in (0, 1), hasil.galat
    isi: Data = json.loads(hasil.keluar)
    return isi


def test_disimpan_ulang_lalu_diimpor_pohonnya_sama(tmp_path: Path) -> None:
    resmi, _, isian, verifikasi = _ekspor(tmp_path)
    ods = ubah("ods", [resmi, isian, verifikasi], tmp_path / "ods")
    semua = [
        *ubah("xlsx", [resmi, isian, verifikasi], tmp_path / "xlsx"),
        *ubah("csv", [resmi], tmp_path / "csv"),
    ]
    semua += ubah("xlsx", ods, tmp_path / "dari-ods")
    akar = _salinan(tmp_path / "kota")
    pohon = _pohon(akar)
    langsung = {satu.stem: _impor(satu, akar)["rincian"] for satu in (resmi, isian, verifikasi)}
    for satu in semua:
        hasil = _impor(satu, akar)
        nasib = [(baris["id"], baris["nasib"]) for baris in hasil["rincian"]]
        assert nasib == [(baris["id"], baris["nasib"]) for baris in langsung[satu.stem]], satu
        assert {temuan["kode"] for temuan in hasil["temuan"]} <= {"IMP808", "IMP809", "IMP810", "IMP815"}, (
            satu
        )
        assert _pohon(akar) == pohon, satu


def test_isian_terisi_disimpan_ulang_memberi_pohon_yang_sama(tmp_path: Path) -> None:
    asli = tmp_path / "isian.xlsx"
    asli.write_bytes(isian_terisi())
    (ulang,) = ubah("xlsx", [asli], tmp_path / "xlsx")
    satu, dua = _salinan(tmp_path / "satu"), _salinan(tmp_path / "dua")
    assert _impor(asli, satu)["impor"] == _impor(ulang, dua)["impor"]
    assert _pohon(satu) == _pohon(dua) != _pohon(KOTA)


@pytest.mark.skipif(shutil.which("pdfinfo") is None, reason="poppler tidak terpasang")
def test_tercetak_dalam_sekian_halaman(tmp_path: Path) -> None:
    for satu in ubah("pdf", _ekspor(tmp_path), tmp_path / "pdf"):
        keterangan = subprocess.run(["pdfinfo", str(satu)], check=True, capture_output=True, text=True).stdout
        banyak = next(
            int(baris.split()[1]) for baris in keterangan.splitlines() if baris.startswith("Pages:")
        )
        assert banyak <= HALAMAN[satu.stem], (satu.stem, banyak)
        assert "842 x 595" in keterangan.replace("841.89 x 595.304", "842 x 595")
