"""Perbaikan bagi berkas yang belum terbaca: petik di sekitar nilai bertitik dua, dan spasi biasa.

Yang tidak membuat berkasnya terbaca lebih jauh tidak pernah dibawa.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import ryaml

from indeksinovasi.berkas.isian_teks import KUNCI_TEKS, batas_isian, kunci_isian
from indeksinovasi.berkas.letak import Letak, PetaBaris
from indeksinovasi.berkas.perubahan import Potongan, jadi_perbaikan, terapkan
from indeksinovasi.berkas.tulis_nilai import tulis_skalar
from indeksinovasi.inti.model.temuan import TANPA_PERBAIKAN, Perbaikan

_SPASI_KHUSUS = "\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000"
_TEMPAT_SPASI = re.compile(
    rf"(?<=[:\-])[ {_SPASI_KHUSUS}]*[{_SPASI_KHUSUS}][ {_SPASI_KHUSUS}]*|^[ {_SPASI_KHUSUS}]+"
)
_BERTITIK_DUA = re.compile(
    r"(?P<awal> *(?:- +)*[\w-]+: +)(?P<nilai>[^\s'\"\[{|>&*!#%@`].*?)(?P<sisa>\s+#.*|\s*)"
)
_MIRIP_KUNCI = re.compile(r"[a-z_]+:(?: |$)")
_LETAK_RYAML = re.compile(r"at line (\d+) column")
_BARIS = re.compile(r"[^\r\n]*")


def perbaikan_sintaks(teks: str, letak: Letak) -> Perbaikan:
    """Petik di sekitar nilai bertitik dua, atau spasi biasa di tempat spasi khusus, pada baris yang salah."""
    baris = PetaBaris(teks)
    pagar = _berpagar(teks, baris.indeks(letak))
    if pagar and _lebih_terbaca(terapkan(teks, pagar), letak.baris):
        return jadi_perbaikan(teks, pagar, aman=True)
    for nomor in (letak.baris, letak.baris - 1):
        if nomor < 1:
            continue
        awal = baris.indeks(Letak(nomor, 1))
        cocok = _BARIS.match(teks, awal)
        isi = cocok.group() if cocok else ""
        for calon in (_spasi_biasa(isi, awal), _berpetik(isi, awal)):
            if calon and _lebih_terbaca(terapkan(teks, calon), letak.baris):
                return jadi_perbaikan(teks, calon, aman=True)
    return TANPA_PERBAIKAN


def _berpagar(teks: str, indeks: int) -> list[Potongan]:
    """Petik di sekitar isian teks bebas yang dipotong tanda ``#`` di dalam kurung."""
    if teks[indeks : indeks + 1] != "#":
        return []
    awal, akhir = batas_isian(teks, indeks)
    nilai = teks[awal:akhir]
    if kunci_isian(teks, awal) not in KUNCI_TEKS or not nilai or nilai[0] in "'\"":
        return []
    return [Potongan(awal, akhir, tulis_skalar(nilai, petik="'"))]


def _spasi_biasa(isi: str, awal: int) -> list[Potongan]:
    return list(_ganti_spasi(isi, awal)) if re.search(f"[{_SPASI_KHUSUS}]", isi) else []


def _ganti_spasi(isi: str, awal: int) -> Iterator[Potongan]:
    for cocok in _TEMPAT_SPASI.finditer(isi):
        if cocok.group().strip(" "):
            # Spasi tanpa lebar tidak terlihat orang, jadi bukan bagian indentasinya.
            biasa = re.sub("[\u200b]", "", cocok.group())
            pengganti = " " if cocok.start() else " " * len(biasa)
            yield Potongan(awal + cocok.start(), awal + cocok.end(), pengganti)
            if cocok.start():
                return  # sesudah titik dua pertama adalah nilai


def _berpetik(isi: str, awal: int) -> list[Potongan]:
    cocok = _BERTITIK_DUA.fullmatch(isi)
    if cocok is None:
        return []
    nilai = cocok["nilai"]
    # "waktu: penerapan: 2024-01-01" adalah dua kunci pada satu baris, bukan satu teks.
    if not re.search(r":(?: |$)", nilai) or _MIRIP_KUNCI.match(nilai):
        return []
    return [Potongan(awal + cocok.start("nilai"), awal + cocok.end("nilai"), tulis_skalar(nilai, petik="'"))]


def _lebih_terbaca(teks: str, baris: int) -> bool:
    try:
        ryaml.loads(teks)
    except ValueError as galat:
        letak = _LETAK_RYAML.search(str(galat))
        return letak is not None and int(letak[1]) > baris
    except RecursionError:
        return False
    return True
