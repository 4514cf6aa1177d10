"""Bentuk lain laporan: satu berkas HTML, ringkasan satu halaman, dan berkas Word."""

from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from indeksinovasi.keluaran.galat_templat import GalatTemplat
from indeksinovasi.keluaran.laporan import PilihanLaporan, berkas_laporan, nama_laporan
from indeksinovasi.keluaran.naskah import (
    BlokAlinea,
    BlokDaftar,
    BlokJudul,
    BlokKode,
    BlokTabel,
    RuasNaskah,
    polos_ruas,
    urai_naskah,
)
from tests.daerah_uji import CONTOH, Data, indeks, inovasi, tulis_daerah
from tests.laporan_emas import FOLDER_BENTUK, Emas, bahan, bentuk_emas

EMAS = Emas("kota-contoh", 2026)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
JAHAT = '<script>alert(1)</script> "><img src=x onerror=alert(1)> </style> &amp; [a](javascript:b) | x'


@pytest.fixture(scope="module")
def html() -> str:
    return bentuk_emas()["laporan-2026.html"].decode()


def test_bentuk_emas() -> None:
    semua = bentuk_emas()
    assert {satu.name for satu in FOLDER_BENTUK.iterdir()} == set(semua)
    for nama, isi in semua.items():
        assert isi == (FOLDER_BENTUK / nama).read_bytes(), f"{nama}: lihat hasilnya, lalu make laporan-emas"


class _Pembaca(HTMLParser):
    """Unsur beserta atributnya, dan unsur yang belum tertutup."""

    KOSONG = frozenset({"meta", "rect", "path", "circle", "br"})

    def __init__(self) -> None:
        super().__init__()
        self.unsur: list[tuple[str, dict[str, str | None]]] = []
        self.terbuka: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.unsur.append((tag, dict(attrs)))
        if tag not in self.KOSONG:
            self.terbuka.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.KOSONG:
            assert self.terbuka.pop() == tag


def _baca(html: str) -> _Pembaca:
    pembaca = _Pembaca()
    pembaca.feed(html)
    pembaca.close()
    assert pembaca.terbuka == []
    return pembaca


def _periksa_html(html: str) -> _Pembaca:
    pembaca = _baca(html)
    nama = [tag for tag, _ in pembaca.unsur]
    assert not {"script", "img", "iframe", "link", "object", "foreignobject"} & set(nama)
    for _, atribut in pembaca.unsur:
        assert not [kunci for kunci in atribut if kunci.startswith("on") or kunci in ("src", "style")]
        assert (atribut.get("href") or "#").startswith("#")
    id_ = [atribut["id"] for _, atribut in pembaca.unsur if "id" in atribut]
    assert len(id_) == len(set(id_))
    assert "@import" not in html
    assert "url(" not in html
    return pembaca


def test_html_mandiri_dan_berstruktur(html: str) -> None:
    unsur = _periksa_html(html).unsur
    assert html.startswith('<!DOCTYPE html>\n<html lang="id">')
    assert [tag for tag, _ in unsur].count("h1") == 1
    assert sum(tag == "svg" for tag, _ in unsur) == 9
    assert all(atribut.get("scope") for tag, atribut in unsur if tag == "th")
    tujuan = {f"#{atribut['id']}" for tag, atribut in unsur if tag == "h2"}
    assert {atribut["href"] for tag, atribut in unsur if tag == "a"} == tujuan
    assert "@page{size:A4" in html
    assert "prefers-color-scheme:dark" in html


def test_html_memuat_jawaban_sebelum_bagian_pertama(html: str) -> None:
    pertama = html[: html.index('<h2 id="bab-1">')]
    for isi in (
        "tetap Inovatif dengan 42,63",
        "22,38 poin lagi",
        "naik ke 40,01",
        "hal yang perlu diketahui",
    ):
        assert isi in pertama


def test_tulisan_bagan_dapat_dicari(html: str) -> None:
    assert ">Posyandu Digital Enam Bidang</text>" in html


