"""Satu inovasi dan baris indikatornya, seperti yang ditulis OPD."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, PlainValidator, model_validator
from pydantic_core import PydanticCustomError

from indeksinovasi.inti.model.dasar import Daftar, Derajat, Model, Pecahan, Tanggal, Teks, Tingkat
from indeksinovasi.inti.model.nilai_fakta import Fakta, baca_isian
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

    berkas: Teks | None = None
    tautan: Teks | None = None
    nomor: Teks | None = None
    tanggal: Tanggal | None = None
    tentang: Teks | None = None

    @property
    def terisi(self) -> bool:
        """Bukti dihitung pada dasar ``berbukti`` bila menunjuk berkas atau tautan."""
        return self.berkas is not None or self.tautan is not None


class Verifikasi(Model):
    """Tingkat (0-3) menurut pemeriksa; ``sidik`` mengikat persetujuannya pada klaim dan bukti saat itu."""

    parameter: Tingkat
    catatan: Teks | None = None
    oleh: Teks | None = None
    tanggal: Tanggal | None = None
    sidik: Annotated[str, Field(pattern=r"^sha256:[0-9a-f]{16}:[0-9a-f]{16}$")] | None = None


class Entri(Model):
    """Satu baris indikator: tingkat yang diklaim (0-3), fakta yang diukur, atau keduanya."""

    parameter: Tingkat | None = None
    fakta: IsianFakta = None
    bukti: Daftar[Bukti] = ()
    verifikasi: Verifikasi | None = None

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

    lintang: Annotated[Derajat, Field(ge=-90, le=90)]
    bujur: Annotated[Derajat, Field(ge=-180, le=180)]


class Waktu(Model):
    """Tanggal uji coba, penerapan, dan pengembangan."""

    uji_coba: Tanggal | None = None
    penerapan: Tanggal | None = None
    pengembangan: Tanggal | None = None


class Inovasi(Model):
    """Satu catatan inovasi (``<tahun>/<opd>/<slug>.yaml``).

    ``kematangan``, ``tanggal_input``, dan ``video`` berasal dari ekspor resmi; kematangan adalah nilai siap
    pakai dalam poin tahun pengukurannya. ``WAJIB_SESUDAH_DRAF`` menyebut isian yang hanya boleh kosong
    selama masih draf.
    """

    nama: Teks
    status: Status
    tahapan: Tahapan | None = None
    inisiator: Inisiator | None = None
    nama_inisiator: Teks | None = None
    jenis: JenisInovasi | None = None
    bentuk: BentukInovasi | None = None
    urusan: Urusan | None = None
    urusan_lain: Daftar[Urusan] = ()
    tematik: Teks | None = None
    pkpn: Teks | None = None
    asta_cita: Annotated[int, Field(ge=1, le=8)] | None = None
    koordinat: Koordinat | None = None
    video: Teks | None = None
    tanggal_input: Tanggal | None = None
    waktu: Waktu = Field(default_factory=Waktu)
    rancang_bangun: str | None = None
    tujuan: str | None = None
    manfaat: str | None = None
    hasil: str | None = None
    pengembangan_dari: Annotated[str, Field(pattern=r"^[0-9]{4}/[a-z0-9-]+/[a-z0-9-]+$")] | None = None
    indikator: dict[str, Entri] = {}
    kematangan: Annotated[Pecahan, Field(ge=0)] | None = None
