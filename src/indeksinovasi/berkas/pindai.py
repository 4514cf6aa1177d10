"""Menemukan daerah, tahun, OPD, dan berkas inovasi di bawah sebuah folder, tanpa membaca isinya.

Daerah adalah folder berisi ``daerah.yaml``; catatan hanya ``<tahun>/<opd>/*.yaml``. Folder tersembunyi dan
``bukti/`` dilewati; tautan simbolik ke folder tidak diikuti, tautan ke berkas hanya bila tujuannya tetap di
dalam folder data.
"""

from __future__ import annotations

import os
import posixpath
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from indeksinovasi.berkas.batas import BATAS_FOLDER
from indeksinovasi.berkas.buka import sebab_os
from indeksinovasi.berkas.entri import EntriFolder, ada_berkas, isi_folder, jenis_jalur, nyata
from indeksinovasi.berkas.tersasar import (
    BERKAS_DAERAH,
    BERKAS_DIKENAL,
    BERKAS_HASIL,
    BERKAS_SPD,
    LetakFolder,
    PencariTersasar,
    mirip_catatan,
    mirip_tahun,
    nama_dikenal,
)
from indeksinovasi.inti.model.dasar import POLA_TAHUN
from indeksinovasi.inti.model.temuan import Masalah, Temuan

FOLDER_BUKTI = "bukti"
_TAUTAN = {
    "tautan_folder": "tautan simbolik ke folder dilewati",
    "tautan_keluar": "tautan simbolik keluar dari folder data dilewati",
}
Aneh = Callable[[str, Masalah], None]
"""Pencatat masalah sebuah jalur."""
_AWALAN_DIKENAL = tuple({huruf for nama in BERKAS_DIKENAL for huruf in (nama[0], nama[0].upper())})


class FolderTahun(NamedTuple):
    """Satu folder tahun: ``spd.yaml`` bila ada, dan berkas inovasi tiap OPD menurut abjad."""

    tahun: int
    jalur: Path
    spd: Path | None
    opd: dict[str, tuple[Path, ...]]
    temuan: tuple[Temuan, ...] = ()

    @property
    def berisi(self) -> bool:
        """Tahun ada bagi daerah bila memuat catatan atau spd.yaml."""
        return self.spd is not None or any(self.opd.values())

    @property
    def banyak(self) -> int:
        """Banyak berkas inovasi."""
        return sum(map(len, self.opd.values()))


class FolderDaerah(NamedTuple):
    """Satu daerah: folder, jalur untuk manusia, dan folder-folder tahunnya.

    ``dari`` adalah folder di dalam daerah tempat ``nama`` menunjuk, untuk pengguna yang berdiri di sana
    ("2024/dinas-kesehatan" dengan nama "."). Yang tidak ``ada`` hanya pembawa ``temuan``: folder yang tak
    terbaca, atau berkas yang tersasar di luar daerah mana pun.
    """

    jalur: Path
    nama: str
    akar: Path
    hasil_resmi: Path | None
    tahun: dict[int, Path]
    temuan: tuple[Temuan, ...] = ()
    dari: str = ""
    ada: bool = True

    def tampil(self, jalur: Path) -> str:
        """Jalur *jalur* (di dalam daerah) untuk manusia: relatif terhadap DATA, dengan garis miring."""
        akar = os.fspath(self.jalur)
        relatif = os.fspath(jalur)[0 if akar == "." else len(akar) :].replace(os.sep, "/").lstrip("/")
        if self.dari:
            relatif = posixpath.relpath(f"/{relatif}", f"/{self.dari}")
            return posixpath.normpath(_sambung(self.nama, relatif))
        return _sambung(self.nama, relatif)


def _sambung(nama: str, anak: str) -> str:
    if nama in ("", "."):
        return anak
    return f"{nama}{anak}" if nama.endswith("/") else f"{nama}/{anak}"


def _buat(nama: str, masalah: Masalah) -> Temuan:
    from indeksinovasi.inti.katalog import buat_temuan

    return buat_temuan(nama, 1, 1, masalah)


def _tertutup(galat: OSError) -> Masalah:
    sebab = sebab_os(galat, apa="folder")
    return Masalah("BRK001", (), f"folder tidak dapat dibuka: {sebab}", "Periksa izin folder itu.")


