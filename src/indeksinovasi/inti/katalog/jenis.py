"""Bentuk satu entri katalog."""

from __future__ import annotations

from typing import NamedTuple

from indeksinovasi.inti.model.temuan import TingkatTemuan


class EntriKatalog(NamedTuple):
    """Satu kode: arti, sebab, contoh salah dan benar, dan alasan hukum atau praktisnya.

    ``petunjuk`` adalah langkah bawaan bila temuan tidak membawa petunjuk sendiri.
    """

    kode: str
    judul: str
    tingkat: TingkatTemuan
    penjelasan: str
    salah: str
    benar: str
    alasan: str
    petunjuk: str
