"""Mengundi bukti yang gagal: bilangan bulat 32 bit dari ``random.Random(bibit)``, sama di setiap komputer.

Tiap undian memakai, berurutan: satu bilangan tiap baris; bila ada korelasi, satu bilangan tiap baris lagi
(apakah dan dengan siapa ia bersama), lalu satu tiap dokumen, OPD, dan indikator; bila ada peluang ditolak,
satu tiap inovasi. ``getrandbits(32 × k)`` menghasilkan k bilangan itu sekaligus, yang pertama di bita
terendah.

Beberapa ratus undian dihitung sekaligus: satu ruas 8 bit tiap undian dalam satu bilangan bulat besar, jadi
satu operasi bilangan bulat mengerjakan semuanya. Hasilnya eksak dan tidak memerlukan pustaka lain.
"""

from __future__ import annotations

import random
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import mul

from indeksinovasi.inti.rencana.risiko import (
    Jatuh,
    PermintaanRisiko,
    SoalRisiko,
    ambang_undian,
)

_BITA = 4
_SEKALI = 4_000_000
"""Bilangan yang dibangkitkan sekaligus, paling banyak."""
_RUAS_PENUH = 255
"""Jumlah terbesar dalam satu ruas 8 bit."""
_URUTAN = 400
"""Urutan acak OPD; galat bakunya ikut dilaporkan."""


def undi(soal: SoalRisiko, permintaan: PermintaanRisiko) -> Counter[Jatuh]:
    """Banyaknya tiap hasil dari ``permintaan.undian`` undian."""
    susunan = _Susunan(soal)
    hasil: Counter[Jatuh] = Counter()
    for potongan in _semua_potongan(susunan, permintaan):
        hasil.update(_hasil_potongan(soal, susunan, potongan))
    return hasil


def kocok_tetap(banyak: int) -> Iterator[list[int]]:
    """Urutan-urutan acak yang sama pada tiap pemanggilan, untuk menaksir sumbangan OPD."""
    acak = random.Random(1)
    urutan = list(range(banyak))
    for _ in range(_URUTAN):
        acak.shuffle(urutan)
        yield list(urutan)


