"""Hasil penilaian: setiap angka antara disimpan, sehingga laporan membaca dan tidak menghitung ulang."""

from __future__ import annotations

from fractions import Fraction
from typing import Generic, Literal, NamedTuple, TypeVar

from indeksinovasi.inti.model.daerah import IdentitasDaerah
from indeksinovasi.inti.model.metode import Metode

Dasar = Literal["klaim", "berbukti", "terverifikasi"]
DASAR: tuple[Dasar, Dasar, Dasar] = ("klaim", "berbukti", "terverifikasi")
Golongan = Literal["terhitung", "draf", "ditolak", "tidak_layak", "tak_terbaca"]
AsalTingkat = Literal["parameter", "fakta", "keduanya", "dibawa", "tak_terbaca", "mustahil"]
AsalSpd = Literal[
    "baris", "total", "dibawa", "mustahil", "tidak_ada", "tak_terbaca", "tak_terhitung", "tidak_diukur"
]
_T = TypeVar("_T")


class PerDasar(NamedTuple, Generic[_T]):
    """Satu nilai untuk tiap dasar, menurut urutan ``DASAR``."""

    klaim: _T
    berbukti: _T
    terverifikasi: _T

    @classmethod
    def sama(cls, nilai: _T) -> PerDasar[_T]:
        """Nilai yang tidak bergantung pada bukti dan verifikasi."""
        return cls(nilai, nilai, nilai)


class Masukan(NamedTuple):
    """Bahan rumus satu daerah.

    ``urusan_terisi`` ``None`` berarti tidak diketahui (aturan urusan wajib dianggap terpenuhi). ``spd``
    ``None`` berarti tidak dapat dihitung.
    """

    jumlah_kematangan: Fraction
    terhitung: int
    ditolak: int
    urusan_terisi: int | None
    spd: Fraction | None
    spd_maksimum: Fraction | None


class RincianRumus(NamedTuple):
    """Semua hasil antara. Satuan poin; ``indeks`` 0-100 belum dibulatkan, ``None`` pada skala absolut atau
    bila tak dapat dihitung.
    """

    pembagi: int
    rata_rata: Fraction | None
    skor_jumlah: Fraction
    urusan_terpenuhi: bool | None
    sid: Fraction | None
    maksimum: Fraction | None
    total: Fraction | None
    indeks: Fraction | None


class NilaiBaris(NamedTuple):
    """Satu baris indikator sebuah inovasi atau SPD.

    ``tingkat`` dan ``tertinggi`` (0-3) untuk tiap dasar; ``tertinggi`` melebihi ``tingkat`` bila aturan
    tidak memutuskan. ``asal``: dari mana tingkat klaim diperoleh; ``alasan`` menjelaskan tingkat yang
    diturunkan; ``fakta``: tingkat menurut fakta saja; ``persetujuan_gugur``: klaimnya berubah sejak
    diverifikasi.
    """

    kode: str
    nama: str
    bobot: Fraction | None
    tingkat: PerDasar[int]
    tertinggi: PerDasar[int]
    asal: AsalTingkat
    parameter: int | None
    terverifikasi: bool
    alasan: str | None = None
    fakta: int | None = None
    persetujuan_gugur: bool = False

    def skor(self, dasar: int) -> Fraction | None:
        """Bobot × tingkat pada dasar ke-*dasar*, dalam poin; ``None`` bila bobotnya tidak ditemukan."""
        return None if self.bobot is None else self.bobot * self.tingkat[dasar]


class NilaiInovasi(NamedTuple):
    """Penilaian satu berkas inovasi; berkas yang tak terbaca hanya punya identitas dan alasan.

    ``kematangan`` dalam poin, satu untuk tiap dasar. ``paling_sedikit``: tabel tahunnya belum lengkap, jadi
    kematangan sebenarnya bisa lebih.
    """

    id: str
    berkas: str
    opd: str
    golongan: Golongan
    alasan: str | None = None
    nama: str | None = None
    status: str | None = None
    urusan: str | None = None
    pengembangan_dari: str | None = None
    kematangan: PerDasar[Fraction] | None = None
    tertinggi: PerDasar[Fraction] | None = None
    baris: tuple[NilaiBaris, ...] = ()
    siap_pakai: bool = False
    paling_sedikit: bool = False
    mustahil: bool = False
    catatan: str | None = None

    @property
    def terhitung(self) -> bool:
        """Ikut dalam jumlah dan banyak inovasi."""
        return self.golongan == "terhitung"

    @property
    def dari_baris(self) -> bool:
        """Terhitung, dan kematangannya berasal dari baris indikator."""
        return self.terhitung and not self.siap_pakai


