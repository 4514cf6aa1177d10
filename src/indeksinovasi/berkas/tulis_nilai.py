"""Sebuah nilai menjadi tulisan YAML: polos bila aman bagi pembaca mana pun, selain itu berpetik.

Yang polos juga tidak boleh terbaca lain oleh pembaca YAML 1.1 (``no``, ``012``, ``12:30``), sebab berkas yang
sama dibuka orang dengan alat lain.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import ryaml

from indeksinovasi.inti.model.angka import AngkaTertulis, berpemisah_ribuan

_AWAL_TERLARANG = frozenset("-?:,[]{}#&*!|>'\"%@`=<. \t")
_TERLARANG = re.compile(r"[^ -~\u00a1-\u1fff\u2010-\u2027\u2030-\u2fff\u3001-\ud7ff\uf900-\ufdff]|: | #|:$")
_TERLARANG_ALIR = re.compile(r"[\[\]{},:?]")
_MIRIP_LAIN = re.compile(
    r"[-+]?[\d.][\d._:,]*(?:[eE][-+]?\d*)?|0[xXoObB]\w*|~|null|true|false|yes|no|on|off|y|n", re.IGNORECASE
)
_TANGGAL = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_LUPUT = re.compile("[\x7f-\xa0\u2000-\u200f\u2028-\u202f\ufeff\ufff0-\uffff]")


def tulis_skalar(nilai: Any, *, alir: bool = False, petik: str = "") -> str:
    """Satu baris tulisan *nilai*; *alir*: di dalam kurung, *petik*: tanda petik yang sudah dipakai di sana.

    ``TypeError`` bila *nilai* bukan teks, bilangan, tanggal, benar-salah, atau ``None``.
    """
    if isinstance(nilai, str):
        return _tulis_teks(nilai, alir=alir, petik=petik)
    if nilai is None or isinstance(nilai, bool):
        return {None: "null", True: "true", False: "false"}[nilai]
    if isinstance(nilai, int | AngkaTertulis):
        return str(nilai)
    if isinstance(nilai, float | Decimal):
        return _tulis_pecahan(Decimal(str(nilai)))
    if isinstance(nilai, date):
        return nilai.isoformat()
    raise TypeError(f"tidak dapat ditulis sebagai YAML: {type(nilai).__name__}")


def _tulis_pecahan(nilai: Decimal) -> str:
    tulisan = f"{nilai:f}"
    # 2.125 akan ditolak karena mirip dua ribu lebih; 2.1250 tidak.
    return f"{tulisan}0" if berpemisah_ribuan(tulisan) else tulisan


def _tulis_teks(teks: str, *, alir: bool, petik: str) -> str:
    if petik == '"':
        return _petik_ganda(teks)
    if petik != "'" and _polos(teks, alir=alir):
        return teks
    if _LUPUT.search(teks) or any(satu < " " for satu in teks):
        return _petik_ganda(teks)
    return "'" + teks.replace("'", "''") + "'"


def _polos(teks: str, *, alir: bool) -> bool:
    if not teks or teks[0] in _AWAL_TERLARANG or teks[-1] in " \t" or _TERLARANG.search(teks):
        return False
    if alir and _TERLARANG_ALIR.search(teks):
        return False
    return _TANGGAL.fullmatch(teks) is not None or not _MIRIP_LAIN.fullmatch(teks)


def _petik_ganda(teks: str) -> str:
    isi = json.dumps(teks, ensure_ascii=False)
    return _LUPUT.sub(lambda cocok: f"\\u{ord(cocok.group()):04x}", isi)


def tulis_alir(nilai: Any) -> str:
    """Tulisan satu baris dengan kurung, untuk nilai apa pun."""
    if isinstance(nilai, Mapping):
        isi = (f"{tulis_skalar(kunci, alir=True)}: {tulis_alir(satu)}" for kunci, satu in nilai.items())
        return f"{{{', '.join(isi)}}}"
    if isinstance(nilai, list | tuple):
        return f"[{', '.join(map(tulis_alir, nilai))}]"
    return tulis_skalar(nilai, alir=True)


def muat_sebaris(nilai: Any) -> bool:
    """Benar bila *nilai* dalam gaya blok cukup satu baris."""
    if isinstance(nilai, Mapping | list | tuple):
        return not nilai
    return not (isinstance(nilai, str) and teks_blok(nilai))


def teks_blok(teks: str) -> list[str] | None:
    """Kepala dan baris-baris blok harfiah bagi *teks* berbaris banyak; ``None`` bila tidak dapat."""
    isi = teks.removesuffix("\n")
    baris = isi.split("\n")
    rapi = baris[0][:1] not in ("", " ", "\t") and baris[-1] and all(satu == satu.rstrip() for satu in baris)
    if "\n" not in teks or not rapi or any(satu < " " and satu not in "\n\t" for satu in teks):
        return None
    return None if _LUPUT.search(teks) else ["|" if teks.endswith("\n") else "|-", *baris]


def baris_blok(nilai: Any, langkah: int, langkah_daftar: int) -> list[str]:
    """Baris-baris blok sebuah peta atau daftar berisi, tanpa indentasi dasarnya."""
    if isinstance(nilai, Mapping):
        return [
            baris
            for kunci, satu in nilai.items()
            for baris in baris_pasangan(kunci, satu, langkah, langkah_daftar)
        ]
    semua: list[str] = []
    for satu in nilai:
        baris = _baris_isi(satu, langkah, langkah_daftar)
        semua.append(f"- {baris[0]}")
        semua.extend(_jorok(baris[1:], 2))
    return semua


def baris_pasangan(kunci: Any, nilai: Any, langkah: int, langkah_daftar: int) -> list[str]:
    """Baris-baris ``kunci: nilai``, tanpa indentasi dasarnya."""
    awal = f"{tulis_skalar(kunci)}:"
    baris = _baris_isi(nilai, langkah, langkah_daftar)
    if muat_sebaris(nilai):
        return [f"{awal} {baris[0]}"]
    if isinstance(nilai, str):
        return [f"{awal} {baris[0]}", *_jorok(baris[1:], langkah)]
    daftar = not isinstance(nilai, Mapping)
    return [awal, *_jorok(baris, langkah_daftar if daftar else langkah)]


def _baris_isi(nilai: Any, langkah: int, langkah_daftar: int) -> list[str]:
    if isinstance(nilai, str):
        return teks_blok(nilai) or [tulis_skalar(nilai)]
    if isinstance(nilai, Mapping | list | tuple):
        return baris_blok(nilai, langkah, langkah_daftar) if nilai else [tulis_alir(nilai)]
    return [tulis_skalar(nilai)]


def _jorok(baris: list[str], dalam: int) -> list[str]:
    return [f"{' ' * dalam}{satu}" if satu else satu for satu in baris]


def bacaan(nilai: Any) -> Any:
    """*nilai* seperti yang akan dibaca kembali dari tulisannya: tanggal teks, ``Decimal`` bilangan."""
    if isinstance(nilai, Mapping):
        return {bacaan(kunci): bacaan(satu) for kunci, satu in nilai.items()}
    if isinstance(nilai, list | tuple):
        return [bacaan(satu) for satu in nilai]
    if isinstance(nilai, str | bool | int | AngkaTertulis) or nilai is None:
        return nilai
    if isinstance(nilai, date):
        return nilai.isoformat()
    return ryaml.loads(tulis_skalar(nilai))
