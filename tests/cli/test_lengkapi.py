"""Pelengkapan shell: kode, indikator, dan tahun ditawarkan oleh perintah yang sungguhan."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from indeksinovasi.cli.lengkapi import lengkapi_kata, lengkapi_kode, lengkapi_tahun


def test_nilai_menurut_awalannya() -> None:
    assert lengkapi_tahun("202")[:2] == ["2026", "2025"]
    assert lengkapi_kode("klY20,bkt30") == [f"klY20,BKT30{n}" for n in range(1, 10)]
    assert lengkapi_kata("regul") == ["regulasi"]
    assert lengkapi_kata("skm")[:2] == ["SKM", "SKM101"]
    assert lengkapi_kata("zzz") == []


@pytest.mark.parametrize(
    ("baris", "harapan"),
    [
        ("indeks nilai data --tahun 202", "2024"),
        ("indeks nilai data --metode 20", "2023"),
        ("indeks validasi data --pilih BKT30", "BKT302"),
        ("indeks jelaskan SKM10", "SKM104"),
        ("indeks jelaskan regul", "regulasi"),
        ("indeks skema inovasi --tahun ", "2026"),
    ],
)
def test_bash(baris: str, harapan: str) -> None:
    kata = baris.split(" ")
    lingkungan = {
        **os.environ,
        "_INDEKS_COMPLETE": "complete_bash",
        "COMP_WORDS": baris,
        "COMP_CWORD": str(len(kata) - 1),
    }
    hasil = subprocess.run(
        [sys.executable, "-m", "indeksinovasi"],
        env=lingkungan,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert harapan in hasil.stdout.split(), hasil.stderr