class NilaiSpd(NamedTuple):
    """Skor SPD (poin) tiap dasar; ``skor`` ``None`` bila tidak dapat dihitung. ``maksimum`` ``None`` bila
    tidak diketahui.
    """

    asal: AsalSpd
    skor: PerDasar[Fraction] | None
    tertinggi: PerDasar[Fraction] | None
    maksimum: Fraction | None
    baris: tuple[NilaiBaris, ...] = ()


class HasilDasar(NamedTuple):
    """Hasil satu dasar. ``skor`` sudah terbulat dua desimal: indeks 0-100, atau poin pada skala absolut."""

    dasar: Dasar
    masukan: Masukan
    rincian: RincianRumus
    skor: Fraction | None
    predikat: str | None
    rentang: tuple[Fraction, Fraction] | None
    predikat_mungkin: tuple[str, ...]


class RataIndikator(NamedTuple):
    """Rata-rata satu indikator: ``tingkat`` 0-3; ``skor`` dalam poin, ``None`` tanpa bobot."""

    kode: str
    nama: str
    tingkat: Fraction
    skor: Fraction | None


class NilaiOpd(NamedTuple):
    """Ringkasan satu OPD; ``rata_rata`` dalam poin, ``None`` bila tidak ada yang terhitung."""

    kode: str
    nama: str
    jumlah_inovasi: int
    rata_rata: Fraction | None
    target: int | None
    terpenuhi: bool | None
    terdaftar: bool


class Asumsi(NamedTuple):
    """Angka yang tidak terbit tetapi dipakai hasil ini, beserta kemungkinan lainnya."""

    kunci: str
    nilai: Fraction | bool | str | None
    kemungkinan: tuple[Fraction | bool | str | None, ...]
    kepastian: str
    alasan: str


class Catatan(NamedTuple):
    """Catatan penilaian berkode SKR.

    ``tentang``: sebab indeks tidak dihitung, atau yang dibawa apa adanya ke metode lain.
    """

    kode: str
    pesan: str
    tentang: Literal["", "tanpa_indeks", "dibawa"] = ""


class TidakLayak(NamedTuple):
    """Inovasi terkirim yang tidak memenuhi syarat, dan skor daerah seandainya ia diterima."""

    id: str
    alasan: str
    skor_bila_diterima: Fraction | None


class Hasil(NamedTuple):
    """Hasil satu daerah pada satu tahun. ``sidik`` adalah SHA-256 isi berkas tahun."""

    daerah: IdentitasDaerah
    klaster: tuple[str, ...]
    tahun: int
    lingkup: Literal["daerah", "opd", "berkas"]
    metode: Metode
    sidik: str
    dasar: Dasar
    tiga_dasar: PerDasar[HasilDasar]
    baris_total: int
    baris_terverifikasi: int
    spd: NilaiSpd
    jumlah: dict[Golongan, int]
    urusan_terisi: tuple[str, ...]
    opd: tuple[NilaiOpd, ...]
    inovasi: tuple[NilaiInovasi, ...]
    tidak_layak: tuple[TidakLayak, ...]
    asumsi: tuple[Asumsi, ...]
    catatan: tuple[Catatan, ...]

    @property
    def nomor_dasar(self) -> int:
        """Letak dasar terpilih dalam ``DASAR``."""
        return DASAR.index(self.dasar)

    @property
    def utama(self) -> HasilDasar:
        """Hasil pada dasar terpilih."""
        return self.tiga_dasar[self.nomor_dasar]

    @property
    def absolut(self) -> bool:
        """Skala poin yang tidak pernah dibandingkan dengan skala 0-100."""
        return self.metode.skala == "absolut"

    @property
    def paling_sedikit(self) -> bool:
        """Ada inovasi terhitung yang bobot barisnya tidak semua diketahui."""
        return any(satu.terhitung and satu.paling_sedikit for satu in self.inovasi)
