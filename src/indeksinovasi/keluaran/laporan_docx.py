"""Naskah laporan menjadi berkas Word: judul bergaya, daftar isi, tabel dan gambar berketerangan bernomor.

Berkas berkop milik daerah dapat menjadi dasarnya; isi badannya tetap di depan. Bita keluarannya sama untuk
naskah yang sama: tanpa jam, tanpa nama komputer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import singledispatch
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from indeksinovasi.keluaran.galat_templat import GalatTemplat
from indeksinovasi.keluaran.grafik.bidang import LEBAR_BAGAN, BaganSvg
from indeksinovasi.keluaran.naskah import (
    BlokAlinea,
    BlokDaftar,
    BlokJudul,
    BlokKode,
    BlokNaskah,
    BlokTabel,
    RuasNaskah,
    judul_naskah,
    pisahkan_pembuka,
    polos_ruas,
)
from indeksinovasi.keluaran.teks import aman

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_WAKTU = datetime(2000, 1, 1)
_WAKTU_ZIP = (1980, 1, 1, 0, 0, 0)
_HURUF = "Arial"
_BIRU, _REDUP = "12436D", "4A5563"
_LEBAR_PNG = 2 * LEBAR_BAGAN
_UKURAN = {"Normal": 10, "Title": 13, "Heading 1": 13, "Heading 2": 11.5, "Heading 3": 10.5, "Caption": 9}


@dataclass(slots=True)
class _Penulis:
    """Dokumen yang sedang ditulis, bagannya menurut nama berkas, dan keterangan yang sudah dipakai."""

    dokumen: Document
    bagan: Mapping[str, BaganSvg]
    lebar: int
    lebar_tabel: int
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
    # Halaman pertama: bagannya lebih kecil, dan tabel angka kuncinya tanpa keterangan.
    kecil = lebar * (54 if ringkas else 62) // 100
    penulis = _Penulis(dokumen, bagan, kecil, lebar)
    for satu in depan:
        _tulis(satu, penulis)
    if not ringkas:
        penulis.lebar = lebar
        _daftar_isi(dokumen, bab)
    for satu in bab:
        _tulis(satu, penulis)
    return _tetap(dokumen, aman(judul_naskah(naskah)))


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
        gaya.paragraph_format.space_after = Pt(4 - 2 * kurang)
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
    _isi(_alinea(penulis.dokumen, f"Heading {min(blok.tingkat, 9)}"), blok.isi)
    if blok.tingkat > 1:
        penulis.judul = polos_ruas(blok.isi).lstrip("0123456789. ")


@_tulis.register
def _(blok: BlokAlinea, penulis: _Penulis) -> None:
    if blok.gambar:
        _gambar(blok.gambar, penulis)
        return
    alinea = _alinea(penulis.dokumen)
    _isi(alinea, blok.isi)
    if all(satu.tebal for satu in blok.isi):
        alinea.paragraph_format.keep_with_next = True
        penulis.judul = polos_ruas(blok.isi) if penulis.judul else ""


@_tulis.register
def _(blok: BlokDaftar, penulis: _Penulis) -> None:
    for nomor, butir in enumerate(blok.butir, 1):
        if blok.bernomor:
            alinea = _alinea(penulis.dokumen)
            _isi(alinea, (RuasNaskah(f"{nomor}. "), *butir))
        else:
            alinea = _alinea(penulis.dokumen, "List Bullet")
            _isi(alinea, butir)


@_tulis.register
def _(blok: BlokKode, penulis: _Penulis) -> None:
    from docx.shared import Pt

    for baris in blok.teks.split("\n"):
        alinea = _alinea(penulis.dokumen)
        alinea.paragraph_format.space_after = Pt(0)
        ruas = alinea.add_run(aman(baris))
        ruas.font.name, ruas.font.size = "Consolas", Pt(8.5)
    _alinea(penulis.dokumen)


@_tulis.register
def _(blok: BlokTabel, penulis: _Penulis) -> None:
    """Tabel dengan baris judul yang berulang di tiap halaman; keterangannya di atas."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.shared import Pt

    if penulis.judul:
        _keterangan(penulis, "Tabel", penulis.judul)
    tabel = penulis.dokumen.add_table(rows=0, cols=len(blok.kepala))
    if "Table Grid" in [satu.name for satu in penulis.dokumen.styles]:
        tabel.style = "Table Grid"
    for letak, baris in enumerate((blok.kepala, *blok.baris)):
        sel = tabel.add_row().cells
        for nomor, isi in enumerate(baris):
            alinea = sel[nomor].paragraphs[0]
            alinea.paragraph_format.space_after = Pt(1)
            _isi(alinea, isi, ukuran=9, tebal=letak == 0)
            if blok.kanan[nomor]:
                alinea.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _lebar_kolom(tabel, blok, penulis.lebar_tabel)
    # Baris judul berulang, dan tidak ada baris yang terbelah dua halaman.
    for letak, baris_tabel in enumerate(tabel.rows):
        sifat = baris_tabel._tr.get_or_add_trPr()
        sifat.append(OxmlElement("w:cantSplit"))
        if letak == 0:
            sifat.append(OxmlElement("w:tblHeader"))
    _alinea(penulis.dokumen).paragraph_format.space_after = Pt(2)


