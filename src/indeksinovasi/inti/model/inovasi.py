"""Satu inovasi dan baris indikatornya, seperti yang ditulis OPD."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, PlainValidator, model_validator
from pydantic_core import PydanticCustomError

from indeksinovasi.inti.model.dasar import (
    POLA_ID_CATATAN,
    Daftar,
    Derajat,
    Model,
    Pecahan,
    Tanggal,
    Teks,
    Tingkat,
)
from indeksinovasi.inti.model.nilai_fakta import Fakta, baca_isian
from indeksinovasi.inti.model.uraian import Uraian
from indeksinovasi.inti.model.urusan import URUSAN

Status = Literal["draf", "terkirim", "diterima", "ditolak"]


def melapor(status: str | None) -> bool:
    """Sebuah catatan berarti OPD-nya melapor, kecuali masih draf. ``None``: statusnya belum terbaca."""
    return status != "draf"


Tahapan = Literal["inisiatif", "uji_coba", "penerapan"]
Inisiator = Literal["kepala_daerah", "dprd", "opd", "asn", "masyarakat"]
JenisInovasi = Literal["digital", "non_digital", "teknologi"]
IsianFakta = Annotated[Fakta | None, PlainValidator(baca_isian)]
"""Satu-satunya tempat isian ``fakta`` dari YAML menjadi nilai bertipe."""
BentukInovasi = Literal["tata_kelola", "pelayanan_publik", "lainnya"]
WAJIB_SESUDAH_DRAF = ("tahapan", "inisiator", "jenis", "bentuk", "urusan")
"""Isian yang wajib ada begitu sebuah catatan bukan draf lagi."""

TEKS_URAIAN = ("rancang_bangun", "tujuan", "manfaat", "hasil")
"""Keempat teks panjang, menurut urutan formulir resmi."""


def _urusan(nilai: str) -> str:
    if nilai not in URUSAN:
        raise PydanticCustomError("urusan", "bukan kode urusan")
    return nilai


Urusan = Annotated[str, AfterValidator(_urusan)]


class Bukti(Model):
    """Satu bukti: berkas (relatif terhadap berkas inovasi) atau tautan, beserta keterangan naskahnya."""

    berkas: Annotated[
        Teks | None,
        Uraian("Berkas bukti", "Jalur berkas, relatif terhadap berkas inovasi ini: `bukti/sk.pdf`."),
    ] = None
    tautan: Annotated[
        Teks | None, Uraian("Tautan bukti", "Alamat `https://…`. Tautan tidak pernah dibuka oleh program.")
    ] = None
    nomor: Annotated[Teks | None, Uraian("Nomor naskah", "Nomor surat atau keputusan.")] = None
    tanggal: Annotated[Tanggal | None, Uraian("Tanggal naskah", "Tanggal naskah ditetapkan, YYYY-MM-DD.")] = (
        None
    )
    tentang: Annotated[Teks | None, Uraian("Tentang", "Hal atau judul naskah.")] = None

    @property
    def terisi(self) -> bool:
        """Bukti dihitung pada dasar ``berbukti`` bila menunjuk berkas atau tautan."""
        return self.berkas is not None or self.tautan is not None


class Verifikasi(Model):
    """Tingkat (0-3) menurut pemeriksa; ``sidik`` mengikat persetujuannya pada klaim dan bukti saat itu."""

    parameter: Annotated[Tingkat, Uraian("Tingkat terverifikasi", "Tingkat 0 sampai 3 menurut pemeriksa.")]
    catatan: Annotated[Teks | None, Uraian("Catatan pemeriksa", "Alasan bila berbeda dari klaim.")] = None
    oleh: Annotated[Teks | None, Uraian("Pemeriksa", "Nama tim atau orang yang memeriksa.")] = None
    tanggal: Annotated[Tanggal | None, Uraian("Tanggal pemeriksaan", "YYYY-MM-DD.")] = None
    sidik: Annotated[
        Annotated[str, Field(pattern=r"^sha256:[0-9a-f]{16}:[0-9a-f]{16}$")] | None,
        Uraian(
            "Sidik",
            "Ditulis `indeks verifikasi`: mengikat persetujuan pada klaim, fakta, dan isi berkas buktinya.",
            pesan_pola="Sidik ditulis oleh `indeks verifikasi`; hapus bila tidak diperlukan.",
        ),
    ] = None


class Entri(Model):
    """Satu baris indikator: tingkat yang diklaim (0-3), fakta yang diukur, atau keduanya."""

    parameter: Annotated[
        Tingkat | None, Uraian("Tingkat yang diklaim", "Tingkat 0 sampai 3 menurut pedoman tahun pengukuran.")
    ] = None
    fakta: Annotated[IsianFakta, Uraian("Fakta", "Fakta terukur yang menentukan tingkat.")] = None
    bukti: Annotated[
        Daftar[Bukti],
        Uraian(
            "Bukti",
            "Daftar bukti. Baris dihitung pada dasar `berbukti` bila sekurangnya satu bukti punya `berkas` "
            "atau `tautan`.",
        ),
    ] = ()
    verifikasi: Annotated[
        Verifikasi | None,
        Uraian("Verifikasi", "Tingkat menurut pemeriksa; dihitung pada dasar `terverifikasi`."),
    ] = None

    @model_validator(mode="after")
    def _berisi(self) -> Entri:
        if self.parameter is None and self.fakta is None:
            raise PydanticCustomError("entri_kosong", "parameter dan fakta sama-sama kosong")
        return self

    @property
    def berbukti(self) -> bool:
        """Ada sekurangnya satu bukti yang menunjuk berkas atau tautan."""
        return any(satu.terisi for satu in self.bukti)


class Koordinat(Model):
    """Letak dalam derajat desimal (WGS 84)."""

    lintang: Annotated[
        Derajat,
        Field(ge=-90, le=90),
        Uraian("Lintang", "Derajat desimal, -90 sampai 90; selatan negatif. Pakai titik desimal."),
    ]
    bujur: Annotated[
        Derajat,
        Field(ge=-180, le=180),
        Uraian("Bujur", "Derajat desimal, -180 sampai 180. Pakai titik desimal."),
    ]


class Waktu(Model):
    """Tanggal uji coba, penerapan, dan pengembangan."""

    uji_coba: Annotated[Tanggal | None, Uraian("Tanggal uji coba", "Awal uji coba, YYYY-MM-DD.")] = None
    penerapan: Annotated[
        Tanggal | None,
        Uraian("Tanggal penerapan", "Awal penerapan, YYYY-MM-DD. Wajib bila tahapan `penerapan`."),
    ] = None
    pengembangan: Annotated[
        Tanggal | None, Uraian("Tanggal pengembangan", "Pengembangan terakhir, YYYY-MM-DD.")
    ] = None


class Inovasi(Model):
    """Satu catatan inovasi (``<tahun>/<opd>/<slug>.yaml``).

    ``kematangan``, ``tanggal_input``, dan ``video`` berasal dari ekspor resmi; kematangan adalah nilai siap
    pakai dalam poin tahun pengukurannya. ``WAJIB_SESUDAH_DRAF`` menyebut isian yang hanya boleh kosong
    selama masih draf.
    """

    nama: Annotated[Teks, Uraian("Nama inovasi", "Judul inovasi seperti pada aplikasi resmi.")]
    status: Annotated[
        Status, Uraian("Status", "Kedudukan inovasi pada penilaian; menentukan siapa yang dihitung.")
    ]
    tahapan: Annotated[Tahapan | None, Uraian("Tahapan", "Sejauh mana inovasi berjalan.")] = None
    inisiator: Annotated[Inisiator | None, Uraian("Inisiator", "Pihak yang mengusulkan inovasi.")] = None
    nama_inisiator: Annotated[Teks | None, Uraian("Nama inisiator", "Nama orang atau unit pengusul.")] = None
    jenis: Annotated[JenisInovasi | None, Uraian("Jenis inovasi", "Digital, nondigital, atau teknologi.")] = (
        None
    )
    bentuk: Annotated[BentukInovasi | None, Uraian("Bentuk inovasi", "Bentuk menurut PP 38/2017.")] = None
    urusan: Annotated[
        Urusan | None,
        Uraian(
            "Urusan utama",
            "Kode urusan pemerintahan utama (UU 23/2014). Hanya urusan utama yang mengisi urusan wajib.",
        ),
    ] = None
    urusan_lain: Annotated[
        Daftar[Urusan], Uraian("Urusan lain", "Kode urusan lain yang beririsan; tidak mengisi urusan wajib.")
    ] = ()
    tematik: Annotated[Teks | None, Uraian("Tematik", "Tema tahun pengukuran, teks bebas.")] = None
    pkpn: Annotated[
        Teks | None, Uraian("PKPN", "Program atau kegiatan prioritas nasional yang didukung, teks bebas.")
    ] = None
    asta_cita: Annotated[
        Annotated[int, Field(ge=1, le=8)] | None,
        Uraian("Asta Cita", "Nomor Asta Cita yang didukung, 1 sampai 8."),
    ] = None
    koordinat: Annotated[
        Koordinat | None, Uraian("Koordinat", "Letak penerapan dalam derajat desimal (WGS 84).")
    ] = None
    video: Annotated[Teks | None, Uraian("Video", "Alamat video inovasi, dari ekspor resmi.")] = None
    tanggal_input: Annotated[
        Tanggal | None, Uraian("Tanggal input", "Tanggal masuk aplikasi resmi, YYYY-MM-DD.")
    ] = None
    waktu: Annotated[
        Waktu, Uraian("Waktu", "Tanggal uji coba, penerapan, dan pengembangan. Tanggal ditulis YYYY-MM-DD.")
    ] = Field(default_factory=Waktu)
    rancang_bangun: Annotated[
        str | None,
        Uraian(
            "Rancang bangun",
            "Uraian inovasi: dasar hukum, permasalahan, isu strategis, metode pembaharuan, keunggulan, dan "
            "cara kerja. Tulis setelah `|` supaya baris baru dipertahankan.",
        ),
    ] = None
    tujuan: Annotated[str | None, Uraian("Tujuan", "Tujuan inovasi.")] = None
    manfaat: Annotated[str | None, Uraian("Manfaat", "Manfaat inovasi bagi penerimanya.")] = None
    hasil: Annotated[str | None, Uraian("Hasil", "Hasil yang sudah tercapai, sebaiknya dengan angka.")] = None
    pengembangan_dari: Annotated[
        Annotated[str, Field(pattern=f"^{POLA_ID_CATATAN.pattern}$")] | None,
        Uraian(
            "Pengembangan dari",
            "Catatan tahun sebelumnya yang dikembangkan: `<tahun>/<opd>/<nama berkas tanpa .yaml>`.",
            ("2022/dinas-kesehatan/posyandu",),
            pesan_pola="Tulis <tahun>/<opd>/<nama berkas tanpa .yaml>.",
        ),
    ] = None
    indikator: Annotated[
        dict[str, Entri],
        Uraian(
            "Indikator",
            "Baris indikator Satuan Inovasi Daerah. Kuncinya sama untuk semua tahun.",
        ),
    ] = {}
    kematangan: Annotated[
        Annotated[Pecahan, Field(ge=0)] | None,
        Uraian(
            "Kematangan siap pakai",
            "Nilai kematangan dari ekspor resmi, dalam poin tahun pengukurannya. Bila tabel tahun itu "
            "lengkap dan baris indikator diisi, jumlah baris yang dihitung.",
        ),
    ] = None
