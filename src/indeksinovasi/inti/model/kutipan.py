"""Tulisan asli sebuah isian, supaya pesan mengutip apa yang dapat dicari orang di berkasnya.

Pembacanya milik lapisan berkas; di sini hanya bentuknya.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from indeksinovasi.inti.model.angka import angka_id
from indeksinovasi.inti.model.temuan import Jalur

PembacaTulisan = Callable[[Jalur], str | None]
"""Tulisan sebuah skalar di jalurnya; ``None`` bila tidak diketahui."""
_PANJANG = 40


def tanpa_tulisan(_jalur: Jalur) -> None:
    """Pembaca bagi isi yang berkasnya tidak diketahui."""


def angka_tertulis(tulisan: PembacaTulisan, jalur: Jalur, nilai: Fraction) -> str:
    """*nilai* seperti tertulis di *jalur*; dalam bentuk Indonesia bila tulisannya tidak diketahui."""
    return (tulisan(jalur) or angka_id(nilai))[:_PANJANG]
