"""Pemeriksaan KTN atas aturan indikator: tumpang tindih, celah, tingkat yang tak tercapai atau hilang.

Rentang dibandingkan pada kisi 0,01 (bilangan bulat bila ``bulat``), sama dengan pembulatan fakta.
Ketercapaian diuji dengan pembaca fakta yang dipakai menilai, pada setiap titik batas.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations
from math import ceil, floor, inf, isfinite
from typing import Literal, NamedTuple

from indeksinovasi.inti.hitung.fakta import naik_tangga, terapkan_aturan
from indeksinovasi.inti.model.aturan import (
    TINGKAT_POSITIF,
    Aturan,
    AturanBasis,
    AturanJumlah,
    AturanKali,
    AturanPilihan,
    AturanRentang,
    AturanTahun,
    Rentang,
    Tangga,
)
from indeksinovasi.inti.model.fakta import BENTUK_FAKTA
from indeksinovasi.inti.model.kutipan import PembacaTulisan, angka_tertulis, tanpa_tulisan
from indeksinovasi.inti.model.metode import Indikator
from indeksinovasi.inti.model.nilai_fakta import FaktaDaftarTahun
from indeksinovasi.inti.model.temuan import Jalur, Masalah

KISI_DESIMAL = 100
_TAHUN = 2000
_HIMPUNAN_TAHUN = [[_TAHUN - mundur for mundur in range(3) if pola >> mundur & 1] for pola in range(8)]


class Ruas(NamedTuple):
    """Rentang tertutup pada kisi: bilangan bulat, atau tak hingga pada ujung yang terbuka."""

    awal: float
    akhir: float

    @property
    def kosong(self) -> bool:
        """Benar bila tidak ada titik kisi di dalamnya."""
        return self.awal > self.akhir or self.awal == inf or self.akhir == -inf

    def iris(self, lain: Ruas) -> Ruas:
        """Titik kisi yang ada pada keduanya."""
        return Ruas(max(self.awal, lain.awal), min(self.akhir, lain.akhir))


class Lapis(NamedTuple):
    """Tangga yang siap diperiksa: rentang tiap tingkat, arah, fakta yang mungkin, dan titik kisi tiap satuan.

    ``kata`` adalah tingkat yang juga dapat diperoleh dari sebuah kata (``tidak_ada`` pada pengaduan).
    """

    tangga: Tangga
    arah: Literal["naik", "turun"]
    mungkin: Rentang
    kisi: int
    kata: frozenset[int] = frozenset()

    def ruas(self, rentang: Rentang) -> Ruas:
        """Titik kisi di dalam *rentang*."""
        awal = -inf if rentang.min is None else ceil(rentang.min * self.kisi)
        akhir = inf if rentang.maks is None else floor(rentang.maks * self.kisi)
        return Ruas(awal, akhir)

    @property
    def ruas_tingkat(self) -> dict[int, Ruas]:
        """Ruas tiap tingkat yang tertulis."""
        return {tingkat: self.ruas(rentang) for tingkat, rentang in sorted(self.tangga.items())}

    def bertetangga(self) -> Iterator[tuple[int, Ruas, Ruas]]:
        """Tiap pasangan tingkat berurutan: tingkat atasnya, ruas bernilai kecil, dan ruas bernilai besar."""
        ruas = self.ruas_tingkat
        for tinggi in (2, 3):
            if tinggi in ruas and tinggi - 1 in ruas:
                pasangan = (ruas[tinggi - 1], ruas[tinggi])
                kecil, besar = pasangan if self.arah == "naik" else pasangan[::-1]
                yield tinggi, kecil, besar

    def tulis(self, ruas: Ruas) -> str:
        """Ruas untuk manusia: ``50,01 s.d. 50,99``."""
        desimal = 0 if self.kisi == 1 else 2
        awal, akhir = (f"{satu / self.kisi:.{desimal}f}".replace(".", ",") for satu in ruas)
        if ruas == Ruas(-inf, inf):
            return "semua bilangan"
        if ruas.awal == -inf:
            return f"{akhir} ke bawah"
        if ruas.akhir == inf:
            return f"{awal} ke atas"
        return awal if awal == akhir else f"{awal} s.d. {akhir}"


def periksa_indikator(
    indikator: Indikator, jalur: Jalur, tulisan: PembacaTulisan = tanpa_tulisan
) -> Iterator[Masalah]:
    """Masalah tingkat dan aturan satu indikator; *jalur* menunjuk barisnya di berkas tahun."""
    kode = indikator.kode
    if indikator.tingkat is not None:
        yield from _hilang(indikator.tingkat, (*jalur, "tingkat"), f"uraian {kode}")
    elif indikator.aturan is not None:
        yield Masalah(
            "KTN710", (*jalur, "tingkat"), f"{kode} punya aturan tanpa uraian tingkat", tunjuk="kunci"
        )
    if indikator.aturan is not None:
        yield from _awali(kode, periksa_aturan(kode, indikator.aturan, (*jalur, "aturan"), tulisan))
    for urutan, lain in enumerate(indikator.aturan_lain):
        letak = (*jalur, "aturan_lain", urutan, "aturan")
        yield from _awali(f"{kode} (lembar lain)", periksa_aturan(kode, lain.aturan, letak, tulisan))


def _awali(sebutan: str, masalah: Iterable[Masalah]) -> Iterator[Masalah]:
    return (satu._replace(pesan=f"{sebutan}: {satu.pesan}") for satu in masalah)


def periksa_aturan(
    kode: str, aturan: Aturan, jalur: Jalur, tulisan: PembacaTulisan = tanpa_tulisan
) -> Iterator[Masalah]:
    """Masalah satu aturan; *kode* indikatornya menentukan kosakata fakta yang boleh ditulis."""
    match aturan:
        case AturanRentang():
            kisi = 1 if aturan.bulat else KISI_DESIMAL
            kata = frozenset(aturan.pilihan.values())
            yield from _tangga(Lapis(aturan.tingkat, aturan.arah, aturan.mungkin, kisi, kata), jalur, tulisan)
        case AturanJumlah():
            cacah = Rentang(min=Fraction(0), maks=_terbanyak(kode, aturan))
            yield from _tangga(Lapis(aturan.tingkat, "naik", cacah, 1), jalur, tulisan)
        case AturanKali():
            yield from _tangga(Lapis(aturan.tingkat, "naik", Rentang(min=Fraction(0)), 1), jalur, tulisan)
        case AturanBasis():
            for basis, isi in aturan.basis.items():
                yield from _awali(
                    f"basis {basis}", periksa_aturan(kode, isi, (*jalur, "basis", basis), tulisan)
                )
        case AturanPilihan():
            yield from _pilihan(kode, aturan, (*jalur, "tingkat"))
        case AturanTahun():
            yield from _tahun(aturan, (*jalur, "tingkat"))


def _hilang(ada: Iterable[int], jalur: Jalur, apa: str) -> Iterator[Masalah]:
    kurang = [str(satu) for satu in TINGKAT_POSITIF if satu not in ada]
    if kurang:
        yield Masalah("KTN710", jalur, f"{apa} tidak memuat tingkat {' dan '.join(kurang)}", tunjuk="kunci")


def _tangga(lapis: Lapis, jalur: Jalur, tulisan: PembacaTulisan) -> Iterator[Masalah]:
    dasar = (*jalur, "tingkat")
    yield from _hilang(lapis.tangga, dasar, "aturan")
    for tingkat, rentang in lapis.tangga.items():
        if rentang.min is not None and rentang.maks is not None and rentang.min > rentang.maks:
            letak = (*dasar, str(tingkat))
            awal = angka_tertulis(tulisan, (*letak, "min"), rentang.min)
            akhir = angka_tertulis(tulisan, (*letak, "maks"), rentang.maks)
            pesan = f"tingkat {tingkat}: min {awal} melebihi maks {akhir}"
            yield Masalah("KTN706", letak, pesan, "Tukar min dan maks.")
    yield from _tumpang_tindih(lapis, dasar)
    if _searah(lapis):
        yield from _celah(lapis, dasar)
        yield from _ujung(lapis, dasar)
    else:
        pesan = f'arah "{lapis.arah}" tidak sesuai dengan urutan rentang tingkatnya'
        yield Masalah("KTN706", (*jalur, "arah"), pesan, "Betulkan arah, atau tukar rentang tingkatnya.")
    yield from _tak_tercapai(lapis.tangga, _tercapai(lapis), dasar)


def _terbanyak(kode: str, aturan: AturanJumlah) -> Fraction | None:
    if aturan.kelompok:
        return Fraction(len(aturan.kelompok))
    bentuk = BENTUK_FAKTA.get(kode)
    return Fraction(len(bentuk.pilihan)) if bentuk and bentuk.jenis == "banyak" else None


def _searah(lapis: Lapis) -> bool:
    for _, kecil, besar in lapis.bertetangga():
        if not (kecil.kosong or besar.kosong) and besar.akhir < kecil.awal:
            return False
    return True


def _tumpang_tindih(lapis: Lapis, dasar: Jalur) -> Iterator[Masalah]:
    for (rendah, satu), (tinggi, dua) in combinations(lapis.ruas_tingkat.items(), 2):
        bersama = satu.iris(dua)
        if not (satu.kosong or dua.kosong or bersama.kosong):
            yield Masalah(
                "KTN701",
                (*dasar, str(tinggi)),
                f"tingkat {rendah} dan {tinggi} sama-sama memuat {lapis.tulis(bersama)}",
            )


def _celah(lapis: Lapis, dasar: Jalur) -> Iterator[Masalah]:
    for tinggi, kecil, besar in lapis.bertetangga():
        celah = Ruas(kecil.akhir + 1, besar.awal - 1).iris(lapis.ruas(lapis.mungkin))
        if not celah.kosong:
            pesan = f"celah antara tingkat {tinggi - 1} dan {tinggi}: {lapis.tulis(celah)} tidak diatur"
            yield Masalah("KTN702", (*dasar, str(tinggi)), pesan)


def _ujung(lapis: Lapis, dasar: Jalur) -> Iterator[Masalah]:
    """Nilai yang mungkin di luar ujung tangga.

    Cacahan di bawah tingkat 1 (misalnya satu perangkat daerah) dan nilai nol memang bernilai 0, bukan celah.
    """
    ruas, mungkin = lapis.ruas_tingkat, lapis.ruas(lapis.mungkin)
    cacahan = lapis.kisi == 1 and lapis.arah == "naik"
    bawah, atas = (1, 3) if lapis.arah == "naik" else (3, 1)
    if bawah in ruas and not cacahan:
        yield from _luar(lapis, Ruas(1, ruas[bawah].awal - 1).iris(mungkin), bawah, dasar)
    if atas in ruas:
        yield from _luar(lapis, Ruas(ruas[atas].akhir + 1, inf).iris(mungkin), atas, dasar)


def _luar(lapis: Lapis, luar: Ruas, tingkat: int, dasar: Jalur) -> Iterator[Masalah]:
    if not luar.kosong:
        dihitung = "tingkat 3" if tingkat == TINGKAT_POSITIF[-1] else "0"
        yield Masalah(
            "KTN702",
            (*dasar, str(tingkat)),
            f"di luar tingkat {tingkat}: {lapis.tulis(luar)} tidak diatur, dihitung {dihitung}",
        )


def _tercapai(lapis: Lapis) -> set[int]:
    """Tingkat yang dihitung pembaca fakta pada salah satu titik; di antara dua titik batas hasilnya tetap."""
    semua = (*lapis.ruas_tingkat.values(), lapis.ruas(lapis.mungkin))
    batas = [int(satu) for ruas in semua for satu in ruas if isfinite(satu)]
    titik = {calon for satu in batas for calon in (satu - 1, satu, satu + 1)} or {0}
    nilai = (Fraction(satu, lapis.kisi) for satu in titik)
    dalam = filter(lapis.mungkin.memuat, nilai)
    return {naik_tangga(satu, lapis.tangga, naik=lapis.arah == "naik").tingkat for satu in dalam} | lapis.kata


def _tak_tercapai(tertulis: Iterable[int], tercapai: set[int], dasar: Jalur) -> Iterator[Masalah]:
    for tingkat in sorted(tertulis):
        if tingkat and tingkat not in tercapai:
            yield Masalah(
                "KTN703", (*dasar, str(tingkat)), f"tingkat {tingkat} tidak dapat dicapai fakta mana pun"
            )


def _pilihan(kode: str, aturan: AturanPilihan, dasar: Jalur) -> Iterator[Masalah]:
    bentuk = BENTUK_FAKTA.get(kode)
    dikenal = set(bentuk.pilihan if bentuk else aturan.tingkat)
    yield from _hilang({satu for semua in aturan.tingkat.values() for satu in semua}, dasar, "aturan")
    for kata in aturan.tingkat:
        if kata not in dikenal:
            petunjuk = f"Pilihan yang dikenal: {', '.join(sorted(dikenal))}."
            pesan = f'pilihan "{kata}" bukan fakta {kode}, jadi tingkatnya tidak dapat dicapai dengannya'
            yield Masalah("KTN703", (*dasar, kata), pesan, petunjuk, "kunci")
    yield from _tertutup({kata: semua for kata, semua in aturan.tingkat.items() if kata in dikenal}, dasar)


def _tertutup(berlaku: Mapping[str, Sequence[int]], dasar: Jalur) -> Iterator[Masalah]:
    """Tingkat yang semua pilihannya juga tingkat lain yang lebih rendah: yang rendah yang dihitung."""
    dihitung = {min(semua) for semua in berlaku.values()}
    for tingkat in TINGKAT_POSITIF:
        pilihan = next((kata for kata, semua in berlaku.items() if tingkat in semua), None)
        if pilihan is not None and tingkat not in dihitung:
            pesan = f"tingkat {tingkat} tidak dapat dicapai: pilihannya juga tingkat yang lebih rendah"
            yield Masalah("KTN703", (*dasar, pilihan), pesan)


def _tahun(aturan: AturanTahun, dasar: Jalur) -> Iterator[Masalah]:
    yield from _hilang(aturan.tingkat, dasar, "aturan")
    bacaan = [terapkan_aturan(aturan, FaktaDaftarTahun(tuple(tahun)), _TAHUN) for tahun in _HIMPUNAN_TAHUN]
    yield from _tak_tercapai(aturan.tingkat, {satu.tingkat for satu in bacaan if satu}, dasar)
