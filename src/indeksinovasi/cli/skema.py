"""``indeks skema``: JSON Schema untuk penyunting dan pemeriksa lain."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from indeksinovasi.cli.lengkapi import lengkapi_tahun
from indeksinovasi.cli.pilihan import bulat_dari


def skema(
    jenis: Annotated[
        Literal["inovasi", "spd", "daerah", "hasil-resmi", "metode", "keluaran"],
        typer.Argument(
            metavar="JENIS", help="Jenis berkas; keluaran: nilai --format json.", show_default=False
        ),
    ],
    tahun: Annotated[
        int | None,
        typer.Option(
            "--tahun",
            metavar="T",
            parser=bulat_dari,
            autocompletion=lengkapi_tahun,
            help="Indikator dan tingkat satu tahun (inovasi dan spd); bawaannya gabungan.",
        ),
    ] = None,
) -> int:
    """Tulis JSON Schema untuk penyunting."""
    from indeksinovasi.keluaran import skema as penulis

    match jenis:
        case "daerah":
            isi = penulis.skema_daerah()
        case "hasil-resmi":
            isi = penulis.skema_hasil_resmi()
        case "metode":
            isi = penulis.skema_metode()
        case "keluaran":
            from indeksinovasi.keluaran.skema.keluaran import skema_keluaran

            isi = skema_keluaran()
        case _:
            from indeksinovasi.alur.skema import bahan_skema

            metode, kamus = bahan_skema(tahun)
            if jenis == "spd":
                isi = penulis.skema_spd(kamus.spd, metode, tahun)
            else:
                isi = penulis.skema_inovasi(kamus.sid, metode, tahun)
    typer.echo(penulis.tulis(isi), nl=False)
    return 0
