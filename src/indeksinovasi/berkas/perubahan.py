"""Perubahan yang dapat diminta atas sebuah berkas YAML, menurut jalurnya; ``suntingan`` yang melakukannya."""

from __future__ import annotations

from typing import Any, NamedTuple

from indeksinovasi.berkas.simpul import Jalur


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
