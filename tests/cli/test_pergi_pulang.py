"""Catatan acak: setiap bentuk yang diekspor lalu diimpor tidak mengubah satu bita pun."""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.acak import catatan
from tests.daerah_uji import Data, indeks, tulis_daerah
from tests.profil import LENGKAP, contoh

TAHUN = 2026
BANYAK = contoh(150) if LENGKAP else settings(contoh(20), max_examples=3)
_NAMA = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12)


@st.composite
def _semua(draw: st.DrawFn) -> list[Data]:
    hasil: list[Data] = draw(st.lists(catatan(TAHUN), min_size=1, max_size=3))
    for nomor, satu in enumerate(hasil):
        satu["nama"] = f"{draw(_NAMA)} {nomor}"
    return [{k: v for k, v in satu.items() if v not in (None, {}, [])} for satu in hasil]


def _pohon(akar: Path) -> dict[str, bytes]:
    berkas = (satu for satu in akar.rglob("*") if satu.is_file())
    return {satu.relative_to(akar).as_posix(): satu.read_bytes() for satu in berkas}


@pytest.mark.parametrize("nama", ["resmi.csv", "resmi.xlsx", "isian.xlsx", "verifikasi.xlsx"])
@given(semua=_semua())
@BANYAK
def test_ekspor_lalu_impor_tidak_mengubah_apa_pun(nama: str, semua: list[Data]) -> None:
    kerja = Path(tempfile.mkdtemp())
    try:
        akar = tulis_daerah(kerja / "uji", TAHUN, {f"dinkes/i{n}": satu for n, satu in enumerate(semua)})
        pohon = _pohon(akar)
        tujuan = kerja / nama
        argumen = ("ekspor", akar, "--tahun", TAHUN, "-o", tujuan, "--bentuk", tujuan.stem)
        assert indeks(*argumen).kode == 0
        hasil = indeks("impor", tujuan, "--ke", akar, "--tahun", TAHUN, "--format", "json")
        nasib = {satu["nasib"] for satu in json.loads(hasil.keluar)["rincian"]}
        assert nasib <= {"sama", "dilewati"}, hasil.keluar
        assert "dilewati" not in nasib or nama.startswith("resmi"), hasil.keluar
        assert _pohon(akar) == pohon
    finally:
        shutil.rmtree(kerja)
