"""Buku kerja yang akan ditulis: lembar, judul, sel, dan daftar pilihannya."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

SelTulis = str | int | float | Fraction | date | None


class DaftarPilihan(NamedTuple):
    """Daftar pilihan: kolom, baris lembar pertama dan terakhir (semua mulai 0), dan pilihannya.

    ``pesan`` tampil saat selnya dipilih.
    """

    kolom: int
    awal: int
    akhir: int
    isi: tuple[str | int, ...]
    pesan: str = ""


class PesanSel(NamedTuple):
    """Petunjuk yang tampil saat salah satu sel *baris* pada *kolom* (mulai 0) dipilih."""

    kolom: int
    baris: tuple[int, ...]
    pesan: str


class LembarTulis(NamedTuple):
    """Satu lembar.

    ``lebar`` karakter tiap kolom; ``redup``: kolom keterangan yang tidak diisi orang; ``teks``: kolom yang
    ketikannya tidak boleh diubah menjadi tanggal atau bilangan; ``tanggal``: kolom tanggal; ``beku``: banyak
    kolom yang tetap terlihat; ``kelompok``: kolom yang pergantian isinya diberi garis; ``halaman``: lebar
    cetaknya.
    """

    nama: str
    judul: tuple[str, ...]
    baris: Sequence[Sequence[SelTulis]]
    lebar: tuple[int, ...] = ()
    redup: tuple[int, ...] = ()
    pilihan: tuple[DaftarPilihan, ...] = ()
    tersembunyi: bool = False
    teks: tuple[int, ...] = ()
    tanggal: tuple[int, ...] = ()
    beku: int = 0
    kelompok: int | None = None
    halaman: int = 1
    pesan: tuple[PesanSel, ...] = ()
    saring: bool = True
