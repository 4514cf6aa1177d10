"""``indeks rencana``: pengandaian, susunan kiriman, target termurah, dan risiko."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from indeksinovasi.cli.bahasa import Kelompok, Perintah
from indeksinovasi.cli.pilihan import ArgData, OpsiDasar, OpsiMetode, OpsiTahun

rencana = typer.Typer(
    name="rencana",
    cls=Kelompok,
    rich_markup_mode=None,
    no_args_is_help=True,
    help="Rencanakan: seandainya, apa yang dikirim, jalan termurah ke target, dan risikonya.",
)
OpsiTeksJson = Annotated[Literal["teks", "json"], typer.Option("--format", help="Bentuk keluaran.")]


@rencana.command("andai", cls=Perintah)
def andai(
    data: ArgData,
    ubah: Annotated[
        list[str] | None,
        typer.Option(
            "--ubah",
            metavar="UBAHAN",
            help="Misalnya 2026/dinkes/posyandu:regulasi=3, *:regulasi=2, spd=55, +5@80; boleh berulang.",
        ),
    ] = None,
    skenario: Annotated[
        Path | None,
        typer.Option("--skenario", metavar="BERKAS", help="Berkas YAML berisi ubah: [...]; didahulukan."),
    ] = None,
    tahun: OpsiTahun = None,
    metode: OpsiMetode = None,
    dasar: OpsiDasar = "berbukti",
    format: OpsiTeksJson = "teks",
) -> int:
    """Hitung indeks seandainya data berubah; data tidak disentuh."""
    from indeksinovasi.alur.nilai import Permintaan
    from indeksinovasi.alur.rencana import andaikan_berkas, baca_bahan_rencana
    from indeksinovasi.cli.lapor_rencana import tulis_rencana
    from indeksinovasi.inti.hitung.nilai import Opsi

    bahan = baca_bahan_rencana(Permintaan(data, tahun, metode, Opsi(dasar)))
    _, hasil = andaikan_berkas(bahan, ubah or (), skenario)
    nilai = bahan.keadaan.hasil
    if format == "json":
        from indeksinovasi.keluaran.rencana_json import andai_json, dokumen

        return tulis_rencana(bahan, dokumen(nilai, "andai", andai_json(nilai, hasil), bahan.temuan), format)
    from indeksinovasi.keluaran.rencana_teks import teks_andai

    return tulis_rencana(bahan, teks_andai(nilai, hasil), format)
