"""Satu baris tabel berkolom menjadi calon catatan: ekspor resmi dan tabel lain lewat peta."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from indeksinovasi.inti.impor.kolom import BarisJudul, kunci_judul
from indeksinovasi.inti.impor.label import (
    UrutanTanggal,
    kosong,
    teks_sel,
    urutan_tanggal,
)
from indeksinovasi.inti.impor.pembaca_sel import (
    WAKTU,
    AturanBaca,
    Ingatan,
    pembaca_sel,
)
from indeksinovasi.inti.model.impor import BarisLembar, BarisTerbaca, IsiSel
from indeksinovasi.inti.model.inovasi import WAJIB_SESUDAH_DRAF
from indeksinovasi.inti.model.mentah import dalam
from indeksinovasi.inti.nama import kunci_nama, rapikan_teks

URUTAN_ISIAN = (
    *("nama", "status", "tahapan", "inisiator", "nama_inisiator", "jenis", "bentuk", "urusan", "urusan_lain"),
    *("tematik", "pkpn", "asta_cita", "koordinat", "video", "tanggal_input", "waktu", "rancang_bangun"),
    *("tujuan", "manfaat", "hasil", "pengembangan_dari", "indikator", "kematangan"),
)
"""Urutan kunci sebuah catatan baru."""
_BERTANGGAL = (*WAKTU, "tanggal_input")
_BUKTI_URUTAN = 3
_BUKAN_ISI = frozenset(("no",))
_SEL_CIRI = 5
"""Judul terulang dan nomor kolom dikenali dari sekian sel."""


def calon_berkolom(
    sumber: str, baris: Sequence[BarisLembar], judul: BarisJudul, aturan: AturanBaca
) -> Iterator[BarisTerbaca]:
    """Calon dari tiap baris di bawah judul; baris tanpa isi pada kolom yang dikenal bukan baris."""
    pembaca = _PembacaBaris(sumber, judul, aturan)
    for satu in baris:
        if pembaca.hampa(satu):
            continue
        if sebab := bukan_catatan(satu, judul):
            yield BarisTerbaca(sumber, satu.nomor, dilewati=sebab)
        else:
            yield pembaca.calon(satu)


class _PembacaBaris:
    """Membaca baris-baris satu sumber. Tulisan sel yang sama hanya dibaca sekali."""

    def __init__(self, sumber: str, judul: BarisJudul, aturan: AturanBaca) -> None:
        self._sumber = sumber
        self._aturan = aturan
        self._letak = judul.kolom
        self._nama = judul.kolom["nama"]
        self._lebar = 1 + max(judul.kolom.values())
        self._kosong = Ingatan(kosong)
        self._berletak = {"lintang", "bujur"} <= judul.kolom.keys()
        # Lintang dan bujur dibaca bersama, dari kolom semu sesudah kolom terakhir.
        kolom = {**judul.kolom, "koordinat": self._lebar} if self._berletak else judul.kolom
        self._pembaca = [(isian, kolom[isian], baca) for isian, baca in pembaca_sel(aturan) if isian in kolom]

    def hampa(self, baris: BarisLembar) -> bool:
        """Tidak satu pun kolom yang dikenal berisi."""
        sel, kosong = baris.sel, self._kosong
        if self._nama < len(sel) and not kosong[sel[self._nama]]:
            return False
        berisi = {
            isian for isian, kolom in self._letak.items() if kolom < len(sel) and not kosong[sel[kolom]]
        }
        return berisi <= _BUKAN_ISI

    def calon(self, baris: BarisLembar) -> BarisTerbaca:
        """Calon dari *baris*, yang dilewati bila belum dapat menjadi catatan."""
        terbaca, cacat = self._baca(baris)
        calon = BarisTerbaca(self._sumber, baris.nomor, terbaca.get("opd", ""))
        if "nama" not in terbaca:
            calon.dilewati = cacat.get("nama", "tanpa judul")
            return calon
        aturan = self._aturan
        if not calon.opd and aturan.opd is None:
            calon.dilewati = "tanpa perangkat daerah"
        calon.status_disebut = aturan.status_dipaksa is not None or "status" in terbaca
        calon.isi = _isi(terbaca, aturan)
        calon.catatan, calon.cacat = list(cacat.values()), cacat
        calon.dilewati = calon.dilewati or kurang(calon.isi, cacat)
        return calon

    def _baca(self, baris: BarisLembar) -> tuple[dict[str, Any], dict[str, str]]:
        """Nilai tiap isian yang berisi, dan kalimat tentang isian yang tidak dapat dibaca."""
        sel = baris.sel
        if len(sel) < self._lebar:
            sel += (None,) * (self._lebar - len(sel))
        if self._berletak:
            sel = (*sel[: self._lebar], self._koordinat(sel))
        terbaca: dict[str, Any] = {}
        cacat: dict[str, str] = {}
        for isian, kolom, baca in self._pembaca:
            nilai, sebab = baca[sel[kolom]]
            if nilai is not None:
                terbaca[isian] = nilai
            if sebab is not None:
                cacat[isian] = sebab
        if "ada_video" in terbaca and "video" not in terbaca:
            terbaca["video"] = terbaca["ada_video"]
            cacat.pop("video", None)
        return terbaca, cacat

    def _koordinat(self, sel: Sequence[IsiSel]) -> IsiSel:
        lintang, bujur = sel[self._letak["lintang"]], sel[self._letak["bujur"]]
        if kosong(lintang) or kosong(bujur):
            letak = self._letak.get("koordinat")
            return None if letak is None else sel[letak]
        return f"{teks_sel(lintang).strip()};{teks_sel(bujur).strip()}"


def _isi(terbaca: dict[str, Any], aturan: AturanBaca) -> dict[str, Any]:
    """Isi catatan menurut urutan kuncinya."""
    terbaca.setdefault("status", aturan.status_dipaksa or aturan.status)
    terbaca["waktu"] = {satu: terbaca[satu] for satu in WAKTU if satu in terbaca}
    utama, lain = terbaca.get("urusan"), terbaca.get("urusan_lain", ())
    terbaca["urusan_lain"] = [satu for satu in lain if satu != utama]
    # Angka nol tetap isi; daftar dan peta yang kosong bukan.
    return {kunci: terbaca[kunci] for kunci in URUTAN_ISIAN if terbaca.get(kunci) not in (None, [], {})}


def bukan_catatan(baris: BarisLembar, judul: BarisJudul) -> str | None:
    """Sebab sebuah baris berisi bukan catatan: judul yang terulang, nomor kolom, atau selnya bergeser."""
    lebar = len(judul.sel)
    if len(baris.sel) > lebar and any(teks_sel(sel).strip() for sel in baris.sel[lebar:]):
        return f"{len(baris.sel)} sel, padahal judulnya {lebar} kolom; periksa pemisah di dalam teksnya"
    letak = judul.kolom["nama"]
    nama = teks_sel(baris.sel[letak]).strip() if letak < len(baris.sel) else ""
    if nama.strip("(). ").isdecimal():
        return "nomor kolom" if _berurutan(baris) else None
    # Judul yang terulang lazimnya persis sama, jadi perbandingan lengkapnya jarang diperlukan.
    if nama[:1].casefold() != teks_sel(judul.sel[letak]).strip()[:1].casefold():
        return None
    return "judul kolom yang terulang" if _judul_terulang(baris, judul) else None


def _judul_terulang(baris: BarisLembar, judul: BarisJudul) -> bool:
    isi = [(sel, di_judul) for sel, di_judul in zip(baris.sel, judul.sel, strict=False) if not kosong(sel)]
    return len(isi) >= _SEL_CIRI and all(kunci_judul(sel) == kunci_judul(lain) for sel, lain in isi)


def _berurutan(baris: BarisLembar) -> bool:
    nomor = [teks_sel(sel).strip("(). ") for sel in baris.sel if not kosong(sel)]
    if len(nomor) < _SEL_CIRI or not (nomor[0].isdecimal() and nomor[0].isascii()):
        return False
    return nomor == [str(int(nomor[0]) + urutan) for urutan in range(len(nomor))]


def tanggal_terbalik(baris: Sequence[BarisLembar], judul: BarisJudul) -> Iterator[UrutanTanggal]:
    """Pemisah yang memuat bulan/hari/tahun: ``bulan`` bila semuanya begitu, ``ragu`` bila tercampur.

    Lembar sebar berbahasa Inggris menulis ulang semua tanggal begitu di CSV. Satu dua tanggal saja mungkin
    salah ketik, jadi belum membuktikan urutannya.
    """
    banyak = _cacah_urutan(baris, [judul.kolom[satu] for satu in _BERTANGGAL if satu in judul.kolom])
    for satuan in sorted(banyak):
        if satuan.urutan == "bulan":
            berhari = UrutanTanggal(satuan.pemisah, "hari") in banyak
            pasti = banyak[satuan] >= _BUKTI_URUTAN and not berhari
            yield UrutanTanggal(satuan.pemisah, "bulan" if pasti else "ragu")


def _cacah_urutan(baris: Sequence[BarisLembar], kolom: Sequence[int]) -> Counter[UrutanTanggal]:
    tertulis = Counter(satu.sel[nomor] for nomor in kolom for satu in baris if nomor < len(satu.sel))
    banyak: Counter[UrutanTanggal] = Counter()
    for sel, kali in tertulis.items():
        if satuan := urutan_tanggal(sel):
            banyak[satuan] += kali
    return banyak


def kurang(isi: Mapping[str, Any], cacat: Mapping[str, str] = MappingProxyType({})) -> str | None:
    """Sebab *isi* belum dapat menjadi catatan tanpa galat; draf boleh belum lengkap.

    Isian yang selnya tidak terbaca disebut dengan kalimat *cacat*-nya.
    """
    if isi.get("status") == "draf":
        return None
    hilang = [isian for isian in WAJIB_SESUDAH_DRAF if not isi.get(isian)]
    if isi.get("tahapan") == "penerapan" and not dalam(isi, "waktu", "penerapan"):
        hilang.append("penerapan")
    return "; ".join(cacat.get(isian, f"{isian} kosong") for isian in hilang) or None


def pemda_asing(
    baris: Iterable[BarisLembar], judul: BarisJudul, daerah: str
) -> Iterator[tuple[int, int, str]]:
    """Nomor baris, kolom (mulai 1), dan isi Pemda yang bukan *daerah*, masing-masing nama sekali."""
    kolom = judul.kolom.get("pemda")
    if kolom is None:
        return
    milik, kunci_dari = kunci_pemda(daerah), Ingatan(lambda sel: kunci_pemda(teks_sel(sel)))
    dilihat = {milik}
    for satu in baris:
        sel = satu.sel[kolom] if kolom < len(satu.sel) else None
        kunci = kunci_dari[sel]
        if kunci in dilihat or kosong(sel) or bukan_catatan(satu, judul) is not None:
            continue
        dilihat.add(kunci)
        yield satu.nomor, kolom + 1, rapikan_teks(teks_sel(sel))


_SEBUTAN_PEMDA = re.compile(
    r"\b(pemerintah|pemda|pemkab|pemkot|pemprov|daerah|kabupaten|kab|kota|provinsi|prov)\b\.?"
)


def kunci_pemda(teks: str) -> str:
    """Pembanding nama daerah tanpa Pemerintah, Kabupaten, Kota, Provinsi, spasi, dan besar kecil huruf."""
    polos = _SEBUTAN_PEMDA.sub(" ", teks.casefold())
    # Nama seperti "Kota Kota" tidak boleh habis sama sekali.
    return kunci_nama(polos) or kunci_nama(teks)
