"""Laporan emas ``tests/laporan/<daerah>-<tahun>.md``: laporan utuh yang dibaca manusia sebelum disimpan.

Perbarui dengan ``make laporan-emas``, lalu baca perubahannya dengan ``git diff`` sebelum menyimpannya.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from indeksinovasi.alur.laporan import PermintaanLaporan, baca_bahan, rencanakan_laporan
from indeksinovasi.inti.laporan.susun import BahanLaporan
from indeksinovasi.keluaran.laporan import BERKAS_LAPORAN, berkas_laporan
from tests.daerah_uji import CONTOH

FOLDER = Path(__file__).parent / "laporan"
TAHUN_KOTA_CONTOH = (2020, 2021, 2022, 2023, 2024, 2026)


class Emas(NamedTuple):
    """Satu laporan emas: data, tahun, dan jalur daerahnya di dalam data (kosong untuk daerah di akarnya)."""

    data: str
    tahun: int
    daerah: str = ""

    @property
    def nama(self) -> str:
        """Nama berkas tanpa akhiran."""
        return f"{self.daerah or self.data}-{self.tahun}"


EMAS = (
    *(Emas("kota-contoh", tahun) for tahun in TAHUN_KOTA_CONTOH),
    Emas("kota-rapi", 2024),
    Emas("kota-pangkalpinang", 2023),
    Emas("kalimantan-selatan", 2024),
    Emas("kalimantan-selatan", 2024, "kabupaten-tapin"),
)


def bahan(emas: Emas) -> BahanLaporan:
    """Bahan laporan, dibaca lewat jalur yang sama dengan ``indeks laporan``."""
    rencana = rencanakan_laporan(PermintaanLaporan(CONTOH / emas.data, emas.tahun))
    (folder,) = (satu for satu in rencana.daerah if satu.nama == emas.daerah)
    isi, _ = baca_bahan(folder, rencana)
    return isi


@cache
def berkas(emas: Emas) -> dict[str, bytes]:
    """Semua berkas laporan itu."""
    return berkas_laporan(bahan(emas))


def perbarui() -> None:
    """Tulis ulang semua laporan emas."""
    FOLDER.mkdir(exist_ok=True)
    for emas in EMAS:
        (FOLDER / f"{emas.nama}.md").write_bytes(berkas(emas)[BERKAS_LAPORAN])


if __name__ == "__main__":
    perbarui()
