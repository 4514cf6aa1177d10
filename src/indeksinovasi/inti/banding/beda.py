"""Apa yang berbeda antara dua hasil pada skala yang sama: OPD, indikator, dan inovasi satu demi satu."""

from __future__ import annotations

from fractions import Fraction

from indeksinovasi.inti.banding.pasangan import Pasangan
from indeksinovasi.inti.hitung.ikhtisar import baris_spd, rata_indikator
from indeksinovasi.inti.model.banding import (
    BedaIndikator,
    BedaInovasi,
    BedaOpd,
    CaraPasangan,
    GerakInovasi,
)
from indeksinovasi.inti.model.dasar import Aspek
from indeksinovasi.inti.model.hasil import Hasil, NilaiInovasi, RataIndikator


def beda_opd(dari: Hasil, ke: Hasil) -> tuple[BedaOpd, ...]:
    """Semua OPD kedua sisi menurut kodenya."""
    awal, akhir = ({satu.kode: satu for satu in hasil.opd} for hasil in (dari, ke))
    return tuple(
        BedaOpd(kode, (akhir.get(kode) or awal[kode]).nama, awal.get(kode), akhir.get(kode))
        for kode in sorted({*awal, *akhir})
    )


def beda_indikator(dari: Hasil, ke: Hasil) -> tuple[BedaIndikator, ...]:
    """Baris SPD lalu SID menurut urutan tabel sisi akhir, disusul yang hanya ada pada sisi awal."""
    return (
        *_gabung("spd", baris_spd(dari), baris_spd(ke)),
        *_gabung("sid", rata_indikator(dari), rata_indikator(ke)),
    )


def _gabung(
    aspek: Aspek, dari: tuple[RataIndikator, ...], ke: tuple[RataIndikator, ...]
) -> tuple[BedaIndikator, ...]:
    awal, akhir = ({satu.kode: satu for satu in sisi} for sisi in (dari, ke))
    return tuple(
        BedaIndikator(kode, (akhir.get(kode) or awal[kode]).nama, aspek, awal.get(kode), akhir.get(kode))
        for kode in {**akhir, **awal}
    )


def beda_inovasi(dari: Hasil, ke: Hasil, pasangan: Pasangan) -> tuple[BedaInovasi, ...]:
    """Inovasi yang terhitung pada salah satu sisi: menurut perubahannya, yang paling besar lebih dulu."""
    awal, akhir = ({satu.id: satu for satu in hasil.inovasi} for hasil in (dari, ke))
    peta = pasangan.peta
    sendiri = akhir.keys() - set(peta.values())
    semua: list[tuple[NilaiInovasi | None, NilaiInovasi | None]]
    semua = [(awal[satu], akhir[lawan] if (lawan := peta.get(satu)) else None) for satu in awal]
    semua += [(None, akhir[satu]) for satu in sorted(sendiri)]
    beda = (_beda_satu(lama, baru, dari.nomor_dasar, ke.nomor_dasar, pasangan.cara) for lama, baru in semua)
    urutan: tuple[GerakInovasi, ...] = ("baru", "hilang", "naik", "turun", "tetap")
    return tuple(
        sorted(filter(None, beda), key=lambda satu: (urutan.index(satu.perubahan), _besar(satu), _id(satu)))
    )


def _beda_satu(
    lama: NilaiInovasi | None,
    baru: NilaiInovasi | None,
    nomor_lama: int,
    nomor_baru: int,
    cara: dict[str, CaraPasangan],
) -> BedaInovasi | None:
    awal, akhir = _terhitung(lama, nomor_lama), _terhitung(baru, nomor_baru)
    if awal is None and akhir is None:
        return None
    perubahan: GerakInovasi
    if awal is None:
        perubahan = "baru"
    elif akhir is None:
        perubahan = "hilang"
    else:
        perubahan = "naik" if akhir > awal else "turun" if akhir < awal else "tetap"
    return BedaInovasi(perubahan, lama, baru, awal, akhir, cara.get(lama.id) if lama and baru else None)


def _terhitung(inovasi: NilaiInovasi | None, nomor: int) -> Fraction | None:
    if inovasi is None or not inovasi.terhitung or inovasi.kematangan is None:
        return None
    return inovasi.kematangan[nomor]


def _besar(satu: BedaInovasi) -> Fraction:
    """Yang paling besar pengaruhnya lebih dulu."""
    nilai = satu.selisih if satu.selisih is not None else satu.kematangan_ke or satu.kematangan_dari
    return -abs(nilai or Fraction(0))


def _id(satu: BedaInovasi) -> str:
    catatan = satu.ke or satu.dari
    return catatan.id if catatan else ""
