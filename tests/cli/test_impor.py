"""``indeks impor``: ekspor resmi, tabel lain lewat peta, simpanan formulir; nasib tiap baris dan pohonnya."""

from __future__ import annotations

import importlib
import json
import random
import re
import shutil
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from indeksinovasi.berkas.baca import baca
from indeksinovasi.berkas.tabel import wadah
from tests.daerah_uji import Data, indeks, inovasi, tulis, tulis_daerah
from tests.ekspor_resmi import JUDUL, banyak, baris, tulis_csv, tulis_xlsx
from tests.profil import LENGKAP

TAHUN = 2026


def _impor(*argumen: str | Path | int) -> tuple[int, Data]:
    hasil = indeks("impor", *argumen, "--tahun", TAHUN, "--format", "json")
    assert hasil.kode in (0, 1), hasil.galat
    isi: Data = json.loads(hasil.keluar)
    nasib = [satu["nasib"] for satu in isi["rincian"]]
    assert {k: nasib.count(k) for k in ("baru", "digabung", "sama", "dilewati")} == {
        k: isi["impor"][k] for k in ("baru", "digabung", "sama", "dilewati")
    }
    assert isi["impor"]["baris"] == len(nasib)
    return hasil.kode, isi


def _kode(isi: Data) -> set[str]:
    return {satu["kode"] for satu in isi["temuan"]}


def _pohon(akar: Path) -> dict[str, bytes]:
    return {
        satu.relative_to(akar).as_posix(): satu.read_bytes() for satu in akar.rglob("*") if satu.is_file()
    }


def _galat(akar: Path) -> list[Any]:
    isi = json.loads(indeks("validasi", akar, "--format", "json").keluar)
    return [satu for satu in isi["temuan"] if satu["tingkat"] == "galat"]


def _isi(jalur: Path) -> Data:
    isi: Data = baca(jalur, "x").data
    return isi


def test_kembaran_ekspor_resmi_lalu_ulang(tmp_path: Path) -> None:
    akar = tulis_daerah(tmp_path / "uji", TAHUN, {})
    isi = banyak(700)
    isi[20] = baris(21, **{"Urusan Utama": "Antariksa"})
    isi[21] = baris(22, **{"Judul Inovasi": "-"})
    isi[22] = baris(23, **{"Admin OPD": " "})
    isi[23] = baris(24, Koordinat="belakang kantor", Kematangan="2.000")
    isi[24] = baris(25, **{"Tanggal Penerapan": "31-02-2024", "Tahapan Inovasi": "Penerapan"})
    sumber = tulis_xlsx(tmp_path / "ekspor.xlsx", isi)
    kode, hasil = _impor(sumber, "--ke", akar)
    assert (kode, hasil["impor"]["baru"], hasil["impor"]["dilewati"]) == (1, 696, 4)
    sebab = {satu["baris"]: satu["catatan"][0] for satu in hasil["rincian"] if satu["nasib"] == "dilewati"}
    assert sebab == {
        22: 'urusan "Antariksa" tidak dikenal',
        23: "tanpa judul",
        24: "tanpa perangkat daerah",
        26: 'penerapan "31-02-2024" bukan tanggal',
    }
    ragu = next(satu for satu in hasil["rincian"] if satu["baris"] == 25)
    assert ragu["nasib"] == "baru"
    assert len(ragu["catatan"]) == 2
    assert _kode(hasil) == {"IMP809", "IMP810", "IMP817"}
    assert sorted(hasil["impor"]["opd_baru"]) == [
        "bappeda",
        "dinas-kesehatan",
        "dinas-sosial",
        "kecamatan-utara",
    ]
    assert _galat(akar) == []
    pohon = _pohon(akar)
    kode, ulang = _impor(sumber, "--ke", akar)
    assert (kode, ulang["impor"]["sama"]) == (1, 696)
    assert ulang["tulis"] == []
    assert _pohon(akar) == pohon
    catatan = _isi(akar / "2026" / "dinas-sosial" / "inovasi-1.yaml")
    assert catatan["nama"] == "Inovasi 1"
    assert catatan["status"] == "terkirim"
    assert catatan["waktu"] == {"penerapan": "2024-02-02"}
    assert catatan["koordinat"] == {"lintang": -7.0512345, "bujur": 112.7112345}
    assert catatan["urusan_lain"] == ["sosial", "koperasi_usaha_kecil_menengah"]
    assert catatan["tanggal_input"] == "2026-06-30"


