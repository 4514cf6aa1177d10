"""CSV dari mana pun: sandi aksara dan pemisah dikenali dari isinya."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from indeksinovasi.berkas.tabel.hasil import TabelTerbaca, bersihkan, tak_terbaca, temuan_sel
from indeksinovasi.inti.model.impor import IsiSel, Lembar
from indeksinovasi.inti.model.temuan import Temuan
from indeksinovasi.inti.sel import lepaskan

PEMISAH = (",", ";", "\t")
_CONTOH_BARIS = 30
_SEL_TERPANJANG = 1_000_000
_BOM = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def baca_csv(bita: bytes, nama: str) -> TabelTerbaca:
    """Satu lembar dari isi CSV. Nomor baris adalah nomor rekaman, judulnya ikut terhitung."""
    teks = _sandi(bita)
    pemisah, teks = _pemisah(teks)
    temuan: list[Temuan] = []
    try:
        baris, milik = bersihkan(nama, _rekaman(teks, pemisah, nama, temuan))
    except csv.Error as galat:
        return tak_terbaca(nama, f"susunan CSV rusak: {galat}")
    return TabelTerbaca((Lembar("", baris),), (*temuan, *milik))


def _sandi(bita: bytes) -> str:
    for tanda, sandi in _BOM:
        if bita.startswith(tanda):
            return bita.decode(sandi, "replace")
    awal = bita[:4096]
    if awal.count(0) > len(awal) // 4:
        # UTF-16 tanpa tanda: bita nol berselang-seling, di tempat genap pada urutan besar.
        genap = awal[::2].count(0) > awal[1::2].count(0)
        return bita.decode("utf-16-be" if genap else "utf-16-le", "replace")
    try:
        return bita.decode("utf-8")
    except UnicodeDecodeError:
        return bita.decode("cp1252", "replace")


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


def _rekaman(
    teks: str, pemisah: str, nama: str, temuan: list[Temuan]
) -> Iterator[tuple[int, Sequence[IsiSel]]]:
    csv.field_size_limit(_SEL_TERPANJANG)
    nomor = 0
    for baris in csv.reader(io.StringIO(teks, newline=""), delimiter=pemisah):
        if not baris:
            continue
        nomor += 1
        yield nomor, [_sel(satu, nama, nomor, kolom, temuan) for kolom, satu in enumerate(baris, 1)]


def _sel(teks: str, nama: str, baris: int, kolom: int, temuan: list[Temuan]) -> str:
    """Isi satu sel; apostrof yang melindungi tanda rumus dibuang, dan rumus disebut."""
    if (isi := lepaskan(teks)) != teks:
        return isi
    if teks[:1] == "=":
        temuan.append(temuan_sel(nama, baris, kolom, "IMP804", "sel berisi rumus; dibaca sebagai teks"))
    return teks
