"""``indeks nilai``: menilai satu daerah atau banyak daerah."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from indeksinovasi.cli.pilihan import ArgData, OpsiDasar, OpsiMetode, OpsiTahun


def nilai(
    data: ArgData,
    tahun: OpsiTahun = None,
    metode: OpsiMetode = None,
    dasar: OpsiDasar = "berbukti",
    rinci: Annotated[
        bool, typer.Option("--rinci", help="Tampilkan turunan hitungan baris demi baris.")
    ] = False,
    sertakan_draf: Annotated[
        bool, typer.Option("--sertakan-draf", help="Hitung juga inovasi berstatus draf.")
    ] = False,
    abaikan_kelayakan: Annotated[
        bool, typer.Option("--abaikan-kelayakan", help="Hitung juga inovasi di luar jendela penerapan.")
    ] = False,
    format: Annotated[
        Literal["teks", "json", "csv", "markdown"], typer.Option("--format", help="Bentuk keluaran.")
    ] = "teks",
) -> int:
    """Nilai inovasi dan hitung indeks daerah."""
    from indeksinovasi.alur.nilai import Permintaan, rencanakan
    from indeksinovasi.cli.lapor_nilai import lapor
    from indeksinovasi.inti.hitung.nilai import Opsi

    opsi = Opsi(dasar, sertakan_draf, abaikan_kelayakan)
    kerja = rencanakan(Permintaan(data, tahun, metode, opsi))
    return lapor(kerja, format, data, rinci=rinci)