def test_urutan_baris_tidak_mengubah_pohon(tmp_path: Path) -> None:
    isi = banyak(60)
    isi[3] = baris(99, **{"Judul Inovasi": "Inovasi-5", "Admin OPD": isi[4][3]})
    pohon = []
    for bibit in range(3):
        akar = tulis_daerah(tmp_path / f"uji{bibit}", TAHUN, {})
        acak = list(isi)
        random.Random(bibit).shuffle(acak)
        _impor(tulis_csv(tmp_path / "e.csv", acak), "--ke", akar)
        pohon.append(_pohon(akar))
    assert pohon[0] == pohon[1] == pohon[2]


@pytest.mark.parametrize(
    ("sandi", "pemisah"),
    [("utf-8", ","), ("utf-8-sig", ";"), ("cp1252", ";"), ("utf-16", "\t"), ("utf-16-le", ",")],
)
def test_csv_menurut_isinya(tmp_path: Path, sandi: str, pemisah: str) -> None:
    akar = tulis_daerah(tmp_path / "uji", TAHUN, {})
    satu = baris(4, **{"Judul Inovasi": "Café Ibu", "Jenis": "Digital"})
    sumber = tulis_csv(tmp_path / "e.csv", [satu, [""] * len(satu), baris(5)], sandi=sandi, pemisah=pemisah)
    _, hasil = _impor(sumber, "--ke", akar)
    assert [(s["baris"], s["nasib"]) for s in hasil["rincian"]] == [(2, "baru"), (4, "baru")]
    assert _isi(akar / "2026" / "dinas-kesehatan" / "cafe-ibu.yaml")["nama"] == "Café Ibu"


def test_lembar_disimpan_ulang_orang(tmp_path: Path) -> None:
    akar = tulis_daerah(tmp_path / "uji", TAHUN, {})
    letak = [satu for satu in range(len(JUDUL)) if satu != 0][::-1]
    judul = [f" {JUDUL[satu].upper()} " for satu in letak]
    asli = baris(3, Kematangan=87.5, **{"Tanggal Penerapan": date(2024, 5, 6)})
    sumber = tulis_xlsx(tmp_path / "e.xlsx", [[asli[satu] for satu in letak]], judul, sebelum=3)
    _, hasil = _impor(sumber, "--ke", akar)
    assert [(s["baris"], s["nasib"]) for s in hasil["rincian"]] == [(5, "baru")]
    isi = _isi(akar / "2026" / "bappeda" / "inovasi-3.yaml")
    assert (isi["kematangan"], isi["waktu"]) == (87.5, {"penerapan": "2024-05-06"})


def test_pertentangan_tidak_menyebut_catatan_lain_yang_mirip(tmp_path: Path) -> None:
    """Isi sel orang lain dapat memuat kata yang sama dengan kalimat pertentangan."""
    akar = tulis_daerah(
        tmp_path / "uji", TAHUN, {"dinkes/lama": "nama: inovasi 3\nstatus: draf\nkematangan: 10\n"}
    )
    isi = {"Admin OPD": "Dinkes", "Kematangan": "50", "Asta Cipta": "x: data lain"}
    kode, hasil = _impor(tulis_csv(tmp_path / "e.csv", [baris(3, **isi)]), "--ke", akar)
    (temuan,) = (satu for satu in hasil["temuan"] if satu["kode"] == "IMP808")
    assert kode == 1
    assert temuan["pesan"] == 'kematangan: data "10", sumber "50"'


