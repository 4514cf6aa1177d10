"""Baris indikator menjadi tingkat dan skor; jumlah baris SID adalah kematangan.

Dasar ``klaim`` = tingkat klaim atau fakta; ``berbukti`` = tingkat itu bila ada bukti, selain itu 0;
``terverifikasi`` = tingkat pemeriksa, 0 bila belum diperiksa.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from math import lcm
from typing import NamedTuple

from indeksinovasi.inti.hitung.fakta import (
    TANPA_BASIS,
    Bacaan,
    FaktaMustahil,
    baca_fakta,
    basis_tertulis,
    basis_tunggal,
    perlu_basis,
)
from indeksinovasi.inti.hitung.sidik import sidik_klaim, sidik_tertulis
from indeksinovasi.inti.model.dasar import Aspek
from indeksinovasi.inti.model.hasil import AsalTingkat, NilaiBaris, PerDasar
from indeksinovasi.inti.model.inovasi import Entri
from indeksinovasi.inti.model.metode import Indikator, Metode
from indeksinovasi.inti.model.nilai_fakta import Fakta, FaktaBilangan, FaktaUkuran

PembacaFakta = Callable[[Indikator, Fakta, int], Bacaan | None]


class TingkatBaris(NamedTuple):
    """Tingkat klaim satu baris: yang dihitung, kandidat tertinggi, asalnya, dan masalah faktanya.

    ``menurut_fakta``: tingkat dari fakta saja, ``None`` bila tidak ada fakta yang terbaca.
    """

    tingkat: int
    tertinggi: int
    asal: AsalTingkat
    masalah: FaktaMustahil | None = None
    menurut_fakta: int | None = None

    def sepakat(self, parameter: int | None) -> bool:
        """Fakta menghasilkan tepat *parameter*, atau tepat satu tingkat bila parameter tidak ditulis."""
        if parameter is None:
            return self.menurut_fakta is not None and self.tingkat == self.tertinggi
        return parameter == self.menurut_fakta


class TabelTahun(NamedTuple):
    """Tabel satu aspek siap hitung: bobot dalam bilangan bulat per ``penyebut``.

    ``ingatan``, ``ingatan_tingkat``, dan ``ingatan_baris``: yang sudah pernah dibaca; ribuan catatan memuat
    fakta dan klaim yang sama.
    """

    baris: Mapping[str, Indikator]
    bobot: Mapping[str, int]
    penyebut: int
    lengkap: bool
    ingatan: dict[tuple[str, int, Fakta], Bacaan | None]
    ingatan_tingkat: dict[tuple[str, int, int | None, Fakta | None], TingkatBaris]
    ingatan_baris: dict[tuple[str, int, int | None, Fakta | None, bool, int | None], NilaiBaris]

    def baca(self, indikator: Indikator, fakta: Fakta, tahun: int) -> Bacaan | None:
        """``baca_fakta`` dengan ingatan: fakta yang sama hanya dibaca sekali selama tabel ini dipakai."""
        kunci = (indikator.kode, tahun, fakta)
        if kunci not in self.ingatan:
            self.ingatan[kunci] = baca_fakta(indikator, fakta, tahun)
        return self.ingatan[kunci]

    def tingkat(self, indikator: Indikator, entri: Entri, tahun: int) -> TingkatBaris:
        """``tingkat_asal`` dengan ingatan."""
        kunci = (indikator.kode, tahun, entri.parameter, entri.fakta)
        ada = self.ingatan_tingkat.get(kunci)
        if ada is None:
            ada = self.ingatan_tingkat[kunci] = tingkat_asal(indikator, entri, tahun, self.baca)
        return ada


def susun_tabel(metode: Metode, aspek: Aspek) -> TabelTahun:
    """Siapkan tabel *aspek*; baris tanpa bobot tetap ada tetapi tidak ikut dijumlahkan."""
    baris = {satu.kode: satu for satu in metode.aspek(aspek)}
    bobot = {kode: satu.bobot for kode, satu in baris.items() if satu.bobot is not None}
    penyebut = lcm(*(satu.denominator for satu in bobot.values()))
    bulat = {kode: int(satu * penyebut) for kode, satu in bobot.items()}
    return TabelTahun(baris, bulat, penyebut, metode.lengkap(aspek), {}, {}, {})


def tingkat_asal(
    indikator: Indikator, entri: Entri, tahun: int, baca: PembacaFakta = baca_fakta
) -> TingkatBaris:
    """Tingkat klaim menurut tahun catatan sendiri; klaim dan fakta yang berbeda: yang rendah dihitung."""
    parameter, fakta = entri.parameter, entri.fakta
    if perlu_basis(indikator) and not basis_tertulis(fakta):
        return TingkatBaris(0, 0, "mustahil", TANPA_BASIS)
    bacaan = None if fakta is None else baca(indikator, fakta, tahun)
    if bacaan is None:
        return (
            TingkatBaris(0, 0, "tak_terbaca")
            if parameter is None
            else TingkatBaris(parameter, parameter, "parameter")
        )
    if bacaan.masalah:
        return TingkatBaris(0, 0, "mustahil", bacaan.masalah)
    atas = bacaan.kandidat[-1]
    if parameter is None:
        return TingkatBaris(bacaan.tingkat, atas, "fakta", None, bacaan.tingkat)
    tingkat, tertinggi = min(parameter, bacaan.tingkat), min(parameter, atas)
    return TingkatBaris(tingkat, tertinggi, "keduanya", None, bacaan.tingkat)


def fakta_bermakna(fakta: Fakta | None, asal: Indikator | None) -> Fakta | None:
    """Fakta yang maknanya tidak bergantung tahun: bilangan kemanfaatan dari tahun berbasis tunggal diberi
    nama basisnya.
    """
    if asal is None or fakta is None or (basis := basis_tunggal(asal)) is None:
        return fakta
    match fakta:
        case FaktaBilangan():
            return FaktaUkuran(basis, fakta)
        case FaktaUkuran(basis=None, nilai=nilai):
            return FaktaUkuran(basis, nilai)
    return fakta


def tingkat_lain(
    indikator: Indikator,
    asal: Indikator | None,
    entri: Entri,
    tahun: int,
    semula: TingkatBaris | None,
    baca: PembacaFakta = baca_fakta,
) -> TingkatBaris:
    """Tingkat klaim menurut metode tahun lain: dari fakta bila terbaca, selain itu klaim dibawa."""
    if semula is not None and semula.masalah is TANPA_BASIS:
        return semula
    fakta = fakta_bermakna(entri.fakta, asal)
    bacaan = None if fakta is None else baca(indikator, fakta, tahun)
    if bacaan is not None and bacaan.masalah is not TANPA_BASIS:
        if bacaan.masalah:
            return TingkatBaris(0, 0, "mustahil", bacaan.masalah)
        return TingkatBaris(bacaan.tingkat, bacaan.kandidat[-1], "fakta")
    if semula is not None and semula.masalah:
        return semula
    if entri.parameter is None:
        return TingkatBaris(0, 0, "tak_terbaca")
    return TingkatBaris(entri.parameter, entri.parameter, "dibawa")


def _persetujuan_gugur(entri: Entri) -> bool:
    """Klaim, fakta, atau bukti berubah sejak diverifikasi; isi berkas tidak dilihat di sini."""
    if entri.verifikasi is None or entri.verifikasi.sidik is None:
        return False
    return sidik_klaim(entri) != sidik_tertulis(entri.verifikasi.sidik).klaim


class Pembaca(NamedTuple):
    """Membaca baris sebuah catatan: tabel metode yang diminta dan tabel tahun catatan (sama bila tidak ada
    ``--metode``).
    """

    tabel: TabelTahun
    asal: TabelTahun | None
    tahun: int

    def milik_asal(self) -> Pembaca | None:
        """Pembaca menurut tabel tahun catatan sendiri; ``None`` bila tabel itu tidak lengkap."""
        if self.asal is None or not self.asal.lengkap:
            return None
        return Pembaca(self.asal, self.asal, self.tahun)

    def baca(self, entri: Mapping[str, Entri]) -> tuple[NilaiBaris, ...]:
        """Baris yang dikenal metode, menurut urutan tabel."""
        return tuple(self._baris(ind, entri[kode]) for kode, ind in self.tabel.baris.items() if kode in entri)

    def _baris(self, indikator: Indikator, entri: Entri) -> NilaiBaris:
        verifikasi = entri.verifikasi
        if self.asal is not self.tabel or (verifikasi is not None and verifikasi.sidik is not None):
            return self._baris_baru(indikator, entri)
        # Tanpa sidik, hanya inilah yang menentukan nilainya.
        tingkat_v = None if verifikasi is None else verifikasi.parameter
        kunci = (indikator.kode, self.tahun, entri.parameter, entri.fakta, entri.berbukti, tingkat_v)
        ada = self.tabel.ingatan_baris.get(kunci)
        if ada is None:
            ada = self.tabel.ingatan_baris[kunci] = self._baris_baru(indikator, entri)
        return ada

    def _baris_baru(self, indikator: Indikator, entri: Entri) -> NilaiBaris:
        verifikasi: int = entri.verifikasi.parameter if entri.verifikasi else 0
        tingkat_v, tertinggi_v = verifikasi, verifikasi
        if self.asal is self.tabel:
            klaim = self.tabel.tingkat(indikator, entri, self.tahun)
        else:
            asal = self.asal.baris.get(indikator.kode) if self.asal else None
            semula = tingkat_asal(asal, entri, self.tahun) if asal else None
            klaim = tingkat_lain(indikator, asal, entri, self.tahun, semula, self.tabel.baca)
            if entri.verifikasi and semula and verifikasi == semula.tingkat:
                tingkat_v, tertinggi_v = klaim.tingkat, klaim.tertinggi
        bukti = entri.berbukti
        return NilaiBaris(
            indikator.kode,
            indikator.nama,
            indikator.bobot,
            PerDasar(klaim.tingkat, klaim.tingkat if bukti else 0, tingkat_v),
            PerDasar(klaim.tertinggi, klaim.tertinggi if bukti else 0, tertinggi_v),
            klaim.asal,
            entri.parameter,
            entri.verifikasi is not None,
            klaim.masalah.pesan if klaim.masalah else None,
            klaim.menurut_fakta,
            _persetujuan_gugur(entri),
        )

    def jumlah(self, baris: Iterable[NilaiBaris]) -> tuple[PerDasar[Fraction], PerDasar[Fraction]]:
        """Jumlah skor baris tiap dasar (poin): yang dihitung dan yang tertinggi."""
        rendah, lebih = [0, 0, 0], [0, 0, 0]
        for satu in baris:
            bobot = self.tabel.bobot.get(satu.kode, 0)
            for dasar, tingkat in enumerate(satu.tingkat):
                rendah[dasar] += bobot * tingkat
            if satu.tertinggi != satu.tingkat:
                for dasar, tingkat in enumerate(satu.tertinggi):
                    lebih[dasar] += bobot * (tingkat - satu.tingkat[dasar])
        bawah = self._pecahan(rendah)
        if not any(lebih):
            return bawah, bawah
        return bawah, self._pecahan([satu + tambah for satu, tambah in zip(rendah, lebih, strict=True)])

    def _pecahan(self, jumlah: list[int]) -> PerDasar[Fraction]:
        return PerDasar(*(Fraction(satu, self.tabel.penyebut) for satu in jumlah))
