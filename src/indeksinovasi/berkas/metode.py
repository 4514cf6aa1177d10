"""Mencari dan memuat berkas tahun ``indikator/<tahun>.yaml``."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from indeksinovasi.berkas.baca import IsiBerkas, baca
from indeksinovasi.berkas.entri import isi_folder, jenis_jalur, nyata
from indeksinovasi.berkas.tulisan import pembaca_tulisan
from indeksinovasi.inti.metode.periksa import halangan
from indeksinovasi.inti.model.metode import Metode
from indeksinovasi.inti.model.temuan import Masalah, Temuan

_NAMA_TAHUN = re.compile(r"\d{4}\.yaml", re.ASCII)


class MetodeTermuat(NamedTuple):
    """Metode beserta sidik isi berkasnya (``sha256:…``) dan jalurnya."""

    metode: Metode
    sidik: str
    jalur: Path


class MetodeRusak(Exception):
    """Berkas tahun tidak dapat dipakai; ``temuan`` menyebut sebabnya."""

    def __init__(self, jalur: Path, temuan: tuple[Temuan, ...]) -> None:
        super().__init__(f"berkas metode {jalur} tidak dapat dipakai")
        self.jalur = jalur
        self.temuan = temuan


class MetodeTiada(Exception):
    """Tidak ada berkas untuk tahun yang diminta."""

    def __init__(self, tahun: int, ada: tuple[int, ...]) -> None:
        super().__init__(f"tidak ada metode tahun {tahun}")
        self.tahun = tahun
        self.ada = ada


def folder_metode() -> Path:
    """Folder berkas tahun: data paket dalam wheel, atau ``indikator/`` di akar kode sumber pada pemasangan
    editable.
    """
    sini = nyata(__file__)
    paket = sini.parent.parent / "indikator"
    return paket if jenis_jalur(paket) == "folder" else sini.parents[3] / "indikator"


def tahun_tersedia() -> tuple[int, ...]:
    """Tahun yang punya berkas, dari yang tertua."""
    folder = folder_metode()
    isi = isi_folder(folder, folder)
    semua = () if isinstance(isi, OSError) else isi
    return tuple(int(satu.nama[:4]) for satu in semua if _NAMA_TAHUN.fullmatch(satu.nama))


def muat_tahun(tahun: int) -> MetodeTermuat:
    """Muat metode *tahun*; ``MetodeTiada`` bila tidak ada, ``MetodeRusak`` bila isinya salah."""
    jalur = folder_metode() / f"{tahun}.yaml"
    if jenis_jalur(jalur) == "tiada":
        raise MetodeTiada(tahun, tahun_tersedia())
    return muat_berkas(jalur, f"indikator/{tahun}.yaml")


def muat_berkas(jalur: Path, nama: str | None = None) -> MetodeTermuat:
    """Muat metode dari berkas mana pun; ``MetodeRusak`` dengan semua galatnya bila tidak dapat dipakai."""
    nama = nama or jalur.as_posix()
    dokumen = baca(jalur, nama)
    metode, temuan = bentuk_metode(dokumen)
    if metode is None:
        raise MetodeRusak(jalur, temuan)
    if masalah := tuple(halangan(metode, pembaca_tulisan(dokumen.teks))):
        raise MetodeRusak(jalur, _temuan_dari(dokumen, masalah))
    return MetodeTermuat(metode, f"sha256:{hashlib.sha256(dokumen.teks.encode()).hexdigest()}", jalur)


def bentuk_metode(dokumen: IsiBerkas) -> tuple[Metode | None, tuple[Temuan, ...]]:
    """Metode bila bentuknya benar; selain itu ``None`` dengan temuan BRK, atau KTN706 tiap bentuk yang
    salah.
    """
    if dokumen.temuan:
        return None, dokumen.temuan
    try:
        return Metode.model_validate(dokumen.data), ()
    except ValidationError as galat:
        from indeksinovasi.berkas.terjemah import terjemahkan

        semua = terjemahkan(galat, dokumen.data, Metode, pembaca_tulisan(dokumen.teks))
        masalah = (satu._replace(kode="KTN706") for satu in semua)
        return None, _temuan_dari(dokumen, masalah)


def _temuan_dari(dokumen: IsiBerkas, masalah: Iterable[Masalah]) -> tuple[Temuan, ...]:
    # Hanya berkas yang salah memerlukan pencari posisi.
    from indeksinovasi.berkas.muat import temuan_dari

    return temuan_dari(dokumen, masalah)