def test_catatan_yang_ada_dilengkapi_tidak_ditimpa(tmp_path: Path) -> None:
    lama = "# catatan OPD\nnama: inovasi 3  # judul\nstatus: diterima\nkematangan: 10\ntahapan: penerapan\n"
    akar = tulis_daerah(tmp_path / "uji", TAHUN, {"dinkes/lama": lama})
    sumber = tulis_csv(tmp_path / "e.csv", [baris(3, **{"Admin OPD": "Dinkes", "Kematangan": "50"})])
    kode, hasil = _impor(sumber, "--ke", akar)
    (satu,) = hasil["rincian"]
    assert (kode, satu["nasib"], satu["id"]) == (1, "digabung", "2026/dinkes/lama")
    assert satu["catatan"] == ['kematangan: data "10", sumber "50"']
    assert "IMP808" in _kode(hasil)
    jalur = akar / "2026" / "dinkes" / "lama.yaml"
    teks = jalur.read_text(encoding="utf-8")
    assert teks.startswith("# catatan OPD\nnama: inovasi 3  # judul\nstatus: diterima\nkematangan: 10\n")
    assert _isi(jalur)["waktu"] == {"penerapan": "2024-04-04"}
    kode, hasil = _impor(sumber, "--ke", akar)
    assert (kode, hasil["rincian"][0]["nasib"]) == (1, "dilewati")
    kode, hasil = _impor(sumber, "--ke", akar, "--timpa-isian", "waktu")
    assert (kode, hasil["rincian"][0]["nasib"]) == (1, "dilewati")
    kode, hasil = _impor(sumber, "--ke", akar, "--timpa-isian", "kematangan")
    assert (kode, hasil["rincian"][0]["nasib"], _isi(jalur)["kematangan"]) == (0, "digabung", 50)
    assert indeks("impor", sumber, "--ke", akar, "--tahun", TAHUN, "--timpa-isian", "kematngan").kode == 2


def test_kematangan_tidak_masuk_ke_catatan_berbaris(tmp_path: Path) -> None:
    catatan = inovasi(TAHUN, nama="Inovasi 3", indikator={"regulasi": {"parameter": 1}})
    akar = tulis_daerah(tmp_path / "uji", TAHUN, {"dinkes/a": catatan})
    _impor(tulis_csv(tmp_path / "e.csv", [baris(3, **{"Admin OPD": "dinkes"})]), "--ke", akar, "--timpa")
    assert "kematangan" not in _isi(akar / "2026" / "dinkes" / "a.yaml")


def test_pemda_lain_tidak_ditulis(tmp_path: Path) -> None:
    akar = tulis_daerah(tmp_path / "uji", TAHUN, {})
    isi = [baris(1, Pemda="KABUPATEN  UJI"), baris(2, Pemda="Kabupaten Lain")]
    sumber = tulis_csv(tmp_path / "e.csv", isi)
    pohon = _pohon(akar)
    kode, hasil = _impor(sumber, "--ke", akar)
    assert (kode, _kode(hasil), _pohon(akar)) == (1, {"IMP803"}, pohon)
    assert (hasil["temuan"][0]["baris"], hasil["temuan"][0]["kolom"]) == (3, 3)
    assert _impor(sumber, "--ke", akar, "--abaikan-pemda")[1]["impor"]["baru"] == 2


def test_coba_dan_status_dan_opd(tmp_path: Path) -> None:
    akar = tulis_daerah(tmp_path / "uji", TAHUN, {})
    sumber = tulis_csv(tmp_path / "e.csv", [baris(1, **{"Admin OPD": "-", "Urusan Utama": "?"}), baris(2)])
    pohon = _pohon(akar)
    argumen = (sumber, "--ke", akar, "--opd", "dinkes", "--status", "draf")
    kode, hasil = _impor(*argumen, "--coba")
    assert (kode, hasil["impor"]["baru"], _pohon(akar)) == (0, 2, pohon)
    assert {satu["tindakan"] for satu in hasil["tulis"]} == {"baru"}
    _impor(*argumen)
    assert _isi(akar / "2026" / "dinkes" / "inovasi-1.yaml")["status"] == "draf"
    assert _galat(akar) == []
    assert indeks("impor", sumber, "--ke", akar, "--tahun", TAHUN, "--opd", "asing").kode == 2


