"""Sistem berkas yang gagal di mana pun: temuan atau kalimat, tidak pernah pengecualian, daerah lain utuh.

Setiap panggilan sistem sebuah perintah digagalkan satu demi satu, dan setiap berkas berubah atau hilang tepat
sebelum dibuka.
"""

from __future__ import annotations

import errno
import importlib
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.daerah_uji import Data, Keluaran, indeks, inovasi, tulis, tulis_daerah
from tests.profil import LENGKAP

PANGGILAN = ("open", "read", "fstat", "stat", "lstat", "scandir", "readlink", "replace", "mkdir", "unlink")
GALAT = (errno.EACCES, errno.EIO, errno.ENOENT, errno.ELOOP, errno.ESTALE, errno.ENAMETOOLONG, errno.EMFILE)
LAINNYA = (
    "validasi DATA/b/2024/dinkes",
    "verifikasi DATA/b/2024/dinkes/satu.yaml bimtek --parameter 1",
    "ekspor DATA/b --tahun 2024 -o HASIL.csv",
    "formulir DATA/b -o HASIL",
    "rencana andai DATA/b --ubah spd=50",
    "baru inovasi DATA/b --tahun 2024 --opd dinkes --nama Tes --timpa",
)
PERINTAH = (
    "validasi DATA --format json",
    "nilai DATA --format json",
    "peringkat DATA",
    "banding DATA/b 2023 2024",
    "laporan DATA -o HASIL",
    "nilai DATA/b/2024/dinkes/satu.yaml",
    *(LAINNYA if LENGKAP else ()),
)
LANGKAH = 1 if LENGKAP else 29


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Dua daerah kecil dengan tautan, bukti kembar, hasil resmi, dan dua tahun."""
    monkeypatch.setenv("INDEKS_PROSES", "1")
    akar = tmp_path / "data"
    entri: Data = {
        "bimtek": {"fakta": {2023: 1}, "bukti": [{"berkas": "bukti/a.pdf", "tanggal": "2023-05-01"}]}
    }
    for nama, kode in (("a", "99.01"), ("b", "99.02")):
        daerah = {
            "nama": f"Kota {nama}",
            "jenis": "kota",
            "kode": kode,
            "perangkat_daerah": {"dinkes": "Dinkes"},
        }
        for tahun in (2023, 2024):
            catatan = {
                f"dinkes/{satu}": inovasi(tahun, nama=satu, indikator=entri) for satu in ("satu", "dua")
            }
            tulis_daerah(akar / nama, tahun, catatan, {"total": 40}, daerah)
        bukti = akar / nama / "2024/dinkes/bukti"
        bukti.mkdir()
        (bukti / "a.pdf").write_bytes(b"%PDF-1.7 sama")
        (akar / nama / "2024/dinkes/tautan.yaml").symlink_to("satu.yaml")
        tulis(
            akar / nama / "hasil_resmi.yaml",
            {"hasil": [{"tahun": 2023, "jenis": "final", "skor": 50.5, "sumber": "x"}]},
        )
    return akar


class Pengganggu:
    """Menghitung panggilan sistem atas *data*; yang ke-*sasaran* dijalankan lewat *ganggu* lebih dahulu."""

    def __init__(self, data: Path, nama: tuple[str, ...], ganggu: Callable[[Any], None]) -> None:
        self.data = data
        self.ganggu = ganggu
        self.asli = {satu: getattr(os, satu) for satu in nama}
        self.hitungan = 0
        self.sasaran = -1
        self.kena: str | None = None

    def pasang(self, monkeypatch: pytest.MonkeyPatch) -> None:
        for nama, asli in self.asli.items():
            monkeypatch.setattr(os, nama, self._bungkus(asli))

    def _bungkus(self, asli: Any) -> Any:
        def panggil(sasaran: Any = ".", *isi: Any, **bernama: Any) -> Any:
            milik_data = isinstance(sasaran, int) or str(sasaran).startswith(str(self.data))
            if milik_data:
                self.hitungan += 1
                if self.hitungan == self.sasaran:
                    self.kena = "" if isinstance(sasaran, int) else str(sasaran)
                    self.ganggu(sasaran)
            return asli(sasaran, *isi, **bernama)

        return panggil


def jalankan(perintah: str, data: Path) -> Keluaran:
    hasil = tempfile.mkdtemp(dir=data.parent)
    return indeks(*perintah.replace("DATA", str(data)).replace("HASIL", f"{hasil}/laporan").split(" "))


def titik(pengganggu: Pengganggu, perintah: str, data: Path) -> Iterator[int]:
    """Nomor panggilan yang akan diganggu."""
    jalankan(perintah, data)
    pengganggu.hitungan = 0
    jalankan(perintah, data)
    assert pengganggu.hitungan > 10
    awal = sum(map(ord, perintah)) % LANGKAH
    return iter(range(1 + awal, pengganggu.hitungan + 1, LANGKAH))


@pytest.mark.parametrize("perintah", PERINTAH)
def test_panggilan_sistem_yang_gagal(perintah: str, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    nomor = 0

    def gagal(sasaran: Any) -> None:
        kode = GALAT[nomor % len(GALAT)]
        raise OSError(kode, os.strerror(kode), None if isinstance(sasaran, int) else str(sasaran))

    pengganggu = Pengganggu(data, PANGGILAN, gagal)
    pengganggu.pasang(monkeypatch)
    semula = jalankan(perintah, data)
    for nomor in titik(pengganggu, perintah, data):
        pengganggu.hitungan, pengganggu.sasaran = 0, nomor
        hasil = jalankan(perintah, data)
        pengganggu.sasaran = -1
        sebab = (nomor, pengganggu.kena, hasil.galat)
        assert hasil.kode in (0, 1, 2), sebab
        assert "Traceback" not in hasil.galat, sebab
        di_a = str(pengganggu.kena).startswith(f"{data}/a/")
        if perintah.startswith("nilai DATA --format json") and di_a:
            assert milik_b(hasil) == milik_b(semula), sebab


@pytest.mark.parametrize(
    "perintah",
    [
        "nilai DATA/b/2024/dinkes/satu.yaml",
        "nilai DATA/b/2024",
        "validasi DATA/b/2024/dinkes",
        "verifikasi DATA/b/2024/dinkes/satu.yaml bimtek --parameter 1",
    ],
)
def test_folder_daerah_tanpa_izin_baca(perintah: str, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Isinya boleh dibuka, daftarnya tidak: satu kalimat yang menyebut jalur dan sebabnya."""
    asli = os.scandir

    def tolak(jalur: Any) -> Any:
        if str(jalur) == str(data / "b"):
            raise PermissionError(errno.EACCES, "", str(jalur))
        return asli(jalur)

    monkeypatch.setattr(os, "scandir", tolak)
    hasil = jalankan(perintah, data)
    assert (hasil.kode, hasil.keluar) == (2, "")
    assert "tidak dapat dibuka: tidak ada izin membaca" in hasil.galat
    assert hasil.galat.count("\n") == 1


