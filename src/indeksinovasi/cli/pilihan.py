"""Pilihan baris perintah yang dipakai beberapa perintah."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Annotated, Literal, TypeVar

import typer

from indeksinovasi.cli.lengkapi import lengkapi_tahun

PilihanDasar = Literal["klaim", "berbukti", "terverifikasi"]
Format = Literal["teks", "json", "markdown"]

ArgData = Annotated[
    Path,
    typer.Argument(
        metavar="DATA",
        help="Folder daerah, pohon berisi banyak daerah, folder OPD, atau satu berkas.",
        show_default=False,
    ),
]


def bulat_dari(teks: str | int) -> int:
    """Bilangan bulat dari baris perintah, hanya dengan angka; nilai bawaan pilihannya tetap."""
    if isinstance(teks, int):
        return teks
    rapi = teks.strip()
    if rapi.removeprefix("-").isdecimal() and rapi.isascii():
        return int(rapi)
    from indeksinovasi.inti.model.angka import berpemisah_ribuan, petunjuk_ribuan

    if berpemisah_ribuan(rapi):
        raise typer.BadParameter(
            f'"{teks}" dapat dibaca dengan dua cara; {petunjuk_ribuan(rapi, bulat=True)}.'
        )
    raise typer.BadParameter(f'"{teks}" bukan bilangan bulat.')


def cacah_dari(teks: str | int) -> int:
    """Seperti ``bulat_dari``, dan tidak negatif."""
    nilai = bulat_dari(teks)
    if nilai < 0:
        raise typer.BadParameter(f'"{teks}" kurang dari 0.')
    return nilai


def jalur_keluaran(teks: str) -> Path:
    """Jalur tujuan yang benar-benar disebut: ``-o ""`` tidak menjadi folder kini."""
    if not teks.strip():
        raise typer.BadParameter("tujuan belum disebut.")
    return Path(teks)


OpsiTahun = Annotated[
    int | None,
    typer.Option(
        "--tahun",
        metavar="T",
        parser=bulat_dari,
        autocompletion=lengkapi_tahun,
        help="Tahun pengukuran; bawaannya tahun terbaru dalam data.",
    ),
]
OpsiTahunWajib = Annotated[
    int,
    typer.Option(
        "--tahun",
        metavar="T",
        autocompletion=lengkapi_tahun,
        parser=bulat_dari,
        help="Tahun pengukuran.",
        show_default=False,
    ),
]
OpsiMetode = Annotated[
    str | None,
    typer.Option(
        "--metode",
        metavar="T|BERKAS",
        autocompletion=lengkapi_tahun,
        help="Nilai dengan metode tahun lain atau berkas metode sendiri.",
    ),
]
OpsiDasar = Annotated[PilihanDasar, typer.Option("--dasar", help="Tingkat yang dihitung.")]
OpsiTeksJson = Annotated[Literal["teks", "json"], typer.Option("--format", help="Bentuk keluaran.")]
OpsiTimpa = Annotated[bool, typer.Option("--timpa", help="Ganti berkas yang sudah ada dengan isi lain.")]
OpsiFormat = Annotated[Format, typer.Option("--format", help="Bentuk keluaran.")]


_JALUR_TERPANJANG = 27


def tulis_perintah(*bagian: str | Path) -> str:
    """Perintah ``indeks`` yang dapat disalin ke shell; jalur yang panjang ditulis ``DATA``."""
    return f"indeks {sambung_perintah(*bagian)}"


def sambung_perintah(*bagian: str | Path) -> str:
    """Bagian perintah yang dikutip seperlunya untuk shell."""
    return shlex.join(map(_bagian_perintah, bagian))


def pilihan_sama(tahun: int | None, metode: str | None, dasar: str) -> tuple[str, ...]:
    """Pilihan yang membuat perintah berikutnya membaca data yang sama: hanya yang bukan bawaan."""
    return (
        *(("--tahun", str(tahun)) if tahun else ()),
        *(("--metode", metode) if metode else ()),
        *(("--dasar", dasar) if dasar != "berbukti" else ()),
    )


def _bagian_perintah(satu: str | Path) -> str:
    if isinstance(satu, Path) and len(str(satu)) > _JALUR_TERPANJANG:
        return "DATA"
    return str(satu)


_T = TypeVar("_T")


def bila_disebut(baca: Callable[[str, str], _T], teks: str | None, nama: str) -> _T | None:
    """Nilai pilihan *nama* menurut *baca*; ``None`` bila tidak disebut."""
    return None if teks is None else baca(teks, nama)


def angka_dari(teks: str, nama: str) -> Fraction:
    """Bilangan dari baris perintah; koma dan titik desimal sama-sama diterima."""
    from indeksinovasi.alur.galat import GalatPemakaian
    from indeksinovasi.inti.model.angka import berpemisah_ribuan, pecahan, petunjuk_ribuan

    if berpemisah_ribuan(teks):
        tulis = petunjuk_ribuan(teks)
        raise GalatPemakaian(
            f'Nilai {nama} "{teks}" dapat dibaca dengan dua cara.', f"{tulis[0].upper()}{tulis[1:]}."
        )
    try:
        return pecahan(teks)
    except ValueError:
        raise GalatPemakaian(
            f'Nilai {nama} "{teks}" bukan bilangan.', "Tulis misalnya 79,69 atau 79.69."
        ) from None


def tanggal_dari(teks: str, nama: str) -> date:
    """Tanggal ``YYYY-MM-DD`` dari baris perintah."""
    from indeksinovasi.alur.galat import GalatPemakaian

    try:
        hari = date.fromisoformat(teks)
    except ValueError:
        hari = None
    # fromisoformat menerima juga bentuk ISO lain, misalnya 2024-W28-2.
    if hari is not None and hari.isoformat() == teks:
        return hari
    raise GalatPemakaian(f'Nilai {nama} "{teks}" bukan tanggal.', "Tulis YYYY-MM-DD, misalnya 2026-07-12.")