JUDUL_LAMA = (
    "id",
    "unit",
    "title",
    "explanation",
    "benefit",
    "tanggal",
    "skor",
    "urusan",
    "source",
    "analysis",
)
ISI_LAMA = (
    (
        1,
        "SMAN 1 (akun)",
        "Kelas Malam",
        "Penjelasan",
        "Manfaat",
        "17 Agustus 2024",
        "90%",
        "Pendidikan",
        "x",
        "",
    ),
    (2, "Dinkes", "Posyandu", "Uraian", "-", "2024-05-06", "90", "Kesehatan", ""),
    (3, "", "Menunjuk ke mana-mana", "", "", "", "", "", ""),
)


def test_tabel_lain_lewat_peta(tmp_path: Path) -> None:
    akar = tulis_daerah(tmp_path / "uji", TAHUN, {})
    isi = [[str(sel) for sel in satu] for satu in ISI_LAMA]
    sumber = tulis_csv(tmp_path / "lama.csv", isi, judul=JUDUL_LAMA, pemisah=";")
    gagal = indeks("impor", sumber, "--ke", akar, "--tahun", TAHUN)
    assert (gagal.kode, "IMP802" in gagal.galat) == (2, True)
    peta = tmp_path / "peta.yaml"
    usul = indeks("impor", sumber, "--ke", akar, "--tahun", TAHUN, "--peta", peta)
    assert usul.kode == 0
    peta.write_text(usul.keluar, encoding="utf-8")
    data = _isi(peta)
    assert data["opd"] == {"Dinkes": "dinkes", "SMAN 1 (akun)": "sman-1"}
    assert data["kolom"]["title"] == "nama"
    assert data["kolom"]["explanation"] == "rancang_bangun"
    assert data["kolom"]["id"] == "-"
    peta.write_text(usul.keluar.replace("sman-1", "dinas-pendidikan"), encoding="utf-8")
    kode, hasil = _impor(sumber, "--ke", akar, "--peta", peta)
    assert [satu["nasib"] for satu in hasil["rincian"]] == ["baru", "baru", "dilewati"]
    assert (kode, hasil["impor"]["opd_baru"]) == (1, ["dinas-pendidikan"])
    satu = _isi(akar / "2026" / "dinas-pendidikan" / "kelas-malam.yaml")
    assert (satu["status"], satu["kematangan"], satu["waktu"]) == ("draf", 90, {"penerapan": "2024-08-17"})
    assert _galat(akar) == []


@pytest.mark.parametrize(
    "isi",
    [
        "kolom: {title: nma}\n",
        "kolom: {title: nama, unit: nama}\n",
        "kolom: {title: nama}\nopd: {A: ../luar}\n",
        "kolom: {title: nama}\nopd: {A: con}\n",
        "kolom: {title: nama}\nasing: 1\n",
        "kolom: {title: nama}\npilihan: {status: {Selesai: rampung}}\n",
        "kolom: [\n",
    ],
)
def test_peta_salah_ditolak_dengan_letaknya(tmp_path: Path, isi: str) -> None:
    akar = tulis_daerah(tmp_path / "uji", TAHUN, {})
    sumber = tulis_csv(tmp_path / "lama.csv", [["a", "b"]], judul=("unit", "title"))
    peta = tulis(tmp_path / "peta.yaml", isi)
    hasil = indeks("impor", sumber, "--ke", akar, "--tahun", TAHUN, "--peta", peta)
    assert (hasil.kode, hasil.keluar) == (2, "")
    assert f"{peta.as_posix()}:" in hasil.galat


