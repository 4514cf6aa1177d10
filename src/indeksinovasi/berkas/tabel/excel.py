"""xlsx lewat calamine, sesudah wadahnya diperiksa."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence, Set
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from indeksinovasi.berkas.tabel.hasil import TabelTerbaca, bersihkan, tak_terbaca, temuan_sel
from indeksinovasi.berkas.tabel.wadah import TandaLembar, WadahDitolak, periksa_wadah
from indeksinovasi.inti.ejaan import kutip
from indeksinovasi.inti.impor.luput import huruf_kolom
from indeksinovasi.inti.model.impor import IsiSel, Lembar
from indeksinovasi.inti.model.isian import LEMBAR_DATA
from indeksinovasi.inti.model.temuan import Temuan

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

_SIMPAN_ULANG = "Buka di Excel atau LibreOffice, simpan ulang sebagai .xlsx, lalu ulangi."
_RENTANG_DISEBUT = 10
_LEMBAR_DAFTAR = "_daftar"


def baca_xlsx(bita: bytes, nama: str) -> TabelTerbaca:
    """Semua lembar yang tampak. Rumus, sel gabungan, dan yang tersembunyi disebut."""
    try:
        wadah = periksa_wadah(bita)
    except WadahDitolak as galat:
        return tak_terbaca(nama, str(galat), _SIMPAN_ULANG)
    from python_calamine import CalamineError, CalamineWorkbook

    temuan: list[Temuan] = []
    lembar: list[Lembar] = []
    try:
        with io.BytesIO(bita) as aliran:
            buku = CalamineWorkbook.from_filelike(aliran)
            for satu in _tampak(buku, nama, temuan):
                tanda = wadah.get(satu.name, TandaLembar())
                baris, milik = bersihkan(nama, _baris(satu, tanda.persen))
                dibaca = Lembar(satu.name, baris)
                temuan += milik
                temuan += _gabungan(satu, nama)
                temuan += _khusus(dibaca, tanda, nama, bernama=len(wadah) > 1)
                temuan += _tersembunyi(dibaca, tanda, nama)
                lembar.append(dibaca)
    except (CalamineError, ValueError, OSError) as galat:
        return tak_terbaca(nama, f"xlsx tidak dapat dibaca: {galat}", _SIMPAN_ULANG)
    return TabelTerbaca(tuple(lembar), tuple(temuan))


def _khusus(lembar: Lembar, tanda: TandaLembar, nama: str, *, bernama: bool) -> Iterator[Temuan]:
    """IMP804 dan IMP805 bagi sel berumus atau galat; *bernama*: lembarnya disebut."""
    isi = {satu.nomor: satu.sel for satu in lembar.baris} if tanda.khusus else {}
    tempat = f" di lembar {kutip(lembar.nama)}" if bernama else ""
    for sel in tanda.khusus:
        if not sel.rumus:
            pesan = f"sel{tempat} berisi galat Excel (seperti #N/A); dibaca kosong"
            yield temuan_sel(nama, sel.baris, sel.kolom, "IMP805", pesan)
            continue
        nilai = isi.get(sel.baris, ())[sel.kolom - 1 : sel.kolom]
        dibaca = "yang dibaca hanya nilai tersimpannya"
        if sel.galat:
            dibaca = "hasilnya galat, jadi dibaca kosong"
        elif not nilai or nilai[0] is None:
            dibaca = "tanpa nilai tersimpan, jadi dibaca kosong"
        yield temuan_sel(nama, sel.baris, sel.kolom, "IMP804", f"sel{tempat} berisi rumus; {dibaca}")


def _tersembunyi(lembar: Lembar, tanda: TandaLembar, nama: str) -> Iterator[Temuan]:
    """IMP816 bagi baris dan kolom berisi yang tersembunyi; isinya tetap dibaca, jadi disebut."""
    nomor = sorted(satu.nomor for satu in lembar.baris if satu.nomor in tanda.baris)
    if nomor:
        pesan = f"{len(nomor)} baris tersembunyi ikut dibaca: {_deret(nomor)}"
        yield temuan_sel(nama, nomor[0], 1, "IMP816", pesan)
    berisi = {
        kolom
        for kolom in tanda.kolom
        if any(satu.sel[kolom - 1 : kolom] not in ((), (None,)) for satu in lembar.baris)
    }
    if berisi:
        pesan = f"kolom tersembunyi ikut dibaca: {', '.join(map(huruf_kolom, sorted(berisi)))}"
        yield temuan_sel(nama, 1, min(berisi), "IMP816", pesan)


def _deret(nomor: Sequence[int]) -> str:
    """Nomor-nomor yang urut sebagai rentang: ``3, 5-9``; yang kesekian hanya dihitung."""
    rentang: list[list[int]] = []
    for satu in nomor:
        if rentang and satu == rentang[-1][-1] + 1:
            rentang[-1][1:] = [satu]
        else:
            rentang.append([satu])
    disebut = ", ".join("-".join(map(str, satu)) for satu in rentang[:_RENTANG_DISEBUT])
    sisa = len(rentang) - _RENTANG_DISEBUT
    return f"{disebut}, dan {sisa} kelompok lain" if sisa > 0 else disebut


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


def _baris(lembar: CalamineSheet, persen: Set[tuple[int, int]]) -> Iterator[tuple[int, Sequence[IsiSel]]]:
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
