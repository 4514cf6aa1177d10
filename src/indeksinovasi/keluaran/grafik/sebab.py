"""Sebab: air terjun dari indeks tahun pembanding ke indeks tahun laporan.

Aturan lebih dahulu, lalu yang menurunkan, lalu yang menaikkan. Ujungnya titik, bukan batang, karena sumbunya
dipotong.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from indeksinovasi.inti.ejaan import deretan
from indeksinovasi.inti.model.angka import bulatkan
from indeksinovasi.inti.model.batas_predikat import batas_milik
from indeksinovasi.inti.model.laporan import Laporan, PerubahanLaporan, SisiPerubahan
from indeksinovasi.keluaran.grafik.bidang import LEBAR_BAGAN, BaganSvg, Bidang, jadikan
from indeksinovasi.keluaran.grafik.huruf import lebar_piksel, lipat_piksel, nama_bagan
from indeksinovasi.keluaran.grafik.kalimat import awal_besar, sumber
from indeksinovasi.keluaran.grafik.pita import kelas_batas
from indeksinovasi.keluaran.grafik.skala import SkalaBagan, langkah_rapi, rangkum
from indeksinovasi.keluaran.teks import angka

_SEBUTAN = {
    "metode": "aturan baru",
    "spd": "SPD",
    "kematangan": "kematangan rata-rata",
    "urusan_wajib": "cakupan urusan wajib",
}
_BARIS = 32
_KIRI, _KANAN = 262.0, 590.0
LangkahSebab = tuple[str, Fraction]


def bagan_sebab(laporan: Laporan) -> BaganSvg | None:
    """``None`` bila tidak ada dua indeks atau skor seskala, atau tidak ada yang berubah."""
    ubah = laporan.perubahan
    if ubah is None or laporan.nilai is None or ubah.dari.skor is None or ubah.ke.skor is None:
        return None
    langkah = urutan_sebab(ubah)
    if not langkah:
        return None
    judul = judul_sebab(ubah)
    bidang = Bidang()
    ukuran = "skor" if laporan.nilai.metode.skala == "absolut" else "indeks"
    bawah, atas = _batas_sumbu(ubah, langkah)
    skala = SkalaBagan(bawah, atas, _KIRI, _KANAN)
    nama = nama_bagan(laporan.daerah.nama)
    bidang.kepala(
        judul,
        f"Uraian perubahan {ukuran} {nama} {ubah.dari.label} ke {ubah.ke.label} (poin), dasar "
        f"{laporan.nilai.dasar}; sumbu {angka(bawah, 0)}–{angka(atas, 0)}",
    )
    _air_terjun(bidang, ubah, langkah, skala, ukuran)
    jarak = kalimat_jarak(ubah)
    if jarak:
        for baris in lipat_piksel(jarak, LEBAR_BAGAN - 8, tebal=True):
            bidang.tulis(0, bidang.y + 14, baris, "n")
            bidang.y += 17
    bidang.kaki(_kaki(laporan, ubah))
    return jadikan(bidang, "sebab", judul, _uraian(ubah, langkah))


def urutan_sebab(ubah: PerubahanLaporan) -> tuple[LangkahSebab, ...]:
    """Sebab dari 0,01 poin: aturan, yang menurunkan, lalu yang menaikkan, masing-masing dari yang besar."""
    tampak = [(s.faktor, s.nilai) for s in ubah.sebab if bulatkan(s.nilai, 2)]
    return tuple(sorted(tampak, key=lambda satu: (satu[0] != "metode", satu[1] > 0, -abs(satu[1]), satu[0])))


def judul_sebab(ubah: PerubahanLaporan) -> str:
    """Pesan dari sebab terbesar searah perubahan, dan yang menahannya."""
    assert ubah.dari.skor is not None
    assert ubah.ke.skor is not None
    selisih = ubah.ke.skor - ubah.dari.skor
    turun = _terbesar(ubah, -1)
    naik = _terbesar(ubah, 1)
    if not selisih and not (naik and turun):
        return "Indeks tidak berubah"
    if not selisih:
        return awal_besar(f"{deretan(naik)} mengimbangi {deretan(turun)}")
    searah, lawan = (naik, turun) if selisih > 0 else (turun, naik)
    if not searah:
        return f"Perubahan dari {ubah.dari.label} ke {ubah.ke.label} terlalu kecil untuk diuraikan"
    kerja = "menaikkan" if selisih > 0 else "menekan"
    tahan = f"; {deretan(lawan[:1])} menahannya" if lawan else ""
    return awal_besar(f"{deretan(searah)} {kerja} indeks{tahan}")


def _terbesar(ubah: PerubahanLaporan, arah: int) -> list[str]:
    """Paling banyak dua sebab searah, tanpa yang kecil di samping yang terbesar."""
    calon = sorted((s for s in ubah.sebab if bulatkan(s.nilai * arah, 2) > 0), key=lambda s: -s.nilai * arah)
    besar = [s for s in calon[:2] if abs(s.nilai) * 3 >= abs(calon[0].nilai)]
    return [_SEBUTAN.get(s.faktor) or _sebut_jumlah(ubah, arah) for s in besar]


def _sebut_jumlah(ubah: PerubahanLaporan, arah: int) -> str:
    """Yang berubah pada banyaknya inovasi dan dapat menggerakkan indeks ke *arah* itu."""
    ditolak = ubah.ke.ditolak - ubah.dari.ditolak
    terhitung = ubah.ke.terhitung - ubah.dari.terhitung
    if ditolak * arah < 0:
        return "penolakan yang berkurang" if arah > 0 else "penolakan yang bertambah"
    if terhitung * arah > 0:
        return "inovasi yang bertambah" if arah > 0 else "inovasi yang berkurang"
    return "banyaknya inovasi"


def _batas_sumbu(ubah: PerubahanLaporan, langkah: Sequence[LangkahSebab]) -> tuple[int, int]:
    nilai = list(_tangga(ubah, langkah))
    nilai += [m for sisi in (ubah.dari, ubah.ke) if (m := _batas_dekat(ubah, sisi)) is not None]
    return rangkum(nilai, langkah_rapi(max(nilai) - min(nilai), 6), Fraction(1, 2))


def _tangga(ubah: PerubahanLaporan, langkah: Sequence[LangkahSebab]) -> Iterator[Fraction]:
    letak = ubah.dari.skor or Fraction(0)
    yield letak
    for _, nilai in langkah:
        letak += nilai
        yield letak
    yield ubah.ke.skor or Fraction(0)


def _batas_dekat(ubah: PerubahanLaporan, sisi: SisiPerubahan) -> Fraction | None:
    """Batas predikat sisi akhir menurut tahun *sisi*, bila cukup dekat untuk digambar."""
    batas = batas_milik(sisi.batas, ubah.ke.predikat)
    ambang = batas.ambang if batas else None
    if ambang is None or sisi.skor is None:
        return None
    return ambang if abs(ambang - sisi.skor) <= 20 else None


def _air_terjun(
    bidang: Bidang, ubah: PerubahanLaporan, langkah: Sequence[LangkahSebab], skala: SkalaBagan, ukuran: str
) -> None:
    atas = bidang.y + 34
    tangga = list(_tangga(ubah, langkah))
    _ujung(bidang, atas, ubah.dari, ukuran, skala)
    _batas(bidang, ubah, ubah.dari, skala, (atas - 24, atas + 20), "atas")
    for nomor, (faktor, nilai) in enumerate(langkah):
        y = atas + _BARIS * (nomor + 1)
        dari, ke = skala.letak(tangga[nomor]), skala.letak(tangga[nomor + 1])
        bidang.garis("lh", (dari, y - _BARIS + 6), (dari, y - 9))
        kelas = "iu" if nilai > 0 else "iw"
        bidang.kotak(min(dari, ke), y - 9, max(abs(ke - dari), 1), 18, kelas)
        _label_langkah(bidang, y, (dari, ke), nilai)
        nama = lipat_piksel(nama_langkah(faktor, ubah), _KIRI - 12, paling_banyak=2)
        bidang.tulis_lipat(0, y, nama, jarak=13)
    akhir = atas + _BARIS * (len(langkah) + 1)
    x = skala.letak(tangga[-2])
    bidang.garis("lh", (x, akhir - _BARIS + 9), (x, akhir - 6))
    _ujung(bidang, akhir, ubah.ke, ukuran, skala)
    _batas(bidang, ubah, ubah.ke, skala, (akhir - 20, akhir + 24), "bawah")
    bidang.y = akhir + 32


def _ujung(bidang: Bidang, y: float, sisi: SisiPerubahan, ukuran: str, skala: SkalaBagan) -> None:
    assert sisi.skor is not None
    x = skala.letak(sisi.skor)
    bidang.tulis(0, y + 4, f"{awal_besar(ukuran)} {sisi.label}", "n")
    bidang.titik(x, y, "iu", 6)
    bidang.tulis(x + 12, y + 4, angka(sisi.skor), "n")


def _label_langkah(bidang: Bidang, y: float, ujung: tuple[float, float], nilai: Fraction) -> None:
    teks = f"{'▲ +' if nilai > 0 else '▼ −'}{angka(abs(nilai))}"
    kiri, kanan = min(ujung), max(ujung)
    ruang = lebar_piksel(teks, tebal=True) + 8
    di_kiri = nilai < 0 and kiri - ruang > _KIRI - 6
    kelas = "u" if nilai > 0 else "w"
    bidang.tulis(
        *((kiri - 6, y + 4) if di_kiri else (kanan + 6, y + 4)), teks, kelas, "end" if di_kiri else ""
    )


def _batas(
    bidang: Bidang,
    ubah: PerubahanLaporan,
    sisi: SisiPerubahan,
    skala: SkalaBagan,
    tegak: tuple[float, float],
    letak: str,
) -> None:
    nilai = _batas_dekat(ubah, sisi)
    if nilai is None:
        return
    milik = batas_milik(sisi.batas, ubah.ke.predikat)
    assert milik is not None
    x = skala.letak(nilai)
    bidang.garis(kelas_batas(pasti=milik.pasti), (x, tegak[0]), (x, tegak[1]))
    teks = f"batas {nama_bagan(milik.nama)} {sisi.tahun}: {angka(nilai)}"
    y = tegak[0] + 8 if letak == "atas" else tegak[1] - 1
    di_kiri = x - lebar_piksel(teks, 11) - 8 > 150
    bidang.tulis(x - 5 if di_kiri else x + 5, y, teks, "k", "end" if di_kiri else "")


def nama_langkah(faktor: str, ubah: PerubahanLaporan) -> str:
    """Sebab beserta angka yang berubah."""
    dari, ke = ubah.dari, ubah.ke
    match faktor:
        case "metode":
            return f"Metode {ke.metode} (bobot dan syarat)"
        case "spd":
            return f"SPD: {angka(dari.spd)} menjadi {angka(ke.spd)}"
        case "urusan_wajib":
            return f"Urusan wajib: {dari.urusan} menjadi {ke.urusan} dari {ke.urusan_semua}"
        case "kematangan":
            return "Kematangan rata-rata per inovasi"
        case _:
            return _nama_jumlah(dari, ke)


def _nama_jumlah(dari: SisiPerubahan, ke: SisiPerubahan) -> str:
    bagian = []
    if dari.terhitung != ke.terhitung:
        bagian.append(f"terhitung {dari.terhitung} menjadi {ke.terhitung}")
    if dari.ditolak != ke.ditolak:
        bagian.append(f"ditolak atau tidak layak {dari.ditolak} menjadi {ke.ditolak}")
    return f"Inovasi {', '.join(bagian)}" if bagian else "Banyaknya inovasi"


def kalimat_jarak(ubah: PerubahanLaporan) -> str | None:
    """Bagaimana jarak ke batas predikat sekarang berubah; ``None`` bila batasnya tidak diketahui."""
    lama, baru = (batas_milik(sisi.batas, ubah.ke.predikat) for sisi in (ubah.dari, ubah.ke))
    dari, ke = ubah.dari.skor, ubah.ke.skor
    if lama is None or baru is None or dari is None or ke is None:
        return None
    if lama.mulai is None or baru.ambang is None:
        return None
    awal, akhir = dari - lama.mulai, ke - baru.ambang
    nama = nama_bagan(baru.nama)
    if awal < 0:
        return f"Batas {nama} terlewati: {angka(akhir)} poin di atasnya."
    if awal == akhir:
        return f"Jarak ke batas {nama} tetap {angka(akhir)} poin."
    gerak = "menyusut" if akhir < awal else "melebar"
    geser = baru.ambang - lama.mulai
    sebab = ", terutama karena batasnya naik" if geser * 2 > awal - akhir > 0 else ""
    return f"Jarak ke batas {nama} {gerak} dari {angka(awal)} menjadi {angka(akhir)} poin{sebab}."


def _kaki(laporan: Laporan, ubah: PerubahanLaporan) -> Iterator[str]:
    yield "Tiap angka dibulatkan sendiri; jumlah bagian dapat berselisih 0,01 dari selisih indeks."
    assert laporan.nilai is not None
    kosong = ubah.tahun_kosong
    tanpa = f" Data {deretan([str(satu) for satu in kosong])} tidak ada." if kosong else ""
    yield f"{sumber(nama_bagan(laporan.daerah.nama), laporan.nilai.metode)}{tanpa}"


def _uraian(ubah: PerubahanLaporan, langkah: Sequence[LangkahSebab]) -> str:
    isi = "; ".join(
        f"{nama_langkah(faktor, ubah)} {'+' if nilai > 0 else '−'}{angka(abs(nilai))}"
        for faktor, nilai in langkah
    )
    awal = f"Dari {angka(ubah.dari.skor)} ({ubah.dari.label})"
    return f"{awal}: {isi}; menjadi {angka(ubah.ke.skor)} ({ubah.ke.label})."
