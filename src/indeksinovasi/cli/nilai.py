"""``indeks nilai``: menilai satu daerah atau banyak daerah."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from indeksinovasi.cli.pilihan import ArgData, OpsiDasar, OpsiMetode, OpsiTahun, pilihan_sama
from indeksinovasi.cli.ragam_csv import OpsiDesimal, OpsiPemisah, khusus_csv, ragam_csv

if TYPE_CHECKING:
    from indeksinovasi.keluaran.nilai_csv import BarisCsv


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
    baris: Annotated[
        Literal["daerah", "inovasi", "indikator"] | None,
        typer.Option("--baris", help="Satu baris CSV tiap apa; bawaannya daerah."),
    ] = None,
    pemisah: OpsiPemisah = None,
    desimal: OpsiDesimal = None,
) -> int:
    """Nilai inovasi dan hitung indeks daerah."""
    from indeksinovasi.alur.nilai import Permintaan, rencanakan
    from indeksinovasi.cli.lapor_nilai import laporkan_nilai
    from indeksinovasi.inti.hitung.nilai import Opsi

    khusus_csv(format, **{"--baris": baris})
    ragam, tiap = ragam_csv(format, pemisah, desimal), _baris_csv(baris, rinci=rinci)
    opsi = Opsi(dasar, sertakan_draf, abaikan_kelayakan)
    kerja = rencanakan(Permintaan(data, tahun, metode, opsi))
    sama = pilihan_sama(tahun, metode, dasar)
    return laporkan_nilai(kerja, format, (data, *sama), rinci=rinci, baris=tiap, ragam=ragam)


def _baris_csv(baris: BarisCsv | None, *, rinci: bool) -> BarisCsv:
    """``--rinci`` sama dengan ``--baris indikator``."""
    if rinci and baris not in (None, "indikator"):
        from indeksinovasi.alur.galat import GalatPemakaian

        raise GalatPemakaian(
            f"--rinci menulis satu baris tiap indikator, bukan tiap {baris}.",
            f"Hapus --rinci untuk --baris {baris}.",
        )
    return baris or ("indikator" if rinci else "daerah")
