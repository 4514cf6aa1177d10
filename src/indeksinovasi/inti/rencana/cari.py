"""Mencari rencana termurah: kasus demi kasus dari yang batas bawahnya terendah, lalu memutus yang seri.

Di antara yang sama murah: indeks tertinggi, lalu OPD yang tersentuh paling sedikit, lalu pengenal terkecil.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from indeksinovasi.inti.rencana.batas import BatasKasus, jelas_lebih
from indeksinovasi.inti.rencana.kasus import (
    Isi,
    KunciKelas,
    ModelKasus,
    PilihanTersisa,
    semua_pilihan,
)
from indeksinovasi.inti.rencana.program import Pemecah
from indeksinovasi.inti.rencana.ruang import BarisNaik
from indeksinovasi.inti.rencana.soal import Kasus, SoalTarget

_SEKALI = 24


class Termurah(NamedTuple):
    """Rencana termurah dan batas bawah biayanya."""

    isi: Isi
    biaya: Fraction
    batas_bawah: Fraction


def cari_termurah(soal: SoalTarget, pecahkan: Pemecah) -> Termurah | None:
    """Rencana termurah *soal*; ``None`` bila syaratnya tidak dapat dipenuhi."""
    batas = BatasKasus(soal)
    semua = sorted(
        (bawah, kasus) for kasus in soal.semua_kasus() if (bawah := batas.bawah(kasus)) is not None
    )
    biaya, terbukti = _biaya_termurah(soal, semua, pecahkan)
    if biaya is None:
        return None
    harga = biaya / soal.skala
    sama = [kasus for bawah, kasus in semua if not jelas_lebih(bawah, float(harga))]
    tertinggi = _indeks_tertinggi(soal, batas, sama, biaya, pecahkan)
    isi = _putuskan(soal, batas, tertinggi, biaya, pecahkan)
    return Termurah(isi, harga, terbukti / soal.skala)


def _sama_saja(_: BarisNaik) -> object:
    return None


def _biaya_termurah(
    soal: SoalTarget, semua: Iterable[tuple[float, Kasus]], pecahkan: Pemecah
) -> tuple[int | None, int]:
    """Biaya termurah dan batas bawahnya, dalam bilangan bulat."""
    terbaik: int | None = None
    terbukti = 0
    skala, pilihan = float(soal.skala), semua_pilihan(soal.ruang)
    for bawah, kasus in semua:
        # Kasus yang batas bawahnya tidak lebih murah tidak dapat mengalahkan yang sudah ada.
        if terbaik is not None and jelas_lebih(bawah * skala, terbaik - 1):
            break
        model = ModelKasus(soal, kasus, _sama_saja, pilihan)
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
    harga, pilihan = biaya / soal.skala, semua_pilihan(soal.ruang)
    urut = sorted(
        ((atas, kasus) for kasus in sama if (atas := batas.atas(kasus, harga)) is not None), reverse=True
    )
    tertinggi: Fraction | None = None
    seri: list[_Seri] = []
    for atas, kasus in urut:
        if tertinggi is not None and jelas_lebih(float(tertinggi), atas):
            break
        model = ModelKasus(soal, kasus, _sama_saja, pilihan)
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


def _putuskan(soal: SoalTarget, batas: BatasKasus, seri: list[_Seri], biaya: int, pecahkan: Pemecah) -> Isi:
    """Putuskan rencana yang seri menurut OPD, lalu pengenal."""
    calon = []
    for satu in seri:
        kenaikan = Fraction(satu.kenaikan, soal.utama.satuan)
        saringan = batas.saring(satu.kasus, biaya / soal.skala, kenaikan)
        pemutus = _Pemutus(soal, satu, biaya, saringan, pecahkan)
        opd = pemutus.opd_tersedikit()
        isi = pemutus.pengenal_terkecil(opd)
        calon.append((opd, sorted(_sebut(soal, isi)), isi))
    return min(calon, key=lambda satu: satu[:2])[2]


def _sebut(soal: SoalTarget, isi: Isi) -> list[tuple[str, str]]:
    return [(soal.ruang.baris[nomor].id, soal.ruang.baris[nomor].indikator) for nomor in isi.naik]


class _Pemutus:
    """Memutus rencana sekasus yang sama murah dan sama tinggi."""

    def __init__(
        self, soal: SoalTarget, seri: _Seri, biaya: int, saringan: PilihanTersisa, pecahkan: Pemecah
    ) -> None:
        self._soal = soal
        self._seri = seri
        self._biaya = biaya
        self._saringan = saringan
        self._pecahkan = pecahkan

    def _model(self, kunci: KunciKelas) -> ModelKasus:
        model = ModelKasus(self._soal, self._seri.kasus, kunci, self._saringan)
        model.batasi_biaya(self._biaya)
        model.batasi_kenaikan(self._seri.kenaikan)
        return model

    def opd_tersedikit(self) -> int:
        """OPD paling sedikit yang tersentuh; barisnya cukup dibedakan menurut OPD."""
        model = self._model(lambda baris: baris.opd)
        hasil = self._pecahkan(model.program(dict.fromkeys(model.peubah_opd().values(), 1)))
        assert hasil is not None  # rencana seri itu sendiri memenuhinya
        return hasil.sasaran + len(model.opd_tetap())

    def pengenal_terkecil(self, opd: int) -> Isi:
        """Rencana dengan daftar pengenal terkecil (daftar yang lebih pendek mendahului lanjutannya)."""
        model = self._model(lambda baris: baris.opd)
        model.batasi(dict.fromkeys(model.peubah_opd().values(), 1), opd - len(model.opd_tetap()))
        kelas = model.banyak_kelas()
        antrean = sorted(
            _Anggota(baris, nomor, urutan) for isi, nomor in kelas for urutan, baris in enumerate(isi)
        )
        pemilih = _Pemilih(model, {nomor: len(isi) for isi, nomor in kelas}, self._pecahkan)
        nilai = pemilih.pilih(antrean)
        akhir_tetap = max(self._saringan.tetap, default=-1)
        nilai = pemilih.terpendek(akhir_tetap) or nilai
        nilai = pemilih.tentukan(nilai)
        return self._seri.isi if nilai is None else model.baca(nilai)


class _Anggota(NamedTuple):
    """Satu baris: letaknya, peubah banyak kelasnya, dan urutannya di kelas itu."""

    baris: int
    banyak: int
    urutan: int


class _Pemilih:
    """Memutuskan baris demi baris dari pengenal terkecil: ikut naik bila masih ada rencana yang memuatnya.

    Beberapa puluh baris diputuskan sekaligus dengan bobot pangkat dua, jadi baris terdahulu selalu menang.
    Sekelas yang satu anggotanya tidak ikut, anggota sesudahnya tidak ikut pula.
    """

    def __init__(self, model: ModelKasus, atas: dict[int, int], pecahkan: Pemecah) -> None:
        self._model = model
        self._atas = atas
        self._bawah = dict.fromkeys(atas, 0)
        self._pecahkan = pecahkan
        self._dipilih: list[_Anggota] = []

    def pilih(self, antrean: Sequence[_Anggota]) -> tuple[int, ...] | None:
        """Putuskan semua *antrean*; kembalikan rencana terakhir, ``None`` bila tidak ada yang diputuskan."""
        nilai: tuple[int, ...] | None = None
        mulai = 0
        while mulai < len(antrean):
            bagian: list[_Anggota] = []
            while mulai < len(antrean) and len(bagian) < _SEKALI:
                satu = antrean[mulai]
                if self._bawah[satu.banyak] < self._atas[satu.banyak]:
                    bagian.append(satu)
                mulai += 1
            if bagian and not self._sudah_terbaik(bagian, nilai):
                nilai = self._putuskan(bagian)
            self._catat(bagian, nilai)
        return nilai

    def _sudah_terbaik(self, bagian: Sequence[_Anggota], nilai: tuple[int, ...] | None) -> bool:
        """Rencana terakhir memuat semuanya."""
        return nilai is not None and all(nilai[satu.banyak] > satu.urutan for satu in bagian)

    def _putuskan(self, bagian: Sequence[_Anggota]) -> tuple[int, ...]:
        saklar = self._model.saklar([(satu.banyak, satu.urutan) for satu in bagian])
        bobot = {nomor: -(1 << (len(bagian) - 1 - letak)) for letak, nomor in enumerate(saklar)}
        hasil = self._pecahkan(self._model.program(bobot))
        assert hasil is not None  # rencana seri itu sendiri memenuhinya
        for nomor in saklar:
            self._model.jepit(nomor, 0, 0)
        return hasil.nilai

    def _catat(self, bagian: Sequence[_Anggota], nilai: tuple[int, ...] | None) -> None:
        for satu in bagian:
            if self._bawah[satu.banyak] == self._atas[satu.banyak]:
                continue
            if nilai is not None and nilai[satu.banyak] > satu.urutan:
                self._bawah[satu.banyak] = satu.urutan + 1
                self._dipilih.append(satu)
            else:
                self._atas[satu.banyak] = satu.urutan
            self._model.jepit(satu.banyak, self._bawah[satu.banyak], self._atas[satu.banyak])

    def terpendek(self, akhir_tetap: int) -> tuple[int, ...] | None:
        """Awal daftar yang terpendek yang sudah cukup dengan sendirinya, sesudah baris *akhir_tetap*."""
        boleh = [satu for satu in self._dipilih if satu.baris > akhir_tetap]
        if not boleh:
            return None
        for satu in boleh:
            self._bawah[satu.banyak] = min(self._bawah[satu.banyak], satu.urutan)
        for banyak, bawah in self._bawah.items():
            self._model.jepit(banyak, bawah, self._atas[banyak])
        saklar = self._model.saklar([(satu.banyak, satu.urutan) for satu in boleh])
        tambah: dict[int, dict[int, int]] = {}
        for nomor, satu in zip(saklar, boleh, strict=True):
            tambah.setdefault(satu.banyak, {})[nomor] = -1
        for banyak, isi in tambah.items():
            self._model.batasi({banyak: 1, **isi}, self._bawah[banyak])
        for kiri, kanan in pairwise(saklar):
            self._model.batasi({kanan: 1, kiri: -1}, 0)
        hasil = self._pecahkan(self._model.program(dict.fromkeys(saklar, 1)))
        return None if hasil is None else hasil.nilai

    def tentukan(self, nilai: tuple[int, ...] | None) -> tuple[int, ...] | None:
        """Putuskan yang masih seri di antara baris yang sama: sebanyak mungkin dari pilihan terdepan.

        Dengan begitu rencananya tidak bergantung pada pemecah. *nilai*: rencana terakhir, bila ada.
        """
        if nilai is not None:
            for banyak in self._atas:
                self._model.jepit(banyak, nilai[banyak], nilai[banyak])
        bagian: list[tuple[int, int]] = []
        ruang = 1
        for nomor, terbesar in self._model.pilihan_bebas():
            if bagian and ruang * (terbesar + 1) > 1 << _SEKALI:
                nilai = self._terbesar(bagian)
                bagian, ruang = [], 1
            bagian.append((nomor, terbesar))
            ruang *= terbesar + 1
        return self._terbesar(bagian) if bagian else nilai

    def _terbesar(self, bagian: Sequence[tuple[int, int]]) -> tuple[int, ...]:
        bobot: dict[int, int] = {}
        kali = 1
        for nomor, terbesar in reversed(bagian):
            bobot[nomor] = -kali
            kali *= terbesar + 1
        hasil = self._pecahkan(self._model.program(bobot))
        assert hasil is not None  # rencana terakhir memenuhinya
        for nomor, _ in bagian:
            self._model.jepit(nomor, hasil.nilai[nomor], hasil.nilai[nomor])
        return hasil.nilai
