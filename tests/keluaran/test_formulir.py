"""Halaman formulir: data yang tidak keluar dari skripnya, undakan yang sama dengan mesin, dan perintahnya."""

from __future__ import annotations

import json
import re
import shutil
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indeksinovasi.inti.formulir.undakan import undakan
from indeksinovasi.inti.hitung.fakta import naik_tangga
from indeksinovasi.inti.model.aturan import AturanBasis, AturanRentang
from tests.daerah_uji import CONTOH, indeks, inovasi, metode, tulis_daerah
from tests.profil import contoh

TAHUN = range(2020, 2027)
JAHAT = "</script><script>alert(1)</script><img src=x onerror=alert(1)> \" ' & \u2028 {{7*7}}"
_DATA = re.compile(r'<script type="application/json" id="data">(.*?)</script>', re.DOTALL)


def semua_basis() -> list[AturanRentang]:
    """Tiap tangga kemanfaatan semua tahun."""
    aturan = [satu.aturan for tahun in TAHUN for satu in metode(tahun).indikator]
    return [isi for satu in aturan if isinstance(satu, AturanBasis) for isi in satu.basis.values()]


def data_halaman(berkas: Path) -> dict[str, Any]:
    """JSON di dalam halaman."""
    cocok = _DATA.search(berkas.read_text(encoding="utf-8"))
    assert cocok is not None
    isi: dict[str, Any] = json.loads(cocok[1])
    return isi


def tingkat_undakan(aturan: AturanRentang, perseratus: int) -> int | None:
    """Tingkat menurut undakan, seperti dibaca halaman."""
    hasil: int | None = None
    for satu in undakan(aturan):
        if satu.mulai is not None and perseratus < satu.mulai:
            break
        hasil = satu.tingkat
    return hasil


@contoh(400)
@given(st.sampled_from(semua_basis()), st.integers(-300, 60_000))
def test_undakan_sama_dengan_tangga_mesin(aturan: AturanRentang, perseratus: int) -> None:
    nilai = Fraction(perseratus, 100)
    diharap = None
    if aturan.mungkin.memuat(nilai):
        diharap = naik_tangga(nilai, aturan.tingkat, naik=aturan.arah == "naik").tingkat
    assert tingkat_undakan(aturan, perseratus) == diharap


def test_undakan_orang_2026() -> None:
    aturan = next(satu.aturan for satu in metode(2026).indikator if satu.kode == "kemanfaatan")
    assert isinstance(aturan, AturanBasis)
    assert [tuple(satu) for satu in undakan(aturan.basis["orang"])] == [
        (None, None),
        (0, 0),
        (100, 1),
        (20100, 2),
        (50100, 3),
    ]


@pytest.mark.parametrize("tahun", TAHUN)
def test_halaman_setiap_tahun(tahun: int, tmp_path: Path) -> None:
    akar = tulis_daerah(tmp_path / "kota", tahun, {"dinkes/a": inovasi(tahun)})
    berkas = tmp_path / "dinkes.html"
    assert indeks("formulir", akar, "--tahun", tahun, "--opd", "dinkes", "-o", berkas).kode == 0
    isi = data_halaman(berkas)
    sid = metode(tahun).aspek("sid")
    assert [satu["kode"] for satu in isi["indikator"]] == [satu.kode for satu in sid]
    assert [satu["id"] for satu in isi["inovasi"]] == [f"{tahun}/dinkes/a"]
    assert isi["lengkap"] is (tahun != 2020)


def test_lomba_dengan_metode_sendiri(tmp_path: Path) -> None:
    akar = tulis_daerah(tmp_path / "kota", 2024, {"dinkes/a": inovasi(2024)})
    berkas = tmp_path / "lomba.html"
    metode_lomba = CONTOH / "lomba-kecamatan.yaml"
    argumen = ("--tahun", 2024, "--opd", "dinkes", "--metode", metode_lomba, "-o", berkas)
    assert indeks("formulir", akar, *argumen).kode == 0
    assert len(data_halaman(berkas)["indikator"]) == 5


def test_nama_jahat_tidak_keluar_dari_data(tmp_path: Path) -> None:
    akar = tulis_daerah(
        tmp_path / "kota",
        2024,
        {"dinkes/a": inovasi(2024, nama=JAHAT, rancang_bangun=JAHAT)},
        daerah={
            "nama": JAHAT,
            "jenis": "kota",
            "kode": "99.01",
            "perangkat_daerah": {"dinkes": JAHAT},
        },
    )
    berkas = tmp_path / "f.html"
    assert indeks("formulir", akar, "--tahun", 2024, "--opd", "dinkes", "-o", berkas).kode == 0
    teks = berkas.read_text(encoding="utf-8")
    assert teks.count("<script") == 2
    assert "<img" not in teks
    assert data_halaman(berkas)["inovasi"][0]["isi"]["nama"] == JAHAT


