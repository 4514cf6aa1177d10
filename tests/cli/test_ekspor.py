"""``indeks ekspor``: keempat bentuk, bita yang sama, dan jalan pulang lewat ``impor``."""

from __future__ import annotations

import csv
import io
import json
import shutil
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from indeksinovasi.berkas.baca import baca
from indeksinovasi.berkas.suntingan import sama_persis
from indeksinovasi.inti.model.tabel import LembarTulis
from indeksinovasi.keluaran.tabel.buku import tulis_buku
from tests.contoh_tabel import EKSPOR, ISIAN, ekspor_resmi, isian_terisi
from tests.daerah_uji import CONTOH, Data, indeks, inovasi, tulis, tulis_daerah
from tests.ekspor_resmi import JUDUL

KOTA = CONTOH / "kota-contoh"
TAHUN = 2026


def _ekspor(data: Path, tujuan: Path, *lain: str) -> Path:
    hasil = indeks("ekspor", data, "--tahun", TAHUN, "-o", tujuan, *lain)
    assert hasil.kode == 0, hasil.galat
    return tujuan


def _impor(sumber: Path, data: Path, *lain: str) -> tuple[int, Data]:
    hasil = indeks("impor", sumber, "--ke", data, "--tahun", TAHUN, "--format", "json", *lain)
    assert hasil.kode in (0, 1), hasil.galat
    isi: Data = json.loads(hasil.keluar)
    return hasil.kode, isi


def _lembar(jalur: Path) -> dict[str, list[list[Any]]]:
    buku = CalamineWorkbook.from_path(str(jalur))
    return {nama: buku.get_sheet_by_name(nama).to_python() for nama in buku.sheet_names}


def _pohon(akar: Path) -> dict[str, bytes]:
    berkas = (satu for satu in akar.rglob("*") if satu.is_file())
    return {satu.relative_to(akar).as_posix(): satu.read_bytes() for satu in berkas}


def _catatan(akar: Path) -> dict[str, Data]:
    semua = sorted(akar.glob("2026/**/*.yaml"))
    return {satu.relative_to(akar).as_posix(): _polos(baca(satu, "x").data) for satu in semua}


def _polos(isi: Data) -> Data:
    """Bujur 110.299 dan 110.2990 bilangan yang sama."""
    letak = isi.get("koordinat", {})
    return isi | {"koordinat": {k: str(v).rstrip("0") for k, v in letak.items()}}


def _tanpa_verifikasi(isi: Data) -> Data:
    indikator = isi.get("indikator", {})
    bersih = {k: {a: b for a, b in v.items() if a != "verifikasi"} for k, v in indikator.items()}
    return {**isi, "indikator": bersih} if indikator else isi


def _sunting(sumber: Path, tujuan: Path, ubah: Callable[[str, int, list[Any]], None]) -> Path:
    """Simpan ulang seperti yang dilakukan orang: nilai saja, lembar tersembunyi tetap ikut."""
    lembar = []
    for nama, isi in _lembar(sumber).items():
        baris = [_ubah(nama, nomor, list(satu), ubah) for nomor, satu in enumerate(isi[1:], 2)]
        lembar.append(LembarTulis(nama, tuple(map(str, isi[0])), baris))
    tujuan.write_bytes(tulis_buku([satu for satu in lembar if not satu.nama.startswith("_daftar")]))
    return tujuan


def _ubah(nama: str, nomor: int, baris: list[Any], ubah: Callable[[str, int, list[Any]], None]) -> list[Any]:
    ubah(nama, nomor, baris)
    return [satu if satu != "" else None for satu in baris]


def _salin(tmp_path: Path) -> Path:
    akar = tmp_path / "kota"
    shutil.copytree(KOTA, akar)
    return akar


@pytest.mark.parametrize("bentuk", ["resmi", "lengkap", "isian", "verifikasi"])
def test_bita_yang_sama_setiap_kali(tmp_path: Path, bentuk: str) -> None:
    satu = _ekspor(KOTA, tmp_path / "a.xlsx", "--bentuk", bentuk)
    dua = _ekspor(KOTA, tmp_path / "b.xlsx", "--bentuk", bentuk)
    assert satu.read_bytes() == dua.read_bytes()
    assert b"".join(satu.read_bytes().split()) != b""
    with zipfile.ZipFile(satu) as arsip:
        assert all(b"<f>" not in arsip.read(nama) for nama in arsip.namelist() if "worksheets" in nama)


