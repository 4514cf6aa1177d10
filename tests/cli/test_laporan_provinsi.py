"""Laporan banyak daerah: ikhtisar di atas, satu subfolder tiap daerah, sebab predikat yang berubah."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from tests.daerah_uji import CONTOH, URUSAN_WAJIB, Data, indeks, inovasi, tulis, tulis_daerah


def _daerah(folder: Path, nama: str, kematangan: dict[int, int], spd: int = 60, **lain: Any) -> Path:
    """Daerah dengan dua belas inovasi sematang itu pada tiap tahun, semua urusan wajib terisi."""
    perangkat = {"dinkes": "Dinas Kesehatan", "kosong": "Dinas Kosong"}
    daerah: Data = {"nama": nama, "jenis": "kota", "kode": "99.01", "perangkat_daerah": perangkat} | lain
    for tahun, nilai in kematangan.items():
        catatan: dict[str, Data | str] = {
            f"dinkes/i{n}": inovasi(
                tahun, nama=f"{nama} {n}", kematangan=nilai, urusan=URUSAN_WAJIB[n % len(URUSAN_WAJIB)]
            )
            for n in range(12)
        }
        tulis_daerah(folder, tahun, catatan, {"total": spd}, daerah)
    return folder


@pytest.fixture
def pohon(tmp_path: Path) -> Path:
    akar = tmp_path / "pohon"
    _daerah(akar / "a", "Kota Batas", {2024: 30, 2026: 30})
    _daerah(akar / "b", "Kota Naik", {2024: 30, 2026: 110}, target_inovasi={2024: 2})
    _daerah(akar / "c", "Kota Tetap", {2026: 90})
    _daerah(akar / "d", "Kota Lama", {2024: 50})
    return akar


def _md(folder: Path, tahun: int = 2026) -> str:
    return (folder / f"laporan-{tahun}.md").read_text(encoding="utf-8")


def test_ikhtisar_menautkan_dan_mengelompokkan(pohon: Path, tmp_path: Path) -> None:
    hasil = indeks("laporan", pohon, "-o", tmp_path / "o")
    assert hasil.kode == 0
    nama = [Path(baris).relative_to(tmp_path / "o").as_posix() for baris in hasil.keluar.splitlines()]
    assert nama == ["a/laporan-2026.md", "b/laporan-2026.md", "c/laporan-2026.md", "laporan-2026.md"]
    teks = _md(tmp_path / "o")
    assert "### Inovatif: 1 daerah" in teks
    assert "### Kurang Inovatif: 1 daerah" in teks
    assert "[Kota Tetap](c/laporan-2026.md)" in teks
    assert "## Tanpa data 2026\n\nKota Lama." in teks
    assert "| Kota Naik | 1 dari 2 | 1 | 12 |" in teks
    ElementTree.parse(tmp_path / "o/bagan-2026-daerah.svg")


def test_predikat_yang_berubah_beserta_sebabnya(pohon: Path, tmp_path: Path) -> None:
    indeks("laporan", pohon, "-o", tmp_path / "o")
    teks = _md(tmp_path / "o")
    bagian = teks[teks.index("## Berubah predikat") :]
    batas, naik = [baris for baris in bagian.splitlines() if baris.startswith("- **")]
    if naik.startswith("- **Kota Batas"):
        batas, naik = naik, batas
    assert "karena batas Inovatif naik dari 35,00 menjadi 40,01" in batas
    assert "masih Inovatif menurut batas lama" in batas
    assert "Inovatif (2024) menjadi Sangat Inovatif karena skor naik" in naik
    assert "Kota Tetap" not in bagian.split("## ")[1]


def test_predikat_berubah_karena_skor_menyebut_faktornya(tmp_path: Path) -> None:
    _daerah(tmp_path / "p/a", "Kota Satu", {2023: 20, 2024: 90}, spd=40)
    _daerah(tmp_path / "p/b", "Kota Dua", {2024: 20})
    indeks("laporan", tmp_path / "p", "--tahun", 2024, "-o", tmp_path / "o")
    (baris,) = [satu for satu in _md(tmp_path / "o", 2024).splitlines() if satu.startswith("- **Kota Satu")]
    assert "Kurang Inovatif (2023) menjadi Inovatif karena skor naik 28,00 poin" in baris
    assert "terutama Kematangan rata-rata per inovasi (+28,00)" in baris


def test_daerah_yaml_rusak_tetap_dilaporkan(pohon: Path, tmp_path: Path) -> None:
    tulis(pohon / "c/daerah.yaml", "nama: [")
    hasil = indeks("laporan", pohon, "-o", tmp_path / "o")
    assert hasil.kode == 1
    assert "c/daerah.yaml:1:" in hasil.galat
    assert (tmp_path / "o/c/laporan-2026.md").exists()
    assert "c/laporan-2026.md" in _md(tmp_path / "o")


def test_hasil_terbit_dibandingkan_sebagaimana_terbit(tmp_path: Path) -> None:
    for nama, isi in (
        ("a", [(2022, "Inovatif", 50), (2023, "Sangat Inovatif", 61)]),
        ("b", [(2023, "Inovatif", 40)]),
    ):
        tulis(tmp_path / f"p/{nama}/daerah.yaml", {"nama": f"Kota {nama}", "jenis": "kota", "kode": "99.01"})
        terbit = [
            {"tahun": tahun, "jenis": "final", "skor": skor, "predikat": predikat, "sumber": "uji"}
            for tahun, predikat, skor in isi
        ]
        tulis(tmp_path / f"p/{nama}/hasil_resmi.yaml", {"hasil": terbit})
    assert indeks("laporan", tmp_path / "p", "-o", tmp_path / "o").kode == 0
    teks = _md(tmp_path / "o", 2023)
    assert (
        "Inovatif (2022) menjadi Sangat Inovatif karena skor naik 11,00 poin, dari 50,00 menjadi 61,00."
        in teks
    )
    assert "hasil final terbit" in teks


def test_satu_daerah_bertahun_di_pohon_tetap_bersubfolder(tmp_path: Path) -> None:
    _daerah(tmp_path / "p/a", "Kota Satu", {2024: 30, 2026: 30})
    _daerah(tmp_path / "p/b", "Kota Dua", {2024: 30})
    hasil = indeks("laporan", tmp_path / "p", "--tahun", "semua", "-o", tmp_path / "o")
    assert hasil.kode == 0
    for nama in (
        "a/laporan-2024.md",
        "b/laporan-2024.md",
        "a/laporan-2026.md",
        "laporan-2024.md",
        "laporan-2026.md",
    ):
        assert (tmp_path / "o" / nama).is_file()


@pytest.mark.parametrize("bentuk", ["markdown", "html"])
def test_lomba_dengan_metode_sendiri(bentuk: str, pohon: Path, tmp_path: Path) -> None:
    metode = CONTOH / "lomba-kecamatan.yaml"
    hasil = indeks(
        "laporan", pohon, "--tahun", 2024, "--metode", metode, "--bentuk", bentuk, "-o", tmp_path / "o"
    )
    assert hasil.kode == 0
    berkas = tmp_path / f"o/laporan-2024.{'md' if bentuk == 'markdown' else 'html'}"
    teks = berkas.read_text(encoding="utf-8")
    assert "Inovasi teratas" in teks
    assert "Lomba Inovasi Kecamatan" in teks
    if bentuk == "html":
        assert '<a href="a/laporan-2024.html">Kota Batas</a>' in teks


def test_csv_ikhtisar_memuat_semua_daerah(pohon: Path, tmp_path: Path) -> None:
    indeks("laporan", pohon, "-o", tmp_path / "o")
    baris = list(csv.DictReader(io.StringIO((tmp_path / "o/daerah-2026.csv").read_text(encoding="utf-8"))))
    assert [(satu["daerah"], satu["predikat"], satu["predikat_lama"]) for satu in baris] == [
        ("Kota Naik", "Sangat Inovatif", "Inovatif"),
        ("Kota Tetap", "Inovatif", ""),
        ("Kota Batas", "Kurang Inovatif", "Inovatif"),
    ]


def test_nama_jahat_tidak_menjadi_tautan_atau_markup(tmp_path: Path) -> None:
    jahat = "A](javascript:alert(1)) <script>x</script> [b"
    for nama in ("a", "b"):
        _daerah(tmp_path / f"p/{nama}", f"{jahat} {nama}", {2024: 30})
    indeks("laporan", tmp_path / "p", "--bentuk", "html", "-o", tmp_path / "o")
    teks = (tmp_path / "o/laporan-2024.html").read_text(encoding="utf-8")
    assert "<script" not in teks
    assert 'href="javascript' not in teks
    assert teks.count('<a href="a/laporan-2024.html">') == 1


def test_hasil_sama_dengan_satu_dan_dua_proses(
    pohon: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    isi = []
    for proses in ("1", "2"):
        monkeypatch.setenv("INDEKS_PROSES", proses)
        indeks("laporan", pohon, "-o", tmp_path / proses)
        berkas = sorted(satu for satu in (tmp_path / proses).rglob("*") if satu.is_file())
        isi.append([(satu.relative_to(tmp_path / proses), satu.read_bytes()) for satu in berkas])
    assert isi[0] == isi[1]


def test_penyajian_iga_2023_berbobot_resmi_dan_tingkat_buatan_sendiri(tmp_path: Path) -> None:
    metode = CONTOH / "penyajian-iga-2023.yaml"
    periksa = indeks("metode", "periksa", metode)
    assert (periksa.kode, "peringatan KTN" in periksa.keluar) == (0, False)
    bobot = {"kebaharuan": 30, "manfaat": 25, "replikasi": 20, "kolaborasi": 15, "penguasaan": 10}
    assert sum(bobot.values()) == 100
    kode = (
        "kebaharuan",
        "manfaat_penyajian",
        "replikasi_penyajian",
        "kolaborasi_penyajian",
        "penguasaan_materi",
    )
    bukti = [{"tautan": "https://contoh.go.id/penyajian"}]
    for nama, tingkat in (("a", (2, 3, 3, 3, 3)), ("b", (3, 0, 0, 0, 3))):
        entri = {k: {"parameter": t, "bukti": bukti} for k, t in zip(kode, tingkat, strict=True)}
        daerah: Data = {
            "nama": f"Kota {nama}",
            "jenis": "kota",
            "kode": "99.01",
            "perangkat_daerah": {"d": "D"},
        }
        catatan: dict[str, Data | str] = {"d/x": inovasi(2023, nama=f"Inovasi {nama}", indikator=entri)}
        tulis_daerah(tmp_path / "p" / nama, 2023, catatan, None, daerah)
    assert (
        indeks("laporan", tmp_path / "p", "--tahun", 2023, "--metode", metode, "-o", tmp_path / "o").kode == 0
    )
    teks = _md(tmp_path / "o", 2023)
    assert "**Kota a teratas dengan 90,00, dari dua daerah**" in teks
    assert "[Kota b](b/laporan-2023.md): 40,00" in teks
    assert "| 1 | Inovasi a | Kota a | 270 |" in teks
    assert "bukan nilai IGA" in (tmp_path / "o/a/laporan-2023.md").read_text(encoding="utf-8")
