"""Baris indikator sebuah kerangka: tingkat, bukti yang diminta, dan bentuk faktanya sebagai komentar."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from textwrap import wrap
from typing import Any

from indeksinovasi.inti.metode.uraian_aturan import contoh_fakta, tulis_fakta, uraikan_aturan
from indeksinovasi.inti.model.angka import angka_id
from indeksinovasi.inti.model.dasar import Aspek
from indeksinovasi.inti.model.metode import Indikator, Metode
from indeksinovasi.inti.tulis_yaml import skalar
from indeksinovasi.keluaran.teks import aman

LEBAR_KOMENTAR = 100


def komentar(teks: str, inden: str = "", lanjut: str = "") -> Iterator[str]:
    """*teks* sebagai baris komentar selebar halaman; *lanjut* menjorokkan baris berikutnya."""
    lebar = LEBAR_KOMENTAR - len(inden) - 2
    for satu in wrap(aman(teks), lebar, subsequent_indent=lanjut, break_on_hyphens=False) or [""]:
        yield f"{inden}# {satu}".rstrip()


def urut_wajib(metode: Metode, aspek: Aspek) -> tuple[Indikator, ...]:
    """Baris satu aspek, yang wajib lebih dulu, selebihnya menurut tabel."""
    return tuple(sorted(metode.aspek(aspek), key=lambda satu: not satu.wajib))


def baris_indikator(
    metode: Metode, aspek: Aspek, lama: Mapping[str, Iterable[str]] | None = None
) -> Iterator[str]:
    """Isi ``indikator``: tiap baris ``parameter: 0``. *lama*: keterangan tahun lalu menurut kode barisnya."""
    for satu in urut_wajib(metode, aspek):
        yield ""
        yield from _keterangan(satu, metode.tahun)
        for keterangan in (lama or {}).get(satu.kode, ()):
            yield from komentar(keterangan, "  ")
        yield f"  {satu.kode}:"
        yield "    parameter: 0"


def _keterangan(satu: Indikator, tahun: int) -> Iterator[str]:
    ciri = ["wajib"] if satu.wajib else []
    if satu.bobot is not None:
        ciri.append(f"bobot {angka_id(satu.bobot)}")
    akhir = f" ({', '.join(ciri)})" if ciri else ""
    yield from komentar(f"{satu.nomor}. {satu.nama}{akhir}", "  ")
    for tingkat, teks in satu.uraian_tingkat.items():
        yield from komentar(f"  {tingkat}  {teks}", "  ", "     ")
    if satu.bukti:
        bentuk = f" ({', '.join(satu.format_bukti)})" if satu.format_bukti else ""
        yield from komentar(f"  Bukti: {satu.bukti}{bentuk}", "  ", "     ")
    if satu.aturan is not None:
        cara = f"  Fakta: {uraikan_aturan(satu.aturan).cara}"
        if contoh := contoh_fakta(satu, tahun):
            cara += f"; contoh {tulis_fakta(contoh[0])}"
        yield from komentar(cara, "  ", "     ")


def isian(kunci: str, nilai: Any, pilihan: Iterable[str] = ()) -> Iterator[str]:
    """``kunci: nilai``, atau baris komentar bertanda ISI bila belum ada nilainya."""
    if nilai is not None:
        yield f"{kunci}: {skalar(nilai)}"
        return
    semua = " | ".join(pilihan)
    yield f"# ISI {kunci}: {semua}".rstrip() if semua else f"# ISI {kunci}:"
