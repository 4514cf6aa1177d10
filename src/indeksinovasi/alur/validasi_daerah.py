"""Pemeriksaan satu daerah: membaca berkasnya, menjalankan pemeriksaan isi, dan memberi posisi.

Fungsi dan hasilnya dapat dikirim antarproses; temuan satu daerah tidak bergantung pada daerah lain.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from indeksinovasi.alur.lingkup import UTUH, Cakupan
from indeksinovasi.alur.metode import metode_bila_terbit
from indeksinovasi.alur.setelan import Setelan
from indeksinovasi.alur.validasi_tahun import PemeriksaTahun
from indeksinovasi.berkas.baca import baca_mentah
from indeksinovasi.berkas.bukti import PelihatBukti
from indeksinovasi.berkas.muat import Kamus, baca_daerah, baca_hasil_sebisanya, susun_kamus, temuan_dari
from indeksinovasi.berkas.pindai import FolderDaerah, FolderTahun, pindai_tahun
from indeksinovasi.berkas.tersasar import BERKAS_DAERAH
from indeksinovasi.berkas.tulisan import pembaca_tulisan
from indeksinovasi.inti.katalog import buat_temuan
from indeksinovasi.inti.model.daerah import Daerah
from indeksinovasi.inti.model.metode import Metode
from indeksinovasi.inti.model.temuan import DaerahDiperiksa, Masalah, Temuan
from indeksinovasi.inti.periksa import (
    UNTUK_DAERAH,
    UNTUK_HASIL_RESMI,
    UNTUK_INOVASI,
    UNTUK_TAHUN,
    Saringan,
    jalankan,
)
from indeksinovasi.inti.periksa.konteks import BahanHasil, Konteks, susun_konteks
from indeksinovasi.inti.periksa.lintas import masalah_kode_ganda

_KODE_BERATURAN = tuple(kode for satu in UNTUK_INOVASI for kode in satu.kode)


class Rencana(NamedTuple):
    """Permintaan yang berlaku untuk semua daerah; ``sebagian`` memuat daerah yang tidak diperiksa utuh."""

    saringan: Saringan
    tanggal: date | None
    sebagian: dict[Path, Cakupan]
    setelan: dict[Path, Setelan] = {}  # noqa: RUF012  # tidak pernah diubah


class HasilValidasi(NamedTuple):
    """Temuan satu daerah. ``berkas``: banyak berkas YAML yang dibaca; ``kode_wilayah`` bila terbaca;
    ``dapat_diperbaiki``: nama dan jalur berkas yang temuannya membawa perbaikan aman. ``daerah``: ``None``
    bila daerahnya hanya ditanya kodenya.
    """

    folder: Path
    berkas_daerah: str
    temuan: tuple[Temuan, ...]
    berkas: int
    tidak_dijalankan: tuple[str, ...] = ()
    kode_wilayah: str | None = None
    dapat_diperbaiki: tuple[tuple[str, Path], ...] = ()
    tersembunyi: int = 0
    ketat: bool = False
    daerah: DaerahDiperiksa | None = None

    def hanya(self, temuan: Iterable[Temuan]) -> HasilValidasi:
        """Dengan *temuan* itu saja, dan perbaikan yang dibawanya."""
        sisa = tuple(temuan)
        aman = {satu.berkas for satu in sisa if satu.perbaikan.aman}
        dapat = tuple(satu for satu in self.dapat_diperbaiki if satu[0] in aman)
        return self._replace(temuan=sisa, dapat_diperbaiki=dapat)


class AturanPeriksa(NamedTuple):
    """Metode satu tahun (``None`` bila tahun itu tidak punya berkas) dan indikator yang dikenalnya."""

    metode: Metode | None
    kamus: Kamus


@cache
def aturan_periksa(tahun: int) -> AturanPeriksa:
    """Aturan *tahun*, dimuat sekali; ``GalatPemakaian`` bila berkas tahunnya rusak."""
    metode = metode_bila_terbit(tahun)
    return AturanPeriksa(metode, susun_kamus(metode))


@cache
def _konteks(tahun: int, tanggal: date | None) -> Konteks:
    return susun_konteks(tahun, aturan_periksa(tahun).metode, tanggal)


def validasi_satu(folder: FolderDaerah, rencana: Rencana) -> HasilValidasi:
    """Periksa bagian yang diminta dari satu daerah; yang disembunyikan setelannya hanya dihitung."""
    setelan = rencana.setelan.get(folder.jalur, Setelan())
    if rencana.tanggal is None and setelan.tanggal is not None:
        rencana = rencana._replace(tanggal=setelan.tanggal)
    hasil = _PemeriksaDaerah(folder, rencana, rencana.sebagian.get(folder.jalur, UTUH)).jalankan()
    # Pilihan perintah mengalahkan setelan, masing-masing sendiri.
    tampak = Saringan(
        () if rencana.saringan.pilih else setelan.pilih, () if rencana.saringan.abaikan else setelan.abaikan
    )
    sisa = hasil.hanya(satu for satu in hasil.temuan if tampak.terpilih(satu.kode))
    return sisa._replace(tersembunyi=len(hasil.temuan) - len(sisa.temuan), ketat=setelan.ketat)


def _di_dalam(berkas: str, induk: Iterable[str]) -> bool:
    """*berkas* salah satu folder *induk* itu sendiri, atau berada di dalamnya; semuanya jalur tampil."""
    return any(akar in (".", berkas) or berkas.startswith(f"{akar}/") for akar in induk)


def temuan_kode_ganda(hasil: HasilValidasi, kode: str, lain: str) -> tuple[Temuan, ...]:
    """LTS510 pada ``daerah.yaml`` sebuah *hasil*; *lain* memakai kode yang sama."""
    dokumen = baca_mentah(hasil.folder / BERKAS_DAERAH, hasil.berkas_daerah)
    return temuan_dari(dokumen, [masalah_kode_ganda(kode, lain)])


@dataclass(slots=True)
class _PemeriksaDaerah:
    folder: FolderDaerah
    rencana: Rencana
    cakupan: Cakupan
    temuan: list[Temuan] = field(default_factory=list)
    dibaca: dict[str, Path] = field(default_factory=dict)
    lewat: list[str] = field(default_factory=list)
    pindaian: dict[int, FolderTahun] = field(default_factory=dict)

    def jalankan(self) -> HasilValidasi:
        rusak = not self.folder.ada
        self.temuan.extend(self.folder.temuan if rusak else self._terlingkup(self.folder.temuan))
        daerah = None if rusak else self._periksa_isi()
        nama = self.folder.tampil(self.folder.jalur / BERKAS_DAERAH)
        terpilih = {satu for satu in self.temuan if self.rencana.saringan.terpilih(satu.kode)}
        kode = daerah.kode if daerah and self.cakupan.utuh else None
        aman = {satu.berkas for satu in terpilih if satu.perbaikan.aman}
        return HasilValidasi(
            self.folder.jalur,
            nama,
            tuple(sorted(terpilih)),
            len(self.dibaca),
            tuple(self.lewat),
            kode,
            tuple((satu, self.dibaca[satu]) for satu in sorted(aman) if satu in self.dibaca),
            daerah=self._diperiksa(daerah, nama),
        )

    def _diperiksa(self, daerah: Daerah | None, nama: str) -> DaerahDiperiksa:
        tahun = tuple(
            satu for satu, isi in sorted(self.pindaian.items()) if isi.berisi and self._tersentuh(satu)
        )
        sebutan, opd = (daerah.nama, daerah.perangkat_daerah) if daerah else (self.folder.jalur.name, {})
        return DaerahDiperiksa(sebutan, nama.removesuffix(BERKAS_DAERAH), tahun, opd)

    def _tersentuh(self, tahun: int) -> bool:
        return self.cakupan.menyentuh(self.folder.tahun[tahun], tahun)

    def _periksa_isi(self) -> Daerah | None:
        daerah = self._daerah()
        self._hasil_resmi()
        semua = {tahun: self._pindai(tahun) for tahun in sorted(self.folder.tahun) if self._tersentuh(tahun)}
        utuh = [tahun for tahun, isi in semua.items() if isi.berisi and self.cakupan.penuh(tahun)]
        for isi in semua.values():
            self._tahun(isi, daerah, terbaru=isi.tahun == max(utuh, default=None))
        self._tersasar()
        return daerah

    def _pindai(self, tahun: int) -> FolderTahun:
        if tahun not in self.pindaian:
            self.pindaian[tahun] = pindai_tahun(self.folder, tahun)
        return self.pindaian[tahun]

    def _dikenal(self, tahun: int) -> frozenset[str]:
        if tahun not in self.folder.tahun:
            return frozenset()
        semua = self._pindai(tahun).opd.items()
        return frozenset(f"{tahun}/{opd}/{satu.stem}" for opd, isi in semua for satu in isi)

    def _diminta(self, jalur: Path) -> bool:
        return self.cakupan.utuh or jalur in self.cakupan.berkas

    def _terlingkup(self, temuan: Iterable[Temuan]) -> Iterable[Temuan]:
        """Temuan pemindaian yang berada di dalam bagian yang diminta."""
        if self.cakupan.utuh:
            return temuan
        berkas = {self.folder.tampil(satu) for satu in self.cakupan.berkas}
        induk = self._folder_diminta()
        return [satu for satu in temuan if satu.berkas in berkas or _di_dalam(satu.berkas, induk)]

    def _folder_diminta(self) -> tuple[str, ...]:
        """Folder tahun dan OPD yang diminta, menurut jalur tampilnya."""
        letak = self.folder.tahun
        tahun = [letak[satu] for satu in self.cakupan.tahun if satu in letak]
        opd = [letak[tahun] / kode for tahun, kode in self.cakupan.opd]
        return tuple(map(self.folder.tampil, (*tahun, *opd)))

    def _daerah(self) -> Daerah | None:
        jalur = self.folder.jalur / BERKAS_DAERAH
        daerah, temuan = baca_daerah(self.folder)
        if self._diminta(jalur):
            self.dibaca[self.folder.tampil(jalur)] = jalur
            self.temuan.extend(temuan)
            if daerah is not None:
                self._posisikan(jalur, jalankan(UNTUK_DAERAH, daerah, self.rencana.saringan))
        if daerah is None:
            sebab = f"{self.folder.tampil(jalur)} tidak terbaca"
            self._lewati("OPD dan target", sebab, ("LTS501", "LTS504", "LTS505"))
        return daerah

    def _hasil_resmi(self) -> None:
        jalur = self.folder.hasil_resmi
        if jalur is None or not self._diminta(jalur):
            return
        self.dibaca[self.folder.tampil(jalur)] = jalur
        terbaca = baca_hasil_sebisanya(jalur, self.folder.tampil(jalur))
        self.temuan.extend(terbaca.temuan)
        if terbaca.isi is not None:
            bahan = BahanHasil(
                terbaca.isi,
                lambda tahun: aturan_periksa(tahun).metode,
                terbaca.nomor,
                terbaca.ragu,
                pembaca_tulisan(terbaca.dokumen.teks),
            )
            self._posisikan(jalur, jalankan(UNTUK_HASIL_RESMI, bahan, self.rencana.saringan))

    def _posisikan(self, jalur: Path, masalah: Iterable[Masalah]) -> None:
        if semua := list(masalah):
            self.temuan.extend(temuan_dari(baca_mentah(jalur, self.folder.tampil(jalur)), semua))

    def _tahun(self, isi: FolderTahun, daerah: Daerah | None, *, terbaru: bool) -> None:
        self.temuan.extend(self._terlingkup(isi.temuan))
        konteks = _konteks(isi.tahun, self.rencana.tanggal)
        if isi.berisi and konteks.metode is None:
            self._lewati(f"menurut aturan {isi.tahun}", "tidak ada metode tahun itu", _KODE_BERATURAN)
        pemeriksa = PemeriksaTahun(
            folder=self.folder,
            isi=isi,
            cakupan=self.cakupan,
            saringan=self.rencana.saringan,
            konteks=konteks,
            kamus=aturan_periksa(isi.tahun).kamus,
            pelihat=PelihatBukti(self.folder.jalur),
            dikenal=self._dikenal,
        )
        self.temuan.extend(pemeriksa.jalankan(daerah, terbaru=terbaru))
        self.dibaca.update(pemeriksa.dibaca)
        if isi.berisi and not self.cakupan.penuh(isi.tahun):
            kode = tuple(kode for satu in UNTUK_TAHUN for kode in satu.kode)
            self._lewati(f"lintas berkas {isi.tahun}", "hanya sebagian tahun itu diperiksa", kode)

    def _lewati(self, pemeriksaan: str, sebab: str, kode: tuple[str, ...]) -> None:
        if any(map(self.rencana.saringan.terpilih, kode)):
            self.lewat.append(f"pemeriksaan {pemeriksaan} tidak dijalankan: {sebab}")

    def _tersasar(self) -> None:
        """Berkas yang ditunjuk langsung tetapi tidak dibaca tidak boleh tampak bersih."""
        disebut = {satu.berkas for satu in self.temuan}
        for jalur in self.cakupan.berkas.difference(self.dibaca.values()):
            if (nama := self.folder.tampil(jalur)) not in disebut:
                masalah = Masalah("BRK013", (), "berkas ini tidak berada di tempat yang dibaca")
                self.temuan.append(buat_temuan(nama, 1, 1, masalah))
