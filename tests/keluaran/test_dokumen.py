"""Satu dokumen, tiga penulis: tidak ada teks yang hilang, lebar dijaga, warna dan batang hanya di layar."""

from __future__ import annotations

import io
import re
from fractions import Fraction
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from indeksinovasi.keluaran.dokumen import (
    Alinea,
    Bagan,
    BarisBagan,
    BarisTabel,
    Batang,
    DaftarButir,
    DaftarPerintah,
    Dokumen,
    Judul,
    Kolom,
    Potong,
    Praformat,
    RincianLabel,
    Tabel,
    kalimat,
    satu_alinea,
    sel,
)
from indeksinovasi.keluaran.lipatan import lebar
from indeksinovasi.keluaran.penulis.html import teks_html
from indeksinovasi.keluaran.penulis.markdown import teks_markdown
from indeksinovasi.keluaran.penulis.rupa import Layar, tanpa_utf8
from indeksinovasi.keluaran.penulis.terminal import cetak_dokumen, teks_terminal
from indeksinovasi.keluaran.teks import aman
from tests.profil import contoh

SGR = re.compile(r"\x1b\[[0-9;]*m")
OPD = "Dinas Penanaman Modal, Pelayanan Terpadu Satu Pintu, Koperasi, dan UKM"


def _dokumen(teks: str, angka: str = "12,50") -> Dokumen:
    """Setiap jenis blok, dengan *teks* dari data di setiap tempatnya."""
    return (
        Judul(kalimat(f"J {teks}"), 1, "dasar berbukti"),
        Alinea((kalimat(f"A {teks}", Potong(" ekor", "turun")),), 2),
        RincianLabel(((kalimat("label"), (kalimat(f"R {teks}"),)),)),
        DaftarButir((kalimat(f"D {teks}"),)),
        Tabel(
            (Kolom("Nama", "nama"), Kolom("skor", "angka"), Kolom("gambar", "batang")),
            (
                BarisTabel(sel(f"T {teks}", angka, Batang(Fraction(-1), Fraction(2)))),
                BarisTabel(sel("Jumlah", angka, Batang(Fraction(0), Fraction(2))), "jumlah"),
            ),
        ),
        DaftarPerintah((("indeks jelaskan BKT301", "satu kode"),)),
        Praformat(("    x = 1",)),
    )


