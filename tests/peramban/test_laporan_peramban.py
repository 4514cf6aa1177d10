"""Laporan, ringkasan, dan laporan provinsi di Chromium: aksesibilitas, lebar ponsel, halaman cetak."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from tests.daerah_dua_puluh import tulis_dua_puluh
from tests.daerah_uji import CONTOH, indeks

HALAMAN = ("laporan", "ringkas", "provinsi", "lomba", "dua-puluh", "terbit")
TEMA = ("light", "dark")
PALING_BANYAK = {"ringkas": 1, "terbit": 1, "lomba": 6, "laporan": 8, "dua-puluh": 8, "provinsi": 3}
"""Halaman A4 paling banyak; delapan bagi dua puluh inovasi."""


@pytest.fixture(scope="module")
def halaman(peramban: Any, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:  # noqa: ARG001  # dilewati tanpa peramban
    """Satu berkas HTML tiap jenis laporan."""
    akar = tmp_path_factory.mktemp("laporan")
    kota = CONTOH / "kota-contoh"
    hasil = {}
    for nama, data, tahun, lain in (
        ("laporan", kota, 2026, ()),
        ("ringkas", kota, 2026, ("--ringkas",)),
        ("provinsi", CONTOH, 2024, ()),
        ("lomba", kota, 2026, ("--metode", CONTOH / "lomba-kecamatan.yaml")),
        ("dua-puluh", tulis_dua_puluh(akar / "dua-puluh", 2026), 2026, ()),
        ("terbit", CONTOH / "kota-pangkalpinang", 2023, ()),
    ):
        folder = akar / f"hasil-{nama}"
        keluaran = indeks("laporan", data, "--tahun", tahun, "--bentuk", "html", *lain, "-o", folder)
        assert keluaran.kode == 0, keluaran.galat
        (hasil[nama],) = folder.glob("*.html")
    return hasil


@pytest.mark.parametrize("tema", TEMA)
@pytest.mark.parametrize("nama", HALAMAN)
def test_tanpa_temuan_aksesibilitas(peramban: Any, halaman: dict[str, Path], nama: str, tema: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe tidak terpasang")
    konteks = peramban.new_context(color_scheme=tema, locale="id-ID")
    lembar = konteks.new_page()
    lembar.goto(halaman[nama].as_uri())
    hasil = axe.Axe().run(lembar).response["violations"]
    konteks.close()
    assert [(satu["id"], [n["target"] for n in satu["nodes"]][:3]) for satu in hasil] == []


@pytest.mark.parametrize("nama", HALAMAN)
def test_ponsel_tidak_tergulir_ke_samping(konteks: Any, halaman: dict[str, Path], nama: str) -> None:
    lembar = konteks.new_page()
    lembar.set_viewport_size({"width": 390, "height": 800})
    lembar.goto(halaman[nama].as_uri())
    assert lembar.evaluate("document.documentElement.scrollWidth") <= 390
    # Kepala tabel yang bersusun hanya bagi pembaca layar.
    terpotong = lembar.evaluate(
        "[...document.querySelectorAll('th,td,li,p,h1,h2,dd')]"
        ".filter(e => !e.closest('.lebar thead') && e.scrollWidth > e.clientWidth + 1)"
        ".map(e => e.textContent.slice(0, 40))"
    )
    assert terpotong == []


@pytest.mark.parametrize("nama", HALAMAN)
def test_banyak_halaman_cetak(konteks: Any, halaman: dict[str, Path], nama: str) -> None:
    lembar = konteks.new_page()
    lembar.goto(halaman[nama].as_uri())
    pdf = lembar.pdf(format="A4", prefer_css_page_size=True, print_background=True)
    banyak = len(re.findall(rb"/Type\s*/Page\b", pdf))
    assert 1 <= banyak <= PALING_BANYAK[nama]
