"""Berkas yang dibaca ``indeks rencana``: skenario dan biaya."""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated

from pydantic import Field

from indeksinovasi.inti.model.dasar import TINGKAT_TERTINGGI, Daftar, Model, Pecahan, Teks

Biaya = Annotated[Pecahan, Field(ge=0)]


class Skenario(Model):
    """Daftar ubahan ``rencana andai``, diterapkan menurut urutannya."""

    ubah: Daftar[Teks]


class LangkahBiaya(Model):
    """Biaya sebuah langkah: menaikkan satu baris.

    Tanpa ``id`` berlaku bagi semua catatan, tanpa ``ke`` bagi tingkat tujuan mana pun; entri yang lebih
    tepat menang. ``biaya`` adalah harga langkah itu seluruhnya, bukan per tingkat.
    """

    id: Teks | None = None
    indikator: Teks
    ke: Annotated[int, Field(ge=1, le=TINGKAT_TERTINGGI)] | None = None
    biaya: Biaya | None = None
    hari: Annotated[int, Field(ge=0)] | None = None
    oleh: Teks | None = None
    mungkin: bool | None = None


class Bersama(Model):
    """Satu naskah yang menaikkan banyak baris sekaligus; ``baris`` berbentuk ``id:indikator=ke``."""

    nama: Teks
    biaya: Biaya
    baris: Annotated[Daftar[Teks], Field(min_length=1)]
    hari: Annotated[int, Field(ge=0)] | None = None
    oleh: Teks | None = None


class DaftarBiaya(Model):
    """Isi ``biaya.yaml``. ``bawaan``: biaya tiap tingkat bila tidak ada entri yang menyebutnya."""

    bawaan: Biaya = Fraction(1)
    langkah: Daftar[LangkahBiaya] = ()
    bersama: Daftar[Bersama] = ()
