"""CSV dari mana pun: sandi aksara dan pemisah dikenali dari isinya, dan tanda petik yang keliru disebut."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from indeksinovasi.berkas.tabel.hasil import TabelTerbaca, bersihkan, tak_terbaca, temuan_sel
from indeksinovasi.inti.ejaan import kutip
from indeksinovasi.inti.model.impor import IsiSel, Lembar
from indeksinovasi.inti.model.temuan import Temuan
from indeksinovasi.inti.sel import lepaskan

PEMISAH = (",", ";", "\t", "|")
_CONTOH_BARIS = 30
_SEL_TERPANJANG = 1_000_000
_BOM = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_TUNGGAL = "cp1252"
_AKSARA_LUPUT = "\ufffd"
_ASING = re.compile(f"[{bytes.fromhex('838788898a8b8c8e989a9b9c9e9f').decode(_TUNGGAL)}]")
"""Aksara Windows-1252 yang tidak dipakai di sini; bita yang sama adalah é, ñ, atau ü pada sandi Macintosh."""


class _Rekaman(NamedTuple):
    """Semua rekaman yang tidak kosong; ``keliru`` nomor rekaman pertama yang tanda petiknya tidak lengkap."""

    isi: Sequence[Sequence[str]]
    keliru: int | None = None


def baca_csv(bita: bytes, nama: str) -> TabelTerbaca:
    """Satu lembar dari isi CSV. Nomor baris adalah nomor rekaman, judulnya ikut terhitung."""
    sandi = _sandi(bita)
    teks = bita.decode(sandi, "replace")
    temuan: list[Temuan] = []
    if luput := teks.count(_AKSARA_LUPUT) - bita.count(_AKSARA_LUPUT.encode()):
        letak = teks[: teks.index(_AKSARA_LUPUT)].count("\n") + 1
        pesan = f"{luput} karakter tidak terbaca menurut sandi aksaranya, mulai baris teks {letak}"
        temuan.append(temuan_sel(nama, letak, 1, "IMP805", pesan))
    if sandi == _TUNGGAL and (asing := _ASING.search(teks)):
        letak = teks[: asing.start()].count("\n") + 1
        pesan = f"aksara {kutip(asing.group())} tidak lazim; sandi aksaranya mungkin bukan Windows-1252"
        temuan.append(temuan_sel(nama, letak, 1, "IMP805", pesan))
    pemisah, teks = _pemisah(teks)
    try:
        rekaman = _uraikan(teks, pemisah)
        if rekaman.keliru is not None:
            pesan = "tanda petik tidak lengkap; baris sesudahnya mungkin terbaca sebagai satu sel"
            temuan.append(temuan_sel(nama, rekaman.keliru, 1, "IMP814", pesan))
        baris, milik = bersihkan(nama, _sel_rekaman(rekaman.isi, nama, temuan))
    except csv.Error as galat:
        return tak_terbaca(nama, f"susunan CSV rusak: {galat}")
    return TabelTerbaca((Lembar("", baris),), (*temuan, *milik))


def _sandi(bita: bytes) -> str:
    """Sandi aksara menurut tandanya, atau menurut isinya."""
    for tanda, sandi in _BOM:
        if bita.startswith(tanda):
            return sandi
    awal = bita[:4096]
    if awal.count(0) > len(awal) // 4:
        # UTF-16 tanpa tanda: bita nol berselang-seling, di tempat genap pada urutan besar.
        genap = awal[::2].count(0) > awal[1::2].count(0)
        return "utf-16-be" if genap else "utf-16-le"
    try:
        bita.decode("utf-8")
    except UnicodeDecodeError:
        return _sandi_rusak(bita)
    return "utf-8"


def _sandi_rusak(bita: bytes) -> str:
    """Windows-1252, kecuali bila isinya UTF-8 yang hanya rusak di beberapa tempat."""
    teks = bita.decode("utf-8", "replace")
    luput = teks.count(_AKSARA_LUPUT)
    utuh = sum(satu > "\x7f" for satu in teks) - luput
    return "utf-8" if utuh > luput else _TUNGGAL


def _pemisah(teks: str) -> tuple[str, str]:
    """Pemisah yang membuat baris-baris awal paling banyak dan paling seragam kolomnya."""
    pertama, _, sisa = teks.partition("\n")
    if pertama.strip().lower().startswith("sep=") and len(pertama.strip()) == 5:
        return pertama.strip()[4], sisa
    awal = teks[:200_000]
    return max(PEMISAH, key=lambda satu: _keseragaman(awal, satu)), teks


def _keseragaman(teks: str, pemisah: str) -> tuple[int, int]:
    lebar: list[int] = []
    try:
        for baris in csv.reader(io.StringIO(teks, newline=""), delimiter=pemisah):
            if len(lebar) == _CONTOH_BARIS:
                break
            lebar.append(len(baris))
    except csv.Error:
        return (0, 0)
    terlebar = max(lebar, default=0)
    return (lebar.count(terlebar) if terlebar > 1 else 0, terlebar)


def _uraikan(teks: str, pemisah: str) -> _Rekaman:
    """Rekaman *teks*; bila tanda petiknya tidak berpasangan, bacaan yang tidak menelan satu baris pun."""
    csv.field_size_limit(_SEL_TERPANJANG)
    isi: list[list[str]] = []
    try:
        for satu in csv.reader(io.StringIO(teks, newline=""), delimiter=pemisah, strict=True):
            if satu:
                isi.append(satu)
        return _Rekaman(isi)
    except csv.Error:
        keliru = len(isi) + 1
    polos = csv.reader(io.StringIO(teks, newline=""), delimiter=pemisah, quoting=csv.QUOTE_NONE)
    semua = list(filter(None, polos))
    if _selebar(semua) and not any(map(_berpetik, chain.from_iterable(semua))):
        return _Rekaman(semua)
    semua = list(filter(None, csv.reader(io.StringIO(teks, newline=""), delimiter=pemisah)))
    utuh = _selebar(semua) and not any("\n" in sel for sel in chain.from_iterable(semua))
    return _Rekaman(semua, None if utuh else keliru)


def _selebar(rekaman: Sequence[Sequence[str]]) -> bool:
    return len({len(satu) for satu in rekaman}) == 1


def _berpetik(sel: str) -> bool:
    """Sel yang seluruhnya diapit tanda petik: berkasnya memang memakai petik pembungkus."""
    rapi = sel.strip()
    return len(rapi) > 1 and rapi[0] == rapi[-1] == '"'


def _sel_rekaman(
    rekaman: Sequence[Sequence[str]], nama: str, temuan: list[Temuan]
) -> Iterator[tuple[int, Sequence[IsiSel]]]:
    for nomor, baris in enumerate(rekaman, 1):
        yield nomor, [_sel(satu, nama, nomor, kolom, temuan) for kolom, satu in enumerate(baris, 1)]


def _sel(teks: str, nama: str, baris: int, kolom: int, temuan: list[Temuan]) -> str:
    """Isi satu sel; apostrof yang melindungi tanda rumus dibuang, dan rumus disebut."""
    if (isi := lepaskan(teks)) != teks:
        return isi
    if teks[:1] == "=":
        temuan.append(temuan_sel(nama, baris, kolom, "IMP804", "sel berisi rumus; dibaca sebagai teks"))
    return teks
