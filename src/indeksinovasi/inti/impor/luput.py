"""Kolom sebuah tabel yang berisi tetapi tidak dibaca: judulnya asing, terulang, atau tidak ada."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from indeksinovasi.inti.ejaan import deretan, kutip
from indeksinovasi.inti.impor.kolom import BarisJudul, kunci_judul
from indeksinovasi.inti.impor.label import kosong, teks_sel
from indeksinovasi.inti.model.impor import BarisLembar
from indeksinovasi.inti.nama import rapikan_teks

_DISEBUT = 8


def kolom_luput(
    baris: Sequence[BarisLembar], judul: BarisJudul, dilewati: Iterable[str] = (), diminta: Iterable[str] = ()
) -> Iterator[str]:
    """Kalimat tentang kolom berisi yang tidak dibaca. *dilewati*: judul yang sengaja tidak diimpor;
    *diminta*: judul pada peta, yang harus ada.
    """
    sengaja = {kunci_judul(satu) for satu in dilewati}
    dikenal = {kunci_judul(judul.sel[kolom]) for kolom in judul.kolom.values()}
    luput = [kolom for kolom in _kolom_lain(judul, sengaja) if _berisi(baris, kolom)]
    terulang = [kolom for kolom in luput if kunci_judul(judul.sel[kolom]) in dikenal]
    asing = [kolom for kolom in luput if kolom not in terulang]
    if asing:
        sebutan = [_sebut(judul, kolom) for kolom in asing]
        yield f"kolom {_ringkas(sebutan)} tidak dikenal; isinya tidak dibaca"
    if terulang:
        sebutan = [_sebut(judul, kolom) for kolom in terulang]
        yield f"kolom {_ringkas(sebutan)} terulang; yang dibaca kolom pertamanya"
    yield from _hilang(judul, diminta)


def _hilang(judul: BarisJudul, diminta: Iterable[str]) -> Iterator[str]:
    ada = {kunci_judul(satu) for satu in judul.sel}
    hilang = [kutip(satu) for satu in diminta if kunci_judul(satu) not in ada]
    if hilang:
        yield f"kolom {_ringkas(hilang)} pada peta tidak ada di tabel"


def _kolom_lain(judul: BarisJudul, sengaja: set[str]) -> Iterator[int]:
    dibaca = set(judul.kolom.values())
    for kolom, sel in enumerate(judul.sel):
        if kolom not in dibaca and kunci_judul(sel) not in sengaja:
            yield kolom


def _berisi(baris: Sequence[BarisLembar], kolom: int) -> bool:
    return any(kolom < len(satu.sel) and not kosong(satu.sel[kolom]) for satu in baris)


def _sebut(judul: BarisJudul, kolom: int) -> str:
    nama = rapikan_teks(teks_sel(judul.sel[kolom]))
    huruf = huruf_kolom(kolom + 1)
    return f"{kutip(nama)} ({huruf})" if nama else f"{huruf} tanpa judul"


def _ringkas(nama: Sequence[str]) -> str:
    lain = [f"{len(nama) - _DISEBUT} kolom lain"] if len(nama) > _DISEBUT else []
    return deretan([*nama[:_DISEBUT], *lain])


def huruf_kolom(nomor: int) -> str:
    """Kolom Excel: 1 adalah A, 27 adalah AA."""
    huruf = ""
    while nomor:
        nomor, sisa = divmod(nomor - 1, 26)
        huruf = f"{chr(65 + sisa)}{huruf}"
    return huruf
