"""Keterangan tentang berkas bukti: ada, letaknya, ukuran, dan jenisnya menurut isi. Tanpa jaringan.

Hanya berkas biasa di dalam folder daerah yang dibuka; yang lain hanya disebut keadaannya.
"""

from __future__ import annotations

import errno
import os
import posixpath
import re
import stat
from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import chain
from pathlib import Path
from typing import NamedTuple, TypeVar

from indeksinovasi.berkas.batas import BATAS_SIDIK
from indeksinovasi.berkas.buka import baca_awal, baca_bertahap, baca_ujung
from indeksinovasi.berkas.entri import isi_folder
from indeksinovasi.berkas.pindai import FOLDER_BUKTI
from indeksinovasi.berkas.tersasar import normal
from indeksinovasi.inti.hitung.sidik import sidik_isi_berkas
from indeksinovasi.inti.model.inovasi import Entri
from indeksinovasi.inti.periksa.konteks import JenisBerkas, KeteranganBerkas

T = TypeVar("T")
_BIASA = re.compile(r"[^./\\:][^/\\:]*(?:/[^./\\:][^/\\:]*)*")
"""Jalur yang tidak perlu dirapikan: tanpa bagian berawal titik, titik dua, dan garis miring terbalik."""
_MUTLAK = re.compile(r"/|[A-Za-z]:")
_AWAL = 1024
_UJUNG = 4096
_BUKAN_VIDEO = (b"heic", b"heix", b"mif1", b"msf1", b"avif")
_KOTAK_MOV = (b"moov", b"mdat", b"wide", b"free", b"skip")


class Terlihat(NamedTuple):
    """Keterangan satu berkas dan jalurnya; jalur ``None`` bila tidak boleh atau tidak dapat dibuka."""

    keterangan: KeteranganBerkas
    jalur: str | None = None


class PelihatBukti:
    """Melihat bukti di satu folder daerah; folder yang sudah diuji tidak diuji ulang."""

    def __init__(self, akar: Path) -> None:
        self._akar = akar
        self._teks_akar = akar.as_posix()
        self._nyata = os.path.realpath(akar)
        self._folder_di_dalam: dict[str, bool] = {}
        self._isi_folder: dict[str, dict[str, list[str]]] = {}

    def lihat(self, folder: str, tertulis: str) -> Terlihat:
        """Berkas *tertulis* relatif terhadap *folder* catatannya (``2024/dinas-kesehatan``)."""
        relatif = f"{folder}/{tertulis}"
        if not _BIASA.fullmatch(tertulis):
            rapi = tertulis.replace("\\", "/")
            relatif = posixpath.normpath(f"{folder}/{rapi}")
            if _MUTLAK.match(rapi) or relatif == ".." or relatif.startswith("../"):
                return Terlihat(KeteranganBerkas("di_luar"))
            if "\\" in tertulis:
                return Terlihat(KeteranganBerkas("garis_terbalik"))
        try:
            return self._lihat(f"{self._teks_akar}/{relatif}")
        except (FileNotFoundError, NotADirectoryError, ValueError):
            # ValueError: nama memuat NUL.
            mirip = self._mirip(folder, relatif) or self._di_folder_bukti(folder, relatif)
            return Terlihat(KeteranganBerkas("tidak_ada", mirip=mirip))
        except OSError as galat:
            # Nama yang terlalu panjang tidak mungkin ada; selebihnya gangguan membaca, bukan ketiadaan.
            panjang = galat.errno == errno.ENAMETOOLONG
            return Terlihat(KeteranganBerkas("tidak_ada" if panjang else "tak_terbaca"))

    def _lihat(self, jalur: str) -> Terlihat:
        # Mendahului penelusuran folder: jalur yang tidak ada atau terlalu panjang berhenti di sini.
        keadaan = os.lstat(jalur)
        if not self._folder_aman(jalur.rpartition("/")[0]):
            return Terlihat(KeteranganBerkas("di_luar"))
        tautan = stat.S_ISLNK(keadaan.st_mode)
        if tautan and not self._di_dalam(jalur):
            return Terlihat(KeteranganBerkas("di_luar"))
        if tautan:
            keadaan = os.stat(jalur)  # noqa: PTH116  # teks, bukan Path: dipanggil untuk setiap bukti
        if not stat.S_ISREG(keadaan.st_mode):
            return Terlihat(KeteranganBerkas("bukan_berkas"))
        return Terlihat(KeteranganBerkas("ada", keadaan.st_size, jenis_isi(baca_awal(jalur, _AWAL))), jalur)

    def _mirip(self, folder: str, relatif: str) -> str:
        """Jalur dari *folder* ke satu-satunya berkas yang namanya hampir *relatif*; kosong bila tidak ada."""
        sini = ""
        for bagian in relatif.split("/"):
            calon = self._isi(sini).get(normal(bagian), [])
            pasti = bagian if bagian in calon else calon[0] if len(calon) == 1 else None
            if pasti is None:
                return ""
            sini = f"{sini}/{pasti}".lstrip("/")
        return posixpath.relpath(sini, folder)

    def _di_folder_bukti(self, folder: str, relatif: str) -> str:
        """Berkas bernama sama di folder bukti OPD, bila yang tertulis hanya namanya."""
        nama = posixpath.relpath(relatif, folder) if folder else relatif
        return "" if "/" in nama else self._mirip(folder, f"{folder}/{FOLDER_BUKTI}/{nama}".lstrip("/"))

    def _isi(self, relatif: str) -> dict[str, list[str]]:
        """Nama yang ada di sebuah folder menurut bentuk pembandingnya; tiap folder dibaca sekali."""
        if relatif not in self._isi_folder:
            nama: dict[str, list[str]] = defaultdict(list)
            isi = isi_folder(f"{self._teks_akar}/{relatif}", self._akar)
            for satu in () if isinstance(isi, OSError) else isi:
                if satu.jenis in ("berkas", "folder"):
                    nama[normal(satu.nama)].append(satu.nama)
            self._isi_folder[relatif] = nama
        return self._isi_folder[relatif]

    def _folder_aman(self, folder: str) -> bool:
        """Folder di bawah folder daerah yang tidak keluar lewat tautan; tiap folder dilihat sekali."""
        baru: list[str] = []
        while folder != self._teks_akar and folder not in self._folder_di_dalam:
            baru.append(folder)
            folder = posixpath.dirname(folder)
        aman = self._folder_di_dalam.get(folder, True)
        for satu in reversed(baru):
            aman = aman and self._bukan_tautan_keluar(satu)
            self._folder_di_dalam[satu] = aman
        return aman

    def _bukan_tautan_keluar(self, jalur: str) -> bool:
        return not os.path.islink(jalur) or self._di_dalam(jalur)  # noqa: PTH114  # teks, bukan Path

    def _di_dalam(self, jalur: str) -> bool:
        return Path(os.path.realpath(jalur)).is_relative_to(self._nyata)