def _bundel(inovasi: list[Data], **ganti: Any) -> Data:
    isi: Data = {"jenis": "formulir-indeks", "versi_format": 1, "tahun": TAHUN, "opd": "dinkes"}
    return {**isi, "daerah": {"nama": "Kota Uji", "kode": "99.01"}, "inovasi": inovasi} | ganti


def test_bundel_digabung_menurut_titik_tolak(tmp_path: Path) -> None:
    asal = inovasi(TAHUN, nama="A", tujuan="lama", hasil="h", indikator={"regulasi": {"parameter": 1}})
    kini = asal | {"tujuan": "diubah Bapperida", "hasil": "h"}
    akar = tulis_daerah(tmp_path / "uji", TAHUN, {"dinkes/a": kini, "dinkes/b": asal})
    isian = asal | {"hasil": "diubah OPD", "indikator": {"regulasi": {"parameter": 2}}}
    dua = asal | {"tujuan": "versi OPD"}
    semua: list[Data] = [
        {"id": "2026/dinkes/a", "asal": asal, "isi": isian},
        {"id": "2026/dinkes/b", "asal": asal, "isi": asal},
        {"id": None, "isi": {"nama": "Baru Sama Sekali"}},
    ]
    sumber = tmp_path / "f.json"
    sumber.write_text(json.dumps(_bundel(semua)), encoding="utf-8")
    kode, hasil = _impor(sumber, "--ke", akar)
    assert [(s["baris"], s["nasib"]) for s in hasil["rincian"]] == [(1, "digabung"), (2, "sama"), (3, "baru")]
    isi = _isi(akar / "2026" / "dinkes" / "a.yaml")
    assert (isi["tujuan"], isi["hasil"]) == ("diubah Bapperida", "diubah OPD")
    assert isi["indikator"]["regulasi"]["parameter"] == 2
    assert _isi(akar / "2026" / "dinkes" / "baru-sama-sekali.yaml")["status"] == "draf"
    assert kode == 0
    sumber.write_text(json.dumps(_bundel([semua[0] | {"isi": dua}])), encoding="utf-8")
    kode, hasil = _impor(sumber, "--ke", akar)
    assert (kode, hasil["rincian"][0]["catatan"][-1]) == (
        1,
        'tujuan: data "diubah Bapperida", sumber "versi OPD"',
    )
    for salah in ({"tahun": 2025}, {"daerah": {"nama": "Kota Lain", "kode": None}}):
        sumber.write_text(json.dumps(_bundel(semua, **salah)), encoding="utf-8")
        assert indeks("impor", sumber, "--ke", akar, "--tahun", TAHUN).kode in (1, 2)
        assert _isi(akar / "2026" / "dinkes" / "a.yaml")["tujuan"] == "diubah Bapperida"


def test_isian_tidak_pernah_membuat_galat(tmp_path: Path) -> None:
    draf = {"nama": "A", "status": "draf"}
    akar = tulis_daerah(tmp_path / "uji", TAHUN, {"dinkes/a": draf, "dinkes/b": inovasi(TAHUN, nama="B")})
    b = _isi(akar / "2026" / "dinkes" / "b.yaml")
    semua: list[Data] = [
        {"id": "2026/dinkes/a", "asal": draf, "isi": draf | {"status": "terkirim", "tujuan": "t"}},
        {"id": "2026/dinkes/b", "asal": b, "isi": {k: v for k, v in b.items() if k != "urusan"}},
        {"id": None, "isi": {"nama": "C", "status": "diterima"}},
        {"id": None, "isi": {"nama": "D", "urusan": "antah", "asta_cita": 9, "kematangan": "x"}},
    ]
    sumber = tmp_path / "f.json"
    sumber.write_text(json.dumps(_bundel(semua)), encoding="utf-8")
    kode, hasil = _impor(sumber, "--ke", akar)
    assert (kode, [satu["nasib"] for satu in hasil["rincian"]]) == (
        1,
        ["digabung", "dilewati", "dilewati", "baru"],
    )
    assert _isi(akar / "2026" / "dinkes" / "a.yaml") == draf | {"tujuan": "t"}
    assert _isi(akar / "2026" / "dinkes" / "d.yaml") == {"nama": "D", "status": "draf"}
    assert len(hasil["rincian"][3]["catatan"]) == 3
    assert _galat(akar) == []


