"""Banyak proses: keluarannya sama dengan satu proses, yang mati disebut, dan berhenti tanpa sisa."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import NamedTuple, get_args

import pytest

from indeksinovasi.alur.galat import GalatPemakaian
from indeksinovasi.alur.kolam import olah_urut
from indeksinovasi.alur.nilai import Permintaan, jalankan_nilai, rencanakan
from indeksinovasi.alur.paralel import BERKAS_MINIMAL, banyak_proses, perkiraan_berkas
from indeksinovasi.berkas.pindai import cari_daerah
from indeksinovasi.cli.lapor_temuan import FormatTemuan
from indeksinovasi.inti.model.hasil import Hasil
from tests.daerah_uji import CONTOH, indeks
from tests.profil import LENGKAP


@pytest.fixture(scope="module")
def pohon(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Kota besar di depan, tujuh kecil, dan satu rusak di tengah: yang pertama selesai bukan yang pertama."""
    akar = tmp_path_factory.mktemp("pohon")
    for nomor in range(8):
        shutil.copytree(CONTOH / ("kota-rapi" if nomor else "kota-contoh"), akar / f"kota-{nomor}")
    shutil.copytree(CONTOH / "kota-rusak", akar / "kota-3-rusak")
    return akar


# Semua bentuk pada takaran lengkap; pada takaran cepat satu yang terurut dan satu yang mengelompokkan.
BENTUK_TEMUAN = get_args(FormatTemuan) if LENGKAP else ("json", "sarif")


