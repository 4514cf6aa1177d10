"""Garis, tanda, dan angka tren beserta nama deretnya, tanpa saling menimpa."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from indeksinovasi.inti.model.angka import rentang_nyata
from indeksinovasi.inti.model.laporan import Laporan
from indeksinovasi.keluaran.grafik.bidang import Bidang
from indeksinovasi.keluaran.grafik.huruf import lebar_piksel, lipat_piksel
from indeksinovasi.keluaran.grafik.tren_gambar import KIRI, GambarTren, nama_deret
from indeksinovasi.keluaran.grafik.tren_judul import TandaTren
from indeksinovasi.keluaran.teks import angka

_JARAK_LABEL = 13
_RAPAT = 30
"""Dua tanda yang lebih dekat dari ini: angka yang di atas ditulis di sampingnya."""
_TAHUN_PADAT = 10
"""Deret yang lebih panjang hanya memberi label pada angka utama tiap tahun."""
_KELAS = {"hitungan": "u", "terverifikasi": "w"}


class _Label(NamedTuple):
    """Angka sebuah tanda, letak tandanya, kelas hurufnya, dan nama deret bila baru pertama kali tampil."""

    isi: str
    x: float
    y: float
    kelas: str
    nama: str | None


def gambar_garis(bidang: Bidang, gambar: GambarTren) -> None:
    """Garis tiap deret, terputus pada tahun tanpa angkanya."""
    for asal in ("final", "tidak_diketahui", "hitungan"):
        titik = {satu.tahun: satu for satu in gambar.tanda if satu.asal == asal}
        ruas: list[tuple[float, float]] = []
        for tahun in (*gambar.tahun, gambar.tahun[-1] + 1):
            if tahun in titik:
                ruas.append((gambar.tengah(tahun), gambar.tegak.letak(titik[tahun].nilai)))
                continue
            if len(ruas) > 1:
                bidang.garis("lu" if asal == "hitungan" else "ld", *ruas)
            ruas = []


def gambar_angka(bidang: Bidang, gambar: GambarTren, laporan: Laporan) -> None:
    """Tanda dan angka tiap tahun, dan tahunnya di bawah sumbu."""
    disebut: set[str] = set()
    padat = len(gambar.tahun) > _TAHUN_PADAT
    for tahun in gambar.tahun:
        x, milik = gambar.tengah(tahun), gambar.milik(tahun)
        if not milik:
            _tanpa_data(bidang, gambar, x)
        ujung = _rentang(bidang, gambar, laporan, tahun)
        for satu in milik:
            _bentuk(bidang, x, gambar.tegak.letak(satu.nilai), satu.asal)
        berlabel = [satu for satu in milik if satu.utama or satu.asal == "terverifikasi" or not padat]
        _label(bidang, gambar, ujung, berlabel, disebut)
        akhir = tahun == gambar.tahun[-1]
        teks = f"’{tahun % 100:02d}" if len(gambar.tahun) > 14 else str(tahun)
        bidang.tulis(x, gambar.tegak.awal + 16, teks, "n" if akhir else "", "middle")


def _tanpa_data(bidang: Bidang, gambar: GambarTren, x: float) -> None:
    if not gambar.sempit:
        bidang.tulis(x, gambar.tegak.awal - 11, "tanpa data", "r", "middle")
        return
    # Di atas, supaya tidak bertemu nama deret tahun sebelahnya.
    for nomor, satu in enumerate(("tanpa", "data"), 1):
        bidang.tulis(x, gambar.tegak.akhir + _JARAK_LABEL * nomor, satu, "r", "middle")


def _rentang(bidang: Bidang, gambar: GambarTren, laporan: Laporan, tahun: int) -> float | None:
    """Garis tegak tipis sepanjang rentang karena asumsi, dan ujung atasnya; ``None`` bila tidak ada."""
    for satu in laporan.deret.titik:
        if satu.tahun == tahun and rentang_nyata(satu.rentang):
            x = gambar.tengah(tahun)
            bidang.garis("lh", *((x, gambar.tegak.letak(ujung)) for ujung in satu.rentang))
            return gambar.tegak.letak(satu.rentang[1])
    return None


def _bentuk(bidang: Bidang, x: float, y: float, asal: str) -> None:
    match asal:
        case "hitungan":
            bidang.titik(x, y)
        case "terverifikasi":
            bidang.wajik(x, y, "kw", 5.5)
        case "final" | "tidak_diketahui":
            bidang.bujur(x, y, "id")
        case _:
            bidang.bujur(x, y, "kd")


def _label(
    bidang: Bidang, gambar: GambarTren, ujung: float | None, milik: Sequence[TandaTren], disebut: set[str]
) -> None:
    """Angka tertinggi berlabel di atas tandanya dan garis rentangnya, selainnya di bawah."""
    bawah = 0.0
    for nomor, satu in enumerate(milik):
        nama = None if satu.asal in disebut else nama_deret(satu.asal)
        disebut.add(satu.asal)
        x, y = gambar.tengah(satu.tahun), gambar.tegak.letak(satu.nilai)
        label = _Label(angka(satu.nilai), x, y, _KELAS.get(satu.asal, "d"), nama)
        lanjut = milik[nomor + 1 :]
        if nomor == 0:
            atas = y if ujung is None or satu.asal != "hitungan" else min(y, ujung)
            sendiri = len(milik) == len(gambar.tahun) == 1
            _label_atas(bidang, gambar, label._replace(nama=None) if sendiri else label, atas - 9)
            bawah = y + 6
        elif lanjut and gambar.tegak.letak(lanjut[0].nilai) - y < _RAPAT:
            _label_samping(bidang, gambar, label)
        else:
            bawah = _label_bawah(bidang, gambar, label, max(y + 18, bawah + _JARAK_LABEL))


def _label_atas(bidang: Bidang, gambar: GambarTren, label: _Label, y: float) -> None:
    bidang.tulis(label.x, y, label.isi, label.kelas, "middle")
    if label.nama:
        tinggi = _JARAK_LABEL * len(_baris_nama(gambar, label.nama))
        _tulis_nama(bidang, gambar, (label.x, y - tinggi), label.nama, label.kelas)


def _label_samping(bidang: Bidang, gambar: GambarTren, label: _Label) -> None:
    nama = f" {label.nama}" if label.nama and not gambar.sempit else ""
    bidang.tulis(label.x + 9, label.y + 4, f"{label.isi}{nama}", label.kelas)


def _label_bawah(bidang: Bidang, gambar: GambarTren, label: _Label, y: float) -> float:
    """Letak baris terbawahnya."""
    bidang.tulis(label.x, y, label.isi, label.kelas, "middle")
    if not label.nama:
        return y
    _tulis_nama(bidang, gambar, (label.x, y + _JARAK_LABEL), label.nama, label.kelas)
    return y + _JARAK_LABEL * len(_baris_nama(gambar, label.nama))


def _tulis_nama(
    bidang: Bidang, gambar: GambarTren, letak: tuple[float, float], nama: str, kelas: str
) -> None:
    """Nama deret mulai *letak* ke bawah; pada bagan sempit ditahan di dalam bidangnya."""
    x, y = letak
    for nomor, satu in enumerate(_baris_nama(gambar, nama)):
        separuh = lebar_piksel(satu, tebal=kelas != "d") / 2
        tengah = min(max(x, KIRI + 2 + separuh), gambar.kanan - separuh) if gambar.sempit else x
        bidang.tulis(tengah, y + _JARAK_LABEL * nomor, satu, kelas, "middle")


def _baris_nama(gambar: GambarTren, nama: str) -> tuple[str, ...]:
    """Nama deret utuh, atau dilipat antarkata pada bagan sempit."""
    if not gambar.sempit:
        return (nama,)
    terpanjang = max(lebar_piksel(kata, tebal=True) for kata in nama.split())
    return lipat_piksel(nama, max(gambar.lebar + 6, terpanjang))
