"""Satu kasus ``rencana target``: banyak inovasi baru dan urusan yang dijamin terisi sudah ditentukan.

Dengan keduanya tetap, pembagi dan skor jumlah inovasi tetap pula, sehingga indeks menjadi linear terhadap
langkah-langkahnya dan rencana termurah adalah sebuah program bilangan bulat.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import ceil, lcm
from typing import NamedTuple

from indeksinovasi.inti.hitung.rumus_bulat import RumusBulat
from indeksinovasi.inti.model.angka import NOL
from indeksinovasi.inti.rencana.program import PenyusunProgram, Program
from indeksinovasi.inti.rencana.ruang import BarisNaik, InovasiBaru, Ruang

BARU_TERBANYAK = 1000
"""Inovasi baru yang dipertimbangkan; lima kali batas skor jumlah inovasi, jadi tidak mengikat."""


class Syarat(NamedTuple):
    """Indeks (skala absolut: skor) menurut *rumus* harus sekurangnya ``butuh``, belum dibulatkan."""

    rumus: RumusBulat
    butuh: Fraction


class Kasus(NamedTuple):
    """``baru`` inovasi baru tepat, dan sekurangnya ``urusan`` urusan wajib terisi (0: tidak dijamin)."""

    baru: int
    urusan: int


@dataclass(frozen=True)
class SoalTarget:
    """Keadaan awal dalam bilangan rumus, ruang langkahnya, dan semua syarat yang harus dipenuhi.

    ``utama`` rumus yang menentukan indeks rencana; ``urusan_wajib`` kode yang dapat diisi inovasi baru.
    """

    ruang: Ruang
    utama: RumusBulat
    syarat: tuple[Syarat, ...]
    kematangan: Fraction
    terhitung: int
    ditolak: int
    spd: Fraction
    terisi: frozenset[str]
    urusan_wajib: frozenset[str]

    @cached_property
    def skala(self) -> int:
        """Pengali yang membuat semua biaya bulat."""
        ruang = self.ruang
        semua = [satu.biaya for baris in ruang.baris for satu in baris.tujuan]
        semua += [satu.biaya for satu in ruang.baru] + [satu.biaya for satu in ruang.bersama]
        return lcm(*(satu.denominator for satu in semua))

    @property
    def per_poin(self) -> Fraction:
        """Nilai satu poin skor menurut rumus utama: poin indeks, atau satu pada skala absolut."""
        maksimum = self.utama.maksimum
        return Fraction(1) if maksimum is None else Fraction(100 * self.utama.satuan, maksimum)

    def harga(self, biaya: Fraction) -> int:
        """Biaya sebagai bilangan bulat."""
        return int(biaya * self.skala)

    def urusan_baru(self, satu: InovasiBaru) -> str | None:
        """Urusan wajib yang belum terisi dan diisi inovasi baru itu."""
        return satu.urusan if satu.urusan in self.urusan_wajib - self.terisi else None

    def semua_kasus(self) -> Iterator[Kasus]:
        """Setiap kasus yang mungkin."""
        dapat = len({satu for baru in self.ruang.baru if (satu := self.urusan_baru(baru))})
        terisi = len(self.terisi)
        rumus = (self.utama, *(satu.rumus for satu in self.syarat))
        perlu = sorted(
            {satu.urusan_minimal for satu in rumus if terisi < satu.urusan_minimal <= terisi + dapat}
        )
        for baru in range(BARU_TERBANYAK + 1 if self.ruang.baru else 1):
            if not self.pembagi(self.utama, Kasus(baru, 0)):
                # Belum ada yang terhitung dan tahun itu tanpa pembagi minimal: indeks tidak terdefinisi.
                continue
            yield Kasus(baru, 0)
            yield from (Kasus(baru, urusan) for urusan in perlu if urusan - terisi <= baru)

    def pembagi(self, rumus: RumusBulat, kasus: Kasus) -> int:
        """Pembagi kematangan dalam *kasus*."""
        return rumus.pembagi(self.terhitung + kasus.baru, self.ditolak)

    def kurang(self, syarat: Syarat, kasus: Kasus) -> int:
        """Kenaikan (kematangan + pembagi × SPD, dalam satuan rumusnya) yang masih diperlukan."""
        rumus = syarat.rumus
        penuh = rumus.satuan if rumus.absolut else Fraction(rumus.maksimum or 0, 100)
        urusan = max(len(self.terisi), kasus.urusan)
        tetap = rumus.bulat(self.spd) + rumus.skor_jumlah(self.terhitung + kasus.baru, urusan)
        bagi = self.pembagi(rumus, kasus)
        return ceil(bagi * (syarat.butuh * penuh - tetap) - rumus.bulat(self.kematangan))

    def nilai(self, kasus: Kasus, kenaikan: int) -> Fraction:
        """Indeks (atau skor) menurut rumus utama sesudah *kenaikan*, belum dibulatkan."""
        rumus = self.utama
        jumlah = rumus.skor_jumlah(self.terhitung + kasus.baru, max(len(self.terisi), kasus.urusan))
        kematangan = Fraction(rumus.bulat(self.kematangan) + kenaikan, self.pembagi(rumus, kasus))
        total = Fraction(rumus.bulat(self.spd) + jumlah) + kematangan
        return total / rumus.satuan * self.per_poin


class _Ruas(NamedTuple):
    """Kenaikan sekelompok baris: bila semuanya naik, yang gratis, dan yang terbanyak tiap satuan biaya."""

    puncak: Fraction
    gratis: Fraction
    hemat: Fraction


def _ruas(baris: Iterable[BarisNaik]) -> _Ruas:
    puncak = gratis = hemat = NOL
    for satu in baris:
        puncak += satu.bobot * (satu.puncak - satu.dari)
        for tujuan in satu.tujuan:
            naik = satu.bobot * (tujuan.ke - satu.dari)
            if tujuan.biaya:
                hemat = max(hemat, naik / tujuan.biaya)
            else:
                gratis += naik
    return _Ruas(puncak, gratis, hemat)


class BatasKasus:
    """Batas bawah biaya sebuah kasus tanpa memecahkannya: sisa kekurangan dengan langkah paling hemat."""

    def __init__(self, soal: SoalTarget) -> None:
        self._soal = soal
        ruang = soal.ruang
        self._baru = max((satu.kematangan for satu in ruang.baru), default=NOL)
        self._biaya_baru = min((satu.biaya for satu in ruang.baru), default=NOL)
        self._sid = _ruas(satu for satu in ruang.baris if not satu.spd)
        self._spd = _ruas(satu for satu in ruang.baris if satu.spd)
        self._bersama = [(satu.biaya, self._naik_bersama(satu.baris)) for satu in ruang.bersama]

    def _naik_bersama(self, isi: tuple[tuple[int, int], ...]) -> tuple[Fraction, Fraction]:
        naik = [NOL, NOL]
        for nomor, ke in isi:
            baris = self._soal.ruang.baris[nomor]
            naik[baris.spd] += baris.bobot * (ke - baris.dari)
        return naik[0], naik[1]

    def _puncak(self, bagi: int) -> Fraction:
        """Kenaikan kematangan + pembagi × SPD bila semua baris sampai di puncaknya."""
        return self._sid.puncak + bagi * self._spd.puncak

    def bawah(self, kasus: Kasus) -> Fraction | None:
        """Biaya paling sedikit kasus itu; ``None`` bila semua langkah pun belum cukup."""
        terbesar = NOL
        for syarat in self._soal.syarat:
            bagi = self._soal.pembagi(syarat.rumus, kasus)
            kurang = Fraction(self._soal.kurang(syarat, kasus), syarat.rumus.satuan) - kasus.baru * self._baru
            if kurang > self._puncak(bagi):
                return None
            terbesar = max(terbesar, self._bayar(kurang, bagi))
        return kasus.baru * self._biaya_baru + terbesar

    def atas(self, kasus: Kasus, biaya: Fraction) -> Fraction | None:
        """Nilai tertinggi menurut rumus utama yang dapat dicapai kasus itu dengan *biaya*."""
        soal, rumus = self._soal, self._soal.utama
        bagi = soal.pembagi(rumus, kasus)
        sisa = biaya - kasus.baru * self._biaya_baru
        if sisa < 0:
            return None
        hemat, gratis = self._terhemat(bagi)
        naik = min(self._puncak(bagi), gratis + sisa * hemat)
        kematangan = soal.kematangan + kasus.baru * self._baru + naik
        urusan = max(len(soal.terisi), kasus.urusan)
        jumlah = Fraction(rumus.skor_jumlah(soal.terhitung + kasus.baru, urusan), rumus.satuan)
        return (soal.spd + jumlah + (kematangan / bagi if bagi else NOL)) * soal.per_poin

    def _terhemat(self, bagi: int) -> tuple[Fraction, Fraction]:
        """Kenaikan tiap satuan biaya yang paling hemat, dan kenaikan yang gratis."""
        hemat = [self._sid.hemat, bagi * self._spd.hemat]
        gratis = self._sid.gratis + bagi * self._spd.gratis
        for biaya, (sid, spd) in self._bersama:
            if biaya:
                hemat.append((sid + bagi * spd) / biaya)
            else:
                gratis += sid + bagi * spd
        return max(hemat), gratis

    def _bayar(self, kurang: Fraction, bagi: int) -> Fraction:
        hemat, gratis = self._terhemat(bagi)
        sisa = kurang - gratis
        return sisa / hemat if sisa > 0 and hemat else NOL


class Isi(NamedTuple):
    """Langkah yang dipilih. ``naik``: letak baris → (tingkat, biaya, letak naskah bersama atau ``None``).

    ``baru``: banyaknya tiap pilihan inovasi baru.
    """

    naik: dict[int, tuple[int, Fraction, int | None]]
    baru: tuple[int, ...]


class _Kelas(NamedTuple):
    """Baris-baris yang tidak terbedakan bagi program, urut menurut pengenalnya."""

    anggota: tuple[int, ...]
    wakil: BarisNaik


KunciKelas = Callable[[BarisNaik], object]


class ModelKasus:
    """Program satu kasus. Baris yang sama harga dan kenaikannya menjadi satu peubah bulat."""

    def __init__(self, soal: SoalTarget, kasus: Kasus, kunci: KunciKelas) -> None:
        self._soal = soal
        self._kasus = kasus
        self._penyusun = PenyusunProgram()
        self.biaya: dict[int, int] = {}
        self._kelas = _kelaskan(soal.ruang, kunci)
        self._naik: list[tuple[int, int, int]] = []
        self._bersama: list[tuple[int, int, int, int]] = []
        self._dipakai: list[list[int]] = []
        self._susun_baris()
        self._baru = [self._penyusun.peubah(kasus.baru) for _ in soal.ruang.baru]
        self._susun_baru()
        for syarat in soal.syarat:
            self._penyusun.kendala(self.kenaikan(syarat.rumus), bawah=soal.kurang(syarat, kasus))

    def _susun_baris(self) -> None:
        naskah = self._naskah()
        for letak, kelas in enumerate(self._kelas):
            peubah = []
            for pilihan, tujuan in enumerate(kelas.wakil.tujuan):
                nomor = self._penyusun.peubah(len(kelas.anggota))
                self.biaya[nomor] = self._soal.harga(tujuan.biaya)
                self._naik.append((nomor, letak, pilihan))
                peubah.append(nomor)
            for bersama, ke, syarat in naskah.get(kelas.anggota[0], ()):
                nomor = self._penyusun.peubah(1)
                self._penyusun.kendala({nomor: 1, syarat: -1}, atas=0)
                self._bersama.append((nomor, letak, bersama, ke))
                peubah.append(nomor)
            self._penyusun.kendala(dict.fromkeys(peubah, 1), atas=len(kelas.anggota))
            self._dipakai.append(peubah)

    def _naskah(self) -> dict[int, list[tuple[int, int, int]]]:
        """Letak baris → (naskah bersama, tingkat, peubah naskah itu)."""
        semua: dict[int, list[tuple[int, int, int]]] = {}
        for letak, naskah in enumerate(self._soal.ruang.bersama):
            nomor = self._penyusun.peubah(1)
            self.biaya[nomor] = self._soal.harga(naskah.biaya)
            for baris, ke in naskah.baris:
                semua.setdefault(baris, []).append((letak, ke, nomor))
        return semua

    def _susun_baru(self) -> None:
        soal, kasus = self._soal, self._kasus
        for nomor, satu in zip(self._baru, soal.ruang.baru, strict=True):
            self.biaya[nomor] = soal.harga(satu.biaya)
        if self._baru:
            self._penyusun.kendala(dict.fromkeys(self._baru, 1), kasus.baru, kasus.baru)
        perlu = kasus.urusan - len(soal.terisi)
        if perlu <= 0:
            return
        wakil: dict[str, dict[int, int]] = {}
        for nomor, satu in zip(self._baru, soal.ruang.baru, strict=True):
            if urusan := soal.urusan_baru(satu):
                wakil.setdefault(urusan, {})[nomor] = -1
        terisi = {self._penyusun.peubah(1): isi for isi in wakil.values()}
        for nomor, isi in terisi.items():
            self._penyusun.kendala({nomor: 1, **isi}, atas=0)
        self._penyusun.kendala(dict.fromkeys(terisi, 1), bawah=perlu)

    def kenaikan(self, rumus: RumusBulat) -> dict[int, int]:
        """Kenaikan kematangan + pembagi × SPD tiap peubah, dalam satuan *rumus*."""
        bagi = self._soal.pembagi(rumus, self._kasus)
        isi: dict[int, int] = {}
        for nomor, letak, pilihan in self._naik:
            wakil = self._kelas[letak].wakil
            isi[nomor] = _poin(rumus, wakil, wakil.tujuan[pilihan].ke, bagi)
        for nomor, letak, _, ke in self._bersama:
            isi[nomor] = _poin(rumus, self._kelas[letak].wakil, ke, bagi)
        for nomor, satu in zip(self._baru, self._soal.ruang.baru, strict=True):
            isi[nomor] = rumus.bulat(satu.kematangan)
        return isi

    def batasi_biaya(self, paling_banyak: int) -> None:
        """Biaya rencana tidak boleh melebihi *paling_banyak*."""
        self._penyusun.kendala(self.biaya, atas=paling_banyak)

    def batasi_kenaikan(self, paling_sedikit: int) -> None:
        """Kenaikan menurut rumus utama harus sekurangnya *paling_sedikit*."""
        self._penyusun.kendala(self.kenaikan(self._soal.utama), bawah=paling_sedikit)

    def peubah_opd(self) -> dict[str, int]:
        """Peubah yang bernilai 1 bila sebuah OPD tersentuh."""
        semua: dict[str, int] = {}
        for kelas, peubah in zip(self._kelas, self._dipakai, strict=True):
            if not kelas.wakil.opd:
                continue
            if kelas.wakil.opd not in semua:
                semua[kelas.wakil.opd] = self._penyusun.peubah(1)
            isi = dict.fromkeys(peubah, 1) | {semua[kelas.wakil.opd]: -len(kelas.anggota)}
            self._penyusun.kendala(isi, atas=0)
        return semua

    def batasi(self, isi: dict[int, int], paling_banyak: int) -> None:
        """Σ isi tidak boleh melebihi *paling_banyak*."""
        self._penyusun.kendala(isi, atas=paling_banyak)

    def peubah_baris(self) -> list[int]:
        """Satu peubah tiap kelas yang bernilai 1 bila barisnya dinaikkan, menurut urutan pengenal."""
        urut = sorted(range(len(self._kelas)), key=lambda letak: self._kelas[letak].anggota[0])
        hasil = []
        for letak in urut:
            nomor = self._penyusun.peubah(1)
            isi = dict.fromkeys(self._dipakai[letak], 1)
            self._penyusun.kendala({nomor: -1, **isi}, 0, 0)
            hasil.append(nomor)
        return hasil

    def tetapkan(self, nomor: int, nilai: int) -> None:
        """Kunci satu peubah."""
        self._penyusun.tetapkan(nomor, nilai)

    def program(self, sasaran: dict[int, int]) -> Program:
        """Program yang meminimumkan *sasaran*."""
        return self._penyusun.program(sasaran)

    def baca(self, nilai: tuple[int, ...]) -> Isi:
        """Langkah yang dipilih sebuah penyelesaian; di antara yang tak terbedakan, pengenal terkecil."""
        sisa = {letak: iter(kelas.anggota) for letak, kelas in enumerate(self._kelas)}
        naik: dict[int, tuple[int, Fraction, int | None]] = {}
        for nomor, letak, pilihan in self._naik:
            tujuan = self._kelas[letak].wakil.tujuan[pilihan]
            for _ in range(nilai[nomor]):
                naik[next(sisa[letak])] = (tujuan.ke, tujuan.biaya, None)
        for nomor, letak, bersama, ke in self._bersama:
            if nilai[nomor]:
                naik[next(sisa[letak])] = (ke, NOL, bersama)
        return Isi(naik, tuple(nilai[nomor] for nomor in self._baru))


def _poin(rumus: RumusBulat, baris: BarisNaik, ke: int, bagi: int) -> int:
    return rumus.bulat(baris.bobot * (ke - baris.dari)) * (bagi if baris.spd else 1)


def _kelaskan(ruang: Ruang, kunci: KunciKelas) -> list[_Kelas]:
    tersendiri = {nomor for naskah in ruang.bersama for nomor, _ in naskah.baris}
    semua: dict[object, list[int]] = {}
    for nomor, baris in enumerate(ruang.baris):
        harga = tuple((satu.ke, satu.biaya) for satu in baris.tujuan)
        sama = nomor if nomor in tersendiri else None
        semua.setdefault((baris.spd, baris.bobot, baris.dari, harga, sama, kunci(baris)), []).append(nomor)
    return [_Kelas(tuple(isi), ruang.baris[isi[0]]) for isi in semua.values()]
