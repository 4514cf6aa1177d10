"""Isian ``fakta`` dibandingkan dengan bentuknya: apakah tertulis dengan benar (SKM)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, NamedTuple

from indeksinovasi.inti.model.angka import adalah_angka, tahun_wajar
from indeksinovasi.inti.model.dasar import POLA_DESIMAL_KOMA
from indeksinovasi.inti.model.fakta import Bentuk
from indeksinovasi.inti.model.nilai_fakta import KUNCI_UKURAN


class MasalahBentuk(NamedTuple):
    """Fakta yang tidak sesuai bentuk, dengan jalur di dalam ``fakta``.

    ``jenis`` dipetakan ke kode SKM oleh pembaca; ``terpisah``: koma desimal yang terbaca sebagai pemisah.
    ``wujud`` adalah yang seharusnya ada di sana, ``diharap`` kalimatnya, ``satuan`` satuan bilangannya.
    """

    jalur: tuple[str | int, ...]
    jenis: Literal["tipe", "pilihan", "kunci", "terpisah", "koma", "kurang", "tahun"]
    nilai: Any
    wujud: Literal["pilihan", "bilangan", "tahun", "daftar", "peta"]
    diharap: str
    pilihan: tuple[str, ...] = ()
    satuan: str = ""


_SATUAN_BASIS: dict[Any, str] = {
    "orang": "orang",
    "unit": "persen",
    "belanja": "persen",
    "pendapatan": "persen",
    "produk": "barang",
    "tren": "periode",
}
"""Satuan nilai kemanfaatan menurut basisnya."""


def periksa_bentuk(bentuk: Bentuk, mentah: Any) -> Iterator[MasalahBentuk]:
    """Masalah tulisan pada isian *mentah*; kosong bila bentuknya benar."""
    match bentuk.jenis:
        case "pilihan":
            yield from _pilihan((), mentah, bentuk.pilihan)
        case "bilangan":
            yield from _bilangan((), mentah, f"bilangan {bentuk.satuan}".strip(), satuan=bentuk.satuan)
        case "bilangan_atau_pilihan":
            if not (isinstance(mentah, str) and mentah in bentuk.pilihan):
                diharap = f"bilangan {bentuk.satuan} atau {', '.join(bentuk.pilihan)}"
                yield from _bilangan((), mentah, diharap, bentuk.pilihan, bentuk.satuan)
        case "banyak":
            yield from _daftar_pilihan(mentah, bentuk.pilihan)
        case "tahun":
            yield from _daftar_tahun(mentah)
        case "kali":
            yield from _per_tahun(mentah, "peta tahun: kali, misalnya {2022: 1, 2023: 2}", "kali")
        case "bilangan_tahunan":
            if isinstance(mentah, dict):
                yield from _per_tahun(mentah, "peta tahun: nilai, misalnya {2024: 4.50, 2025: 4.14}")
            else:
                diharap = f"bilangan {bentuk.satuan} atau peta tahun: nilai"
                yield from _bilangan((), mentah, diharap, satuan=bentuk.satuan)
        case "manfaat":
            yield from _manfaat(mentah, bentuk.pilihan)


def _pilihan(jalur: tuple[str | int, ...], nilai: Any, pilihan: tuple[str, ...]) -> Iterator[MasalahBentuk]:
    if not isinstance(nilai, str):
        yield MasalahBentuk(jalur, "tipe", nilai, "pilihan", "salah satu pilihan", pilihan)
    elif pilihan and nilai not in pilihan:
        yield MasalahBentuk(jalur, "pilihan", nilai, "pilihan", "salah satu pilihan", pilihan)


def _bilangan(
    jalur: tuple[str | int, ...],
    nilai: Any,
    diharap: str,
    pilihan: tuple[str, ...] = (),
    satuan: str = "",
) -> Iterator[MasalahBentuk]:
    if adalah_angka(nilai):
        return
    if isinstance(nilai, str) and POLA_DESIMAL_KOMA.fullmatch(nilai.strip()):
        yield MasalahBentuk(jalur, "koma", nilai, "bilangan", diharap)
    elif isinstance(nilai, str) and pilihan and not nilai.strip()[:1].isdecimal():
        yield MasalahBentuk(jalur, "pilihan", nilai, "bilangan", diharap, pilihan)
    else:
        yield MasalahBentuk(jalur, "tipe", nilai, "bilangan", diharap, satuan=satuan)


def _daftar_pilihan(mentah: Any, pilihan: tuple[str, ...]) -> Iterator[MasalahBentuk]:
    if not isinstance(mentah, list):
        yield MasalahBentuk((), "tipe", mentah, "daftar", "daftar pilihan, misalnya [a, b]", pilihan)
        return
    for urutan, satu in enumerate(mentah):
        yield from _pilihan((urutan,), satu, pilihan)


def _tahun(jalur: tuple[str | int, ...], nilai: Any) -> Iterator[MasalahBentuk]:
    if isinstance(nilai, bool) or not isinstance(nilai, int):
        yield MasalahBentuk(jalur, "tipe", nilai, "tahun", "tahun empat angka")
    elif not tahun_wajar(nilai):
        yield MasalahBentuk(jalur, "tahun", nilai, "tahun", "tahun empat angka")


def _daftar_tahun(mentah: Any) -> Iterator[MasalahBentuk]:
    if not isinstance(mentah, list):
        yield MasalahBentuk((), "tipe", mentah, "daftar", "daftar tahun, misalnya [2022, 2023]")
        return
    for urutan, satu in enumerate(mentah):
        yield from _tahun((urutan,), satu)


def _per_tahun(mentah: Any, diharap: str, satuan: str = "") -> Iterator[MasalahBentuk]:
    if not isinstance(mentah, dict):
        yield MasalahBentuk((), "tipe", mentah, "peta", diharap)
        return
    for tahun, nilai in mentah.items():
        if nilai is None and isinstance(tahun, int) and not tahun_wajar(tahun):
            # {2024: 4,50} terbaca sebagai dua isian: 2024: 4 dan 50.
            yield MasalahBentuk((tahun,), "terpisah", tahun, "bilangan", "bilangan")
            continue
        yield from _tahun((tahun,), tahun)
        yield from _bilangan((tahun,), nilai, "bilangan", satuan=satuan)


def _manfaat(mentah: Any, basis: tuple[str, ...]) -> Iterator[MasalahBentuk]:
    if not isinstance(mentah, dict):
        for satu in _bilangan((), mentah, "peta {basis: orang, nilai: 350}"):
            yield satu._replace(wujud="peta")
        return
    for kunci in mentah:
        if isinstance(kunci, int):
            # {basis: orang, nilai: 4,50} terbaca sebagai tiga isian: 50 menjadi kunci tersendiri.
            yield MasalahBentuk((kunci,), "terpisah", kunci, "bilangan", "bilangan")
        elif kunci not in KUNCI_UKURAN:
            yield MasalahBentuk((kunci,), "kunci", kunci, "peta", "basis atau nilai", KUNCI_UKURAN)
    if "basis" in mentah:
        yield from _pilihan(("basis",), mentah["basis"], basis)
    if "nilai" in mentah:
        dasar = mentah.get("basis")
        satuan = _SATUAN_BASIS.get(dasar, "") if isinstance(dasar, str) else ""
        yield from _bilangan(("nilai",), mentah["nilai"], "bilangan", satuan=satuan)
    elif not basis_sebagai_kunci(mentah):
        yield MasalahBentuk((), "kurang", "nilai", "bilangan", "nilai")


def basis_sebagai_kunci(mentah: dict[Any, Any]) -> bool:
    """``{orang: 350}``: basisnya ditulis sebagai kunci, jadi nilainya sudah ada di sana."""
    return any(satu in _SATUAN_BASIS for satu in mentah)
