"""Aplikasi typer dan penanganan kesalahan di satu tempat."""

from __future__ import annotations

import errno
import sys
from collections.abc import Sequence
from importlib import import_module
from itertools import pairwise
from typing import Annotated, Any

import typer

from indeksinovasi.cli import KELUAR_CACAT, KELUAR_DIHENTIKAN, KELUAR_PEMAKAIAN
from indeksinovasi.cli.aliran import buang_keluaran, siapkan_aliran
from indeksinovasi.cli.bahasa import Kelompok, PerintahTyper, pesan_id
from indeksinovasi.cli.simpan import tersimpan

PANEL: dict[str, tuple[str, ...]] = {
    "Menilai": ("nilai", "hitung", "laporan", "banding", "peringkat"),
    "Memeriksa": ("validasi", "verifikasi"),
    "Merencanakan": ("rencana",),
    "Data masuk dan keluar": ("baru", "impor", "ekspor", "formulir"),
    "Aturan": ("metode", "jelaskan", "skema"),
}
"""Perintah menurut kelompok dan urutan bantuan."""
PERINTAH = tuple(nama for isi in PANEL.values() for nama in isi)
"""Setiap perintah; masing-masing modul di ``indeksinovasi.cli`` dengan nama yang sama."""


class KelompokAkar(Kelompok):
    """Bantuan teratas, perintahnya berkelompok."""

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Tulis daftar perintah tiap kelompok."""
        ada = {nama: perintah for nama in PERINTAH if (perintah := self.get_command(ctx, nama))}
        for judul, isi in PANEL.items():
            with formatter.section(judul):
                formatter.write_dl([(nama, ada[nama].get_short_help_str(80)) for nama in isi if nama in ada])


_PENUH = (errno.ENOSPC, errno.EDQUOT, errno.EIO)
# Tab adalah pemisah yang sah; pemisah kosong ditolak pembaca pilihannya sendiri.
_BOLEH_KOSONG = ("--pilih", "--abaikan", "--pemisah")


def _versi(diminta: bool) -> None:
    if diminta:
        from indeksinovasi import __version__

        typer.echo(f"indeks {__version__}")
        raise typer.Exit


def akar(
    versi: Annotated[
        bool, typer.Option("--versi", "--version", callback=_versi, is_eager=True, help="Tampilkan versi.")
    ] = False,
) -> None:
    """Menghitung, memeriksa, dan menjelaskan Indeks Inovasi Daerah."""


def susun_aplikasi(argumen: Sequence[str] = ()) -> typer.Typer:
    """Aplikasi dengan perintah yang disebut *argumen* saja; tanpa perintah yang dikenal, dengan semuanya.

    Memuat satu modul perintah, bukan semuanya, memangkas waktu mulai.
    """
    aplikasi = typer.Typer(
        name="indeks",
        cls=KelompokAkar,
        rich_markup_mode=None,
        no_args_is_help=True,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    aplikasi.callback()(akar)
    diminta = argumen[0] if argumen else ""
    for nama in [diminta] if diminta in PERINTAH else PERINTAH:
        modul = import_module(f"indeksinovasi.cli.{nama}")
        if isinstance(isi := getattr(modul, nama), typer.Typer):
            for satu in isi.registered_commands:
                satu.callback = satu.callback and tersimpan(satu.callback)
            aplikasi.add_typer(isi)
        else:
            aplikasi.command(nama, cls=PerintahTyper)(tersimpan(isi))
    return aplikasi


def jalankan(argumen: list[str]) -> int:
    """Jalankan perintah dan kembalikan kode keluarnya."""
    siapkan_aliran()
    try:
        _tolak_kosong(argumen)
        aplikasi = susun_aplikasi(argumen)
        kode: Any = aplikasi(argumen, prog_name="indeks", standalone_mode=False)
        sys.stdout.flush()
    except typer.Abort:
        kode = KELUAR_DIHENTIKAN
    except SystemExit as keluar:
        # Typer keluar dengan kode 1 bila pembaca pipa sudah pergi; bagi kita 1 berarti ada galat.
        return 0 if keluar.code == 1 else int(keluar.code or 0)
    except BrokenPipeError:
        # Pembaca pipa (misalnya `head`) sudah pergi; keluaran selanjutnya tidak diperlukan.
        buang_keluaran()
        return 0
    except Exception as galat:  # noqa: BLE001  # batas terluar: pengguna tidak pernah melihat traceback
        return _laporkan(galat, argumen)
    if kode == KELUAR_DIHENTIKAN:
        typer.echo("indeks: dihentikan.", err=True)
    return kode if isinstance(kode, int) else 0


def _tolak_kosong(argumen: Sequence[str]) -> None:
    """``GalatPemakaian`` untuk argumen kosong: lazimnya variabel skrip yang belum terisi.

    Jalur kosong akan terbaca sebagai folder kerja, lalu keluaran tertulis di tempat yang tidak dimaksud.
    """
    for sebelum, satu in pairwise(("", *argumen)):
        pilihan, sama, isi = satu.partition("=")
        kosong = not satu.strip() or (satu.startswith("--") and sama and not isi.strip())
        if kosong and sebelum not in _BOLEH_KOSONG and pilihan not in _BOLEH_KOSONG:
            letak = pilihan if sama else f"sesudah {sebelum}" if sebelum else "pertama"
            from indeksinovasi.alur.galat import GalatPemakaian

            raise GalatPemakaian(
                f"Argumen {letak} kosong.", "Periksa variabel yang dipakai pada perintahnya."
            )


def _laporkan(galat: Exception, argumen: list[str]) -> int:
    from indeksinovasi.alur.galat import GalatPemakaian, GalatProses, galat_sistem
    from indeksinovasi.keluaran.teks import aman, temuan_berpetunjuk

    if isinstance(galat, OSError) and galat.errno is not None and galat.errno not in _PENUH:
        galat = galat_sistem(galat)
    if isinstance(galat, GalatPemakaian):
        for temuan in galat.temuan:
            typer.echo(temuan_berpetunjuk(temuan), err=True)
        typer.echo(aman(f"indeks: {galat.pesan} {galat.petunjuk}".rstrip()), err=True)
        return KELUAR_PEMAKAIAN
    if isinstance(galat, GalatProses):
        typer.echo(f"indeks: {galat.pesan}", err=True)
        return KELUAR_CACAT
    if hasattr(galat, "format_message"):
        pesan = galat.format_message()
        if type(galat).__name__ != "NoArgsIsHelpError":
            bantuan = ("indeks", *(satu for satu in argumen[:1] if satu in PERINTAH), "--help")
            pesan = aman(f"indeks: {pesan_id(pesan)} Lihat `{' '.join(bantuan)}`.")
        typer.echo(pesan, err=True)
        return KELUAR_PEMAKAIAN
    if isinstance(galat, OSError) and galat.errno in _PENUH:
        typer.echo(aman("indeks: keluaran tidak dapat ditulis. Periksa ruang penyimpanannya."), err=True)
        return KELUAR_PEMAKAIAN
    pesan = f"indeks: cacat program ({type(galat).__name__}: {galat})."
    typer.echo(aman(f"{pesan} Laporkan bersama perintahnya; --rinci menampilkan rincian."), err=True)
    if "--rinci" in argumen:
        import traceback

        traceback.print_exception(galat)
    return KELUAR_CACAT
