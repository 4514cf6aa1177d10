"""Kosakata rumus: dari jumlah kematangan, banyak inovasi, dan SPD menjadi indeks dan predikat.

Rumus 2023-2026 (paparan BSKDN 2023; dikuatkan hasil Kab. Tegal 2024): indeks = (SPD + jumlah kematangan /
max(pembagi minimal, n) + skor jumlah inovasi) / maksimum × 100. Tahun absolut (2020) menjumlahkan poin.
Tahun 2021 tidak menerbitkan maksimum SPD; ``spd.yaml`` memberikannya.
"""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from indeksinovasi.inti.model.angka import NOL, bulatkan, terbesar_ada
from indeksinovasi.inti.model.hasil import Masukan, RincianRumus
from indeksinovasi.inti.model.ketentuan import Konstanta, nilai_konstanta
from indeksinovasi.inti.model.metode import Metode, Predikat

SERATUS = Fraction(100)


class Ketetapan(NamedTuple):
    """Konstanta rumus yang dipakai satu hitungan; ``None`` berarti aturannya tidak berlaku atau tidak ada."""

    pembagi_minimal: Fraction | None
    ditolak_ikut: bool
    poin: Fraction | None
    maksimum_n: Fraction | None
    urusan_minimal: Fraction | None


def ketetapan(metode: Metode) -> Ketetapan:
    """Konstanta yang dipakai untuk angka utama."""
    rumus = metode.rumus
    jumlah = rumus.jumlah_inovasi
    return Ketetapan(
        pembagi_minimal=nilai_konstanta(rumus.pembagi_minimal),
        ditolak_ikut=rumus.ditolak_ikut_pembagi is not None and rumus.ditolak_ikut_pembagi.nilai,
        poin=nilai_konstanta(jumlah.poin) if jumlah else None,
        maksimum_n=nilai_konstanta(jumlah.maksimum) if jumlah else None,
        urusan_minimal=nilai_konstanta(rumus.urusan_wajib_minimal),
    )


def ketetapan_terburuk(metode: Metode) -> Ketetapan:
    """Kemungkinan yang bersama-sama memberi skor terendah, berapa pun masukannya.

    Konstanta rumus tidak negatif (KTN713), jadi skor turun bila pembagi dan syarat urusan naik, atau poin dan
    banyaknya turun; ``None`` pada poin atau banyaknya berarti tanpa skor jumlah.
    """
    utama, rumus = ketetapan(metode), metode.rumus
    jumlah, saklar = rumus.jumlah_inovasi, rumus.ditolak_ikut_pembagi
    poin = _kemungkinan(jumlah.poin if jumlah else None, utama.poin)
    terbanyak = _kemungkinan(jumlah.maksimum if jumlah else None, utama.maksimum_n)
    return Ketetapan(
        pembagi_minimal=terbesar_ada(_kemungkinan(rumus.pembagi_minimal, utama.pembagi_minimal)),
        ditolak_ikut=utama.ditolak_ikut or (saklar is not None and any(saklar.kemungkinan)),
        poin=_terendah(poin),
        maksimum_n=_terendah(terbanyak),
        urusan_minimal=terbesar_ada(_kemungkinan(rumus.urusan_wajib_minimal, utama.urusan_minimal)),
    )


def _terendah(semua: tuple[Fraction | None, ...]) -> Fraction | None:
    return None if None in semua else min(satu for satu in semua if satu is not None)


def _kemungkinan(konstanta: Konstanta | None, utama: Fraction | None) -> tuple[Fraction | None, ...]:
    return (utama,) if konstanta is None else tuple(dict.fromkeys((utama, *konstanta.kemungkinan)))


