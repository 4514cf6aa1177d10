"""Menulis buku kerja xlsx dengan bita yang sama untuk isi yang sama, siap diisi dan dicetak."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from fractions import Fraction
from math import ceil
from typing import Any, NamedTuple

from indeksinovasi.inti.model.tabel import DaftarPilihan, LembarTulis, PesanSel, SelTulis
from indeksinovasi.inti.sel import SEL_TERPANJANG

TERLALU_PANJANG = "[terlalu panjang untuk Excel; tidak diubah]"
"""Isi sel bagi teks yang melebihi batas Excel; ``impor`` membacanya sebagai tidak diubah."""
_WAKTU_TETAP = datetime(2000, 1, 1)
_DAFTAR_SEBARIS = 250
_TOLAK = "Pilih salah satu dari daftar."
_PESAN_TERPANJANG = 255
_TINGGI_BARIS = 15.0
_BARIS_TERBANYAK = 10
"""Sel yang lebih panjang dipotong pandangannya; isinya tetap utuh."""
_A4 = 9
_JUDUL = {"bold": True, "text_wrap": True, "valign": "vcenter", "bg_color": "#DCE6F1", "border": 1}
_SEL = {"text_wrap": True, "valign": "top", "border": 1}
_GARIS, _GARIS_KELOMPOK = "#D0D7E0", "#5B6B7F"
_REDUP = {"font_color": "#4A5563", "bg_color": "#F3F5F8"}


def tulis_buku(semua: Sequence[LembarTulis]) -> bytes:
    """Isi xlsx."""
    import xlsxwriter

    aliran = io.BytesIO()
    pilihan = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(aliran, pilihan) as buku:
        buku.set_properties({"created": _WAKTU_TETAP, "title": semua[0].nama})
        gaya = _Gaya(buku)
        daftar = _Daftar()
        for satu in semua:
            _lembar(buku.add_worksheet(satu.nama), satu, gaya, daftar)
        daftar.tulis(buku)
    return _tinggi_bebas(aliran.getvalue())


def _tinggi_bebas(bita: bytes) -> bytes:
    """*bita* yang tinggi barisnya hanya perkiraan: lembar sebar menyesuaikannya lagi saat selnya disunting.

    XlsxWriter menandai setiap tinggi sebagai ketetapan; tanpa tinggi, LibreOffice menumpuk teksnya.
    """
    hasil = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(bita)) as asal,
        zipfile.ZipFile(hasil, "w", zipfile.ZIP_DEFLATED) as tujuan,
    ):
        for satu in asal.infolist():
            isi = asal.read(satu)
            if satu.filename.startswith("xl/worksheets/"):
                isi = isi.replace(b' customHeight="1"', b"")
            tujuan.writestr(satu, isi)
    return hasil.getvalue()


class _Sifat(NamedTuple):
    """Sifat sebuah sel; *awal*: baris pertama kelompoknya."""

    redup: bool
    teks: bool
    tanggal: bool
    awal: bool


def _sifat(lembar: LembarTulis, kolom: int, nilai: SelTulis, *, awal: bool) -> _Sifat:
    bertanggal = kolom in lembar.tanggal or isinstance(nilai, date)
    return _Sifat(kolom in lembar.redup, kolom in lembar.teks, bertanggal, awal)


class _Gaya:
    """Gaya sel menurut sifatnya; gaya yang sama dibuat sekali."""

    def __init__(self, buku: Any) -> None:
        self._buku = buku
        self._jadi: dict[_Sifat, Any] = {}
        self.judul = buku.add_format(_JUDUL | {"border_color": "#9AA8B8"})

    def sel(self, sifat: _Sifat) -> Any:
        """Gaya bagi sel bersifat *sifat*."""
        if sifat not in self._jadi:
            isi: dict[str, Any] = _SEL | {"border_color": _GARIS} | (_REDUP if sifat.redup else {})
            if sifat.awal:
                isi["top_color"] = _GARIS_KELOMPOK
            if sifat.tanggal:
                isi |= {"num_format": "dd-mm-yyyy", "align": "left"}
            elif sifat.teks:
                isi["num_format"] = "@"
            self._jadi[sifat] = self._buku.add_format(isi)
        return self._jadi[sifat]


class _Daftar:
    """Daftar pilihan yang terlalu panjang untuk ditulis di selnya: satu kolom di lembar tersembunyi."""

    def __init__(self) -> None:
        self._kolom: dict[tuple[str | int, ...], int] = {}

    def sumber(self, isi: tuple[str | int, ...]) -> Any:
        if len(",".join(map(str, isi))) <= _DAFTAR_SEBARIS:
            return list(isi)
        kolom = self._kolom.setdefault(isi, len(self._kolom))
        from xlsxwriter.utility import xl_col_to_name

        nama = xl_col_to_name(kolom, True)
        return f"=_daftar!{nama}$1:{nama}${len(isi)}"

    def tulis(self, buku: Any) -> None:
        if not self._kolom:
            return
        lembar = buku.add_worksheet("_daftar")
        lembar.very_hidden()
        for isi, kolom in self._kolom.items():
            for nomor, satu in enumerate(isi):
                if isinstance(satu, str):
                    lembar.write_string(nomor, kolom, _terbaca(satu))
                else:
                    lembar.write_number(nomor, kolom, satu)


def _lembar(tujuan: Any, satu: LembarTulis, gaya: _Gaya, daftar: _Daftar) -> None:
    for kolom, lebar in enumerate(satu.lebar):
        tujuan.set_column(kolom, kolom, lebar)
    for kolom, judul in enumerate(satu.judul):
        tujuan.write_string(0, kolom, judul, gaya.judul)
    tujuan.set_row(0, _tinggi(satu.judul, satu.lebar))
    sebelum: Any = None
    for nomor, baris in enumerate(satu.baris, 1):
        kini = None if satu.kelompok is None else baris[satu.kelompok]
        awal, sebelum = nomor > 1 and kini != sebelum, kini
        for kolom, nilai in enumerate(baris):
            _sel(tujuan, nomor, kolom, nilai, gaya.sel(_sifat(satu, kolom, nilai, awal=awal)))
        if (tinggi := _tinggi(baris, satu.lebar)) > _TINGGI_BARIS:
            tujuan.set_row(nomor, tinggi)
    for pilihan in satu.pilihan:
        _pilihan(tujuan, pilihan, daftar)
    for pesan in satu.pesan:
        _pesan(tujuan, pesan)
    if satu.tersembunyi:
        tujuan.very_hidden()
    else:
        _tata_letak(tujuan, satu)


def _tata_letak(tujuan: Any, satu: LembarTulis) -> None:
    """Judul yang tetap terlihat, penyaring, dan halaman cetaknya."""
    tujuan.freeze_panes(1, satu.beku)
    if satu.saring and satu.baris:
        tujuan.autofilter(0, 0, len(satu.baris), len(satu.judul) - 1)
    tujuan.set_landscape()
    tujuan.set_paper(_A4)
    tujuan.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    tujuan.fit_to_pages(satu.halaman, 0)
    tujuan.repeat_rows(0)
    if satu.halaman > 1 and satu.beku:
        tujuan.repeat_columns(0, satu.beku - 1)
    tujuan.set_footer("&L&A&R&P dari &N")


def _tinggi(baris: Sequence[SelTulis], lebar: Sequence[int]) -> float:
    """Perkiraan tinggi baris supaya teks yang dilipat terlihat, sampai batasnya."""
    banyak = 1
    for kolom, nilai in enumerate(baris):
        if isinstance(nilai, str) and kolom < len(lebar):
            banyak = max(banyak, sum(ceil(len(satu) / lebar[kolom]) or 1 for satu in nilai.split("\n")))
    return _TINGGI_BARIS * min(banyak, _BARIS_TERBANYAK)


def _pilihan(tujuan: Any, pilihan: DaftarPilihan, daftar: _Daftar) -> None:
    isi = tuple(_terbaca(satu) if isinstance(satu, str) else satu for satu in pilihan.isi)
    aturan = {
        "validate": "list",
        "source": daftar.sumber(isi),
        "error_title": "Bukan pilihan",
        "error_message": _TOLAK,
    }
    if pilihan.pesan:
        aturan["input_message"] = _pendek(pilihan.pesan)
    tujuan.data_validation(pilihan.awal, pilihan.kolom, pilihan.akhir, pilihan.kolom, aturan)


def _pesan(tujuan: Any, satu: PesanSel) -> None:
    pertama, *lain = satu.baris
    aturan: dict[str, Any] = {"validate": "any", "input_message": _pendek(satu.pesan)}
    if lain:
        aturan["other_cells"] = [[nomor, satu.kolom, nomor, satu.kolom] for nomor in lain]
    tujuan.data_validation(pertama, satu.kolom, pertama, satu.kolom, aturan)


def _pendek(pesan: str) -> str:
    return pesan if len(pesan) <= _PESAN_TERPANJANG else f"{pesan[: _PESAN_TERPANJANG - 1]}…"


def _sel(tujuan: Any, baris: int, kolom: int, nilai: SelTulis, gaya: Any) -> None:
    if nilai is None or nilai == "":
        tujuan.write_blank(baris, kolom, None, gaya)
    elif isinstance(nilai, date):
        tujuan.write_datetime(baris, kolom, nilai, gaya)
    elif isinstance(nilai, str):
        utuh = _terbaca(nilai)
        tujuan.write_string(baris, kolom, utuh if len(utuh) <= SEL_TERPANJANG else TERLALU_PANJANG, gaya)
    else:
        tujuan.write_number(baris, kolom, float(nilai) if isinstance(nilai, Fraction) else nilai, gaya)


def _terbaca(teks: str) -> str:
    """*teks* dalam UTF-8; bita nama berkas yang bukan UTF-8 terlihat sebagai ``?``."""
    return teks.encode("utf-8", "replace").decode("utf-8")
