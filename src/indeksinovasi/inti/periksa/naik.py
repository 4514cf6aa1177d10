"""Fakta dalam kalimat, dan perubahan terkecil yang membuat fakta mencapai sebuah tingkat."""

from __future__ import annotations

from dataclasses import replace

from indeksinovasi.inti.ejaan import deretan
from indeksinovasi.inti.hitung.fakta import (
    banyak_anggota,
    banyak_kali,
    basis_tertulis,
    daftar_tahun,
    nilai_rentang,
    terapkan_aturan,
)
from indeksinovasi.inti.model.angka import angka_id
from indeksinovasi.inti.model.aturan import (
    Aturan,
    AturanBasis,
    AturanJumlah,
    AturanKali,
    AturanPilihan,
    AturanRentang,
    AturanTahun,
    TingkatPositif,
    tahun_mutlak,
)
from indeksinovasi.inti.model.kutipan import PembacaTulisan, angka_tertulis
from indeksinovasi.inti.model.metode import Indikator
from indeksinovasi.inti.model.nilai_fakta import (
    Fakta,
    FaktaAsing,
    FaktaBilangan,
    FaktaDaftarPilihan,
    FaktaDaftarTahun,
    FaktaPilihan,
    FaktaTahunan,
    FaktaUkuran,
)
from indeksinovasi.inti.model.temuan import Jalur

_BANYAK_TAHUN = 4


def fakta_tertulis(fakta: Fakta, jalur: Jalur, tulisan: PembacaTulisan) -> Fakta:
    """*fakta* di *jalur* dengan tiap bilangannya seperti tertulis di berkas."""
    match fakta:
        case FaktaBilangan():
            return _tertulis(fakta, jalur, tulisan)
        case FaktaUkuran(nilai=FaktaBilangan() as nilai):
            return replace(fakta, nilai=_tertulis(nilai, (*jalur, "nilai"), tulisan))
        case FaktaTahunan(isi=isi):
            return FaktaTahunan(tuple((satu, _tertulis(n, (*jalur, satu), tulisan)) for satu, n in isi))
    return fakta


def _tertulis(bilangan: FaktaBilangan, jalur: Jalur, tulisan: PembacaTulisan) -> FaktaBilangan:
    return replace(bilangan, tertulis=angka_tertulis(tulisan, jalur, bilangan.nilai))


def teks_fakta(indikator: Indikator, fakta: Fakta, tahun: int) -> str:
    """Fakta beserta satuannya: ``18 orang``, ``perkada``, ``4 aktor``, ``2 kali``."""
    return _teks(indikator.aturan, fakta, tahun)


def _teks(aturan: Aturan | None, fakta: Fakta, tahun: int) -> str:
    match aturan, fakta:
        case AturanBasis(), FaktaUkuran(basis=basis, nilai=FaktaBilangan() as isi) if basis in aturan.basis:
            return _teks(aturan.basis[basis], isi, tahun)
        case AturanBasis(), FaktaUkuran(nilai=FaktaBilangan() as isi) if len(aturan.basis) == 1:
            return _teks(next(iter(aturan.basis.values())), isi, tahun)
        case AturanBasis(), FaktaBilangan() if len(aturan.basis) == 1:
            return _teks(next(iter(aturan.basis.values())), fakta, tahun)
        case AturanRentang(), _:
            return _rentang_tertulis(aturan, fakta, tahun)
        case AturanJumlah(), _:
            banyak = banyak_anggota(aturan, fakta)
            if banyak is not None:
                return f"{banyak} {aturan.satuan}"
        case AturanKali(), FaktaTahunan():
            return f"{angka_id(banyak_kali(aturan, fakta, tahun))} kali ({_apa_adanya(fakta)})"
    return _apa_adanya(fakta)


def _rentang_tertulis(aturan: AturanRentang, fakta: Fakta, tahun: int) -> str:
    nilai = nilai_rentang(aturan, fakta, tahun)
    match fakta:
        case FaktaBilangan(tertulis=tertulis):
            return f"{tertulis} {aturan.satuan}"
        case FaktaTahunan() if nilai is not None and not isinstance(nilai, tuple):
            return f"{angka_id(nilai)} {aturan.satuan} ({_apa_adanya(fakta)})"
    return _apa_adanya(fakta)


