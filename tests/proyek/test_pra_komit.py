"""Kait di bawah pre-commit yang sungguhan: hanya menghapus, daerah kedua, banyak berkas, dan penggabungan."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.ci_uji import CATATAN, PRA_KOMIT, Jadi, bagian_ci, ganti, jalankan, repo_kosong, tulis_setelan

pytestmark = pytest.mark.skipif(
    PRA_KOMIT is None or shutil.which("git") is None, reason="pre-commit tidak terpasang"
)
ASAL = "data/2023/dinas-kesehatan-sosial/asal.yaml"
LULUS, GAGAL = "Passed", "Failed"


class Repo:
    """Repositori berisi data contoh; ``git`` menjalankan kait lewat pre-commit dengan simpanan sendiri."""

    def __init__(self, akar: Path) -> None:
        self.akar = repo_kosong(akar)

    def git(self, *argumen: str) -> Jadi:
        return jalankan(self.akar, "git", *argumen, PRE_COMMIT_HOME=str(self.akar.parent / "simpanan"))

    def komit(self, *argumen: str) -> Jadi:
        return self.git("commit", "-m", "uji", *argumen)

    def ubah(self, jalur: str, lama: str, baru: str) -> None:
        ganti(self.akar / jalur, lama, baru)
        self.git("add", jalur)

    def pasang(self, *argumen: str, **lain: Any) -> None:
        """Komit keadaan kini tanpa kait, lalu pasang kait dengan *argumen*."""
        tulis_setelan(self.akar, list(argumen), **lain)
        self.git("add", "-A")
        assert self.komit("--no-verify").kode == 0
        assert PRA_KOMIT is not None
        assert jalankan(self.akar, PRA_KOMIT, "install").kode == 0


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    return Repo(tmp_path / "repo")


def tulis_asal(repo: Repo) -> None:
    """Catatan 2023 yang dirujuk sebuah catatan 2024."""
    asal = repo.akar / ASAL
    asal.parent.mkdir(parents=True)
    teks = (repo.akar / CATATAN).read_text(encoding="utf-8")
    asal.write_text(teks.partition("indikator:")[0], encoding="utf-8")
    with (repo.akar / CATATAN).open("a", encoding="utf-8") as aliran:
        aliran.write("pengembangan_dari: 2023/dinas-kesehatan-sosial/asal\n")


def test_setelan_readme_apa_adanya(repo: Repo) -> None:
    """Data bersih lulus, galat dan peringatan menahan komit."""
    (satu,) = bagian_ci()[0]["repos"]
    repo.pasang(*satu["hooks"][0]["args"])
    repo.ubah(CATATAN, "tujuan:", "# catatan\ntujuan:")
    hasil = repo.komit()
    assert (hasil.kode, LULUS in hasil.teks) == (0, True), hasil.teks
    repo.ubah(CATATAN, "jenis: ", "jenis: x")
    hasil = repo.komit()
    assert hasil.kode == 1
    assert GAGAL in hasil.teks
    assert "SKM104" in hasil.teks


@pytest.mark.parametrize("pilihan", [(), ("--berubah",)])
def test_komit_yang_hanya_menghapus(pilihan: tuple[str, ...], repo: Repo) -> None:
    tulis_asal(repo)
    repo.pasang("data", "--ketat", "--pilih", "LTS503", *pilihan)
    repo.git("rm", "-q", ASAL)
    hasil = repo.komit()
    assert hasil.kode == 1, hasil.teks
    assert "Skipped" not in hasil.teks
    assert "LTS503" in hasil.teks


def test_daerah_kedua_tidak_menghalangi(repo: Repo) -> None:
    shutil.copytree(repo.akar / "data", repo.akar / "lain")
    ganti(repo.akar / "lain/daerah.yaml", '"99.72"', '"99.73"')
    lain = CATATAN.replace("data/", "lain/")
    ganti(repo.akar / lain, "jenis: ", "jenis: x")
    repo.pasang(".", "--berubah")
    repo.ubah(CATATAN, "tujuan:", "# catatan\ntujuan:")
    hasil = repo.komit()
    assert (hasil.kode, LULUS in hasil.teks) == (0, True), hasil.teks
    repo.ubah(lain, "tujuan:", "# catatan\ntujuan:")
    hasil = repo.komit()
    assert hasil.kode == 1
    assert lain in hasil.teks
    assert CATATAN not in hasil.teks


@pytest.mark.parametrize(
    "lain", [{}, {"pass_filenames": True, "files": r"^data/\d{4}/.*\.yaml$"}], ids=["sekali", "bertahap"]
)
def test_banyak_berkas(lain: dict[str, Any], repo: Repo) -> None:
    """Satu komit 1.500 berkas: satu kali jalan, atau bertahap bila namanya diminta diteruskan."""
    repo.pasang(*(("data",) if not lain else ()), "--berubah", "--pilih", "SKM", **lain)
    folder = (repo.akar / CATATAN).parent
    teks = (repo.akar / CATATAN).read_text(encoding="utf-8").partition("indikator:")[0]
    for nomor in range(1500):
        isi = teks.replace("jenis: ", "jenis: x") if nomor in (7, 1493) else teks
        (folder / f"baru-{nomor:04}-{'panjang-' * 8}.yaml").write_text(isi, encoding="utf-8")
    repo.git("add", "data")
    hasil = repo.komit("-q")
    assert hasil.kode == 1
    assert hasil.teks.count("SKM104") == 2, hasil.teks[-3000:]


def test_yang_diperiksa_isi_yang_dikomit(repo: Repo) -> None:
    """Suntingan yang belum disiapkan tidak ikut diperiksa, dan kembali sesudahnya."""
    repo.pasang("data", "--berubah")
    repo.ubah(CATATAN, "tujuan:", "# catatan\ntujuan:")
    ganti(repo.akar / CATATAN, "jenis: ", "jenis: x")
    hasil = repo.komit()
    assert (hasil.kode, LULUS in hasil.teks) == (0, True), hasil.teks
    assert "jenis: x" in (repo.akar / CATATAN).read_text(encoding="utf-8")
    assert repo.komit("-a").kode == 1


def test_penggabungan(repo: Repo) -> None:
    """Tanda konflik yang tertinggal menahan komit; yang diselesaikan lulus."""
    repo.pasang("data", "--ketat", "--berubah")
    judul = next(s for s in (repo.akar / CATATAN).read_text("utf-8").splitlines() if s.startswith("nama: "))
    repo.git("checkout", "-q", "-b", "cabang")
    repo.ubah(CATATAN, judul, f"{judul} Cabang")
    assert repo.komit().kode == 0
    repo.git("checkout", "-q", "utama")
    repo.ubah(CATATAN, judul, f"{judul} Utama")
    assert repo.komit().kode == 0
    assert "CONFLICT" in repo.git("merge", "cabang").teks
    repo.git("add", CATATAN)
    hasil = repo.komit()
    assert hasil.kode == 1
    assert "BRK015" in hasil.teks
    teks = (repo.akar / CATATAN).read_text(encoding="utf-8")
    kepala, _, sisa = teks.partition("<<<<<<<")
    selesai = f"{kepala}{judul} Bersama\n{sisa.partition('>>>>>>> cabang')[2].lstrip()}"
    (repo.akar / CATATAN).write_text(selesai, encoding="utf-8")
    repo.git("add", CATATAN)
    hasil = repo.komit()
    assert (hasil.kode, LULUS in hasil.teks) == (0, True), hasil.teks
    assert repo.git("rev-list", "--count", "--merges", "HEAD").teks.strip() == "1"
