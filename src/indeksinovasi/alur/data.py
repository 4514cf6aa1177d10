"""Memilih data: daerah yang ditunjuk DATA, tahun yang berlaku, dan sebab bila tidak ada.

Semua perintah yang membaca DATA memilih lewat modul ini, jadi tahun bawaan dan kalimat "tidak ada data" sama
di mana pun.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from indeksinovasi.alur.galat import GalatPemakaian
from indeksinovasi.berkas.buka import sebab_os
from indeksinovasi.berkas.entri import jenis_jalur
from indeksinovasi.berkas.metode import tahun_tersedia
from indeksinovasi.berkas.muat import baca_daerah, baca_hasil_resmi, identitas
from indeksinovasi.berkas.pindai import FolderDaerah, Sasaran, ada_isi, cari_daerah, kenali
from indeksinovasi.inti.model.daerah import Daerah, HasilTerbit, IdentitasDaerah
from indeksinovasi.inti.model.temuan import Temuan

TIDAK_DIBACA = ("BRK011", "BRK012", "BRK013", "BRK014", "BRK022", "BRK023")
"""Peringatan tentang yang tampaknya data, tetapi tidak dibaca."""


class DataDaerah(NamedTuple):
    """Isi ``daerah.yaml`` dan ``hasil_resmi.yaml`` satu daerah, dengan temuan galatnya.

    ``catatan``: tahun-tahun yang ditanyakan dan memang punya catatan atau spd.yaml.
    """

    folder: FolderDaerah
    daerah: Daerah | None
    identitas: IdentitasDaerah
    terbit: tuple[HasilTerbit, ...]
    temuan: tuple[Temuan, ...]
    catatan: frozenset[int]

    def terbit_tahun(self, tahun: int) -> tuple[HasilTerbit, ...]:
        """Hasil terbit *tahun*, menurut urutan tertulis."""
        return tuple(satu for satu in self.terbit if satu.tahun == tahun)

    def berisi(self, tahun: int | None) -> bool:
        """Punya catatan atau hasil terbit *tahun*."""
        return tahun is not None and (tahun in self.catatan or bool(self.terbit_tahun(tahun)))


def baca_data_daerah(folder: FolderDaerah, tahun: Iterable[int]) -> DataDaerah:
    """Baca kedua berkas tingkat daerah (yang rusak menjadi temuan); lihat *tahun* mana yang bercatatan."""
    if not folder.ada:
        return DataDaerah(folder, None, identitas(folder, None), (), temuan_folder([folder]), frozenset())
    daerah, temuan = baca_daerah(folder)
    resmi, temuan_resmi = baca_hasil_resmi(folder)
    galat = galat_saja((*temuan, *temuan_resmi))
    catatan = frozenset(satu for satu in tahun if ada_isi(folder, satu))
    return DataDaerah(folder, daerah, identitas(folder, daerah), resmi.hasil if resmi else (), galat, catatan)


def sebut_tahun(semua: Sequence[DataDaerah], *, terbit: bool = True) -> str:
    """Tahun-tahun yang ada untuk petunjuk: ``2022, 2023, 2021 (hasil terbit)``; kosong bila tidak ada.

    Tanpa *terbit* hanya tahun bercatatan.
    """
    catatan = {tahun for satu in semua for tahun in satu.folder.tahun if ada_isi(satu.folder, tahun)}
    hanya_terbit = {hasil.tahun for satu in semua for hasil in satu.terbit} - catatan if terbit else set()
    sebutan = [*map(str, sorted(catatan)), *(f"{tahun} (hasil terbit)" for tahun in sorted(hanya_terbit))]
    return ", ".join(sebutan)


def temuan_data(semua: Iterable[DataDaerah]) -> tuple[Temuan, ...]:
    """Temuan galat berkas tingkat daerah, yang bisa menjadi sebab sebuah tahun tampak tidak ada."""
    return tuple(sorted({temuan for satu in semua for temuan in satu.temuan}))


def temuan_folder(semua: Iterable[FolderDaerah]) -> tuple[Temuan, ...]:
    """Yang terlihat saat memindai: folder yang tidak terbuka, dan yang tampaknya data tetapi dilewati."""
    return tuple(temuan for folder in semua for temuan in folder.temuan if perlu_disebut(temuan))


def perlu_disebut(temuan: Temuan) -> bool:
    """Galat, atau sesuatu yang tidak dibaca: tanpa disebut, indeks berubah tanpa sebab yang terlihat."""
    return temuan.tingkat == "galat" or temuan.kode in TIDAK_DIBACA


def galat_saja(temuan: Iterable[Temuan]) -> tuple[Temuan, ...]:
    """Temuan yang membuat sebuah berkas atau isian ditinggalkan."""
    return tuple(satu for satu in temuan if satu.tingkat == "galat")


def ada_galat(temuan: Iterable[Temuan]) -> bool:
    """Ada berkas yang ditinggalkan."""
    return any(satu.tingkat == "galat" for satu in temuan)


def temukan(data: Path, awalan: str = "") -> tuple[Sasaran, list[FolderDaerah]]:
    """Daerah-daerah yang ditunjuk *data*: satu daerah, pohon daerah, tahun, OPD, atau satu berkas.

    *awalan* mendahului jalur untuk manusia bila *data* perlu dicari isinya.
    """
    if jenis_jalur(data) == "tiada":
        raise GalatPemakaian(f"{data} tidak ada.", "Periksa penulisan jalurnya.")
    with terbuka(data):
        sasaran = kenali(data)
    if sasaran.daerah:
        return sasaran, [sasaran.daerah]
    if sasaran.berkas:
        raise GalatPemakaian(
            f"{data} tidak berada di dalam folder daerah.",
            "Simpan di <daerah>/<tahun>/<opd>/, dengan daerah.yaml di folder daerah.",
        )
    with terbuka(data):
        semua = _gabungkan(list(cari_daerah(data, awalan)))
    if not any(satu.ada or ada_galat(satu.temuan) for satu in semua):
        raise GalatPemakaian(
            f"Tidak ada daerah.yaml {di_folder(data)}.",
            "Tunjuk folder daerah, atau buat daerah.yaml di dalamnya.",
            temuan_folder(semua),
        )
    return sasaran, semua


@contextmanager
def terbuka(data: Path) -> Iterator[None]:
    """``GalatPemakaian`` bila folder daerah yang ditunjuk *data* tidak dapat dibuka."""
    try:
        yield
    except OSError as galat:
        raise GalatPemakaian(
            f"{data} tidak dapat dibuka: {sebab_os(galat)}.", "Periksa izin folder daerahnya."
        ) from None


def di_folder(data: Path) -> str:
    """*data* di ujung kalimat: ``.`` dan ``..`` disebut dengan kata, supaya titiknya tidak menyatu dengan
    titik kalimat.
    """
    tulisan = str(data)
    if tulisan == ".":
        return "di folder ini"
    return "di folder di atasnya" if tulisan == ".." else f"di {tulisan}"


def _gabungkan(semua: list[FolderDaerah]) -> list[FolderDaerah]:
    """Daerah yang ada, temuan di luar daerah dititipkan pada yang pertama; tanpa daerah, apa adanya."""
    daerah = [satu for satu in semua if satu.ada]
    if not daerah:
        return semua
    titipan = [temuan for satu in semua if not satu.ada for temuan in satu.temuan]
    pertama = daerah[0]._replace(temuan=tuple(sorted((*daerah[0].temuan, *titipan))))
    return [pertama, *daerah[1:]]


def temukan_daerah(data: Path) -> tuple[Sasaran, list[FolderDaerah]]:
    """Seperti ``temukan``, untuk perintah yang memerlukan daerah utuh, bukan satu OPD atau satu berkas."""
    sasaran, semua = temukan(data)
    if sasaran.opd or sasaran.berkas:
        raise GalatPemakaian(f"{data} hanya sebagian dari sebuah daerah.", "Tunjuk folder daerahnya.")
    return sasaran, semua


def pastikan_satu(data: Path, daerah: Sequence[FolderDaerah]) -> FolderDaerah:
    """Satu-satunya *daerah* yang ditunjuk *data*; ``GalatPemakaian`` bila lebih dari satu."""
    if len(daerah) == 1:
        return daerah[0]
    contoh = ", ".join(satu.nama or satu.jalur.name for satu in daerah[:3])
    raise GalatPemakaian(
        f"{data} memuat {len(daerah)} daerah; perintah ini untuk satu daerah.",
        f"Tunjuk salah satunya, misalnya {contoh}.",
    )


class TahunTerpilih(NamedTuple):
    """Tahun yang berlaku bagi semua daerah; ``None`` bila tidak ada catatan sama sekali.

    ``otomatis``: tidak diminta pengguna. ``tanpa_metode``: tahun yang lebih baru, tetapi tanpa berkas metode.
    """

    tahun: int | None
    otomatis: bool
    tanpa_metode: tuple[int, ...] = ()


def pilih_tahun(
    semua: Iterable[FolderDaerah], sasaran: Sasaran, diminta: int | None, *, bermetode: bool
) -> TahunTerpilih:
    """Tahun *diminta*, tahun yang ditunjuk jalurnya, atau tahun bercatatan terbaru.

    *bermetode*: yang otomatis dipilih harus punya berkas metode, kecuali bila tidak satu pun punya.
    """
    tahun = sasaran.tahun if diminta is None else diminta
    if tahun is not None:
        return TahunTerpilih(tahun, otomatis=False)
    tersedia = frozenset(tahun_tersedia())
    tanpa: list[int] = []
    for satu in _tahun_bercatatan(semua):
        if not bermetode or satu in tersedia:
            return TahunTerpilih(satu, True, tuple(tanpa))
        tanpa.append(satu)
    return TahunTerpilih(tanpa[0] if tanpa else None, otomatis=True)


def _tahun_bercatatan(semua: Iterable[FolderDaerah]) -> Iterator[int]:
    """Tahun yang punya catatan atau spd.yaml di salah satu daerah, dari yang terbaru."""
    daerah = list(semua)
    for tahun in sorted({satu for folder in daerah for satu in folder.tahun}, reverse=True):
        if any(ada_isi(folder, tahun) for folder in daerah):
            yield tahun


def tanpa_data(
    data: Path, semua: Iterable[FolderDaerah], tahun: int | None, *, terbit: bool = False
) -> GalatPemakaian:
    """Sebab perintah tidak menemukan data (*tahun* itu), dan tahun yang ada.

    *terbit*: perintah ini juga memakai hasil terbit; perintah lain diarahkan ke ``banding``.
    """
    daerah = [baca_data_daerah(folder, folder.tahun) for folder in semua]
    ada = sebut_tahun(daerah, terbit=terbit)
    if not ada and not terbit and any(satu.folder.hasil_resmi for satu in daerah):
        return GalatPemakaian(
            f"{data} hanya memuat hasil resmi, belum ada catatan inovasi.",
            f"Bandingkan hasil resminya dengan `indeks banding {data} TAHUN TAHUN`.",
            temuan_data(daerah),
        )
    apa = "catatan inovasi atau hasil terbit" if terbit else "catatan inovasi"
    saat = "" if tahun is None else f" tahun {tahun}"
    petunjuk = f"Tahun yang ada: {ada}." if ada else "Simpan catatan di <tahun>/<opd>/<nama>.yaml."
    return GalatPemakaian(f"Tidak ada {apa}{saat} {di_folder(data)}.", petunjuk, temuan_data(daerah))


def terbit_terbaru(semua: Iterable[DataDaerah]) -> int | None:
    """Tahun hasil terbit terbaru; ``None`` bila tidak ada."""
    return max((hasil.tahun for satu in semua for hasil in satu.terbit), default=None)
