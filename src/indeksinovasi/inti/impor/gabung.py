"""Satu baris terhadap catatan yang sudah ada: yang diisikan, yang bertentangan, dan yang sama.

Dengan ``asal`` (nilai saat lembar atau bundel dibuat) hanya isian yang diubah kedua pihak bertentangan.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

from indeksinovasi.inti.ejaan import kutip
from indeksinovasi.inti.impor.label import rapikan_banyak
from indeksinovasi.inti.model.angka import AngkaTertulis
from indeksinovasi.inti.model.impor import UbahanIsian
from indeksinovasi.inti.model.inovasi import Entri, Inovasi, Koordinat, Waktu
from indeksinovasi.inti.model.spd import Spd
from indeksinovasi.inti.nama import bertanda_kosong, tampak

JalurKunci = tuple[str, ...]
_TIADA = object()
_BERCABANG = {"waktu": 1, "indikator": 2}
"""Kunci yang isinya dibandingkan per kunci di dalamnya, dan sedalam apa."""
_ISIAN = {*Inovasi.model_fields, *Spd.model_fields}
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
    ubahan: list[UbahanIsian] = []
    bertentangan: list[str] = []
    for jalur, nilai, dasar in _yang_dikatakan(baru, semula):
        lama = kini.get(jalur)
        if setara(nilai, lama):
            continue
        if lama is None or setara(lama, dasar) or timpa.boleh(jalur):
            ubahan.append(UbahanIsian(jalur, nilai, lama))
        else:
            bertentangan.append(f"{'.'.join(jalur)}: data {tulis_nilai(lama)}, sumber {tulis_nilai(nilai)}")
    return HasilGabung(tuple(ubahan), tuple(bertentangan))


def _yang_dikatakan(
    baru: Mapping[JalurKunci, Any], semula: Mapping[JalurKunci, Any] | None
) -> Iterator[tuple[JalurKunci, Any, Any]]:
    """Jalur, nilai, dan titik tolak tiap isian yang dikatakan sumber: yang berbeda dari titik tolaknya, atau
    yang terisi bila tanpa titik tolak.
    """
    if semula is None:
        for jalur, nilai in baru.items():
            yield jalur, nilai, _TIADA
        return
    for jalur in dict.fromkeys((*baru, *semula)):
        nilai, dasar = baru.get(jalur), semula.get(jalur)
        if setara(nilai, dasar) or setara(nilai, _yang_tampak(jalur, dasar)):
            continue
        if jalur == ("koordinat",) and isinstance(nilai, Mapping) and isinstance(dasar, Mapping):
            # Kunci yang tidak punya tempat di lembar tetap milik catatannya.
            nilai = {**dasar, **nilai}
        yield jalur, nilai, dasar


def _yang_tampak(jalur: JalurKunci, dasar: Any) -> Any:
    """Bagian *dasar* yang punya tempat di lembar dan formulir; ``None`` bila seluruhnya tidak, sehingga
    sumber yang tidak memuatnya bukan meminta menghapusnya.
    """
    match jalur:
        case ("waktu", kunci):
            return dasar if kunci in Waktu.model_fields else None
        case ("indikator", _, kunci):
            return dasar if kunci in Entri.model_fields else None
        case ("waktu" | "indikator", *_):
            return None
        case ("koordinat",):
            return _bagian(dasar, Koordinat.model_fields)
        case (kunci,):
            return dasar if kunci in _ISIAN else None
    return dasar


def _bagian(isi: Any, kunci: Container[str]) -> dict[str, Any] | None:
    return {k: v for k, v in isi.items() if k in kunci} if isinstance(isi, Mapping) else None


def _rata(isi: Mapping[str, Any]) -> Iterator[tuple[JalurKunci, Any]]:
    for kunci, nilai in isi.items():
        dalam = _BERCABANG.get(kunci, 0)
        yield from _cabang((kunci,), nilai, dalam)


def _cabang(jalur: JalurKunci, nilai: Any, dalam: int) -> Iterator[tuple[JalurKunci, Any]]:
    if dalam == 0 or not isinstance(nilai, Mapping):
        if nilai not in (None, [], {}) and not bertanda_kosong(nilai):
            yield jalur, nilai
        return
    for kunci, satu in nilai.items():
        if kunci not in BUKAN_ISIAN:
            yield from _cabang((*jalur, str(kunci)), satu, dalam - 1)


def setara(satu: Any, dua: Any) -> bool:
    """Isi yang sama bagi orang: bilangan menurut nilainya, teks tanpa spasi tepi dan tanpa
    karakter tak terlihat, juga sampai ke dalam.
    """
    if _bilangan(satu) and _bilangan(dua):
        return _pecahan(satu) == _pecahan(dua)
    for jenis, banding in _SETARA:
        if isinstance(satu, jenis) and isinstance(dua, jenis):
            return banding(satu, dua)
    return bool(satu == dua)


def _setara_teks(satu: str, dua: str) -> bool:
    return satu == dua or rapikan_banyak(tampak(satu)) == rapikan_banyak(tampak(dua))


def _setara_peta(satu: Mapping[Any, Any], dua: Mapping[Any, Any]) -> bool:
    kiri, kanan = {str(k): v for k, v in satu.items()}, {str(k): v for k, v in dua.items()}
    return kiri.keys() == kanan.keys() and all(setara(v, kanan[k]) for k, v in kiri.items())


def _setara_daftar(satu: Sequence[Any], dua: Sequence[Any]) -> bool:
    return len(satu) == len(dua) and all(map(setara, satu, dua))


_SETARA: tuple[tuple[Any, Callable[[Any, Any], bool]], ...] = (
    (str, _setara_teks),
    (Mapping, _setara_peta),
    ((list, tuple), _setara_daftar),
)


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
