"""Perubahan yang dapat diminta atas sebuah berkas YAML, menurut jalurnya; ``suntingan`` yang melakukannya."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from indeksinovasi.berkas.letak import PetaBaris
from indeksinovasi.inti.model.temuan import Jalur, Perbaikan, Suntingan


class Ganti(NamedTuple):
    """Ganti nilai yang ada di *jalur*."""

    jalur: Jalur
    nilai: Any


class Sisip(NamedTuple):
    """Tambah kunci (sesudah kunci *sesudah*, bawaannya terakhir) atau anggota daftar di nomornya."""

    jalur: Jalur
    nilai: Any
    sesudah: str | None = None


class Hapus(NamedTuple):
    """Buang kunci atau anggota daftar di *jalur*."""

    jalur: Jalur


Perubahan = Ganti | Sisip | Hapus


class Potongan(NamedTuple):
    """Karakter *awal* sampai sebelum *akhir* diganti *teks*."""

    awal: int
    akhir: int
    teks: str


def berurutan(potongan: Iterable[Potongan]) -> bool:
    """Benar bila tidak satu *potongan* pun terbalik atau menindih yang lain."""
    letak = 0
    for satu in sorted(potongan):
        if not letak <= satu.awal <= satu.akhir:
            return False
        letak = satu.akhir
    return True


def terapkan(teks: str, potongan: Iterable[Potongan]) -> str:
    """*teks* dengan setiap *potongan*, yang tidak saling tindih, diganti."""
    for satu in sorted(potongan, reverse=True):
        teks = teks[: satu.awal] + satu.teks + teks[satu.akhir :]
    return teks


def jadi_perbaikan(teks: str, potongan: Iterable[Potongan], *, aman: bool) -> Perbaikan:
    """Letak karakter *potongan* menjadi baris dan kolom."""
    baris = PetaBaris(teks)
    semua = (Suntingan(*baris.letak(satu.awal), *baris.letak(satu.akhir), satu.teks) for satu in potongan)
    return Perbaikan(aman, tuple(sorted(semua)))