def _buku(jalur: Path) -> Path:
    with xlsxwriter.Workbook(str(jalur)) as buku:
        lembar = buku.add_worksheet("Data")
        for kolom, judul in enumerate(JUDUL):
            lembar.write_string(0, kolom, judul)
        for nomor in (1, 2):
            for kolom, nilai in enumerate(baris(nomor)):
                lembar.write(nomor, kolom, nilai if isinstance(nilai, int) else str(nilai))
        lembar.write_formula(1, 1, '=HYPERLINK("http://jahat.example","Judul")', None, "Judul Rumus")
        lembar.write_string(2, 1, "Judul\x01 kendali" + "x" * 32_751)
        lembar.merge_range(5, 0, 7, 0, "gabungan")
        buku.add_worksheet("Rahasia").hide()
        dua = buku.add_worksheet("Salinan")
        for kolom, judul in enumerate(JUDUL):
            dua.write_string(0, kolom, judul)
    return jalur


def test_sel_berbahaya_menjadi_temuan(tmp_path: Path) -> None:
    akar = tulis_daerah(tmp_path / "uji", TAHUN, {})
    _, hasil = _impor(_buku(tmp_path / "e.xlsx"), "--ke", akar)
    letak = {(s["kode"], s["baris"], s["kolom"]) for s in hasil["temuan"]}
    assert {("IMP804", 2, 2), ("IMP805", 3, 2), ("IMP806", 6, 1)} <= letak
    pesan = [s["pesan"] for s in hasil["temuan"] if s["kode"] == "IMP807"]
    assert len(pesan) == 2
    assert (akar / "2026" / "dinas-sosial" / "judul-rumus.yaml").exists()


