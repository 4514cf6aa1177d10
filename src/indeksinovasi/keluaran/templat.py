"""Lingkungan templat laporan: setiap nilai menjadi teks Markdown yang aman, di dalam kotak pasir.

Templat bawaan dan templat pengguna berjalan di lingkungan yang sama; templat pengguna boleh memperluas
templat bawaan dengan ``{% extends "laporan.md.j2" %}`` tetapi tidak dapat membaca berkas lain.

Nilai diloloskan saat dicetak, bukan saat masuk: templat membandingkan kode mentahnya. Kotak pasirnya
diturunkan karena pagar biaya (operator, cara, ``format``) hanya dapat dipasang dengan cara itu.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Any

from jinja2 import BaseLoader, ChoiceLoader, DictLoader, PackageLoader, StrictUndefined, TemplateError, nodes
from jinja2.compiler import Frame
from jinja2.exceptions import SecurityError, TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from indeksinovasi.keluaran.galat_templat import GalatTemplat
from indeksinovasi.keluaran.markdown import md
from indeksinovasi.keluaran.nilai_kata import kalimat_asumsi
from indeksinovasi.keluaran.pagar_templat import (
    GLOBAL_DITOLAK,
    OPERATOR,
    PENAPIS_DITOLAK,
    Meteran,
    PembangkitBerpagar,
    TemplatBerlebih,
    cara_diizinkan,
    ganti_teks,
    hitung_operator,
    isi_pola,
    periksa_pola_format,
    tolak_majemuk,
)
from indeksinovasi.keluaran.teks import aman, angka, angka_rapi, rentang_skor

TEMPLAT_LAPORAN = "laporan.md.j2"
TEMPLAT_RINGKAS = "ringkas.md.j2"
TEMPLAT_PROVINSI = "provinsi.md.j2"
_BAWAAN = (TEMPLAT_LAPORAN, TEMPLAT_RINGKAS, TEMPLAT_PROVINSI)


class Markah(Markup):
    """Markdown yang sudah jadi; teks yang digabungkan kepadanya diloloskan lebih dahulu."""

    @classmethod
    def escape(cls, s: Any, /) -> Markah:
        """Markdown aman dari *s*: pecahan berkoma desimal, ``–`` bila kosong, selainnya melalui ``md``."""
        if hasattr(s, "__html__"):
            return cls(s.__html__())
        if s is None:
            return cls("–")
        if isinstance(s, bool):
            return cls("ya" if s else "tidak")
        if isinstance(s, Fraction | Decimal | float):
            return cls(angka(Fraction(s)))
        teks = str(s)
        # Spasi di tepi memisahkan kata dalam templat; md membuangnya.
        depan, belakang = (" " if tepi.isspace() else "" for tepi in (teks[:1], teks[-1:]))
        return cls(f"{depan}{inti}{belakang}" if (inti := md(teks)) else depan)


class _Pembangkit(PembangkitBerpagar):
    """Operator ``~`` meloloskan teks untuk Markdown, bukan untuk HTML."""

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:
        self.write("environment.sambung((")
        for satu in node.nodes:
            self.visit(satu, frame)
            self.write(", ")
        self.write("))")


class Lingkungan(ImmutableSandboxedEnvironment):
    """Kotak pasir Jinja2 yang meloloskan Markdown; nama yang tidak dikenal adalah kesalahan."""

    code_generator_class = _Pembangkit
    intercepted_binops = OPERATOR

    def __init__(self, pemuat: BaseLoader) -> None:
        self.meteran = Meteran()
        super().__init__(
            loader=pemuat,
            autoescape=True,
            finalize=self._cetak,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self.filters.update(
            angka=_angka,
            rapi=_rapi,
            rentang=_rentang,
            asumsi=kalimat_asumsi,
            kode=kode,
            safe=Markah,
            join=self.gabung,
            string=self._cetak,
            replace=ganti_teks,
            format=self._isi_pola,
        )
        for satu in PENAPIS_DITOLAK:
            del self.filters[satu]
        for satu in GLOBAL_DITOLAK:
            del self.globals[satu]

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:  # noqa: ARG002  # jinja2
        """Operator yang hasilnya dapat menghabiskan memori."""
        return hitung_operator(operator, left, right, self.meteran)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Juga menolak cara yang hasilnya dapat menghabiskan memori."""
        return cara_diizinkan(obj, attr) and super().is_safe_attribute(obj, attr, value)

    def wrap_str_format(self, value: Any) -> Callable[..., str] | None:
        """Cara ``format`` milik teks, dengan lebar yang wajar saja."""
        asal = super().wrap_str_format(value)
        if asal is None:
            return None

        def susun(*isi: Any, **bernama: Any) -> str:
            periksa_pola_format(str(value.__self__))
            return asal(*isi, **bernama)

        return susun

    def _isi_pola(self, pola: str, *isi: Any, **bernama: Any) -> str:
        return isi_pola(pola, bernama or isi, self.meteran)

    def _cetak(self, nilai: Any) -> Markah:
        tolak_majemuk(nilai)
        hasil = Markah.escape(nilai)
        self.meteran.hasil(len(hasil))
        return hasil

    def sambung(self, bagian: Iterable[Any]) -> str:
        """Gabungan *bagian*; bila salah satunya Markdown yang sudah jadi, yang lain diloloskan."""
        semua = list(bagian)
        for satu in semua:
            tolak_majemuk(satu)
        markah = any(hasattr(satu, "__html__") for satu in semua)
        teks: list[str] = [Markah.escape(satu) if markah else str(satu) for satu in semua]
        # Sebelum digabung: pemisah yang panjang dapat berulang untuk setiap anggota.
        self.meteran.hasil(sum(map(len, teks)))
        return Markah("").join(teks) if markah else "".join(teks)

    def gabung(self, isi: Iterable[Any], pemisah: str = "") -> str:
        """Penapis ``join``."""
        semua = list(isi)
        selang = [satu for bagian in semua for satu in (pemisah, bagian)][1:]
        return self.sambung(selang)


