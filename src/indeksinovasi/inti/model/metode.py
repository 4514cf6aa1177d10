"""Metode satu tahun: isi ``indikator/<tahun>.yaml``, utuh dan berdiri sendiri.

Setiap bilangan membawa sumber dan kepastiannya. ``nilai: null`` berarti tidak ditemukan; bilangan yang
tidak terbit hanya boleh dipakai sebagai asumsi: ``kepastian: lemah`` dengan ``kemungkinan``. Kosakata rumus
tertutup: tidak ada ungkapan bebas.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from indeksinovasi.inti.model.aturan import URAIAN_SUMBER, Aturan, AturanLain, TingkatPositif
from indeksinovasi.inti.model.dasar import (
    Aspek,
    Daftar,
    Kepastian,
    Model,
    Pecahan,
    TahunUkur,
    Tanggal,
    Teks,
)
from indeksinovasi.inti.model.inovasi import Tahapan, Urusan
from indeksinovasi.inti.model.ketentuan import (
    URAIAN_KEPASTIAN,
    Ketentuan,
    KetentuanBernama,
    Konstanta,
    Rumus,
)
from indeksinovasi.inti.model.uraian import Uraian

Skala = Literal["normal", "absolut"]
StatusMetode = Literal["resmi", "rekonstruksi", "prognosis"]


_CATATAN = Uraian("Catatan", "Daftar keterangan untuk pembaca.")


class Kalender(Model):
    """Apakah tingkat baris ini masih dapat bergerak pada tahun pengukuran (T-0).

    Nilai T-1 dan anggaran atau RKPD T-2 tidak lagi bergerak, apa pun yang dikerjakan pada T-0. ``kepastian``
    lemah berarti kurunnya disimpulkan, bukan tertulis.
    """

    bergerak: Annotated[bool, Uraian("Bergerak", "`false` bila yang diukur sudah lewat sebelum T-0.")]
    kepastian: Annotated[Kepastian, URAIAN_KEPASTIAN]
    sumber: Annotated[Daftar[str], URAIAN_SUMBER] = ()
    alasan: Annotated[Teks, Uraian("Alasan", "Kurun yang diukur, atau dari mana disimpulkan.")]


class Indikator(Model):
    """Satu baris tabel. ``bobot`` poin per tingkat; skor baris = bobot × tingkat.

    ``bobot`` dan ``wajib`` ``None`` berarti tidak ditemukan.
    """

    kode: Annotated[
        str,
        Field(pattern=r"^[a-z0-9_]+$"),
        Uraian(
            "Kode",
            "Kunci di berkas data, sama untuk semua tahun.",
            pesan_pola="Pakai huruf kecil, angka, dan garis bawah.",
        ),
    ]
    nomor: Annotated[
        Teks, Uraian("Nomor", 'Nomor pada pedoman tahun itu, dalam tanda petik: `"16"`, `"2a"`.')
    ]
    aspek: Annotated[Aspek, Uraian("Aspek", "Tingkat daerah atau tiap inovasi.")]
    variabel: Annotated[Teks | None, Uraian("Variabel", "Salah satu dari `variabel` di atas.")] = None
    nama: Annotated[Teks, Uraian("Nama", "Nama pada pedoman.")]
    nama_induk: Annotated[
        Teks | None, Uraian("Nama induk", "Nama indikator yang dibagi menjadi a dan b.")
    ] = None
    bobot: Annotated[
        Annotated[Pecahan, Field(gt=0)] | None,
        Uraian("Bobot", "Poin tiap tingkat; `null` bila tidak ditemukan. Skor baris = bobot × tingkat."),
    ]
    wajib: Annotated[
        bool | None, Uraian("Wajib", "`true` bila bertanda wajib; `null` bila tandanya tidak ditemukan.")
    ] = False
    tingkat: Annotated[
        dict[TingkatPositif, Teks] | None,
        Uraian("Uraian tingkat", "Kalimat pedoman untuk tingkat 1 sampai 3."),
    ] = None
    aturan: Annotated[
        Aturan | None, Uraian("Aturan", "Cara fakta menjadi tingkat; inilah yang dihitung.")
    ] = None
    aturan_lain: Annotated[
        Daftar[AturanLain],
        Uraian("Aturan lain", "Lembar lain yang juga terbit: yang rendah dihitung, keduanya kandidat."),
    ] = ()
    bukti: Annotated[Teks | None, Uraian("Bukti", "Bukti yang diminta pedoman.")] = None
    format_bukti: Annotated[
        Daftar[str],
        Uraian("Format bukti", "Jenis berkas yang diterima, misalnya `[pdf, jpg]`; `tautan` untuk alamat."),
    ] = ()
    ukuran_maks_mb: Annotated[
        Annotated[int, Field(gt=0)] | None,
        Uraian("Ukuran maksimum", "Ukuran berkas bukti paling besar, dalam MB."),
    ] = None
    alternatif: Annotated[Daftar[Teks], Uraian("Alternatif", "Keterangan sumber yang berbeda.")] = ()
    catatan: Annotated[Daftar[Teks], _CATATAN] = ()
    kalender: Annotated[
        Kalender | None,
        Uraian(
            "Kalender",
            "Apakah tingkatnya masih dapat bergerak pada tahun pengukuran; dibaca `indeks rencana`.",
        ),
    ] = None
    kepastian: Annotated[Kepastian, URAIAN_KEPASTIAN]
    sumber: Annotated[Daftar[str], URAIAN_SUMBER]

    @property
    def uraian_tingkat(self) -> Mapping[int, str]:
        """Kalimat pedoman tiap tingkat menurut nomornya; kosong bila tahun itu tidak menerbitkannya."""
        return dict(sorted((self.tingkat or {}).items()))


class Maksimum(Model):
    """Skor tertinggi tiap bagian, dalam poin; ``nilai: null`` = tidak ditemukan."""

    spd: Annotated[Konstanta | None, Uraian("SPD", "Skor tertinggi SPD.")] = None
    sid_indikator: Annotated[Konstanta | None, Uraian("Kematangan", "Kematangan tertinggi satu inovasi.")] = (
        None
    )
    jumlah_inovasi: Annotated[
        Konstanta | None, Uraian("Jumlah inovasi", "Skor tertinggi jumlah inovasi.")
    ] = None
    total: Annotated[
        Konstanta | None, Uraian("Total", "Skor tertinggi seluruhnya; indeks = skor / total × 100.")
    ] = None


class DiAntara(Model):
    """Batas yang hanya diketahui kisarannya: lebih dari yang satu, paling banyak yang lain."""

    lebih_dari: Annotated[Pecahan, Uraian("Lebih dari", "Batas bawah pasti lebih dari ini.")]
    paling_banyak: Annotated[Pecahan, Uraian("Paling banyak", "Batas bawah pasti tidak melebihi ini.")]


class Predikat(Model):
    """Predikat mulai dari skor terbulat ``mulai.nilai``; bila ``nilai`` kosong, ``di_antara`` memberi
    kisarannya.
    """

    nama: Annotated[Teks, Uraian("Nama predikat", "Misalnya Sangat Inovatif.")]
    mulai: Annotated[
        Konstanta, Uraian("Mulai", "Batas bawah, dibandingkan dengan skor yang sudah dibulatkan.")
    ]
    sampai: Annotated[Pecahan | None, Uraian("Sampai", "Batas atas yang tertulis pada sumber.")] = None
    di_antara: Annotated[
        DiAntara | None, Uraian("Di antara", "Kisaran batas bawah bila nilainya tidak ditemukan.")
    ] = None


class Jendela(Model):
    """Rentang tanggal penerapan yang diterima, kedua ujung termasuk."""

    mulai: Annotated[Tanggal, Uraian("Mulai", "Tanggal pertama, termasuk; YYYY-MM-DD.")]
    sampai: Annotated[Tanggal, Uraian("Sampai", "Tanggal terakhir, termasuk; YYYY-MM-DD.")]
    kepastian: Annotated[Kepastian, URAIAN_KEPASTIAN]
    sumber: Annotated[Daftar[str], URAIAN_SUMBER] = ()


class Kelayakan(Model):
    """Syarat ikut dinilai. ``tanggal_bukti_sampai``: hari pengukuran yang membatasi tanggal naskah bukti."""

    penerapan: Annotated[
        Jendela | None, Uraian("Jendela penerapan", "Rentang tanggal penerapan yang diterima.")
    ] = None
    pengembangan_dalam_jendela: Annotated[
        bool,
        Uraian(
            "Pengembangan dalam jendela",
            "`true` bila inovasi lama yang dikembangkan di dalam jendela juga diterima.",
        ),
    ] = False
    tahapan: Annotated[Daftar[Tahapan], Uraian("Tahapan", "Tahapan yang boleh ikut.")] = ()
    rancang_bangun_min_kata: Annotated[
        Annotated[int, Field(gt=0)] | None,
        Uraian("Kata minimal", "Banyaknya kata rancang bangun paling sedikit."),
    ] = None
    rancang_bangun_bagian: Annotated[
        Daftar[Teks], Uraian("Bagian rancang bangun", "Bagian yang diminta pedoman.")
    ] = ()
    tematik: Annotated[Daftar[Teks], Uraian("Tematik", "Tema tahun itu.")] = ()
    penjaringan: Annotated[Daftar[Tanggal], Uraian("Penjaringan", "Tanggal penjaringan, YYYY-MM-DD.")] = ()
    catatan: Annotated[Daftar[Teks], _CATATAN] = ()


class Kontrol(Model):
    """Jumlah yang diketik ulang dari sumber; pemuatan dan ``metode periksa`` menghitungnya kembali dari
    tabel, dan yang berbeda adalah galat KTN704. Yang tidak dapat dihitung (tabel tidak lengkap) dilewati.
    """

    jumlah_indikator_spd: Annotated[int | None, Uraian("Baris SPD", "Banyaknya baris SPD.")] = None
    jumlah_indikator_sid: Annotated[int | None, Uraian("Baris SID", "Banyaknya baris SID.")] = None
    jumlah_bobot_spd: Annotated[Pecahan | None, Uraian("Bobot SPD", "Jumlah bobot SPD.")] = None
    jumlah_bobot_sid: Annotated[Pecahan | None, Uraian("Bobot SID", "Jumlah bobot SID.")] = None
    maksimum_spd: Annotated[Pecahan | None, Uraian("Maksimum SPD", "Jumlah bobot SPD × 3.")] = None
    maksimum_sid: Annotated[Pecahan | None, Uraian("Maksimum SID", "Jumlah bobot SID × 3.")] = None
    maksimum_jumlah_inovasi: Annotated[
        Pecahan | None, Uraian("Maksimum jumlah inovasi", "Poin × maksimum.")
    ] = None
    maksimum_total: Annotated[Pecahan | None, Uraian("Maksimum seluruhnya", "Jumlah ketiganya.")] = None
    jumlah_wajib: Annotated[int | None, Uraian("Baris wajib", "Banyaknya baris bertanda wajib.")] = None


class Metode(Model):
    """Seluruh aturan satu tahun pengukuran, atau lomba daerah dengan indikator sendiri.

    Dasar: UU 23/2014 pasal 386-389, PP 38/2017, Permendagri 104/2018, dan pedoman tahunnya (lihat
    ``sumber``).
    """

    tahun: Annotated[TahunUkur, Uraian("Tahun pengukuran", "T-0; T-1 dan T-2 dihitung darinya.")]
    revisi: Annotated[int, Field(ge=1), Uraian("Revisi", "Naikkan setiap kali sebuah angka berubah.")]
    status: Annotated[StatusMetode, Uraian("Status", "Dari mana aturan ini disusun.")]
    nama: Annotated[Teks, Uraian("Nama", "Nama metode untuk laporan.")]
    keterangan: Annotated[Teks, Uraian("Keterangan", "Ringkasan: apa yang pasti dan apa yang diragukan.")]
    dasar_hukum: Annotated[Daftar[Teks], Uraian("Dasar hukum", "Daftar peraturan dan pedoman.")] = ()
    sumber: Annotated[
        dict[str, Teks],
        Uraian("Sumber", "Kunci dan keterangan setiap sumber; kuncinya dipakai di seluruh berkas."),
    ]
    skala: Annotated[Skala, Uraian("Skala", "Indeks 0-100 atau jumlah poin.")]
    variabel: Annotated[Daftar[Teks], Uraian("Variabel", "Nama variabel menurut urutan.")] = ()
    kepastian_variabel: Annotated[Kepastian | None, URAIAN_KEPASTIAN] = None
    rumus: Annotated[Rumus, Uraian("Rumus", "Konstanta rumus; bentuk rumusnya tetap.")]
    maksimum: Annotated[Maksimum, Uraian("Skor tertinggi", "Skor tertinggi tiap bagian, dalam poin.")] = (
        Field(default_factory=Maksimum)
    )
    predikat: Annotated[Daftar[Predikat], Uraian("Predikat", "Dari yang terbaik.")] = ()
    kelayakan: Annotated[Kelayakan, Uraian("Kelayakan", "Syarat ikut dinilai.")] = Field(
        default_factory=Kelayakan
    )
    urusan_wajib: Annotated[Daftar[Urusan], Uraian("Urusan wajib", "Kode urusan yang harus terisi.")] = ()
    spd_nama_saja: Annotated[
        Daftar[Teks], Uraian("Nama indikator SPD", "Untuk tahun yang hanya nama indikator SPD-nya ditemukan.")
    ] = ()
    lembar_lain: Annotated[
        Daftar[Teks], Uraian("Lembar lain", "Lembar yang berbeda dan tidak dipakai menilai.")
    ] = ()
    kontrol: Annotated[
        Kontrol, Uraian("Kontrol", "Angka dari pedoman yang dihitung kembali dari tabel saat berkas dimuat.")
    ]
    indikator: Annotated[Daftar[Indikator], Uraian("Indikator", "Baris tabel: SPD lalu SID, menurut nomor.")]

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
