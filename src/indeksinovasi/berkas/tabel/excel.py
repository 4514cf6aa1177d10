"""xlsx lewat calamine, sesudah wadahnya diperiksa."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from indeksinovasi.berkas.tabel.hasil import TabelTerbaca, bersihkan, tak_terbaca, temuan_sel
from indeksinovasi.berkas.tabel.wadah import SelKhusus, WadahDitolak, periksa_wadah
from indeksinovasi.inti.ejaan import kutip
from indeksinovasi.inti.model.impor import IsiSel, Lembar
from indeksinovasi.inti.model.isian import LEMBAR_DATA
from indeksinovasi.inti.model.temuan import Temuan

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

_SIMPAN_ULANG = "Buka di Excel atau LibreOffice, simpan ulang sebagai .xlsx, lalu ulangi."
_LEMBAR_DAFTAR = "_daftar"


def baca_xlsx(bita: bytes, nama: str) -> TabelTerbaca:
    """Semua lembar yang tampak. Rumus, sel gabungan, dan lembar tersembunyi disebut."""
    try:
        wadah = periksa_wadah(bita)
    except WadahDitolak as galat:
        return tak_terbaca(nama, str(galat), _SIMPAN_ULANG)
    from python_calamine import CalamineError, CalamineWorkbook

    temuan: list[Temuan] = [_temuan_sel(nama, satu) for satu in wadah.khusus]
    lembar: list[Lembar] = []
    try:
        with io.BytesIO(bita) as aliran:
            buku = CalamineWorkbook.from_filelike(aliran)
            for satu in _tampak(buku, nama, temuan):
                baris, milik = bersihkan(nama, _baris(satu, wadah.persen.get(satu.name, frozenset())))
                temuan += milik
                temuan += _gabungan(satu, nama)
                lembar.append(Lembar(satu.name, baris))
    except (CalamineError, ValueError, OSError) as galat:
        return tak_terbaca(nama, f"xlsx tidak dapat dibaca: {galat}", _SIMPAN_ULANG)
    return TabelTerbaca(tuple(lembar), tuple(temuan))


def _temuan_sel(nama: str, sel: SelKhusus) -> Temuan:
    if not sel.rumus:
        pesan = "sel berisi galat Excel (seperti #N/A); dibaca kosong"
        return temuan_sel(nama, sel.baris, sel.kolom, "IMP805", pesan)
    dibaca = "hasilnya galat, jadi dibaca kosong" if sel.galat else "yang dibaca hanya nilai tersimpannya"
    return temuan_sel(nama, sel.baris, sel.kolom, "IMP804", f"sel berisi rumus; {dibaca}")


def _tampak(buku: CalamineWorkbook, nama: str, temuan: list[Temuan]) -> Iterator[CalamineSheet]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    for satu in buku.sheets_metadata:
        if satu.typ != SheetTypeEnum.WorkSheet:
            continue
        if satu.name == _LEMBAR_DAFTAR:
            continue
        if satu.visible != SheetVisibleEnum.Visible and satu.name != LEMBAR_DATA:
            pesan = f"lembar tersembunyi {kutip(satu.name)} tidak dibaca"
            temuan.append(temuan_sel(nama, 1, 1, "IMP807", pesan))
            continue
        yield buku.get_sheet_by_name(satu.name)


def _baris(
    lembar: CalamineSheet, persen: frozenset[tuple[int, int]]
) -> Iterator[tuple[int, Sequence[IsiSel]]]:
    awal = lembar.start
    if awal is None:
        return
    # iter_rows mulai dari sel pertama yang berisi; kolom di kirinya kosong.
    kiri: list[IsiSel] = [None] * awal[1]
    for nomor, baris in enumerate(lembar.to_python(skip_empty_area=True), awal[0] + 1):
        # Teks jauh yang terbanyak, jadi diperiksa di sini.
        sel = kiri + [satu or None if type(satu) is str else _sel(satu) for satu in baris]
        if persen:
            sel = [
                _dari_persen(satu) if (nomor, kolom) in persen else satu for kolom, satu in enumerate(sel, 1)
            ]
        yield nomor, sel


def _dari_persen(sel: IsiSel) -> IsiSel:
    """Bilangan yang terlihat orang: 0,9 berformat persen adalah 90."""
    if isinstance(sel, bool) or not isinstance(sel, int | float):
        return sel
    return float(Decimal(repr(sel)) * 100)


def _sel(nilai: Any) -> IsiSel:
    if isinstance(nilai, datetime):
        return nilai.date()
    if isinstance(nilai, date | bool | int | float):
        return nilai
    if isinstance(nilai, time | timedelta):
        return str(nilai)
    return None


def _gabungan(lembar: CalamineSheet, nama: str) -> Iterator[Temuan]:
    """Sel gabungan yang melewati beberapa baris: hanya sel kiri atasnya yang berisi."""
    for awal, akhir in (lembar.merged_cell_ranges or ())[:20]:
        if akhir[0] > awal[0]:
            pesan = (
                f"sel gabungan baris {awal[0] + 1}-{akhir[0] + 1}; isinya hanya terbaca pada baris pertama"
            )
            yield temuan_sel(nama, awal[0] + 1, awal[1] + 1, "IMP806", pesan)
