"""Satu baris terhadap catatan yang sudah ada: yang diisikan, yang bertentangan, dan yang sama.

Dengan ``asal`` (nilai saat lembar atau bundel dibuat) hanya isian yang diubah kedua pihak bertentangan.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

from indeksinovasi.inti.ejaan import kutip
from indeksinovasi.inti.impor.label import rapikan_banyak
from indeksinovasi.inti.model.angka import AngkaTertulis
from indeksinovasi.inti.model.impor import UbahanIsian

JalurKunci = tuple[str, ...]
_TIADA = object()
_BERCABANG = {"waktu": 1, "indikator": 2}
"""Kunci yang isinya dibandingkan per kunci di dalamnya, dan sedalam apa."""
BUKAN_ISIAN = frozenset(("verifikasi",))


class HasilGabung(NamedTuple):
    """Yang ditulis, dan kalimat tiap pertentangan."""

    ubahan: tuple[UbahanIsian, ...]
    bertentangan: tuple[str, ...]


class Timpa(NamedTuple):
    """Isian yang boleh diganti: semua, atau yang jalurnya berawalan salah satu ``isian``."""

    semua: bool = False
    isian: tuple[str, ...] = ()

    def boleh(self, jalur: JalurKunci) -> bool:
        """Isian di *jalur* boleh diganti nilai baris."""
        teks = ".".join(jalur)
        return self.semua or any(teks == satu or teks.startswith(f"{satu}.") for satu in self.isian)


TIDAK_MENIMPA = Timpa()


def gabungkan(
    ada: Mapping[str, Any], masuk: Mapping[str, Any], asal: Mapping[str, Any] | None, timpa: Timpa
) -> HasilGabung:
    """Perubahan pada catatan *ada* supaya memuat *masuk*."""
    kini, baru = dict(_rata(ada)), dict(_rata(masuk))
    semula = None if asal is None else dict(_rata(asal))
    if "indikator" in ada and semula is None:
        baru.pop(("kematangan",), None)
    jalur = dict.fromkeys((*baru, *(semula or {})))
    ubahan: list[UbahanIsian] = []
    bertentangan: list[str] = []
    for satu in jalur:
        nilai, lama = baru.get(satu), kini.get(satu)
        if setara(nilai, lama):
            continue
        dasar = _TIADA if semula is None else semula.get(satu)
        if dasar is not _TIADA and setara(nilai, dasar):
            continue
        if nilai is None and dasar is _TIADA:
            continue
        if lama is None or (dasar is not _TIADA and setara(lama, dasar)) or timpa.boleh(satu):
            ubahan.append(UbahanIsian(satu, nilai, lama is not None))
        else:
            bertentangan.append(f"{'.'.join(satu)}: data {tulis_nilai(lama)}, sumber {tulis_nilai(nilai)}")
    return HasilGabung(tuple(ubahan), tuple(bertentangan))


def _rata(isi: Mapping[str, Any]) -> Iterator[tuple[JalurKunci, Any]]:
    for kunci, nilai in isi.items():
        dalam = _BERCABANG.get(kunci, 0)
        yield from _cabang((kunci,), nilai, dalam)


def _cabang(jalur: JalurKunci, nilai: Any, dalam: int) -> Iterator[tuple[JalurKunci, Any]]:
    if dalam == 0 or not isinstance(nilai, Mapping):
        if nilai not in (None, "", [], {}):
            yield jalur, nilai
        return
    for kunci, satu in nilai.items():
        if kunci not in BUKAN_ISIAN:
            yield from _cabang((*jalur, str(kunci)), satu, dalam - 1)


def setara(satu: Any, dua: Any) -> bool:
    """Isi yang sama bagi orang: bilangan menurut nilainya, teks tanpa spasi tepi, juga sampai ke dalam."""
    if _bilangan(satu) and _bilangan(dua):
        return _pecahan(satu) == _pecahan(dua)
    if isinstance(satu, str) and isinstance(dua, str):
        return satu == dua or rapikan_banyak(satu) == rapikan_banyak(dua)
    if isinstance(satu, Mapping) and isinstance(dua, Mapping):
        kunci = {str(k): v for k, v in satu.items()}, {str(k): v for k, v in dua.items()}
        return kunci[0].keys() == kunci[1].keys() and all(setara(v, kunci[1][k]) for k, v in kunci[0].items())
    if isinstance(satu, list | tuple) and isinstance(dua, list | tuple):
        return len(satu) == len(dua) and all(map(setara, satu, dua))
    return bool(satu == dua)


def _bilangan(nilai: Any) -> bool:
    return isinstance(nilai, int | float | Decimal | Fraction | AngkaTertulis) and not isinstance(nilai, bool)


def _pecahan(nilai: Any) -> Fraction:
    if isinstance(nilai, AngkaTertulis):
        nilai = nilai.nilai
    return Fraction(str(nilai)) if isinstance(nilai, float) else Fraction(nilai)


def tulis_nilai(nilai: Any) -> str:
    """Nilai pendek untuk kalimat pertentangan."""
    if nilai is None:
        return "(kosong)"
    if isinstance(nilai, list | tuple):
        return kutip(", ".join(str(satu) for satu in nilai))
    if isinstance(nilai, Mapping):
        return kutip(", ".join(f"{kunci} {satu}" for kunci, satu in nilai.items()))
    return kutip(nilai)
