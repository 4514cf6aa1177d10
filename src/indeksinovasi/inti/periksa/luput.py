"""Isian yang sudah dilaporkan tidak terbaca tidak menimbulkan temuan kedua di pemeriksaan isi."""

from __future__ import annotations

from collections.abc import Iterable

from indeksinovasi.inti.model.temuan import Jalur, Masalah


def tanpa_yang_luput(masalah: Iterable[Masalah], luput: frozenset[Jalur]) -> Iterable[Masalah]:
    """*masalah* pemeriksaan isi, tanpa yang hanya akibat isian yang luput: satu masalah dilaporkan sekali."""
    if not luput:
        return masalah
    baris_luput = any(jalur[:1] == ("indikator",) for jalur in luput)
    # Himpunan awalan: ribuan isian luput dan ribuan masalah tidak saling dibandingkan satu per satu.
    wadah = {jalur[:panjang] for jalur in luput for panjang in range(2, len(jalur) + 1)}
    return [
        satu
        for satu in masalah
        if satu.jalur not in wadah
        and not any(satu.jalur[:panjang] in luput for panjang in range(len(satu.jalur) + 1))
        and not (baris_luput and satu.kode in ("FKT407", "FKT411"))
    ]
