"""``indeks peringkat``: peringkat daerah, OPD, atau inovasi pada satu tahun."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from indeksinovasi.cli.pilihan import ArgData, Dasar, OpsiDasar, OpsiMetode, OpsiTahun


class FormatPeringkat(StrEnum):
    """Bentuk keluaran."""

    teks = "teks"
    json = "json"
    markdown = "markdown"


class Menurut(StrEnum):
    """Apa yang diurutkan."""

    daerah = "daerah"
    opd = "opd"
    inovasi = "inovasi"


class Klaster(StrEnum):
    """Saringan klaster."""

    tertinggal = "tertinggal"
    perbatasan = "perbatasan"
    papua = "papua"


class Jenis(StrEnum):
    """Saringan jenis daerah."""

    provinsi = "provinsi"
    kabupaten = "kabupaten"
    kota = "kota"


def peringkat(
    data: ArgData,
    tahun: OpsiTahun = None,
    menurut: Annotated[Menurut, typer.Option("--menurut", help="Apa yang diurutkan.")] = Menurut.daerah,
    klaster: Annotated[Klaster | None, typer.Option("--klaster", help="Hanya daerah klaster ini.")] = None,
    jenis: Annotated[Jenis | None, typer.Option("--jenis", help="Hanya daerah jenis ini.")] = None,
    metode: OpsiMetode = None,
    dasar: OpsiDasar = Dasar.berbukti,
    format: Annotated[
        FormatPeringkat, typer.Option("--format", help="Bentuk keluaran.")
    ] = FormatPeringkat.teks,
) -> int:
    """Urutkan daerah, OPD, atau inovasi."""
    from indeksinovasi.alur.nilai import Permintaan
    from indeksinovasi.alur.peringkat import PermintaanPeringkat, peringkatkan
    from indeksinovasi.cli.kemajuan import pantau
    from indeksinovasi.cli.lapor_peringkat import lapor
    from indeksinovasi.inti.nilai import Opsi

    permintaan = PermintaanPeringkat(
        Permintaan(data, tahun, metode, Opsi(dasar.value)),
        menurut.value,
        klaster.value if klaster else None,
        jenis.value if jenis else None,
    )
    return lapor(peringkatkan(permintaan, pantau), format.value)
