"""``indeks baru``: kerangka berkomentar untuk daerah, tahun, spd.yaml, dan inovasi."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from indeksinovasi.cli.bahasa import Kelompok, PerintahTyper
from indeksinovasi.cli.lengkapi import lengkapi_tahun
from indeksinovasi.cli.pilihan import OpsiTahunWajib, OpsiTeksJson, OpsiTimpa, bulat_dari

if TYPE_CHECKING:
    from indeksinovasi.alur.baru import Pindahan
    from indeksinovasi.inti.model.metode import Metode

baru = typer.Typer(
    name="baru",
    cls=Kelompok,
    rich_markup_mode=None,
    no_args_is_help=True,
    help="Buat kerangka berkomentar: daerah, tahun, spd, atau inovasi.",
)
ArgDaerah = Annotated[Path, typer.Argument(metavar="DATA", help="Folder satu daerah.", show_default=False)]
OpsiCoba = Annotated[bool, typer.Option("--coba", help="Sebut yang akan ditulis, tanpa menulis.")]


@baru.command("daerah", cls=PerintahTyper)
def daerah(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Folder daerah baru.", show_default=False)],
    nama: Annotated[str | None, typer.Option("--nama", metavar="N", help="Nama lengkap daerah.")] = None,
    jenis: Annotated[
        Literal["provinsi", "kabupaten", "kota"] | None, typer.Option("--jenis", help="Jenis daerah.")
    ] = None,
    kode: Annotated[
        str | None, typer.Option("--kode", metavar="K", help="Kode wilayah Kemendagri, misalnya 99.71.")
    ] = None,
    timpa: OpsiTimpa = False,
    coba: OpsiCoba = False,
    format: OpsiTeksJson = "teks",
) -> int:
    """Tulis daerah.yaml."""
    from indeksinovasi.keluaran.kerangka.berkas import kerangka_daerah

    isi = kerangka_daerah(
        _tanya("Nama lengkap daerah", nama),
        _tanya("Jenis (provinsi, kabupaten, kota)", jenis),
        _kode(_tanya("Kode wilayah, misalnya 99.71", kode)),
    )
    return _tulis({folder / "daerah.yaml": isi}, timpa=timpa, coba=coba, format=format)


@baru.command("tahun", cls=PerintahTyper)
def tahun(
    data: ArgDaerah,
    tahun: Annotated[
        int,
        typer.Argument(
            metavar="T",
            autocompletion=lengkapi_tahun,
            parser=bulat_dari,
            help="Tahun pengukuran.",
            show_default=False,
        ),
    ],
    dari: Annotated[
        int | None,
        typer.Option(
            "--dari", metavar="S", parser=bulat_dari, help="Bawa catatan tahun ini yang masih layak."
        ),
    ] = None,
    timpa: OpsiTimpa = False,
    coba: OpsiCoba = False,
    format: OpsiTeksJson = "teks",
) -> int:
    """Tulis spd.yaml dan skema penyunting sebuah tahun. Dengan --dari juga draf dari tahun lalu."""
    from indeksinovasi.alur.baru import Pindahan, aturan_tahun, pindahkan, satu_daerah, tolak_tautan
    from indeksinovasi.keluaran.kerangka.berkas import kerangka_inovasi, kerangka_spd

    milik = satu_daerah(data)
    metode = aturan_tahun(tahun)
    akar = milik.folder.jalur
    isi = {akar / "skema" / nama: teks for nama, teks in _skema(tahun).items()}
    isi[akar / str(tahun) / "spd.yaml"] = kerangka_spd(metode, f"../skema/spd-{tahun}.json")
    pindahan = Pindahan() if dari is None else pindahkan(milik.folder, dari, metode)
    for satu in pindahan.dibawa:
        tujuan = akar / str(tahun) / satu.opd / f"{satu.slug}.yaml"
        isi[tujuan] = kerangka_inovasi(metode, _jalur_skema(tahun), satu.isi, satu.lama)
    tolak_tautan(milik.folder, (jalur for jalur in isi if jalur.is_relative_to(akar / str(tahun))))
    kode = _tulis(isi, timpa=timpa, coba=coba, format=format, pindahan=pindahan)
    if dari is not None and format == "teks":
        _sebut_pindahan(pindahan, metode)
    return 1 if pindahan.temuan else kode


@baru.command("spd", cls=PerintahTyper)
def spd(
    data: ArgDaerah,
    tahun: OpsiTahunWajib,
    timpa: OpsiTimpa = False,
    coba: OpsiCoba = False,
    format: OpsiTeksJson = "teks",
) -> int:
    """Tulis spd.yaml sebuah tahun."""
    from indeksinovasi.alur.baru import aturan_tahun, satu_daerah, tolak_tautan
    from indeksinovasi.keluaran.kerangka.berkas import kerangka_spd

    folder = satu_daerah(data).folder
    tujuan = folder.jalur / str(tahun) / "spd.yaml"
    tolak_tautan(folder, [tujuan])
    isi = kerangka_spd(aturan_tahun(tahun), f"../skema/spd-{tahun}.json")
    return _tulis({tujuan: isi}, timpa=timpa, coba=coba, format=format)


@baru.command("inovasi", cls=PerintahTyper)
def inovasi(
    data: ArgDaerah,
    tahun: OpsiTahunWajib,
    opd: Annotated[
        str | None,
        typer.Option("--opd", metavar="KODE", help="Kode OPD pada daerah.yaml.", show_default=False),
    ] = None,
    nama: Annotated[str | None, typer.Option("--nama", metavar="N", help="Nama inovasi.")] = None,
    timpa: OpsiTimpa = False,
    coba: OpsiCoba = False,
    format: OpsiTeksJson = "teks",
) -> int:
    """Tulis satu draf inovasi dengan semua indikator tahunnya."""
    from indeksinovasi.alur.baru import aturan_tahun, pastikan_opd, satu_daerah, tempat_inovasi, tolak_tautan
    from indeksinovasi.alur.galat import GalatPemakaian
    from indeksinovasi.inti.nama import rapikan_teks
    from indeksinovasi.keluaran.kerangka.berkas import kerangka_inovasi

    milik = satu_daerah(data)
    metode = aturan_tahun(tahun)
    kode = _tanya("Kode OPD", opd)
    if not kode:
        raise GalatPemakaian("OPD belum disebut.", "Tulis --opd dengan kode yang ada pada daerah.yaml.")
    pastikan_opd(milik, kode)
    judul = rapikan_teks(_tanya("Nama inovasi", nama) or "") or None
    tujuan = tempat_inovasi(milik.folder, tahun, kode, judul or "inovasi-baru")
    tolak_tautan(milik.folder, [tujuan])
    isi = kerangka_inovasi(metode, _jalur_skema(tahun), {"nama": judul})
    return _tulis({tujuan: isi}, timpa=timpa, coba=coba, format=format)


def _jalur_skema(tahun: int) -> str:
    return f"../../skema/inovasi-{tahun}.json"


def _skema(tahun: int) -> dict[str, str]:
    """Skema penyunting yang ditunjuk baris pertama tiap kerangka."""
    from indeksinovasi.alur.skema import bahan_skema
    from indeksinovasi.keluaran import skema as penulis

    metode, kamus = bahan_skema(tahun)
    return {
        f"inovasi-{tahun}.json": penulis.tulis(penulis.skema_inovasi(kamus.sid, metode, tahun)),
        f"spd-{tahun}.json": penulis.tulis(penulis.skema_spd(kamus.spd, metode, tahun)),
    }


def _tanya(apa: str, nilai: str | None) -> str | None:
    """*nilai*, atau jawaban di terminal; tanpa terminal ``None``, yang menjadi tempat isian bertanda."""
    if nilai is not None or not (sys.stdin.isatty() and sys.stderr.isatty()):
        return nilai
    jawaban: str = typer.prompt(apa, default="", show_default=False, err=True)
    return jawaban.strip() or None


def _kode(kode: str | None) -> str | None:
    import re

    if kode is None or re.fullmatch(r"[0-9]{2}(\.[0-9]{2})?", kode):
        return kode
    from indeksinovasi.inti.model.daerah import kode_dimaksud

    tulis = kode_dimaksud(kode) or "seperti 99 atau 99.71"
    raise typer.BadParameter(f'Kode wilayah "{kode}" salah bentuk; tulis {tulis}.')


def _tulis(
    isi: dict[Path, str], *, timpa: bool, coba: bool, format: str, pindahan: Pindahan | None = None
) -> int:
    from indeksinovasi.alur.tulisan import tulis_keluaran
    from indeksinovasi.keluaran.tulisan import json_tulisan, teks_tulisan

    bita = {jalur: teks.encode("utf-8") for jalur, teks in isi.items()}
    tulisan = tulis_keluaran(bita, timpa=timpa, coba=coba)
    if format == "json":
        gugur = [satu._asdict() for satu in pindahan.gugur] if pindahan else []
        temuan = pindahan.temuan if pindahan else ()
        typer.echo(json_tulisan(tulisan, temuan, **({"gugur": gugur} if pindahan else {})))
    else:
        typer.echo(teks_tulisan(tulisan, coba=coba))
    return 0


def _sebut_pindahan(pindahan: Pindahan, metode: Metode) -> None:
    from indeksinovasi.alur.baru import kata_batas, kata_gugur
    from indeksinovasi.cli.lapor_nilai import PengumpulNilai
    from indeksinovasi.keluaran.teks import aman

    batas = kata_batas(metode)
    jendela = f" (jendela {batas})" if batas else ", jendelanya tidak terbit"
    typer.echo(f"\n{len(pindahan.dibawa)} catatan dibawa sebagai draf{jendela}; tingkatnya 0, isi kembali.")
    for satu in pindahan.gugur:
        typer.echo(aman(kata_gugur(satu)))
    PengumpulNilai(pindahan.temuan).tulis()
