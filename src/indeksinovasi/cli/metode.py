"""``indeks metode``: melihat, memeriksa, dan membandingkan berkas tahun."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from indeksinovasi.cli.bahasa import Kelompok, PerintahTyper
from indeksinovasi.cli.lapor_temuan import OpsiFormatTemuan, lapor_temuan
from indeksinovasi.cli.lengkapi import lengkapi_tahun
from indeksinovasi.cli.pilihan import OpsiFormat

metode = typer.Typer(
    name="metode",
    cls=Kelompok,
    rich_markup_mode=None,
    no_args_is_help=True,
    help="Lihat, periksa, dan bandingkan aturan tiap tahun.",
)


@metode.command("daftar", cls=PerintahTyper)
def daftar() -> int:
    """Daftar tahun yang tersedia dan kepastiannya."""
    from indeksinovasi.alur.metode_lihat import daftar_metode
    from indeksinovasi.keluaran.metode import dokumen_daftar
    from indeksinovasi.keluaran.penulis.terminal import cetak_dokumen

    cetak_dokumen(dokumen_daftar(daftar_metode()))
    return 0


@metode.command("tunjuk", cls=PerintahTyper)
def tunjuk(
    tahun: Annotated[
        str,
        typer.Argument(
            metavar="T|BERKAS", autocompletion=lengkapi_tahun, help="Tahun, atau berkas metode sendiri."
        ),
    ],
    format: OpsiFormat = "teks",
) -> int:
    """Tunjukkan apa yang diukur satu tahun dan sumbernya."""
    from indeksinovasi.alur.metode_lihat import tunjuk_metode

    termuat = tunjuk_metode(tahun)
    match format:
        case "json":
            from indeksinovasi.keluaran.metode_json import json_tunjuk

            sys.stdout.write(json_tunjuk(termuat.metode, termuat.sidik))
        case "markdown":
            from indeksinovasi.keluaran.metode import dokumen_tunjuk
            from indeksinovasi.keluaran.penulis.markdown import teks_markdown

            sys.stdout.write(teks_markdown(dokumen_tunjuk(termuat.metode, termuat.sidik), 1))
        case "teks":
            from indeksinovasi.keluaran.metode import dokumen_tunjuk
            from indeksinovasi.keluaran.penulis.terminal import cetak_dokumen

            cetak_dokumen(
                dokumen_tunjuk(
                    termuat.metode,
                    termuat.sidik,
                    _jelaskan(tahun, [satu.kode for satu in termuat.metode.indikator]),
                )
            )
    return 0


def _jelaskan(diminta: str, kode: list[str]) -> tuple[str, str] | None:
    """Perintah berikutnya; indikator berkas sendiri tidak dikenal ``jelaskan``."""
    if not diminta.isdecimal() or not kode:
        return None
    return f"indeks jelaskan {kode[0]} --tahun {diminta}", "satu indikator"


@metode.command("periksa", cls=PerintahTyper)
def periksa(
    berkas: Annotated[
        list[str] | None,
        typer.Argument(metavar="[BERKAS]...", help="Berkas metode; bawaannya semua berkas tahun."),
    ] = None,
    format: OpsiFormatTemuan = "teks",
) -> int:
    """Periksa berkas tahun: rentang, jumlah, sumber, asumsi."""
    from indeksinovasi.alur.data import ada_galat
    from indeksinovasi.alur.metode_periksa import periksa_berkas_metode
    from indeksinovasi.keluaran.temuan import LaporanTemuan

    hasil = periksa_berkas_metode(tuple(berkas or ()))
    lapor_temuan(LaporanTemuan(hasil.temuan, hasil.diperiksa, hasil.teks.get), format)
    return int(ada_galat(hasil.temuan))


@metode.command("beda", cls=PerintahTyper)
def beda(
    lama: Annotated[
        str,
        typer.Argument(metavar="T1", autocompletion=lengkapi_tahun, help="Tahun atau berkas metode asal."),
    ],
    baru: Annotated[
        str,
        typer.Argument(
            metavar="T2", autocompletion=lengkapi_tahun, help="Tahun atau berkas metode pembanding."
        ),
    ],
) -> int:
    """Bandingkan dua tahun, indikator demi indikator."""
    from indeksinovasi.alur.metode_lihat import beda_metode
    from indeksinovasi.keluaran.metode_beda import dokumen_beda
    from indeksinovasi.keluaran.penulis.terminal import cetak_dokumen

    cetak_dokumen(dokumen_beda(beda_metode(lama, baru)))
    return 0