def _folder_rusak(nama: str, galat: OSError) -> Temuan:
    return _buat(nama or ".", _tertutup(galat))


def cari_daerah(data: Path, awalan: str = "") -> Iterator[FolderDaerah]:
    """Semua daerah di *data* menurut abjad jalurnya; *awalan* mendahului jalur untuk manusia.

    ``OSError`` bila *data* sendiri tidak dapat dibuka. Folder di bawahnya yang tak terbaca atau memuat berkas
    yang tersasar ikut sebagai ``FolderDaerah`` yang tidak ``ada``, dengan temuannya.
    """
    antre = [_Antrean(data, awalan, 0, False)]
    while antre:
        giliran = antre.pop()
        isi = isi_folder(giliran.jalur, data)
        if isinstance(isi, OSError):
            if giliran.dalam == 0:
                raise isi
            yield _hanya_temuan(data, giliran.jalur, giliran.nama, _folder_rusak(giliran.nama, isi))
            continue
        daerah = _daerah_di(data, giliran, isi)
        if daerah.ada or daerah.temuan:
            yield daerah
        lanjut = [satu for satu in isi if _dapat_dicari(satu) and not _bertahun(satu, daerah.tahun)]
        if lanjut and giliran.dalam >= BATAS_FOLDER:
            pesan = f"folder ini lebih dari {BATAS_FOLDER} tingkat di dalam data; isinya tidak dicari"
            letak = _sambung(giliran.nama, lanjut[0].nama)
            sebab = _buat(letak, Masalah("BRK001", (), pesan, "Pindahkan data ke folder yang lebih dangkal."))
            yield _hanya_temuan(data, Path(lanjut[0].jalur), letak, sebab)
            continue
        antre.extend(giliran.anak(satu, di_daerah=daerah.ada) for satu in reversed(lanjut))


class _Antrean(NamedTuple):
    """Folder yang akan dilihat: jalurnya untuk manusia, kedalamannya, dan apakah di dalam sebuah daerah."""

    jalur: Path
    nama: str
    dalam: int
    di_daerah: bool

    def anak(self, satu: EntriFolder, *, di_daerah: bool) -> _Antrean:
        nama = _sambung(self.nama, satu.nama)
        return _Antrean(Path(satu.jalur), nama, self.dalam + 1, self.di_daerah or di_daerah)


def _hanya_temuan(data: Path, jalur: Path, nama: str, *temuan: Temuan) -> FolderDaerah:
    return FolderDaerah(jalur, nama, data, None, {}, temuan, ada=False)


def _daerah_di(data: Path, giliran: _Antrean, isi: tuple[EntriFolder, ...]) -> FolderDaerah:
    """Daerah di folder itu, atau pembawa temuannya bila folder itu bukan daerah."""
    jalur, nama = giliran.jalur, giliran.nama
    ada = _berkas_bernama(isi, BERKAS_DAERAH)
    tahun = dict(_folder_tahun(isi)) if ada else {}
    temuan = tuple(_aneh(isi, nama, tahun, adalah_daerah=ada, di_daerah=giliran.di_daerah))
    if not ada:
        return _hanya_temuan(data, jalur, nama, *temuan)
    hasil = jalur / BERKAS_HASIL if _berkas_bernama(isi, BERKAS_HASIL) else None
    return FolderDaerah(jalur, nama, data, hasil, tahun, temuan)


def _berkas_bernama(isi: tuple[EntriFolder, ...], nama: str) -> bool:
    return any(satu.nama == nama and satu.jenis == "berkas" for satu in isi)


def _dapat_dicari(satu: EntriFolder) -> bool:
    return satu.jenis == "folder" and satu.nama != FOLDER_BUKTI


def _bertahun(satu: EntriFolder, tahun: dict[int, Path]) -> bool:
    return POLA_TAHUN.fullmatch(satu.nama) is not None and int(satu.nama) in tahun


