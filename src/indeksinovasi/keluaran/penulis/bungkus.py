"""Membungkus kalimat berperan pada spasi; kata tidak dipenggal kecuali lebih panjang daripada selnya."""

from __future__ import annotations

from collections.abc import Iterator

from indeksinovasi.keluaran.dokumen import Kalimat, Potong, polos
from indeksinovasi.keluaran.lipatan import lebar
from indeksinovasi.keluaran.teks import aman

Kata = tuple[Potong, ...]
"""Potong-potong yang menempel tanpa spasi di antaranya."""


def bungkus(isi: Kalimat, ruang: int, awalan: str, inden: str, *, penggal: bool = False) -> list[Kalimat]:
    """Baris-baris selebar *ruang* dengan *awalan*, lanjutannya dengan *inden*.

    *penggal*: kata yang lebih panjang daripada *ruang* dipotong agar kolom di sebelahnya tidak bergeser.
    """
    hasil: list[Kalimat] = []
    kini, terpakai, berisi = [Potong(awalan)] if awalan else [], lebar(awalan), False
    for kata in _terpenggal(isi, ruang, lebar(awalan), lebar(inden)) if penggal else _kata(isi):
        panjang = lebar(polos(kata))
        if berisi and terpakai + 1 + panjang > ruang:
            hasil.append(tuple(kini))
            kini, terpakai, berisi = [Potong(inden)] if inden else [], lebar(inden), False
        if berisi:
            # Spasi di dalam sepotong teks ikut perannya; di antara dua potong biasa saja.
            sama = kini[-1].peran == kata[0].peran
            kini.append(Potong(" ", kata[0].peran if sama else "biasa"))
            terpakai += 1
        kini.extend(kata)
        terpakai += panjang
        berisi = True
    return [*hasil, tuple(kini)]


def _terpenggal(isi: Kalimat, ruang: int, awalan: int, inden: int) -> Iterator[Kata]:
    """Kata-kata *isi*; yang tidak muat di barisnya dipenggal. Kata pertama berada di baris berawalan."""
    for nomor, kata in enumerate(_kata(isi)):
        if lebar(polos(kata)) <= ruang - (inden if nomor else awalan):
            yield kata
        else:
            yield from _penggalan(kata, ruang - max(awalan, inden))


def _kata(isi: Kalimat) -> Iterator[Kata]:
    kini: list[Potong] = []
    for satu in isi:
        teks = aman(satu.teks)
        bagian = teks.split()
        if kini and (not bagian or teks[0].isspace()):
            yield tuple(kini)
            kini = []
        for nomor, kata in enumerate(bagian):
            if nomor:
                yield tuple(kini)
                kini = []
            kini.append(Potong(kata, satu.peran))
        if kini and teks[-1:].isspace():
            yield tuple(kini)
            kini = []
    if kini:
        yield tuple(kini)


def _penggalan(kata: Kata, terpanjang: int) -> Iterator[Kata]:
    kini, panjang = "", 0
    for huruf in polos(kata):
        if kini and panjang + lebar(huruf) > max(terpanjang, 1):
            yield (Potong(kini, kata[0].peran),)
            kini, panjang = "", 0
        kini += huruf
        panjang += lebar(huruf)
    yield (Potong(kini, kata[0].peran),)


def isi_kanan(isi: Kalimat, ruang: int) -> Kalimat:
    """Kalimat satu baris, rata kanan pada *ruang*."""
    rapi = kalimat_aman(isi)
    return (Potong(" " * max(ruang - lebar(polos(rapi)), 0)), *rapi)


def lebar_kalimat(isi: Kalimat) -> int:
    """Lebar *isi* bila ditulis sebaris di layar."""
    return lebar(aman(polos(isi)))


def kalimat_aman(isi: Kalimat) -> Kalimat:
    """*isi* tanpa karakter yang dapat mengacaukan layar."""
    return tuple(satu._replace(teks=aman(satu.teks)) for satu in isi)


def isi_kiri(isi: Kalimat, ruang: int) -> Kalimat:
    """Kalimat satu baris yang sudah aman, rata kiri pada *ruang*."""
    return (*isi, Potong(" " * max(ruang - lebar(polos(isi)), 0)))


def gabung(baris: Kalimat) -> Kalimat:
    """Potong bersebelahan yang seperan menjadi satu."""
    hasil: list[Potong] = []
    for satu in baris:
        if hasil and hasil[-1].peran == satu.peran:
            hasil[-1] = Potong(hasil[-1].teks + satu.teks, satu.peran)
        else:
            hasil.append(satu)
    return tuple(hasil)
