"""Kasus guna ``ekspor``: bahan keempat bentuk tabel dari satu daerah satu tahun."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from indeksinovasi.alur.baru import DaerahSatu, pastikan_opd, satu_daerah
from indeksinovasi.alur.data import galat_saja, tanpa_data
from indeksinovasi.alur.metode import metode_tahun, peraturan_untuk
from indeksinovasi.alur.validasi import PermintaanValidasi, validasi
from indeksinovasi.berkas.baca import baca
from indeksinovasi.berkas.muat import baca_tahun, susun_kamus
from indeksinovasi.berkas.pindai import FolderDaerah, FolderTahun, ada_isi, pindai_tahun
from indeksinovasi.inti.hitung.nilai import Opsi, nilai_daerah
from indeksinovasi.inti.model.hasil import Dasar, Hasil
from indeksinovasi.inti.model.inovasi import Inovasi
from indeksinovasi.inti.model.isian import BahanIsian, CatatanIsian, tanpa_verifikasi
from indeksinovasi.inti.model.temuan import Temuan


class PermintaanEkspor(NamedTuple):
    """Daerah, tahun, dan OPD (``None``: semua) yang diekspor."""

    data: Path
    tahun: int
    opd: str | None = None
    dasar: Dasar = "berbukti"


class BahanEkspor(NamedTuple):
    """Hasil penilaian, catatan yang terbaca menurut pengenalnya, nama OPD, dan galatnya."""

    hasil: Hasil
    inovasi: dict[str, Inovasi]
    nama_opd: dict[str, str]
    temuan: tuple[Temuan, ...]


def nilai_ekspor(permintaan: PermintaanEkspor) -> BahanEkspor:
    """Nilai satu daerah untuk bentuk resmi dan lengkap."""
    milik = _daerah(permintaan)
    peraturan = peraturan_untuk(permintaan.tahun, None)
    kamus = susun_kamus(peraturan.asal, peraturan.metode)
    termuat = baca_tahun(milik.folder, pindai_tahun(milik.folder, permintaan.tahun), milik.daerah, kamus)
    bahan = termuat.bahan
    if permintaan.opd is not None:
        bahan = bahan._replace(rekaman=tuple(r for r in bahan.rekaman if r.opd == permintaan.opd))
    hasil = nilai_daerah(bahan, peraturan, Opsi(permintaan.dasar))
    inovasi = {satu.id: satu.inovasi for satu in bahan.rekaman if satu.inovasi is not None}
    return BahanEkspor(hasil, inovasi, milik.nama_opd, galat_saja(termuat.temuan))


def temuan_ekspor(permintaan: PermintaanEkspor) -> tuple[Temuan, ...]:
    """Temuan ``validasi`` tahun itu, untuk lembar Temuan."""
    tahun = _daerah(permintaan).folder.jalur / str(permintaan.tahun)
    jalur = tahun / permintaan.opd if permintaan.opd else tahun
    return validasi(PermintaanValidasi((str(jalur),)))[0]


def bahan_isian(permintaan: PermintaanEkspor) -> BahanIsian:
    """Isi mentah catatan tanpa verifikasi, untuk lembar isian dan verifikasi."""
    milik = _daerah(permintaan, boleh_kosong=True)
    folder, tahun = milik.folder, permintaan.tahun
    isi = pindai_tahun(folder, tahun)
    spd = baca(isi.spd, folder.tampil(isi.spd)).data if isi.spd else None
    return BahanIsian(
        daerah=milik.daerah.nama if milik.daerah else folder.jalur.name,
        tahun=tahun,
        opd=permintaan.opd,
        nama_opd=milik.nama_opd,
        metode=metode_tahun(tahun).metode,
        catatan=tuple(_catatan(isi, folder, permintaan.opd)),
        spd=tanpa_verifikasi(spd) if isinstance(spd, dict) else None,
    )


def _catatan(isi: FolderTahun, folder: FolderDaerah, diminta: str | None) -> Iterator[CatatanIsian]:
    for opd, semua in isi.opd.items():
        for jalur in semua if diminta in (None, opd) else ():
            data = baca(jalur, folder.tampil(jalur)).data
            if isinstance(data, dict):
                yield CatatanIsian(f"{isi.tahun}/{opd}/{jalur.stem}", opd, tanpa_verifikasi(data))


def _daerah(permintaan: PermintaanEkspor, *, boleh_kosong: bool = False) -> DaerahSatu:
    milik = satu_daerah(permintaan.data)
    if permintaan.opd is not None:
        pastikan_opd(milik, permintaan.opd)
    if not boleh_kosong and not ada_isi(milik.folder, permintaan.tahun):
        raise tanpa_data(permintaan.data, [milik.folder], permintaan.tahun)
    return milik
