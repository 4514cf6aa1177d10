"""Bundel: simpanan formulir satu OPD, yang dikirim balik ke Bapperida dan dibaca ``impor``.

Tiap inovasi membawa nilai yang menjadi titik tolaknya (``asal``), sehingga hanya isian yang diubah kedua
belah pihak menjadi pertentangan. ``isi`` dan ``asal`` memakai kunci yang sama dengan berkas inovasi, tanpa
``verifikasi``; tanggal berupa teks ``YYYY-MM-DD``.
"""

from __future__ import annotations

from typing import Any, Literal

from indeksinovasi.inti.model.dasar import Daftar, Model, TahunUkur, Teks


class InovasiBundel(Model):
    """Satu inovasi: ``id`` catatannya (``None`` bila baru), keadaan saat formulir dibuat, dan isinya kini.

    ``kunci`` mengenali inovasi baru di formulirnya sendiri bila simpanan dimuat lagi.
    """

    id: str | None = None
    kunci: str | None = None
    asal: dict[str, Any] | None = None
    isi: dict[str, Any]


class DaerahBundel(Model):
    """Daerah pemilik formulir; ``kode`` ``None`` bila ``daerah.yaml`` tak terbaca."""

    nama: Teks
    kode: str | None = None


class Bundel(Model):
    """Isi ``formulir-<opd>-<tahun>.json``."""

    jenis: Literal["formulir-indeks"]
    versi_format: Literal[1]
    tahun: TahunUkur
    opd: Teks
    daerah: DaerahBundel
    disimpan: str | None = None
    inovasi: Daftar[InovasiBundel]