def test_verifikasi_tidak_ikut_dan_tingkat_dari_mesin(tmp_path: Path) -> None:
    baris = {"regulasi": {"parameter": 3, "fakta": "sk_kepala_daerah", "verifikasi": {"parameter": 1}}}
    akar = tulis_daerah(tmp_path / "kota", 2024, {"dinkes/a": inovasi(2024, indikator=baris)})
    berkas = tmp_path / "f.html"
    indeks("formulir", akar, "--tahun", 2024, "--opd", "dinkes", "-o", berkas)
    (satu,) = data_halaman(berkas)["inovasi"]
    assert satu["isi"]["indikator"] == {"regulasi": {"parameter": 3, "fakta": "sk_kepala_daerah"}}
    # Klaim 3 tetapi faktanya tingkat 2 pada 2024: yang rendah dihitung.
    assert satu["tingkat"]["regulasi"] < 3


def test_satu_berkas_tiap_opd_dan_tidak_menimpa(tmp_path: Path) -> None:
    akar = shutil.copytree(CONTOH / "kota-contoh", tmp_path / "kota")
    folder = tmp_path / "formulir"
    keluaran = indeks("formulir", akar, "--tahun", 2026, "-o", folder, "--format", "json", "--coba")
    rencana = json.loads(keluaran.keluar)["tulis"]
    assert {satu["tindakan"] for satu in rencana} == {"baru"}
    assert not folder.exists()
    assert indeks("formulir", akar, "--tahun", 2026, "-o", folder).kode == 0
    assert len(list(folder.glob("formulir-*-2026.html"))) == len(rencana) == 10
    ulang = indeks("formulir", akar, "--tahun", 2026, "-o", folder, "--format", "json")
    assert {satu["tindakan"] for satu in json.loads(ulang.keluar)["tulis"]} == {"tetap"}
    satu = next(folder.iterdir())
    satu.write_text("tulisan orang", encoding="utf-8")
    assert indeks("formulir", akar, "--tahun", 2026, "-o", folder).kode == 2
    assert satu.read_text(encoding="utf-8") == "tulisan orang"
    assert indeks("formulir", akar, "--tahun", 2026, "-o", folder, "--timpa").kode == 0
    assert "tulisan orang" not in satu.read_text(encoding="utf-8")


def test_dua_puluh_inovasi_paling_besar_300_kb(tmp_path: Path) -> None:
    baris = {
        satu.kode: {
            "parameter": 2,
            "bukti": [{"tautan": "https://a.id/b", "nomor": "a/1", "tentang": "x" * 60}],
        }
        for satu in metode(2026).aspek("sid")
        if satu.kode != "kemanfaatan"
    }
    catatan = {
        f"dinkes/i{nomor}": inovasi(
            2026, rancang_bangun="kata " * 320, manfaat="kata " * 100, indikator=baris
        )
        for nomor in range(20)
    }
    akar = tulis_daerah(tmp_path / "kota", 2026, catatan)
    berkas = tmp_path / "f.html"
    assert indeks("formulir", akar, "--tahun", 2026, "--opd", "dinkes", "-o", berkas).kode == 0
    assert berkas.stat().st_size <= 300_000


@pytest.mark.parametrize(
    ("argumen", "pesan"),
    [
        (("--opd", "dinkess"), 'OPD "dinkess" tidak ada'),
        (("--tahun", "1999"), "Metode tahun 1999 tidak ada"),
    ],
)
def test_permintaan_keliru(argumen: tuple[str, ...], pesan: str, tmp_path: Path) -> None:
    akar = tulis_daerah(tmp_path / "kota", 2024, {"dinkes/a": inovasi(2024)})
    keluaran = indeks("formulir", akar, *argumen, "-o", tmp_path / "f.html")
    assert keluaran.kode == 2
    assert pesan in keluaran.galat
    assert not (tmp_path / "f.html").exists()


def test_banyak_daerah_ditolak(tmp_path: Path) -> None:
    for nama in ("a", "b"):
        tulis_daerah(tmp_path / nama, 2024, {"dinkes/a": inovasi(2024)})
    assert indeks("formulir", tmp_path, "-o", tmp_path / "f").kode == 2


def test_nama_berkas_yang_bukan_utf8_tetap_halaman_utf8(tmp_path: Path) -> None:
    akar = tulis_daerah(tmp_path / "kota", 2024, {"dinkes/a": inovasi(2024)})
    folder = akar / "2024" / "dinkes"
    try:
        (folder / "a.yaml").rename(folder / "\udcff.yaml")
    except (OSError, UnicodeError):
        pytest.skip("sistem berkas ini hanya menerima nama UTF-8")
    berkas = tmp_path / "f.html"
    assert indeks("formulir", akar, "--tahun", 2024, "--opd", "dinkes", "-o", berkas).kode < 2
    assert [satu["id"] for satu in data_halaman(berkas)["inovasi"]] == ["2024/dinkes/\udcff"]


def test_tujuan_yang_tidak_mungkin_disebut_sebabnya(tmp_path: Path) -> None:
    akar = tulis_daerah(tmp_path / "kota", 2024, {"dinkes/a": inovasi(2024)})
    tanpa_opd = indeks("formulir", akar, "--tahun", 2024, "-o", tmp_path / "f.HTML")
    assert tanpa_opd.kode == 2
    assert "menjadi folder" in tanpa_opd.galat
    assert not (tmp_path / "f.HTML").exists()
    (tmp_path / "folder").mkdir()
    ke_folder = indeks("formulir", akar, "--tahun", 2024, "--opd", "dinkes", "-o", tmp_path / "folder")
    assert ke_folder.kode == 2
    assert "bukan berkas" in ke_folder.galat
    assert "--timpa" not in ke_folder.galat
