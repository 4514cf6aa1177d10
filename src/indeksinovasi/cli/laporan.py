"""``indeks laporan``: menulis laporan, bagan, dan tabelnya, satu daerah atau satu subfolder tiap daerah."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from indeksinovasi.cli.lengkapi import lengkapi_tahun
from indeksinovasi.cli.pilihan import (
    OpsiDasar,
    OpsiMetode,
    bulat_dari,
    jalur_keluaran,
    pilihan_sama,
    tanggal_dari,
    tulis_perintah,
)

if TYPE_CHECKING:
    from indeksinovasi.alur.laporan import RencanaLaporan
    from indeksinovasi.inti.model.provinsi import BarisDaerah
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
            parser=jalur_keluaran,
            help="Folder tujuan; dibuat bila belum ada.",
            show_default=False,
        ),
    ],
    tahun: Annotated[
        str | None,
        typer.Option(
            "--tahun",
            autocompletion=lengkapi_tahun,
            metavar="T|semua",
            help="Tahun pengukuran, atau semua; bawaannya tahun terbaru dalam data.",
        ),
    ] = None,
    metode: OpsiMetode = None,
    dasar: OpsiDasar = "berbukti",
    bentuk: Annotated[
        Literal["markdown", "html", "docx"],
        typer.Option("--bentuk", help="Bentuk laporan; html satu berkas utuh, docx untuk Word."),
    ] = "markdown",
    ringkas: Annotated[
        bool, typer.Option("--ringkas", help="Satu halaman bagi pimpinan sebagai ganti laporan lengkap.")
    ] = False,
    png: Annotated[bool, typer.Option("--png", help="Tulis bagan juga sebagai PNG.")] = False,
    templat: Annotated[
        Path | None,
        typer.Option(
            "--templat",
            metavar="BERKAS",
            help="Templat Jinja2 sendiri (kode tepercaya), atau (docx) berkas Word berkop yang diisi.",
        ),
    ] = None,
    tanggal: Annotated[
        str | None, typer.Option("--tanggal", metavar="YYYY-MM-DD", help="Tanggal yang dicetak pada laporan.")
    ] = None,
    timpa: Annotated[
        bool,
        typer.Option(
            "--timpa", help="Timpa juga berkas yang bukan tulisan perintah ini atau yang sudah disunting."
        ),
    ] = False,
) -> int:
    """Tulis laporan tahunan: Markdown dengan bagan SVG dan tabel CSV di sampingnya."""
    from indeksinovasi.alur.laporan import PermintaanLaporan, rencanakan_laporan
    from indeksinovasi.alur.tambahan import pastikan
    from indeksinovasi.keluaran.laporan import PilihanLaporan

    pilihan = _bertemplat(PilihanLaporan(bentuk=bentuk, ringkas=ringkas, png=png), templat)
    if tanggal:
        pilihan = pilihan._replace(tanggal=tanggal_dari(tanggal, "--tanggal"))
    if bentuk == "docx" or png:
        pastikan("laporan", "menulis Word dan PNG")
    diminta = _tahun_diminta(data, tahun)
    semua = [rencanakan_laporan(PermintaanLaporan(data, satu, metode, dasar)) for satu in diminta]
    kode = max(_tulis(rencana, pilihan, folder, timpa=timpa) for rencana in semua)
    _lanjut(semua, data, pilihan_sama(None if tahun == "semua" else diminta[0], metode, dasar))
    return kode


def _bertemplat(pilihan: PilihanLaporan, templat: Path | None) -> PilihanLaporan:
    """*pilihan* dengan templat Jinja2, atau kop surat bila *templat* berkas Word."""
    from indeksinovasi.alur.laporan import baca_kop, baca_templat

    if templat is None:
        return pilihan
    if templat.suffix.lower() in (".docx", ".dotx"):
        return pilihan._replace(kop=baca_kop(templat, pilihan.bentuk))
    return pilihan._replace(templat=(templat.as_posix(), baca_templat(templat)))


def _tahun_diminta(data: Path, tahun: str | None) -> tuple[int | None, ...]:
    from indeksinovasi.alur.laporan import tahun_semua

    if tahun == "semua":
        return tahun_semua(data) or (None,)
    return (None if tahun is None else bulat_dari(tahun),)


def _lanjut(semua: list[RencanaLaporan], data: Path, sama: tuple[str, ...]) -> None:
    from indeksinovasi.cli.lanjut import tulis_lanjut

    if semua[0].banyak:
        tulis_lanjut(tulis_perintah("peringkat", data, *sama), "urutan menurut skor")
    else:
        tulis_lanjut(tulis_perintah("validasi", data), "yang masih dapat diperbaiki")


def _tulis(rencana: RencanaLaporan, pilihan: PilihanLaporan, folder: Path, *, timpa: bool) -> int:
    from functools import partial

    from indeksinovasi.alur.galat import GalatPemakaian
    from indeksinovasi.alur.laporan import ikhtisar_daerah, jalankan_laporan, simpan_laporan
    from indeksinovasi.cli.kemajuan import pantau
    from indeksinovasi.cli.lapor_nilai import PengumpulNilai, tulis_keterangan
    from indeksinovasi.keluaran.galat_templat import GalatTemplat
    from indeksinovasi.keluaran.laporan import nama_laporan, olah_laporan
    from indeksinovasi.keluaran.laporan_provinsi import berkas_provinsi
    from indeksinovasi.keluaran.teks import aman

    pengumpul = PengumpulNilai(rencana.temuan)
    tulis_keterangan(
        rencana.tahun, rencana.tanpa_tahun, dipilih=rencana.tahun_dipilih, lewat=rencana.tanpa_metode
    )
    semua = jalankan_laporan(rencana, partial(olah_laporan, pilihan=pilihan))
    ringkas: list[BarisDaerah] = []
    nama = nama_laporan(rencana.tahun, pilihan)
    try:
        for subfolder, hasil in pengumpul.lewat(pantau(semua, len(rencana.daerah))):
            simpan_laporan(folder / subfolder, hasil.berkas, nama, timpa=timpa)
            ringkas.append(hasil.ringkas._replace(subfolder=subfolder))
            typer.echo(aman((folder / subfolder / nama).as_posix()))
        if rencana.banyak:
            provinsi = ikhtisar_daerah(rencana, ringkas)
            utama = nama_laporan(rencana.tahun, pilihan._replace(ringkas=False))
            simpan_laporan(folder, berkas_provinsi(provinsi, pilihan), utama, timpa=timpa)
            typer.echo(aman((folder / utama).as_posix()))
    except GalatTemplat as galat:
        raise GalatPemakaian(f"{galat.letak}: {galat.sebab}.", "Betulkan templatnya.") from None
    pengumpul.tulis()
    return int(pengumpul.ditinggalkan)
