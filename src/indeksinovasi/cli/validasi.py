"""``indeks validasi``: memeriksa berkas, OPD, tahun, daerah, atau banyak daerah."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from indeksinovasi.cli.lapor_temuan import OpsiFormatTemuan, lapor_temuan
from indeksinovasi.cli.lengkapi import lengkapi_kode

if TYPE_CHECKING:
    from indeksinovasi.alur.perbaiki import BerkasDiperbaiki
    from indeksinovasi.alur.validasi import PekerjaanValidasi
    from indeksinovasi.alur.validasi_daerah import HasilValidasi


def _daftar(teks: str | None) -> tuple[str, ...]:
    return tuple(satu.strip() for satu in (teks or "").split(",") if satu.strip())


def validasi(
    jalur: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH...",
            help="Berkas, folder OPD, tahun, daerah, atau banyak daerah.",
            show_default=False,
        ),
    ],
    format: OpsiFormatTemuan = "teks",
    ketat: Annotated[
        bool, typer.Option("--ketat", help="Peringatan juga menggagalkan (kode keluar 1).")
    ] = False,
    pilih: Annotated[
        str | None,
        typer.Option(
            "--pilih",
            metavar="KODE,...",
            autocompletion=lengkapi_kode,
            help="Hanya kode atau awalan ini, misalnya SKM,BKT302.",
        ),
    ] = None,
    abaikan: Annotated[
        str | None,
        typer.Option(
            "--abaikan", metavar="KODE,...", autocompletion=lengkapi_kode, help="Lewati kode atau awalan ini."
        ),
    ] = None,
    tanggal: Annotated[
        str | None,
        typer.Option("--tanggal", metavar="D", help="Hari pengukuran, YYYY-MM-DD: batas tanggal bukti."),
    ] = None,
    perbaiki: Annotated[
        bool, typer.Option("--perbaiki", help="Terapkan perbaikan yang aman, lalu laporkan sisanya.")
    ] = False,
    berubah: Annotated[
        bool, typer.Option("--berubah", help="Hanya temuan yang melibatkan berkas yang berubah menurut git.")
    ] = False,
    sejak: Annotated[
        str | None,
        typer.Option("--sejak", metavar="REV", help="Seperti --berubah, dibanding revisi git ini."),
    ] = None,
    statistik: Annotated[
        bool,
        typer.Option("--statistik", help="Hanya ringkasan menurut kode dan pemilik (teks, json)."),
    ] = False,
    beda: Annotated[
        bool, typer.Option("--beda", help="Tampilkan perbaikan yang aman sebagai diff, tanpa menulis.")
    ] = False,
) -> int:
    """Periksa catatan; tunjukkan letak, sebab, dan perbaikannya."""
    from functools import partial
    from pathlib import Path

    from indeksinovasi.alur.repositori import jalur_repositori
    from indeksinovasi.alur.taruhan import taruhan_daerah
    from indeksinovasi.alur.validasi import (
        PermintaanValidasi,
        Ringkasan,
        isi_berkas,
        rencanakan_validasi,
    )
    from indeksinovasi.cli.kemajuan import pantau
    from indeksinovasi.cli.pilihan import bila_disebut, tanggal_dari, tulis_perintah
    from indeksinovasi.inti.model.temuan import Temuan
    from indeksinovasi.keluaran.temuan import LaporanTemuan

    hari = bila_disebut(tanggal_dari, tanggal, "--tanggal")
    kerja = rencanakan_validasi(PermintaanValidasi(tuple(jalur), _daftar(pilih), _daftar(abaikan), hari))
    ringkasan = Ringkasan()
    temuan: list[Temuan] = []
    berkas: list[BerkasDiperbaiki] = []
    terpilih = _berubah(kerja, sejak) if berubah or sejak is not None else None
    semua = _hasil(kerja, terpilih, perbaiki=perbaiki or beda, tulis=not beda)
    for hasil, diperbaiki in pantau(semua, len(kerja.daerah)):
        ringkasan.tambah(hasil)
        temuan.extend(hasil.temuan)
        berkas.extend(diperbaiki)
    if beda:
        _tulis_beda(berkas)
        return int(ringkasan.gagal(ketat=ketat))
    laporan = LaporanTemuan(
        tuple(temuan),
        ringkasan.berkas,
        isi_berkas,
        tuple(ringkasan.tidak_dijalankan),
        ketat=ketat,
        alamat=jalur_repositori,
        diperbaiki=tuple((satu.nama, satu.banyak) for satu in berkas),
        tersembunyi=ringkasan.tersembunyi,
        statistik=statistik,
        daerah=tuple(ringkasan.diperiksa),
        taruhan=partial(taruhan_daerah, kerja, temuan),
        perintah=tulis_perintah("validasi", *map(Path, jalur)),
    )
    lapor_temuan(laporan, format)
    return int(ringkasan.gagal(ketat=ketat))


def _hasil(
    kerja: PekerjaanValidasi, berubah: frozenset[str] | None, *, perbaiki: bool, tulis: bool
) -> Iterator[tuple[HasilValidasi, tuple[BerkasDiperbaiki, ...]]]:
    semula = _semula(kerja, berubah)
    if not perbaiki:
        for hasil in semula:
            yield hasil, ()
        return
    from indeksinovasi.alur.berubah import saring_terlibat
    from indeksinovasi.alur.perbaiki import jalankan_perbaikan

    def saring(hasil: HasilValidasi) -> HasilValidasi:
        return hasil if berubah is None else saring_terlibat(hasil, berubah)

    yield from jalankan_perbaikan(kerja, semula, saring, tulis=tulis)


def _berubah(kerja: PekerjaanValidasi, sejak: str | None) -> frozenset[str]:
    from indeksinovasi.alur.berubah import semua_berubah

    return semua_berubah(kerja.daerah, sejak)


def _semula(kerja: PekerjaanValidasi, berubah: frozenset[str] | None) -> Iterator[HasilValidasi]:
    """Hasil pemeriksaan sebelum ada yang diperbaiki."""
    if berubah is None:
        from indeksinovasi.alur.validasi import jalankan_validasi

        return jalankan_validasi(kerja)
    from indeksinovasi.alur.berubah import jalankan_berubah

    return jalankan_berubah(kerja, berubah)


def _tulis_beda(berkas: list[BerkasDiperbaiki]) -> None:
    import sys

    from indeksinovasi.alur.repositori import jalur_repositori
    from indeksinovasi.keluaran.temuan.beda import beda_berkas

    for satu in berkas:
        sys.stdout.writelines(
            beda_berkas(jalur_repositori(satu.nama), satu.depan + satu.lama, satu.depan + satu.baru)
        )