def test_resmi_kesembilan_belas_kolom(tmp_path: Path) -> None:
    (isi,) = _lembar(_ekspor(KOTA, tmp_path / "a.xlsx")).values()
    assert tuple(isi[0]) == JUDUL
    banyak = len(list((KOTA / "2026").glob("*/*.yaml")))
    assert len(isi) == banyak + 1
    baris = next(
        satu for satu in isi if satu[1] == "Posyandu Digital dengan Jejak Rujukan" or satu[12] == "Penerapan"
    )
    assert isinstance(baris[11], float)
    assert isinstance(baris[14], date)
    assert "" not in {sel for satu in isi for sel in satu}
    assert all(satu[16] == "null" or "," in str(satu[16]) for satu in isi[1:])


def test_resmi_csv_dan_kembali(tmp_path: Path) -> None:
    akar = tulis_daerah(tmp_path / "uji", TAHUN, {"dinkes/a": inovasi(TAHUN, nama="=1+1", kematangan=80)})
    sumber = _ekspor(akar, tmp_path / "a.csv")
    rekaman = list(csv.reader(io.StringIO(sumber.read_text(encoding="utf-8-sig"))))
    assert rekaman[1][1] == "'=1+1"
    kode, hasil = _impor(sumber, akar)
    assert (kode, [satu["nasib"] for satu in hasil["rincian"]]) == (0, ["sama"])


def test_resmi_kembali_tanpa_mengubah_satu_bita_pun(tmp_path: Path) -> None:
    akar = _salin(tmp_path)
    pohon = _pohon(akar)
    kode, hasil = _impor(_ekspor(akar, tmp_path / "a.xlsx"), akar)
    assert {satu["nasib"] for satu in hasil["rincian"]} <= {"sama", "dilewati"}
    assert _pohon(akar) == pohon
    assert kode in (0, 1)


def test_lengkap_memuat_lembarnya(tmp_path: Path) -> None:
    lembar = _lembar(_ekspor(KOTA, tmp_path / "a.xlsx", "--bentuk", "lengkap"))
    assert list(lembar) == ["Ringkasan", "OPD", "Inovasi", "Indikator", "SPD", "Temuan"]
    ringkasan = {str(satu[0]): satu[1] for satu in lembar["Ringkasan"]}
    assert (ringkasan["indeks"], ringkasan["predikat"]) == (42.63, "Inovatif")
    assert lembar["Indikator"][0][:2] == ["id", "regulasi"]
    assert len(lembar["Temuan"]) > 10


def test_isian_kembali_tanpa_mengubah_satu_bita_pun(tmp_path: Path) -> None:
    akar = _salin(tmp_path)
    pohon = _pohon(akar)
    kode, hasil = _impor(_ekspor(akar, tmp_path / "a.xlsx", "--bentuk", "isian"), akar)
    assert (kode, {satu["nasib"] for satu in hasil["rincian"]}) == (0, {"sama"})
    assert hasil["temuan"] == []
    assert _pohon(akar) == pohon


def test_isian_ke_daerah_kosong_memberi_catatan_yang_sama(tmp_path: Path) -> None:
    sumber = _ekspor(KOTA, tmp_path / "a.xlsx", "--bentuk", "isian")
    akar = tmp_path / "kosong"
    akar.mkdir()
    shutil.copy(KOTA / "daerah.yaml", akar)
    _impor(sumber, akar)
    asal, tiba = _catatan(KOTA), _catatan(akar)
    assert asal.keys() == tiba.keys()
    for nama, isi in asal.items():
        assert sama_persis(_tanpa_verifikasi(isi), tiba[nama]), nama


