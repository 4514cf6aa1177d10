"""Bentuk laporan temuan, dan penulisannya ke stdout beserta ringkasan langkah GitHub."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    from indeksinovasi.keluaran.temuan import LaporanTemuan


FormatTemuan = Literal["teks", "baris", "json", "github", "sarif", "junit"]
OpsiFormatTemuan = Annotated[FormatTemuan, typer.Option("--format", help="Bentuk keluaran.")]


def lapor_temuan(laporan: LaporanTemuan, bentuk: FormatTemuan) -> None:
    """Tulis *laporan* ke stdout; pada ``github`` juga ke berkas ``GITHUB_STEP_SUMMARY`` bila ada."""
    import os
    import sys

    from indeksinovasi.keluaran.temuan import laporkan

    laporkan(laporan, bentuk, sys.stdout)
    if bentuk == "github" and (langkah := os.environ.get("GITHUB_STEP_SUMMARY")):
        _ringkas_langkah(laporan, langkah)


def _ringkas_langkah(laporan: LaporanTemuan, langkah: str) -> None:
    from pathlib import Path

    from indeksinovasi.alur.galat import GalatPemakaian
    from indeksinovasi.alur.ringkasan import tambah_ringkasan
    from indeksinovasi.keluaran.temuan.github import SISA_RINGKASAN, ringkasan_markdown

    try:
        tambah_ringkasan(Path(langkah), ringkasan_markdown(laporan), SISA_RINGKASAN)
    except GalatPemakaian as galat:
        typer.echo(f"indeks: {galat.pesan}", err=True)
