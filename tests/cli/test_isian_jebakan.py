"""Lembar isian dan verifikasi yang diubah orang: tidak ada isian terhapus atau baris hilang diam-diam."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from indeksinovasi.berkas.baca import baca
from indeksinovasi.inti.model.isian import KOLOM_BUKTI, KOLOM_INDIKATOR, KOLOM_INOVASI, KOLOM_VERIFIKASI
from indeksinovasi.inti.model.tabel import LembarTulis
from indeksinovasi.keluaran.tabel.buku import tulis_buku
from tests.daerah_uji import Data, indeks, inovasi, tulis_daerah

TAHUN = 2026
ID = "2026/dinkes/a"
BUKTI = [{"berkas": "bukti/sk.pdf", "nomor": "007"}, {"tautan": "https://a.id/b"}]
ASAL = inovasi(
    TAHUN,
    nama="A",
    tujuan="lama",
    indikator={
        "regulasi": {"parameter": 1, "bukti": BUKTI},
        "anggaran": {"fakta": [2024, 2025]},
        "kemanfaatan": {"fakta": {"basis": "orang", "nilai": 350}},
    },
)
Isi = dict[str, list[list[Any]]]


def _kota(tmp_path: Path, **lain: Any) -> Path:
    return tulis_daerah(
        tmp_path / "uji", TAHUN, {"dinkes/a": ASAL | lain}, {"indikator": {"visi_misi": {"parameter": 2}}}
    )


def _buku(akar: Path, ubah: Callable[[Isi], None], bentuk: str = "isian") -> Path:
    """Buku kerja dari ekspor, sesudah *ubah* menyunting lembar-lembarnya, baris pertama judulnya."""
    jalur = akar.parent / "buku.xlsx"
    argumen = ("ekspor", akar, "--tahun", TAHUN, "-o", jalur, "--bentuk", bentuk, "--timpa")
    assert indeks(*argumen).kode == 0
    buku = CalamineWorkbook.from_path(str(jalur))
    isi = {nama: buku.get_sheet_by_name(nama).to_python() for nama in buku.sheet_names if nama != "_daftar"}
    ubah(isi)
    lembar = []
    for nama, (judul, *baris) in isi.items():
        sel: list[list[Any]] = [[None if satu == "" else satu for satu in milik] for milik in baris]
        lembar.append(LembarTulis(nama, tuple(map(str, judul)), sel))
    jalur.write_bytes(tulis_buku(lembar))
    return jalur


def _impor(akar: Path, *sumber: Path) -> tuple[int, Data]:
    hasil = indeks("impor", *sumber, "--ke", akar, "--tahun", TAHUN, "--format", "json")
    assert hasil.kode in (0, 1), hasil.galat
    isi: Data = json.loads(hasil.keluar)
    return hasil.kode, isi


def _baris(isi: Isi, lembar: str, *kunci: str) -> list[Any]:
    return next(satu for satu in isi[lembar] if satu[: len(kunci)] == list(kunci))


def _catatan(akar: Path, nama: str = "dinkes/a") -> Data:
    isi: Data = baca(akar / str(TAHUN) / f"{nama}.yaml", "x").data
    return isi


def _buang(isi: Isi, lembar: str, kolom: str) -> None:
    nomor = isi[lembar][0].index(kolom)
    for satu in isi[lembar]:
        del satu[nomor]


@pytest.mark.parametrize(
    ("ubah", "pesan"),
    [
        (lambda isi: isi.pop("Indikator"), 'lembar "Indikator" tidak ada atau tanpa judul kolom'),
        (lambda isi: isi.pop("Bukti"), 'lembar "Bukti" tidak ada atau tanpa judul kolom'),
        (lambda isi: isi.pop("SPD"), 'lembar "SPD" tidak ada atau tanpa judul kolom'),
        (lambda isi: _buang(isi, "Inovasi", "tujuan"), 'lembar "Inovasi" tanpa kolom "tujuan"'),
        (lambda isi: _buang(isi, "Indikator", "fakta"), 'lembar "Indikator" tanpa kolom "fakta"'),
        (lambda isi: _buang(isi, "Bukti", "nomor"), 'lembar "Bukti" tanpa kolom "nomor"'),
        (lambda isi: isi["Indikator"].remove(_baris(isi, "Indikator", ID, "regulasi")), None),
        (lambda isi: isi["Inovasi"].remove(_baris(isi, "Inovasi", ID)), None),
        (lambda isi: isi["Bukti"].insert(1, isi["Bukti"].pop(2)), None),
        (lambda isi: isi.update(inovasi=isi.pop("Inovasi")), None),
    ],
)
def test_yang_hilang_bukan_penghapusan(tmp_path: Path, ubah: Callable[[Isi], Any], pesan: str | None) -> None:
    akar = _kota(tmp_path)
    semula = (akar / str(TAHUN) / "dinkes" / "a.yaml").read_bytes()
    kode, hasil = _impor(akar, _buku(akar, ubah))
    assert (kode, {satu["nasib"] for satu in hasil["rincian"]}) == (0, {"sama"})
    assert (akar / str(TAHUN) / "dinkes" / "a.yaml").read_bytes() == semula
    cacat = [satu["pesan"] for satu in hasil["temuan"] if satu["kode"] == "IMP813"]
    assert cacat == ([] if pesan is None else [f"{pesan}; isinya tidak diubah"])


def test_lembar_inovasi_yang_diganti_namanya_disebut(tmp_path: Path) -> None:
    akar = _kota(tmp_path)
    buku = _buku(akar, lambda isi: isi.update({"Data OPD": isi.pop("Inovasi")}))
    hasil = indeks("impor", buku, "--ke", akar, "--tahun", TAHUN)
    assert hasil.kode == 2
    assert 'IMP802 lembar "Inovasi" tidak ada' in hasil.galat


def test_baris_tanpa_induk_ganda_dan_tanpa_judul_dilewati(tmp_path: Path) -> None:
    def ubah(isi: Isi) -> None:
        salinan = list(_baris(isi, "Inovasi", ID))
        salinan[KOLOM_INOVASI.index("nama")] = "Salinan"
        isi["Inovasi"].append(salinan)
        _baris(isi, "Inovasi", "baru-1")[KOLOM_INOVASI.index("tujuan")] = "lupa judulnya"
        _baris(isi, "Indikator", "baru-2", "sdm")[KOLOM_INDIKATOR.index("fakta")] = 12
        for kenal, kode in (("2026/dinkes/z", "sdm"), ("", "sdm"), (ID, "")):
            baris: list[Any] = ["" for _ in KOLOM_INDIKATOR]
            baris[0], baris[1], baris[KOLOM_INDIKATOR.index("fakta")] = kenal, kode, 12
            isi["Indikator"].append(baris)
        isi["Bukti"][-1][:3] = ["baru-9", "sdm", "bukti/x.pdf"]

    akar = _kota(tmp_path)
    kode, hasil = _impor(akar, _buku(akar, ubah))
    sebab = [satu["catatan"][0] for satu in hasil["rincian"] if satu["nasib"] == "dilewati"]
    assert kode == 1
    assert sebab == [
        "tanpa judul",
        "tanpa judul",
        f'id "{ID}" sudah dipakai baris 2; kosongkan id-nya bila ini inovasi baru',
        'lembar Indikator: id "2026/dinkes/z" tidak ada di lembar Inovasi',
        "lembar Indikator: kolom id kosong",
        "lembar Indikator: kolom indikator kosong",
        'lembar Bukti: id "baru-9" tidak ada di lembar Inovasi',
    ]
    assert _catatan(akar)["tujuan"] == "lama"


@pytest.mark.parametrize(
    ("kode", "ketikan", "fakta"),
    [
        ("anggaran", "2024, 2025", [2024, 2025]),
        ("anggaran", "2024;2025", [2024, 2025]),
        ("anggaran", 2024, [2024]),
        ("anggaran", "[2023, 2024]", [2023, 2024]),
        ("aktor", "Pemerintah; akademisi", ["pemerintah", "akademisi"]),
        ("bimtek", "2024: 1, 2025: 2", {2024: 1, 2025: 2}),
        ("pengaduan", "85%", 85),
        ("pengaduan", "87,5", 87.5),
        ("kecepatan", "2,5", None),
        ("regulasi", "Peraturan Kepala Daerah", "perkada"),
        ("regulasi", "perda #2 tahun ini", None),
        ("sdm", "1.500", None),
        ("sdm", "12 orang", None),
        ("sdm", "1,500", None),
        ("sdm", 20.5, None),
        ("pengaduan", 120, None),
        ("jejaring", -3, None),
    ],
)
def test_fakta_yang_diketik_orang(tmp_path: Path, kode: str, ketikan: Any, fakta: Any) -> None:
    def ubah(isi: Isi) -> None:
        _baris(isi, "Indikator", "baru-1", kode)[KOLOM_INDIKATOR.index("fakta")] = ketikan
        _baris(isi, "Indikator", "baru-1", kode)[KOLOM_INDIKATOR.index("parameter")] = 1
        baru = _baris(isi, "Inovasi", "baru-1")
        baru[1:3] = ["dinkes", "Baru"]

    akar = _kota(tmp_path)
    _, hasil = _impor(akar, _buku(akar, ubah))
    assert _catatan(akar, "dinkes/baru")["indikator"][kode].get("fakta") == fakta
    assert (hasil["rincian"][1]["catatan"] == []) is (fakta is not None)


@pytest.mark.parametrize(
    ("basis", "nilai", "fakta"),
    [
        ("Orang", 350, {"basis": "orang", "nilai": 350}),
        ("jiwa", 350, {"basis": "orang", "nilai": 350}),
        ("orang", "1,250", None),
        ("orang", "350 KK", None),
        ("", 350, None),
        ("belanja", 120, None),
    ],
)
def test_kemanfaatan_yang_diketik_orang(tmp_path: Path, basis: str, nilai: Any, fakta: Any) -> None:
    """Yang tidak dapat menjadi tingkat ditinggalkan dengan catatan: impor tidak pernah membuat galat."""

    def ubah(isi: Isi) -> None:
        baris = _baris(isi, "Indikator", "baru-1", "kemanfaatan")
        baris[KOLOM_INDIKATOR.index("basis")] = basis
        baris[KOLOM_INDIKATOR.index("nilai")] = nilai
        baris[KOLOM_INDIKATOR.index("parameter")] = 1
        _baris(isi, "Inovasi", "baru-1")[1:3] = ["dinkes", "Baru"]

    akar = _kota(tmp_path)
    _, hasil = _impor(akar, _buku(akar, ubah))
    assert _catatan(akar, "dinkes/baru")["indikator"]["kemanfaatan"].get("fakta") == fakta
    assert (hasil["rincian"][1]["catatan"] == []) is (fakta is not None)


def test_derajat_tidak_pernah_berpemisah_ribuan(tmp_path: Path) -> None:
    def ubah(isi: Isi) -> None:
        _baris(isi, "Inovasi", ID)[KOLOM_INOVASI.index("lintang")] = "-7,250"
        _baris(isi, "Inovasi", ID)[KOLOM_INOVASI.index("bujur")] = "112.750"

    akar = _kota(tmp_path)
    _impor(akar, _buku(akar, ubah))
    assert _catatan(akar, ID.partition("/")[2])["koordinat"] == {"lintang": -7.25, "bujur": 112.75}


def test_dua_buku_dari_titik_tolak_yang_sama(tmp_path: Path) -> None:
    def ubah(nilai: str, isian: str) -> Callable[[Isi], None]:
        def isi(semua: Isi) -> None:
            _baris(semua, "Inovasi", ID)[KOLOM_INOVASI.index("tujuan")] = nilai
            _baris(semua, "Inovasi", ID)[KOLOM_INOVASI.index(isian)] = "diisi"

        return isi

    akar = _kota(tmp_path)
    satu = _buku(akar, ubah("versi satu", "manfaat")).rename(tmp_path / "satu.xlsx")
    dua = _buku(akar, ubah("versi dua", "hasil")).rename(tmp_path / "dua.xlsx")
    kode, hasil = _impor(akar, satu, dua)
    kini = _catatan(akar)
    assert (kode, [s["nasib"] for s in hasil["rincian"] if s["id"] == ID]) == (1, ["digabung", "digabung"])
    assert (kini["tujuan"], kini["manfaat"], kini["hasil"]) == ("versi satu", "diisi", "diisi")
    assert 'tujuan: data "versi satu", sumber "versi dua"' in hasil["rincian"][2]["catatan"]


def test_bukti_satu_baris_diganti_yang_lain_tetap(tmp_path: Path) -> None:
    def ubah(isi: Isi) -> None:
        isi["Bukti"][2][KOLOM_BUKTI.index("tentang")] = "halaman layanan"
        isi["Bukti"].insert(1, isi["Bukti"].pop(2))

    akar = _kota(tmp_path)
    _impor(akar, _buku(akar, ubah))
    assert _catatan(akar)["indikator"]["regulasi"]["bukti"] == [
        {"tautan": "https://a.id/b", "tentang": "halaman layanan"},
        BUKTI[0],
    ]


def _periksa(isi: Isi, kode: str, **nilai: Any) -> list[Any]:
    baris = next(satu for satu in isi["Verifikasi"] if satu[KOLOM_VERIFIKASI.index("indikator")] == kode)
    for kolom, satu in nilai.items():
        baris[KOLOM_VERIFIKASI.index(kolom)] = satu
    return baris


def test_lembar_verifikasi_yang_setengah_diisi_disebut(tmp_path: Path) -> None:
    def ubah(isi: Isi) -> None:
        _periksa(isi, "regulasi", catatan="SK belum ada", oleh="Tim")
        tanpa_id = list(_periksa(isi, "anggaran", parameter=1, oleh="Tim"))
        tanpa_id[0] = ""
        ganda = list(_periksa(isi, "anggaran"))
        ganda[KOLOM_VERIFIKASI.index("parameter")] = 2
        isi["Verifikasi"] += [tanpa_id, ganda]
        _periksa(isi, "kemanfaatan", oleh="Tim")
        isi["Status"].append(["", "A", "", "diterima"])

    akar = _kota(tmp_path)
    kode, hasil = _impor(akar, _buku(akar, ubah, "verifikasi"))
    rincian = [(satu["nasib"], satu["catatan"][:1]) for satu in hasil["rincian"]]
    assert kode == 1
    assert rincian == [
        ("dilewati", ["kolom parameter kosong"]),
        ("digabung", []),
        ("dilewati", ["kolom id kosong"]),
        ("dilewati", ["berbeda dari verifikasi yang ada"]),
        ("dilewati", ["kolom id kosong"]),
    ]
    assert _catatan(akar)["indikator"]["anggaran"]["verifikasi"]["parameter"] == 1
    assert "verifikasi" not in _catatan(akar)["indikator"]["kemanfaatan"]


def test_opd_yang_diganti_di_lembar_disebut(tmp_path: Path) -> None:
    def ubah(isi: Isi) -> None:
        _baris(isi, "Inovasi", ID)[KOLOM_INOVASI.index("opd")] = "dinas-lain"

    akar = _kota(tmp_path)
    _, hasil = _impor(akar, _buku(akar, ubah))
    (catatan,) = hasil["rincian"][0]["catatan"]
    assert catatan.startswith('opd "dinas-lain" tidak dipakai: catatannya di folder dinkes')


def test_status_yang_diketik_di_kolom_lama_disebut(tmp_path: Path) -> None:
    """Kolom status hanya keterangan; keputusan yang diketik di sana tidak boleh hilang diam-diam."""

    def ubah(isi: Isi) -> None:
        isi["Status"][1][2] = "ditolak"

    akar = _kota(tmp_path)
    semula = _catatan(akar)["status"]
    _, hasil = _impor(akar, _buku(akar, ubah, "verifikasi"))
    assert [(satu["kode"], satu["baris"]) for satu in hasil["temuan"]] == [("IMP813", 2)]
    assert hasil["temuan"][0]["petunjuk"] == 'Tulis status yang baru di kolom "status baru".'
    assert _catatan(akar)["status"] == semula
    _, hasil = _impor(akar, _buku(akar, lambda _: None, "verifikasi"))
    assert hasil["temuan"] == []


def test_lembar_verifikasi_tanpa_kolom_parameter_disebut(tmp_path: Path) -> None:
    akar = _kota(tmp_path)
    _, hasil = _impor(akar, _buku(akar, lambda isi: _buang(isi, "Verifikasi", "oleh"), "verifikasi"))
    assert [satu["pesan"] for satu in hasil["temuan"]] == [
        'lembar "Verifikasi" tanpa kolom "oleh"; isinya tidak diubah'
    ]
