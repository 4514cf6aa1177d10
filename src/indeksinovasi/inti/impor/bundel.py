"""Bundel formulir menjadi calon: isinya sudah memakai kunci catatan, dan membawa nilai titik tolaknya."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from indeksinovasi.inti.impor.baris import URUTAN_ISIAN, kunci_pemda
from indeksinovasi.inti.model.bundel import Bundel
from indeksinovasi.inti.model.dasar import POLA_TAHUN
from indeksinovasi.inti.model.impor import BarisTerbaca
from indeksinovasi.inti.nama import rapikan_teks


def bundel_daerah_lain(bundel: Bundel, daerah: str) -> str | None:
    """Sebab bundel ini bukan untuk *daerah*; ``None`` bila cocok."""
    if kunci_pemda(bundel.daerah.nama) != kunci_pemda(daerah):
        return f"simpanan formulir daerah {bundel.daerah.nama}, bukan {daerah}"
    return None


def calon_bundel(sumber: str, bundel: Bundel, status: str | None) -> Iterator[BarisTerbaca]:
    """Tiap inovasi; yang baru dan belum berstatus menjadi draf."""
    for nomor, satu in enumerate(bundel.inovasi, 1):
        calon = BarisTerbaca(
            sumber,
            nomor,
            opd=bundel.opd,
            id=satu.id,
            asal=pulihkan(satu.asal) if satu.id and satu.asal else None,
        )
        isi = pulihkan(satu.isi)
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


def pulihkan(isi: Mapping[str, Any]) -> dict[str, Any]:
    """Isi catatan dari JSON: kunci tahun kembali menjadi bilangan, nama berkas menjadi ``berkas``."""
    indikator = isi.get("indikator")
    if not isinstance(indikator, Mapping):
        return dict(isi)
    return {**isi, "indikator": {kode: _pulih_entri(satu) for kode, satu in indikator.items()}}


def _pulih_entri(entri: Any) -> Any:
    if not isinstance(entri, Mapping):
        return entri
    hasil = dict(entri)
    tertulis = hasil.get("fakta")
    if isinstance(tertulis, Mapping):
        hasil["fakta"] = {_kunci_tahun(kunci): nilai for kunci, nilai in tertulis.items()}
    bukti = hasil.get("bukti")
    if isinstance(bukti, list):
        hasil["bukti"] = [_pulih_bukti(satu) for satu in bukti]
    return hasil


def _kunci_tahun(kunci: Any) -> Any:
    return int(kunci) if isinstance(kunci, str) and POLA_TAHUN.fullmatch(kunci) else kunci


def _pulih_bukti(bukti: Any) -> Any:
    """Tautan tanpa ``://`` sebenarnya nama berkas."""
    if not isinstance(bukti, Mapping) or "berkas" in bukti:
        return bukti
    tautan = bukti.get("tautan")
    if not isinstance(tautan, str) or "://" in tautan or not tautan.strip():
        return bukti
    nama = tautan.strip().replace("\\", "/").rsplit("/", 1)[-1]
    return {
        "berkas": f"bukti/{nama}",
        **{kunci: nilai for kunci, nilai in bukti.items() if kunci != "tautan"},
    }
