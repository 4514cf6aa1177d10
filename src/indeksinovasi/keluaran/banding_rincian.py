"""Rincian perbandingan: perangkat daerah, indikator, dan inovasi yang berubah.

Tanpa ``rinci`` hanya yang paling banyak berubah; yang tidak dicetak disebut jumlahnya.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby
from typing import NamedTuple

from indeksinovasi.inti.model.angka import NOL, bulatkan
from indeksinovasi.inti.model.banding import BedaIndikator, BedaInovasi, BedaOpd, Perbandingan
from indeksinovasi.keluaran.banding import (
    NAMA_PERUBAHAN,
    arah,
    dari_ke,
    kalimat_beda_judul,
    keterangan_inovasi,
)
from indeksinovasi.keluaran.dokumen import (
    Alinea,
    BarisTabel,
    Blok,
    DaftarButir,
    Judul,
    Kolom,
    Potong,
    Tabel,
    hanya_kolom,
    kalimat,
    satu_alinea,
    sel,
)
from indeksinovasi.keluaran.teks import angka, angka_rapi

_BANYAK_OPD = 5
_BANYAK_INOVASI = 3
_BANYAK_BEDA_JUDUL = 3


def blok_rincian(banding: Perbandingan, *, rinci: bool) -> Iterator[Blok]:
    """Rincian satu pasangan seskala."""
    yield from _opd(banding, rinci=rinci)
    yield from _indikator(banding, rinci=rinci)
    yield from _inovasi(banding, rinci=rinci)
    yield from _beda_judul(banding, rinci=rinci)


class _RataOpd(NamedTuple):
    """Satu OPD: banyak inovasinya dan rata-rata kematangannya pada kedua sisi, dan selisih yang tercetak."""

    nama: str
    inovasi: str
    awal: Fraction | None
    akhir: Fraction | None
    beda: Fraction | None


def _rata_opd(satu: BedaOpd) -> _RataOpd:
    awal = satu.dari.rata_rata if satu.dari else None
    akhir = satu.ke.rata_rata if satu.ke else None
    banyak = (str(sisi.jumlah_inovasi) if sisi else "–" for sisi in (satu.dari, satu.ke))
    return _RataOpd(satu.nama, dari_ke(*banyak), awal, akhir, _beda(awal, akhir))


def _beda(awal: Fraction | None, akhir: Fraction | None) -> Fraction | None:
    """Selisih dua angka sebagaimana tercetak (dua desimal)."""
    if awal is None or akhir is None:
        return None
    return Fraction(bulatkan(akhir, 2)) - Fraction(bulatkan(awal, 2))


def _opd(banding: Perbandingan, *, rinci: bool) -> Iterator[Blok]:
    semua = sorted(map(_rata_opd, banding.opd), key=lambda satu: -abs(satu.beda or NOL))
    tampil = semua if rinci else [satu for satu in semua if satu.beda][:_BANYAK_OPD]
    if tampil:
        tabel = Tabel(
            (
                Kolom(f"Perangkat daerah{'' if rinci else ' yang berubah paling banyak'}", "nama"),
                Kolom("inovasi", "angka"),
                Kolom(banding.dari.label, "angka"),
                Kolom(banding.ke.label, "angka"),
                Kolom("selisih", "angka"),
            ),
            tuple(map(_baris_opd, tampil)),
        )
        yield tabel if rinci else hanya_kolom(tabel, (0, 2, 3, 4))
    if not rinci and (sisa := _sisa_opd(semua, len(tampil))):
        yield satu_alinea(Potong(sisa, "redup"), rapat=bool(tampil))


def _baris_opd(satu: _RataOpd) -> BarisTabel:
    return BarisTabel(sel(satu.nama, satu.inovasi, angka(satu.awal), angka(satu.akhir), (arah(satu.beda),)))


def _sisa_opd(semua: Sequence[_RataOpd], tampil: int) -> str:
    berubah = sum(1 for satu in semua if satu.beda) - tampil
    tetap = sum(1 for satu in semua if satu.beda == 0)
    sebelah = sum((satu.awal is None) != (satu.akhir is None) for satu in semua)
    isi = [
        (berubah, "OPD lain berubah"),
        (tetap, "OPD tetap"),
        (sebelah, "OPD terhitung pada satu sisi saja"),
    ]
    ada = [f"{banyak} {kata}" for banyak, kata in isi if banyak]
    return f"{'; '.join(ada)}." if ada else ""


def _indikator(banding: Perbandingan, *, rinci: bool) -> Iterator[Blok]:
    if banding.indikator and (catatan := _spd_sebelah(banding)):
        yield satu_alinea(Potong(catatan, "redup"))
    if not rinci or not banding.indikator:
        return
    kolom = (
        Kolom("Indikator (rata-rata inovasi terhitung; SPD: barisnya)", "nama"),
        Kolom("tingkat", "angka", boleh_hilang=True),
        Kolom("skor", "angka"),
        Kolom("selisih", "angka"),
    )
    yield Tabel(kolom, tuple(map(_baris_indikator, banding.indikator)))


def _baris_indikator(satu: BedaIndikator) -> BarisTabel:
    tingkat = dari_ke(*(angka(sisi.tingkat) if sisi else "–" for sisi in (satu.dari, satu.ke)))
    awal, akhir = (sisi.skor if sisi else None for sisi in (satu.dari, satu.ke))
    nama = satu.nama + (" (SPD)" if satu.aspek == "spd" else "")
    return BarisTabel(sel(nama, tingkat, dari_ke(angka(awal), angka(akhir)), (arah(_beda(awal, akhir)),)))


def _spd_sebelah(banding: Perbandingan) -> str:
    spd = [satu for satu in banding.indikator if satu.aspek == "spd"]
    tertulis = ((banding.dari, any(satu.dari for satu in spd)), (banding.ke, any(satu.ke for satu in spd)))
    for sisi, berbaris in tertulis:
        if spd and not berbaris and sisi.hasil and sisi.hasil.spd.asal == "total":
            return f"SPD {sisi.label} hanya tersedia sebagai jumlah; {len(spd)} barisnya tidak dibandingkan."
    return ""


def _inovasi(banding: Perbandingan, *, rinci: bool) -> Iterator[Blok]:
    if not banding.inovasi:
        return
    kelompok = [(nama, list(isi)) for nama, isi in groupby(banding.inovasi, key=lambda satu: satu.perubahan)]
    hitungan = ", ".join(f"{len(isi)} {NAMA_PERUBAHAN[nama].lower()}" for nama, isi in kelompok)
    judul = f"Inovasi: {hitungan}"
    baris = []
    for nama, isi in kelompok:
        tampil = isi if rinci else isi[:_BANYAK_INOVASI] if nama in ("naik", "turun") else []
        if tampil:
            baris.append(BarisTabel(sel(NAMA_PERUBAHAN[nama], "", ""), "kelompok"))
            baris += map(_baris_inovasi, tampil)
    if baris:
        kolom = (Kolom(judul, "nama"), Kolom("kematangan", "angka"), Kolom("selisih", "angka"))
        yield Tabel(kolom, tuple(baris))
    else:
        yield satu_alinea(f"{judul}.")


def _baris_inovasi(satu: BedaInovasi) -> BarisTabel:
    keterangan = keterangan_inovasi(satu)
    nama = f"{satu.nama}{f' ({keterangan})' if keterangan else ''}"
    nilai = dari_ke(angka_rapi(satu.kematangan_dari), angka_rapi(satu.kematangan_ke))
    selisih = satu.selisih
    desimal = 0 if selisih is None or selisih.denominator == 1 else 2
    return BarisTabel(sel(nama, nilai, (arah(selisih, desimal),)), inden=2)


def _beda_judul(banding: Perbandingan, *, rinci: bool) -> Iterator[Blok]:
    semua = banding.beda_judul
    tampil = semua if rinci else semua[:_BANYAK_BEDA_JUDUL]
    if not tampil:
        return
    yield Judul(kalimat("Nama berkas sama, judul berbeda"), 3)
    yield DaftarButir(tuple(kalimat(kalimat_beda_judul(satu)) for satu in tampil))
    if len(tampil) < len(semua):
        yield Alinea((kalimat(f"… {len(semua) - len(tampil)} pasang lain."),), 2, rapat=True)
