"""Bahan ``indeks jelaskan``: satu kode katalog, atau satu indikator pada satu tahun beserta riwayatnya."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from indeksinovasi.inti.ejaan import ejaan_terdekat
from indeksinovasi.inti.katalog import KATALOG, KELUARGA
from indeksinovasi.inti.katalog.jenis import EntriKatalog
from indeksinovasi.inti.metode.beda import HalBerbeda, beda_baris
from indeksinovasi.inti.metode.uraian_aturan import UraianAturan, contoh_fakta, tulis_fakta, uraikan_aturan
from indeksinovasi.inti.model.aturan import Aturan, AturanBasis, AturanJumlah
from indeksinovasi.inti.model.fakta import Bentuk, bentuk_fakta
from indeksinovasi.inti.model.metode import Indikator, Metode

HAL_SAMPINGAN = ("aspek", "variabel", "format bukti")


class PenjelasanKeluarga(NamedTuple):
    """Satu keluarga kode, misalnya ``SKM``."""

    awalan: str
    nama: str
    entri: tuple[EntriKatalog, ...]


class PenjelasanPilihan(NamedTuple):
    """Satu isian catatan yang nilainya dipilih dari daftar tetap, misalnya ``urusan``."""

    isian: str


ISIAN_BERPILIHAN = ("status", "tahapan", "inisiator", "jenis", "bentuk", "urusan", "klaster")


class Contoh(NamedTuple):
    """Fakta contoh sebagai YAML dan tingkat yang dicapainya."""

    fakta: str
    tingkat: int


class LangkahTahun(NamedTuple):
    """Perubahan sebuah indikator antara dua berkas tahun yang berurutan.

    ``ada`` menyatakan apakah ia tercantum pada tahun ``dari`` dan pada tahun ``ke``.
    """

    dari: int
    ke: int
    ada: tuple[bool, bool]
    perubahan: tuple[HalBerbeda, ...]


class PenjelasanIndikator(NamedTuple):
    """Satu indikator pada satu tahun.

    ``arti_lain`` adalah pilihan yang tidak menjadi butir aturannya: anggota yang dicacah, dan basis ukur.
    ``bertabel`` adalah tahun yang memuat tabel aspeknya; ``riwayat`` hanya pasangan tahun itu yang berbeda.
    """

    indikator: Indikator
    metode: Metode
    bentuk: Bentuk | None
    arti_lain: tuple[tuple[str, str], ...]
    aturan: UraianAturan | None
    aturan_lain: tuple[tuple[str, UraianAturan], ...]
    contoh: Contoh | None
    sumber: tuple[tuple[str, str], ...]
    bertabel: tuple[int, ...]
    riwayat: tuple[LangkahTahun, ...]


def cari_kode(kata: str) -> EntriKatalog | PenjelasanKeluarga | None:
    """Entri katalog untuk kode (``SKM104``, huruf besar kecil sama) atau keluarganya (``SKM``)."""
    kode = kata.strip().upper()
    if kode in KELUARGA:
        return PenjelasanKeluarga(
            kode, KELUARGA[kode], tuple(isi for satu, isi in KATALOG.items() if satu[:3] == kode)
        )
    return KATALOG.get(kode)


def cari_indikator(kata: str, metode: Metode, semua: Iterable[Metode] = ()) -> Indikator | None:
    """Indikator menurut kode, nomor (``16``, ``5b``), atau nama; nama boleh dari tahun lain di *semua*."""
    dicari = kata.strip().casefold()
    for satu in metode.indikator:
        if dicari in (satu.kode, satu.nomor.casefold(), satu.nama.casefold()):
            return satu
    bernama = {satu.kode for lain in semua for satu in lain.indikator if satu.nama.casefold() == dicari}
    return next((satu for satu in metode.indikator if satu.kode in bernama), None)


def usul(kata: str, semua: Iterable[Metode]) -> str | None:
    """Kode atau indikator yang paling mirip dengan *kata*, dari katalog dan semua tahun."""
    bentuk = {satu.lower(): satu for satu in (*KATALOG, *KELUARGA)}
    for metode in semua:
        bentuk |= {baris.kode: baris.kode for baris in metode.indikator}
    mirip = ejaan_terdekat(kata, bentuk)
    return bentuk[mirip] if mirip else None


def jelaskan_indikator(kode: str, metode: Metode, semua: Sequence[Metode]) -> PenjelasanIndikator:
    """Penjelasan indikator *kode* pada *metode*; *semua* berkas tahun menurut urutan, untuk riwayatnya.

    ``KeyError`` bila *metode* tidak memuat indikator itu.
    """
    indikator = _ambil(metode, kode)
    if indikator is None:
        raise KeyError(kode)
    contoh, bentuk = contoh_fakta(indikator, metode.tahun), bentuk_fakta(indikator)
    bertabel = tuple(satu for satu in semua if satu.aspek(indikator.aspek))
    return PenjelasanIndikator(
        indikator,
        metode,
        bentuk,
        tuple(_arti_lain(indikator.aturan, bentuk)),
        uraikan_aturan(indikator.aturan) if indikator.aturan else None,
        tuple((satu.keterangan, uraikan_aturan(satu.aturan)) for satu in indikator.aturan_lain),
        Contoh(tulis_fakta(contoh[0]), contoh[1]) if contoh else None,
        tuple((kunci, metode.sumber.get(kunci, "tidak terdaftar")) for kunci in indikator.sumber),
        tuple(satu.tahun for satu in bertabel),
        tuple(_riwayat(kode, bertabel)),
    )


def _arti_lain(aturan: Aturan | None, bentuk: Bentuk | None) -> Iterator[tuple[str, str]]:
    match aturan:
        case AturanBasis():
            dipakai = set(aturan.basis)
        case AturanJumlah() if bentuk:
            dipakai = set(bentuk.arti)
        case _:
            return
    if bentuk:
        yield from ((kata, arti) for kata, arti in bentuk.arti.items() if arti and kata in dipakai)


def _ambil(metode: Metode, kode: str) -> Indikator | None:
    return next((satu for satu in metode.indikator if satu.kode == kode), None)


def _riwayat(kode: str, semua: Sequence[Metode]) -> Iterator[LangkahTahun]:
    for lama, baru in pairwise(semua):
        asal, tujuan = _ambil(lama, kode), _ambil(baru, kode)
        berubah = beda_baris(asal, tujuan) if asal and tujuan else ()
        pokok = tuple(satu for satu in berubah if satu.hal not in HAL_SAMPINGAN)
        ada = (asal is not None, tujuan is not None)
        if pokok or ada[0] != ada[1]:
            yield LangkahTahun(lama.tahun, baru.tahun, ada, pokok)
