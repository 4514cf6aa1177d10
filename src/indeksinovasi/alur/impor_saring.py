"""Isian lembar dan formulir yang akan menjadi galat ditinggalkan: sebuah impor tidak pernah membuat galat."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from indeksinovasi.berkas.baca import IsiBerkas, urai
from indeksinovasi.berkas.muat import Kamus, muat_inovasi, muat_spd
from indeksinovasi.inti.model.impor import BarisTerbaca
from indeksinovasi.inti.model.inovasi import Inovasi
from indeksinovasi.inti.model.mentah import dalam, peta
from indeksinovasi.inti.model.spd import Spd
from indeksinovasi.inti.model.temuan import Masalah
from indeksinovasi.inti.periksa.konteks import Konteks, baris_entri

_TERBANYAK = 50
_PANJANG_ISIAN = {"indikator": 3, "waktu": 2, "koordinat": 2}
"""Panjang jalur satu isian menurut kunci teratasnya; selainnya satu."""


def baca_nilai(teks: str) -> Any:
    """Nilai YAML sebaris dari sebuah sel; teksnya sendiri bila bukan YAML yang sah."""
    dokumen = urai(f"x: {teks}\n".encode(), "")
    if dokumen.temuan or not isinstance(dokumen.data, dict) or set(dokumen.data) != {"x"}:
        return teks
    return dokumen.data["x"]


def saring_galat(calon: BarisTerbaca, kamus: Kamus, konteks: Konteks) -> BarisTerbaca:
    """*calon* yang isian salahnya dikembalikan ke titik tolaknya, atau dibuang, dengan catatan."""
    muat = muat_spd if calon.id == f"{konteks.tahun}/spd" else muat_inovasi
    for _ in range(_TERBANYAK):
        isi, masalah = muat(IsiBerkas("", "", calon.isi), kamus)
        salah = _salah_pertama(masalah, calon) or _fakta_mustahil(isi, calon, konteks)
        if salah is None:
            return calon
        jalur, pesan = salah
        calon.catatan.append(f"{'.'.join(jalur)}: {pesan}")
        calon.isi = _kembalikan(calon.isi, calon.asal or {}, jalur)
    return calon


def _salah_pertama(masalah: Iterable[Masalah], calon: BarisTerbaca) -> tuple[tuple[str, ...], str] | None:
    """Isian pertama yang menjadi galat karena sumber ini, dan sebabnya."""
    for satu in masalah:
        jalur = _yang_diisi(satu.jalur, calon) if satu.tingkat is None else None
        # Jalur kosong adalah berkasnya seutuhnya: tidak ada isian yang dapat dikembalikan.
        if jalur:
            return jalur, satu.pesan
    return None


def _fakta_mustahil(
    isi: Inovasi | Spd | None, calon: BarisTerbaca, konteks: Konteks
) -> tuple[tuple[str, ...], str] | None:
    """Fakta pertama dari sumber ini yang tidak dapat menjadi tingkat pada tahun itu, dan sebabnya."""
    if isi is None or not isi.indikator:
        return None
    tabel = konteks.spd if isinstance(isi, Spd) else konteks.sid
    for baris in baris_entri(isi.indikator, tabel, konteks.tahun):
        masalah = baris.tingkat.masalah if baris.tingkat else None
        if masalah and (jalur := _yang_diisi((*baris.jalur, "fakta"), calon)):
            return jalur, masalah.pesan
    return None


def _yang_diisi(jalur: tuple[str | int, ...], calon: BarisTerbaca) -> tuple[str, ...] | None:
    """Isian penyebab galat yang memang berasal dari sumber ini; ``None`` bila kosong atau tidak diubah."""
    panjang = _PANJANG_ISIAN.get(str(jalur[0]), 1) if jalur else 1
    dasar = tuple(str(satu) for satu in jalur[:panjang])
    nilai = dalam(calon.isi, *dasar)
    if nilai is None:
        return None
    if calon.asal is not None and nilai == dalam(calon.asal, *dasar):
        return None
    return dasar


def _kembalikan(isi: Mapping[str, Any], asal: Mapping[str, Any], jalur: tuple[str, ...]) -> dict[str, Any]:
    kunci, sisa = jalur[0], jalur[1:]
    hasil = dict(isi)
    lama = asal.get(kunci)
    if sisa and isinstance(hasil.get(kunci), Mapping):
        hasil[kunci] = _kembalikan(hasil[kunci], peta(lama), sisa)
        if not hasil[kunci]:
            del hasil[kunci]
    elif lama is None:
        hasil.pop(kunci, None)
    else:
        hasil[kunci] = lama
    return hasil
