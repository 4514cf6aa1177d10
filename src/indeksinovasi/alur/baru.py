"""Kasus guna ``baru``: bahan kerangka sebuah daerah, tahun, spd.yaml, atau inovasi.

Isi kerangkanya disusun ``keluaran.kerangka``; di sini hanya tempatnya, aturannya, dan catatan tahun lalu.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from indeksinovasi.alur.data import galat_saja, pastikan_satu, tanpa_data, temukan_daerah
from indeksinovasi.alur.galat import GalatPemakaian
from indeksinovasi.alur.metode import metode_bila_terbit, metode_tahun
from indeksinovasi.berkas.entri import folder_tautan
from indeksinovasi.berkas.metode import tahun_tersedia
from indeksinovasi.berkas.muat import baca_daerah, baca_inovasi, susun_kamus
from indeksinovasi.berkas.pindai import FolderDaerah, ada_isi, pindai_tahun
from indeksinovasi.inti.ejaan import atau, kutip, mungkin_maksud, tanggal_id
from indeksinovasi.inti.hitung.kelayakan import di_luar_jendela
from indeksinovasi.inti.metode.uraian_aturan import tulis_fakta
from indeksinovasi.inti.model.daerah import Daerah
from indeksinovasi.inti.model.inovasi import Entri, Inovasi
from indeksinovasi.inti.model.metode import Metode
from indeksinovasi.inti.model.temuan import Temuan
from indeksinovasi.inti.nama import kode_dari

DIBAWA = (
    *(
        "nama",
        "tahapan",
        "inisiator",
        "nama_inisiator",
        "jenis",
        "bentuk",
        "urusan",
        "urusan_lain",
        "tematik",
    ),
    *("pkpn", "asta_cita", "koordinat", "video", "waktu", "rancang_bangun", "tujuan", "manfaat", "hasil"),
)
"""Isian yang dibawa ``--dari``: semuanya kecuali status, nilai, dan bukti tahun lalu."""


GANTI_TAUTAN = "Ganti tautan itu dengan folder biasa, lalu ulangi."


class DaerahSatu(NamedTuple):
    """Satu daerah yang ditunjuk: foldernya, dan isinya bila ``daerah.yaml`` terbaca."""

    folder: FolderDaerah
    daerah: Daerah | None

    @property
    def nama_opd(self) -> dict[str, str]:
        """Nama tiap OPD menurut kodenya."""
        return dict(self.daerah.perangkat_daerah) if self.daerah else {}


class Bawaan(NamedTuple):
    """Satu catatan tahun lalu yang dibawa: tempat barunya, isiannya, dan keterangan lama tiap baris."""

    opd: str
    slug: str
    isi: dict[str, Any]
    lama: dict[str, tuple[str, ...]]


class Gugur(NamedTuple):
    """Catatan tahun lalu yang tidak dibawa, alasannya, dan tahun sejak kapan."""

    id: str
    nama: str
    alasan: str
    sejak: int


class Pindahan(NamedTuple):
    """Hasil membaca tahun lalu untuk ``baru tahun --dari``."""

    dibawa: tuple[Bawaan, ...] = ()
    gugur: tuple[Gugur, ...] = ()
    temuan: tuple[Temuan, ...] = ()


def satu_daerah(data: Path) -> DaerahSatu:
    """Tepat satu daerah; ``GalatPemakaian`` bila tidak ada, lebih dari satu, atau hanya sebagian."""
    _, semua = temukan_daerah(data)
    folder = pastikan_satu(data, semua)
    daerah, _ = baca_daerah(folder)
    return DaerahSatu(folder, daerah)


def pastikan_opd(milik: DaerahSatu, kode: str) -> None:
    """``GalatPemakaian`` bila *kode* tidak ada pada daerah.yaml."""
    dikenal = list(milik.nama_opd)
    if kode in dikenal:
        return
    petunjuk = f"Yang ada: {', '.join(dikenal)}." if dikenal else "Isi perangkat_daerah pada daerah.yaml."
    raise GalatPemakaian(
        f"OPD {kutip(kode)} tidak ada pada daerah.yaml.", atau(mungkin_maksud(kode, dikenal), petunjuk)
    )


def aturan_tahun(tahun: int) -> Metode:
    """Aturan *tahun* untuk kerangkanya."""
    return metode_tahun(tahun).metode


def tempat_inovasi(folder: FolderDaerah, tahun: int, opd: str, nama: str) -> Path:
    """Berkas bagi inovasi bernama *nama*."""
    return folder.jalur / str(tahun) / opd / f"{kode_dari(nama)}.yaml"


def tolak_tautan(folder: FolderDaerah, semua: Iterable[Path]) -> None:
    """``GalatPemakaian`` bila ada catatan yang akan ditulis di bawah tautan simbolik."""
    for jalur in semua:
        if tautan := folder_tautan(jalur, folder.jalur):
            raise GalatPemakaian(
                f"{folder.tampil(tautan)} tautan simbolik, yang dilewati pembaca data.", GANTI_TAUTAN
            )


def pindahkan(folder: FolderDaerah, dari: int, ke: Metode) -> Pindahan:
    """Catatan *dari* yang masih layak pada tahun *ke*, dan yang gugur beserta sejak kapan."""
    if dari >= ke.tahun:
        raise GalatPemakaian(f"Tahun {dari} bukan sebelum {ke.tahun}.", "Sebut tahun lalu dengan --dari.")
    if not ada_isi(folder, dari):
        raise tanpa_data(folder.jalur, [folder], dari)
    kamus = susun_kamus(metode_bila_terbit(dari), ke)
    dibawa: list[Bawaan] = []
    gugur: list[Gugur] = []
    temuan: list[Temuan] = []
    for opd, semua in pindai_tahun(folder, dari).opd.items():
        for jalur in semua:
            _, inovasi, milik = baca_inovasi(jalur, folder.tampil(jalur), kamus)
            kenal = f"{dari}/{opd}/{jalur.stem}"
            if inovasi is None:
                temuan.extend(galat_saja(milik))
            elif alasan := di_luar_jendela(inovasi, ke.kelayakan):
                gugur.append(Gugur(kenal, inovasi.nama, alasan, _sejak(inovasi, dari, ke.tahun)))
            else:
                dibawa.append(_bawa(inovasi, dari, opd, jalur.stem))
    return Pindahan(tuple(dibawa), tuple(gugur), tuple(temuan))


def _sejak(inovasi: Inovasi, dari: int, ke: int) -> int:
    """Tahun pengukuran pertama sesudah *dari* yang jendelanya tidak lagi memuat *inovasi*."""
    for tahun in tahun_tersedia():
        metode = metode_bila_terbit(tahun) if dari < tahun <= ke else None
        if metode and di_luar_jendela(inovasi, metode.kelayakan):
            return tahun
    return ke


def _bawa(inovasi: Inovasi, dari: int, opd: str, slug: str) -> Bawaan:
    isi = {kunci: _polos(getattr(inovasi, kunci)) for kunci in DIBAWA}
    isi["pengembangan_dari"] = f"{dari}/{opd}/{slug}"
    lama: dict[str, tuple[str, ...]] = {
        kode: (_keterangan(dari, satu),) for kode, satu in inovasi.indikator.items()
    }
    return Bawaan(
        opd, slug, {kunci: nilai for kunci, nilai in isi.items() if nilai not in (None, (), {})}, lama
    )


def _polos(nilai: Any) -> Any:
    """Model bersarang (waktu, koordinat) sebagai peta tanpa isian kosong."""
    if not hasattr(nilai, "model_fields_set"):
        return nilai
    return {kunci: satu for kunci, satu in dict(nilai).items() if satu is not None}


def _keterangan(tahun: int, entri: Entri) -> str:
    bagian = []
    if entri.parameter is not None:
        bagian.append(f"parameter {entri.parameter}")
    if entri.fakta is not None:
        bagian.append(f"fakta {tulis_fakta(entri.fakta)}")
    if entri.verifikasi is not None:
        bagian.append(f"terverifikasi {entri.verifikasi.parameter}")
    return f"  {tahun}: {', '.join(bagian)}"


def kata_gugur(gugur: Gugur) -> str:
    """Satu kalimat untuk layar."""
    return f"{gugur.id} ({gugur.nama}): gugur sejak pengukuran {gugur.sejak}; {gugur.alasan}"


def kata_batas(metode: Metode) -> str | None:
    """Jendela penerapan yang dipakai memilih; ``None`` bila tidak terbit."""
    jendela = metode.kelayakan.penerapan
    return f"{tanggal_id(jendela.mulai)} s.d. {tanggal_id(jendela.sampai)}" if jendela else None
