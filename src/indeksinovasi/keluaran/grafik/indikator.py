"""Peta tingkat: satu baris tiap inovasi, satu kolom tiap indikator, makin gelap makin tinggi tingkatnya."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from indeksinovasi.inti.model.laporan import IndikatorLaporan, InovasiLaporan, Laporan, NilaiLaporan
from indeksinovasi.keluaran.grafik.gaya import (
    GARIS,
    JINGGA,
    KERTAS,
    Bidang,
    bidang,
    gaya,
    label_baris,
    legenda,
    pendek,
    tulis_svg,
)
from indeksinovasi.keluaran.grafik.kematangan import pilih
from indeksinovasi.keluaran.teks import angka

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes

PALING_BANYAK = 100
TINGKAT = ("#f1f5f9", "#b6d4e9", "#4a98c9", "#08468b")
"""Empat tingkat dari terang ke gelap; tetap berurutan pada cetakan hitam putih."""
_BARIS = 0.165
_ATAS = 0.8
_LABEL = 3.3
_KAKI = 1.6


def gambar_indikator(laporan: Laporan) -> tuple[str, bytes] | None:
    """Teks pengganti dan SVG; ``None`` bila tidak ada inovasi terhitung yang dinilai dari barisnya."""
    nilai = laporan.nilai
    semua = [satu for satu in nilai.inovasi if satu.terhitung and satu.sel] if nilai else []
    if nilai is None or not semua:
        return None
    dipilih, sebagian = pilih(semua, PALING_BANYAK)
    with gaya():
        tinggi = len(dipilih) * _BARIS
        kertas = bidang(_ATAS + tinggi + _KAKI)
        judul = f"Tingkat tiap indikator, {laporan.tahun}"
        keterangan = f"Dasar {nilai.dasar}; nomor inovasi mengikuti tabel" + (
            f" · {sebagian}" if sebagian else ""
        )
        kertas.kepala(judul, f"{keterangan}.")
        _legenda(kertas, dipilih)
        sumbu = kertas.sumbu(_LABEL, _ATAS, kertas.lebar - _LABEL - 0.2, tinggi)
        _peta(sumbu, dipilih, nilai.indikator)
        svg = tulis_svg(kertas, judul)
    return _alternatif(laporan, nilai, semua), svg


def _peta(sumbu: Axes, inovasi: Sequence[InovasiLaporan], indikator: Sequence[IndikatorLaporan]) -> None:
    sumbu.set_xlim(0, len(indikator))
    sumbu.set_ylim(len(inovasi), 0)
    for tingkat, warna in enumerate(TINGKAT):
        _kotak(sumbu, _letak(inovasi, tingkat), warna)
    kosong = _letak(inovasi, None)
    sumbu.hlines(
        [y + 0.5 for _, y in kosong],
        [x + 0.36 for x, _ in kosong],
        [x + 0.64 for x, _ in kosong],
        color=GARIS,
        linewidth=1,
    )
    tanpa = [(x, y) for y, satu in enumerate(inovasi) for x, sel in enumerate(satu.sel) if sel.tanpa_bukti]
    if tanpa:
        sumbu.scatter(
            [x + 0.5 for x, _ in tanpa], [y + 0.5 for _, y in tanpa], s=7, color=JINGGA, linewidth=0, zorder=3
        )
    label_baris(sumbu, _LABEL, [(str(satu.nomor), satu.nama) for satu in inovasi], 0.5)
    sumbu.set_xticks(
        [x + 0.5 for x in range(len(indikator))],
        [pendek(f"{satu.nomor} {satu.nama}", 1.75, 6.8) for satu in indikator],
        rotation=60,
        ha="right",
        rotation_mode="anchor",
        size=6.8,
    )


def _letak(inovasi: Sequence[InovasiLaporan], tingkat: int | None) -> list[tuple[int, int]]:
    return [
        (x, y) for y, satu in enumerate(inovasi) for x, sel in enumerate(satu.sel) if sel.tingkat == tingkat
    ]


def _kotak(sumbu: Axes, letak: Sequence[tuple[int, int]], warna: str) -> None:
    """Semua kotak setingkat sebagai satu bentuk, supaya berkasnya kecil."""
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path

    if not letak:
        return
    sudut = [titik for x, y in letak for titik in ((x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1), (x, y))]
    kode = [Path.MOVETO, Path.LINETO, Path.LINETO, Path.LINETO, Path.CLOSEPOLY] * len(letak)
    sumbu.add_patch(PathPatch(Path(sudut, kode), facecolor=warna, edgecolor=KERTAS, linewidth=1))


def _legenda(kertas: Bidang, inovasi: Sequence[InovasiLaporan]) -> None:
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch

    tanda: list[Artist] = [Patch(facecolor=warna, label=f"tingkat {n}") for n, warna in enumerate(TINGKAT)]
    sel = [satu for milik in inovasi for satu in milik.sel]
    if any(satu.tingkat is None for satu in sel):
        tanda.append(Line2D([], [], color=GARIS, linewidth=1.2, label="tidak diisi"))
    if any(satu.tanpa_bukti for satu in sel):
        titik = Line2D(
            [], [], color=JINGGA, marker="o", markersize=2.8, linestyle="", label="diklaim tanpa bukti"
        )
        tanda.append(titik)
    legenda(kertas, tanda)


def _alternatif(laporan: Laporan, nilai: NilaiLaporan, semua: Sequence[InovasiLaporan]) -> str:
    ukuran = f"{len(semua)} inovasi dan {len(nilai.indikator)} indikator"
    awal = f"Peta tingkat {ukuran} {laporan.daerah.nama} tahun {laporan.tahun}"
    bawah = min(nilai.indikator, key=lambda satu: satu.rata_tingkat)
    atas = max(nilai.indikator, key=lambda satu: satu.rata_tingkat)
    return (
        f"{awal}: rata-rata tingkat tertinggi {atas.nama} ({angka(atas.rata_tingkat)}), "
        f"terendah {bawah.nama} ({angka(bawah.rata_tingkat)})."
    )
