"""Ketentuan rumus satu tahun: bilangan, saklar, dan cara, masing-masing dengan sumber dan kepastiannya.

``nilai: null`` berarti tidak ditemukan; yang tidak terbit hanya asumsi: ``kepastian: lemah`` dengan
``kemungkinan``.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated, Literal, NamedTuple

from indeksinovasi.inti.model.aturan import URAIAN_SUMBER
from indeksinovasi.inti.model.dasar import Daftar, Kepastian, Model, Pecahan, Teks
from indeksinovasi.inti.model.uraian import Uraian

Diperoleh = Literal["terbit", "simpulan", "cocok"]
"""Dari mana sebuah angka: tertulis di sumbernya, disimpulkan dari sumber lain, atau dipilih agar cocok dengan
hasil yang terbit.
"""

URAIAN_KEPASTIAN = Uraian(
    "Kepastian", "Seberapa pasti angka ini. Pada indikator: yang terlemah antara bobot dan tingkat."
)
_ALASAN = Uraian("Alasan", "Mengapa angka ini dipakai; perlu bila angkanya asumsi.")
_KEMUNGKINAN = Uraian(
    "Kemungkinan", "Nilai lain yang mungkin bila ini asumsi; rentang indeks memuat semuanya."
)


class Ketentuan(Model):
    """Yang dimiliki setiap ketentuan rumus: kepastian, sumber, alasan, dan cara memperolehnya.

    ``diperoleh`` yang tidak ditulis berarti simpulan bila lemah, selain itu terbit.
    """

    kepastian: Annotated[Kepastian, URAIAN_KEPASTIAN]
    diperoleh: Annotated[
        Diperoleh | None, Uraian("Diperoleh", "Tertulis, disimpulkan, atau dipilih agar cocok.")
    ] = None
    sumber: Annotated[Daftar[str], URAIAN_SUMBER] = ()
    alasan: Annotated[Teks | None, _ALASAN] = None

    @property
    def asal(self) -> Diperoleh:
        """Cara angka ini diperoleh."""
        if self.diperoleh is not None:
            return self.diperoleh
        return "simpulan" if self.kepastian == "lemah" else "terbit"


class Konstanta(Ketentuan):
    """Bilangan rumus; ``kemungkinan`` ada bila bilangannya asumsi (``None`` di dalamnya berarti aturan
    tidak berlaku).
    """

    nilai: Annotated[Pecahan | None, Uraian("Nilai", "Angka yang dipakai; `null` bila tidak ditemukan.")]
    kemungkinan: Annotated[Daftar[Pecahan | None], _KEMUNGKINAN] = ()


class Saklar(Ketentuan):
    """Ya atau tidak dalam rumus, dengan kemungkinan lain bila asumsi."""

    nilai: Annotated[bool, Uraian("Nilai", "`true` atau `false`.")]
    kemungkinan: Annotated[Daftar[bool], _KEMUNGKINAN] = ()


class Agregasi(Ketentuan):
    """Cara kematangan inovasi menjadi skor SID: dijumlahkan (skala absolut) atau dirata-rata."""

    cara: Annotated[Literal["jumlah", "rata_rata"], Uraian("Cara", "Dijumlahkan atau dirata-rata.")]


CaraBulat = Literal["terbulat", "tak_terbulat"]


class Pembulatan(Ketentuan):
    """Predikat diambil dari indeks terbulat dua desimal. Bila ``tak_terbulat`` juga mungkin, indeks yang baru
    mencapai batas karena pembulatan (kurang dari 0,005 di bawahnya) punya dua predikat yang mungkin.
    """

    nilai: Annotated[
        Literal["terbulat"], Uraian("Nilai", "Selalu `terbulat`: predikat mengikuti indeks yang ditampilkan.")
    ]
    kemungkinan: Annotated[Daftar[CaraBulat], _KEMUNGKINAN] = ()


class JumlahInovasi(Model):
    """Skor jumlah inovasi = min(n, maksimum) × poin."""

    poin: Annotated[Konstanta, Uraian("Poin", "Poin tiap inovasi yang dihitung.")]
    maksimum: Annotated[Konstanta, Uraian("Maksimum", "Banyaknya inovasi yang paling banyak diberi poin.")]


class Rumus(Model):
    """Konstanta rumus. Tanpa ``pembagi_minimal`` pembagi adalah n; tanpa ``jumlah_inovasi`` tidak ada skor
    jumlah.
    """

    sid: Annotated[Agregasi, Uraian("Penggabungan", "Cara kematangan inovasi menjadi skor SID.")]
    pembagi_minimal: Annotated[
        Konstanta | None,
        Uraian("Pembagi minimal", "Pembagi = yang terbesar antara angka ini dan n. Tanpa ini: n."),
    ] = None
    ditolak_ikut_pembagi: Annotated[
        Saklar | None, Uraian("Ditolak ikut pembagi", "Apakah inovasi yang ditolak tetap menjadi pembagi.")
    ] = None
    jumlah_inovasi: Annotated[
        JumlahInovasi | None,
        Uraian("Skor jumlah inovasi", "min(n, maksimum) × poin. Tanpa ini: tidak ada skor jumlah."),
    ] = None
    urusan_wajib_minimal: Annotated[
        Konstanta | None, Uraian("Urusan wajib minimal", "Kurang dari ini, skor jumlah inovasi 0.")
    ] = None
    pembulatan: Annotated[
        Pembulatan | None, Uraian("Pembulatan", "Apakah predikat diambil dari indeks yang sudah dibulatkan.")
    ] = None


def nilai_konstanta(konstanta: Konstanta | None) -> Fraction | None:
    """Bilangan sebuah konstanta; ``None`` bila aturannya tidak ada atau angkanya tidak ditemukan."""
    return None if konstanta is None else konstanta.nilai


class KetentuanBernama(NamedTuple):
    """Satu ketentuan sebuah tahun: kuncinya, sebutannya, dan isinya."""

    kunci: str
    nama: str
    isi: Ketentuan
