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

GAYA: dict[TingkatTemuan, str] = {"galat": "bold red", "peringatan": "bold yellow", "saran": "bold cyan"}
_INDEN = "    "
BANYAK_TEMUAN = 20
"""Laporan dengan temuan lebih banyak daripada ini ditutup ringkasan menurut kode dan pemiliknya."""


class PotonganTeks(NamedTuple):
    """Sepotong baris dan gayanya di terminal."""

    teks: str
    gaya: str = ""


BarisTeks = tuple[PotonganTeks, ...]


def potong(laporan: LaporanTemuan) -> Iterator[str]:
    """Baris-baris laporan polos, 80 kolom."""
    for baris in susun_temuan(laporan, LEBAR_PIPA):
        yield "".join(satu.teks for satu in baris) + "\n"


def cetak_temuan(laporan: LaporanTemuan, aliran: IO[str]) -> None:
    """Tulis laporan ke terminal, selebar layarnya dan berwarna bila boleh."""
    from rich.text import Text

    from indeksinovasi.keluaran.penulis.rupa import sifat_layar, tanpa_utf8

    layar, utf8 = konsol(aliran), sifat_layar(aliran).utf8
    for baris in susun_temuan(laporan, layar.width):
        tampil = baris if utf8 else tuple(satu._replace(teks=tanpa_utf8(satu.teks)) for satu in baris)
        layar.print(Text.assemble(*tampil), soft_wrap=True)


def susun_temuan(laporan: LaporanTemuan, ruang: int) -> Iterator[BarisTeks]:
    """Baris laporan beserta gayanya, selebar *ruang* kolom."""
    if laporan.diperbaiki:
        yield from _diperbaiki(laporan.diperbaiki)
    for berkas, semua in () if laporan.statistik else laporan.per_berkas():
        yield (PotonganTeks(aman(berkas), "bold"),)
        isi = pecah_baris(laporan.sumber(berkas))
        for temuan in semua:
            yield from _satu(temuan, isi, ruang)
        yield ()
    for catatan in laporan.catatan:
        yield from _lipatan(catatan, ruang, "Catatan: ")
    if laporan.urut and (laporan.statistik or len(laporan.urut) > BANYAK_TEMUAN):
        yield from _ringkasan(laporan, min(ruang, LEBAR_PIPA))
    else:
        yield (PotonganTeks(kalimat_ringkas(laporan), "bold"),)


def _ringkasan(laporan: LaporanTemuan, ruang: int) -> Iterator[BarisTeks]:
    from indeksinovasi.keluaran.penulis.rupa import GAYA_PERAN, Layar
    from indeksinovasi.keluaran.penulis.terminal import baris_terminal
    from indeksinovasi.keluaran.temuan.ringkasan import dokumen_ringkasan

    if laporan.catatan:
        yield ()
    for baris in baris_terminal(dokumen_ringkasan(laporan), Layar(ruang)):
        semua = [PotonganTeks(satu.teks, GAYA_PERAN[satu.peran]) for satu in baris]
        while semua and not semua[-1].teks.strip(" "):
            semua.pop()
        yield (*semua[:-1], semua[-1]._replace(teks=semua[-1].teks.rstrip(" "))) if semua else ()


def _diperbaiki(semua: tuple[tuple[str, int], ...]) -> Iterator[BarisTeks]:
    jumlah = sum(banyak for _, banyak in semua)
    yield (PotonganTeks(f"{jumlah} perbaikan ditulis pada {len(semua)} berkas", "bold"),)
    for nama, banyak in semua:
        yield (PotonganTeks(f"  {aman(nama)}  {banyak}"),)
    yield ()


def _lipatan(teks: str, ruang: int, awalan: str = _INDEN) -> Iterator[BarisTeks]:
    for satu in lipat(aman(teks), ruang, awalan, _INDEN):
        yield (PotonganTeks(satu),)


def _satu(temuan: Temuan, isi: list[str], ruang: int) -> Iterator[BarisTeks]:
    letak, tanda = f"  {temuan.baris}:{temuan.kolom} ", f"{temuan.tingkat} {temuan.kode}"
    awalan = f"{letak}{tanda}"
    pertama, *lanjutan = lipat(aman(temuan.pesan), ruang, f"{awalan} ", _INDEN)
    yield (
        PotonganTeks(letak),
        PotonganTeks(tanda, GAYA[temuan.tingkat]),
        PotonganTeks(pertama.removeprefix(awalan)),
    )
    for satu in lanjutan:
        yield (PotonganTeks(satu),)
    sumber = isi[temuan.baris - 1] if 1 <= temuan.baris <= len(isi) else ""
    if sumber.strip():
        yield from _kutipan(temuan, sumber, ruang)
    if temuan.petunjuk:
        yield from _lipatan(temuan.petunjuk, ruang)


def _kutipan(temuan: Temuan, sumber: str, ruang: int) -> Iterator[BarisTeks]:
    nomor = f"{_INDEN}{temuan.baris} | "
    kosong = f"{' ' * (len(nomor) - 2)}| "
    tampil, sebelum = kutip_sumber(sumber, temuan.kolom, ruang - len(nomor))
    yield PotonganTeks(nomor, "dim"), PotonganTeks(tampil.rstrip())
    yield PotonganTeks(kosong, "dim"), PotonganTeks(f"{' ' * sebelum}^", GAYA[temuan.tingkat])
