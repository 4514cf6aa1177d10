"""Isian pilihan yang kosong, bertanda -, atau bilangan; dan berkas daerah yang sebagian tidak terbaca."""

from __future__ import annotations

from pathlib import Path

import pytest

from indeksinovasi.berkas.muat import (
    baca_daerah,
    baca_hasil_resmi,
    baca_inovasi,
    baca_inovasi_sebisanya,
    susun_kamus,
)
from indeksinovasi.berkas.pindai import FolderDaerah, cari_daerah
from indeksinovasi.inti.model.inovasi import Inovasi
from tests.daerah_uji import CATATAN

BUKTI = "indikator:\n  regulasi:\n    parameter: 2\n    bukti: "


def _baca(folder: Path, ekor: str, awal: str = CATATAN) -> tuple[Inovasi | None, list[tuple[str, str, str]]]:
    jalur = folder / "a.yaml"
    jalur.write_text(awal + ekor, encoding="utf-8")
    terbaca = baca_inovasi_sebisanya(jalur, "a.yaml", susun_kamus(None))
    _, ketat, _ = baca_inovasi(jalur, "a.yaml", susun_kamus(None))
    assert ketat == terbaca.isi
    return terbaca.isi, [(satu.kode, satu.tingkat, satu.jalur) for satu in terbaca.temuan]


@pytest.mark.parametrize("tanda", ['"-"', "'-'", '""', '" "', "–"])
@pytest.mark.parametrize(
    "kunci",
    [
        "nama_inisiator",
        "tematik",
        "pkpn",
        "video",
        "asta_cita",
        "koordinat",
        "tanggal_input",
        "pengembangan_dari",
        "kematangan",
        "urusan_lain",
    ],
)
def test_tanda_kosong_sama_dengan_tidak_ditulis(tmp_path: Path, kunci: str, tanda: str) -> None:
    polos, _ = _baca(tmp_path, "")
    assert _baca(tmp_path, f"{kunci}: {tanda}\n") == (polos, [("SKM117", "saran", kunci)])


def test_daftar_tanpa_isi_sama_dengan_tidak_ditulis(tmp_path: Path) -> None:
    polos, _ = _baca(tmp_path, "")
    assert _baca(tmp_path, "urusan_lain:\n") == (polos, [("SKM117", "saran", "urusan_lain")])


def test_tanggal_bertanda_kosong(tmp_path: Path) -> None:
    """Tanggal penerapan yang bertanda - tetap menentukan; yang lain dianggap tidak ada."""
    awal = CATATAN.replace("2023-01-01", '2023-01-01, uji_coba: "-", pengembangan: ""')
    polos, _ = _baca(tmp_path, "")
    jalur = [("SKM117", "saran", f"waktu.{kunci}") for kunci in ("uji_coba", "pengembangan")]
    assert _baca(tmp_path, "", awal) == (polos, jalur)
    isi, temuan = _baca(tmp_path, "", CATATAN.replace("2023-01-01", '"-"'))
    assert (isi, temuan) == (None, [("SKM101", "galat", "waktu.penerapan")])


def test_tautan_bertanda_kosong_bukan_bukti(tmp_path: Path) -> None:
    isi, temuan = _baca(tmp_path, BUKTI + '[{tautan: "-", berkas: "", tentang: "-", tanggal: "-"}]\n')
    assert isi is not None
    assert not isi.indikator["regulasi"].berbukti
    assert {satu[:2] for satu in temuan} == {("SKM117", "saran")}
    assert len(temuan) == 4
    isi, temuan = _baca(tmp_path, BUKTI + "\n")
    assert temuan == [("SKM117", "saran", "indikator.regulasi.bukti")]
    assert isi is not None
    assert isi.indikator["regulasi"].bukti == ()


@pytest.mark.parametrize("nomor", ["12", "188.45", "188.450", "0x1F", "440E12"])
def test_nomor_tanpa_petik_dibaca_seperti_tertulis(tmp_path: Path, nomor: str) -> None:
    isi, temuan = _baca(tmp_path, f"{BUKTI}[{{berkas: b/sk.pdf, nomor: {nomor}}}]\n")
    assert isi is not None
    (bukti,) = isi.indikator["regulasi"].bukti
    assert bukti.nomor == nomor
    assert temuan == [("SKM118", "peringatan", "indikator.regulasi.bukti[0].nomor")]


def _daerah(folder: Path, daerah: str, hasil: str = "hasil: []\n") -> FolderDaerah:
    (folder / "daerah.yaml").write_text(daerah, encoding="utf-8")
    (folder / "hasil_resmi.yaml").write_text(hasil, encoding="utf-8")
    (satu,) = cari_daerah(folder)
    return satu


@pytest.mark.parametrize(
    ("isi", "jalur"),
    [
        ("target_inovasi: {2024: lima}\n", "target_inovasi.2024"),
        ("klaster: [pesisir]\n", "klaster[0]"),
        ("luas: 12\n", "luas"),
        ("perangkat_daerah: {dinkes: Dinkes, dpu: 12}\n", "perangkat_daerah.dpu"),
    ],
)
def test_satu_isian_daerah_tidak_menggugurkan_berkasnya(tmp_path: Path, isi: str, jalur: str) -> None:
    folder = _daerah(tmp_path, f'nama: Kota Uji\njenis: kota\nkode: "99.01"\n{isi}')
    daerah, temuan = baca_daerah(folder)
    assert daerah is not None
    assert (daerah.nama, daerah.jenis, daerah.kode) == ("Kota Uji", "kota", "99.01")
    assert [(satu.tingkat, satu.jalur) for satu in temuan] == [("galat", jalur)]


def test_nama_daerah_yang_luput_diganti_nama_folder(tmp_path: Path) -> None:
    folder = _daerah(tmp_path, 'nama: 12\njenis: kota\nkode: "99.01"\n')
    daerah, temuan = baca_daerah(folder)
    assert daerah is not None
    assert daerah.nama == tmp_path.name
    assert [satu.jalur for satu in temuan] == ["nama"]


def test_satu_isian_hasil_resmi_tidak_menggugurkan_yang_lain(tmp_path: Path) -> None:
    hasil = """\
hasil:
  - {tahun: 2022, jenis: final, skor: "59,02", sumber: x}
  - {tahun: dua ribu, jenis: final, skor: 60, sumber: x}
  - {tahun: 2024, jenis: final, skor: 61, sumber: x}
"""
    folder = _daerah(tmp_path, 'nama: K\njenis: kota\nkode: "99.01"\n', hasil)
    resmi, temuan = baca_hasil_resmi(folder)
    assert resmi is not None
    assert [(satu.tahun, satu.skor) for satu in resmi.hasil] == [(2022, None), (2024, 61)]
    assert [satu.jalur for satu in temuan] == ["hasil[0].skor", "hasil[1].tahun"]
