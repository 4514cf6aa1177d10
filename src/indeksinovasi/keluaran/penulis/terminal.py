"""Dokumen menjadi baris terminal: paling lebar selebar layar, nama dibungkus pada spasi dengan inden dua.

Warna dan batang hanya di layar berwarna; tanpa keduanya setiap angka, tanda, dan kolom tetap ada.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import singledispatch
from textwrap import wrap
from typing import IO

from indeksinovasi.keluaran.dokumen import (
    Alinea,
    Bagan,
    Blok,
    DaftarButir,
    DaftarPerintah,
    Dokumen,
    Judul,
    Kalimat,
    Potong,
    Praformat,
    RincianLabel,
    Tabel,
    berperan,
    polos,
)
from indeksinovasi.keluaran.lipatan import lebar
from indeksinovasi.keluaran.penulis.bungkus import bungkus, gabung, isi_kanan, kalimat_aman, lebar_kalimat
from indeksinovasi.keluaran.penulis.rupa import GAYA_PERAN, Layar, keluaran_baku, sifat_layar, tanpa_utf8
from indeksinovasi.keluaran.penulis.tabel_terminal import baris_tabel
from indeksinovasi.keluaran.teks import aman

_KOTAK = 36
"""Lebar batang bagan."""
_LABEL_TERLEBAR = 36
_PECAHAN = " ▏▎▍▌▋▊▉"


def cetak_dokumen(dokumen: Dokumen, aliran: IO[str] | None = None) -> None:
    """Tulis *dokumen* ke *aliran* (bawaan: keluaran baku) menurut sifatnya."""
    tujuan = aliran or keluaran_baku()
    layar = sifat_layar(tujuan)
    if layar.berwarna:
        _cetak_berwarna(dokumen, layar, tujuan)
    else:
        tujuan.write(teks_terminal(dokumen, layar))


def teks_terminal(dokumen: Dokumen, layar: Layar = Layar()) -> str:  # noqa: B008  # NamedTuple beku
    """Dokumen sebagai teks tanpa warna."""
    semua = "".join(f"{polos(baris).rstrip(' ')}\n" for baris in baris_terminal(dokumen, layar))
    return semua if layar.utf8 else tanpa_utf8(semua)


def _cetak_berwarna(dokumen: Dokumen, layar: Layar, tujuan: IO[str]) -> None:
    from rich.text import Text

    from indeksinovasi.keluaran.layar import konsol

    papan = konsol(tujuan)
    for baris in baris_terminal(dokumen, layar):
        teks = Text()
        for satu in gabung(baris):
            teks.append(satu.teks if layar.utf8 else tanpa_utf8(satu.teks), style=GAYA_PERAN[satu.peran])
        teks.rstrip()
        papan.print(teks, no_wrap=True, overflow="ignore", crop=False)


def baris_terminal(dokumen: Dokumen, layar: Layar) -> Iterator[Kalimat]:
    """Baris-baris dokumen; satu baris kosong di antara blok, kecuali yang melekat."""
    sebelum: Blok | None = None
    for blok in dokumen:
        baris = list(_tulis(blok, layar))
        if not baris:
            continue
        if sebelum is not None and not _melekat(sebelum, blok):
            yield ()
        yield from baris
        sebelum = blok


def _melekat(sebelum: Blok, blok: Blok) -> bool:
    if isinstance(blok, Alinea | RincianLabel) and blok.rapat:
        return True
    return isinstance(sebelum, Judul) and sebelum.tingkat > 1 and not isinstance(blok, Judul)


@singledispatch
def _tulis(blok: Blok, _layar: Layar) -> Iterator[Kalimat]:
    raise TypeError(type(blok).__name__)


@_tulis.register
def _(blok: Judul, layar: Layar) -> Iterator[Kalimat]:
    isi = berperan(blok.isi, "judul")
    kanan = Potong(aman(blok.kanan), "judul" if blok.tingkat == 1 else "redup")
    sisa = layar.lebar - lebar_kalimat(isi) - lebar(kanan.teks)
    if blok.kanan and sisa >= 2:
        yield (*kalimat_aman(isi), Potong(" " * sisa), kanan)
        return
    if lebar_kalimat(isi) <= layar.lebar:
        yield kalimat_aman(isi)
    else:
        yield from bungkus(isi, layar.lebar, "", "  ")
    if blok.kanan:
        yield from bungkus((kanan,), layar.lebar, "", "  ")


@_tulis.register
def _(blok: Alinea, layar: Layar) -> Iterator[Kalimat]:
    inden = " " * blok.inden
    for satu in blok.isi:
        yield from bungkus(satu, layar.lebar, inden, inden)


@_tulis.register
def _(blok: DaftarButir, layar: Layar) -> Iterator[Kalimat]:
    inden = " " * blok.inden
    for satu in blok.isi:
        yield from bungkus(satu, layar.lebar, inden, f"{inden}  ")


@_tulis.register
def _(blok: RincianLabel, layar: Layar) -> Iterator[Kalimat]:
    kolom = min(max((lebar_kalimat(label) for label, _ in blok.isi), default=0), _LABEL_TERLEBAR)
    kosong = " " * (blok.inden + kolom + 2)
    for label, semua in blok.isi:
        luas = lebar_kalimat(label)
        kepala: Kalimat = (
            Potong(" " * blok.inden),
            *kalimat_aman(label),
            Potong(" " * (max(kolom - luas, 0) + 2)),
        )
        # Label yang terlalu panjang berdiri sendiri; isinya menyusul pada baris berikut.
        inden = kosong if luas <= kolom else " " * (blok.inden + 4)
        isi = [baris for satu in semua for baris in bungkus(satu, layar.lebar, inden, inden)]
        if isi and luas <= kolom:
            kepala = (*kepala, *isi.pop(0)[1:])
        yield kepala
        yield from isi


@_tulis.register
def _(blok: Tabel, layar: Layar) -> Iterator[Kalimat]:
    return baris_tabel(blok, layar)


@_tulis.register
def _(blok: DaftarPerintah, layar: Layar) -> Iterator[Kalimat]:
    luas = [(lebar(aman(perintah)), lebar(aman(keterangan))) for perintah, keterangan in blok.isi]
    kolom = max((n for n, ekor in luas if ekor and n + ekor + 5 <= layar.lebar), default=0)
    for perintah, keterangan in blok.isi:
        # Perintah tidak pernah dilipat: ia harus dapat disalin utuh.
        kepala = (Potong("  "), Potong(aman(perintah), "perintah"))
        sela = max(kolom - lebar(kepala[1].teks), 0) + 3
        ekor = Potong(aman(keterangan))
        if 2 + lebar(kepala[1].teks) + sela + lebar(ekor.teks) <= layar.lebar:
            yield (*kepala, Potong(" " * sela), ekor)
        else:
            yield kepala
            yield from bungkus((ekor,), layar.lebar, "    ", "    ")


@_tulis.register
def _(blok: Praformat, layar: Layar) -> Iterator[Kalimat]:
    for baris in blok.baris:
        if not blok.lipat:
            yield (Potong(aman(baris)),)
            continue
        inden = " " * (len(baris) - len(baris.lstrip()) + 4)
        potongan = wrap(aman(baris), layar.lebar, subsequent_indent=inden, break_on_hyphens=False)
        yield from ((Potong(satu),) for satu in potongan or [""])


@_tulis.register
def _(blok: Bagan, layar: Layar) -> Iterator[Kalimat]:
    if not layar.berwarna or layar.lebar < _LABEL_TERLEBAR + _KOTAK:
        return
    label = max(lebar(aman(satu.label)) for satu in blok.baris)
    tampil = max(lebar(polos(satu.tampil)) for satu in blok.baris)
    yield (Potong(" " * (label + tampil + 6)), Potong(_skala(blok), "redup"))
    for satu in blok.baris:
        nama = aman(satu.label)
        kepala = f"  {nama}{' ' * (label - lebar(nama))}  "
        yield (
            Potong(kepala),
            *isi_kanan(satu.tampil, tampil),
            Potong("  "),
            *_batang(blok, satu.nilai, terpilih=satu.terpilih),
        )


def _letak(blok: Bagan, nilai: Fraction) -> int:
    return int(nilai / blok.maksimum * _KOTAK)


def _skala(blok: Bagan) -> str:
    """Baris skala; angka batas berpusat pada garisnya, dan dilewati bila bertumpuk."""
    from indeksinovasi.keluaran.teks import angka, angka_rapi

    garis = "0"
    for satu in blok.batas:
        teks = angka(satu)
        mulai = _letak(blok, satu) - len(teks) // 2
        if mulai > len(garis):
            garis = f"{garis.ljust(mulai)}{teks}"
    akhir = angka_rapi(blok.maksimum)
    return f"{garis.ljust(_KOTAK - len(akhir))}{akhir}" if len(garis) < _KOTAK - len(akhir) else garis


def _batang(blok: Bagan, nilai: Fraction, *, terpilih: bool) -> Iterable[Potong]:
    delapan = int(min(max(nilai, Fraction(0)), blok.maksimum) / blok.maksimum * _KOTAK * 8)
    penuh, sisa = divmod(delapan, 8)
    gambar = "█" * penuh + (_PECAHAN[sisa] if sisa else "")
    batas = {_letak(blok, satu) for satu in blok.batas}
    peran = "isi" if terpilih else "isi_redup"
    for kotak in range(_KOTAK):
        if kotak in batas:
            yield Potong("┃", "angka")
        elif kotak < len(gambar):
            yield Potong(gambar[kotak], "isi" if peran == "isi" else "isi_redup")
        else:
            yield Potong("·", "redup")
