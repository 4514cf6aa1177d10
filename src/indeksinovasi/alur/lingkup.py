"""Jalur yang ditunjuk pengguna menjadi daerah dan bagian daerah yang diperiksa.

Jalur pada temuan adalah jalur yang ditulis pengguna disambung jalur relatifnya, dengan garis miring.
"""

from __future__ import annotations

import os
import posixpath
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from indeksinovasi.alur.data import temukan, terbuka
from indeksinovasi.alur.galat import GalatPemakaian
from indeksinovasi.berkas.entri import nyata
from indeksinovasi.berkas.pindai import FOLDER_BUKTI, FolderDaerah, Sasaran, cari_daerah
from indeksinovasi.berkas.tersasar import BERKAS_DAERAH, BERKAS_HASIL


class Cakupan(NamedTuple):
    """Bagian satu daerah yang diminta; ``utuh`` berarti seluruhnya. ``berkas`` memuat jalur mutlak."""

    utuh: bool = False
    tahun: frozenset[int] = frozenset()
    opd: frozenset[tuple[int, str]] = frozenset()
    berkas: frozenset[Path] = frozenset()

    def penuh(self, tahun: int) -> bool:
        """Seluruh folder *tahun* diperiksa."""
        return self.utuh or tahun in self.tahun

    def menyentuh(self, folder_tahun: Path, tahun: int) -> bool:
        """Sekurangnya sebagian folder *tahun* diperiksa."""
        return (
            self.penuh(tahun)
            or any(satu == tahun for satu, _ in self.opd)
            or any(satu.is_relative_to(folder_tahun) for satu in self.berkas)
        )

    def memuat(self, tahun: int, opd: str, jalur: Path) -> bool:
        """Berkas *jalur* milik *opd* diperiksa."""
        return self.penuh(tahun) or (tahun, opd) in self.opd or jalur in self.berkas

    def gabung(self, lain: Cakupan) -> Cakupan:
        """Gabungan kedua bagian."""
        return Cakupan(
            self.utuh or lain.utuh, self.tahun | lain.tahun, self.opd | lain.opd, self.berkas | lain.berkas
        )


UTUH = Cakupan(utuh=True)


def susun_lingkup(jalur: Sequence[str]) -> list[tuple[FolderDaerah, Cakupan]]:
    """Daerah yang ditunjuk semua *jalur*, masing-masing sekali, menurut urutan penyebutan.

    ``GalatPemakaian`` bila sebuah jalur tidak ada atau tidak menunjuk data daerah.
    """
    ditemukan: dict[Path, tuple[FolderDaerah, Cakupan]] = {}
    for tertulis in jalur:
        for folder, cakupan in _satu_jalur(tertulis):
            kunci = nyata(folder.jalur)
            ada = ditemukan.get(kunci)
            if ada is None:
                ditemukan[kunci] = folder, cakupan
            else:
                ditemukan[kunci] = ada[0], ada[1].gabung(_pindah(cakupan, folder, ada[0]))
    return list(ditemukan.values())


def _pindah(cakupan: Cakupan, dari: FolderDaerah, ke: FolderDaerah) -> Cakupan:
    """Jalur berkas *cakupan* menurut folder daerah *ke*, yang mungkin ditulis lain oleh pengguna."""
    berkas = frozenset(ke.jalur / satu.relative_to(dari.jalur) for satu in cakupan.berkas)
    return cakupan._replace(berkas=berkas)


def _satu_jalur(tertulis: str) -> list[tuple[FolderDaerah, Cakupan]]:
    data = Path(tertulis)
    sasaran, semua = temukan(data, _rapi(data.as_posix()))
    if sasaran.daerah is None:
        return [(satu, UTUH) for satu in semua]
    folder = _bernama(data, sasaran)
    return [(folder, _cakupan(sasaran, folder, tertulis))]


def _rapi(jalur: str) -> str:
    rapi = posixpath.normpath(jalur)
    return "" if rapi == "." else rapi


def _bernama(data: Path, sasaran: Sasaran) -> FolderDaerah:
    """Daerah yang memuat *data*, dengan jalur tampil yang bersambung dengan tulisan pengguna."""
    assert sasaran.daerah  # dipilih oleh pemanggilnya
    akar = sasaran.daerah.jalur
    folder = data.parent if sasaran.berkas else data
    naik = Path(os.path.relpath(akar, nyata(folder))).as_posix()
    nama = _rapi(f"{folder.as_posix()}/{naik}")
    with terbuka(data):
        daerah = next(cari_daerah(akar, nama))
    if not nama.startswith(".."):
        return daerah
    dari = nyata(folder).relative_to(akar).as_posix()
    return daerah._replace(nama=_rapi(folder.as_posix()), dari=dari)


def _cakupan(sasaran: Sasaran, folder: FolderDaerah, tertulis: str) -> Cakupan:
    if sasaran.berkas:
        bagian = sasaran.berkas.relative_to(folder.jalur).parts
        if not _berkas_data(bagian, folder):
            raise GalatPemakaian(
                f"{tertulis} bukan berkas data daerah.",
                "Tunjuk daerah.yaml, hasil_resmi.yaml, spd.yaml, atau <tahun>/<opd>/<nama>.yaml.",
            )
        return Cakupan(berkas=frozenset((sasaran.berkas,)))
    assert sasaran.tahun is not None  # di dalam daerah, kenali selalu memberi tahun untuk folder
    if sasaran.opd:
        return Cakupan(opd=frozenset(((sasaran.tahun, sasaran.opd),)))
    return Cakupan(tahun=frozenset((sasaran.tahun,)))


def _berkas_data(bagian: tuple[str, ...], folder: FolderDaerah) -> bool:
    """Berkas yang dibaca, atau berkas YAML di folder tahun yang temuannya menyebut mengapa tidak dibaca."""
    if len(bagian) == 1:
        return bagian[0] in (BERKAS_DAERAH, BERKAS_HASIL) or bagian[0].endswith(".yml")
    tahun = {satu.name for satu in folder.tahun.values()}
    return bagian[0] in tahun and FOLDER_BUKTI not in bagian and bagian[-1].endswith((".yaml", ".yml"))