def test_isian_orang_disimpan_ulang_lalu_digabung(tmp_path: Path) -> None:
    akar = tulis_daerah(
        tmp_path / "uji",
        TAHUN,
        {
            "dinkes/a": inovasi(
                TAHUN,
                nama="A",
                tujuan="lama",
                indikator={
                    "regulasi": {"parameter": 1, "bukti": [{"berkas": "bukti/sk.pdf", "nomor": "007"}]},
                    "anggaran": {"fakta": [2024, 2025]},
                    "bimtek": {"fakta": {2024: 1}},
                    "kemanfaatan": {"fakta": {"basis": "orang", "nilai": 350}},
                },
            )
        },
    )
    sumber = _ekspor(akar, tmp_path / "a.xlsx", "--bentuk", "isian", "--opd", "dinkes")
    assert "SPD" not in _lembar(sumber)

    def ubah(nama: str, _nomor: int, baris: list[Any]) -> None:
        if nama == "Inovasi" and baris[0] == "2026/dinkes/a":
            baris[22] = "tujuan baru"
        if nama == "Inovasi" and baris[0] == "baru-1":
            baris[2] = "Inovasi Baru OPD"
        if nama == "Indikator" and baris[:2] == ["2026/dinkes/a", "regulasi"]:
            baris[7] = 2
        if nama == "Indikator" and baris[:2] == ["2026/dinkes/a", "kemanfaatan"]:
            baris[10] = 501
        if nama == "Indikator" and baris[:2] == ["baru-1", "sdm"]:
            baris[7:9] = [1, 12]
        if nama == "Indikator" and baris[:2] == ["2026/dinkes/a", "sdm"]:
            baris[7] = "salah"

    isian = _sunting(sumber, tmp_path / "isian.xlsx", ubah)
    kode, hasil = _impor(isian, akar)
    assert [satu["nasib"] for satu in hasil["rincian"]] == ["digabung", "baru"]
    assert any("sdm" in satu for satu in hasil["rincian"][0]["catatan"])
    a = baca(akar / "2026" / "dinkes" / "a.yaml", "x").data
    assert a["tujuan"] == "tujuan baru"
    assert a["indikator"]["regulasi"] == {
        "parameter": 2,
        "bukti": [{"berkas": "bukti/sk.pdf", "nomor": "007"}],
    }
    assert a["indikator"]["kemanfaatan"]["fakta"] == {"basis": "orang", "nilai": 501}
    assert a["indikator"]["anggaran"] == {"fakta": [2024, 2025]}
    assert a["indikator"]["bimtek"] == {"fakta": {2024: 1}}
    assert "sdm" not in a["indikator"]
    baru = baca(akar / "2026" / "dinkes" / "inovasi-baru-opd.yaml", "x").data
    assert (baru["status"], baru["indikator"]) == ("draf", {"sdm": {"parameter": 1, "fakta": 12}})
    assert kode == 0
    kode, hasil = _impor(isian, akar)
    assert {satu["nasib"] for satu in hasil["rincian"]} == {"sama"}


def test_pilihan_isian_menolak_nilai_lain(tmp_path: Path) -> None:
    sumber = _ekspor(KOTA, tmp_path / "a.xlsx", "--bentuk", "isian")
    with zipfile.ZipFile(sumber) as arsip:
        xml = "".join(arsip.read(nama).decode() for nama in arsip.namelist() if "worksheets/sheet" in nama)
    assert xml.count('type="list"') > 300
    assert 'errorStyle="warning"' not in xml
    assert "sheetProtection" not in xml
    assert "orang,unit,belanja" in xml


def test_verifikasi_lewat_lembar(tmp_path: Path) -> None:
    akar = tulis_daerah(
        tmp_path / "uji",
        TAHUN,
        {"dinkes/a": inovasi(TAHUN, nama="A", status="terkirim", indikator={"regulasi": {"parameter": 2}})},
        {"indikator": {"visi_misi": {"parameter": 2}}},
    )
    sumber = _ekspor(akar, tmp_path / "v.xlsx", "--bentuk", "verifikasi")
    assert [satu[2] for satu in _lembar(sumber)["Verifikasi"][1:]] == ["regulasi", "visi_misi"]

    def ubah(nama: str, _nomor: int, baris: list[Any]) -> None:
        if nama == "Verifikasi":
            baris[7:11] = [1 if baris[2] == "regulasi" else 9, "kurang", "Tim", date(2026, 7, 1)]
        if nama == "Status":
            baris[3] = "diterima"

    isian = _sunting(sumber, tmp_path / "isi.xlsx", ubah)
    kode, hasil = _impor(isian, akar)
    assert (kode, [satu["nasib"] for satu in hasil["rincian"]]) == (1, ["digabung", "dilewati", "digabung"])
    isi = baca(akar / "2026" / "dinkes" / "a.yaml", "x").data
    verifikasi = isi["indikator"]["regulasi"]["verifikasi"]
    assert verifikasi.pop("sidik").startswith("sha256:")
    assert verifikasi == {"parameter": 1, "catatan": "kurang", "oleh": "Tim", "tanggal": "2026-07-01"}
    assert isi["status"] == "diterima"
    pohon = _pohon(akar)
    _, hasil = _impor(isian, akar)
    assert [satu["nasib"] for satu in hasil["rincian"]] == ["sama", "dilewati", "sama"]
    assert _pohon(akar) == pohon


