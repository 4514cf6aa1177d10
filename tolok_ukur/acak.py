"""Bilangan acak yang sama di mana pun: hanya ``Random.random`` dijamin tetap antarversi Python."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Acak:
    """Urutan acak dari satu benih bernama."""

    def __init__(self, benih: str) -> None:
        self.pecahan = Random(benih).random
        """Bilangan acak dalam [0, 1)."""

    def bilangan(self, bawah: int, atas: int) -> int:
        """Bilangan bulat acak, kedua ujung termasuk."""
        return bawah + int(self.pecahan() * (atas - bawah + 1))

    def pilih(self, isi: Sequence[T]) -> T:
        """Satu anggota *isi*."""
        return isi[int(self.pecahan() * len(isi))]

    def peluang(self, porsi: float) -> bool:
        """Benar dengan peluang *porsi*."""
        return self.pecahan() < porsi
