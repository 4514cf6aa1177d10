"""CSV satu lembar; teks yang diawali = + - @ dilindungi apostrof yang dibuang lagi oleh ``impor``."""

from __future__ import annotations

import csv
import io
from datetime import date
from fractions import Fraction

from indeksinovasi.inti.model.tabel import LembarTulis, SelTulis
from indeksinovasi.inti.sel import lindungi


def tulis_csv(lembar: LembarTulis) -> bytes:
    """Isi CSV UTF-8 dengan tanda urutan bita, supaya Excel tidak salah menebak aksaranya."""
    aliran = io.StringIO(newline="")
    penulis = csv.writer(aliran, lineterminator="\r\n")
    penulis.writerow(lembar.judul)
    penulis.writerows([_sel(satu) for satu in baris] for baris in lembar.baris)
    # Bita nama berkas yang bukan UTF-8 tidak punya tulisan; tandanya terlihat sebagai "?".
    return b"\xef\xbb\xbf" + aliran.getvalue().encode("utf-8", "replace")


def _sel(nilai: SelTulis) -> str | int | float | None:
    if isinstance(nilai, date):
        return f"{nilai:%d-%m-%Y}"
    if isinstance(nilai, Fraction):
        return float(nilai)
    return lindungi(nilai) if isinstance(nilai, str) else nilai
