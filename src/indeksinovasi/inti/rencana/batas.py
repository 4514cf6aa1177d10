"""Batas sebuah kasus tanpa memecahkannya: relaksasi lurusnya, langkah paling hemat lebih dulu.

Batas dihitung dengan titik kambang dan dipakai dengan kelonggaran: sebuah kasus atau pilihan ditinggalkan
hanya bila jelas di luar yang dicari. Yang memutuskan tetap bilangan bulat eksak.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import accumulate, pairwise
from typing import NamedTuple

from indeksinovasi.inti.model.angka import NOL
from indeksinovasi.inti.rencana.kasus import PilihanTersisa
from indeksinovasi.inti.rencana.ruang import BarisNaik, InovasiBaru, TujuanNaik
from indeksinovasi.inti.rencana.soal import Kasus, SoalTarget

_LONGGAR = 1e-6
TitikBiaya = tuple[Fraction, Fraction]


def jelas_lebih(satu: float, lain: float) -> bool:
    """*satu* melebihi *lain* di luar galat titik kambang."""
    return satu > lain + _LONGGAR * (1 + abs(lain))


class _Ruas(NamedTuple):
    """Sebagian langkah berbayar, boleh diambil sebagian: kenaikan (poin) dan biayanya."""

    hemat: float
    naik: float
    biaya: float


def _ruas(biaya: Fraction, naik: Fraction, kali: int = 1) -> _Ruas:
    return _Ruas(float(naik / biaya), float(naik * kali), float(biaya * kali))


def ruas_cembung(semua: Sequence[TitikBiaya], awal: TitikBiaya = (NOL, NOL)) -> list[TitikBiaya]:
    """(biaya, kenaikan) bertambah di atas selubung cembung *semua* dari *awal*, yang hemat lebih dulu.

    Yang gratis menjadi ruas pertama berbiaya 0.
    """
    gratis = max((naik for biaya, naik in semua if biaya <= awal[0]), default=awal[1])
    selubung = [(awal[0], max(awal[1], gratis))]
    for titik in sorted(semua):
        if titik[0] <= awal[0] or titik[1] <= selubung[-1][1]:
            continue
        while len(selubung) > 1 and _di_bawah_garis(selubung[-2], selubung[-1], titik):
            selubung.pop()
        selubung.append(titik)
    tambahan = [(kanan[0] - kiri[0], kanan[1] - kiri[1]) for kiri, kanan in pairwise(selubung)]
    return [(NOL, selubung[0][1] - awal[1]), *tambahan] if selubung[0][1] > awal[1] else tambahan


def _di_bawah_garis(a: TitikBiaya, b: TitikBiaya, c: TitikBiaya) -> bool:
    """TitikBiaya *b* tidak di atas garis dari *a* ke *c*."""
    return (b[1] - a[1]) * (c[0] - a[0]) <= (c[1] - a[1]) * (b[0] - a[0])


def _poin_baris(satu: BarisNaik, tujuan: TujuanNaik) -> TitikBiaya:
    return tujuan.biaya, satu.bobot * (tujuan.ke - satu.dari)


class BatasKasus:
    """Biaya paling sedikit dan nilai tertinggi tiap kasus menurut relaksasinya."""

    def __init__(self, soal: SoalTarget) -> None:
        self._soal = soal
        self._gratis = [NOL, NOL]
        self._puncak = [NOL, NOL]
        berbayar: tuple[list[TitikBiaya], list[TitikBiaya]] = ([], [])
        for satu in soal.ruang.baris:
            self._puncak[satu.spd] += satu.bobot * (satu.puncak - satu.dari)
            for biaya, naik in ruas_cembung([_poin_baris(satu, tujuan) for tujuan in satu.tujuan]):
                if biaya:
                    berbayar[satu.spd].append((biaya, naik))
                else:
                    self._gratis[satu.spd] += naik
        self._bersama = [(satu.biaya, *self._naik_bersama(satu.baris)) for satu in soal.ruang.bersama]
        for biaya, sid, spd in self._bersama:
            if not biaya:
                self._gratis[0] += sid
                self._gratis[1] += spd
        sid_urut = sorted((_ruas(*titik) for titik in berbayar[0]), reverse=True)
        self._hemat = [-satu.hemat for satu in sid_urut]
        self._naik = list(accumulate((satu.naik for satu in sid_urut), initial=0.0))
        self._biaya = list(accumulate((satu.biaya for satu in sid_urut), initial=0.0))
        self._spd = berbayar[1]
        self._awal_baru, self._naik_baru = _selubung_baru(soal.ruang.baru)
        self._tertinggi_baru = max((satu.kematangan for satu in soal.ruang.baru), default=NOL)

    def _naik_bersama(self, isi: Iterable[tuple[int, int]]) -> tuple[Fraction, Fraction]:
        naik = [NOL, NOL]
        for nomor, ke in isi:
            baris = self._soal.ruang.baris[nomor]
            naik[baris.spd] += baris.bobot * (ke - baris.dari)
        return naik[0], naik[1]

    def bawah(self, kasus: Kasus) -> float | None:
        """Biaya paling sedikit kasus itu; ``None`` bila semua langkah pun belum cukup."""
        terbesar = 0.0
        biaya_awal, kematangan_awal = self._awal_baru
        for syarat in self._soal.syarat:
            bagi = self._soal.pembagi(syarat.rumus, kasus)
            kurang = Fraction(self._soal.kurang(syarat, kasus), syarat.rumus.satuan)
            if kurang - kasus.baru * self._tertinggi_baru > self._puncak[0] + bagi * self._puncak[1]:
                return None
            butuh = kurang - kasus.baru * kematangan_awal - self._gratis_semua(kasus, bagi)
            terbesar = max(terbesar, self._bayar(float(butuh), self._pilihan(kasus, bagi)))
        return float(kasus.baru * biaya_awal) + terbesar

    def atas(self, kasus: Kasus, biaya: Fraction) -> float | None:
        """Nilai tertinggi menurut rumus utama yang dapat dicapai kasus itu dengan *biaya*."""
        soal, rumus = self._soal, self._soal.utama
        bagi = soal.pembagi(rumus, kasus)
        biaya_awal, kematangan_awal = self._awal_baru
        sisa = biaya - kasus.baru * biaya_awal
        if sisa < 0:
            return None
        naik, _ = self._beli(float(sisa), self._pilihan(kasus, bagi))
        naik += float(kasus.baru * kematangan_awal + self._gratis_semua(kasus, bagi))
        dasar = soal.nilai(kasus, 0)
        return float(dasar) + naik / bagi * float(soal.per_poin)

    def saring(self, kasus: Kasus, biaya: Fraction, kenaikan: Fraction) -> PilihanTersisa:
        """Pilihan tiap baris yang masih mungkin dalam rencana berbiaya dan berkenaikan itu.

        Dengan harga bayangan sebuah satuan biaya, pilihan yang ruginya melebihi sisa kelonggaran mustahil.
        """
        soal = self._soal
        bagi = soal.pembagi(soal.utama, kasus)
        sisa = float(biaya - kasus.baru * self._awal_baru[0])
        _, harga = self._beli(sisa, self._pilihan(kasus, bagi))
        untung = [_untung(satu, harga, bagi) for satu in soal.ruang.baris]
        atas = sum(max(satu) for satu in untung) + harga * float(biaya)
        for ongkos, sid, spd in self._bersama:
            atas += max(0.0, float(sid + bagi * spd) - harga * float(ongkos))
        if kasus.baru:
            tiap = (float(satu.kematangan) - harga * float(satu.biaya) for satu in soal.ruang.baru)
            atas += kasus.baru * max(tiap)
        longgar = max(atas - float(kenaikan), 0.0) + _LONGGAR * (1 + abs(atas))
        return _saringan(soal, untung, longgar)

    def _gratis_semua(self, kasus: Kasus, bagi: int) -> Fraction:
        baru = sum((naik for biaya, naik in self._naik_baru if not biaya), NOL)
        return self._gratis[0] + bagi * self._gratis[1] + kasus.baru * baru

    def _pilihan(self, kasus: Kasus, bagi: int) -> list[_Ruas]:
        """Ruas berbayar di luar baris SID, yang hemat lebih dulu."""
        semua = [_ruas(biaya, naik * bagi) for biaya, naik in self._spd]
        semua += [_ruas(biaya, sid + bagi * spd) for biaya, sid, spd in self._bersama if biaya]
        if kasus.baru:
            semua += [_ruas(biaya, naik, kasus.baru) for biaya, naik in self._naik_baru if biaya]
        return sorted(semua, reverse=True)

    def _bayar(self, butuh: float, pilihan: Sequence[_Ruas]) -> float:
        """Biaya paling sedikit bagi kenaikan *butuh*."""
        naik = biaya = 0.0
        for ruas in pilihan:
            letak = bisect_right(self._hemat, -ruas.hemat)
            sid = naik + self._naik[letak]
            if sid >= butuh:
                break
            if sid + ruas.naik >= butuh:
                return biaya + self._biaya[letak] + (butuh - sid) / ruas.hemat
            naik, biaya = naik + ruas.naik, biaya + ruas.biaya
        return biaya + self._bayar_sid(butuh - naik)

    def _bayar_sid(self, butuh: float) -> float:
        if butuh <= 0:
            return 0.0
        letak = bisect_left(self._naik, butuh)
        if letak == len(self._naik):
            return self._biaya[-1]
        return self._biaya[letak - 1] - (butuh - self._naik[letak - 1]) / self._hemat[letak - 1]

    def _beli(self, anggaran: float, pilihan: Sequence[_Ruas]) -> tuple[float, float]:
        """Kenaikan terbesar dengan *anggaran*, dan kenaikan bila anggarannya bertambah satu."""
        naik = biaya = 0.0
        for ruas in pilihan:
            letak = bisect_right(self._hemat, -ruas.hemat)
            sid = biaya + self._biaya[letak]
            if sid >= anggaran:
                break
            if sid + ruas.biaya >= anggaran:
                return naik + self._naik[letak] + (anggaran - sid) * ruas.hemat, ruas.hemat
            naik, biaya = naik + ruas.naik, biaya + ruas.biaya
        tambah, hemat = self._beli_sid(anggaran - biaya)
        return naik + tambah, hemat

    def _beli_sid(self, anggaran: float) -> tuple[float, float]:
        if anggaran <= 0:
            return 0.0, -self._hemat[0] if self._hemat else 0.0
        letak = bisect_left(self._biaya, anggaran)
        if letak == len(self._biaya):
            return self._naik[-1], 0.0
        hemat = -self._hemat[letak - 1]
        return self._naik[letak - 1] + (anggaran - self._biaya[letak - 1]) * hemat, hemat


def _selubung_baru(baru: Sequence[InovasiBaru]) -> tuple[TitikBiaya, list[TitikBiaya]]:
    """Inovasi baru termurah (biaya, kematangan), dan tambahannya bila diganti yang lebih matang."""
    if not baru:
        return (NOL, NOL), []
    titik = [(satu.biaya, satu.kematangan) for satu in baru]
    murah = min(satu.biaya for satu in baru)
    awal = (murah, max(kematangan for biaya, kematangan in titik if biaya == murah))
    return awal, ruas_cembung(titik, awal)


def _untung(satu: BarisNaik, harga: float, bagi: int) -> list[float]:
    """Kenaikan dikurangi harga biayanya: tetap di tempat, lalu tiap tujuan."""
    kali = bagi if satu.spd else 1
    tiap = [(float(naik * kali), float(biaya)) for biaya, naik in (_poin_baris(satu, t) for t in satu.tujuan)]
    return [0.0, *(naik - harga * biaya for naik, biaya in tiap)]


def _saringan(soal: SoalTarget, untung: Sequence[Sequence[float]], longgar: float) -> PilihanTersisa:
    tersendiri = {nomor for naskah in soal.ruang.bersama for nomor, _ in naskah.baris}
    pilihan: dict[int, tuple[TujuanNaik, ...]] = {}
    harus: set[int] = set()
    tetap: dict[int, TujuanNaik] = {}
    for nomor, (baris, tiap) in enumerate(zip(soal.ruang.baris, untung, strict=True)):
        if nomor in tersendiri:
            pilihan[nomor] = baris.tujuan
            continue
        terbaik = max(tiap)
        diam, *naik = (terbaik - satu <= longgar for satu in tiap)
        mungkin = tuple(tujuan for tujuan, boleh in zip(baris.tujuan, naik, strict=True) if boleh)
        if not diam and len(mungkin) == 1:
            tetap[nomor] = mungkin[0]
        elif mungkin:
            pilihan[nomor] = mungkin
            if not diam:
                harus.add(nomor)
    return PilihanTersisa(pilihan, frozenset(harus), tetap)
