"""Kasus guna ``laporan``: memilih tahun dan daerah, membaca bahan, dan menyimpan berkas yang sudah jadi."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress
from pathlib import Path
from typing import NamedTuple, TypeVar

from indeksinovasi.alur.banding import PermintaanSisi, RencanaBanding, jalankan_banding
from indeksinovasi.alur.data import (
    DataDaerah,
    ada_galat,
    baca_data_daerah,
    galat_saja,
    pilih_tahun,
    tanpa_data,
    temuan_folder,
    temukan_daerah,
    terbit_terbaru,
)
from indeksinovasi.alur.galat import GalatPemakaian
from indeksinovasi.alur.laporan_berikut import susun_berikut
from indeksinovasi.alur.metode import metode_bila_terbit, peraturan_untuk
from indeksinovasi.alur.nilai import HasilDaerah
from indeksinovasi.alur.paralel import olah_semua
from indeksinovasi.berkas.batas import BATAS_BITA
from indeksinovasi.berkas.buka import BerkasTerlaluBesar, baca_utuh, sebab_os
from indeksinovasi.berkas.entri import nyata
from indeksinovasi.berkas.jejak import tertahan, tulis_berjejak
from indeksinovasi.berkas.muat import baca_tahun, susun_kamus
from indeksinovasi.berkas.pindai import FolderDaerah, pindai_tahun
from indeksinovasi.berkas.sidik import sidik_berkas
from indeksinovasi.berkas.tersasar import BERKAS_DAERAH
from indeksinovasi.berkas.tulis import sebab_tulis
from indeksinovasi.inti.hitung.nilai import Opsi, nilai_daerah
from indeksinovasi.inti.laporan.provinsi import susun_provinsi
from indeksinovasi.inti.laporan.susun import BahanLaporan
from indeksinovasi.inti.model.banding import Perbandingan
from indeksinovasi.inti.model.berikut import BerikutLaporan
from indeksinovasi.inti.model.hasil import Dasar
from indeksinovasi.inti.model.metode import Metode
from indeksinovasi.inti.model.provinsi import BarisDaerah, LaporanProvinsi
from indeksinovasi.inti.model.temuan import Temuan
from indeksinovasi.inti.nama import kode_dari
from indeksinovasi.inti.rencana.keadaan import Keadaan, keadaan_awal

T = TypeVar("T")
_BATAS_KOP = 20 * 1024 * 1024
_SETARA_CATATAN = 200
"""Menggambar bagan satu laporan kira-kira selama membaca sekian catatan; dipakai memilih banyak proses."""


class PermintaanLaporan(NamedTuple):
    """Permintaan laporan; ``tahun`` ``None`` berarti catatan terbaru, atau hasil terbit terbaru."""

    data: Path
    tahun: int | None = None
    metode: str | None = None
    dasar: Dasar = "berbukti"


def tahun_semua(data: Path) -> tuple[int, ...]:
    """Tahun-tahun yang dapat dilaporkan dari *data*: bercatatan dan bermetode, atau punya hasil terbit."""
    _, folder = temukan_daerah(data)
    semua = [baca_data_daerah(satu, satu.tahun) for satu in folder]
    catatan = {tahun for satu in semua for tahun in satu.catatan if metode_bila_terbit(tahun)}
    terbit = {hasil.tahun for satu in semua for hasil in satu.terbit}
    return tuple(sorted(catatan | terbit))


@dataclass(frozen=True, slots=True)
class RencanaLaporan:
    """Laporan yang akan disusun. ``metode`` ``None`` berarti metode tiap tahun sendiri.

    ``subfolder`` sejajar dengan ``daerah``; kosong bila hanya satu daerah. ``banyak``: DATA memuat lebih dari
    satu daerah; ``nama`` sebutan bersamanya.
    """

    tahun: int
    tahun_dipilih: bool
    metode: str | None
    dasar: Dasar
    daerah: tuple[FolderDaerah, ...]
    subfolder: tuple[str, ...]
    tanpa_tahun: tuple[str, ...]
    temuan: tuple[Temuan, ...]
    tanpa_metode: tuple[int, ...] = ()
    nama: str = ""
    banyak: bool = False


def rencanakan_laporan(permintaan: PermintaanLaporan) -> RencanaLaporan:
    """Temukan daerah yang punya catatan atau hasil terbit tahun itu; ``GalatPemakaian`` bila tidak ada."""
    data = permintaan.data
    sasaran, folder = temukan_daerah(data)
    semua = tuple(baca_data_daerah(satu, satu.tahun) for satu in folder)
    dipilih = pilih_tahun(folder, sasaran, permintaan.tahun, bermetode=permintaan.metode is None)
    tahun = dipilih.tahun if dipilih.tahun is not None else terbit_terbaru(semua)
    punya = [satu.berisi(tahun) for satu in semua]
    if tahun is None or not any(punya):
        raise tanpa_data(data, folder, tahun, terbit=True)
    if any(tahun in satu.catatan for satu in semua):
        # Metode yang tidak ada atau rusak dilaporkan sebelum menulis apa pun.
        peraturan_untuk(tahun, permintaan.metode)
    nama = nama_subfolder([satu.nama or nyata(data).name for satu in folder])
    return RencanaLaporan(
        tahun=tahun,
        tahun_dipilih=dipilih.otomatis,
        metode=None if permintaan.metode == str(tahun) else permintaan.metode,
        dasar=permintaan.dasar,
        daerah=tuple(compress(folder, punya)),
        subfolder=tuple(compress(nama, punya)),
        tanpa_tahun=tuple(satu.identitas.nama for satu, ada in zip(semua, punya, strict=True) if not ada),
        temuan=temuan_folder(folder),
        tanpa_metode=dipilih.tanpa_metode,
        nama=_nama_bersama(data, semua),
        banyak=len(folder) > 1,
    )


def _nama_bersama(data: Path, semua: Sequence[DataDaerah]) -> str:
    """Nama daerah di puncak pohon (provinsinya), atau nama foldernya."""
    puncak = next((satu.identitas.nama for satu in semua if not satu.folder.nama), None)
    return puncak or nyata(data).name


def ikhtisar_daerah(rencana: RencanaLaporan, ringkas: Iterable[BarisDaerah]) -> LaporanProvinsi:
    """Bahan laporan di atas laporan tiap daerah."""
    metode = peraturan_untuk(rencana.tahun, rencana.metode).metode.nama if rencana.metode else None
    return susun_provinsi(rencana.nama, rencana.tahun, metode, ringkas, rencana.tanpa_tahun)


def nama_subfolder(jalur: list[str]) -> tuple[str, ...]:
    """Nama subfolder dari *jalur* tiap daerah: slug, bernomor bila sama; kosong bila hanya satu daerah."""
    if len(jalur) == 1:
        return ("",)
    dipakai: dict[str, int] = {}
    hasil = []
    for satu in jalur:
        slug = kode_dari(satu, "daerah")
        dipakai[slug] = dipakai.get(slug, 0) + 1
        hasil.append(slug if dipakai[slug] == 1 else f"{slug}_{dipakai[slug]}")
    return tuple(hasil)


def jalankan_laporan(
    rencana: RencanaLaporan, olah: Callable[[BahanLaporan], T]
) -> Iterator[HasilDaerah[tuple[str, T]]]:
    """Baca bahan tiap daerah dan *olah* menjadi isi laporan, bersama nama subfoldernya."""
    semua = olah_semua(_satu, (rencana, olah), rencana.daerah, len(rencana.daerah) * _SETARA_CATATAN)
    for subfolder, satu in zip(rencana.subfolder, semua, strict=True):
        yield HasilDaerah((subfolder, satu.isi), satu.temuan, satu.ditinggalkan)


def _satu(
    folder: FolderDaerah, konteks: tuple[RencanaLaporan, Callable[[BahanLaporan], T]]
) -> HasilDaerah[T]:
    rencana, olah = konteks
    bahan, temuan = baca_bahan(folder, rencana)
    return HasilDaerah(olah(bahan), temuan, ada_galat(temuan))


def _dapat_dinilai(tahun: int, rencana: RencanaLaporan) -> bool:
    """Tahun laporannya sendiri, atau tahun lain yang punya metode."""
    return tahun == rencana.tahun or rencana.metode is not None or metode_bila_terbit(tahun) is not None


def baca_bahan(folder: FolderDaerah, rencana: RencanaLaporan) -> tuple[BahanLaporan, tuple[Temuan, ...]]:
    """Bahan laporan satu daerah, dan temuan galat semua berkas yang dibaca."""
    data = baca_data_daerah(folder, folder.tahun)
    tahun = rencana.tahun
    bertahun = sorted(satu for satu in data.catatan if satu <= tahun)
    dinilai: dict[int, Keadaan] = {}
    temuan = set(data.temuan)
    for satu in bertahun:
        if _dapat_dinilai(satu, rencana):
            dinilai[satu], galat = _nilai(data, satu, rencana)
            temuan.update(galat)
    utama = dinilai.pop(tahun, None)
    sidik, banyak = sidik_berkas(folder.jalur, _berkas(folder, bertahun))
    bahan = BahanLaporan(
        daerah=data.identitas,
        tahun=tahun,
        hasil=utama.hasil if utama else None,
        metode_lain=rencana.metode is not None,
        tahun_lain=tuple(satu.hasil for satu in dinilai.values()),
        terbit=data.terbit,
        metode=_metode_terbit(data, tahun),
        perbandingan=_bandingkan(data, max(dinilai), rencana) if utama and dinilai else None,
        sidik_data=sidik,
        banyak_berkas=banyak,
        berikut=susun_berikut(utama) if utama else BerikutLaporan(),
    )
    return bahan, tuple(sorted(temuan))


def _metode_terbit(data: DataDaerah, sampai: int) -> dict[int, Metode]:
    """Metode tahun-tahun yang punya hasil terbit."""
    tahun = {satu.tahun for satu in data.terbit if satu.tahun <= sampai}
    return {satu: milik for satu in tahun if (milik := metode_bila_terbit(satu))}


def _nilai(data: DataDaerah, tahun: int, rencana: RencanaLaporan) -> tuple[Keadaan, tuple[Temuan, ...]]:
    peraturan = peraturan_untuk(tahun, rencana.metode)
    kamus = susun_kamus(peraturan.asal, peraturan.metode)
    termuat = baca_tahun(data.folder, pindai_tahun(data.folder, tahun), data.daerah, kamus)
    opsi = Opsi(rencana.dasar)
    hasil = nilai_daerah(termuat.bahan, peraturan, opsi)
    return keadaan_awal(termuat.bahan, peraturan, opsi, hasil), galat_saja(termuat.temuan)


def _bandingkan(data: DataDaerah, sebelum: int, rencana: RencanaLaporan) -> Perbandingan | None:
    """Perbandingan dengan tahun *sebelum*, menurut dasar dan metode yang sama dengan laporan."""
    metode = rencana.metode
    # Metode kedua sisi sama, jadi sebutannya cukup tahunnya; jalur berkas metode bukan untuk dibaca.
    sisi = tuple(
        PermintaanSisi(str(satu), satu, metode, rencana.dasar, metode is None)
        for satu in (sebelum, rencana.tahun)
    )
    for potongan in jalankan_banding(RencanaBanding(sisi, (data,), ())):
        return next(iter(potongan.isi.perbandingan), None)
    return None


def _berkas(folder: FolderDaerah, tahun: list[int]) -> Iterator[Path]:
    yield folder.jalur / BERKAS_DAERAH
    if folder.hasil_resmi:
        yield folder.hasil_resmi
    for satu in tahun:
        isi = pindai_tahun(folder, satu)
        if isi.spd:
            yield isi.spd
        for semua in isi.opd.values():
            yield from semua


def baca_kop(jalur: Path, bentuk: str) -> bytes:
    """Isi berkas Word yang menjadi dasar docx; ``GalatPemakaian`` bila tak terbaca atau bukan untuk docx."""
    if bentuk != "docx":
        raise GalatPemakaian(f"Templat Word {jalur} hanya untuk --bentuk docx.", "Tambahkan --bentuk docx.")
    try:
        return baca_utuh(jalur, _BATAS_KOP)
    except BerkasTerlaluBesar:
        raise GalatPemakaian(
            f"Templat {jalur} lebih besar dari {_BATAS_KOP // 1024 // 1024} MiB.", "Perkecil gambarnya."
        ) from None
    except OSError as galat:
        raise GalatPemakaian(
            f"Templat {jalur} tidak dapat dibaca: {sebab_os(galat)}.", "Periksa penulisan jalurnya."
        ) from None


def baca_templat(jalur: Path) -> str:
    """Isi templat pengguna; ``GalatPemakaian`` bila tidak dapat dibaca atau bukan UTF-8."""
    try:
        bita = baca_utuh(jalur, BATAS_BITA)
    except BerkasTerlaluBesar:
        raise GalatPemakaian(
            f"Templat {jalur} lebih besar dari {BATAS_BITA // 1024} KiB.", "Pendekkan templatnya."
        ) from None
    except OSError as galat:
        raise GalatPemakaian(
            f"Templat {jalur} tidak dapat dibaca: {sebab_os(galat)}.", "Periksa penulisan jalurnya."
        ) from None
    try:
        return bita.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise GalatPemakaian(f"Templat {jalur} bukan UTF-8.", "Simpan ulang sebagai UTF-8.") from None


def simpan_laporan(folder: Path, isi: Mapping[str, bytes], utama: str, *, timpa: bool = False) -> None:
    """Tulis laporan *utama* dan sampingnya ke *folder*; ``GalatPemakaian`` bila gagal, tanpa setengah jadi.

    Tanpa *timpa*, berkas yang bukan tulisan perintah ini atau sudah disunting menahan semuanya.
    """
    try:
        if not timpa and (ada := tertahan(folder, isi)):
            sebut = ", ".join((folder / satu).as_posix() for satu in ada[:3])
            lain = f" dan {len(ada) - 3} lagi" if len(ada) > 3 else ""
            raise GalatPemakaian(
                f"Sudah ada dan bukan tulisan perintah ini, atau sudah disunting: {sebut}{lain}.",
                "Pilih folder lain dengan -o, atau timpa dengan --timpa.",
            )
        tulis_berjejak(folder, isi, utama)
    except OSError as galat:
        raise GalatPemakaian(
            f"Laporan tidak dapat ditulis ke {folder}: {sebab_tulis(galat)}.", "Pilih folder lain dengan -o."
        ) from None