@pytest.mark.parametrize("ringkas", [False, True])
def test_nama_jahat_tidak_menjadi_markup(ringkas: bool, tmp_path: Path) -> None:
    for tahun in (2023, 2024):
        isi: dict[str, Data | str] = {
            "dinkes/a": inovasi(tahun, nama=JAHAT),
            "dinkes/b": inovasi(tahun, nama=JAHAT, status="draf"),
        }
        daerah: Data = {"nama": f"Kota {JAHAT}", "jenis": "kota", "kode": "99.01"}
        daerah["perangkat_daerah"] = {"dinkes": JAHAT}
        tulis_daerah(tmp_path / "k", tahun, isi, {"total": 40}, daerah)
    pilihan = ("--ringkas",) if ringkas else ()
    hasil = indeks("laporan", tmp_path / "k", "--bentuk", "html", *pilihan, "-o", tmp_path / "o")
    assert hasil.kode == 0
    nama = "ringkas-2024.html" if ringkas else "laporan-2024.html"
    _periksa_html((tmp_path / "o" / nama).read_text(encoding="utf-8"))


def test_ringkasan_memuat_yang_diperlukan_pimpinan() -> None:
    teks = bentuk_emas()["ringkas-2026.md"].decode()
    for isi in ("42,63", "Inovatif", "bagan-2026-tren.svg", "Mohon arahan", "Yang bertindak", "+6,67"):
        assert isi in teks
    sebab = teks[teks.index("## Mengapa") : teks.index("Selebihnya")]
    assert len(re.findall(r"^- ", sebab, re.MULTILINE)) == 3
    assert len(re.findall(r"^\| \d\\\. ", teks, re.MULTILINE)) <= 5
    assert len(teks) < 5000


def test_berkas_di_samping_menurut_bentuk() -> None:
    isi = bahan(EMAS)
    assert set(berkas_laporan(isi, PilihanLaporan(ringkas=True))) == {
        "ringkas-2026.md",
        "bagan-2026-dasar.svg",
        "bagan-2026-tren.svg",
    }
    assert set(berkas_laporan(isi, PilihanLaporan(ringkas=True, bentuk="html"))) == {"ringkas-2026.html"}
    semua = set(berkas_laporan(isi, PilihanLaporan(bentuk="html")))
    assert not [nama for nama in semua if nama.endswith(".svg")]
    assert "inovasi-2026.csv" in semua


def test_bagan_juga_sebagai_png(tmp_path: Path) -> None:
    pytest.importorskip("resvg_py", reason="tambahan laporan tidak terpasang")
    assert indeks("laporan", CONTOH / "kota-rapi", "--png", "-o", tmp_path).kode == 0
    svg = {satu.stem for satu in tmp_path.glob("*.svg")}
    assert {satu.stem for satu in tmp_path.glob("*.png")} == svg
    assert (tmp_path / "bagan-2024-opd.png").read_bytes().startswith(b"\x89PNG")


def test_naskah_dari_markdown() -> None:
    teks = (
        "# A *b*\n\nx **y** `z` <i>h</i>\n\n![alt](g.svg)\n\n- a\n- b\n\n1. c\n\n"
        "| k | l |\n|:--|--:|\n| 1 | 2 |\n\n```text\nkode\n```\n\n> kutip\n"
    )
    judul, alinea, gambar, butir, nomor, tabel, kode, kutip = urai_naskah(teks)
    assert judul == BlokJudul(1, (RuasNaskah("A "), RuasNaskah("b", miring=True)))
    assert isinstance(alinea, BlokAlinea)
    assert polos_ruas(alinea.isi) == "x y z <i>h</i>"
    assert isinstance(gambar, BlokAlinea)
    assert gambar.gambar == RuasNaskah("alt", gambar="g.svg")
    assert butir == BlokDaftar(False, ((RuasNaskah("a"),), (RuasNaskah("b"),)))
    assert nomor == BlokDaftar(True, ((RuasNaskah("c"),),))
    assert tabel == BlokTabel(
        (False, True), ((RuasNaskah("k"),), (RuasNaskah("l"),)), (((RuasNaskah("1"),), (RuasNaskah("2"),)),)
    )
    assert kode == BlokKode("kode")
    assert kutip == BlokAlinea((RuasNaskah("kutip"),))


@cache
def _docx_emas() -> bytes:
    return _docx()


def _docx(**pilihan: Any) -> bytes:
    pytest.importorskip("docx", reason="tambahan laporan tidak terpasang")
    pytest.importorskip("resvg_py", reason="tambahan laporan tidak terpasang")
    pakai = PilihanLaporan(bentuk="docx", **pilihan)
    return berkas_laporan(bahan(EMAS), pakai)[nama_laporan(2026, pakai)]


