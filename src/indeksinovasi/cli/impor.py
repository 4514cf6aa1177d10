"""``indeks impor``: ekspor resmi, lembar isian, simpanan formulir, atau tabel lain menjadi catatan."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from indeksinovasi.cli.pilihan import OpsiTahunWajib

if TYPE_CHECKING:
    from indeksinovasi.alur.impor import HasilImpor, PermintaanImpor


def impor(
    sumber: Annotated[
        list[Path],
        typer.Argument(metavar="BERKAS...", help="Berkas xlsx, csv, json.", show_default=False),
    ],
    ke: Annotated[Path, typer.Option("--ke", metavar="DATA", help="Folder daerah.", show_default=False)],
    tahun: OpsiTahunWajib,
    opd: Annotated[
        str | None, typer.Option("--opd", metavar="KODE", help="Semua baris milik OPD ini.")
    ] = None,
    status: Annotated[
        Literal["draf", "terkirim", "diterima", "ditolak"] | None,
        typer.Option("--status", help="Status semua baris; bawaannya menurut sumber."),
    ] = None,
    peta: Annotated[
        Path | None,
        typer.Option(
            "--peta", metavar="BERKAS", help="Peta kolom tabel lain; bila belum ada, usulnya dicetak."
        ),
    ] = None,
    coba: Annotated[bool, typer.Option("--coba", help="Sebut rencananya, tanpa menulis.")] = False,
    timpa: Annotated[bool, typer.Option("--timpa", help="Nilai sumber menggantikan yang berbeda.")] = False,
    timpa_isian: Annotated[
        str | None,
        typer.Option("--timpa-isian", metavar="ISIAN,...", help="Hanya isian ini yang boleh digantikan."),
    ] = None,
    abaikan_pemda: Annotated[
        bool, typer.Option("--abaikan-pemda", help="Impor juga baris Pemda lain.")
    ] = False,
    format: Annotated[Literal["teks", "json"], typer.Option("--format", help="Bentuk keluaran.")] = "teks",
) -> int:
    """Masukkan ekspor resmi, lembar isian, atau tabel lain menjadi catatan."""
    from indeksinovasi.alur.impor import PermintaanImpor
    from indeksinovasi.alur.impor import impor as jalankan
    from indeksinovasi.alur.impor_peta import isian_ditimpa, muat_peta, peta_ada, usul_peta
    from indeksinovasi.inti.impor.gabung import Timpa
    from indeksinovasi.keluaran.impor import teks_peta

    if peta is not None and not peta_ada(peta):
        sys.stdout.write(teks_peta(usul_peta(sumber, ke, tahun)))
        return 0
    permintaan = PermintaanImpor(
        sumber=tuple(sumber),
        ke=ke,
        tahun=tahun,
        opd=opd,
        status=status,
        peta=None if peta is None else muat_peta(peta),
        coba=coba,
        timpa=Timpa(timpa, isian_ditimpa(timpa_isian)),
        abaikan_pemda=abaikan_pemda,
    )
    return _lapor(permintaan, jalankan(permintaan, _pantau), format)


def _pantau(langkah, banyak):  # type: ignore[no-untyped-def]
    from indeksinovasi.cli.kemajuan import pantau

    return pantau(langkah, banyak, "Menulis catatan")


def _lapor(permintaan: PermintaanImpor, hasil: HasilImpor, format: str) -> int:
    from indeksinovasi.cli.lapor_nilai import PengumpulNilai
    from indeksinovasi.keluaran.impor import LayarImpor, json_impor, teks_impor

    if format == "json":
        sys.stdout.write(json_impor(hasil.rencana, permintaan.tahun, hasil.temuan, hasil.tulisan))
        return int(hasil.gagal)
    # Sebab tiap baris sudah ada di layar; ke stderr hanya yang tentang sumber dan penulisannya.
    PengumpulNilai(satu for satu in hasil.temuan if satu.kode not in ("IMP808", "IMP809", "IMP810")).tulis()
    if not hasil.dibatalkan:
        sys.stdout.write(
            teks_impor(
                hasil.rencana,
                LayarImpor(
                    tahun=permintaan.tahun,
                    ke=str(permintaan.ke),
                    coba=permintaan.coba,
                    status_bawaan=hasil.status_bawaan,
                    tanpa_baris=hasil.tanpa_baris,
                    nama_opd=hasil.nama_opd,
                ),
            )
        )
    return int(hasil.gagal)
