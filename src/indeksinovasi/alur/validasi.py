"""Kasus guna ``validasi``: berkas, OPD, tahun, daerah, atau banyak daerah menjadi temuan berurutan.

Satu daerah adalah satuan kerja: memori mengikuti daerah terbesar. Tiap berkas diurai sekali; berkas yang
tidak terbaca atau salah bentuk tidak diperiksa lebih lanjut, sama seperti yang ditinggalkan ``nilai``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import NamedTuple

from indeksinovasi.alur.galat import GalatPemakaian
from indeksinovasi.alur.lingkup import UTUH, susun_lingkup
from indeksinovasi.alur.paralel import olah_semua, perkiraan_berkas
from indeksinovasi.alur.setelan import Setelan, setelan_daerah
from indeksinovasi.alur.validasi_daerah import (
    HasilValidasi,
    Rencana,
    aturan_periksa,
    temuan_kode_ganda,
    validasi_satu,
)
from indeksinovasi.berkas.baca import baca_teks
from indeksinovasi.berkas.entri import adalah_tautan
from indeksinovasi.berkas.pindai import FolderDaerah
from indeksinovasi.inti.ejaan import atau, kutip, mungkin_maksud, sambung
from indeksinovasi.inti.katalog import KATALOG
from indeksinovasi.inti.model.temuan import DaerahDiperiksa, Temuan, TingkatTemuan
from indeksinovasi.inti.periksa import Saringan

KELUARGA_VALIDASI = ("BRK", "SKM", "KLY", "BKT", "FKT", "LTS")


class PermintaanValidasi(NamedTuple):
    """``jalur`` seperti ditulis pengguna; ``pilih`` dan ``abaikan`` awalan kode; ``tanggal`` hari
    pengukuran.
    """

    jalur: tuple[str, ...]
    pilih: tuple[str, ...] = ()
    abaikan: tuple[str, ...] = ()
    tanggal: date | None = None


class PekerjaanValidasi(NamedTuple):
    """Daerah yang akan diperiksa; ``berkas`` seperti ``perkiraan_berkas``."""

    daerah: tuple[FolderDaerah, ...]
    rencana: Rencana
    berkas: int


@dataclass(slots=True)
class Ringkasan:
    """Hitungan semua daerah; ``tidak_dijalankan`` menyebut tiap pemeriksaan yang dilewati sekali."""

    daerah: int = 0
    berkas: int = 0
    hitungan: dict[TingkatTemuan, int] = field(
        default_factory=lambda: {"galat": 0, "peringatan": 0, "saran": 0}
    )
    tidak_dijalankan: dict[str, None] = field(default_factory=dict)
    tersembunyi: int = 0
    peringatan_ketat: int = 0
    diperiksa: list[DaerahDiperiksa] = field(default_factory=list)

    def tambah(self, hasil: HasilValidasi) -> None:
        """Masukkan satu daerah."""
        self.daerah += 1
        if hasil.daerah:
            self.diperiksa.append(hasil.daerah)
        self.berkas += hasil.berkas
        self.tersembunyi += hasil.tersembunyi
        if hasil.ketat:
            self.peringatan_ketat += sum(satu.tingkat == "peringatan" for satu in hasil.temuan)
        for satu in hasil.temuan:
            self.hitungan[satu.tingkat] += 1
        self.tidak_dijalankan.update(dict.fromkeys(hasil.tidak_dijalankan))

    def gagal(self, *, ketat: bool) -> bool:
        """Benar bila ada galat, atau peringatan pada pemeriksaan *ketat*."""
        peringatan = self.hitungan["peringatan"] if ketat else self.peringatan_ketat
        return self.hitungan["galat"] > 0 or peringatan > 0


def rencanakan_validasi(permintaan: PermintaanValidasi) -> PekerjaanValidasi:
    """Temukan daerah dan siapkan aturan tahunnya; ``GalatPemakaian`` bila jalur atau kodenya keliru."""
    saringan = Saringan(_awalan(permintaan.pilih), _awalan(permintaan.abaikan))
    lingkup = susun_lingkup(permintaan.jalur)
    sebagian = {folder.jalur: cakupan for folder, cakupan in lingkup if cakupan != UTUH}
    daerah = tuple(folder for folder, _ in lingkup)
    for tahun in sorted({tahun for folder in daerah for tahun in folder.tahun}):
        aturan_periksa(tahun)  # proses tambahan mewarisi aturan yang sudah dimuat
    data = [Path(satu) for satu in permintaan.jalur]
    setelan = {satu.jalur: setelan_daerah(satu.jalur, data, _awalan) for satu in daerah}
    setelan = {jalur: satu for jalur, satu in setelan.items() if satu != Setelan()}
    rencana = Rencana(saringan, permintaan.tanggal, sebagian, setelan)
    return PekerjaanValidasi(daerah, rencana, perkiraan_berkas(daerah))


def _awalan(kode: tuple[str, ...]) -> tuple[str, ...]:
    """Awalan kode dalam huruf besar; ``GalatPemakaian`` bila tidak cocok dengan kode mana pun."""
    dikenal = [satu for satu in KATALOG if satu.startswith(KELUARGA_VALIDASI)]
    rapi = tuple(satu.strip().upper() for satu in kode)
    for satu in rapi:
        if not satu or not any(kenal.startswith(satu) for kenal in dikenal):
            maksud = mungkin_maksud(
                satu.lower(), [*map(str.lower, KELUARGA_VALIDASI), *map(str.lower, dikenal)]
            )
            raise GalatPemakaian(
                f"Kode {kutip(satu)} tidak dikenal{sambung(maksud)}.",
                atau(maksud, f"Tulis kode utuh atau awalannya: {', '.join(KELUARGA_VALIDASI)}."),
            )
    return rapi


def jalankan_validasi(kerja: PekerjaanValidasi) -> Iterator[HasilValidasi]:
    """Hasil tiap daerah menurut urutan; temuan terurut menurut berkas, baris, kolom, kode."""
    pemakai_kode: dict[str, str] = {}
    for hasil in olah_semua(validasi_satu, kerja.rencana, kerja.daerah, kerja.berkas):
        yield periksa_kode_ganda(hasil, kerja.rencana, pemakai_kode)


def periksa_kode_ganda(hasil: HasilValidasi, rencana: Rencana, pemakai: dict[str, str]) -> HasilValidasi:
    """LTS510 memerlukan semua daerah, jadi diperiksa di luar ``validasi_satu``."""
    kode = hasil.kode_wilayah
    if not kode or not rencana.saringan.terpilih("LTS510"):
        return hasil
    if kode not in pemakai:
        pemakai[kode] = hasil.berkas_daerah
        return hasil
    ganda = temuan_kode_ganda(hasil, kode, pemakai[kode])
    return hasil._replace(temuan=tuple(sorted((*hasil.temuan, *ganda))))


def validasi(permintaan: PermintaanValidasi) -> tuple[tuple[Temuan, ...], Ringkasan]:
    """Semua temuan sekaligus, untuk pemakai API dan data yang kecil."""
    ringkasan = Ringkasan()
    temuan: list[Temuan] = []
    for hasil in jalankan_validasi(rencanakan_validasi(permintaan)):
        ringkasan.tambah(hasil)
        temuan.extend(hasil.temuan)
    return tuple(temuan), ringkasan


def isi_berkas(nama: str) -> str | None:
    """Teks berkas *nama* untuk kutipan; ``None`` bila tidak terbaca.

    Tautan simbolik tidak dikutip: tujuannya dapat berada di luar data dan tidak boleh tampil di log.
    """
    jalur = Path(nama)
    return None if adalah_tautan(jalur) else baca_teks(jalur) or None
