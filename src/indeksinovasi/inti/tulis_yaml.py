"""Data menjadi teks YAML 1.2 yang terbaca kembali persis sama: berkas baru, dan nilai bagi penyunting.

Teks ditulis polos hanya bila aman bagi pembaca mana pun, juga pembaca YAML 1.1 (``no``, ``012``, ``12:30``);
selain itu berpetik. Berkas orang disunting di tempatnya, tidak pernah disusun ulang di sini.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Any

from indeksinovasi.inti.model.angka import POLA_RIBUAN, AngkaTertulis, bulatkan

_POLOS = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ(][\w .,;/()'’‘&%+=–−×À-ÖØ-öø-ÿ-]*", re.ASCII)
_POLOS_KURUNG = re.compile(r"[A-Za-z][\w ./()%+-]*", re.ASCII)
_TANGGAL_ATAU_ID = re.compile(r"\d{4}(?:-\d{2}-\d{2}|/[a-z0-9-]+/[a-z0-9-]+)", re.ASCII)
_KATA_YAML = frozenset(("true", "false", "null", "yes", "no", "on", "off", "y", "n", "inf", "nan"))
_LOLOSAN = re.compile("[\x7f-\xa0\u2000-\u200f\u2028-\u202f\ufeff\ufff0-\uffff\ud800-\udfff]")
_ANGKA_DESIMAL = 10
_PENDEK = 60
_PETIK = '"'
LEBAR_KURUNG = 100
"""Daftar dan peta isian pendek ditulis sebaris bila tidak melebihi lebar ini."""


def skalar(nilai: Any, *, kurung: bool = False, petik: str = "", bila_perlu: str = '"') -> str:
    """Satu nilai sebaris: teks, bilangan, tanggal, benar-salah, atau ``None``; selainnya ``TypeError``.

    *kurung*: di dalam ``[…]`` atau ``{…}``, tempat koma memisahkan; *petik*: tanda petik yang dipertahankan;
    *bila_perlu*: tanda petik bagi teks yang tidak aman polos.
    """
    if isinstance(nilai, str):
        return _berpetik(nilai, petik) if petik else _tulis_teks(nilai, kurung, bila_perlu)
    if nilai is None or isinstance(nilai, bool):
        return {None: "null", True: "true", False: "false"}[nilai]
    if isinstance(nilai, int | AngkaTertulis):
        return str(nilai)
    if isinstance(nilai, float | Fraction | Decimal):
        return _bilangan(nilai)
    if isinstance(nilai, date):
        return nilai.isoformat()
    raise TypeError(f"tidak dapat ditulis sebagai YAML: {type(nilai).__name__}")


def _tulis_teks(teks: str, kurung: bool, petik: str) -> str:
    # Teks pendek berulang di setiap catatan.
    return _teks(teks, kurung, petik) if len(teks) > _PENDEK else _teks_pendek(teks, kurung, petik)


@lru_cache(maxsize=1024)
def _bilangan(nilai: float | Fraction | Decimal) -> str:
    terbulat = bulatkan(Fraction(str(nilai)) if isinstance(nilai, float) else Fraction(nilai), _ANGKA_DESIMAL)
    teks = f"{terbulat:f}"
    teks = teks.rstrip("0").rstrip(".") if "." in teks else teks
    # 79.125 dapat dibaca berpemisah ribuan; 79.1250 tidak.
    return f"{teks}0" if POLA_RIBUAN.fullmatch(teks) else teks


def _teks(teks: str, kurung: bool, petik: str) -> str:
    if _TANGGAL_ATAU_ID.fullmatch(teks):
        return teks
    pola = _POLOS_KURUNG if kurung else _POLOS
    if pola.fullmatch(teks) and teks[-1] not in " " and teks.lower() not in _KATA_YAML:
        return teks
    return _berpetik(teks, petik)


def _berpetik(teks: str, petik: str) -> str:
    """*teks* di dalam *petik*; karakter yang tidak terlihat hanya dapat ditulis di dalam petik ganda."""
    if petik == "'" and not _LOLOSAN.search(teks) and not any(satu < " " for satu in teks):
        return "'" + teks.replace("'", "''") + "'"
    lolos = json.dumps(teks, ensure_ascii=False)
    return _LOLOSAN.sub(lambda satu: f"\\u{ord(satu.group()):04x}", lolos)


_teks_pendek = lru_cache(maxsize=8192)(_teks)


def tulis_yaml(data: Mapping[Any, Any]) -> str:
    """Satu dokumen, kunci menurut urutan *data*."""
    return "\n".join(baris_peta(data, "")) + "\n"


def baris_peta(data: Mapping[Any, Any], inden: str) -> Iterator[str]:
    """Baris-baris isi sebuah peta pada *inden*."""
    for kunci, nilai in data.items():
        # Teks sebaris jauh yang terbanyak.
        if type(nilai) is str and "\n" not in nilai:
            yield f"{_awal(kunci, inden)} {_tulis_teks(nilai, False, _PETIK)}"
        else:
            yield from baris_isian(kunci, nilai, inden)


@lru_cache(maxsize=1024, typed=True)
def _awal(kunci: Any, inden: str) -> str:
    return f"{inden}{skalar(kunci)}:"


def baris_isian(kunci: Any, nilai: Any, inden: str) -> Iterator[str]:
    """Baris-baris satu pasangan kunci dan nilai."""
    awal = _awal(kunci, inden)
    if isinstance(nilai, Mapping):
        if (ringkas := _kurung(nilai)) and len(awal) + len(ringkas) < LEBAR_KURUNG:
            yield f"{awal} {ringkas}"
        else:
            yield awal
            yield from baris_peta(nilai, f"{inden}  ")
    elif isinstance(nilai, list | tuple):
        yield from _daftar(awal, nilai, inden)
    elif isinstance(nilai, str) and (blok := teks_blok(nilai)):
        yield f"{awal} {blok[0]}"
        yield from (f"{inden}  {satu}" if satu else "" for satu in blok[1:])
    else:
        yield f"{awal} {skalar(nilai)}"


def _daftar(awal: str, nilai: Sequence[Any], inden: str) -> Iterator[str]:
    if (ringkas := _kurung(nilai)) and len(awal) + len(ringkas) < LEBAR_KURUNG:
        yield f"{awal} {ringkas}"
        return
    yield awal
    for satu in nilai:
        if isinstance(satu, Mapping) and satu:
            pertama, *lain = baris_peta(satu, f"{inden}    ")
            yield f"{inden}  - {pertama.lstrip(' ')}"
            yield from lain
        elif isinstance(satu, Mapping | list | tuple):
            yield f"{inden}  - {sebaris(satu)}"
        else:
            yield f"{inden}  - {skalar(satu)}"


def _kurung(nilai: Any) -> str | None:
    """Bentuk sebaris untuk isi yang seluruhnya skalar pendek; ``None`` bila bukan."""
    if not nilai:
        return "{}" if isinstance(nilai, Mapping) else "[]"
    isi = nilai.values() if isinstance(nilai, Mapping) else nilai
    return sebaris(nilai) if all(map(_skalar_pendek, isi)) else None


def _skalar_pendek(nilai: Any) -> bool:
    if type(nilai) is str:
        return len(nilai) <= _PENDEK
    return not isinstance(nilai, Mapping | list | tuple) and len(str(nilai)) <= _PENDEK


def sebaris(nilai: Any, *, bila_perlu: str = '"') -> str:
    """Nilai apa pun dalam satu baris, peta dan daftar di dalam kurung."""
    if type(nilai) is str:
        return _tulis_teks(nilai, True, bila_perlu)
    if isinstance(nilai, Mapping):
        isi = (
            f"{skalar(kunci, kurung=True, bila_perlu=bila_perlu)}: {sebaris(satu, bila_perlu=bila_perlu)}"
            for kunci, satu in nilai.items()
        )
        return f"{{{', '.join(isi)}}}"
    if isinstance(nilai, list | tuple):
        return f"[{', '.join(sebaris(satu, bila_perlu=bila_perlu) for satu in nilai)}]"
    return skalar(nilai, kurung=True, bila_perlu=bila_perlu)


def teks_blok(teks: str) -> list[str] | None:
    """Kepala dan baris-baris blok harfiah bagi *teks* berbaris banyak; ``None`` bila tidak dapat."""
    isi = teks.removesuffix("\n")
    baris = isi.split("\n")
    rapi = baris[0][:1] not in ("", " ", "\t") and baris[-1] and all(satu == satu.rstrip() for satu in baris)
    if "\n" not in teks or not rapi or any(satu < " " and satu not in "\n\t" for satu in teks):
        return None
    return None if _LOLOSAN.search(teks) else ["|" if teks.endswith("\n") else "|-", *baris]
