"""Naskah laporan menjadi berkas Word: judul bergaya, daftar isi, tabel dan gambar berketerangan bernomor.

Berkas berkop milik daerah dapat menjadi dasarnya; isi badannya tetap di depan. Bita keluarannya sama untuk
naskah yang sama: tanpa jam, tanpa nama komputer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import singledispatch
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

from indeksinovasi.keluaran.galat_templat import GalatTemplat
from indeksinovasi.keluaran.grafik.bidang import BaganSvg
from indeksinovasi.keluaran.laporan_docx_alat import (
    alinea_word,
    atur_lebar_kolom,
    beri_garis,
    bita_tetap,
    isi_alinea,
    tulis_medan,
)
from indeksinovasi.keluaran.naskah import (
    BlokAlinea,
    BlokDaftar,
    BlokJudul,
    BlokKode,
    BlokNaskah,
    BlokTabel,
    RuasNaskah,
    awal_bab,
    berbab_banyak,
    jajarkan,
    judul_naskah,
    pesan_utama,
    pisahkan_pembuka,
    polos_ruas,
    tabel_kunci,
    tebal_semua,
)
from indeksinovasi.keluaran.teks import aman

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_HURUF = "Arial"
_TINGGI_GAMBAR = 215
"""Milimeter, dari 267 yang dapat dicetak."""
_BIRU = "12436D"
_UKURAN_PESAN, _UKURAN_INDEKS, _UKURAN_CATATAN = 18, 38, 8.5
_UKURAN = {"Normal": 10, "Title": 13, "Heading 1": 13, "Heading 2": 11.5, "Heading 3": 10.5, "Caption": 9}


@dataclass(slots=True)
class _Penulis:
    """Dokumen yang sedang ditulis, bagannya menurut nama berkas, dan keterangan yang sudah dipakai."""

    dokumen: Document
    bagan: Mapping[str, BaganSvg]
    lebar: int
    ringkas: bool
    ukuran: float | None = None
    judul: str = ""
    nomor: Counter[str] = field(default_factory=Counter)


def berkas_docx(
    naskah: Sequence[BlokNaskah],
    bagan: Mapping[str, BaganSvg],
    *,
    kop: bytes | None = None,
    ringkas: bool = False,
) -> bytes:
    """Isi berkas Word. ``GalatTemplat`` bila *kop* bukan berkas Word."""
    dokumen = _dokumen(kop)
    if kop is None:
        _gaya(dokumen, kurang=1 if ringkas else 0)
    depan, bab = pisahkan_pembuka(naskah)
    lebar = _lebar_isi(dokumen)
    penulis = _Penulis(dokumen, bagan, lebar, ringkas)
    _pembuka(depan, penulis, kurang=4 if ringkas else 0)
    utuh = not ringkas and berbab_banyak(naskah)
    if utuh:
        _daftar_isi(dokumen, bab)
    akhir = max((nomor for nomor, satu in enumerate(bab) if awal_bab(satu)), default=0)
    for nomor, satu in enumerate(bab):
        # Bagian terakhir memuat metode dan sumber: catatan, bukan uraian.
        penulis.ukuran = _UKURAN_CATATAN if nomor > akhir and utuh else None
        _tulis(satu, penulis)
    return bita_tetap(dokumen, aman(judul_naskah(naskah)))


def _pembuka(depan: Sequence[BlokNaskah], penulis: _Penulis, *, kurang: int) -> None:
    """Halaman pertama: pesan besar, angka utama di atas bagan pertama, bagan kedua di sampingnya."""
    pesan, kunci, jajar = pesan_utama(depan), tabel_kunci(depan), jajarkan(depan, penulis.bagan)
    for nomor, satu in enumerate(depan):
        if pesan is not None and satu is pesan:
            isi_alinea(alinea_word(penulis.dokumen), pesan.isi, ukuran=_UKURAN_PESAN - kurang)
        elif kunci is not None and satu is kunci:
            if not jajar:
                _angka_kunci(penulis, kunci, 0)
        elif nomor not in jajar:
            _tulis(satu, penulis)
        elif nomor == min(jajar):
            _jajar(penulis, list(jajar.values()), kunci, kurang)


def _jajar(penulis: _Penulis, gambar: Sequence[BaganSvg], kunci: BlokTabel | None, kurang: int) -> None:
    """Angka utama di atas bagan pertama, atau sendirian bila bagannya satu; bagan lain di kanannya."""
    kolom = (None, *gambar) if len(gambar) == 1 else tuple(gambar)
    tabel = _tabel_polos(penulis, len(kolom))
    lebar = penulis.lebar // len(kolom)
    for nomor, (sel, satu) in enumerate(zip(tabel.rows[0].cells, kolom, strict=True)):
        alinea = sel.paragraphs[0]
        if kunci and not nomor:
            isi_alinea(alinea, kunci.kepala[0], ukuran=_UKURAN_INDEKS - 2 * kurang, tebal=True, warna=_BIRU)
            keterangan = sel.add_paragraph()
            isi_alinea(keterangan, kunci.baris[0][0])
            alinea = sel.add_paragraph()
        if satu is not None:
            _pasang_gambar(alinea, satu, lebar * (94 - 6 * kurang) // 100)
            _keterangan(penulis, "Gambar", satu.judul, sel)
    if kunci and len(kunci.kepala) > 1:
        _angka_kunci(penulis, kunci, 1)


def _angka_kunci(penulis: _Penulis, kunci: BlokTabel, mulai: int) -> None:
    """Angka-angka kunci berdampingan: angkanya besar, keterangannya di bawah."""
    tabel = _tabel_polos(penulis, len(kunci.kepala) - mulai)
    for nomor, sel in enumerate(tabel.rows[0].cells, mulai):
        isi_alinea(sel.paragraphs[0], kunci.kepala[nomor], ukuran=15 if nomor else 24, tebal=True)
        isi_alinea(sel.add_paragraph(), kunci.baris[0][nomor], ukuran=8.5)
    alinea_word(penulis.dokumen)


def _tabel_polos(penulis: _Penulis, kolom: int) -> Any:
    """Tabel satu baris tanpa garis, kolomnya sama lebar."""
    tabel: Any = penulis.dokumen.add_table(rows=1, cols=kolom)
    tabel.autofit = False
    for satu in tabel.columns:
        satu.width = penulis.lebar // kolom
    for sel in tabel.rows[0].cells:
        sel.width = penulis.lebar // kolom
    return tabel


def _lebar_isi(dokumen: Document) -> int:
    bagian = dokumen.sections[-1]
    pinggir = int(bagian.left_margin or 0) + int(bagian.right_margin or 0)
    return int(bagian.page_width or 0) - pinggir


def _dokumen(kop: bytes | None) -> Document:
    from docx import Document as buka

    if kop is None:
        return buka()
    try:
        return buka(BytesIO(kop))
    except (BadZipFile, KeyError, ValueError, OSError) as galat:
        raise GalatTemplat("templat Word", None, f"bukan berkas docx yang dapat dibuka ({galat})") from None


def _gaya(dokumen: Document, *, kurang: int) -> None:
    """A4 dengan pinggir jilid, Arial sekian poin lebih kecil, dan warna yang sama dengan laporan HTML."""
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt, RGBColor

    bagian = dokumen.sections[0]
    bagian.page_width, bagian.page_height = Mm(210), Mm(297)
    bagian.left_margin, bagian.right_margin = Mm(25), Mm(15)
    bagian.top_margin = bagian.bottom_margin = Mm(15)
    for nama, ukuran in _UKURAN.items():
        gaya: Any = dokumen.styles[nama]
        gaya.font.name, gaya.font.size = _HURUF, Pt(ukuran - kurang)
        huruf = gaya.element.get_or_add_rPr().get_or_add_rFonts()
        for tempat in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            huruf.set(qn(tempat), _HURUF)
        for tema in ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme"):
            huruf.attrib.pop(qn(tema), None)
        gaya.paragraph_format.space_after = Pt(3 - kurang)
        if nama.startswith(("Heading", "Title")):
            gaya.font.color.rgb = RGBColor.from_string(_BIRU)
    _bahasa(dokumen)


def _bahasa(dokumen: Document) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    bahasa = OxmlElement("w:lang")
    bahasa.set(qn("w:val"), "id-ID")
    normal: Any = dokumen.styles["Normal"]
    normal.element.get_or_add_rPr().append(bahasa)


@singledispatch
def _tulis(blok: BlokNaskah, penulis: _Penulis) -> None:  # noqa: ARG001  # singledispatch
    raise TypeError(type(blok).__name__)


@_tulis.register
def _(blok: BlokJudul, penulis: _Penulis) -> None:
    isi_alinea(alinea_word(penulis.dokumen, f"Heading {min(blok.tingkat, 9)}"), blok.isi)
    if blok.tingkat > 1:
        penulis.judul = polos_ruas(blok.isi).lstrip("0123456789. ")


@_tulis.register
def _(blok: BlokAlinea, penulis: _Penulis) -> None:
    if blok.gambar:
        _gambar(blok.gambar, penulis)
        return
    alinea = alinea_word(penulis.dokumen)
    isi_alinea(alinea, blok.isi, ukuran=penulis.ukuran)
    if tebal_semua(blok):
        alinea.paragraph_format.keep_with_next = True
        penulis.judul = polos_ruas(blok.isi) if penulis.judul else ""


@_tulis.register
def _(blok: BlokDaftar, penulis: _Penulis) -> None:
    for nomor, butir in enumerate(blok.butir, 1):
        if blok.bernomor:
            alinea = alinea_word(penulis.dokumen)
            isi_alinea(alinea, (RuasNaskah(f"{nomor}. "), *butir), ukuran=penulis.ukuran)
        else:
            alinea = alinea_word(penulis.dokumen, "List Bullet")
            isi_alinea(alinea, butir, ukuran=penulis.ukuran)


@_tulis.register
def _(blok: BlokKode, penulis: _Penulis) -> None:
    from docx.shared import Pt

    for baris in blok.teks.split("\n"):
        alinea = alinea_word(penulis.dokumen)
        alinea.paragraph_format.space_after = Pt(0)
        ruas = alinea.add_run(aman(baris))
        ruas.font.name, ruas.font.size = "Consolas", Pt(8)
    _sela(penulis)


@_tulis.register
def _(blok: BlokTabel, penulis: _Penulis) -> None:
    """Tabel dengan baris judul yang berulang di tiap halaman; keterangannya di atas."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.shared import Pt

    if penulis.judul and not penulis.ringkas:
        _keterangan(penulis, "Tabel", penulis.judul)
    tabel = penulis.dokumen.add_table(rows=0, cols=len(blok.kepala))
    for letak, baris in enumerate((blok.kepala, *blok.baris)):
        sel = tabel.add_row().cells
        for nomor, isi in enumerate(baris):
            alinea = sel[nomor].paragraphs[0]
            alinea.paragraph_format.space_after = Pt(1)
            isi_alinea(alinea, isi, ukuran=8.3 if penulis.ringkas else 9, tebal=letak == 0)
            if blok.kanan[nomor]:
                alinea.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    atur_lebar_kolom(tabel, blok, penulis.lebar)
    beri_garis(tabel)
    # Baris judul berulang, dan tidak ada baris yang terbelah dua halaman.
    for letak, baris_tabel in enumerate(tabel.rows):
        sifat = baris_tabel._tr.get_or_add_trPr()
        sifat.append(OxmlElement("w:cantSplit"))
        if letak == 0:
            sifat.append(OxmlElement("w:tblHeader"))
    _sela(penulis)


