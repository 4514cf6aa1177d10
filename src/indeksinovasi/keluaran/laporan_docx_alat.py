"""Alat kecil berkas Word: alinea, medan, lebar kolom, garis tabel, dan bita yang tetap."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from indeksinovasi.keluaran.naskah import BlokTabel, RuasNaskah, polos_ruas
from indeksinovasi.keluaran.teks import aman

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_TINTA, _GARIS = "1A2129", "C9D0D8"
_WAKTU_ZIP = (1980, 1, 1, 0, 0, 0)
_WAKTU = datetime(2000, 1, 1)
_LEBAR_HURUF, _LEBAR_SELA = 74_000, 145_000
"""Satu huruf tebal 9 poin, dan sela kiri kanan sebuah sel, dalam EMU."""
_KATA_TERPANJANG, _SEL_TERPANJANG = 22, 60


def atur_lebar_kolom(tabel: Any, blok: BlokTabel, lebar: int) -> None:
    """Kata terpanjang tiap kolom selalu muat; sisanya dibagi menurut panjang isinya."""
    sempit, panjang = [], []
    for nomor, kepala in enumerate(blok.kepala):
        sel = [polos_ruas(satu) for satu in (kepala, *(baris[nomor] for baris in blok.baris))]
        kata = max((len(satu) for isi in sel for satu in isi.split()), default=0)
        sempit.append(_LEBAR_SELA + _LEBAR_HURUF * min(kata, _KATA_TERPANJANG))
        panjang.append(1 if blok.kanan[nomor] else min(max(map(len, sel)), _SEL_TERPANJANG))
    sisa = max(lebar - sum(sempit), 0)
    tabel.autofit = False
    for nomor, satu in enumerate(panjang):
        ukuran = (sempit[nomor] + sisa * satu // sum(panjang)) * lebar // max(lebar, sum(sempit))
        tabel.columns[nomor].width = ukuran
        for baris in tabel.rows:
            baris.cells[nomor].width = ukuran


def beri_garis(tabel: Any) -> None:
    """Garis rambut di antara baris dan garis tegas di bawah judul kolom; tanpa kotak."""
    sifat = tabel._tbl.tblPr
    sifat.append(_tepi("tblBorders", {"insideH": (4, _GARIS), "bottom": (4, _GARIS)}))
    for sel in tabel.rows[0].cells:
        sel._tc.get_or_add_tcPr().append(_tepi("tcBorders", {"bottom": (8, _TINTA)}))


def _tepi(unsur: str, sisi: Mapping[str, tuple[int, str]]) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    hasil = OxmlElement(f"w:{unsur}")
    for nama in ("bottom", "insideH"):
        if nama in sisi:
            tebal, warna = sisi[nama]
            garis = OxmlElement(f"w:{nama}")
            for kunci, nilai in (("val", "single"), ("sz", str(tebal)), ("space", "0"), ("color", warna)):
                garis.set(qn(f"w:{kunci}"), nilai)
            hasil.append(garis)
    return hasil


def tulis_medan(alinea: Paragraph, kode: str, tampil: str, *, kotor: bool = False) -> None:
    """Medan Word *kode* yang sudah menampilkan *tampil*; *kotor*: Word memperbaruinya saat dibuka."""
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


def alinea_word(dokumen: Document, gaya: str = "Normal", wadah: Any = None) -> Paragraph:
    """Alinea baru di *wadah*, atau di badan dokumen; gaya yang tidak ada di berkas berkop diganti."""
    ada = {satu.name for satu in dokumen.styles}
    alinea: Paragraph = (wadah or dokumen).add_paragraph(style=gaya if gaya in ada else None)
    return alinea


def isi_alinea(
    alinea: Paragraph,
    isi: Sequence[RuasNaskah],
    *,
    ukuran: float | None = None,
    tebal: bool = False,
    warna: str | None = None,
) -> None:
    """Tulis ruas-ruas *isi* di akhir *alinea*."""
    from docx.shared import Pt, RGBColor

    for satu in isi:
        ruas = alinea.add_run(aman(satu.teks))
        ruas.bold = True if satu.tebal or tebal else None
        ruas.italic = True if satu.miring else None
        if ukuran is not None:
            ruas.font.size = Pt(ukuran)
        if warna is not None:
            ruas.font.color.rgb = RGBColor.from_string(warna)


def bita_tetap(dokumen: Document, judul: str) -> bytes:
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
