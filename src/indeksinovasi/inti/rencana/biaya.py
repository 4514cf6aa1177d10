"""Biaya tiap langkah menurut ``biaya.yaml``, dan pemeriksaan bahwa entrinya menunjuk sesuatu yang ada."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import NamedTuple, TypeVar

from indeksinovasi.inti.ejaan import atau, kutip, mungkin_maksud, sambung
from indeksinovasi.inti.model.rencana import Bersama, DaftarBiaya, LangkahBiaya
from indeksinovasi.inti.model.temuan import Masalah
from indeksinovasi.inti.rencana.keadaan import Keadaan
from indeksinovasi.inti.rencana.ubahan import SEMUA_CATATAN, SPD, GalatUbahan, SetelTingkat, baca_ubahan


class BiayaLangkah(NamedTuple):
    """Yang diketahui tentang satu langkah: harga, hari kerja, pelaku, dan apakah mungkin dilakukan.

    ``mungkin`` ``None``: tidak disebut, jadi kalender yang menentukan.
    """

    biaya: Fraction
    hari: int | None = None
    oleh: str | None = None
    mungkin: bool | None = None


class TabelBiaya:
    """Entri biaya menurut ketepatannya: catatan dan tingkat, catatan, tingkat, lalu indikator saja."""

    def __init__(self, daftar: DaftarBiaya) -> None:
        self._bawaan = daftar.bawaan
        self._entri = {(satu.id, satu.indikator, satu.ke): satu for satu in daftar.langkah}

    def langkah(self, kenal: str, indikator: str, dari: int, ke: int) -> BiayaLangkah:
        """Biaya menaikkan baris *indikator* catatan *kenal* (atau ``spd``) dari tingkat *dari* ke *ke*.

        Tiap isian diambil dari entri paling tepat yang menyebutnya; tanpa entri, bawaan tiap tingkat.
        """
        kunci = ((kenal, ke), (kenal, None), (None, ke), (None, None))
        semua = [satu for id_, t in kunci if (satu := self._entri.get((id_, indikator, t)))]
        biaya = _pertama(satu.biaya for satu in semua)
        return BiayaLangkah(
            biaya=self._bawaan * (ke - dari) if biaya is None else biaya,
            hari=_pertama(satu.hari for satu in semua),
            oleh=_pertama(satu.oleh for satu in semua),
            mungkin=_pertama(satu.mungkin for satu in semua),
        )


_T = TypeVar("_T")


def _pertama(semua: Iterable[_T | None]) -> _T | None:
    return next((satu for satu in semua if satu is not None), None)


def baris_bersama(bersama: Bersama) -> Iterator[SetelTingkat]:
    """Baris-baris satu naskah bersama; ``GalatUbahan`` bila tulisannya salah."""
    for teks in bersama.baris:
        ubahan = baca_ubahan(teks)
        if not isinstance(ubahan, SetelTingkat) or ubahan.sasaran == SEMUA_CATATAN or not ubahan.tingkat:
            raise GalatUbahan(teks, "bukan id:indikator=ke.", "Tulis misalnya 2026/dinkes/x:regulasi=3.")
        yield ubahan


def periksa_biaya(daftar: DaftarBiaya, keadaan: Keadaan) -> Iterator[Masalah]:
    """Entri yang menunjuk catatan atau indikator yang tidak ada, atau yang tertulis dua kali."""
    ada: set[tuple[str | None, str, int | None]] = set()
    for urutan, satu in enumerate(daftar.langkah):
        yield from _entri(satu, ("langkah", urutan), keadaan)
        kunci = (satu.id, satu.indikator, satu.ke)
        if kunci in ada:
            yield Masalah("SKR641", ("langkah", urutan), "entri ini sudah ada", "Hapus salah satunya.")
        ada.add(kunci)
    for urutan, naskah in enumerate(daftar.bersama):
        yield from _bersama(naskah, urutan, keadaan)


def _entri(satu: LangkahBiaya, jalur: tuple[str | int, ...], keadaan: Keadaan) -> Iterator[Masalah]:
    if satu.id is not None:
        yield from _catatan(satu.id, (*jalur, "id"), keadaan)
    yield from _indikator(satu.id, satu.indikator, (*jalur, "indikator"), keadaan)


def _bersama(naskah: Bersama, urutan: int, keadaan: Keadaan) -> Iterator[Masalah]:
    for letak in range(len(naskah.baris)):
        jalur = ("bersama", urutan, "baris", letak)
        try:
            (ubahan,) = baris_bersama(naskah.model_copy(update={"baris": (naskah.baris[letak],)}))
        except GalatUbahan as galat:
            pesan = f"baris {kutip(naskah.baris[letak])}: {galat.sebab}".rstrip(".")
            yield Masalah("SKR641", jalur, pesan, galat.petunjuk)
            continue
        yield from _catatan(ubahan.sasaran, jalur, keadaan)
        yield from _indikator(ubahan.sasaran, ubahan.indikator, jalur, keadaan)


def _catatan(kenal: str, jalur: tuple[str | int, ...], keadaan: Keadaan) -> Iterator[Masalah]:
    if kenal == SPD or kenal in keadaan.rekaman:
        return
    maksud = mungkin_maksud(kenal, keadaan.rekaman)
    petunjuk = atau(maksud, f"Tulis spd atau {keadaan.tahun}/<opd>/<nama>.")
    yield Masalah("SKR641", jalur, f"catatan {kutip(kenal)} tidak ada{sambung(maksud)}", petunjuk)


def _indikator(
    kenal: str | None, kode: str, jalur: tuple[str | int, ...], keadaan: Keadaan
) -> Iterator[Masalah]:
    sid, spd = keadaan.peraturan.sid.baris, keadaan.tabel_spd.baris
    dikenal = {**sid, **spd} if kenal is None else spd if kenal == SPD else sid
    if kode in dikenal:
        return
    maksud = mungkin_maksud(kode, dikenal)
    petunjuk = atau(maksud, "Lihat kode dengan `indeks metode tunjuk`.")
    yield Masalah("SKR641", jalur, f"indikator {kutip(kode)} tidak ada{sambung(maksud)}", petunjuk)
