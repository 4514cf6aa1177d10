"""Peringkat: peringkat bersama, hasil terbit yang ikut, saringan, dan peserta tanpa skor."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from indeksinovasi.cli.aplikasi import PERINTAH
from indeksinovasi.inti.laporan.peringkat import Peserta, susun_peringkat
from indeksinovasi.inti.model.daerah import IdentitasDaerah
from tests.daerah_uji import CONTOH, Data, indeks, inovasi, tulis, tulis_daerah

KOTA = IdentitasDaerah("Kota Uji", "kota", "99.01")


def _peserta(nama: str, skor: Fraction | int | None, predikat: str | None = None) -> Peserta:
    return Peserta(nama, nama, KOTA, None if skor is None else Fraction(skor), predikat=predikat)


def _susun(*peserta: Peserta) -> list[tuple[int, str]]:
    hasil = susun_peringkat(peserta, "daerah", 2024, "berbukti", None)
    return [(satu.peringkat, satu.peserta.nama) for satu in hasil.urutan]


def test_skor_yang_sama_berbagi_peringkat() -> None:
    hasil = _susun(_peserta("d", 10), _peserta("b", 20), _peserta("a", 30), _peserta("c", 20))
    assert hasil == [(1, "a"), (2, "b"), (2, "c"), (4, "d")]


def test_skor_nol_berperingkat_dan_tanpa_skor_terpisah() -> None:
    hasil = susun_peringkat([_peserta("a", None), _peserta("b", 0)], "daerah", 2024, "berbukti", None)
    assert [satu.peserta.nama for satu in hasil.urutan] == ["b"]
    assert [satu.nama for satu in hasil.tanpa_skor] == ["a"]


@given(st.lists(st.integers(0, 5), max_size=8), st.randoms())
def test_urutan_masuk_tidak_berpengaruh(skor: list[int], acak: Random) -> None:
    semua = [_peserta(f"p{nomor}", nilai) for nomor, nilai in enumerate(skor)]
    kocok = semua[:]
    acak.shuffle(kocok)
    hasil = _susun(*semua)
    assert _susun(*kocok) == hasil
    for peringkat, nama in hasil:
        milik = skor[int(nama[1:])]
        assert peringkat == 1 + sum(lain > milik for lain in skor)


def test_ringkasan_predikat_menghitung_juga_yang_tanpa_skor() -> None:
    semua = [
        _peserta("a", 70, "Sangat"),
        _peserta("b", 60, "Sangat"),
        _peserta("c", None, "Kurang"),
        _peserta("d", 1),
    ]
    hasil = susun_peringkat(semua, "daerah", 2024, "berbukti", None)
    assert dict(hasil.predikat) == {"Sangat": 2, "Kurang": 1, None: 1}


def _json(*argumen: str | Path | int, kode: int = 0) -> Data:
    keluaran = indeks("peringkat", *argumen, "--format", "json")
    assert keluaran.kode == kode, keluaran.galat
    dokumen: Data = json.loads(keluaran.keluar)
    assert dokumen["versi_format"] == 1
    return dokumen


def _urutan(dokumen: Data) -> list[tuple[int, str, float, str]]:
    return [(satu["peringkat"], satu["nama"], satu["skor"], satu["sumber"]) for satu in dokumen["peringkat"]]


def _daerah(nama: str, kode: str, jenis: str = "kota", klaster: tuple[str, ...] = ()) -> Data:
    return {
        "nama": nama,
        "jenis": jenis,
        "kode": kode,
        "klaster": list(klaster),
        "perangkat_daerah": {"dinkes": "Dinas Kesehatan", "dinsos": "Dinas Sosial"},
    }


@pytest.fixture
def provinsi(tmp_path: Path) -> Path:
    """Dua kota dihitung dengan indeks sama, satu kabupaten dengan hasil terbit, satu tanpa data 2024."""
    for nama, kode, kematangan in (("Kota B", "99.02", 80), ("Kota A", "99.01", 80)):
        catatan = {
            "dinkes/satu": inovasi(2024, nama=f"Satu {nama}", kematangan=kematangan),
            "dinsos/dua": inovasi(2024, nama="Dua", status="ditolak"),
        }
        tulis_daerah(tmp_path / kode, 2024, catatan, {"total": 40}, _daerah(nama, kode))
    kabupaten = _daerah("Kabupaten C", "99.03", "kabupaten", ("perbatasan",))
    tulis(tmp_path / "99.03" / "daerah.yaml", kabupaten)
    terbit = [
        {"tahun": 2024, "jenis": "mandiri", "skor": 90.0, "sumber": "uji"},
        {"tahun": 2024, "jenis": "final", "skor": 66.0, "jumlah_inovasi": 7, "sumber": "uji"},
        {"tahun": 2023, "jenis": "sementara", "skor": 30.0, "predikat": "Kurang Inovatif", "sumber": "uji"},
    ]
    tulis(tmp_path / "99.03" / "hasil_resmi.yaml", {"hasil": terbit})
    tulis(tmp_path / "99.04" / "daerah.yaml", _daerah("Kabupaten D", "99.04", "kabupaten"))
    return tmp_path


def test_hasil_terbit_ikut_dan_ditandai(provinsi: Path) -> None:
    dokumen = _json(provinsi, "--tahun", 2024)
    # (40 + 80 / 10 + 0,38) / 250 × 100
    assert _urutan(dokumen) == [
        (1, "Kabupaten C", 66, "final"),
        (2, "Kota A", 19.35, "dihitung"),
        (2, "Kota B", 19.35, "dihitung"),
    ]
    predikat = {satu["predikat"]: satu["jumlah"] for satu in dokumen["predikat"]}
    assert predikat["Sangat Inovatif"] == 1
    assert predikat["Kurang Inovatif"] == 2
    assert "Kabupaten D" in indeks("peringkat", provinsi, "--tahun", 2024).galat


def test_tanpa_tahun_memakai_tahun_catatan_terbaru(provinsi: Path) -> None:
    keluaran = indeks("peringkat", provinsi)
    assert "2024" in keluaran.galat
    assert _json(provinsi)["tahun"] == 2024


def test_tahun_yang_hanya_punya_hasil_terbit(provinsi: Path) -> None:
    dokumen = _json(provinsi, "--tahun", 2023)
    assert _urutan(dokumen) == [(1, "Kabupaten C", 30, "sementara")]
    assert dokumen["peringkat"][0]["predikat"] == "Kurang Inovatif"
    assert _json(provinsi / "99.03")["tahun"] == 2024


@pytest.mark.parametrize(
    ("saringan", "nama"),
    [
        (["--jenis", "kota"], ["Kota A", "Kota B"]),
        (["--jenis", "kabupaten"], ["Kabupaten C"]),
        (["--klaster", "perbatasan"], ["Kabupaten C"]),
    ],
)
def test_saringan(provinsi: Path, saringan: list[str], nama: list[str]) -> None:
    assert [satu["nama"] for satu in _json(provinsi, "--tahun", 2024, *saringan)["peringkat"]] == nama


def test_metode_lain_tidak_memeringkatkan_hasil_terbit(provinsi: Path) -> None:
    dokumen = _json(provinsi, "--tahun", 2024, "--metode", 2026)
    assert [satu["nama"] for satu in dokumen["peringkat"]] == ["Kota A", "Kota B"]
    (tanpa,) = dokumen["tanpa_peringkat"]
    assert (tanpa["nama"], tanpa["skor"], tanpa["predikat"]) == ("Kabupaten C", None, None)
    assert tanpa["alasan"]
    assert _urutan(_json(provinsi, "--tahun", 2024, "--metode", 2024))[0][1] == "Kabupaten C"


def test_hasil_terbit_tanpa_skor_dan_indeks_yang_tidak_terhitung(tmp_path: Path) -> None:
    tulis_daerah(tmp_path / "a", 2021, {"dinkes/x": inovasi(2021)}, {"total": 40}, _daerah("Kota A", "99.01"))
    tulis(tmp_path / "b" / "daerah.yaml", _daerah("Kota B", "99.02"))
    terbit = [{"tahun": 2021, "jenis": "final", "predikat": "Inovatif", "sumber": "uji"}]
    tulis(tmp_path / "b" / "hasil_resmi.yaml", {"hasil": terbit})
    dokumen = _json(tmp_path, "--tahun", 2021)
    assert dokumen["peringkat"] == []
    assert [(satu["nama"], bool(satu["alasan"])) for satu in dokumen["tanpa_peringkat"]] == [
        ("Kota A", True),
        ("Kota B", True),
    ]
    assert {"predikat": "Inovatif", "jumlah": 1} in dokumen["predikat"]


def test_tahun_absolut_diurutkan_menurut_skor_total() -> None:
    dokumen = _json(CONTOH, "--tahun", 2020)
    skor = [satu["skor"] for satu in dokumen["peringkat"]]
    assert skor == sorted(skor, reverse=True)
    assert skor[0] > 1000
    assert dokumen["skala"] == "absolut"


def test_menurut_opd(provinsi: Path) -> None:
    dokumen = _json(provinsi, "--menurut", "opd")
    assert [(satu["peringkat"], satu["kunci"], satu["skor"]) for satu in dokumen["peringkat"]] == [
        (1, "99.01/dinkes", 80),
        (1, "99.02/dinkes", 80),
    ]
    assert {satu["kunci"] for satu in dokumen["tanpa_peringkat"]} == {"99.01/dinsos", "99.02/dinsos"}
    sumbangan = dokumen["peringkat"][0]["sumbangan"]
    assert set(sumbangan) == {"tanpa_opd", "shapley", "galat_baku"}
    assert sumbangan["shapley"] > 0
    assert sumbangan["galat_baku"] is None


def test_menurut_inovasi(provinsi: Path) -> None:
    dokumen = _json(provinsi / "99.01", "--menurut", "inovasi", "--dasar", "klaim")
    assert dokumen["dasar"] == "klaim"
    assert [(satu["kunci"], satu["skor"]) for satu in dokumen["peringkat"]] == [
        ("99.01/2024/dinkes/satu", 80)
    ]
    assert [satu["alasan"] for satu in dokumen["tanpa_peringkat"]] == ["Tidak dihitung: status ditolak."]


@pytest.mark.parametrize(
    ("argumen", "sebut"),
    [
        (["--tahun", "2019"], "2024"),
        (["--tahun", "2023", "--menurut", "opd"], "2024"),
        (["--tahun", "2024", "--klaster", "papua"], "--klaster"),
        (["--tahun", "2024", "--metode", "1999"], "1999"),
    ],
)
def test_tanpa_peserta_kode_keluar_2(provinsi: Path, argumen: list[str], sebut: str) -> None:
    keluaran = indeks("peringkat", provinsi, *argumen)
    assert (keluaran.kode, keluaran.keluar) == (2, "")
    assert sebut in keluaran.galat


def test_berkas_tak_terbaca_kode_keluar_1(provinsi: Path) -> None:
    tulis(provinsi / "99.01" / "2024" / "dinkes" / "rusak.yaml", "nama: [")
    dokumen = _json(provinsi, "--tahun", 2024, kode=1)
    assert len(dokumen["temuan"]) == 1
    assert "rusak.yaml:1:" in indeks("peringkat", provinsi).galat


@pytest.mark.parametrize("menurut", ["daerah", "opd", "inovasi"])
def test_teks_paling_lebar_80_kolom(menurut: str) -> None:
    keluaran = indeks("peringkat", CONTOH, "--tahun", 2024, "--menurut", menurut)
    assert keluaran.kode == 0
    assert max(map(len, keluaran.keluar.splitlines())) <= 80


def test_nama_jahat_tidak_merusak_tabel_markdown(tmp_path: Path) -> None:
    jahat = "a | b\n<i>x</i> [y](z) \\"
    tulis_daerah(
        tmp_path, 2024, {"dinkes/x": inovasi(2024, nama=jahat)}, {"total": 40}, _daerah(jahat, "99.01")
    )
    for menurut in ("daerah", "opd", "inovasi"):
        keluaran = indeks("peringkat", tmp_path, "--menurut", menurut, "--format", "markdown")
        assert keluaran.kode == 0
        token = MarkdownIt("commonmark").enable("table").parse(keluaran.keluar)
        anak = {anak.type for satu in token for anak in satu.children or ()}
        assert anak <= {"text", "text_special", "strong_open", "strong_close"}
        baris = [satu.type for satu in token if satu.type in ("table_open", "tr_open", "td_open")]
        # Dinas Sosial belum punya inovasi terhitung, jadi tanpa peringkat.
        assert baris.count("table_open") == (2 if menurut == "opd" else 1)


def test_nama_bukan_kode_folder(provinsi: Path) -> None:
    for menurut in ("opd", "inovasi"):
        keluar = indeks("peringkat", provinsi, "--tahun", 2024, "--menurut", menurut).keluar
        assert "Dinas Kesehatan" in keluar
        assert "dinkes" not in keluar


def test_penutup_menyebut_perintah_yang_ada(provinsi: Path) -> None:
    for menurut in ("daerah", "opd", "inovasi"):
        baris = indeks("peringkat", provinsi, "--tahun", 2024, "--menurut", menurut).keluar.splitlines()
        nama, perintah, *_ = baris[baris.index("Lanjut") + 1].split()
        assert nama == "indeks"
        assert perintah in PERINTAH


def test_hasil_resmi_rusak_disebut(provinsi: Path) -> None:
    tulis(provinsi / "99.03" / "hasil_resmi.yaml", "hasil: [")
    dokumen = _json(provinsi, "--tahun", 2024, kode=1)
    assert [satu["berkas"] for satu in dokumen["temuan"]] == ["99.03/hasil_resmi.yaml"]
    assert "hasil_resmi.yaml:1:" in indeks("peringkat", provinsi / "99.03").galat
