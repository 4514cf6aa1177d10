"""``indeks rencana`` dari baris perintah: kontrak JSON, kode keluar, dan data yang tidak tersentuh."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from indeksinovasi.berkas.sidik import sidik_berkas
from tests.daerah_uji import CONTOH, Data, indeks, tulis

KOTA = CONTOH / "kota-contoh"


def _sidik() -> tuple[str, int]:
    return sidik_berkas(KOTA, (satu for satu in KOTA.rglob("*") if satu.is_file()))


def _json(*argumen: str | Path) -> Data:
    hasil = indeks("rencana", *argumen, "--format", "json")
    isi: Data = json.loads(hasil.keluar)
    return isi


def test_andai_menurut_kontrak() -> None:
    sebelum = _sidik()
    isi = _json("andai", KOTA, "--ubah", "*:regulasi=2", "--ubah", "+1@80:sosial")
    assert isi["versi_format"] == 1
    andai = isi["andai"]
    assert (andai["sebelum"]["indeks"], andai["sebelum"]["predikat"]) == (42.63, "Inovatif")
    assert [satu["ubah"] for satu in andai["ubahan"]] == ["*:regulasi=2", "+1@80:sosial"]
    # 946 menjadi 973 pada pembagi 15; inovasi ke-14 membuka lima urusan: 14 × 0,38.
    assert andai["ubahan"][0]["sendiri"] == 0.72
    assert andai["ubahan"][1]["sendiri"] == 2.5513
    assert andai["interaksi"] == -0.045
    assert andai["sesudah"]["indeks"] == 45.85
    assert _sidik() == sebelum


def test_andai_dari_skenario_lalu_ubah(tmp_path: Path) -> None:
    berkas = tulis(tmp_path / "skenario.yaml", {"ubah": ["spd=55", "+5@80"]})
    isi = _json("andai", KOTA, "--skenario", berkas, "--ubah", "spd=50")
    assert [satu["ubah"] for satu in isi["andai"]["ubahan"]] == ["spd=55", "+5@80", "spd=50"]
    assert isi["andai"]["sesudah"]["spd"] == 50


def test_skenario_salah_menunjuk_baris_dan_kolom(tmp_path: Path) -> None:
    berkas = tulis(tmp_path / "skenario.yaml", 'ubah:\n  - spd=55\n  - "*:regulsi=2"\n')
    hasil = indeks("rencana", "andai", KOTA, "--skenario", berkas)
    assert (hasil.kode, hasil.keluar) == (2, "")
    assert f"{berkas.as_posix()}:3:5: galat SKR640" in hasil.galat
    salah = tulis(tmp_path / "lain.yaml", "ubah: spd=55\n")
    assert ":1:7: galat SKM" in indeks("rencana", "andai", KOTA, "--skenario", salah).galat


def test_andai_memerlukan_tepat_satu_daerah_dan_sekurangnya_satu_ubahan() -> None:
    assert indeks("rencana", "andai", CONTOH, "--ubah", "spd=5").kode == 2
    assert indeks("rencana", "andai", KOTA / "2026" / "dinas-kesehatan", "--ubah", "spd=5").kode == 2
    assert indeks("rencana", "andai", KOTA).kode == 2
    salah = indeks("rencana", "andai", KOTA, "--ubah", "2026/x/y:regulasi=3")
    assert salah.kode == 2
    assert 'Ubahan "2026/x/y:regulasi=3"' in salah.galat


def test_andai_tahun_absolut_memakai_skor() -> None:
    isi = _json("andai", KOTA, "--tahun", "2020", "--ubah", "+1@80")["andai"]
    assert "indeks" not in isi["sebelum"]
    assert isi["sesudah"]["skor"] == isi["sebelum"]["skor"] + 80


def test_andai_di_layar() -> None:
    keluar = indeks(
        "rencana", "andai", KOTA, "--ubah", "*:regulasi=2", "--ubah", "-2026/bapperida/bank-riset"
    )
    baris = keluar.keluar.splitlines()
    assert baris[0].startswith("Kota Contoh 2026 · andai")
    assert baris[2] == "  42,63 → 45,03 ▲ +2,40 · tetap Inovatif"
    assert max(map(len, baris)) <= 80


def test_susun_menurut_kontrak() -> None:
    susun = _json("susun", KOTA)["susun"]
    assert susun["calon"] == len(susun["terbaik"]["kirim"]) + len(susun["terbaik"]["tunda"])
    assert susun["sekarang"]["indeks"] == 42.63
    terbaik = susun["terbaik"]
    assert {satu["n"]: satu["indeks"] for satu in susun["kurva"]}[len(terbaik["kirim"])] == terbaik["indeks"]
    # Menilai kiriman itu sebagai pengandaian memberi angka yang sama.
    ubah = [f"{satu}:status=diterima" for satu in terbaik["kirim"]]
    ubah += [f"{satu}:status=draf" for satu in terbaik["tunda"]]
    argumen = [satu for teks in ubah for satu in ("--ubah", teks)]
    assert _json("andai", KOTA, *argumen)["andai"]["sesudah"]["indeks"] == terbaik["indeks"]


def test_susun_dengan_wajib_tanpa_dan_minimal() -> None:
    riset, pustaka = "2026/bapperida/bank-riset", "2026/dinas-pendidikan/pustaka-kapal"
    bebas = _json("susun", KOTA)["susun"]["terbaik"]
    isi = _json("susun", KOTA, "--wajib", riset, "--tanpa", bebas["kirim"][0])["susun"]["terbaik"]
    assert riset in isi["kirim"]
    assert bebas["kirim"][0] in isi["tunda"]
    semua = bebas["kirim"] + bebas["tunda"]
    banyak = _json("susun", KOTA, "--minimal", str(len(semua)))["susun"]["terbaik"]
    assert banyak["kirim"] == sorted(semua)
    assert indeks("rencana", "susun", KOTA, "--wajib", f"{riset},{pustaka}", "--tanpa", riset).kode == 2
    assert indeks("rencana", "susun", KOTA, "--minimal", len(semua) + 1).kode == 2


def test_susun_di_layar() -> None:
    baris = indeks("rencana", "susun", KOTA).keluar.splitlines()
    assert baris[0].startswith("Kota Contoh 2026 · susunan kiriman terbaik")
    assert max(map(len, baris)) <= 80
    assert any(satu.endswith("terbaik") for satu in baris[4:])


def test_target_menurut_kontrak() -> None:
    isi = _json("target", KOTA, "--indeks", "48", "--inovasi-baru", "6@80:sosial")["target"]
    assert (isi["tujuan"], isi["tercapai"], isi["biaya"], isi["batas_bawah"]) == (48.0, True, 13, 13)
    assert isi["indeks_akhir"] >= 48
    assert sum(satu["biaya"] for satu in isi["langkah"]) == 13
    assert isi["langkah"][-1]["indeks"] == isi["indeks_akhir"]
    # Rencana itu sebagai pengandaian memberi indeks yang sama.
    ubah = []
    for satu in isi["langkah"]:
        if satu["jenis"] == "inovasi_baru":
            ubah.append(f"+{satu['jumlah']}@{satu['kematangan']}:{satu['urusan']}")
        else:
            ubah.append(f"{satu['id']}:{satu['indikator']}={satu['ke']}")
    argumen = [satu for teks in ubah for satu in ("--ubah", teks)]
    assert _json("andai", KOTA, *argumen)["andai"]["sesudah"]["indeks"] == isi["indeks_akhir"]


def test_target_menurut_kalender() -> None:
    tertutup = {"opini_bpk", "pad"}
    isi = _json("target", KOTA, "--indeks", "54")["target"]
    assert not tertutup & {satu["indikator"] for satu in isi["langkah"]}
    bebas = _json("target", KOTA, "--indeks", "54", "--tanpa-kalender")["target"]
    assert bebas["biaya"] < isi["biaya"]
    assert bebas["tertinggi"] > isi["tertinggi"]


def test_target_yang_tak_tercapai_keluar_satu() -> None:
    hasil = indeks("rencana", "target", KOTA, "--predikat", "Sangat Inovatif", "--format", "json")
    isi = json.loads(hasil.keluar)["target"]
    assert hasil.kode == 1
    assert (isi["tercapai"], isi["biaya"], isi["langkah"], isi["tujuan"]) == (False, None, [], 65.01)
    assert isi["tertinggi"] == 55.69
    assert {satu["sebab"] for satu in isi["penghalang"]} >= {"kalender", "urusan_wajib"}


def test_target_pasti_bertahan_pada_setiap_asumsi() -> None:
    isi = _json("target", KOTA, "--indeks", "50", "--pasti", "--inovasi-baru", "6@80:sosial")["target"]
    assert isi["bertahan"] is True
    assert isi["rencana_pasti"] is None


def test_target_yang_keliru_keluar_dua(tmp_path: Path) -> None:
    biaya = tulis(tmp_path / "biaya.yaml", "bawaan: 1\nlangkah:\n  - {indikator: regulsi, biaya: 2}\n")
    keliru = indeks("rencana", "target", KOTA, "--indeks", "48", "--biaya", biaya)
    assert (keliru.kode, keliru.keluar) == (2, "")
    assert f"{biaya.as_posix()}:3:17: galat SKR641" in keliru.galat
    for argumen in (
        (),
        ("--indeks", "48", "--predikat", "Inovatif"),
        ("--predikat", "Terbaik"),
        ("--indeks", "x"),
        ("--tahun", "2020", "--predikat", "Inovatif"),
        ("--indeks", "48", "--inovasi-baru", "6@112"),
        ("--indeks", "48", "--inovasi-baru", "6@80:sosail"),
    ):
        assert indeks("rencana", "target", KOTA, *argumen).kode == 2


def test_biaya_yang_salah_ditunjuk_pada_barisnya(tmp_path: Path) -> None:
    isi = (
        "langkah:\n"
        "  - {id: 2026/x/y, indikator: regulasi}\n"
        "  - {indikator: regulasi, ke: 3}\n"
        "  - {indikator: regulasi, ke: 3, biaya: 1}\n"
        "  - {id: spd, indikator: regulasi}\n"
        "bersama:\n"
        "  - {nama: SK, biaya: 1, baris: ['spd:ripj_pid=3', '*:regulasi=3', 'spd:x=1']}\n"
    )
    biaya = tulis(tmp_path / "biaya.yaml", isi)
    galat = indeks("rencana", "target", KOTA, "--indeks", "48", "--biaya", biaya).galat
    letak = [satu.split(": ")[0].removeprefix(f"{biaya.as_posix()}:") for satu in galat.splitlines()]
    assert [satu for satu in letak if satu[:1].isdigit()] == ["2:10", "4:5", "5:26", "7:52", "7:68"]


def test_biaya_dalam_rupiah_dan_yang_terlalu_lebar(tmp_path: Path) -> None:
    isi = "bawaan: 12500000\nlangkah:\n  - {indikator: replikasi, biaya: 7350125}\n"
    rupiah = tulis(tmp_path / "rupiah.yaml", isi)
    target = _json("target", KOTA, "--indeks", "46", "--biaya", rupiah)["target"]
    assert target["tercapai"]
    assert target["biaya"] == target["batas_bawah"] == sum(satu["biaya"] for satu in target["langkah"])
    isi = "bawaan: 0.0001\nlangkah: [{indikator: sdm, biaya: 9000000000000}]\n"
    lebar = tulis(tmp_path / "lebar.yaml", isi)
    hasil = indeks("rencana", "target", KOTA, "--indeks", "46", "--biaya", lebar)
    assert (hasil.kode, hasil.keluar) == (2, "")
    assert "Bulatkan biayanya" in hasil.galat


def test_target_markdown_memuat_daftar_kerja_dengan_bukti() -> None:
    keluar = indeks("rencana", "target", KOTA, "--indeks", "46", "--format", "markdown").keluar
    assert "### Daftar kerja" in keluar
    assert "Dokumen perencanaan iptek daerah (RIPJ PID)" in keluar
    assert "Ditetapkan dengan Perkada" in keluar
    assert "#### Badan Perencanaan Pembangunan, Riset, dan Inovasi Daerah" in keluar
    assert "tulis hari di biaya.yaml" in keluar
    layar = indeks("rencana", "target", KOTA, "--indeks", "46").keluar
    assert max(map(len, layar.splitlines())) <= 80
    assert "terbukti termurah (batas bawah 9)" in layar


def test_daftar_kerja_urut_dari_yang_paling_lama(tmp_path: Path) -> None:
    isi = (
        "langkah:\n"
        "  - {indikator: replikasi, biaya: 1, hari: 5}\n"
        "  - {id: spd, indikator: ripj_pid, biaya: 1, hari: 45, oleh: Bagian Hukum}\n"
        "  - {id: spd, indikator: penghargaan_inovator, hari: 20, oleh: Bagian Hukum}\n"
    )
    biaya = tulis(tmp_path / "biaya.yaml", isi)
    argumen = ("--indeks", "46,5", "--biaya", biaya, "--format", "markdown")
    keluar = indeks("rencana", "target", KOTA, *argumen).keluar
    daftar = keluar.split("### Daftar kerja")[1]
    pelaku = [satu.removeprefix("#### ") for satu in daftar.splitlines() if satu.startswith("#### ")]
    assert pelaku[0] == "Bagian Hukum"
    assert pelaku[-1] == "Tingkat daerah (SPD)"
    assert "dinas-" not in daftar
    hukum = daftar.split("#### ")[1]
    assert hukum.index("| 45 |") < hukum.index("| 20 |")


def test_target_yang_tak_tercapai_menyebut_jalan_lain() -> None:
    keluar = indeks("rencana", "target", KOTA, "--predikat", "Sangat Inovatif").keluar
    assert "izinkan dengan --inovasi-baru" in " ".join(keluar.split())
    baru = indeks("rencana", "target", KOTA, "--indeks", "100", "--inovasi-baru", "9@20").keluar
    assert "Tidak tercapai" in baru
    assert "izinkan dengan" not in baru


def test_bagan_target_disimpan(tmp_path: Path) -> None:
    tujuan = tmp_path / "target.svg"
    assert indeks("rencana", "target", KOTA, "--indeks", "48", "--bagan", tujuan).kode == 0
    svg = tujuan.read_text(encoding="utf-8")
    assert "Indeks 48,00 tercapai dengan biaya" in svg
    assert "Replikasi (12 inovasi)" in svg or "Replikasi (" in svg
    tidak = indeks("rencana", "target", KOTA, "--indeks", "99", "--bagan", tmp_path / "lain.svg")
    assert tidak.kode == 1
    assert "Tidak ada yang dapat digambar" in tidak.galat
    assert not (tmp_path / "lain.svg").exists()


def test_rencana_disimpan_ke_berkas_bersama_bagannya(tmp_path: Path) -> None:
    teks, bagan = tmp_path / "rencana.md", tmp_path / "rencana.svg"
    argumen = (
        "rencana",
        "target",
        KOTA,
        "--indeks",
        "46",
        "--format",
        "markdown",
        "-o",
        teks,
        "--bagan",
        bagan,
    )
    hasil = indeks(*argumen)
    assert (hasil.kode, hasil.keluar) == (0, "")
    assert "### Daftar kerja" in teks.read_text(encoding="utf-8")
    teks.write_text("punya orang", encoding="utf-8")
    assert indeks(*argumen).kode == 2
    assert teks.read_text(encoding="utf-8") == "punya orang"
    assert indeks(*argumen, "--timpa").kode == 0
    assert "### Daftar kerja" in teks.read_text(encoding="utf-8")


def test_risiko_menurut_kontrak() -> None:
    argumen = ("risiko", KOTA, "--undian", "500", "--bibit", "3")
    isi = _json(*argumen)["risiko"]
    assert (isi["bibit"], isi["undian"]) == (3, 500)
    assert isi["indeks"]["p05"] <= isi["indeks"]["p50"] <= isi["indeks"]["p95"] <= 42.63
    assert round(sum(isi["predikat"].values()), 4) == 1
    assert isi["rentan"][0]["poin"] >= isi["rentan"][-1]["poin"]
    assert isi["peluang"]["sumber"] == "verifikasi"
    assert isi["korelasi"]["sumber"] == "andaian"
    sekali, lagi = (indeks("rencana", *argumen, "--format", "json").keluar for _ in range(2))
    assert sekali == lagi


def test_risiko_yang_keliru_keluar_dua() -> None:
    for argumen in (("--peluang", "1,5"), ("--korelasi", "-1"), ("--undian", "0"), ("--bibit", "-1")):
        assert indeks("rencana", "risiko", KOTA, *argumen).kode == 2


@pytest.mark.parametrize(
    "argumen",
    [
        ("risiko", KOTA, "--undian", "1.000"),
        ("risiko", KOTA, "--bibit", "1.000"),
        ("susun", KOTA, "--minimal", "1.000"),
    ],
)
def test_titik_ribuan_tidak_terbaca_satu(argumen: tuple[str, ...]) -> None:
    hasil = indeks("rencana", *argumen)
    assert (hasil.kode, "dapat dibaca dengan dua cara; tulis 1000" in hasil.galat) == (2, True)


@pytest.mark.parametrize(
    ("isi", "petunjuk"),
    [
        ('ubah: "*:regulasi=2"\n', 'Tulis ubah: ["*:regulasi=2"].'),
        ("ubah:\n  - *:regulasi=2\n", "Apit seluruh nilainya dengan tanda petik: '*:regulasi=2'."),
    ],
)
def test_skenario_yang_keliru_disebut_perbaikannya(tmp_path: Path, isi: str, petunjuk: str) -> None:
    hasil = indeks("rencana", "andai", KOTA, "--skenario", tulis(tmp_path / "s.yaml", isi))
    assert (hasil.kode, hasil.galat.splitlines()[1].strip()) == (2, petunjuk)


def test_minimal_negatif_disebut_dalam_bahasa_kita() -> None:
    hasil = indeks("rencana", "susun", KOTA, "--minimal", "-1")
    assert (hasil.kode, '"-1" kurang dari 0. Lihat' in hasil.galat) == (2, True)


def test_bagan_disimpan_dan_tidak_menimpa(tmp_path: Path) -> None:
    tujuan = tmp_path / "risiko.svg"
    argumen = ("rencana", "risiko", KOTA, "--undian", "50", "--bagan", tujuan)
    assert indeks(*argumen).kode == 0
    assert tujuan.read_text(encoding="utf-8").startswith("<svg")
    assert indeks(*argumen).kode == 0
    tujuan.write_text("punya orang", encoding="utf-8")
    assert indeks(*argumen).kode == 2
    assert tujuan.read_text(encoding="utf-8") == "punya orang"
    assert indeks(*argumen, "--timpa").kode == 0
    assert indeks("rencana", "susun", KOTA, "--bagan", tmp_path / "susun.svg").kode == 0
    assert "<svg" in (tmp_path / "susun.svg").read_text(encoding="utf-8")