class Terminal(io.StringIO):
    """Aliran yang mengaku terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def layar(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("NO_COLOR", raising=False)
    return monkeypatch


def _tulis(dokumen: Dokumen) -> str:
    aliran = Terminal()
    cetak_dokumen(dokumen, aliran)
    return aliran.getvalue()


BERBATANG: Dokumen = (
    *_dokumen("isi"),
    Bagan(
        "Indeks",
        (BarisBagan("klaim", kalimat("44,84"), Fraction(45), terpilih=True),),
        (Fraction(40), Fraction(65)),
        Fraction(100),
    ),
)


@pytest.mark.usefixtures("layar")
def test_layar_berwarna_menggambar_batang() -> None:
    teks = _tulis(BERBATANG)
    assert "\x1b[36m" in teks
    assert "█" in teks
    assert "┃" in teks
    assert max(map(lebar, SGR.sub("", teks).splitlines())) <= 80


@pytest.mark.parametrize("nama", ["NO_COLOR", "TERM"])
def test_tanpa_warna_tanpa_batang_dan_tidak_ada_yang_hilang(layar: pytest.MonkeyPatch, nama: str) -> None:
    layar.setenv(nama, "dumb" if nama == "TERM" else "1")
    teks = _tulis(BERBATANG)
    assert teks == teks_terminal(BERBATANG)
    assert not set(teks) & set("█┃\x1b")
    for satu in ("A isi ekor", "R isi", "D isi", "12,50", "Jumlah", "indeks jelaskan BKT301", "x = 1"):
        assert satu in teks


def test_tanpa_utf8_semua_tanda_berpengganti() -> None:
    tanda = "█▍·•┃│─–—−▲▼●○→÷×…†≥≤“”‘’"
    assert tanpa_utf8(tanda).isascii()
    assert tanpa_utf8("42,93 → 42,63   ▼ −0,30 ▲ +0,10") == "42,93 -> 42,63   - 0,30 + 0,10".replace(
        "- 0", "-0"
    ).replace("+ 0", "+0")
    assert teks_terminal(_dokumen("isi"), Layar(utf8=False)).isascii()


def test_nama_panjang_dibungkus_pada_spasi_dengan_inden_dua() -> None:
    kolom = (
        Kolom("Perangkat daerah", "nama"),
        *(Kolom(nama, "angka") for nama in ("kematangan", "sumbangan")),
    )
    baris = teks_terminal((Tabel(kolom, (BarisTabel(sel(OPD, "83,00", "2,21")),)),), Layar(60)).splitlines()
    assert baris[2:] == [
        "Dinas Penanaman Modal, Pelayanan            83,00       2,21",
        "  Terpadu Satu Pintu, Koperasi, dan",
        "  UKM",
    ]


def test_kolom_yang_boleh_hilang_dibuang_pada_layar_sempit() -> None:
    kolom = (
        Kolom("Nama", "nama"),
        Kolom("panjang sekali", "angka", boleh_hilang=True),
        Kolom("skor", "angka"),
    )
    dokumen: Dokumen = (Tabel(kolom, (BarisTabel(sel(OPD, "1", "2")),)),)
    assert "panjang sekali" in teks_terminal(dokumen, Layar(80))
    assert "panjang sekali" not in teks_terminal(dokumen, Layar(40))
    assert "skor" in teks_terminal(dokumen, Layar(40))


def test_perintah_tidak_pernah_dilipat() -> None:
    perintah = f"indeks banding {'x' * 90} --rinci"
    assert perintah in teks_terminal((DaftarPerintah(((perintah, "semua baris"),)),))


def test_tabel_kosong_tidak_dicetak() -> None:
    assert teks_terminal((Tabel((Kolom("Nama", "nama"),), ()),)) == ""


@contoh(60)
@given(st.text(max_size=60))
def test_terminal_memuat_semua_kata_dan_tidak_melewati_layar(teks: str) -> None:
    kata = max((lebar(satu) for satu in aman(teks).split()), default=0)
    keluar = teks_terminal(_dokumen(teks))
    for awalan in "JARDT":
        pola = r"\s+".join(map(re.escape, (awalan, *aman(teks).split())))
        if awalan != "T" or kata <= 60:
            assert re.search(pola, keluar), awalan
    if kata < 60:
        assert max(map(lebar, keluar.splitlines())) <= 80


@contoh(60)
@given(st.text(max_size=40))
def test_markdown_tetap_tulisan_dan_tabelnya_utuh(teks: str) -> None:
    token = MarkdownIt("commonmark").enable("table").parse(teks_markdown(_dokumen(teks)))
    jenis = [satu.type for satu in token]
    assert jenis.count("heading_open") == jenis.count("table_open") == jenis.count("fence") == 1
    assert jenis.count("td_open") == 4
    assert not [satu for satu in jenis if satu.startswith("html")]
    anak = {satu.type for induk in token for satu in induk.children or ()}
    assert anak <= {"text", "text_special", "code_inline", "strong_open", "strong_close"}


class _Unsur(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.buka: list[str] = []
        self.tutup: list[str] = []
        self.atribut: set[str] = set()
        self.teks: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.buka.append(tag)
        self.atribut |= {nama for nama, _ in attrs}

    def handle_endtag(self, tag: str) -> None:
        self.tutup.append(tag)

    def handle_data(self, data: str) -> None:
        self.teks.append(data)


def _urai(teks: str) -> _Unsur:
    unsur = _Unsur()
    unsur.feed(teks)
    unsur.close()
    return unsur


@contoh(60)
@given(st.text(alphabet=st.one_of(st.sampled_from("<>&\"'/=!-"), st.characters()), max_size=40))
def test_html_meluputkan_semua_teks(teks: str) -> None:
    unsur, biasa = _urai(teks_html(_dokumen(teks))), _urai(teks_html(_dokumen("isi")))
    assert (unsur.buka, unsur.atribut) == (biasa.buka, biasa.atribut)
    assert sorted(unsur.buka) == sorted(unsur.tutup)
    assert f"D {aman(teks)}" in "".join(unsur.teks)


def test_html_tabel_dan_bagan_dapat_dibaca_pembaca_layar() -> None:
    html = teks_html(BERBATANG, 3)
    assert html.startswith("<h3>J isi</h3>\n")
    assert html.count('<th scope="col"') == 2
    assert html.count('<th scope="row">') == 2
    assert '<meter min="0" max="100.00" value="45.00"></meter> 44,84' in html
    assert "style=" not in html


def test_alinea_rapat_melekat_pada_tabel() -> None:
    tabel = Tabel((Kolom("Nama", "nama"),), (BarisTabel(sel("isi")),))
    assert teks_terminal((tabel, satu_alinea("catatan", rapat=True))).splitlines()[-2:] == ["isi", "catatan"]
    assert teks_terminal((tabel, satu_alinea("catatan"))).splitlines()[-2:] == ["", "catatan"]


class TerminalLama(io.TextIOWrapper):
    """Terminal dengan halaman kode lama."""

    def isatty(self) -> bool:
        return True


@pytest.mark.usefixtures("layar")
def test_terminal_tanpa_utf8_memakai_tanda_pengganti() -> None:
    isi = io.BytesIO()
    aliran = TerminalLama(isi, encoding="ascii", errors="strict", newline="\n")
    cetak_dokumen(BERBATANG, aliran)
    aliran.flush()
    teks = SGR.sub("", isi.getvalue().decode("ascii"))
    assert "#" in teks
    assert "-----" in teks
    assert "|" in teks


@contoh(200)
@given(
    st.lists(
        st.sampled_from(("daerah", "perangkat daerah", "predikat", "No", "kematangan rata-rata")),
        min_size=2,
        max_size=4,
    ),
    st.lists(st.text("abc ", min_size=1, max_size=60), min_size=4, max_size=4),
)
def test_judul_kolom_tidak_dipenggal(kepala: list[str], isi: list[str]) -> None:
    kolom = tuple(Kolom(nama, "nama" if nomor else "teks") for nomor, nama in enumerate(kepala))
    baris = BarisTabel(tuple(kalimat(satu) for satu in isi[: len(kepala)]))
    layar = teks_terminal((Tabel(kolom, (baris,)),), Layar(80))
    atas = layar.split("─")[0].split()
    assert sorted(atas) == sorted(kata for nama in kepala for kata in nama.split())
    assert max(map(lebar, layar.splitlines())) <= 80