def _bom(jalur: Path) -> Path:
    with zipfile.ZipFile(jalur, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as arsip:
        arsip.writestr("xl/workbook.xml", "<workbook/>")
        arsip.writestr("xl/worksheets/sheet1.xml", b"0" * (wadah.BATAS_MEKAR + (1 << 20)))
    return jalur


def _luas(jalur: Path) -> Path:
    tulis_xlsx(jalur, [["a"]])
    isi: dict[str, bytes] = {}
    with zipfile.ZipFile(jalur) as arsip:
        isi = {satu: arsip.read(satu) for satu in arsip.namelist()}
    with zipfile.ZipFile(jalur, "w") as arsip:
        for nama, bita in isi.items():
            arsip.writestr(nama, bita.replace(b'r="A2"', b'r="XFD1048576"'))
    return jalur


def _berulang(jalur: Path) -> Path:
    """Satu teks 32 ribu huruf yang dirujuk banyak sel: kecil di cakram, ratusan MB sesudah dibaca."""
    sel = wadah.BATAS_TERUJUK // 32_000 + 100
    return tulis_xlsx(jalur, [[nomor, "x" * 32_000] for nomor in range(sel)], ("No", "Judul Inovasi"))


@pytest.mark.parametrize(
    "buat",
    [
        _bom,
        _luas,
        _berulang,
        lambda jalur: tulis(jalur, "\x00"),
        lambda jalur: jalur,
        lambda jalur: (jalur.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 600), jalur)[1],
        lambda jalur: (jalur.write_bytes(b"PK\x03\x04rusak"), jalur)[1],
        lambda jalur: tulis(jalur, "{"),
        lambda jalur: tulis(jalur, ""),
    ],
)
def test_sumber_rusak_satu_temuan(tmp_path: Path, buat: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    if not LENGKAP:  # bom yang sama, sepersepuluh besarnya
        monkeypatch.setattr(wadah, "BATAS_MEKAR", wadah.BATAS_MEKAR // 10)
        monkeypatch.setattr(wadah, "BATAS_TERUJUK", wadah.BATAS_TERUJUK // 10)
    akar = tulis_daerah(tmp_path / "uji", TAHUN, {})
    rusak = buat(tmp_path / "rusak.xlsx")
    sendiri = indeks("impor", rusak, "--ke", akar, "--tahun", TAHUN)
    assert (sendiri.kode, sendiri.keluar) == (2, "")
    assert "IMP80" in sendiri.galat
    baik = tulis_csv(tmp_path / "e.csv", [baris(1)])
    kode, hasil = _impor(rusak, baik, "--ke", akar)
    assert (kode, hasil["impor"]["baru"]) == (1, 1)


def test_berkas_yang_berubah_dibiarkan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    akar = tulis_daerah(tmp_path / "uji", TAHUN, {"dinkes/a": "nama: Inovasi 3\nstatus: draf\n"})
    jalur = akar / "2026" / "dinkes" / "a.yaml"
    modul = importlib.import_module("indeksinovasi.alur.impor_tulis")
    asli = modul.sunting

    def dan_berubah(teks: str, perubahan: Any) -> str:
        jalur.write_text("nama: Inovasi 3\nstatus: draf\n# orang lain\n", encoding="utf-8")
        hasil: str = asli(teks, perubahan)
        return hasil

    monkeypatch.setattr(modul, "sunting", dan_berubah)
    sumber = tulis_csv(tmp_path / "e.csv", [baris(3, **{"Admin OPD": "dinkes"})])
    kode, hasil = _impor(sumber, "--ke", akar)
    assert (kode, "IMP811" in _kode(hasil)) == (1, True)
    assert jalur.read_text(encoding="utf-8").endswith("# orang lain\n")


def test_isian_yang_diisi_orang_selagi_impor_berjalan_tidak_tertimpa(tmp_path: Path) -> None:
    """Rencananya dari bacaan semula; yang sudah lain saat ditulis ditolak, bukan ditimpa."""
    akar = tulis_daerah(tmp_path / "uji", TAHUN, {"dinkes/a": "nama: Inovasi 3\nstatus: draf\n"})
    jalur = akar / "2026" / "dinkes" / "a.yaml"
    milik_orang = "nama: Inovasi 3\nstatus: draf\nnama_inisiator: Bu Ani # baru\n"
    modul = importlib.import_module("indeksinovasi.alur.impor")

    def lalu_berubah(langkah: Any, _banyak: int) -> Any:
        jalur.write_text(milik_orang, encoding="utf-8")
        return langkah

    isi = baris(3, **{"Admin OPD": "dinkes", "Nama Inisiator": "Tim 3"})
    sumber = tulis_csv(tmp_path / "e.csv", [isi])
    hasil = modul.impor(modul.PermintaanImpor((sumber,), akar, TAHUN), lalu_berubah)
    (temuan,) = [satu for satu in hasil.temuan if satu.kode == "IMP811"]
    assert (temuan.pesan, temuan.petunjuk) == ("berkas berubah sejak dibaca", "Ulangi perintahnya.")
    assert jalur.read_text(encoding="utf-8") == milik_orang


@pytest.mark.parametrize("tautan", [str(TAHUN), f"{TAHUN}/dinkes"])
def test_folder_tautan_tidak_ditulisi(tmp_path: Path, tautan: str) -> None:
    """Pembaca melewatinya, jadi catatan di sana tidak pernah terhitung: impor dan baru menolaknya."""
    akar, luar = tulis_daerah(tmp_path / "uji", TAHUN, {}), tmp_path / "luar"
    luar.mkdir()
    (akar / tautan).parent.mkdir(exist_ok=True)
    try:
        (akar / tautan).symlink_to(luar)
    except OSError:
        pytest.skip("sistem ini tidak mengizinkan tautan simbolik")
    sumber = tulis_csv(tmp_path / "e.csv", [baris(3, **{"Admin OPD": "Dinkes"})])
    for pilihan in ((), ("--coba",)):
        kode, hasil = _impor(sumber, "--ke", akar, *pilihan)
        assert (kode, [satu["tindakan"] for satu in hasil["tulis"]]) == (1, ["tertahan"])
        (temuan,) = [satu for satu in hasil["temuan"] if satu["kode"] == "IMP811"]
        assert "Ganti tautan" in temuan["petunjuk"]
    hasil_baru = indeks("baru", "inovasi", akar, "--tahun", TAHUN, "--opd", "dinkes", "--nama", "A")
    assert (hasil_baru.kode, f"{tautan} tautan simbolik" in hasil_baru.galat) == (2, True)
    assert list(luar.iterdir()) == []


GAYA = {
    "kosong": "nama: Inovasi 3\nnama_inisiator: # a\nwaktu:\n  # b\nurusan_lain: [ # c\n  ]\nkoordinat: {}\n",
    "kurung": "{nama: Inovasi 3, # a\n waktu: { # b\n }, urusan_lain: [ # c\n ]} # d\n",
    "tanda tanya": "? nama # a\n: Inovasi 3\n? waktu # b\n:\n# c\n",
    "blok di akhir": "# a\nnama: Inovasi 3 # b\n# c\ntujuan: | # d\n  satu\n  # bukan komentar",
    "penutup": "---\nnama: 'Inovasi 3' # a\nurusan_lain: # b\n- sosial # c\n# d\n... # e\n",
    "tanda kosong": "nama: Inovasi 3\nnama_inisiator: - # a\nmanfaat: -\nwaktu: — # b\nurusan_lain: ''\n",
}


@pytest.mark.parametrize("ganti_baris", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
@pytest.mark.parametrize("gaya", GAYA)
def test_melengkapi_gaya_tulisan_apa_pun(tmp_path: Path, gaya: str, ganti_baris: str) -> None:
    """Komentar, ganti baris, dan nilai yang sudah ada bertahan; ulangannya tidak mengubah apa pun."""
    akar = tulis_daerah(tmp_path / "uji", TAHUN, {"dinkes/a": ""})
    jalur = akar / "2026" / "dinkes" / "a.yaml"
    lama = GAYA[gaya].replace("\n", ganti_baris)
    jalur.write_bytes(b"\xef\xbb\xbf" + lama.encode())
    isi = baris(3, **{"Admin OPD": "Dinkes", "Nama Inisiator": "Tim: 3", "Koordinat": "-7.05,112.71"})
    sumber = tulis_csv(tmp_path / "e.csv", [isi])
    _, hasil = _impor(sumber, "--ke", akar)
    assert [satu["tindakan"] for satu in hasil["tulis"]] == ["ubah"], hasil
    bita = jalur.read_bytes()
    baru = bita.removeprefix(b"\xef\xbb\xbf").decode()
    assert len(bita) > len(baru.encode())
    assert set(re.findall(r"\r\n|\r|\n", baru)) == {ganti_baris}
    assert [satu for satu in re.findall(r"#[^\r\n]*", lama) if satu not in baru] == []
    kini = _isi(jalur)
    for kunci, nilai in baca(tulis(tmp_path / "lama.yaml", lama), "x").data.items():
        assert kini[kunci] == nilai or nilai in (None, [], {}, "", "-", "—"), kunci
    assert kini["waktu"]["penerapan"] == "2024-04-04"
    assert kini["nama_inisiator"] == "Tim: 3"
    _impor(sumber, "--ke", akar)
    assert jalur.read_bytes() == bita


def test_sisa_perintah_terbunuh_dibersihkan(tmp_path: Path) -> None:
    akar = tulis_daerah(tmp_path / "uji", TAHUN, {"dinkes/a": inovasi(TAHUN)})
    sisa = akar / "2026" / "dinkes" / ".b.yaml.123.tmp"
    sisa.write_text("setengah", encoding="utf-8")
    _impor(tulis_csv(tmp_path / "e.csv", [baris(1)]), "--ke", akar)
    assert not sisa.exists()
    shutil.rmtree(akar)
