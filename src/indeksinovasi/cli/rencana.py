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


@rencana.command("susun", cls=Perintah)
def susun(
    data: ArgData,
    wajib: Annotated[
        list[str] | None,
        typer.Option("--wajib", metavar="ID,…", help="Catatan yang selalu dikirim; boleh berulang."),
    ] = None,
    tanpa: Annotated[
        list[str] | None,
        typer.Option("--tanpa", metavar="ID,…", help="Catatan yang tidak dikirim; boleh berulang."),
    ] = None,
    minimal: Annotated[
        int, typer.Option("--minimal", metavar="N", min=0, help="Paling sedikit sekian yang dikirim.")
    ] = 0,
    tahun: OpsiTahun = None,
    metode: OpsiMetode = None,
    dasar: OpsiDasar = "berbukti",
    format: OpsiTeksJson = "teks",
) -> int:
    """Pilih catatan yang sebaiknya dikirim supaya indeks setinggi-tingginya."""
    from indeksinovasi.alur.nilai import Permintaan
    from indeksinovasi.alur.rencana import baca_bahan_rencana, susun_berkas
    from indeksinovasi.cli.lapor_rencana import tulis_rencana
    from indeksinovasi.inti.hitung.nilai import Opsi
    from indeksinovasi.inti.rencana.susun import PermintaanSusun

    bahan = baca_bahan_rencana(Permintaan(data, tahun, metode, Opsi(dasar)))
    hasil = susun_berkas(bahan, PermintaanSusun(_daftar(wajib), _daftar(tanpa), minimal))
    nilai = bahan.keadaan.hasil
    if format == "json":
        from indeksinovasi.keluaran.rencana_json import dokumen, susun_json

        return tulis_rencana(bahan, dokumen(nilai, "susun", susun_json(nilai, hasil), bahan.temuan), format)
    from indeksinovasi.keluaran.rencana_teks import teks_susun

    return tulis_rencana(bahan, teks_susun(nilai, hasil), format)


def _daftar(tertulis: list[str] | None) -> tuple[str, ...]:
    """Pengenal yang dipisah koma atau disebut berulang, masing-masing sekali."""
    semua = (satu.strip() for isi in tertulis or () for satu in isi.split(","))
    return tuple(dict.fromkeys(satu for satu in semua if satu))
