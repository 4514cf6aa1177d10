"""Latar tren: pita predikat tahun masing-masing, batasnya, dan nama pita tahun terakhir."""

from __future__ import annotations

from collections.abc import Sequence

from indeksinovasi.inti.model.batas_predikat import BatasPredikat, batas_milik
from indeksinovasi.keluaran.grafik.bidang import Bidang
from indeksinovasi.keluaran.grafik.huruf import lebar_piksel, lipat_piksel, nama_bagan
from indeksinovasi.keluaran.grafik.kalimat import kelas_pita
from indeksinovasi.keluaran.grafik.tren_gambar import KIRI, GambarTren
from indeksinovasi.keluaran.teks import angka


def gambar_latar(bidang: Bidang, gambar: GambarTren) -> None:
    """Pita semua tahun, angka sumbu tegak, dan nama pita."""
    tegak = gambar.tegak
    pita = {satu.tahun: satu.predikat for satu in gambar.pita}
    for tahun in gambar.tahun:
        if tahun in pita:
            _pita(bidang, gambar, tahun, pita[tahun], pita.get(tahun - 1, ()))
    for nilai in tegak.tanda(6):
        bidang.tulis(KIRI - 5, tegak.letak(nilai) + 4, str(nilai), "k", "end")
    if gambar.tahun[-1] in pita:
        _nama_pita(bidang, gambar, pita[gambar.tahun[-1]])


def _pita(
    bidang: Bidang,
    gambar: GambarTren,
    tahun: int,
    batas: Sequence[BatasPredikat],
    sebelum: Sequence[BatasPredikat],
) -> None:
    x, tegak = gambar.tengah(tahun) - gambar.lebar / 2, gambar.tegak
    garis: list[tuple[BatasPredikat, float]] = []
    for nomor, satu in enumerate(batas):
        if satu.mulai is None:
            continue
        atas = tegak.letak(100 if satu.sebelum is None else satu.sebelum)
        y = tegak.letak(satu.mulai)
        bidang.kotak(x, atas, gambar.lebar + 0.6, y - atas, kelas_pita(batas, nomor))
        if tegak.bawah < satu.mulai < tegak.atas:
            garis.append((satu, y))
    for satu, y in garis:
        bidang.garis("b" if satu.pasti else "bt", (x, y), (x + gambar.lebar, y))
        semula = batas_milik(sebelum, satu.nama)
        if tahun != gambar.tahun[-1] and (semula is None or semula.mulai != satu.mulai):
            isi, sela = _label_batas(gambar, tahun, satu, y)
            bidang.tulis(x + 4, y + sela, isi, "k")


def _label_batas(gambar: GambarTren, tahun: int, batas: BatasPredikat, y: float) -> tuple[str, int]:
    """Tulisan sebuah batas dan letaknya terhadap garisnya, yang tidak menimpa angka tahun itu."""
    polos = angka(batas.mulai)
    utuh = polos if batas.pasti else f"{polos} (asumsi)"
    calon = [(isi, sela) for isi in ((polos,) if gambar.sempit else (utuh, polos)) for sela in (-5, 13)]
    return next((satu for satu in calon if _lowong(gambar, tahun, satu[0], y + satu[1])), calon[-1])


def _lowong(gambar: GambarTren, tahun: int, isi: str, y: float) -> bool:
    if lebar_piksel(isi, 11) + 8 < gambar.lebar / 2 - 34:
        return True
    return not any(-40 < y - gambar.tegak.letak(satu.nilai) < 44 for satu in gambar.milik(tahun))


def _nama_pita(bidang: Bidang, gambar: GambarTren, batas: Sequence[BatasPredikat]) -> None:
    terakhir = gambar.tegak.awal + 14
    for satu in reversed(batas):
        di_bawah = satu.sebelum is not None and satu.sebelum <= gambar.tegak.bawah
        if satu.mulai is None or satu.mulai >= gambar.tegak.atas or di_bawah:
            continue
        y = min(gambar.tegak.letak(satu.mulai) + 4, terakhir - 26)
        x = gambar.kanan + 5
        nama = lipat_piksel(nama_bagan(satu.nama), bidang.lebar - x - 1, paling_banyak=2)
        if satu.mulai > gambar.tegak.bawah:
            ragu = "" if satu.pasti or gambar.sempit else " (asumsi)"
            bidang.tulis(x, y + 13 * len(nama), f"mulai {angka(satu.mulai)}{ragu}", "k")
        for nomor, baris in enumerate(nama):
            bidang.tulis(x, y + 13 * nomor, baris, "r")
        terakhir = y