def hitung(metode: Metode, masukan: Masukan, tetap: Ketetapan) -> RincianRumus:
    """Terapkan rumus *metode* pada *masukan* dengan konstanta *tetap*."""
    pembagi = masukan.terhitung + (masukan.ditolak if tetap.ditolak_ikut else 0)
    skor_jumlah, terpenuhi = skor_jumlah_inovasi(masukan, tetap)
    dijumlah = metode.rumus.sid.cara == "jumlah"
    if tetap.pembagi_minimal is not None and not dijumlah:
        pembagi = max(int(tetap.pembagi_minimal), pembagi)
    rata = masukan.jumlah_kematangan / pembagi if pembagi else None
    gabungan = masukan.jumlah_kematangan if dijumlah else rata
    sid = None if gabungan is None else gabungan + skor_jumlah
    maksimum = None if metode.skala == "absolut" else maksimum_total(metode, masukan.spd_maksimum)
    total = None if sid is None or masukan.spd is None else masukan.spd + sid
    indeks = None if total is None or maksimum is None else total / maksimum * SERATUS
    return RincianRumus(pembagi, rata, skor_jumlah, terpenuhi, sid, maksimum, total, indeks)


def skor_jumlah_inovasi(masukan: Masukan, tetap: Ketetapan) -> tuple[Fraction, bool | None]:
    """Skor jumlah inovasi (poin) dan apakah aturan urusan wajib terpenuhi (``None`` bila tahun itu tidak
    mengaturnya).
    """
    terpenuhi = None
    if tetap.urusan_minimal is not None:
        terpenuhi = masukan.urusan_terisi is None or masukan.urusan_terisi >= tetap.urusan_minimal
    if tetap.poin is None or tetap.maksimum_n is None or terpenuhi is False:
        return NOL, terpenuhi
    return min(Fraction(masukan.terhitung), tetap.maksimum_n) * tetap.poin, terpenuhi


def maksimum_total(metode: Metode, spd_maksimum: Fraction | None) -> Fraction | None:
    """Skor tertinggi yang menjadi 100: yang terbit, atau jumlah bagiannya; ``None`` bila tidak diketahui."""
    total = nilai_konstanta(metode.maksimum.total)
    if total is not None:
        return total
    sid = nilai_konstanta(metode.maksimum.sid_indikator)
    if sid is None or spd_maksimum is None:
        return None
    return spd_maksimum + sid + (nilai_konstanta(metode.maksimum.jumlah_inovasi) or NOL)


def ukuran(metode: Metode, rincian: RincianRumus) -> Fraction | None:
    """Bilangan yang menentukan predikat, belum dibulatkan: indeks, atau skor total pada skala absolut."""
    return rincian.total if metode.skala == "absolut" else rincian.indeks


def terbulat(nilai: Fraction) -> Fraction:
    """Skor akhir: dua desimal, setengah ke atas. Predikat diambil dari bilangan ini."""
    return Fraction(bulatkan(nilai, 2))


def rentang(metode: Metode, masukan: tuple[Masukan, ...]) -> tuple[Fraction, Fraction] | None:
    """Skor terendah dan tertinggi, belum dibulatkan, atas semua kemungkinan konstanta dan *masukan*;
    ``None`` bila tak dapat dihitung.
    """
    dapat = [nilai for satu in dict.fromkeys(masukan) for nilai in _ujung(metode, satu)]
    return (min(dapat), max(dapat)) if dapat else None


def _ujung(metode: Metode, masukan: Masukan) -> tuple[Fraction, ...]:
    """Nilai terendah dan tertinggi satu *masukan*; kosong bila tak dapat dihitung.

    Skor adalah jumlah dua bagian yang tidak berbagi konstanta, kematangan dan jumlah inovasi, jadi ujungnya
    jumlah ujung keduanya; gabungan semua kemungkinan tidak perlu disusun.
    """
    maksimum = None if metode.skala == "absolut" else maksimum_total(metode, masukan.spd_maksimum)
    kematangan = _kematangan_mungkin(metode, masukan)
    if masukan.spd is None or not kematangan or (maksimum is None and metode.skala != "absolut"):
        return ()
    jumlah = _skor_jumlah_mungkin(metode, masukan)
    total = (masukan.spd + pilih(kematangan) + pilih(jumlah) for pilih in (min, max))
    return tuple(satu if maksimum is None else satu / maksimum * SERATUS for satu in total)


