"""``validasi --berubah`` dan ``--sejak`` di repositori git sungguhan, dan ``.indeks.yaml``."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from indeksinovasi.alur.repositori import akar_repositori
from indeksinovasi.alur.setelan import baca_setelan
from tests.daerah_uji import indeks, inovasi, tulis_daerah

butuh_git = pytest.mark.skipif(shutil.which("git") is None, reason="git tidak terpasang")
RUSAK = {**inovasi(2024), "jenis": "entah"}


def git(folder: Path, *argumen: str) -> str:
    identitas = ("-c", "user.name=Uji", "-c", "user.email=uji@contoh.id", "-c", "commit.gpgsign=false")
    perintah = ("git", *identitas, "-C", str(folder), *argumen)
    return subprocess.run(perintah, check=True, capture_output=True, encoding="utf-8").stdout.strip()


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    """Dua daerah, masing-masing dengan catatan rusak milik orang lain, semuanya sudah dikomit."""
    akar_repositori.cache_clear()
    baca_setelan.cache_clear()
    akar = tmp_path / "repo"
    for nama in ("a", "b"):
        bersih = {**inovasi(2024), "nama": f"Inovasi bersih {nama}"}
        tulis_daerah(akar / nama, 2024, {"dinkes/lama": RUSAK, "dinkes/bersih": bersih})
    git(tmp_path, "init", "-q", "-b", "utama", str(akar))
    git(akar, "add", ".")
    git(akar, "commit", "-q", "-m", "awal")
    return akar


def temuan(*argumen: str | Path) -> set[tuple[str, str]]:
    hasil = indeks("validasi", *argumen, "--format", "json")
    assert hasil.kode in (0, 1), hasil.galat
    return {("/".join(s["berkas"].split("/")[-4:]), s["kode"]) for s in json.loads(hasil.keluar)["temuan"]}


def tulis(jalur: Path, isi: str) -> None:
    jalur.parent.mkdir(parents=True, exist_ok=True)
    jalur.write_text(isi, encoding="utf-8")


def teks_catatan(jalur: Path, lama: str, baru: str) -> None:
    teks = jalur.read_text(encoding="utf-8")
    assert lama in teks
    jalur.write_text(teks.replace(lama, baru), encoding="utf-8")


@butuh_git
def test_tanpa_perubahan_tidak_ada_temuan(repo: Path) -> None:
    assert temuan(repo, "--berubah") == set()
    assert indeks("validasi", repo, "--berubah").kode == 0


@butuh_git
@pytest.mark.parametrize("cara", ["diubah", "disiapkan", "baru"])
def test_hanya_temuan_berkas_yang_berubah(cara: str, repo: Path) -> None:
    jalur = repo / "b/2024/dinkes" / ("baru.yaml" if cara == "baru" else "bersih.yaml")
    if cara == "baru":
        shutil.copy(repo / "b/2024/dinkes/lama.yaml", jalur)
        teks_catatan(jalur, "nama: ", "nama: Baru ")
    else:
        teks_catatan(jalur, "jenis: ", "jenis: x")
    if cara == "disiapkan":
        git(repo, "add", ".")
    semua = temuan(repo, "--berubah")
    assert (f"b/2024/dinkes/{jalur.name}", "SKM104") in semua
    assert {berkas for berkas, _ in semua if "lama" in berkas or berkas.startswith("a/")} == set()


@butuh_git
def test_yang_terhapus_melibatkan_perujuknya(repo: Path) -> None:
    """Catatan asal dan berkas bukti yang dihapus: temuannya ada di berkas yang tidak berubah."""
    tulis(repo / "a/2023/dinkes/asal.yaml", (repo / "a/2024/dinkes/bersih.yaml").read_text(encoding="utf-8"))
    tulis(repo / "a/2024/dinkes/bukti/sk.pdf", "%PDF-1.4 isi")
    with (repo / "a/2024/dinkes/bersih.yaml").open("a", encoding="utf-8") as aliran:
        aliran.write("pengembangan_dari: 2023/dinkes/asal\n")
        aliran.write("indikator: {regulasi: {parameter: 2, bukti: [{berkas: bukti/sk.pdf, nomor: '1'}]}}\n")
    git(repo, "add", ".")
    git(repo, "commit", "-q", "-m", "rujuk")
    assert temuan(repo, "--berubah") == set()
    git(repo, "rm", "-q", "a/2023/dinkes/asal.yaml", "a/2024/dinkes/bukti/sk.pdf")
    semua = temuan(repo, "--berubah")
    assert ("a/2024/dinkes/bersih.yaml", "LTS503") in semua
    assert ("a/2024/dinkes/bersih.yaml", "BKT302") in semua
    assert not [berkas for berkas, _ in semua if "lama" in berkas]


@butuh_git
def test_judul_yang_sama_melibatkan_catatan_lain(repo: Path) -> None:
    """Catatan pertama yang berubah; temuannya pada catatan kedua yang tidak berubah."""
    nama = repo / "a/2024/dinkes/bersih.yaml"
    judul = next(s for s in nama.read_text(encoding="utf-8").splitlines() if s.startswith("nama:"))
    tulis(repo / "a/2024/dinkes/zulu.yaml", nama.read_text(encoding="utf-8"))
    teks_catatan(nama, judul, "nama: Lain sekali")
    git(repo, "add", ".")
    git(repo, "commit", "-q", "-m", "dua")
    teks_catatan(nama, "nama: Lain sekali", judul)
    assert ("a/2024/dinkes/zulu.yaml", "LTS502") in temuan(repo, "--berubah")


@butuh_git
def test_setiap_anggota_kelompok_kembar_terlibat(repo: Path) -> None:
    """Tiga judul sama: menyentuh yang kedua menampilkan temuannya dan temuan yang ketiga."""
    folder = repo / "a/2024/dinkes"
    for nama in ("y", "z"):
        tulis(folder / f"{nama}.yaml", (folder / "bersih.yaml").read_text(encoding="utf-8"))
    git(repo, "add", ".")
    git(repo, "commit", "-q", "-m", "kembar")
    with (folder / "y.yaml").open("a", encoding="utf-8") as aliran:
        aliran.write("# sentuh\n")
    kembar = {berkas for berkas, kode in temuan(repo, "--berubah") if kode == "LTS502"}
    assert kembar == {"a/2024/dinkes/y.yaml", "a/2024/dinkes/z.yaml"}


@butuh_git
def test_sejak_revisi(repo: Path) -> None:
    awal = git(repo, "rev-parse", "HEAD")
    teks_catatan(repo / "a/2024/dinkes/bersih.yaml", "jenis: ", "jenis: x")
    git(repo, "commit", "-q", "-a", "-m", "rusak")
    assert temuan(repo, "--berubah") == set()
    assert ("a/2024/dinkes/bersih.yaml", "SKM104") in temuan(repo, "--sejak", awal)
    assert ("a/2024/dinkes/bersih.yaml", "SKM104") in temuan(repo / "a/2024", "--sejak", "HEAD~1")


@butuh_git
@pytest.mark.parametrize("rev", ["tiada", "--output=jahat", ""])
def test_revisi_yang_tidak_dikenal(rev: str, repo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repo)
    hasil = indeks("validasi", ".", f"--sejak={rev}")
    assert hasil.kode == (2 if rev else hasil.kode)
    assert not (repo / "jahat").exists()


@butuh_git
def test_belum_ada_komit_semuanya_baru(tmp_path: Path) -> None:
    akar_repositori.cache_clear()
    tulis_daerah(tmp_path / "repo", 2024, {"dinkes/lama": RUSAK})
    git(tmp_path, "init", "-q", "repo")
    assert ("repo/2024/dinkes/lama.yaml", "SKM104") in temuan(tmp_path / "repo", "--berubah")
    git(tmp_path / "repo", "add", ".")
    assert ("repo/2024/dinkes/lama.yaml", "SKM104") in temuan(tmp_path / "repo", "--berubah")


@butuh_git
def test_di_luar_repositori(tmp_path: Path) -> None:
    tulis_daerah(tmp_path, 2024, {"dinkes/a": inovasi(2024)})
    hasil = indeks("validasi", tmp_path, "--berubah")
    assert hasil.kode == 2
    assert "repositori git" in hasil.galat


@butuh_git
@pytest.mark.skipif(os.name == "nt", reason="program pengganti ditulis sebagai naskah sh")
def test_program_milik_repositori_tidak_dijalankan(repo: Path, tmp_path: Path) -> None:
    jejak = tmp_path / "jejak"
    program = tmp_path / "jahat.sh"
    program.write_text(f"#!/bin/sh\necho ya >> {jejak}\ncat\n", encoding="utf-8")
    program.chmod(0o755)
    tulis(repo / ".gitattributes", "*.yaml diff=jahat filter=jahat\n")
    git(repo, "add", ".gitattributes")
    git(repo, "commit", "-q", "-m", "atribut")
    for kunci in (
        *("core.fsmonitor", "diff.external", "diff.jahat.command", "diff.jahat.textconv"),
        *("filter.jahat.clean", "filter.jahat.process", "filter.jahat.smudge", "core.pager"),
    ):
        git(repo, "config", kunci, str(program))
    git(repo, "config", "filter.jahat.required", "true")
    jejak.unlink(missing_ok=True)
    teks_catatan(repo / "a/2024/dinkes/bersih.yaml", "jenis: ", "jenis: x")
    assert ("a/2024/dinkes/bersih.yaml", "SKM104") in temuan(repo, "--berubah")
    assert not jejak.exists()


@butuh_git
def test_perbaikan_hanya_pada_yang_berubah(repo: Path) -> None:
    for nama in ("lama", "bersih"):
        teks_catatan(repo / f"a/2024/dinkes/{nama}.yaml", "status: diterima", "status: Diterima")
    git(repo, "add", ".")
    git(repo, "commit", "-q", "-m", "label")
    with (repo / "a/2024/dinkes/bersih.yaml").open("a", encoding="utf-8") as aliran:
        aliran.write("# sentuh\n")
    indeks("validasi", repo, "--berubah", "--perbaiki")
    assert "status: diterima" in (repo / "a/2024/dinkes/bersih.yaml").read_text(encoding="utf-8")
    assert "status: Diterima" in (repo / "a/2024/dinkes/lama.yaml").read_text(encoding="utf-8")


# .indeks.yaml


@pytest.fixture
def daerah(tmp_path: Path) -> Path:
    akar_repositori.cache_clear()
    baca_setelan.cache_clear()
    return tulis_daerah(tmp_path / "data/kota", 2024, {"dinkes/lama": RUSAK})


@pytest.mark.parametrize("di", ["kota", "."])
def test_setelan_menyembunyikan_dan_menghitungnya(di: str, daerah: Path) -> None:
    tulis(daerah.parent / di / ".indeks.yaml", "abaikan: [SKM104]\n")
    isi = json.loads(indeks("validasi", daerah.parent, "--format", "json").keluar)
    assert "SKM104" not in isi["ringkasan"]["kode"]
    assert isi["ringkasan"]["tersembunyi"] == 1
    # Pilihan baris perintah menang.
    isi = json.loads(indeks("validasi", daerah.parent, "--abaikan", "KLY", "--format", "json").keluar)
    assert isi["ringkasan"]["kode"]["SKM104"] == 1


def test_setelan_di_atas_data_dan_di_luar_repositori_tidak_dibaca(daerah: Path) -> None:
    tulis(daerah.parent.parent / ".indeks.yaml", "abaikan: [SKM104]\n")
    assert json.loads(indeks("validasi", daerah.parent, "--format", "json").keluar)["ringkasan"]["kode"][
        "SKM104"
    ]


def test_setelan_ketat_hanya_bagi_daerahnya(daerah: Path) -> None:
    tulis(daerah / ".indeks.yaml", "pilih: LTS506\nketat: true\n")
    assert indeks("validasi", daerah).kode == 1
    tulis(daerah / ".indeks.yaml", "pilih: LTS506\nketat: false\n")
    baca_setelan.cache_clear()
    assert indeks("validasi", daerah).kode == 0


@pytest.mark.parametrize(
    ("isi", "sebutan"),
    [
        ("abaikn: [SKM]\n", "abaikan"),
        ("abaikan: [XYZ]\n", "XYZ"),
        ("ketat: ya\n", "ketat"),
        ("tanggal: 2024-13-01\n", "tanggal"),
        ("abaikan: 3\n", "abaikan"),
        ("- a\n", "abaikan"),
        ("a: [\n", ".indeks.yaml:1"),
    ],
)
def test_setelan_yang_keliru(isi: str, sebutan: str, daerah: Path) -> None:
    tulis(daerah / ".indeks.yaml", isi)
    hasil = indeks("validasi", daerah)
    assert hasil.kode == 2
    assert sebutan in hasil.galat