def test_verifikasi_baris_yang_belum_terbaca_menjadi_temuan(tmp_path: Path) -> None:
    """Barisnya berklaim menurut tulisannya, tetapi belum sah: ditahan dengan sebab, catatan lain ditulis."""
    isi = inovasi(TAHUN, indikator={"regulasi": {"parameter": 2}})
    akar = tulis_daerah(tmp_path / "uji", TAHUN, {"dinkes/a": {**isi, "nama": "A"}, "dinkes/b": isi})
    sumber = _ekspor(akar, tmp_path / "v.xlsx", "--bentuk", "verifikasi")

    def ubah(nama: str, _nomor: int, baris: list[Any]) -> None:
        if nama == "Verifikasi":
            baris[7:11] = [1, "kurang", "Tim", date(2026, 7, 1)]

    rusak = {**isi, "nama": "A", "indikator": {"regulasi": {"parameter": "dua"}}}
    jalur = tulis(akar / str(TAHUN) / "dinkes" / "a.yaml", rusak)
    semula = jalur.read_bytes()
    kode, hasil = _impor(_sunting(sumber, tmp_path / "isi.xlsx", ubah), akar)
    temuan = [(satu["pesan"], satu["petunjuk"]) for satu in hasil["temuan"] if satu["kode"] == "IMP811"]
    petunjuk = "Perbaiki baris itu menurut `indeks validasi`, lalu ulangi."
    assert (kode, temuan) == (1, [("baris regulasi belum dapat dibaca", petunjuk)])
    assert [satu["tindakan"] for satu in hasil["tulis"]] == ["tertahan", "ubah"]
    assert jalur.read_bytes() == semula


def test_tahun_daerah_dan_akhiran_lain_ditolak(tmp_path: Path) -> None:
    akar = _salin(tmp_path)
    sumber = _ekspor(akar, tmp_path / "a.xlsx", "--bentuk", "isian")
    assert indeks("impor", sumber, "--ke", akar, "--tahun", 2024).kode == 2
    assert indeks("ekspor", akar, "--tahun", TAHUN, "-o", tmp_path / "a.csv", "--bentuk", "isian").kode == 2
    assert indeks("ekspor", akar, "--tahun", TAHUN, "-o", tmp_path / "a.txt").kode == 2
    assert indeks("ekspor", akar, "--tahun", TAHUN, "-o", tmp_path / "a.xlsx").kode == 2
    assert indeks("ekspor", akar, "--tahun", 2019, "-o", tmp_path / "c.xlsx").kode == 2
    asing = tulis_daerah(tmp_path / "asing", TAHUN, {})
    kode, hasil = _impor(sumber, asing)
    assert (kode, {satu["kode"] for satu in hasil["temuan"]}) == (1, {"IMP803"})


def tulis_bita(jalur: Path, bita: bytes) -> Path:
    jalur.write_bytes(bita)
    return jalur


def _anggota(bita: bytes) -> dict[str, bytes]:
    """Isi tiap bagian; bita pemampatannya bergantung pada zlib yang terpasang."""
    with zipfile.ZipFile(io.BytesIO(bita)) as arsip:
        return {nama: arsip.read(nama) for nama in arsip.namelist()}


def test_tabel_contoh_dapat_diimpor(tmp_path: Path) -> None:
    assert _anggota(EKSPOR.read_bytes()) == _anggota(ekspor_resmi())
    # Kalimat tingkat mengikuti berkas tahunnya, jadi hanya lembar isiannya yang harus sama.
    contoh, kini = _lembar(ISIAN), _lembar(tulis_bita(tmp_path / "isian.xlsx", isian_terisi()))
    assert (contoh["Inovasi"], contoh["Bukti"]) == (kini["Inovasi"], kini["Bukti"])
    akar = _salin(tmp_path)
    hasil = indeks("impor", EKSPOR, "--ke", akar, "--tahun", 2025)
    assert hasil.kode == 0, hasil.keluar
    nilai = json.loads(indeks("nilai", akar, "--tahun", 2025, "--format", "json").keluar)["hasil"][0]
    assert nilai["jumlah_inovasi"]["terhitung"] == 11
    kode, isi = _impor(ISIAN, akar)
    assert (kode, [satu["nasib"] for satu in isi["rincian"]]) == (0, ["digabung", "sama", "baru"])
    assert {satu["kode"] for satu in isi["temuan"]} <= {"IMP812"}


