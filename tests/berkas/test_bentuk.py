"""Bentuk isian: yang salah tulis menjadi temuan SKM pada baris dan kolomnya, yang benar diterima."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from indeksinovasi.alur.metode import metode_tahun
from indeksinovasi.alur.metode_periksa import periksa_berkas_metode
from indeksinovasi.berkas.baca import urai
from indeksinovasi.berkas.metode import MetodeRusak, muat_berkas
from indeksinovasi.berkas.muat import (
    Kamus,
    baca_inovasi_sebisanya,
    muat_inovasi,
    muat_model,
    muat_spd,
    susun_kamus,
    temuan_dari,
)
from indeksinovasi.inti.metode.periksa import halangan
from indeksinovasi.inti.model.angka import adalah_angka, bulat_dua, bulatkan, pecahan
from indeksinovasi.inti.model.aturan import Aturan
from indeksinovasi.inti.model.daerah import Daerah, HasilResmi
from indeksinovasi.inti.model.fakta import bentuk_dari_aturan
from indeksinovasi.inti.model.inovasi import Inovasi, Waktu
from indeksinovasi.inti.model.isian_fakta import periksa_bentuk
from indeksinovasi.inti.model.metode import Metode
from indeksinovasi.inti.model.temuan import Temuan, teks_jalur
from tests.daerah_uji import AKAR, CATATAN, inovasi, metode, tulis
from tests.kasus_skor import muat

Letak = tuple[str, str, int, int]


@cache
def _kamus(tahun: int) -> Kamus:
    return susun_kamus(metode(tahun))


def _letak(temuan: tuple[Temuan, ...]) -> list[Letak]:
    return [(satu.kode, satu.jalur, satu.baris, satu.kolom) for satu in temuan]


def _temuan_inovasi(teks: str, tahun: int = 2024) -> tuple[Temuan, ...]:
    dokumen = urai(teks.encode(), "x.yaml")
    assert dokumen.temuan == ()
    satu, masalah = muat_inovasi(dokumen, _kamus(tahun))
    assert (satu is None) == bool(masalah)
    return temuan_dari(dokumen, masalah)


def _temuan_fakta(kode: str, fakta: str, tahun: int = 2024) -> tuple[Temuan, ...]:
    return _temuan_inovasi(f"{CATATAN}indikator:\n  {kode}:\n    fakta: {fakta}\n", tahun)


# Nilai fakta berada di baris 11 kolom 12.
@pytest.mark.parametrize(
    ("kode", "fakta", "skm", "jalur", "kolom"),
    [
        ("regulasi", "perkda", "SKM104", "", 12),
        ("regulasi", "3", "SKM103", "", 12),
        ("regulasi", "[perda]", "SKM103", "", 12),
        ("sdm", '"11"', "SKM103", "", 12),
        ("sdm", "true", "SKM103", "", 12),
        ("sdm", "sebelas", "SKM103", "", 12),
        ("sdm", ".inf", "SKM103", "", 12),
        ("sdm", ".nan", "SKM103", "", 12),
        ("kecepatan", "4,5", "SKM108", "", 12),
        ("kecepatan", '"1.234,5"', "SKM108", "", 12),
        ("pengaduan", "tidak", "SKM104", "", 12),
        ("pengaduan", "[1]", "SKM103", "", 12),
        ("anggaran", "2022", "SKM103", "", 12),
        ("anggaran", "[2022, duaribu]", "SKM103", "[1]", 19),
        ("anggaran", "[2022, 22]", "SKM106", "[1]", 19),
        ("anggaran", "[true]", "SKM103", "[0]", 13),
        ("bimtek", "[2022]", "SKM103", "", 12),
        ("bimtek", "{22: 1}", "SKM106", "[22]", 13),
        ("bimtek", "{duaribu: 1}", "SKM103", ".duaribu", 13),
        ("bimtek", "{2022: sekali}", "SKM103", ".2022", 19),
        ("aktor", "pemerintah", "SKM103", "", 12),
        ("aktor", "[pemerintah, swasta]", "SKM104", "[1]", 25),
        ("aktor", "[1]", "SKM103", "[0]", 13),
        ("kemanfaatan", "orang", "SKM103", "", 12),
        ("kemanfaatan", "{basis: kepala, nilai: 3}", "SKM104", ".basis", 20),
        ("kemanfaatan", "{basis: 1, nilai: 3}", "SKM103", ".basis", 20),
        ("kemanfaatan", "{basis: orang, nilai: banyak}", "SKM103", ".nilai", 34),
        ("kemanfaatan", "{basis: orang}", "SKM101", ".nilai", 5),
        ("kemanfaatan", "{basis: orang, nilai: 3, satuan: kk}", "SKM102", ".satuan", 37),
        ("kemanfaatan", "{basis: unit, nilai: 0,12}", "SKM108", "[12]", 35),
    ],
)
def test_fakta_yang_salah_tulis(kode: str, fakta: str, skm: str, jalur: str, kolom: int) -> None:
    assert _letak(_temuan_fakta(kode, fakta)) == [(skm, f"indikator.{kode}.fakta{jalur}", 11, kolom)]


TANGGA: Any = {1: {"min": 1, "maks": 1}, 2: {"min": 2, "maks": 2}, 3: {"min": 3}}
RENTANG: Any = {"jenis": "rentang", "satuan": "kali", "arah": "naik", "tingkat": TANGGA}


@pytest.mark.parametrize(
    ("aturan", "benar", "salah"),
    [
        ({"jenis": "pilihan", "tingkat": {"a": 1, "b": 2}}, ["a", "b"], ["c", 1, ["a"]]),
        ({"jenis": "pilihan", "banyak": True, "tingkat": {"a": 1}}, [[], ["a"]], ["a", ["c"], [1]]),
        (RENTANG, [0, 4.5, -1], ["4", [4], {2024: 4}, True]),
        (RENTANG | {"pilihan": {"tidak_ada": 1}}, [3, "tidak_ada"], ["ada", {2024: 1}]),
        (RENTANG | {"perubahan": "persen"}, [3, {2023: 1, 2024: 2.5}], ["x", [1], {"a": 1}]),
        (
            {"jenis": "jumlah", "satuan": "x", "tingkat": TANGGA, "kelompok": {"x": ["a", "b"]}},
            [["a"]],
            ["a", ["c"]],
        ),
        ({"jenis": "tahun", "tingkat": {1: [["T-0"]]}}, [[], [2024]], [2024, ["2024"], [24]]),
        ({"jenis": "kali", "jendela": ["T-0"], "tingkat": TANGGA}, [{}, {2024: 3}], [[2024], {24: 1}, 3]),
        (
            {"jenis": "basis", "basis": {"kk": RENTANG}},
            [3, {"nilai": 3}, {"basis": "kk", "nilai": 3}],
            ["kk", {"basis": "kk"}, {"basis": "orang", "nilai": 3}, [3]],
        ),
    ],
    ids=lambda satu: satu["jenis"] if isinstance(satu, dict) and "jenis" in satu else "",
)
def test_bentuk_fakta_indikator_lomba_mengikuti_aturannya(
    aturan: Any, benar: list[Any], salah: list[Any]
) -> None:
    bentuk = bentuk_dari_aturan(TypeAdapter(Aturan).validate_python(aturan))
    assert [satu for satu in benar if list(periksa_bentuk(bentuk, satu))] == []
    assert [satu for satu in salah if not list(periksa_bentuk(bentuk, satu))] == []


def test_koma_desimal_dalam_peta_tahun_terbaca_sebagai_isian_lain() -> None:
    dokumen = urai(b"indikator:\n  ipm_progres:\n    fakta: {2024: 77,42, 2025: 78.15}\n", "spd.yaml")
    _, masalah = muat_spd(dokumen, _kamus(2026))
    assert _letak(temuan_dari(dokumen, masalah)) == [("SKM108", "indikator.ipm_progres.fakta[42]", 3, 22)]


@pytest.mark.parametrize("fakta", ["{2024: x}", "{24: 1}", '"4.5"', "[4.5]"])
def test_fakta_spd_bertahun_yang_salah_tulis(fakta: str) -> None:
    dokumen = urai(f"indikator:\n  pengangguran_progres:\n    fakta: {fakta}\n".encode(), "spd.yaml")
    satu, masalah = muat_spd(dokumen, _kamus(2026))
    (temuan,) = temuan_dari(dokumen, masalah)
    assert satu is None
    assert (temuan.baris, temuan.jalur.split("[")[0].removesuffix(".2024")) == (
        3,
        "indikator.pengangguran_progres.fakta",
    )


@pytest.mark.parametrize("fakta", ["{2024: 4.50, 2025: 4.14}", "0.36", "-1"])
def test_fakta_spd_bertahun_yang_benar(fakta: str) -> None:
    dokumen = urai(f"indikator:\n  pengangguran_progres: {{fakta: {fakta}}}\n".encode(), "spd.yaml")
    satu, masalah = muat_spd(dokumen, _kamus(2026))
    assert (satu is not None, masalah) == (True, [])


def test_spd_tahun_tanpa_tabel_menerima_indikator_apa_pun() -> None:
    dokumen = urai(b"indikator:\n  indikator_daerah: {parameter: 2}\n", "spd.yaml")
    satu, masalah = muat_spd(dokumen, _kamus(2024))
    assert (satu is not None, masalah) == (True, [])
    ditolak, masalah = muat_spd(dokumen, _kamus(2026))
    assert (ditolak, [satu.kode for satu in masalah]) == (None, ["SKM102"])


@pytest.mark.parametrize(
    ("isi", "letak"),
    [
        ("{}", ("SKM112", "", 1, 1)),
        ("total: -1", ("SKM106", "total", 1, 8)),
        ("total: 12,5", ("SKM108", "total", 1, 8)),
        ("total: banyak", ("SKM103", "total", 1, 8)),
        ("total: 5\nmaksimum: 0", ("SKM106", "maksimum", 2, 11)),
        ("jumlah: 5", ("SKM102", "jumlah", 1, 1)),
    ],
)
def test_spd_yang_salah(isi: str, letak: Letak) -> None:
    dokumen = urai(isi.encode(), "spd.yaml")
    satu, masalah = muat_spd(dokumen, _kamus(2024))
    assert satu is None
    assert letak in _letak(temuan_dari(dokumen, masalah))


# Catatan inovasi.


@pytest.mark.parametrize(
    ("lama", "baru", "letak"),
    [
        ("nama: Posyandu\n", "", ("SKM101", "nama", 1, 1)),
        ("Posyandu", '""', ("SKM109", "nama", 1, 7)),
        ("Posyandu", "", ("SKM109", "nama", 1, 1)),
        ("Posyandu", "12", ("SKM103", "nama", 1, 7)),
        ("status: terkirim", "status: kirim", ("SKM104", "status", 2, 9)),
        ("status: terkirim", "stattus: terkirim\nstatus: terkirim", ("SKM102", "stattus", 2, 1)),
        ("tahapan: penerapan", "tahapan: uji", ("SKM104", "tahapan", 3, 10)),
        ("urusan: kesehatan", "urusan: Kesehatan", ("SKM104", "urusan", 7, 9)),
        ("2023-01-01", "17-08-2023", ("SKM105", "waktu.penerapan", 8, 20)),
        ("2023-01-01", "2023-02-29", ("SKM105", "waktu.penerapan", 8, 20)),
        ("2023-01-01", "2023", ("SKM105", "waktu.penerapan", 8, 20)),
        ("{penerapan: 2023-01-01}", "{}", ("SKM101", "waktu.penerapan", 8, 1)),
        ("waktu: {penerapan: 2023-01-01}\n", "", ("SKM101", "waktu.penerapan", 1, 1)),
        ("waktu:", "koordinat: {lintang: 91, bujur: 0}\nwaktu:", ("SKM106", "koordinat.lintang", 8, 22)),
        ("waktu:", "koordinat: {lintang: 0,12, bujur: 1}\nwaktu:", ("SKM108", "koordinat[12]", 8, 24)),
        ("waktu:", "asta_cita: 9\nwaktu:", ("SKM106", "asta_cita", 8, 12)),
        ("waktu:", "kematangan: -1\nwaktu:", ("SKM106", "kematangan", 8, 13)),
        ("waktu:", "kematangan: true\nwaktu:", ("SKM103", "kematangan", 8, 13)),
        ("waktu:", "pengembangan_dari: posyandu\nwaktu:", ("SKM111", "pengembangan_dari", 8, 20)),
        ("waktu:", "urusan_lain: sosial\nwaktu:", ("SKM103", "urusan_lain", 8, 14)),
        ("waktu:", "indikator: [1]\nwaktu:", ("SKM103", "indikator", 8, 12)),
        ("waktu:", "indikator: {sdm: 3}\nwaktu:", ("SKM103", "indikator.sdm", 8, 18)),
        (
            "waktu:",
            "indikator: {sdm: {parameter: true}}\nwaktu:",
            ("SKM104", "indikator.sdm.parameter", 8, 30),
        ),
        (
            "waktu:",
            'indikator: {sdm: {parameter: "3"}}\nwaktu:',
            ("SKM104", "indikator.sdm.parameter", 8, 30),
        ),
    ],
)
def test_catatan_yang_salah_tulis(lama: str, baru: str, letak: Letak) -> None:
    assert lama in CATATAN
    assert _letak(_temuan_inovasi(CATATAN.replace(lama, baru, 1))) == [letak]


def test_beberapa_kesalahan_dilaporkan_sekaligus_menurut_letaknya() -> None:
    teks = (
        CATATAN.replace("terkirim", "kirim").replace("kesehatan", "Kesehatan")
        + "indikator: {sdm: {fakta: x}}\n"
    )
    assert _letak(_temuan_inovasi(teks)) == [
        ("SKM104", "status", 2, 9),
        ("SKM104", "urusan", 7, 9),
        ("SKM103", "indikator.sdm.fakta", 9, 26),
    ]


def test_catatan_yang_benar_diterima_apa_adanya() -> None:
    assert _temuan_inovasi(CATATAN) == ()
    isi = inovasi(
        2024,
        urusan_lain=["sosial", "pangan"],
        koordinat={"lintang": -0.12, "bujur": 117.47},
        asta_cita=8,
        kematangan=79.69,
        pengembangan_dari="2022/dinas-kesehatan/posyandu",
        indikator={
            "regulasi": {"parameter": 2, "bukti": [{"tautan": "https://x.go.id"}, {"nomor": "1/2023"}]}
        },
    )
    satu = Inovasi.model_validate(isi)
    assert satu.kematangan == Fraction(7969, 100)
    assert satu.koordinat is not None
    assert satu.koordinat.lintang == -0.12
    assert satu.indikator["regulasi"].berbukti
    assert not satu.indikator["regulasi"].bukti[1].terisi


def test_tahapan_sebelum_penerapan_boleh_tanpa_tanggal() -> None:
    for tahapan in ("inisiatif", "uji_coba"):
        assert Inovasi.model_validate(inovasi(2024, tahapan=tahapan, waktu=None)).waktu == Waktu()


def test_tanggal_boleh_berupa_tanggal() -> None:
    assert Waktu.model_validate({"penerapan": date(2023, 8, 17)}).penerapan == date(2023, 8, 17)
    with pytest.raises(ValidationError):
        Waktu.model_validate({"penerapan": 20230817})


# Daerah dan hasil resmi.

DAERAH = 'nama: Kota Contoh\njenis: kota\nkode: "99.71"\n'


@pytest.mark.parametrize(
    ("tambahan", "letak"),
    [
        ("perangkat_daerah: {Dinas Kesehatan: x}", ("SKM107", "perangkat_daerah.Dinas Kesehatan", 4, 20)),
        ("klaster: [kepulauan]", ("SKM104", "klaster[0]", 4, 11)),
        ("target_inovasi: {23: 1}", ("SKM106", "target_inovasi[23]", 4, 18)),
        ("target_inovasi: {2023: -1}", ("SKM106", "target_inovasi.2023", 4, 24)),
    ],
)
def test_daerah_yang_salah_tulis(tambahan: str, letak: Letak) -> None:
    dokumen = urai(f"{DAERAH}{tambahan}\n".encode(), "daerah.yaml")
    daerah, masalah = muat_model(dokumen, Daerah)
    assert daerah is None
    assert _letak(temuan_dari(dokumen, masalah)) == [letak]


@pytest.mark.parametrize(
    ("kode", "skm"), [("99.71", "SKM110"), ("99", "SKM110"), ('"9971"', "SKM111"), ('"9.71"', "SKM111")]
)
def test_kode_wilayah(kode: str, skm: str) -> None:
    dokumen = urai(f"nama: K\njenis: kota\nkode: {kode}\n".encode(), "daerah.yaml")
    _, masalah = muat_model(dokumen, Daerah)
    assert [satu.kode for satu in masalah] == [skm]


def test_target_yang_berlaku_adalah_yang_terbaru_tidak_melewati_tahunnya() -> None:
    daerah = Daerah.model_validate(
        {"nama": "K", "jenis": "kota", "kode": "99.71", "target_inovasi": {2023: 1, 2025: 5}}
    )
    assert [daerah.target(tahun) for tahun in (2022, 2023, 2024, 2025, 2030)] == [None, 1, 1, 5, 5]


def test_hasil_resmi_menerima_beberapa_hasil_satu_tahun() -> None:
    isi = {"tahun": 2023, "jenis": "mandiri", "skor": 63.85, "sumber": "rakor"}
    assert len(HasilResmi.model_validate({"hasil": [isi, isi | {"jenis": "final"}]}).hasil) == 2
    for salah in (
        {"tahun": 23},
        {"jenis": "resmi"},
        {"skor": -1},
        {"sumber": ""},
        {"jumlah_opd": -1},
        {"nilai": 1},
    ):
        with pytest.raises(ValidationError):
            HasilResmi.model_validate({"hasil": [isi | salah]})


# Berkas tahun.


@pytest.mark.parametrize("tahun", range(2020, 2027))
def test_setiap_berkas_tahun_termuat_dan_tahunnya_sama_dengan_namanya(tahun: int) -> None:
    assert metode(tahun).tahun == tahun


def _indikator_ganda(isi: Any) -> None:
    isi["indikator"].append(isi["indikator"][0])
    isi["kontrol"] = {}


def _bobot_lain(isi: Any) -> None:
    isi["indikator"][0]["bobot"] = 4


def _maksimum_lain(isi: Any) -> None:
    isi["maksimum"]["total"]["nilai"] = 251


def _jumlah_lain(isi: Any) -> None:
    isi["kontrol"]["jumlah_indikator_sid"] = 19


@pytest.mark.parametrize(
    ("ubah", "kode"),
    [
        (_bobot_lain, "KTN704"),
        (_maksimum_lain, "KTN704"),
        (_jumlah_lain, "KTN704"),
        (_indikator_ganda, "KTN709"),
    ],
)
def test_berkas_tahun_yang_tidak_cocok_dengan_kontrolnya_ditolak(
    ubah: Callable[[Any], None], kode: str
) -> None:
    isi = muat(AKAR / "indikator" / "2024.yaml")
    assert not list(halangan(Metode.model_validate(isi)))
    ubah(isi)
    if kode == "KTN709":
        # Ganda tetap ditolak walau semua jumlahnya disesuaikan.
        isi["maksimum"].pop("sid_indikator")
        isi["maksimum"].pop("total")
    assert {satu.kode for satu in halangan(Metode.model_validate(isi))} == {kode}


def test_memuat_dan_memeriksa_menyebut_semua_selisih_dengan_kalimat_yang_sama(tmp_path: Path) -> None:
    teks = (AKAR / "indikator" / "2024.yaml").read_text(encoding="utf-8")
    berkas = tmp_path / "lomba.yaml"
    berkas.write_text(
        teks.replace("jumlah_indikator_sid: 20", "jumlah_indikator_sid: 19").replace(
            "jumlah_bobot_sid: 37", "jumlah_bobot_sid: 36.5"
        ),
        encoding="utf-8",
    )
    with pytest.raises(MetodeRusak) as galat:
        muat_berkas(berkas)
    diperiksa = periksa_berkas_metode((str(berkas),)).temuan
    assert len(galat.value.temuan) == 2
    assert galat.value.temuan == tuple(satu for satu in diperiksa if satu.tingkat == "galat")
    assert "tertulis 36.5, hitungan tabel 37" in galat.value.temuan[1].pesan


# Bilangan.


@pytest.mark.parametrize(
    ("tertulis", "nilai"),
    [
        ("79,69", Fraction(7969, 100)),
        ("79.69", Fraction(7969, 100)),
        (" -3 ", Fraction(-3)),
        (4.5, Fraction(9, 2)),
        (0.1, Fraction(1, 10)),
        (Decimal("0.38"), Fraction(19, 50)),
        (7, Fraction(7)),
        (Fraction(1, 3), Fraction(1, 3)),
    ],
)
def test_pecahan_tepat_seperti_tertulis(tertulis: Any, nilai: Fraction) -> None:
    assert pecahan(tertulis) == nilai


@pytest.mark.parametrize(
    "tertulis",
    ["", "-", ".", "x", "1e3", "1.2.3", "1.234,5", "1_000", "inf", "٣", "1/2", float("inf"), float("nan")],
)
def test_pecahan_menolak_yang_bukan_bilangan(tertulis: Any) -> None:
    with pytest.raises(ValueError, match="bukan bilangan"):
        pecahan(tertulis)


@pytest.mark.parametrize("nilai", [True, False, "3", None, float("inf"), float("nan"), [1]])
def test_bukan_angka(nilai: object) -> None:
    assert not adalah_angka(nilai)


@pytest.mark.parametrize(
    ("nilai", "bulat"),
    [
        ("65.005", "65.01"),
        ("65.0049", "65.00"),
        ("65.006", "65.01"),
        ("0.005", "0.01"),
        ("2.675", "2.68"),
        ("7", "7.00"),
    ],
)
def test_indeks_dibulatkan_setengah_ke_atas(nilai: str, bulat: str) -> None:
    assert str(bulatkan(Fraction(nilai), 2)) == bulat


@given(st.fractions(min_value=0, max_value=10**6))
def test_pembulatan_paling_jauh_setengah_satuan_dan_setengah_ke_atas(
    nilai: Fraction,
) -> None:
    selisih = Fraction(bulatkan(nilai, 2)) - nilai
    assert -Fraction(1, 200) < selisih <= Fraction(1, 200)
    assert bulat_dua(nilai) == Fraction(bulatkan(nilai, 2))


@pytest.mark.parametrize(
    ("jalur", "teks"),
    [
        (("indikator", "regulasi", "bukti", 0, "berkas"), "indikator.regulasi.bukti[0].berkas"),
        (("target_inovasi", 2023), "target_inovasi.2023"),
        ((), ""),
        ((2024, "x"), "2024.x"),
    ],
)
def test_jalur_untuk_manusia(jalur: tuple[str | int, ...], teks: str) -> None:
    assert teks_jalur(jalur) == teks


def test_sidik_berubah_bersama_isi_berkas_tahun(tmp_path: Path) -> None:
    asli = AKAR / "indikator" / "2024.yaml"
    salinan = tmp_path / "2024.yaml"
    salinan.write_bytes(asli.read_bytes())
    assert muat_berkas(salinan).sidik == muat_berkas(asli).sidik == metode_tahun(2024).sidik
    salinan.write_bytes(asli.read_bytes() + b"# catatan\n")
    assert muat_berkas(salinan).sidik != muat_berkas(asli).sidik


def test_anggota_daftar_yang_salah_ditinggalkan_tanpa_catatannya(tmp_path: Path) -> None:
    berkas = tmp_path / "a.yaml"
    isi = inovasi(2024, urusan_lain=[{"bukti": 2, "nam": 3}, "pendidikan"], tematik={2021: "2"})
    tulis(berkas, isi)
    terbaca = baca_inovasi_sebisanya(berkas, "a.yaml", susun_kamus(metode(2024)))
    assert terbaca.isi is not None
    assert terbaca.isi.urusan_lain == ("pendidikan",)
    assert {satu.kode for satu in terbaca.temuan} == {"SKM103"}
