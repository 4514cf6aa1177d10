"""Menemukan daerah, tahun, OPD, dan berkas inovasi di bawah sebuah folder, tanpa membaca isinya.

Daerah adalah folder berisi ``daerah.yaml``; catatan hanya ``<tahun>/<opd>/*.yaml``. Folder tersembunyi dan
``bukti/`` dilewati; tautan simbolik ke folder tidak diikuti, tautan ke berkas hanya bila tujuannya tetap di
dalam folder data.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from indeksinovasi.inti.temuan import Masalah, Temuan

BERKAS_DAERAH = "daerah.yaml"
BERKAS_HASIL = "hasil_resmi.yaml"
BERKAS_SPD = "spd.yaml"
FOLDER_BUKTI = "bukti"
_TAHUN = re.compile(r"\d{4}", re.ASCII)


@dataclass(frozen=True, slots=True)
class FolderTahun:
    """Satu folder tahun: ``spd.yaml`` bila ada, dan berkas inovasi tiap OPD menurut abjad."""

    tahun: int
    jalur: Path
    spd: Path | None
    opd: dict[str, tuple[Path, ...]]
    temuan: tuple[Temuan, ...] = ()

    @property
    def berisi(self) -> bool:
        """Tahun ada bagi daerah bila memuat catatan atau spd.yaml."""
        return self.spd is not None or any(self.opd.values())

    @property
    def banyak(self) -> int:
        """Banyak berkas inovasi."""
        return sum(map(len, self.opd.values()))


@dataclass(frozen=True, slots=True)
class FolderDaerah:
    """Satu daerah: folder, jalur untuk manusia, dan folder-folder tahunnya."""

    jalur: Path
    nama: str
    akar: Path
    hasil_resmi: Path | None
    tahun: dict[int, Path] = field(default_factory=dict)
    temuan: tuple[Temuan, ...] = ()

    def tampil(self, jalur: Path) -> str:
        """Jalur *jalur* (di dalam daerah) untuk manusia: relatif terhadap DATA, dengan garis miring."""
        relatif = jalur.relative_to(self.jalur).as_posix()
        return relatif if self.nama in ("", ".") else f"{self.nama}/{relatif}"


def _masuk(jalur: Path) -> list[os.DirEntry[str]]:
    with os.scandir(jalur) as isi:
        return sorted((satu for satu in isi if not satu.name.startswith(".")), key=lambda satu: satu.name)


def _temuan(nama: str, kode: str, pesan: str) -> Temuan:
    from indeksinovasi.inti.katalog import buat_temuan

    return buat_temuan(nama, 1, 1, Masalah(kode, (), pesan))


def _di_dalam(entri: os.DirEntry[str], akar: Path) -> bool:
    """Berkas biasa, atau tautan yang tujuannya tetap di bawah *akar*."""
    if not entri.is_symlink():
        return True
    return Path(entri.path).resolve().is_relative_to(akar.resolve())


def cari_daerah(data: Path, awalan: str = "") -> Iterator[FolderDaerah]:
    """Semua daerah di *data* menurut abjad jalurnya; *awalan* mendahului jalur untuk manusia.

    ``OSError`` bila *data* sendiri tidak dapat dibuka; folder di bawahnya yang tak terbaca menjadi temuan
    BRK001.
    """
    antre = [(data, awalan)]
    while antre:
        jalur, nama = antre.pop()
        try:
            isi = _masuk(jalur)
        except OSError as galat:
            if jalur == data:
                raise
            yield FolderDaerah(jalur, nama, data, None, {}, (_folder_rusak(nama, galat),))
            continue
        bernama = {satu.name for satu in isi if not satu.is_dir(follow_symlinks=False)}
        adalah_daerah = BERKAS_DAERAH in bernama
        anak = [satu for satu in isi if satu.is_dir(follow_symlinks=False) and satu.name != FOLDER_BUKTI]
        tahun = {
            int(satu.name): Path(satu.path)
            for satu in anak
            if adalah_daerah
            and _TAHUN.fullmatch(satu.name)
            and not (Path(satu.path) / BERKAS_DAERAH).exists()
        }
        if adalah_daerah:
            hasil = jalur / BERKAS_HASIL if BERKAS_HASIL in bernama else None
            yield FolderDaerah(jalur, nama, data, hasil, tahun, tuple(_aneh_daerah(isi, nama)))
        lanjut = [satu for satu in anak if not (adalah_daerah and Path(satu.path) in tahun.values())]
        antre.extend((Path(satu.path), f"{nama}/{satu.name}".lstrip("/")) for satu in reversed(lanjut))


def _folder_rusak(nama: str, galat: OSError) -> Temuan:
    from indeksinovasi.berkas.baca import sebab_os

    return _temuan(
        nama or ".", "BRK001", f"folder tidak dapat dibuka: {sebab_os(galat).replace('berkas', 'folder')}"
    )


def _aneh_daerah(isi: list[os.DirEntry[str]], nama: str) -> Iterator[Temuan]:
    for satu in isi:
        tampil = f"{nama}/{satu.name}".lstrip("/")
        if satu.is_dir():
            if satu.is_symlink():
                yield _temuan(tampil, "BRK012", "tautan simbolik ke folder dilewati")
        elif satu.name.endswith(".yml"):
            yield _temuan(tampil, "BRK011", "berkas .yml tidak dibaca")


def pindai_tahun(daerah: FolderDaerah, tahun: int) -> FolderTahun:
    """Isi satu folder tahun. Folder yang hilang atau tak terbaca menjadi temuan, bukan galat."""
    jalur = daerah.tahun[tahun]
    temuan: list[Temuan] = []
    opd: dict[str, tuple[Path, ...]] = {}
    spd: Path | None = None
    try:
        isi = _masuk(jalur)
    except OSError as galat:
        return FolderTahun(tahun, jalur, None, {}, (_folder_rusak(daerah.tampil(jalur), galat),))
    for satu in isi:
        tampil = daerah.tampil(Path(satu.path))
        if satu.is_dir(follow_symlinks=False):
            if satu.name != FOLDER_BUKTI:
                opd[satu.name] = tuple(_pindai_opd(Path(satu.path), daerah, temuan))
        elif satu.is_dir():
            temuan.append(_temuan(tampil, "BRK012", "tautan simbolik ke folder dilewati"))
        elif satu.name == BERKAS_SPD and _di_dalam(satu, daerah.akar):
            spd = Path(satu.path)
        elif satu.name.endswith(".yml"):
            temuan.append(_temuan(tampil, "BRK011", "berkas .yml tidak dibaca"))
        elif satu.name.endswith(".yaml"):
            temuan.append(
                _temuan(tampil, "BRK013", "berkas ini tidak berada di folder OPD sehingga tidak dibaca")
            )
    return FolderTahun(tahun, jalur, spd, opd, tuple(temuan))


def _pindai_opd(jalur: Path, daerah: FolderDaerah, temuan: list[Temuan]) -> Iterator[Path]:
    try:
        isi = _masuk(jalur)
    except OSError as galat:
        temuan.append(_folder_rusak(daerah.tampil(jalur), galat))
        return
    for satu in isi:
        tampil = daerah.tampil(Path(satu.path))
        if satu.is_dir(follow_symlinks=False):
            if satu.name != FOLDER_BUKTI:
                temuan.extend(_yaml_tersasar(Path(satu.path), daerah))
        elif satu.name.endswith(".yaml"):
            if _di_dalam(satu, daerah.akar):
                yield Path(satu.path)
            else:
                temuan.append(_temuan(tampil, "BRK012", "tautan simbolik keluar dari folder data dilewati"))
        elif satu.name.endswith(".yml"):
            temuan.append(_temuan(tampil, "BRK011", "berkas .yml tidak dibaca"))


def _yaml_tersasar(jalur: Path, daerah: FolderDaerah) -> Iterator[Temuan]:
    try:
        isi = _masuk(jalur)
    except OSError:
        return
    for satu in isi:
        if satu.name.endswith((".yaml", ".yml")) and not satu.is_dir():
            yield _temuan(
                daerah.tampil(Path(satu.path)),
                "BRK013",
                "berkas ini terlalu dalam di folder OPD sehingga tidak dibaca",
            )


@dataclass(frozen=True, slots=True)
class Sasaran:
    """Apa yang ditunjuk pengguna: daerah induk bila ada, dan bagian mana yang diminta."""

    daerah: FolderDaerah | None
    tahun: int | None = None
    opd: str | None = None
    berkas: Path | None = None

    @property
    def lingkup(self) -> Literal["daerah", "opd", "berkas"]:
        """Bagian daerah yang diminta."""
        return "berkas" if self.berkas else "opd" if self.opd else "daerah"


def kenali(jalur: Path) -> Sasaran:
    """Kenali *jalur* sebagai bagian dari sebuah daerah (tahun, OPD, atau satu berkas), atau folder berisi
    daerah.

    ``daerah`` ``None`` berarti *jalur* adalah folder yang perlu dicari isinya dengan ``cari_daerah``.
    """
    mutlak = jalur.resolve()
    berkas = mutlak if mutlak.is_file() else None
    for induk in (mutlak.parent, *mutlak.parent.parents) if berkas else mutlak.parents:
        if not (induk / BERKAS_DAERAH).is_file():
            continue
        bagian = mutlak.relative_to(induk).parts
        if bagian and _TAHUN.fullmatch(bagian[0]) and len(bagian) <= 3:
            daerah = next(cari_daerah(induk))
            folder = bagian[1] if len(bagian) > 1 and not (berkas and len(bagian) == 2) else None
            return Sasaran(daerah, int(bagian[0]), folder, berkas)
        if berkas:
            return Sasaran(next(cari_daerah(induk)), None, None, berkas)
        return Sasaran(None)
    return Sasaran(None, berkas=berkas)
