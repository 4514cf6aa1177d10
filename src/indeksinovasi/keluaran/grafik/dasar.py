"""Tiga dasar: indeks menurut klaim, bukti, dan verifikasi pada pita predikat tahun itu."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from indeksinovasi.inti.model.batas_predikat import batas_milik
from indeksinovasi.inti.model.laporan import Laporan, NilaiLaporan, SkorDasar
from indeksinovasi.keluaran.grafik.bidang import LEBAR_BAGAN, LEBAR_SEMPIT, BaganSvg, Bidang, jadikan
from indeksinovasi.keluaran.grafik.huruf import lebar_piksel, nama_bagan
from indeksinovasi.keluaran.grafik.kalimat import awal_besar, sumber
from indeksinovasi.keluaran.grafik.pita import kelas_batas, susun_pita
from indeksinovasi.keluaran.grafik.skala import SkalaBagan
from indeksinovasi.keluaran.teks import angka

_TEPI = {LEBAR_BAGAN: (110.0, 660.0), LEBAR_SEMPIT: (88.0, 328.0)}
"""Lebar bagan → tepi kiri dan kanan batangnya."""
_BARIS = 30
_KELAS = {"klaim": "im", "berbukti": "iu", "terverifikasi": "iw"}


def bagan_dasar(laporan: Laporan, lebar: int = LEBAR_BAGAN) -> BaganSvg | None:
    """``None`` pada skala absolut, tanpa indeks, atau bila ketiga dasarnya sama."""
    nilai = laporan.nilai
    if nilai is None or nilai.metode.skala == "absolut" or nilai.skor is None:
        return None
    ada = [satu for satu in nilai.tiga_dasar if satu.skor is not None]
    if len({satu.skor for satu in ada}) < 2:
        return None
    judul = _judul(nilai, ada)
    bidang = Bidang(lebar=lebar)
    nama = nama_bagan(laporan.daerah.nama)
    bidang.kepala(judul, f"Indeks {nama} {laporan.tahun} menurut tiga dasar; sumbu 0–100")
    _gambar(bidang, nilai, ada)
    bidang.kaki(
        [
            f"Klaim: dinyatakan OPD. Berbukti: buktinya disebut. Terverifikasi: sudah diperiksa, "
            f"{nilai.baris_terverifikasi} dari {nilai.baris_total} baris.",
            sumber(nama, nilai.metode),
        ]
    )
    ragu = " (predikat belum pasti)" if nilai.metode.predikat else ""
    uraian = "; ".join(
        f"{satu.dasar} {angka(satu.skor)}{f' ({satu.predikat})' if satu.predikat else ragu}" for satu in ada
    )
    return jadikan(bidang, "dasar", judul, f"{awal_besar(uraian)}.")


def _judul(nilai: NilaiLaporan, ada: Sequence[SkorDasar]) -> str:
    terendah = ada[-1]
    diperiksa = terendah.dasar == "terverifikasi" and nilai.baris_terverifikasi > 0
    if diperiksa and terendah.predikat != nilai.predikat and terendah.skor is not None:
        batas = batas_milik(nilai.metode.predikat, nilai.predikat)
        if batas and batas.mulai and terendah.skor < batas.mulai:
            awal = f"Yang sudah diverifikasi baru {angka(terendah.skor)}"
            return f"{awal}, di bawah batas {nama_bagan(batas.nama)} {angka(batas.mulai)}"
    if nilai.predikat and {satu.predikat for satu in ada} == {nilai.predikat}:
        return f"Predikat {nama_bagan(nilai.predikat)} bertahan pada ketiga dasar"
    return "Indeks menurut klaim, bukti, dan verifikasi"


def _gambar(bidang: Bidang, nilai: NilaiLaporan, ada: Sequence[SkorDasar]) -> None:
    ujung = _TEPI[bidang.lebar]
    skala = SkalaBagan(0, 100, *ujung)
    atas = bidang.y + 20
    tinggi = _BARIS * len(ada) + 6
    for pita in susun_pita(nilai.metode.predikat, 100):
        kiri, kanan = skala.letak(pita.mulai), skala.letak(pita.sampai)
        bidang.kotak(kiri, atas, kanan - kiri, tinggi, pita.kelas)
        if lebar_piksel(pita.nama, 11) < kanan - kiri - 4:
            bidang.tulis((kiri + kanan) / 2, atas - 6, pita.nama, "k", "middle")
    ambang = [(satu.ambang, satu.pasti) for satu in nilai.metode.predikat if satu.ambang]
    garis = [skala.letak(mulai) for mulai, _ in ambang]
    for nomor, milik in enumerate(ada):
        _batang(bidang, skala, atas + 3 + _BARIS * nomor, milik, garis)
    for x, tanda in zip(ujung, ("0", "100"), strict=True):
        bidang.tulis(x, atas + tinggi + 15, tanda, "k", "middle")
    for mulai, pasti in ambang:
        x = skala.letak(mulai)
        bidang.garis(kelas_batas(pasti=pasti), (x, atas), (x, atas + tinggi + 3))
        bidang.tulis(x, atas + tinggi + 15, angka(mulai), "n", "middle")
    bidang.y = atas + tinggi + 22


def _batang(bidang: Bidang, skala: SkalaBagan, y: float, milik: SkorDasar, garis: Sequence[float]) -> None:
    x = skala.letak(milik.skor or Fraction(0))
    kelas = "n" if milik.terpilih else "w" if milik.dasar == "terverifikasi" else ""
    bidang.tulis(0, y + 19, awal_besar(milik.dasar), kelas)
    bidang.kotak(skala.awal, y + 5, x - skala.awal, 20, _KELAS[milik.dasar])
    teks = angka(milik.skor)
    # Angkanya melompati garis batas yang akan memotongnya.
    kanan = x + 9 + lebar_piksel(teks, tebal=True)
    mulai = next((batas for batas in garis if x < batas < kanan), x)
    bidang.tulis(mulai + 7, y + 19, teks, kelas)
