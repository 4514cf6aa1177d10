"""Poin indeks yang dipertaruhkan temuan ``validasi`` satu daerah; catatannya dibaca dan dinilai sekali lagi.

Hanya bagi laporan tentang satu daerah: indeks dua daerah tidak dapat dijumlahkan, dan laporan banyak daerah
tidak menanggung penilaiannya.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from indeksinovasi.alur.lingkup import UTUH
from indeksinovasi.alur.metode import peraturan_untuk
from indeksinovasi.alur.validasi import PekerjaanValidasi
from indeksinovasi.alur.validasi_daerah import aturan_periksa
from indeksinovasi.berkas.muat import baca_daerah, baca_tahun
from indeksinovasi.berkas.pindai import FolderDaerah, pindai_tahun
from indeksinovasi.berkas.tersasar import BERKAS_DAERAH
from indeksinovasi.inti.hitung.nilai import nilai_daerah
from indeksinovasi.inti.hitung.taruhan import KODE_BERTARUHAN, TaruhanKode, TaruhanTahun, taruhan_temuan
from indeksinovasi.inti.model.temuan import Temuan

_TAHUN = re.compile(r"(\d{4})/")


def taruhan_daerah(kerja: PekerjaanValidasi, temuan: Iterable[Temuan]) -> TaruhanTahun:
    """Taruhan tiap kode pada tahun terbaru yang diperiksa utuh dan bertemuan; tahun yang lebih lama sudah
    lewat, dan poin dua tahun tidak dapat dijumlahkan. Kosong bila daerahnya lebih dari satu.
    """
    if len(kerja.daerah) != 1:
        return TaruhanTahun(0, {})
    (folder,) = kerja.daerah
    cakupan = kerja.rencana.sebagian.get(folder.jalur, UTUH)
    menurut_tahun: dict[int, list[Temuan]] = {}
    for satu in temuan:
        tahun = _tahun(satu, folder)
        if satu.kode in KODE_BERTARUHAN and tahun in folder.tahun and cakupan.penuh(tahun):
            menurut_tahun.setdefault(tahun, []).append(satu)
    for tahun, semua in sorted(menurut_tahun.items(), reverse=True):
        if kode := _tahun_bertaruhan(folder, tahun, semua):
            return TaruhanTahun(tahun, kode)
    return TaruhanTahun(0, {})


def _tahun_bertaruhan(folder: FolderDaerah, tahun: int, temuan: list[Temuan]) -> dict[str, TaruhanKode]:
    aturan = aturan_periksa(tahun)
    if aturan.metode is None:
        return {}
    daerah, _ = baca_daerah(folder)
    termuat = baca_tahun(folder, pindai_tahun(folder, tahun), daerah, aturan.kamus)
    return taruhan_temuan(nilai_daerah(termuat.bahan, peraturan_untuk(tahun, None)), temuan)


def _tahun(temuan: Temuan, folder: FolderDaerah) -> int:
    """Tahun sebuah temuan: dari jalurnya, atau bagi temuan pada ``daerah.yaml`` dari berkas terkaitnya."""
    awalan = folder.tampil(folder.jalur / BERKAS_DAERAH).removesuffix(BERKAS_DAERAH)
    for jalur in (temuan.berkas.removeprefix(awalan), *temuan.terkait):
        if cocok := _TAHUN.match(jalur):
            return int(cocok[1])
    return 0
