"""Ruang langkah ``rencana target``: baris yang dapat dinaikkan, inovasi baru, dan naskah bersama.

Juga mencatat yang tidak dapat bergerak beserta sebabnya, supaya target yang tak tercapai dapat dijelaskan.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, NamedTuple

from indeksinovasi.inti.hitung.kematangan import TabelTahun
from indeksinovasi.inti.model.dasar import TINGKAT_TERTINGGI
from indeksinovasi.inti.model.hasil import NilaiBaris
from indeksinovasi.inti.model.metode import Indikator
from indeksinovasi.inti.model.rencana import DaftarBiaya
from indeksinovasi.inti.rencana.biaya import TabelBiaya, baris_bersama
from indeksinovasi.inti.rencana.kalender import tingkat_terjangkau
from indeksinovasi.inti.rencana.keadaan import Keadaan, pastikan_kematangan
from indeksinovasi.inti.rencana.ubahan import SPD, GalatUbahan, poin_ubahan, urusan_ubahan

SebabTetap = Literal["kalender", "tidak_mungkin", "kematangan", "spd_total", "tidak_dihitung"]
_POLA_BARU = re.compile(r"(?P<biaya>[^@]+)@(?P<kematangan>[^:@]+)(?::(?P<urusan>.+))?")


class TujuanNaik(NamedTuple):
    """Satu tingkat tujuan sebuah baris beserta biayanya."""

    ke: int
    biaya: Fraction
    hari: int | None = None
    oleh: str | None = None


class BarisNaik(NamedTuple):
    """Satu baris yang dapat dinaikkan. ``opd`` kosong untuk SPD; ``klaim`` tingkat menurut klaimnya.

    ``tujuan`` urut naik; tujuan yang kalah (tidak lebih tinggi tetapi tidak lebih murah) sudah dibuang.
    """

    id: str
    indikator: str
    opd: str
    dari: int
    klaim: int
    bobot: Fraction
    tujuan: tuple[TujuanNaik, ...]

    @property
    def spd(self) -> bool:
        """Baris SPD, yang tidak dibagi banyaknya inovasi."""
        return self.id == SPD

    @property
    def puncak(self) -> int:
        """Tingkat tertinggi yang terjangkau."""
        return self.tujuan[-1].ke


class InovasiBaru(NamedTuple):
    """Inovasi baru yang boleh ditambahkan berapa pun banyaknya, dengan biaya masing-masing."""

    teks: str
    biaya: Fraction
    kematangan: Fraction
    urusan: str | None


class NaskahBersama(NamedTuple):
    """Satu naskah yang menaikkan banyak baris: (letak baris dalam ruang, tingkat tujuan)."""

    nama: str
    biaya: Fraction
    baris: tuple[tuple[int, int], ...]
    hari: int | None
    oleh: str | None


@dataclass(frozen=True, slots=True)
class Ruang:
    """Semua langkah yang mungkin. ``tetap`` menghitung yang tidak dapat bergerak menurut sebabnya."""

    baris: tuple[BarisNaik, ...]
    baru: tuple[InovasiBaru, ...]
    bersama: tuple[NaskahBersama, ...]
    tetap: tuple[tuple[SebabTetap, tuple[str, ...]], ...]


def baca_inovasi_baru(teks: str, keadaan: Keadaan) -> InovasiBaru:
    """Urai ``BIAYA@M[:URUSAN]``; ``GalatUbahan`` bila salah tulis atau di atas maksimum tahunnya."""
    cocok = _POLA_BARU.fullmatch(teks.strip())
    if cocok is None:
        raise GalatUbahan(teks, "bentuknya bukan BIAYA@KEMATANGAN[:URUSAN].", "Tulis misalnya 6@80:sosial.")
    kematangan = poin_ubahan(teks, cocok["kematangan"])
    pastikan_kematangan(keadaan, teks, kematangan)
    return InovasiBaru(
        teks.strip(),
        poin_ubahan(teks, cocok["biaya"]),
        kematangan,
        urusan_ubahan(teks, cocok["urusan"]),
    )


def susun_ruang(
    keadaan: Keadaan, daftar: DaftarBiaya, baru: Sequence[InovasiBaru], *, kalender: bool
) -> Ruang:
    """Ruang langkah *keadaan*; tanpa *kalender* semua baris dianggap masih dapat bergerak."""
    penyusun = _Penyusun(keadaan, TabelBiaya(daftar), kalender=kalender)
    baris = tuple(sorted(penyusun.semua()))
    letak = {(satu.id, satu.indikator): nomor for nomor, satu in enumerate(baris)}
    bersama = tuple(
        NaskahBersama(naskah.nama, naskah.biaya, isi, naskah.hari, naskah.oleh)
        for naskah in daftar.bersama
        if (isi := tuple(_isi_bersama(baris_bersama(naskah), baris, letak)))
    )
    tetap = tuple((sebab, tuple(isi)) for sebab, isi in penyusun.tetap.items())
    return Ruang(baris, tuple(baru), bersama, tetap)


def _isi_bersama(
    semua: Iterable[tuple[str, str, str, int]], baris: Sequence[BarisNaik], letak: dict[tuple[str, str], int]
) -> Iterator[tuple[int, int]]:
    for _, kenal, indikator, tingkat in semua:
        nomor = letak.get((kenal, indikator))
        if nomor is not None and baris[nomor].dari < tingkat <= baris[nomor].puncak:
            yield nomor, tingkat


class _Penyusun:
    def __init__(self, keadaan: Keadaan, biaya: TabelBiaya, *, kalender: bool) -> None:
        self._keadaan = keadaan
        self._biaya = biaya
        self._kalender = kalender
        self.tetap: dict[SebabTetap, list[str]] = {}

    def semua(self) -> Iterator[BarisNaik]:
        """Baris SPD dan baris tiap inovasi yang dihitung."""
        yield from self._spd()
        for kenal, satu in sorted(self._keadaan.nilai.items()):
            if not satu.terhitung:
                self._catat("tidak_dihitung", kenal)
            elif satu.siap_pakai:
                self._catat("kematangan", kenal)
            else:
                yield from self._dari_tabel(kenal, satu.opd, self._keadaan.peraturan.sid, satu.baris)

    def _spd(self) -> Iterator[BarisNaik]:
        nilai = self._keadaan.nilai_spd
        if self._keadaan.spd_berbaris:
            yield from self._dari_tabel(SPD, "", self._keadaan.tabel_spd, nilai.baris)
        elif nilai.asal != "tidak_diukur":
            self._catat("spd_total", SPD)

    def _dari_tabel(
        self, kenal: str, opd: str, tabel: TabelTahun, semua: Iterable[NilaiBaris]
    ) -> Iterator[BarisNaik]:
        kini = {satu.kode: satu.tingkat for satu in semua}
        for kode, indikator in tabel.baris.items():
            tingkat = kini.get(kode, (0, 0, 0))
            dari = tingkat[self._keadaan.nomor]
            if indikator.bobot is None or dari >= TINGKAT_TERTINGGI:
                continue
            tujuan = self._tujuan(kenal, indikator, dari, tingkat[0])
            if tujuan:
                yield BarisNaik(kenal, kode, opd, dari, tingkat[0], indikator.bobot, tujuan)

    def _tujuan(self, kenal: str, indikator: Indikator, dari: int, klaim: int) -> tuple[TujuanNaik, ...]:
        kode = indikator.kode
        terjangkau = tingkat_terjangkau(indikator, klaim) if self._kalender else TINGKAT_TERTINGGI
        semua: list[TujuanNaik] = []
        sebab: Counter[SebabTetap] = Counter()
        for ke in range(TINGKAT_TERTINGGI, dari, -1):
            satu = self._biaya.langkah(kenal, kode, dari, ke)
            if satu.mungkin is False:
                sebab["tidak_mungkin"] += 1
            elif ke > terjangkau and not satu.mungkin:
                sebab["kalender"] += 1
            elif not semua or satu.biaya < semua[-1].biaya:
                # Yang lebih rendah hanya berguna bila lebih murah.
                semua.append(TujuanNaik(ke, satu.biaya, satu.hari, satu.oleh))
        for nama in sebab:
            self._catat(nama, f"{kenal}:{kode}")
        return tuple(reversed(semua))

    def _catat(self, sebab: SebabTetap, apa: str) -> None:
        self.tetap.setdefault(sebab, []).append(apa)
