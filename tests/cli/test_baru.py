"""``indeks baru``: kerangka tanpa galat, skema yang ditunjuknya ada, dan berkas orang tidak tertimpa."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from indeksinovasi.berkas.metode import tahun_tersedia
from tests.daerah_uji import CONTOH, Data, indeks, metode, tulis_daerah


def _galat(jalur: Path) -> list[str]:
    isi = json.loads(indeks("validasi", jalur, "--format", "json").keluar)
    return [f"{satu['kode']} {satu['pesan']}" for satu in isi["temuan"] if satu["tingkat"] == "galat"]


def test_baru_daerah_lalu_ulang(tmp_path: Path) -> None:
    argumen = (
        "baru",
        "daerah",
        tmp_path / "kota",
        "--nama",
        "Kota Uji",
        "--jenis",
        "kota",
        "--kode",
        "99.10",
    )
    assert indeks(*argumen).kode == 0
    isi = (tmp_path / "kota" / "daerah.yaml").read_bytes()
    assert b'kode: "99.10"' in isi
    assert _galat(tmp_path / "kota") == []
    ulang = json.loads(indeks(*argumen, "--format", "json").keluar)
    assert [satu["tindakan"] for satu in ulang["tulis"]] == ["tetap"]
    lain = indeks(*argumen[:4], "Kota Lain", *argumen[5:])
    assert (lain.kode, (tmp_path / "kota" / "daerah.yaml").read_bytes()) == (2, isi)
    assert indeks(*argumen[:4], "Kota Lain", *argumen[5:], "--timpa").kode == 0


def test_baru_daerah_tanpa_terminal_memberi_tempat_isian(tmp_path: Path) -> None:
    assert indeks("baru", "daerah", tmp_path / "kota", "--nama", "Kota Uji").kode == 0
    teks = (tmp_path / "kota" / "daerah.yaml").read_text(encoding="utf-8")
    assert "jenis: ISI  # provinsi | kabupaten | kota" in teks
    assert len(_galat(tmp_path / "kota")) == 2
    assert indeks("baru", "daerah", tmp_path / "x", "--kode", "9971").kode == 2


@pytest.mark.parametrize("tahun", tahun_tersedia())
def test_kerangka_tiap_tahun_tanpa_galat(tmp_path: Path, tahun: int) -> None:
    akar = tulis_daerah(tmp_path, tahun, {})
    assert indeks("baru", "tahun", akar, tahun).kode == 0
    argumen = ("baru", "inovasi", akar, "--tahun", tahun, "--opd", "dinkes", "--nama", "Kelas: Ibu #2")
    assert indeks(*argumen).kode == 0
    jalur = akar / str(tahun) / "dinkes" / "kelas-ibu-2.yaml"
    assert _galat(akar) == []
    teks = jalur.read_text(encoding="utf-8")
    for kode in (satu.kode for satu in metode(tahun).aspek("sid")):
        assert f"\n  {kode}:\n    parameter: 0\n" in teks
    skema = teks.splitlines()[0].removeprefix("# yaml-language-server: $schema=")
    assert json.loads((jalur.parent / skema).read_text(encoding="utf-8"))["title"] == f"Inovasi {tahun}"
    spd = (akar / str(tahun) / "spd.yaml").read_text(encoding="utf-8")
    assert ("total:" in spd) != bool(metode(tahun).aspek("spd"))


def test_yang_wajib_lebih_dulu(tmp_path: Path) -> None:
    akar = tulis_daerah(tmp_path, 2026, {})
    indeks("baru", "inovasi", akar, "--tahun", 2026, "--opd", "dinkes", "--nama", "x")
    teks = (akar / "2026" / "dinkes" / "x.yaml").read_text(encoding="utf-8")
    tabel = metode(2026).aspek("sid")
    letak = {satu.kode: teks.index(f"\n  {satu.kode}:\n") for satu in tabel}
    assert max(letak[s.kode] for s in tabel if s.wajib) < min(letak[s.kode] for s in tabel if not s.wajib)


def test_dari_tahun_lalu_membawa_yang_layak(tmp_path: Path) -> None:
    akar = tmp_path / "kota"
    shutil.copytree(CONTOH / "kota-contoh", akar)
    isi: Data = json.loads(indeks("baru", "tahun", akar, 2025, "--dari", 2024, "--format", "json").keluar)
    gugur = {satu["id"]: satu["sejak"] for satu in isi["gugur"]}
    assert gugur["2024/dinas-kesehatan/antrean-puskesmas"] == 2025
    semula = len(list((akar / "2024").glob("*/*.yaml")))
    assert len(isi["tulis"]) == 3 + semula - len(gugur)
    teks = (akar / "2025" / "dinas-kesehatan" / "posyandu-digital.yaml").read_text(encoding="utf-8")
    assert "pengembangan_dari: 2024/dinas-kesehatan/posyandu-digital\n" in teks
    assert "status: draf" in teks
    assert "#   2024: parameter" in teks
    assert "bukti/" not in teks.split("indikator:\n", 1)[1].replace("# ", "")
    assert _galat(akar / "2025") == []
    nilai = json.loads(indeks("nilai", akar, "--tahun", 2025, "--dasar", "klaim", "--format", "json").keluar)
    assert nilai["hasil"][0]["jumlah_inovasi"]["draf"] == semula - len(gugur)
    assert nilai["hasil"][0]["sid"]["jumlah_kematangan"] == 0


def test_opd_asing_dan_tahun_asing_ditolak(tmp_path: Path) -> None:
    akar = tulis_daerah(tmp_path, 2026, {})
    asing = indeks("baru", "inovasi", akar, "--tahun", 2026, "--opd", "dinsos", "--nama", "x")
    assert (asing.kode, list(akar.iterdir())) == (2, [akar / "daerah.yaml"])
    assert "Yang ada: dinkes." in asing.galat or '"dinkes"' in asing.galat
    assert indeks("baru", "tahun", akar, 1999).kode == 2
    assert indeks("baru", "tahun", akar, 2026, "--dari", 2024).kode == 2


def test_coba_tidak_menulis(tmp_path: Path) -> None:
    akar = tulis_daerah(tmp_path, 2026, {})
    hasil = indeks("baru", "tahun", akar, 2026, "--coba")
    assert "spd.yaml  akan ditulis" in hasil.keluar
    assert list(akar.iterdir()) == [akar / "daerah.yaml"]