def _angka(nilai: Fraction | int | None, desimal: int = 2) -> Markah:
    return Markah(angka(nilai, desimal))


def _rapi(nilai: Fraction | int | None, paling_banyak: int = 4) -> Markah:
    return Markah(angka_rapi(nilai, paling_banyak))


def _rentang(nilai: tuple[Fraction, Fraction] | None) -> Markah:
    return Markah(rentang_skor(nilai))


def kode(baris: Iterable[str]) -> Markah:
    """Blok kode dari *baris*, dengan pagar yang lebih panjang daripada deret tanda petik terbalik di
    dalamnya.
    """
    isi = "\n".join(map(aman, baris))
    pagar = "```"
    while pagar in isi:
        pagar += "`"
    return Markah(f"{pagar}text\n{isi}\n{pagar}")


def jalankan_templat(
    isi: Mapping[str, Any], templat: tuple[str, str] | None = None, nama_bawaan: str = TEMPLAT_LAPORAN
) -> str:
    """Hasil templat bawaan *nama_bawaan*, atau *templat* pengguna (nama, teks), atas variabel *isi*.

    ``GalatTemplat`` bila templat pengguna salah; kesalahan templat bawaan adalah cacat program.
    """
    if templat is None:
        return _jalankan(_lingkungan(None), nama_bawaan, isi)
    nama, teks = templat
    nama = f"./{nama}" if nama in _BAWAAN else nama
    try:
        return _jalankan(_lingkungan((nama, teks)), nama, isi)
    except Exception as galat:  # noqa: BLE001  # templat pengguna dapat gagal dengan cara apa pun
        raise GalatTemplat(nama, _baris(galat, nama), _sebab(galat)) from None


@lru_cache(maxsize=4)
def _lingkungan(templat: tuple[str, str] | None) -> Lingkungan:
    """Lingkungan bagi *templat*; kode yang sudah dibangkitkan dipakai lagi untuk daerah berikutnya."""
    bawaan = PackageLoader("indeksinovasi", "templat")
    return Lingkungan(bawaan if templat is None else ChoiceLoader([DictLoader(dict([templat])), bawaan]))


def _jalankan(lingkungan: Lingkungan, nama: str, isi: Mapping[str, Any]) -> str:
    # Biaya dihitung untuk sekali jalan, termasuk membangkitkan kodenya.
    lingkungan.meteran = Meteran()
    return "".join(lingkungan.get_template(nama).generate(isi))


def _baris(galat: Exception, nama: str) -> int | None:
    if isinstance(galat, TemplateSyntaxError):
        return galat.lineno
    # DictLoader tidak memberi nama berkas, jadi jinja2 menamai kodenya "<template>".
    letak = [
        satu.lineno
        for satu in traceback.extract_tb(galat.__traceback__)
        if satu.filename in (nama, "<template>")
    ]
    return letak[-1] if letak else None


def _sebab(galat: Exception) -> str:
    rinci = str(galat) or type(galat).__name__
    match galat:
        case TemplateSyntaxError():
            return f"tata tulis templat salah ({rinci})"
        case UndefinedError():
            return f"nama atau atribut tidak dikenal ({rinci})"
        case SecurityError():
            return f"tidak diizinkan di dalam templat ({rinci})"
        case TemplateNotFound():
            ada = " dan ".join(_BAWAAN)
            return f"templat {rinci} tidak ada; yang dapat diperluas hanya {ada}"
        case TemplatBerlebih():
            return f"templat dihentikan karena {rinci}"
        case TemplateError():
            return f"templat tidak dapat dijalankan ({rinci})"
        case _:
            return f"templat tidak dapat dijalankan ({type(galat).__name__}: {rinci})"
