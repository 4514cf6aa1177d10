"""Kasus guna ``banding``: membaca sisi yang diminta dan membandingkan yang bersebelahan, tiap daerah."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from indeksinovasi.alur.data import (
    DataDaerah,
    ada_galat,
    baca_data_daerah,
    galat_saja,
    sebut_tahun,
    tanpa_data,
    temuan_data,
    temuan_folder,
    temukan_daerah,
)
from indeksinovasi.alur.galat import GalatPemakaian
from indeksinovasi.alur.metode import metode_bila_terbit, peraturan_untuk
from indeksinovasi.alur.nilai import HasilDaerah
from indeksinovasi.berkas.muat import Kamus, Termuat, baca_tahun, susun_kamus
from indeksinovasi.berkas.pindai import pindai_tahun
from indeksinovasi.inti.banding.pasangan import susun_silsilah
from indeksinovasi.inti.banding.susun import bandingkan
from indeksinovasi.inti.ejaan import mungkin_maksud, sambung
from indeksinovasi.inti.hitung.nilai import Opsi, Peraturan, nilai_daerah
from indeksinovasi.inti.model.banding import BandingDaerah, Lawan, Perbandingan, Sisi
from indeksinovasi.inti.model.hasil import DASAR, Dasar, Hasil
from indeksinovasi.inti.model.temuan import Temuan

_POLA = re.compile(r"(\d{4})(?:@(.+?))?(?::([^:@\\/]+))?", re.ASCII)
_CARA = "Tulis misalnya 2022, 2023:terverifikasi, 2023@2026, atau 2023@2026:klaim."
DASAR_BAWAAN: Dasar = "berbukti"


class PermintaanSisi(NamedTuple):
    """Satu sisi yang diminta: tahun catatan, metode (``None`` = metode tahunnya), dan dasar.

    ``label`` seperti tertulis; ``polos`` bila hanya menyebut tahun.
    """

    label: str
    tahun: int
    metode: str | None
    dasar: Dasar
    polos: bool

    @property
    def metode_pakai(self) -> str:
        """Permintaan metode yang berlaku, sebagai tahun atau jalur berkas."""
        return self.metode or str(self.tahun)


def urai_sisi(teks: str) -> PermintaanSisi:
    """Urai ``TAHUN[@METODE][:DASAR]``; ``GalatPemakaian`` dengan cara penulisannya bila salah."""
    label = teks.strip()
    cocok = _POLA.fullmatch(label)
    if cocok is None:
        raise GalatPemakaian(f'Sisi "{label}" tidak dikenal.', _CARA)
    tahun, metode, dasar = cocok.groups()
    if dasar is None:
        return PermintaanSisi(label, int(tahun), metode, DASAR_BAWAAN, metode is None)
    for satu in DASAR:
        if dasar == satu:
            return PermintaanSisi(label, int(tahun), metode, satu, False)
    maksud = mungkin_maksud(dasar, DASAR)
    pesan = f'Dasar "{dasar}" pada sisi "{label}" bukan pilihan ({", ".join(DASAR)})'
    raise GalatPemakaian(f"{pesan}{sambung(maksud)}.", _CARA)


@dataclass(frozen=True, slots=True)
class RencanaBanding:
    """Sisi yang diminta, daerah yang punya paling sedikit dua di antaranya, dan nama daerah lain."""

    sisi: tuple[PermintaanSisi, ...]
    daerah: tuple[DataDaerah, ...]
    dilewati: tuple[str, ...]
    temuan: tuple[Temuan, ...] = ()


def rencanakan_banding(data: Path, sisi: tuple[str, ...]) -> RencanaBanding:
    """Urai sisi dan cari daerah yang dapat dibandingkan; ``GalatPemakaian`` bila tidak ada."""
    diminta = tuple(map(urai_sisi, sisi))
    if len(diminta) < 2:
        raise GalatPemakaian("Sebut paling sedikit dua sisi untuk dibandingkan.", _CARA)
    _, folder = temukan_daerah(data)
    tahun = {satu.tahun for satu in diminta}
    semua = tuple(baca_data_daerah(satu, tahun) for satu in folder)
    for satu in diminta:
        if not any(_tersedia(satu, daerah) for daerah in semua):
            raise _sisi_tiada(satu, semua, data)
    cukup = [daerah for daerah in semua if len(_sisi_tersedia(diminta, daerah)) >= 2]
    kurang = [daerah for daerah in semua if len(_sisi_tersedia(diminta, daerah)) < 2]
    if not cukup:
        petunjuk = f"Tahun yang ada: {sebut_tahun(semua)}."
        raise GalatPemakaian(
            "Tidak ada daerah yang punya dua sisi yang diminta.", petunjuk, temuan_data(semua)
        )
    return RencanaBanding(
        sisi=diminta,
        daerah=tuple(cukup),
        dilewati=tuple(daerah.identitas.nama for daerah in kurang),
        temuan=(*temuan_folder(folder), *temuan_data(kurang)),
    )


def _tersedia(sisi: PermintaanSisi, daerah: DataDaerah) -> bool:
    return sisi.tahun in daerah.catatan or (sisi.polos and bool(daerah.terbit_tahun(sisi.tahun)))


def _sisi_tersedia(sisi: tuple[PermintaanSisi, ...], daerah: DataDaerah) -> tuple[PermintaanSisi, ...]:
    return tuple(satu for satu in sisi if _tersedia(satu, daerah))


def _sisi_tiada(sisi: PermintaanSisi, semua: tuple[DataDaerah, ...], data: Path) -> GalatPemakaian:
    if any(daerah.terbit_tahun(sisi.tahun) for daerah in semua):
        return GalatPemakaian(
            f"Tahun {sisi.tahun} di {data} hanya punya hasil terbit, tanpa catatan inovasi.",
            f"Dasar dan metode tidak berlaku untuk hasil terbit; tulis {sisi.tahun} saja.",
            temuan_data(semua),
        )
    return tanpa_data(data, (satu.folder for satu in semua), sisi.tahun, terbit=True)


def jalankan_banding(rencana: RencanaBanding) -> Iterator[HasilDaerah[BandingDaerah]]:
    """Bandingkan tiap daerah menurut urutan."""
    for data in rencana.daerah:
        pembaca = _PembacaDaerah(data)
        sisi = _sisi_tersedia(rencana.sisi, data)
        isi = BandingDaerah(
            data.identitas, *_bandingkan_daerah(pembaca, sisi), _yang_tiada(rencana.sisi, sisi)
        )
        temuan = tuple(sorted({*data.temuan, *pembaca.temuan}))
        yield HasilDaerah(isi, temuan, ada_galat(temuan))


def _yang_tiada(diminta: tuple[PermintaanSisi, ...], ada: tuple[PermintaanSisi, ...]) -> tuple[str, ...]:
    return tuple(satu.label for satu in diminta if satu not in ada)


def _bandingkan_daerah(
    pembaca: _PembacaDaerah, diminta: tuple[PermintaanSisi, ...]
) -> tuple[tuple[Sisi, ...], tuple[Perbandingan, ...]]:
    semua = [(satu, pembaca.sisi(satu)) for satu in diminta]
    silsilah = pembaca.silsilah([sisi.hasil for _, sisi in semua if sisi.hasil])
    perbandingan = tuple(
        bandingkan(awal, akhir, pembaca.lawan(dari, ke), pembaca.lawan(ke, dari), silsilah)
        for (dari, awal), (ke, akhir) in pairwise(semua)
    )
    return tuple(sisi for _, sisi in semua), perbandingan


@dataclass(slots=True)
class _PembacaDaerah:
    """Membaca dan menilai tahun-tahun satu daerah; tiap tahun dibaca sekali untuk kosakata yang sama."""

    data: DataDaerah
    temuan: set[Temuan] = field(default_factory=set)
    _termuat: list[tuple[int, Kamus, Termuat]] = field(default_factory=list)
    _hasil: dict[tuple[int, str, Dasar], Hasil] = field(default_factory=dict)

    def sisi(self, diminta: PermintaanSisi) -> Sisi:
        """Sisi dengan hasil hitungan bila ada catatan, dan hasil terbit bila metodenya tidak diganti."""
        tahun = diminta.tahun
        terbit = self.data.terbit_tahun(tahun) if diminta.metode is None else ()
        if tahun not in self.data.catatan:
            metode = metode_bila_terbit(tahun)
            return Sisi(diminta.label, tahun, metode.skala if metode else None, None, terbit, metode)
        hasil = self._nilai(tahun, diminta.metode_pakai, diminta.dasar)
        peraturan = peraturan_untuk(tahun, diminta.metode_pakai)
        self.temuan.update(galat_saja(self._baca(tahun, peraturan).temuan))
        return Sisi(diminta.label, tahun, hasil.metode.skala, hasil, terbit)

    def lawan(self, sendiri: PermintaanSisi, lawan: PermintaanSisi) -> Lawan | None:
        """Catatan *sendiri* menurut metode *lawan*; ``None`` bila salah satunya tidak punya catatan."""
        if not self.data.catatan.issuperset((sendiri.tahun, lawan.tahun)):
            return None
        dasar = f":{sendiri.dasar}" if sendiri.dasar != DASAR_BAWAAN else ""
        label = f"{sendiri.tahun}@{lawan.metode_pakai}{dasar}"
        hasil = self._nilai(sendiri.tahun, lawan.metode_pakai, sendiri.dasar)
        if hasil.spd.maksimum is None and hasil.metode.skala == "normal":
            hasil = self._dengan_maksimum(sendiri, lawan) or hasil
        return Lawan(label, hasil)

    def _dengan_maksimum(self, sendiri: PermintaanSisi, lawan: PermintaanSisi) -> Hasil | None:
        """Nilai ulang dengan maksimum SPD yang ditulis *lawan*, bila metode tidak menerbitkannya."""
        peraturan = peraturan_untuk(sendiri.tahun, lawan.metode_pakai)
        bahan = self._baca(sendiri.tahun, peraturan).bahan
        spd = self._baca(lawan.tahun, peraturan_untuk(lawan.tahun, lawan.metode_pakai)).bahan.spd
        if bahan.spd is None or spd is None or spd.maksimum is None:
            return None
        lengkap = bahan.spd.model_copy(update={"maksimum": spd.maksimum})
        return nilai_daerah(bahan._replace(spd=lengkap), peraturan, Opsi(sendiri.dasar))

    def silsilah(self, semua: list[Hasil]) -> dict[str, str]:
        """Silsilah semua catatan, ditelusuri juga melewati tahun-tahun yang tidak dibandingkan."""
        peta = susun_silsilah(satu for hasil in semua for satu in hasil.inovasi)
        dinilai = {hasil.tahun for hasil in semua}
        for tahun in sorted(self.data.folder.tahun, reverse=True):
            if tahun in dinilai or tahun < min(dinilai, default=tahun):
                continue
            dicari = {satu for satu in peta.values() if satu.startswith(f"{tahun}/")}
            if dicari:
                peta |= self._silsilah_tahun(tahun, dicari)
        return peta

    def _silsilah_tahun(self, tahun: int, dicari: set[str]) -> dict[str, str]:
        folder = self.data.folder
        jalur = frozenset(folder.jalur / f"{satu}.yaml" for satu in dicari)
        kamus = susun_kamus(metode_bila_terbit(tahun))
        rekaman = baca_tahun(
            folder, pindai_tahun(folder, tahun), self.data.daerah, kamus, jalur
        ).bahan.rekaman
        asal = {satu.id: satu.inovasi.pengembangan_dari for satu in rekaman if satu.inovasi}
        return {satu: leluhur for satu, leluhur in asal.items() if leluhur is not None}

    def _nilai(self, tahun: int, metode: str, dasar: Dasar) -> Hasil:
        kunci = (tahun, metode, dasar)
        if kunci not in self._hasil:
            peraturan = peraturan_untuk(tahun, metode)
            self._hasil[kunci] = nilai_daerah(self._baca(tahun, peraturan).bahan, peraturan, Opsi(dasar))
        return self._hasil[kunci]

    def _baca(self, tahun: int, peraturan: Peraturan) -> Termuat:
        kamus = susun_kamus(peraturan.asal, peraturan.metode)
        for letak, dikenal, termuat in self._termuat:
            if (letak, dikenal) == (tahun, kamus):
                return termuat
        folder = self.data.folder
        termuat = baca_tahun(folder, pindai_tahun(folder, tahun), self.data.daerah, kamus)
        self._termuat.append((tahun, kamus, termuat))
        return termuat
