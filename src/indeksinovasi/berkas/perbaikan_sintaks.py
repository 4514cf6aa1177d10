"""Perbaikan bagi berkas yang belum terbaca: petik di sekitar nilai bertitik dua, dan spasi biasa.

Yang tidak membuat berkasnya terbaca lebih jauh tidak pernah dibawa.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import ryaml

from indeksinovasi.berkas.baris_lepas import KUNCI_DIKENAL
from indeksinovasi.berkas.isian_teks import KUNCI_ALAMAT, KUNCI_TEKS, batas_isian, kunci_isian
from indeksinovasi.berkas.letak import Letak, PetaBaris
from indeksinovasi.berkas.perubahan import Potongan, jadi_perbaikan, terapkan
from indeksinovasi.berkas.tulis_nilai import skalar_sunting
from indeksinovasi.inti.model.temuan import TANPA_PERBAIKAN, Perbaikan

_SPASI_KHUSUS = "\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000"
_TEMPAT_SPASI = re.compile(
    rf"(?<=[:\-])[ {_SPASI_KHUSUS}]*[{_SPASI_KHUSUS}][ {_SPASI_KHUSUS}]*|^[ {_SPASI_KHUSUS}]+"
)
_BERTITIK_DUA = re.compile(
    r"(?P<jorok> *(?:- +)*)(?P<kunci>[\w-]+): +(?P<nilai>[^\s'\"\[{|>&*!#%@`].*?)(?P<sisa>\s+#+(?:\s.*)?|\s*)"
)
_MIRIP_KUNCI = re.compile(r"[a-z_]+:(?: |$)")
_KUNCI_DI_TENGAH = re.compile(r"(?:^|[\s,])([a-z_]+):(?= |$)")
_LETAK_RYAML = re.compile(r"at line (\d+) column")
_KODE_OPD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")
_BARIS = re.compile(r"[^\r\n]*")
_GANTI_BARIS = re.compile(r"\r\n|\r|\n")
_KEPALA_BLOK = re.compile(r":\s+[|>][+\-0-9]*\s*(?:#.*)?$")
_JOROK = re.compile(r" *(?:- +)*")


def perbaikan_sintaks(teks: str, letak: Letak) -> Perbaikan:
    """Petik di sekitar nilai bertitik dua, atau spasi biasa di tempat spasi khusus, pada baris yang salah."""
    semula = _baris_galat(teks)
    for calon, batas in _calon(teks, letak):
        # Sesudah petik, galatnya harus berpindah; dua baris berspasi khusus gagal di baris yang sama.
        if calon and _lebih_jauh(_baris_galat(terapkan(teks, calon)), batas or semula):
            return jadi_perbaikan(teks, calon, aman=True)
    return TANPA_PERBAIKAN


def _calon(teks: str, letak: Letak) -> Iterator[tuple[list[Potongan], int]]:
    """Potongan yang mungkin, dan baris yang harus dilampaui galat berikutnya (0: baris galat semula)."""
    baris = PetaBaris(teks)
    yield _berpagar(teks, baris.indeks(letak)), 0
    for nomor in (letak.baris, letak.baris - 1):
        if nomor >= 1:
            awal = baris.indeks(Letak(nomor, 1))
            cocok = _BARIS.match(teks, awal)
            isi = cocok.group() if cocok else ""
            if not _di_dalam_blok(teks[:awal], isi):
                yield _spasi_biasa(isi, awal), letak.baris
                yield [] if _berlanjut(teks, awal + len(isi), isi) else _berpetik(isi, awal), 0


def _berpagar(teks: str, indeks: int) -> list[Potongan]:
    """Petik di sekitar isian teks bebas yang dipotong tanda ``#`` di dalam kurung."""
    if teks[indeks : indeks + 1] != "#":
        return []
    awal, akhir = batas_isian(teks, indeks)
    nilai = teks[awal:akhir]
    if kunci_isian(teks, awal) not in KUNCI_TEKS or not nilai or nilai[0] in "'\"":
        return []
    return [Potongan(awal, akhir, skalar_sunting(nilai, petik="'"))]


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
    if any(satu in KUNCI_DIKENAL for satu in _KUNCI_DI_TENGAH.findall(nilai)):
        return []
    # Alamat dan nama berkas tidak memuat titik dua dan spasi; titik duanya yang keliru.
    if cocok["kunci"] not in KUNCI_TEKS - KUNCI_ALAMAT and not (
        cocok["jorok"] and _KODE_OPD.fullmatch(cocok["kunci"])
    ):
        return []
    return [
        Potongan(awal + cocok.start("nilai"), awal + cocok.end("nilai"), skalar_sunting(nilai, petik="'"))
    ]


def _di_dalam_blok(sebelum: str, isi: str) -> bool:
    """Benar bila baris *isi* teks di bawah ``|`` atau ``>``: isian terdekat yang kurang menjorok."""
    dalam = len(isi) - len(isi.lstrip(" "))
    for baris in reversed(_GANTI_BARIS.split(sebelum)):
        jorok = len(baris) - len(baris.lstrip(" "))
        if baris.strip() and jorok < dalam:
            return _KEPALA_BLOK.search(baris) is not None
    return False


def _berlanjut(teks: str, ujung: int, isi: str) -> bool:
    """Benar bila baris berisi sesudah *ujung* lebih menjorok: nilai baris *isi* belum selesai di sana."""
    sisa = _GANTI_BARIS.split(teks[ujung:])
    berikut = next((satu for satu in sisa if satu.strip() and not satu.lstrip().startswith("#")), "")
    dalam = len(berikut) - len(berikut.lstrip(" "))
    kunci = _JOROK.match(isi)
    return bool(berikut) and kunci is not None and dalam > kunci.end()


def _baris_galat(teks: str) -> int | None:
    """Baris tempat pembaca cepat berhenti; ``None`` bila *teks* terbaca."""
    try:
        ryaml.loads(teks)
    except ValueError as galat:
        letak = _LETAK_RYAML.search(str(galat))
        return int(letak[1]) if letak else 0
    except RecursionError:
        return 0
    return None


def _lebih_jauh(sesudah: int | None, semula: int | None) -> bool:
    return sesudah is None or (semula is not None and sesudah > semula)
