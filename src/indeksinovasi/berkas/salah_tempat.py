"""Kunci yang dikenal tetapi tertulis di kedalaman lain: disebut tempatnya, tidak pernah disuruh hapus."""

from __future__ import annotations

from typing import Any

from indeksinovasi.inti.ejaan import kutip
from indeksinovasi.inti.model.fakta import BENTUK_FAKTA
from indeksinovasi.inti.model.inovasi import Bukti, Entri, Inovasi, Koordinat, Verifikasi, Waktu
from indeksinovasi.inti.model.spd import Spd
from indeksinovasi.inti.model.temuan import Jalur, Masalah

_TERATAS = {*Inovasi.model_fields, *Spd.model_fields}
_BUKTI = set(Bukti.model_fields)
_VERIFIKASI = set(Verifikasi.model_fields) - set(Entri.model_fields)


def salah_tempat(jalur: Jalur, data: Any) -> Masalah | None:
    """SKM102 bagi kunci di *jalur* yang tempatnya lain; ``None`` bila kunci itu memang tidak dikenal."""
    kunci = jalur[-1]
    petunjuk = _petunjuk(str(kunci), jalur[:-1], data) if isinstance(kunci, str) else None
    if petunjuk is None:
        return None
    return Masalah("SKM102", jalur, f"kunci {kutip(kunci)} salah tempat", petunjuk, "kunci")


def _petunjuk(kunci: str, induk: Jalur, data: Any) -> str | None:
    if not induk:
        return _di_teratas(kunci, data)
    if induk[0] == "indikator" and len(induk) == 1:
        return _di_indikator(kunci, data)
    if induk[0] == "indikator" and len(induk) == 2:
        return _di_baris(kunci, induk, data)
    if kunci in _TERATAS and induk[0] in ("waktu", "koordinat", "indikator"):
        return _keluar(kunci)
    return None


def _di_teratas(kunci: str, data: Any) -> str | None:
    baris = data.get("indikator") if isinstance(data, dict) else None
    dikenal = [satu for satu in baris if satu not in Entri.model_fields] if isinstance(baris, dict) else []
    terakhir = dikenal[-1] if dikenal else None
    if kunci in Entri.model_fields:
        return _masuk(kunci, str(terakhir or "salah satu baris indikator"), "empat")
    if kunci in BENTUK_FAKTA:
        return _masuk(kunci, "indikator", "dua")
    if kunci in Waktu.model_fields:
        return _masuk(kunci, "waktu", "dua")
    return _masuk(kunci, "koordinat", "dua") if kunci in Koordinat.model_fields else None


def _di_indikator(kunci: str, data: Any) -> str | None:
    if kunci in Entri.model_fields:
        return _masuk(kunci, _sebelum(kunci, data["indikator"]) or "baris indikatornya", "dua")
    return _keluar(kunci) if kunci in _TERATAS else None


def _di_baris(kunci: str, induk: Jalur, data: Any) -> str | None:
    if kunci in BENTUK_FAKTA:
        return f'"{kunci}" sejajar dengan {induk[-1]}; keluarkan dua spasi.'
    wadah = data["indikator"][induk[-1]]
    sebelum = [satu for satu in wadah if satu in ("bukti", "verifikasi")]
    if kunci in _BUKTI & _VERIFIKASI and sebelum:
        return _masuk(kunci, sebelum[-1], "dua")
    if kunci in _BUKTI:
        return _masuk(kunci, "bukti", "empat")
    if kunci in _VERIFIKASI:
        return _masuk(kunci, "verifikasi", "dua")
    return _keluar(kunci) if kunci in _TERATAS else None


def _sebelum(kunci: str, peta: dict[Any, Any]) -> str | None:
    semua = [str(satu) for satu in peta]
    nomor = semua.index(kunci)
    return semua[nomor - 1] if nomor else None


def _masuk(kunci: str, tempat: str, banyak: str) -> str:
    return f'"{kunci}" termasuk di dalam {tempat}; masukkan {banyak} spasi lebih dalam.'


def _keluar(kunci: str) -> str:
    return f'"{kunci}" berada di tingkat teratas berkas; mulai dari kolom 1.'
