"""Kontrak ``indeks nilai`` dan ``indeks hitung``: kode keluar, JSON, CSV, Markdown, dan masukan buruk."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from indeksinovasi.cli.aplikasi import PERINTAH
from tests.daerah_uji import CONTOH, Data, Keluaran, indeks, inovasi, tulis, tulis_daerah

KOTA = CONTOH / "kota-contoh"
TAHUN_CONTOH = (2020, 2021, 2022, 2023, 2024, 2026)
ANSI = "\x1b["
POLA_TIGA_DASAR = r"klaim [\d,]+ · berbukti [\d,]+ · terverifikasi [\d,]+ \(\d+ dari \d+ baris\)"

teks: Data = {"type": "string"}
teks_atau_kosong: Data = {"type": ["string", "null"]}
bilangan: Data = {"type": "number"}
bilangan_atau_kosong: Data = {"type": ["number", "null"]}
cacah: Data = {"type": "integer", "minimum": 0}
cacah_atau_kosong: Data = {"type": ["integer", "null"], "minimum": 0}
ya_tidak_atau_kosong: Data = {"type": ["boolean", "null"]}


def _objek(**isi: Data) -> Data:
    return {"type": "object", "properties": isi, "required": list(isi)}


def _daftar(isi: Data) -> Data:
    return {"type": "array", "items": isi}


_BARIS: Data = {
    "type": "object",
    "additionalProperties": _objek(parameter={"enum": [0, 1, 2, 3]}, skor=bilangan_atau_kosong),
}
TEMUAN = _objek(
    kode={"type": "string", "pattern": "^[A-Z]{3}[0-9]{3}$"},
    tingkat={"enum": ["galat", "peringatan", "saran"]},
    pesan=teks,
    petunjuk=teks,
    berkas=teks,
    baris={"type": "integer", "minimum": 1},
    kolom={"type": "integer", "minimum": 1},
    jalur=teks,
)
KONTRAK = _objek(
    versi_format={"const": 1},
    hasil=_daftar(
        _objek(
            daerah=_objek(nama=teks, jenis=teks_atau_kosong, kode=teks_atau_kosong),
            tahun={"type": "integer"},
            dasar={"enum": ["klaim", "berbukti", "terverifikasi"]},
            skala={"enum": ["normal", "absolut"]},
            metode=_objek(
                tahun={"type": "integer"},
                revisi={"type": "integer", "minimum": 1},
                status={"enum": ["resmi", "rekonstruksi", "prognosis"]},
                sidik={"type": "string", "pattern": "^sha256:[0-9a-f]{64}$"},
            ),
            indeks=bilangan_atau_kosong,
            indeks_rentang={"type": ["array", "null"], "items": bilangan, "minItems": 2, "maxItems": 2},
            predikat=teks_atau_kosong,
            predikat_mungkin=_daftar(teks),
            skor_total=bilangan_atau_kosong,
            skor_maksimum=bilangan_atau_kosong,
            spd=_objek(skor=bilangan_atau_kosong, maksimum=bilangan_atau_kosong, indikator=_BARIS),
            sid=_objek(
                skor=bilangan_atau_kosong,
                rata_rata=bilangan_atau_kosong,
                jumlah_kematangan=bilangan,
                pembagi={"type": ["integer", "null"], "minimum": 0},
                skor_jumlah_inovasi={"type": ["number", "null"]},
                persen_maksimum=bilangan_atau_kosong,
            ),
            jumlah_inovasi=_objek(
                terhitung=cacah, draf=cacah, ditolak=cacah, tidak_layak=cacah, tak_terbaca=cacah
            ),
            urusan_wajib=_objek(
                terisi=_daftar(teks), minimal=cacah_atau_kosong, terpenuhi=ya_tidak_atau_kosong
            ),
            opd=_daftar(
                _objek(
                    kode=teks,
                    nama=teks,
                    jumlah_inovasi=cacah,
                    rata_rata_kematangan=bilangan_atau_kosong,
                    target=cacah_atau_kosong,
                    terpenuhi=ya_tidak_atau_kosong,
                )
            ),
            inovasi=_daftar(
                _objek(
                    id={"type": "string", "pattern": "^[0-9]{4}/.+/.+$"},
                    nama=teks_atau_kosong,
                    opd=teks,
                    status={"enum": ["draf", "terkirim", "diterima", "ditolak", None]},
                    terhitung={"type": "boolean"},
                    alasan=teks_atau_kosong,
                    kematangan=bilangan_atau_kosong,
                    indikator=_BARIS,
                )
            ),
            asumsi=_daftar(
                _objek(kunci=teks, nilai={}, kemungkinan={"type": "array"}, kepastian={"const": "lemah"})
            ),
            catatan=_daftar(_objek(kode={"type": "string", "pattern": "^SKR6[0-9]{2}$"}, pesan=teks)),
        )
    ),
    temuan=_daftar(TEMUAN),
)


def _json(*argumen: str | Path | int, kode: int = 0) -> Data:
    """Keluaran JSON yang memenuhi kontrak."""
    hasil = indeks(*argumen, "--format", "json")
    assert hasil.kode == kode, hasil.galat
    isi: Data = json.loads(hasil.keluar)
    jsonschema.validate(isi, KONTRAK)
    return isi


def _angka(isi: Any, kunci: str = "") -> Iterator[tuple[str, float]]:
    if isinstance(isi, dict):
        for nama, satu in isi.items():
            yield from _angka(satu, nama)
    elif isinstance(isi, list):
        for satu in isi:
            yield from _angka(satu, kunci)
    elif isinstance(isi, float):
        yield kunci, isi


def _gagal(hasil: Keluaran, *kata: str) -> None:
    """Kesalahan pemakaian: kode 2, satu keterangan di stderr, tanpa traceback, tanpa keluaran."""
    assert hasil.kode == 2
    assert hasil.keluar == ""
    assert "Traceback" not in hasil.galat
    for satu in kata:
        assert satu in hasil.galat


# JSON.


@pytest.mark.parametrize("tahun", TAHUN_CONTOH)
@pytest.mark.parametrize("metode", [None, 2020, 2021, 2024, 2026])
def test_json_memenuhi_kontrak_pada_setiap_tahun_dan_metode(tahun: int, metode: int | None) -> None:
    lain = () if metode is None else ("--metode", metode)
    isi = _json("nilai", KOTA, "--tahun", tahun, *lain)
    (hasil,) = isi["hasil"]
    assert (hasil["tahun"], hasil["metode"]["tahun"], hasil["dasar"]) == (tahun, metode or tahun, "berbukti")
    berkas = {jalur.relative_to(KOTA).with_suffix("").as_posix() for jalur in KOTA.glob(f"{tahun}/*/*.yaml")}
    ada = [satu["id"] for satu in hasil["inovasi"]]
    assert sorted(ada) == sorted(berkas)
    assert sum(hasil["jumlah_inovasi"].values()) == len(berkas)
    assert (hasil["skala"] == "absolut") == (hasil["metode"]["tahun"] == 2020)
    if hasil["skala"] == "absolut":
        assert hasil["indeks"] is None
        assert hasil["skor_total"] > 0
    else:
        assert hasil["indeks"] is None or 0 <= hasil["indeks"] <= 100


@pytest.mark.parametrize("tahun", TAHUN_CONTOH)
def test_angka_json_paling_banyak_empat_desimal_dan_indeks_dua(tahun: int) -> None:
    for kunci, angka in _angka(_json("nilai", KOTA, "--tahun", tahun)):
        assert round(angka, 2 if "indeks" in kunci or "rentang" in kunci else 4) == angka, kunci


@pytest.mark.parametrize("dasar", ["klaim", "berbukti", "terverifikasi"])
def test_ketiga_dasar_selalu_ada_dan_yang_terpilih_menjadi_hasil(dasar: str) -> None:
    (hasil,) = _json("nilai", KOTA, "--tahun", 2024, "--dasar", dasar)["hasil"]
    assert set(hasil["tiga_dasar"]) == {"klaim", "berbukti", "terverifikasi"}
    assert hasil["indeks"] == hasil["tiga_dasar"][dasar]["indeks"]
    assert hasil["dasar"] == dasar
    teks_keluar = indeks("nilai", KOTA, "--tahun", 2024, "--dasar", dasar).keluar
    assert re.search(POLA_TIGA_DASAR, teks_keluar)


def test_pilihan_draf_dan_kelayakan_mengubah_siapa_yang_dihitung() -> None:
    (biasa,) = _json("nilai", KOTA, "--tahun", 2024)["hasil"]
    (lebih,) = _json("nilai", KOTA, "--tahun", 2024, "--sertakan-draf", "--abaikan-kelayakan")["hasil"]
    jumlah = biasa["jumlah_inovasi"]
    assert jumlah["draf"] > 0
    assert jumlah["tidak_layak"] > 0
    assert len(biasa["tidak_layak"]) == jumlah["tidak_layak"]
    assert all(satu["alasan"] and satu["skor_bila_diterima"] > 0 for satu in biasa["tidak_layak"])
    assert lebih["jumlah_inovasi"] == jumlah | {
        "terhitung": jumlah["terhitung"] + jumlah["draf"] + jumlah["tidak_layak"],
        "draf": 0,
        "tidak_layak": 0,
    }
    assert {"SKR606", "SKR607"} <= {satu["kode"] for satu in lebih["catatan"]}


def test_target_opd_dan_opd_yang_tidak_terdaftar() -> None:
    (hasil,) = _json("nilai", KOTA, "--tahun", 2024)["hasil"]
    opd = {satu["kode"]: satu for satu in hasil["opd"]}
    assert {satu["target"] for satu in opd.values()} == {1}
    assert all(satu["terpenuhi"] == (satu["jumlah_inovasi"] >= 1) for satu in opd.values())
    assert sum(satu["jumlah_inovasi"] for satu in opd.values()) == hasil["jumlah_inovasi"]["terhitung"]
    assert opd["badan-pendapatan-daerah"]["nama"] == "badan-pendapatan-daerah"
    assert "(belum" in indeks("nilai", KOTA, "--tahun", 2024).keluar
    (lama,) = _json("nilai", KOTA, "--tahun", 2022)["hasil"]
    assert {(satu["target"], satu["terpenuhi"]) for satu in lama["opd"]} == {(None, None)}


def test_teks_menjawab_lebih_dulu_lalu_sebab_dan_perintah_berikutnya() -> None:
    baris = indeks("nilai", KOTA, "--tahun", 2026).keluar.splitlines()
    assert baris[0].split() == [
        *("Kota", "Contoh", "·", "Indeks", "Inovasi", "Daerah", "2026"),
        *("metode", "2026", "r2", "·", "rekonstruksi"),
    ]
    assert baris[2].split() == [
        *("42,63", "INOVATIF", "2,62", "di", "atas", "batas", "Inovatif", "(40,01)"),
    ]
    assert baris[3].strip() == "22,38 lagi ke Sangat Inovatif (65,01)"
    teks_keluar = "\n".join(baris)
    assert "56 baris berbukti menunggu verifikasi." in teks_keluar
    assert "Jumlah kematangan 946 ÷ pembagi 15" in teks_keluar
    assert "kematangan rata-rata\n72,77 per inovasi terhitung" in teks_keluar
    assert re.search(r"^Dinas Pekerjaan Umum dan Penataan Ruang +●○ +97,00 +2,59$", teks_keluar, re.MULTILINE)
    assert baris[baris.index("Lanjut") + 1].startswith("  indeks validasi ")
    assert "16 baris diklaim tanpa bukti: 2,21 poin" in teks_keluar
    # Nama dan judul, bukan kode folder atau id catatan.
    assert "dinas-" not in teks_keluar
    assert "2026/" not in teks_keluar


# Bentuk keluaran lain.


def _csv(*argumen: str | Path | int) -> list[dict[str, str]]:
    hasil = indeks("nilai", *argumen, "--format", "csv")
    assert hasil.kode == 0
    return list(csv.DictReader(io.StringIO(hasil.keluar)))


def test_csv_satu_baris_tiap_daerah(tmp_path: Path) -> None:
    for nama, kematangan in (("a", 80), ("b", 90)):
        tulis_daerah(
            tmp_path / nama, 2024, {"dinkes/x": inovasi(2024, kematangan=kematangan)}, {"total": 40.5}
        )
    baris = _csv(tmp_path)
    assert [satu["jumlah_kematangan"] for satu in baris] == ["80", "90"]
    assert {satu["spd"] for satu in baris} == {"40.5"}
    objek = _json("nilai", tmp_path)["hasil"]
    assert [float(satu["indeks"]) for satu in baris] == [satu["indeks"] for satu in objek]


def test_csv_rinci_satu_baris_tiap_inovasi_dan_indikator() -> None:
    baris = _csv(KOTA, "--tahun", 2024, "--rinci")
    (objek,) = _json("nilai", KOTA, "--tahun", 2024)["hasil"]
    assert len(baris) == sum(max(1, len(satu["indikator"])) for satu in objek["inovasi"])
    assert {satu["id"] for satu in baris} == {satu["id"] for satu in objek["inovasi"]}
    terhitung = {satu["id"]: 0.0 for satu in baris if satu["golongan"] == "terhitung"}
    for satu in baris:
        if satu["id"] in terhitung and satu["skor"]:
            terhitung[satu["id"]] += float(satu["skor"])
    assert sum(terhitung.values()) == objek["sid"]["jumlah_kematangan"]


def test_csv_tidak_menjalankan_rumus_lembar_sebar(tmp_path: Path) -> None:
    daerah = {"nama": "=HYPERLINK(1)", "jenis": "kota", "kode": "99.01"}
    catatan = inovasi(2024, nama="+1+1", kematangan=80)
    tulis_daerah(tmp_path, 2024, {"dinkes/x": catatan}, {"total": 40}, daerah)
    assert _csv(tmp_path)[0]["daerah"] == "'=HYPERLINK(1)"
    assert _csv(tmp_path, "--rinci")[0]["inovasi"] == "'+1+1"


def test_markdown_memuat_tabel_dan_tidak_dapat_disusupi(tmp_path: Path) -> None:
    catatan = inovasi(2024, nama="A | B\n# C <b>", kematangan=80)
    tulis_daerah(tmp_path, 2024, {"dinkes/x": catatan}, {"total": 40})
    keluar = indeks("nilai", tmp_path, "--format", "markdown", "--rinci").keluar
    assert keluar.startswith("## Kota Uji · Indeks Inovasi Daerah 2024\n")
    assert "<b>" not in keluar
    assert "\n# C" not in keluar
    tabel = [baris for baris in keluar.split("\n") if "# C &lt;b" in baris and baris.startswith("|")]
    assert len(tabel) == 1
    assert len(re.findall(r"(?<!\\)\|", tabel[0])) == 5


def test_rinci_menulis_turunan_yang_dapat_dihitung_ulang(tmp_path: Path) -> None:
    indikator = {
        "regulasi": {"parameter": 2, "bukti": [{"tautan": "https://contoh.go.id/sk"}]},
        "sdm": {"fakta": 12},
    }
    catatan = {"dinkes/a": inovasi(2026, indikator=indikator), "dinkes/b": inovasi(2026, kematangan=80)}
    tulis_daerah(tmp_path, 2026, catatan, {"total": 40})
    keluar = indeks("nilai", tmp_path, "--rinci").keluar
    for bagian in (
        "3 × 2 =",
        "2 × 0 =",
        "belum ada bukti",
        "Jumlah kematangan = 6 + 80 = 86",
        "Pembagi = max(12, 2 terhitung + 0 ditolak/tidak layak) = 12",
        "86 ÷ 12 = 7,1667",
        "40 + 7,1667 = 47,1667",
        "47,1667 ÷ 250 × 100 = 18,8667 → 18,87",
        "Kurang Inovatif (mulai 0,01)",
    ):
        assert bagian in keluar


@pytest.mark.parametrize("tahun", TAHUN_CONTOH)
@pytest.mark.parametrize("argumen", [(), ("--rinci",)], ids=["ringkas", "rinci"])
def test_teks_delapan_puluh_kolom_tanpa_warna_di_pipa(tahun: int, argumen: tuple[str, ...]) -> None:
    hasil = indeks("nilai", KOTA, "--tahun", tahun, *argumen)
    assert hasil.kode == 0
    assert ANSI not in hasil.keluar
    baris = hasil.keluar.split("\n")
    assert max(map(len, baris)) <= 80
    assert all(satu == satu.rstrip() for satu in baris)


def test_asumsi_dan_catatan_disebut_dalam_teks() -> None:
    keluar = indeks("nilai", KOTA, "--tahun", 2024).keluar
    assert "asumsi (kepastian lemah)" in keluar
    assert "SKR601" in keluar


def _proses(*argumen: str, **lingkungan: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "indeksinovasi", *argumen],
        capture_output=True,
        encoding="utf-8",
        env=os.environ | lingkungan,
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize("lingkungan", [{}, {"NO_COLOR": "1"}])
def test_pipa_dan_no_color_tanpa_ansi(lingkungan: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    for nama, isi in lingkungan.items():
        monkeypatch.setenv(nama, isi)
    hasil = indeks("nilai", KOTA, "--tahun", 2024)
    assert hasil.kode == 0
    assert ANSI not in hasil.keluar + hasil.galat


def test_tanpa_ansi_juga_bila_warna_diminta_lingkungan() -> None:
    lingkungan = {"NO_COLOR": "1", "FORCE_COLOR": "1", "TERM": "xterm-256color"}
    hasil = _proses("nilai", str(KOTA), "--tahun", "2024", **lingkungan)
    assert hasil.returncode == 0
    assert ANSI not in hasil.stdout + hasil.stderr


def test_keluaran_tetap_utf8_pada_halaman_kode_lama() -> None:
    hasil = _proses("nilai", str(KOTA), "--tahun", "2024", PYTHONIOENCODING="cp1252", PYTHONUTF8="0")
    assert hasil.returncode == 0
    assert "·" in hasil.stdout


# Apa yang ditunjuk DATA.


def test_tanpa_tahun_memakai_tahun_terbaru_dan_menyebutnya() -> None:
    hasil = indeks("nilai", KOTA, "--format", "json")
    assert json.loads(hasil.keluar)["hasil"][0]["tahun"] == max(TAHUN_CONTOH)
    assert str(max(TAHUN_CONTOH)) in hasil.galat
    assert indeks("nilai", KOTA, "--tahun", 2024).galat == ""


def test_folder_tahun_dinilai_sebagai_daerah_pada_tahun_itu() -> None:
    assert indeks("nilai", KOTA / "2023", "--format", "json").keluar == (
        indeks("nilai", KOTA, "--tahun", 2023, "--format", "json").keluar
    )


def test_folder_opd_tanpa_indeks() -> None:
    (hasil,) = _json("nilai", KOTA / "2024" / "dinas-kesehatan")["hasil"]
    berkas = sorted(jalur.stem for jalur in (KOTA / "2024" / "dinas-kesehatan").glob("*.yaml"))
    assert [satu["id"].split("/")[-1] for satu in hasil["inovasi"]] == berkas
    assert {satu["opd"] for satu in hasil["inovasi"]} == {"dinas-kesehatan"}
    kosong = {hasil[kunci] for kunci in ("indeks", "indeks_rentang", "predikat", "skor_total")}
    assert kosong == {None}
    assert hasil["spd"]["skor"] is None
    assert "SKR620" in {satu["kode"] for satu in hasil["catatan"]}
    keluar = indeks("nilai", KOTA / "2024" / "dinas-kesehatan").keluar
    assert "Indeks  " not in keluar
    assert "regulasi" in keluar


def test_satu_berkas_menampilkan_kematangan_dan_alasan_tiap_baris() -> None:
    berkas = KOTA / "2024" / "dinas-kesehatan" / "posyandu-digital.yaml"
    (hasil,) = _json("nilai", berkas)["hasil"]
    (satu,) = hasil["inovasi"]
    assert satu["id"] == "2024/dinas-kesehatan/posyandu-digital"
    assert satu["kematangan"] == sum(baris["skor"] for baris in satu["indikator"].values())
    assert hasil["indeks"] is None
    (utuh,) = _json("nilai", KOTA, "--tahun", 2024)["hasil"]
    assert satu in utuh["inovasi"]
    keluar = indeks("nilai", berkas).keluar
    assert all(kode in keluar for kode in satu["indikator"])


def test_berkas_relatif_terhadap_folder_kerja(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(KOTA / "2024")
    (hasil,) = _json("nilai", "dinas-kesehatan")["hasil"]
    assert len(hasil["inovasi"]) > 1


def _pohon(akar: Path) -> Path:
    """Provinsi dengan dua kabupaten di bawahnya; satu kabupaten tidak punya tahun terbaru."""
    isi = {"dinkes/a": inovasi(2024, kematangan=80)}
    provinsi: Data = {"nama": "Provinsi Uji", "jenis": "provinsi", "kode": "99"}
    tulis_daerah(akar / "prov", 2024, isi, {"total": 50}, provinsi)
    for nama, tahun in (("Kabupaten A", 2024), ("Kabupaten B", 2023)):
        daerah = {"nama": nama, "jenis": "kabupaten", "kode": "99.02"}
        tulis_daerah(
            akar / "prov" / nama[-1].lower(), tahun, {"dinkes/a": inovasi(tahun, kematangan=70)}, None, daerah
        )
    return akar


def test_pohon_daerah_dinilai_semua_dan_yang_tanpa_tahun_disebut(tmp_path: Path) -> None:
    hasil = indeks("nilai", _pohon(tmp_path), "--format", "json")
    assert [satu["daerah"]["nama"] for satu in json.loads(hasil.keluar)["hasil"]] == [
        "Provinsi Uji",
        "Kabupaten A",
    ]
    assert "Tahun terbaru dalam data: 2024" in hasil.galat
    assert "prov/b" in hasil.galat
    teks_keluar = indeks("nilai", tmp_path, "--tahun", 2024).keluar
    assert "Provinsi Uji" in teks_keluar
    assert "Kabupaten A" in teks_keluar
    (satu,) = _json("nilai", tmp_path / "prov" / "b", kode=0)["hasil"]
    assert (satu["daerah"]["nama"], satu["tahun"]) == ("Kabupaten B", 2023)


def test_banyak_daerah_dengan_rinci_mencetak_setiap_turunannya(tmp_path: Path) -> None:
    keluar = indeks("nilai", _pohon(tmp_path), "--tahun", 2024, "--rinci").keluar
    assert keluar.count("\nRumus\n") == 2
    markdown = indeks("nilai", tmp_path, "--tahun", 2024, "--format", "markdown").keluar
    assert re.findall(r"^## (.+) ·", markdown, re.MULTILINE) == ["Provinsi Uji", "Kabupaten A"]


def test_daerah_tanpa_tahun_itu_disebut_semuanya(tmp_path: Path) -> None:
    _pohon(tmp_path)
    for nomor in range(8):
        tulis_daerah(tmp_path / f"lama{nomor}", 2022, {"dinkes/a": inovasi(2022, kematangan=70)})
    galat = indeks("nilai", tmp_path, "--tahun", 2024).galat
    assert all(f"lama{nomor}" in galat for nomor in range(8))


# Kesalahan pemakaian: kode keluar 2 dan langkah berikutnya.


def test_data_tidak_ada(tmp_path: Path) -> None:
    _gagal(indeks("nilai", tmp_path / "tiada"), "tiada tidak ada")


def test_folder_tanpa_daerah(tmp_path: Path) -> None:
    _gagal(indeks("nilai", tmp_path), "daerah.yaml")


def test_daerah_tanpa_catatan(tmp_path: Path) -> None:
    tulis_daerah(tmp_path, 2024, {})
    _gagal(indeks("nilai", tmp_path), "catatan inovasi")
    (tmp_path / "2024" / "dinkes").mkdir(parents=True)
    _gagal(indeks("nilai", tmp_path), "catatan inovasi")
    _gagal(indeks("nilai", tmp_path, "--tahun", 2024))


@pytest.mark.parametrize("nama", ["kota-pangkalpinang", "kalimantan-selatan"])
@pytest.mark.parametrize("argumen", [(), ("--tahun", 2022)], ids=["tanpa-tahun", "bertahun"])
def test_daerah_yang_hanya_punya_hasil_resmi_diarahkan_ke_banding(
    nama: str, argumen: tuple[str | int, ...]
) -> None:
    _gagal(indeks("nilai", CONTOH / nama, *argumen), "indeks banding")


def test_tahun_yang_tidak_ada_menyebut_tahun_yang_ada() -> None:
    _gagal(indeks("nilai", KOTA, "--tahun", 2019), "2019", "2020, 2021, 2022, 2023, 2024, 2026")


def test_berkas_di_luar_daerah(tmp_path: Path) -> None:
    berkas = tulis(tmp_path / "sendiri.yaml", inovasi())
    _gagal(indeks("nilai", berkas), "folder daerah")


@pytest.mark.parametrize("argumen", [("--metode", "2031"), ("--metode", "tiada.yaml"), ("--metode", "20xx")])
def test_metode_yang_tidak_ada(argumen: tuple[str, str]) -> None:
    _gagal(indeks("nilai", KOTA, "--tahun", 2024, *argumen), argumen[1])


def test_tahun_catatan_tanpa_berkas_metode(tmp_path: Path) -> None:
    tulis_daerah(tmp_path, 2019, {"dinkes/a": inovasi(2019, kematangan=80)})
    _gagal(indeks("nilai", tmp_path), "2019", "--metode")


@pytest.mark.parametrize(
    ("isi", "kode"),
    [
        ("tahun: [", "BRK003"),
        ("tahun: 2024\ntahun: 2025\n", "BRK004"),
        ("", "BRK005"),
        ("tahun: dua\n", "KTN7"),
        ("- daftar\n", "KTN7"),
    ],
)
def test_berkas_metode_yang_rusak(tmp_path: Path, isi: str, kode: str) -> None:
    berkas = tulis(tmp_path / "aturan.yaml", isi)
    hasil = indeks("nilai", KOTA, "--tahun", 2024, "--metode", berkas)
    _gagal(hasil, kode, "indeks metode periksa")
    assert re.search(r"aturan\.yaml:\d+:\d+: galat", hasil.galat)


def test_berkas_metode_dengan_kontrol_yang_tidak_cocok(tmp_path: Path) -> None:
    asli = (CONTOH / "lomba-kecamatan.yaml").read_text(encoding="utf-8")
    berkas = tulis(tmp_path / "lomba.yaml", asli.replace("jumlah_bobot_sid: 50", "jumlah_bobot_sid: 51"))
    hasil = indeks("nilai", KOTA, "--tahun", 2024, "--metode", berkas)
    baris = asli.split("\n").index("  jumlah_bobot_sid: 50") + 1
    _gagal(hasil, f"lomba.yaml:{baris}:", "KTN704")


@pytest.mark.parametrize(
    "argumen",
    [
        ("nilai",),
        ("nilai", KOTA, "--tahun", "dua"),
        ("nilai", KOTA, "--dasar", "kira-kira"),
        ("nilai", KOTA, "--format", "xml"),
        ("nilai", KOTA, "--tak-dikenal"),
        ("nilai", KOTA, "berlebih"),
        ("nilai", KOTA, "--tahun"),
        ("hitung", "--tahun", 2024),
        ("tak-dikenal",),
    ],
    ids=str,
)
def test_kesalahan_penulisan_perintah(argumen: tuple[str | Path | int, ...]) -> None:
    hasil = indeks(*argumen)
    _gagal(hasil, "indeks")
    assert "Usage" not in hasil.galat
    assert "Try" not in hasil.galat


def test_tanpa_argumen_menampilkan_bantuan() -> None:
    hasil = indeks()
    assert hasil.kode == 2
    assert "Pemakaian: indeks" in hasil.keluar + hasil.galat


@pytest.mark.parametrize(
    "argumen", [("--help",), ("nilai", "--help"), ("hitung", "-h"), ("--versi",)], ids=str
)
def test_bantuan_berbahasa_indonesia_dengan_kode_nol(argumen: tuple[str, ...]) -> None:
    hasil = indeks(*argumen)
    assert (hasil.kode, hasil.galat) == (0, "")
    assert not re.search(
        r"\b(Usage|Options|Arguments|Commands|Show this message|default|required)\b", hasil.keluar
    )


def test_cacat_program_satu_baris_dan_rinci_memuat_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def cacat(*_: object) -> None:
        raise RuntimeError("rusak [red]\x1b[31m")

    monkeypatch.setattr("indeksinovasi.alur.nilai.rencanakan", cacat)
    hasil = indeks("nilai", KOTA)
    assert (hasil.kode, hasil.keluar) == (3, "")
    assert hasil.galat.count("\n") == 1
    assert ANSI not in hasil.galat
    assert "Traceback" in indeks("nilai", KOTA, "--rinci").galat


# Masukan buruk: temuan berposisi, catatannya ditinggalkan, hitungan terus berjalan, kode keluar 1.

BERKAS_BURUK: list[tuple[str, str, int, int]] = [
    ("nama: [", "BRK003", 1, 7),
    ("nama: a\nnama: b\n", "BRK004", 2, 1),
    ("", "BRK005", 1, 1),
    ("nama: &a b\n", "BRK006", 1, 7),
    ("nama: a\n---\nnama: b\n", "BRK007", 2, 1),
    ("nama: a\x07\n", "BRK008", 1, 8),
    ("- satu\n", "SKM103", 1, 1),
]


@pytest.mark.parametrize(
    ("isi", "kode", "baris", "kolom"), BERKAS_BURUK, ids=[satu[1] for satu in BERKAS_BURUK]
)
def test_berkas_buruk_menjadi_temuan_dan_ditinggalkan(
    tmp_path: Path, isi: str, kode: str, baris: int, kolom: int
) -> None:
    tulis_daerah(
        tmp_path, 2024, {"dinkes/baik": inovasi(2024, kematangan=80), "dinkes/buruk": isi}, {"total": 40}
    )
    keluar = _json("nilai", tmp_path, kode=1)
    (temuan,) = keluar["temuan"]
    assert (temuan["kode"], temuan["baris"], temuan["kolom"]) == (kode, baris, kolom)
    assert (temuan["tingkat"], temuan["berkas"]) == ("galat", "2024/dinkes/buruk.yaml")
    (hasil,) = keluar["hasil"]
    assert hasil["jumlah_inovasi"] == {
        "terhitung": 1,
        "draf": 0,
        "ditolak": 0,
        "tidak_layak": 0,
        "tak_terbaca": 1,
    }
    buruk = next(satu for satu in hasil["inovasi"] if satu["id"] == "2024/dinkes/buruk")
    assert (buruk["terhitung"], buruk["kematangan"], buruk["status"]) == (False, None, None)
    assert kode in buruk["alasan"]
    assert hasil["sid"]["pembagi"] == 10
    assert "SKR602" in {satu["kode"] for satu in hasil["catatan"]}


@pytest.mark.parametrize(
    ("ganti", "kode", "jalur", "terhitung"),
    [
        ({"nama": None}, "SKM101", "nama", False),
        ({"nama": 12}, "SKM103", "nama", False),
        ({"status": "selesai"}, "SKM104", "status", False),
        ({"tahapan": "uji"}, "SKM104", "tahapan", False),
        ({"waktu": "kemarin"}, "SKM103", "waktu", False),
        ({"waktu": {"penerapan": "2023-02-30"}}, "SKM105", "waktu.penerapan", False),
        ({"waktu": {"penerapan": "17-08-2021"}}, "SKM105", "waktu.penerapan", False),
        ({"indikator": [1]}, "SKM103", "indikator", False),
        ({"tahapann": "penerapan"}, "SKM102", "tahapann", False),
        ({"warna": "biru"}, "SKM102", "warna", True),
        ({"inisiator": "Kepala Dinas"}, "SKM104", "inisiator", True),
        ({"jenis": "aplikasi"}, "SKM104", "jenis", True),
        ({"bentuk": "produk"}, "SKM104", "bentuk", True),
        ({"urusan": "KB"}, "SKM104", "urusan", True),
        ({"urusan_lain": ["KB"]}, "SKM104", "urusan_lain[0]", True),
        ({"asta_cita": 9}, "SKM106", "asta_cita", True),
        ({"koordinat": {"lintang": 1}}, "SKM101", "koordinat.bujur", True),
        ({"kematangan": "79,69"}, "SKM108", "kematangan", True),
        ({"indikator": {"regulasi": {"parameter": 4}}}, "SKM104", "indikator.regulasi.parameter", True),
        ({"indikator": {"regulasi": {"fakta": "perkda"}}}, "SKM104", "indikator.regulasi.fakta", True),
        ({"indikator": {"regulassi": {"parameter": 1}}}, "SKM102", "indikator.regulassi", True),
        ({"indikator": {"sdm": {"bukti": []}}}, "SKM112", "indikator.sdm", True),
    ],
)
def test_isian_tak_terbaca_ditinggalkan_dengan_jalurnya(
    tmp_path: Path, ganti: Data, kode: str, jalur: str, *, terhitung: bool
) -> None:
    """Hanya isian yang menentukan kedudukan meninggalkan seluruh catatannya."""
    catatan = {"dinkes/baik": inovasi(2024, kematangan=80), "dinkes/buruk": inovasi(2024, **ganti)}
    keluar = _json("nilai", tulis_daerah(tmp_path, 2024, catatan, {"total": 40}), kode=1)
    assert [(satu["kode"], satu["jalur"]) for satu in keluar["temuan"]] == [(kode, jalur)]
    jumlah = keluar["hasil"][0]["jumlah_inovasi"]
    assert (jumlah["tak_terbaca"], jumlah["terhitung"]) == (int(not terhitung), 1 + terhitung)


def _tingkat_regulasi(tmp_path: Path, isian: Data) -> int:
    akar = tulis_daerah(
        tmp_path, 2024, {"dinkes/a": inovasi(2024, indikator={"regulasi": isian})}, {"total": 40}
    )
    (satu,) = _json("nilai", akar, "--dasar", "klaim", kode=1)["hasil"][0]["inovasi"]
    tingkat: int = satu["indikator"].get("regulasi", {"parameter": -1})["parameter"]
    return tingkat


@pytest.mark.parametrize(
    ("isian", "tingkat"),
    [
        ({"parameter": 1, "fakta": "SK Bupati"}, 1),
        ({"parameter": 7, "fakta": "perkada"}, 3),
        ({"parameter": 2, "bukti": [{"nomor": ["12"]}]}, 2),
        ({"parameter": 2, "verifikasi": {"catatan": "tanpa tingkat"}}, 2),
        ({"fakta": "SK Bupati"}, -1),
    ],
)
def test_yang_masih_terbaca_dari_sebuah_baris_tetap_dihitung(
    tmp_path: Path, isian: Data, tingkat: int
) -> None:
    assert _tingkat_regulasi(tmp_path, isian) == tingkat


@pytest.mark.parametrize(
    ("tahun", "penerapan", "terhitung"), [(2025, 2019, False), (2025, 2024, True), (2024, 2023, True)]
)
def test_tanggal_pengembangan_tak_terbaca_hanya_memutuskan_di_luar_jendela(
    tmp_path: Path, tahun: int, penerapan: int, *, terhitung: bool
) -> None:
    waktu = {"penerapan": f"{penerapan}-06-01", "pengembangan": "Februari"}
    catatan = {"dinkes/a": inovasi(tahun, status="terkirim", waktu=waktu)}
    keluar = _json("nilai", tulis_daerah(tmp_path, tahun, catatan, {"total": 40}), kode=1)
    assert keluar["hasil"][0]["jumlah_inovasi"]["tak_terbaca"] == int(not terhitung)


def test_temuan_dalam_bentuk_teks_berada_di_stderr(tmp_path: Path) -> None:
    catatan: dict[str, Data | str] = {
        "dinkes/baik": inovasi(2024, kematangan=80),
        "dinkes/buruk": "nama: [\n",
    }
    tulis_daerah(tmp_path, 2024, catatan, {"total": 40})
    for bentuk in ("teks", "csv", "markdown"):
        hasil = indeks("nilai", tmp_path, "--format", bentuk)
        assert hasil.kode == 1
        assert "2024/dinkes/buruk.yaml:1:7: galat BRK003" in hasil.galat
        assert "galat BRK003" not in hasil.keluar
        assert hasil.keluar


def test_bukan_utf8_dan_nama_berkas_yang_salah(tmp_path: Path) -> None:
    tulis_daerah(tmp_path, 2024, {"dinkes/baik": inovasi(2024, kematangan=80)}, {"total": 40})
    (tmp_path / "2024" / "dinkes" / "latin.yaml").write_bytes(b"nama: caf\xe9\n")
    tulis(tmp_path / "2024" / "dinkes" / "Nama Salah.yaml", inovasi(2024, kematangan=80))
    keluar = _json("nilai", tmp_path, kode=1)
    assert [(satu["kode"], satu["baris"], satu["kolom"]) for satu in keluar["temuan"]] == [
        ("SKM107", 1, 1),
        ("BRK002", 1, 10),
    ]


def test_spd_yang_rusak_dinilai_nol_dengan_rentang(tmp_path: Path) -> None:
    catatan = {f"dinkes/i{nomor}": inovasi(2023, kematangan=80) for nomor in range(10)}
    tulis_daerah(tmp_path, 2023, catatan, "total: [")
    keluar = _json("nilai", tmp_path, kode=1)
    assert [satu["berkas"] for satu in keluar["temuan"]] == ["2023/spd.yaml"]
    (hasil,) = keluar["hasil"]
    assert (hasil["spd"]["skor"], hasil["indeks"], hasil["indeks_rentang"]) == (0, 33.52, [32.0, 58.72])
    assert "SKR608" in {satu["kode"] for satu in hasil["catatan"]}


def test_daerah_yaml_yang_rusak_tetap_dinilai(tmp_path: Path) -> None:
    folder = tmp_path / "kota-rusak"
    tulis_daerah(folder, 2024, {"dinkes/a": inovasi(2024, kematangan=80)}, {"total": 40}, "nama: [\n")
    keluar = _json("nilai", folder, kode=1)
    assert [satu["berkas"] for satu in keluar["temuan"]] == ["daerah.yaml"]
    (hasil,) = keluar["hasil"]
    assert hasil["daerah"] == {"nama": "kota-rusak", "jenis": None, "kode": None}
    assert hasil["indeks"] == 19.35


def test_kode_daerah_tanpa_tanda_petik(tmp_path: Path) -> None:
    daerah = "nama: Kota\njenis: kota\nkode: 32.10\n"
    tulis_daerah(tmp_path, 2024, {"dinkes/a": inovasi(2024, kematangan=80)}, {"total": 40}, daerah)
    (temuan,) = _json("nilai", tmp_path, kode=1)["temuan"]
    assert (temuan["kode"], temuan["baris"], temuan["kolom"]) == ("SKM110", 3, 7)


def test_semua_berkas_buruk_tetap_menghasilkan_laporan(tmp_path: Path) -> None:
    tulis_daerah(tmp_path, 2024, {"dinkes/a": "x: [", "dinkes/b": ""})
    (hasil,) = _json("nilai", tmp_path, kode=1)["hasil"]
    assert hasil["jumlah_inovasi"]["tak_terbaca"] == 2
    assert hasil["indeks"] == 0


def test_yang_bukan_catatan_dilewati(tmp_path: Path) -> None:
    tulis_daerah(tmp_path, 2024, {"dinkes/a": inovasi(2024, kematangan=80)}, {"total": 40})
    for nama in ("2024/dinkes/b.yml", "2024/dinkes/.c.yaml", "2024/dinkes/bukti/d.yaml", "2024/.git/e.yaml"):
        tulis(tmp_path / nama, "rusak: [")
    (hasil,) = _json("nilai", tmp_path)["hasil"]
    assert [satu["id"] for satu in hasil["inovasi"]] == ["2024/dinkes/a"]


@pytest.mark.parametrize("bentuk", ["teks", "markdown", "csv", "json"])
@pytest.mark.parametrize("argumen", [(), ("--rinci",)], ids=["ringkas", "rinci"])
def test_nama_yang_jahat_tidak_mengendalikan_layar(
    tmp_path: Path, bentuk: str, argumen: tuple[str, ...]
) -> None:
    jahat = "[red]Nama[/red] [/] :smile: \u202egnilob \u009b31m \x1b[31m \x00 \r"
    daerah: Data = {"nama": jahat, "jenis": "kota", "kode": "99.01", "perangkat_daerah": {"dinkes": jahat}}
    catatan = {"dinkes/a": inovasi(2024, nama=jahat, kematangan=80), "opd[bold]/b": inovasi(2024, nama=jahat)}
    catatan["dinkes/buruk"] = inovasi(2024, status=jahat)
    tulis_daerah(tmp_path, 2024, catatan, {"total": 40}, daerah)
    hasil = indeks("nilai", tmp_path, "--format", bentuk, *argumen)
    assert hasil.kode == 1
    assert "[red]" in hasil.keluar.replace("\\", "")
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", hasil.keluar + hasil.galat)


def test_karakter_kendali_di_dalam_teks_adalah_temuan(tmp_path: Path) -> None:
    catatan = 'nama: "a\x1b[31m"\n'
    tulis_daerah(
        tmp_path, 2024, {"dinkes/a": inovasi(2024, kematangan=80), "dinkes/jahat": catatan}, {"total": 40}
    )
    hasil = indeks("nilai", tmp_path)
    assert hasil.kode == 1
    assert "BRK008" in hasil.galat
    assert "\x1b" not in hasil.keluar + hasil.galat


def test_lomba_kecamatan_menilai_kota_contoh() -> None:
    lomba = CONTOH / "lomba-kecamatan.yaml"
    (hasil,) = _json("nilai", KOTA, "--tahun", 2024, "--metode", lomba)["hasil"]
    (asli,) = _json("nilai", KOTA, "--tahun", 2024)["hasil"]
    assert (hasil["skala"], hasil["indeks"]) == ("absolut", None)
    assert hasil["skor_total"] == hasil["sid"]["jumlah_kematangan"] > 0
    kode = {kode for satu in hasil["inovasi"] for kode in satu["indikator"]}
    assert len(kode) == 5
    assert hasil["jumlah_inovasi"] == asli["jumlah_inovasi"]
    # Video dan replikasi memakai batas lomba: 4 kali ditiru baru tingkat 3.
    assert hasil["metode"]["sidik"] != asli["metode"]["sidik"]
    assert indeks("nilai", KOTA, "--tahun", 2024, "--metode", lomba).kode == 0


# hitung.

TEGAL = ("hitung", "--tahun", 2024, "--spd", 56, "--inovasi", 89, "--rata-rata")


@pytest.mark.parametrize("rata_rata", ["79,69", "79.69"])
def test_hitung_menerima_koma_dan_titik(rata_rata: str) -> None:
    (hasil,) = _json(*TEGAL, rata_rata)["hasil"]
    assert (hasil["indeks"], hasil["sid"]["skor_jumlah_inovasi"], hasil["sid"]["pembagi"]) == (
        67.8,
        33.82,
        89,
    )
    assert (hasil["predikat"], hasil["inovasi"], hasil["opd"]) == ("Sangat Inovatif", [], [])
    teks_keluar = indeks(*TEGAL, rata_rata).keluar
    assert "67,80" in teks_keluar
    assert "min(89, 200) × 0,38 = 33,82" in teks_keluar


def _hitung(**ganti: str | int) -> Keluaran:
    isi: dict[str, str | int] = {"tahun": 2026, "spd": 40, "rata-rata": 70, "inovasi": 20}
    return indeks(
        "hitung", *(bagian for kunci, nilai in (isi | ganti).items() for bagian in (f"--{kunci}", nilai))
    )


@pytest.mark.parametrize(
    ("ganti", "skor"),
    [
        ({"urusan-wajib": 5}, "47,04"),
        ({"urusan-wajib": 4}, "44,00"),
        ({}, "47,04"),
        ({"dikirim": 28}, "39,04"),
        ({"inovasi": 0, "rata-rata": 0}, "16,00"),
        ({"tahun": 2020}, "1.440,00"),
        ({"tahun": 2021, "maksimum-spd": 63}, "51,64"),
        ({"tahun": 2023, "inovasi": 5}, "30,76"),
    ],
)
def test_hitung_setiap_tahun(ganti: dict[str, str | int], skor: str) -> None:
    hasil = _hitung(**ganti)
    assert hasil.kode == 0
    assert re.search(rf"^(Indeks|Skor)  {re.escape(skor)}  ", hasil.keluar, re.MULTILINE)


def test_hitung_tanpa_urusan_wajib_menganggap_syaratnya_terpenuhi_dengan_catatan() -> None:
    assert "SKR621" in _hitung().keluar
    assert "SKR621" not in _hitung(**{"urusan-wajib": 5}).keluar
    assert "SKR611" in _hitung(**{"urusan-wajib": 4}).keluar
    assert "SKR621" not in _hitung(tahun=2023).keluar


def test_hitung_2021_tanpa_maksimum_spd_tidak_dapat_dihitung() -> None:
    hasil = _hitung(tahun=2021)
    assert hasil.kode == 0
    assert "belum dapat dihitung" in hasil.keluar
    assert "SKR612" in hasil.keluar


@pytest.mark.parametrize(
    "ganti",
    [
        {"dikirim": 19},
        {"spd": "63,01"},
        {"tahun": 2021, "maksimum-spd": 30},
        {"rata-rata": "111,5"},
        {"inovasi": -1},
        {"spd": -1},
        {"rata-rata": "-3"},
        {"urusan-wajib": 7},
        {"urusan-wajib": -1},
        {"spd": "empat"},
        {"rata-rata": "1.234,5"},
        {"spd": "1e3"},
        {"spd": "inf"},
        {"maksimum-spd": "x"},
        {"tahun": 2031},
        {"inovasi": "dua"},
    ],
    ids=str,
)
def test_hitung_menolak_angka_yang_mustahil(ganti: dict[str, str | int]) -> None:
    _gagal(_hitung(**ganti), "indeks")


@pytest.mark.parametrize(
    ("pilihan", "nilai", "tulis"),
    [
        ("--spd", "2.000", "Tulis 2000, atau 2.0 bila memang 2."),
        ("--rata-rata", "79.685", "Tulis 79685, atau 79.6850 bila memang 79,685."),
        ("--maksimum-spd", "1.214.000", "Tulis 1214000."),
        ("--inovasi", "1.000", "tulis 1000, atau 1 bila memang 1."),
        ("--dikirim", "1.000", "tulis 1000, atau 1 bila memang 1."),
        ("--urusan-wajib", "6.500", "tulis 6500."),
        ("--tahun", "2.024", "tulis 2024."),
    ],
)
def test_pilihan_berpemisah_ribuan_ditolak(pilihan: str, nilai: str, tulis: str) -> None:
    isi = {"--tahun": "2024", "--spd": "56", "--rata-rata": "79,685", "--inovasi": "89", pilihan: nilai}
    hasil = indeks("hitung", *(satu for pasangan in isi.items() for satu in pasangan))
    assert hasil.kode == 2
    assert f'"{nilai}"' in hasil.galat
    assert tulis in hasil.galat


@pytest.mark.parametrize("perintah", PERINTAH)
def test_bantuan_tanpa_nama_tipe_python_dan_kurung_kurawal(perintah: str) -> None:
    baris = indeks(perintah, "--help").keluar.splitlines()
    assert not re.search(r"[{}]|\[\[|\.\.\.\S", baris[0])
    assert not [satu for satu in baris if re.search(r"<(str|int|float|path|file|list\[.*)>", satu)]
