"""Bentuk angka dan teks untuk manusia: koma desimal, titik ribuan, dan nama yang tidak dapat mengendalikan
terminal.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from fractions import Fraction

from indeksinovasi.inti.model.angka import bulatkan
from indeksinovasi.inti.model.hasil import Golongan
from indeksinovasi.inti.model.temuan import Temuan

_DILARANG = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
_LAMBANG = "☀-⟿⬀-⯿\U0001f000-\U0001faff"
# Penyambung di antara dua lambang (keluarga, profesi) bagian dari lambang itu, bukan pengarah tulisan.
_PENYAMBUNG = re.compile(f"(?<=[{_LAMBANG}\ufe0f])\u200d(?=[{_LAMBANG}])")
NAMA_GOLONGAN: dict[Golongan, str] = {
    "terhitung": "terhitung",
    "draf": "draf",
    "ditolak": "ditolak",
    "tidak_layak": "tidak layak",
    "tak_terbaca": "tak terbaca",
}
_JUDUL_TERPANJANG = 70
NAMA_INDEKS = "Indeks Inovasi Daerah"
PREDIKAT_KOSONG = "belum dapat ditentukan"


def aman(teks: str) -> str:
    """Teks satu baris tanpa karakter kendali atau pengarah tulisan; penggantinya terlihat sebagai "�"."""
    if teks.isascii() and teks.isprintable():
        return teks
    rapi = " ".join(teks.split("\n")) if "\n" in teks else teks
    sah = {cocok.start() for cocok in _PENYAMBUNG.finditer(rapi)}
    return "".join(
        "�" if unicodedata.category(satu) in _DILARANG and letak not in sah else satu
        for letak, satu in enumerate(rapi)
    )


def bernama_indeks(nama_metode: str) -> bool:
    """Apakah metode itu mengukur Indeks Inovasi Daerah, bukan lomba atau penilaian lain."""
    return nama_metode.startswith(NAMA_INDEKS)


def judul_halaman(teks: str) -> str:
    """Judul jendela peramban: paling banyak 70 karakter, dipotong pada spasi."""
    rapi = " ".join(aman(teks).split())
    if len(rapi) <= _JUDUL_TERPANJANG:
        return rapi
    awal = rapi[: _JUDUL_TERPANJANG - 1]
    return f"{(awal.rpartition(' ')[0] or awal).rstrip(' ,;:·–-')}…"


def temuan_berpetunjuk(temuan: Temuan) -> str:
    """``baris_temuan`` dan langkah perbaikannya di baris berikut."""
    ekor = f"\n    {aman(temuan.petunjuk)}" if temuan.petunjuk else ""
    return f"{baris_temuan(temuan)}{ekor}"


def baris_temuan(temuan: Temuan) -> str:
    """Temuan satu baris: ``berkas:baris:kolom: tingkat KODE pesan``."""
    letak = f"{temuan.berkas}:{temuan.baris}:{temuan.kolom}"
    return aman(f"{letak}: {temuan.tingkat} {temuan.kode} {temuan.pesan}")


def angka(nilai: Fraction | Decimal | int | None, desimal: int = 2) -> str:
    """Angka bergaya Indonesia dengan tepat *desimal* angka di belakang koma: ``1.462``, ``59,02``; ``–``
    bila tidak ada.
    """
    if nilai is None:
        return "–"
    terbulat = bulatkan(Fraction(nilai), desimal)
    return f"{terbulat:,.{desimal}f}".translate(str.maketrans(",.", ".,"))


def angka_rapi(nilai: Fraction | Decimal | int | None, paling_banyak: int = 4) -> str:
    """Angka tanpa nol ekor: ``3``, ``0,38``, ``79,6854``; ``–`` bila tidak ada."""
    teks = angka(nilai, paling_banyak)
    return teks.rstrip("0").rstrip(",") if "," in teks else teks


def rentang_skor(rentang: tuple[Fraction, Fraction] | None) -> str:
    """Rentang skor ``58,10–59,02``; satu angka bila kedua ujungnya sama; ``–`` bila tidak ada."""
    if rentang is None:
        return "–"
    bawah, atas = (angka(satu) for satu in rentang)
    return bawah if bawah == atas else f"{bawah}–{atas}"
