"""Galat tentang kunci: yang tidak dikenal, yang bukan teks, dan yang salah bentuk."""

from __future__ import annotations

from typing import Any

from indeksinovasi.berkas.galat_isian import Galat
from indeksinovasi.berkas.jalur_data import nilai_pada
from indeksinovasi.berkas.masalah_isian import (
    LIHAT_INDIKATOR,
    koma_terpisah,
    kunci_asing,
    kunci_sudah_ada,
    menurut_isi,
)
from indeksinovasi.berkas.salah_tempat import menyatu, salah_tempat, sebutan_di_dalam
from indeksinovasi.berkas.sebab_lazim import spasi_khusus
from indeksinovasi.inti.ejaan import kutip
from indeksinovasi.inti.model.temuan import Masalah

PETUNJUK_SLUG = "Pakai huruf kecil, angka, dan tanda hubung."
BATAS_TERBUKA = {
    "greater_than_equal": "paling kecil",
    "greater_than": "lebih dari",
    "less_than_equal": "paling besar",
    "less_than": "kurang dari",
}
"""Jenis galat pydantic tentang rentang → kata bagi batasnya."""
_HASIL_HITUNGAN = ("skor", "poin", "bobot")
_SKOR = "Skor dihitung dari tingkatnya; tulis parameter: 0, 1, 2, atau 3."


def kunci_tak_dikenal(galat: Galat) -> Masalah:
    """SKM102: tempat yang benar, sebab lazim, atau ejaan terdekat sebuah kunci yang tidak dikenal."""
    kunci = galat.jalur[-1]
    dikenal = galat.dikenal()
    if tempat := salah_tempat(galat.jalur, galat.data, galat.model):
        return tempat
    if khusus := spasi_khusus(galat.jalur) or menyatu(
        galat.jalur, dikenal, nilai_pada(galat.jalur, galat.data)
    ):
        return khusus
    maksud = menurut_isi(galat.jalur, galat.maksud(kunci, dikenal), galat.data)
    if ada := [satu for satu in maksud if satu in (nilai_pada(galat.jalur[:-1], galat.data) or ())]:
        return kunci_sudah_ada(galat.jalur, ada[0])
    if not maksud and (dalam := sebutan_di_dalam(galat.jalur, galat.data, galat.model)):
        return dalam
    bawaan = _SKOR if kunci in _HASIL_HITUNGAN and len(galat.jalur) == 3 else "Hapus atau betulkan kunci ini."
    return kunci_asing(galat.jalur, maksud, bawaan)


def kunci_bukan_teks(galat: Galat) -> Masalah:
    """SKM102: kunci yang terbaca sebagai bilangan, ``true``, atau kosong."""
    kunci: Any = galat.jalur[-1]
    if tempat := salah_tempat(galat.jalur, galat.data, galat.model):
        return tempat
    angka = isinstance(kunci, int | float) and not isinstance(kunci, bool)
    if angka and nilai_pada(galat.jalur, galat.data) is None:
        return koma_terpisah(galat.jalur)
    return kunci_asing(galat.jalur, (), "Hapus atau betulkan kunci ini.")


def kunci_salah_bentuk(galat: Galat) -> Masalah:
    """SKM103, SKM106, dan SKM107: kunci tahun atau kode yang bentuknya salah."""
    kunci = kutip(galat.masukan)
    if galat.jenis in BATAS_TERBUKA:
        pesan = f"tahun {kunci} di luar rentang"
        return Masalah("SKM106", galat.jalur, pesan, "Tulis tahun empat angka.", "kunci")
    if galat.jenis == "int_type":
        pesan = f"kunci {kunci} bukan tahun"
        return Masalah("SKM103", galat.jalur, pesan, "Tulis tahun empat angka tanpa tanda petik.", "kunci")
    petunjuk = LIHAT_INDIKATOR if galat.jalur[0] == "indikator" else PETUNJUK_SLUG
    return Masalah("SKM107", galat.jalur, f"kunci {kunci} salah bentuk", petunjuk, "kunci")
