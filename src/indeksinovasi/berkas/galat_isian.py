"""Satu galat pydantic beserta yang diperlukan untuk menyebutnya."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from pydantic import BaseModel

from indeksinovasi.berkas.masalah_isian import Maksud
from indeksinovasi.inti.model.temuan import Jalur


class Galat(NamedTuple):
    """Satu galat pydantic yang jalurnya sudah dicocokkan dengan isi berkas.

    ``nama`` adalah kunci terdekat untuk kalimatnya; ``tertulis`` masukan seperti di berkas;
    ``dikenal`` kunci-kunci di sampingnya; ``pilihan`` nilai
    yang boleh, kosong bila bebas; ``maksud`` mencari ejaan terdekat di antara pilihan, bila
    belum terlalu banyak galat.
    """

    jenis: str
    jalur: Jalur
    nama: str
    masukan: Any
    tertulis: Any
    ctx: Mapping[str, Any]
    data: Any
    dikenal: Callable[[], list[str]]
    pilihan: Callable[[], list[str]]
    maksud: Maksud
    wajib: Callable[[], bool]
    model: type[BaseModel]
