"""Isi sebuah laporan: bilangan dan teks polos, siap dipakai templat mana pun.

Tidak ada objek ``Hasil``, ``Metode``, atau model pydantic di sini: isi ini sampai ke templat pengguna di
dalam kotak pasir, dan model pydantic membawa metode yang membaca berkas.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, NamedTuple

from indeksinovasi.inti.model.batas_predikat import BatasPredikat, Jarak
from indeksinovasi.inti.model.berikut import BerikutLaporan, LangkahLaporan
from indeksinovasi.inti.model.daerah import IdentitasDaerah, JenisHasil
from indeksinovasi.inti.model.hasil import Asumsi, Catatan, Dasar, Golongan, PerDasar
from indeksinovasi.inti.model.metode import Skala

KunciKomponen = Literal["spd", "kematangan", "jumlah_inovasi", "total"]
Satuan = Literal["poin indeks", "poin kematangan", "poin"]


class Komponen(NamedTuple):
    """Satu bagian skor dan maksimumnya (poin); sumbangan dan yang ``belum`` diraih (``satuan`` laporan)."""

    kunci: KunciKomponen
    nama: str
    skor: Fraction | None
    maksimum: Fraction | None
    sumbangan: Fraction | None
    belum: Fraction | None


class SkorDasar(NamedTuple):
    """Satu dasar berdampingan dengan yang lain; ``skor`` indeks atau poin, selainnya poin."""

    dasar: Dasar
    terpilih: bool
    skor: Fraction | None
    predikat: str | None
    spd: Fraction | None
    jumlah_kematangan: Fraction
    rata_rata: Fraction | None
    sid: Fraction | None


class AntreanOpd(NamedTuple):
    """Baris inovasi terhitung satu OPD: yang berbukti tetapi belum terverifikasi, dan yang tanpa bukti."""

    nama: str
    belum_verifikasi: int
    tanpa_bukti: int


class OpdLaporan(NamedTuple):
    """Satu OPD. ``tertulis`` semua catatannya, ``jumlah_inovasi`` yang terhitung.

    ``sumbangan`` dalam ``satuan`` laporan, termasuk bagiannya atas skor jumlah inovasi; ``ruas`` bagiannya
    tiap inovasi terhitung, yang terbesar lebih dulu.
    """

    kode: str
    nama: str
    terdaftar: bool
    tertulis: int
    jumlah_inovasi: int
    target: int | None
    terpenuhi: bool | None
    rata_rata: Fraction | None
    sumbangan: Fraction
    ruas: tuple[Fraction, ...]


class Sel(NamedTuple):
    """Satu indikator sebuah inovasi: tingkat pada dasar terpilih dan klaim; ``None`` bila tidak ditulis."""

    tingkat: int | None
    klaim: int | None
    tanpa_bukti: bool


class InovasiLaporan(NamedTuple):
    """Satu catatan. ``nomor`` mengurutkan yang terhitung menurut kematangan, lalu yang tidak terhitung.

    ``kematangan`` pada dasar terpilih, lalu pada ketiga dasar, dalam poin; ``menunggu``: poin berbukti yang
    belum diperiksa. ``sel`` sejajar dengan
    ``NilaiLaporan.indikator``; kosong bila kematangannya siap pakai. ``keraguan``: catatan kelayakan
    yang terhitung (``tanpa_tanggal``, ``diterima_di_luar_jendela``, ``diabaikan``).
    """

    nomor: int
    id: str
    nama: str
    opd: str
    status: str | None
    golongan: Golongan
    urusan: str | None
    kematangan: Fraction | None
    klaim: Fraction | None
    berbukti: Fraction | None
    terverifikasi: Fraction | None
    menunggu: Fraction
    siap_pakai: bool
    paling_sedikit: bool
    sel: tuple[Sel, ...]
    alasan: str | None
    skor_bila_diterima: Fraction | None
    keraguan: str | None

    @property
    def terhitung(self) -> bool:
        """Ikut dalam jumlah dan banyak inovasi."""
        return self.golongan == "terhitung"


class IndikatorLaporan(NamedTuple):
    """Satu indikator SID atas ``NilaiLaporan.dinilai_baris`` inovasi terhitung.

    ``rata_tingkat`` 0-3; baris yang tidak ditulis bernilai 0. ``diklaim`` baris dengan klaim di atas 0,
    ``tanpa_bukti`` di antaranya tanpa bukti. ``belum`` = nilai yang belum diraih seandainya semua baris
    tingkat 3.
    """

    nomor: str
    kode: str
    nama: str
    bobot: Fraction | None
    rata_tingkat: Fraction
    ditulis: int
    diklaim: int
    tanpa_bukti: int
    belum: Fraction | None
    bukti: str | None


class BarisSpd(NamedTuple):
    """Satu baris SPD pada dasar terpilih."""

    nomor: str
    nama: str
    bobot: Fraction | None
    tingkat: int
    klaim: int
    skor: Fraction | None


class UrusanLaporan(NamedTuple):
    """Satu urusan wajib dan nama inovasi terhitung yang mengisinya."""

    kode: str
    nama: str
    inovasi: tuple[str, ...]


class MetodeLaporan(NamedTuple):
    """Metode yang dipakai, dengan sumber dan sidiknya. ``lain``: bukan metode tahun catatan."""

    tahun: int
    nama: str
    revisi: int
    status: str
    keterangan: str
    skala: Skala
    lain: bool
    dasar_hukum: tuple[str, ...]
    sumber: tuple[str, ...]
    predikat: tuple[BatasPredikat, ...]
    maksimum_total: Fraction | None
    maksimum_kematangan: Fraction | None
    jendela: tuple[str, str] | None
    sidik: str


class NilaiLaporan(NamedTuple):
    """Hasil penilaian atas catatan. ``skor`` indeks 0-100 atau poin; ``None`` dengan ``alasan_kosong``.

    ``rata_kematangan`` per inovasi terhitung. ``terlemah``: indikator yang sama, yang paling banyak belum
    diraih lebih dulu. ``antrean``: OPD dengan baris yang belum tuntas, yang terbanyak lebih dulu.
    """

    metode: MetodeLaporan
    dasar: Dasar
    satuan: Satuan
    skor: Fraction | None
    alasan_kosong: str | None
    predikat: str | None
    predikat_mungkin: tuple[str, ...]
    rentang: tuple[Fraction, Fraction] | None
    paling_sedikit: bool
    persen_kematangan: Fraction | None
    jarak: Jarak | None
    komponen: tuple[Komponen, ...]
    pembagi: int
    rata_kematangan: Fraction | None
    terhitung: int
    jumlah: tuple[tuple[Golongan, int], ...]
    asal_spd: str
    spd: tuple[BarisSpd, ...]
    tiga_dasar: PerDasar[SkorDasar]
    baris_total: int
    baris_terverifikasi: int
    berikut: BerikutLaporan
    antrean: tuple[AntreanOpd, ...]
    opd: tuple[OpdLaporan, ...]
    inovasi: tuple[InovasiLaporan, ...]
    indikator: tuple[IndikatorLaporan, ...]
    terlemah: tuple[IndikatorLaporan, ...]
    dinilai_baris: int
    urusan: tuple[UrusanLaporan, ...]
    urusan_minimal: int | None
    urusan_terpenuhi: bool | None
    asumsi: tuple[Asumsi, ...]
    catatan: tuple[Catatan, ...]

    @property
    def langkah(self) -> tuple[LangkahLaporan, ...]:
        """Langkah berikutnya, yang paling hemat lebih dulu."""
        return self.berikut.langkah

    @property
    def opd_melapor(self) -> int:
        """Banyak OPD yang punya inovasi terhitung."""
        return sum(satu.jumlah_inovasi > 0 for satu in self.opd)


class TitikDeret(NamedTuple):
    """Satu angka pada satu tahun: hitungan atas catatan, atau hasil terbit menurut jenisnya.

    ``skala`` ``None`` bila angkanya tidak dapat dijajarkan pada bagan: tahun tanpa berkas metode, atau hasil
    terbit di samping hitungan dengan metode lain.
    """

    tahun: int
    asal: Literal["hitungan"] | JenisHasil
    skala: Skala | None
    skor: Fraction | None
    rentang: tuple[Fraction, Fraction] | None
    predikat: str | None
    jumlah_inovasi: int | None
    jumlah_opd: int | None

    @property
    def dihitung(self) -> bool:
        """Hitungan atas catatan, bukan hasil terbit."""
        return self.asal == "hitungan"

    sumber: str | None
    catatan: str | None


class PitaTahun(NamedTuple):
    """Batas predikat satu tahun berskala 0-100, dari yang terbaik."""

    tahun: int
    predikat: tuple[BatasPredikat, ...]


class Deret(NamedTuple):
    """Perjalanan skor sampai tahun laporan, menurut tahun lalu asal."""

    titik: tuple[TitikDeret, ...]
    pita: tuple[PitaTahun, ...]


class SebabPerubahan(NamedTuple):
    """Sumbangan satu faktor pada perubahan skor, belum dibulatkan."""

    faktor: str
    nilai: Fraction


class SisiPerubahan(NamedTuple):
    """Satu sisi perubahan dan bahan skornya. ``ditolak`` termasuk yang tidak layak."""

    label: str
    tahun: int
    metode: int
    skor: Fraction | None
    predikat: str | None
    batas: tuple[BatasPredikat, ...]
    spd: Fraction | None
    terhitung: int
    ditolak: int
    urusan: int
    urusan_semua: int


class PerubahanInovasi(NamedTuple):
    """Satu inovasi pada kedua sisi; ``None`` bila tidak terhitung di sisi itu."""

    nama: str
    perubahan: str
    dari: Fraction | None
    ke: Fraction | None


class PerubahanLaporan(NamedTuple):
    """Perubahan sejak tahun pembanding; ``sebab`` berjumlah selisih sebelum dibulatkan.

    ``sebab`` kosong dengan ``alasan`` bila kedua sisi tidak dapat dikurangkan. ``tahun_kosong``: tahun di
    antaranya yang tanpa catatan.
    """

    dari: SisiPerubahan
    ke: SisiPerubahan
    sebab: tuple[SebabPerubahan, ...]
    alasan: str | None
    inovasi: tuple[PerubahanInovasi, ...]
    tahun_kosong: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Laporan:
    """Seluruh isi laporan satu daerah. ``nilai`` ``None`` bila tahun itu hanya punya hasil terbit.

    ``sidik_data``: SHA-256 atas daftar ``sha256sum`` semua berkas yang dibaca, menurut urutan jalurnya.
    """

    daerah: IdentitasDaerah
    tahun: int
    nilai: NilaiLaporan | None
    deret: Deret
    perubahan: PerubahanLaporan | None
    sidik_data: str
    banyak_berkas: int
