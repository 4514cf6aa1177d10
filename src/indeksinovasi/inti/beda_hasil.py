"""Apa yang berbeda antara dua hasil pada skala yang sama: OPD, indikator, dan inovasi satu demi satu."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal, NamedTuple

from indeksinovasi.inti.ikhtisar import RataIndikator, baris_spd, rata_indikator
from indeksinovasi.inti.model.dasar import Aspek
from indeksinovasi.inti.model.hasil import Hasil, NilaiInovasi, NilaiOpd

Perubahan = Literal["baru", "hilang", "naik", "turun", "tetap"]


class BedaOpd(NamedTuple):
    """Satu OPD pada kedua sisi; ``None`` bila OPD itu tidak dikenal pada sisi tersebut."""

    kode: str
    nama: str
    dari: NilaiOpd | None
    ke: NilaiOpd | None

    @property
    def selisih(self) -> Fraction | None:
        """Perubahan rata-rata kematangan dalam poin; ``None`` bila salah satunya tidak ada."""
        awal, akhir = (satu.rata_rata if satu else None for satu in (self.dari, self.ke))
        return None if awal is None or akhir is None else akhir - awal


class BedaIndikator(NamedTuple):
    """Satu indikator pada kedua sisi: rata-rata atas inovasi terhitung (SID), atau barisnya sendiri (SPD)."""

    kode: str
    nama: str
    aspek: Aspek
    dari: RataIndikator | None
    ke: RataIndikator | None

    @property
    def selisih(self) -> Fraction | None:
        """Perubahan skor dalam poin; ``None`` bila salah satunya tidak ada atau tidak berbobot."""
        awal, akhir = (satu.skor if satu else None for satu in (self.dari, self.ke))
        return None if awal is None or akhir is None else akhir - awal


class BedaInovasi(NamedTuple):
    """Satu inovasi yang terhitung pada sekurangnya satu sisi.

    ``baru``/``hilang``: hanya terhitung pada sisi akhir/awal; catatan lawannya tetap disebut bila ada (draf,
    ditolak, dan seterusnya). Kematangan menurut dasar dan metode sisi masing-masing.
    """

    perubahan: Perubahan
    dari: NilaiInovasi | None
    ke: NilaiInovasi | None
    kematangan_dari: Fraction | None
    kematangan_ke: Fraction | None

    @property
    def nama(self) -> str:
        """Judul pada sisi akhir bila ada, selain itu pada sisi awal; id bila catatannya tak terbaca."""
        catatan = self.ke or self.dari
        assert catatan is not None
        return catatan.nama or catatan.id

    @property
    def selisih(self) -> Fraction | None:
        """Perubahan kematangan dalam poin; ``None`` bila tidak terhitung pada kedua sisi."""
        if self.kematangan_dari is None or self.kematangan_ke is None:
            return None
        return self.kematangan_ke - self.kematangan_dari


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


def beda_inovasi(dari: Hasil, ke: Hasil, pasangan: dict[str, str]) -> tuple[BedaInovasi, ...]:
    """Inovasi yang terhitung pada salah satu sisi: menurut perubahannya, yang paling besar lebih dulu."""
    awal, akhir = ({satu.id: satu for satu in hasil.inovasi} for hasil in (dari, ke))
    sendiri = akhir.keys() - set(pasangan.values())
    semua: list[tuple[NilaiInovasi | None, NilaiInovasi | None]]
    semua = [(awal[satu], akhir[lawan] if (lawan := pasangan.get(satu)) else None) for satu in awal]
    semua += [(None, akhir[satu]) for satu in sorted(sendiri)]
    beda = (_beda_satu(lama, baru, dari.nomor_dasar, ke.nomor_dasar) for lama, baru in semua)
    urutan: tuple[Perubahan, ...] = ("baru", "hilang", "naik", "turun", "tetap")
    return tuple(
        sorted(filter(None, beda), key=lambda satu: (urutan.index(satu.perubahan), _besar(satu), _id(satu)))
    )


def _beda_satu(
    lama: NilaiInovasi | None, baru: NilaiInovasi | None, nomor_lama: int, nomor_baru: int
) -> BedaInovasi | None:
    awal, akhir = _terhitung(lama, nomor_lama), _terhitung(baru, nomor_baru)
    if awal is None and akhir is None:
        return None
    perubahan: Perubahan
    if awal is None:
        perubahan = "baru"
    elif akhir is None:
        perubahan = "hilang"
    else:
        perubahan = "naik" if akhir > awal else "turun" if akhir < awal else "tetap"
    return BedaInovasi(perubahan, lama, baru, awal, akhir)


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
