"""Perintah yang dianjurkan di akhir keluaran dapat dijalankan apa adanya, pada data dan pilihan yang sama."""

from __future__ import annotations

import shlex

import pytest

from tests.daerah_uji import indeks

KASUS = (
    ("nilai", "contoh_data/kota-rapi"),
    ("nilai", "contoh_data/kota-contoh", "--tahun", "2024", "--metode", "2026", "--dasar", "klaim"),
    ("nilai", "contoh_data"),
    ("peringkat", "contoh_data", "--jenis", "kota", "--dasar", "klaim"),
    ("peringkat", "contoh_data", "--tahun", "2024", "--menurut", "opd"),
)


def anjuran(keluar: str) -> list[list[str]]:
    baris = (satu.strip() for satu in keluar.splitlines())
    # Keterangan perintah dipisahkan paling sedikit tiga spasi.
    return [shlex.split(satu.split("   ")[0])[1:] for satu in baris if satu.startswith("indeks ")]


@pytest.mark.parametrize("perintah", KASUS, ids=" ".join)
def test_perintah_lanjut_dapat_dijalankan(perintah: tuple[str, ...]) -> None:
    semua = anjuran(indeks(*perintah).keluar)
    assert semua
    for satu in semua:
        assert indeks(*satu).kode in (0, 1), satu
        pilihan = [nilai for nilai in perintah[2:] if nilai.startswith("--") and nilai != "--menurut"]
        assert satu[0] == "validasi" or set(pilihan) <= set(satu)


def test_jalur_panjang_ditulis_data() -> None:
    keluar = indeks("nilai", "contoh_data/kalimantan-selatan/../kota-rapi").keluar
    assert {"DATA"} == {
        satu for perintah in anjuran(keluar) for satu in perintah if satu == "DATA" or "/" in satu
    }
