"""Bentuk hasil perbandingan: dua sisi, selisihnya, dan apa yang berbeda di antaranya."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, NamedTuple

from indeksinovasi.inti.model.angka import bulatkan
from indeksinovasi.inti.model.batas_predikat import GeserBatas
from indeksinovasi.inti.model.daerah import HasilTerbit, IdentitasDaerah, JenisHasil
from indeksinovasi.inti.model.dasar import Aspek
from indeksinovasi.inti.model.hasil import Hasil, NilaiInovasi, NilaiOpd, RataIndikator
from indeksinovasi.inti.model.metode import Metode, Skala

NAMA_SKALA: dict[Skala | None, str] = {
    "normal": "indeks 0–100",
    "absolut": "poin absolut",
    None: "skala yang tidak diketahui",
}
GerakInovasi = Literal["baru", "hilang", "naik", "turun", "tetap"]
CaraPasangan = Literal["pengembangan_dari", "judul", "slug"]


class Sumbangan(NamedTuple):
    """Sumbangan satu faktor atau bagiannya pada selisih: belum dibulatkan, dalam satuan kedua hasil."""

    faktor: str
    nilai: Fraction


class UraianSelisih(NamedTuple):
    """Sumbangan tiap faktor, dan bagian faktor kematangan: inovasi yang sama, yang masuk, dan yang keluar."""

    faktor: tuple[Sumbangan, ...]
    kematangan: tuple[Sumbangan, ...]


class BedaOpd(NamedTuple):
    """Satu OPD pada kedua sisi; ``None`` bila OPD itu tidak dikenal pada sisi tersebut."""

    kode: str
    nama: str
    dari: NilaiOpd | None
    ke: NilaiOpd | None

    @property
    def selisih(self) -> Fraction | None:
        """Perubahan rata-rata kematangan dalam poin; ``None`` bila salah satunya tidak ada."""
        return _selisih(self.dari and self.dari.rata_rata, self.ke and self.ke.rata_rata)


def _selisih(awal: Fraction | None, akhir: Fraction | None) -> Fraction | None:
    return None if awal is None or akhir is None else akhir - awal


class BedaIndikator(NamedTuple):
    """Satu indikator pada kedua sisi: rata-rata atas inovasi terhitung (SID), atau barisnya sendiri (SPD)."""

    kode: str
    nama: str
    aspek: Aspek
    dari: RataIndikator | None
    ke: RataIndikator | None

    @property
    def selisih(self) -> Fraction | None:
        """Perubahan skor dalam poin; ``None`` bila salah satunya tidak ada atau tidak berbobot."""
        return _selisih(self.dari and self.dari.skor, self.ke and self.ke.skor)


class BedaInovasi(NamedTuple):
    """Satu inovasi yang terhitung pada sekurangnya satu sisi.

    ``baru``/``hilang``: hanya terhitung pada sisi akhir/awal; catatan lawannya tetap disebut bila ada (draf,
    ditolak, dan seterusnya). Kematangan menurut dasar dan metode sisi masing-masing.
    """

    perubahan: GerakInovasi
    dari: NilaiInovasi | None
    ke: NilaiInovasi | None
    kematangan_dari: Fraction | None
    kematangan_ke: Fraction | None
    cara: CaraPasangan | None = None

    @property
    def nama(self) -> str:
        """Judul pada sisi akhir bila ada, selain itu pada sisi awal; id bila catatannya tak terbaca."""
        catatan = self.ke or self.dari
        assert catatan is not None
        return catatan.nama or catatan.id

    @property
    def selisih(self) -> Fraction | None:
        """Perubahan kematangan dalam poin; ``None`` bila tidak terhitung pada kedua sisi."""
        if self.kematangan_dari is None or self.kematangan_ke is None:
            return None
        return self.kematangan_ke - self.kematangan_dari


class BedaJudul(NamedTuple):
    """Dua catatan dengan OPD dan nama berkas yang sama tetapi judul yang berbeda.

    ``dipasangkan``: tetap dianggap satu inovasi karena tidak ada petunjuk lain; selain itu judulnya yang
    menentukan pasangan masing-masing.
    """

    dari: NilaiInovasi
    ke: NilaiInovasi
    dipasangkan: bool


class UkuranSisi(NamedTuple):
    """Indeks (atau skor absolut) dua desimal dan predikat sebuah sisi, dari hitungan atau hasil terbit."""

    skor: Fraction | None
    predikat: str | None
    terbit: JenisHasil | None = None


class PerubahanPredikat(NamedTuple):
    """Predikat kedua sisi dan batas yang bergeser di antaranya.

    ``batas``: batas predikat awal atau akhir yang bergeser. ``karena_batas``: predikat berubah, padahal
    menurut batas awal skor akhir masih berpredikat sama. ``jarak``: skor dikurangi batas predikatnya
    sendiri, pada kedua sisi; ``None`` bila batasnya tidak diketahui.
    """

    dari: str
    ke: str
    batas: tuple[GeserBatas, ...]
    karena_batas: bool
    jarak: tuple[Fraction, Fraction] | None

    @property
    def tetap(self) -> bool:
        """Predikat kedua sisi sama."""
        return self.dari == self.ke


@dataclass(frozen=True, slots=True)
class Sisi:
    """Satu sisi perbandingan; ``hasil`` ``None`` bila tahun itu hanya punya hasil terbit.

    ``metode``: aturan tahun hasil terbit; ``None`` bila tahun itu tidak punya berkas tahun.
    """

    label: str
    tahun: int
    skala: Skala | None
    hasil: Hasil | None
    terbit: tuple[HasilTerbit, ...] = ()
    metode: Metode | None = None

    @property
    def aturan(self) -> Metode | None:
        """Metode yang berlaku bagi angka sisi ini."""
        return self.hasil.metode if self.hasil else self.metode


class Lawan(NamedTuple):
    """Catatan sebuah sisi yang dinilai ulang menurut metode sisi lawannya, dengan labelnya sendiri."""

    label: str
    hasil: Hasil


class SelisihTerbit(NamedTuple):
    """Selisih dua hasil terbit sejenis pada skala yang sama."""

    jenis: JenisHasil
    dari: Fraction
    ke: Fraction

    @property
    def nilai(self) -> Fraction:
        """Skor akhir dikurangi skor awal, sebagaimana terbit (dua desimal)."""
        return self.ke - self.dari


@dataclass(frozen=True, slots=True)
class Perbandingan:
    """Dua sisi bersebelahan. ``selisih`` dan ``uraian`` belum dibulatkan; tanpa selisih ada ``alasan``.

    ``ukuran``: angka kedua sisi sebagaimana tercetak; ``selisih_tampil`` adalah selisih keduanya.

    ``setara``: pasangan pengganti pada satu metode bila kedua sisi berbeda skala; rinciannya ada di sana.
    """

    dari: Sisi
    ke: Sisi
    skala_sama: bool
    selisih: Fraction | None
    alasan: str | None
    uraian: tuple[Sumbangan, ...]
    kematangan: tuple[Sumbangan, ...]
    opd: tuple[BedaOpd, ...] = ()
    indikator: tuple[BedaIndikator, ...] = ()
    inovasi: tuple[BedaInovasi, ...] = ()
    terbit: SelisihTerbit | None = None
    setara: Perbandingan | None = None
    predikat: PerubahanPredikat | None = None
    beda_judul: tuple[BedaJudul, ...] = ()
    ukuran: tuple[UkuranSisi, UkuranSisi] | None = None

    @property
    def selisih_tampil(self) -> Fraction | None:
        """Selisih kedua angka yang tercetak; ``None`` bila keduanya tidak boleh dikurangkan."""
        if self.ukuran is None:
            return None if self.selisih is None else Fraction(bulatkan(self.selisih, 2))
        awal, akhir = self.ukuran
        if not self.skala_sama or awal.skor is None or akhir.skor is None or awal.terbit != akhir.terbit:
            return None
        return akhir.skor - awal.skor


@dataclass(frozen=True, slots=True)
class BandingDaerah:
    """Satu daerah: sisi yang dimilikinya, perbandingan sisi bersebelahan, dan label sisi yang tidak ada."""

    daerah: IdentitasDaerah
    sisi: tuple[Sisi, ...]
    perbandingan: tuple[Perbandingan, ...]
    tanpa: tuple[str, ...] = ()
