"""``indeks banding``: membandingkan tahun, dasar, atau metode satu daerah atau banyak daerah."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from indeksinovasi.cli.lengkapi import lengkapi_tahun
from indeksinovasi.cli.pilihan import OpsiFormat, tulis_perintah


def banding(
    data: Annotated[
        Path,
        typer.Argument(
            metavar="DATA", help="Folder daerah, atau pohon berisi banyak daerah.", show_default=False
        ),
    ],
    sisi: Annotated[
        list[str],
        typer.Argument(
            metavar="SISI",
            autocompletion=lengkapi_tahun,
            help="Dua sisi atau lebih: 2022, 2023:klaim, 2023@2026 (catatan 2023, metode 2026).",
            show_default=False,
        ),
    ],
    rinci: Annotated[
        bool, typer.Option("--rinci", help="Tampilkan semua baris, juga yang tidak berubah.")
    ] = False,
    format: OpsiFormat = "teks",
) -> int:
    """Bandingkan tahun, dasar, atau metode; uraikan sebabnya."""
    from indeksinovasi.alur.banding import rencanakan_banding
    from indeksinovasi.cli.lapor_banding import laporkan_banding

    perintah = tulis_perintah("banding", data, *sisi, "--rinci")
    return laporkan_banding(rencanakan_banding(data, tuple(sisi)), format, rinci=rinci, perintah=perintah)
