"""Kasus guna ``metode daftar``, ``tunjuk``, dan ``beda``: membaca berkas tahun tanpa menilai apa pun."""

from __future__ import annotations

from indeksinovasi.alur.galat import GalatPemakaian
from indeksinovasi.alur.metode import metode_tahun, pilih_metode
from indeksinovasi.berkas.metode import MetodeTermuat, tahun_tersedia
from indeksinovasi.inti.metode.bagian import MetodeRusakTerdaftar, RingkasMetode, ringkas_metode
from indeksinovasi.inti.metode.beda import BedaMetode, bedakan


def daftar_metode() -> tuple[RingkasMetode | MetodeRusakTerdaftar, ...]:
    """Semua berkas tahun dari yang tertua; berkas yang rusak tetap disebut."""
    return tuple(_ringkas(satu) for satu in tahun_tersedia())


def _ringkas(tahun: int) -> RingkasMetode | MetodeRusakTerdaftar:
    try:
        return ringkas_metode(metode_tahun(tahun).metode)
    except GalatPemakaian as galat:
        sebab = f"{galat.temuan[0].kode} {galat.temuan[0].pesan}" if galat.temuan else galat.pesan
        return MetodeRusakTerdaftar(tahun, sebab)


def tunjuk_metode(permintaan: str) -> MetodeTermuat:
    """Metode satu tahun atau satu berkas; ``GalatPemakaian`` bila tidak ada atau rusak."""
    return pilih_metode(permintaan)


def beda_metode(lama: str, baru: str) -> BedaMetode:
    """Perbedaan dua tahun atau dua berkas metode; ``GalatPemakaian`` bila salah satunya tak terbaca."""
    return bedakan(pilih_metode(lama).metode, pilih_metode(baru).metode)
