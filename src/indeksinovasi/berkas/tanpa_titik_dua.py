"""Kunci yang tidak diikuti titik dua dan spasi: ``status terkirim``, ``nama:Posyandu``, ``urusan = sosial``.

Pengurai baru menyadarinya di baris berikutnya, dan menyalahkan titik dua yang benar di sana.
"""

from __future__ import annotations

import re

from indeksinovasi.berkas.baris_lepas import KUNCI_DIKENAL
from indeksinovasi.berkas.isian_teks import KUNCI_TEKS
from indeksinovasi.berkas.letak import Letak
from indeksinovasi.berkas.salah import Salah

_BARIS = re.compile("\r\n|\r|\n")
_TANPA = re.compile(
    r"(?P<jorok> *(?:- +)?)(?P<kunci>[A-Za-z_]\w*)"
    r"(?:[ \t]*[=;\uff1a\ufe55][ \t]*|:(?=\S)|[ \t]+)(?P<nilai>\S.*?)\s*",
    re.ASCII,
)
_DUA_KUNCI = re.compile(
    r" *(?:- +)?(?P<luar>[a-z_]\w*): +(?P<dalam>[a-z_]\w*|(?:19|20)\d\d): +(?P<nilai>\S.*?)\s*", re.ASCII
)
_BERKUNCI = re.compile(r" *(?:- +)?[\w-]+ *:(?: |$)")
_KUNCI_SAJA = re.compile(r" *(?:- +)?[\w-]+ *:\s*(?:#.*)?")
_PANJANG = 60
_PESAN = "YAML tidak dapat dibaca: baris ini bukan pasangan kunci: nilai"


def tanpa_titik_dua(teks: str, baris_galat: int) -> Salah | None:
    """Baris tanpa titik dua di *baris_galat*, atau di baris berisi tepat di atasnya."""
    semua = _BARIS.split(teks)
    if baris_galat > len(semua):
        return None
    atas = next((n for n in range(baris_galat - 2, -1, -1) if _berisi(semua[n])), None)
    for nomor in (baris_galat - 1, atas):
        if nomor is not None and not _di_dalam_teks(semua, nomor) and (salah := _salah(semua[nomor], nomor)):
            return salah
    if atas is not None and (kunci := semua[atas].strip()) in KUNCI_DIKENAL:
        return Salah(Letak(atas + 1, _dalam(semua[atas]) + 1), "BRK003", _PESAN, f"Tulis {kunci}: di sini.")
    if atas is None or _di_dalam_teks(semua, atas) or not _sejajar(semua[atas], semua[baris_galat - 1]):
        return None
    petunjuk = "Tulis titik dua dan satu spasi setelah kunci."
    return Salah(Letak(atas + 1, _dalam(semua[atas]) + 1), "BRK003", _PESAN, petunjuk)


def dua_kunci(teks: str, baris_galat: int) -> Salah | None:
    """Dua kunci pada satu baris, ``waktu: penerapan: 2023-02-20``; di isian teks titik dua itu isinya."""
    semua = _BARIS.split(teks)
    cocok = _DUA_KUNCI.fullmatch(semua[baris_galat - 1]) if baris_galat <= len(semua) else None
    if cocok is None or cocok["luar"] not in KUNCI_DIKENAL - KUNCI_TEKS:
        return None
    dalam = cocok["dalam"]
    if not (dalam.isdecimal() or dalam in KUNCI_DIKENAL) or _di_dalam_teks(semua, baris_galat - 1):
        return None
    pesan = f"YAML tidak dapat dibaca: {cocok['luar']} dan {dalam} pada satu baris"
    petunjuk = f"Tulis {cocok['luar']}: {{{dalam}: {cocok['nilai'][:_PANJANG]}}}, dengan kurung kurawal."
    return Salah(Letak(baris_galat, cocok.start("dalam") + 1), "BRK003", pesan, petunjuk)


def _salah(baris: str, nomor: int) -> Salah | None:
    cocok = _TANPA.fullmatch(baris)
    if cocok is None or cocok["kunci"] not in KUNCI_DIKENAL or re.search(r":(?: |$)", cocok["nilai"]):
        return None
    petunjuk = f"Tulis {cocok['kunci']}: {cocok['nilai'][:_PANJANG]}, dengan titik dua dan satu spasi."
    return Salah(Letak(nomor + 1, len(cocok["jorok"]) + 1), "BRK003", _PESAN, petunjuk)


def _sejajar(atas: str, bawah: str) -> bool:
    """*atas* tanpa kunci, sedangkan *bawah* berkunci dan sama menjoroknya."""
    return (
        _dalam(atas) == _dalam(bawah)
        and _BERKUNCI.match(bawah) is not None
        and _BERKUNCI.match(atas) is None
        and atas.lstrip()[0] not in "-{[\"'|>}]&*!%@`#?"
    )


def _di_dalam_teks(semua: list[str], nomor: int) -> bool:
    """Baris itu lanjutan nilai di atasnya: induknya sudah bernilai, atau tanda petik di atasnya terbuka."""
    if any(baris.count('"') % 2 for baris in semua[:nomor]):
        return True
    dalam = _dalam(semua[nomor])
    induk = next((satu for satu in reversed(semua[:nomor]) if _berisi(satu) and _dalam(satu) < dalam), None)
    return induk is not None and _KUNCI_SAJA.fullmatch(induk) is None


def _berisi(baris: str) -> bool:
    return bool(baris.strip()) and not baris.lstrip().startswith("#")


def _dalam(baris: str) -> int:
    return len(baris) - len(baris.lstrip(" "))
