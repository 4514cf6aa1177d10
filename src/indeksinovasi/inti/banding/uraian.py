"""Selisih dua hasil pada skala yang sama menjadi sumbangan lima faktor, eksak (nilai Shapley atas rumus).

Faktor ``metode`` memindahkan seluruh peraturan: tabel, bobot, konstanta, maksimum, dan aturan urusan wajib.
Karena itu kematangan dan SPD kedua sisi harus diketahui menurut kedua metode (``Silang``); yang tidak
terbaca menurut metode lawan memakai nilainya sendiri. Predikat tidak berperan.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Literal, NamedTuple, TypeVar

from indeksinovasi.inti.hitung.posisi import posisi_ringkas
from indeksinovasi.inti.hitung.rumus import Ketetapan, ketetapan
from indeksinovasi.inti.hitung.shapley import Himpunan, himpunan_bagian, shapley, shapley_anggota
from indeksinovasi.inti.model.angka import NOL
from indeksinovasi.inti.model.banding import Sumbangan, UraianSelisih
from indeksinovasi.inti.model.hasil import Hasil, Masukan
from indeksinovasi.inti.model.metode import Metode

Faktor = Literal["metode", "spd", "kematangan", "jumlah_inovasi", "urusan_wajib"]
FAKTOR: tuple[Faktor, ...] = ("metode", "spd", "kematangan", "jumlah_inovasi", "urusan_wajib")
Bagian = Literal["sama", "masuk", "keluar"]
BAGIAN_KEMATANGAN: tuple[Bagian, ...] = ("sama", "masuk", "keluar")

_SPD_TERBACA = ("baris", "dibawa", "tidak_diukur", "tidak_ada", "tak_terbaca")
_AWAL, _AKHIR = 0, 1
T = TypeVar("T")


class Silang(NamedTuple):
    """Satu sisi menurut metodenya sendiri dan menurut metode lawan (hasil yang sama bila metodenya sama)."""

    sendiri: Hasil
    lawan: Hasil


def uraikan(dari: Silang, ke: Silang, pasangan: dict[str, str]) -> UraianSelisih:
    """Bagi selisih *ke* - *dari*; kedua hasil harus punya ukuran (indeks atau skor) pada skala yang sama.

    Jumlah ``faktor`` tepat sama dengan selisih yang belum dibulatkan, jumlah ``kematangan`` tepat sama
    dengan faktor kematangan. Bila sisi ditukar, setiap faktor berbalik tanda, dan bagian ``masuk`` dan
    ``keluar`` bertukar tempat.
    """
    rumus = _Rumus(dari, ke, pasangan)
    semua = frozenset(BAGIAN_KEMATANGAN)

    def nilai(pindah: Himpunan) -> Fraction:
        return rumus.nilai(pindah, semua if "kematangan" in pindah else frozenset())

    faktor = shapley(FAKTOR, nilai)
    lain = [satu for satu in FAKTOR if satu != "kematangan"]
    bagian = shapley_anggota(lain, BAGIAN_KEMATANGAN, rumus.nilai)
    return UraianSelisih(
        tuple(map(Sumbangan._make, faktor.items())), tuple(map(Sumbangan._make, bagian.items()))
    )


class _Sisi(NamedTuple):
    """Masukan satu sisi; pasangan nilai berurut menurut metode awal dan metode akhir."""

    terhitung: int
    ditolak: int
    spd: tuple[Fraction | None, Fraction | None]
    spd_maksimum: tuple[Fraction | None, Fraction | None]
    urusan: tuple[int | None, int | None]
    kematangan: tuple[dict[str, Fraction], dict[str, Fraction]]


def _susun(silang: Silang, letak: int) -> _Sisi:
    sendiri, lawan = silang
    spd_lawan = lawan if lawan.spd.skor and lawan.spd.asal in _SPD_TERBACA else sendiri
    maksimum = (
        sendiri.spd.maksimum,
        lawan.spd.maksimum if lawan.spd.maksimum is not None else sendiri.spd.maksimum,
    )
    masukan = sendiri.utama.masukan
    milik = _kematangan(sendiri)
    menurut_lawan = _kematangan(lawan)
    return _Sisi(
        terhitung=masukan.terhitung,
        ditolak=masukan.ditolak,
        spd=_letakkan(masukan.spd, spd_lawan.utama.masukan.spd, letak),
        spd_maksimum=_letakkan(*maksimum, letak),
        urusan=_letakkan(masukan.urusan_terisi, lawan.utama.masukan.urusan_terisi, letak),
        kematangan=_letakkan(
            milik, {satu: menurut_lawan.get(satu, nilai) for satu, nilai in milik.items()}, letak
        ),
    )


def _letakkan(sendiri: T, lawan: T, letak: int) -> tuple[T, T]:
    return (sendiri, lawan) if letak == _AWAL else (lawan, sendiri)


def _kematangan(hasil: Hasil) -> dict[str, Fraction]:
    nomor = hasil.nomor_dasar
    return {satu.id: satu.kematangan[nomor] for satu in hasil.inovasi if satu.terhitung and satu.kematangan}


class _Rumus:
    """Nilai indeks untuk setiap gabungan faktor yang sudah dipindahkan dari sisi awal ke sisi akhir."""

    def __init__(self, dari: Silang, ke: Silang, pasangan: dict[str, str]) -> None:
        self._metode: tuple[Metode, Metode] = (dari.sendiri.metode, ke.sendiri.metode)
        self._tetap = tuple(_ketetapan(satu) for satu in self._metode)
        self._sisi = (_susun(dari, _AWAL), _susun(ke, _AKHIR))
        awal, akhir = (satu.kematangan[0] for satu in self._sisi)
        self._sama = {satu: lawan for satu, lawan in pasangan.items() if satu in awal and lawan in akhir}
        self._keluar = awal.keys() - self._sama.keys()
        self._masuk = akhir.keys() - set(self._sama.values())
        semua_bagian = tuple(himpunan_bagian(BAGIAN_KEMATANGAN))
        self._rata = {
            (nomor, isi): self._hitung_rata(nomor, isi) for nomor in (_AWAL, _AKHIR) for isi in semua_bagian
        }

    def nilai(self, pindah: Himpunan, bagian: Himpunan) -> Fraction:
        """Ukuran bila faktor *pindah* (selain kematangan) dan *bagian* kematangan diambil dari sisi akhir."""

        def sisi(faktor: Faktor) -> _Sisi:
            return self._sisi[faktor in pindah]

        nomor = int("metode" in pindah)
        jumlah = sisi("jumlah_inovasi")
        masukan = Masukan(
            jumlah_kematangan=self._rata[nomor, bagian] * jumlah.terhitung,
            terhitung=jumlah.terhitung,
            ditolak=jumlah.ditolak,
            urusan_terisi=sisi("urusan_wajib").urusan[nomor],
            spd=sisi("spd").spd[nomor],
            spd_maksimum=self._spd_maksimum(sisi("spd"), nomor),
        )
        hasil = posisi_ringkas(self._metode[nomor], masukan, self._tetap[nomor]).nilai
        assert hasil is not None
        return hasil

    def _spd_maksimum(self, sisi: _Sisi, nomor: int) -> Fraction | None:
        """Maksimum SPD; yang tidak diketahui memakai milik sisi yang mempunyai metode itu."""
        milik = sisi.spd_maksimum[nomor]
        return milik if milik is not None else self._sisi[nomor].spd_maksimum[nomor]

    def _hitung_rata(self, nomor: int, bagian: Himpunan) -> Fraction:
        awal, akhir = (satu.kematangan[nomor] for satu in self._sisi)
        isi = [akhir[lawan] if "sama" in bagian else awal[satu] for satu, lawan in self._sama.items()]
        if "masuk" in bagian:
            isi += [akhir[satu] for satu in self._masuk]
        if "keluar" not in bagian:
            isi += [awal[satu] for satu in self._keluar]
        if isi:
            return sum(isi, NOL) / len(isi)
        # Tanpa satu inovasi pun rata-rata tidak terdefinisi: titik tengah kedua sisi tidak memihak urutan
        # pemindahan.
        ada = [sum(satu.values(), NOL) / len(satu) for satu in (awal, akhir) if satu]
        return sum(ada, NOL) / len(ada) if ada else NOL


def _ketetapan(metode: Metode) -> Ketetapan:
    # Pembagi 0 hanya muncul pada gabungan antara (metode tanpa pembagi minimal, sisi tanpa inovasi); rata-
    # ratanya 0 juga.
    tetap = ketetapan(metode)
    return tetap if tetap.pembagi_minimal is not None else tetap._replace(pembagi_minimal=Fraction(1))
