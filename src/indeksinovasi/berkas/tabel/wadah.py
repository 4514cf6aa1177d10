"""Wadah xlsx diperiksa sebelum dibaca: ukurannya sesudah mekar, luas lembarnya, rumus, dan sel gabungan.

Pembaca xlsx memuat seluruh lembar sebagai persegi; sel di pojok terjauh atau arsip yang mekar ribuan kali
menghabiskan memori sebelum sempat ditolak. Karena itu arsipnya ditiup di sini sepotong demi sepotong.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import NamedTuple

BATAS_MEKAR = 300 * 1024 * 1024
BATAS_ANGGOTA = 2_000
BATAS_KOLOM = 1_000
BATAS_SEL = 8_000_000
BATAS_TERUJUK = 400 * 1024 * 1024
RUMUS_DISEBUT = 100
_POTONG = 1 << 20
_EKOR = 4096
_EKOR_TEKS = 16
_BERKAS_TEKS = "xl/sharedStrings.xml"
_AKHIR_TEKS = re.compile(rb"</(?:\w+:)?si>")
_SEL = re.compile(
    rb'<(?:\w+:)?c\b[^>]*?\br="([A-Z]{1,3})(\d{1,7})"[^>]*>(?:(<(?:\w+:)?f[\s/>])|<(?:\w+:)?v>(\d{1,9})</)?',
)
_LEMBAR = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)


class WadahDitolak(Exception):
    """Arsip tidak aman atau bukan xlsx; pesannya menyebut sebab."""


class SelRumus(NamedTuple):
    """Satu sel berumus: baris dan kolomnya, mulai dari 1."""

    bagian: str
    baris: int
    kolom: int


def periksa_wadah(bita: bytes) -> tuple[SelRumus, ...]:
    """Rumus di semua lembar; ``WadahDitolak`` bila arsipnya rusak, mekar, atau lembarnya terlalu luas."""
    try:
        with zipfile.ZipFile(io.BytesIO(bita)) as arsip:
            anggota = arsip.infolist()
    except (zipfile.BadZipFile, struct.error, ValueError, NotImplementedError, OSError):
        raise WadahDitolak("bukan berkas xlsx yang utuh") from None
    if len(anggota) > BATAS_ANGGOTA:
        raise WadahDitolak(f"arsip memuat {len(anggota)} bagian")
    if not any(satu.filename == "xl/workbook.xml" for satu in anggota):
        raise WadahDitolak("bukan berkas xlsx: xl/workbook.xml tidak ada")
    sisa = BATAS_MEKAR
    rumus: list[SelRumus] = []
    teks = _TeksBersama()
    for satu in sorted(anggota, key=lambda s: s.filename != _BERKAS_TEKS):
        pengukur = _Pengukur(satu.filename, rumus, teks) if _LEMBAR.fullmatch(satu.filename) else None
        for potong in _tiup(bita, satu):
            sisa -= len(potong)
            if sisa < 0:
                raise WadahDitolak(f"isinya mekar melebihi {BATAS_MEKAR >> 20} MB")
            if pengukur:
                pengukur.lihat(potong)
            elif satu.filename == _BERKAS_TEKS:
                teks.lihat(potong)
    return tuple(rumus)


class _TeksBersama:
    """Panjang tiap teks bersama: satu teks panjang yang dirujuk sejuta sel memenuhi memori pembacanya."""

    def __init__(self) -> None:
        self._panjang: list[int] = []
        self._lewat = self._awal = 0
        self._ekor = b""
        self._terujuk = 0

    def lihat(self, potong: bytes) -> None:
        teks = self._ekor + potong
        dasar = self._lewat - len(self._ekor)
        akhir = 0
        for satu in _AKHIR_TEKS.finditer(teks):
            akhir = satu.end()
            self._panjang.append(dasar + akhir - self._awal)
            self._awal = dasar + akhir
        self._lewat += len(potong)
        self._ekor = teks[max(akhir, len(teks) - _EKOR_TEKS) :]

    def rujuk(self, nomor: int) -> None:
        """Catat satu sel yang merujuk teks ke-*nomor*."""
        if nomor < len(self._panjang):
            self._terujuk += self._panjang[nomor]
            if self._terujuk > BATAS_TERUJUK:
                raise WadahDitolak(f"teks selnya melebihi {BATAS_TERUJUK >> 20} MB")


def _tiup(bita: bytes, anggota: zipfile.ZipInfo) -> Iterator[bytes]:
    """Isi satu anggota sepotong demi sepotong, menurut datanya sendiri, bukan ukuran yang diakuinya."""
    if anggota.flag_bits & 1:
        raise WadahDitolak("berkas bersandi")
    awal = anggota.header_offset
    if bita[awal : awal + 4] != b"PK\x03\x04":
        raise WadahDitolak("bukan berkas xlsx yang utuh")
    nama, tambahan = struct.unpack("<HH", bita[awal + 26 : awal + 30])
    mulai = awal + 30 + nama + tambahan
    isi = memoryview(bita)[mulai : mulai + anggota.compress_size]
    if anggota.compress_type == zipfile.ZIP_STORED:
        for titik in range(0, len(isi), _POTONG):
            yield bytes(isi[titik : titik + _POTONG])
        return
    if anggota.compress_type != zipfile.ZIP_DEFLATED:
        raise WadahDitolak("cara pemampatannya tidak dikenal")
    peniup = zlib.decompressobj(-15)
    masukan: bytes | memoryview = isi
    try:
        while masukan and not peniup.eof:
            yield peniup.decompress(masukan, _POTONG)
            masukan = peniup.unconsumed_tail
        yield peniup.flush()
    except zlib.error:
        raise WadahDitolak("bukan berkas xlsx yang utuh") from None


class _Pengukur:
    """Luas satu lembar dan rumusnya, dari XML yang datang sepotong demi sepotong."""

    def __init__(self, bagian: str, rumus: list[SelRumus], teks: _TeksBersama) -> None:
        self._bagian = bagian
        self._rumus = rumus
        self._teks = teks
        self._ekor = b""
        self._baris = self._kolom = 0

    def lihat(self, potong: bytes) -> None:
        teks = self._ekor + potong
        lewat = 0
        for sel in _SEL.finditer(teks):
            huruf, nomor, rumus, rujukan = sel.groups()
            lewat = sel.end()
            if rujukan and b't="s"' in sel.group():
                self._teks.rujuk(int(rujukan))
            if len(huruf) > 1 or rumus:
                self._kolom = max(self._kolom, nomor_kolom(huruf))
            self._baris = int(nomor)
            if rumus and len(self._rumus) < RUMUS_DISEBUT:
                self._rumus.append(SelRumus(self._bagian, int(nomor), nomor_kolom(huruf)))
            if self._baris * self._kolom > BATAS_SEL or self._kolom > BATAS_KOLOM:
                raise WadahDitolak("lembarnya terlalu luas; hapus isi di sel yang jauh dari tabel")
        self._ekor = teks[max(lewat, len(teks) - _EKOR) :]


def nomor_kolom(huruf: bytes) -> int:
    """Kolom ke berapa: A = 1, AA = 27."""
    nomor = 0
    for satu in huruf:
        nomor = nomor * 26 + satu - 64
    return nomor
