"""``indeks rencana``: pengandaian, susunan kiriman, target termurah, dan risiko."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from indeksinovasi.cli.bahasa import Kelompok, PerintahTyper
from indeksinovasi.cli.pilihan import (
    ArgData,
    OpsiDasar,
    OpsiFormat,
    OpsiMetode,
    OpsiTahun,
    OpsiTeksJson,
    OpsiTimpa,
    bulat_dari,
    cacah_dari,
    pilihan_sama,
)

if TYPE_CHECKING:
    from indeksinovasi.alur.rencana import BahanRencana
    from indeksinovasi.inti.model.hasil import Dasar, Hasil
    from indeksinovasi.keluaran.dokumen import Dokumen

T = TypeVar("T")
rencana = typer.Typer(
    name="rencana",
    cls=Kelompok,
    rich_markup_mode=None,
    no_args_is_help=True,
    help="Seandainya, susunan kiriman, jalan ke target, dan risikonya.",
)
OpsiBagan = Annotated[
    Path | None, typer.Option("--bagan", metavar="BERKAS.svg", help="Simpan juga bagannya ke berkas ini.")
]


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
    from indeksinovasi.alur.rencana import andaikan_berkas
    from indeksinovasi.keluaran.rencana_dokumen import dokumen_andai
    from indeksinovasi.keluaran.rencana_json import andai_json

    bahan = _baca(data, tahun, metode, dasar)
    _, hasil = andaikan_berkas(bahan, ubah or (), skenario)
    sama = _sama(data, tahun, metode, dasar)
    return _tulis(bahan, "andai", hasil, sama, format, dokumen_andai, andai_json)


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
        int,
        typer.Option("--minimal", metavar="N", parser=cacah_dari, help="Paling sedikit sekian yang dikirim."),
    ] = 0,
    bagan: OpsiBagan = None,
    timpa: OpsiTimpa = False,
    tahun: OpsiTahun = None,
    metode: OpsiMetode = None,
    dasar: OpsiDasar = "berbukti",
    format: OpsiTeksJson = "teks",
) -> int:
    """Pilih kiriman yang memberi indeks tertinggi."""
    from indeksinovasi.alur.rencana import susun_berkas
    from indeksinovasi.inti.rencana.susun import PermintaanSusun
    from indeksinovasi.keluaran.rencana_dokumen import dokumen_susun
    from indeksinovasi.keluaran.rencana_json import susun_json

    bahan = _baca(data, tahun, metode, dasar)
    hasil = susun_berkas(bahan, PermintaanSusun(_daftar(wajib), _daftar(tanpa), minimal))
    if bagan is not None:
        from indeksinovasi.cli.lapor_rencana import simpan_bagan
        from indeksinovasi.keluaran.rencana_bagan import gambar_susun

        simpan_bagan(bagan, gambar_susun(bahan.keadaan.hasil, hasil), timpa=timpa)
    sama = _sama(data, tahun, metode, dasar)
    return _tulis(bahan, "susun", hasil, sama, format, dokumen_susun, susun_json)


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
    bagan: OpsiBagan = None,
    timpa: OpsiTimpa = False,
    tahun: OpsiTahun = None,
    metode: OpsiMetode = None,
    dasar: OpsiDasar = "berbukti",
    format: OpsiFormat = "teks",
) -> int:
    """Cari langkah termurah menuju predikat atau indeks. Kode keluar 1 bila tidak tercapai."""
    from indeksinovasi.alur.rencana_target import TujuanTarget, rencanakan_target_berkas
    from indeksinovasi.cli.pilihan import angka_dari, bila_disebut
    from indeksinovasi.keluaran.rencana_json import target_json
    from indeksinovasi.keluaran.target_dokumen import dokumen_target

    dituju = TujuanTarget(
        predikat=predikat,
        indeks=bila_disebut(angka_dari, indeks, "--indeks"),
        biaya=biaya,
        baru=tuple(inovasi_baru or ()),
        pasti=pasti,
        kalender=not tanpa_kalender,
    )
    bahan = _baca(data, tahun, metode, dasar)
    hasil = rencanakan_target_berkas(bahan, dituju)
    if bagan is not None:
        from indeksinovasi.cli.lapor_rencana import simpan_bagan
        from indeksinovasi.keluaran.rencana_bagan import gambar_target

        simpan_bagan(bagan, gambar_target(bahan.keadaan.hasil, hasil), timpa=timpa)
    sumber = biaya.name if biaya else "biaya 1 per tingkat"
    dokumen = partial(dokumen_target, sumber=sumber, rinci=format == "markdown")
    sama = _sama(data, tahun, metode, dasar)
    kode = _tulis(bahan, "target", hasil, sama, format, dokumen, target_json)
    return max(kode, int(hasil.rencana is None))


@rencana.command("risiko", cls=PerintahTyper)
def risiko(
    data: ArgData,
    undian: Annotated[
        int, typer.Option("--undian", metavar="N", parser=bulat_dari, help="Banyaknya undian.")
    ] = 10_000,
    bibit: Annotated[
        int,
        typer.Option(
            "--bibit",
            metavar="B",
            parser=bulat_dari,
            help="Bibit undian; bibit yang sama, hasil yang sama.",
        ),
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
    """Taksir penurunan indeks bila sebagian bukti gagal."""
    from indeksinovasi.alur.rencana_risiko import taksir_risiko
    from indeksinovasi.cli.pilihan import angka_dari, bila_disebut
    from indeksinovasi.inti.model.angka import NOL
    from indeksinovasi.inti.rencana.risiko import PermintaanRisiko
    from indeksinovasi.keluaran.rencana_json import risiko_json
    from indeksinovasi.keluaran.risiko_dokumen import dokumen_risiko

    permintaan = PermintaanRisiko(
        undian=undian,
        bibit=bibit,
        peluang=bila_disebut(angka_dari, peluang, "--peluang"),
        korelasi=bila_disebut(angka_dari, korelasi, "--korelasi"),
        tolak=bila_disebut(angka_dari, peluang_tolak, "--peluang-tolak") or NOL,
    )
    bahan = _baca(data, tahun, metode, dasar)
    hasil = taksir_risiko(bahan, permintaan)
    if bagan is not None:
        from indeksinovasi.cli.lapor_rencana import simpan_bagan
        from indeksinovasi.keluaran.rencana_bagan import gambar_risiko

        simpan_bagan(bagan, gambar_risiko(bahan.keadaan.hasil, hasil), timpa=timpa)
    sama = _sama(data, tahun, metode, dasar)
    return _tulis(bahan, "risiko", hasil, sama, format, dokumen_risiko, risiko_json)


def _baca(data: Path, tahun: int | None, metode: str | None, dasar: Dasar) -> BahanRencana:
    """Satu daerah pada satu tahun, sudah dinilai."""
    from indeksinovasi.alur.nilai import Permintaan
    from indeksinovasi.alur.rencana import baca_bahan_rencana
    from indeksinovasi.inti.hitung.nilai import Opsi

    return baca_bahan_rencana(Permintaan(data, tahun, metode, Opsi(dasar)))


def _sama(data: Path, tahun: int | None, metode: str | None, dasar: Dasar) -> tuple[str | Path, ...]:
    """DATA dan pilihan yang dipakai lagi oleh perintah yang dianjurkan."""
    return data, *pilihan_sama(tahun, metode, dasar)


def _tulis(
    bahan: BahanRencana,
    nama: str,
    hasil: T,
    sama: tuple[str | Path, ...],
    format: str,
    dokumen: Callable[[Hasil, T], Dokumen],
    isi_json: Callable[[Hasil, T], dict[str, Any]],
) -> int:
    """Tulis *hasil* dalam bentuk yang diminta; kembalikan kode keluar."""
    from indeksinovasi.cli.lapor_rencana import laporkan_rencana, perintah_lanjut, tulis_rencana_json

    nilai = bahan.keadaan.hasil
    if format == "json":
        return tulis_rencana_json(bahan, nama, isi_json(nilai, hasil))
    return laporkan_rencana(bahan, dokumen(nilai, hasil), format, perintah_lanjut(nama, nilai, sama))


def _daftar(tertulis: list[str] | None) -> tuple[str, ...]:
    """Pengenal yang dipisah koma atau disebut berulang, masing-masing sekali."""
    semua = (satu.strip() for isi in tertulis or () for satu in isi.split(","))
    return tuple(dict.fromkeys(satu for satu in semua if satu))
