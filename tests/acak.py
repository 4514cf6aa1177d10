"""Bahan acak yang sah untuk uji sifat: fakta, baris indikator, inovasi, dan daerah."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from hypothesis import strategies as st

from indeksinovasi.alur.metode import metode_tahun
from indeksinovasi.inti.hitung.nilai import Bahan, Peraturan, Rekaman, susun_peraturan
from indeksinovasi.inti.model.daerah import IdentitasDaerah
from indeksinovasi.inti.model.fakta import Bentuk, bentuk_fakta
from indeksinovasi.inti.model.inovasi import Inovasi
from indeksinovasi.inti.model.metode import Indikator
from indeksinovasi.inti.model.spd import Spd
from indeksinovasi.inti.model.urusan import URUSAN
from tests.daerah_uji import URUSAN_WAJIB, Data, inovasi

TAHUN_INDEKS = (2021, 2022, 2023, 2024, 2025, 2026)
MAKSIMUM_SPD = 63
BUKTI = [{"tautan": "https://contoh.go.id/bukti"}]

bilangan_bulat = st.integers(-3, 600)
bilangan = bilangan_bulat | st.integers(-300, 12000).map(lambda satu: satu / 100)


@cache
def peraturan(tahun: int) -> Peraturan:
    """Peraturan *tahun* untuk catatan tahun itu sendiri."""
    termuat = metode_tahun(tahun)
    return susun_peraturan(termuat.metode, termuat.sidik, termuat.metode)


@cache
def indikator(tahun: int, aspek: str = "sid") -> tuple[Indikator, ...]:
    """Tabel satu aspek."""
    return tuple(satu for satu in peraturan(tahun).metode.indikator if satu.aspek == aspek)


def bentuk(satu: Indikator) -> Bentuk | None:
    """Bentuk fakta sebuah indikator; ``None`` bila tahun itu tidak punya aturan dan kuncinya tidak baku."""
    return bentuk_fakta(satu)


def fakta(milik: Bentuk, tahun: int) -> st.SearchStrategy[Any]:
    """Fakta yang tertulis benar menurut bentuknya; boleh mustahil atau tidak dikenal tahun itu."""
    sekitar = st.integers(tahun - 4, tahun + 1)
    match milik.jenis:
        case "pilihan":
            return st.sampled_from(milik.pilihan)
        case "banyak":
            return st.lists(st.sampled_from(milik.pilihan), max_size=6)
        case "bilangan":
            return bilangan
        case "bilangan_atau_pilihan":
            return bilangan | st.sampled_from(milik.pilihan)
        case "tahun":
            return st.lists(sekitar, max_size=4)
        case "kali":
            return st.dictionaries(sekitar, bilangan_bulat | st.integers(0, 3), max_size=4)
        case "bilangan_tahunan":
            return bilangan | st.dictionaries(sekitar, bilangan, max_size=4)
        case "manfaat":
            berbasis = st.fixed_dictionaries(
                {"nilai": bilangan}, optional={"basis": st.sampled_from(milik.pilihan)}
            )
            return bilangan | berbasis


@st.composite
def entri(draw: st.DrawFn, satu: Indikator, tahun: int) -> Data:
    """Satu baris indikator: klaim, fakta, atau keduanya; bukti dan verifikasi mungkin ada."""
    isi: Data = {}
    milik = bentuk(satu)
    cara = draw(st.sampled_from(["klaim", "fakta", "keduanya"])) if milik else "klaim"
    if cara != "fakta":
        isi["parameter"] = draw(st.integers(0, 3))
    if cara != "klaim" and milik:
        isi["fakta"] = draw(fakta(milik, tahun))
    if draw(st.booleans()):
        isi["bukti"] = BUKTI
    if draw(st.booleans()):
        isi["verifikasi"] = {"parameter": draw(st.integers(0, 3))}
    return isi


@st.composite
def semua_entri(draw: st.DrawFn, tahun: int, aspek: str = "sid") -> Data:
    """Beberapa baris sebuah tabel."""
    tabel = {satu.kode: satu for satu in indikator(tahun, aspek)}
    dipilih = draw(st.lists(st.sampled_from(sorted(tabel)), max_size=6, unique=True))
    return {kode: draw(entri(tabel[kode], tahun)) for kode in dipilih}


@st.composite
def catatan(draw: st.DrawFn, tahun: int) -> Data:
    """Satu inovasi: berbaris, atau dengan kematangan siap pakai."""
    waktu = {"penerapan": f"{draw(st.integers(tahun - 4, tahun))}-06-01"}
    if draw(st.booleans()):
        waktu["pengembangan"] = f"{draw(st.integers(tahun - 3, tahun))}-03-01"
    return inovasi(
        tahun,
        status=draw(st.sampled_from(["diterima", "diterima", "terkirim", "ditolak", "draf"])),
        urusan=draw(st.sampled_from([*URUSAN_WAJIB, *sorted(URUSAN)])),
        waktu=waktu,
        kematangan=draw(st.none() | st.integers(0, 111)),
        indikator=draw(semua_entri(tahun)),
    )


@dataclass(frozen=True)
class Daerah:
    """Data mentah satu daerah."""

    tahun: int
    catatan: tuple[Data, ...]
    spd: Data | None

    def rekaman(self) -> list[Rekaman]:
        """Catatan yang sudah dibaca; pengenalnya mengikuti urutan."""
        return [
            Rekaman(
                f"{self.tahun}/dinkes/i{nomor:02}",
                "dinkes",
                f"i{nomor:02}.yaml",
                Inovasi.model_validate(satu),
            )
            for nomor, satu in enumerate(self.catatan)
        ]

    def bahan(self, rekaman: Sequence[Rekaman] | None = None) -> Bahan:
        """Bahan penilaian, dengan *rekaman* menurut urutan yang diminta."""
        spd = None if self.spd is None else Spd.model_validate(self.spd)
        semua = tuple(self.rekaman() if rekaman is None else rekaman)
        return Bahan(IdentitasDaerah("Kota Uji", "kota", "99.01"), None, self.tahun, spd, False, semua)


def spd(tahun: int) -> st.SearchStrategy[Data | None]:
    """Isi spd.yaml yang membuat indeks dapat dihitung."""
    jadi = st.integers(0, 4 * MAKSIMUM_SPD).map(lambda satu: {"total": satu / 4, "maksimum": MAKSIMUM_SPD})
    if tahun == 2021:
        return jadi
    berbaris = semua_entri(tahun, "spd").filter(bool).map(lambda satu: {"indikator": satu})
    return st.none() | jadi | berbaris if indikator(tahun, "spd") else st.none() | jadi


@st.composite
def daerah(draw: st.DrawFn, paling_sedikit: int = 0) -> Daerah:
    """Satu daerah pada salah satu tahun berskala 0-100."""
    tahun = draw(st.sampled_from(TAHUN_INDEKS))
    semua = draw(st.lists(catatan(tahun), min_size=paling_sedikit, max_size=6))
    return Daerah(tahun, tuple(semua), draw(spd(tahun)))