@pytest.mark.parametrize(
    "perintah",
    [
        *(f"nilai POHON --tahun 2024 --format {bentuk}" for bentuk in ("teks", "json", "csv", "markdown")),
        "nilai POHON --tahun 2024 --format csv --rinci",
        "nilai POHON --metode 2023",
        *(f"validasi POHON --format {bentuk}" for bentuk in BENTUK_TEMUAN),
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


def test_banyak_proses_hanya_bila_menguntungkan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("INDEKS_PROSES", raising=False)
    for nama, tahun in product(("a", "b", "c"), (2023, 2024)):
        folder = tmp_path / nama / str(tahun) / "dinkes"
        folder.mkdir(parents=True)
        for nomor in range(BERKAS_MINIMAL // 6):
            (folder / f"k{nomor}.yaml").touch()
        (tmp_path / nama / "daerah.yaml").touch()
    semua = list(cari_daerah(tmp_path))
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
    hasil = list(jalankan_nilai(kerja, _nama_dan_banyak))
    assert [satu.isi for satu in hasil] == [("Kota Rapi", 6), ("b", 0), ("Kota Rapi", 6)]
    assert [satu.ditinggalkan for satu in hasil] == [False, True, False]
    assert {temuan.kode for temuan in hasil[1].temuan} == {"BRK001"}


def _nama_dan_banyak(hasil: Hasil) -> tuple[str, int]:
    return hasil.daerah.nama, len(hasil.inovasi)


# Proses yang dihentikan. Tiap daerah "dikerjakan" selama-lamanya sesudah menyebut nomor prosesnya, jadi
# sinyal selalu tiba di tengah pekerjaan, secepat atau selambat apa pun mesinnya.

PELURU = """
import os, signal, sys, time
from indeksinovasi.alur import laporan, nilai, validasi
from indeksinovasi.cli import utama

def macet(folder, konteks):
    os.write(2, f"siap {os.getpid()}\\n".encode())
    time.sleep(3600)

# Uji yang dijalankan di latar mewariskan SIGINT yang diabaikan.
signal.signal(signal.SIGINT, signal.default_int_handler)
validasi.validasi_satu = nilai._potong = laporan._satu = macet
utama(sys.argv[1:])
"""
VALIDASI, NILAI, LAPORAN = (
    "validasi POHON",
    "nilai POHON --tahun 2024",
    "laporan POHON --tahun 2024 -o POHON/hasil",
)
PENGHENTI = ("SIGINT", "SIGTERM", "SIGHUP")
BATAS_DETIK = 60
posix = pytest.mark.skipif(sys.platform == "win32", reason="sinyal POSIX")


class Terhenti(NamedTuple):
    kode: int
    keluar: str
    galat: str


def jalankan_lalu(perintah: str, pohon: Path, sinyal: Callable[[int, int], None]) -> Terhenti:
    """Jalankan *perintah* sampai kedua anaknya bekerja, lalu *sinyal* (nomor induk, nomor anak)."""
    argumen = perintah.replace("POHON", str(pohon)).split(" ")
    with subprocess.Popen(
        [sys.executable, "-c", PELURU, *argumen],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env={**os.environ, "INDEKS_PROSES": "2"},
        start_new_session=True,
    ) as proses:
        assert proses.stderr
        baris = (satu for satu in proses.stderr if satu.startswith("siap "))
        anak = [int(next(baris).removeprefix("siap ")) for _ in range(2)]
        sinyal(proses.pid, anak[0])
        try:
            keluar, galat = proses.communicate(timeout=BATAS_DETIK)
        except subprocess.TimeoutExpired:
            os.killpg(proses.pid, signal.SIGKILL)
            raise
    for satu in anak:
        with pytest.raises(ProcessLookupError):
            os.kill(satu, 0)
    return Terhenti(proses.returncode, keluar, galat)


@posix
@pytest.mark.parametrize(
    ("perintah", "nama", "kirim"),
    [
        *(
            (VALIDASI, nama, kirim)
            for nama in PENGHENTI
            for kirim in ("kill", "killpg")
            # Pada takaran cepat tiap sinyal satu cara: Ctrl-C ke kelompoknya, lainnya ke induknya.
            if LENGKAP or (kirim == "killpg") == (nama == "SIGINT")
        ),
        (NILAI, "SIGINT", "killpg"),
        (LAPORAN, "SIGTERM", "killpg"),
    ],
)
def test_dihentikan_segera_tanpa_sisa(perintah: str, nama: str, kirim: str, pohon: Path) -> None:
    """Ctrl-C, penghentian sistem, dan terminal yang ditutup: kode 130, satu baris, semua proses berakhir."""
    kirimkan, sinyal = getattr(os, kirim), getattr(signal, nama)
    hasil = jalankan_lalu(perintah, pohon, lambda induk, _: kirimkan(induk, sinyal))
    assert (hasil.kode, hasil.keluar) == (130, "")
    assert hasil.galat.removeprefix("Tanpa data tahun 2024: kota-3-rusak.\n") == "indeks: dihentikan.\n"
    assert not (pohon / "hasil").exists()


@posix
@pytest.mark.parametrize(
    ("perintah", "nama"),
    [
        *((VALIDASI, nama) for nama in ("SIGKILL", "SIGTERM", "SIGSEGV") if LENGKAP or nama != "SIGTERM"),
        *([(NILAI, "SIGKILL")] if LENGKAP else []),
        (LAPORAN, "SIGKILL"),
    ],
)
def test_anak_yang_mati_disebut_dan_mengakhiri_semua(perintah: str, nama: str, pohon: Path) -> None:
    hasil = jalankan_lalu(perintah, pohon, lambda _, anak: os.kill(anak, getattr(signal, nama)))
    assert (hasil.kode, hasil.keluar) == (3, "")
    *_, terakhir = hasil.galat.splitlines()
    assert terakhir.startswith(f"indeks: proses bantu berakhir mendadak ({nama})")
    assert "Traceback" not in hasil.galat


def _gagal_pada(nomor: int, konteks: int) -> int:
    if nomor == konteks:
        raise GalatPemakaian("Rusak.", "Perbaiki.")
    return nomor * nomor


def _galat_lokal(_nomor: int, _konteks: None) -> int:
    class Setempat(Exception):
        """Tidak dapat dikirim antarproses."""

    raise Setempat("di sini")


def test_hasil_kolam_menurut_urutan_bahan() -> None:
    bahan = range(500)
    assert list(olah_urut(_gagal_pada, -1, bahan, 3)) == [satu * satu for satu in bahan]
    assert list(olah_urut(_gagal_pada, -1, [], 3)) == []


def test_galat_di_anak_sampai_utuh_di_induk() -> None:
    with pytest.raises(GalatPemakaian, match="Rusak") as tertangkap:
        list(olah_urut(_gagal_pada, 7, range(20), 2))
    assert tertangkap.value.petunjuk == "Perbaiki."
    with pytest.raises(RuntimeError, match="Setempat: di sini"):
        list(olah_urut(_galat_lokal, None, range(3), 2))


def test_kolam_yang_ditinggalkan_tidak_menyisakan_proses() -> None:
    isi = olah_urut(_gagal_pada, -1, range(200), 2)
    assert next(isi) == 0
    assert len(multiprocessing.active_children()) == 2
    isi.close()  # type: ignore[attr-defined]  # pembangkit; tipenya diumumkan sebagai Iterator
    assert multiprocessing.active_children() == []