def _kematangan_mungkin(metode: Metode, masukan: Masukan) -> list[Fraction]:
    if metode.rumus.sid.cara == "jumlah":
        return [masukan.jumlah_kematangan]
    rumus, utama = metode.rumus, ketetapan(metode)
    saklar = rumus.ditolak_ikut_pembagi
    banyak = {
        masukan.terhitung + (masukan.ditolak if ikut else 0)
        for ikut in {utama.ditolak_ikut, *(saklar.kemungkinan if saklar else ())}
    }
    minimal = {int(satu or 0) for satu in _kemungkinan(rumus.pembagi_minimal, utama.pembagi_minimal)}
    pembagi = {max(satu, terkecil) for satu in banyak for terkecil in minimal}
    return [masukan.jumlah_kematangan / satu for satu in pembagi if satu]


def _skor_jumlah_mungkin(metode: Metode, masukan: Masukan) -> list[Fraction]:
    rumus, utama = metode.rumus, ketetapan(metode)
    jumlah = rumus.jumlah_inovasi
    # Batas urusan hanya menentukan skor penuh atau nol: dua wakil cukup.
    urusan = {
        skor_jumlah_inovasi(masukan, utama._replace(urusan_minimal=satu))[1]: satu
        for satu in _kemungkinan(rumus.urusan_wajib_minimal, utama.urusan_minimal)
    }
    return [
        skor_jumlah_inovasi(masukan, Ketetapan(None, False, poin, terbanyak, minimal))[0]
        for poin in _kemungkinan(jumlah.poin if jumlah else None, utama.poin)
        for terbanyak in _kemungkinan(jumlah.maksimum if jumlah else None, utama.maksimum_n)
        for minimal in urusan.values()
    ]


def predikat_mungkin(metode: Metode, bawah: Fraction, atas: Fraction) -> tuple[str, ...]:
    """Predikat yang mungkin untuk skor terbulat di [bawah, atas], terbaik lebih dulu, memperhitungkan batas
    yang tidak pasti.
    """
    hasil = []
    batas_lebih_baik: Fraction | None = None
    for satu in metode.predikat:
        batas = _batas(satu)
        tercapai = batas is None or (atas > batas[0] if batas[1] else atas >= batas[0])
        if tercapai and (batas_lebih_baik is None or bawah < batas_lebih_baik):
            hasil.append(satu.nama)
        if batas is not None:
            batas_lebih_baik = batas[2] if batas_lebih_baik is None else min(batas[2], batas_lebih_baik)
    return tuple(hasil)


def bawah_predikat(metode: Metode, nilai: Fraction) -> Fraction:
    """Bilangan terendah yang menentukan predikat skor *nilai* (belum dibulatkan).

    Biasanya skor terbulat; bila yang belum dibulatkan mungkin dipakai, yang lebih kecil dari keduanya.
    """
    pembulatan = metode.rumus.pembulatan
    ragu = pembulatan is not None and "tak_terbulat" in pembulatan.kemungkinan
    return min(nilai, terbulat(nilai)) if ragu else terbulat(nilai)


def predikat(metode: Metode, nilai: Fraction) -> str | None:
    """Predikat untuk skor terbulat *nilai*; ``None`` bila batas yang tidak pasti membuatnya lebih dari
    satu.
    """
    if all(satu.mulai.nilai is not None for satu in metode.predikat):
        return next((satu.nama for satu in metode.predikat if nilai >= (satu.mulai.nilai or NOL)), None)
    mungkin = predikat_mungkin(metode, nilai, nilai)
    return mungkin[0] if len(mungkin) == 1 else None


def _batas(predikat: Predikat) -> tuple[Fraction, bool, Fraction] | None:
    """Batas bawah terendah, apakah terbuka, dan batas bawah tertinggi; ``None`` bila tidak diketahui."""
    if predikat.mulai.nilai is None and predikat.di_antara:
        return predikat.di_antara.lebih_dari, True, predikat.di_antara.paling_banyak
    semua = [satu for satu in (predikat.mulai.nilai, *predikat.mulai.kemungkinan) if satu is not None]
    return (min(semua), False, max(semua)) if semua else None
