"""Tren: indeks tiap tahun di atas pita predikat tahunnya sendiri; hanya tahun berskala 0-100.

Batas yang berpindah tampak sebagai anak tangga. Tahun tanpa data adalah celah; garis tidak melewatinya.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from indeksinovasi.inti.ejaan import deretan
from indeksinovasi.inti.model.angka import rentang_nyata
from indeksinovasi.inti.model.batas_predikat import BatasPredikat, batas_milik
from indeksinovasi.inti.model.laporan import Laporan, PitaTahun, TitikDeret
from indeksinovasi.keluaran.grafik.bidang import LEBAR_BAGAN, LEBAR_SEMPIT, BaganSvg, Bidang, jadikan
from indeksinovasi.keluaran.grafik.huruf import lebar_piksel, lipat_piksel, nama_bagan
from indeksinovasi.keluaran.grafik.kalimat import kelas_pita
from indeksinovasi.keluaran.grafik.skala import SkalaBagan, rangkum
from indeksinovasi.keluaran.grafik.tren_judul import TandaTren, judul_tren
from indeksinovasi.keluaran.teks import angka

NAMA_ASAL = {
    "hitungan": "hitungan atas catatan",
    "mandiri": "penilaian mandiri terbit",
    "sementara": "hasil sementara terbit",
    "final": "hasil final terbit",
    "tidak_diketahui": "hasil terbit, jenis tidak disebut",
}
_LABEL_ASAL = {
    "mandiri": "penilaian mandiri",
    "sementara": "hasil sementara",
    "final": "hasil final",
    "tidak_diketahui": "hasil terbit",
}
_KIRI = 26.0
_KANAN = {LEBAR_BAGAN: 552.0, LEBAR_SEMPIT: 252.0}
_TINGGI = {LEBAR_BAGAN: 260, LEBAR_SEMPIT: 196}
_TERSEMPIT = 32
"""Lebar satu tahun paling sedikit, supaya angkanya tidak bertumpuk."""
_JARAK_LABEL = 13
_RAPAT = 30
"""Dua tanda yang lebih dekat dari ini: angka yang di atas ditulis di sampingnya."""
_TAHUN_PADAT = 10
"""Deret yang lebih panjang hanya memberi label pada angka utama tiap tahun."""


class _Gambar(NamedTuple):
    """Bahan gambar: tahun dari yang pertama, tanda menurut tahun, dan skala tegaknya."""

    tahun: range
    tanda: tuple[TandaTren, ...]
    pita: tuple[PitaTahun, ...]
    tegak: SkalaBagan
    lebar: float
    kanan: float
    sempit: bool

    def tengah(self, tahun: int) -> float:
        return _KIRI + (tahun - self.tahun[0] + 0.5) * self.lebar

    def milik(self, tahun: int) -> list[TandaTren]:
        """Tanda *tahun*, yang tertinggi lebih dahulu."""
        return sorted((t for t in self.tanda if t.tahun == tahun), key=lambda t: (-t.nilai, not t.utama))


def bagan_tren(laporan: Laporan, lebar: int = LEBAR_BAGAN) -> BaganSvg | None:
    """``None`` bila tidak ada angka berskala 0-100, atau tahunnya terlalu banyak bagi *lebar*."""
    titik = [satu for satu in laporan.deret.titik if satu.skala == "normal" and _terletak(satu)]
    if not titik:
        return None
    tanda = tuple(_tanda(titik, laporan))
    judul = judul_tren(laporan, [satu for satu in tanda if satu.utama])
    bidang = Bidang(lebar=lebar)
    tahun = range(titik[0].tahun, titik[-1].tahun + 1)
    setahun = (_KANAN[lebar] - _KIRI) / len(tahun)
    if lebar != LEBAR_BAGAN and setahun < _TERSEMPIT:
        return None
    bawah, atas = _batas_sumbu(tanda, laporan.deret.pita)
    bidang.kepala(judul, _keterangan(laporan, tahun, (bawah, atas)))
    gambar = _Gambar(
        tahun,
        tanda,
        laporan.deret.pita,
        SkalaBagan(bawah, atas, bidang.y + 10 + _TINGGI[lebar], bidang.y + 10),
        setahun,
        _KANAN[lebar],
        lebar != LEBAR_BAGAN,
    )
    _latar(bidang, gambar)
    _garis(bidang, gambar)
    _angka(bidang, gambar, laporan)
    bidang.y += _TINGGI[lebar] + 28
    bidang.kaki(_kaki(laporan))
    return jadikan(bidang, "tren", judul, _uraian(laporan, titik))


def _terletak(titik: TitikDeret) -> bool:
    """Hasil terbit yang salah tulis dapat berada di luar skala."""
    return titik.skor is not None and 0 <= titik.skor <= 100


def _tanda(titik: Sequence[TitikDeret], laporan: Laporan) -> Iterator[TandaTren]:
    dihitung = any(satu.asal == "hitungan" for satu in titik)
    for satu in titik:
        if satu.asal == "hitungan" or _terbit_utama(satu, titik):
            utama = satu.asal == "hitungan" or not dihitung
            yield TandaTren(satu.tahun, satu.skor or Fraction(0), satu.asal, utama)
    nilai = laporan.nilai
    if nilai and nilai.dasar == "berbukti" and nilai.baris_terverifikasi:
        skor = nilai.tiga_dasar.terverifikasi.skor
        if skor is not None and skor != nilai.skor:
            yield TandaTren(laporan.tahun, skor, "terverifikasi", False)


def _terbit_utama(satu: TitikDeret, titik: Sequence[TitikDeret]) -> bool:
    """Hasil terbit yang mewakili tahunnya; selebihnya hanya di tabel."""
    urutan = ("final", "tidak_diketahui", "sementara", "mandiri", "hitungan")
    setahun = [lain.asal for lain in titik if lain.tahun == satu.tahun]
    return satu.asal == min(setahun, key=urutan.index)


def _batas_sumbu(tanda: Sequence[TandaTren], pita: Sequence[PitaTahun]) -> tuple[int, int]:
    nilai = [satu.nilai for satu in tanda]
    for satu in pita:
        mulai = [batas.mulai for batas in satu.predikat if batas.mulai is not None]
        di_atas = [m for m in mulai if m > min(nilai)]
        di_bawah = [m for m in mulai if m <= max(nilai) and m > 1]
        nilai += [*([min(di_atas)] if di_atas else []), *([max(di_bawah)] if di_bawah else [])]
    bawah, atas = rangkum([*nilai], 10, 5)
    return bawah, min(atas, 100)


def _keterangan(laporan: Laporan, tahun: range, sumbu: tuple[int, int]) -> str:
    masa = str(tahun[0]) if len(tahun) == 1 else f"{tahun[0]}–{tahun[-1]}"
    cara = f", metode {laporan.nilai.metode.nama}" if laporan.nilai and laporan.nilai.metode.lain else ""
    skala = "sumbu 0–100" if sumbu == (0, 100) else f"sumbu {sumbu[0]}–{sumbu[1]} dari skala 0–100"
    return f"Indeks Inovasi Daerah {nama_bagan(laporan.daerah.nama)}, {masa}{cara}; {skala}"


def _latar(bidang: Bidang, gambar: _Gambar) -> None:
    tegak = gambar.tegak
    pita = {satu.tahun: satu.predikat for satu in gambar.pita}
    for tahun in gambar.tahun:
        if tahun in pita:
            _pita(bidang, gambar, tahun, pita[tahun], pita.get(tahun - 1, ()))
    for nilai in tegak.tanda(6):
        bidang.tulis(_KIRI - 5, tegak.letak(nilai) + 4, str(nilai), "k", "end")
    if gambar.tahun[-1] in pita:
        _nama_pita(bidang, gambar, pita[gambar.tahun[-1]])


def _pita(
    bidang: Bidang,
    gambar: _Gambar,
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


def _label_batas(gambar: _Gambar, tahun: int, batas: BatasPredikat, y: float) -> tuple[str, int]:
    """Tulisan sebuah batas dan letaknya terhadap garisnya, yang tidak menimpa angka tahun itu."""
    polos = angka(batas.mulai)
    utuh = polos if batas.pasti else f"{polos} (asumsi)"
    calon = [(isi, sela) for isi in ((polos,) if gambar.sempit else (utuh, polos)) for sela in (-5, 13)]
    return next((satu for satu in calon if _lowong(gambar, tahun, satu[0], y + satu[1])), calon[-1])


def _lowong(gambar: _Gambar, tahun: int, isi: str, y: float) -> bool:
    if lebar_piksel(isi, 11) + 8 < gambar.lebar / 2 - 34:
        return True
    return not any(-40 < y - gambar.tegak.letak(satu.nilai) < 44 for satu in gambar.milik(tahun))


def _nama_pita(bidang: Bidang, gambar: _Gambar, batas: Sequence[BatasPredikat]) -> None:
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


def _garis(bidang: Bidang, gambar: _Gambar) -> None:
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


def _angka(bidang: Bidang, gambar: _Gambar, laporan: Laporan) -> None:
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
        _label(bidang, gambar, (x, ujung), berlabel, disebut)
        akhir = tahun == gambar.tahun[-1]
        teks = f"’{tahun % 100:02d}" if len(gambar.tahun) > 14 else str(tahun)
        bidang.tulis(x, gambar.tegak.awal + 16, teks, "n" if akhir else "", "middle")


def _tanpa_data(bidang: Bidang, gambar: _Gambar, x: float) -> None:
    if not gambar.sempit:
        bidang.tulis(x, gambar.tegak.awal - 11, "tanpa data", "r", "middle")
        return
    # Di atas, supaya tidak bertemu nama deret tahun sebelahnya.
    for nomor, satu in enumerate(("tanpa", "data"), 1):
        bidang.tulis(x, gambar.tegak.akhir + _JARAK_LABEL * nomor, satu, "r", "middle")


def _rentang(bidang: Bidang, gambar: _Gambar, laporan: Laporan, tahun: int) -> float | None:
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
    bidang: Bidang,
    gambar: _Gambar,
    letak: tuple[float, float | None],
    milik: Sequence[TandaTren],
    disebut: set[str],
) -> None:
    """Angka tertinggi berlabel di atas tandanya dan garis rentangnya, selainnya di bawah."""
    x, ujung = letak
    bawah = 0.0
    for nomor, satu in enumerate(milik):
        y = gambar.tegak.letak(satu.nilai)
        kelas = "u" if satu.asal == "hitungan" else "w" if satu.asal == "terverifikasi" else "d"
        nama = _nama_deret(satu.asal) if satu.asal not in disebut else None
        disebut.add(satu.asal)
        if nomor == 0:
            atas = min(y, ujung) if ujung is not None and satu.asal == "hitungan" else y
            bidang.tulis(x, atas - 9, angka(satu.nilai), kelas, "middle")
            if nama and len(milik) + len(gambar.tahun) > 2:
                baris = len(_baris_nama(gambar, nama))
                _tulis_nama(bidang, gambar, (x, atas - 9 - _JARAK_LABEL * baris), nama, kelas)
            bawah = y + 6
            continue
        lanjut = milik[nomor + 1 :]
        if lanjut and gambar.tegak.letak(lanjut[0].nilai) - y < _RAPAT:
            sebut = f" {nama}" if nama and not gambar.sempit else ""
            bidang.tulis(x + 9, y + 4, f"{angka(satu.nilai)}{sebut}", kelas)
            continue
        dasar = max(y + 18, bawah + _JARAK_LABEL)
        bidang.tulis(x, dasar, angka(satu.nilai), kelas, "middle")
        if nama:
            _tulis_nama(bidang, gambar, (x, dasar + _JARAK_LABEL), nama, kelas)
            dasar += _JARAK_LABEL * len(_baris_nama(gambar, nama))
        bawah = dasar


def _tulis_nama(bidang: Bidang, gambar: _Gambar, letak: tuple[float, float], nama: str, kelas: str) -> None:
    """Nama deret mulai *letak* ke bawah; pada bagan sempit ditahan di dalam bidangnya."""
    x, y = letak
    for nomor, satu in enumerate(_baris_nama(gambar, nama)):
        separuh = lebar_piksel(satu, tebal=kelas != "d") / 2
        tengah = min(max(x, _KIRI + 2 + separuh), gambar.kanan - separuh) if gambar.sempit else x
        bidang.tulis(tengah, y + _JARAK_LABEL * nomor, satu, kelas, "middle")


def _baris_nama(gambar: _Gambar, nama: str) -> tuple[str, ...]:
    """Nama deret utuh, atau dilipat antarkata pada bagan sempit."""
    if not gambar.sempit:
        return (nama,)
    terpanjang = max(lebar_piksel(kata, tebal=True) for kata in nama.split())
    return lipat_piksel(nama, max(gambar.lebar + 6, terpanjang))


def _nama_deret(asal: str) -> str:
    return {"hitungan": "hitungan", "terverifikasi": "terverifikasi"}.get(asal) or _LABEL_ASAL[asal]


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
    dihitung = {satu.asal == "hitungan" for satu in titik}
    asal = [nama for nama, milik in (("catatan inovasi", True), ("hasil terbit", False)) if milik in dihitung]
    yield f"Sumber: {' dan '.join(asal)} {nama_bagan(laporan.daerah.nama)}."


def _tidak_digambar(titik: Sequence[TitikDeret]) -> Iterator[str]:
    """Skor berskala absolut tiap tahun, yang tidak punya tempat pada sumbu 0-100."""
    absolut: dict[int, list[str]] = {}
    for satu in titik:
        if satu.skala == "absolut" and satu.skor is not None:
            isi = f"{angka(satu.skor, 0)} poin ({_nama_deret(satu.asal)})"
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
