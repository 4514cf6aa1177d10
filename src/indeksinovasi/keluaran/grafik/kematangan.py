"""Kematangan tiap inovasi: batang mendatar dari yang tertinggi, warna menurut status."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from indeksinovasi.inti.model.laporan import InovasiLaporan, Laporan, NilaiLaporan
from indeksinovasi.keluaran.grafik.gaya import (
    ABU,
    ABU_MUDA,
    BIRU,
    BIRU_MUDA,
    GARIS,
    JINGGA,
    KERTAS,
    REDUP,
    TINTA,
    Bidang,
    bidang,
    desimal,
    gaya,
    koma,
    label_baris,
    legenda,
    tulis_svg,
)
from indeksinovasi.keluaran.teks import angka, angka_rapi

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes

SATU_KOLOM = 40
PALING_BANYAK = 100
_BARIS = 0.175
_ATAS = 0.78
_LABEL = (3.3, 2.15)
"""Lebar label dalam inci, untuk satu dan dua kolom."""
_RUPA: dict[str, dict[str, Any]] = {
    "diterima": {"facecolor": BIRU},
    "terkirim": {"facecolor": BIRU_MUDA},
    "draf ikut dihitung": {"facecolor": BIRU_MUDA, "hatch": "....", "edgecolor": BIRU},
    "tidak layak": {"facecolor": KERTAS, "hatch": "//////", "edgecolor": JINGGA},
    "ditolak": {"facecolor": KERTAS, "hatch": "xxxxxx", "edgecolor": ABU},
    "draf": {"facecolor": KERTAS, "edgecolor": ABU},
}


def rupa(inovasi: InovasiLaporan) -> str:
    """Kelompok warna: status bila terhitung, selain itu golongannya."""
    if not inovasi.terhitung:
        return inovasi.golongan.replace("_", " ")
    return "draf ikut dihitung" if inovasi.status == "draf" else inovasi.status or "terkirim"


def pilih(inovasi: Sequence[InovasiLaporan], paling_banyak: int) -> tuple[list[InovasiLaporan], str]:
    """Yang digambar, dan keterangannya bila tidak semua: separuh teratas dan separuh terbawah."""
    if len(inovasi) <= paling_banyak:
        return list(inovasi), ""
    separuh = paling_banyak // 2
    return [
        *inovasi[:separuh],
        *inovasi[-separuh:],
    ], f"{separuh} teratas dan {separuh} terbawah dari {len(inovasi)}"


def gambar_kematangan(laporan: Laporan) -> tuple[str, bytes] | None:
    """Teks pengganti dan SVG; ``None`` bila tidak ada kematangan."""
    nilai = laporan.nilai
    semua = [satu for satu in nilai.inovasi if satu.kematangan is not None] if nilai else []
    if nilai is None or not semua:
        return None
    dipilih, sebagian = pilih(semua, PALING_BANYAK)
    kolom = 1 if len(dipilih) <= SATU_KOLOM else 2
    per_kolom = -(-len(dipilih) // kolom)
    with gaya():
        kertas = bidang(_ATAS + per_kolom * _BARIS + 0.3)
        judul = f"Kematangan inovasi, {laporan.tahun}"
        dasar = f"Poin, dasar {nilai.dasar}"
        penuh = (
            f"; paling tinggi {angka_rapi(nilai.metode.maksimum_kematangan)}"
            if nilai.metode.maksimum_kematangan
            else ""
        )
        kertas.kepala(
            judul,
            f"{dasar}{penuh}" + (f" · {sebagian}" if sebagian else "") + ". Nomor mengikuti tabel inovasi.",
        )
        _legenda(kertas, dipilih, nilai)
        lebar = kertas.lebar / kolom
        for urutan in range(kolom):
            isi = dipilih[urutan * per_kolom : (urutan + 1) * per_kolom]
            label = _LABEL[kolom - 1]
            sumbu = kertas.sumbu(urutan * lebar + label, _ATAS, lebar - label - 0.4, per_kolom * _BARIS)
            _batang(sumbu, isi, per_kolom, nilai)
            label_baris(sumbu, label, [(str(satu.nomor), satu.nama) for satu in isi])
        svg = tulis_svg(kertas, judul)
    return _alternatif(laporan, nilai, semua), svg


def _legenda(kertas: Bidang, dipilih: Sequence[InovasiLaporan], nilai: NilaiLaporan) -> None:
    from matplotlib.patches import Patch

    ada = {rupa(satu) for satu in dipilih}
    tanda: list[Artist] = [
        Patch(**{"linewidth": 0.6, **isi}, label=nama) for nama, isi in _RUPA.items() if nama in ada
    ]
    if nilai.dasar != "klaim" and any(satu.klaim != satu.kematangan for satu in dipilih):
        tanda.append(Patch(color=ABU_MUDA, label=f"klaim yang belum {_belum(nilai)}"))
    legenda(kertas, tanda)


def _belum(nilai: NilaiLaporan) -> str:
    return "berbukti" if nilai.dasar == "berbukti" else "terverifikasi"


def _batang(sumbu: Axes, isi: Sequence[InovasiLaporan], baris: int, nilai: NilaiLaporan) -> None:
    terbesar = max((desimal(satu.klaim) for satu in nilai.inovasi), default=1.0) or 1.0
    batas = float(nilai.metode.maksimum_kematangan or terbesar)
    sumbu.set_xlim(0, batas)
    sumbu.set_ylim(baris - 0.4, -0.6)
    sumbu.set_xticks(range(0, int(batas) + 1, 25))
    sumbu.xaxis.set_major_formatter(lambda letak, _: koma(letak))
    sumbu.grid(axis="x", color=GARIS, linewidth=0.6)
    for letak, satu in enumerate(isi):
        if desimal(satu.klaim) > desimal(satu.kematangan) and satu.terhitung:
            sumbu.barh(letak, desimal(satu.klaim), height=0.72, color=ABU_MUDA)
        sumbu.barh(letak, desimal(satu.kematangan), height=0.72, linewidth=0.6, **_RUPA[rupa(satu)])
        ujung = max(desimal(satu.kematangan), desimal(satu.klaim) if satu.terhitung else 0)
        sumbu.text(
            ujung + batas * 0.012,
            letak,
            angka_rapi(satu.kematangan, 1),
            va="center",
            size=6.8,
            color=TINTA if satu.terhitung else REDUP,
        )


def _alternatif(laporan: Laporan, nilai: NilaiLaporan, semua: Sequence[InovasiLaporan]) -> str:
    terhitung = [satu for satu in semua if satu.terhitung]
    awal = f"Bagan batang kematangan {len(semua)} inovasi {laporan.daerah.nama} tahun {laporan.tahun}"
    if not terhitung:
        return f"{awal}; tidak satu pun terhitung."
    atas, bawah = terhitung[0], terhitung[-1]
    return (
        f"{awal}: dari {angka(atas.kematangan)} poin ({atas.nama}) "
        f"sampai {angka(bawah.kematangan)} poin ({bawah.nama}), dasar {nilai.dasar}."
    )
