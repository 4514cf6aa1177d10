"""Banyak proses: keluaran sama dengan satu proses, daerah yang hilang menjadi temuan, Ctrl-C tanpa sisa."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import get_args

import pytest

from indeksinovasi.alur.nilai import Permintaan, jalankan, rencanakan
from indeksinovasi.alur.paralel import BERKAS_MINIMAL, banyak_proses, perkiraan_berkas
from indeksinovasi.berkas.pindai import cari_daerah
from indeksinovasi.cli.lapor_temuan import FormatTemuan
from indeksinovasi.inti.model.hasil import Hasil
from tests.daerah_uji import CONTOH, indeks

BERHENTI_DETIK = 3.0
"""Longgar bagi mesin CI yang penuh; di mesin sepi sekitar 0,3 detik."""
SALINAN = 8


@pytest.fixture(scope="module")
def pohon(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Salinan kota contoh, dan satu kota rusak di tengahnya."""
    akar = tmp_path_factory.mktemp("pohon")
    for nomor in range(SALINAN):
        shutil.copytree(CONTOH / "kota-contoh", akar / f"kota-{nomor}")
    shutil.copytree(CONTOH / "kota-rusak", akar / "kota-3-rusak")
    return akar


@pytest.mark.parametrize(
    "perintah",
    [
        *(f"nilai POHON --tahun 2024 --format {bentuk}" for bentuk in ("teks", "json", "csv", "markdown")),
        "nilai POHON --tahun 2024 --format csv --rinci",
        "nilai POHON --metode 2023",
        *(f"validasi POHON --format {bentuk}" for bentuk in get_args(FormatTemuan)),
        "peringkat POHON --tahun 2024 --menurut inovasi",
        "banding POHON 2023 2024 --format json",
    ],
)
def test_keluaran_satu_dan_banyak_proses_sama(
    perintah: str, pohon: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    argumen = perintah.replace("POHON", str(pohon)).split(" ")
    monkeypatch.setenv("INDEKS_PROSES", "1")
    satu = indeks(*argumen)
    monkeypatch.setenv("INDEKS_PROSES", "3")
    assert indeks(*argumen) == satu
    assert satu.keluar.count("\n") >= 3 or perintah.endswith("json")
    assert satu.kode in (0, 1)


def test_banyak_proses_hanya_bila_menguntungkan(pohon: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("INDEKS_PROSES", raising=False)
    semua = list(cari_daerah(pohon))
    assert perkiraan_berkas(semua[:1]) == 0
    assert 0 < perkiraan_berkas(semua, 2024) < BERKAS_MINIMAL <= perkiraan_berkas(semua)
    assert banyak_proses(len(semua), BERKAS_MINIMAL - 1) == 1
    assert banyak_proses(1, BERKAS_MINIMAL) == 1
    assert 1 <= banyak_proses(2, BERKAS_MINIMAL) <= 2


@pytest.mark.parametrize("proses", ["1", "2"])
def test_daerah_yang_hilang_saat_nilai_berjalan(
    proses: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Daerah lain tetap dinilai; yang hilang menjadi galat BRK001 dan kode keluar 1."""
    monkeypatch.setenv("INDEKS_PROSES", proses)
    for nama in ("a", "b", "c"):
        shutil.copytree(CONTOH / "kota-rapi", tmp_path / nama)
    kerja = rencanakan(Permintaan(tmp_path))
    shutil.rmtree(tmp_path / "b")
    hasil = list(jalankan(kerja, _nama_dan_banyak))
    assert [satu.isi for satu in hasil] == [("Kota Rapi", 6), ("b", 0), ("Kota Rapi", 6)]
    assert [satu.ditinggalkan for satu in hasil] == [False, True, False]
    assert {temuan.kode for temuan in hasil[1].temuan} == {"BRK001"}


def _nama_dan_banyak(hasil: Hasil) -> tuple[str, int]:
    return hasil.daerah.nama, len(hasil.inovasi)


if sys.platform == "linux":

    def _anak(pid: int) -> str:
        return (Path("/proc") / str(pid) / "task" / str(pid) / "children").read_text(encoding="ascii")

    def test_ctrl_c_berhenti_tanpa_sisa(pohon: Path) -> None:
        """Semua proses segera berakhir sesudah Ctrl-C, dengan kode 130 dan tanpa traceback."""
        argumen = [sys.executable, "-m", "indeksinovasi", "validasi", str(pohon)]
        with subprocess.Popen(
            argumen,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            env={**os.environ, "INDEKS_PROSES": "2"},
            start_new_session=True,
        ) as proses:
            while proses.poll() is None and len(_anak(proses.pid).split()) < 2:
                time.sleep(0.005)
            os.killpg(proses.pid, signal.SIGINT)
            mulai = time.perf_counter()
            keluar, galat = proses.communicate(timeout=30)
            lama = time.perf_counter() - mulai
        assert (proses.returncode, keluar) == (130, "")
        assert galat.strip().splitlines()[-1] == "indeks: dihentikan."
        assert "Traceback" not in galat
        assert lama < BERHENTI_DETIK
        with pytest.raises(ProcessLookupError):
            os.killpg(proses.pid, 0)