@pytest.mark.parametrize("bentuk", ["resmi", "lengkap", "isian", "verifikasi"])
def test_data_boleh_folder_di_atas_atau_tahun_daerahnya(bentuk: str, tmp_path: Path) -> None:
    akar = tulis_daerah(tmp_path / "provinsi" / "kota", TAHUN, {"dinkes/a": inovasi(TAHUN)})
    langsung = _ekspor(akar, tmp_path / "a.xlsx", "--bentuk", bentuk)
    atas = _ekspor(akar.parent, tmp_path / "b.xlsx", "--bentuk", bentuk)
    tahun = _ekspor(akar / str(TAHUN), tmp_path / "c.xlsx", "--bentuk", bentuk)
    assert langsung.read_bytes() == atas.read_bytes() == tahun.read_bytes()


@pytest.mark.parametrize("bentuk", ["resmi", "lengkap", "isian", "verifikasi"])
def test_nama_yang_bukan_utf8_tetap_diekspor(bentuk: str, tmp_path: Path) -> None:
    akar = tulis_daerah(tmp_path / "kota", TAHUN, {"dinkes/a": inovasi(TAHUN)})
    try:
        (akar / str(TAHUN) / "dinkes" / "a.yaml").rename(akar / str(TAHUN) / "dinkes" / "\udcff.yaml")
        (akar / str(TAHUN) / "dinkes").rename(akar / str(TAHUN) / "din\udcffkes")
    except (OSError, UnicodeError):
        pytest.skip("sistem berkas ini hanya menerima nama UTF-8")
    akhiran = (".xlsx", ".csv") if bentuk == "resmi" else (".xlsx",)
    for satu in akhiran:
        tujuan = tmp_path / f"a{satu}"
        assert indeks("ekspor", akar, "--tahun", TAHUN, "-o", tujuan, "--bentuk", bentuk).kode < 2
        assert tujuan.stat().st_size > 0


def test_judul_berapostrof_pulang_persis_lewat_csv(tmp_path: Path) -> None:
    judul = ["'=1+1", "=1+1", "\uff1d1+1", "'Aisyiyah"]
    catatan = {
        f"dinkes/{nomor}": inovasi(TAHUN, nama=nama, kematangan=50) for nomor, nama in enumerate(judul)
    }
    akar = tulis_daerah(tmp_path / "kota", TAHUN, catatan)
    sumber = _ekspor(akar, tmp_path / "a.csv")
    sel = [satu["Judul Inovasi"] for satu in csv.DictReader(io.StringIO(sumber.read_text("utf-8-sig")))]
    assert sel == ["''=1+1", "'=1+1", "'\uff1d1+1", "'Aisyiyah"]
    _, hasil = _impor(sumber, akar)
    assert hasil["impor"]["sama"] == 4


def test_resmi_tanpa_baris_dan_kematangan_kosong_dan_kembali_tanpa_berubah(tmp_path: Path) -> None:
    akar = tulis_daerah(tmp_path / "kota", 2026, {"dinkes/a": inovasi(2026, status="terkirim")})
    semula = (akar / "2026/dinkes/a.yaml").read_bytes()
    berkas = tmp_path / "resmi.csv"
    assert indeks("ekspor", akar, "--tahun", 2026, "-o", berkas).kode == 0
    (baris,) = csv.DictReader(io.StringIO(berkas.read_text(encoding="utf-8-sig")))
    assert baris["Kematangan"] == "-"
    keluaran = indeks("impor", berkas, "--ke", akar, "--tahun", 2026, "--format", "json")
    assert json.loads(keluaran.keluar)["impor"]["sama"] == 1
    assert (akar / "2026/dinkes/a.yaml").read_bytes() == semula


def test_tahun_kosong_dijawab_seperti_perintah_lain(tmp_path: Path) -> None:
    kota = tulis_daerah(tmp_path / "kota", 2024, {"dinkes/a": inovasi()})
    (kota / "2026").mkdir()
    galat = indeks("ekspor", kota, "--tahun", 2026, "-o", tmp_path / "a.csv").galat
    assert galat == indeks("nilai", kota, "--tahun", 2026).galat
    assert "Tahun yang ada: 2024" in galat


@pytest.mark.parametrize(
    "perintah",
    [
        ("ekspor", CONTOH, "--tahun", 2024, "-o", "a.csv"),
        ("formulir", CONTOH, "-o", "f"),
        ("rencana", "risiko", CONTOH),
        ("baru", "tahun", CONTOH, 2026),
    ],
    ids=lambda perintah: str(perintah[0]),
)
def test_satu_daerah_diminta_dengan_kalimat_yang_sama(perintah: tuple[str | Path | int, ...]) -> None:
    hasil = indeks(*perintah)
    assert hasil.kode == 2
    assert "daerah; perintah ini untuk satu daerah. Tunjuk salah satunya, misalnya " in hasil.galat
