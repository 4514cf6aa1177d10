"""Formulir HTML mandiri untuk satu OPD: satu berkas, tanpa jaringan, tanpa pemasangan."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from indeksinovasi.inti.formulir.bahan import BahanFormulir
from indeksinovasi.keluaran.formulir.data import json_data
from indeksinovasi.keluaran.teks import aman, judul_halaman

FOLDER = "templat/formulir"


def halaman(bahan: BahanFormulir) -> str:
    """Halaman utuh; bahan yang sama menghasilkan bita yang sama.

    Kebijakan isinya menutup jaringan sama sekali; semua nama masuk sebagai data, bukan markah.
    """
    from jinja2 import Environment, StrictUndefined

    lingkungan = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, keep_trailing_newline=True
    )
    return lingkungan.from_string(_isi("formulir.html.j2")).render(
        tahun=bahan.tahun,
        judul=judul_halaman(f"Formulir Inovasi {bahan.tahun} – {bahan.nama_opd}"),
        opd=aman(bahan.nama_opd),
        daerah=aman(bahan.daerah.nama),
        metode=aman(f"{bahan.metode.nama}, revisi {bahan.metode.revisi} ({bahan.metode.status})"),
        tematik=bahan.kelayakan.tematik if bahan.kelayakan else (),
        gaya=_isi("formulir.css"),
        skrip=_isi("formulir.js"),
        data=json_data(bahan),
    )


def nama_berkas(bahan: BahanFormulir) -> str:
    """Nama berkas halaman satu OPD."""
    return f"formulir-{bahan.opd}-{bahan.tahun}.html"


@cache
def _isi(nama: str) -> str:
    jalur = files("indeksinovasi").joinpath(FOLDER, nama)
    return jalur.read_text(encoding="utf-8").replace("\r\n", "\n")
