"""Bahan bersama semua pelapor temuan: temuannya, isi berkas untuk kutipan, dan hitungan ringkasannya."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import get_args

from indeksinovasi.inti.hitung.taruhan import TaruhanTahun
from indeksinovasi.inti.katalog import KATALOG
from indeksinovasi.inti.model.temuan import DaerahDiperiksa, Temuan, TingkatTemuan
from indeksinovasi.keluaran.teks import aman

TINGKAT: tuple[TingkatTemuan, ...] = get_args(TingkatTemuan)


def seperti_tertulis(berkas: str) -> str:
    """Jalur *berkas* apa adanya."""
    return berkas


def tanpa_isi(_: str) -> None:
    """Sumber kosong: tidak ada kutipan yang dapat ditampilkan."""


def tanpa_taruhan() -> TaruhanTahun:
    """Laporan yang poinnya tidak dapat dihitung."""
    return TaruhanTahun(0, {})


@dataclass(frozen=True)
class LaporanTemuan:
    """Satu laporan temuan.

    ``sumber`` memberi isi sebuah berkas menurut namanya, ``None`` bila tidak ada. ``diperiksa`` adalah banyak
    berkas yang dibaca, ``catatan`` pemeriksaan yang tidak dijalankan beserta sebabnya. ``ketat``: peringatan
    juga kegagalan. ``alamat`` memberi jalur sebuah berkas dari akar repositorinya, bagi pembaca di luar
    terminal. ``diperbaiki``: nama tiap berkas yang ditulis ulang dan banyak perbaikannya.
    ``tersembunyi``: banyak temuan yang disembunyikan setelan. ``statistik``: hanya ringkasannya. ``daerah``:
    yang diperiksa. ``taruhan`` memberi poin tiap kode pada satu tahun, dihitung hanya bila diminta.
    ``perintah``: jalur yang ditunjuk pengguna, siap disalin ke perintah lain.
    """

    temuan: tuple[Temuan, ...]
    diperiksa: int
    sumber: Callable[[str], str | None] = tanpa_isi
    catatan: tuple[str, ...] = ()
    ketat: bool = False
    alamat: Callable[[str], str] = seperti_tertulis
    diperbaiki: tuple[tuple[str, int], ...] = ()
    tersembunyi: int = 0
    statistik: bool = False
    daerah: tuple[DaerahDiperiksa, ...] = ()
    taruhan: Callable[[], TaruhanTahun] = tanpa_taruhan
    perintah: str = "DATA"

    @cached_property
    def urut(self) -> tuple[Temuan, ...]:
        """Temuan menurut berkas, baris, kolom, kode; masalah yang sama hanya sekali."""
        return tuple(sorted(set(self.temuan)))

    @property
    def hitungan(self) -> dict[TingkatTemuan, int]:
        """Banyak temuan tiap tingkat, galat lebih dulu."""
        jumlah = Counter(satu.tingkat for satu in self.urut)
        return {tingkat: jumlah[tingkat] for tingkat in TINGKAT}

    @property
    def bertemuan(self) -> int:
        """Banyak berkas yang punya temuan."""
        return len({satu.berkas for satu in self.urut})

    def per_berkas(self) -> Iterator[tuple[str, tuple[Temuan, ...]]]:
        """Tiap berkas bertemuan beserta temuannya."""
        for berkas, isi in groupby(self.urut, key=lambda satu: satu.berkas):
            yield berkas, tuple(isi)


def kalimat_ringkas(laporan: LaporanTemuan) -> str:
    """Ringkasan satu kalimat: ``2 galat, 1 saran pada 2 dari 120 berkas.``"""
    sembunyi = f" {laporan.tersembunyi} temuan disembunyikan .indeks.yaml." if laporan.tersembunyi else ""
    if not laporan.urut:
        return f"Tidak ada temuan pada {laporan.diperiksa} berkas.{sembunyi}"
    bagian = [f"{banyak} {tingkat}" for tingkat, banyak in laporan.hitungan.items() if banyak]
    # Temuan juga menunjuk berkas yang tidak dibaca: yang belum ada, .yml, atau yang tersasar.
    dari = f" dari {laporan.diperiksa}" if laporan.bertemuan <= laporan.diperiksa else ""
    return f"{', '.join(bagian)} pada {laporan.bertemuan}{dari} berkas.{sembunyi}"


def letak(temuan: Temuan) -> str:
    """``berkas:baris:kolom`` tanpa karakter kendali."""
    return f"{aman(temuan.berkas)}:{temuan.baris}:{temuan.kolom}"


def judul(kode: str) -> str:
    """Judul katalog sebuah kode; kodenya sendiri bila tidak ada di katalog."""
    return KATALOG[kode].judul if kode in KATALOG else kode
