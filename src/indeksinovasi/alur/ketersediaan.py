"""Apa yang dimiliki sebuah daerah untuk satu tahun: catatan, hasil terbit, atau tidak keduanya."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from indeksinovasi.berkas.metode import MetodeRusak, MetodeTiada, muat_tahun
from indeksinovasi.berkas.muat import baca_daerah, baca_hasil_resmi, identitas
from indeksinovasi.berkas.pindai import FolderDaerah, ada_isi
from indeksinovasi.inti.model.daerah import Daerah, HasilTerbit, IdentitasDaerah
from indeksinovasi.inti.model.metode import Metode
from indeksinovasi.inti.model.temuan import Temuan


class DataDaerah(NamedTuple):
    """Isi ``daerah.yaml`` dan ``hasil_resmi.yaml`` satu daerah, dengan temuan galatnya.

    ``catatan``: tahun-tahun yang ditanyakan dan memang punya catatan atau spd.yaml.
    """

    folder: FolderDaerah
    daerah: Daerah | None
    identitas: IdentitasDaerah
    terbit: tuple[HasilTerbit, ...]
    temuan: tuple[Temuan, ...]
    catatan: frozenset[int]

    def terbit_tahun(self, tahun: int) -> tuple[HasilTerbit, ...]:
        """Hasil terbit *tahun*, menurut urutan tertulis."""
        return tuple(satu for satu in self.terbit if satu.tahun == tahun)


def baca_data_daerah(folder: FolderDaerah, tahun: Iterable[int]) -> DataDaerah:
    """Baca kedua berkas tingkat daerah (yang rusak menjadi temuan); lihat *tahun* mana yang bercatatan."""
    daerah, temuan = baca_daerah(folder)
    resmi, temuan_resmi = baca_hasil_resmi(folder)
    galat = tuple(satu for satu in (*temuan, *temuan_resmi) if satu.tingkat == "galat")
    catatan = frozenset(satu for satu in tahun if ada_isi(folder, satu))
    return DataDaerah(folder, daerah, identitas(folder, daerah), resmi.hasil if resmi else (), galat, catatan)


def sebut_tahun(semua: Iterable[DataDaerah]) -> str:
    """Tahun-tahun yang ada untuk petunjuk: ``2022, 2023, 2021 (hasil terbit)``; kosong bila tidak ada."""
    catatan: set[int] = set()
    terbit: set[int] = set()
    for satu in semua:
        catatan.update(tahun for tahun in satu.folder.tahun if ada_isi(satu.folder, tahun))
        terbit.update(hasil.tahun for hasil in satu.terbit)
    sebutan = [*map(str, sorted(catatan)), *(f"{tahun} (hasil terbit)" for tahun in sorted(terbit - catatan))]
    return ", ".join(sebutan)


def temuan_data(semua: Iterable[DataDaerah]) -> tuple[Temuan, ...]:
    """Temuan galat berkas tingkat daerah, yang bisa menjadi sebab sebuah tahun tampak tidak ada."""
    return tuple(sorted({temuan for satu in semua for temuan in satu.temuan}))


def metode_bila_ada(tahun: int) -> Metode | None:
    """Metode *tahun*; ``None`` bila tahun itu tidak punya berkas metode yang dapat dipakai."""
    try:
        return muat_tahun(tahun).metode
    except (MetodeTiada, MetodeRusak):
        return None
