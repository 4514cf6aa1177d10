"""``indeks verifikasi``: persetujuan pemeriksa atas satu baris."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from indeksinovasi.cli.lengkapi import lengkapi_indikator
from indeksinovasi.cli.pilihan import bulat_dari


def verifikasi(
    catatan: Annotated[
        Path, typer.Argument(metavar="CATATAN", help="Berkas catatan atau spd.yaml.", show_default=False)
    ],
    indikator: Annotated[
        str,
        typer.Argument(
            metavar="INDIKATOR",
            autocompletion=lengkapi_indikator,
            help="Kode baris, misalnya regulasi.",
            show_default=False,
        ),
    ],
    parameter: Annotated[
        int,
        typer.Option(
            "--parameter",
            metavar="N",
            parser=bulat_dari,
            help="Tingkat menurut pemeriksa, 0-3.",
            show_default=False,
        ),
    ],
    catatan_pemeriksa: Annotated[
        str | None, typer.Option("--catatan", metavar="TEKS", help="Alasan pemeriksa.")
    ] = None,
    oleh: Annotated[str | None, typer.Option("--oleh", metavar="NAMA", help="Tim atau pemeriksa.")] = None,
    tanggal: Annotated[
        str | None, typer.Option("--tanggal", metavar="YYYY-MM-DD", help="Tanggal pemeriksaan.")
    ] = None,
    coba: Annotated[bool, typer.Option("--coba", help="Sebut yang akan ditulis, tanpa menulis.")] = False,
    format: Annotated[Literal["teks", "json"], typer.Option("--format", help="Bentuk keluaran.")] = "teks",
) -> int:
    """Tulis verifikasi satu baris; tidak ada bita lain yang berubah."""
    from indeksinovasi.alur.verifikasi import PermintaanVerifikasi
    from indeksinovasi.alur.verifikasi import verifikasi as jalankan
    from indeksinovasi.cli.pilihan import bila_disebut, tanggal_dari
    from indeksinovasi.keluaran.tulisan import json_tulisan, teks_tulisan

    hari = bila_disebut(tanggal_dari, tanggal, "--tanggal")
    permintaan = PermintaanVerifikasi(catatan, indikator, parameter, catatan_pemeriksa, oleh, hari, coba)
    tulisan = (jalankan(permintaan),)
    typer.echo(json_tulisan(tulisan, ()) if format == "json" else teks_tulisan(tulisan, coba=coba))
    return 0
