"""Impor dan verifikasi yang terbunuh atau bersamaan: berkas selalu utuh, dan ulangannya melengkapi."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from indeksinovasi.berkas.baca import baca
from tests.daerah_uji import indeks, inovasi, tulis_daerah
from tests.ekspor_resmi import banyak, baris, tulis_csv
from tests.profil import LENGKAP

PEMBUNUHAN = 200 if LENGKAP else 2
BARIS = 300 if LENGKAP else 100
TAHUN = 2026


def _pohon(akar: Path) -> dict[str, bytes]:
    berkas = (satu for satu in akar.rglob("*") if satu.is_file())
    return {satu.relative_to(akar).as_posix(): satu.read_bytes() for satu in berkas}


def _jalankan(*argumen: str | Path) -> subprocess.Popen[bytes]:
    perintah = [sys.executable, "-m", "indeksinovasi", *map(str, argumen)]
    return subprocess.Popen(perintah, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _impor(sumber: Path, akar: Path) -> subprocess.Popen[bytes]:
    return _jalankan("impor", sumber, "--ke", akar, "--tahun", str(TAHUN))


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL hanya ada di POSIX")
def test_terbunuh_kapan_pun_lalu_diulang_sampai_pohon_yang_sama(tmp_path: Path) -> None:
    sumber = tulis_csv(tmp_path / "e.csv", banyak(BARIS))
    utuh = tulis_daerah(tmp_path / "utuh", TAHUN, {})
    mulai = time.monotonic()
    assert _impor(sumber, utuh).wait() == 0
    lama = time.monotonic() - mulai
    pohon = _pohon(utuh)
    acak = random.Random(20261128)
    akar = tulis_daerah(tmp_path / "uji", TAHUN, {})
    for nomor in range(PEMBUNUHAN):
        if nomor % 4 == 0:
            akar = tulis_daerah(tmp_path / f"uji{nomor}", TAHUN, {})
        proses = _impor(sumber, akar)
        time.sleep(acak.uniform(0.3, 1.0) * lama)
        proses.send_signal(signal.SIGKILL)
        proses.wait()
        for jalur, isi in _pohon(akar).items():
            if not jalur.rpartition("/")[2].startswith("."):
                assert jalur == "daerah.yaml" or pohon[jalur] == isi, jalur
        assert baca(akar / "daerah.yaml", "x").temuan == ()
        if nomor % 4 == 3:
            assert _impor(sumber, akar).wait() == 0
            assert _pohon(akar) == pohon
    assert indeks("impor", sumber, "--ke", akar, "--tahun", TAHUN).kode == 0
    assert _pohon(akar) == pohon


def test_dua_impor_bersamaan_tidak_kehilangan_apa_pun(tmp_path: Path) -> None:
    akar = tulis_daerah(tmp_path / "uji", TAHUN, {})
    satu = tulis_csv(tmp_path / "a.csv", [baris(n, **{"Admin OPD": f"Dinas A{n % 5}"}) for n in range(1, 60)])
    dua = tulis_csv(tmp_path / "b.csv", [baris(n, **{"Admin OPD": f"Dinas B{n % 5}"}) for n in range(1, 60)])
    proses = [_impor(satu, akar), _impor(dua, akar)]
    assert [p.wait() for p in proses] == [0, 0]
    assert len(list((akar / "2026").glob("*/*.yaml"))) == 118
    opd = baca(akar / "daerah.yaml", "x").data["perangkat_daerah"]
    assert len(opd) == 11
    assert not [jalur for jalur in _pohon(akar) if jalur.endswith(".tmp")]


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL hanya ada di POSIX")
def test_verifikasi_terbunuh_lalu_bersamaan_dengan_impor(tmp_path: Path) -> None:
    kode = ("regulasi", "sdm", "anggaran", "alat_kerja")
    catatan = inovasi(TAHUN, nama="Inovasi 3", indikator={satu: {"parameter": 1} for satu in kode})
    akar = tulis_daerah(tmp_path / "uji", TAHUN, {"dinkes/a": catatan})
    jalur = akar / "2026" / "dinkes" / "a.yaml"
    acak = random.Random(7)
    mulai = time.monotonic()
    assert _verifikasi(jalur, "regulasi").wait() == 0
    lama = time.monotonic() - mulai
    sah = {jalur.read_bytes()}
    tulis_daerah(akar, TAHUN, {"dinkes/a": catatan})
    sah.add(jalur.read_bytes())
    for nomor in range(PEMBUNUHAN if LENGKAP else 1):
        if nomor % 4 == 0:
            tulis_daerah(akar, TAHUN, {"dinkes/a": catatan})
        terbunuh = _verifikasi(jalur, "regulasi")
        time.sleep(acak.uniform(0.2, 1.05) * lama)
        os.kill(terbunuh.pid, signal.SIGKILL)
        terbunuh.wait()
        assert jalur.read_bytes() in sah
    sumber = tulis_csv(tmp_path / "e.csv", [baris(3, **{"Admin OPD": "Dinkes", "Nama Inisiator": "Tim 3"})])
    proses = [_impor(sumber, akar), *(_verifikasi(jalur, satu) for satu in kode), _impor(sumber, akar)]
    # Impor melaporkan isian yang berbeda dari catatan, jadi kode keluarnya 1.
    assert [p.wait() for p in proses] == [1, 0, 0, 0, 0, 1]
    isi = baca(jalur, "x").data
    assert {satu: isi["indikator"][satu]["verifikasi"]["oleh"] for satu in kode} == dict.fromkeys(kode, "Tim")
    assert (isi["nama_inisiator"], isi["tanggal_input"]) == ("Tim 3", "2026-06-30")
    assert not [nama for nama in _pohon(akar) if nama.endswith(".tmp")]


def _verifikasi(jalur: Path, kode: str) -> subprocess.Popen[bytes]:
    return _jalankan("verifikasi", jalur, kode, "--parameter", "1", "--oleh", "Tim")
