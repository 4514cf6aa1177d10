"""Batas predikat sebuah tahun, seperti yang ditampilkan laporan dan bagan."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple


class BatasPredikat(NamedTuple):
    """Predikat mulai dari ``mulai`` sampai sebelum ``sebelum``; ``None`` bila tidak diketahui.

    ``pasti`` salah bila batasnya asumsi. ``lebih_dari`` ada bila batasnya hanya diketahui kisarannya;
    ``mulai`` lalu ujung atas kisaran itu.
    """

    nama: str
    mulai: Fraction | None
    sebelum: Fraction | None
    pasti: bool
    lebih_dari: Fraction | None = None

    @property
    def ambang(self) -> Fraction | None:
        """Batas bawah yang memisahkan dua predikat; ``None`` bila tidak diketahui atau di dasar skala."""
        return self.mulai if self.mulai is not None and self.mulai > 1 else None


class Jarak(NamedTuple):
    """Predikat berikutnya dan kekurangan skor terbulat untuk pasti mencapainya."""

    batas: BatasPredikat
    kurang: Fraction


class GeserBatas(NamedTuple):
    """Batas bawah satu predikat yang berpindah; ``asumsi`` bila salah satunya tidak
    terbit.
    """

    predikat: str
    dari: Fraction
    ke: Fraction
    asumsi: bool

    @property
    def selisih(self) -> Fraction:
        """Pergeseran dalam poin indeks."""
        return self.ke - self.dari


def batas_milik(batas: Sequence[BatasPredikat], nama: str | None) -> BatasPredikat | None:
    """Batas predikat bernama *nama*."""
    return next((satu for satu in batas if satu.nama == nama), None)


def predikat_menurut(batas: Sequence[BatasPredikat], skor: Fraction) -> str | None:
    """Nama predikat *skor*; *batas* dari yang terbaik."""
    return next((satu.nama for satu in batas if satu.mulai is not None and skor >= satu.mulai), None)


def batas_di_atas(batas: Sequence[BatasPredikat], skor: Fraction) -> BatasPredikat | None:
    """Predikat terdekat yang mulai di atas *skor*."""
    atas = [satu for satu in batas if satu.mulai is not None and satu.mulai > skor]
    return min(atas, key=lambda satu: satu.mulai or Fraction(0), default=None)


def geser_batas(semula: Sequence[BatasPredikat], kini: BatasPredikat) -> GeserBatas | None:
    """Perpindahan batas bawah *kini*; ``None`` bila tetap atau salah satunya tidak diketahui."""
    lama = batas_milik(semula, kini.nama)
    if lama is None or lama.mulai is None or kini.mulai is None or lama.mulai == kini.mulai:
        return None
    return GeserBatas(kini.nama, lama.mulai, kini.mulai, asumsi=not (lama.pasti and kini.pasti))


def geser_penentu(
    semula: Sequence[BatasPredikat], kini: Sequence[BatasPredikat], predikat: tuple[str, str], skor: Fraction
) -> GeserBatas | None:
    """Batas yang mengubah *predikat* (lama, baru) dengan *skor* sekarang.

    ``None`` bila menurut batas semula pun predikatnya sudah lain.
    """
    if predikat_menurut(semula, skor) != predikat[0]:
        return None
    # Yang menentukan milik predikat yang lebih tinggi di antara keduanya.
    penentu = next((satu for satu in kini if satu.nama in predikat), None)
    return geser_batas(semula, penentu) if penentu else None
