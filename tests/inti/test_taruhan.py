"""Poin yang dipertaruhkan temuan sama dengan selisih indeks sesudah sebabnya sungguh dibetulkan."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from indeksinovasi.alur.taruhan import taruhan_daerah
from indeksinovasi.alur.validasi import PermintaanValidasi, jalankan_validasi, rencanakan_validasi
from indeksinovasi.inti.hitung.taruhan import TaruhanTahun
from tests.daerah_uji import Data, inovasi, nilai, tulis_daerah

TAHUN = 2026
BUKTI = [{"tautan": "https://a.id/b"}]
MENUMPANG = {"urusan": "penunjang_lainnya"}


def baris(**lain: Any) -> Data:
    return {"regulasi": {"parameter": 3, "bukti": BUKTI}, "sdm": {"parameter": 2, "bukti": BUKTI}} | lain


def tulis(akar: Path, **ganti: Data) -> Path:
    """Lima urusan wajib terisi, semuanya berbukti; *ganti* mengganti isian catatan a dan b."""
    wajib = ("kesehatan", "pendidikan", "sosial", "trantibumlinmas", "pekerjaan_umum_penataan_ruang")
    catatan: dict[str, Data | str] = {
        f"dinkes/{nama}": inovasi(TAHUN, nama=f"Inovasi {nama}", urusan=urusan, indikator=baris())
        for nama, urusan in zip("abcde", wajib, strict=True)
    }
    for nama, isi in ganti.items():
        asal = catatan[f"dinkes/{nama}"]
        assert isinstance(asal, dict)
        catatan[f"dinkes/{nama}"] = asal | isi
    return tulis_daerah(akar, TAHUN, catatan, spd={"total": 40})


def taruhan(data: Path) -> TaruhanTahun:
    kerja = rencanakan_validasi(PermintaanValidasi((str(data),)))
    return taruhan_daerah(kerja, [t for satu in jalankan_validasi(kerja) for t in satu.temuan])


def indeks(data: Path) -> Fraction:
    return Fraction(str(nilai(data, TAHUN)["indeks"]))


TANPA: dict[str, Data] = {
    "BKT301": {"indikator": baris(sdm={"parameter": 2}, regulasi={"parameter": 3})},
    "BKT312": {
        "indikator": baris(sdm={"parameter": 2, "bukti": [{"nomor": "1"}]}, regulasi={"parameter": 3})
    },
    "KLY201": {"status": "terkirim", "waktu": {"penerapan": "2020-01-01"}},
    "KLY206": MENUMPANG,
}


@pytest.mark.parametrize("kode", TANPA)
def test_sama_dengan_membetulkan_berkasnya(kode: str, tmp_path: Path) -> None:
    cacat, utuh = tulis(tmp_path / "cacat", a=TANPA[kode]), tulis(tmp_path / "utuh")
    hasil = taruhan(cacat)
    assert hasil.tahun == TAHUN
    semua = sum(
        (satu.poin for nama, satu in hasil.kode.items() if nama != "KLY206" or kode == nama), Fraction(0)
    )
    # Membetulkan KLY201 juga mengisi urusannya kembali; kode lain berdiri sendiri.
    assert semua == indeks(utuh) - indeks(cacat)
    assert hasil.kode[kode].poin > 0
    assert not hasil.kode[kode].paling_banyak


def test_spd_yang_tidak_ada_paling_banyak_sebesar_maksimumnya(tmp_path: Path) -> None:
    data = tulis(tmp_path / "d")
    (data / str(TAHUN) / "spd.yaml").unlink()
    sebelum, satu = indeks(data), taruhan(data).kode["LTS506"]
    (data / str(TAHUN) / "spd.yaml").write_text("total: 63\n", encoding="utf-8")
    assert satu.paling_banyak
    assert satu.poin == indeks(data) - sebelum


def test_klaim_di_atas_fakta_paling_banyak_sampai_klaimnya(tmp_path: Path) -> None:
    def sdm(fakta: int) -> Data:
        return {"indikator": baris(sdm={"parameter": 3, "fakta": fakta, "bukti": BUKTI})}

    data = tulis(tmp_path / "d", a=sdm(1))
    satu = taruhan(data).kode["FKT401"]
    assert satu.paling_banyak
    assert satu.poin == indeks(tulis(tmp_path / "e", a=sdm(100))) - indeks(data)


def test_yang_tidak_dihitung_tidak_bertaruhan(tmp_path: Path) -> None:
    """Catatan ditolak dan kematangan siap pakai tidak bertambah karena bukti barisnya."""
    tanpa = TANPA["BKT301"]
    data = tulis(tmp_path / "d", a=tanpa | {"status": "ditolak"})
    assert all(satu.poin == 0 for nama, satu in taruhan(data).kode.items() if nama == "BKT301")


def test_hanya_satu_daerah_dan_tahun_yang_utuh(tmp_path: Path) -> None:
    tulis(tmp_path / "p" / "a", a=TANPA["BKT301"])
    assert taruhan(tmp_path / "p").kode
    assert not taruhan(tmp_path / "p/a" / str(TAHUN) / "dinkes").kode
    tulis(tmp_path / "p" / "b", a=TANPA["BKT301"])
    assert not taruhan(tmp_path / "p").kode
