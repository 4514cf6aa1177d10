"""Laporan untuk manusia: dikelompokkan per berkas, dengan baris sumber dan tanda ``^`` di bawah kolomnya.

rich hanya dipakai di terminal; di pipa laporan ini teks polos 80 kolom.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, NamedTuple

from indeksinovasi.inti.model.temuan import Temuan, TingkatTemuan
from indeksinovasi.keluaran.layar import LEBAR_PIPA, konsol
from indeksinovasi.keluaran.lipatan import lipat
from indeksinovasi.keluaran.teks import aman
from indeksinovasi.keluaran.temuan.kutipan import kutip_sumber, pecah_baris
from indeksinovasi.keluaran.temuan.laporan import LaporanTemuan, kalimat_ringkas
from indeksinovasi.keluaran.temuan.ringkasan import baris_ringkasan

GAYA: dict[TingkatTemuan, str] = {"galat": "bold red", "peringatan": "bold yellow", "saran": "bold cyan"}
_INDEN = "    "
PANJANG = 20
"""Laporan dengan temuan lebih banyak daripada ini ditutup ringkasan menurut kode dan pemiliknya."""


class Potongan(NamedTuple):
    """Sepotong baris dan gayanya di terminal."""

    teks: str
    gaya: str = ""


Baris = tuple[Potongan, ...]


def potong(laporan: LaporanTemuan) -> Iterator[str]:
    """Baris-baris laporan polos, 80 kolom."""
    for baris in susun_temuan(laporan, LEBAR_PIPA):
        yield "".join(satu.teks for satu in baris) + "\n"


def cetak(laporan: LaporanTemuan, aliran: IO[str]) -> None:
    """Tulis laporan ke terminal, selebar layarnya dan berwarna bila boleh."""
    from rich.text import Text

    layar = konsol(aliran)
    for baris in susun_temuan(laporan, layar.width):
        layar.print(Text.assemble(*baris), soft_wrap=True)


def susun_temuan(laporan: LaporanTemuan, ruang: int) -> Iterator[Baris]:
    """Baris laporan beserta gayanya, selebar *ruang* kolom."""
    if laporan.diperbaiki:
        yield from _diperbaiki(laporan.diperbaiki)
    for berkas, semua in () if laporan.statistik else laporan.per_berkas():
        yield (Potongan(aman(berkas), "bold"),)
        isi = pecah_baris(laporan.sumber(berkas))
        for temuan in semua:
            yield from _satu(temuan, isi, ruang)
        yield ()
    for catatan in laporan.catatan:
        yield from _lipatan(catatan, ruang, "Catatan: ")
    if laporan.urut and (laporan.statistik or len(laporan.urut) > PANJANG):
        for satu in baris_ringkasan(laporan, min(ruang, LEBAR_PIPA)):
            yield (Potongan(satu),)
        yield ()
    yield (Potongan(kalimat_ringkas(laporan), "bold"),)


def _diperbaiki(semua: tuple[tuple[str, int], ...]) -> Iterator[Baris]:
    jumlah = sum(banyak for _, banyak in semua)
    yield (Potongan(f"{jumlah} perbaikan ditulis pada {len(semua)} berkas", "bold"),)
    for nama, banyak in semua:
        yield (Potongan(f"  {aman(nama)}  {banyak}"),)
    yield ()


def _lipatan(teks: str, ruang: int, awalan: str = _INDEN) -> Iterator[Baris]:
    for satu in lipat(aman(teks), ruang, awalan, _INDEN):
        yield (Potongan(satu),)


def _satu(temuan: Temuan, isi: list[str], ruang: int) -> Iterator[Baris]:
    letak, tanda = f"  {temuan.baris}:{temuan.kolom} ", f"{temuan.tingkat} {temuan.kode}"
    awalan = f"{letak}{tanda}"
    pertama, *lanjutan = lipat(aman(temuan.pesan), ruang, f"{awalan} ", _INDEN)
    yield Potongan(letak), Potongan(tanda, GAYA[temuan.tingkat]), Potongan(pertama.removeprefix(awalan))
    for satu in lanjutan:
        yield (Potongan(satu),)
    sumber = isi[temuan.baris - 1] if 1 <= temuan.baris <= len(isi) else ""
    if sumber.strip():
        yield from _kutipan(temuan, sumber, ruang)
    if temuan.petunjuk:
        yield from _lipatan(temuan.petunjuk, ruang)


def _kutipan(temuan: Temuan, sumber: str, ruang: int) -> Iterator[Baris]:
    nomor = f"{_INDEN}{temuan.baris} | "
    kosong = f"{' ' * (len(nomor) - 2)}| "
    tampil, sebelum = kutip_sumber(sumber, temuan.kolom, ruang - len(nomor))
    yield Potongan(nomor, "dim"), Potongan(tampil.rstrip())
    yield Potongan(kosong, "dim"), Potongan(f"{' ' * sebelum}^", GAYA[temuan.tingkat])
