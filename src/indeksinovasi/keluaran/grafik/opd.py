"""Perangkat daerah: banyak inovasi dan targetnya, rata-rata kematangan, dan sumbangan pada skor."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from indeksinovasi.inti.model.laporan import Laporan, NilaiLaporan
from indeksinovasi.keluaran.grafik.gaya import (
    BIRU,
    GARIS,
    JINGGA,
    REDUP,
    TINTA,
    Bidang,
    bidang,
    desimal,
    gaya,
    label_baris,
    tulis_svg,
)
from indeksinovasi.keluaran.teks import angka, angka_rapi

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_BARIS = 0.21
_LABEL = 3.35
_PANEL = 0.95
_SELA = 0.4
_ATAS = 0.82


def gambar_opd(laporan: Laporan) -> tuple[str, bytes] | None:
    """Teks pengganti dan SVG; ``None`` bila tidak ada OPD."""
    nilai = laporan.nilai
    if nilai is None or not nilai.opd:
        return None
    with gaya():
        tinggi = len(nilai.opd) * _BARIS
        kertas = bidang(_ATAS + tinggi + 0.15)
        judul = f"Perangkat daerah, {laporan.tahun}"
        bertarget = any(satu.target is not None for satu in nilai.opd)
        target = " Garis tegak jingga adalah target." if bertarget else ""
        kertas.kepala(
            judul, f"Inovasi yang terhitung dan rata-rata kematangannya, dasar {nilai.dasar}.{target}"
        )
        _panel(kertas, 0, tinggi, nilai, "Inovasi")
        _panel(kertas, 1, tinggi, nilai, "Kematangan")
        _panel(kertas, 2, tinggi, nilai, f"Sumbangan, {nilai.satuan}")
        svg = tulis_svg(kertas, judul)
    return _alternatif(laporan, nilai), svg


def _panel(kertas: Bidang, urutan: int, tinggi: float, nilai: NilaiLaporan, judul: str) -> None:
    opd = nilai.opd
    sumbu = kertas.sumbu(_LABEL + urutan * (_PANEL + _SELA), _ATAS, _PANEL, tinggi)
    isi: Sequence[float]
    if urutan == 0:
        isi, teks = [satu.jumlah_inovasi for satu in opd], [str(satu.jumlah_inovasi) for satu in opd]
        batas = max(*isi, *(satu.target or 0 for satu in opd), 1)
    elif urutan == 1:
        isi, teks = [desimal(satu.rata_rata) for satu in opd], [angka_rapi(satu.rata_rata, 1) for satu in opd]
        batas = float(nilai.metode.maksimum_kematangan or max(*isi, 1))
    else:
        isi, teks = [desimal(satu.sumbangan) for satu in opd], [angka(satu.sumbangan) for satu in opd]
        batas = max(*isi, 0.01)
    _gambar(sumbu, isi, teks, batas)
    sumbu.set_title(judul, loc="left", size=7.5, color=REDUP, pad=4)
    if urutan == 0:
        label_baris(sumbu, _LABEL, [("", satu.nama) for satu in opd])
        for letak, satu in enumerate(opd):
            if satu.target is not None:
                sumbu.plot(
                    [satu.target] * 2,
                    [letak - 0.42, letak + 0.42],
                    color=JINGGA,
                    linewidth=1.8,
                    clip_on=False,
                )


def _gambar(sumbu: Axes, isi: Sequence[float], teks: Sequence[str], batas: float) -> None:
    sumbu.set_xlim(0, batas)
    sumbu.set_ylim(len(isi) - 0.4, -0.6)
    sumbu.set_xticks([])
    sumbu.set_yticks([])
    sumbu.axvline(0, color=GARIS, linewidth=1.6)
    sumbu.barh(range(len(isi)), isi, height=0.66, color=BIRU)
    for letak, (satu, label) in enumerate(zip(isi, teks, strict=True)):
        sumbu.text(
            satu + batas * 0.06, letak, label, va="center", size=6.8, color=REDUP if label == "–" else TINTA
        )


def _alternatif(laporan: Laporan, nilai: NilaiLaporan) -> str:
    melapor = [satu for satu in nilai.opd if satu.jumlah_inovasi]
    awal = f"Bagan batang {len(nilai.opd)} perangkat daerah {laporan.daerah.nama} tahun {laporan.tahun}"
    if not melapor:
        return f"{awal}; tidak satu pun mempunyai inovasi terhitung."
    atas = melapor[0]
    sumbangan = f"{angka(atas.sumbangan)} {nilai.satuan}"
    return f"{awal}: {len(melapor)} mempunyai inovasi terhitung; sumbangan terbesar {atas.nama}, {sumbangan}."
