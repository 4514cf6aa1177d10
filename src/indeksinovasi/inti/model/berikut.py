"""Apa yang dilakukan berikutnya, seperti dibaca laporan: langkah, jalan ke predikat, susunan, dan risiko."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal, NamedTuple

from indeksinovasi.inti.model.hasil import Dasar, Golongan


class Pelaku(NamedTuple):
    """Perangkat daerah yang mengerjakan sebuah langkah, dan banyaknya baris atau inovasi miliknya."""

    nama: str
    banyak: int


JenisBerikut = Literal["verifikasi", "bukti", "tingkat", "spd", "kelayakan", "inovasi_baru"]


class LangkahLaporan(NamedTuple):
    """Pengandaian yang dihitung dengan rumus yang sama: skor bila langkah itu terlaksana dan hal lain tetap.

    ``banyak`` dan ``nama`` menyebut apa yang terlibat: baris dan nama indikatornya, inovasi yang belum
    dihitung, urusan wajib yang diisi inovasi baru; untuk ``spd`` nama baris dan uraian tingkat tujuannya.
    ``tambahan`` = ``skor`` dikurangi skor pada ``dasar`` itu. ``biaya``: satu tiap tingkat, satu tiap inovasi
    yang diurus kelayakannya. ``daerah``: baris SPD yang ikut, yang dikerjakan tingkat daerah. ``golongan``:
    kedudukan inovasi yang belum dihitung; ``ke``: tingkat tujuan baris SPD; ``kematangan`` tiap inovasi baru.
    """

    jenis: JenisBerikut
    banyak: int
    nama: tuple[str, ...]
    skor: Fraction
    tambahan: Fraction
    dasar: Dasar
    biaya: int
    oleh: tuple[Pelaku, ...] = ()
    daerah: int = 0
    golongan: Golongan | None = None
    ke: int | None = None
    kematangan: Fraction | None = None

    @property
    def hemat(self) -> Fraction:
        """Tambahan tiap satuan biaya."""
        return self.tambahan / max(self.biaya, 1)


class InovasiAndaian(NamedTuple):
    """Inovasi baru yang ikut dipertimbangkan: kematangannya rata-rata yang terhitung, biayanya tingkat paling
    sedikit yang mencapainya. ``urusan``: kode urusan wajib kosong yang diisi lebih dahulu, seperlunya.
    """

    kematangan: Fraction
    biaya: int
    urusan: tuple[str, ...]


class NaikLaporan(NamedTuple):
    """Satu baris yang dinaikkan; ``opd`` kosong untuk SPD. ``tinggal_bukti``: klaimnya sudah setinggi itu."""

    id: str
    nama: str
    opd: str
    indikator: str
    dari: int
    ke: int
    bukti: str | None
    tinggal_bukti: bool


class BarisJalan(NamedTuple):
    """Sekelompok langkah sebuah jalan: satu baris SPD, satu indikator SID, atau semua inovasi baru.

    ``skor``: skor terbulat sesudah kelompok ini dan semua sebelumnya.
    """

    jenis: Literal["tingkat", "spd", "inovasi_baru"]
    nama: str
    banyak: int
    biaya: int
    skor: Fraction
    naik: tuple[NaikLaporan, ...]


class JalanLaporan(NamedTuple):
    """Jalan termurah dari ``awal`` ke sebuah predikat bila tiap tingkat berbiaya satu.

    ``biaya`` ``None`` dan ``langkah`` kosong bila tidak terjangkau. ``tanpa_baru``: biayanya tanpa inovasi
    baru, ``None`` bila tidak terjangkau begitu. ``tertinggi``: semua baris di puncaknya, tanpa inovasi baru.
    ``penghalang``: sebab dan banyaknya, bila tidak terjangkau. ``pilihan``: isi ``--inovasi-baru`` yang
    membuat ``rencana target`` menghitung hal yang sama.
    """

    predikat: str
    mulai: Fraction
    awal: Fraction
    biaya: int | None
    tanpa_baru: int | None
    akhir: Fraction | None
    langkah: tuple[BarisJalan, ...]
    tertinggi: Fraction
    penghalang: tuple[tuple[str, int], ...]
    pilihan: tuple[str, ...]


class SusunanLaporan(NamedTuple):
    """Kurva kiriman: (banyak dikirim, skor terbaik); ``sekarang`` banyaknya kini dan skornya; ``kirim`` dan
    ``tunda`` nama inovasinya.
    """

    kurva: tuple[tuple[int, Fraction], ...]
    terbaik: tuple[int, Fraction]
    sekarang: tuple[int, Fraction]
    impas: Fraction | None
    kirim: tuple[str, ...]
    tunda: tuple[str, ...]


class RisikoLaporan(NamedTuple):
    """Sebaran skor bila bukti gagal: dua puluh kuantil, P05-P50-P95, dan peluang tiap predikat.

    ``sumber`` asal peluang gagalnya, ``umum`` rata-ratanya, ``korelasi`` peluang gagal bersama.
    """

    undian: int
    bibit: int
    titik: tuple[Fraction, ...]
    kuantil: tuple[Fraction, Fraction, Fraction]
    peluang: tuple[tuple[str, Fraction], ...]
    sumber: Literal["ditetapkan", "verifikasi", "andaian"]
    umum: Fraction
    korelasi: Fraction


class BerikutLaporan(NamedTuple):
    """Apa yang dilakukan berikutnya menurut mesin rencana; kosong bila indeksnya tidak dapat dihitung."""

    langkah: tuple[LangkahLaporan, ...] = ()
    jalan: tuple[JalanLaporan, ...] = ()
    baru: InovasiAndaian | None = None
    susunan: SusunanLaporan | None = None
    risiko: RisikoLaporan | None = None
