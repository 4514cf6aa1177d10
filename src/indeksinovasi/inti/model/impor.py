"""Bentuk data sebuah impor: baris sumber, calon catatan, dan nasibnya."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

IsiSel = str | int | float | bool | date | None
Nasib = Literal["baru", "digabung", "sama", "dilewati"]


class BarisLembar(NamedTuple):
    """Satu baris tabel yang tidak kosong; ``nomor`` barisnya di lembar (CSV: nomor rekaman)."""

    nomor: int
    sel: tuple[IsiSel, ...]


class Lembar(NamedTuple):
    """Satu lembar tabel yang tampak."""

    nama: str
    baris: tuple[BarisLembar, ...]


@dataclass(slots=True)
class BarisTerbaca:
    """Satu baris sumber yang sudah dibaca.

    ``isi`` memakai kunci berkas inovasi; ``asal`` keadaan saat lembar atau bundel dibuat (``None``: tidak
    diketahui). ``cacat``: catatan tiap isian yang selnya tidak terbaca. ``dilewati`` menyebut sebab bila
    baris ini tidak dapat menjadi catatan. ``status_disebut``: statusnya dari sumber atau pengguna, bukan
    bawaan.
    """

    sumber: str
    baris: int
    opd: str = ""
    id: str | None = None
    isi: dict[str, Any] = field(default_factory=dict)
    asal: Mapping[str, Any] | None = None
    catatan: list[str] = field(default_factory=list)
    cacat: dict[str, str] = field(default_factory=dict)
    dilewati: str | None = None
    status_disebut: bool = False


class CatatanTersimpan(NamedTuple):
    """Catatan yang sudah ada di data: kode OPD, slug, dan isinya apa adanya."""

    opd: str
    slug: str
    isi: Mapping[str, Any]


class StatusLembar(NamedTuple):
    """Kolom status sebuah baris lembar Status yang status barunya kosong: keterangan, bukan perintah."""

    sumber: str
    baris: int
    id: str
    status: str


class UbahanIsian(NamedTuple):
    """Satu isian catatan yang ditulis: jalur kuncinya, nilai barunya, dan nilai *lama* yang digantikannya."""

    jalur: tuple[str, ...]
    nilai: Any
    lama: Any = None


class NasibBaris(NamedTuple):
    """Nasib satu baris: ``ubahan`` untuk yang digabung; ``isi`` untuk yang baru; ``verifikasi`` menurut kode
    baris, dari lembar verifikasi. ``bertentangan``: kalimat tiap isian yang kedua pihaknya berbeda.
    """

    calon: BarisTerbaca
    nasib: Nasib
    opd: str = ""
    slug: str = ""
    isi: Mapping[str, Any] | None = None
    ubahan: tuple[UbahanIsian, ...] = ()
    bertentangan: tuple[str, ...] = ()
    verifikasi: Mapping[str, Mapping[str, Any]] = MappingProxyType({})


class RencanaImpor(NamedTuple):
    """Semua langkah menurut urutan baris, dan OPD baru (kode → nama)."""

    langkah: tuple[NasibBaris, ...]
    opd_baru: Mapping[str, str]

    def banyak(self, nasib: Nasib) -> int:
        """Banyak baris yang bernasib *nasib*."""
        return sum(satu.nasib == nasib for satu in self.langkah)
