"""Isian yang sudah dilaporkan tidak terbaca tidak menimbulkan temuan kedua di pemeriksaan isi."""

from __future__ import annotations

from collections.abc import Iterable

from indeksinovasi.inti.model.temuan import Masalah
from indeksinovasi.inti.periksa.konteks import Jalur


def tanpa_yang_luput(masalah: Iterable[Masalah], luput: frozenset[Jalur]) -> Iterable[Masalah]:
    """*masalah* pemeriksaan isi, tanpa yang hanya akibat isian yang luput: satu masalah dilaporkan sekali."""
    if not luput:
        return masalah
    baris_luput = any(jalur[:1] == ("indikator",) for jalur in luput)
    return [
        satu
        for satu in masalah
        if not any(_bersangkutan(satu.jalur, jalur) for jalur in luput)
        and not (baris_luput and satu.kode in ("FKT407", "FKT411"))
    ]


def _bersangkutan(jalur: Jalur, luput: Jalur) -> bool:
    """*jalur* berada di bawah yang luput, atau tepat di wadah terdekatnya."""
    return jalur[: len(luput)] == luput or (len(jalur) > 1 and luput[: len(jalur)] == jalur)
