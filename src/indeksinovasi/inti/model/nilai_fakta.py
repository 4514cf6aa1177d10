"""Fakta terukur sebagai nilai bertipe: himpunan tertutup, beku, dan dapat menjadi kunci.

Isian ``fakta`` dibaca satu kali, saat ``Entri`` dibentuk; sesudahnya tidak ada lagi yang memeriksa tipenya.
Bentuk mana yang sah bagi indikator mana diputuskan ``inti.model.fakta``, tingkatnya ``inti.hitung.fakta``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache

from indeksinovasi.inti.model.angka import adalah_angka, pecahan

KUNCI_UKURAN = ("basis", "nilai")


@dataclass(frozen=True, slots=True)
class FaktaPilihan:
    """Satu pilihan: ``perkada``."""

    kode: str


@dataclass(frozen=True, slots=True)
class FaktaBilangan:
    """Satu bilangan; ``tertulis`` seperti pada berkas, untuk pesan."""

    nilai: Fraction
    tertulis: str = field(compare=False)

    def __hash__(self) -> int:
        # Fakta adalah kunci ingatan setiap baris; sidik Fraction sendiri jauh lebih mahal.
        return hash((self.nilai.numerator, self.nilai.denominator))


@dataclass(frozen=True, slots=True)
class FaktaDaftarPilihan:
    """Daftar pilihan menurut urutan tertulis. Daftar kosong juga daftar tahun yang kosong."""

    pilihan: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FaktaDaftarTahun:
    """Daftar tahun menurut urutan tertulis, sekurangnya satu."""

    tahun: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class FaktaTahunan:
    """Bilangan tiap tahun: ``{2024: 4.50, 2025: 4.14}``, atau banyaknya kali tiap tahun."""

    isi: tuple[tuple[int, FaktaBilangan], ...]

    def pada(self, tahun: int) -> Fraction | None:
        """Bilangan tahun itu; ``None`` bila tidak ditulis."""
        return next((bilangan.nilai for satu, bilangan in self.isi if satu == tahun), None)


@dataclass(frozen=True, slots=True)
class FaktaUkuran:
    """Ukuran dengan basisnya: ``{basis: orang, nilai: 350}``; salah satunya boleh belum ada."""

    basis: str | None
    nilai: FaktaBilangan | None = None


@dataclass(frozen=True, slots=True)
class FaktaAsing:
    """Isian di luar bentuk yang dikenal; tidak terbaca aturan mana pun."""

    tertulis: str


Fakta = (
    FaktaPilihan
    | FaktaBilangan
    | FaktaDaftarPilihan
    | FaktaDaftarTahun
    | FaktaTahunan
    | FaktaUkuran
    | FaktaAsing
)


def baca_isian(mentah: object) -> Fakta | None:
    """Isian ``fakta`` dari YAML menjadi nilai bertipe; ``None`` bila kosong, yang sudah bertipe tetap."""
    match mentah:
        case None:
            return None
        case str():
            return FaktaPilihan(mentah)
        case list():
            return _daftar(mentah)
        case dict():
            return _peta(mentah)
        case (
            FaktaPilihan()
            | FaktaBilangan()
            | FaktaDaftarPilihan()
            | FaktaDaftarTahun()
            | FaktaTahunan()
            | FaktaUkuran()
            | FaktaAsing()
        ):
            return mentah
    return _bilangan(mentah) or FaktaAsing(str(mentah))


def _bilangan(mentah: object) -> FaktaBilangan | None:
    if not adalah_angka(mentah):
        return None
    return _bilangan_tertulis(mentah)  # adalah_angka menjaminnya


@lru_cache(maxsize=4096, typed=True)
def _bilangan_tertulis(mentah: int | float | Fraction) -> FaktaBilangan:
    return FaktaBilangan(pecahan(mentah), str(mentah))


def _daftar(mentah: list[object]) -> Fakta:
    # Tipe yang tepat, bukan isinstance: true bukan tahun, dan tidak ada panggilan tiap anggota.
    jenis = set(map(type, mentah))
    if jenis <= {str}:
        return FaktaDaftarPilihan(tuple(map(str, mentah)))
    if jenis == {int}:
        return FaktaDaftarTahun(tuple(satu for satu in mentah if isinstance(satu, int)))
    return FaktaAsing(str(mentah))


def _peta(mentah: dict[object, object]) -> Fakta:
    if mentah and mentah.keys() <= set(KUNCI_UKURAN):
        basis, nilai = mentah.get("basis"), mentah.get("nilai")
        bilangan = _bilangan(nilai)
        if isinstance(basis, str | None) and (bilangan or nilai is None):
            return FaktaUkuran(basis, bilangan)
        return FaktaAsing(str(mentah))
    isi = []
    for tahun, nilai in mentah.items():
        bilangan = _bilangan(nilai)
        if not isinstance(tahun, int) or isinstance(tahun, bool) or bilangan is None:
            return FaktaAsing(str(mentah))
        isi.append((tahun, bilangan))
    return FaktaTahunan(tuple(isi))
