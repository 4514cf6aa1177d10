"""Catatan dinilai dengan metode lain: yang dibaca ulang, yang dibawa, dan yang tetap milik tahun catatan."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.daerah_uji import AKAR, Data, inovasi, nilai, tulis, tulis_daerah

BUKTI = [{"tautan": "https://contoh.go.id/bukti"}]


def _baris(
    akar: Path,
    tahun: int,
    entri: Data,
    metode: int | str | None = None,
    kode: str = "regulasi",
    dasar: str = "klaim",
) -> Data:
    """Baris *kode* satu inovasi *tahun* yang dinilai dengan *metode*."""
    tulis_daerah(akar, tahun, {"dinkes/satu": inovasi(tahun, indikator={kode: entri})}, {"total": 40})
    return dict(nilai(akar, tahun, metode, dasar=dasar)["inovasi"][0]["indikator"][kode])


def _catatan(objek: Data) -> dict[str, str]:
    return {satu["kode"]: satu["pesan"] for satu in objek["catatan"]}


@pytest.mark.parametrize(
    ("tahun", "metode", "kode", "entri", "tingkat"),
    [
        # Fakta dibaca menurut tahun yang diminta.
        (2023, 2026, "regulasi", {"fakta": "perkada"}, 2),
        (2026, 2023, "regulasi", {"fakta": "perkada"}, 3),
        (2023, 2026, "regulasi", {"parameter": 3, "fakta": "perkada"}, 2),
        (2026, 2023, "regulasi", {"parameter": 1, "fakta": "perkada"}, 3),
        (2023, 2026, "regulasi", {"parameter": 1, "fakta": "sk_kepala_pd"}, 0),
        (2023, 2024, "pengaduan", {"fakta": 45}, 1),
        (2024, 2023, "pengaduan", {"fakta": 60}, 2),
        (2023, 2026, "info_layanan", {"fakta": ["aplikasi"]}, 1),
        (2026, 2023, "info_layanan", {"fakta": ["aplikasi"]}, 3),
        # Tahun relatif selalu dihitung dari tahun catatan.
        (2024, 2026, "bimtek", {"fakta": {2022: 3}}, 3),
        (2026, 2024, "bimtek", {"fakta": {2024: 3}}, 0),
        (2024, 2026, "anggaran", {"fakta": [2022, 2024]}, 1),
        (2026, 2024, "anggaran", {"fakta": [2024, 2026]}, 2),
        # Bilangan kemanfaatan sampai 2023 berarti orang.
        (2023, 2026, "kemanfaatan", {"fakta": 250}, 2),
        (2023, 2026, "kemanfaatan", {"fakta": {"nilai": 250}}, 2),
        (2021, 2024, "kemanfaatan", {"parameter": 3, "fakta": 150}, 2),
        (2026, 2023, "kemanfaatan", {"fakta": {"basis": "orang", "nilai": 250}}, 3),
        # Yang tidak dikenal tahun yang diminta: klaim dibawa, atau 0 bila hanya fakta.
        (2023, 2026, "layanan_terintegrasi", {"parameter": 3, "fakta": "web_dan_mobile"}, 3),
        (2023, 2026, "layanan_terintegrasi", {"fakta": "web_dan_mobile"}, 0),
        (2024, 2023, "layanan_terintegrasi", {"parameter": 2, "fakta": "satu_unit"}, 2),
        (2024, 2023, "layanan_terintegrasi", {"fakta": "satu_unit"}, 0),
        (2026, 2023, "kemanfaatan", {"parameter": 2, "fakta": {"basis": "tren", "nilai": 3}}, 2),
        (2024, 2026, "pedoman_teknis", {"parameter": 3, "fakta": "video"}, 3),
        (2024, 2021, "anggaran", {"parameter": 2, "fakta": [2024]}, 2),
        # Tanpa fakta: klaim dibawa apa adanya, juga untuk kemanfaatan tahun berbasis tunggal.
        (2023, 2026, "regulasi", {"parameter": 3}, 3),
        (2023, 2026, "kemanfaatan", {"parameter": 3}, 3),
        # Yang mustahil pada tahun catatan tetap mustahil.
        (2023, 2026, "kualitas", {"parameter": 3, "fakta": 6}, 0),
        (2026, 2024, "kemanfaatan", {"parameter": 3}, 0),
        (2026, 2024, "kemanfaatan", {"parameter": 3, "fakta": 250}, 0),
    ],
)
def test_tingkat_menurut_metode_lain(
    tmp_path: Path, tahun: int, metode: int, kode: str, entri: Data, tingkat: int
) -> None:
    assert _baris(tmp_path, tahun, entri, metode, kode)["parameter"] == tingkat


@pytest.mark.parametrize(
    ("verifikasi", "tingkat"),
    [
        (3, 2),  # sama dengan tingkat tahun catatan (perkada = 3), jadi ikut dibaca ulang menjadi 2
        (2, 2),  # berbeda: dipakai apa adanya
        (1, 1),
        (0, 0),
    ],
)
def test_verifikasi_di_bawah_metode_lain(tmp_path: Path, verifikasi: int, tingkat: int) -> None:
    entri = {"fakta": "perkada", "verifikasi": {"parameter": verifikasi}}
    assert _baris(tmp_path, 2023, entri, 2026, dasar="terverifikasi") == {
        "parameter": tingkat,
        "skor": tingkat * 3,
    }
    assert _baris(tmp_path, 2023, entri, dasar="terverifikasi")["parameter"] == verifikasi


def test_verifikasi_nol_tidak_ikut_naik_bersama_tingkat_yang_dibaca_ulang(tmp_path: Path) -> None:
    # Pada 2026 SK kepala PD adalah tingkat 0 dan verifikasinya 0: sama, jadi di bawah 2023 menjadi tingkat 1.
    entri = {"fakta": "sk_kepala_pd", "verifikasi": {"parameter": 0}}
    assert _baris(tmp_path, 2026, entri, 2023, dasar="terverifikasi")["parameter"] == 1
    tanpa = {"fakta": "sk_kepala_pd"}
    assert _baris(tmp_path / "b", 2026, tanpa, 2023, dasar="terverifikasi")["parameter"] == 0


def test_bukti_tetap_menentukan_dasar_berbukti_di_bawah_metode_lain(tmp_path: Path) -> None:
    entri: Data = {"fakta": "perkada"}
    assert _baris(tmp_path, 2023, entri, 2026, dasar="berbukti")["parameter"] == 0
    assert _baris(tmp_path, 2023, entri | {"bukti": BUKTI}, 2026, dasar="berbukti")["parameter"] == 2


def test_baris_yang_dibawa_dan_yang_tak_terbaca_dihitung_dalam_catatan(tmp_path: Path) -> None:
    indikator: Data = {
        "regulasi": {"parameter": 3},
        "sdm": {"parameter": 2},
        "alat_kerja": {"fakta": "daring"},
        "layanan_terintegrasi": {"fakta": "web_aplikasi"},
        "kualitas": {"parameter": 3, "fakta": 6},
    }
    catatan = {
        "dinkes/a": inovasi(2023, indikator=indikator),
        "dinkes/b": inovasi(2023, indikator=indikator),
        "dinkes/ditolak": inovasi(2023, indikator=indikator, status="ditolak"),
    }
    tulis_daerah(tmp_path, 2023, catatan, {"total": 40})
    pesan = _catatan(nilai(tmp_path, 2023, metode=2026, dasar="klaim"))
    assert "4 dari 10 baris" in pesan["SKR613"]
    assert pesan["SKR614"].startswith("2 baris")
    assert pesan["SKR615"].startswith("2 baris")
    assert "SKR613" not in _catatan(nilai(tmp_path, 2023, dasar="klaim"))


def test_kematangan_tanpa_baris_dibawa_dalam_poin_tahun_catatan(tmp_path: Path) -> None:
    catatan = {"dinkes/a": inovasi(2021, kematangan=140), "dinkes/b": inovasi(2021, kematangan=100)}
    tulis_daerah(tmp_path, 2021, catatan, {"total": 40, "maksimum": 63})
    objek = nilai(tmp_path, 2021, metode=2026)
    assert [satu["kematangan"] for satu in objek["inovasi"]] == [140, 100]
    assert objek["sid"]["jumlah_kematangan"] == 240
    assert "SKR618" in _catatan(objek)
    assert [satu["skor_total"] for satu in objek["tiga_dasar"].values()] == [60, 60, 60]


def test_kematangan_beserta_baris_dibaca_ulang_dari_barisnya(tmp_path: Path) -> None:
    indikator = {"regulasi": {"fakta": "perkada", "bukti": BUKTI}}
    tulis_daerah(
        tmp_path, 2020, {"dinkes/a": inovasi(2020, kematangan=66, indikator=indikator)}, {"total": 40}
    )
    assert nilai(tmp_path, 2020)["inovasi"][0]["kematangan"] == 66
    assert nilai(tmp_path, 2020, metode=2026)["inovasi"][0]["kematangan"] == 2 * 3


def test_kematangan_yang_berbeda_dari_baris_tidak_dipakai_bila_tabelnya_lengkap(tmp_path: Path) -> None:
    indikator = {"regulasi": {"parameter": 2, "bukti": BUKTI}}
    tulis_daerah(
        tmp_path, 2024, {"dinkes/a": inovasi(2024, kematangan=85, indikator=indikator)}, {"total": 40}
    )
    assert nilai(tmp_path, 2024)["inovasi"][0]["kematangan"] == 6


def test_jendela_penerapan_tetap_milik_tahun_catatan(tmp_path: Path) -> None:
    dalam_2024 = inovasi(2024, status="terkirim", kematangan=80, waktu={"penerapan": "2022-03-01"})
    luar_2024 = inovasi(
        2024,
        status="terkirim",
        kematangan=80,
        waktu={"penerapan": "2021-03-01", "pengembangan": "2023-05-01"},
    )
    tulis_daerah(tmp_path, 2024, {"dinkes/dalam": dalam_2024, "dinkes/luar": luar_2024}, {"total": 40})
    for metode in (None, 2026, 2023, 2021):
        golongan = {satu["id"]: satu["golongan"] for satu in nilai(tmp_path, 2024, metode)["inovasi"]}
        assert golongan == {"2024/dinkes/dalam": "terhitung", "2024/dinkes/luar": "tidak_layak"}


def test_konstanta_urusan_dan_predikat_dari_metode_yang_diminta(tmp_path: Path) -> None:
    catatan = {f"dinkes/i{nomor}": inovasi(2024, kematangan=90) for nomor in range(11)}
    tulis_daerah(tmp_path, 2024, catatan, {"total": 60})
    asli, lain = nilai(tmp_path, 2024), nilai(tmp_path, 2024, metode=2026)
    assert (asli["sid"]["pembagi"], asli["sid"]["skor_jumlah_inovasi"], asli["predikat"]) == (
        11,
        4.18,
        "Sangat Inovatif",
    )
    assert (lain["sid"]["pembagi"], lain["sid"]["skor_jumlah_inovasi"]) == (12, 0)
    assert (lain["indeks"], lain["predikat"]) == (57.0, "Inovatif")
    assert lain["metode"]["tahun"] == 2026
    assert lain["tahun"] == 2024


def test_ditolak_mengikuti_metode_yang_diminta(tmp_path: Path) -> None:
    catatan = {
        "dinkes/a": inovasi(2023, kematangan=90),
        "dinkes/b": inovasi(2023, kematangan=90, status="ditolak"),
    }
    tulis_daerah(tmp_path, 2023, catatan, {"total": 60, "maksimum": 63})
    assert nilai(tmp_path, 2023, metode=2021)["sid"]["pembagi"] == 1
    assert nilai(tmp_path, 2023, metode=2020)["sid"]["pembagi"] == 1


def test_spd_2026_di_bawah_metode_tanpa_tabel_memakai_tabel_tahun_catatan(tmp_path: Path) -> None:
    spd = {"indikator": {"opini_bpk": {"fakta": "wtp"}, "lakip": {"fakta": "bb", "bukti": BUKTI}}}
    tulis_daerah(tmp_path, 2026, {"dinkes/a": inovasi(2026, kematangan=80)}, spd)
    objek = nilai(tmp_path, 2026, metode=2024, dasar="klaim")
    assert (objek["spd"]["skor"], objek["spd"]["maksimum"], objek["spd"]["asal"]) == (6.5, 63, "dibawa")
    assert objek["spd"]["indikator"]["lakip"] == {"parameter": 2, "skor": 2}
    assert "SKR610" in _catatan(objek)
    assert "spd" in {satu["kunci"] for satu in objek["asumsi"]}
    assert nilai(tmp_path, 2026, metode=2024)["spd"]["skor"] == 2


def test_spd_jadi_di_bawah_metode_bertabel_dipakai_apa_adanya(tmp_path: Path) -> None:
    tulis_daerah(tmp_path, 2024, {"dinkes/a": inovasi(2024, kematangan=80)}, {"total": 48.75})
    objek = nilai(tmp_path, 2024, metode=2026)
    assert (objek["spd"]["skor"], objek["spd"]["asal"]) == (48.75, "total")


def test_spd_2026_di_bawah_2021_tidak_dapat_dihitung_tanpa_maksimum(tmp_path: Path) -> None:
    spd = {"indikator": {"opini_bpk": {"fakta": "wtp"}}}
    tulis_daerah(tmp_path, 2026, {"dinkes/a": inovasi(2026, kematangan=80)}, spd)
    objek = nilai(tmp_path, 2026, metode=2021)
    assert (objek["indeks"], objek["spd"]["skor"]) == (None, None)
    assert {"SKR609", "SKR612"} <= _catatan(objek).keys()


def test_baris_spd_tanpa_tabel_di_tahun_catatan_dan_metode_tidak_terhitung(tmp_path: Path) -> None:
    spd = {"indikator": {"opini_bpk": {"parameter": 3}}}
    tulis_daerah(tmp_path, 2024, {"dinkes/a": inovasi(2024, kematangan=80)}, spd)
    objek = nilai(tmp_path, 2024)
    assert (objek["spd"]["skor"], objek["spd"]["asal"]) == (0, "tak_terhitung")
    assert objek["indeks_rentang"][1] - objek["indeks"] >= 25
    assert "SKR609" in _catatan(objek)


def _lomba(akar: Path, **ganti: Any) -> Path:
    """Berkas metode lomba kecil: satu indikator, skala absolut."""
    isi: Data = {
        "tahun": 2024,
        "revisi": 1,
        "status": "resmi",
        "nama": "Lomba Uji",
        "keterangan": "Uji.",
        "sumber": {"panitia": "Keputusan panitia"},
        "skala": "absolut",
        "rumus": {"sid": {"cara": "jumlah", "kepastian": "pasti", "sumber": ["panitia"]}},
        "predikat": [{"nama": "Juara", "mulai": {"nilai": 10, "kepastian": "pasti", "sumber": ["panitia"]}}],
        "kontrol": {"jumlah_indikator_sid": 1},
        "indikator": [
            {
                "kode": "sdm",
                "nomor": "1",
                "aspek": "sid",
                "nama": "Tim",
                "bobot": 5,
                "tingkat": {1: "1-3", 2: "4-6", 3: "7 ke atas"},
                "aturan": {
                    "jenis": "rentang",
                    "satuan": "orang",
                    "bulat": True,
                    "arah": "naik",
                    "tingkat": {1: {"min": 1, "maks": 3}, 2: {"min": 4, "maks": 6}, 3: {"min": 7}},
                },
                "kepastian": "pasti",
                "sumber": ["panitia"],
            }
        ],
    }
    return tulis(akar / "lomba.yaml", isi | ganti)


def test_lomba_daerah_menilai_catatan_yang_sama_dengan_indikatornya_sendiri(tmp_path: Path) -> None:
    catatan = {
        "dinkes/a": inovasi(
            2024, indikator={"sdm": {"parameter": 1, "fakta": 8}, "regulasi": {"parameter": 3}}
        ),
        "dinkes/b": inovasi(2024, indikator={"sdm": {"fakta": 4}}),
    }
    daerah = tulis_daerah(tmp_path / "kota", 2024, catatan, {"total": 40})
    objek = nilai(daerah, 2024, metode=_lomba(tmp_path).as_posix(), dasar="klaim")
    assert [satu["kematangan"] for satu in objek["inovasi"]] == [15, 10]
    assert objek["inovasi"][0]["indikator"] == {"sdm": {"parameter": 3, "skor": 15}}
    assert (objek["skor_total"], objek["indeks"], objek["predikat"], objek["skala"]) == (
        25,
        None,
        "Juara",
        "absolut",
    )
    assert (objek["spd"]["skor"], objek["spd"]["maksimum"], objek["spd"]["asal"]) == (0, 0, "tidak_diukur")


def test_tahun_tanpa_berkas_metode_dapat_dinilai_dengan_metode_lain(tmp_path: Path) -> None:
    terkirim = inovasi(2019, status="terkirim", indikator={"sdm": {"fakta": 8}, "regulasi": {"parameter": 3}})
    daerah = tulis_daerah(tmp_path / "kota", 2019, {"dinkes/a": terkirim}, {"total": 40})
    objek = nilai(daerah, 2019, metode=2023, dasar="klaim")
    assert objek["inovasi"][0]["indikator"] == {
        "regulasi": {"parameter": 3, "skor": 9},
        "sdm": {"parameter": 1, "skor": 2},
    }
    assert "SKR605" in _catatan(objek)


def test_meminta_metode_tahun_catatan_sama_dengan_tanpa_meminta(tmp_path: Path) -> None:
    indikator = {"regulasi": {"parameter": 3, "fakta": "perkada", "verifikasi": {"parameter": 1}}}
    tulis_daerah(tmp_path, 2026, {"dinkes/a": inovasi(2026, indikator=indikator)}, {"total": 40})
    asli = nilai(tmp_path, 2026, dasar="klaim")
    assert nilai(tmp_path, 2026, metode=2026, dasar="klaim") == asli
    berkas = nilai(tmp_path, 2026, metode=(AKAR / "indikator" / "2026.yaml").as_posix(), dasar="klaim")
    assert berkas["inovasi"][0]["indikator"]["regulasi"] == {"parameter": 2, "skor": 6}
    assert berkas["skor_total"] == asli["skor_total"]
