"""``indeks ekspor``: tabel resmi, lengkap, lembar isian OPD, atau lembar verifikasi."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from indeksinovasi.cli.pilihan import OpsiDasar, OpsiTahunWajib, tulis_perintah

if TYPE_CHECKING:
    from indeksinovasi.alur.ekspor import PermintaanEkspor
    from indeksinovasi.inti.model.tabel import LembarTulis
    from indeksinovasi.inti.model.temuan import Temuan

BentukEkspor = Literal["resmi", "lengkap", "isian", "verifikasi"]


def ekspor(
    data: Annotated[Path, typer.Argument(metavar="DATA", help="Folder satu daerah.", show_default=False)],
    tahun: OpsiTahunWajib,
    keluaran: Annotated[
        Path,
        typer.Option(
            "-o", "--keluaran", metavar="FILE", help="Berkas .xlsx, atau .csv (resmi).", show_default=False
        ),
    ],
    bentuk: Annotated[BentukEkspor, typer.Option("--bentuk", help="Isi tabelnya.")] = "resmi",
    opd: Annotated[str | None, typer.Option("--opd", metavar="KODE", help="Hanya OPD ini.")] = None,
    dasar: OpsiDasar = "berbukti",
    timpa: Annotated[bool, typer.Option("--timpa", help="Ganti berkas yang isinya lain.")] = False,
    coba: Annotated[bool, typer.Option("--coba", help="Sebut yang akan ditulis, tanpa menulis.")] = False,
    format: Annotated[Literal["teks", "json"], typer.Option("--format", help="Bentuk keluaran.")] = "teks",
) -> int:
    """Tulis catatan sebagai tabel: resmi, lengkap, isian, atau verifikasi."""
    from indeksinovasi.alur.ekspor import PermintaanEkspor
    from indeksinovasi.alur.galat import GalatPemakaian
    from indeksinovasi.alur.tambahan import pastikan
    from indeksinovasi.alur.tulisan import tulis_keluaran
    from indeksinovasi.cli.lanjut import tulis_lanjut
    from indeksinovasi.cli.lapor_nilai import PengumpulNilai
    from indeksinovasi.keluaran.tabel.buku import tulis_buku
    from indeksinovasi.keluaran.tabel.csv import tulis_csv
    from indeksinovasi.keluaran.tulisan import json_tulisan, teks_tulisan

    akhiran = keluaran.suffix.lower()
    if akhiran not in (".xlsx", ".csv") or (akhiran == ".csv" and bentuk != "resmi"):
        boleh = ".xlsx atau .csv" if bentuk == "resmi" else ".xlsx"
        raise GalatPemakaian(f"Bentuk {bentuk} ditulis sebagai {boleh}.", "Ganti akhiran berkas pada -o.")
    if akhiran == ".xlsx":
        pastikan("tabel", "menulis Excel")
    lembar, temuan = _lembar(PermintaanEkspor(data, tahun, opd, dasar), bentuk)
    isi = tulis_csv(lembar[0]) if akhiran == ".csv" else tulis_buku(lembar)
    tulisan = tulis_keluaran({keluaran: isi}, timpa=timpa, coba=coba)
    if format == "json":
        typer.echo(json_tulisan(tulisan, temuan))
    else:
        typer.echo(teks_tulisan(tulisan, coba=coba))
        PengumpulNilai(temuan).tulis()
        if bentuk in ("isian", "verifikasi"):
            impor = tulis_perintah("impor", str(keluaran), "--ke", data, "--tahun", str(tahun))
            tulis_lanjut(impor, "sesudah diisi", coba=coba)
        else:
            tulis_lanjut(tulis_perintah("validasi", data), "yang masih dapat diperbaiki", coba=coba)
    return int(bool(temuan))


def _lembar(
    permintaan: PermintaanEkspor, bentuk: BentukEkspor
) -> tuple[tuple[LembarTulis, ...], tuple[Temuan, ...]]:
    from indeksinovasi.alur.ekspor import bahan_isian, nilai_ekspor, temuan_ekspor

    if bentuk == "isian":
        from indeksinovasi.keluaran.tabel.isian import lembar_isian

        return lembar_isian(bahan_isian(permintaan)), ()
    if bentuk == "verifikasi":
        from indeksinovasi.keluaran.tabel.verifikasi import lembar_verifikasi

        return lembar_verifikasi(bahan_isian(permintaan)), ()
    bahan = nilai_ekspor(permintaan)
    if bentuk == "lengkap":
        from indeksinovasi.keluaran.tabel.lengkap import lembar_lengkap

        return lembar_lengkap(bahan.hasil, temuan_ekspor(permintaan)), bahan.temuan
    from indeksinovasi.keluaran.tabel.resmi import BarisResmi, lembar_resmi

    nomor = bahan.hasil.nomor_dasar
    baris = (
        BarisResmi(
            bahan.nama_opd.get(satu.opd, satu.opd),
            bahan.inovasi[satu.id],
            satu.kematangan[nomor] if satu.kematangan else None,
        )
        for satu in bahan.hasil.inovasi
        if satu.id in bahan.inovasi
    )
    return (lembar_resmi(bahan.hasil.daerah.nama, baris),), bahan.temuan
