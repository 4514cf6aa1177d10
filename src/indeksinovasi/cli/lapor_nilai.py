"""Menjalankan penilaian dan menulis laporannya ke stdout; kemajuan dan keterangan ke stderr."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from indeksinovasi.alur.data import ada_galat
from indeksinovasi.alur.nilai import HasilDaerah, Pekerjaan, jalankan_nilai
from indeksinovasi.cli.kemajuan import pantau
from indeksinovasi.cli.pilihan import tulis_perintah
from indeksinovasi.inti.model.temuan import Temuan
from indeksinovasi.keluaran.teks import aman, temuan_berpetunjuk

if TYPE_CHECKING:
    from indeksinovasi.keluaran.nilai_csv import BarisCsv, RagamCsv

T = TypeVar("T")


class PengumpulNilai:
    """Melewatkan isi potongan dan mengumpulkan temuannya."""

    def __init__(self, temuan: Iterable[Temuan]) -> None:
        self.temuan: list[Temuan] = list(temuan)
        self.ditinggalkan = ada_galat(self.temuan)

    def lewat(self, potongan: Iterable[HasilDaerah[T]]) -> Iterator[T]:
        """Isi tiap potongan."""
        for satu in potongan:
            self.temuan.extend(satu.temuan)
            self.ditinggalkan = self.ditinggalkan or satu.ditinggalkan
            yield satu.isi

    def tulis(self) -> None:
        """Tulis semua temuan beserta petunjuknya ke stderr."""
        for temuan in self.temuan:
            sys.stderr.write(f"{temuan_berpetunjuk(temuan)}\n")


def laporkan_nilai(
    kerja: Pekerjaan,
    format: str,
    sama: tuple[str | Path, ...],
    *,
    rinci: bool,
    baris: BarisCsv,
    ragam: RagamCsv,
) -> int:
    """Tulis hasil *kerja* dalam *format*; kembalikan kode keluar (1 bila ada berkas yang ditinggalkan).

    *sama*: DATA dan pilihan yang dipakai lagi oleh perintah yang dianjurkan.
    """
    pengumpul = PengumpulNilai(kerja.temuan)
    tulis_keterangan(kerja.tahun, kerja.tanpa_tahun, dipilih=kerja.tahun_dipilih, lewat=kerja.tanpa_metode)
    match format:
        case "json":
            _json(kerja, pengumpul)
        case "csv":
            _csv(kerja, pengumpul, baris, ragam)
        case "markdown":
            _markdown(kerja, pengumpul, rinci=rinci)
        case _:
            _teks(kerja, pengumpul, sama, rinci=rinci)
    if format != "json":
        pengumpul.tulis()
    return int(pengumpul.ditinggalkan)


def tulis_keterangan(
    tahun: int, tanpa: tuple[str, ...], *, dipilih: bool, lewat: tuple[int, ...] = ()
) -> None:
    """Sebut ke stderr tahun yang dipilihkan, tahun yang *lewat* karena belum punya berkas metode, dan daerah
    yang *tanpa* data tahun itu.
    """
    if lewat:
        sebutan = ", ".join(map(str, lewat))
        sys.stderr.write(f"Tahun tanpa berkas metode dilewati: {sebutan}. Sebut dengan --tahun bila perlu.\n")
    if dipilih:
        sys.stderr.write(f"Tahun terbaru dalam data: {tahun}.\n")
    if tanpa:
        sys.stderr.write(aman(f"Tanpa data tahun {tahun}: {', '.join(tanpa)}.") + "\n")


def _json(kerja: Pekerjaan, pengumpul: PengumpulNilai) -> None:
    from indeksinovasi.keluaran.nilai_json import potong_json, rangkai_nilai

    bagian = pengumpul.lewat(pantau(jalankan_nilai(kerja, potong_json), len(kerja.daerah)))
    sys.stdout.writelines(rangkai_nilai(bagian, pengumpul.temuan))


def _csv(kerja: Pekerjaan, pengumpul: PengumpulNilai, baris: BarisCsv, ragam: RagamCsv) -> None:
    from indeksinovasi.keluaran.nilai_csv import kepala, potong_csv

    sys.stdout.write(kepala(baris, ragam))
    olah = partial(potong_csv, baris=baris, ragam=ragam)
    sys.stdout.writelines(pengumpul.lewat(pantau(jalankan_nilai(kerja, olah), len(kerja.daerah))))


def _markdown(kerja: Pekerjaan, pengumpul: PengumpulNilai, *, rinci: bool) -> None:
    from indeksinovasi.keluaran.nilai_markdown import potong_markdown

    bagian = pengumpul.lewat(
        pantau(jalankan_nilai(kerja, partial(potong_markdown, rinci=rinci)), len(kerja.daerah))
    )
    sys.stdout.write("\n".join(bagian))


def _teks(kerja: Pekerjaan, pengumpul: PengumpulNilai, sama: tuple[str | Path, ...], *, rinci: bool) -> None:
    from indeksinovasi.keluaran.nilai_dokumen import dokumen_banyak_nilai, dokumen_nilai, ringkas, utuh
    from indeksinovasi.keluaran.penulis.terminal import cetak_dokumen

    if len(kerja.daerah) == 1 or rinci:
        (awal, *_), (data, *pilihan) = kerja.daerah, sama
        # Bila DATA pohon banyak daerah, perintah berikutnya menunjuk daerah yang dinilai ini.
        satu_ini = (data if awal.dari else awal.jalur, *pilihan)
        lanjut = (
            tulis_perintah("validasi", satu_ini[0]),
            tulis_perintah("rencana", "susun", *satu_ini),
            tulis_perintah("rencana", "target", *satu_ini, "--predikat"),
        )
        for urutan, hasil in enumerate(pengumpul.lewat(jalankan_nilai(kerja, utuh))):
            if urutan:
                sys.stdout.write("\n")
            satu_daerah = lanjut if len(kerja.daerah) == 1 else None
            cetak_dokumen(dokumen_nilai(hasil, rinci=rinci, lanjut=satu_daerah))
        return
    semua = list(pengumpul.lewat(pantau(jalankan_nilai(kerja, ringkas), len(kerja.daerah))))
    metode = kerja.peraturan.metode
    judul = f"{metode.nama}, revisi {metode.revisi} ({metode.status})"
    judul += f" · data {kerja.tahun} · dasar {kerja.opsi.dasar}"
    perintah = tulis_perintah("peringkat", *sama)
    cetak_dokumen(dokumen_banyak_nilai(semua, judul, perintah))
