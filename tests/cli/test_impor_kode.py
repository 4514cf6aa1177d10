"""Setiap kode IMP8xx punya satu masukan yang memunculkannya dan satu masukan mirip yang tidak."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

import pytest
import xlsxwriter

from indeksinovasi.inti.katalog import KATALOG
from tests.daerah_uji import indeks, inovasi, tulis, tulis_daerah
from tests.ekspor_resmi import BENTUK, JUDUL, baris, tulis_csv, tulis_xlsx

TAHUN = 2026
Buat = Callable[[Path], Path]


class Kasus(NamedTuple):
    """Pembuat sumber yang gagal dan yang lolos; *catatan* yang sudah ada; *siapkan* folder datanya."""

    gagal: Buat
    lolos: Buat
    catatan: Mapping[str, Any] = MappingProxyType({})
    siapkan: Callable[[Path], Any] | None = None


def _csv(**ganti: Any) -> Buat:
    return lambda folder: tulis_csv(folder / "e.csv", [baris(3, **ganti)])


def _xlsx(ubah: Callable[[Any, Any], Any] | None = None) -> Buat:
    def buat(folder: Path) -> Path:
        with xlsxwriter.Workbook(str(folder / "e.xlsx")) as buku:
            lembar = buku.add_worksheet("Data")
            for nomor, sel in enumerate((JUDUL, baris(3), baris(6))):
                lembar.write_row(nomor, 0, sel)
            if ubah:
                ubah(buku, lembar)
        return folder / "e.xlsx"

    return buat


def _bundel(bukti: str) -> Buat:
    def buat(folder: Path) -> Path:
        isi = {"nama": "Baru", "indikator": {"regulasi": {"parameter": 1, "bukti": [{"berkas": bukti}]}}}
        semua = {"jenis": "formulir-indeks", "versi_format": 1, "tahun": TAHUN, "opd": "dinkes"}
        semua |= {"daerah": {"nama": "Kota Uji", "kode": "99.01"}, "inovasi": [{"id": None, "isi": isi}]}
        return tulis(folder / "f.json", json.dumps(semua))

    return buat


LAMA = {"dinkes/a": inovasi(TAHUN, nama="Inovasi 3", urusan="sosial", waktu={"penerapan": "2024-04-04"})}
SAMA = {"Admin OPD": "dinkes", "Inisiator": "OPD", "Jenis": "Digital", "Bentuk Inovasi": BENTUK[1]}
PETIK = '"Judul; Rumah'
PETIK_TERBUKA = "\n".join(";".join(map(str, satu)) for satu in (JUDUL, ['"a"', *baris(3)[1:]], [PETIK]))
KASUS = {
    "IMP801": Kasus(lambda folder: tulis(folder / "e.xlsx", "PK\x03\x04"), _xlsx()),
    "IMP802": Kasus(lambda folder: tulis_csv(folder / "e.csv", [["1"]], judul=["id"]), _csv()),
    "IMP803": Kasus(_csv(Pemda="Kabupaten Lain"), _csv(Pemda="PEMERINTAH  KOTA UJI")),
    "IMP804": Kasus(
        _xlsx(lambda _, lembar: lembar.write_formula(1, 1, "=1+1", None, "Dua")),
        _xlsx(lambda _, lembar: lembar.write_string(1, 1, "=1+1")),
    ),
    "IMP805": Kasus(_csv(Koordinat="#N/A"), _csv(Koordinat="null")),
    "IMP806": Kasus(
        _xlsx(lambda _, lembar: lembar.merge_range(1, 3, 2, 3, "Dinkes")),
        _xlsx(lambda _, lembar: lembar.merge_range(1, 19, 1, 20, "")),
    ),
    "IMP807": Kasus(
        _xlsx(lambda buku, _: buku.add_worksheet("Rahasia").hide()),
        _xlsx(lambda buku, _: buku.add_worksheet("Catatan").write_string(0, 0, "bebas")),
    ),
    "IMP808": Kasus(
        _csv(**SAMA, **{"Urusan Utama": "kesehatan"}),
        _csv(**SAMA, **{"Urusan Utama": "sosial"}),
        LAMA,
    ),
    "IMP809": Kasus(_csv(**{"Judul Inovasi": "-"}), _csv(**{"Judul Inovasi": "--x"})),
    "IMP810": Kasus(_csv(Kematangan="tinggi"), _csv(Kematangan="79,5 %")),
    "IMP811": Kasus(
        _csv(**{"Admin OPD": "dinkes"}),
        _csv(),
        siapkan=lambda akar: (akar / str(TAHUN) / "dinkes" / "inovasi-3.yaml").mkdir(parents=True),
    ),
    "IMP812": Kasus(
        _bundel("bukti/sk.pdf"),
        _bundel("bukti/ada.pdf"),
        siapkan=lambda akar: tulis(akar / str(TAHUN) / "dinkes" / "bukti" / "ada.pdf", "%PDF-1.4\n"),
    ),
    "IMP813": Kasus(
        lambda folder: tulis_xlsx(folder / "e.xlsx", [[*baris(3), "x"]], (*JUDUL, "Catatan")),
        lambda folder: tulis_xlsx(folder / "e.xlsx", [[*baris(3), "-"]], (*JUDUL, "Catatan")),
    ),
    "IMP814": Kasus(
        lambda folder: tulis(folder / "e.csv", PETIK_TERBUKA),
        lambda folder: tulis_csv(folder / "e.csv", [baris(3, **{"Judul Inovasi": PETIK})]),
    ),
    "IMP816": Kasus(
        _xlsx(lambda _, lembar: lembar.set_row(2, None, None, {"hidden": True})),
        _xlsx(lambda _, lembar: lembar.set_row(9, None, None, {"hidden": True})),
    ),
    "IMP817": Kasus(
        lambda folder: tulis_csv(folder / "e.csv", [baris(3), baris(3, Kematangan="50")]),
        lambda folder: tulis_csv(folder / "e.csv", [baris(3), baris(6)]),
    ),
    "IMP818": Kasus(_csv(**{"Admin OPD": "Dinkess"}), _csv(**{"Admin OPD": "Dinas Sosial"})),
    "IMP815": Kasus(_csv(**{"Tanggal Penerapan": "08/17/2024"}), _csv(**{"Tanggal Penerapan": "17/08/2024"})),
}


def test_setiap_kode_punya_kasus() -> None:
    assert KASUS.keys() == {satu for satu in KATALOG if satu.startswith("IMP")}


@pytest.mark.parametrize("kode", KASUS)
@pytest.mark.parametrize("gagal", [True, False], ids=["gagal", "lolos"])
def test_kasus(tmp_path: Path, kode: str, gagal: bool) -> None:
    kasus = KASUS[kode]
    akar = tulis_daerah(tmp_path / "uji", TAHUN, kasus.catatan)
    if kasus.siapkan:
        kasus.siapkan(akar)
    sumber = (kasus.gagal if gagal else kasus.lolos)(tmp_path)
    hasil = indeks("impor", sumber, "--ke", akar, "--tahun", TAHUN, "--format", "json")
    temuan = (
        hasil.galat
        if hasil.kode == 2
        else json.dumps([t["kode"] for t in json.loads(hasil.keluar)["temuan"]])
    )
    assert (kode in temuan) is gagal, temuan
    assert "Traceback" not in hasil.galat
