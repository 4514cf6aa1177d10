"""Program bilangan bulat: bentuknya, penyusunnya, dan pemeriksaan penyelesaiannya dalam bilangan eksak."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import gcd
from typing import NamedTuple


class Kendala(NamedTuple):
    """bawah ≤ Σ koefisien × peubah ≤ atas; ``None`` berarti tanpa batas."""

    isi: tuple[tuple[int, int], ...]
    bawah: int | None
    atas: int | None


class Program(NamedTuple):
    """Minimumkan Σ ``biaya`` × peubah, tiap peubah bulat di [``bawah``, ``atas``]-nya."""

    bawah: tuple[int, ...]
    atas: tuple[int, ...]
    biaya: tuple[int, ...]
    kendala: tuple[Kendala, ...]


class Penyelesaian(NamedTuple):
    """Nilai tiap peubah, nilai sasarannya, dan batas bawah yang dibuktikan."""

    nilai: tuple[int, ...]
    sasaran: int
    batas: int


Pemecah = Callable[[Program], Penyelesaian | None]
"""Memecahkan sebuah program; ``None`` bila tidak ada penyelesaian."""


class PenyusunProgram:
    """Mengumpulkan peubah dan kendala sebuah program."""

    def __init__(self) -> None:
        self._bawah: list[int] = []
        self._atas: list[int] = []
        self._kendala: list[Kendala] = []

    def peubah(self, atas: int) -> int:
        """Peubah bulat baru di [0, *atas*]; kembalikan nomornya."""
        self._bawah.append(0)
        self._atas.append(atas)
        return len(self._atas) - 1

    def jepit(self, nomor: int, bawah: int, atas: int) -> None:
        """Batasi sebuah peubah pada [*bawah*, *atas*]."""
        self._bawah[nomor], self._atas[nomor] = bawah, atas

    def kendala(self, isi: Mapping[int, int], bawah: int | None = None, atas: int | None = None) -> None:
        """Tambahkan bawah ≤ Σ isi ≤ atas, dibagi faktor bersama koefisiennya supaya angkanya kecil."""
        berarti = tuple((nomor, koefisien) for nomor, koefisien in isi.items() if koefisien)
        faktor = gcd(*(koefisien for _, koefisien in berarti)) or 1
        self._kendala.append(
            Kendala(
                tuple((nomor, koefisien // faktor) for nomor, koefisien in berarti),
                None if bawah is None else -(-bawah // faktor),
                None if atas is None else atas // faktor,
            )
        )

    def program(self, biaya: Mapping[int, int]) -> Program:
        """Program dengan sasaran meminimumkan *biaya*."""
        semua = tuple(biaya.get(nomor, 0) for nomor in range(len(self._atas)))
        return Program(tuple(self._bawah), tuple(self._atas), semua, tuple(self._kendala))


def memenuhi(program: Program, nilai: Sequence[int]) -> bool:
    """Benar bila *nilai* tepat memenuhi semua batas dan kendala."""
    batas = zip(nilai, program.bawah, program.atas, strict=True)
    if not all(bawah <= satu <= atas for satu, bawah, atas in batas):
        return False
    for kendala in program.kendala:
        jumlah = sum(koefisien * nilai[nomor] for nomor, koefisien in kendala.isi)
        if kendala.bawah is not None and jumlah < kendala.bawah:
            return False
        if kendala.atas is not None and jumlah > kendala.atas:
            return False
    return True


def sasaran(program: Program, nilai: Sequence[int]) -> int:
    """Nilai sasaran sebuah penyelesaian."""
    return sum(satu * biaya for satu, biaya in zip(nilai, program.biaya, strict=True))
