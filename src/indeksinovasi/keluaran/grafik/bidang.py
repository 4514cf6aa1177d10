"""Bidang gambar: bentuk-bentuk bertipe yang ditulis templat ``bagan.svg.j2`` menjadi SVG.

Semua teks lewat penyaring karakter dan pelolosan XML; tidak ada skrip, gambar luar, atau huruf luar.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple

from indeksinovasi.keluaran.grafik.gaya import Tema, gaya_svg, ukuran_huruf
from indeksinovasi.keluaran.grafik.huruf import lebar_diketahui, lebar_piksel, lipat_piksel, nama_bagan
from indeksinovasi.keluaran.teks import aman

if TYPE_CHECKING:
    from jinja2 import Template

LEBAR_BAGAN = 680
"""Lebar semua bagan dalam piksel: isi halaman A4 pada huruf 8-9 poin."""
LEBAR_SEMPIT = 340
"""Lebar bagan yang dijajarkan dua di halaman pertama, dan utuh di layar ponsel."""
BARIS_CATATAN = 15
TINGGI_JUDUL = 19
Rata = Literal["", "middle", "end"]


class TulisanSvg(NamedTuple):
    """Satu tulisan; ``x`` boleh memuat satu letak, dan ``turun`` satu penurunan, bagi tiap huruf."""

    x: str
    y: str
    isi: str
    kelas: str
    rata: Rata = ""
    turun: str = ""
    jenis: str = "tulisan"

    @property
    def lebar(self) -> str:
        """Lebarnya pada huruf Arial; kosong bila hurufnya punya letak sendiri atau lebarnya tak diketahui."""
        if " " in self.x or not lebar_diketahui(self.isi):
            return ""
        ukuran, tebal = ukuran_huruf(self.kelas)
        return k(lebar_piksel(self.isi, ukuran, tebal=tebal))


class KotakSvg(NamedTuple):
    """Persegi panjang terisi."""

    x: str
    y: str
    lebar: str
    tinggi: str
    kelas: str
    jenis: str = "kotak"


class GarisSvg(NamedTuple):
    """Lintasan ``d``; ``tebal`` mengganti tebal kelasnya."""

    d: str
    kelas: str
    tebal: str = ""
    jenis: str = "garis"


class TitikSvg(NamedTuple):
    """Lingkaran."""

    x: str
    y: str
    r: str
    kelas: str
    jenis: str = "titik"


BentukSvg = TulisanSvg | KotakSvg | GarisSvg | TitikSvg


def k(nilai: float) -> str:
    """Koordinat dengan paling banyak satu desimal."""
    return f"{nilai:.1f}".removesuffix(".0")


@dataclass(slots=True)
class Bidang:
    """Kertas satu bagan; ``y`` menunjuk letak kosong berikutnya di bawah yang sudah digambar."""

    isi: list[BentukSvg] = field(default_factory=list)
    y: float = 0
    lebar: int = LEBAR_BAGAN

    def kepala(self, judul: str, keterangan: str) -> None:
        """Judul berupa pesan dan anak judulnya di kiri atas, dilipat bila panjang."""
        for baris in lipat_piksel(nama_bagan(judul), self.lebar - 8, 16, tebal=True):
            self.tulis(0, self.y + 16, baris, "j")
            self.y += TINGGI_JUDUL
        for baris in lipat_piksel(nama_bagan(keterangan), self.lebar - 8):
            self.tulis(0, self.y + 16, baris, "s")
            self.y += 15
        self.y += 5

    def kaki(self, catatan: Iterable[str]) -> None:
        """Kalimat-kalimat kecil di bawah, masing-masing mulai di baris baru."""
        self.y += 4
        for satu in catatan:
            for baris in lipat_piksel(nama_bagan(satu), self.lebar - 8, 11, paling_banyak=4):
                self.tulis(0, self.y + 11, baris, "k")
                self.y += BARIS_CATATAN

    def tulis(self, x: float, y: float, isi: str, kelas: str = "", rata: Rata = "") -> None:
        """Tulisan dengan garis dasar di *y*."""
        self.isi.append(TulisanSvg(k(x), k(y), isi, kelas, rata))

    def tulis_lipat(
        self, x: float, y: float, baris: Sequence[str], kelas: str = "", jarak: float = 14
    ) -> None:
        """Baris-baris *baris* berpusat tegak pada *y*."""
        atas = y + 4 - jarak * (len(baris) - 1) / 2
        for nomor, satu in enumerate(baris):
            self.tulis(x, atas + jarak * nomor, satu, kelas)

    def kotak(self, x: float, y: float, lebar: float, tinggi: float, kelas: str) -> None:
        """Persegi panjang; yang tanpa luas tidak digambar."""
        if lebar > 0 and tinggi > 0:
            self.isi.append(KotakSvg(k(x), k(y), k(lebar), k(tinggi), kelas))

    def garis(self, kelas: str, *titik: tuple[float, float]) -> None:
        """Garis patah melewati *titik*."""
        self.isi.append(GarisSvg("M" + "L".join(f"{k(x)} {k(y)}" for x, y in titik), kelas))

    def titik(self, x: float, y: float, kelas: str = "iu", r: float = 4.5) -> None:
        """Lingkaran berpusat di sana."""
        self.isi.append(TitikSvg(k(x), k(y), k(r), kelas))

    def titik_banyak(self, letak: Sequence[tuple[float, float]], kelas: str, r: float) -> None:
        """Banyak lingkaran sebagai satu lintasan, supaya berkasnya kecil."""
        if letak:
            busur = f"a{k(r)} {k(r)} 0 1 0 {k(2 * r)} 0a{k(r)} {k(r)} 0 1 0 {k(-2 * r)} 0"
            self.isi.append(GarisSvg("".join(f"M{k(x - r)} {k(y)}{busur}" for x, y in letak), kelas))

    def wajik(self, x: float, y: float, kelas: str, r: float = 5) -> None:
        """Wajik: angka terverifikasi."""
        s = k(r)
        self.isi.append(GarisSvg(f"M{k(x)} {k(y - r)}l{s} {s}l-{s} {s}l-{s} -{s}z", kelas))

    def bujur(self, x: float, y: float, kelas: str, r: float = 4) -> None:
        """Bujur sangkar: hasil terbit."""
        self.kotak(x - r, y - r, 2 * r, 2 * r, kelas)

    def ruas(self, ruas: Sequence[tuple[float, float, float]], tebal: float, kelas: str) -> None:
        """Banyak ruas mendatar (x, y, panjang) setebal *tebal* sebagai satu lintasan."""
        if ruas:
            d = "".join(f"M{k(x)} {k(y)}h{k(panjang)}" for x, y, panjang in ruas)
            self.isi.append(GarisSvg(d, kelas, k(tebal)))

    def huruf(self, letak: Sequence[tuple[float, float]], isi: str, kelas: str) -> None:
        """Tulisan yang tiap hurufnya mempunyai letak sendiri."""
        if letak:
            x = " ".join(k(satu) for satu, _ in letak)
            turun = " ".join(k(y - sebelum) for (_, sebelum), (_, y) in pairwise(letak))
            self.isi.append(TulisanSvg(x, k(letak[0][1]), isi, kelas, turun=f"0 {turun}" if turun else ""))


class BaganSvg(NamedTuple):
    """Satu bagan: nama, pesan, uraian berangka bagi yang tidak melihat gambarnya, dan bentuk-bentuknya.

    ``sempit``: bagan yang sama selebar ``LEBAR_SEMPIT``, bila dapat digambar selebar itu.
    """

    nama: str
    judul: str
    uraian: str
    tinggi: int
    isi: tuple[BentukSvg, ...]
    atas: int = 0
    lebar: int = LEBAR_BAGAN
    sempit: BaganSvg | None = None

    @property
    def alternatif(self) -> str:
        """Teks pengganti gambar: pesan beserta angkanya."""
        return f"{self.judul}. {self.uraian}"

    def svg(self) -> bytes:
        """Berkas SVG mandiri, terang dan gelap, dengan latar."""
        return self._tulis(gaya_svg(self.kelas()), latar=True).encode()

    def svg_sebaris(self) -> str:
        """SVG tanpa gaya dan latar, untuk ditanam di HTML yang memuat gayanya sendiri."""
        return self._tulis("", latar=False)

    def png(self, tema: Tema = "terang", lebar: int = 2 * LEBAR_BAGAN, *, berjudul: bool = True) -> bytes:
        """Gambar titik selebar *lebar* piksel; memerlukan resvg. Tanpa judul bila keterangannya di luar.

        Tulisannya selebar Arial, huruf apa pun yang ada di komputer ini, supaya tidak terpotong.
        """
        import resvg_py

        pakai = self if berjudul else self.tanpa_judul()
        svg = pakai._tulis(gaya_svg(self.kelas(), tema), latar=True, seukuran=True)
        gambar = resvg_py.svg_to_bytes(svg_string=svg, width=lebar, sans_serif_family="DejaVu Sans")
        return bytes(gambar)

    def tanpa_judul(self) -> BaganSvg:
        """Bagan yang sama tanpa tulisan judulnya; ruangnya ikut dibuang."""
        tinggi = sum(isinstance(satu, TulisanSvg) and satu.kelas == "j" for satu in self.isi) * TINGGI_JUDUL
        isi = tuple(satu for satu in self.isi if not (isinstance(satu, TulisanSvg) and satu.kelas == "j"))
        return self._replace(isi=isi, atas=tinggi)

    def kelas(self) -> set[str]:
        """Semua kelas gaya yang dipakai."""
        return {nama for satu in self.isi for nama in satu.kelas.split()}

    def _tulis(self, gaya: str, *, latar: bool, seukuran: bool = False) -> str:
        from markupsafe import Markup

        return _templat().render(
            nama=self.nama,
            judul=self.judul,
            uraian=self.uraian,
            lebar=self.lebar,
            tinggi=self.tinggi - self.atas,
            atas=self.atas,
            gaya=Markup(gaya),
            latar=latar,
            seukuran=seukuran,
            isi=self.isi,
        )


def jadikan(bidang: Bidang, nama: str, judul: str, uraian: str) -> BaganSvg:
    """BaganSvg dari *bidang* yang sudah selesai digambar."""
    return BaganSvg(nama, aman(judul), aman(uraian), int(bidang.y) + 6, tuple(bidang.isi), lebar=bidang.lebar)


@cache
def _templat() -> Template:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    lingkungan = Environment(
        loader=PackageLoader("indeksinovasi", "templat"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return lingkungan.get_template("bagan.svg.j2")
