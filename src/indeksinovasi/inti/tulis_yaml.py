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
from indeksinovasi.inti.model.dasar import POLA_ID_CATATAN, POLA_TANGGAL

_POLOS = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ(][\w .,;/()'’‘&%+=–−×À-ÖØ-öø-ÿ-]*", re.ASCII)
_POLOS_KURUNG = re.compile(r"[A-Za-z][\w ./()%+-]*", re.ASCII)
_TANGGAL_ATAU_ID = re.compile(f"{POLA_TANGGAL.pattern}|{POLA_ID_CATATAN.pattern}", re.ASCII)
_KATA_YAML = frozenset(("true", "false", "null", "yes", "no", "on", "off", "y", "n", "inf", "nan"))
_LOLOSAN = re.compile("[\x7f-\xa0\u2000-\u200f\u2028-\u202f\ufeff\ufff0-\uffff\ud800-\udfff]")
_ANGKA_DESIMAL = 10
_PENDEK = 60
_TERULANG = 16
_PETIK = '"'
_PENULIS_JSON = json.JSONEncoder(ensure_ascii=False)
_PETA = (dict, Mapping)
_DAFTAR = (list, tuple)
_BERISI = (dict, list, tuple, Mapping)
_BULAT = (int, AngkaTertulis)
_PECAHAN = (float, Fraction, Decimal)
_KATA = {None: "null", True: "true", False: "false"}
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
        return _KATA[nilai]
    if isinstance(nilai, _BULAT):
        return str(nilai)
    if isinstance(nilai, _PECAHAN):
        return _bilangan(nilai)
    if isinstance(nilai, date):
        return nilai.isoformat()
    raise TypeError(f"tidak dapat ditulis sebagai YAML: {type(nilai).__name__}")


def _tulis_teks(teks: str, kurung: bool, petik: str) -> str:
    # Teks pendek berulang di setiap catatan.
    return _teks(teks, kurung, petik) if len(teks) > _TERULANG else _teks_pendek(teks, kurung, petik)


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
    lolos = _PENULIS_JSON.encode(teks)
    return _LOLOSAN.sub(lambda satu: f"\\u{ord(satu.group()):04x}", lolos)


_teks_pendek = lru_cache(maxsize=8192)(_teks)


def tulis_yaml(data: Mapping[Any, Any]) -> str:
    """Satu dokumen, kunci menurut urutan *data*."""
    return "\n".join(baris_peta(data, "")) + "\n"


def baris_peta(data: Mapping[Any, Any], inden: str) -> list[str]:
    """Baris-baris isi sebuah peta pada *inden*."""
    hasil: list[str] = []
    for kunci, nilai in data.items():
        if _terulang(nilai):
            hasil.append(_baris_terulang(kunci, nilai, inden))
        else:
            hasil += baris_isian(kunci, nilai, inden)
    return hasil


def _terulang(nilai: Any) -> bool:
    """Kode, tanggal, dan bilangan: terulang persis di banyak catatan, jadi tulisannya layak diingat."""
    jenis = type(nilai)
    if jenis is str:
        return len(nilai) <= _TERULANG and "\n" not in nilai
    return jenis is int or jenis is float


@lru_cache(maxsize=8192, typed=True)
def _baris_terulang(kunci: Any, nilai: str | float, inden: str) -> str:
    return f"{_awal(kunci, inden)} {skalar(nilai)}"


@lru_cache(maxsize=1024, typed=True)
def _awal(kunci: Any, inden: str) -> str:
    return f"{inden}{skalar(kunci)}:"


def baris_isian(kunci: Any, nilai: Any, inden: str) -> list[str]:
    """Baris-baris satu pasangan kunci dan nilai."""
    awal = _awal(kunci, inden)
    if isinstance(nilai, str) and "\n" not in nilai:
        return [f"{awal} {_teks(nilai, False, _PETIK)}"]
    if isinstance(nilai, str) and (blok := teks_blok(nilai)):
        return [f"{awal} {blok[0]}", *(f"{inden}  {satu}" if satu else "" for satu in blok[1:])]
    if not isinstance(nilai, _BERISI):
        return [f"{awal} {skalar(nilai)}"]
    ringkas = _kurung(nilai)
    if ringkas is not None and len(awal) + len(ringkas) < LEBAR_KURUNG:
        return [f"{awal} {ringkas}"]
    if isinstance(nilai, _PETA):
        return [awal, *baris_peta(nilai, f"{inden}  ")]
    return [awal, *_daftar(nilai, inden)]


def _daftar(nilai: Sequence[Any], inden: str) -> Iterator[str]:
    for satu in nilai:
        if isinstance(satu, _PETA) and satu:
            pertama, *lain = baris_peta(satu, f"{inden}    ")
            yield f"{inden}  - {pertama.lstrip(' ')}"
            yield from lain
        elif isinstance(satu, _BERISI):
            yield f"{inden}  - {sebaris(satu)}"
        else:
            yield f"{inden}  - {skalar(satu)}"


def _kurung(nilai: Any) -> str | None:
    """Bentuk sebaris untuk isi yang seluruhnya skalar pendek; ``None`` bila bukan."""
    isi = nilai if isinstance(nilai, _DAFTAR) else nilai.values()
    for satu in isi:
        if not _terulang(satu) and (isinstance(satu, _BERISI) or len(str(satu)) > _PENDEK):
            return None
    return sebaris(nilai)


def sebaris(nilai: Any, *, bila_perlu: str = _PETIK) -> str:
    """Nilai apa pun dalam satu baris, peta dan daftar di dalam kurung."""
    if isinstance(nilai, _DAFTAR):
        isi = [_anggota(satu, bila_perlu) for satu in nilai]
        return f"[{', '.join(isi)}]"
    if isinstance(nilai, _PETA):
        isi = [_pasangan(kunci, satu, bila_perlu) for kunci, satu in nilai.items()]
        return f"{{{', '.join(isi)}}}"
    return skalar(nilai, kurung=True, bila_perlu=bila_perlu)


def _anggota(nilai: Any, bila_perlu: str) -> str:
    if type(nilai) is str:
        return _tulis_teks(nilai, True, bila_perlu)
    return sebaris(nilai, bila_perlu=bila_perlu)


def _pasangan(kunci: Any, nilai: Any, bila_perlu: str) -> str:
    if _terulang(nilai):
        return _pasangan_terulang(kunci, nilai, bila_perlu)
    return f"{skalar(kunci, kurung=True, bila_perlu=bila_perlu)}: {sebaris(nilai, bila_perlu=bila_perlu)}"


@lru_cache(maxsize=8192, typed=True)
def _pasangan_terulang(kunci: Any, nilai: str | float, bila_perlu: str) -> str:
    tertulis = skalar(nilai, kurung=True, bila_perlu=bila_perlu)
    return f"{skalar(kunci, kurung=True, bila_perlu=bila_perlu)}: {tertulis}"


def teks_blok(teks: str) -> list[str] | None:
    """Kepala dan baris-baris blok harfiah bagi *teks* berbaris banyak; ``None`` bila tidak dapat."""
    isi = teks.removesuffix("\n")
    baris = isi.split("\n")
    rapi = baris[0][:1] not in ("", " ", "\t") and baris[-1] and all(satu == satu.rstrip() for satu in baris)
    if "\n" not in teks or not rapi or any(satu < " " and satu not in "\n\t" for satu in teks):
        return None
    return None if _LOLOSAN.search(teks) else ["|" if teks.endswith("\n") else "|-", *baris]
