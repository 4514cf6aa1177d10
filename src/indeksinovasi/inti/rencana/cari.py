"""Mencari rencana termurah: kasus demi kasus dari yang batas bawahnya terendah, lalu memutus yang seri.

Di antara yang sama murah: indeks tertinggi, lalu OPD yang tersentuh paling sedikit, lalu pengenal terkecil.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

from indeksinovasi.inti.rencana.kasus import BatasKasus, Isi, Kasus, KunciKelas, ModelKasus, SoalTarget
from indeksinovasi.inti.rencana.program import Pemecah
from indeksinovasi.inti.rencana.ruang import BarisNaik

BARIS_TERURUT = 500
"""Di atas sekian baris, pengenal terkecil hanya dijamin di antara baris yang tak terbedakan."""
_SEKALI = 24


class Termurah(NamedTuple):
    """Rencana termurah dan batas bawah biayanya. ``terurut``: seri diputus sampai pengenalnya."""

    isi: Isi
    biaya: Fraction
    batas_bawah: Fraction
    terurut: bool


def cari_termurah(soal: SoalTarget, pecahkan: Pemecah) -> Termurah | None:
    """Rencana termurah *soal*; ``None`` bila syaratnya tidak dapat dipenuhi."""
    batas = BatasKasus(soal)
    semua = sorted(
        (bawah, kasus) for kasus in soal.semua_kasus() if (bawah := batas.bawah(kasus)) is not None
    )
    biaya, terbukti = _biaya_termurah(soal, semua, pecahkan)
    if biaya is None:
        return None
    harga = Fraction(biaya, soal.skala)
    sama = [kasus for bawah, kasus in semua if bawah <= harga]
    tertinggi = _indeks_tertinggi(soal, batas, sama, biaya, pecahkan)
    isi, terurut = _putuskan(soal, tertinggi, biaya, pecahkan)
    return Termurah(isi, harga, Fraction(terbukti, soal.skala), terurut)


def _sama_saja(_: BarisNaik) -> object:
    return None


def _biaya_termurah(
    soal: SoalTarget, semua: Iterable[tuple[Fraction, Kasus]], pecahkan: Pemecah
) -> tuple[int | None, int]:
    """Biaya termurah dan batas bawahnya, dalam bilangan bulat."""
    terbaik: int | None = None
    terbukti = 0
    for bawah, kasus in semua:
        # Kasus yang batas bawahnya tidak lebih murah tidak dapat mengalahkan yang sudah ada.
        if terbaik is not None and bawah * soal.skala > terbaik - 1:
            break
        model = ModelKasus(soal, kasus, _sama_saja)
        if terbaik is not None:
            model.batasi_biaya(terbaik - 1)
        hasil = pecahkan(model.program(model.biaya))
        if hasil is not None:
            terbaik, terbukti = hasil.sasaran, hasil.batas
    return terbaik, terbukti


class _Seri(NamedTuple):
    kasus: Kasus
    kenaikan: int
    isi: Isi


def _indeks_tertinggi(
    soal: SoalTarget, batas: BatasKasus, sama: Iterable[Kasus], biaya: int, pecahkan: Pemecah
) -> list[_Seri]:
    """Kasus-kasus yang dengan *biaya* itu mencapai indeks tertinggi."""
    harga = Fraction(biaya, soal.skala)
    urut = sorted(
        ((atas, kasus) for kasus in sama if (atas := batas.atas(kasus, harga)) is not None), reverse=True
    )
    tertinggi: Fraction | None = None
    seri: list[_Seri] = []
    for atas, kasus in urut:
        if tertinggi is not None and atas < tertinggi:
            break
        model = ModelKasus(soal, kasus, _sama_saja)
        model.batasi_biaya(biaya)
        kenaikan = model.kenaikan(soal.utama)
        hasil = pecahkan(model.program({nomor: -isi for nomor, isi in kenaikan.items()}))
        if hasil is None:
            continue
        nilai = soal.nilai(kasus, -hasil.sasaran)
        if tertinggi is None or nilai > tertinggi:
            tertinggi, seri = nilai, []
        if nilai == tertinggi:
            seri.append(_Seri(kasus, -hasil.sasaran, model.baca(hasil.nilai)))
    return seri


def _putuskan(soal: SoalTarget, seri: list[_Seri], biaya: int, pecahkan: Pemecah) -> tuple[Isi, bool]:
    """Putuskan rencana yang seri menurut OPD, lalu pengenal selama ruangnya tidak terlalu besar."""
    terurut = len(soal.ruang.baris) <= BARIS_TERURUT
    calon = []
    for satu in seri:
        opd, isi = _opd_tersedikit(soal, satu, biaya, pecahkan)
        if terurut:
            isi = _pengenal_terkecil(soal, satu, biaya, opd, pecahkan)
        calon.append((opd, sorted(_sebut(soal, isi)), isi))
    return min(calon, key=lambda satu: satu[:2])[2], terurut


def _sebut(soal: SoalTarget, isi: Isi) -> list[tuple[str, str]]:
    return [(soal.ruang.baris[nomor].id, soal.ruang.baris[nomor].indikator) for nomor in isi.naik]


def _model_seri(soal: SoalTarget, satu: _Seri, biaya: int, kunci: KunciKelas) -> ModelKasus:
    model = ModelKasus(soal, satu.kasus, kunci)
    model.batasi_biaya(biaya)
    model.batasi_kenaikan(satu.kenaikan)
    return model


def _opd_tersedikit(soal: SoalTarget, satu: _Seri, biaya: int, pecahkan: Pemecah) -> tuple[int, Isi]:
    """OPD paling sedikit yang tersentuh, dan rencananya; barisnya cukup dibedakan menurut OPD."""
    model = _model_seri(soal, satu, biaya, lambda baris: baris.opd)
    hasil = pecahkan(model.program(dict.fromkeys(model.peubah_opd().values(), 1)))
    assert hasil is not None  # rencana seri itu sendiri memenuhinya
    return hasil.sasaran, model.baca(hasil.nilai)


def _pengenal_terkecil(soal: SoalTarget, satu: _Seri, biaya: int, opd: int, pecahkan: Pemecah) -> Isi:
    """Rencana dengan daftar pengenal terkecil (daftar yang lebih pendek mendahului lanjutannya).

    Beberapa puluh baris diputuskan sekaligus dengan bobot pangkat dua, jadi baris terdahulu selalu menang.
    """
    model = _model_seri(soal, satu, biaya, lambda baris: (baris.id, baris.indikator))
    model.batasi(dict.fromkeys(model.peubah_opd().values(), 1), opd)
    peubah = model.peubah_baris()
    dipilih: list[int] = []
    isi = satu.isi
    for awal in range(0, len(peubah), _SEKALI):
        bagian = peubah[awal : awal + _SEKALI]
        bobot = {nomor: -(1 << (len(bagian) - 1 - letak)) for letak, nomor in enumerate(bagian)}
        hasil = pecahkan(model.program(bobot))
        assert hasil is not None
        for nomor in bagian:
            model.tetapkan(nomor, hasil.nilai[nomor])
        dipilih += [nomor for nomor in bagian if hasil.nilai[nomor]]
        isi = model.baca(hasil.nilai)
    return _terpendek(model, dipilih, pecahkan) or isi


def _terpendek(model: ModelKasus, dipilih: list[int], pecahkan: Pemecah) -> Isi | None:
    """Awal daftar *dipilih* yang terpendek yang sudah cukup dengan sendirinya."""
    for nomor in dipilih:
        model.tetapkan(nomor, 0)
    for panjang in range(len(dipilih)):
        if panjang:
            model.tetapkan(dipilih[panjang - 1], 1)
        hasil = pecahkan(model.program({}))
        if hasil is not None:
            return model.baca(hasil.nilai)
    return None
