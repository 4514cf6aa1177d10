"""Soal ``rencana target`` dalam bilangan rumus, dan kasus-kasusnya.

Satu kasus menentukan banyak inovasi baru dan urusan yang dijamin terisi. Dengan keduanya tetap, pembagi dan
skor jumlah inovasi tetap pula, sehingga indeks menjadi linear terhadap langkah-langkahnya.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import ceil, gcd, lcm
from typing import NamedTuple

from indeksinovasi.inti.hitung.rumus_bulat import RumusBulat
from indeksinovasi.inti.rencana.ruang import InovasiBaru, Ruang

BIAYA_TERLEBAR = 1_000_000_000
"""Biaya terbesar dalam satuan terkecilnya; di atasnya pemecah tidak lagi membedakan satu satuan."""
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
    def skala(self) -> Fraction:
        """Pengali yang membuat semua biaya bulat tanpa faktor bersama."""
        semua = self._semua_biaya()
        penyebut = lcm(*(satu.denominator for satu in semua))
        faktor = gcd(*(int(satu * penyebut) for satu in semua))
        return Fraction(penyebut, faktor or 1)

    def _semua_biaya(self) -> set[Fraction]:
        ruang = self.ruang
        semua = {satu.biaya for baris in ruang.baris for satu in baris.tujuan}
        return semua | {satu.biaya for satu in ruang.baru} | {satu.biaya for satu in ruang.bersama}

    @property
    def biaya_terlebar(self) -> int:
        """Biaya terbesar sebagai bilangan bulat; yang terlalu besar tidak lagi teliti bagi pemecah."""
        return max((self.harga(satu) for satu in self._semua_biaya()), default=0)

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
