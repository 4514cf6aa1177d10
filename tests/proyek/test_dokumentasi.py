"""Perintah di dokumentasi benar-benar menghasilkan keluaran yang tertulis, dan halaman acuannya terbentuk."""

from __future__ import annotations

from pathlib import Path

import pytest

from indeksinovasi.berkas.metode import tahun_tersedia
from indeksinovasi.inti.katalog import KATALOG
from situs.acuan import halaman_acuan
from situs.jalankan import AKAR, segarkan, semua_halaman


@pytest.mark.parametrize("halaman", semua_halaman(), ids=lambda satu: satu.relative_to(AKAR).as_posix())
def test_keluaran_di_dokumentasi_sama_dengan_program(halaman: Path) -> None:
    teks = halaman.read_text(encoding="utf-8")
    assert segarkan(teks) == teks, "perbarui dengan: make dokumentasi"


def test_keluaran_yang_berbeda_ditemukan() -> None:
    teks = "```console\n$ indeks --versi\nindeks 0.0.0-lain\n```\n"
    assert segarkan(teks) != teks


def test_halaman_acuan_memuat_setiap_kode_dan_tahun() -> None:
    halaman = halaman_acuan()
    semua = "\n".join(halaman.values())
    assert [kode for kode in KATALOG if f"## {kode} " not in semua] == []
    assert {f"acuan/tahun/{tahun}.md" for tahun in tahun_tersedia()} <= set(halaman)
