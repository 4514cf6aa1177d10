"""Banyak daerah sebagai bagan-bagan kecil bersumbu sama: indeks tiap tahun di atas pita predikatnya."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from indeksinovasi.inti.model.batas_predikat import BatasPredikat
from indeksinovasi.inti.model.provinsi import BarisDaerah, LaporanProvinsi
from indeksinovasi.keluaran.grafik.bidang import LEBAR_BAGAN, BaganSvg, Bidang, jadikan
from indeksinovasi.keluaran.grafik.huruf import lipat_piksel, nama_bagan
from indeksinovasi.keluaran.grafik.kalimat import awal_besar, bilangan
from indeksinovasi.keluaran.grafik.pita import susun_pita
from indeksinovasi.keluaran.grafik.skala import SkalaBagan, rangkum
from indeksinovasi.keluaran.teks import angka

DAERAH_TERBANYAK = 24
_SEBARIS = 4
_SELA, _TINGGI, _NAMA, _PANEL = 14, 56, 26, 108


class _Kecil(NamedTuple):
    """Sumbu bersama semua bagan kecil."""

    tahun: range
    sumbu: tuple[int, int]


def bagan_kecil(provinsi: LaporanProvinsi) -> BaganSvg | None:
    """``None`` bila kurang dari dua daerah punya sekurangnya dua tahun berskala 0-100."""
    semua = [satu for satu in provinsi.daerah if len(satu.jejak) > 1]
    if len(semua) < 2:
        return None
    digambar = semua[:DAERAH_TERBANYAK]
    tahun = [titik.tahun for satu in digambar for titik in satu.jejak]
    nilai = [titik.skor for satu in digambar for titik in satu.jejak if titik.skor is not None]
    bawah, atas = rangkum(nilai, 10, 3)
    bersama = _Kecil(range(min(tahun), max(tahun) + 1), (bawah, min(atas, 100)))
    judul = _judul(digambar)
    bidang = Bidang()
    masa = f"{bersama.tahun[0]}–{bersama.tahun[-1]}"
    bidang.kepala(
        judul, f"Indeks tiap daerah, {nama_bagan(provinsi.nama)} {masa}; sumbu {bawah}–{bersama.sumbu[1]}"
    )
    lebar = (LEBAR_BAGAN + _SELA) / _SEBARIS
    for nomor, satu in enumerate(digambar):
        baris, kolom = divmod(nomor, _SEBARIS)
        _panel(bidang, satu, bersama, (kolom * lebar, bidang.y + baris * _PANEL, lebar - _SELA))
    bidang.y += _PANEL * -(-len(digambar) // _SEBARIS)
    sisa = len(semua) - len(digambar)
    lain = [f"{sisa} daerah lain tidak digambar."] if sisa else []
    kunci = (
        "Lingkaran: dihitung dari catatan; persegi: hasil terbit. Garis mendatar: batas predikat tahunnya."
    )
    bidang.kaki([" ".join([kunci, *lain])])
    uraian = "; ".join(f"{nama_bagan(satu.nama)} {_ujung(satu)}" for satu in digambar)
    return jadikan(bidang, "kecil", judul, f"{uraian}.")


def _judul(daerah: Sequence[BarisDaerah]) -> str:
    """Banyak daerah yang naik dan yang turun; hitungan dibandingkan dengan hitungan, terbit dengan terbit."""
    gerak = [satu.gerak for satu in daerah if satu.gerak is not None]
    naik, turun = sum(satu > 0 for satu in gerak), sum(satu < 0 for satu in gerak)
    if not gerak:
        return f"Indeks {bilangan(len(daerah))} daerah dari tahun ke tahun"
    if max(naik, turun) == len(daerah):
        arah = "naik" if naik else "turun"
        return f"Semua {bilangan(len(daerah))} daerah {arah} sejak tahun pembandingnya"
    return awal_besar(f"{bilangan(naik)} daerah naik dan {bilangan(turun)} turun sejak tahun pembandingnya")


def _ujung(satu: BarisDaerah) -> str:
    awal, akhir = satu.jejak[0], satu.jejak[-1]
    return f"{angka(awal.skor)} ({awal.tahun}) ke {angka(akhir.skor)} ({akhir.tahun})"


def _panel(bidang: Bidang, daerah: BarisDaerah, bersama: _Kecil, tempat: tuple[float, float, float]) -> None:
    x, y, lebar = tempat
    for nomor, baris in enumerate(lipat_piksel(nama_bagan(daerah.nama), lebar, 11, paling_banyak=2)):
        bidang.tulis(x, y + 10 + 12 * nomor, baris, "e")
    atas = y + _NAMA
    tegak = SkalaBagan(*bersama.sumbu, atas + _TINGGI, atas)
    setahun = (lebar - 34) / len(bersama.tahun)
    pita = {milik.tahun: milik.predikat for milik in daerah.pita}
    for nomor, tahun in enumerate(bersama.tahun):
        _pita(bidang, pita.get(tahun, ()), tegak, (x + nomor * setahun, setahun))
    letak = {
        satu.tahun: (x + (satu.tahun - bersama.tahun[0] + 0.5) * setahun, tegak.letak(satu.skor or 0))
        for satu in daerah.jejak
    }
    for lama, baru in pairwise(daerah.jejak):
        if lama.dihitung == baru.dihitung and baru.tahun == lama.tahun + 1:
            bidang.garis("lu", letak[lama.tahun], letak[baru.tahun])
    for satu in daerah.jejak:
        if satu.dihitung:
            bidang.titik(*letak[satu.tahun], r=3)
        else:
            bidang.bujur(*letak[satu.tahun], "id", 3)
    akhir = daerah.jejak[-1]
    bidang.tulis(x + lebar, letak[akhir.tahun][1] + 4, angka(akhir.skor), "n", "end")
    bidang.tulis(x, atas + _TINGGI + 12, str(bersama.tahun[0]), "k")
    bidang.tulis(x + lebar - 34, atas + _TINGGI + 12, str(bersama.tahun[-1]), "k", "end")


def _pita(
    bidang: Bidang, batas: Sequence[BatasPredikat], tegak: SkalaBagan, tempat: tuple[float, float]
) -> None:
    x, lebar = tempat
    for satu in susun_pita(batas, 100):
        atas, bawah = tegak.letak(satu.sampai), tegak.letak(satu.mulai)
        bidang.kotak(x, atas, lebar + 0.6, bawah - atas, satu.kelas)
        if tegak.memuat(satu.mulai):
            bidang.garis(satu.garis, (x, bawah), (x + lebar, bawah))
