"""Kasus guna ``peringkat``: menilai semua daerah satu tahun dan mengurutkan daerah, OPD, atau inovasinya."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple, TypeVar

from indeksinovasi.alur.data import (
    DataDaerah,
    ada_galat,
    baca_data_daerah,
    tanpa_data,
    temuan_data,
    temukan,
    terbit_terbaru,
)
from indeksinovasi.alur.galat import GalatPemakaian
from indeksinovasi.alur.metode import metode_bila_terbit
from indeksinovasi.alur.nilai import HasilDaerah, Pekerjaan, Permintaan, jalankan_nilai, rencanakan
from indeksinovasi.alur.undian import kocok_tetap
from indeksinovasi.berkas.pindai import FolderDaerah, ada_isi
from indeksinovasi.inti.banding.terbit import hasil_terbit_utama
from indeksinovasi.inti.hitung.rumus import predikat
from indeksinovasi.inti.laporan.peringkat import (
    Menurut,
    Peringkat,
    Peserta,
    peserta_daerah,
    peserta_inovasi,
    peserta_opd,
    susun_peringkat,
)
from indeksinovasi.inti.model.daerah import IdentitasDaerah, JenisDaerah, Klaster
from indeksinovasi.inti.model.hasil import Hasil
from indeksinovasi.inti.model.metode import Metode
from indeksinovasi.inti.model.temuan import Temuan

T = TypeVar("T")
_PESERTA: dict[Menurut, Callable[[Hasil], list[Peserta]]] = {
    "daerah": peserta_daerah,
    "opd": partial(peserta_opd, kocok=kocok_tetap),
    "inovasi": peserta_inovasi,
}


class PermintaanPeringkat(NamedTuple):
    """Penilaian yang diminta, apa yang diurutkan, dan saringan daerah (``None`` = semua)."""

    nilai: Permintaan
    menurut: Menurut = "daerah"
    klaster: Klaster | None = None
    jenis: JenisDaerah | None = None


@dataclass(frozen=True, slots=True)
class HasilPeringkat:
    """Peringkat beserta temuan dan nama daerah tanpa data tahun itu (``tanpa_tahun``)."""

    tahun_dipilih: bool
    peringkat: Peringkat
    tanpa_tahun: tuple[str, ...]
    temuan: tuple[Temuan, ...]
    ditinggalkan: bool
    tanpa_metode: tuple[int, ...] = ()


def _langsung(isi: Iterable[T], _banyak: int) -> Iterable[T]:
    return isi


def peringkatkan(
    permintaan: PermintaanPeringkat,
    pantau: Callable[
        [Iterable[HasilDaerah[list[Peserta]]], int], Iterable[HasilDaerah[list[Peserta]]]
    ] = _langsung,
) -> HasilPeringkat:
    """Susun peringkat; ``GalatPemakaian`` bila tidak ada data tahun itu, atau tidak ada yang lolos.

    Daerah tanpa catatan tahun itu ikut dengan hasil terbitnya. *pantau* melewatkan hasil tiap daerah,
    misalnya sambil menunjukkan kemajuan.
    """
    sasaran, folder = temukan(permintaan.nilai.data)
    diminta = sasaran.tahun if permintaan.nilai.tahun is None else permintaan.nilai.tahun
    kerja = rencanakan(permintaan.nilai) if _ada_catatan(folder, diminta) else None
    dinilai = {satu.jalur for satu in kerja.daerah} if kerja else set()
    lain = [baca_data_daerah(satu, ()) for satu in folder if satu.jalur not in dinilai]
    peserta: list[Peserta] = []
    temuan: list[Temuan] = []
    metode: Metode | None
    if kerja:
        tahun, metode = kerja.tahun, kerja.peraturan.metode
        temuan += kerja.temuan
        for potongan in pantau(_nilai(kerja, permintaan), len(kerja.daerah)):
            peserta += potongan.isi
            temuan += potongan.temuan
    else:
        tahun = _tahun_terbit(permintaan, diminta, folder, lain)
        metode = metode_bila_terbit(tahun)
    temuan += temuan_data(lain)
    terbit, tanpa_tahun = _pisahkan(lain, tahun, permintaan)
    peserta += [_peserta_terbit(satu, tahun, permintaan.nilai.metode, metode) for satu in terbit]
    if not peserta:
        raise GalatPemakaian(
            f"Tidak ada daerah tahun {tahun} yang lolos saringan.", "Longgarkan --klaster atau --jenis."
        )
    return HasilPeringkat(
        tahun_dipilih=diminta is None,
        peringkat=susun_peringkat(peserta, permintaan.menurut, tahun, permintaan.nilai.opsi.dasar, metode),
        tanpa_tahun=tanpa_tahun,
        temuan=tuple(temuan),
        ditinggalkan=ada_galat(temuan),
        tanpa_metode=kerja.tanpa_metode if kerja else (),
    )


def _tahun_terbit(
    permintaan: PermintaanPeringkat, diminta: int | None, folder: list[FolderDaerah], lain: list[DataDaerah]
) -> int:
    """Tahun yang diminta, atau tahun terbit terbaru; galat bila tidak seorang pun punya data tahun itu."""
    tahun = terbit_terbaru(lain) if diminta is None else diminta
    if tahun is None or not _punya_terbit(lain, tahun, permintaan.menurut):
        raise tanpa_data(permintaan.nilai.data, folder, tahun, terbit=permintaan.menurut == "daerah")
    return tahun


def _ada_catatan(folder: list[FolderDaerah], tahun: int | None) -> bool:
    return any(ada_isi(satu, t) for satu in folder for t in (satu.tahun if tahun is None else (tahun,)))


def _punya_terbit(semua: list[DataDaerah], tahun: int, menurut: Menurut) -> bool:
    return menurut == "daerah" and any(satu.terbit_tahun(tahun) for satu in semua)


def _nilai(kerja: Pekerjaan, permintaan: PermintaanPeringkat) -> Iterator[HasilDaerah[list[Peserta]]]:
    return jalankan_nilai(kerja, partial(_peserta, permintaan))


def _peserta(permintaan: PermintaanPeringkat, hasil: Hasil) -> list[Peserta]:
    return _PESERTA[permintaan.menurut](hasil) if _lolos(permintaan, hasil.daerah, hasil.klaster) else []


def _lolos(permintaan: PermintaanPeringkat, daerah: IdentitasDaerah, klaster: Iterable[str]) -> bool:
    if permintaan.jenis is not None and daerah.jenis != permintaan.jenis:
        return False
    return permintaan.klaster is None or permintaan.klaster in klaster


def _pisahkan(
    semua: list[DataDaerah], tahun: int, permintaan: PermintaanPeringkat
) -> tuple[list[DataDaerah], tuple[str, ...]]:
    """Daerah yang ikut dengan hasil terbit, dan nama daerah tanpa data tahun itu."""
    lolos = [d for d in semua if _lolos(permintaan, d.identitas, d.daerah.klaster if d.daerah else ())]
    ikut = [satu for satu in lolos if permintaan.menurut == "daerah" and satu.terbit_tahun(tahun)]
    return ikut, tuple(satu.identitas.nama for satu in lolos if satu not in ikut)


def _peserta_terbit(data: DataDaerah, tahun: int, diminta: str | None, metode: Metode | None) -> Peserta:
    terbit = hasil_terbit_utama(data.terbit_tahun(tahun))
    assert terbit is not None
    skor = terbit.skor
    dasar = Peserta(
        kunci=data.identitas.kode or data.identitas.nama,
        nama=data.identitas.nama,
        daerah=data.identitas,
        skor=skor,
        jumlah_inovasi=terbit.jumlah_inovasi,
        predikat=terbit.predikat or (predikat(metode, skor) if metode and skor is not None else None),
        sumber=terbit.jenis,
    )
    if diminta is not None and diminta != str(tahun):
        alasan = "Hasil terbit memakai metode tahunnya sendiri, bukan metode yang diminta."
        return dasar._replace(skor=None, predikat=None, alasan=alasan)
    return dasar if skor is not None else dasar._replace(alasan="Hasil terbit tidak memuat skor.")