def _apa_adanya(fakta: Fakta) -> str:
    match fakta:
        case FaktaPilihan(kode=kode):
            return kode
        case FaktaBilangan(tertulis=tertulis) | FaktaAsing(tertulis=tertulis):
            return tertulis
        case FaktaDaftarPilihan(pilihan=pilihan):
            return deretan(pilihan) or "(daftar kosong)"
        case FaktaDaftarTahun(tahun=tahun):
            return deretan(map(str, tahun))
        case FaktaTahunan(isi=isi):
            semua = [f"{tahun}: {nilai.tertulis}" for tahun, nilai in isi]
            return (
                deretan(semua) if len(semua) <= _BANYAK_TAHUN else ", ".join((*semua[:_BANYAK_TAHUN], "..."))
            )
        case FaktaUkuran(basis=basis, nilai=nilai):
            bagian = {"basis": basis, "nilai": nilai and nilai.tertulis}
            return deretan(f"{kunci}: {satu}" for kunci, satu in bagian.items() if satu is not None)


def syarat_naik(indikator: Indikator, fakta: Fakta, tahun: int, sasaran: TingkatPositif) -> str:
    """Perubahan terkecil yang membuat *fakta* mencapai tingkat *sasaran*; kosong bila tak disebut aturannya.

    Bila beberapa lembar berlaku, yang diterangkan lembar pertama yang belum mencapainya.
    """
    for aturan in (indikator.aturan, *(satu.aturan for satu in indikator.aturan_lain)):
        if aturan is None:
            continue
        bacaan = terapkan_aturan(aturan, fakta, tahun)
        if bacaan is None or bacaan.tingkat < sasaran:
            return _syarat(aturan, fakta, tahun, sasaran)
    return ""


def _syarat(aturan: Aturan, fakta: Fakta, tahun: int, sasaran: TingkatPositif) -> str:
    match aturan:
        case AturanBasis():
            basis = basis_tertulis(fakta)
            dipilih = aturan.basis.get(basis) if basis else next(iter(aturan.basis.values()))
            return _rentang(dipilih, sasaran) if dipilih else ""
        case AturanRentang():
            return _rentang(aturan, sasaran)
        case AturanPilihan():
            return _pilihan(aturan, sasaran)
        case AturanJumlah():
            return _jumlah(aturan, fakta, sasaran)
        case AturanTahun():
            return _tahun(aturan, fakta, tahun, sasaran)
        case AturanKali():
            return _kali(aturan, tahun, sasaran)


def _rentang(aturan: AturanRentang, sasaran: TingkatPositif) -> str:
    rentang = aturan.tingkat.get(sasaran)
    if rentang is None:
        return ""
    if aturan.arah == "naik" and rentang.min is not None:
        return f"tingkat {sasaran} mulai {angka_id(rentang.min)} {aturan.satuan}"
    if aturan.arah == "turun" and rentang.maks is not None:
        return f"tingkat {sasaran} paling banyak {angka_id(rentang.maks)} {aturan.satuan}"
    return ""


def _pilihan(aturan: AturanPilihan, sasaran: TingkatPositif) -> str:
    cukup = {kode: min(tingkat) for kode, tingkat in aturan.tingkat.items() if min(tingkat) >= sasaran}
    terdekat = [kode for kode, tingkat in cukup.items() if tingkat == min(cukup.values())]
    return f"tingkat {sasaran} memerlukan {deretan(terdekat, 'atau')}" if terdekat else ""


def _jumlah(aturan: AturanJumlah, fakta: Fakta, sasaran: TingkatPositif) -> str:
    rentang = aturan.tingkat.get(sasaran)
    if rentang is None or rentang.min is None:
        return ""
    kurang = rentang.min - (banyak_anggota(aturan, fakta) or 0)
    return f"tingkat {sasaran} mulai {angka_id(rentang.min)} {aturan.satuan} (tambah {angka_id(kurang)})"


def _tahun(aturan: AturanTahun, fakta: Fakta, tahun: int, sasaran: TingkatPositif) -> str:
    ada = set(daftar_tahun(fakta) or ())
    kurang = [
        sorted({tahun_mutlak(satu, tahun) for satu in himpunan} - ada)
        for tingkat, semua in aturan.tingkat.items()
        if tingkat >= sasaran
        for himpunan in semua
    ]
    if not kurang:
        return ""
    terdekat = min(kurang, key=len)
    return f"tingkat {sasaran} memerlukan juga tahun {deretan(map(str, terdekat))}"


def _kali(aturan: AturanKali, tahun: int, sasaran: TingkatPositif) -> str:
    rentang = aturan.tingkat.get(sasaran)
    if rentang is None or rentang.min is None:
        return ""
    jendela = sorted(tahun_mutlak(satu, tahun) for satu in aturan.jendela)
    return f"tingkat {sasaran} mulai {angka_id(rentang.min)} kali dalam {jendela[0]}-{jendela[-1]}"
