"""Metode satu tahun: isi ``indikator/<tahun>.yaml``, utuh dan berdiri sendiri.

Setiap bilangan membawa sumber dan kepastiannya. ``nilai: null`` berarti tidak ditemukan; bilangan yang
tidak terbit hanya boleh dipakai sebagai asumsi: ``kepastian: lemah`` dengan ``kemungkinan``. Kosakata rumus
tertutup: tidak ada ungkapan bebas.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated, Literal, NamedTuple

from pydantic import BeforeValidator, Field

from indeksinovasi.inti.model.dasar import (
    Aspek,
    Daftar,
    Kepastian,
    Model,
    Pecahan,
    TahunUkur,
    Tanggal,
    Teks,
    Tingkat,
)
from indeksinovasi.inti.model.inovasi import Tahapan, Urusan

Skala = Literal["normal", "absolut"]
StatusMetode = Literal["resmi", "rekonstruksi", "prognosis"]
TahunRelatif = Literal["T-2", "T-1", "T-0"]
_TERHADAP: dict[TahunRelatif, int] = {"T-2": 2, "T-1": 1, "T-0": 0}


def tahun_mutlak(relatif: TahunRelatif, tahun: int) -> int:
    """Tahun yang dimaksud *relatif* bila T-0 adalah *tahun*."""
    return tahun - _TERHADAP[relatif]


TingkatPositif = Literal[1, 2, 3]
TINGKAT_TERTINGGI = 3
Diperoleh = Literal["terbit", "simpulan", "cocok"]
"""Dari mana sebuah angka: tertulis di sumbernya, disimpulkan dari sumber lain, atau dipilih agar cocok dengan
hasil yang terbit.
"""


class Rentang(Model):
    """Rentang tertutup; ujung yang ``None`` terbuka. Dibandingkan dengan fakta yang dibulatkan ke dua
    desimal.
    """

    min: Pecahan | None = None
    maks: Pecahan | None = None

    def memuat(self, nilai: Pecahan) -> bool:
        """Benar bila min ≤ nilai ≤ maks."""
        return (self.min is None or nilai >= self.min) and (self.maks is None or nilai <= self.maks)


Tangga = dict[TingkatPositif, Rentang]


class AturanRentang(Model):
    """Bilangan menjadi tingkat. ``arah: naik`` bila makin besar makin baik.

    ``mungkin`` membatasi fakta yang masuk akal (6 dari 5 unsur mustahil). ``pilihan`` memuat kata yang
    boleh menggantikan bilangan. ``perubahan`` menyatakan cara memperoleh bilangan dari nilai per tahun
    {T-2, T-1}: ``persen`` (T-1 terhadap T-2), ``selisih`` (T-1 - T-2), ``penurunan`` (T-2 - T-1), atau
    ``nilai`` (T-1 saja).
    """

    jenis: Literal["rentang"]
    satuan: Teks
    bulat: bool = False
    arah: Literal["naik", "turun"]
    tingkat: Tangga
    mungkin: Rentang = Field(default_factory=Rentang)
    pilihan: dict[str, Tingkat] = {}
    perubahan: Literal["persen", "selisih", "penurunan", "nilai"] | None = None


def _sebagai_daftar(nilai: object) -> object:
    return (nilai,) if isinstance(nilai, int) else nilai


class AturanPilihan(Model):
    """Pilihan menjadi tingkat; dua tingkat berarti pedoman tidak memutuskan: yang rendah dihitung, keduanya
    kandidat.

    ``banyak``: fakta berupa daftar, yang terbaik dihitung; anggota yang tidak disebut bernilai 0.
    """

    jenis: Literal["pilihan"]
    tingkat: dict[str, Annotated[Daftar[Tingkat], BeforeValidator(_sebagai_daftar)]]
    banyak: bool = False


class AturanJumlah(Model):
    """Banyaknya anggota berbeda dalam daftar menjadi tingkat; ``kelompok`` menghitung kelompok yang
    terwakili.
    """

    jenis: Literal["jumlah"]
    satuan: Teks
    tingkat: Tangga
    kelompok: dict[str, Daftar[str]] = {}


class AturanTahun(Model):
    """Daftar tahun menjadi tingkat: terpenuhi bila memuat semua tahun dari salah satu himpunan."""

    jenis: Literal["tahun"]
    tingkat: dict[TingkatPositif, Daftar[Daftar[TahunRelatif]]]


class AturanKali(Model):
    """Banyaknya kali dalam jendela tahun menjadi tingkat."""

    jenis: Literal["kali"]
    jendela: Daftar[TahunRelatif]
    tingkat: Tangga


class AturanBasis(Model):
    """Tepat satu basis ukur dipilih; tiap basis punya rentang sendiri."""

    jenis: Literal["basis"]
    basis: dict[str, AturanRentang]


Aturan = Annotated[
    AturanRentang | AturanPilihan | AturanJumlah | AturanTahun | AturanKali | AturanBasis,
    Field(discriminator="jenis"),
]


class AturanLain(Model):
    """Lembar lain yang juga terbit untuk baris yang sama: yang rendah dihitung, keduanya kandidat."""

    keterangan: Teks
    sumber: Daftar[str]
    aturan: Aturan


class Kalender(Model):
    """Apakah tingkat baris ini masih dapat bergerak pada tahun pengukuran (T-0).

    Nilai T-1 dan anggaran atau RKPD T-2 tidak lagi bergerak, apa pun yang dikerjakan pada T-0. ``kepastian``
    lemah berarti kurunnya disimpulkan, bukan tertulis.
    """

    bergerak: bool
    kepastian: Kepastian
    sumber: Daftar[str] = ()
    alasan: Teks


class Indikator(Model):
    """Satu baris tabel. ``bobot`` poin per tingkat; skor baris = bobot × tingkat.

    ``bobot`` dan ``wajib`` ``None`` berarti tidak ditemukan.
    """

    kode: Annotated[str, Field(pattern=r"^[a-z0-9_]+$")]
    nomor: Teks
    aspek: Aspek
    variabel: Teks | None = None
    nama: Teks
    nama_induk: Teks | None = None
    bobot: Annotated[Pecahan, Field(gt=0)] | None
    wajib: bool | None = False
    tingkat: dict[TingkatPositif, Teks] | None = None
    aturan: Aturan | None = None
    aturan_lain: Daftar[AturanLain] = ()
    bukti: Teks | None = None
    format_bukti: Daftar[str] = ()
    ukuran_maks_mb: Annotated[int, Field(gt=0)] | None = None
    alternatif: Daftar[Teks] = ()
    catatan: Daftar[Teks] = ()
    kalender: Kalender | None = None
    kepastian: Kepastian
    sumber: Daftar[str]


class Ketentuan(Model):
    """Yang dimiliki setiap ketentuan rumus: kepastian, sumber, alasan, dan cara memperolehnya.

    ``diperoleh`` yang tidak ditulis berarti simpulan bila lemah, selain itu terbit.
    """

    kepastian: Kepastian
    diperoleh: Diperoleh | None = None
    sumber: Daftar[str] = ()
    alasan: Teks | None = None

    @property
    def asal(self) -> Diperoleh:
        """Cara angka ini diperoleh."""
        if self.diperoleh is not None:
            return self.diperoleh
        return "simpulan" if self.kepastian == "lemah" else "terbit"


class Konstanta(Ketentuan):
    """Bilangan rumus; ``kemungkinan`` ada bila bilangannya asumsi (``None`` di dalamnya berarti aturan
    tidak berlaku).
    """

    nilai: Pecahan | None
    kemungkinan: Daftar[Pecahan | None] = ()


class Saklar(Ketentuan):
    """Ya atau tidak dalam rumus, dengan kemungkinan lain bila asumsi."""

    nilai: bool
    kemungkinan: Daftar[bool] = ()


class Agregasi(Ketentuan):
    """Cara kematangan inovasi menjadi skor SID: dijumlahkan (skala absolut) atau dirata-rata."""

    cara: Literal["jumlah", "rata_rata"]


CaraBulat = Literal["terbulat", "tak_terbulat"]


class Pembulatan(Ketentuan):
    """Predikat diambil dari indeks terbulat dua desimal. Bila ``tak_terbulat`` juga mungkin, indeks yang baru
    mencapai batas karena pembulatan (kurang dari 0,005 di bawahnya) punya dua predikat yang mungkin.
    """

    nilai: Literal["terbulat"]
    kemungkinan: Daftar[CaraBulat] = ()


class JumlahInovasi(Model):
    """Skor jumlah inovasi = min(n, maksimum) × poin."""

    poin: Konstanta
    maksimum: Konstanta


class Rumus(Model):
    """Konstanta rumus. Tanpa ``pembagi_minimal`` pembagi adalah n; tanpa ``jumlah_inovasi`` tidak ada skor
    jumlah.
    """

    sid: Agregasi
    pembagi_minimal: Konstanta | None = None
    ditolak_ikut_pembagi: Saklar | None = None
    jumlah_inovasi: JumlahInovasi | None = None
    urusan_wajib_minimal: Konstanta | None = None
    pembulatan: Pembulatan | None = None


def nilai_konstanta(konstanta: Konstanta | None) -> Fraction | None:
    """Bilangan sebuah konstanta; ``None`` bila aturannya tidak ada atau angkanya tidak ditemukan."""
    return None if konstanta is None else konstanta.nilai


class KetentuanBernama(NamedTuple):
    """Satu ketentuan sebuah tahun: kuncinya, sebutannya, dan isinya."""

    kunci: str
    nama: str
    isi: Ketentuan


class Maksimum(Model):
    """Skor tertinggi tiap bagian, dalam poin; ``nilai: null`` = tidak ditemukan."""

    spd: Konstanta | None = None
    sid_indikator: Konstanta | None = None
    jumlah_inovasi: Konstanta | None = None
    total: Konstanta | None = None


class DiAntara(Model):
    """Batas yang hanya diketahui kisarannya: lebih dari yang satu, paling banyak yang lain."""

    lebih_dari: Pecahan
    paling_banyak: Pecahan


class Predikat(Model):
    """Predikat mulai dari skor terbulat ``mulai.nilai``; bila ``nilai`` kosong, ``di_antara`` memberi
    kisarannya.
    """

    nama: Teks
    mulai: Konstanta
    sampai: Pecahan | None = None
    di_antara: DiAntara | None = None


class Jendela(Model):
    """Rentang tanggal penerapan yang diterima, kedua ujung termasuk."""

    mulai: Tanggal
    sampai: Tanggal
    kepastian: Kepastian
    sumber: Daftar[str] = ()


class Kelayakan(Model):
    """Syarat ikut dinilai. ``tanggal_bukti_sampai``: hari pengukuran yang membatasi tanggal naskah bukti."""

    penerapan: Jendela | None = None
    pengembangan_dalam_jendela: bool = False
    tahapan: Daftar[Tahapan] = ()
    rancang_bangun_min_kata: Annotated[int, Field(gt=0)] | None = None
    rancang_bangun_bagian: Daftar[Teks] = ()
    tematik: Daftar[Teks] = ()
    penjaringan: Daftar[Tanggal] = ()
    catatan: Daftar[Teks] = ()


class Kontrol(Model):
    """Jumlah yang diketik ulang dari sumber; pemuatan dan ``metode periksa`` menghitungnya kembali dari
    tabel, dan yang berbeda adalah galat KTN704. Yang tidak dapat dihitung (tabel tidak lengkap) dilewati.
    """

    jumlah_indikator_spd: int | None = None
    jumlah_indikator_sid: int | None = None
    jumlah_bobot_spd: Pecahan | None = None
    jumlah_bobot_sid: Pecahan | None = None
    maksimum_spd: Pecahan | None = None
    maksimum_sid: Pecahan | None = None
    maksimum_jumlah_inovasi: Pecahan | None = None
    maksimum_total: Pecahan | None = None
    jumlah_wajib: int | None = None


class Metode(Model):
    """Seluruh aturan satu tahun pengukuran, atau lomba daerah dengan indikator sendiri.

    Dasar: UU 23/2014 pasal 386-389, PP 38/2017, Permendagri 104/2018, dan pedoman tahunnya (lihat
    ``sumber``).
    """

    tahun: TahunUkur
    revisi: Annotated[int, Field(ge=1)]
    status: StatusMetode
    nama: Teks
    keterangan: Teks
    dasar_hukum: Daftar[Teks] = ()
    sumber: dict[str, Teks]
    skala: Skala
    variabel: Daftar[Teks] = ()
    kepastian_variabel: Kepastian | None = None
    rumus: Rumus
    maksimum: Maksimum = Field(default_factory=Maksimum)
    predikat: Daftar[Predikat] = ()
    kelayakan: Kelayakan = Field(default_factory=Kelayakan)
    urusan_wajib: Daftar[Urusan] = ()
    spd_nama_saja: Daftar[Teks] = ()
    lembar_lain: Daftar[Teks] = ()
    kontrol: Kontrol
    indikator: Daftar[Indikator]

    def ketentuan(self) -> tuple[KetentuanBernama, ...]:
        """Ketentuan rumus dan skor tertinggi yang ditulis tahun ini; satu-satunya daftarnya."""
        rumus, maksimum = self.rumus, self.maksimum
        jumlah = rumus.jumlah_inovasi
        semua: tuple[tuple[str, str, Ketentuan | None], ...] = (
            ("agregasi", "gabungan kematangan", rumus.sid),
            ("pembagi_minimal", "pembagi minimal", rumus.pembagi_minimal),
            ("ditolak_ikut_pembagi", "ditolak ikut pembagi", rumus.ditolak_ikut_pembagi),
            ("jumlah_inovasi.poin", "poin tiap inovasi", jumlah.poin if jumlah else None),
            ("jumlah_inovasi.maksimum", "inovasi berpoin terbanyak", jumlah.maksimum if jumlah else None),
            ("urusan_wajib_minimal", "urusan wajib minimal", rumus.urusan_wajib_minimal),
            ("pembulatan", "predikat diambil dari", rumus.pembulatan),
            ("maksimum.spd", "SPD tertinggi", maksimum.spd),
            ("maksimum.sid_indikator", "SID tertinggi tiap inovasi", maksimum.sid_indikator),
            ("maksimum.jumlah_inovasi", "jumlah inovasi tertinggi", maksimum.jumlah_inovasi),
            ("maksimum.total", "skor total tertinggi", maksimum.total),
        )
        return tuple(KetentuanBernama(kunci, nama, isi) for kunci, nama, isi in semua if isi is not None)

    def aspek(self, aspek: Aspek) -> tuple[Indikator, ...]:
        """Baris-baris satu aspek menurut urutan tabel."""
        return tuple(satu for satu in self.indikator if satu.aspek == aspek)

    def lengkap(self, aspek: Aspek) -> bool:
        """Benar bila tabel aspek itu ada dan semua bobotnya diketahui."""
        baris = self.aspek(aspek)
        return bool(baris) and all(satu.bobot is not None for satu in baris)
