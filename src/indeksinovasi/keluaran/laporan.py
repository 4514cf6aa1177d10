"""Berkas-berkas satu laporan: Markdown dari templat, dan bagan SVG di sampingnya."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from indeksinovasi.inti.laporan.susun import BahanLaporan, susun_laporan
from indeksinovasi.inti.model.banding import Perbandingan

if TYPE_CHECKING:
    from markupsafe import Markup

BERKAS_LAPORAN = "laporan.md"
BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip


class PilihanLaporan(NamedTuple):
    """Templat pengguna (nama dan teksnya) bila ada, dan tanggal yang dicetak bila diminta."""

    templat: tuple[str, str] | None = None
    tanggal: date | None = None


def tanggal_panjang(hari: date) -> str:
    """Tanggal dengan nama bulan: ``12 Juli 2026``."""
    return f"{hari.day} {BULAN[hari.month - 1]} {hari.year}"


def berkas_laporan(bahan: BahanLaporan, pilihan: PilihanLaporan = PilihanLaporan()) -> dict[str, bytes]:  # noqa: B008  # NamedTuple beku
    """Nama berkas → isi: ``laporan.md`` dan bagannya. Bahan dan pilihan yang sama menghasilkan bita yang
    sama.

    ``GalatTemplat`` bila templat pengguna tidak dapat dijalankan.
    """
    from indeksinovasi.keluaran.grafik import bagan_laporan, nama_bagan_berkas
    from indeksinovasi.keluaran.grafik.tren import NAMA_ASAL
    from indeksinovasi.keluaran.nilai_rinci import turunan_rumus
    from indeksinovasi.keluaran.nilai_teks import NAMA_GOLONGAN
    from indeksinovasi.keluaran.templat import jalankan_templat

    laporan = susun_laporan(bahan)
    gambar = bagan_laporan(laporan)
    bagan = {
        nama: {"berkas": nama_bagan_berkas(laporan.tahun, satu), "alternatif": satu.alternatif}
        for nama, satu in gambar.items()
    }
    banding = bahan.perbandingan
    isi: dict[str, Any] = {
        "laporan": laporan,
        "bagan": bagan,
        "pembanding": banding.dari.label if banding else None,
        "perubahan": _perubahan(banding) if banding else None,
        "perbandingan": _perbandingan(banding) if banding else None,
        "turunan": tuple(_turunan(turunan_rumus(bahan.hasil))) if bahan.hasil else (),
        "tanggal": tanggal_panjang(pilihan.tanggal) if pilihan.tanggal else None,
        "bab": _penomor(),
        "nama_asal": NAMA_ASAL,
        "nama_golongan": NAMA_GOLONGAN,
    }
    teks = jalankan_templat(isi, pilihan.templat)
    return {
        BERKAS_LAPORAN: _rapikan(teks).encode(),
        **{nama_bagan_berkas(laporan.tahun, satu): satu.svg() for satu in gambar.values()},
    }


def _turunan(baris: Iterator[str]) -> Iterator[str]:
    return (satu.removeprefix("  ") for satu in baris if satu)


def _penomor() -> Callable[[str], Markup]:
    from indeksinovasi.keluaran.templat import Markah

    nomor = 0

    def bab(judul: str) -> Markup:
        nonlocal nomor
        nomor += 1
        return Markah(f"## {nomor}. ") + judul

    return bab


def _perubahan(banding: Perbandingan) -> str:
    from indeksinovasi.keluaran.banding import kalimat

    teks = f"Dibandingkan dengan {banding.dari.label}: {kalimat(banding)}"
    setara = banding.setara
    if setara is None or setara.selisih is None:
        return teks
    return f"{teks} Pada metode yang sama ({setara.dari.label} dan {setara.ke.label}): {kalimat(setara)}"


def _perbandingan(banding: Perbandingan) -> Markup:
    from indeksinovasi.keluaran.banding_markdown import baris_pasangan, baris_sisi
    from indeksinovasi.keluaran.templat import Markah

    baris = (*baris_sisi((banding.dari, banding.ke)), *baris_pasangan(banding))
    return Markah("\n".join(baris).rstrip())


def _rapikan(teks: str) -> str:
    """Paling banyak satu baris kosong berturut-turut, tanpa spasi di ujung baris, satu baris di akhir."""
    hasil: list[str] = []
    for baris in teks.split("\n"):
        rapi = baris.rstrip()
        if rapi or (hasil and hasil[-1]):
            hasil.append(rapi)
    return "\n".join(hasil).rstrip("\n") + "\n"
