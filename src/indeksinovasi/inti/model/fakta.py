"""Kosakata fakta: bentuk yang boleh ditulis pada ``fakta`` tiap indikator, sama untuk semua tahun.

Bentuk memutuskan apakah sebuah fakta *tertulis dengan benar* (SKM). Apakah fakta itu *mungkin* dan menjadi
tingkat berapa diputuskan aturan tahunnya (``inti.fakta``).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, NamedTuple

from indeksinovasi.inti.model.angka import adalah_angka
from indeksinovasi.inti.model.dasar import POLA_DESIMAL_KOMA
from indeksinovasi.inti.model.metode import (
    Aturan,
    AturanBasis,
    AturanJumlah,
    AturanKali,
    AturanPilihan,
    AturanRentang,
    AturanTahun,
)

JenisBentuk = Literal[
    "pilihan", "banyak", "bilangan", "bilangan_atau_pilihan", "tahun", "kali", "manfaat", "bilangan_tahunan"
]


class Bentuk(NamedTuple):
    """Bentuk satu fakta: jenis, pilihan yang dikenal (bila ada), dan satuan bilangannya."""

    jenis: JenisBentuk
    pilihan: tuple[str, ...] = ()
    satuan: str = ""


class MasalahBentuk(NamedTuple):
    """Fakta yang tidak sesuai bentuk, dengan jalur di dalam ``fakta``. ``jenis`` dipetakan ke kode SKM oleh
    pembaca.
    """

    jalur: tuple[str | int, ...]
    jenis: Literal["tipe", "pilihan", "kunci", "koma", "kurang", "tahun"]
    nilai: Any
    diharap: str
    pilihan: tuple[str, ...] = ()


SK = ("sk_kepala_pd", "sk_kepala_pd_an_kepala_daerah", "sk_kepala_daerah")
BASIS = ("orang", "unit", "belanja", "pendapatan", "produk", "tren")

BENTUK_FAKTA: dict[str, Bentuk] = {
    "regulasi": Bentuk("pilihan", (*SK, "perkada", "perda")),
    "sdm": Bentuk("bilangan", satuan="orang"),
    "jejaring": Bentuk("bilangan", satuan="perangkat daerah"),
    "replikasi": Bentuk("bilangan", satuan="kali"),
    "kemudahan_proses": Bentuk("bilangan", satuan="hari"),
    "kecepatan": Bentuk("bilangan", satuan="bulan"),
    "kualitas": Bentuk("bilangan", satuan="unsur substansi"),
    "anggaran": Bentuk("tahun"),
    "rkpd": Bentuk("tahun"),
    "alat_kerja": Bentuk("pilihan", ("manual", "elektronik", "daring")),
    "bimtek": Bentuk("kali"),
    "aktor": Bentuk("banyak", ("pemerintah", "akademisi", "bisnis", "komunitas", "media", "lainnya")),
    "pelaksana": Bentuk(
        "pilihan", ("tanpa_penetapan", "surat_tugas_kepala_pd", "surat_tugas_kepala_daerah", *SK)
    ),
    "sosialisasi": Bentuk("banyak", ("spanduk", "tatap_muka", "media_sosial", "media_pemda", "media_luar")),
    "pedoman_teknis": Bentuk("pilihan", ("cetak", "elektronik", "daring", "video")),
    "info_layanan": Bentuk("banyak", ("tatap_muka", "telepon", "surel", "media_sosial", "aplikasi")),
    "pengaduan": Bentuk("bilangan_atau_pilihan", ("tidak_ada",), "persen"),
    "layanan_terintegrasi": Bentuk(
        "pilihan", ("informasi", "web_aplikasi", "web_dan_mobile", "terpisah", "satu_unit", "lintas_unit")
    ),
    "kemanfaatan": Bentuk("manfaat", BASIS),
    "monev": Bentuk("pilihan", ("internal", "skm", "eksternal")),
}


def bentuk_dari_aturan(aturan: Aturan) -> Bentuk:
    """Bentuk fakta untuk indikator di luar kosakata baku (SPD 2026, lomba daerah), diturunkan dari aturan
    tahunnya.
    """
    match aturan:
        case AturanPilihan():
            return Bentuk("banyak" if aturan.banyak else "pilihan", tuple(aturan.tingkat))
        case AturanRentang():
            if aturan.perubahan:
                return Bentuk("bilangan_tahunan", satuan=aturan.satuan)
            return Bentuk(
                "bilangan_atau_pilihan" if aturan.pilihan else "bilangan",
                tuple(aturan.pilihan),
                aturan.satuan,
            )
        case AturanJumlah():
            anggota = tuple(dict.fromkeys(satu for isi in aturan.kelompok.values() for satu in isi))
            return Bentuk("banyak", anggota, aturan.satuan)
        case AturanTahun():
            return Bentuk("tahun")
        case AturanKali():
            return Bentuk("kali")
        case AturanBasis():
            return Bentuk("manfaat", tuple(aturan.basis))


def periksa_bentuk(bentuk: Bentuk, mentah: Any) -> Iterator[MasalahBentuk]:
    """Masalah tulisan pada isian *mentah*; kosong bila bentuknya benar."""
    match bentuk.jenis:
        case "pilihan":
            yield from _pilihan((), mentah, bentuk.pilihan)
        case "bilangan":
            yield from _bilangan((), mentah, f"bilangan {bentuk.satuan}".strip())
        case "bilangan_atau_pilihan":
            if not (isinstance(mentah, str) and mentah in bentuk.pilihan):
                yield from _bilangan(
                    (), mentah, f"bilangan {bentuk.satuan} atau {', '.join(bentuk.pilihan)}", bentuk.pilihan
                )
        case "banyak":
            yield from _daftar_pilihan(mentah, bentuk.pilihan)
        case "tahun":
            yield from _daftar_tahun(mentah)
        case "kali":
            yield from _per_tahun(mentah, "peta tahun: kali, misalnya {2022: 1, 2023: 2}")
        case "bilangan_tahunan":
            if isinstance(mentah, dict):
                yield from _per_tahun(mentah, "peta tahun: nilai, misalnya {2024: 4.50, 2025: 4.14}")
            else:
                yield from _bilangan((), mentah, f"bilangan {bentuk.satuan} atau peta tahun: nilai")
        case "manfaat":
            yield from _manfaat(mentah, bentuk.pilihan)


def _pilihan(jalur: tuple[str | int, ...], nilai: Any, pilihan: tuple[str, ...]) -> Iterator[MasalahBentuk]:
    if not isinstance(nilai, str):
        yield MasalahBentuk(jalur, "tipe", nilai, "salah satu pilihan", pilihan)
    elif pilihan and nilai not in pilihan:
        yield MasalahBentuk(jalur, "pilihan", nilai, "salah satu pilihan", pilihan)


def _bilangan(
    jalur: tuple[str | int, ...], nilai: Any, diharap: str, pilihan: tuple[str, ...] = ()
) -> Iterator[MasalahBentuk]:
    if adalah_angka(nilai):
        return
    if isinstance(nilai, str) and POLA_DESIMAL_KOMA.fullmatch(nilai.strip()):
        yield MasalahBentuk(jalur, "koma", nilai, diharap)
    elif isinstance(nilai, str) and pilihan and not nilai.strip()[:1].isdecimal():
        yield MasalahBentuk(jalur, "pilihan", nilai, diharap, pilihan)
    else:
        yield MasalahBentuk(jalur, "tipe", nilai, diharap)


def _daftar_pilihan(mentah: Any, pilihan: tuple[str, ...]) -> Iterator[MasalahBentuk]:
    if not isinstance(mentah, list):
        yield MasalahBentuk((), "tipe", mentah, "daftar pilihan, misalnya [a, b]", pilihan)
        return
    for urutan, satu in enumerate(mentah):
        yield from _pilihan((urutan,), satu, pilihan)


def _tahun(jalur: tuple[str | int, ...], nilai: Any) -> Iterator[MasalahBentuk]:
    if isinstance(nilai, bool) or not isinstance(nilai, int):
        yield MasalahBentuk(jalur, "tipe", nilai, "tahun empat angka")
    elif not 1900 <= nilai <= 2999:
        yield MasalahBentuk(jalur, "tahun", nilai, "tahun empat angka")


def _daftar_tahun(mentah: Any) -> Iterator[MasalahBentuk]:
    if not isinstance(mentah, list):
        yield MasalahBentuk((), "tipe", mentah, "daftar tahun, misalnya [2022, 2023]")
        return
    for urutan, satu in enumerate(mentah):
        yield from _tahun((urutan,), satu)


def _per_tahun(mentah: Any, diharap: str) -> Iterator[MasalahBentuk]:
    if not isinstance(mentah, dict):
        yield MasalahBentuk((), "tipe", mentah, diharap)
        return
    for tahun, nilai in mentah.items():
        if nilai is None and isinstance(tahun, int) and not 1900 <= tahun <= 2999:
            # {2024: 4,50} terbaca sebagai dua isian: 2024: 4 dan 50.
            yield MasalahBentuk((tahun,), "kunci", tahun, "bilangan")
            continue
        yield from _tahun((tahun,), tahun)
        yield from _bilangan((tahun,), nilai, "bilangan")


def _manfaat(mentah: Any, basis: tuple[str, ...]) -> Iterator[MasalahBentuk]:
    if not isinstance(mentah, dict):
        yield from _bilangan((), mentah, "peta {basis: orang, nilai: 350}")
        return
    for kunci in mentah:
        if kunci not in ("basis", "nilai"):
            yield MasalahBentuk((kunci,), "kunci", kunci, "basis atau nilai", ("basis", "nilai"))
    if "basis" in mentah:
        yield from _pilihan(("basis",), mentah["basis"], basis)
    if "nilai" in mentah:
        yield from _bilangan(("nilai",), mentah["nilai"], "bilangan")
    else:
        yield MasalahBentuk((), "kurang", "nilai", "nilai", ())
