"""``indeks jelaskan``: arti sebuah kode temuan atau indikator."""

from __future__ import annotations

from typing import Annotated

import typer

from indeksinovasi.cli.lengkapi import lengkapi_kata, lengkapi_tahun
from indeksinovasi.cli.pilihan import bulat_dari


def jelaskan(
    kata: Annotated[
        str,
        typer.Argument(
            metavar="KODE|INDIKATOR",
            autocompletion=lengkapi_kata,
            help="Kode temuan (SKM104), keluarganya (SKM), atau indikator.",
        ),
    ],
    tahun: Annotated[
        int | None,
        typer.Option(
            "--tahun",
            metavar="T",
            parser=bulat_dari,
            autocompletion=lengkapi_tahun,
            help="Tahun metode; bawaannya tahun terbaru yang memuat indikatornya.",
        ),
    ] = None,
) -> int:
    """Jelaskan kode temuan, indikator, atau pilihan sebuah isian."""
    from indeksinovasi.alur import jelaskan as alur
    from indeksinovasi.inti.metode.jelaskan import PenjelasanPilihan
    from indeksinovasi.keluaran.jelaskan import dokumen_jelaskan
    from indeksinovasi.keluaran.jelaskan_pilihan import dokumen_pilihan
    from indeksinovasi.keluaran.penulis.terminal import cetak_dokumen

    isi = alur.jelaskan(kata, tahun)
    cetak_dokumen(dokumen_pilihan(isi) if isinstance(isi, PenjelasanPilihan) else dokumen_jelaskan(isi))
    return 0
