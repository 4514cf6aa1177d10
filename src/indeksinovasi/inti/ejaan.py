"""Tulisan orang dalam kalimat temuan: saran ejaan terdekat dan kutipan nilai yang aman dibaca."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

PANJANG_KUTIPAN = 60
_PANJANG_EJAAN = 80


def ejaan_terdekat(tertulis: Any, pilihan: Iterable[str]) -> str | None:
    """Pilihan yang paling mirip dengan *tertulis*; ``None`` bila tidak ada yang mirip."""
    if not isinstance(tertulis, str) or len(tertulis) > _PANJANG_EJAAN:
        return None
    calon = list(pilihan)
    asli = tertulis.strip().lower()
    bergaris = asli.replace(" ", "_").replace("-", "_")
    for rapi in (bergaris, asli, asli.replace(" ", "-")):
        if mirip := get_close_matches(rapi, calon, 1, 0.6):
            return mirip[0]
    return next((satu for satu in calon if satu.startswith(bergaris) and len(bergaris) > 2), None)


def mungkin_maksud(tertulis: Any, pilihan: Iterable[str]) -> str:
    """Petunjuk "mungkin maksud Anda" untuk salah ketik; kosong bila tidak ada yang mirip."""
    mirip = ejaan_terdekat(tertulis, pilihan)
    return f'mungkin maksud Anda "{mirip}"' if mirip else ""


def sambung(maksud: str) -> str:
    """*maksud* sebagai ekor kalimat pesan; kosong bila tidak ada."""
    return f"; {maksud}" if maksud else ""


def atau(maksud: str, bawaan: str) -> str:
    """*maksud* sebagai kalimat petunjuk, atau *bawaan* bila tidak ada."""
    return f"{maksud[0].upper()}{maksud[1:]}." if maksud else bawaan


def kutip(nilai: Any) -> str:
    """Nilai seperti yang tertulis, dipendekkan dan tanpa karakter kendali; daftar dan peta hanya disebut."""
    if isinstance(nilai, dict):
        return "(peta)"
    if isinstance(nilai, list | tuple):
        return "(daftar)"
    if nilai is None:
        return "(kosong)"
    teks = ("true" if nilai else "false") if isinstance(nilai, bool) else str(nilai).rstrip("\n")
    teks = teks[: PANJANG_KUTIPAN + 1]
    teks = "".join(satu if satu.isprintable() else "�" for satu in teks)
    return f'"{teks[: PANJANG_KUTIPAN - 3]}..."' if len(teks) > PANJANG_KUTIPAN else f'"{teks}"'