def test_kegagalan_sistem_yang_luput_tetap_kalimat(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    modul = importlib.import_module("indeksinovasi.alur.data")

    def gagal(jalur: Path) -> Any:
        raise OSError(errno.ESTALE, os.strerror(errno.ESTALE), str(jalur))

    monkeypatch.setattr(modul, "jenis_jalur", gagal)
    hasil = jalankan("nilai DATA", data)
    assert (hasil.kode, hasil.keluar) == (2, "")
    assert "tidak dapat dipakai: gangguan sistem berkas" in hasil.galat


def milik_b(hasil: Keluaran) -> Any:
    """Hasil daerah yang tidak diganggu."""
    return [satu for satu in json.loads(hasil.keluar)["hasil"] if satu["daerah"]["nama"] == "Kota b"]


def hilangkan(jalur: Path) -> None:
    jalur.unlink()


def kosongkan(jalur: Path) -> None:
    jalur.write_bytes(b"")


def jadi_folder(jalur: Path) -> None:
    jalur.unlink()
    jalur.mkdir()


def jadi_pipa(jalur: Path) -> None:
    jalur.unlink()
    os.mkfifo(jalur)


def jadi_lingkaran(jalur: Path) -> None:
    jalur.unlink()
    jalur.symlink_to(jalur.name)


def membengkak(jalur: Path) -> None:
    os.truncate(jalur, 2**40)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipa bernama hanya ada di sistem POSIX")
@pytest.mark.parametrize("ubah", [hilangkan, kosongkan, jadi_folder, jadi_pipa, jadi_lingkaran, membengkak])
@pytest.mark.parametrize("perintah", PERINTAH[:2] if not LENGKAP else PERINTAH)
def test_berkas_berubah_tepat_sebelum_dibuka(
    perintah: str, ubah: Callable[[Path], None], data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    salinan = Path(shutil.copytree(data, tmp_path / "salinan", symlinks=True))
    kerja = data

    def ganggu(sasaran: Any) -> None:
        jalur = Path(str(sasaran))
        if jalur.is_relative_to(kerja) and jalur.is_file() and not jalur.is_symlink():
            ubah(jalur)

    pengganggu = Pengganggu(data, ("open",), ganggu)
    jalankan(perintah, data)
    with monkeypatch.context() as tambal:
        pengganggu.pasang(tambal)
        jalankan(perintah, data)
    for nomor in range(1, pengganggu.hitungan + 1, LANGKAH):
        shutil.rmtree(data)
        shutil.copytree(salinan, data, symlinks=True)
        pengganggu.hitungan, pengganggu.sasaran = 0, nomor
        with monkeypatch.context() as tambal:
            pengganggu.pasang(tambal)
            hasil = jalankan(perintah, data)
        assert hasil.kode in (0, 1, 2), (nomor, pengganggu.kena, hasil.galat)
        assert "Traceback" not in hasil.galat
