"""Tren: indeks tiap tahun di atas pita predikat tahunnya sendiri; hanya tahun berskala 0-100.

Batas yang berpindah tampak sebagai anak tangga. Tahun tanpa data adalah celah; garis tidak melewatinya.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from indeksinovasi.inti.ejaan import deretan
from indeksinovasi.inti.model.angka import rentang_nyata
from indeksinovasi.inti.model.daerah import JENIS_TERKUAT
from indeksinovasi.inti.model.laporan import Laporan, PitaTahun, TitikDeret
from indeksinovasi.keluaran.grafik.bidang import LEBAR_BAGAN, LEBAR_SEMPIT, BaganSvg, Bidang, jadikan
from indeksinovasi.keluaran.grafik.huruf import nama_bagan
from indeksinovasi.keluaran.grafik.skala import SkalaBagan, rangkum
from indeksinovasi.keluaran.grafik.tren_angka import gambar_angka, gambar_garis
from indeksinovasi.keluaran.grafik.tren_gambar import KIRI, GambarTren, nama_deret
from indeksinovasi.keluaran.grafik.tren_judul import TandaTren, judul_tren
from indeksinovasi.keluaran.grafik.tren_pita import gambar_latar
from indeksinovasi.keluaran.teks import angka

NAMA_ASAL = {
    "hitungan": "hitungan atas catatan",
    "mandiri": "penilaian mandiri terbit",
    "sementara": "hasil sementara terbit",
    "final": "hasil final terbit",
    "tidak_diketahui": "hasil terbit, jenis tidak disebut",
}
_KANAN = {LEBAR_BAGAN: 552.0, LEBAR_SEMPIT: 252.0}
_TINGGI = {LEBAR_BAGAN: 260, LEBAR_SEMPIT: 196}
_TERSEMPIT = 32
"""Lebar satu tahun paling sedikit, supaya angkanya tidak bertumpuk."""
_URUTAN_TERBIT = (*JENIS_TERKUAT, "hitungan")


def bagan_tren(laporan: Laporan, lebar: int = LEBAR_BAGAN) -> BaganSvg | None:
    """``None`` bila tidak ada angka berskala 0-100, atau tahunnya terlalu banyak bagi *lebar*."""
    titik = [satu for satu in laporan.deret.titik if satu.skala == "normal" and _terletak(satu)]
    if not titik:
        return None
    tanda = tuple(_tanda(titik, laporan))
    judul = judul_tren(laporan, [satu for satu in tanda if satu.utama])
    bidang = Bidang(lebar=lebar)
    tahun = range(titik[0].tahun, titik[-1].tahun + 1)
    setahun = (_KANAN[lebar] - KIRI) / len(tahun)
    if lebar != LEBAR_BAGAN and setahun < _TERSEMPIT:
        return None
    bawah, atas = _batas_sumbu(tanda, laporan.deret.pita)
    bidang.kepala(judul, _keterangan(laporan, tahun, (bawah, atas)))
    gambar = GambarTren(
        tahun,
        tanda,
        laporan.deret.pita,
        SkalaBagan(bawah, atas, bidang.y + 10 + _TINGGI[lebar], bidang.y + 10),
        setahun,
        _KANAN[lebar],
        lebar != LEBAR_BAGAN,
    )
    gambar_latar(bidang, gambar)
    gambar_garis(bidang, gambar)
    gambar_angka(bidang, gambar, laporan)
    bidang.y += _TINGGI[lebar] + 28
    bidang.kaki(_kaki(laporan))
    return jadikan(bidang, "tren", judul, _uraian(laporan, titik))


def _terletak(titik: TitikDeret) -> bool:
    """Hasil terbit yang salah tulis dapat berada di luar skala."""
    return titik.skor is not None and 0 <= titik.skor <= 100


def _tanda(titik: Sequence[TitikDeret], laporan: Laporan) -> Iterator[TandaTren]:
    dihitung = any(satu.dihitung for satu in titik)
    for satu in titik:
        if satu.skor is not None and (satu.dihitung or _terbit_utama(satu, titik)):
            yield TandaTren(satu.tahun, satu.skor, satu.asal, satu.dihitung or not dihitung)
    nilai = laporan.nilai
    if nilai and nilai.dasar == "berbukti" and nilai.baris_terverifikasi:
        skor = nilai.tiga_dasar.terverifikasi.skor
        if skor is not None and skor != nilai.skor:
            yield TandaTren(laporan.tahun, skor, "terverifikasi", False)


def _terbit_utama(satu: TitikDeret, titik: Sequence[TitikDeret]) -> bool:
    """Hasil terbit yang mewakili tahunnya; selebihnya hanya di tabel."""
    setahun = [lain.asal for lain in titik if lain.tahun == satu.tahun]
    return satu.asal == min(setahun, key=_URUTAN_TERBIT.index)


def _batas_sumbu(tanda: Sequence[TandaTren], pita: Sequence[PitaTahun]) -> tuple[int, int]:
    nilai = [satu.nilai for satu in tanda]
    for satu in pita:
        mulai = [batas.mulai for batas in satu.predikat if batas.mulai is not None]
        di_atas = sorted(m for m in mulai if m > min(nilai))
        di_bawah = sorted(m for m in mulai if 1 < m <= max(nilai))
        nilai += [*di_atas[:1], *di_bawah[-1:]]
    bawah, atas = rangkum(nilai, 10, 5)
    return bawah, min(atas, 100)


def _keterangan(laporan: Laporan, tahun: range, sumbu: tuple[int, int]) -> str:
    masa = str(tahun[0]) if len(tahun) == 1 else f"{tahun[0]}–{tahun[-1]}"
    cara = f", metode {laporan.nilai.metode.nama}" if laporan.nilai and laporan.nilai.metode.lain else ""
    skala = "sumbu 0–100" if sumbu == (0, 100) else f"sumbu {sumbu[0]}–{sumbu[1]} dari skala 0–100"
    return f"Indeks Inovasi Daerah {nama_bagan(laporan.daerah.nama)}, {masa}{cara}; {skala}"


def _kaki(laporan: Laporan) -> Iterator[str]:
    titik = laporan.deret.titik
    yield from _tidak_digambar(titik)
    batas = [satu for pita in laporan.deret.pita for satu in pita.predikat]
    keterangan = []
    if not all(satu.pasti for satu in batas):
        keterangan.append("Batas putus-putus masih asumsi.")
    if any(rentang_nyata(satu.rentang) for satu in titik):
        keterangan.append("Garis tegak tipis: rentang karena asumsi.")
    if keterangan:
        yield " ".join(keterangan)
    asal = ["catatan inovasi"] if any(satu.dihitung for satu in titik) else []
    asal += [] if all(satu.dihitung for satu in titik) else ["hasil terbit"]
    yield f"Sumber: {' dan '.join(asal)} {nama_bagan(laporan.daerah.nama)}."


def _tidak_digambar(titik: Sequence[TitikDeret]) -> Iterator[str]:
    """Skor berskala absolut tiap tahun, yang tidak punya tempat pada sumbu 0-100."""
    absolut: dict[int, list[str]] = {}
    for satu in titik:
        if satu.skala == "absolut" and satu.skor is not None:
            isi = f"{angka(satu.skor, 0)} poin ({nama_deret(satu.asal)})"
            absolut.setdefault(satu.tahun, []).append(isi)
    for tahun, poin in sorted(absolut.items()):
        skala = "pada skala absolut, tidak sebanding dengan 0–100"
        yield f"{tahun} tidak digambar: {deretan(poin)} {skala}."


def _uraian(laporan: Laporan, titik: Sequence[TitikDeret]) -> str:
    isi = "; ".join(f"{satu.tahun} {angka(satu.skor)} ({NAMA_ASAL[satu.asal]})" for satu in titik)
    if not laporan.deret.pita:
        return f"{isi}."
    akhir = laporan.deret.pita[-1]
    if not akhir.predikat:
        return f"{isi}."
    batas = "; ".join(
        f"{nama_bagan(b.nama)} mulai {angka(b.mulai)}" for b in akhir.predikat if b.mulai is not None
    )
    return f"{isi}. Batas predikat {akhir.tahun}: {batas}."
