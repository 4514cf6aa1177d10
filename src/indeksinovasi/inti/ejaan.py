"""Tulisan orang dalam kalimat temuan: saran ejaan terdekat dan kutipan nilai yang aman dibaca."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches
from typing import Any

PANJANG_KUTIPAN = 60
PANJANG_SINGKATAN = 4
_PANJANG_EJAAN = 80
_MAKSUD = "mungkin maksud Anda "
PADANAN = {
    **dict.fromkeys(
        ("perbup", "perwali", "perwal", "pergub", "peraturan_bupati", "peraturan_wali_kota"), "perkada"
    ),
    "peraturan_daerah": "perda",
    **dict.fromkeys(("sk_bupati", "sk_wali_kota", "sk_gubernur"), "sk_kepala_daerah"),
    **dict.fromkeys(("sk_kepala_dinas", "sk_kepala_opd", "sk_kadis"), "sk_kepala_pd"),
    **dict.fromkeys(("facebook", "instagram", "tiktok", "youtube", "medsos"), "media_sosial"),
    **dict.fromkeys(("email", "e_mail"), "surel"),
    **dict.fromkeys(("pupr", "pu", "pekerjaan_umum"), "pekerjaan_umum_penataan_ruang"),
    **dict.fromkeys(("perkim", "perumahan"), "perumahan_rakyat_kawasan_permukiman"),
    **dict.fromkeys(("trantibum", "satpol_pp"), "trantibumlinmas"),
    **dict.fromkeys(("dukcapil", "kependudukan"), "administrasi_kependudukan_pencatatan_sipil"),
    **dict.fromkeys(("kominfo", "komunikasi"), "komunikasi_informatika"),
    **dict.fromkeys(("umkm", "koperasi", "ukm"), "koperasi_usaha_kecil_menengah"),
}
"""Sebutan sehari-hari yang ejaannya jauh dari kodenya, atau dekat dengan kode lain yang keliru."""


def ejaan_terdekat(tertulis: Any, pilihan: Iterable[str]) -> str | None:
    """Pilihan yang paling mirip dengan *tertulis*, atau padanan namanya; ``None`` bila tidak ada."""
    if not isinstance(tertulis, str) or len(tertulis) > _PANJANG_EJAAN:
        return None
    calon = list(pilihan)
    asli = tertulis.strip().lower()
    bergaris = asli.replace(" ", "_").replace("-", "_")
    if bergaris in PADANAN:
        return PADANAN[bergaris] if PADANAN[bergaris] in calon else None
    for rapi in (bergaris, asli, asli.replace(" ", "-")):
        if mirip := get_close_matches(rapi, calon, 1, 0.6):
            return mirip[0]
    diawali = [satu for satu in calon if satu.startswith(bergaris) and len(bergaris) > 2]
    return diawali[0] if diawali else _kepanjangan(asli, calon)


def _kepanjangan(singkatan: str, calon: list[str]) -> str | None:
    """Calon terpendek yang memuat semua huruf *singkatan* menurut urutannya: dinkes → dinas-kesehatan."""
    if len(singkatan) < PANJANG_SINGKATAN:
        return None
    cocok = [satu for satu in calon if satu[:1] == singkatan[0] and _berurutan(singkatan, satu)]
    return min(cocok, key=len, default=None)


def _berurutan(huruf: str, teks: str) -> bool:
    sisa = iter(teks)
    return all(satu in sisa for satu in huruf)


def mungkin_maksud(tertulis: Any, pilihan: Iterable[str]) -> str:
    """Petunjuk "mungkin maksud Anda" untuk salah ketik; kosong bila tidak ada yang mirip."""
    mirip = ejaan_terdekat(tertulis, pilihan)
    return f'{_MAKSUD}"{mirip}"' if mirip else ""


def sambung(maksud: str) -> str:
    """*maksud* sebagai ekor kalimat pesan; kosong bila tidak ada."""
    return f"; {maksud}" if maksud else ""


def atau(maksud: str, bawaan: str) -> str:
    """*maksud* sebagai langkah perbaikan, atau *bawaan* bila tidak ada."""
    return f"Ganti dengan {maksud.removeprefix(_MAKSUD)}." if maksud else bawaan


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


def deretan(kata: Iterable[str], sambung: str = "dan") -> str:
    """Daftar untuk kalimat: ``a``; ``a dan b``; ``a, b, dan c``."""
    semua = list(kata)
    if len(semua) < 3:
        return f" {sambung} ".join(semua)
    return f"{', '.join(semua[:-1])}, {sambung} {semua[-1]}"


def tanggal_id(hari: date) -> str:
    """Tanggal untuk manusia: ``31-12-2024``."""
    return f"{hari:%d-%m-%Y}"
