"""Latar tren: pita predikat tahun masing-masing, batasnya, dan nama pita tahun terakhir."""

from __future__ import annotations

from collections.abc import Sequence

from indeksinovasi.inti.model.batas_predikat import BatasPredikat
from indeksinovasi.keluaran.grafik.bidang import Bidang
from indeksinovasi.keluaran.grafik.huruf import lebar_piksel, lipat_piksel
from indeksinovasi.keluaran.grafik.pita import Pita, susun_pita
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
    semua = list(susun_pita(batas, 100))
    for satu in semua:
        atas, y = tegak.letak(satu.sampai), tegak.letak(satu.mulai)
        bidang.kotak(x, atas, gambar.lebar + 0.6, y - atas, satu.kelas)
    # Sesudah semua kotak, supaya garis dan angkanya tidak tertutup.
    semula = {satu.nama: satu.mulai for satu in susun_pita(sebelum, 100)}
    for satu in semua:
        if tegak.memuat(satu.mulai):
            y = tegak.letak(satu.mulai)
            bidang.garis(satu.garis, (x, y), (x + gambar.lebar, y))
            if tahun != gambar.tahun[-1] and semula.get(satu.nama) != satu.mulai:
                isi, sela = _label_batas(gambar, tahun, satu, y)
                bidang.tulis(x + 4, y + sela, isi, "k")


def _label_batas(gambar: GambarTren, tahun: int, pita: Pita, y: float) -> tuple[str, int]:
    """Tulisan sebuah batas dan letaknya terhadap garisnya, yang tidak menimpa angka tahun itu."""
    polos = angka(pita.mulai)
    utuh = f"{polos} (asumsi)" if pita.asumsi else polos
    calon = [(isi, sela) for isi in ((polos,) if gambar.sempit else (utuh, polos)) for sela in (-5, 13)]
    return next((satu for satu in calon if _lowong(gambar, tahun, satu[0], y + satu[1])), calon[-1])


def _lowong(gambar: GambarTren, tahun: int, isi: str, y: float) -> bool:
    if lebar_piksel(isi, 11) + 8 < gambar.lebar / 2 - 34:
        return True
    return not any(-40 < y - gambar.tegak.letak(satu.nilai) < 44 for satu in gambar.milik(tahun))


def _nama_pita(bidang: Bidang, gambar: GambarTren, batas: Sequence[BatasPredikat]) -> None:
    terakhir = gambar.tegak.awal + 14
    for satu in reversed(list(susun_pita(batas, 100))):
        if satu.mulai >= gambar.tegak.atas or satu.sampai <= gambar.tegak.bawah:
            continue
        y = min(gambar.tegak.letak(satu.mulai) + 4, terakhir - 26)
        x = gambar.kanan + 5
        nama = lipat_piksel(satu.nama, bidang.lebar - x - 1, paling_banyak=2)
        if satu.mulai > gambar.tegak.bawah:
            ragu = " (asumsi)" if satu.asumsi and not gambar.sempit else ""
            bidang.tulis(x, y + 13 * len(nama), f"mulai {angka(satu.mulai)}{ragu}", "k")
        for nomor, baris in enumerate(nama):
            bidang.tulis(x, y + 13 * nomor, baris, "r")
        terakhir = y
