"""Berkas Word dibuka LibreOffice: banyaknya halaman, dan tidak satu halaman pun kosong."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.daerah_dua_puluh import tulis_dua_puluh
from tests.daerah_uji import CONTOH, indeks
from tests.profil import LENGKAP

pytestmark = [
    pytest.mark.skipif(not LENGKAP, reason="hanya pada profil lengkap"),
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice tidak terpasang"),
    pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="poppler tidak terpasang"),
]
JAHAT = "<b>&amp;</b> \u202e=HYPERLINK(1) {% raw %} \x1b[31m\ufffe"


class Kasus(NamedTuple):
    """Satu berkas Word: datanya, pilihannya, dan halaman paling banyak."""

    nama: str
    tahun: int
    halaman: int
    pilihan: tuple[str, ...] = ()


KASUS = (
    Kasus("kota-contoh", 2026, 8),
    Kasus("kota-contoh", 2026, 1, ("--ringkas",)),
    Kasus("kota-pangkalpinang", 2023, 1),
    Kasus("dua-puluh", 2026, 8),
    Kasus("jahat", 2026, 11),
)


@pytest.mark.parametrize("kasus", KASUS, ids=lambda satu: "-".join((satu.nama, *satu.pilihan)))
def test_word_terbuka_dan_tidak_kosong(kasus: Kasus, tmp_path: Path) -> None:
    pytest.importorskip("docx", reason="tambahan laporan tidak terpasang")
    data = CONTOH / kasus.nama
    if not data.exists():
        data = tulis_dua_puluh(tmp_path / "data", kasus.tahun, JAHAT if kasus.nama == "jahat" else "")
    hasil = indeks(
        "laporan", data, "--tahun", kasus.tahun, "--bentuk", "docx", *kasus.pilihan, "-o", tmp_path / "o"
    )
    assert hasil.kode == 0, hasil.galat
    (berkas,) = (tmp_path / "o").glob("*.docx")
    lembar = halaman_tergambar(berkas, tmp_path)
    assert 1 <= len(lembar) <= kasus.halaman
    assert [nomor for nomor, gambar in enumerate(lembar, 1) if tinta(gambar) < 0.002] == []


def halaman_tergambar(docx: Path, kerja: Path) -> list[bytes]:
    """Tiap halaman *docx* menurut LibreOffice sebagai gambar keabuan (PGM)."""
    rumah = f"-env:UserInstallation=file://{kerja / 'profil'}"
    perintah = ["soffice", rumah, "--headless", "--convert-to", "pdf", "--outdir", str(kerja), str(docx)]
    subprocess.run(perintah, check=True, capture_output=True, timeout=240)
    pdf = kerja / f"{docx.stem}.pdf"
    subprocess.run(
        ["pdftoppm", "-r", "40", "-gray", str(pdf), str(kerja / "hal")],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return [satu.read_bytes() for satu in sorted(kerja.glob("hal-*.pgm"))]


def tinta(pgm: bytes) -> float:
    """Bagian gambar yang lebih gelap dari separuh."""
    kepala, _, isi = pgm.partition(b"255\n")
    assert kepala.startswith(b"P5")
    return sum(satu < 128 for satu in isi) / len(isi)
