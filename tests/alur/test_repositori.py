"""Jalur dari akar repositori, dari folder mana pun perintahnya dijalankan."""

from __future__ import annotations

from pathlib import Path

import pytest

from indeksinovasi.alur.repositori import akar_repositori, jalur_repositori


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "repo/.git").mkdir(parents=True)
    (tmp_path / "repo/data/kota/2024").mkdir(parents=True)
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    akar_repositori.cache_clear()
    return tmp_path / "repo"


@pytest.mark.parametrize(
    ("folder", "nama"),
    [(".", "data/kota/a.yaml"), ("data", "kota/a.yaml"), ("data/kota/2024", "../a.yaml")],
)
@pytest.mark.parametrize("lewat", ["git", "github"])
def test_dari_folder_mana_pun(
    folder: str, nama: str, lewat: str, repo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if lewat == "github":
        (repo / ".git").rmdir()
        monkeypatch.setenv("GITHUB_WORKSPACE", str(repo))
    monkeypatch.chdir(repo / folder)
    assert jalur_repositori(nama) == "data/kota/a.yaml"


def test_di_luar_repositori(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    akar_repositori.cache_clear()
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path / "lain"))
    (tmp_path / "a").mkdir()
    monkeypatch.chdir(tmp_path / "a")
    assert jalur_repositori("b.yaml") == "b.yaml"
    assert jalur_repositori("../b.yaml") == (tmp_path / "b.yaml").as_posix()
