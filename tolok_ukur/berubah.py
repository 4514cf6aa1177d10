"""``validasi --berubah`` dengan satu berkas berubah, dibanding ``validasi`` daerah pemilik berkas itu.

Pemakaian: ``python -m tolok_ukur.berubah``. Keduanya diukur berpasangan, bergiliran urutannya.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from statistics import median

from tolok_ukur.buat_data import Rencana, buat
from tolok_ukur.ukur import indeks

BATAS = 1.3
NAMA = ("daerah terkecil", "daerah tengah", "daerah terbesar")
RENCANA = Rencana(5_000, 40, porsi_temuan=0.7)
GIT = ("git", "-c", "user.name=ukur", "-c", "user.email=ukur@contoh.id", "-c", "gc.auto=0")


def siapkan_repo(folder: Path, rencana: Rencana) -> None:
    """Repositori berisi data *rencana*, semuanya sudah dikomit."""
    buat(folder, rencana)
    for perintah in (("init", "-q"), ("add", "."), ("commit", "-q", "-m", "data")):
        subprocess.run([*GIT, *perintah], cwd=folder, check=True)


def daerah_menurut_besar(folder: Path) -> list[Path]:
    """Folder tiap daerah, dari yang catatannya paling sedikit."""
    semua = [satu.parent for satu in folder.rglob("daerah.yaml")]
    return sorted(semua, key=lambda satu: (len(list(satu.glob("2*/*/*.yaml"))), satu))


def waktu(perintah: tuple[str, ...]) -> tuple[float, float]:
    """Detik dinding dan detik prosesor satu perintah beserta anaknya."""
    mulai, sebelum = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(perintah, stdout=subprocess.DEVNULL, check=False)
    sesudah = resource.getrusage(resource.RUSAGE_CHILDREN)
    prosesor = sesudah.ru_utime + sesudah.ru_stime - sebelum.ru_utime - sebelum.ru_stime
    return time.perf_counter() - mulai, prosesor


def ukur_daerah(folder: Path, daerah: Path, putaran: int) -> tuple[float, float]:
    """Median rasio ``--berubah`` terhadap ``validasi`` *daerah* dengan satu catatannya berubah: menurut jam
    dinding, dan menurut prosesor.
    """
    catatan = min(daerah.glob("2*/*/*.yaml"))
    semula = catatan.read_bytes()
    catatan.write_bytes(semula + b"# berubah\n")
    utuh, berubah = indeks("validasi", str(daerah)), indeks("validasi", str(folder), "--berubah")
    rasio = []
    try:
        for nomor in range(putaran):
            urutan = [utuh, berubah] if nomor % 2 else [berubah, utuh]
            hasil = {satu: waktu(satu) for satu in urutan}
            rasio.append([baru / lama for baru, lama in zip(hasil[berubah], hasil[utuh], strict=True)])
    finally:
        catatan.write_bytes(semula)
    dinding, prosesor = zip(*rasio, strict=True)
    return median(dinding), median(prosesor)


def utama() -> int:
    """Ukur daerah terkecil, tengah, dan terbesar; 1 bila ada yang melampaui batas."""
    pilihan = argparse.ArgumentParser(description=__doc__)
    pilihan.add_argument("--putaran", type=int, default=11)
    pilihan.add_argument("--daerah", type=int, default=RENCANA.daerah)
    isi = pilihan.parse_args()
    with tempfile.TemporaryDirectory() as sementara:
        folder = Path(sementara)
        siapkan_repo(folder, replace(RENCANA, daerah=isi.daerah))
        semua = daerah_menurut_besar(folder)
        rasio = []
        for nama, daerah in zip(NAMA, (semua[0], semua[len(semua) // 2], semua[-1]), strict=True):
            dinding, prosesor = ukur_daerah(folder, daerah, isi.putaran)
            banyak = len(list(daerah.glob("2*/*/*.yaml")))
            print(
                f"{nama}, {banyak} catatan: {dinding:.2f}× dinding, {prosesor:.2f}× prosesor (batas {BATAS}×)"
            )
            rasio.append(dinding)
    return int(max(rasio) > BATAS)


if __name__ == "__main__":
    sys.exit(utama())
