"""Menulis berkas: tidak pernah menimpa, tidak pernah setengah, dan sisa perintah terbunuh tidak ditulisi."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from indeksinovasi.berkas.tulis import ganti_isi, tulis_bila_tiada


def _tanpa_tautan(*_: object) -> None:
    raise PermissionError


@pytest.mark.parametrize("bertautan", [True, False])
def test_berkas_baru_tidak_menimpa(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, bertautan: bool
) -> None:
    if not bertautan:
        monkeypatch.setattr(os, "link", _tanpa_tautan)
    folder = tmp_path / "2026" / "dinkes"
    assert tulis_bila_tiada(str(folder), "a.yaml", b"satu")
    assert not tulis_bila_tiada(str(folder), "a.yaml", b"dua")
    assert {satu.name: satu.read_bytes() for satu in folder.iterdir()} == {"a.yaml": b"satu"}


def test_sisa_yang_bertautan_dengan_catatan_tidak_ditulisi(tmp_path: Path) -> None:
    catatan, sisa = tmp_path / "a.yaml", tmp_path / f".a.yaml.{os.getpid()}.tmp"
    for tulis in (
        lambda: tulis_bila_tiada(str(tmp_path), "a.yaml", b"lain"),
        lambda: ganti_isi(catatan, b"lain", lambda: _pasti(catatan, b"utuh")),
    ):
        catatan.write_bytes(b"utuh")
        os.link(catatan, sisa)
        tulis()
        assert not sisa.exists()
    assert catatan.read_bytes() == b"lain"


def _pasti(jalur: Path, isi: bytes) -> None:
    assert jalur.read_bytes() == isi


def test_gagal_menulis_tidak_meninggalkan_sisa(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def penuh(*_: object) -> int:
        raise OSError(28, "penuh")

    monkeypatch.setattr(os, "write", penuh)
    with pytest.raises(OSError, match="penuh"):
        tulis_bila_tiada(str(tmp_path), "a.yaml", b"isi")
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def berkas(tmp_path: Path) -> Path:
    jalur = tmp_path / "a.yaml"
    jalur.write_bytes(b"lama")
    return jalur


def test_berkas_yang_hanya_boleh_dibaca_tidak_diganti(berkas: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pemiliknya sengaja menguncinya, walaupun foldernya boleh ditulis."""
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(PermissionError):
        ganti_isi(berkas, b"baru", lambda: None)
    assert {satu.name: satu.read_bytes() for satu in berkas.parent.iterdir()} == {"a.yaml": b"lama"}


@pytest.mark.skipif(os.name == "nt", reason="izin POSIX")
def test_isi_baru_tidak_pernah_lebih_terbuka_daripada_aslinya(
    berkas: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    berkas.chmod(0o640)
    izin: list[int] = []
    asli = os.write

    def intip(pegangan: int, isi: bytes) -> int:
        izin.append(stat.S_IMODE(os.fstat(pegangan).st_mode))
        return asli(pegangan, isi)

    monkeypatch.setattr(os, "write", intip)
    ganti_isi(berkas, b"baru", lambda: None)
    assert (berkas.read_bytes(), stat.S_IMODE(berkas.stat().st_mode), izin) == (b"baru", 0o640, [0o600])


def test_isi_baru_sampai_ke_cakram_sebelum_yang_lama_hilang(
    berkas: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Listrik yang padam sesudahnya tidak meninggalkan berkas kosong."""
    saat: list[bytes] = []
    monkeypatch.setattr(os, "fsync", lambda _: saat.append(berkas.read_bytes()))
    ganti_isi(berkas, b"baru", lambda: None)
    assert (saat, berkas.read_bytes()) == ([b"lama"], b"baru")


def test_sistem_berkas_tanpa_izin_tetap_dapat_ditulis(berkas: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def tidak_dikenal(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "chmod", tidak_dikenal)
    ganti_isi(berkas, b"baru", lambda: None)
    assert berkas.read_bytes() == b"baru"


@pytest.mark.skipif(os.name == "nt", reason="kelompok POSIX")
def test_kelompok_berkas_bertahan(berkas: Path) -> None:
    """Rekan sekelompok yang dahulu boleh menulis tetap boleh."""
    lain = [satu for satu in (12345, *os.getgroups()) if satu != berkas.stat().st_gid]
    for kelompok in lain:
        try:
            os.chown(berkas, -1, kelompok)
        except OSError:
            continue
        ganti_isi(berkas, b"baru", lambda: None)
        assert (berkas.read_bytes(), berkas.stat().st_gid) == (b"baru", kelompok)
        return
    pytest.skip("tidak ada kelompok lain")


@pytest.mark.skipif(os.name == "nt", reason="kelompok POSIX")
def test_kelompok_yang_bukan_haknya_tidak_menggagalkan(berkas: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def bukan_hak(*_: object) -> None:
        raise PermissionError

    keadaan = berkas.stat()
    lain = os.stat_result((*keadaan[:4], keadaan.st_uid + 1, keadaan.st_gid + 1, *keadaan[6:]))
    asli = Path.stat
    monkeypatch.setattr(os, "chown", bukan_hak)
    monkeypatch.setattr(Path, "stat", lambda jalur: lain if jalur == berkas else asli(jalur))
    ganti_isi(berkas, b"baru", lambda: None)
    assert berkas.read_bytes() == b"baru"
