"""Tabel yang disimpan ulang orang: tidak ada nilai keliru yang masuk diam-diam, tidak ada baris hilang."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from indeksinovasi.berkas.baca import baca
from tests.daerah_uji import Data, indeks, inovasi, tulis, tulis_daerah
from tests.ekspor_resmi import JUDUL, baris, tulis_csv, tulis_xlsx

TAHUN = 2026
LETAK = {judul: nomor for nomor, judul in enumerate(JUDUL)}


def impor(akar: Path, *sumber: str | Path) -> tuple[int, Data]:
    hasil = indeks("impor", *sumber, "--ke", akar, "--tahun", TAHUN, "--format", "json")
    assert hasil.kode in (0, 1), hasil.galat
    isi: Data = json.loads(hasil.keluar)
    assert isi["impor"]["baris"] == len(isi["rincian"])
    return hasil.kode, isi


def _kota(tmp_path: Path) -> Path:
    return tulis_daerah(tmp_path / "uji", TAHUN, {})


def _nasib(isi: Data) -> list[tuple[int, str]]:
    return [(satu["baris"], satu["nasib"]) for satu in isi["rincian"]]


def _pesan(isi: Data, kode: str) -> list[str]:
    return [satu["pesan"] for satu in isi["temuan"] if satu["kode"] == kode]


def _catatan(akar: Path) -> dict[str, Data]:
    semua = (baca(jalur, "x").data for jalur in sorted((akar / str(TAHUN)).glob("*/*.yaml")))
    return {satu["nama"]: satu for satu in semua}


def _buku(jalur: Path, isi: Callable[[Any, Any], None], judul: Sequence[str] = JUDUL, **opsi: Any) -> Path:
    with xlsxwriter.Workbook(str(jalur), opsi) as buku:
        lembar = buku.add_worksheet("Data")
        lembar.write_row(0, 0, judul)
        isi(buku, lembar)
    return jalur


def _tulis(lembar: Any, nomor: int, sel: Sequence[Any]) -> None:
    for kolom, nilai in enumerate(sel):
        lembar.write(nomor, kolom, nilai if isinstance(nilai, int | float) else str(nilai))


def test_sel_persen_dibaca_seperti_terlihat(tmp_path: Path) -> None:
    def isi(buku: Any, lembar: Any) -> None:
        for nomor, (nilai, bentuk) in enumerate([(0.9, "0%"), (0.875, "0.00%"), (90, '0"%"'), (0.07, 9)], 1):
            _tulis(lembar, nomor, baris(3 * nomor))
            format_sel = buku.add_format({"num_format": bentuk})
            lembar.write_number(nomor, LETAK["Kematangan"], nilai, format_sel)

    akar = _kota(tmp_path)
    impor(akar, _buku(tmp_path / "e.xlsx", isi))
    kematangan = {nama: satu["kematangan"] for nama, satu in _catatan(akar).items()}
    assert kematangan == {"Inovasi 3": 90, "Inovasi 6": 87.5, "Inovasi 9": 90, "Inovasi 12": 7}


def test_sel_galat_disebut_dan_dibaca_kosong(tmp_path: Path) -> None:
    def isi(_: Any, lembar: Any) -> None:
        for nomor, judul in enumerate(("Kematangan", "Judul Inovasi", "Tanggal Penerapan"), 1):
            _tulis(lembar, nomor, baris(3 * nomor))
            lembar.write_formula(nomor, LETAK[judul], "=NA()", None, "#N/A")

    akar = _kota(tmp_path)
    kode, hasil = impor(akar, _buku(tmp_path / "e.xlsx", isi))
    assert (kode, _nasib(hasil)) == (1, [(2, "baru"), (3, "dilewati"), (4, "dilewati")])
    assert _pesan(hasil, "IMP804") == ["sel berisi rumus; hasilnya galat, jadi dibaca kosong"] * 3
    assert "kematangan" not in _catatan(akar)["Inovasi 3"]
    teks = tulis_csv(tmp_path / "e.csv", [baris(6, Koordinat="#N/A"), baris(9, **{"Judul Inovasi": "#REF!"})])
    _, hasil = impor(akar, teks)
    assert _nasib(hasil) == [(2, "baru"), (3, "dilewati")]
    assert _pesan(hasil, "IMP805") == [
        "sel berisi galat Excel #N/A; dibaca kosong",
        "sel berisi galat Excel #REF!; dibaca kosong",
    ]


def test_baris_dan_kolom_tersembunyi_dibaca_dan_disebut(tmp_path: Path) -> None:
    def isi(_: Any, lembar: Any) -> None:
        for nomor in range(1, 6):
            _tulis(lembar, nomor, baris(3 * nomor))
        for nomor in (1, 3, 4, 90):
            lembar.set_row(nomor, None, None, {"hidden": True})
        lembar.set_column(LETAK["Kematangan"], LETAK["Kematangan"], None, None, {"hidden": True})
        lembar.set_column(30, 16_383, None, None, {"hidden": True})

    akar = _kota(tmp_path)
    kode, hasil = impor(akar, _buku(tmp_path / "e.xlsx", isi))
    assert (kode, [nasib for _, nasib in _nasib(hasil)]) == (0, ["baru"] * 5)
    assert _pesan(hasil, "IMP816") == [
        "kolom tersembunyi ikut dibaca: L",
        "3 baris tersembunyi ikut dibaca: 2, 4-5",
    ]


def test_tersembunyi_ditulis_libreoffice_dan_banyak(tmp_path: Path) -> None:
    """LibreOffice menulis hidden="false" pada setiap baris, dan "true" pada yang tersembunyi."""

    def isi(_: Any, lembar: Any) -> None:
        for nomor in range(1, 31):
            _tulis(lembar, nomor, baris(3 * nomor))
            lembar.set_row(nomor, 12, None, {"hidden": nomor % 2 == 0})

    asli, ganti = _buku(tmp_path / "e.xlsx", isi), tmp_path / "f.xlsx"
    with zipfile.ZipFile(asli) as dari, zipfile.ZipFile(ganti, "w") as ke:
        for satu in dari.infolist():
            teks = dari.read(satu)
            if satu.filename.endswith("sheet1.xml"):
                teks = teks.replace(b'hidden="1"', b'hidden="true"').replace(
                    b"<row ", b'<row outline="false" '
                )
            ke.writestr(satu, teks)
    _, hasil = impor(_kota(tmp_path), ganti)
    assert _pesan(hasil, "IMP816") == [
        "15 baris tersembunyi ikut dibaca: 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, dan 5 kelompok lain"
    ]


def test_rumus_tanpa_nilai_tersimpan_dan_lembarnya_disebut(tmp_path: Path) -> None:
    def isi(buku: Any, lembar: Any) -> None:
        for nomor, nilai in enumerate(("", 85), 1):
            _tulis(lembar, nomor, baris(3 * nomor))
            lembar.write_formula(nomor, LETAK["Kematangan"], "=A1", None, nilai)
        buku.add_worksheet("Catatan").write_formula(0, 0, "=A1", None, 1)

    akar = _kota(tmp_path)
    _, hasil = impor(akar, _buku(tmp_path / "e.xlsx", isi))
    assert _pesan(hasil, "IMP804") == [
        'sel di lembar "Catatan" berisi rumus; yang dibaca hanya nilai tersimpannya',
        'sel di lembar "Data" berisi rumus; tanpa nilai tersimpan, jadi dibaca kosong',
        'sel di lembar "Data" berisi rumus; yang dibaca hanya nilai tersimpannya',
    ]


@pytest.mark.parametrize("awal", [False, True])
def test_tanggal_di_kedua_penanggalan_excel(tmp_path: Path, awal: bool) -> None:
    semua: list[tuple[Any, str]] = [
        (date(2024, 5, 6), "dd/mm/yyyy"),
        (date(2024, 5, 6), "[$-421]dd mmmm yyyy;@"),
        (datetime(2024, 5, 6, 23, 59), "dd/mm/yyyy hh:mm"),
    ]

    def isi(buku: Any, lembar: Any) -> None:
        for nomor, (nilai, bentuk) in enumerate(semua, 1):
            _tulis(lembar, nomor, baris(3 * nomor))
            format_sel = buku.add_format({"num_format": bentuk})
            lembar.write_datetime(nomor, LETAK["Tanggal Penerapan"], nilai, format_sel)
        _tulis(lembar, 4, baris(12))
        lembar.write_number(4, LETAK["Tanggal Penerapan"], 45418)

    akar = _kota(tmp_path)
    _, hasil = impor(akar, _buku(tmp_path / "e.xlsx", isi, date_1904=awal))
    assert [satu["waktu"] for satu in _catatan(akar).values()] == [{"penerapan": "2024-05-06"}] * 3
    assert "nomor urut Excel" in hasil["rincian"][3]["catatan"][0]


def test_judul_yang_diubah_excel_tidak_menjadi_judul(tmp_path: Path) -> None:
    def isi(buku: Any, lembar: Any) -> None:
        _tulis(lembar, 1, baris(3))
        lembar.write_datetime(1, 1, date(2026, 5, 2), buku.add_format({"num_format": "d-mmm"}))
        _tulis(lembar, 2, baris(6))
        lembar.write_boolean(2, 1, True)

    akar = _kota(tmp_path)
    _, hasil = impor(akar, _buku(tmp_path / "e.xlsx", isi))
    assert _nasib(hasil) == [(2, "dilewati"), (3, "dilewati")]


def test_kolom_asing_dan_ganda_disebut(tmp_path: Path) -> None:
    judul = (*JUDUL, "Kematangan", "Keterangan", "", "Kosong")
    isi = [[*baris(3), "99", "periksa lagi", "catatan kecil", ""]]
    akar = _kota(tmp_path)
    kode, hasil = impor(akar, tulis_xlsx(tmp_path / "e.xlsx", isi, judul))
    assert (kode, _catatan(akar)["Inovasi 3"]["kematangan"]) == (0, 43)
    assert _pesan(hasil, "IMP813") == [
        'kolom "Kematangan" (T) terulang; yang dibaca kolom pertamanya',
        'kolom "Keterangan" (U) dan V tanpa judul tidak dikenal; isinya tidak dibaca',
    ]


def test_judul_terulang_nomor_kolom_dan_kaki_tabel_bukan_catatan(tmp_path: Path) -> None:
    nomor = [f"({satu})" for satu in range(1, len(JUDUL) + 1)]
    kaki = ["Jumlah", *[""] * 10, "90", *[""] * 7]
    isi = [nomor, baris(3), list(JUDUL), baris(6), kaki]
    for buat in (tulis_csv, tulis_xlsx):
        akar = tulis_daerah(tmp_path / buat.__name__, TAHUN, {})
        kode, hasil = impor(akar, buat(tmp_path / "e.data", isi), "--status", "draf")
        assert (kode, [satu["nasib"] for satu in hasil["rincian"]]) == (
            1,
            ["dilewati", "baru", "dilewati", "baru", "dilewati"],
        )
        assert sorted(_catatan(akar)) == ["Inovasi 3", "Inovasi 6"]


def test_lembar_berjudul_yang_kosong_tidak_mengalahkan_lembar_berisi(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "e.xlsx")) as buku:
        buku.add_worksheet("Contoh").write_row(0, 0, JUDUL)
        lembar = buku.add_worksheet("Isi")
        lembar.write_row(0, 0, JUDUL)
        _tulis(lembar, 1, baris(3))
    _, hasil = impor(_kota(tmp_path), tmp_path / "e.xlsx")
    assert _nasib(hasil) == [(2, "baru")]
    assert _pesan(hasil, "IMP807") == ['lembar "Contoh" juga berisi data; yang dibaca "Isi"']


@pytest.mark.parametrize("label", ["PUPRX", "kesehatn"])
def test_label_salah_ketik_tidak_ditebak(tmp_path: Path, label: str) -> None:
    akar = _kota(tmp_path)
    kode, hasil = impor(akar, tulis_csv(tmp_path / "e.csv", [baris(3, **{"Urusan Utama": label})]))
    (satu,) = hasil["rincian"]
    assert (kode, satu["nasib"]) == (1, "dilewati")
    assert satu["catatan"][0].startswith(f'urusan "{label}" tidak dikenal; mungkin maksud Anda')


@pytest.mark.parametrize(
    ("tulisan", "letak"),
    [
        ("-7,05, 112,71", (-7.05, 112.71)),
        ("-7,05,112,71", (-7.05, 112.71)),
        ("-7,112,71", (-7, 112.71)),
        ("-7.05 112.71", (-7.05, 112.71)),
        ("-7,05", None),
        ("112.71,-7.05", None),
    ],
)
def test_koordinat_hanya_satu_bacaan(tmp_path: Path, tulisan: str, letak: tuple[float, float] | None) -> None:
    akar = _kota(tmp_path)
    _, hasil = impor(akar, tulis_csv(tmp_path / "e.csv", [baris(3, Koordinat=tulisan)]))
    koordinat = _catatan(akar)["Inovasi 3"].get("koordinat")
    if letak is None:
        assert koordinat is None
        assert hasil["rincian"][0]["catatan"] != []
    else:
        assert koordinat == {"lintang": letak[0], "bujur": letak[1]}


@pytest.mark.parametrize(
    ("tanggal", "penerapan"),
    [
        (
            ("08/17/2024", "08/07/2024", "05/05/2024", "17-08-2024", "2024-08-07"),
            (None, None, "2024-05-05", "2024-08-17", "2024-08-07"),
        ),
        (
            ("08/17/2024", "08/07/2024", "04/14/2024", "12/31/2024", "2024-08-07"),
            ("2024-08-17", "2024-08-07", "2024-04-14", "2024-12-31", "2024-08-07"),
        ),
    ],
)
def test_tanggal_berurutan_bulan_hari(
    tmp_path: Path, tanggal: Sequence[str], penerapan: Sequence[str | None]
) -> None:
    isi = [
        baris(3 * nomor, **{"Tanggal Penerapan": satu, "Tahapan Inovasi": "Penerapan"})
        for nomor, satu in enumerate(tanggal, 1)
    ]
    akar = _kota(tmp_path)
    _, hasil = impor(akar, tulis_csv(tmp_path / "e.csv", isi))
    catatan = _catatan(akar)
    ada = [catatan.get(f"Inovasi {3 * nomor}", {}).get("waktu") for nomor in range(1, 6)]
    assert ada == [satu and {"penerapan": satu} for satu in penerapan]
    assert len(_pesan(hasil, "IMP815")) == 1


@pytest.mark.parametrize(
    "tulisan",
    [
        "Selasa, 6 Agustus 2024",
        "6 Agt 2024",
        "6-Aug-2024",
        "2024-08-06 00:00:00",
        "2024/8/6",
        "06/08/2024 13.05 WIB",
    ],
)
def test_ragam_tulisan_tanggal(tmp_path: Path, tulisan: str) -> None:
    akar = _kota(tmp_path)
    impor(akar, tulis_csv(tmp_path / "e.csv", [baris(3, **{"Tanggal Penerapan": tulisan})]))
    assert _catatan(akar)["Inovasi 3"]["waktu"]["penerapan"] == "2024-08-06"


def _polos(semua: Sequence[Sequence[Any]], pemisah: str = ";") -> str:
    return "".join(f"{pemisah.join(map(str, satu))}\r\n" for satu in (JUDUL, *semua))


def test_tanda_petik_tanpa_pembungkus_tidak_menelan_baris(tmp_path: Path) -> None:
    akar = _kota(tmp_path)
    isi = [baris(3, **{"Judul Inovasi": '"Rumah Sehat'}), baris(6), baris(9, **{"Judul Inovasi": 'B "dua"'})]
    sumber = tulis(tmp_path / "e.csv", _polos(isi))
    kode, hasil = impor(akar, sumber)
    assert (kode, _nasib(hasil)) == (0, [(2, "baru"), (3, "baru"), (4, "baru")])
    assert sorted(_catatan(akar)) == ['"Rumah Sehat', 'B "dua"', "Inovasi 6"]


def test_petik_yang_tidak_ditutup_disebut(tmp_path: Path) -> None:
    akar = _kota(tmp_path)
    semua = _polos([baris(3), baris(6, **{"Judul Inovasi": '"Rumah; Sehat"'}), baris(9), baris(12)])
    sumber = tulis(tmp_path / "e.csv", semua.replace(";  Inovasi  9", ';"Inovasi 9'))
    kode, hasil = impor(akar, sumber)
    assert (kode, len(_pesan(hasil, "IMP814"))) == (1, 1)


def test_baris_csv_yang_bergeser_dilewati(tmp_path: Path) -> None:
    akar = _kota(tmp_path)
    isi = [baris(3, **{"Judul Inovasi": "Posyandu; Digital"}), baris(6)]
    kode, hasil = impor(akar, tulis(tmp_path / "e.csv", _polos(isi)), "--status", "draf")
    assert (kode, _nasib(hasil)) == (1, [(2, "dilewati"), (3, "baru")])
    assert "20 sel, padahal judulnya 19 kolom" in hasil["rincian"][0]["catatan"][0]


def test_utf8_yang_rusak_satu_bita_tetap_utf8(tmp_path: Path) -> None:
    akar = _kota(tmp_path)
    isi = [baris(3, **{"Judul Inovasi": "Café – Ibu"}), baris(6, **{"Nama Inisiator": "Tim é"})]
    tulis_csv(tmp_path / "e.csv", isi)
    bita = (tmp_path / "e.csv").read_bytes().replace(b"Tim \xc3\xa9", b"Tim \xe9")
    (tmp_path / "e.csv").write_bytes(bita)
    _, hasil = impor(akar, tmp_path / "e.csv")
    assert "Café – Ibu" in _catatan(akar)
    assert _pesan(hasil, "IMP805") == ["1 karakter tidak terbaca menurut sandi aksaranya, mulai baris teks 3"]


def test_judul_ekspor_yang_kurang_satu_kolom_disebut(tmp_path: Path) -> None:
    judul = ["Bidang" if satu == "Urusan Utama" else satu for satu in JUDUL]
    sumber = tulis_csv(tmp_path / "e.csv", [baris(3)], judul=judul)
    hasil = indeks("impor", sumber, "--ke", _kota(tmp_path), "--tahun", TAHUN)
    assert hasil.kode == 2
    assert 'kolom "Urusan Utama" tidak ada' in hasil.galat


def test_dua_sumber_seperti_diimpor_satu_per_satu(tmp_path: Path) -> None:
    satu = tulis_csv(tmp_path / "a.csv", [baris(3), baris(6)])
    dua = tulis_xlsx(tmp_path / "b.xlsx", [baris(3), baris(6, Kematangan="99"), baris(9)])
    sekali = tulis_daerah(tmp_path / "sekali", TAHUN, {})
    kode, hasil = impor(sekali, satu, dua)
    assert (kode, [s["nasib"] for s in hasil["rincian"]]) == (1, ["baru", "baru", "sama", "dilewati", "baru"])
    bertahap = tulis_daerah(tmp_path / "bertahap", TAHUN, {})
    impor(bertahap, satu)
    impor(bertahap, dua)
    assert _catatan(sekali) == _catatan(bertahap)


def test_kolom_peta_yang_tidak_ada_dan_tabel_yang_tidak_dipetakan_disebut(tmp_path: Path) -> None:
    sumber = tulis_csv(
        tmp_path / "lama.csv", [["A", "Dinkes", "isi", "x"]], judul=("Title", "unit", "uraian", "tambahan")
    )
    peta = tulis(
        tmp_path / "peta.yaml",
        "kolom: {title: nama, unit: opd, penjelasan: rancang_bangun, uraian: '-'}\n",
    )
    kode, hasil = impor(_kota(tmp_path), sumber, "--peta", str(peta))
    assert (kode, _nasib(hasil)) == (0, [(2, "baru")])
    assert _pesan(hasil, "IMP813") == [
        'kolom "penjelasan" pada peta tidak ada di tabel',
        'kolom "tambahan" (D) tidak dikenal; isinya tidak dibaca',
    ]


def test_label_peta_tidak_membedakan_huruf_dan_spasi(tmp_path: Path) -> None:
    judul = ("title", "unit", "bidang", "lain")
    isi = [["A", "Dinkes", "URUSAN  antah", "kesehatan, Urusan Antah"]]
    sumber = tulis_csv(tmp_path / "lama.csv", isi, judul=judul)
    peta = tulis(
        tmp_path / "peta.yaml",
        "kolom: {title: nama, unit: opd, bidang: urusan, lain: urusan_lain}\n"
        "pilihan: {urusan: {Urusan Antah: sosial}}\n",
    )
    akar = _kota(tmp_path)
    impor(akar, sumber, "--peta", str(peta))
    assert (_catatan(akar)["A"]["urusan"], _catatan(akar)["A"]["urusan_lain"]) == ("sosial", ["kesehatan"])


def test_usul_peta_dua_kolom_berjudul_sama(tmp_path: Path) -> None:
    judul = ("title", "unit", "tanggal", "tanggal")
    sumber = tulis_csv(tmp_path / "lama.csv", [["A", "Dinkes", "2024-01-02", ""]], judul=judul)
    usul = indeks("impor", sumber, "--ke", _kota(tmp_path), "--tahun", TAHUN, "--peta", tmp_path / "p.yaml")
    assert "tanggal: penerapan" in usul.keluar


def test_karakter_tak_terlihat_dibuang_dan_sel_yang_hanya_berisi_itu_kosong(tmp_path: Path) -> None:
    semua = [
        baris(3, **{"Kematangan": "\u200b80\ufeff", "Tanggal Penerapan": "\u00a017-08-2024\u200b"}),
        baris(6, **{"Judul Inovasi": "\u200b"}),
        baris(9, **{"Admin OPD": "\u2060"}),
        baris(12, **{"Judul Inovasi": "Posy\u200bandu"}),
    ]
    akar = _kota(tmp_path)
    kode, isi = impor(akar, tulis_csv(tmp_path / "e.csv", semua))
    assert (kode, _nasib(isi)) == (1, [(2, "baru"), (3, "dilewati"), (4, "dilewati"), (5, "baru")])
    assert _pesan(isi, "IMP809") == ["tanpa judul", "tanpa perangkat daerah"]
    assert len(_pesan(isi, "IMP805")) == 5
    catatan = _catatan(akar)
    assert list(catatan) == ["Inovasi 3", "Posyandu"]
    assert (catatan["Inovasi 3"]["kematangan"], catatan["Inovasi 3"]["waktu"]) == (
        80,
        {"penerapan": "2024-08-17"},
    )


def test_karakter_tak_terlihat_pada_catatan_bukan_perbedaan(tmp_path: Path) -> None:
    isi = {"dinkes/a": inovasi(TAHUN, nama="Ino\u200bvasi", nama_inisiator="Tim\u00ad A")}
    akar = tulis_daerah(tmp_path / "uji", TAHUN, isi)
    semula = (akar / "2026" / "dinkes" / "a.yaml").read_bytes()
    for bentuk in ("resmi", "isian"):
        lembar = tmp_path / f"{bentuk}.xlsx"
        assert indeks("ekspor", akar, "--tahun", TAHUN, "--bentuk", bentuk, "-o", lembar).kode == 0
        _, hasil = impor(akar, lembar)
        assert hasil["impor"]["sama"] == hasil["impor"]["baris"], hasil
    assert (akar / "2026" / "dinkes" / "a.yaml").read_bytes() == semula


@pytest.mark.parametrize("tertulis", ["17-08-1024", "17-08-3024", "1-1-0001", "1202-08-17"])
def test_tahun_yang_tidak_mungkin_bukan_tanggal(tmp_path: Path, tertulis: str) -> None:
    akar = _kota(tmp_path)
    semua = [baris(3, **{"Tanggal Penerapan": tertulis}), baris(4, **{"Tanggal Input": tertulis})]
    kode, isi = impor(akar, tulis_csv(tmp_path / "e.csv", semua))
    assert (kode, _nasib(isi)) == (1, [(2, "dilewati"), (3, "baru")])
    assert "tidak mungkin benar" in _pesan(isi, "IMP809")[0]
    assert "tidak mungkin benar" in _pesan(isi, "IMP810")[0]
    assert "tanggal_input" not in _catatan(akar)["Inovasi 4"]


def test_sandi_macintosh_diragukan(tmp_path: Path) -> None:
    jalur = tulis_csv(tmp_path / "e.csv", [baris(3, **{"Judul Inovasi": "Café"})])
    teks = jalur.read_bytes().decode("utf-8-sig")
    jalur.write_bytes(teks.encode("mac-roman"))
    _, isi = impor(_kota(tmp_path), jalur)
    assert "mungkin bukan Windows-1252" in _pesan(isi, "IMP805")[0]
    jalur.write_bytes(teks.encode("cp1252"))
    _, isi = impor(tulis_daerah(tmp_path / "lain", TAHUN, {}), jalur)
    assert _pesan(isi, "IMP805") == []


@pytest.mark.parametrize(
    ("isi", "petunjuk"),
    [
        ({"tahun": 2025}, "Samakan --tahun."),
        ({"versi_format": 9}, "Minta OPD membuka formulirnya"),
        ("{rusak", "Minta OPD membuka formulirnya"),
    ],
)
def test_formulir_yang_ditolak_tidak_disuruh_menjadi_excel(
    tmp_path: Path, isi: Data | str, petunjuk: str
) -> None:
    bundel = {"jenis": "formulir-indeks", "versi_format": 1, "tahun": TAHUN, "opd": "dinkes"}
    bundel |= {"daerah": {"nama": "Kota Uji", "kode": "99.01"}, "inovasi": []}
    teks = isi if isinstance(isi, str) else json.dumps(bundel | isi)
    hasil = indeks("impor", tulis(tmp_path / "f.json", teks), "--ke", _kota(tmp_path), "--tahun", TAHUN)
    assert hasil.kode == 2
    assert hasil.galat.splitlines()[1].strip().startswith(petunjuk)
