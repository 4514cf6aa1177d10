"""Pemeriksaan isi: generator ``Masalah`` per keluarga, terdaftar bersama kode yang dapat dihasilkannya.

BRK dan SKM tidak ada di sini: keduanya dihasilkan saat berkas dibaca (``berkas``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Generic, NamedTuple, TypeVar

from indeksinovasi.inti.model.daerah import Daerah
from indeksinovasi.inti.model.temuan import Masalah
from indeksinovasi.inti.periksa import bukti, fakta, kelayakan, lintas, wajar
from indeksinovasi.inti.periksa.konteks import (
    BahanHasil,
    BahanInovasi,
    BahanSpd,
    BahanTahun,
    MasalahBerkas,
)

_B = TypeVar("_B")
_M = TypeVar("_M", Masalah, MasalahBerkas)


class Pemeriksaan(NamedTuple, Generic[_B, _M]):
    """Satu pemeriksaan dan kode-kode yang dapat dihasilkannya."""

    kode: tuple[str, ...]
    periksa: Callable[[_B], Iterator[_M]]


_BARIS = ("FKT401", "FKT402", "FKT403", "FKT404", "FKT405", "FKT406", "FKT408", "FKT409", "FKT413")
_BERKAS = ("BKT302", "BKT303", "BKT304", "BKT305", "BKT306", "BKT307", "BKT309", "BKT311")
_PERSETUJUAN = ("BKT314", "BKT315")
_KEWAJARAN = ("FKT415", "FKT416", "FKT417", "FKT418", "KLY213")
_KELENGKAPAN = ("BKT301", "BKT308", "BKT312", "BKT313")

UNTUK_INOVASI: tuple[Pemeriksaan[BahanInovasi, Masalah], ...] = (
    Pemeriksaan(("KLY201", "KLY209", "KLY210"), kelayakan.periksa_jendela),
    Pemeriksaan(("KLY202",), kelayakan.periksa_rancang_bangun),
    Pemeriksaan(("KLY205",), kelayakan.periksa_uraian),
    Pemeriksaan(("KLY203",), kelayakan.periksa_tematik),
    Pemeriksaan(("KLY204",), kelayakan.periksa_wajib),
    Pemeriksaan(("KLY207",), kelayakan.periksa_urutan_tanggal),
    Pemeriksaan(_KELENGKAPAN, bukti.periksa_kelengkapan),
    Pemeriksaan(_BERKAS, bukti.periksa_berkas),
    Pemeriksaan(_PERSETUJUAN, bukti.periksa_persetujuan),
    Pemeriksaan(_BARIS, fakta.periksa_baris),
    Pemeriksaan(_KEWAJARAN, wajar.periksa_kewajaran),
    Pemeriksaan(("KLY212", "KLY213"), wajar.periksa_tempat),
    Pemeriksaan(("KLY211",), kelayakan.periksa_markah),
    Pemeriksaan(("FKT407", "FKT410", "FKT416"), fakta.periksa_kematangan),
    Pemeriksaan(("LTS503", "LTS508"), lintas.periksa_pengembangan),
)
UNTUK_SPD: tuple[Pemeriksaan[BahanSpd, Masalah], ...] = (
    Pemeriksaan(("KLY204",), kelayakan.periksa_wajib),
    Pemeriksaan(_KELENGKAPAN, bukti.periksa_kelengkapan),
    Pemeriksaan(_BERKAS, bukti.periksa_berkas),
    Pemeriksaan(_PERSETUJUAN, bukti.periksa_persetujuan),
    Pemeriksaan(_BARIS, fakta.periksa_baris),
    Pemeriksaan(_KEWAJARAN, wajar.periksa_kewajaran),
    Pemeriksaan(("FKT410", "FKT411", "FKT412", "FKT416"), fakta.periksa_total),
    Pemeriksaan(("FKT414",), fakta.periksa_maksimum),
)
UNTUK_DAERAH: tuple[Pemeriksaan[Daerah, Masalah], ...] = (
    Pemeriksaan(("LTS511",), lintas.periksa_jenis),
    Pemeriksaan(("LTS514",), lintas.periksa_nama_opd),
)
UNTUK_HASIL_RESMI: tuple[Pemeriksaan[BahanHasil, Masalah], ...] = (
    Pemeriksaan(("LTS507",), lintas.periksa_hasil_resmi),
    Pemeriksaan(("LTS512", "LTS513"), lintas.periksa_skor_terbit),
)
UNTUK_TAHUN: tuple[Pemeriksaan[BahanTahun, MasalahBerkas], ...] = (
    Pemeriksaan(("BKT310",), bukti.periksa_kembar),
    Pemeriksaan(("KLY206",), kelayakan.periksa_urusan_wajib),
    Pemeriksaan(("KLY208",), kelayakan.periksa_pembagi),
    Pemeriksaan(("LTS502",), lintas.periksa_judul),
    Pemeriksaan(("LTS504",), lintas.periksa_target),
    Pemeriksaan(("LTS505",), lintas.periksa_belum_melapor),
    Pemeriksaan(("LTS506",), lintas.periksa_spd),
    Pemeriksaan(("LTS509",), lintas.periksa_salinan),
)
UNTUK_SEBAGIAN: tuple[Pemeriksaan[BahanTahun, MasalahBerkas], ...] = (
    Pemeriksaan(("LTS501",), lintas.periksa_opd),
)
"""Pemeriksaan antarberkas yang benar juga bila hanya sebagian tahun yang diperiksa."""
KODE_ANTARDAERAH = ("LTS510",)


def semua_kode() -> frozenset[str]:
    """Setiap kode yang dapat dihasilkan pemeriksaan isi."""
    kelompok = (UNTUK_INOVASI, UNTUK_SPD, UNTUK_DAERAH, UNTUK_HASIL_RESMI, UNTUK_TAHUN, UNTUK_SEBAGIAN)
    return frozenset(KODE_ANTARDAERAH).union(*(satu.kode for isi in kelompok for satu in isi))


class Saringan(NamedTuple):
    """Kode yang diminta menurut awalan: ``pilih`` kosong berarti semua; ``abaikan`` didahulukan."""

    pilih: tuple[str, ...] = ()
    abaikan: tuple[str, ...] = ()

    def terpilih(self, kode: str) -> bool:
        """Benar bila *kode* dilaporkan."""
        return (not self.pilih or kode.startswith(self.pilih)) and not kode.startswith(
            self.abaikan or ("\0",)
        )


SEMUA_KODE = Saringan()


def jalankan(pemeriksaan: tuple[Pemeriksaan[_B, _M], ...], bahan: _B, saringan: Saringan) -> Iterator[_M]:
    """Hasil semua *pemeriksaan* yang kodenya terpilih."""
    for satu in pemeriksaan:
        if saringan == SEMUA_KODE:
            yield from satu.periksa(bahan)
        elif any(map(saringan.terpilih, satu.kode)):
            yield from (masalah for masalah in satu.periksa(bahan) if saringan.terpilih(masalah.kode))
