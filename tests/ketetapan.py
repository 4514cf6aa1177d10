"""Semua gabungan kemungkinan konstanta rumus: pembanding yang lugas bagi rentang indeks."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import product

from indeksinovasi.inti.hitung.rumus import Ketetapan, hitung, ketetapan, ukuran
from indeksinovasi.inti.model.hasil import Masukan
from indeksinovasi.inti.model.ketentuan import Konstanta
from indeksinovasi.inti.model.metode import Metode


def semua_ketetapan(metode: Metode) -> Iterator[Ketetapan]:
    """Setiap gabungan, termasuk yang utama."""
    utama = ketetapan(metode)
    rumus = metode.rumus
    jumlah, saklar = rumus.jumlah_inovasi, rumus.ditolak_ikut_pembagi

    def mungkin(konstanta: Konstanta | None, nilai: Fraction | None) -> set[Fraction | None]:
        return {nilai, *(konstanta.kemungkinan if konstanta else ())}

    gabungan = product(
        mungkin(rumus.pembagi_minimal, utama.pembagi_minimal),
        {utama.ditolak_ikut, *(saklar.kemungkinan if saklar else ())},
        mungkin(jumlah.poin if jumlah else None, utama.poin),
        mungkin(jumlah.maksimum if jumlah else None, utama.maksimum_n),
        mungkin(rumus.urusan_wajib_minimal, utama.urusan_minimal),
    )
    return map(Ketetapan._make, gabungan)


def rentang_lugas(metode: Metode, masukan: tuple[Masukan, ...]) -> tuple[Fraction, Fraction] | None:
    """Ujung skor, belum dibulatkan, atas semua gabungan."""
    semua = (ukuran(metode, hitung(metode, satu, t)) for satu in masukan for t in semua_ketetapan(metode))
    dapat = [nilai for nilai in semua if nilai is not None]
    return (min(dapat), max(dapat)) if dapat else None
