"""Wadah xlsx diperiksa sebelum dibaca: ukurannya sesudah mekar, luas lembarnya, rumus, dan yang tersembunyi.

Pembaca xlsx memuat seluruh lembar sebagai persegi; sel di pojok terjauh atau arsip yang mekar ribuan kali
menghabiskan memori sebelum sempat ditolak. Karena itu arsipnya ditiup di sini sepotong demi sepotong.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

from indeksinovasi.berkas.tabel.gaya_sel import bagian_lembar, gaya_persen

BATAS_MEKAR = 300 * 1024 * 1024
BATAS_ANGGOTA = 2_000
BATAS_KOLOM = 1_000
BATAS_SEL = 8_000_000
BATAS_TERUJUK = 400 * 1024 * 1024
SEL_DISEBUT = 100
_POTONG = 1 << 20
_EKOR_TEKS = 16
_TEPI = 64
_BERKAS_TEKS = "xl/sharedStrings.xml"
_BERKAS_GAYA, _BERKAS_BUKU, _BERKAS_RUJUKAN = "xl/styles.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_KETERANGAN = (_BERKAS_GAYA, _BERKAS_BUKU, _BERKAS_RUJUKAN)
BATAS_KETERANGAN = 16 * 1024 * 1024
_AKHIR_TEKS = re.compile(rb"</(?:\w+:)?si>")
_SEL = re.compile(rb'<(?:\w+:)?c\b[^>]*?\br="([A-Z]{1,3})(\d{1,7})"[^>]*>(<(?:\w+:)?f[\s/>])?')
# Pola yang diawali tulisan tetap dicari jauh lebih cepat; spasi lain di depan r diganti lebih dulu.
_TERUJUK = re.compile(rb't="s"[^>]*><(?:\w+:)?v>(\d{1,9})</')
_NOMOR_BARIS = re.compile(rb' r="[A-Z]{1,3}(\d{1,7})"')
_HURUF_JAUH = re.compile(rb' r="([A-Z]{2,3})\d')
_SPASI_LAIN = re.compile(rb'[\t\r\n]r="')
_TERLALU_LUAS = "lembarnya terlalu luas; hapus isi di sel yang jauh dari tabel"
_ISTIMEWA = (b"<f", b":f", b't="e"')
_TERSEMBUNYI = (b'hidden="1"', b'hidden="true"')
_BARIS_ATAU_KOLOM = re.compile(rb"<(?:\w+:)?(row|col)\s([^>]*)>")
_ATRIBUT = re.compile(rb'(\w+)="([^"]{0,9})"')
_GAYA_SEL = re.compile(rb'\bs="\d{1,5}"')
_JENIS_SEL = re.compile(rb'\bt="(?:n|)"')
_LEMBAR = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)


class WadahDitolak(Exception):
    """Arsip tidak aman atau bukan xlsx; pesannya menyebut sebab."""


class SelKhusus(NamedTuple):
    """Satu sel yang perlu disebut: baris dan kolomnya mulai dari 1; *galat*: nilai tersimpannya galat."""

    baris: int
    kolom: int
    rumus: bool
    galat: bool


@dataclass
class TandaLembar:
    """Yang tidak terlihat dari nilai sel satu lembar: sel berumus atau galat, letak sel persen, dan nomor
    baris dan kolom yang tersembunyi.
    """

    khusus: list[SelKhusus] = field(default_factory=list)
    persen: set[tuple[int, int]] = field(default_factory=set)
    baris: set[int] = field(default_factory=set)
    kolom: set[int] = field(default_factory=set)


def periksa_wadah(bita: bytes) -> Mapping[str, TandaLembar]:
    """Tanda tiap lembar menurut namanya; ``WadahDitolak`` bila arsipnya rusak, mekar, atau terlalu luas."""
    try:
        with zipfile.ZipFile(io.BytesIO(bita)) as arsip:
            anggota = arsip.infolist()
    except (zipfile.BadZipFile, struct.error, ValueError, NotImplementedError, OSError):
        raise WadahDitolak("bukan berkas xlsx yang utuh") from None
    if len(anggota) > BATAS_ANGGOTA:
        raise WadahDitolak(f"arsip memuat {len(anggota)} bagian")
    if not any(satu.filename == _BERKAS_BUKU for satu in anggota):
        raise WadahDitolak("bukan berkas xlsx: xl/workbook.xml tidak ada")
    pemeriksa = _Pemeriksa()
    for satu in sorted(anggota, key=lambda s: s.filename not in (_BERKAS_TEKS, *_KETERANGAN)):
        pemeriksa.anggota(satu.filename, partial(_tiup, bita, satu))
    return pemeriksa.hasil()


class _Pemeriksa:
    """Isi arsip yang sudah dilihat: ukurannya, keterangannya, dan sel khusus tiap lembar."""

    def __init__(self) -> None:
        self._sisa = BATAS_MEKAR
        self._teks = _TeksBersama()
        self._keterangan: dict[str, bytes] = {}
        self._lembar: dict[str, TandaLembar] = {}

    def anggota(self, nama: str, tiup: Callable[[], Iterator[bytes]]) -> None:
        """Lihat satu anggota arsip; keterangan dan teks bersama harus mendahului lembarnya."""
        if not _LEMBAR.fullmatch(nama):
            self._lewati(tiup, self._pelihat(nama))
            return
        tanda = self._lembar.setdefault(nama, TandaLembar())
        pengukur = _Pengukur(tanda, gaya_persen(self._tulisan(_BERKAS_GAYA)), self._teks)
        self._lewati(tiup, pengukur.lihat)
        if pengukur.kolom:
            # Lembar yang lebar jarang, jadi barisnya baru dihitung di sini.
            self._lewati(tiup, pengukur.hitung_baris)

    def _lewati(self, tiup: Callable[[], Iterator[bytes]], lihat: Callable[[bytes], None]) -> None:
        for potong in tiup():
            self._sisa -= len(potong)
            if self._sisa < 0:
                raise WadahDitolak(f"isinya mekar melebihi {BATAS_MEKAR >> 20} MB")
            lihat(potong)
        lihat(b" " * _TEPI)

    def _pelihat(self, nama: str) -> Callable[[bytes], None]:
        if nama == _BERKAS_TEKS:
            return self._teks.lihat
        return partial(self._catat, nama) if nama in _KETERANGAN else lambda _: None

    def _catat(self, nama: str, potong: bytes) -> None:
        self._keterangan[nama] = self._keterangan.get(nama, b"") + potong
        if len(self._keterangan[nama]) > BATAS_KETERANGAN:
            raise WadahDitolak(f"{nama} melebihi {BATAS_KETERANGAN >> 20} MB")

    def _tulisan(self, nama: str) -> str:
        return self._keterangan.get(nama, b"").decode("utf-8", "replace")

    def hasil(self) -> Mapping[str, TandaLembar]:
        """Yang ditemukan di seluruh arsip, menurut nama lembarnya."""
        nama = bagian_lembar(self._tulisan(_BERKAS_BUKU), self._tulisan(_BERKAS_RUJUKAN))
        return {nama.get(bagian, ""): tanda for bagian, tanda in self._lembar.items()}


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

    def rujuk(self, semua: Iterable[int]) -> None:
        """Catat sel-sel yang merujuk teks ke-*semua*."""
        banyak = len(self._panjang)
        self._terujuk += sum(self._panjang[satu] for satu in semua if satu < banyak)
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


def _berspasi_biasa(bagian: bytes) -> bytes:
    """*bagian* dengan spasi biasa di depan tiap ``r=``; lembar lazimnya ditulis tanpa ganti baris."""
    lain = any(satu in bagian for satu in (b"\t", b"\n", b"\r"))
    return _SPASI_LAIN.sub(b' r="', bagian) if lain else bagian


class _Pengukur:
    """Luas satu lembar dan sel khususnya, dari XML yang datang sepotong demi sepotong."""

    def __init__(self, tanda: TandaLembar, gaya: frozenset[int], teks: _TeksBersama) -> None:
        self._tanda = tanda
        self._gaya = frozenset(b's="%d"' % satu for satu in gaya)
        self._teks = teks
        self._ekor = b""
        self._tepi = b""
        self.kolom = 0
        """Kolom terjauh; 0 bila tidak melewati Z: sebanyak apa pun barisnya masih wajar."""

    def lihat(self, potong: bytes) -> None:
        """Lihat potongan berikutnya; sel terakhirnya menunggu, karena lanjutannya mungkin belum datang."""
        teks = self._ekor + potong
        letak = teks.rfind(b'r="', 0, max(0, len(teks) - _TEPI))
        belah = teks.rfind(b"<", 0, letak) if letak > 0 else 0
        bagian, self._ekor = teks[: max(0, belah)], teks[max(0, belah, len(teks) - _POTONG) :]
        bagian = _berspasi_biasa(bagian)
        self.kolom = max(self.kolom, *map(nomor_kolom, set(_HURUF_JAUH.findall(bagian))), 0)
        if self.kolom > BATAS_KOLOM:
            raise WadahDitolak(_TERLALU_LUAS)
        self._teks.rujuk(map(int, _TERUJUK.findall(bagian)))
        # Sel satu per satu hanya bila ada yang istimewa: lembar besar lazimnya tidak memuatnya.
        if any(satu in bagian for satu in (*_ISTIMEWA, *self._gaya)):
            self._teliti(bagian)
        if any(satu in bagian for satu in _TERSEMBUNYI):
            self._sembunyi(bagian)

    def hitung_baris(self, potong: bytes) -> None:
        """Lihat potongan berikutnya sekali lagi: persegi dari baris dan kolom terjauhnya harus wajar."""
        teks = self._tepi + potong
        self._tepi = teks[-_TEPI:]
        baris = max(map(int, _NOMOR_BARIS.findall(_berspasi_biasa(teks))), default=0)
        if baris * self.kolom > BATAS_SEL:
            raise WadahDitolak(_TERLALU_LUAS)

    def _teliti(self, bagian: bytes) -> None:
        for sel in _SEL.finditer(bagian):
            huruf, nomor, rumus = sel.groups()
            awal = sel.group()
            galat = b't="e"' in awal
            if rumus or galat:
                self._sebut(int(nomor), nomor_kolom(huruf), rumus=bool(rumus), galat=galat)
            if self._berpersen(awal):
                self._tanda.persen.add((int(nomor), nomor_kolom(huruf)))

    def _sembunyi(self, bagian: bytes) -> None:
        for tanda in _BARIS_ATAU_KOLOM.finditer(bagian):
            isi = dict(_ATRIBUT.findall(tanda[2]))
            if isi.get(b"hidden") not in (b"1", b"true"):
                continue
            if tanda[1] == b"row":
                self._tanda.baris.add(int(isi.get(b"r", b"0")))
            else:
                akhir = min(int(isi.get(b"max", b"0")), BATAS_KOLOM)
                self._tanda.kolom.update(range(int(isi.get(b"min", b"1")), akhir + 1))

    def _sebut(self, baris: int, kolom: int, *, rumus: bool, galat: bool) -> None:
        if len(self._tanda.khusus) < SEL_DISEBUT:
            self._tanda.khusus.append(SelKhusus(baris, kolom, rumus, galat))

    def _berpersen(self, awal: bytes) -> bool:
        gaya = _GAYA_SEL.search(awal)
        if gaya is None or gaya.group() not in self._gaya:
            return False
        return b' t="' not in awal or _JENIS_SEL.search(awal) is not None


def nomor_kolom(huruf: bytes) -> int:
    """Kolom ke berapa: A = 1, AA = 27."""
    nomor = 0
    for satu in huruf:
        nomor = nomor * 26 + satu - 64
    return nomor
