"""``indeks laporan``: menulis laporan Markdown dan bagannya, satu daerah atau satu subfolder tiap daerah."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from indeksinovasi.cli.pilihan import OpsiDasar, OpsiMetode, OpsiTahun, tanggal_dari

if TYPE_CHECKING:
    from indeksinovasi.alur.laporan import RencanaLaporan
    from indeksinovasi.keluaran.laporan import PilihanLaporan


def laporan(
    data: Annotated[
        Path,
        typer.Argument(
            metavar="DATA", help="Folder daerah, atau pohon berisi banyak daerah.", show_default=False
        ),
    ],
    folder: Annotated[
        Path,
        typer.Option(
            "-o",
            "--keluaran",
            metavar="FOLDER",
            help="Folder tujuan; dibuat bila belum ada.",
            show_default=False,
        ),
    ],
    tahun: OpsiTahun = None,
    metode: OpsiMetode = None,
    dasar: OpsiDasar = "berbukti",
    templat: Annotated[
        Path | None,
        typer.Option(
            "--templat", metavar="BERKAS", help="Templat Jinja2 sendiri sebagai ganti templat bawaan."
        ),
    ] = None,
    tanggal: Annotated[
        str | None, typer.Option("--tanggal", metavar="YYYY-MM-DD", help="Tanggal yang dicetak pada laporan.")
    ] = None,
) -> int:
    """Tulis laporan tahunan: Markdown dengan bagan SVG di sampingnya."""
    from indeksinovasi.alur.laporan import PermintaanLaporan, baca_templat, rencanakan_laporan
    from indeksinovasi.keluaran.laporan import PilihanLaporan

    pilihan = PilihanLaporan(
        templat=(templat.as_posix(), baca_templat(templat)) if templat else None,
        tanggal=tanggal_dari(tanggal, "--tanggal") if tanggal else None,
    )
    rencana = rencanakan_laporan(PermintaanLaporan(data, tahun, metode, dasar))
    return _tulis(rencana, pilihan, folder)


def _tulis(rencana: RencanaLaporan, pilihan: PilihanLaporan, folder: Path) -> int:
    from functools import partial

    from indeksinovasi.alur.galat import GalatPemakaian
    from indeksinovasi.alur.laporan import jalankan_laporan, simpan_laporan
    from indeksinovasi.cli.kemajuan import pantau
    from indeksinovasi.cli.lapor_nilai import Pengumpul, tulis_keterangan
    from indeksinovasi.keluaran.galat_templat import GalatTemplat
    from indeksinovasi.keluaran.laporan import BERKAS_LAPORAN, berkas_laporan
    from indeksinovasi.keluaran.teks import aman

    pengumpul = Pengumpul(rencana.temuan)
    tulis_keterangan(
        rencana.tahun, rencana.tanpa_tahun, dipilih=rencana.tahun_dipilih, lewat=rencana.tanpa_metode
    )
    semua = jalankan_laporan(rencana, partial(berkas_laporan, pilihan=pilihan))
    try:
        for subfolder, isi in pengumpul.lewat(pantau(semua, len(rencana.daerah))):
            simpan_laporan(folder / subfolder, isi)
            typer.echo(aman((folder / subfolder / BERKAS_LAPORAN).as_posix()))
    except GalatTemplat as galat:
        raise GalatPemakaian(f"{galat.letak}: {galat.sebab}.", "Betulkan templatnya.") from None
    pengumpul.tulis()
    return int(pengumpul.ditinggalkan)
