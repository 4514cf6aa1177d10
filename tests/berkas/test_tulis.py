"""Menulis berkas: tidak pernah menimpa, tidak pernah setengah, dan sisa perintah terbunuh tidak ditulisi."""

from __future__ import annotations

import os
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