def test_word_berjudul_berdaftar_isi_dan_berketerangan() -> None:
    import docx

    isi = _docx_emas()
    dokumen = docx.Document(BytesIO(isi))
    gaya = [(satu.style.name if satu.style else "", satu.text) for satu in dokumen.paragraphs]
    judul = [teks for nama, teks in gaya if nama == "Heading 2"]
    assert judul[0] == "1. Mengapa berubah dari 2024"
    assert len(judul) == 9
    # Dua bagan halaman pertama berdampingan dalam tabel tanpa garis.
    sel = [alinea for satu in dokumen.tables[0].rows[0].cells for alinea in satu.paragraphs]
    assert [satu.text for satu in sel][:2] == ["42,63", "Inovatif indeks 0–100"]
    semua = [*sel, *dokumen.paragraphs]
    keterangan = [satu.text for satu in semua if satu.style and satu.style.name == "Caption"]
    assert [teks.split(".")[0] for teks in keterangan if teks.startswith("Gambar")] == [
        f"Gambar {n}" for n in range(1, 10)
    ]
    assert "Tabel 1. Yang perlu dilakukan" in keterangan
    with ZipFile(BytesIO(isi)) as arsip:
        xml = arsip.read("word/document.xml").decode()
        assert not [nama for nama in arsip.namelist() if "vba" in nama.lower()]
    assert 'TOC \\o "2-3"' in xml
    assert xml.count('descr="') == 9
    assert "SEQ Gambar" in xml
    assert f"{len(dokumen.tables)}" >= "4"


def test_word_dua_kali_sama_bitanya() -> None:
    assert _docx() == _docx_emas()
    assert _docx(ringkas=True) == _docx(ringkas=True)


def test_word_mengisi_berkas_berkop(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx", reason="tambahan laporan tidak terpasang")
    kop = docx.Document()
    kop.sections[0].header.paragraphs[0].text = "PEMERINTAH KOTA CONTOH"
    kop.add_paragraph("Nomor: 000/1/2026")
    kop.save(tmp_path / "kop.docx")
    kota = CONTOH / "kota-contoh"
    hasil = indeks(
        "laporan", kota, "--ringkas", "--bentuk", "docx", "--templat", tmp_path / "kop.docx", "-o", tmp_path
    )
    assert hasil.kode == 0
    dokumen = docx.Document(tmp_path / "ringkas-2026.docx")
    assert dokumen.sections[0].header.paragraphs[0].text == "PEMERINTAH KOTA CONTOH"
    assert dokumen.paragraphs[0].text == "Nomor: 000/1/2026"
    assert any("tetap Inovatif dengan 42,63" in satu.text for satu in dokumen.paragraphs)


def test_templat_word_yang_salah_ditolak(tmp_path: Path) -> None:
    pytest.importorskip("docx", reason="tambahan laporan tidak terpasang")
    (tmp_path / "palsu.docx").write_bytes(b"bukan zip")
    kota = CONTOH / "kota-contoh"
    for argumen in (
        ("--bentuk", "docx", "--templat", tmp_path / "palsu.docx"),
        ("--bentuk", "docx", "--templat", tmp_path / "tidak-ada.docx"),
        ("--templat", tmp_path / "palsu.docx"),
        ("--bentuk", "html", "--templat", tmp_path / "palsu.docx"),
    ):
        hasil = indeks("laporan", kota, *argumen, "-o", tmp_path / "o")
        assert (hasil.kode, (tmp_path / "o").exists()) == (2, False)
        assert "Traceback" not in hasil.galat
    with pytest.raises(GalatTemplat):
        _docx(kop=b"PK\x03\x04")


def test_templat_pengguna_berlaku_bagi_html(tmp_path: Path) -> None:
    (tmp_path / "t.j2").write_text(
        '{% extends "ringkas.md.j2" %}{% block arahan %}**Catatan kami**\n{% endblock %}'
    )
    pilihan = ("--ringkas", "--bentuk", "html", "--templat", tmp_path / "t.j2", "-o", tmp_path)
    hasil = indeks("laporan", CONTOH / "kota-contoh", *pilihan)
    assert hasil.kode == 0
    assert "<strong>Catatan kami</strong>" in (tmp_path / "ringkas-2026.html").read_text(encoding="utf-8")
