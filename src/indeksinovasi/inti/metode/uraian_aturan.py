"""Aturan fakta dalam bahasa biasa: cara menulis faktanya, arti tiap tingkat, dan contoh yang mencapainya.

Butir-butirnya berlabel tetap, sehingga dua tahun dapat dibandingkan butir demi butir.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import chain, starmap
from typing import NamedTuple

from indeksinovasi.inti.hitung.fakta import baca_fakta, teks_rentang
from indeksinovasi.inti.model.angka import angka_id
from indeksinovasi.inti.model.aturan import (
    Aturan,
    AturanBasis,
    AturanJumlah,
    AturanKali,
    AturanPilihan,
    AturanRentang,
    AturanTahun,
    Rentang,
    TahunRelatif,
    Tangga,
    tahun_mutlak,
)
from indeksinovasi.inti.model.fakta import bentuk_fakta
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

PERUBAHAN = {
    "persen": "perubahan T-1 terhadap T-2 dalam persen: (T-1 − T-2) ÷ T-2 × 100",
    "selisih": "kenaikan: nilai T-1 dikurangi nilai T-2",
    "penurunan": "penurunan: nilai T-2 dikurangi nilai T-1",
    "nilai": "nilai T-1",
}


_TENGAH = Fraction(50)  # nilai contoh yang masuk akal untuk persen maupun IPM


class ButirAturan(NamedTuple):
    """Isi sebuah pilihan, sebuah hal (``tingkat 1``), atau hal sebuah pilihan; yang tidak ada kosong."""

    pilihan: str
    hal: str
    isi: str

    @property
    def label(self) -> str:
        """Tetap dari tahun ke tahun: ``perkada``, ``tingkat 1``, atau ``orang, tingkat 1``."""
        return ", ".join(filter(None, (self.pilihan, self.hal)))


class UraianAturan(NamedTuple):
    """Satu aturan: kalimat cara membacanya, dan butirnya."""

    cara: str
    butir: tuple[ButirAturan, ...]


def uraikan_aturan(aturan: Aturan) -> UraianAturan:
    """Uraian *aturan*; tahun tetap relatif (T-2, T-1, T-0)."""
    match aturan:
        case AturanRentang():
            return UraianAturan(_cara_rentang(aturan), tuple(_butir_rentang(aturan)))
        case AturanPilihan():
            cara = "beberapa pilihan, yang terbaik dihitung" if aturan.banyak else "satu pilihan"
            butir = (ButirAturan(kata, "", _tingkat(nilai)) for kata, nilai in aturan.tingkat.items())
            return UraianAturan(cara, tuple(butir))
        case AturanJumlah():
            return UraianAturan(_cara_jumlah(aturan), tuple(_butir_jumlah(aturan)))
        case AturanTahun():
            cara = "daftar tahun; tingkat tertinggi yang seluruh tahunnya ada"
            tahun = (
                ButirAturan("", f"tingkat {satu}", _himpunan(isi)) for satu, isi in aturan.tingkat.items()
            )
            return UraianAturan(cara, tuple(tahun))
        case AturanKali():
            cara = f"banyak kali tiap tahun, dijumlahkan atas {', '.join(aturan.jendela)}"
            return UraianAturan(cara, tuple(_butir_tangga(aturan.tingkat, "kali")))
        case AturanBasis():
            cara = "satu basis ukur dan nilainya" if len(aturan.basis) > 1 else "nilai pada satu basis ukur"
            return UraianAturan(cara, tuple(_butir_basis(aturan)))


def _cara_rentang(aturan: AturanRentang) -> str:
    if aturan.perubahan:
        return f"nilai tiap tahun, atau langsung {PERUBAHAN[aturan.perubahan]}"
    jenis = "bilangan bulat" if aturan.bulat else "bilangan, dibulatkan ke dua desimal"
    lebih = "makin besar makin baik" if aturan.arah == "naik" else "makin kecil makin baik"
    return f"{jenis}; {lebih}"


def _butir_rentang(aturan: AturanRentang) -> Iterator[ButirAturan]:
    yield from _butir_tangga(aturan.tingkat, aturan.satuan)
    for kata, tingkat in aturan.pilihan.items():
        yield ButirAturan(kata, "", _tingkat((tingkat,)))
    if aturan.mungkin != Rentang():
        yield ButirAturan("", "yang mungkin", teks_rentang(aturan.mungkin))


def _butir_tangga(tangga: Tangga, satuan: str) -> Iterator[ButirAturan]:
    for tingkat, rentang in sorted(tangga.items()):
        yield ButirAturan("", f"tingkat {tingkat}", teks_rentang(rentang, satuan))


def _cara_jumlah(aturan: AturanJumlah) -> str:
    return f"daftar; yang dihitung banyaknya {aturan.satuan} yang berbeda"


def _butir_jumlah(aturan: AturanJumlah) -> Iterator[ButirAturan]:
    yield from _butir_tangga(aturan.tingkat, aturan.satuan)
    for nama, isi in aturan.kelompok.items():
        yield ButirAturan("", f"{aturan.satuan} {nama}", ", ".join(isi))


def _butir_basis(aturan: AturanBasis) -> Iterator[ButirAturan]:
    for basis, isi in aturan.basis.items():
        for satu in _butir_rentang(isi):
            yield satu._replace(pilihan=basis)


def _tingkat(semua: tuple[int, ...]) -> str:
    if len(set(semua)) == 1:
        return f"tingkat {semua[0]}"
    pilihan = " atau ".join(str(satu) for satu in sorted(set(semua)))
    return f"tingkat {pilihan}; tidak diputuskan, yang rendah dihitung"


def _himpunan(semua: tuple[tuple[str, ...], ...]) -> str:
    return ", atau ".join(" dan ".join(satu) for satu in semua)


def contoh_fakta(indikator: Indikator, tahun: int) -> tuple[Fakta, int] | None:
    """Fakta yang sah beserta tingkat tertinggi yang dapat dicapainya; ``None`` bila fakta tidak dibaca."""
    if indikator.aturan is None:
        return None
    terbaik: tuple[Fakta, int] | None = None
    for aturan in (indikator.aturan, *(satu.aturan for satu in indikator.aturan_lain)):
        for calon in _calon(indikator, aturan, tahun):
            bacaan = baca_fakta(indikator, calon, tahun)
            if bacaan and not bacaan.masalah and (terbaik is None or bacaan.tingkat > terbaik[1]):
                terbaik = calon, bacaan.tingkat
    return terbaik


def _calon(indikator: Indikator, aturan: Aturan, tahun: int) -> Iterator[Fakta]:
    match aturan:
        case AturanRentang():
            yield from (_menurut_tahun(aturan, nilai, tahun) for nilai in _titik(aturan))
        case AturanPilihan():
            yield from map(_anggota_tunggal if aturan.banyak else FaktaPilihan, aturan.tingkat)
        case AturanJumlah():
            anggota = _wakil(indikator, aturan)
            yield from (FaktaDaftarPilihan(anggota[:banyak]) for banyak in range(1, len(anggota) + 1))
        case AturanTahun():
            himpunan = chain.from_iterable(aturan.tingkat.values())
            yield from (_daftar_tahun(isi, tahun) for isi in himpunan)
        case AturanKali():
            akhir = tahun_mutlak(aturan.jendela[-1], tahun)
            yield from (
                _tahunan({akhir: satu.min}) for satu in aturan.tingkat.values() if satu.min is not None
            )
        case AturanBasis():
            yield from chain.from_iterable(starmap(_ukuran, aturan.basis.items()))


def _anggota_tunggal(kata: str) -> FaktaDaftarPilihan:
    return FaktaDaftarPilihan((kata,))


def _wakil(indikator: Indikator, aturan: AturanJumlah) -> tuple[str, ...]:
    """Satu anggota tiap kelompok, atau semua pilihan bila tidak berkelompok."""
    wakil = tuple(satu[0] for satu in aturan.kelompok.values() if satu)
    bentuk = bentuk_fakta(indikator)
    return wakil or (bentuk.pilihan if bentuk else ())


def _daftar_tahun(relatif: Iterable[TahunRelatif], tahun: int) -> FaktaDaftarTahun:
    return FaktaDaftarTahun(tuple(sorted(tahun_mutlak(satu, tahun) for satu in relatif)))


def _ukuran(basis: str, aturan: AturanRentang) -> Iterator[FaktaUkuran]:
    return (FaktaUkuran(basis, _bilangan(nilai)) for nilai in _titik(aturan))


def _titik(aturan: AturanRentang) -> Iterator[Fraction]:
    langkah = Fraction(1) if aturan.bulat else Fraction(1, 100)
    for rentang in aturan.tingkat.values():
        for batas in (rentang.min, rentang.maks):
            if batas is not None:
                yield from (batas, batas + langkah, batas - langkah)


def _bilangan(nilai: Fraction) -> FaktaBilangan:
    return FaktaBilangan(nilai, angka_id(nilai).replace(",", "."))


def _tahunan(isi: dict[int, Fraction]) -> FaktaTahunan:
    return FaktaTahunan(tuple((tahun, _bilangan(nilai)) for tahun, nilai in isi.items()))


def _menurut_tahun(aturan: AturanRentang, nilai: Fraction, tahun: int) -> Fakta:
    match aturan.perubahan:
        case None:
            return _bilangan(nilai)
        case "nilai":
            return _tahunan({tahun - 1: nilai})
        case "persen":
            return _tahunan({tahun - 2: Fraction(100), tahun - 1: Fraction(100) + nilai})
        case "selisih":
            return _tahunan({tahun - 2: _TENGAH, tahun - 1: _TENGAH + nilai})
        case "penurunan":
            return _tahunan({tahun - 2: _TENGAH, tahun - 1: _TENGAH - nilai})


def tulis_fakta(fakta: Fakta) -> str:
    """Fakta sebagai YAML satu baris: ``perkada``, ``[2024, 2025]``, ``{basis: orang, nilai: 501}``."""
    match fakta:
        case FaktaPilihan(kode=kode):
            return kode
        case FaktaBilangan(tertulis=tertulis) | FaktaAsing(tertulis=tertulis):
            return tertulis
        case FaktaDaftarPilihan(pilihan=pilihan):
            return f"[{', '.join(pilihan)}]"
        case FaktaDaftarTahun(tahun=tahun):
            return f"[{', '.join(map(str, tahun))}]"
        case FaktaTahunan(isi=isi):
            return f"{{{', '.join(f'{tahun}: {nilai.tertulis}' for tahun, nilai in isi)}}}"
        case FaktaUkuran(basis=basis, nilai=nilai):
            bagian = {"basis": basis, "nilai": nilai and nilai.tertulis}
            isi_peta = (f"{kunci}: {satu}" for kunci, satu in bagian.items() if satu is not None)
            return f"{{{', '.join(isi_peta)}}}"
