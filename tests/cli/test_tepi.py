"""Tepi yang pernah jatuh: pipa, berkas raksasa, aliran tertutup, argumen kosong, nama yang mirip."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from indeksinovasi.keluaran.nilai_csv import baris_csv
from tests.daerah_uji import CONTOH, Data, indeks, inovasi, tulis, tulis_daerah
from tests.profil import LENGKAP

posix = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipa bernama hanya ada di sistem POSIX")
RAKSASA = 2**41


@pytest.fixture
def kota(tmp_path: Path) -> Path:
    """Dua daerah: ``a`` yang akan diserang, ``b`` yang harus tetap dinilai."""
    for nama, kode in (("a", "99.01"), ("b", "99.02")):
        daerah: Data = {"nama": nama, "jenis": "kota", "kode": kode, "perangkat_daerah": {"dinkes": "D"}}
        tulis_daerah(tmp_path / "data" / nama, 2024, {"dinkes/satu": inovasi()}, {"total": 40}, daerah)
    return tmp_path / "data"


def pipa(jalur: Path) -> None:
    os.mkfifo(jalur)


def lingkaran(jalur: Path) -> None:
    jalur.symlink_to(jalur.name)


def raksasa(jalur: Path) -> None:
    with jalur.open("wb") as aliran:
        aliran.truncate(RAKSASA)


@posix
@pytest.mark.parametrize("benda", [pipa, lingkaran, raksasa])
@pytest.mark.parametrize(
    "letak", ["2024/dinkes/satu.yaml", "2024/spd.yaml", "daerah.yaml", "hasil_resmi.yaml"]
)
@pytest.mark.parametrize("perintah", ["validasi DATA", "nilai DATA", "laporan DATA -o HASIL"])
def test_benda_aneh_menjadi_temuan(perintah: str, letak: str, benda: object, kota: Path) -> None:
    jalur = kota / "a" / letak
    jalur.unlink(missing_ok=True)
    assert callable(benda)
    benda(jalur)
    argumen = perintah.replace("DATA", str(kota)).replace("HASIL", str(kota.parent / "hasil"))
    hasil = indeks(*argumen.split(" "))
    if (perintah, letak) == ("nilai DATA", "hasil_resmi.yaml"):
        # Tidak dibaca oleh nilai, jadi tidak pula mengganggunya.
        assert hasil.kode == 0
        return
    assert hasil.kode == 1, hasil.galat
    kode = "BRK009" if benda is raksasa else "BRK001"
    # daerah.yaml yang bukan berkas tidak terbaca, tetapi tetap menandai daerahnya.
    assert kode in hasil.keluar + hasil.galat
    assert "a/" + letak in hasil.keluar + hasil.galat


def test_folder_sangat_dalam_tidak_menghentikan_yang_lain(kota: Path) -> None:
    dalam = kota / "a" / "lain"
    for _ in range(150):
        dalam /= "x"
    dalam.mkdir(parents=True)
    hasil = indeks("nilai", kota)
    assert hasil.kode == 1
    assert hasil.galat.count("BRK001") == 1
    assert "lebih dari 64 tingkat" in hasil.galat


@posix
@pytest.mark.parametrize("nama", ["FIFO", "/dev/zero"])
def test_templat_dan_ringkasan_bukan_berkas(
    nama: str, kota: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    jalur = str(tmp_path / "pipa") if nama == "FIFO" else nama
    if nama == "FIFO":
        os.mkfifo(jalur)
    hasil = indeks("laporan", kota, "-o", tmp_path / "hasil", "--templat", jalur)
    assert (hasil.kode, "bukan berkas biasa" in hasil.galat) == (2, True)
    hasil = indeks("nilai", kota, "--metode", jalur)
    assert (hasil.kode, "BRK001" in hasil.galat) == (2, True)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", jalur)
    hasil = indeks("validasi", kota, "--format", "github")
    assert hasil.kode in (0, 1)
    assert "ringkasan langkah tidak dapat ditulis" in hasil.galat


@pytest.mark.skipif(sys.platform == "win32", reason="penutupan aliran memakai sh")
@pytest.mark.parametrize("tutup", ["1>&-", *(["2>&-", "1>&- 2>&-"] if LENGKAP else []), "0<&- 1>&- 2>&-"])
def test_aliran_tertutup(tutup: str) -> None:
    perintah = f'"$0" -m indeksinovasi nilai "$1" {tutup}'
    proses = subprocess.run(
        ["sh", "-c", perintah, sys.executable, str(CONTOH / "kota-rapi")], capture_output=True, timeout=120
    )
    assert proses.returncode == 0, proses.stderr


def perangkat_penuh() -> int:
    return os.open("/dev/full", os.O_WRONLY)


def pipa_tanpa_pembaca() -> int:
    pembaca, penulis = os.pipe()
    os.close(pembaca)
    return penulis


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="perangkat penuh hanya ada di Linux")
@pytest.mark.parametrize("tujuan", [perangkat_penuh, pipa_tanpa_pembaca])
def test_stderr_yang_tidak_dapat_ditulis_tidak_menghilangkan_hasil(tujuan: Callable[[], int]) -> None:
    """Penuh, atau pembacanya sudah pergi: hasil tetap utuh dan kode keluar tetap yang sebenarnya."""
    semula = indeks("nilai", CONTOH / "kota-contoh")
    assert semula.galat
    for data, harapan in ((str(CONTOH / "kota-contoh"), (semula.kode, semula.keluar)), ("tiada", (2, ""))):
        galat = tujuan()
        perintah = [sys.executable, "-m", "indeksinovasi", "nilai", data]
        try:
            proses = subprocess.run(perintah, stdout=subprocess.PIPE, stderr=galat, timeout=120)
        finally:
            os.close(galat)
        assert (proses.returncode, proses.stdout.decode()) == harapan


@pytest.mark.parametrize(
    "argumen",
    [
        ("laporan", "DATA", "-o", ""),
        ("laporan", "DATA", "--keluaran="),
        ("laporan", "DATA", "-o", " "),
        ("validasi", ""),
        ("nilai", "DATA", "--metode", ""),
    ],
)
def test_argumen_kosong_ditolak(
    argumen: tuple[str, ...], kota: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(kota)
    hasil = indeks(*(str(kota) if satu == "DATA" else satu for satu in argumen))
    assert (hasil.kode, hasil.keluar) == (2, "")
    assert "kosong" in hasil.galat
    assert sorted(satu.name for satu in kota.iterdir()) == ["a", "b"]


def test_saringan_boleh_kosong(kota: Path) -> None:
    assert indeks("validasi", kota, "--abaikan", "").kode == indeks("validasi", kota).kode


@pytest.mark.parametrize(
    "sel", ["=1+1", "+1", "-1", "@x", "\uff1d1+1", "  =1", "\u00a0=1", "\u200b=1", "\ufeff=1", "\t=1"]
)
def test_sel_csv_yang_seperti_rumus(sel: str) -> None:
    assert baris_csv([[sel]]).lstrip('"').startswith("'")


@pytest.mark.parametrize("sel", ["Posyandu", "(=)", "1-2", "a=b", "“Sapa”"])
def test_sel_csv_biasa_tidak_diubah(sel: str) -> None:
    assert baris_csv([[sel]]) == f"{sel}\n"


@pytest.mark.parametrize(
    ("ada", "ditulis"),
    [
        ("bukti/sk.pdf", "Bukti/SK.pdf"),
        ("bukti/sk kepala.pdf", "bukti/sk  kepala.pdf"),
        ("bukti/sk-kepala.pdf", "bukti/sk_kepala.PDF"),
        ("bukti/caf\u00e9.pdf", "bukti/cafe\u0301.pdf"),
        ("bukti/sk.pdf", "sk.pdf"),
        ("bukti/sk kepala.pdf", "SK Kepala.pdf"),
    ],
)
def test_nama_bukti_yang_mirip_disebut(ada: str, ditulis: str, kota: Path) -> None:
    regulasi = {
        "fakta": "perkada",
        "bukti": [{"berkas": ditulis, "nomor": "1", "tanggal": "2023-01-12", "tentang": "x"}],
    }
    tulis(kota / "a/2024/dinkes/satu.yaml", inovasi(indikator={"regulasi": regulasi}))
    jalur = kota / "a/2024/dinkes" / ada
    jalur.parent.mkdir()
    jalur.write_bytes(b"%PDF-1.7")
    keluar = indeks("validasi", kota / "a", "--format", "json").keluar
    (temuan,) = (satu for satu in json.loads(keluar)["temuan"] if satu["kode"] == "BKT302")
    assert temuan["petunjuk"] == f'Tulis "{ada}".'


@pytest.mark.parametrize(
    ("nama", "petunjuk"),
    [
        ("2024 revisi/dinkes/o.yaml", "Pindahkan yang diperlukan ke 2024/"),
        ("Tahun 2023/dinkes/o.yaml", "Ganti nama folder menjadi 2023."),
        ("23/dinkes/o.yaml", "Ganti nama folder menjadi 2023."),
        ("2024 - Copy/dinkes/o.yaml", "Pindahkan yang diperlukan ke 2024/"),
        ("dinas-sosial/2024/o.yaml", "Pindahkan"),
        ("2024/dinkes/lagi/lagi/o.yaml", "Pindahkan"),
        ("2024/dinkes/i.yaml.txt", "Ganti nama berkas menjadi i.yaml."),
        ("2024/SPD.yaml", "Ganti nama berkas menjadi spd.yaml."),
        ("2024/hasil_resmi.yaml", "Pindahkan berkas ke folder daerah, di sebelah daerah.yaml."),
        ("../c/Daerah.yaml", "Ganti nama berkas menjadi daerah.yaml."),
        ("../c/daerah.yml", "Ganti nama berkas menjadi daerah.yaml."),
        ("../tersasar.yaml", "Pindahkan"),
    ],
)
def test_yang_tampaknya_data_disebut(nama: str, petunjuk: str, kota: Path) -> None:
    tulis(kota / "a" / nama, inovasi())
    for perintah in (("validasi", kota, "--format", "teks"), ("nilai", kota)):
        hasil = indeks(*perintah)
        assert "peringatan BRK0" in (semua := hasil.keluar + hasil.galat), perintah
        assert petunjuk in " ".join(semua.split()), perintah
    assert hasil.kode == 0


def test_tahun_tanpa_metode_di_samping_tahun_biasa(kota: Path) -> None:
    tulis(kota / "a/2042/dinkes/o.yaml", inovasi())
    hasil = indeks("nilai", kota)
    assert hasil.kode == 0
    assert "2042" in hasil.galat
