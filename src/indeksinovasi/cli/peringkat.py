"""``indeks peringkat``: peringkat daerah, OPD, atau inovasi pada satu tahun."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from indeksinovasi.cli.pilihan import ArgData, OpsiDasar, OpsiMetode, OpsiTahun, pilihan_sama
from indeksinovasi.cli.ragam_csv import OpsiDesimal, OpsiPemisah, ragam_csv


def peringkat(
    data: ArgData,
    tahun: OpsiTahun = None,
    menurut: Annotated[
        Literal["daerah", "opd", "inovasi"], typer.Option("--menurut", help="Apa yang diurutkan.")
    ] = "daerah",
    klaster: Annotated[
        Literal["tertinggal", "perbatasan", "papua"] | None,
        typer.Option("--klaster", help="Hanya daerah klaster ini."),
    ] = None,
    jenis: Annotated[
        Literal["provinsi", "kabupaten", "kota"] | None,
        typer.Option("--jenis", help="Hanya daerah jenis ini."),
    ] = None,
    metode: OpsiMetode = None,
    dasar: OpsiDasar = "berbukti",
    format: Annotated[
        Literal["teks", "json", "csv", "markdown"], typer.Option("--format", help="Bentuk keluaran.")
    ] = "teks",
    pemisah: OpsiPemisah = None,
    desimal: OpsiDesimal = None,
) -> int:
    """Urutkan daerah, OPD, atau inovasi."""
    from indeksinovasi.alur.nilai import Permintaan
    from indeksinovasi.alur.peringkat import PermintaanPeringkat, peringkatkan
    from indeksinovasi.cli.kemajuan import pantau
    from indeksinovasi.cli.lapor_peringkat import laporkan_peringkat
    from indeksinovasi.inti.hitung.nilai import Opsi

    ragam = ragam_csv(format, pemisah, desimal)
    permintaan = PermintaanPeringkat(Permintaan(data, tahun, metode, Opsi(dasar)), menurut, klaster, jenis)
    saring = (("--klaster", klaster) if klaster else ()) + (("--jenis", jenis) if jenis else ())
    sama: tuple[str | Path, ...] = (data, *pilihan_sama(tahun, metode, dasar))
    return laporkan_peringkat(peringkatkan(permintaan, pantau), format, sama, saring, ragam)
