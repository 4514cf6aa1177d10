"""Tanda ``-`` sebagai nilai: isian pilihan tidak diisi, isian wajib ditagih; tanpa petik pun terbaca."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from indeksinovasi.alur.validasi import PermintaanValidasi, validasi
from indeksinovasi.berkas.baca import urai
from indeksinovasi.berkas.muat import baca_hasil_sebisanya
from tests.daerah_uji import CATATAN, DAERAH, indeks, tulis_teks


def periksa(folder: Path, **berkas: str) -> list[str]:
    """``berkas:baris:kolom KODE jalur`` tiap temuan SKM dan BRK."""
    semua, _ = validasi(PermintaanValidasi((str(tulis_teks(folder, **berkas)),)))
    return [
        f"{Path(satu.berkas).name}:{satu.baris}:{satu.kolom} {satu.kode} {satu.jalur}"
        for satu in semua
        if satu.kode.startswith(("BRK", "SKM"))
    ]


@pytest.mark.parametrize("tanda", ["-", '"-"', "'--'", "–", "- # belum ada"])
@pytest.mark.parametrize(
    ("kunci", "kode"),
    [
        ("nama", "SKM109"),
        ("status", "SKM109"),
        ("tahapan", "SKM109"),
        ("inisiator", "SKM109"),
        ("jenis", "SKM109"),
        ("bentuk", "SKM109"),
        ("urusan", "SKM109"),
        ("waktu", "SKM101"),
    ],
)
def test_isian_wajib_ditagih(kunci: str, kode: str, tanda: str, tmp_path: Path) -> None:
    catatan = re.sub(rf"(?m)^({kunci}: ).*$", rf"\g<1>{tanda}", CATATAN)
    jalur = "waktu.penerapan" if kunci == "waktu" else kunci
    temuan = [satu.split(" ", 1)[1] for satu in periksa(tmp_path, catatan=catatan)]
    assert temuan == [f"{kode} {jalur}"]


def test_tanggal_penerapan(tmp_path: Path) -> None:
    kosong = CATATAN.replace("2023-01-01", "-")
    assert periksa(tmp_path, catatan=kosong) == ["a.yaml:8:9 SKM101 waktu.penerapan"]
    inisiatif = kosong.replace("tahapan: penerapan", "tahapan: inisiatif")
    assert periksa(tmp_path, catatan=inisiatif) == ["a.yaml:8:9 SKM117 waktu.penerapan"]


def test_teks_uraian_belum_ditulis(tmp_path: Path) -> None:
    teks = 'rancang_bangun: "-"\ntujuan: -\nmanfaat: |\n  -\nhasil: <p>&nbsp;</p>\n'
    periksa(tmp_path, catatan=CATATAN + teks)
    semua, _ = validasi(PermintaanValidasi((str(tmp_path),), pilih=("KLY205",)))
    assert [satu.pesan for satu in semua] == ["rancang_bangun, tujuan, manfaat, dan hasil belum ditulis"]


def test_tanpa_petik_tidak_menghilangkan_catatan(tmp_path: Path) -> None:
    """Tiap tanda kosong tanpa petik disebut di tempatnya, dan isian lain tetap terbaca."""
    bukti = "    bukti:\n      - tautan: -\n        nomor: a/1\n"
    ekor = f"tematik: -\nindikator:\n  sdm:\n    parameter: 2\n{bukti}"
    assert periksa(tmp_path, catatan=CATATAN + ekor) == [
        "a.yaml:9:1 SKM117 tematik",
        "a.yaml:14:9 SKM117 indikator.sdm.bukti[0].tautan",
    ]
    assert '"terhitung": 1' in indeks("nilai", tmp_path, "--format", "json").keluar


@pytest.mark.parametrize(
    "teks",
    [
        "bukti: -\n  - a\n",  # isi yang lebih menjorok di bawahnya
        "nama: - x\n",
        "koordinat: |\n  kata: -\n- b\n",  # di dalam teks
        "a: - - -\n",
    ],
)
def test_bukan_tanda_kosong(teks: str) -> None:
    assert [satu.kode for satu in urai(teks.encode(), "a.yaml").temuan] == ["BRK003"]


def test_teks_di_bawah_garis_tegak_tidak_berubah() -> None:
    dokumen = urai(b"tujuan: |\n  kata: -\ntematik: -\n", "a.yaml")
    assert dokumen.data == {"tujuan": "kata: -\n", "tematik": "-"}


def test_daerah_dan_hasil_resmi(tmp_path: Path) -> None:
    daerah = (
        'nama: -\njenis: "-"\nkode: -\nklaster: -\ntarget_inovasi: "-"\nperangkat_daerah: {dinkes: "-"}\n'
    )
    hasil = "hasil:\n  - {tahun: 2023, jenis: -, skor: -, predikat: '-', sumber: 12}\n"
    assert periksa(tmp_path, daerah=daerah, hasil_resmi=hasil) == [
        "daerah.yaml:1:7 SKM109 nama",
        "daerah.yaml:2:8 SKM109 jenis",
        "daerah.yaml:3:7 SKM109 kode",
        "daerah.yaml:4:1 SKM117 klaster",
        "daerah.yaml:5:1 SKM117 target_inovasi",
        "daerah.yaml:6:28 SKM109 perangkat_daerah.dinkes",
        "hasil_resmi.yaml:2:26 SKM109 hasil[0].jenis",
        "hasil_resmi.yaml:2:29 SKM117 hasil[0].skor",
        "hasil_resmi.yaml:2:38 SKM117 hasil[0].predikat",
        "hasil_resmi.yaml:2:61 SKM118 hasil[0].sumber",
    ]


def test_hasil_lain_tetap_terbaca_di_urutannya(tmp_path: Path) -> None:
    jalur = tmp_path / "hasil_resmi.yaml"
    jalur.write_text(
        "hasil:\n"
        "  - {tahun: 20x3, jenis: final, skor: 59, sumber: x}\n"
        "  - {tahun: 2022, jenis: finale, skor: 59.02, sumber: x}\n"
        "  - {tahun: 2023, jenis: final, skor: 5902, predikat: [a]}\n",
        encoding="utf-8",
    )
    terbaca = baca_hasil_sebisanya(jalur, "hasil_resmi.yaml")
    assert terbaca.isi is not None
    assert [(satu.tahun, satu.jenis, satu.sumber) for satu in terbaca.isi.hasil] == [
        (2022, "tidak_diketahui", "x"),
        (2023, "final", "(tidak terbaca)"),
    ]
    assert terbaca.nomor == (1, 2)
    (tmp_path / "daerah.yaml").write_text(DAERAH, encoding="utf-8")
    semua, _ = validasi(PermintaanValidasi((str(tmp_path),), pilih=("LTS512",)))
    assert [(satu.baris, satu.kolom, satu.pesan) for satu in semua] == [
        (4, 39, "skor 5902 melebihi indeks tertinggi 2023, 100")
    ]


@pytest.mark.parametrize(
    ("ganti", "identitas"),
    [
        (("jenis: kota", "jenis: Kotamadya"), {"nama": "Kota Contoh", "jenis": None, "kode": "99.71"}),
        (('kode: "99.71"', "kode: 9971"), {"nama": "Kota Contoh", "jenis": "kota", "kode": None}),
        (("nama: Kota Contoh\n", ""), {"nama": "d", "jenis": "kota", "kode": "99.71"}),
    ],
)
def test_daerah_sebisanya(ganti: tuple[str, str], identitas: dict[str, str | None], tmp_path: Path) -> None:
    """Isian yang keliru tidak menghilangkan OPD dan target di berkas yang sama."""
    import json

    folder = tmp_path / "d"
    periksa(folder, catatan=CATATAN, daerah=DAERAH.replace(*ganti))
    hasil = json.loads(indeks("nilai", folder, "--format", "json").keluar)["hasil"][0]
    assert hasil["daerah"] == identitas
    assert [satu["nama"] for satu in hasil["opd"]] == ["Dinas Kesehatan"]
    semua, _ = validasi(PermintaanValidasi((str(folder),), pilih=("LTS501",)))
    assert semua == ()


@pytest.mark.parametrize(
    ("ekor", "harapan"),
    [
        ("indikator: {sdm: {parameter: 2, fakta: '-'}}\n", ["SKM117 indikator.sdm.fakta"]),
        ("indikator: {sdm: {parameter: '-', fakta: 12}}\n", ["SKM117 indikator.sdm.parameter"]),
        ("indikator: {sdm: '-'}\n", ["SKM109 indikator.sdm"]),
        ("urusan_lain: ['-']\n", ["SKM117 urusan_lain"]),
        ("koordinat: {lintang: -, bujur: -}\n", ["SKM117 koordinat"]),
    ],
)
def test_di_dalam_baris_dan_daftar(ekor: str, harapan: list[str], tmp_path: Path) -> None:
    """Tingkat tetap menurut isian yang ada; nasihatnya tidak pernah menulis ulang tanda itu."""
    assert [satu.split(" ", 1)[1] for satu in periksa(tmp_path, catatan=CATATAN + ekor)] == harapan
