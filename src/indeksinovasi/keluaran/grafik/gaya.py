"""Gaya bersama semua bagan; warnanya terbedakan bagi buta warna dan pada cetakan hitam putih."""

from __future__ import annotations

import warnings
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from fractions import Fraction
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

from indeksinovasi.keluaran.teks import aman

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

LEBAR = 7.4
"""Lebar bagan dalam inci: isi halaman A4 tegak."""
TERPANJANG = 500
"""Karakter sebuah label yang diukur; lebih dari yang muat selebar bagan."""
TINTA = "#1f2328"
REDUP = "#59636e"
GARIS = "#d0d7de"
BIRU = "#0072b2"
BIRU_MUDA = "#56b4e9"
JINGGA = "#d55e00"
ABU = "#8c959f"
ABU_MUDA = "#d8dee4"
KERTAS = "#ffffff"

_GAYA: dict[str, Any] = {
    "svg.fonttype": "path",
    "svg.hashsalt": "indeks",
    "text.parse_math": False,
    "font.family": ["DejaVu Sans"],
    "font.size": 7.5,
    "text.color": TINTA,
    "axes.edgecolor": GARIS,
    "axes.labelcolor": REDUP,
    "axes.unicode_minus": True,
    "axes.axisbelow": True,
    "axes.linewidth": 0.8,
    "xtick.color": REDUP,
    "ytick.color": TINTA,
    "xtick.labelsize": 7,
    "ytick.labelsize": 7.5,
    "xtick.major.size": 0,
    "ytick.major.size": 0,
    "xtick.major.pad": 3,
    "ytick.major.pad": 4,
    "hatch.linewidth": 0.6,
    "legend.frameon": False,
    "legend.fontsize": 7,
}


@contextmanager
def gaya() -> Iterator[None]:
    """Gaya bagan, lepas dari pengaturan matplotlib pengguna; huruf di luar fonta tampil sebagai kotak."""
    import logging

    # Pemberitahuan matplotlib tentang tembolok fonta bukan urusan pembaca laporan.
    logging.getLogger("matplotlib").setLevel(logging.ERROR)
    import matplotlib

    with warnings.catch_warnings(), matplotlib.rc_context():
        warnings.filterwarnings("ignore", message="Glyph .* missing from font")
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(_GAYA)  # type: ignore[arg-type]  # kunci stubnya Literal
        yield


class Bidang(NamedTuple):
    """Kertas bagan; ukuran dalam inci, diukur dari kiri atas."""

    gambar: Figure
    lebar: float
    tinggi: float

    def sumbu(self, kiri: float, atas: float, lebar: float, tinggi: float) -> Axes:
        """Sumbu baru pada letak itu, tanpa bingkai."""
        letak = (
            kiri / self.lebar,
            1 - (atas + tinggi) / self.tinggi,
            lebar / self.lebar,
            tinggi / self.tinggi,
        )
        sumbu = self.gambar.add_axes(letak)
        for sisi in sumbu.spines.values():
            sisi.set_visible(False)
        return sumbu

    def tulis(self, kiri: float, atas: float, teks: str, **pilihan: Any) -> None:
        """Tulis *teks* dengan tepi kiri atas pada letak itu."""
        self.gambar.text(
            kiri / self.lebar, 1 - atas / self.tinggi, teks, **{"va": "top", "ha": "left", **pilihan}
        )

    def kepala(self, judul: str, keterangan: str) -> None:
        """Judul tebal dan satu baris keterangan di bawahnya."""
        self.tulis(0.15, 0.12, judul, size=10, weight="bold")
        self.tulis(0.15, 0.33, keterangan, size=7.5, color=REDUP)


def bidang(tinggi: float) -> Bidang:
    """Kertas putih selebar halaman setinggi *tinggi* inci."""
    from matplotlib.figure import Figure

    return Bidang(Figure(figsize=(LEBAR, tinggi), facecolor=KERTAS), LEBAR, tinggi)


def tulis_svg(kertas: Bidang, judul: str) -> bytes:
    """Isi SVG tanpa tanggal dan tanpa versi, dengan *judul* bagi pembaca layar."""
    aliran = BytesIO()
    kertas.gambar.savefig(aliran, format="svg", metadata={"Date": None, "Creator": "indeks", "Title": judul})
    return aliran.getvalue()


def pendek(teks: str, lebar: float, ukuran: float = 7.5) -> str:
    """*teks* aman yang muat dalam *lebar* inci pada huruf *ukuran* poin; selebihnya diganti "…"."""
    rapi = " ".join(aman(teks[:TERPANJANG]).split())
    if _lebar(rapi, ukuran) <= lebar:
        return rapi
    muat = bisect_left(range(1, len(rapi)), True, key=lambda n: _lebar(f"{rapi[:n]}…", ukuran) > lebar)
    kata = rapi[:muat].rpartition(" ")[0]
    return f"{(kata if len(kata) > muat * 2 // 3 else rapi[:muat]).rstrip(' ,.;:-')}…"


def _lebar(teks: str, ukuran: float) -> float:
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import text_to_path

    fonta = FontProperties(size=ukuran)
    return float(text_to_path.get_text_width_height_descent(teks, fonta, ismath=False)[0]) / 72


def label_baris(sumbu: Axes, lebar: float, isi: Sequence[tuple[str, str]], tengah: float = 0.0) -> None:
    """Label (nomor, nama) tiap baris di kiri sumbu, selebar *lebar* inci; nomor boleh kosong."""
    sumbu.set_yticks([])
    nomor = max((_lebar(satu, 7.5) for satu, _ in isi), default=0.0)
    ruang = lebar - 0.15 - 0.12 - (nomor + 0.08 if nomor else 0)
    for letak, (kiri, nama) in enumerate(isi):
        titik = (0, letak + tengah)
        pilihan: dict[str, Any] = {
            "textcoords": "offset points",
            "xycoords": ("axes fraction", "data"),
            "va": "center",
        }
        if kiri:
            jarak = 72 * (nomor + 0.15 - lebar)
            sumbu.annotate(aman(kiri), titik, (jarak, 0), ha="right", color=REDUP, **pilihan)
        sumbu.annotate(pendek(nama, ruang), titik, (-72 * (ruang + 0.12), 0), ha="left", **pilihan)


def legenda(kertas: Bidang, tanda: Sequence[Artist], **pilihan: Any) -> None:
    """Legenda sebaris di bawah keterangan."""
    kertas.gambar.legend(
        handles=list(tanda),
        loc="upper left",
        bbox_to_anchor=(0.15 / kertas.lebar, 1 - 0.54 / kertas.tinggi),
        ncols=len(tanda),
        handlelength=1.2,
        handleheight=0.8,
        columnspacing=1.4,
        borderaxespad=0,
        borderpad=0,
        **pilihan,
    )


def koma(nilai: float) -> str:
    """Label sumbu: koma desimal, tanpa nol ekor."""
    return f"{nilai:g}".replace(".", ",").replace("-", "−")


def desimal(nilai: Fraction | None) -> float:
    """Bilangan untuk digambar; yang tidak ada digambar sebagai 0."""
    return float(nilai or 0)
