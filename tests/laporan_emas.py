"""Laporan emas ``tests/laporan/<daerah>-<tahun>.md`` dan bagan emas ``tests/bagan/``, yang dibaca dan dilihat
manusia sebelum disimpan.

Perbarui dengan ``make laporan-emas``, lalu baca perubahannya dengan ``git diff`` sebelum menyimpannya.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from indeksinovasi.alur.laporan import PermintaanLaporan, baca_bahan, rencanakan_laporan
from indeksinovasi.inti.laporan.susun import BahanLaporan
from indeksinovasi.keluaran.laporan import BentukLaporan, PilihanLaporan, berkas_laporan, nama_laporan
from tests.daerah_uji import CONTOH

FOLDER = Path(__file__).parent / "laporan"
FOLDER_BENTUK = Path(__file__).parent / "laporan_bentuk"
FOLDER_BAGAN = Path(__file__).parent / "bagan"
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


@cache
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


def bagan_emas() -> dict[str, bytes]:
    """Nama berkas → SVG: semua bagan tiga laporan yang berlainan bentuknya, dan tiga bagan rencana."""
    from indeksinovasi.keluaran.grafik import bagan_laporan
    from indeksinovasi.keluaran.grafik.langkah import bagan_langkah
    from indeksinovasi.keluaran.grafik.risiko import bagan_risiko
    from indeksinovasi.keluaran.grafik.susun import bagan_susun
    from tests.bagan_uji import LANGKAH, RISIKO, SUSUN, laporan

    semua = {}
    for data, tahun in (("kota-contoh", 2026), ("kota-contoh", 2020), ("kota-pangkalpinang", 2023)):
        for nama, bagan in bagan_laporan(laporan(data, tahun)).items():
            semua[f"{data}-{tahun}-{nama}.svg"] = bagan.svg()
    for satu in (bagan_langkah(LANGKAH), bagan_susun(SUSUN), bagan_risiko(RISIKO)):
        assert satu is not None
        semua[f"{satu.nama}.svg"] = satu.svg()
    return semua


def bentuk_emas() -> dict[str, bytes]:
    """Nama berkas → isi: bentuk lain laporan Kota Contoh 2026, dan kerangka berkas Wordnya."""
    isi = bahan(Emas("kota-contoh", 2026))
    semua = {}
    dua: tuple[BentukLaporan, ...] = ("markdown", "html")
    for ringkas in (False, True):
        for bentuk in dua:
            pilihan = PilihanLaporan(bentuk=bentuk, ringkas=ringkas)
            nama = nama_laporan(2026, pilihan)
            if ringkas or bentuk == "html":
                semua[nama] = berkas_laporan(isi, pilihan)[nama]
    return semua


def perbarui() -> None:
    """Tulis ulang semua laporan dan bagan emas."""
    FOLDER.mkdir(exist_ok=True)
    FOLDER_BAGAN.mkdir(exist_ok=True)
    FOLDER_BENTUK.mkdir(exist_ok=True)
    for nama, utuh in bentuk_emas().items():
        (FOLDER_BENTUK / nama).write_bytes(utuh)
    for nama, svg in bagan_emas().items():
        (FOLDER_BAGAN / nama).write_bytes(svg)
    for emas in EMAS:
        (FOLDER / f"{emas.nama}.md").write_bytes(berkas(emas)[nama_laporan(emas.tahun)])


if __name__ == "__main__":
    perbarui()
