"""Isi laporan banyak daerah: satu baris tiap daerah, dan predikat yang berubah."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from indeksinovasi.inti.model.batas_predikat import BatasPredikat, GeserBatas
from indeksinovasi.inti.model.laporan import PerubahanLaporan, PitaTahun, TitikDeret
from indeksinovasi.inti.model.metode import Skala


class SkorLama(NamedTuple):
    """Angka tahun pembanding sebuah daerah; ``sebanding`` bila skalanya sama."""

    tahun: int
    skor: Fraction | None
    predikat: str | None
    sebanding: bool
    batas: tuple[BatasPredikat, ...]


class InovasiDaerah(NamedTuple):
    """Satu inovasi di antara banyak daerah, dengan nilainya (poin)."""

    nama: str
    daerah: str
    nilai: Fraction


class BarisDaerah(NamedTuple):
    """Satu daerah dalam laporan banyak daerah. ``asal`` dari mana angkanya; ``batas`` predikat tahunnya.

    ``opd`` dan ``opd_target`` ``None`` bila tidak diketahui atau tanpa target. ``perubahan`` tanpa inovasi.
    ``jejak``: satu angka tiap tahun pada skala 0-100, dan pita predikat tahun-tahun itu.
    """

    nama: str
    kode: str | None
    subfolder: str
    asal: str | None
    skala: Skala | None
    skor: Fraction | None
    predikat: str | None
    predikat_mungkin: tuple[str, ...]
    berasumsi: bool
    terhitung: int | None
    opd_melapor: int | None
    opd: int | None
    opd_target: int | None
    lama: SkorLama | None
    perubahan: PerubahanLaporan | None
    batas: tuple[BatasPredikat, ...]
    inovasi: tuple[InovasiDaerah, ...]
    jejak: tuple[TitikDeret, ...] = ()
    pita: tuple[PitaTahun, ...] = ()

    @property
    def skor_lama(self) -> Fraction | None:
        """Skor tahun pembanding pada skala yang sama; ``None`` bila tidak ada."""
        return self.lama.skor if self.lama and self.lama.sebanding else None

    @property
    def gerak(self) -> Fraction | None:
        """Perubahan skor sejak tahun pembanding; ``None`` bila tidak dapat dibandingkan."""
        lama = self.skor_lama
        return None if self.skor is None or lama is None else self.skor - lama


class GantiPredikat(NamedTuple):
    """Daerah yang predikatnya berubah; ``batas`` bila batasnya yang menyebabkan."""

    daerah: BarisDaerah
    lama: SkorLama
    batas: GeserBatas | None


class LaporanProvinsi(NamedTuple):
    """Ikhtisar banyak daerah pada satu tahun. ``metode``: nama metode yang diminta, bila bukan tahunnya."""

    nama: str
    tahun: int
    metode: str | None
    daerah: tuple[BarisDaerah, ...]
    berubah: tuple[GantiPredikat, ...]
    tanpa: tuple[str, ...]
    inovasi: tuple[InovasiDaerah, ...]
