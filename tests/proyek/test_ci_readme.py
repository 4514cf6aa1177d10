"""Bagian "Pemeriksaan otomatis" README di repositori kosong: dijalankan sebagaimana tertulis.

Yang diganti hanya pemasangannya; dengan ``INDEKS_UJI_JARINGAN=1`` pemasangan itu pun dijalankan, dari folder
proyek ini sebagai ganti alamat contohnya.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import ryaml

from tests.ci_uji import (
    CATATAN,
    JARINGAN,
    PRA_KOMIT,
    PROGRAM,
    Jadi,
    bagian_ci,
    ganti,
    jalankan,
    naskah,
    repo_kosong,
)
from tests.daerah_uji import AKAR

PRA, GITHUB, GITLAB = bagian_ci()
VERSI = "v0.1.0"
butuh_sh = pytest.mark.skipif(
    os.name == "nt" or not shutil.which("bash") or not shutil.which("git"), reason="perlu bash dan git"
)


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    return repo_kosong(tmp_path / "repo")


def rusak(repo: Path) -> None:
    ganti(repo / CATATAN, "jenis: ", "jenis: x")


@pytest.mark.parametrize(
    ("nama", "skema", "isi"),
    [("indeks.yml", "vendor.github-workflows", GITHUB), (".gitlab-ci.yml", "vendor.gitlab-ci", GITLAB)],
)
def test_sah_menurut_skema(nama: str, skema: str, isi: Any, tmp_path: Path) -> None:
    (tmp_path / nama).write_text(json.dumps(isi), encoding="utf-8")
    perintah = ["-m", "check_jsonschema", "--builtin-schema", skema, "--default-filetype", "yaml"]
    hasil = jalankan(tmp_path, sys.executable, *perintah, nama)
    assert hasil.kode == 0, hasil.teks


def test_ketiganya_menunjuk_rilis_yang_sama() -> None:
    versi = re.search(r'__version__ = "(.+)"', (AKAR / "src/indeksinovasi/__init__.py").read_text("utf-8"))
    assert versi is not None
    assert f"v{versi[1]}" == VERSI
    (kait,) = PRA["repos"]
    assert (kait["repo"], kait["rev"]) == ("https://github.com/PEMILIK/indeks", VERSI)
    assert GITHUB["jobs"]["indeks"]["steps"][1]["uses"] == f"PEMILIK/indeks@{VERSI}"
    assert pasang_gitlab().endswith(f" https://github.com/PEMILIK/indeks/archive/refs/tags/{VERSI}.tar.gz")


# GitLab


def pasang_gitlab() -> str:
    pasang = GITLAB["indeks"]["script"][0]
    assert isinstance(pasang, str)
    assert pasang.startswith("pip install ")
    return pasang


def jalankan_gitlab(repo: Path, **lain: str) -> Jadi:
    return naskah(repo, "\n".join(GITLAB["indeks"]["script"][1:]), CI_PROJECT_DIR=str(repo), **lain)


@butuh_sh
def test_gitlab(repo: Path) -> None:
    """Laporannya ada di jalur yang diserahkan, juga bila pemeriksaannya gagal."""
    berkas = repo / GITLAB["indeks"]["artifacts"]["reports"]["junit"]
    assert GITLAB["indeks"]["artifacts"]["when"] == "always"
    assert jalankan_gitlab(repo) == (0, "")
    assert ElementTree.parse(berkas).getroot().get("failures") == "0"
    rusak(repo)
    assert jalankan_gitlab(repo).kode == 1
    akar = ElementTree.parse(berkas).getroot()
    assert akar.get("failures") == "1"
    assert [satu.get("file") for satu in akar.iter("testcase") if satu.find("failure") is not None] == [
        CATATAN
    ]


# GitHub


def langkah_aksi() -> list[dict[str, Any]]:
    isi = ryaml.loads((AKAR / "action.yml").read_text(encoding="utf-8"))
    return [satu for satu in isi["runs"]["steps"] if "run" in satu]


def isian_aksi() -> dict[str, str]:
    """Isian aksi: bawaannya, ditimpa ``with`` pada contoh README."""
    ambil, pakai = GITHUB["jobs"]["indeks"]["steps"]
    assert ambil["uses"].startswith("actions/checkout@")
    isi = ryaml.loads((AKAR / "action.yml").read_text(encoding="utf-8"))
    bawaan = {nama: satu["default"] for nama, satu in isi["inputs"].items()}
    assert set(pakai["with"]) <= set(bawaan)
    return bawaan | {
        nama: json.dumps(s) if isinstance(s, bool) else str(s) for nama, s in pakai["with"].items()
    }


def jalankan_langkah(langkah: dict[str, Any], repo: Path, sementara: Path) -> Jadi:
    """Satu langkah aksi seperti pelari menjalankannya: ungkapan hanya ada di ``env``."""
    nilai = {f"inputs.{nama}": satu for nama, satu in isian_aksi().items()}
    nilai["steps.python.outputs.python-path"] = sys.executable
    ungkap = re.compile(r"\$\{\{ *([\w.-]+) *\}\}")
    env = {kunci: ungkap.sub(lambda cocok: nilai[cocok[1]], isi) for kunci, isi in langkah["env"].items()}
    tempat = {"RUNNER_TEMP": sementara, "GITHUB_ACTION_PATH": AKAR, "GITHUB_WORKSPACE": repo}
    ringkasan = {"GITHUB_STEP_SUMMARY": str(sementara / "ringkasan.md"), "GITHUB_ACTIONS": "true"}
    return naskah(repo, langkah["run"], **env, **ringkasan, **{k: str(v) for k, v in tempat.items()})


def periksa_aksi(repo: Path, sementara: Path) -> None:
    periksa = langkah_aksi()[1]
    hasil = jalankan_langkah(periksa, repo, sementara)
    assert hasil.kode == 0, hasil.teks
    rusak(repo)
    hasil = jalankan_langkah(periksa, repo, sementara)
    assert hasil.kode == 1
    assert re.search(rf"^::error file={CATATAN},line=\d+,col=\d+,title=SKM104 ", hasil.teks, re.MULTILINE)
    assert "SKM104" in (sementara / "ringkasan.md").read_text(encoding="utf-8")


@butuh_sh
def test_github(repo: Path, tmp_path: Path) -> None:
    sementara = tmp_path / "pelari"
    (sementara / "indeks").mkdir(parents=True)
    (sementara / "indeks/bin").symlink_to(PROGRAM)
    periksa_aksi(repo, sementara)


# Pemasangan dari jaringan


@butuh_sh
@pytest.mark.skipif(not JARINGAN, reason="memasang dari jaringan; hanya di .ci/run")
def test_github_beserta_pemasangannya(repo: Path, tmp_path: Path) -> None:
    sementara = tmp_path / "pelari"
    sementara.mkdir()
    hasil = jalankan_langkah(langkah_aksi()[0], repo, sementara)
    assert hasil.kode == 0, hasil.teks
    periksa_aksi(repo, sementara)


@butuh_sh
@pytest.mark.skipif(not JARINGAN, reason="memasang dari jaringan; hanya di .ci/run")
def test_gitlab_beserta_pemasangannya(repo: Path, tmp_path: Path) -> None:
    wadah = tmp_path / "wadah"
    subprocess.run([sys.executable, "-m", "venv", str(wadah)], check=True)
    jalur = f"{wadah / 'bin'}{os.pathsep}{os.environ['PATH']}"
    *perintah, _ = shlex.split(pasang_gitlab())
    hasil = naskah(repo, shlex.join([*perintah, str(AKAR)]), PATH=jalur)
    assert hasil.kode == 0, hasil.teks
    hasil = jalankan_gitlab(repo, PATH=jalur)
    assert hasil.kode == 0, hasil.teks


@butuh_sh
@pytest.mark.skipif(not JARINGAN or PRA_KOMIT is None, reason="memasang dari jaringan; hanya di .ci/run")
def test_pra_komit_beserta_pemasangannya(repo: Path, tmp_path: Path) -> None:
    """Kait dipasang pre-commit sendiri dari klon proyek ini, dengan setelan README apa adanya."""
    proyek = tmp_path / "indeks"
    salin = "git ls-files -z | tar --null -T - -cf - | tar -xf - -C"
    proyek.mkdir()
    assert naskah(AKAR, f"{salin} {shlex.quote(str(proyek))}").kode == 0
    for perintah in ("init -q", "add -A", "commit -q -m rilis", f"tag {VERSI}"):
        assert jalankan(proyek, "git", *perintah.split()).kode == 0
    teks = json.dumps(PRA).replace("https://github.com/PEMILIK/indeks", str(proyek))
    (repo / ".pre-commit-config.yaml").write_text(teks, encoding="utf-8")
    assert PRA_KOMIT is not None
    simpanan = str(tmp_path / "simpanan")
    jalankan(repo, "git", "add", "-A")
    hasil = jalankan(repo, PRA_KOMIT, "run", PRE_COMMIT_HOME=simpanan)
    assert (hasil.kode, "Passed" in hasil.teks) == (0, True), hasil.teks
    rusak(repo)
    jalankan(repo, "git", "add", "-A")
    hasil = jalankan(repo, PRA_KOMIT, "run", PRE_COMMIT_HOME=simpanan)
    assert (hasil.kode, "SKM104" in hasil.teks) == (1, True), hasil.teks
