"""Berkas yang dipakai CI pengguna: kait pre-commit dan aksi GitHub."""

from __future__ import annotations

import subprocess
import sys

import ryaml

from indeksinovasi.cli.aplikasi import PERINTAH
from tests.ci_uji import kait
from tests.daerah_uji import AKAR

AKSI = AKAR / "action.yml"


def test_kait_menjalankan_validasi_atas_seluruh_folder() -> None:
    satu = kait()
    program, perintah = satu["entry"].split()
    assert program == "indeks"
    assert perintah in PERINTAH
    assert (satu["language"], satu["pass_filenames"], satu["args"]) == ("python", False, ["."])
    # Tanpa penyaring: commit yang hanya menghapus tidak menyebut satu berkas pun.
    assert satu["always_run"] is True
    assert "files" not in satu


def test_aksi_sah_menurut_skema_github() -> None:
    perintah = [
        sys.executable,
        "-m",
        "check_jsonschema",
        "--builtin-schema",
        "vendor.github-actions",
        str(AKSI),
    ]
    hasil = subprocess.run(perintah, capture_output=True, text=True, encoding="utf-8", check=False)
    assert hasil.returncode == 0, hasil.stdout + hasil.stderr


def test_isian_pengguna_tidak_pernah_menjadi_bagian_naskah_aksi() -> None:
    langkah = ryaml.loads(AKSI.read_text(encoding="utf-8"))["runs"]["steps"]
    naskah = [satu["run"] for satu in langkah if "run" in satu]
    assert len(naskah) == 2
    assert not [satu for satu in naskah if "${{" in satu]
