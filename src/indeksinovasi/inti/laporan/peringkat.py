"""Peringkat daerah, OPD, atau inovasi: yang skornya sama berbagi peringkat (1, 2, 2, 4)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, NamedTuple

from indeksinovasi.inti.hitung.ikhtisar import alasan_tanpa_indeks
from indeksinovasi.inti.hitung.rumus import terbulat
from indeksinovasi.inti.hitung.sumbangan_opd import Pengocok, SumbanganOpd, sumbangan_opd
from indeksinovasi.inti.model.angka import rentang_nyata
from indeksinovasi.inti.model.daerah import IdentitasDaerah, JenisHasil
from indeksinovasi.inti.model.hasil import Dasar, Hasil, NilaiInovasi
from indeksinovasi.inti.model.metode import Metode

Menurut = Literal["daerah", "opd", "inovasi"]
AsalSkor = Literal["dihitung"] | JenisHasil
"""``dihitung`` dari catatan, atau jenis hasil terbit bila daerahnya tidak punya catatan tahun itu."""


class Peserta(NamedTuple):
    """Satu peserta; ``skor`` terbulat dua desimal, ``None`` bila tidak berperingkat (lihat ``alasan``).

    Skor daerah adalah indeks (skala absolut: skor total), skor OPD rata-rata kematangan inovasinya, skor
    inovasi kematangannya. ``tanda`` menyebut keraguan yang perlu dibaca bersama skornya.
    """

    kunci: str
    nama: str
    daerah: IdentitasDaerah
    skor: Fraction | None
    opd: str | None = None
    jumlah_inovasi: int | None = None
    predikat: str | None = None
    sumber: AsalSkor = "dihitung"
    tanda: str | None = None
    alasan: str | None = None
    nama_opd: str | None = None
    sumbangan: SumbanganOpd | None = None


class Urutan(NamedTuple):
    """Satu peserta dengan peringkatnya (mulai 1)."""

    peringkat: int
    peserta: Peserta


@dataclass(frozen=True, slots=True)
class Peringkat:
    """Peserta berskor menurut peringkat, peserta tanpa skor, dan banyak peserta tiap predikat."""

    menurut: Menurut
    tahun: int
    dasar: Dasar
    metode: Metode | None
    urutan: tuple[Urutan, ...]
    tanpa_skor: tuple[Peserta, ...]
    predikat: tuple[tuple[str | None, int], ...]


def susun_peringkat(
    peserta: Iterable[Peserta], menurut: Menurut, tahun: int, dasar: Dasar, metode: Metode | None
) -> Peringkat:
    """Urutkan dari skor tertinggi. Ringkasan predikat memuat semua predikat *metode*, dan ``None``."""
    semua = sorted(peserta, key=lambda satu: (-(satu.skor or 0), satu.nama.casefold(), satu.kunci))
    berskor = [satu for satu in semua if satu.skor is not None]
    mulai: dict[Fraction | None, int] = {}
    for letak, satu in enumerate(berskor, start=1):
        mulai.setdefault(satu.skor, letak)
    return Peringkat(
        menurut=menurut,
        tahun=tahun,
        dasar=dasar,
        metode=metode,
        urutan=tuple(Urutan(mulai[satu.skor], satu) for satu in berskor),
        tanpa_skor=tuple(satu for satu in semua if satu.skor is None),
        predikat=tuple(_ringkasan(semua, metode if menurut == "daerah" else None)),
    )


def _ringkasan(semua: Sequence[Peserta], metode: Metode | None) -> Iterator[tuple[str | None, int]]:
    """Banyaknya tiap predikat *metode*, predikat lain menurut abjad, lalu yang tanpa predikat bila ada."""
    banyak = Counter(satu.predikat for satu in semua)
    predikat = [satu.nama for satu in metode.predikat] if metode else []
    for nama in dict.fromkeys((*predikat, *sorted(filter(None, banyak)))):
        yield nama, banyak[nama]
    if banyak[None]:
        yield None, banyak[None]


def peserta_daerah(hasil: Hasil) -> list[Peserta]:
    """Daerah itu sendiri, dengan indeks atau skor totalnya."""
    utama = hasil.utama
    return [
        Peserta(
            kunci=hasil.daerah.kode or hasil.daerah.nama,
            nama=hasil.daerah.nama,
            daerah=hasil.daerah,
            skor=utama.skor,
            jumlah_inovasi=hasil.jumlah["terhitung"],
            predikat=utama.predikat,
            tanda=_tanda_daerah(hasil),
            alasan=alasan_tanpa_indeks(hasil) if utama.skor is None else None,
        )
    ]


def _tanda_daerah(hasil: Hasil) -> str | None:
    if hasil.paling_sedikit:
        return "paling sedikit"
    return "bergantung pada asumsi" if rentang_nyata(hasil.utama.rentang) else None


def peserta_opd(hasil: Hasil, kocok: Pengocok) -> list[Peserta]:
    """Semua OPD daerah itu dengan sumbangannya; OPD tanpa inovasi terhitung tidak mendapat skor.

    *kocok* memberi urutan acak untuk daerah yang OPD-nya terlalu banyak bagi hitungan eksak.
    """
    sumbangan = sumbangan_opd(hasil, kocok) if hasil.lingkup == "daerah" else {}
    return [
        Peserta(
            kunci=f"{hasil.daerah.kode or hasil.daerah.nama}/{satu.kode}",
            nama=satu.nama,
            daerah=hasil.daerah,
            skor=None if satu.rata_rata is None else terbulat(satu.rata_rata),
            opd=satu.kode,
            jumlah_inovasi=satu.jumlah_inovasi,
            alasan="Belum ada inovasi terhitung." if satu.rata_rata is None else None,
            sumbangan=sumbangan.get(satu.kode),
        )
        for satu in hasil.opd
    ]


def peserta_inovasi(hasil: Hasil) -> list[Peserta]:
    """Semua berkas inovasi; yang tidak dihitung disebut dengan alasannya."""
    nama_opd = {satu.kode: satu.nama for satu in hasil.opd}
    return [_inovasi(satu, hasil)._replace(nama_opd=nama_opd.get(satu.opd)) for satu in hasil.inovasi]


def _inovasi(satu: NilaiInovasi, hasil: Hasil) -> Peserta:
    kematangan = satu.kematangan if satu.terhitung else None
    return Peserta(
        kunci=f"{hasil.daerah.kode or hasil.daerah.nama}/{satu.id}",
        nama=satu.nama or satu.id,
        daerah=hasil.daerah,
        skor=None if kematangan is None else terbulat(kematangan[hasil.nomor_dasar]),
        opd=satu.opd,
        tanda="paling sedikit" if satu.paling_sedikit else None,
        alasan=None if kematangan is not None else f"Tidak dihitung: {satu.alasan or satu.golongan}.",
    )