def _folder_tahun(isi: tuple[EntriFolder, ...]) -> Iterator[tuple[int, Path]]:
    for satu in isi:
        # Folder bernama angka yang berisi daerah.yaml adalah daerah lain, bukan tahun.
        bertahun = satu.jenis == "folder" and POLA_TAHUN.fullmatch(satu.nama)
        if bertahun and jenis_jalur(f"{satu.jalur}/{BERKAS_DAERAH}") in ("tiada", "tertutup"):
            yield int(satu.nama), Path(satu.jalur)


def _aneh(
    isi: tuple[EntriFolder, ...], nama: str, tahun: dict[int, Path], *, adalah_daerah: bool, di_daerah: bool
) -> Iterator[Temuan]:
    """Yang tidak dibaca dari satu folder di luar folder tahun."""
    letak: LetakFolder = "daerah" if adalah_daerah else "dalam_daerah" if di_daerah else "luar"
    saksi = PencariTersasar(letak)
    for satu in isi:
        if satu.jenis in _TAUTAN:
            masalah = _tautan_luar(satu, adalah_daerah=adalah_daerah)
        elif satu.jenis == "folder":
            dicari = adalah_daerah and _dapat_dicari(satu) and not _bertahun(satu, tahun)
            masalah = mirip_tahun(satu.nama, tahun) if dicari else None
        elif adalah_daerah and satu.nama in (BERKAS_DAERAH, BERKAS_HASIL):
            masalah = None
        else:
            masalah = saksi.lihat(satu)
        if masalah:
            yield _buat(_sambung(nama, satu.nama), masalah)


def _tautan_luar(satu: EntriFolder, *, adalah_daerah: bool) -> Masalah | None:
    """Tautan di luar folder tahun: yang ke folder hanya di daerah, yang keluar hanya bila namanya dikenal."""
    disebut = adalah_daerah if satu.jenis == "tautan_folder" else satu.nama in BERKAS_DIKENAL
    return Masalah("BRK012", (), _TAUTAN[satu.jenis]) if disebut else None


def _tautan_tahun(satu: EntriFolder) -> Masalah | None:
    """Tautan di dalam folder tahun: yang ke folder selalu, yang keluar hanya bila berkas YAML."""
    disebut = satu.jenis == "tautan_folder" or satu.nama.endswith(".yaml")
    return Masalah("BRK012", (), _TAUTAN[satu.jenis]) if disebut else None


def pindai_tahun(daerah: FolderDaerah, tahun: int) -> FolderTahun:
    """Isi satu folder tahun. Folder yang hilang atau tak terbaca menjadi temuan, bukan galat; tahun yang
    tidak dimiliki daerah kosong.
    """
    jalur = daerah.tahun.get(tahun)
    if jalur is None:
        return FolderTahun(tahun, daerah.jalur / str(tahun), None, {})
    isi = isi_folder(jalur, daerah.akar)
    if isinstance(isi, OSError):
        return FolderTahun(tahun, jalur, None, {}, (_folder_rusak(daerah.tampil(jalur), isi),))
    temuan: list[Temuan] = []
    opd: dict[str, tuple[Path, ...]] = {}
    spd: Path | None = None

    def aneh(jalur: str, masalah: Masalah) -> None:
        temuan.append(_buat(daerah.tampil(Path(jalur)), masalah))

    saksi = PencariTersasar("tahun")
    for satu in isi:
        if satu.nama == FOLDER_BUKTI:
            continue
        if satu.jenis == "folder":
            opd[satu.nama] = tuple(_pindai_opd(satu.jalur, daerah.akar, aneh))
        elif satu.jenis == "berkas" and satu.nama == BERKAS_SPD:
            spd = Path(satu.jalur)
        elif masalah := _tautan_tahun(satu) if satu.jenis in _TAUTAN else saksi.lihat(satu):
            aneh(satu.jalur, masalah)
    return FolderTahun(tahun, jalur, spd, opd, tuple(temuan))


def ada_isi(daerah: FolderDaerah, tahun: int) -> bool:
    """Daerah itu punya catatan atau ``spd.yaml`` pada *tahun*; berhenti pada yang pertama ditemukan.

    Folder yang tidak dapat dibuka dianggap berisi: tahunnya tidak boleh hilang diam-diam.
    """
    if tahun not in daerah.tahun:
        return False
    isi = isi_folder(daerah.tahun[tahun], daerah.akar)
    if isinstance(isi, OSError):
        return not isinstance(isi, FileNotFoundError)
    if _berkas_bernama(isi, BERKAS_SPD):
        return True
    return any(_opd_berisi(satu, daerah.akar) for satu in isi if _dapat_dicari(satu))


