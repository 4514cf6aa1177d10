"""Kesalahan yang ditemukan pada sistem lain. Tiap uji gagal bila kesalahan itu terulang di sini."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.daerah_uji import URUSAN_WAJIB, Data, indeks, inovasi, nilai, tulis_daerah

BUKTI = [{"tautan": "https://contoh.go.id/sk.pdf"}]


def _baris(parameter: int, **lain: Any) -> Data:
    return {"parameter": parameter, "bukti": BUKTI} | lain


def _satu(akar: Path, tahun: int, indikator: Data, **ganti: Any) -> Data:
    """Nilai daerah berisi satu inovasi dengan *indikator*; kembalikan catatan inovasinya."""
    tulis_daerah(akar, tahun, {"dinkes/satu": inovasi(tahun, indikator=indikator, **ganti)}, {"total": 40})
    (satu,) = nilai(akar, tahun)["inovasi"]
    return dict(satu)


def _validasi(akar: Path, kode: str) -> list[Data]:
    """Temuan *kode* menurut ``indeks validasi``."""
    hasil = indeks("validasi", akar, "--pilih", kode, "--format", "json")
    return list(json.loads(hasil.keluar)["temuan"])


def test_menjumlah_per_berkas_bukti_bukan_per_indikator(tmp_path: Path) -> None:
    tiga_bukti = [{"berkas": f"bukti/sk-{nomor}.pdf"} for nomor in range(3)]
    satu = _satu(tmp_path, 2023, {"regulasi": {"parameter": 2, "bukti": tiga_bukti}, "sdm": _baris(1)})
    assert satu["indikator"]["regulasi"] == {"parameter": 2, "skor": 6}
    assert satu["kematangan"] == 2 * 3 + 1 * 2


def test_spd_dua_tahun_dijumlahkan(tmp_path: Path) -> None:
    tulis_daerah(tmp_path, 2023, {"dinkes/a": inovasi(2023, kematangan=80)}, {"total": 30})
    tulis_daerah(tmp_path, 2024, {"dinkes/a": inovasi(2024, kematangan=80)}, {"total": 25})
    assert nilai(tmp_path, 2023)["spd"]["skor"] == 30
    assert nilai(tmp_path, 2024)["spd"]["skor"] == 25


def test_tingkat_dipakai_tanpa_bobotnya(tmp_path: Path) -> None:
    satu = _satu(tmp_path, 2023, {"regulasi": _baris(3), "kualitas": _baris(2), "bimtek": _baris(1)})
    assert satu["kematangan"] == 3 * 3 + 2 * 4 + 1 * 1


def test_tingkat_spd_dipakai_tanpa_bobotnya(tmp_path: Path) -> None:
    spd = {"indikator": {"opini_bpk": _baris(3), "penghargaan_inovator": _baris(2), "ipm_capaian": _baris(1)}}
    tulis_daerah(tmp_path, 2026, {"dinkes/a": inovasi(2026, kematangan=80)}, spd)
    assert nilai(tmp_path)["spd"]["skor"] == 3 * 1.5 + 2 * 2 + 1 * 0.75


def test_tahun_lalu_tidak_dapat_dihitung_lagi_sesudah_konstanta_baru(tmp_path: Path) -> None:
    catatan = {f"dinkes/i{nomor}": inovasi(2023, kematangan=80) for nomor in range(8)}
    tulis_daerah(tmp_path, 2023, catatan, {"total": 40})
    lama, baru = nilai(tmp_path, 2023), nilai(tmp_path, 2023, metode=2026)
    assert (lama["sid"]["pembagi"], lama["indeks"], lama["predikat"]) == (10, 42.82, "Inovatif")
    assert (baru["sid"]["pembagi"], baru["indeks"], baru["predikat"]) == (12, 37.33, "Kurang Inovatif")


@pytest.mark.parametrize(
    ("rancang_bangun", "kurang"),
    [
        ("kata " * 299, True),
        ("kata " * 300, False),
        ("a" * 3000, True),
        ("a b " * 150, False),
        ("kata – " * 200, True),
    ],
    ids=["299-kata", "300-kata", "satu-kata-panjang", "kata-pendek", "tanda-baca"],
)
def test_tiga_ratus_karakter_diminta_bukan_tiga_ratus_kata(
    tmp_path: Path, rancang_bangun: str, kurang: bool
) -> None:
    tulis_daerah(tmp_path, 2024, {"dinkes/satu": inovasi(2024, rancang_bangun=rancang_bangun)})
    temuan = _validasi(tmp_path, "KLY202")
    assert [(satu["kode"], satu["jalur"]) for satu in temuan] == [("KLY202", "rancang_bangun")] * kurang


@pytest.mark.parametrize("tertulis", ["PUPR", "Kesehatan", "kesehatan ", "pekerjaan umum"])
def test_urusan_dibandingkan_sebagai_teks_yang_diketik(tmp_path: Path, tertulis: str) -> None:
    catatan = {
        f"dinkes/u{nomor}": inovasi(2026, urusan=kode, kematangan=80)
        for nomor, kode in enumerate(URUSAN_WAJIB)
    }
    tulis_daerah(
        tmp_path,
        2026,
        catatan | {"dinkes/salah": inovasi(2026, urusan=tertulis, kematangan=80)},
        {"total": 40},
    )
    hasil = indeks("nilai", tmp_path, "--format", "json")
    assert hasil.kode == 1
    assert '"kode": "SKM104"' in hasil.keluar
    assert '"jalur": "urusan"' in hasil.keluar


def test_urusan_wajib_hanya_dari_urusan_utama_inovasi_yang_dihitung(tmp_path: Path) -> None:
    catatan = {
        f"dinkes/u{nomor}": inovasi(2026, urusan=kode, kematangan=80)
        for nomor, kode in enumerate(URUSAN_WAJIB[:4])
    }
    catatan["dinkes/lain"] = inovasi(2026, urusan="pangan", urusan_lain=["sosial"], kematangan=80)
    catatan["dinkes/ditolak"] = inovasi(2026, urusan="sosial", status="ditolak", kematangan=80)
    catatan["dinkes/draf"] = inovasi(2026, urusan="trantibumlinmas", status="draf", kematangan=80)
    tulis_daerah(tmp_path, 2026, catatan, {"total": 40})
    objek = nilai(tmp_path)
    assert objek["urusan_wajib"] == {"terisi": list(URUSAN_WAJIB[:4]), "minimal": 5, "terpenuhi": False}
    assert objek["sid"]["skor_jumlah_inovasi"] == 0


def test_skor_dihitung_tanpa_bukti(tmp_path: Path) -> None:
    indikator: Data = {
        "regulasi": {"parameter": 3},
        "sdm": {"fakta": 40, "bukti": [{"nomor": "800/1", "tentang": "keterangan tanpa berkas"}]},
        "alat_kerja": _baris(2),
    }
    satu = _satu(tmp_path, 2023, indikator)
    assert satu["kematangan"] == 2 * 2
    klaim = nilai(tmp_path, 2023, dasar="klaim")
    assert klaim["inovasi"][0]["kematangan"] == 3 * 3 + 3 * 2 + 2 * 2
    assert [klaim["tiga_dasar"][dasar]["skor_total"] for dasar in ("klaim", "berbukti")] == [42.28, 40.78]


def test_spd_dihitung_tanpa_bukti(tmp_path: Path) -> None:
    spd = {"indikator": {"opini_bpk": {"parameter": 3}, "lakip": _baris(2)}}
    tulis_daerah(tmp_path, 2026, {"dinkes/a": inovasi(2026, kematangan=80)}, spd)
    assert nilai(tmp_path)["spd"]["skor"] == 2
    assert nilai(tmp_path, dasar="klaim")["spd"]["skor"] == 6.5


def test_predikat_dari_indeks_yang_belum_dibulatkan(tmp_path: Path) -> None:
    # (40 + 9303/200 + 76) / 2,5 = 65,006: tampil 65,01, dan 65,01 adalah Sangat Inovatif pada 2026.
    catatan = {
        f"dinkes/i{nomor}": inovasi(2026, urusan=URUSAN_WAJIB[nomor % 6], kematangan=46 if nomor < 97 else 47)
        for nomor in range(200)
    }
    tulis_daerah(tmp_path, 2026, catatan, {"total": 40})
    objek = nilai(tmp_path)
    assert objek["skor_total"] / objek["skor_maksimum"] * 100 == pytest.approx(65.006)
    assert (objek["indeks"], objek["predikat"]) == (65.01, "Sangat Inovatif")


def test_draf_dihitung_sebagai_inovasi(tmp_path: Path) -> None:
    catatan = {f"dinkes/i{nomor}": inovasi(2023, kematangan=80) for nomor in range(12)}
    catatan |= {f"dinkes/draf{nomor}": inovasi(2023, kematangan=111, status="draf") for nomor in range(3)}
    tulis_daerah(tmp_path, 2023, catatan, {"total": 40})
    tanpa, dengan = nilai(tmp_path), nilai(tmp_path, sertakan_draf=True)
    assert (tanpa["sid"]["pembagi"], tanpa["sid"]["skor_jumlah_inovasi"]) == (12, 4.56)
    assert (tanpa["sid"]["jumlah_kematangan"], tanpa["jumlah_inovasi"]["draf"]) == (960, 3)
    assert (dengan["sid"]["pembagi"], dengan["sid"]["jumlah_kematangan"]) == (15, 1293)


@pytest.mark.parametrize("tahun", [2025, 2026])
def test_penerapan_di_dalam_jendela_lalu_dikembangkan_sesudahnya_ditolak(tmp_path: Path, tahun: int) -> None:
    waktu = {"penerapan": f"{tahun - 1}-12-31", "pengembangan": f"{tahun}-05-01"}
    satu = _satu(tmp_path, tahun, {"regulasi": _baris(1)}, status="terkirim", waktu=waktu)
    assert (satu["terhitung"], satu["golongan"], satu["alasan"]) == (True, "terhitung", None)
    assert _validasi(tmp_path, "KLY201") == []


def test_tingkat_kemanfaatan_tanpa_basis_diterima(tmp_path: Path) -> None:
    for nama, isi in {
        "tanpa_fakta": _baris(3),
        "bilangan_saja": _baris(3, fakta=600),
        "nilai_saja": _baris(3, fakta={"nilai": 600}),
    }.items():
        for tahun in (2024, 2025, 2026):
            satu = _satu(tmp_path / f"{nama}-{tahun}", tahun, {"kemanfaatan": isi})
            assert satu["indikator"]["kemanfaatan"] == {"parameter": 0, "skor": 0}
            assert len(_validasi(tmp_path / f"{nama}-{tahun}", "FKT406")) == 1
    berbasis = _satu(
        tmp_path / "berbasis", 2026, {"kemanfaatan": _baris(3, fakta={"basis": "orang", "nilai": 600})}
    )
    assert berbasis["indikator"]["kemanfaatan"] == {"parameter": 3, "skor": 9}


def test_bilangan_tanpa_basis_tetap_sah_pada_tahun_berbasis_tunggal(tmp_path: Path) -> None:
    satu = _satu(tmp_path, 2023, {"kemanfaatan": _baris(3, fakta=250)})
    assert satu["indikator"]["kemanfaatan"] == {"parameter": 3, "skor": 9}
