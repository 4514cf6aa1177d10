"""Batas bilangan berkas tahun: besar, tanda, dan banyaknya kemungkinan.

Di dalam batas ini semua hitungan murah dan terdefinisi: tidak ada pembagi nol atau negatif, dan tidak ada
pecahan yang tumbuh tanpa akhir.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction

from indeksinovasi.inti.metode.bagian import bagian_metode
from indeksinovasi.inti.model.angka import NOL
from indeksinovasi.inti.model.ketentuan import Konstanta, Saklar
from indeksinovasi.inti.model.metode import Metode
from indeksinovasi.inti.model.temuan import Jalur, Masalah, teks_jalur

BILANGAN_TERBESAR = 10**15
CACAH_TERBESAR = 10**6
DESIMAL_TERBANYAK = 10
KEMUNGKINAN_TERBANYAK = 20
_PENYEBUT = 10**DESIMAL_TERBANYAK


def periksa_batas(metode: Metode) -> Iterator[Masalah]:
    """KTN713 untuk bilangan di luar batas, KTN714 untuk kemungkinan yang terlalu banyak."""
    for jalur, bagian in (((), metode), *bagian_metode(metode)):
        for nama, isi in bagian:
            for ujung, nilai in _bilangan(isi):
                yield from _besar(nilai, (*jalur, nama, *ujung))
        if isinstance(bagian, Konstanta | Saklar) and len(bagian.kemungkinan) > KEMUNGKINAN_TERBANYAK:
            pesan = f"{teks_jalur(jalur)} punya {len(bagian.kemungkinan)} kemungkinan"
            petunjuk = f"Sisakan paling banyak {KEMUNGKINAN_TERBANYAK}, termasuk yang terendah dan tertinggi."
            yield Masalah("KTN714", (*jalur, "kemungkinan"), pesan, petunjuk)
    yield from _tanda(metode)


def _bilangan(isi: object) -> Iterator[tuple[Jalur, Fraction | int]]:
    """Bilangan yang ditulis langsung pada sebuah isian, atau sebagai anggota daftarnya."""
    if isinstance(isi, Fraction | int) and not isinstance(isi, bool):
        yield (), isi
    elif isinstance(isi, tuple):
        for urutan, satu in enumerate(isi):
            if isinstance(satu, Fraction | int) and not isinstance(satu, bool):
                yield (urutan,), satu


def _besar(nilai: Fraction | int, jalur: Jalur) -> Iterator[Masalah]:
    terbesar = CACAH_TERBESAR if isinstance(nilai, int) else BILANGAN_TERBESAR
    if not -terbesar <= nilai <= terbesar:
        ribuan = f"{terbesar:,}".replace(",", ".")
        yield Masalah("KTN713", jalur, f"{teks_jalur(jalur)} melebihi {ribuan}")
    elif _PENYEBUT % nilai.denominator:
        pesan = f"{teks_jalur(jalur)} punya lebih dari {DESIMAL_TERBANYAK} angka di belakang koma"
        yield Masalah("KTN713", jalur, pesan)


def _tanda(metode: Metode) -> Iterator[Masalah]:
    rumus, maksimum = metode.rumus, metode.maksimum
    pembagi, urusan = ("rumus", "pembagi_minimal"), ("rumus", "urusan_wajib_minimal")
    yield from _konstanta(rumus.pembagi_minimal, pembagi, _bulat_positif, "bilangan bulat 1 ke atas")
    yield from _konstanta(rumus.urusan_wajib_minimal, urusan, _tak_negatif, "0 ke atas")
    if rumus.jumlah_inovasi:
        awal = ("rumus", "jumlah_inovasi")
        yield from _konstanta(rumus.jumlah_inovasi.poin, (*awal, "poin"), _tak_negatif, "0 ke atas")
        yield from _konstanta(rumus.jumlah_inovasi.maksimum, (*awal, "maksimum"), _tak_negatif, "0 ke atas")
    for nama in ("spd", "sid_indikator", "jumlah_inovasi", "total"):
        yield from _konstanta(getattr(maksimum, nama), ("maksimum", nama), _positif, "lebih dari 0")


def _konstanta(
    konstanta: Konstanta | None, jalur: Jalur, sah: Callable[[Fraction], bool], syarat: str
) -> Iterator[Masalah]:
    if konstanta is None:
        return
    semua: list[tuple[Jalur, Fraction | None]] = [(("nilai",), konstanta.nilai)]
    semua += [(("kemungkinan", urutan), satu) for urutan, satu in enumerate(konstanta.kemungkinan)]
    for ujung, nilai in semua:
        if nilai is not None and not sah(nilai):
            yield Masalah("KTN713", (*jalur, *ujung), f"{teks_jalur(jalur)} harus {syarat}")


def _positif(nilai: Fraction) -> bool:
    return nilai > NOL


def _tak_negatif(nilai: Fraction) -> bool:
    return nilai >= NOL


def _bulat_positif(nilai: Fraction) -> bool:
    return nilai >= 1 and nilai.denominator == 1
