"""Kontrol berkas tahun: jumlah yang diketik dihitung kembali dari tabel yang ada."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from indeksinovasi.inti.model.angka import NOL, jumlah_ada
from indeksinovasi.inti.model.dasar import TINGKAT_TERTINGGI
from indeksinovasi.inti.model.ketentuan import JumlahInovasi, nilai_konstanta
from indeksinovasi.inti.model.metode import Metode


class Selisih(NamedTuple):
    """Satu angka kontrol yang tertulis berbeda dari hitungan tabelnya."""

    kunci: str
    tertulis: Fraction
    hitungan: Fraction


def hitung_kontrol(metode: Metode) -> dict[str, Fraction]:
    """Angka kontrol yang dapat dihitung dari tabel dan konstanta *metode*."""
    wajib = sum(satu.wajib is True for satu in metode.indikator)
    hasil: dict[str, Fraction] = {"jumlah_wajib": Fraction(wajib)}
    for aspek in ("spd", "sid"):
        hasil |= _kontrol_tabel(aspek, [satu.bobot for satu in metode.indikator if satu.aspek == aspek])
    jumlah = _maksimum_jumlah(metode.rumus.jumlah_inovasi)
    if jumlah is not None:
        hasil["maksimum_jumlah_inovasi"] = jumlah
    spd = hasil.get("maksimum_spd", nilai_konstanta(metode.maksimum.spd))
    if spd is not None and "maksimum_sid" in hasil and metode.rumus.sid.cara == "rata_rata":
        hasil["maksimum_total"] = spd + hasil["maksimum_sid"] + hasil.get("maksimum_jumlah_inovasi", NOL)
    return hasil


def _kontrol_tabel(aspek: str, bobot: Sequence[Fraction | None]) -> dict[str, Fraction]:
    if not bobot:
        return {}
    hasil = {f"jumlah_indikator_{aspek}": Fraction(len(bobot))}
    if None not in bobot:
        hasil[f"jumlah_bobot_{aspek}"] = jumlah_ada(bobot)
        hasil[f"maksimum_{aspek}"] = jumlah_ada(bobot) * TINGKAT_TERTINGGI
    return hasil


def _maksimum_jumlah(jumlah: JumlahInovasi | None) -> Fraction | None:
    if jumlah is None or jumlah.poin.nilai is None or jumlah.maksimum.nilai is None:
        return None
    return jumlah.poin.nilai * jumlah.maksimum.nilai


def selisih_kontrol(metode: Metode) -> Iterator[Selisih]:
    """Angka kontrol dan maksimum yang tertulis tetapi berbeda dari hitungan tabel."""
    hitungan = hitung_kontrol(metode)
    maksimum = metode.maksimum
    tertulis = {kunci: nilai for kunci, nilai in metode.kontrol if nilai is not None}
    bandingan = [(f"kontrol.{kunci}", nilai, kunci) for kunci, nilai in tertulis.items()]
    bandingan += [
        (f"maksimum.{nama}", nilai, kunci)
        for nama, konstanta, kunci in (
            ("spd", maksimum.spd, "maksimum_spd"),
            ("sid_indikator", maksimum.sid_indikator, "maksimum_sid"),
            ("jumlah_inovasi", maksimum.jumlah_inovasi, "maksimum_jumlah_inovasi"),
            ("total", maksimum.total, "maksimum_total"),
        )
        if (nilai := nilai_konstanta(konstanta)) is not None
    ]
    for jalur, nilai, kunci in bandingan:
        if kunci in hitungan and hitungan[kunci] != nilai:
            yield Selisih(jalur, Fraction(nilai), hitungan[kunci])
