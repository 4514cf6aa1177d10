"""Bundel formulir menjadi calon: isinya sudah memakai kunci catatan, dan membawa nilai titik tolaknya."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from indeksinovasi.inti.impor.baris import URUTAN_ISIAN, kunci_pemda
from indeksinovasi.inti.model.bundel import Bundel
from indeksinovasi.inti.model.impor import Calon
from indeksinovasi.inti.nama import rapikan_teks


def bundel_asing(bundel: Bundel, daerah: str, tahun: int) -> str | None:
    """Sebab bundel ini bukan untuk *daerah* dan *tahun*; ``None`` bila cocok."""
    if bundel.tahun != tahun:
        return f"simpanan formulir tahun {bundel.tahun}, bukan {tahun}"
    if kunci_pemda(bundel.daerah.nama) != kunci_pemda(daerah):
        return f"simpanan formulir daerah {bundel.daerah.nama}, bukan {daerah}"
    return None


def calon_bundel(sumber: str, bundel: Bundel, status: str | None) -> Iterator[Calon]:
    """Tiap inovasi; yang baru dan belum berstatus menjadi draf."""
    for nomor, satu in enumerate(bundel.inovasi, 1):
        calon = Calon(sumber, nomor, opd=bundel.opd, id=satu.id, asal=satu.asal if satu.id else None)
        isi = dict(satu.isi)
        if status is not None:
            isi["status"] = status
        elif satu.id is None:
            isi.setdefault("status", "draf")
        calon.isi = urutkan(isi)
        calon.status_disebut = "status" in isi
        if not rapikan_teks(str(isi.get("nama") or "")):
            calon.dilewati = "tanpa judul"
        yield calon


def urutkan(isi: Mapping[str, Any]) -> dict[str, Any]:
    """*isi* menurut urutan kunci catatan; kunci lain di belakang."""
    dikenal = {kunci: isi[kunci] for kunci in URUTAN_ISIAN if kunci in isi}
    return dikenal | {kunci: nilai for kunci, nilai in isi.items() if kunci not in dikenal}
