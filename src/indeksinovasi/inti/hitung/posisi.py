"""Posisi satu daerah di mata rumus, perubahannya, dan nilainya sesudah berubah.

Sebuah posisi tidak pernah berubah; ``ganti`` dan kawan-kawannya menghasilkan posisi lain dengan biaya
sebanding banyaknya yang diganti. Inilah satu-satunya tempat bahan rumus (``Masukan``) disusun.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import NamedTuple

from indeksinovasi.inti.hitung.rumus import Ketetapan, hitung, ketetapan, terbulat, ukuran
from indeksinovasi.inti.hitung.rumus_bulat import RumusBulat, rumus_bulat
from indeksinovasi.inti.model.angka import NOL
from indeksinovasi.inti.model.hasil import Golongan, Hasil, Masukan, NilaiInovasi, NilaiSpd, RincianRumus
from indeksinovasi.inti.model.metode import Metode

_PEMBAGI_SAJA: tuple[Golongan, ...] = ("ditolak", "tidak_layak")


class Butir(NamedTuple):
    """Satu inovasi di mata rumus: golongan, kematangan (poin), dan urusan utamanya."""

    golongan: Golongan
    kematangan: Fraction = NOL
    urusan: str | None = None


class Posisi(NamedTuple):
    """Bahan rumus satu daerah beserta butir-butir yang membentuknya.

    ``urusan``: urusan wajib yang terisi dan banyak inovasi terhitung di tiap-tiapnya; ``None`` bila hanya
    jumlahnya yang diketahui (``masukan.urusan_terisi``). ``butir`` kosong bila yang diketahui hanya
    ringkasannya.
    """

    metode: Metode
    tetap: Ketetapan
    masukan: Masukan
    butir: Mapping[str, Butir]
    urusan: Mapping[str, int] | None

    @property
    def rincian(self) -> RincianRumus:
        """Semua hasil antara rumus."""
        return hitung(self.metode, self.masukan, self.tetap)

    @property
    def nilai(self) -> Fraction | None:
        """Indeks (skala absolut: skor total) sebelum dibulatkan; ``None`` bila tidak dapat dihitung."""
        return ukuran(self.metode, self.rincian)

    @property
    def skor(self) -> Fraction | None:
        """Nilai terbulat dua desimal."""
        nilai = self.nilai
        return None if nilai is None else terbulat(nilai)

    def ganti(self, baru: Mapping[str, Butir | None]) -> Posisi:
        """Posisi dengan butir *baru* di tempat yang lama; ``None`` menghapus, pengenal baru menambah."""
        butir = dict(self.butir)
        urusan = Counter(self.urusan or {})
        masukan = self.masukan
        for kenal, sesudah in baru.items():
            sebelum = butir.pop(kenal, None)
            if sebelum is not None:
                masukan = _geser(masukan, sebelum, urusan, self.metode, -1)
            if sesudah is not None:
                butir[kenal] = sesudah
                masukan = _geser(masukan, sesudah, urusan, self.metode, 1)
        return self._replace(
            masukan=masukan._replace(urusan_terisi=len(+urusan)), butir=butir, urusan=+urusan
        )

    def golongkan(self, kenal: Iterable[str], golongan: Golongan) -> Posisi:
        """Posisi bila inovasi-inovasi *kenal* berpindah ke *golongan*."""
        return self.ganti({satu: self.butir[satu]._replace(golongan=golongan) for satu in kenal})

    def dengan_spd(self, spd: Fraction | None) -> Posisi:
        """Posisi dengan skor SPD lain."""
        return self._replace(masukan=self.masukan._replace(spd=spd))

    def dengan_urusan(self, terisi: int) -> Posisi:
        """Posisi seandainya *terisi* urusan wajib terisi, hal lain tetap."""
        return self._replace(masukan=self.masukan._replace(urusan_terisi=terisi), urusan=None)

    def dengan_tetap(self, tetap: Ketetapan) -> Posisi:
        """Posisi yang sama dengan konstanta rumus lain."""
        return self._replace(tetap=tetap)

    def cepat(self, poin: Iterable[Fraction] = ()) -> RumusBulat:
        """Rumus bulat yang memuat semua poin posisi ini dan *poin* lain yang akan dicoba."""
        milik = (satu.kematangan for satu in self.butir.values())
        spd = self.masukan.spd or NOL
        semua = (self.masukan.jumlah_kematangan, spd, *milik, *poin)
        return rumus_bulat(self.metode, self.tetap, self.masukan.spd_maksimum, semua)


def _geser(masukan: Masukan, butir: Butir, urusan: Counter[str], metode: Metode, arah: int) -> Masukan:
    if butir.golongan == "terhitung":
        if butir.urusan in metode.urusan_wajib:
            urusan[butir.urusan] += arah
        return masukan._replace(
            jumlah_kematangan=masukan.jumlah_kematangan + arah * butir.kematangan,
            terhitung=masukan.terhitung + arah,
        )
    if butir.golongan in _PEMBAGI_SAJA:
        return masukan._replace(ditolak=masukan.ditolak + arah)
    return masukan


def posisi_ringkas(metode: Metode, masukan: Masukan, tetap: Ketetapan | None = None) -> Posisi:
    """Posisi yang hanya diketahui ringkasannya; bawaan *tetap* adalah konstanta utama metode."""
    return Posisi(metode, ketetapan(metode) if tetap is None else tetap, masukan, {}, None)


def butir_dari(satu: NilaiInovasi, nomor: int) -> Butir:
    """Butir satu inovasi pada dasar ke-*nomor*."""
    return Butir(satu.golongan, satu.kematangan[nomor] if satu.kematangan else NOL, satu.urusan)


def posisi_daerah(
    metode: Metode, inovasi: Iterable[NilaiInovasi], spd: NilaiSpd, nomor: int, *, utuh: bool = True
) -> Posisi:
    """Posisi menurut catatan pada dasar ke-*nomor*; tanpa SPD bila datanya bukan satu daerah *utuh*."""
    skor = spd.skor[nomor] if spd.skor and utuh else None
    kosong = posisi_ringkas(metode, Masukan(NOL, 0, 0, 0, skor, spd.maksimum))
    return kosong.ganti({satu.id: butir_dari(satu, nomor) for satu in inovasi})


def posisi_hasil(hasil: Hasil) -> Posisi:
    """Posisi sebuah *hasil* pada dasar terpilih."""
    return posisi_daerah(
        hasil.metode, hasil.inovasi, hasil.spd, hasil.nomor_dasar, utuh=hasil.lingkup == "daerah"
    )
