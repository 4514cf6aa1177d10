"""Temuan: satu masalah, satu tempat, satu langkah perbaikan."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

from indeksinovasi.inti.model.angka import tahun_wajar

Jalur = tuple[str | int, ...]
"""Kunci dan urutan dari akar berkas sampai sebuah isian."""
TingkatTemuan = Literal["galat", "peringatan", "saran"]


class Suntingan(NamedTuple):
    """Potongan berkas yang diganti ``teks``: dari (baris, kolom) sampai sebelum (baris_akhir, kolom_akhir).

    Semuanya mulai dari 1 dan menghitung karakter, tanpa tanda urutan bita.
    """

    baris: int
    kolom: int
    baris_akhir: int
    kolom_akhir: int
    teks: str


class Perbaikan(NamedTuple):
    """Suntingan yang menghilangkan satu temuan; yang ``aman`` boleh diterapkan tanpa ditanya.

    Tanpa suntingan berarti tidak ada perbaikan: selalu dapat dibandingkan, sehingga temuan tetap terurut.
    """

    aman: bool
    suntingan: tuple[Suntingan, ...]


TANPA_PERBAIKAN = Perbaikan(False, ())


class Usul(NamedTuple):
    """Nilai yang seharusnya berada di jalur sebuah masalah: teks, bilangan (``int``, ``Decimal``), atau
    peta dan daftar darinya. Cara menulisnya (petik, gaya) urusan lapisan berkas.

    ``aman`` hanya bila nilai itu satu-satunya bacaan yang mungkin dimaksud penulisnya.
    """

    nilai: Any
    aman: bool = True


class Temuan(NamedTuple):
    """Masalah pada satu tempat. Urutan bawaan: berkas, baris, kolom, kode.

    ``baris`` dan ``kolom`` mulai dari 1; ``jalur`` adalah kunci bersarang seperti
    ``indikator.regulasi.parameter``.

    ``terkait``: berkas lain yang ikut menentukan temuan ini, menurut jalurnya di dalam daerah
    (``2024/dinkes/a.yaml``, atau seisi folder bila diakhiri garis miring); yang diawali ``./`` menurut folder
    berkas ini, yang diawali ``//`` menurut nama tampilnya.
    """

    berkas: str
    baris: int
    kolom: int
    kode: str
    tingkat: TingkatTemuan
    pesan: str
    petunjuk: str
    jalur: str = ""
    perbaikan: Perbaikan = TANPA_PERBAIKAN
    terkait: tuple[str, ...] = ()


class DaerahDiperiksa(NamedTuple):
    """Daerah sebuah laporan temuan: namanya, awalan jalur berkasnya, tahun yang berisi, dan nama OPD menurut
    kodenya.
    """

    nama: str
    awalan: str
    tahun: tuple[int, ...]
    opd: Mapping[str, str]


class Masalah(NamedTuple):
    """Temuan sebelum posisinya diketahui: jalur di dalam berkas, dan apakah menunjuk kunci atau nilainya.

    ``dimaksud``: kunci yang dimaksud, bila yang tertulis hanya salah eja.
    """

    kode: str
    jalur: tuple[str | int, ...]
    pesan: str
    petunjuk: str = ""
    tunjuk: Literal["kunci", "nilai"] = "nilai"
    tingkat: TingkatTemuan | None = None
    usul: Usul | None = None
    terkait: tuple[str, ...] = ()
    dimaksud: str | None = None


def teks_jalur(jalur: tuple[str | int, ...]) -> str:
    """Jalur untuk manusia: ``indikator.regulasi.bukti[0].berkas``."""
    teks = ""
    for satu in jalur:
        teks += (
            f"[{satu}]"
            if isinstance(satu, int) and teks and not tahun_wajar(satu)
            else f".{satu}"
            if teks
            else str(satu)
        )
    return teks
