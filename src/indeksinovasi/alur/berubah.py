"""``--berubah`` dan ``--sejak``: temuan berkas yang berubah, dan temuan lintas berkas yang melibatkannya.

Daerah yang tersentuh tetap dibaca seluruhnya; daerah lain hanya ditanya kode wilayahnya bila perlu.
"""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from indeksinovasi.alur.galat import GalatPemakaian
from indeksinovasi.alur.paralel import olah_semua, perkiraan_berkas
from indeksinovasi.alur.validasi import PekerjaanValidasi, periksa_kode_ganda
from indeksinovasi.alur.validasi_daerah import HasilValidasi, validasi_satu
from indeksinovasi.berkas.entri import nyata
from indeksinovasi.berkas.git import GitGagal, berkas_berubah
from indeksinovasi.berkas.muat import baca_daerah
from indeksinovasi.berkas.pindai import FolderDaerah
from indeksinovasi.berkas.tersasar import BERKAS_DAERAH
from indeksinovasi.inti.model.temuan import Temuan


def jalankan_berubah(kerja: PekerjaanValidasi, berubah: frozenset[str]) -> Iterator[HasilValidasi]:
    """Hasil tiap daerah, hanya temuan yang melibatkan berkas *berubah*."""
    tersentuh = [satu for satu in kerja.daerah if _menyentuh(satu, berubah)]
    kode = any(posixpath.basename(satu) == BERKAS_DAERAH for satu in berubah)
    banyak = perkiraan_berkas(tersentuh)
    penuh = olah_semua(validasi_satu, kerja.rencana, tersentuh, banyak)
    pemakai: dict[str, str] = {}
    jalur_tersentuh = {satu.jalur for satu in tersentuh}
    for folder in kerja.daerah:
        if folder.jalur in jalur_tersentuh:
            hasil = next(penuh)
        elif kode and kerja.rencana.saringan.terpilih("LTS510"):
            hasil = _hanya_kode(folder)
        else:
            continue
        yield saring_terlibat(periksa_kode_ganda(hasil, kerja.rencana, pemakai), berubah)


def saring_terlibat(hasil: HasilValidasi, berubah: frozenset[str]) -> HasilValidasi:
    """*hasil* dengan temuan yang melibatkan berkas *berubah* saja."""
    return hasil.hanya(satu for satu in hasil.temuan if _terlibat(satu, hasil.folder, berubah))


def semua_berubah(daerah: tuple[FolderDaerah, ...], sejak: str | None) -> frozenset[str]:
    """Jalur mutlak semua berkas yang berubah di repositori *daerah*; ``GalatPemakaian`` bila git gagal."""
    semua: set[str] = set()
    akar: list[str] = []
    for satu in daerah:
        folder = nyata(satu.jalur)
        if any(f"{folder.as_posix()}/".startswith(kenal) for kenal in akar):
            continue
        try:
            hasil = berkas_berubah(folder, sejak)
        except GitGagal as galat:
            pesan = str(galat)
            petunjuk = "Jalankan tanpa --berubah dan --sejak, atau di dalam repositori git."
            raise GalatPemakaian(f"{pesan[0].upper()}{pesan[1:]}", petunjuk) from None
        akar.append(f"{hasil.akar.as_posix().rstrip('/')}/")
        semua |= hasil.jalur
    return frozenset(semua)


def _menyentuh(folder: FolderDaerah, berubah: frozenset[str]) -> bool:
    awalan = f"{nyata(folder.jalur).as_posix()}/"
    return any(satu.startswith(awalan) for satu in berubah)


def _hanya_kode(folder: FolderDaerah) -> HasilValidasi:
    daerah, _ = baca_daerah(folder)
    nama = folder.tampil(folder.jalur / BERKAS_DAERAH)
    return HasilValidasi(folder.jalur, nama, (), 0, (), daerah.kode if daerah else None)


@cache
def _folder_nyata(folder: str) -> str:
    return nyata(folder or ".").as_posix()


def _jalur_mutlak(nama: str) -> str:
    folder, _, berkas = os.path.abspath(nama).replace(os.sep, "/").rpartition("/")  # noqa: PTH100
    return f"{_folder_nyata(folder or '/').rstrip('/')}/{berkas}"


def _terlibat(temuan: Temuan, folder: Path, berubah: frozenset[str]) -> bool:
    jalur = _jalur_mutlak(temuan.berkas)
    if jalur in berubah:
        return True
    akar = _folder_nyata(str(folder))
    return any(_ada(_rujukan(satu, jalur, akar), berubah) for satu in temuan.terkait)


def _rujukan(terkait: str, jalur: str, akar: str) -> str:
    """Jalur mutlak sebuah ``terkait``; lihat ``Temuan``."""
    if terkait.startswith("//"):
        return _jalur_mutlak(terkait[2:])
    if terkait.startswith("./"):
        return posixpath.normpath(f"{posixpath.dirname(jalur)}/{terkait}")
    return f"{akar}/{terkait}"


def _ada(rujukan: str, berubah: frozenset[str]) -> bool:
    if rujukan.endswith("/"):
        return any(satu.startswith(rujukan) for satu in berubah)
    return rujukan in berubah
