"""Indeks dari tahun ke tahun di atas pita predikat; hanya tahun berskala 0-100."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from indeksinovasi.inti.model.laporan import Deret, Laporan, PitaTahun, TitikDeret
from indeksinovasi.keluaran.grafik.gaya import (
    BIRU,
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
    legenda,
    pendek,
    tulis_svg,
)
from indeksinovasi.keluaran.teks import angka

if TYPE_CHECKING:
    from matplotlib.axes import Axes

NAMA_ASAL = {
    "hitungan": "hitungan atas catatan",
    "mandiri": "penilaian mandiri terbit",
    "sementara": "hasil sementara terbit",
    "final": "hasil final terbit",
    "tidak_diketahui": "hasil terbit, jenis tidak disebut",
}
_TANDA: dict[str, dict[str, Any]] = {
    "hitungan": {"marker": "o", "color": BIRU, "markersize": 6},
    "final": {"marker": "s", "color": TINTA, "markersize": 5.5},
    "tidak_diketahui": {"marker": "D", "color": TINTA, "markerfacecolor": KERTAS, "markersize": 5},
    "sementara": {"marker": "v", "color": JINGGA, "markerfacecolor": KERTAS, "markersize": 6},
    "mandiri": {"marker": "^", "color": JINGGA, "markerfacecolor": KERTAS, "markersize": 6},
}
_PITA = ("#d6e6f2", "#eaf2f8", "#f6f8fa", "#ffffff")
_ATAS = 0.82
_TINGGI = 2.7
_RUANG_PREDIKAT = 1.1
_TAHUN_LAPANG = 7
"""Deret sepanjang ini masih memuat label semua titik; yang lebih panjang hanya label asal utama."""
_UTAMA = ("hitungan", "final", "tidak_diketahui")


def gambar_deret(laporan: Laporan) -> tuple[str, bytes] | None:
    """Teks pengganti dan SVG; ``None`` bila tidak ada angka berskala 0-100."""
    titik = [satu for satu in laporan.deret.titik if satu.skala == "normal" and _terletak(satu)]
    if not titik:
        return None
    with gaya():
        kaki = _kaki(laporan.deret)
        kertas = bidang(_ATAS + _TINGGI + 0.35 + 0.16 * len(kaki))
        judul = f"Indeks {pendek(laporan.daerah.nama, 4, 10)} sampai {laporan.tahun}"
        kertas.kepala(judul, _keterangan(titik, laporan.deret.pita))
        sumbu = kertas.sumbu(0.4, _ATAS, kertas.lebar - 0.4 - _RUANG_PREDIKAT, _TINGGI)
        _gambar(sumbu, titik, laporan.deret.pita)
        _legenda(kertas, titik)
        for urutan, baris in enumerate(kaki):
            kertas.tulis(0.15, _ATAS + _TINGGI + 0.3 + 0.16 * urutan, baris, size=7, color=REDUP)
        svg = tulis_svg(kertas, judul)
    return _alternatif(laporan, titik), svg


def _terletak(titik: TitikDeret) -> bool:
    """Hasil terbit yang salah tulis dapat berada di luar skala."""
    return titik.skor is not None and 0 <= titik.skor <= 100


def _keterangan(titik: Sequence[TitikDeret], pita: Sequence[PitaTahun]) -> str:
    isi = ["Skala 0–100 di atas pita predikat tiap tahun"]
    if any(satu.rentang and satu.rentang[0] != satu.rentang[1] for satu in titik):
        isi.append("garis tegak: rentang karena asumsi")
    if any(not batas.pasti for satu in pita for batas in satu.predikat):
        isi.append("garis putus-putus: batas yang masih asumsi")
    return f"{'; '.join(isi)}."


def _kaki(deret: Deret) -> list[str]:
    absolut = [satu for satu in deret.titik if satu.skala == "absolut" and satu.skor is not None]
    return [
        f"{satu.tahun}: {angka(satu.skor)} poin pada skala absolut ({NAMA_ASAL[satu.asal]}), tidak digambar."
        for satu in absolut
    ]


def _gambar(sumbu: Axes, titik: Sequence[TitikDeret], pita: Sequence[PitaTahun]) -> None:
    awal, akhir = pita[0].tahun, pita[-1].tahun
    bawah, atas = _batas(titik)
    sumbu.set_ylim(bawah, atas)
    sumbu.set_xlim(awal - 0.5, akhir + 0.5)
    sumbu.set_xticks(range(awal, akhir + 1), map(str, range(awal, akhir + 1)), size=8, color=TINTA)
    sumbu.yaxis.set_major_formatter(lambda nilai, _: koma(nilai))
    sumbu.tick_params(axis="y", colors=REDUP, labelsize=7)
    for satu in pita:
        _gambar_pita(sumbu, satu, bawah, atas, terakhir=satu is pita[-1])
    lapang = akhir - awal < _TAHUN_LAPANG
    for tahun in range(awal, akhir + 1):
        milik = [satu for satu in titik if satu.tahun == tahun]
        if not milik:
            sumbu.text(tahun, bawah, "tanpa data", size=7, color=REDUP, ha="center", va="bottom")
        for urutan, isi in enumerate(milik):
            geser = (urutan - (len(milik) - 1) / 2) * min(0.24, 0.8 / len(milik))
            _titik(sumbu, isi, tahun + geser, di_atas=urutan % 2 == 1, berlabel=lapang or isi.asal in _UTAMA)


def _batas(titik: Sequence[TitikDeret]) -> tuple[float, float]:
    nilai = [desimal(satu.skor) for satu in titik]
    nilai += [desimal(ujung) for satu in titik for ujung in satu.rentang or ()]
    return max(0, (min(nilai) - 12) // 10 * 10), min(100, (max(nilai) + 22) // 10 * 10)


def _gambar_pita(sumbu: Axes, pita: PitaTahun, bawah: float, atas: float, *, terakhir: bool) -> None:
    x = pita.tahun
    for urutan, satu in enumerate(pita.predikat):
        if satu.mulai is None:
            continue
        rendah = max(desimal(satu.mulai), bawah)
        tinggi = min(desimal(satu.sebelum) if satu.sebelum is not None else 100.0, atas)
        if tinggi <= rendah:
            continue
        sumbu.fill_between([x - 0.5, x + 0.5], rendah, tinggi, color=_PITA[min(urutan, 3)], linewidth=0)
        if desimal(satu.mulai) > bawah:
            gaya_garis = "-" if satu.pasti else (0, (2, 2))
            sumbu.plot([x - 0.5, x + 0.5], [rendah] * 2, color=GARIS, linewidth=0.9, linestyle=gaya_garis)
            sumbu.text(x + 0.47, rendah, angka(satu.mulai), size=6, color=REDUP, ha="right", va="bottom")
        if terakhir:
            nama = pendek(satu.nama, _RUANG_PREDIKAT, 7)
            sumbu.text(x + 0.54, (rendah + tinggi) / 2, nama, size=7, color=REDUP, va="center", clip_on=False)


def _titik(sumbu: Axes, titik: TitikDeret, x: float, *, di_atas: bool, berlabel: bool) -> None:
    y = desimal(titik.skor)
    if titik.rentang and titik.rentang[0] != titik.rentang[1]:
        ujung = [desimal(satu) for satu in titik.rentang]
        sumbu.plot([x, x], ujung, color=BIRU, linewidth=1.4, solid_capstyle="butt")
    sumbu.plot([x], [y], linestyle="", markeredgewidth=1.2, **_TANDA[titik.asal])
    if berlabel:
        geser, rata = (6, "bottom") if di_atas else (-6, "top")
        sumbu.annotate(
            angka(titik.skor), (x, y), (0, geser), textcoords="offset points", ha="center", va=rata, size=6.8
        )


def _legenda(kertas: Bidang, titik: Sequence[TitikDeret]) -> None:
    from matplotlib.lines import Line2D

    ada = {satu.asal for satu in titik}
    tanda = [
        Line2D([], [], linestyle="", markeredgewidth=1.2, label=NAMA_ASAL[asal], **isi)
        for asal, isi in _TANDA.items()
        if asal in ada
    ]
    legenda(kertas, tanda, handletextpad=0.2)


def _alternatif(laporan: Laporan, titik: Sequence[TitikDeret]) -> str:
    isi = "; ".join(f"{satu.tahun} {angka(satu.skor)} ({NAMA_ASAL[satu.asal]})" for satu in titik)
    return f"Bagan indeks {laporan.daerah.nama} di atas pita predikat: {isi}."
