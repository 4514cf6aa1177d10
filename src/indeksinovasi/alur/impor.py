"""Kasus guna ``impor``: membaca sumber, menyusun rencana, dan menulisnya di bawah kunci daerah."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from indeksinovasi.alur.baru import DaerahSatu, pastikan_opd, satu_daerah
from indeksinovasi.alur.data import galat_saja
from indeksinovasi.alur.galat import GalatPemakaian
from indeksinovasi.alur.impor_sumber import BacaanSumber, Pengaturan, baca_satu
from indeksinovasi.alur.impor_tulis import bukti_belum_ada, tulis_rencana
from indeksinovasi.alur.metode import metode_bila_terbit
from indeksinovasi.alur.tambahan import pastikan
from indeksinovasi.berkas.baca import baca
from indeksinovasi.berkas.kunci import buang_sisa, kunci_daerah
from indeksinovasi.berkas.muat import susun_kamus
from indeksinovasi.berkas.pindai import FolderDaerah, pindai_tahun
from indeksinovasi.berkas.tabel.baca import adalah_excel
from indeksinovasi.inti.ejaan import kutip
from indeksinovasi.inti.impor.gabung import TIDAK_MENIMPA, Timpa
from indeksinovasi.inti.impor.kembar import baris_kembar, opd_mirip
from indeksinovasi.inti.impor.rencana import susun_rencana
from indeksinovasi.inti.impor.unit import PencariOpd
from indeksinovasi.inti.katalog import buat_temuan
from indeksinovasi.inti.model.daerah import Daerah
from indeksinovasi.inti.model.impor import CatatanTersimpan, NasibBaris, RencanaImpor
from indeksinovasi.inti.model.peta import Peta
from indeksinovasi.inti.model.temuan import Masalah, Temuan
from indeksinovasi.inti.model.tulisan import Tulisan
from indeksinovasi.inti.periksa.konteks import susun_konteks

Pantau = Callable[[Iterable[NasibBaris], int], Iterable[NasibBaris]]


class PermintaanImpor(NamedTuple):
    """Permintaan ``impor``; ``status`` ``None``: menurut sumbernya."""

    sumber: tuple[Path, ...]
    ke: Path
    tahun: int
    opd: str | None = None
    status: str | None = None
    peta: Peta | None = None
    coba: bool = False
    timpa: Timpa = TIDAK_MENIMPA
    abaikan_pemda: bool = False


@dataclass(slots=True)
class HasilImpor:
    """Rencana beserta yang ditulis. ``opd_kosong``: OPD yang hanya membawa kematangan, tanpa baris."""

    rencana: RencanaImpor
    temuan: list[Temuan]
    tulisan: list[Tulisan] = field(default_factory=list)
    status_bawaan: str | None = None
    tanpa_baris: Mapping[str, int] = field(default_factory=dict)
    nama_opd: Mapping[str, str] = field(default_factory=dict)
    sumber_gagal: int = 0
    dibatalkan: bool = False

    @property
    def gagal(self) -> bool:
        """Kode keluar 1: baris dilewati atau bertentangan, sumber tak terbaca, atau penulisan tertahan."""
        bermasalah = any(satu.nasib == "dilewati" or satu.bertentangan for satu in self.rencana.langkah)
        tertahan = any(satu.kode in ("IMP811", "IMP814") for satu in self.temuan)
        return bermasalah or tertahan or self.sumber_gagal > 0 or self.dibatalkan


def impor(permintaan: PermintaanImpor, pantau: Pantau | None = None) -> HasilImpor:
    """Jalankan impor; ``GalatPemakaian`` bila tidak ada sumber yang dapat dibaca atau tujuannya bukan satu
    daerah.
    """
    milik = satu_daerah(permintaan.ke)
    if milik.daerah is None:
        raise GalatPemakaian("daerah.yaml tidak dapat dibaca.", "Perbaiki dahulu menurut `indeks validasi`.")
    if permintaan.opd is not None:
        pastikan_opd(milik, permintaan.opd)
    if any(adalah_excel(satu) for satu in permintaan.sumber):
        pastikan("tabel", "membaca Excel")
    with _tanpa_pemulung():
        return _impor(permintaan, milik, milik.daerah, pantau)


@contextmanager
def _tanpa_pemulung() -> Iterator[None]:
    """Sejuta objek tanpa lingkaran tidak perlu ditelusuri berulang; itu seperlima waktunya."""
    hidup = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if hidup:
            gc.enable()


def _impor(
    permintaan: PermintaanImpor, milik: DaerahSatu, daerah: Daerah, pantau: Pantau | None
) -> HasilImpor:
    bacaan = _baca(permintaan, daerah)
    if all(satu.gagal for satu in bacaan):
        raise GalatPemakaian(
            "Tidak ada sumber yang dapat diimpor.",
            "Perbaiki sumbernya menurut temuan di atas.",
            tuple(temuan for satu in bacaan for temuan in satu.temuan),
        )
    asing = [satu for milik_bacaan in bacaan for satu in milik_bacaan.pemda_asing]
    if asing and not permintaan.abaikan_pemda:
        return _batal(bacaan, asing)
    if permintaan.coba:
        return _kerjakan(permintaan, milik, bacaan, pantau)
    with kunci_daerah(milik.folder.jalur):
        buang_sisa(milik.folder.jalur, permintaan.tahun)
        # Dibaca ulang di bawah kunci: perintah lain mungkin baru saja selesai menulis.
        return _kerjakan(permintaan, satu_daerah(permintaan.ke), bacaan, pantau)


def _baca(permintaan: PermintaanImpor, daerah: Daerah) -> list[BacaanSumber]:
    metode = metode_bila_terbit(permintaan.tahun)
    puncak = metode.maksimum.sid_indikator if metode else None
    atur = Pengaturan(
        tahun=permintaan.tahun,
        daerah=daerah.nama,
        status=permintaan.status,
        opd=permintaan.opd,
        kematangan_maksimum=puncak.nilai if puncak else None,
        peta=permintaan.peta,
        kamus=susun_kamus(metode),
        konteks=susun_konteks(permintaan.tahun, metode),
    )
    return [baca_satu(satu, satu.as_posix(), atur) for satu in permintaan.sumber]


def _batal(bacaan: Sequence[BacaanSumber], asing: Sequence[Temuan]) -> HasilImpor:
    temuan = [satu for milik in bacaan for satu in milik.temuan]
    return HasilImpor(RencanaImpor((), {}), sorted([*temuan, *asing]), dibatalkan=True)


def _kerjakan(
    permintaan: PermintaanImpor, milik: DaerahSatu, bacaan: Sequence[BacaanSumber], pantau: Pantau | None
) -> HasilImpor:
    assert milik.daerah is not None  # diperiksa sebelum kunci dipegang
    peta = permintaan.peta.opd if permintaan.peta else {}
    pencari = PencariOpd(milik.daerah.perangkat_daerah, milik.daerah.nama, peta)
    temuan = [satu for milik_bacaan in bacaan for satu in milik_bacaan.temuan]
    catatan = list(baca_catatan(milik.folder, permintaan.tahun, temuan))
    rencana = susun_rencana(
        [satu.calon for satu in bacaan], catatan, pencari, opd=permintaan.opd, timpa=permintaan.timpa
    )
    hasil = HasilImpor(rencana, temuan)
    hasil.temuan += _temuan_langkah(rencana)
    hasil.temuan += baris_kembar(rencana)
    hasil.temuan += _status_terabaikan(bacaan, catatan, permintaan.tahun)
    hasil.temuan += opd_mirip(rencana, milik.daerah.perangkat_daerah)
    hasil.sumber_gagal = sum(satu.gagal for satu in bacaan)
    hasil.status_bawaan = next((satu.status_bawaan for satu in bacaan if satu.status_bawaan), None)
    hasil.tanpa_baris = _tanpa_baris(rencana)
    hasil.nama_opd = {**milik.nama_opd, **rencana.opd_baru}
    hasil.temuan += bukti_belum_ada(rencana, milik.folder, permintaan.tahun)
    langkah = rencana.langkah if pantau is None else pantau(rencana.langkah, len(rencana.langkah))
    tulis_rencana(hasil.tulisan, hasil.temuan, langkah, rencana.opd_baru, milik, permintaan)
    hasil.temuan.sort()
    return hasil


def _status_terabaikan(
    bacaan: Sequence[BacaanSumber], catatan: Sequence[CatatanTersimpan], tahun: int
) -> Iterator[Temuan]:
    """IMP813 bagi kolom status lembar verifikasi yang isinya bukan status datanya: ia tidak dibaca."""
    kini = {f"{tahun}/{satu.opd}/{satu.slug}": satu.isi.get("status") for satu in catatan}
    for satu in (tercantum for milik in bacaan for tercantum in milik.status_tercantum):
        if satu.id in kini and satu.status.casefold() != str(kini[satu.id]):
            data = kutip(kini[satu.id])
            pesan = f"kolom status berisi {kutip(satu.status)}, data {data}; kolom itu tidak dibaca"
            petunjuk = 'Tulis status yang baru di kolom "status baru".'
            yield buat_temuan(satu.sumber, satu.baris, 1, Masalah("IMP813", (), pesan, petunjuk))


def baca_catatan(folder: FolderDaerah, tahun: int, temuan: list[Temuan]) -> Iterator[CatatanTersimpan]:
    """Isi mentah tiap catatan *tahun*, juga yang belum sah. Yang bukan YAML disebut pada *temuan*: baris yang
    sejudul dengannya tidak dapat dikenali.
    """
    if tahun not in folder.tahun:
        return
    isi = pindai_tahun(folder, tahun)
    semua = [("", isi.spd)] if isi.spd is not None else []
    semua += [(opd, jalur) for opd, milik in isi.opd.items() for jalur in milik]
    for opd, jalur in semua:
        dokumen = baca(jalur, folder.tampil(jalur))
        terbaca = isinstance(dokumen.data, dict)
        if not terbaca:
            temuan.extend(galat_saja(dokumen.temuan))
        yield CatatanTersimpan(opd, jalur.stem, dokumen.data if terbaca else {})


def _temuan_langkah(rencana: RencanaImpor) -> Iterator[Temuan]:
    for satu in rencana.langkah:
        calon = satu.calon
        if satu.bertentangan:
            masalah = Masalah("IMP808", (), "; ".join(satu.bertentangan))
        elif satu.nasib == "dilewati":
            masalah = Masalah("IMP809", (), calon.dilewati or "")
        elif calon.catatan:
            masalah = Masalah("IMP810", (), "; ".join(calon.catatan))
        else:
            continue
        yield buat_temuan(calon.sumber, calon.baris, 1, masalah)


def _tanpa_baris(rencana: RencanaImpor) -> dict[str, int]:
    """Banyak catatan baru tiap OPD yang hanya membawa angka kematangan."""
    hasil: dict[str, int] = {}
    for satu in rencana.langkah:
        isi: Mapping[str, Any] = satu.isi or {}
        if satu.nasib == "baru" and "kematangan" in isi and "indikator" not in isi:
            hasil[satu.opd] = hasil.get(satu.opd, 0) + 1
    return dict(sorted(hasil.items()))