def jenis_isi(awal: bytes) -> JenisBerkas | None:
    """Jenis berkas menurut angka ajaib pada bita pertamanya."""
    if b"%PDF-" in awal:
        return "pdf"
    if awal.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if awal.startswith(b"\xff\xd8\xff"):
        return "jpg"
    kotak, merek = awal[4:8], awal[8:12]
    if kotak == b"ftyp" and merek not in _BUKAN_VIDEO:
        return "mov" if merek == b"qt  " else "mp4"
    return "mov" if kotak in _KOTAK_MOV else None


def kelompok_kembar(berkas: Iterable[tuple[T, str, int]], batas: int) -> tuple[tuple[T, ...], ...]:
    """Kelompokkan rujukan (penanda, jalur, ukuran) yang menunjuk isi yang sama, menurut urutan datangnya.

    Yang lebih besar dari *batas* bita tidak dibandingkan. Isi hanya dibaca untuk berkas berbeda yang
    berukuran sama: ujung-ujungnya dahulu, seluruhnya hanya bila ujungnya sama.
    """
    menurut_ukuran: dict[int, dict[str, list[T]]] = defaultdict(dict)
    for penanda, jalur, ukuran in berkas:
        if 0 < ukuran <= batas:
            menurut_ukuran[ukuran].setdefault(jalur, []).append(penanda)
    kelompok: list[list[T]] = []
    for menurut_jalur in menurut_ukuran.values():
        for sama in _sama(menurut_jalur, lambda jalur: baca_ujung(jalur, _UJUNG)):
            kelompok.extend(list(chain(*satu.values())) for satu in _sama(sama, lambda j: _sidik(j, batas)))
    return tuple(tuple(satu) for satu in kelompok if len(satu) > 1)


def _sama(menurut_jalur: dict[str, list[T]], tanda: Callable[[str], bytes]) -> Iterable[dict[str, list[T]]]:
    """Pisahkan menurut *tanda* isinya; satu berkas saja tidak dibaca, yang tak terbaca dilewati."""
    if len(menurut_jalur) == 1:
        return [menurut_jalur]
    menurut_tanda: dict[bytes, dict[str, list[T]]] = defaultdict(dict)
    for jalur, penanda in menurut_jalur.items():
        try:
            menurut_tanda[tanda(jalur)][jalur] = penanda
        except OSError:
            continue
    return menurut_tanda.values()


def _sidik(jalur: str, batas: int) -> bytes:
    import hashlib

    sidik = hashlib.sha256()
    for isi in baca_bertahap(jalur, batas):
        sidik.update(isi)
    return sidik.digest()


def sidik_bukti(pelihat: PelihatBukti, folder: str, entri: Entri) -> str | None:
    """Sidik isi semua berkas bukti satu baris; *folder* tempat catatannya, relatif terhadap daerah.

    ``None`` bila ada yang lebih besar dari ``BATAS_SIDIK``: isinya tidak dibaca, jadi perubahannya tidak akan
    terlihat dan tidak ada yang dapat dijanjikan tentangnya.
    """
    semua = [pelihat.lihat(folder, satu.berkas) for satu in entri.bukti if satu.berkas]
    if any(satu.jalur is not None and satu.keterangan.ukuran > BATAS_SIDIK for satu in semua):
        return None
    return sidik_isi_berkas(map(_sidik_satu, semua))


def _sidik_satu(terlihat: Terlihat) -> bytes | None:
    if terlihat.jalur is None:
        return None
    try:
        return _sidik(terlihat.jalur, BATAS_SIDIK)
    except OSError:
        return None
