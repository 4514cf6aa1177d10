"""``.indeks.yaml``: setelan ``validasi`` sebuah daerah, di samping ``daerah.yaml`` atau di atasnya."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from indeksinovasi.alur.galat import GalatPemakaian
from indeksinovasi.alur.repositori import akar_repositori
from indeksinovasi.berkas.baca import baca
from indeksinovasi.berkas.entri import ada_berkas, nyata
from indeksinovasi.inti.ejaan import atau, deretan, kutip, mungkin_maksud, sambung

BERKAS_SETELAN = ".indeks.yaml"
KUNCI_SETELAN = ("abaikan", "pilih", "ketat", "tanggal")


class Setelan(NamedTuple):
    """Isi satu ``.indeks.yaml``; kosong bagi kunci yang tidak disebut."""

    abaikan: tuple[str, ...] = ()
    pilih: tuple[str, ...] = ()
    ketat: bool = False
    tanggal: date | None = None


def setelan_daerah(daerah: Path, data: Sequence[Path], periksa: Callable[[tuple[str, ...]], Any]) -> Setelan:
    """Setelan terdekat di atas *daerah*, sampai akar repositorinya, atau sampai salah satu *data*.

    *periksa* menolak kode yang tidak dikenal. ``GalatPemakaian`` bila isinya keliru.
    """
    folder = nyata(daerah)
    akar = akar_repositori(folder)
    batas = {akar} if akar else {nyata(satu) for satu in data}
    for satu in (folder, *folder.parents):
        if (setelan := _setelan_folder(satu)) is not None:
            periksa((*setelan.abaikan, *setelan.pilih))
            return setelan
        if satu in batas or not any(induk in satu.parents for induk in batas):
            break
    return Setelan()


def _setelan_folder(folder: Path) -> Setelan | None:
    jalur = folder / BERKAS_SETELAN
    return baca_setelan(jalur) if ada_berkas(jalur) else None


@cache
def baca_setelan(jalur: Path) -> Setelan:
    """Isi *jalur*; ``GalatPemakaian`` yang menyebut letaknya bila keliru."""
    dokumen = baca(jalur, str(jalur))
    if dokumen.temuan and dokumen.temuan[0].kode == "BRK005":
        return Setelan()
    if dokumen.temuan:
        satu = dokumen.temuan[0]
        raise GalatPemakaian(f"{jalur}:{satu.baris}:{satu.kolom}: {satu.pesan}.", satu.petunjuk)
    isi = dokumen.data
    if not isinstance(isi, dict):
        raise GalatPemakaian(
            f"{jalur} bukan pasangan kunci: nilai.", f"Kuncinya {deretan(KUNCI_SETELAN, 'dan')}."
        )
    for kunci in isi:
        if kunci not in KUNCI_SETELAN:
            maksud = mungkin_maksud(kunci, KUNCI_SETELAN)
            raise GalatPemakaian(
                f"{jalur}: kunci {kutip(kunci)} tidak dikenal{sambung(maksud)}.",
                atau(maksud, f"Kuncinya {deretan(KUNCI_SETELAN, 'dan')}."),
            )
    return Setelan(
        _kode(jalur, isi, "abaikan"),
        _kode(jalur, isi, "pilih"),
        _ketat(jalur, isi.get("ketat", False)),
        _tanggal(jalur, isi.get("tanggal")),
    )


def _kode(jalur: Path, isi: dict[str, Any], kunci: str) -> tuple[str, ...]:
    nilai = isi.get(kunci)
    if nilai is None:
        return ()
    daftar = nilai.split(",") if isinstance(nilai, str) else nilai
    if not isinstance(daftar, list) or not all(isinstance(satu, str) for satu in daftar):
        raise GalatPemakaian(
            f"{jalur}: {kunci} bukan daftar kode.", f"Tulis misalnya {kunci}: [KLY202, BKT]."
        )
    return tuple(satu.strip().upper() for satu in daftar if satu.strip())


def _ketat(jalur: Path, nilai: Any) -> bool:
    if not isinstance(nilai, bool):
        raise GalatPemakaian(f"{jalur}: ketat {kutip(nilai)} bukan true atau false.", "")
    return nilai


def _tanggal(jalur: Path, nilai: Any) -> date | None:
    if nilai is None:
        return None
    try:
        hari = date.fromisoformat(nilai) if isinstance(nilai, str) else None
    except ValueError:
        hari = None
    if hari is None or hari.isoformat() != nilai:
        raise GalatPemakaian(f"{jalur}: tanggal {kutip(nilai)} bukan tanggal.", "Tulis YYYY-MM-DD.")
    return hari
