"""``indeks formulir``: formulir HTML mandiri untuk diisi OPD tanpa memasang apa pun."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from indeksinovasi.cli.pilihan import OpsiMetode, OpsiTahun, jalur_keluaran, sambung_perintah


def formulir(
    data: Annotated[Path, typer.Argument(metavar="DATA", help="Folder satu daerah.", show_default=False)],
    keluaran: Annotated[
        Path,
        typer.Option(
            "-o",
            "--keluaran",
            metavar="BERKAS|FOLDER",
            parser=jalur_keluaran,
            help="Berkas HTML tujuan dengan --opd; tanpa itu folder, satu berkas tiap OPD.",
            show_default=False,
        ),
    ],
    tahun: OpsiTahun = None,
    opd: Annotated[
        str | None, typer.Option("--opd", metavar="KODE", help="Hanya OPD ini; kodenya ada di daerah.yaml.")
    ] = None,
    metode: OpsiMetode = None,
    timpa: Annotated[bool, typer.Option("--timpa", help="Ganti berkas yang sudah ada.")] = False,
    coba: Annotated[bool, typer.Option("--coba", help="Sebut yang akan ditulis, tanpa menulis.")] = False,
    format: Annotated[Literal["teks", "json"], typer.Option("--format", help="Bentuk keluaran.")] = "teks",
) -> int:
    """Tulis formulir HTML untuk diisi OPD; hasilnya dibaca `indeks impor`."""
    from indeksinovasi.alur.formulir import PermintaanFormulir, susun_formulir
    from indeksinovasi.alur.galat import GalatPemakaian
    from indeksinovasi.alur.tulisan import tulis_keluaran
    from indeksinovasi.cli.lanjut import tulis_lanjut
    from indeksinovasi.cli.lapor_nilai import PengumpulNilai
    from indeksinovasi.keluaran.formulir import halaman, nama_berkas
    from indeksinovasi.keluaran.tulisan import json_tulisan, teks_tulisan

    hasil = susun_formulir(PermintaanFormulir(data, tahun, opd, metode))
    if opd is None and keluaran.suffix.lower() in (".html", ".htm"):
        raise GalatPemakaian(
            f"Tanpa --opd, {keluaran} menjadi folder: satu berkas tiap OPD.",
            "Sebut --opd KODE untuk satu berkas, atau nama folder tanpa .html.",
        )
    isi = {
        keluaran if opd is not None else keluaran / nama_berkas(satu): halaman(satu).encode("utf-8")
        for satu in hasil.bahan
    }
    tulisan = tulis_keluaran(isi, timpa=timpa, coba=coba)
    if format == "json":
        typer.echo(json_tulisan(tulisan, hasil.temuan))
    else:
        typer.echo(teks_tulisan(tulisan, coba=coba))
        PengumpulNilai(hasil.temuan).tulis()
        tahun_formulir = hasil.bahan[0].tahun
        # Bintangnya di luar kutipan, supaya dibuka oleh shell.
        simpanan = f"formulir-{opd or '*'}-{tahun_formulir}.json"
        ke = sambung_perintah("--ke", data, "--tahun", str(tahun_formulir))
        tulis_lanjut(f"indeks impor {simpanan} {ke}", "simpanan OPD", coba=coba)
    return int(bool(hasil.temuan))
