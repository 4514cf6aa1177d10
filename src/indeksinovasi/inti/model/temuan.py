"""Temuan: satu masalah, satu tempat, satu langkah perbaikan."""

from __future__ import annotations

from typing import Literal, NamedTuple

TingkatTemuan = Literal["galat", "peringatan", "saran"]


class Temuan(NamedTuple):
    """Masalah pada satu tempat. Urutan bawaan: berkas, baris, kolom, kode.

    ``baris`` dan ``kolom`` mulai dari 1; ``jalur`` adalah kunci bersarang seperti
    ``indikator.regulasi.parameter``.
    """

    berkas: str
    baris: int
    kolom: int
    kode: str
    tingkat: TingkatTemuan
    pesan: str
    petunjuk: str
    jalur: str = ""


class Masalah(NamedTuple):
    """Temuan sebelum posisinya diketahui: jalur di dalam berkas, dan apakah menunjuk kunci atau nilainya."""

    kode: str
    jalur: tuple[str | int, ...]
    pesan: str
    petunjuk: str = ""
    tunjuk: Literal["kunci", "nilai"] = "nilai"
    tingkat: TingkatTemuan | None = None


def teks_jalur(jalur: tuple[str | int, ...]) -> str:
    """Jalur untuk manusia: ``indikator.regulasi.bukti[0].berkas``."""
    teks = ""
    for satu in jalur:
        teks += (
            f"[{satu}]"
            if isinstance(satu, int) and teks and not 1900 <= satu <= 2999
            else f".{satu}"
            if teks
            else str(satu)
        )
    return teks
