"""Rumus satu metode dalam bilangan bulat, untuk mencoba ratusan ribu keadaan.

Semua poin dikalikan satu penyebut bersama, sehingga tidak ada pecahan yang disederhanakan berulang-ulang.
Hasilnya selalu sama dengan ``rumus.hitung`` (sebuah uji sifat menjaganya); modul itu tetap rumah rumusnya.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from math import ceil, lcm
from typing import NamedTuple

from indeksinovasi.inti.hitung.rumus import Ketetapan, maksimum_total
from indeksinovasi.inti.model.angka import NOL
from indeksinovasi.inti.model.metode import Metode

_SELALU = -1


class RumusBulat(NamedTuple):
    """Konstanta satu metode, siap hitung. Poin dinyatakan dalam 1/``satuan``.

    ``pembagi_minimal`` 0 berarti pembagi adalah banyaknya; ``puncak`` adalah skor jumlah tertinggi;
    ``maksimum`` ``None`` pada skala absolut, atau bila indeks memang tidak dapat dihitung.
    """

    satuan: int
    dijumlah: bool
    absolut: bool
    pembagi_minimal: int
    ditolak_ikut: bool
    poin: int
    maksimum_n: Fraction
    puncak: int
    urusan_minimal: int
    maksimum: int | None

    def bulat(self, poin: Fraction) -> int:
        """*poin* dalam satuan rumus ini; ``ValueError`` bila tidak tepat bulat."""
        nilai = poin * self.satuan
        if nilai.denominator != 1:
            raise ValueError(f"{poin} bukan kelipatan 1/{self.satuan}")
        return nilai.numerator

    def pembagi(self, terhitung: int, ditolak: int) -> int:
        """Pembagi jumlah kematangan; 1 bila kematangan dijumlahkan."""
        if self.dijumlah:
            return 1
        semua = terhitung + ditolak if self.ditolak_ikut else terhitung
        return semua if semua > self.pembagi_minimal else self.pembagi_minimal

    def skor_jumlah(self, terhitung: int, urusan: int | None) -> int:
        """Skor jumlah inovasi; *urusan* ``None`` berarti tidak diketahui, syaratnya dianggap terpenuhi."""
        if urusan is not None and urusan < self.urusan_minimal:
            return 0
        return terhitung * self.poin if terhitung <= self.maksimum_n else self.puncak

    def ukuran(
        self, kematangan: int, terhitung: int, ditolak: int, urusan: int | None, spd: int
    ) -> tuple[int, int]:
        """Indeks (atau skor total pada skala absolut) sebagai pembilang dan penyebut.

        Penyebut 0: tidak dapat dihitung karena belum ada yang terhitung.
        """
        bagi = self.pembagi(terhitung, ditolak)
        total = (spd + self.skor_jumlah(terhitung, urusan)) * bagi + kematangan
        if self.absolut:
            return total, bagi * self.satuan
        assert self.maksimum is not None
        return total * 100, bagi * self.maksimum


def rumus_bulat(
    metode: Metode, tetap: Ketetapan, spd_maksimum: Fraction | None, poin: Iterable[Fraction] = ()
) -> RumusBulat:
    """Susun rumus *metode* dengan konstanta *tetap*; semua *poin* menjadi bilangan bulat dalam satuannya."""
    puncak = NOL if tetap.poin is None or tetap.maksimum_n is None else tetap.poin * tetap.maksimum_n
    per_inovasi = tetap.poin if puncak and tetap.poin is not None else NOL
    maksimum = None if metode.skala == "absolut" else maksimum_total(metode, spd_maksimum)
    semua = (puncak, per_inovasi, maksimum or NOL, *poin)
    satuan = lcm(*(satu.denominator for satu in semua))
    return RumusBulat(
        satuan=satuan,
        dijumlah=metode.rumus.sid.cara == "jumlah",
        absolut=metode.skala == "absolut",
        pembagi_minimal=0 if tetap.pembagi_minimal is None else int(tetap.pembagi_minimal),
        ditolak_ikut=tetap.ditolak_ikut,
        poin=int(per_inovasi * satuan),
        maksimum_n=tetap.maksimum_n or NOL,
        puncak=int(puncak * satuan),
        urusan_minimal=_SELALU if tetap.urusan_minimal is None else ceil(tetap.urusan_minimal),
        maksimum=None if maksimum is None else int(maksimum * satuan),
    )
