"""``indeks rencana``: pengandaian, susunan kiriman, target termurah, dan risiko."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from indeksinovasi.cli.bahasa import Kelompok, PerintahTyper
from indeksinovasi.cli.baru import OpsiTimpa
from indeksinovasi.cli.pilihan import ArgData, OpsiDasar, OpsiFormat, OpsiMetode, OpsiTahun

rencana = typer.Typer(
    name="rencana",
    cls=Kelompok,
    rich_markup_mode=None,
    no_args_is_help=True,
    help="Rencanakan: seandainya, apa yang dikirim, jalan termurah ke target, dan risikonya.",
)
OpsiBagan = Annotated[
    Path | None, typer.Option("--bagan", metavar="BERKAS.svg", help="Simpan juga bagannya ke berkas ini.")
]
OpsiTeksJson = Annotated[Literal["teks", "json"], typer.Option("--format", help="Bentuk keluaran.")]


@rencana.command("andai", cls=PerintahTyper)
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
    from indeksinovasi.cli.lapor_rencana import laporkan_rencana, tulis_rencana_json
    from indeksinovasi.inti.hitung.nilai import Opsi

    bahan = baca_bahan_rencana(Permintaan(data, tahun, metode, Opsi(dasar)))
    _, hasil = andaikan_berkas(bahan, ubah or (), skenario)
    nilai = bahan.keadaan.hasil
    if format == "json":
        from indeksinovasi.keluaran.rencana_json import andai_json

        return tulis_rencana_json(bahan, "andai", andai_json(nilai, hasil))
    from indeksinovasi.keluaran.rencana_dokumen import dokumen_andai

    return laporkan_rencana(bahan, dokumen_andai(nilai, hasil))


@rencana.command("susun", cls=PerintahTyper)
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
    bagan: OpsiBagan = None,
    timpa: OpsiTimpa = False,
    tahun: OpsiTahun = None,
    metode: OpsiMetode = None,
    dasar: OpsiDasar = "berbukti",
    format: OpsiTeksJson = "teks",
) -> int:
    """Pilih catatan yang sebaiknya dikirim supaya indeks setinggi-tingginya."""
    from indeksinovasi.alur.nilai import Permintaan
    from indeksinovasi.alur.rencana import baca_bahan_rencana, susun_berkas
    from indeksinovasi.cli.lapor_rencana import laporkan_rencana, tulis_rencana_json
    from indeksinovasi.inti.hitung.nilai import Opsi
    from indeksinovasi.inti.rencana.susun import PermintaanSusun

    bahan = baca_bahan_rencana(Permintaan(data, tahun, metode, Opsi(dasar)))
    hasil = susun_berkas(bahan, PermintaanSusun(_daftar(wajib), _daftar(tanpa), minimal))
    nilai = bahan.keadaan.hasil
    if bagan is not None:
        from indeksinovasi.cli.lapor_rencana import simpan_bagan
        from indeksinovasi.keluaran.rencana_bagan import gambar_susun

        simpan_bagan(bagan, gambar_susun(nilai, hasil), timpa=timpa)
    if format == "json":
        from indeksinovasi.keluaran.rencana_json import susun_json

        return tulis_rencana_json(bahan, "susun", susun_json(nilai, hasil))
    from indeksinovasi.keluaran.rencana_dokumen import dokumen_susun

    return laporkan_rencana(bahan, dokumen_susun(nilai, hasil))


@rencana.command("target", cls=PerintahTyper)
def target(
    data: ArgData,
    predikat: Annotated[
        str | None, typer.Option("--predikat", metavar="P", help='Predikat yang dituju, misalnya "Inovatif".')
    ] = None,
    indeks: Annotated[
        str | None, typer.Option("--indeks", metavar="X", help="Indeks yang dituju (tahun absolut: skor).")
    ] = None,
    biaya: Annotated[
        Path | None,
        typer.Option("--biaya", metavar="BERKAS", help="Biaya tiap langkah; bawaannya 1 per tingkat."),
    ] = None,
    inovasi_baru: Annotated[
        list[str] | None,
        typer.Option(
            "--inovasi-baru",
            metavar="BIAYA@M[:URUSAN]",
            help="Boleh menambah inovasi baru berkematangan M, misalnya 6@80:sosial; boleh berulang.",
        ),
    ] = None,
    pasti: Annotated[
        bool, typer.Option("--pasti", help="Harus tercapai pada setiap kemungkinan asumsi.")
    ] = False,
    tanpa_kalender: Annotated[
        bool, typer.Option("--tanpa-kalender", help="Anggap semua baris masih dapat bergerak tahun ini.")
    ] = False,
    tahun: OpsiTahun = None,
    metode: OpsiMetode = None,
    dasar: OpsiDasar = "berbukti",
    format: OpsiFormat = "teks",
) -> int:
    """Cari langkah termurah menuju predikat atau indeks; kode keluar 1 bila tidak tercapai."""
    from indeksinovasi.alur.nilai import Permintaan
    from indeksinovasi.alur.rencana import baca_bahan_rencana
    from indeksinovasi.alur.rencana_target import TujuanTarget, rencanakan_target_berkas
    from indeksinovasi.cli.lapor_rencana import laporkan_rencana, tulis_rencana_json
    from indeksinovasi.cli.pilihan import angka_dari
    from indeksinovasi.inti.hitung.nilai import Opsi

    dituju = TujuanTarget(
        predikat=predikat,
        indeks=None if indeks is None else angka_dari(indeks, "--indeks"),
        biaya=biaya,
        baru=tuple(inovasi_baru or ()),
        pasti=pasti,
        kalender=not tanpa_kalender,
    )
    bahan = baca_bahan_rencana(Permintaan(data, tahun, metode, Opsi(dasar)))
    hasil = rencanakan_target_berkas(bahan, dituju)
    nilai = bahan.keadaan.hasil
    if format == "json":
        from indeksinovasi.keluaran.rencana_json import target_json

        kode = tulis_rencana_json(bahan, "target", target_json(nilai, hasil))
    else:
        from indeksinovasi.keluaran.target_dokumen import dokumen_target

        sumber = biaya.name if biaya else "biaya 1 per tingkat"
        isi = dokumen_target(nilai, hasil, sumber, rinci=format == "markdown")
        kode = laporkan_rencana(bahan, isi, format)
    return max(kode, int(hasil.rencana is None))


@rencana.command("risiko", cls=PerintahTyper)
def risiko(
    data: ArgData,
    undian: Annotated[int, typer.Option("--undian", metavar="N", help="Banyaknya undian.")] = 10_000,
    bibit: Annotated[
        int, typer.Option("--bibit", metavar="B", help="Bibit undian; bibit yang sama, hasil yang sama.")
    ] = 1,
    peluang: Annotated[
        str | None,
        typer.Option(
            "--peluang",
            metavar="P",
            help="Peluang sebuah baris gagal, 0-1; bawaannya dari verifikasi daerah, atau andaian.",
        ),
    ] = None,
    korelasi: Annotated[
        str | None,
        typer.Option("--korelasi", metavar="R", help="Peluang gagal bersama dokumen, OPD, atau indikator."),
    ] = None,
    peluang_tolak: Annotated[
        str | None, typer.Option("--peluang-tolak", metavar="Q", help="Peluang sebuah inovasi ditolak.")
    ] = None,
    bagan: OpsiBagan = None,
    timpa: OpsiTimpa = False,
    tahun: OpsiTahun = None,
    metode: OpsiMetode = None,
    dasar: OpsiDasar = "berbukti",
    format: OpsiTeksJson = "teks",
) -> int:
    """Taksir seberapa jauh indeks masih dapat turun bila sebagian bukti gagal."""
    from indeksinovasi.alur.nilai import Permintaan
    from indeksinovasi.alur.rencana import baca_bahan_rencana
    from indeksinovasi.alur.rencana_risiko import taksir_risiko
    from indeksinovasi.cli.lapor_rencana import laporkan_rencana, tulis_rencana_json
    from indeksinovasi.cli.pilihan import angka_dari
    from indeksinovasi.inti.hitung.nilai import Opsi
    from indeksinovasi.inti.model.angka import NOL
    from indeksinovasi.inti.rencana.risiko import PermintaanRisiko

    permintaan = PermintaanRisiko(
        undian=undian,
        bibit=bibit,
        peluang=None if peluang is None else angka_dari(peluang, "--peluang"),
        korelasi=None if korelasi is None else angka_dari(korelasi, "--korelasi"),
        tolak=NOL if peluang_tolak is None else angka_dari(peluang_tolak, "--peluang-tolak"),
    )
    bahan = baca_bahan_rencana(Permintaan(data, tahun, metode, Opsi(dasar)))
    hasil = taksir_risiko(bahan, permintaan)
    nilai = bahan.keadaan.hasil
    if bagan is not None:
        from indeksinovasi.cli.lapor_rencana import simpan_bagan
        from indeksinovasi.keluaran.rencana_bagan import gambar_risiko

        simpan_bagan(bagan, gambar_risiko(nilai, hasil), timpa=timpa)
    if format == "json":
        from indeksinovasi.keluaran.rencana_json import risiko_json

        return tulis_rencana_json(bahan, "risiko", risiko_json(nilai, hasil))
    from indeksinovasi.keluaran.risiko_dokumen import dokumen_risiko

    return laporkan_rencana(bahan, dokumen_risiko(nilai, hasil))


def _daftar(tertulis: list[str] | None) -> tuple[str, ...]:
    """Pengenal yang dipisah koma atau disebut berulang, masing-masing sekali."""
    semua = (satu.strip() for isi in tertulis or () for satu in isi.split(","))
    return tuple(dict.fromkeys(satu for satu in semua if satu))
