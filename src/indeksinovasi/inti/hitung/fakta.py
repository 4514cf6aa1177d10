"""Fakta menjadi tingkat, menurut aturan satu tahun.

Aturan baca: fakta dibulatkan setengah ke atas ke dua desimal; di celah atau tumpang tindih dua rentang,
tingkat rendah dihitung dan keduanya menjadi kandidat; lebih buruk dari tingkat 1 → 0; melampaui ujung
terbaik → 3; fakta mustahil → 0 dengan masalah.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

from indeksinovasi.inti.model.angka import angka_id, bulat_dua
from indeksinovasi.inti.model.aturan import (
    Aturan,
    AturanBasis,
    AturanJumlah,
    AturanKali,
    AturanPilihan,
    AturanRentang,
    AturanTahun,
    Rentang,
    Tangga,
    TingkatPositif,
)
from indeksinovasi.inti.model.metode import Indikator
from indeksinovasi.inti.model.nilai_fakta import (
    Fakta,
    FaktaBilangan,
    FaktaDaftarPilihan,
    FaktaDaftarTahun,
    FaktaPilihan,
    FaktaTahunan,
    FaktaUkuran,
)


class FaktaMustahil(NamedTuple):
    """Fakta yang tidak mungkin; ``kode`` FKT dan kalimatnya."""

    kode: str
    pesan: str


class Bacaan(NamedTuple):
    """Tingkat (0-3) yang didukung fakta. ``kandidat`` memuat tingkat lain yang sama sahnya; rendah yang
    dihitung.
    """

    tingkat: int
    kandidat: tuple[int, ...]
    masalah: FaktaMustahil | None = None


def _bacaan(kandidat: Iterable[int]) -> Bacaan:
    urut = tuple(sorted(set(kandidat)))
    return Bacaan(urut[0], urut)


def _mustahil(kode: str, pesan: str) -> Bacaan:
    return Bacaan(0, (0,), FaktaMustahil(kode, pesan))


def teks_rentang(rentang: Rentang, satuan: str = "") -> str:
    """``1 s.d. 10 orang``, ``31 orang atau lebih``, ``1 hari``."""
    awal, akhir = (None if satu is None else angka_id(satu) for satu in (rentang.min, rentang.maks))
    ekor = f" {satuan}" if satuan else ""
    if awal is None and akhir is None:
        return f"berapa pun{ekor}"
    if awal is None or akhir is None:
        return f"{akhir}{ekor} atau kurang" if awal is None else f"{awal}{ekor} atau lebih"
    return f"{awal}{ekor}" if awal == akhir else f"{awal} s.d. {akhir}{ekor}"


def baca_fakta(indikator: Indikator, fakta: Fakta, tahun: int) -> Bacaan | None:
    """Tingkat *fakta* menurut semua lembar *indikator*; ``None`` bila tahun ini tidak dapat membacanya.

    *tahun* adalah T-0, yaitu tahun catatan. Bila lembar lain memberi tingkat berbeda, yang rendah dihitung
    dan semuanya kandidat; fakta yang hanya dikenal lembar lain bernilai 0 pada lembar utama.
    """
    utama = None if indikator.aturan is None else terapkan_aturan(indikator.aturan, fakta, tahun)
    lain = [
        bacaan
        for satu in indikator.aturan_lain
        if (bacaan := terapkan_aturan(satu.aturan, fakta, tahun)) is not None
    ]
    if not lain:
        return utama
    sah = [k for satu in lain if not satu.masalah for k in satu.kandidat]
    if utama is None:
        return _bacaan([0, *sah]) if sah else lain[0]
    if utama.masalah:
        return utama
    return _bacaan([*utama.kandidat, *sah])


def terapkan_aturan(aturan: Aturan, fakta: Fakta, tahun: int) -> Bacaan | None:
    """Tingkat *fakta* menurut satu aturan; ``None`` bila kosakatanya bukan milik aturan ini."""
    match aturan:
        case AturanRentang():
            return _rentang(aturan, fakta, tahun)
        case AturanPilihan():
            return _pilihan(aturan, fakta)
        case AturanJumlah():
            return _jumlah(aturan, fakta)
        case AturanTahun():
            return _tahun(aturan, fakta, tahun)
        case AturanKali():
            return _kali(aturan, fakta, tahun)
        case AturanBasis():
            return _basis(aturan, fakta, tahun)


def naik_tangga(nilai: Fraction, tangga: Tangga, *, naik: bool = True) -> Bacaan:
    """Letakkan *nilai* (sudah dibulatkan) pada rentang tingkat 1-3."""
    memuat = [tingkat for tingkat in sorted(tangga) if tangga[tingkat].memuat(nilai)]
    if memuat:
        return _bacaan(memuat)
    lewat = [tingkat for tingkat in sorted(tangga) if _melewati(nilai, tangga, tingkat, naik=naik)]
    if not lewat:
        return _bacaan([0])
    bawah = lewat[-1]
    return _bacaan([bawah, *(tingkat for tingkat in sorted(tangga) if tingkat > bawah)][:2])


def _melewati(nilai: Fraction, tangga: Tangga, tingkat: TingkatPositif, *, naik: bool) -> bool:
    rentang = tangga[tingkat]
    batas = rentang.maks if naik else rentang.min
    return batas is not None and (nilai > batas if naik else nilai < batas)


def _nilai_perubahan(aturan: AturanRentang, fakta: FaktaTahunan, tahun: int) -> Fraction | Bacaan | None:
    if aturan.perubahan is None:
        return None
    perlu = (tahun - 1,) if aturan.perubahan == "nilai" else (tahun - 2, tahun - 1)
    ada = {satu: bilangan.nilai for satu, bilangan in fakta.isi}
    tertulis = {satu: bilangan.tertulis for satu, bilangan in fakta.isi}
    if kurang := [str(satu) for satu in perlu if satu not in ada]:
        return _mustahil("FKT405", f"nilai tahun {' dan '.join(kurang)} belum ada")
    t1 = ada[tahun - 1]
    if aturan.perubahan == "nilai":
        return t1
    t2 = ada[tahun - 2]
    if aturan.perubahan == "selisih":
        return t1 - t2
    if aturan.perubahan == "penurunan":
        return t2 - t1
    if t2 <= 0:
        return _mustahil(
            "FKT403",
            f"persentase perubahan tidak dapat dihitung dari nilai {tahun - 2} = {tertulis[tahun - 2]}",
        )
    return (t1 - t2) / t2 * 100


def nilai_rentang(aturan: AturanRentang, fakta: Fakta, tahun: int) -> Fraction | Bacaan | None:
    """Bilangan yang diletakkan pada tangga: fakta sendiri, atau perubahan menurut nilai per tahun."""
    match fakta:
        case FaktaBilangan(nilai=nilai):
            return nilai
        case FaktaTahunan():
            return _nilai_perubahan(aturan, fakta, tahun)
    return None


def _rentang(aturan: AturanRentang, fakta: Fakta, tahun: int) -> Bacaan | None:
    match fakta:
        case FaktaPilihan(kode=kode):
            return _bacaan([aturan.pilihan[kode]]) if kode in aturan.pilihan else None
    nilai = nilai_rentang(aturan, fakta, tahun)
    if nilai is None or isinstance(nilai, Bacaan):
        return nilai
    if aturan.bulat and nilai.denominator != 1:
        return _mustahil("FKT404", f"{_tulis(fakta, nilai)} {aturan.satuan} harus bilangan bulat")
    terbulat = bulat_dua(nilai)
    if not aturan.mungkin.memuat(terbulat):
        batas = teks_rentang(aturan.mungkin)
        return _mustahil("FKT403", f"{_tulis(fakta, nilai)} {aturan.satuan} tidak mungkin; batasnya {batas}")
    return naik_tangga(terbulat, aturan.tingkat, naik=aturan.arah == "naik")


def _tulis(fakta: Fakta, nilai: Fraction) -> str:
    """Bilangan fakta seperti tertulis; yang dihitung darinya dalam bentuk Indonesia."""
    match fakta:
        case FaktaBilangan(tertulis=tertulis):
            return tertulis
    return angka_id(nilai)


def _pilihan(aturan: AturanPilihan, fakta: Fakta) -> Bacaan | None:
    match fakta:
        case FaktaPilihan(kode=kode) if not aturan.banyak and kode in aturan.tingkat:
            return _bacaan(aturan.tingkat[kode])
        case FaktaDaftarPilihan(pilihan=pilihan) if aturan.banyak:
            return _terbaik(aturan, pilihan)
    return None


def _terbaik(aturan: AturanPilihan, pilihan: tuple[str, ...]) -> Bacaan | None:
    dikenal = [aturan.tingkat[satu] for satu in pilihan if satu in aturan.tingkat]
    if not dikenal:
        return None if pilihan else _bacaan([0])
    rendah = max(min(satu) for satu in dikenal)
    return _bacaan([rendah, max(max(satu) for satu in dikenal)])


def banyak_anggota(aturan: AturanJumlah, fakta: Fakta) -> int | None:
    """Banyaknya anggota berbeda, atau kelompok yang terwakili; ``None`` bila faktanya bukan daftar."""
    match fakta:
        case FaktaDaftarPilihan(pilihan=pilihan):
            anggota = set(pilihan)
        case FaktaDaftarTahun(tahun=tahun):
            anggota = set(map(str, tahun))
        case _:
            return None
    if aturan.kelompok:
        return sum(1 for isi in aturan.kelompok.values() if anggota.intersection(isi))
    return len(anggota)


def _jumlah(aturan: AturanJumlah, fakta: Fakta) -> Bacaan | None:
    banyak = banyak_anggota(aturan, fakta)
    return None if banyak is None else naik_tangga(Fraction(banyak), aturan.tingkat)


def daftar_tahun(fakta: Fakta) -> tuple[int, ...] | None:
    """Tahun-tahun sebuah daftar, mungkin kosong; ``None`` bila faktanya bukan daftar tahun."""
    match fakta:
        case FaktaDaftarTahun(tahun=tahun):
            return tahun
        case FaktaDaftarPilihan(pilihan=()):
            return ()
    return None


def _tahun(aturan: AturanTahun, fakta: Fakta, tahun: int) -> Bacaan | None:
    ditulis = daftar_tahun(fakta)
    if ditulis is None:
        return None
    relatif = {f"T-{tahun - satu}" for satu in ditulis}
    terpenuhi = [
        t for t, pilihan in aturan.tingkat.items() if any(relatif.issuperset(satu) for satu in pilihan)
    ]
    return _bacaan([max(terpenuhi, default=0)])


def banyak_kali(aturan: AturanKali, fakta: FaktaTahunan, tahun: int) -> Fraction:
    """Jumlah kali di dalam jendela tahun."""
    dalam = (banyak.nilai for satu, banyak in fakta.isi if f"T-{tahun - satu}" in aturan.jendela)
    return sum(dalam, Fraction(0))


def _kali(aturan: AturanKali, fakta: Fakta, tahun: int) -> Bacaan | None:
    match fakta:
        case FaktaTahunan(isi=isi):
            if any(banyak.nilai.denominator != 1 for _, banyak in isi):
                return _mustahil("FKT404", "banyaknya kali harus bilangan bulat")
            if any(banyak.nilai < 0 for _, banyak in isi):
                return _mustahil("FKT403", "banyaknya kali tidak boleh negatif")
            return naik_tangga(banyak_kali(aturan, fakta, tahun), aturan.tingkat)
    return None


def _basis(aturan: AturanBasis, fakta: Fakta, tahun: int) -> Bacaan | None:
    match fakta:
        case FaktaBilangan():
            return _tanpa_basis(aturan, fakta, tahun)
        case FaktaUkuran(basis=None, nilai=FaktaBilangan() as bilangan):
            return _tanpa_basis(aturan, bilangan, tahun)
        case FaktaUkuran(basis=str() as basis, nilai=FaktaBilangan() as bilangan) if basis in aturan.basis:
            return _rentang(aturan.basis[basis], bilangan, tahun)
    return None


def _tanpa_basis(aturan: AturanBasis, bilangan: FaktaBilangan, tahun: int) -> Bacaan | None:
    if len(aturan.basis) > 1:
        return Bacaan(0, (0,), TANPA_BASIS)
    return next((_rentang(satu, bilangan, tahun) for satu in aturan.basis.values()), None)


TANPA_BASIS = FaktaMustahil("FKT406", "basis ukur kemanfaatan belum dipilih")


def basis_tertulis(fakta: Fakta | None) -> str | None:
    """Basis yang dipilih pada *fakta*; ``None`` bila belum dipilih."""
    match fakta:
        case FaktaUkuran(basis=basis):
            return basis
    return None


def perlu_basis(indikator: Indikator) -> bool:
    """Benar bila tahun ini mengukur indikator itu dengan beberapa basis, sehingga ``fakta.basis`` wajib
    ada.
    """
    return isinstance(indikator.aturan, AturanBasis) and len(indikator.aturan.basis) > 1


def basis_tunggal(indikator: Indikator) -> str | None:
    """Satu-satunya basis tahun ini, yang menjadi makna sebuah bilangan tanpa basis; ``None`` bila tidak
    tunggal.
    """
    if isinstance(indikator.aturan, AturanBasis) and len(indikator.aturan.basis) == 1:
        return next(iter(indikator.aturan.basis))
    return None