def _sela(penulis: _Penulis) -> None:
    """Jarak setengah baris sesudah tabel atau rumus."""
    from docx.shared import Pt

    alinea = alinea_word(penulis.dokumen)
    alinea.paragraph_format.space_after = Pt(0)
    alinea.paragraph_format.line_spacing = Pt(5)


def _gambar(ruas: RuasNaskah, penulis: _Penulis) -> None:
    satu = penulis.bagan.get(ruas.gambar or "")
    if satu is None:
        isi_alinea(alinea_word(penulis.dokumen), (RuasNaskah(ruas.teks),))
        return
    _pasang_gambar(alinea_word(penulis.dokumen), satu, penulis.lebar * 93 // 100)
    _keterangan(penulis, "Gambar", satu.judul)


def _pasang_gambar(alinea: Paragraph, satu: BaganSvg, lebar: int) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm

    alinea.alignment = WD_ALIGN_PARAGRAPH.LEFT
    alinea.paragraph_format.keep_with_next = True
    isi = satu.png(lebar=2 * satu.lebar, berjudul=False)
    gambar = alinea.add_run().add_picture(BytesIO(isi), width=lebar)
    # Bagan yang sangat tinggi menyisakan tempat bagi judul bab dan keterangannya di halaman yang sama.
    if gambar.height > Mm(_TINGGI_GAMBAR):
        gambar.width, gambar.height = gambar.width * Mm(_TINGGI_GAMBAR) // gambar.height, Mm(_TINGGI_GAMBAR)
    sifat = gambar._inline.docPr
    sifat.set("descr", aman(satu.alternatif))
    sifat.set("title", aman(satu.judul))


def _keterangan(penulis: _Penulis, jenis: str, teks: str, wadah: Any = None) -> None:
    """Keterangan bernomor: nomornya medan SEQ, sehingga ikut bila naskahnya disunting."""
    alinea = alinea_word(penulis.dokumen, "Caption", wadah)
    alinea.paragraph_format.keep_with_next = jenis == "Tabel"
    penulis.nomor[jenis] += 1
    alinea.add_run(f"{jenis} ")
    tulis_medan(alinea, f"SEQ {jenis} \\* ARABIC", str(penulis.nomor[jenis]))
    alinea.add_run(f". {aman(teks)}")


def _daftar_isi(dokumen: Document, bab: Sequence[BlokNaskah]) -> None:
    """Medan daftar isi yang sudah memuat judul-judulnya; Word menambahkan nomor halaman."""
    if not bab:
        return
    isi = "\n".join(aman(polos_ruas(satu.isi)) for satu in bab if isinstance(satu, BlokJudul))
    tulis_medan(alinea_word(dokumen), 'TOC \\o "2-3" \\h \\z \\u', isi, kotor=True)
    from docx.enum.text import WD_BREAK

    alinea_word(dokumen).add_run().add_break(WD_BREAK.PAGE)
