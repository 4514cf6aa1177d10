"""Tulisan sebuah ubahan menjadi bentuk bertipe, misalnya ``2026/dinkes/posyandu:regulasi=3`` atau ``+5@80``.

Modul ini hanya mengenal tata tulisnya; apakah catatan atau indikatornya ada diputuskan ``keadaan``.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple, get_args

from indeksinovasi.inti.ejaan import atau, kutip, mungkin_maksud, sambung
from indeksinovasi.inti.model.angka import berpemisah_ribuan, pecahan, petunjuk_ribuan
from indeksinovasi.inti.model.dasar import TINGKAT_TERTINGGI
from indeksinovasi.inti.model.inovasi import Status
from indeksinovasi.inti.model.urusan import URUSAN

SEMUA_CATATAN = "*"
SPD = "spd"
BANYAK_BARU = 10_000
STATUS: tuple[Status, ...] = get_args(Status)
_POLA_BARU = re.compile(r"\+(?P<banyak>\d{1,9})@(?P<kematangan>[^:@]+)(?::(?P<urusan>.+))?", re.ASCII)
_CONTOH = (
    "Tulis misalnya 2026/dinkes/posyandu:regulasi=3, *:regulasi=2, spd:opini_bpk=3, spd=55, +5@80, "
    "-2026/dinkes/posyandu, atau 2026/dinkes/posyandu:status=diterima."
)


class GalatRencana(ValueError):
    """Permintaan yang tidak dapat direncanakan: sebab dan langkah berikutnya."""

    def __init__(self, pesan: str, petunjuk: str) -> None:
        super().__init__(pesan)
        self.pesan = pesan
        self.petunjuk = petunjuk


class GalatUbahan(GalatRencana):
    """Ubahan yang tidak dapat dibaca atau diterapkan: sebab dan langkah berikutnya."""

    def __init__(self, teks: str, sebab: str, petunjuk: str = "") -> None:
        super().__init__(f"Ubahan {kutip(teks)}: {sebab}", petunjuk)
        self.teks = teks
        self.sebab = sebab


class SetelTingkat(NamedTuple):
    """Tingkat satu baris; ``sasaran`` pengenal catatan, ``*`` (semua yang di bawahnya), atau ``spd``."""

    teks: str
    sasaran: str
    indikator: str
    tingkat: int


class SetelSpd(NamedTuple):
    """Skor SPD siap pakai, dalam poin."""

    teks: str
    total: Fraction


class SetelStatus(NamedTuple):
    """Status satu catatan."""

    teks: str
    sasaran: str
    status: Status


class TambahInovasi(NamedTuple):
    """Inovasi baru yang diterima; tanpa ``urusan`` ia tidak mengisi urusan apa pun."""

    teks: str
    banyak: int
    kematangan: Fraction
    urusan: str | None


class HapusCatatan(NamedTuple):
    """Satu catatan ditiadakan."""

    teks: str
    sasaran: str


Ubahan = SetelTingkat | SetelSpd | SetelStatus | TambahInovasi | HapusCatatan


def baca_ubahan(teks: str) -> Ubahan:
    """Urai satu ubahan; ``GalatUbahan`` bila bentuknya tidak dikenal."""
    rapi = teks.strip()
    if rapi.startswith("+"):
        return _inovasi_baru(rapi)
    if rapi.startswith("-"):
        return HapusCatatan(rapi, rapi[1:].strip())
    kiri, sama, kanan = (satu.strip() for satu in rapi.rpartition("="))
    if not sama or not kanan:
        raise GalatUbahan(rapi, "bentuknya tidak dikenal.", _CONTOH)
    if kiri == SPD:
        return SetelSpd(rapi, poin_ubahan(rapi, kanan))
    sasaran, titik, kunci = (satu.strip() for satu in kiri.rpartition(":"))
    if not titik or not sasaran or not kunci:
        raise GalatUbahan(rapi, "bentuknya tidak dikenal.", _CONTOH)
    if kunci == "status" and sasaran not in (SEMUA_CATATAN, SPD):
        return SetelStatus(rapi, sasaran, _status(rapi, kanan))
    return SetelTingkat(rapi, sasaran, kunci, _tingkat(rapi, kanan))


def poin_ubahan(teks: str, tertulis: str) -> Fraction:
    """Bilangan poin dalam sebuah ubahan; koma dan titik desimal sama-sama diterima."""
    if berpemisah_ribuan(tertulis):
        petunjuk = petunjuk_ribuan(tertulis)
        raise GalatUbahan(teks, f"{kutip(tertulis)} dapat dibaca dua cara.", f"T{petunjuk[1:]}.")
    try:
        nilai = pecahan(tertulis)
    except ValueError:
        raise GalatUbahan(
            teks, f"{kutip(tertulis)} bukan bilangan.", "Tulis misalnya 80 atau 79,5."
        ) from None
    if nilai < 0:
        raise GalatUbahan(teks, "poin tidak boleh negatif.", "Tulis misalnya 80 atau 79,5.")
    return nilai


def urusan_ubahan(teks: str, tertulis: str | None) -> str | None:
    """Kode urusan dalam sebuah ubahan; ``None`` bila tidak disebut."""
    kode = tertulis and tertulis.strip()
    if kode is None or kode in URUSAN:
        return kode
    maksud = mungkin_maksud(kode, URUSAN)
    sebab = f"urusan {kutip(kode)} tidak dikenal{sambung(maksud)}."
    raise GalatUbahan(teks, sebab, atau(maksud, "Tulis kode urusan, misalnya kesehatan atau sosial."))


def _inovasi_baru(teks: str) -> TambahInovasi:
    cocok = _POLA_BARU.fullmatch(teks)
    if cocok is None:
        raise GalatUbahan(teks, "bentuknya tidak dikenal.", "Tulis misalnya +5@80 atau +1@80:sosial.")
    banyak = int(cocok["banyak"])
    if not 1 <= banyak <= BANYAK_BARU:
        raise GalatUbahan(teks, f"banyaknya harus 1 sampai {BANYAK_BARU}.", "Tulis misalnya +5@80.")
    return TambahInovasi(
        teks,
        banyak,
        poin_ubahan(teks, cocok["kematangan"]),
        urusan_ubahan(teks, cocok["urusan"]),
    )


def _tingkat(teks: str, tertulis: str) -> int:
    # Angka bukan ASCII juga bilangan bagi int(), jadi dibandingkan sebagai tulisan.
    if tertulis in map(str, range(TINGKAT_TERTINGGI + 1)):
        return int(tertulis)
    raise GalatUbahan(teks, f"tingkat {kutip(tertulis)} bukan 0, 1, 2, atau 3.", "Tulis 0 sampai 3.")


def _status(teks: str, tertulis: str) -> Status:
    if tertulis in STATUS:
        return tertulis
    maksud = mungkin_maksud(tertulis, STATUS)
    sebab = f"status {kutip(tertulis)} bukan pilihan ({', '.join(STATUS)}){sambung(maksud)}."
    raise GalatUbahan(teks, sebab, atau(maksud, "Tulis salah satu pilihan itu."))