def _lebar_kolom(tabel: Any, blok: BlokTabel, lebar: int) -> None:
    """Kolom menurut panjang isinya, dengan bagian paling sedikit supaya tidak ada yang terjepit."""
    panjang = []
    for nomor, kepala in enumerate(blok.kepala):
        sel = [polos_ruas(satu) for satu in (kepala, *(baris[nomor] for baris in blok.baris))]
        kata = max((len(satu) for isi in sel for satu in isi.split()), default=0)
        panjang.append(max(min(max(map(len, sel)), 50), min(kata, 20) + 6))
    tabel.autofit = False
    for nomor, satu in enumerate(panjang):
        ukuran = lebar * satu // sum(panjang)
        tabel.columns[nomor].width = ukuran
        for baris in tabel.rows:
            baris.cells[nomor].width = ukuran


def _gambar(ruas: RuasNaskah, penulis: _Penulis) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    satu = penulis.bagan.get(ruas.gambar or "")
    if satu is None:
        _isi(_alinea(penulis.dokumen), (RuasNaskah(ruas.teks),))
        return
    alinea = _alinea(penulis.dokumen)
    alinea.alignment = WD_ALIGN_PARAGRAPH.LEFT
    alinea.paragraph_format.keep_with_next = True
    gambar = alinea.add_run().add_picture(
        BytesIO(satu.png(lebar=_LEBAR_PNG, berjudul=False)), width=penulis.lebar
    )
    sifat = gambar._inline.docPr
    sifat.set("descr", aman(satu.alternatif))
    sifat.set("title", aman(satu.judul))
    _keterangan(penulis, "Gambar", satu.judul)


def _keterangan(penulis: _Penulis, jenis: str, teks: str) -> None:
    """Keterangan bernomor: nomornya medan SEQ, sehingga ikut bila naskahnya disunting."""
    alinea = _alinea(penulis.dokumen, "Caption")
    alinea.paragraph_format.keep_with_next = jenis == "Tabel"
    penulis.nomor[jenis] += 1
    alinea.add_run(f"{jenis} ")
    _medan(alinea, f"SEQ {jenis} \\* ARABIC", str(penulis.nomor[jenis]))
    alinea.add_run(f". {aman(teks)}")


def _daftar_isi(dokumen: Document, bab: Sequence[BlokNaskah]) -> None:
    """Medan daftar isi yang sudah memuat judul-judulnya; Word menambahkan nomor halaman."""
    if not bab:
        return
    isi = "\n".join(aman(polos_ruas(satu.isi)) for satu in bab if isinstance(satu, BlokJudul))
    _medan(_alinea(dokumen), 'TOC \\o "2-3" \\h \\z \\u', isi, kotor=True)
    from docx.enum.text import WD_BREAK

    _alinea(dokumen).add_run().add_break(WD_BREAK.PAGE)


def _medan(alinea: Paragraph, kode: str, tampil: str, *, kotor: bool = False) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    def tanda(jenis: str) -> None:
        unsur = OxmlElement("w:fldChar")
        unsur.set(qn("w:fldCharType"), jenis)
        if kotor and jenis == "begin":
            unsur.set(qn("w:dirty"), "true")
        alinea.add_run()._r.append(unsur)

    tanda("begin")
    perintah = OxmlElement("w:instrText")
    perintah.set(qn("xml:space"), "preserve")
    perintah.text = f" {kode} "
    alinea.add_run()._r.append(perintah)
    tanda("separate")
    alinea.add_run(tampil)
    tanda("end")


def _alinea(dokumen: Document, gaya: str = "Normal") -> Paragraph:
    """Alinea baru; gaya yang tidak ada di berkas berkop diganti gaya bawaannya."""
    ada = {satu.name for satu in dokumen.styles}
    return dokumen.add_paragraph(style=gaya if gaya in ada else None)


def _isi(
    alinea: Paragraph, isi: Sequence[RuasNaskah], *, ukuran: float | None = None, tebal: bool = False
) -> None:
    from docx.shared import Pt

    for satu in isi:
        ruas = alinea.add_run(aman(satu.teks))
        ruas.bold = True if satu.tebal or tebal else None
        ruas.italic = True if satu.miring else None
        if ukuran is not None:
            ruas.font.size = Pt(ukuran)


def _tetap(dokumen: Document, judul: str) -> bytes:
    """Bita yang tidak bergantung pada jam: keterangan berkas dan waktu di dalam zip ditetapkan."""
    sifat = dokumen.core_properties
    sifat.title, sifat.author, sifat.last_modified_by = judul[:255], "indeks", "indeks"
    sifat.comments, sifat.language = "", "id-ID"
    sifat.created = sifat.modified = _WAKTU
    mentah = BytesIO()
    dokumen.save(mentah)
    hasil = BytesIO()
    with ZipFile(mentah) as asal, ZipFile(hasil, "w", ZIP_DEFLATED) as tujuan:
        for nama in sorted(asal.namelist(), key=lambda satu: (satu != "[Content_Types].xml", satu)):
            keterangan = ZipInfo(nama, _WAKTU_ZIP)
            keterangan.compress_type = ZIP_DEFLATED
            keterangan.external_attr = 0o600 << 16
            tujuan.writestr(keterangan, asal.read(nama))
    return hasil.getvalue()
