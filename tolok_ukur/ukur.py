"""Menjalankan perintah sebagai proses dan mengukur waktu serta memori puncaknya."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import IO, NamedTuple

from tolok_ukur.memori import memori_pohon, tersedia

JEDA_MEMORI = 0.02
PUTARAN_LAMBAT = 2
"""Pembanding yang lambat diulang paling banyak sekian kali."""


class Perintah(NamedTuple):
    """Satu perintah yang diukur, dijalankan di *folder* (``None``: folder kini).

    ``bertemuan``: kode keluar 1, yaitu ada galat dalam datanya, juga hasil yang benar.
    """

    nama: str
    argumen: tuple[str, ...]
    folder: Path | None = None
    lambat: bool = False
    bertemuan: bool = False


class PerintahGagal(Exception):
    """Perintah berakhir dengan kode yang bukan hasilnya, sehingga waktunya tidak berarti."""


@dataclass(slots=True)
class Catatan:
    """Ukuran satu perintah: detik tiap putaran, dan memori puncak (bita) seluruh prosesnya.

    ``cpu``: detik CPU semua prosesnya; ``urai``: detik ``ryaml.loads`` saja (hanya lantai).
    """

    detik: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    urai: list[float] = field(default_factory=list)
    memori: int | None = None

    @property
    def median(self) -> float:
        """Median detik."""
        return median(self.detik)


class HasilUkur(NamedTuple):
    """Ukuran tiap perintah, dan pesan perintah yang gagal (ukurannya dibuang)."""

    catatan: dict[str, Catatan]
    gagal: tuple[str, ...] = ()


def python(*argumen: str) -> tuple[str, ...]:
    """Perintah yang dijalankan dengan penafsir Python yang sama."""
    return (sys.executable, *argumen)


def indeks(*argumen: str) -> tuple[str, ...]:
    """Perintah ``indeks``."""
    return python("-m", "indeksinovasi", *argumen)


def lingkungan() -> dict[str, str]:
    """Lingkungan proses yang diukur: bitkode tersimpan seperti pada pemasangan biasa, keluaran UTF-8."""
    tetap = {nama: isi for nama, isi in os.environ.items() if nama != "PYTHONDONTWRITEBYTECODE"}
    return {**tetap, "PYTHONIOENCODING": "utf-8"}


def _mulai(perintah: Perintah, galat: IO[bytes]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        perintah.argumen,
        cwd=perintah.folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=galat,
        env=lingkungan(),
    )


def _selesaikan(perintah: Perintah, selama: Callable[[int], None] | None) -> tuple[float, str]:
    """Jalankan sampai selesai; kembalikan detik dan isi stderr. *selama* dipanggil berulang dengan pid."""
    with tempfile.TemporaryFile() as galat:
        mulai = time.perf_counter()
        with _mulai(perintah, galat) as proses:
            try:
                while selama and proses.poll() is None:
                    selama(proses.pid)
                    time.sleep(JEDA_MEMORI)
                proses.wait()
            except BaseException:
                proses.kill()
                raise
        detik = time.perf_counter() - mulai
        galat.seek(0)
        pesan = galat.read().decode("utf-8", "replace")
    hasil = (0, 1) if perintah.bertemuan else (0,)
    if proses.returncode not in hasil or "Traceback" in pesan:
        sebab = " ".join(pesan[-2000:].split())
        raise PerintahGagal(f"{perintah.nama} keluar dengan kode {proses.returncode}: {sebab}")
    return detik, pesan


def ukur_waktu(perintah: Perintah, catatan: Catatan) -> None:
    """Satu putaran; waktu ditambahkan ke *catatan*. CPU anak 0 di Windows."""
    sebelum = os.times()
    detik, pesan = _selesaikan(perintah, None)
    sesudah = os.times()
    catatan.detik.append(detik)
    catatan.cpu.append(sum(sesudah[2:4]) - sum(sebelum[2:4]))
    if perintah.nama == "lantai":
        catatan.urai.append(float(pesan.split()[1]))


def ukur_memori(perintah: Perintah) -> int | None:
    """Memori puncak seluruh prosesnya (bita), atau ``None`` di luar Linux. Waktunya tidak dipakai."""
    if not tersedia():
        _selesaikan(perintah, None)
        return None
    puncak = 0

    def catat(pid: int) -> None:
        nonlocal puncak
        puncak = max(puncak, memori_pohon(pid))

    _selesaikan(perintah, catat)
    return puncak


def ukur_semua(perintah: Iterable[Perintah], putaran: int, lapor: Callable[[str], None]) -> HasilUkur:
    """Ukur semua *perintah* bergiliran dalam tiap putaran, supaya gangguan mesin mengenai semuanya.

    Putaran 0 menghangatkan dan mengukur memori tanpa mencatat waktu; yang lambat tidak mengikutinya. Perintah
    yang gagal tidak diulang, dan yang lain tetap diukur.
    """
    semua = list(perintah)
    catatan = {satu.nama: Catatan() for satu in semua}
    gagal: dict[str, str] = {}
    for ke in range(putaran + 1):
        for satu in semua:
            if satu.nama in gagal or (satu.lambat and not 1 <= ke <= PUTARAN_LAMBAT):
                continue
            lapor(f"putaran {ke}/{putaran}: {satu.nama}")
            try:
                _putaran(satu, ke, catatan[satu.nama])
            except PerintahGagal as galat:
                gagal[satu.nama] = str(galat)
    berhasil = {nama: isi for nama, isi in catatan.items() if nama not in gagal}
    return HasilUkur(berhasil, tuple(gagal.values()))


def _putaran(perintah: Perintah, ke: int, catatan: Catatan) -> None:
    if ke == 0:
        catatan.memori = ukur_memori(perintah)
    else:
        ukur_waktu(perintah, catatan)
