"""Pagar biaya templat: yang dapat meledak dicegat, hasil dan waktunya dibatasi.

Templat tetap kode tepercaya; pagar ini menjaga supaya yang keliru berakhir sebagai satu kalimat, bukan
sebagai memori yang habis atau perintah yang tidak selesai.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import SecurityError

BATAS_HASIL = 64 * 1024 * 1024
"""Karakter yang boleh disusun satu templat, termasuk yang tidak jadi dicetak."""
BATAS_TEKS = 1024 * 1024
BATAS_DETIK = 10.0
BATAS_BIT = 4096
_SELANG_WAKTU = 256
_BERAT_ANGGOTA = 16
OPERATOR = frozenset({"**", "*", "%", "+"})
_CARA_TEKS = frozenset(
    (
        *("lower", "upper", "title", "capitalize", "casefold", "swapcase"),
        *("strip", "lstrip", "rstrip", "removeprefix", "removesuffix", "startswith", "endswith"),
        *("split", "rsplit", "splitlines", "partition", "rpartition"),
        *(
            "count",
            "find",
            "rfind",
            "index",
            "rindex",
            "isdigit",
            "isdecimal",
            "isnumeric",
            "isalpha",
            "isalnum",
        ),
        *("islower", "isupper", "isspace", "istitle", "isascii", "isidentifier", "isprintable"),
    )
)
_LEBAR_PERSEN = re.compile(r"%(?:\([^)]*\))?[-+ #0]*(?:\d{4}|\*|\d*\.(?:\d{4}|\*))")
_LEBAR_FORMAT = re.compile(r"\{[^{}]*:[^{}]*(?:\d{4}|\{)")
PENAPIS_DITOLAK = (
    *("center", "indent", "wordwrap", "batch", "slice"),
    *("pprint", "tojson", "xmlattr"),
)
GLOBAL_DITOLAK = ("lipsum",)


class TemplatBerlebih(Exception):
    """Templat menyusun terlalu banyak atau berjalan terlalu lama."""


class PembangkitBerpagar(CodeGenerator):
    """Setiap bagian templat yang dijalankan melapor lebih dahulu, beserta panjang teks tetapnya."""

    def blockvisit(self, nodes: Any, frame: Frame) -> None:
        """Sisipkan laporan sebelum isi bagian."""
        self.writeline(f"environment.meteran.detak({sum(map(_teks_tetap, nodes))})")
        super().blockvisit(nodes, frame)


def _teks_tetap(simpul: nodes.Node) -> int:
    isi = simpul.nodes if isinstance(simpul, nodes.Output) else ()
    return sum(len(satu.data) for satu in isi if isinstance(satu, nodes.TemplateData))


class Meteran:
    """Biaya satu kali menjalankan templat."""

    def __init__(self, jam: Callable[[], float] = time.process_time) -> None:
        self._jam = jam
        self._mulai = jam()
        self._langkah = 0
        self._karakter = 0

    def detak(self, karakter: int) -> None:
        """Satu bagian templat dijalankan dan mencetak *karakter* karakter tetap."""
        self.hasil(karakter)
        self._langkah += 1
        if self._langkah % _SELANG_WAKTU == 0 and self._jam() - self._mulai > BATAS_DETIK:
            raise TemplatBerlebih(f"berjalan lebih dari {BATAS_DETIK:.0f} detik")

    def hasil(self, karakter: int) -> None:
        """*karakter* karakter lagi disusun."""
        self._karakter += karakter
        if self._karakter > BATAS_HASIL:
            raise TemplatBerlebih(f"menyusun lebih dari {BATAS_HASIL // 1024**2} juta karakter")


def hitung_operator(operator: str, kiri: Any, kanan: Any, meteran: Meteran) -> Any:
    """Hasil *operator*, atau ``SecurityError`` bila hasilnya dapat menghabiskan memori."""
    if operator == "**":
        raise SecurityError("operator ** tidak diizinkan")
    if operator == "%":
        return isi_pola(kiri, kanan, meteran) if isinstance(kiri, str) else kiri % kanan
    if operator == "*":
        return _kali(kiri, kanan, meteran)
    if isinstance(kiri, str | bytes | list | tuple):
        # Anggota daftar dihitung seberat beberapa karakter.
        meteran.hasil((len(kiri) + len(kanan)) * (1 if isinstance(kiri, str) else _BERAT_ANGGOTA))
    return kiri + kanan


def _kali(kiri: Any, kanan: Any, meteran: Meteran) -> Any:
    for isi, banyak in ((kiri, kanan), (kanan, kiri)):
        if isinstance(isi, list | tuple | bytes):
            raise SecurityError("operator * atas daftar tidak diizinkan")
        if isinstance(isi, str) and isinstance(banyak, int):
            if len(isi) * banyak > BATAS_TEKS:
                raise SecurityError(f"teks hasil * melebihi {BATAS_TEKS} karakter")
            meteran.hasil(len(isi) * max(banyak, 0))
    bulat = isinstance(kiri, int) and isinstance(kanan, int)
    if bulat and kiri.bit_length() + kanan.bit_length() > BATAS_BIT:
        raise SecurityError("bilangan hasil * terlalu besar")
    return kiri * kanan


def isi_pola(pola: str, isi: Any, meteran: Meteran) -> str:
    """``pola % isi``; ``SecurityError`` bila polanya meminta lebar yang tidak wajar."""
    if _LEBAR_PERSEN.search(pola):
        raise SecurityError("lebar atau ketelitian dalam pola terlalu besar")
    hasil: str = pola % isi
    meteran.hasil(len(hasil))
    return hasil


def periksa_pola_format(pola: str) -> None:
    """``SecurityError`` bila pola ``str.format`` meminta lebar yang tidak wajar."""
    if _LEBAR_FORMAT.search(pola):
        raise SecurityError("lebar atau ketelitian dalam pola terlalu besar")


def ganti_teks(teks: str, lama: str, baru: str) -> str:
    """Penapis ``replace``; ``SecurityError`` bila hasilnya terlalu panjang."""
    if len(teks) + teks.count(lama) * len(baru) > BATAS_TEKS:
        raise SecurityError(f"teks hasil replace melebihi {BATAS_TEKS} karakter")
    return teks.replace(lama, baru)


def cara_diizinkan(benda: Any, nama: str) -> bool:
    """Cara teks dan bilangan yang hasilnya tidak dapat jauh lebih besar daripada bahannya."""
    if isinstance(benda, str | bytes):
        return nama in _CARA_TEKS
    return not (isinstance(benda, int) and nama == "to_bytes")


def tolak_majemuk(nilai: Any) -> None:
    """Daftar dan kamus tidak dicetak: tulisan Python bukan laporan, dan isinya dapat tak terbatas."""
    if isinstance(nilai, list | tuple | dict | set | frozenset):
        raise SecurityError(f"{type(nilai).__name__} tidak dapat dicetak; cetak anggotanya satu per satu")
