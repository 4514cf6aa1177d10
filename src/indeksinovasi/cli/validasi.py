"""``indeks validasi``: memeriksa berkas, OPD, tahun, daerah, atau banyak daerah."""

from __future__ import annotations

from typing import Annotated

import typer

from indeksinovasi.cli.lapor_temuan import OpsiFormatTemuan, lapor_temuan


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
        typer.Option("--pilih", metavar="KODE,...", help="Hanya kode atau awalan ini, misalnya SKM,BKT302."),
    ] = None,
    abaikan: Annotated[
        str | None, typer.Option("--abaikan", metavar="KODE,...", help="Lewati kode atau awalan ini.")
    ] = None,
    tanggal: Annotated[
        str | None,
        typer.Option("--tanggal", metavar="D", help="Hari pengukuran, YYYY-MM-DD: batas tanggal bukti."),
    ] = None,
) -> int:
    """Periksa catatan; tunjukkan letak, sebab, dan perbaikannya."""
    from indeksinovasi.alur.repositori import jalur_repositori
    from indeksinovasi.alur.validasi import (
        PermintaanValidasi,
        Ringkasan,
        isi_berkas,
        jalankan_validasi,
        rencanakan_validasi,
    )
    from indeksinovasi.cli.kemajuan import pantau
    from indeksinovasi.cli.pilihan import tanggal_dari
    from indeksinovasi.inti.model.temuan import Temuan
    from indeksinovasi.keluaran.temuan import Laporan

    hari = None if tanggal is None else tanggal_dari(tanggal, "--tanggal")
    kerja = rencanakan_validasi(PermintaanValidasi(tuple(jalur), _daftar(pilih), _daftar(abaikan), hari))
    ringkasan = Ringkasan()
    temuan: list[Temuan] = []
    for hasil in pantau(jalankan_validasi(kerja), len(kerja.daerah)):
        ringkasan.tambah(hasil)
        temuan.extend(hasil.temuan)
    laporan = Laporan(
        tuple(temuan),
        ringkasan.berkas,
        isi_berkas,
        tuple(ringkasan.tidak_dijalankan),
        ketat=ketat,
        alamat=jalur_repositori,
    )
    lapor_temuan(laporan, format)
    return int(ringkasan.gagal(ketat=ketat))