class _Susunan:
    """Letak tiap kelompok bilangan dalam satu undian."""

    def __init__(self, soal: SoalRisiko) -> None:
        banyak = len(soal.baris)
        self.berkorelasi = soal.korelasi > 0 and banyak > 0
        self.pilih = banyak
        dokumen, opd, indikator = soal.golongan if self.berkorelasi else (0, 0, 0)
        self.dokumen = 2 * banyak if self.berkorelasi else banyak
        self.opd = self.dokumen + dokumen
        self.indikator = self.opd + opd
        self.tolak = self.indikator + indikator
        self.lebar = self.tolak + (len(soal.catatan) if soal.tolak else 0)
        # Bagian bilangan yang memilih dokumen, OPD, lalu indikator; tanpa dokumen, separuh-separuh.
        batas = ambang_undian(soal.korelasi)
        self.batas_pilih = {
            True: (-(-batas // 3), -(-2 * batas // 3), batas),
            False: (0, -(-batas // 2), batas),
        }


class _Potongan:
    """Bilangan beberapa undian; ``satu``: tiap ruasnya bernilai 1."""

    def __init__(self, banyak: int, lebar: int, bita: bytes) -> None:
        self.banyak = banyak
        self.satu = int.from_bytes(b"\1" * banyak, "little")
        self._lebar = lebar
        self._bita = bita
        self._puncak = bita[_BITA - 1 :: _BITA]
        self._bersama: dict[tuple[int, int], int] = {}

    def pilah(self, kolom: int, batas: tuple[int, ...]) -> int:
        """Ruas tiap undian: bit ke-k menyala bila tepat k dari *batas* tidak di atas bilangannya."""
        lajur = bytearray(self._puncak[kolom :: self._lebar].translate(_tabel(batas)))
        letak = lajur.find(0)
        while letak >= 0:
            awal = _BITA * (letak * self._lebar + kolom)
            kata = int.from_bytes(self._bita[awal : awal + _BITA], "little")
            lajur[letak] = 1 << bisect_right(batas, kata)
            letak = lajur.find(0, letak + 1)
        return int.from_bytes(lajur, "little")

    def di_bawah(self, kolom: int, ambang: int) -> int:
        """Ruas bernilai 1 pada undian yang bilangannya di bawah *ambang*."""
        return self.pilah(kolom, (ambang,)) & self.satu

    def bersama(self, kolom: int, ambang: int) -> int:
        """Seperti ``di_bawah``, untuk bilangan yang dipakai banyak baris."""
        kunci = (kolom, ambang)
        if kunci not in self._bersama:
            self._bersama[kunci] = self.di_bawah(kolom, ambang)
        return self._bersama[kunci]


@lru_cache(maxsize=4096)
def _tabel(batas: tuple[int, ...]) -> bytes:
    """Golongan menurut bita tertinggi; 0 bila bita itu saja belum memutuskan."""
    isi = []
    for bita in range(256):
        bawah, atas = (bisect_right(batas, satu) for satu in (bita << 24, (bita << 24) + 0xFFFFFF))
        isi.append(1 << bawah if bawah == atas else 0)
    return bytes(isi)


def _semua_potongan(susunan: _Susunan, permintaan: PermintaanRisiko) -> Iterator[_Potongan]:
    acak = random.Random(permintaan.bibit)  # undian yang dapat diulang, bukan rahasia
    sekali = max(1, _SEKALI // max(susunan.lebar, 1))
    for mulai in range(0, permintaan.undian, sekali):
        banyak = min(sekali, permintaan.undian - mulai)
        kata = banyak * susunan.lebar
        bita = acak.getrandbits(32 * kata).to_bytes(_BITA * kata, "little") if kata else b""
        yield _Potongan(banyak, susunan.lebar, bita)


class _Penjumlah:
    """Menjumlahkan poin tiap undian: banyaknya dicacah per poin, baru dikalikan pada akhirnya."""

    def __init__(self, banyak: int) -> None:
        self._banyak = banyak
        self._cacah: dict[int, tuple[int, int]] = {}
        self._penuh: list[tuple[int, int]] = []

    def tambah(self, poin: int, ruas: int) -> None:
        """Tambahkan *poin* pada undian yang ruasnya 1."""
        jumlah, banyak = self._cacah.get(poin, (0, 0))
        if banyak == _RUAS_PENUH:
            self._penuh.append((poin, jumlah))
            jumlah = banyak = 0
        self._cacah[poin] = (jumlah + ruas, banyak + 1)

    def semua(self) -> list[int]:
        """Jumlah tiap undian."""
        cacah = [*self._penuh, *((poin, jumlah) for poin, (jumlah, _) in self._cacah.items())]
        if not cacah:
            return [0] * self._banyak
        poin = [satu for satu, _ in cacah]
        lajur = [jumlah.to_bytes(self._banyak, "little") for _, jumlah in cacah]
        return [sum(map(mul, poin, kolom)) for kolom in zip(*lajur, strict=True)]


def _hasil_potongan(soal: SoalRisiko, susunan: _Susunan, potongan: _Potongan) -> Iterator[Jatuh]:
    banyak = potongan.banyak
    diterima = _diterima(soal, susunan, potongan)
    sid, spd, lolos = _Penjumlah(banyak), _Penjumlah(banyak), _Penjumlah(banyak)
    for letak, baris in enumerate(soal.baris):
        if not baris.ambang:
            continue
        gagal = _gagal(soal, susunan, potongan, letak)
        if baris.catatan < 0:
            spd.tambah(-baris.skor, gagal)
        else:
            sid.tambah(-baris.skor, gagal & diterima[baris.catatan])
    for catatan, ruas in zip(soal.catatan, diterima, strict=True):
        sid.tambah(catatan.kematangan, ruas)
        lolos.tambah(1, ruas)
    urusan = _urusan_terisi(soal, diterima, banyak)
    semua = zip(sid.semua(), spd.semua(), lolos.semua(), urusan.semua(), strict=True)
    for kematangan, jatuh, terima, terisi in semua:
        yield Jatuh(kematangan, soal.spd + jatuh, len(soal.catatan) - terima, terisi)


def _diterima(soal: SoalRisiko, susunan: _Susunan, potongan: _Potongan) -> list[int]:
    """Ruas tiap inovasi yang bernilai 1 pada undian yang tidak menolaknya."""
    satu = potongan.satu
    if not soal.tolak:
        return [satu] * len(soal.catatan)
    ambang = ambang_undian(soal.tolak)
    letak = range(susunan.tolak, susunan.tolak + len(soal.catatan))
    return [satu ^ potongan.di_bawah(kolom, ambang) for kolom in letak]


def _gagal(soal: SoalRisiko, susunan: _Susunan, potongan: _Potongan, letak: int) -> int:
    """Ruas bernilai 1 bila baris itu gagal: menurut bilangannya sendiri, atau milik yang bersamanya."""
    baris = soal.baris[letak]
    sendiri = potongan.di_bawah(letak, baris.ambang)
    if not susunan.berkorelasi:
        return sendiri
    berdokumen = baris.dokumen >= 0
    pilih = potongan.pilah(susunan.pilih + letak, susunan.batas_pilih[berdokumen])
    opd = potongan.bersama(susunan.opd + baris.opd, baris.ambang)
    indikator = potongan.bersama(susunan.indikator + soal.nomor_indikator[letak], baris.ambang)
    gagal = opd & (pilih >> 1) | indikator & (pilih >> 2) | sendiri & (pilih >> 3)
    if berdokumen:
        gagal |= potongan.bersama(susunan.dokumen + baris.dokumen, baris.ambang) & pilih
    return gagal


def _urusan_terisi(soal: SoalRisiko, diterima: Sequence[int], banyak: int) -> _Penjumlah:
    """Banyak urusan wajib yang masih terisi pada tiap undian."""
    terisi: dict[str, int] = {}
    for catatan, ruas in zip(soal.catatan, diterima, strict=True):
        if catatan.urusan:
            terisi[catatan.urusan] = terisi.get(catatan.urusan, 0) | ruas
    semua = _Penjumlah(banyak)
    for ruas in terisi.values():
        semua.tambah(1, ruas)
    return semua
