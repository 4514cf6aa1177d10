"""Menulis buku kerja xlsx dengan bita yang sama untuk isi yang sama."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date, datetime
from fractions import Fraction
from typing import Any

from indeksinovasi.inti.model.tabel import DaftarPilihan, LembarTulis, SelTulis
from indeksinovasi.inti.sel import SEL_TERPANJANG

TERLALU_PANJANG = "[terlalu panjang untuk Excel; tidak diubah]"
"""Isi sel bagi teks yang melebihi batas Excel; ``impor`` membacanya sebagai tidak diubah."""
_WAKTU_TETAP = datetime(2000, 1, 1)
_DAFTAR_SEBARIS = 250
_TOLAK = "Pilih salah satu dari daftar."


def tulis_buku(semua: Sequence[LembarTulis]) -> bytes:
    """Isi xlsx."""
    import xlsxwriter

    aliran = io.BytesIO()
    pilihan = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(aliran, pilihan) as buku:
        buku.set_properties({"created": _WAKTU_TETAP, "title": semua[0].nama})
        gaya = {
            "judul": buku.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1}),
            "biasa": buku.add_format({"text_wrap": True, "valign": "top"}),
            "redup": buku.add_format({"text_wrap": True, "valign": "top", "font_color": "#4A5563"}),
            "tanggal": buku.add_format({"num_format": "dd-mm-yyyy", "valign": "top", "align": "left"}),
        }
        daftar = _Daftar()
        for satu in semua:
            _lembar(buku.add_worksheet(satu.nama), satu, gaya, daftar)
        daftar.tulis(buku)
    return aliran.getvalue()


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
                _sel(lembar, nomor, kolom, satu, {"biasa": None, "tanggal": None}, "biasa")


def _lembar(tujuan: Any, satu: LembarTulis, gaya: dict[str, Any], daftar: _Daftar) -> None:
    for kolom, lebar in enumerate(satu.lebar):
        tujuan.set_column(kolom, kolom, lebar)
    for kolom, judul in enumerate(satu.judul):
        tujuan.write_string(0, kolom, judul, gaya["judul"])
    for nomor, baris in enumerate(satu.baris, 1):
        for kolom, nilai in enumerate(baris):
            _sel(tujuan, nomor, kolom, nilai, gaya, "redup" if kolom in satu.redup else "biasa")
    for pilihan in satu.pilihan:
        _pilihan(tujuan, pilihan, daftar)
    tujuan.freeze_panes(1, 0)
    if satu.tersembunyi:
        tujuan.very_hidden()


def _pilihan(tujuan: Any, pilihan: DaftarPilihan, daftar: _Daftar) -> None:
    tujuan.data_validation(
        pilihan.awal,
        pilihan.kolom,
        pilihan.akhir,
        pilihan.kolom,
        {
            "validate": "list",
            "source": daftar.sumber(
                tuple(_terbaca(satu) if isinstance(satu, str) else satu for satu in pilihan.isi)
            ),
            "error_title": "Bukan pilihan",
            "error_message": _TOLAK,
        },
    )


def _sel(tujuan: Any, baris: int, kolom: int, nilai: SelTulis, gaya: dict[str, Any], nama: str) -> None:
    if nilai is None or nilai == "":
        if gaya[nama] is not None and nama == "biasa":
            tujuan.write_blank(baris, kolom, None, gaya[nama])
    elif isinstance(nilai, date):
        tujuan.write_datetime(baris, kolom, nilai, gaya["tanggal"])
    elif isinstance(nilai, str):
        utuh = _terbaca(nilai)
        isi = utuh if len(utuh) <= SEL_TERPANJANG else TERLALU_PANJANG
        tujuan.write_string(baris, kolom, isi, gaya[nama])
    else:
        tujuan.write_number(baris, kolom, float(nilai) if isinstance(nilai, Fraction) else nilai, gaya[nama])


def _terbaca(teks: str) -> str:
    """*teks* dalam UTF-8; bita nama berkas yang bukan UTF-8 terlihat sebagai ``?``."""
    return teks.encode("utf-8", "replace").decode("utf-8")
