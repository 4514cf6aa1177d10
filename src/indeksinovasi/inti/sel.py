"""Sel tabel yang dapat dijalankan lembar sebar sebagai rumus, dan apostrof yang melindunginya."""

from __future__ import annotations

import unicodedata

_AWAL_RUMUS = ("=", "+", "-", "@", "\t", "\r")
_AWALAN = 256

SEL_TERPANJANG = 32_767
"""Karakter terbanyak satu sel Excel; teks sepanjang ini mungkin sudah terpotong."""


def seperti_rumus(teks: str) -> bool:
    """Lembar sebar dapat menjalankan *teks* sebagai rumus, juga yang berawal spasi atau berlebar penuh."""
    if not teks or teks[0].isalnum():
        return False
    awal = unicodedata.normalize("NFKC", teks[:_AWALAN])
    tampak = "".join(satu for satu in awal if unicodedata.category(satu) != "Cf").lstrip(" \n�")
    return tampak.startswith(_AWAL_RUMUS)


def lindungi(teks: str) -> str:
    """*teks* yang aman di CSV; ``-`` sendiri tanda kosong ekspor resmi dan tetap.

    Apostrof yang memang ditulis orang di depan tanda rumus ikut dilindungi, sehingga ``lepaskan``
    mengembalikan setiap teks persis.
    """
    return f"'{teks}" if teks != "-" and seperti_rumus(teks.lstrip("'")) else teks


def lepaskan(teks: str) -> str:
    """Kebalikan ``lindungi``."""
    return teks[1:] if teks[:1] == "'" and seperti_rumus(teks.lstrip("'")) else teks
