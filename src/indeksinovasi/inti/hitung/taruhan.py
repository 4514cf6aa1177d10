"""Poin indeks yang dipertaruhkan temuan: skor seandainya sebabnya hilang dikurangi skor kini, hal lain tetap.

Hanya kode yang akibatnya pasti pada rumus. Tiap kode dihitung sendiri, jadi poinnya tidak dapat dijumlahkan.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import NamedTuple

from indeksinovasi.inti.hitung.posisi import Posisi, posisi_hasil
from indeksinovasi.inti.model.angka import NOL
from indeksinovasi.inti.model.hasil import Hasil, NilaiBaris, NilaiInovasi
from indeksinovasi.inti.model.temuan import Temuan

TANPA_BUKTI = ("BKT301", "BKT312")
TAK_SEPAKAT = ("FKT401", "FKT402")
LUAR_JENDELA, URUSAN_KURANG, TANPA_SPD = "KLY201", "KLY206", "LTS506"
KODE_BERTARUHAN = (*TANPA_BUKTI, *TAK_SEPAKAT, LUAR_JENDELA, URUSAN_KURANG, TANPA_SPD)
"""Kode yang poinnya dapat dihitung."""
_TERTINGGI = (*TAK_SEPAKAT, TANPA_SPD)
_SPD_BERBARIS = ("baris", "dibawa")


class TaruhanKode(NamedTuple):
    """Poin semua temuan satu kode sekaligus; *temuan* poin masing-masing.

    ``paling_banyak``: poinnya batas atas, sebab isian yang benar belum diketahui.
    """

    poin: Fraction
    temuan: Mapping[Temuan, Fraction]
    paling_banyak: bool = False


class TaruhanTahun(NamedTuple):
    """Taruhan tiap kode pada satu *tahun*; 0 dan kosong bila tidak ada yang dapat dihitung."""

    tahun: int
    kode: Mapping[str, TaruhanKode]


def taruhan_temuan(hasil: Hasil, temuan: Iterable[Temuan]) -> dict[str, TaruhanKode]:
    """Taruhan tiap kode di antara *temuan* sebuah tahun, menurut *hasil* tahun itu pada dasar berbukti.

    Kosong bila skalanya bukan indeks atau skornya tidak dapat dihitung.
    """
    if hasil.absolut or hasil.utama.skor is None or hasil.dasar != "berbukti":
        return {}
    penghitung = _Penghitung(hasil)
    menurut_kode: dict[str, list[Temuan]] = {}
    for satu in temuan:
        if satu.kode in KODE_BERTARUHAN:
            menurut_kode.setdefault(satu.kode, []).append(satu)
    return {
        kode: TaruhanKode(
            penghitung.poin(kode, semua),
            {satu: penghitung.poin(kode, [satu]) for satu in semua},
            kode in _TERTINGGI,
        )
        for kode, semua in menurut_kode.items()
    }


class _Penghitung:
    """Skor pengandaian atas satu hasil."""

    def __init__(self, hasil: Hasil) -> None:
        self.hasil = hasil
        self.posisi = posisi_hasil(hasil)
        self.skor = hasil.utama.skor or NOL
        self.inovasi = {satu.berkas: satu for satu in hasil.inovasi}

    def poin(self, kode: str, temuan: list[Temuan]) -> Fraction:
        """Tambahan skor bila sebab semua *temuan* itu hilang."""
        return (self._andai(kode, temuan).skor or self.skor) - self.skor

    def _andai(self, kode: str, temuan: list[Temuan]) -> Posisi:
        if kode == LUAR_JENDELA:
            ditemukan = (self.inovasi.get(satu.berkas) for satu in temuan)
            luar = {satu.id for satu in ditemukan if satu and satu.golongan == "tidak_layak"}
            return self.posisi.golongkan(luar, "terhitung")
        if kode == URUSAN_KURANG:
            minimal = self.posisi.tetap.urusan_minimal
            return self.posisi if minimal is None else self.posisi.dengan_urusan(int(minimal))
        if kode == TANPA_SPD:
            maksimum = self.hasil.spd.maksimum
            return self.posisi if maksimum is None else self.posisi.dengan_spd(maksimum)
        return self._baris_utuh(kode, temuan)

    def _baris_utuh(self, kode: str, temuan: list[Temuan]) -> Posisi:
        """Posisi bila baris yang ditunjuk *temuan* dihitung penuh."""
        menurut_berkas: dict[str, set[str]] = {}
        for satu in temuan:
            awal, *sisa = satu.jalur.split(".")
            if awal == "indikator" and sisa:
                menurut_berkas.setdefault(satu.berkas, set()).add(sisa[0])
        posisi = self.posisi
        for berkas, baris in menurut_berkas.items():
            inovasi = self.inovasi.get(berkas)
            if inovasi is not None:
                posisi = _naikkan(posisi, inovasi, _tambahan(kode, _dihitung(inovasi), baris))
            elif posisi.masukan.spd is not None and self.hasil.spd.asal in _SPD_BERBARIS:
                tambahan = _tambahan(kode, self.hasil.spd.baris, baris)
                posisi = posisi.dengan_spd(posisi.masukan.spd + tambahan)
        return posisi


def _dihitung(inovasi: NilaiInovasi) -> tuple[NilaiBaris, ...]:
    """Baris yang membentuk kematangannya; kosong bila kematangannya tertulis."""
    return () if inovasi.siap_pakai else inovasi.baris


def _naikkan(posisi: Posisi, inovasi: NilaiInovasi, poin: Fraction) -> Posisi:
    butir = posisi.butir[inovasi.id]
    return posisi.ganti({inovasi.id: butir._replace(kematangan=butir.kematangan + poin)})


def _tambahan(kode: str, semua: Iterable[NilaiBaris], terpilih: set[str]) -> Fraction:
    return sum((_poin_baris(kode, satu) for satu in semua if satu.kode in terpilih), NOL)


def _poin_baris(kode: str, baris: NilaiBaris) -> Fraction:
    """Poin baris yang belum terhitung karena *kode*."""
    if baris.bobot is None:
        return NOL
    if kode in TANPA_BUKTI:
        return baris.bobot * (baris.tingkat.klaim - baris.tingkat.berbukti)
    if baris.tingkat.berbukti == 0:  # tanpa bukti: tingkat mana pun tidak dihitung
        return NOL
    tertinggi = max(baris.parameter or 0, baris.fakta or 0)
    return baris.bobot * max(0, tertinggi - baris.tingkat.berbukti)