def _opd_berisi(opd: EntriFolder, akar: Path) -> bool:
    isi = isi_folder(opd.jalur, akar)
    if isinstance(isi, OSError):
        return True
    return any(_catatan(satu) for satu in isi)


def _catatan(satu: EntriFolder) -> bool:
    """Berkas yang dibaca sebagai catatan; nama berkas lain yang dikenal hanya bila isinya memang catatan."""
    if satu.jenis != "berkas" or not satu.nama.endswith(".yaml"):
        return False
    if not satu.nama.startswith(_AWALAN_DIKENAL) or nama_dikenal(satu.nama) is None:
        return True
    return mirip_catatan(satu.jalur)


def _pindai_opd(jalur: str, akar: Path, aneh: Aneh) -> Iterator[Path]:
    isi = isi_folder(jalur, akar)
    if isinstance(isi, OSError):
        aneh(jalur, _tertutup(isi))
        return
    saksi = PencariTersasar("opd")
    for satu in isi:
        if _catatan(satu):
            yield Path(satu.jalur)
        elif satu.nama == FOLDER_BUKTI:
            continue
        elif satu.jenis == "folder":
            _dalam_opd(satu, akar, aneh, 1)
        elif masalah := _tautan_tahun(satu) if satu.jenis in _TAUTAN else saksi.lihat(satu):
            aneh(satu.jalur, masalah)


def _dalam_opd(folder: EntriFolder, akar: Path, aneh: Aneh, dalam: int) -> None:
    """Berkas YAML di subfolder OPD, sedalam apa pun sampai batas pencarian."""
    isi = isi_folder(folder.jalur, akar)
    if isinstance(isi, OSError) or dalam > BATAS_FOLDER:
        return
    saksi = PencariTersasar("dalam_opd")
    for satu in isi:
        if _dapat_dicari(satu):
            _dalam_opd(satu, akar, aneh, dalam + 1)
        elif satu.jenis == "berkas" and (masalah := saksi.lihat(satu)):
            aneh(satu.jalur, masalah)


class Sasaran(NamedTuple):
    """Apa yang ditunjuk pengguna: daerah induk bila ada, dan bagian mana yang diminta."""

    daerah: FolderDaerah | None
    tahun: int | None = None
    opd: str | None = None
    berkas: Path | None = None

    @property
    def lingkup(self) -> Literal["daerah", "opd", "berkas"]:
        """Bagian daerah yang diminta."""
        return "berkas" if self.berkas else "opd" if self.opd else "daerah"


def kenali(jalur: Path) -> Sasaran:
    """Kenali *jalur* sebagai bagian dari sebuah daerah (tahun, OPD, atau satu berkas), atau folder berisi
    daerah.

    ``daerah`` ``None`` berarti *jalur* adalah folder yang perlu dicari isinya dengan ``cari_daerah``.
    """
    mutlak = nyata(jalur)
    berkas = mutlak if jenis_jalur(mutlak) in ("berkas", "lain") else None
    for induk in (mutlak.parent, *mutlak.parent.parents) if berkas else mutlak.parents:
        if ada_berkas(induk / BERKAS_DAERAH):
            return _bagian_daerah(induk, mutlak, berkas)
    return Sasaran(None, berkas=berkas)


def _bagian_daerah(induk: Path, jalur: Path, berkas: Path | None) -> Sasaran:
    """*jalur* di bawah folder daerah *induk*; *berkas* bila ia bukan folder."""
    bagian = jalur.relative_to(induk).parts
    if bagian and POLA_TAHUN.fullmatch(bagian[0]) and len(bagian) <= 3:
        folder = bagian[1:-1] if berkas else bagian[1:]
        return Sasaran(next(cari_daerah(induk)), int(bagian[0]), folder[0] if folder else None, berkas)
    return Sasaran(next(cari_daerah(induk)), berkas=berkas) if berkas else Sasaran(None)
