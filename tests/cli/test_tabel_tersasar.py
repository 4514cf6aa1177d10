"""Tabel inovasi di antara catatan: disebut belum tentu masuk, tanpa menyalahkan tabel lain."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from tests.daerah_uji import indeks, inovasi, tulis_daerah


@pytest.mark.parametrize("akhiran", [".xlsx", ".XLSX", ".csv", ".tsv"])
@pytest.mark.parametrize("folder", ["2024", "2024/dinkes"])
def test_tabel_inovasi_di_antara_catatan_disebut(tmp_path: Path, akhiran: str, folder: str) -> None:
    xlsxwriter = pytest.importorskip("xlsxwriter")
    daerah = tulis_daerah(tmp_path / "kota", 2024, {"dinkes/layanan": inovasi()})
    jalur = daerah / folder / f"rekap{akhiran}"
    if akhiran.lower() == ".xlsx":
        with xlsxwriter.Workbook(str(jalur)) as buku:
            buku.add_worksheet().write_row(0, 0, ["No", "Judul Inovasi"])
    else:
        jalur.write_bytes("No\tJudul Inovasi\n1\tLayanan\n".encode("utf-16"))
    (daerah / folder / "hadir.csv").write_text("No,Nama\n1,Siti\n", encoding="utf-8")
    (daerah / folder / "rusak.xlsx").write_bytes(b"PK\x03\x04 judul inovasi")
    temuan = json.loads(indeks("validasi", daerah, "--pilih", "BRK", "--format", "json").keluar)["temuan"]
    assert [(satu["berkas"].rpartition("kota/")[2], satu["kode"]) for satu in temuan] == [
        (f"{folder}/rekap{akhiran}", "BRK011")
    ]
    assert "`indeks impor`" in temuan[0]["petunjuk"]


def test_arsip_mekar_di_antara_catatan_hanya_ditiup_awalnya(tmp_path: Path) -> None:
    daerah = tulis_daerah(tmp_path / "kota", 2024, {"dinkes/layanan": inovasi()})
    with zipfile.ZipFile(daerah / "2024" / "bom.xlsx", "w", zipfile.ZIP_DEFLATED) as arsip:
        arsip.writestr("xl/sharedStrings.xml", b"\0" * 50_000_000 + b"Judul Inovasi")
    hasil = indeks("validasi", daerah, "--pilih", "BRK", "--format", "json")
    assert json.loads(hasil.keluar)["temuan"] == []
