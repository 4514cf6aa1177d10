"""Program bilangan bulat satu kasus ``rencana target``; baris yang tak terbedakan menjadi satu peubah."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from indeksinovasi.inti.hitung.rumus_bulat import RumusBulat
from indeksinovasi.inti.model.angka import NOL
from indeksinovasi.inti.rencana.program import PenyusunProgram, Program
from indeksinovasi.inti.rencana.ruang import BarisNaik, Ruang, TujuanNaik
from indeksinovasi.inti.rencana.soal import Kasus, SoalTarget


class PilihanTersisa(NamedTuple):
    """Baris yang masih diputuskan dan tujuannya yang mungkin; ``harus`` di antaranya pasti naik.

    ``tetap``: baris yang tujuannya sudah pasti. Baris di luar keduanya tidak naik.
    """

    pilihan: Mapping[int, tuple[TujuanNaik, ...]]
    harus: frozenset[int]
    tetap: Mapping[int, TujuanNaik]


def semua_pilihan(ruang: Ruang) -> PilihanTersisa:
    """Semua baris masih diputuskan."""
    return PilihanTersisa({nomor: satu.tujuan for nomor, satu in enumerate(ruang.baris)}, frozenset(), {})


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
    tujuan: tuple[TujuanNaik, ...]
    harus: bool


KunciKelas = Callable[[BarisNaik], object]


class ModelKasus:
    """Program satu kasus. Baris yang sama harga dan kenaikannya menjadi satu peubah bulat.

    Baris yang tetap menurut *saringan* tidak menjadi peubah; biaya dan kenaikannya ikut dihitung.
    """

    def __init__(self, soal: SoalTarget, kasus: Kasus, kunci: KunciKelas, saringan: PilihanTersisa) -> None:
        self._soal = soal
        self._kasus = kasus
        self._tetap = saringan.tetap
        self._penyusun = PenyusunProgram()
        self.biaya: dict[int, int] = {}
        self._kelas = _kelaskan(soal.ruang, kunci, saringan)
        self._naik: list[tuple[int, int, int]] = []
        self._bersama: list[tuple[int, int, int, int]] = []
        self._dipakai: list[list[int]] = []
        self._naskah_peubah: list[int] = []
        self._susun_baris()
        self._baru = [self._penyusun.peubah(kasus.baru) for _ in soal.ruang.baru]
        self._susun_baru()
        for syarat in soal.syarat:
            kurang = soal.kurang(syarat, kasus) - self.kenaikan_tetap(syarat.rumus)
            self._penyusun.kendala(self.kenaikan(syarat.rumus), bawah=kurang)

    def _susun_baris(self) -> None:
        naskah = self._naskah()
        for letak, kelas in enumerate(self._kelas):
            peubah = []
            for pilihan, tujuan in enumerate(kelas.tujuan):
                nomor = self._penyusun.peubah(len(kelas.anggota))
                self.biaya[nomor] = self._soal.harga(tujuan.biaya)
                self._naik.append((nomor, letak, pilihan))
                peubah.append(nomor)
            for bersama, ke, syarat in naskah.get(kelas.anggota[0], ()):
                nomor = self._penyusun.peubah(1)
                self._penyusun.kendala({nomor: 1, syarat: -1}, atas=0)
                self._bersama.append((nomor, letak, bersama, ke))
                peubah.append(nomor)
            banyak = len(kelas.anggota)
            self._penyusun.kendala(dict.fromkeys(peubah, 1), banyak if kelas.harus else None, banyak)
            self._dipakai.append(peubah)

    def _naskah(self) -> dict[int, list[tuple[int, int, int]]]:
        """Letak baris → (naskah bersama, tingkat, peubah naskah itu)."""
        semua: dict[int, list[tuple[int, int, int]]] = {}
        for letak, naskah in enumerate(self._soal.ruang.bersama):
            nomor = self._penyusun.peubah(1)
            self._naskah_peubah.append(nomor)
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
            kelas = self._kelas[letak]
            isi[nomor] = _poin(rumus, kelas.wakil, kelas.tujuan[pilihan].ke, bagi)
        for nomor, letak, _, ke in self._bersama:
            isi[nomor] = _poin(rumus, self._kelas[letak].wakil, ke, bagi)
        for nomor, satu in zip(self._baru, self._soal.ruang.baru, strict=True):
            isi[nomor] = rumus.bulat(satu.kematangan)
        return isi

    def kenaikan_tetap(self, rumus: RumusBulat) -> int:
        """Kenaikan baris-baris yang tetap, dalam satuan *rumus*."""
        bagi = self._soal.pembagi(rumus, self._kasus)
        baris = self._soal.ruang.baris
        return sum(_poin(rumus, baris[nomor], tujuan.ke, bagi) for nomor, tujuan in self._tetap.items())

    def batasi_biaya(self, paling_banyak: int) -> None:
        """Biaya rencana tidak boleh melebihi *paling_banyak*."""
        tetap = sum(self._soal.harga(tujuan.biaya) for tujuan in self._tetap.values())
        self._penyusun.kendala(self.biaya, atas=paling_banyak - tetap)

    def batasi_kenaikan(self, paling_sedikit: int) -> None:
        """Kenaikan menurut rumus utama harus sekurangnya *paling_sedikit*."""
        rumus = self._soal.utama
        self._penyusun.kendala(self.kenaikan(rumus), bawah=paling_sedikit - self.kenaikan_tetap(rumus))

    def opd_tetap(self) -> set[str]:
        """OPD yang pasti tersentuh karena barisnya tetap."""
        baris = self._soal.ruang.baris
        return {baris[nomor].opd for nomor in self._tetap} - {""}

    def peubah_opd(self) -> dict[str, int]:
        """Peubah yang bernilai 1 bila sebuah OPD tersentuh; tanpa yang sudah pasti."""
        semua: dict[str, int] = {}
        pasti = self.opd_tetap()
        for kelas, peubah in zip(self._kelas, self._dipakai, strict=True):
            if not kelas.wakil.opd or kelas.wakil.opd in pasti:
                continue
            if kelas.wakil.opd not in semua:
                semua[kelas.wakil.opd] = self._penyusun.peubah(1)
            isi = dict.fromkeys(peubah, 1) | {semua[kelas.wakil.opd]: -len(kelas.anggota)}
            self._penyusun.kendala(isi, atas=0)
        return semua

    def batasi(self, isi: dict[int, int], paling_banyak: int) -> None:
        """Σ isi tidak boleh melebihi *paling_banyak*."""
        self._penyusun.kendala(isi, atas=paling_banyak)

    def banyak_kelas(self) -> list[tuple[tuple[int, ...], int]]:
        """Anggota tiap kelas, dan peubah banyaknya yang naik: selalu anggota-anggota terdepan."""
        hasil = []
        for kelas, peubah in zip(self._kelas, self._dipakai, strict=True):
            nomor = self._penyusun.peubah(len(kelas.anggota))
            self._penyusun.kendala(dict.fromkeys(peubah, 1) | {nomor: -1}, 0, 0)
            hasil.append((kelas.anggota, nomor))
        return hasil

    def pilihan_bebas(self) -> list[tuple[int, int]]:
        """(peubah, nilai terbesarnya) yang belum pasti walau baris yang naik sudah: naskah, inovasi baru, dan
        tingkat tujuan kelas yang punya beberapa, menurut urutannya.
        """
        naskah = [(nomor, 1) for nomor in self._naskah_peubah]
        baru = [(nomor, self._kasus.baru) for nomor in self._baru] if len(self._baru) > 1 else []
        urut = sorted(zip(self._kelas, self._dipakai, strict=True), key=lambda satu: satu[0].anggota)
        tingkat = [
            (nomor, len(kelas.anggota)) for kelas, peubah in urut if len(peubah) > 1 for nomor in peubah
        ]
        return [*naskah, *baru, *tingkat]

    def saklar(self, semua: Sequence[tuple[int, int]]) -> list[int]:
        """Peubah 0-1 bagi tiap (peubah banyak, urutan anggota): menyala hanya bila anggota itu ikut naik."""
        hasil = []
        for banyak, urutan in semua:
            nomor = self._penyusun.peubah(1)
            self._penyusun.kendala({banyak: 1, nomor: -urutan - 1}, bawah=0)
            hasil.append(nomor)
        return hasil

    def jepit(self, nomor: int, bawah: int, atas: int) -> None:
        """Persempit batas satu peubah."""
        self._penyusun.jepit(nomor, bawah, atas)

    def program(self, sasaran: dict[int, int]) -> Program:
        """Program yang meminimumkan *sasaran*."""
        return self._penyusun.program(sasaran)

    def baca(self, nilai: tuple[int, ...]) -> Isi:
        """Langkah yang dipilih sebuah penyelesaian; di antara yang tak terbedakan, pengenal terkecil."""
        sisa = {letak: iter(kelas.anggota) for letak, kelas in enumerate(self._kelas)}
        naik: dict[int, tuple[int, Fraction, int | None]] = {
            nomor: (tujuan.ke, tujuan.biaya, None) for nomor, tujuan in self._tetap.items()
        }
        for nomor, letak, pilihan in self._naik:
            tujuan = self._kelas[letak].tujuan[pilihan]
            for _ in range(nilai[nomor]):
                naik[next(sisa[letak])] = (tujuan.ke, tujuan.biaya, None)
        for nomor, letak, bersama, ke in self._bersama:
            if nilai[nomor]:
                naik[next(sisa[letak])] = (ke, NOL, bersama)
        return Isi(naik, tuple(nilai[nomor] for nomor in self._baru))


def _poin(rumus: RumusBulat, baris: BarisNaik, ke: int, bagi: int) -> int:
    return rumus.bulat(baris.bobot * (ke - baris.dari)) * (bagi if baris.spd else 1)


def _kelaskan(ruang: Ruang, kunci: KunciKelas, saringan: PilihanTersisa) -> list[_Kelas]:
    tersendiri = {nomor for naskah in ruang.bersama for nomor, _ in naskah.baris}
    semua: dict[object, list[int]] = {}
    for nomor, tujuan in sorted(saringan.pilihan.items()):
        baris = ruang.baris[nomor]
        harga = tuple((satu.ke, satu.biaya) for satu in tujuan)
        sama = nomor if nomor in tersendiri else None
        harus = nomor in saringan.harus
        kelas = (baris.spd, baris.bobot, baris.dari, harga, harus, sama, kunci(baris))
        semua.setdefault(kelas, []).append(nomor)
    return [
        _Kelas(tuple(isi), ruang.baris[isi[0]], saringan.pilihan[isi[0]], isi[0] in saringan.harus)
        for isi in semua.values()
    ]
