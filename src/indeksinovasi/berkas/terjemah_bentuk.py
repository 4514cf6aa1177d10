"""Masalah bentuk sebuah fakta menjadi masalah SKM."""

from __future__ import annotations

import re
from typing import Literal

from indeksinovasi.berkas.masalah_isian import bukan_pilihan, koma_terpisah, kunci_tiada, tulisan_di_berkas
from indeksinovasi.berkas.satuan_tertulis import petunjuk_bilangan
from indeksinovasi.berkas.terjemah_angka import koma_desimal, tulisan_bilangan
from indeksinovasi.inti.ejaan import atau, kutip, maksud_pasti, mungkin_maksud, sambung
from indeksinovasi.inti.model.isian_fakta import MasalahBentuk, basis_sebagai_kunci
from indeksinovasi.inti.model.kutipan import PembacaTulisan, tanpa_tulisan
from indeksinovasi.inti.model.temuan import Jalur, Masalah

_TAHUN = re.compile(r"(?:19|20)\d\d", re.ASCII)
_RENTANG_TAHUN = re.compile(r"((?:19|20)\d\d)\s*(?:-|sampai|s/?\.?d\.?)\s*((?:19|20)\d\d)", re.ASCII)
_TERLAMA = 10


def dari_bentuk(masalah: MasalahBentuk, jalur: Jalur, tulisan: PembacaTulisan = tanpa_tulisan) -> Masalah:
    """Masalah bentuk fakta menjadi masalah SKM pada *jalur* fakta itu."""
    penuh = (*jalur, *masalah.jalur)
    if masalah.wujud in ("bilangan", "tahun"):
        salah = tulisan_bilangan(penuh, "fakta", masalah.nilai, bulat=masalah.wujud == "tahun")
        if salah:
            return salah
    tertulis = masalah.nilai
    if masalah.jalur[-1:] != (masalah.nilai,):  # tulisan di jalur sebuah kunci adalah isinya
        tertulis = tulisan_di_berkas(masalah.nilai, penuh, tulisan)
    match masalah.jenis:
        case "pilihan":
            return bukan_pilihan(penuh, "fakta", tertulis, list(masalah.pilihan))
        case "koma":
            return koma_desimal(penuh, "fakta", masalah.nilai)
        case "terpisah":
            return koma_terpisah(penuh)
        case "kunci":
            return _kunci(masalah, penuh)
        case "kurang":
            return kunci_tiada((*penuh, masalah.nilai), [])
        case "tahun":
            pesan = f"tahun {kutip(tertulis)} di luar rentang"
            return Masalah("SKM106", penuh, pesan, "Tulis tahun empat angka.", "kunci")
        case "tipe":
            return _tipe(masalah, penuh, kutip(tertulis))


def _kunci(masalah: MasalahBentuk, jalur: Jalur) -> Masalah:
    maksud = mungkin_maksud(masalah.nilai, masalah.pilihan)
    pesan = f"kunci {kutip(masalah.nilai)} tidak dikenal{sambung(maksud)}"
    dimaksud = maksud[0] if len(maksud) == 1 else None
    petunjuk = atau(maksud, _isian_ukuran(masalah.nilai))
    return Masalah("SKM102", jalur, pesan, petunjuk, "kunci", dimaksud=dimaksud)


def _tipe(masalah: MasalahBentuk, jalur: Jalur, nilai: str) -> Masalah:
    tunjuk: Literal["kunci", "nilai"] = "kunci" if masalah.wujud == "tahun" else "nilai"
    petunjuk = _dimaksud(masalah) or f"Tulis {masalah.diharap}."
    if masalah.wujud == "bilangan" and isinstance(masalah.nilai, str):
        petunjuk = petunjuk_bilangan(masalah.nilai, masalah.satuan)
    return Masalah("SKM103", jalur, f"fakta {nilai} bukan {masalah.diharap}", petunjuk, tunjuk)


def _isian_ukuran(kunci: object) -> str:
    """Langkah bagi kunci selain basis dan nilai; basis yang menjadi kunci ditulis sebagai isinya."""
    if isinstance(kunci, str) and basis_sebagai_kunci({kunci: None}):
        return f"Tulis {{basis: {kunci}, nilai: ...}}."
    return "Isiannya hanya basis dan nilai: {basis: ..., nilai: ...}."


def _dimaksud(masalah: MasalahBentuk) -> str | None:
    """Langkah dengan nilai yang tertulis: tahun tanpa tanda petik, atau daftar yang ditulis sebagai teks."""
    if masalah.wujud == "tahun":
        tahun = str(masalah.nilai).removesuffix(".0")
        tulis = "Tulis kuncinya" if masalah.jalur[-1:] == (masalah.nilai,) else "Tulis"
        return f"{tulis} {tahun}, tanpa tanda petik." if _TAHUN.fullmatch(tahun) else None
    if masalah.wujud != "daftar" or not isinstance(masalah.nilai, str | int) or masalah.nilai is True:
        return None
    semua = [satu.strip() for satu in re.split(r"[,;]|\bdan\b", str(masalah.nilai)) if satu.strip()]
    anggota = [maksud_pasti(satu, masalah.pilihan) for satu in semua] if masalah.pilihan else _tahun(semua)
    return f"Tulis [{', '.join(filter(None, anggota))}]." if anggota and all(anggota) else None


def _tahun(semua: list[str]) -> list[str | None]:
    """Tahun-tahun yang tertulis; ``2022-2024`` ketiganya."""
    if len(semua) == 1 and (cocok := _RENTANG_TAHUN.fullmatch(semua[0])):
        awal, akhir = int(cocok[1]), int(cocok[2])
        return [str(satu) for satu in range(awal, akhir + 1)] if 0 < akhir - awal < _TERLAMA else []
    return [satu if _TAHUN.fullmatch(satu) else None for satu in semua]
