"""Hasil membaca satu berkas tabel, dan temuan tentang selnya."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from indeksinovasi.inti.impor.isian_sel import sel_hampa
from indeksinovasi.inti.katalog import buat_temuan
from indeksinovasi.inti.model.impor import BarisLembar, IsiSel, Lembar
from indeksinovasi.inti.model.temuan import Masalah, Temuan
from indeksinovasi.inti.nama import tampak
from indeksinovasi.inti.sel import SEL_TERPANJANG

SEL_DILAPORKAN = 100
_PASTI_UTUH = 1000
GALAT_EXCEL = frozenset(
    ("#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!", "#GETTING_DATA")
)
"""Tulisan hasil rumus yang galat, sebagaimana tersimpan di CSV."""
_KENDALI = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]")


class TabelTerbaca(NamedTuple):
    """Lembar-lembar yang tampak menurut urutannya; kosong bila berkas tidak dapat dibaca."""

    lembar: tuple[Lembar, ...] = ()
    temuan: tuple[Temuan, ...] = ()


def temuan_sel(nama: str, baris: int, kolom: int, kode: str, pesan: str) -> Temuan:
    """Temuan tentang satu sel; baris dan kolom mulai dari 1."""
    return buat_temuan(nama, baris, kolom, Masalah(kode, (), pesan))


def tak_terbaca(nama: str, pesan: str, petunjuk: str = "") -> TabelTerbaca:
    """Berkas yang tidak dapat dibaca sama sekali."""
    return TabelTerbaca((), (buat_temuan(nama, 1, 1, Masalah("IMP801", (), pesan, petunjuk)),))


def bersihkan(
    nama: str, semua: Iterator[tuple[int, Sequence[IsiSel]]]
) -> tuple[tuple[BarisLembar, ...], list[Temuan]]:
    """Baris yang berisi, tanpa karakter kendali; sel yang diubah, galat, atau terlalu panjang disebut."""
    hasil: list[BarisLembar] = []
    temuan: list[Temuan] = []
    for nomor, sel in semua:
        rapi = sel if _pasti_utuh(sel) else _rapikan(nama, nomor, sel, temuan)
        if not all(map(sel_hampa, rapi)):
            hasil.append(BarisLembar(nomor, tuple(rapi)))
    return tuple(hasil), temuan[:SEL_DILAPORKAN]


def _pasti_utuh(sel: Sequence[IsiSel]) -> bool:
    """Semua teks sebaris seluruhnya tampak, pendek, dan tanpa tanda galat: baris yang terbanyak."""
    gabungan = "".join([satu for satu in sel if type(satu) is str])
    return len(gabungan) < _PASTI_UTUH and gabungan.isprintable() and "#" not in gabungan


def _rapikan(nama: str, nomor: int, sel: Sequence[IsiSel], temuan: list[Temuan]) -> Sequence[IsiSel]:
    rapi = list(sel)
    for kolom, satu in enumerate(sel):
        if not isinstance(satu, str):
            continue
        if satu.strip() in GALAT_EXCEL:
            rapi[kolom] = None
            pesan = f"sel berisi galat Excel {satu.strip()}; dibaca kosong"
            temuan.append(temuan_sel(nama, nomor, kolom + 1, "IMP805", pesan))
        elif cela := _cela(satu):
            rapi[kolom] = tampak(_KENDALI.sub("", satu))
            temuan.append(temuan_sel(nama, nomor, kolom + 1, "IMP805", cela))
    return rapi


def _cela(teks: str) -> str | None:
    """Yang keliru pada tulisan sebuah sel; ``None`` bila tidak ada."""
    cela = ["karakter kendali dibuang dari sel"] if _KENDALI.search(teks) else []
    if tampak(teks) != teks:
        cela.append("karakter tak terlihat dibuang dari sel")
    if len(teks) >= SEL_TERPANJANG:
        cela.append(f"teks {len(teks)} karakter, batas Excel {SEL_TERPANJANG}; akhirnya mungkin terpotong")
    return "; ".join(cela) or None
