"""Bahan yang dibaca setiap pemeriksaan: aturan tahun catatan, baris yang sudah dibaca, dan keterangan bukti.

Aturan selalu milik tahun catatan sendiri. Keterangan tentang berkas bukti datang sebagai nilai; modul di
sini tidak menyentuh cakram.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Literal, NamedTuple

from indeksinovasi.inti.hitung.kematangan import TabelTahun, TingkatBaris, susun_tabel
from indeksinovasi.inti.model.angka import NOL, angka_id
from indeksinovasi.inti.model.daerah import Daerah, HasilResmi
from indeksinovasi.inti.model.dasar import Aspek
from indeksinovasi.inti.model.hasil import Golongan
from indeksinovasi.inti.model.inovasi import Entri, Inovasi
from indeksinovasi.inti.model.kutipan import PembacaTulisan, angka_tertulis, tanpa_tulisan
from indeksinovasi.inti.model.metode import Indikator, Kelayakan, Metode
from indeksinovasi.inti.model.spd import Spd
from indeksinovasi.inti.model.temuan import Jalur, Masalah, TingkatTemuan

JenisBerkas = Literal["pdf", "png", "jpg", "mp4", "mov"]
TANPA_SIDIK: Mapping[str, str] = MappingProxyType({})
NAMA_POIN: dict[Aspek, str] = {"sid": "poin kematangan", "spd": "poin SPD"}


class KeteranganBerkas(NamedTuple):
    """Apa yang diketahui tentang satu berkas bukti; ``jenis`` dibaca dari isinya.

    ``mirip``: jalur berkas yang ada dengan nama hampir sama, bila yang tertulis tidak ada.
    """

    keadaan: Literal["ada", "tidak_ada", "bukan_berkas", "tak_terbaca", "di_luar", "garis_terbalik"]
    ukuran: int = 0
    jenis: JenisBerkas | None = None
    mirip: str = ""


KeteranganBukti = Mapping[str, KeteranganBerkas]
"""Keterangan berkas menurut jalurnya yang tertulis."""


class Konteks(NamedTuple):
    """Aturan satu tahun. ``metode`` ``None``: tahun tanpa berkas tahun; ``tanggal``: hari pengukuran."""

    tahun: int
    metode: Metode | None = None
    sid: TabelTahun | None = None
    spd: TabelTahun | None = None
    tanggal: date | None = None

    @property
    def kelayakan(self) -> Kelayakan | None:
        """Syarat ikut dinilai pada tahun ini."""
        return self.metode.kelayakan if self.metode else None

    @property
    def batas_bukti(self) -> date | None:
        """Hari pengukuran yang diberikan, atau hari penjaringan terakhir tahun itu."""
        penjaringan = self.kelayakan.penjaringan if self.kelayakan else ()
        return self.tanggal or max(penjaringan, default=None)


def susun_konteks(tahun: int, metode: Metode | None, tanggal: date | None = None) -> Konteks:
    """Siapkan tabel kedua aspek sekali untuk banyak catatan."""
    if metode is None:
        return Konteks(tahun, tanggal=tanggal)
    return Konteks(tahun, metode, susun_tabel(metode, "sid"), susun_tabel(metode, "spd"), tanggal)


class BarisEntri(NamedTuple):
    """Satu baris indikator; ``indikator`` dan ``tingkat`` ``None`` bila tabel tahun itu tidak memuatnya."""

    kode: str
    entri: Entri
    indikator: Indikator | None
    tingkat: TingkatBaris | None

    @property
    def jalur(self) -> Jalur:
        """Jalur baris di dalam berkas."""
        return ("indikator", self.kode)

    @property
    def diklaim(self) -> int:
        """Tingkat menurut klaim atau fakta; klaim saja bila tabel tahunnya tidak ada."""
        return self.tingkat.tingkat if self.tingkat else self.entri.parameter or 0


def baris_entri(entri: Mapping[str, Entri], tabel: TabelTahun | None, tahun: int) -> tuple[BarisEntri, ...]:
    """Baca semua baris dengan pembaca yang sama seperti penilaian."""
    return tuple(_baris(kode, satu, tabel, tahun) for kode, satu in entri.items())


def _baris(kode: str, entri: Entri, tabel: TabelTahun | None, tahun: int) -> BarisEntri:
    indikator = tabel.baris.get(kode) if tabel else None
    if tabel is None or indikator is None:
        return BarisEntri(kode, entri, None, None)
    return BarisEntri(kode, entri, indikator, tabel.tingkat(indikator, entri, tahun))


def poin(indikator: Indikator, tingkat: int) -> str:
    """``9 poin kematangan``: bobot × tingkat; kosong bila bobotnya tidak diketahui."""
    if indikator.bobot is None:
        return ""
    return f"{angka_id(indikator.bobot * tingkat)} {NAMA_POIN[indikator.aspek]}"


def taruhan(indikator: Indikator | None, tingkat: int, awalan: str = ": ") -> str:
    """Ekor pesan ``: 0 dari 9 poin kematangan``; kosong bila tidak ada poin yang diketahui."""
    if indikator is None or indikator.bobot is None or tingkat == 0:
        return ""
    return f"{awalan}0 dari {poin(indikator, tingkat)}"


class BahanInovasi(NamedTuple):
    """Satu catatan inovasi. ``dikenal`` memberi pengenal catatan yang ada pada sebuah tahun; ``luput``: jalur
    isian yang tidak terbaca dan sudah dilaporkan; ``sidik``: sidik isi berkas bukti tiap baris yang
    verifikasinya bersidik; ``tulisan``: pembaca tulisan asli isiannya.
    """

    konteks: Konteks
    id: str
    inovasi: Inovasi
    golongan: Golongan
    baris: tuple[BarisEntri, ...]
    bukti: KeteranganBukti
    dikenal: Callable[[int], frozenset[str]]
    luput: frozenset[Jalur] = frozenset()
    sidik: Mapping[str, str] = TANPA_SIDIK
    tulisan: PembacaTulisan = tanpa_tulisan

    @property
    def kelengkapan(self) -> TingkatTemuan | None:
        """Tingkat temuan untuk yang belum lengkap: draf boleh belum lengkap, jadi hanya saran."""
        return "saran" if self.inovasi.status == "draf" else None

    @property
    def ditagih(self) -> bool:
        """Kelengkapan diperiksa; inovasi yang sudah ditolak tidak ditagih lagi."""
        return self.inovasi.status != "ditolak"


class BahanSpd(NamedTuple):
    """``spd.yaml`` satu tahun."""

    konteks: Konteks
    spd: Spd
    baris: tuple[BarisEntri, ...]
    bukti: KeteranganBukti

    kelengkapan: TingkatTemuan | None = None
    ditagih: bool = True
    luput: frozenset[Jalur] = frozenset()
    sidik: Mapping[str, str] = TANPA_SIDIK
    tulisan: PembacaTulisan = tanpa_tulisan


BahanPeriksa = BahanInovasi | BahanSpd


class BahanHasil(NamedTuple):
    """``hasil_resmi.yaml``. ``metode`` memberi aturan sebuah tahun, ``None`` bila tidak ada.

    ``nomor``: urutan tiap hasil di berkasnya bila sebagian tidak terbaca; ``ragu``: urutan hasil yang
    sebagian isiannya terpotong atau tidak terbaca, sehingga tidak dibandingkan dengan hasil lain.
    """

    hasil: HasilResmi
    metode: Callable[[int], Metode | None]
    nomor: tuple[int, ...] = ()
    ragu: frozenset[int] = frozenset()
    tulisan: PembacaTulisan = tanpa_tulisan

    def urutan(self, nomor: int) -> int:
        """Urutan hasil ke-*nomor* di berkasnya."""
        return self.nomor[nomor] if self.nomor else nomor

    def jalur(self, nomor: int) -> Jalur:
        """Jalur hasil ke-*nomor* di berkasnya."""
        return ("hasil", self.urutan(nomor))

    def skor(self, nomor: int) -> str:
        """Skor hasil ke-*nomor* seperti tertulis."""
        return angka_tertulis(self.tulisan, (*self.jalur(nomor), "skor"), self.hasil.hasil[nomor].skor or NOL)


class MasalahBerkas(NamedTuple):
    """Masalah antarberkas dan berkas yang ditunjuknya (jalur untuk manusia)."""

    berkas: str
    masalah: Masalah

    @property
    def kode(self) -> str:
        """Kode masalahnya."""
        return self.masalah.kode


class Rujukan(NamedTuple):
    """Satu bukti pada satu catatan: pengenal dan berkas catatan, jalurnya, dan tulisannya."""

    id: str
    berkas: str
    jalur: Jalur
    tertulis: str


class CatatanTahun(NamedTuple):
    """Ringkasan satu catatan yang terbaca, untuk pemeriksaan antarberkas; ``ragu``: isian yang tulisannya
    terpotong, sehingga tidak dibandingkan dengan milik catatan lain.
    """

    id: str
    opd: str
    berkas: str
    inovasi: Inovasi
    golongan: Golongan
    ragu: frozenset[str] = frozenset()


class BahanTahun(NamedTuple):
    """Satu tahun satu daerah yang seluruhnya diperiksa.

    ``opd`` memetakan folder OPD ke berkas pertamanya, dan ``tak_terbaca`` ke banyak berkasnya yang bergalat;
    ``kembar`` memuat rujukan ke isi berkas yang sama; ``terbaru``: tahun terakhir daerah itu.
    """

    konteks: Konteks
    daerah: Daerah | None
    berkas_daerah: str
    berkas_spd: str
    ada_spd: bool
    opd: Mapping[str, str]
    catatan: tuple[CatatanTahun, ...]
    kembar: tuple[tuple[Rujukan, ...], ...]
    terbaru: bool
    tak_terbaca: Mapping[str, int]

    def terhitung(self) -> Iterator[CatatanTahun]:
        """Catatan yang ikut menambah nilai."""
        return (satu for satu in self.catatan if satu.golongan == "terhitung")
