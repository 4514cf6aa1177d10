"""Apa yang menahan indeks: baris yang tidak dapat bergerak, urusan wajib yang kurang, dan pembagi minimal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from indeksinovasi.inti.hitung.rumus import ketetapan
from indeksinovasi.inti.rencana.keadaan import Keadaan
from indeksinovasi.inti.rencana.ruang import Ruang, SebabTetap


class Penghalang(NamedTuple):
    """Mengapa indeks tidak dapat lebih tinggi: sebab, banyaknya, dan apa saja."""

    sebab: SebabTetap | Literal["urusan_wajib", "pembagi"]
    banyak: int
    isi: tuple[str, ...]


def penghalang_target(keadaan: Keadaan, ruang: Ruang) -> Iterator[Penghalang]:
    """Apa yang menahan indeks lebih tinggi, dan berapa banyaknya."""
    for sebab, isi in ruang.tetap:
        yield Penghalang(sebab, len(isi), isi)
    posisi = keadaan.posisi
    tetap, masukan = ketetapan(posisi.metode), posisi.masukan
    terisi = posisi.urusan or {}
    if posisi.rincian.urusan_terpenuhi is False and tetap.urusan_minimal is not None:
        kosong = tuple(kode for kode in posisi.metode.urusan_wajib if kode not in terisi)
        yield Penghalang("urusan_wajib", int(tetap.urusan_minimal) - len(terisi), kosong)
    if tetap.pembagi_minimal is not None and masukan.terhitung < tetap.pembagi_minimal:
        yield Penghalang("pembagi", int(tetap.pembagi_minimal) - masukan.terhitung, ())
