"""Daerah dan hasil resmi: ``daerah.yaml`` dan ``hasil_resmi.yaml``."""

from __future__ import annotations

import re
from typing import Annotated, Literal, NamedTuple

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from indeksinovasi.inti.model.angka import AngkaTertulis
from indeksinovasi.inti.model.dasar import POLA_SLUG, Daftar, Model, Pecahan, TahunUkur, Teks
from indeksinovasi.inti.model.uraian import Uraian

JenisDaerah = Literal["provinsi", "kabupaten", "kota"]
Klaster = Literal["tertinggal", "perbatasan", "papua"]
JenisHasil = Literal["mandiri", "sementara", "final", "tidak_diketahui"]
JENIS_TERKUAT: tuple[JenisHasil, ...] = ("final", "tidak_diketahui", "sementara", "mandiri")
"""Dari yang paling mewakili tahunnya."""


_KODE_TERTULIS = re.compile(r"(\d{2})(?:[-. ,/]?(\d{2}))?", re.ASCII)


def kode_dimaksud(tertulis: str) -> str | None:
    """Kode wilayah yang dimaksud ``9971``, ``99-71``, atau kode yang diapit petik lain; ``None`` bila tidak
    pasti.
    """
    cocok = _KODE_TERTULIS.fullmatch(tertulis.strip(" '\"\u2018\u2019\u201c\u201d"))
    return ".".join(satu for satu in cocok.groups() if satu) if cocok else None


def _kode_wilayah(nilai: object) -> object:
    # 32.10 tanpa tanda petik dibaca YAML sebagai bilangan 32.1: nol di ujung kode hilang.
    if isinstance(nilai, int | float | AngkaTertulis):
        raise PydanticCustomError("kode_tanpa_petik", "kode wilayah ditulis sebagai bilangan")
    return nilai


def _slug(nilai: str) -> str:
    if not POLA_SLUG.fullmatch(nilai):
        raise PydanticCustomError("slug", "bukan kode huruf kecil, angka, dan tanda hubung")
    return nilai


KodeWilayah = Annotated[str, BeforeValidator(_kode_wilayah), Field(pattern=r"^[0-9]{2}(\.[0-9]{2})?$")]
KodeOpd = Annotated[str, AfterValidator(_slug)]


WAJIB_DAERAH = ("jenis", "kode")
"""Isian yang wajib ditulis; yang tidak terbaca tidak menghilangkan isian lain."""


class Daerah(Model):
    """Satu pemerintah daerah.

    ``kode`` adalah kode wilayah Kemendagri ("19" provinsi, "19.71" kabupaten/kota). ``target_inovasi``
    memuat target inovasi per OPD; yang berlaku untuk tahun T adalah entri terbaru yang tidak melewati T.
    ``WAJIB_DAERAH`` hanya boleh kosong bila di berkasnya tidak terbaca.
    """

    nama: Annotated[Teks, Uraian("Nama daerah", "Nama lengkap dengan jenisnya.", ("Kota Contoh",))]
    jenis: Annotated[JenisDaerah | None, Uraian("Jenis daerah", "Provinsi, kabupaten, atau kota.")] = None
    kode: Annotated[
        KodeWilayah | None,
        Uraian(
            "Kode wilayah",
            'Kode wilayah Kemendagri, selalu dalam tanda petik: `"32"` provinsi, `"32.10"` kabupaten atau '
            "kota. Tanpa tanda petik 32.10 terbaca 32.1.",
            pesan_pola='Tulis dua angka, atau dua angka titik dua angka, dalam tanda petik: "32.10".',
        ),
    ] = None
    klaster: Annotated[
        Daftar[Klaster], Uraian("Klaster", "Klaster khusus; daftar kosong bila tidak ada.")
    ] = ()
    perangkat_daerah: Annotated[
        dict[KodeOpd, Teks],
        Uraian(
            "Perangkat daerah",
            "Kode dan nama setiap perangkat daerah. Kodenya menjadi nama folder: huruf kecil, angka, dan "
            "tanda hubung.",
            potongan={"${1:dinas-kesehatan}": "${2:Dinas Kesehatan}"},
        ),
    ] = {}
    target_inovasi: Annotated[
        dict[TahunUkur, Annotated[int, Field(ge=0)]],
        Uraian(
            "Target inovasi",
            "Target banyaknya inovasi tiap perangkat daerah, menurut tahun mulai berlaku: "
            "`{2023: 1, 2025: 5}`. Yang terbaru sampai tahun pengukuran yang dipakai.",
        ),
    ] = {}

    def target(self, tahun: int) -> int | None:
        """Target inovasi per OPD yang berlaku pada *tahun*, atau ``None``."""
        berlaku = [mulai for mulai in self.target_inovasi if mulai <= tahun]
        return self.target_inovasi[max(berlaku)] if berlaku else None


class HasilTerbit(Model):
    """Satu hasil yang pernah diterbitkan. ``skor`` memakai skala tahunnya (2020: poin absolut)."""

    tahun: Annotated[TahunUkur, Uraian("Tahun pengukuran", "Empat angka.")]
    jenis: Annotated[JenisHasil, Uraian("Jenis hasil", "Dari tahap mana angka ini.")]
    skor: Annotated[
        Annotated[Pecahan, Field(ge=0)] | None,
        Uraian("Skor", "Indeks, atau poin pada tahun berskala absolut (2020). Pakai titik desimal: 59.02."),
    ] = None
    predikat: Annotated[Teks | None, Uraian("Predikat", "Seperti diterbitkan, misalnya Sangat Inovatif.")] = (
        None
    )
    jumlah_inovasi: Annotated[
        Annotated[int, Field(ge=0)] | None,
        Uraian("Jumlah inovasi", "Banyaknya inovasi yang dilaporkan atau dinilai."),
    ] = None
    jumlah_opd: Annotated[
        Annotated[int, Field(ge=0)] | None,
        Uraian("Jumlah perangkat daerah", "Banyaknya perangkat daerah yang melapor."),
    ] = None
    sumber: Annotated[Teks, Uraian("Sumber", "Naskah, berita, atau alamat tempat angka ini dibaca.")]
    catatan: Annotated[Teks | None, Uraian("Catatan", "Keterangan tambahan.")] = None


class HasilResmi(Model):
    """Isi ``hasil_resmi.yaml``: hasil terbit, boleh beberapa untuk satu tahun."""

    hasil: Annotated[
        Daftar[HasilTerbit],
        Uraian("Hasil terbit", "Daftar hasil yang pernah diterbitkan; satu tahun boleh punya beberapa."),
    ]


class IdentitasDaerah(NamedTuple):
    """Nama, jenis, dan kode untuk keluaran; jenis dan kode ``None`` bila ``daerah.yaml`` tak terbaca."""

    nama: str
    jenis: str | None
    kode: str | None
