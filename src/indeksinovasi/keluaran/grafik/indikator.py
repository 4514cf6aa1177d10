"""Indikator: peta tingkat berangka dengan batang nilai yang belum diraih, yang terbesar lebih dahulu.

Angka dan bingkai membawa tingkatnya, warna hanya membantu. Lebih dari 25 inovasi: satu batang tingkat 0-3
tiap indikator sebagai ganti petanya.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from indeksinovasi.inti.ejaan import deretan
from indeksinovasi.inti.model.angka import jumlah_ada
from indeksinovasi.inti.model.dasar import SEMUA_TINGKAT, TINGKAT_TERTINGGI
from indeksinovasi.inti.model.laporan import IndikatorLaporan, InovasiLaporan, Laporan, NilaiLaporan, Sel
from indeksinovasi.keluaran.grafik.bidang import BaganSvg, Bidang, jadikan
from indeksinovasi.keluaran.grafik.huruf import lebar_piksel, lipat_piksel, nama_bagan
from indeksinovasi.keluaran.grafik.kalimat import bagian_lebih, sumber
from indeksinovasi.keluaran.grafik.skala import SkalaBagan
from indeksinovasi.keluaran.teks import angka

_PALING_BANYAK = 25
_BARIS = 22
_LABEL = 230
_PETA, _BATANG, _UJUNG = 262.0, 560.0, 648.0
_LEBAR_PETA = 286.0
_TERATAS = 2
"""Banyak baris teratas yang ditebalkan."""


class _BarisPeta(NamedTuple):
    """Satu indikator beserta sel tiap inovasi yang digambar."""

    indikator: IndikatorLaporan
    sel: tuple[Sel, ...]


def bagan_indikator(laporan: Laporan) -> BaganSvg | None:
    """``None`` bila tidak ada inovasi terhitung yang dinilai dari barisnya."""
    nilai = laporan.nilai
    inovasi = [satu for satu in nilai.inovasi if satu.terhitung and satu.sel] if nilai else []
    if nilai is None or not inovasi:
        return None
    baris = _baris_peta(nilai, inovasi)
    belum = jumlah_ada(satu.belum for satu in nilai.terlemah)
    judul = _judul(nilai)
    bidang = Bidang()
    urut = f"; urut menurut {nilai.satuan} yang belum diraih" if belum else ""
    bidang.kepala(
        judul,
        f"Tingkat {len(baris)} indikator pada {len(inovasi)} inovasi terhitung, {laporan.tahun}, "
        f"dasar {nilai.dasar}{urut}",
    )
    if len(inovasi) <= _PALING_BANYAK:
        _peta(bidang, baris, inovasi, nilai)
        _kunci(bidang, baris)
        _daftar(bidang, inovasi)
    else:
        _sebaran(bidang, baris, nilai)
        _kunci(bidang, baris)
    catatan = f" Jumlah belum diraih dari kematangan: {angka(belum)} {nilai.satuan}." if belum else ""
    bidang.kaki([f"{sumber(nama_bagan(laporan.daerah.nama), nilai.metode)}{catatan}"])
    return jadikan(bidang, "indikator", judul, _uraian(nilai, baris))


def _baris_peta(nilai: NilaiLaporan, inovasi: Sequence[InovasiLaporan]) -> list[_BarisPeta]:
    """Indikator dari yang terlemah; sel tiap inovasi berurutan seperti ``nilai.indikator``."""
    letak = {satu.kode: nomor for nomor, satu in enumerate(nilai.indikator)}
    return [_BarisPeta(satu, tuple(i.sel[letak[satu.kode]] for i in inovasi)) for satu in nilai.terlemah]


def _judul(nilai: NilaiLaporan) -> str:
    if all(satu.rata_tingkat == TINGKAT_TERTINGGI for satu in nilai.terlemah):
        return "Semua indikator sudah pada tingkat 3"
    belum = [satu for satu in nilai.terlemah if satu.belum]
    if not belum:
        return "Tingkat tiap indikator"
    for banyak in (2, 1):
        judul = _judul_bagian(belum[:banyak], belum) if len(belum) > banyak else None
        if judul and lebar_piksel(judul, 16, tebal=True) < 2 * 660:
            return judul
    terbesar = belum[0]
    sisa = f"{angka(terbesar.belum)} {nilai.satuan}"
    return f"{nama_bagan(terbesar.nama)} paling banyak menyisakan nilai: {sisa}"


def _judul_bagian(teratas: Sequence[IndikatorLaporan], semua: Sequence[IndikatorLaporan]) -> str | None:
    """Bagian nilai yang disimpan *teratas*; ``None`` bila tidak sampai seperempat."""
    bagian = bagian_lebih(*(jumlah_ada(satu.belum for satu in deret) for deret in (teratas, semua)))
    if bagian is None:
        return None
    nama = deretan([nama_bagan(satu.nama) for satu in teratas])
    return f"{nama} menyimpan {bagian} nilai yang belum diraih"


def _peta(
    bidang: Bidang, baris: Sequence[_BarisPeta], inovasi: Sequence[InovasiLaporan], nilai: NilaiLaporan
) -> None:
    jarak = min(22, int(_LEBAR_PETA / len(inovasi)))
    pusat = [_PETA + jarak * nomor + jarak // 2 for nomor in range(len(inovasi))]
    _kepala_kolom(bidang, nilai, "Inovasi (nomor pada daftar di bawah)")
    _nomor_kolom(bidang, pusat, inovasi)
    atas = bidang.y + 6
    sisi = min(jarak, _BARIS) - 2
    warna: dict[int, list[tuple[float, float, float]]] = {}
    for nomor, satu in enumerate(baris):
        for tingkat, awal, banyak in _deret_sama(satu.sel):
            if tingkat is not None:
                ruas = (_PETA + jarak * awal, atas + _BARIS * nomor + 11, jarak * banyak)
                warna.setdefault(tingkat, []).append(ruas)
    for tingkat, milik in sorted(warna.items()):
        bidang.ruas(milik, sisi, f"t{tingkat}")
    for x in pusat[1:]:
        bidang.garis("sela", (x - jarak // 2, atas), (x - jarak // 2, atas + _BARIS * len(baris)))
    _isi_sel(bidang, baris, pusat, atas, sisi)
    _label_dan_batang(bidang, baris, atas)
    bidang.y = atas + _BARIS * len(baris)


def _deret_sama(sel: Sequence[Sel]) -> Iterator[tuple[int | None, int, int]]:
    """Deret sel bertingkat sama: tingkat, letak awalnya, dan panjangnya."""
    awal = 0
    for tingkat, deret in groupby(sel, key=lambda satu: satu.tingkat):
        banyak = sum(1 for _ in deret)
        yield tingkat, awal, banyak
        awal += banyak


def _nomor_kolom(bidang: Bidang, pusat: Sequence[float], inovasi: Sequence[InovasiLaporan]) -> None:
    letak: list[tuple[float, float]] = []
    isi = "".join(str(satu.nomor) for satu in inovasi)
    for x, satu in zip(pusat, inovasi, strict=True):
        angka_nomor = str(satu.nomor)
        awal = x - 3 * len(angka_nomor)
        letak += [(awal + 6 * urut, bidang.y) for urut in range(len(angka_nomor))]
    bidang.huruf(letak, isi, "k")


def _isi_sel(
    bidang: Bidang, baris: Sequence[_BarisPeta], pusat: Sequence[float], atas: float, sisi: float
) -> None:
    """Angka tiap sel, semua yang sewarna sebagai satu tulisan, dan bingkai yang diklaim tanpa bukti."""
    menurut: dict[str, list[tuple[float, float, str]]] = {}
    for nomor, satu in enumerate(baris):
        y = atas + _BARIS * nomor + 11
        for x, sel in zip(pusat, satu.sel, strict=True):
            kelas, isi = ("r", "·") if sel.tingkat is None else (f"x{sel.tingkat}", str(sel.tingkat))
            menurut.setdefault(kelas, []).append((x - (2 if sel.tingkat is None else 3), y + 4, isi))
            if sel.tanpa_bukti:
                bidang.kotak(x - sisi / 2 + 1, y - sisi / 2 + 1, sisi - 2, sisi - 2, "tb")
    for kelas, milik in sorted(menurut.items()):
        bidang.huruf([(x, y) for x, y, _ in milik], "".join(isi for *_, isi in milik), kelas)


def _kepala_kolom(bidang: Bidang, nilai: NilaiLaporan, tengah: str) -> None:
    y = bidang.y + 14
    bidang.tulis(_PETA, y, tengah, "k")
    if any(satu.belum for satu in nilai.indikator):
        bidang.tulis(_BATANG, y, "Belum diraih", "k")
        bidang.tulis(_BATANG, y + 13, f"({nilai.satuan})", "k")
    bidang.y = y + 17


def _label_dan_batang(bidang: Bidang, baris: Sequence[_BarisPeta], atas: float) -> None:
    belum = [satu.indikator.belum for satu in baris]
    skala = SkalaBagan(0, max((satu for satu in belum if satu), default=1), _BATANG, _UJUNG)
    batang: dict[str, list[tuple[float, float, float]]] = {"bu": [], "bd": []}
    _nomor_baris(bidang, baris, atas)
    for nomor, satu in enumerate(baris):
        y, sisa = atas + _BARIS * nomor + 11, satu.indikator.belum
        teratas = nomor < _TERATAS
        kelas = "n" if teratas and sisa else ""
        _nama_baris(bidang, satu.indikator.nama, y, kelas)
        if sisa is not None:
            x = skala.letak(sisa)
            batang["bu" if teratas else "bd"].append((_BATANG, y, x - _BATANG))
            bidang.tulis(x + 5, y + 4, angka(sisa), kelas)
    for kelas, ruas in batang.items():
        bidang.ruas([satu for satu in ruas if satu[2]], 14, kelas)


def _nama_baris(bidang: Bidang, nama: str, y: float, kelas: str) -> None:
    """Nama sebaris; yang tidak muat menjadi dua baris kecil."""
    tebal = bool(kelas)
    baris = lipat_piksel(nama_bagan(nama), _LABEL, tebal=tebal, paling_banyak=1)
    if any(satu.endswith("…") for satu in baris):
        baris = lipat_piksel(nama_bagan(nama), _LABEL, 11, tebal=tebal, paling_banyak=2)
    bidang.tulis_lipat(24, y, baris, f"{kelas} e".strip() if len(baris) > 1 else kelas, jarak=10.5)


def _nomor_baris(bidang: Bidang, baris: Sequence[_BarisPeta], atas: float) -> None:
    letak: list[tuple[float, float]] = []
    semua = [nama_bagan(satu.indikator.nomor)[:4] for satu in baris]
    for nomor, isi in enumerate(semua):
        letak += [(6 * urut, atas + _BARIS * nomor + 15) for urut in range(len(isi))]
    bidang.huruf(letak, "".join(semua), "k")


def _sebaran(bidang: Bidang, baris: Sequence[_BarisPeta], nilai: NilaiLaporan) -> None:
    """Satu batang tiap indikator: bagian inovasi pada tingkat 3 sampai 0, dan yang tidak mengisi."""
    _kepala_kolom(bidang, nilai, "Banyaknya inovasi menurut tingkat")
    atas = bidang.y + 2
    for nomor, satu in enumerate(baris):
        y = atas + _BARIS * nomor + _BARIS / 2
        banyak = Counter(sel.tingkat for sel in satu.sel)
        skala = SkalaBagan(0, len(satu.sel), _PETA, _PETA + _LEBAR_PETA - 4)
        mulai = 0
        for tingkat in (*reversed(SEMUA_TINGKAT), None):
            isi = banyak[tingkat]
            kiri, kanan = skala.letak(mulai), skala.letak(mulai + isi)
            _ruas(bidang, (kiri, kanan), y, tingkat, isi)
            mulai += isi
    _label_dan_batang(bidang, baris, atas)
    bidang.y = atas + _BARIS * len(baris)


def _ruas(bidang: Bidang, ujung: tuple[float, float], y: float, tingkat: int | None, isi: int) -> None:
    kiri, kanan = ujung
    if not isi:
        return
    if tingkat is not None:
        bidang.ruas([(kiri, y, max(kanan - kiri - 1, 0.6))], 16, f"t{tingkat}")
    if lebar_piksel(str(isi)) + 4 < kanan - kiri:
        bidang.tulis((kiri + kanan) / 2, y + 4, str(isi), "r" if tingkat is None else f"x{tingkat}", "middle")


def _kunci(bidang: Bidang, baris: Sequence[_BarisPeta]) -> None:
    y = bidang.y + 14
    sel = [satu for b in baris for satu in b.sel]
    x = 0.0
    for tingkat in SEMUA_TINGKAT:
        bidang.ruas([(x, y, 16)], 16, f"t{tingkat}")
        bidang.tulis(x + 8, y + 4, str(tingkat), f"x{tingkat}", "middle")
        bidang.tulis(x + 22, y + 4, f"tingkat {tingkat}", "k")
        x += 84
    berpeta = len(baris[0].sel) <= _PALING_BANYAK
    if berpeta and any(satu.tanpa_bukti for satu in sel):
        bidang.kotak(x + 1, y - 7, 14, 14, "tb")
        bidang.tulis(x + 22, y + 4, "diklaim tanpa bukti", "k")
        x += 140
    if any(satu.tingkat is None for satu in sel):
        bidang.tulis(x + 4, y + 4, "·" if berpeta else "", "r")
        bidang.tulis(x + 16, y + 4, "tidak diisi" if berpeta else "sisa: tidak diisi", "k")
    bidang.y = y + 14


def _daftar(bidang: Bidang, inovasi: Sequence[InovasiLaporan]) -> None:
    """Nomor dan nama inovasi dalam tiga kolom."""
    bidang.y += 4
    for awal in range(0, len(inovasi), 3):
        sebaris = [
            lipat_piksel(f"{satu.nomor} {nama_bagan(satu.nama)}", 218, 11, paling_banyak=2)
            for satu in inovasi[awal : awal + 3]
        ]
        for kolom, nama in enumerate(sebaris):
            for nomor, isi in enumerate(nama):
                bidang.tulis(kolom * 229, bidang.y + 11 + 12 * nomor, isi, "k")
        bidang.y += 12 * max(map(len, sebaris)) + 4


def _uraian(nilai: NilaiLaporan, baris: Sequence[_BarisPeta]) -> str:
    if any(satu.indikator.belum for satu in baris):
        isi = "; ".join(f"{nama_bagan(b.indikator.nama)} {angka(b.indikator.belum)}" for b in baris)
        return f"Belum diraih ({nilai.satuan}): {isi}."
    isi = "; ".join(f"{nama_bagan(b.indikator.nama)} {angka(b.indikator.rata_tingkat)}" for b in baris)
    return f"Rata-rata tingkat: {isi}."
