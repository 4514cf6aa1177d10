"""Dokumen: satu hasil sebagai pohon kecil, disusun sekali lalu ditulis ke terminal, Markdown, atau HTML.

Penyusun (``banding``, ``nilai``, ``peringkat``, ``metode``, ``jelaskan``) menentukan isi, urutan, dan peran
tiap potong teks. Penulis (``penulis``) menentukan rupa: warna, lipatan, dan tanda pengganti. Teks dari data
ditaruh apa adanya; penulislah yang membuatnya aman.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Literal, NamedTuple

Peran = Literal[
    "biasa", "judul", "angka", "redup", "sangat", "inovatif", "kurang", "tanpa", "naik", "turun",
    "galat", "peringatan", "saran", "perintah", "isi", "isi_redup",
]  # fmt: skip
"""Arti sepotong teks. Peran tidak pernah satu-satunya tanda: kata, tanda, atau bentuknya selalu tertulis."""


class Potong(NamedTuple):
    """Sepotong teks dengan satu peran."""

    teks: str
    peran: Peran = "biasa"


Kalimat = tuple[Potong, ...]


def kalimat(*bagian: str | Potong) -> Kalimat:
    """Kalimat dari teks biasa dan potong berperan."""
    return tuple(Potong(satu) if isinstance(satu, str) else satu for satu in bagian)


def polos(isi: Kalimat) -> str:
    """Teks sebuah kalimat tanpa perannya."""
    return "".join(satu.teks for satu in isi)


class Judul(NamedTuple):
    """Judul; ``tingkat`` 1 mengepalai dokumen. ``kanan`` keterangan di ujung baris."""

    isi: Kalimat
    tingkat: int = 2
    kanan: str = ""


class Alinea(NamedTuple):
    """Kalimat-kalimat satu baris masing-masing; ``rapat``: melekat pada blok sebelumnya."""

    isi: tuple[Kalimat, ...]
    inden: int = 0
    rapat: bool = False


class RincianLabel(NamedTuple):
    """Pasangan label dan isi, sejajar; satu label dapat punya beberapa baris isi."""

    isi: tuple[tuple[Kalimat, tuple[Kalimat, ...]], ...]
    inden: int = 2
    rapat: bool = False


class DaftarButir(NamedTuple):
    """Butir-butir setara."""

    isi: tuple[Kalimat, ...]
    inden: int = 2


class Batang(NamedTuple):
    """Batang bertanda dari garis tengah: ``nilai`` terhadap ``terbesar``. Hanya digambar di layar."""

    nilai: Fraction
    terbesar: Fraction


class Kolom(NamedTuple):
    """Kolom tabel. ``nama`` dan ``teks`` rata kiri dan dilipat, ``angka`` rata kanan dan utuh, ``batang``
    hanya ada di layar. ``boleh_hilang``: dibuang lebih dulu bila layar terlalu sempit.
    """

    nama: str
    jenis: Literal["nama", "teks", "angka", "batang"] = "teks"
    boleh_hilang: bool = False


class BarisTabel(NamedTuple):
    """Satu baris tabel; ``jumlah`` ditebalkan, ``kelompok`` mengepalai baris-baris di bawahnya."""

    sel: tuple[Kalimat | Batang, ...]
    jenis: Literal["isi", "jumlah", "kelompok"] = "isi"
    inden: int = 0


class Tabel(NamedTuple):
    """Tabel; judul kolom pertamanya sekaligus kepala bagian."""

    kolom: tuple[Kolom, ...]
    baris: tuple[BarisTabel, ...]
    inden: int = 0


class BarisBagan(NamedTuple):
    """Satu batang bagan; ``terpilih`` ditonjolkan."""

    label: str
    tampil: Kalimat
    nilai: Fraction
    terpilih: bool = False


class Bagan(NamedTuple):
    """Batang mendatar dari 0 sampai ``maksimum`` dengan garis batas; angkanya selalu tertulis juga di tempat
    lain, jadi penulis tanpa layar melewatinya.
    """

    keterangan: str
    baris: tuple[BarisBagan, ...]
    batas: tuple[Fraction, ...]
    maksimum: Fraction


class DaftarPerintah(NamedTuple):
    """Perintah yang dapat disalin, masing-masing dengan keterangannya."""

    isi: tuple[tuple[str, str], ...]


class Praformat(NamedTuple):
    """Baris-baris yang letak hurufnya bermakna: turunan hitungan, atau contoh berkas (tanpa ``lipat``)."""

    baris: tuple[str, ...]
    lipat: bool = True


Blok = Judul | Alinea | RincianLabel | DaftarButir | Tabel | Bagan | DaftarPerintah | Praformat
Dokumen = tuple[Blok, ...]


def sel(*isi: str | Kalimat | Batang) -> tuple[Kalimat | Batang, ...]:
    """Sel-sel sebuah baris tabel dari teks biasa, kalimat, dan batang."""
    return tuple(kalimat(satu) if isinstance(satu, str) else satu for satu in isi)


def berperan(isi: Kalimat, peran: Peran) -> Kalimat:
    """*isi* yang potongan biasanya mendapat *peran*."""
    return tuple(satu._replace(peran=peran) if satu.peran == "biasa" else satu for satu in isi)


def hanya_kolom(tabel: Tabel, letak: Sequence[int]) -> Tabel:
    """*tabel* dengan kolom nomor *letak* saja."""
    baris = (satu._replace(sel=tuple(satu.sel[nomor] for nomor in letak)) for satu in tabel.baris)
    return tabel._replace(kolom=tuple(tabel.kolom[nomor] for nomor in letak), baris=tuple(baris))


def satu_alinea(*bagian: str | Potong, inden: int = 0, rapat: bool = False) -> Alinea:
    """Alinea satu kalimat."""
    return Alinea((kalimat(*bagian),), inden, rapat)
