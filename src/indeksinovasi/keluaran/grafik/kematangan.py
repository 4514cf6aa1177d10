"""Kematangan: sebaran semua inovasi terhitung, lalu klaim, bukti, dan verifikasi tiap inovasi.

Lebih dari 25 inovasi: hanya sebaran, dengan lima teratas dan lima terbawah bernama.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from indeksinovasi.inti.model.angka import NOL, jumlah_ada
from indeksinovasi.inti.model.laporan import InovasiLaporan, Laporan, NilaiLaporan
from indeksinovasi.keluaran.grafik.bidang import LEBAR_BAGAN, BaganSvg, Bidang, jadikan
from indeksinovasi.keluaran.grafik.huruf import lebar_piksel, lipat_piksel, nama_bagan
from indeksinovasi.keluaran.grafik.kalimat import awal_besar, bilangan, sumber
from indeksinovasi.keluaran.grafik.skala import SkalaBagan
from indeksinovasi.keluaran.teks import angka, angka_rapi

_PALING_BANYAK = 25
UJUNG = 5
_NAMA_GOLONGAN = {
    "draf": "draf",
    "ditolak": "ditolak",
    "tidak_layak": "tidak layak",
    "tak_terbaca": "tidak terbaca",
}
_LABEL = 262.0
_KIRI, _KANAN = 292.0, 644.0
_TITIK = 4.4
_BERMAKNA = 20
"""Selisih berbukti dan terverifikasi (poin) yang diberi garis dan angka."""


def bagan_kematangan(laporan: Laporan) -> BaganSvg | None:
    """``None`` bila tidak ada inovasi terhitung."""
    nilai = laporan.nilai
    semua = [satu for satu in nilai.inovasi if satu.terhitung] if nilai else []
    if nilai is None or not semua:
        return None
    judul = _judul(nilai, semua)
    bidang = Bidang()
    bidang.kepala(judul, _keterangan(laporan, nilai, len(semua)))
    puncak = [angka for satu in semua for angka in (satu.klaim, satu.kematangan) if angka is not None]
    skala = SkalaBagan(0, max(nilai.metode.maksimum_kematangan or 1, *puncak, 1), _KIRI, _KANAN)
    utuh = len(semua) <= _PALING_BANYAK
    awal, akhir = (semua, []) if utuh else (semua[:UJUNG], semua[-UJUNG:])
    digambar = [*awal, *akhir]
    atas = bidang.y
    _sebaran(bidang, semua, skala)
    mulai = bidang.y
    for satu in awal:
        _baris(bidang, satu, nilai, skala)
    if not utuh:
        antara = f"{len(semua) - len(digambar)} inovasi di antaranya: lihat sebaran di atas"
        bidang.tulis(20, bidang.y + 14, antara, "k")
        bidang.y += 20
    for satu in akhir:
        _baris(bidang, satu, nilai, skala)
    _kisi(bidang, skala, (mulai, bidang.y))
    _rata_rata(bidang, semua, skala, (atas, bidang.y))
    _kunci(bidang, digambar, nilai)
    _tidak_dihitung(bidang, nilai)
    bidang.kaki([sumber(nama_bagan(laporan.daerah.nama), nilai.metode)])
    return jadikan(bidang, "kematangan", judul, _uraian(nilai, digambar, terputus=not utuh))


def _keterangan(laporan: Laporan, nilai: NilaiLaporan, banyak: int) -> str:
    penuh = nilai.metode.maksimum_kematangan
    paling = f", paling tinggi {angka_rapi(penuh)}" if penuh else ""
    siapa = f"{banyak} inovasi terhitung {nama_bagan(laporan.daerah.nama)}"
    return f"Kematangan {siapa}, {laporan.tahun} (poin{paling}), dasar {nilai.dasar}"


def penahan(nilai: NilaiLaporan) -> tuple[InovasiLaporan, ...]:
    """Inovasi yang bersama menahan sembilan persepuluh poin yang belum diverifikasi.

    Kosong bila lebih dari lima, bila semuanya, atau bila pemeriksaan belum dimulai.
    """
    terhitung = [satu for satu in nilai.inovasi if satu.terhitung]
    urut = sorted(terhitung, key=lambda satu: (-satu.menunggu, satu.nomor))
    total = jumlah_ada(satu.menunggu for satu in urut)
    if nilai.dasar == "klaim" or not nilai.baris_terverifikasi or total < _BERMAKNA:
        return ()
    for banyak in range(1, min(5, len(urut) - 1) + 1):
        if jumlah_ada(satu.menunggu for satu in urut[:banyak]) * 10 >= total * 9:
            return tuple(urut[:banyak])
    return ()


def _judul(nilai: NilaiLaporan, semua: Sequence[InovasiLaporan]) -> str:
    if menahan := penahan(nilai):
        poin = angka_rapi(jumlah_ada(satu.menunggu for satu in menahan), 2)
        siapa = awal_besar(f"{bilangan(len(menahan))} inovasi menahan {poin} poin")
        return f"{siapa} kematangan yang belum diverifikasi"
    tanpa = [lebih for satu in semua if (lebih := _tanpa_bukti(satu)) > 0]
    if nilai.dasar == "berbukti" and tanpa:
        siapa = f"{bilangan(len(tanpa))} inovasi mengklaim"
        return awal_besar(f"{siapa} {angka_rapi(jumlah_ada(tanpa), 2)} poin kematangan tanpa bukti")
    atas, bawah = semua[0], semua[-1]
    if len(semua) == 1:
        return f"Kematangan {nama_bagan(atas.nama)}: {angka_rapi(atas.kematangan, 2)} poin"
    kisaran = f"dari {angka_rapi(bawah.kematangan, 2)} sampai {angka_rapi(atas.kematangan, 2)} poin"
    return f"Kematangan rata-rata {angka(_rata(semua))}, {kisaran}"


def _tanpa_bukti(satu: InovasiLaporan) -> Fraction:
    """Poin yang diklaim di atas kematangannya pada dasar terpilih."""
    return (satu.klaim or NOL) - (satu.kematangan or NOL)


def _rata(semua: Sequence[InovasiLaporan]) -> Fraction:
    return jumlah_ada(satu.kematangan for satu in semua) / len(semua)


def _sebaran(bidang: Bidang, semua: Sequence[InovasiLaporan], skala: SkalaBagan) -> None:
    """Satu titik satu inovasi, bertumpuk bila berdekatan; makin rapat bila inovasinya banyak."""
    tumpuk: dict[int, int] = {}
    letak: list[tuple[float, int]] = []
    for satu in semua:
        x = skala.letak(satu.kematangan or 0)
        tempat = round((x - _KIRI) / (2 * _TITIK + 0.6))
        tingkat = tumpuk.get(tempat, 0)
        tumpuk[tempat] = tingkat + 1
        letak.append((_KIRI + tempat * (2 * _TITIK + 0.6), tingkat))
    tinggi = max(tumpuk.values())
    jarak = min(2 * _TITIK + 1.2, 150 / tinggi)
    dasar = bidang.y + 26 + max(jarak * (tinggi - 1), 14)
    bidang.titik_banyak([(x, dasar - jarak * tingkat) for x, tingkat in letak], "iu", _TITIK)
    bidang.tulis(0, dasar + 2, "Sebaran (satu titik satu inovasi)", "r")
    bidang.garis("g", (_KIRI, dasar + 7), (_KANAN + 8, dasar + 7))
    for tanda in skala.tanda():
        bidang.tulis(skala.letak(tanda), dasar + 20, str(tanda), "k", "middle")
    bidang.y = dasar + 28


def _kisi(bidang: Bidang, skala: SkalaBagan, tegak: tuple[float, float]) -> None:
    d = [(skala.letak(satu), tegak) for satu in skala.tanda()]
    for x, (atas, bawah) in d:
        bidang.garis("g", (x, atas), (x, bawah))


def _rata_rata(
    bidang: Bidang, semua: Sequence[InovasiLaporan], skala: SkalaBagan, tegak: tuple[float, float]
) -> None:
    if len(semua) < 2:
        return
    rata = _rata(semua)
    x = skala.letak(rata)
    bidang.garis("bt", (x, tegak[0] + 6), (x, tegak[1]))
    bidang.tulis(x - 5, tegak[0] + 12, f"rata-rata {angka(rata)}", "k", "end")


def _baris(bidang: Bidang, satu: InovasiLaporan, nilai: NilaiLaporan, skala: SkalaBagan) -> None:
    nama = lipat_piksel(nama_bagan(satu.nama), _LABEL, paling_banyak=3)
    tinggi = 13 * len(nama) + 8
    y = bidang.y + tinggi / 2
    bidang.tulis(0, y + 4 - 6.5 * (len(nama) - 1), str(satu.nomor), "k")
    bidang.tulis_lipat(20 if satu.nomor < 100 else 26, y, nama, jarak=13)
    _tanda(bidang, satu, nilai, skala, y)
    bidang.y += tinggi


def _tanda(bidang: Bidang, satu: InovasiLaporan, nilai: NilaiLaporan, skala: SkalaBagan, y: float) -> None:
    pokok = satu.kematangan or NOL
    x = skala.letak(pokok)
    ujung = x
    diperiksa = nilai.dasar == "berbukti" and nilai.baris_terverifikasi > 0 and not satu.siap_pakai
    if diperiksa and satu.terverifikasi not in (None, pokok):
        _verifikasi(bidang, satu.terverifikasi, pokok, skala, y)
    if satu.klaim is not None and satu.klaim > pokok:
        ujung = skala.letak(satu.klaim)
        bidang.garis("lm", (x, y), (ujung, y))
    if nilai.dasar == "terverifikasi":
        bidang.wajik(x, y, "ko", 4.5)
    else:
        bidang.titik(x, y)
    bidang.tulis(ujung + 9, y + 4, angka_rapi(pokok, 2), "n")


def _verifikasi(bidang: Bidang, verifikasi: Fraction, pokok: Fraction, skala: SkalaBagan, y: float) -> None:
    kiri, kanan = skala.letak(verifikasi), skala.letak(pokok)
    besar = pokok - verifikasi >= _BERMAKNA
    bidang.garis("lw" if besar else "lh", (kiri, y), (kanan, y))
    bidang.wajik(kiri, y, "kw" if besar else "ko", 4.5)
    if not besar:
        return
    teks = f"terverifikasi {angka_rapi(verifikasi, 2)}"
    ruang = lebar_piksel(teks, tebal=True)
    if kiri - 8 - ruang >= _KIRI:
        bidang.tulis(kiri - 8, y + 4, teks, "w", "end")
    elif kanan - kiri > ruang + 20:
        bidang.tulis(kiri + 8, y - 3, teks, "w")


def _kunci(bidang: Bidang, digambar: Sequence[InovasiLaporan], nilai: NilaiLaporan) -> None:
    y = bidang.y + 14
    x = 6.0
    if nilai.dasar != "klaim" and nilai.baris_terverifikasi:
        bidang.wajik(x, y - 4, "ko", 4.5)
        bidang.tulis(x + 10, y, "terverifikasi", "k")
        x += 90
    if nilai.dasar != "terverifikasi":
        bidang.titik(x, y - 4)
        bidang.tulis(x + 9, y, nilai.dasar, "k")
        x += 64
    if any(_tanpa_bukti(satu) > 0 for satu in digambar):
        bidang.garis("lm", (x, y - 4), (x + 16, y - 4))
        bidang.tulis(x + 21, y, "klaim tanpa bukti" if nilai.dasar == "berbukti" else "klaim", "k")
    bidang.y = y + 4


def _tidak_dihitung(bidang: Bidang, nilai: NilaiLaporan) -> None:
    luar = [satu for satu in nilai.inovasi if not satu.terhitung]
    if not luar or len(nilai.inovasi) > _PALING_BANYAK:
        return
    y = bidang.y + 16
    bidang.tulis(0, y, "Tidak dihitung:", "n")
    isi = " · ".join(f"{nama_bagan(satu.nama)} ({_NAMA_GOLONGAN[satu.golongan]})" for satu in luar)
    for nomor, baris in enumerate(lipat_piksel(isi, LEBAR_BAGAN - 104, paling_banyak=4)):
        bidang.tulis(96, y + 15 * nomor, baris)
        bidang.y = y + 15 * nomor + 4


def _uraian(nilai: NilaiLaporan, digambar: Sequence[InovasiLaporan], *, terputus: bool) -> str:
    return f"Kematangan {nilai.dasar}: {'; '.join(_butir(digambar, terputus))}."


def _butir(digambar: Sequence[InovasiLaporan], terputus: bool) -> Iterator[str]:
    for nomor, satu in enumerate(digambar):
        if terputus and nomor == UJUNG:
            yield "…"
        yield f"{nama_bagan(satu.nama)} {angka_rapi(satu.kematangan, 2)}"
