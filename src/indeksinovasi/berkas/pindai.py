"""Menemukan daerah, tahun, OPD, dan berkas inovasi di bawah sebuah folder, tanpa membaca isinya.

Daerah adalah folder berisi ``daerah.yaml``; catatan hanya ``<tahun>/<opd>/*.yaml``. Folder tersembunyi dan
``bukti/`` dilewati; tautan simbolik ke folder tidak diikuti, tautan ke berkas hanya bila tujuannya tetap di
dalam folder data.
"""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from indeksinovasi.inti.model.temuan import Masalah, Temuan

BERKAS_DAERAH = "daerah.yaml"
BERKAS_HASIL = "hasil_resmi.yaml"
BERKAS_SPD = "spd.yaml"
FOLDER_BUKTI = "bukti"
_TAUTAN_FOLDER = "tautan simbolik ke folder dilewati"
_TAUTAN_KELUAR = "tautan simbolik keluar dari folder data dilewati"
_YML = "hanya berkas berakhiran .yaml yang dibaca"
Aneh = Callable[[str, str, str], None]
"""Pencatat masalah: jalur, kode, dan kalimatnya."""
_TAHUN = re.compile(r"\d{4}", re.ASCII)


class FolderTahun(NamedTuple):
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


class FolderDaerah(NamedTuple):
    """Satu daerah: folder, jalur untuk manusia, dan folder-folder tahunnya.

    ``dari`` adalah folder di dalam daerah tempat ``nama`` menunjuk, untuk pengguna yang berdiri di sana
    ("2024/dinas-kesehatan" dengan nama ".").
    """

    jalur: Path
    nama: str
    akar: Path
    hasil_resmi: Path | None
    tahun: dict[int, Path]
    temuan: tuple[Temuan, ...] = ()
    dari: str = ""

    def tampil(self, jalur: Path) -> str:
        """Jalur *jalur* (di dalam daerah) untuk manusia: relatif terhadap DATA, dengan garis miring."""
        akar = os.fspath(self.jalur)
        relatif = os.fspath(jalur)[0 if akar == "." else len(akar) :].replace(os.sep, "/").lstrip("/")
        if self.dari:
            relatif = posixpath.relpath(f"/{relatif}", f"/{self.dari}")
            return posixpath.normpath(_sambung(self.nama, relatif))
        return _sambung(self.nama, relatif)


def _sambung(nama: str, anak: str) -> str:
    if nama in ("", "."):
        return anak
    return f"{nama}{anak}" if nama.endswith("/") else f"{nama}/{anak}"


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
        bernama = {
            satu.name for satu in isi if not satu.is_dir(follow_symlinks=False) and _di_dalam(satu, data)
        }
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
            yield FolderDaerah(jalur, nama, data, hasil, tahun, tuple(_aneh_daerah(isi, nama, data)))
        lanjut = [satu for satu in anak if not (adalah_daerah and Path(satu.path) in tahun.values())]
        antre.extend((Path(satu.path), _sambung(nama, satu.name)) for satu in reversed(lanjut))


def _sebab_folder(galat: OSError) -> str:
    from indeksinovasi.berkas.baca import sebab_os

    return f"folder tidak dapat dibuka: {sebab_os(galat).replace('berkas', 'folder')}"


def _folder_rusak(nama: str, galat: OSError) -> Temuan:
    return _temuan(nama or ".", "BRK001", _sebab_folder(galat))


def _salah_akhiran(nama: str) -> bool:
    """``.yml`` atau ``.YAML``: dimaksudkan sebagai YAML, tetapi tidak dibaca."""
    return nama.lower().endswith((".yml", ".yaml")) and not nama.endswith(".yaml")


def _aneh_daerah(isi: list[os.DirEntry[str]], nama: str, akar: Path) -> Iterator[Temuan]:
    for satu in isi:
        tampil = _sambung(nama, satu.name)
        if satu.is_dir():
            if satu.is_symlink():
                yield _temuan(tampil, "BRK012", _TAUTAN_FOLDER)
        elif satu.name == BERKAS_HASIL and not _di_dalam(satu, akar):
            yield _temuan(tampil, "BRK012", _TAUTAN_KELUAR)
        elif _salah_akhiran(satu.name):
            yield _temuan(tampil, "BRK011", _YML)


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

    def aneh(jalur: str, kode: str, pesan: str) -> None:
        temuan.append(_temuan(daerah.tampil(Path(jalur)), kode, pesan))

    for satu in isi:
        if satu.is_dir(follow_symlinks=False):
            if satu.name != FOLDER_BUKTI:
                opd[satu.name] = tuple(_pindai_opd(satu.path, daerah.akar, aneh))
        elif satu.is_dir():
            aneh(satu.path, "BRK012", _TAUTAN_FOLDER)
        elif satu.name == BERKAS_SPD:
            if _di_dalam(satu, daerah.akar):
                spd = Path(satu.path)
            else:
                aneh(satu.path, "BRK012", _TAUTAN_KELUAR)
        elif _salah_akhiran(satu.name):
            aneh(satu.path, "BRK011", _YML)
        elif satu.name.endswith(".yaml"):
            aneh(satu.path, "BRK013", "berkas ini tidak berada di folder OPD sehingga tidak dibaca")
    return FolderTahun(tahun, jalur, spd, opd, tuple(temuan))


def ada_isi(daerah: FolderDaerah, tahun: int) -> bool:
    """Daerah itu punya catatan atau ``spd.yaml`` pada *tahun*; berhenti pada yang pertama ditemukan."""
    if tahun not in daerah.tahun:
        return False
    try:
        isi = _masuk(daerah.tahun[tahun])
    except OSError:
        return False
    if any(satu.name == BERKAS_SPD and not satu.is_dir() and _di_dalam(satu, daerah.akar) for satu in isi):
        return True
    opd = (satu for satu in isi if satu.name != FOLDER_BUKTI and satu.is_dir(follow_symlinks=False))
    return any(any(True for _ in _pindai_opd(satu.path, daerah.akar, _abaikan)) for satu in opd)


def _abaikan(jalur: str, kode: str, pesan: str) -> None:
    """``Aneh`` bagi yang hanya mencari berkas."""


def _pindai_opd(jalur: str, akar: Path, aneh: Aneh) -> Iterator[Path]:
    try:
        isi = _masuk(Path(jalur))
    except OSError as galat:
        aneh(jalur, "BRK001", _sebab_folder(galat))
        return
    for satu in isi:
        if satu.is_dir(follow_symlinks=False):
            if satu.name != FOLDER_BUKTI:
                _yaml_tersasar(Path(satu.path), aneh)
        elif satu.is_dir():
            if satu.name != FOLDER_BUKTI:
                aneh(satu.path, "BRK012", _TAUTAN_FOLDER)
        elif satu.name.endswith(".yaml"):
            if _di_dalam(satu, akar):
                yield Path(satu.path)
            else:
                aneh(satu.path, "BRK012", _TAUTAN_KELUAR)
        elif _salah_akhiran(satu.name):
            aneh(satu.path, "BRK011", _YML)


def _yaml_tersasar(jalur: Path, aneh: Aneh) -> None:
    try:
        isi = _masuk(jalur)
    except OSError:
        return
    for satu in isi:
        if (satu.name.endswith(".yaml") or _salah_akhiran(satu.name)) and not satu.is_dir():
            aneh(satu.path, "BRK013", "berkas ini terlalu dalam di folder OPD sehingga tidak dibaca")


class Sasaran(NamedTuple):
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
