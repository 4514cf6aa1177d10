"""Mengukur ``indeks impor`` atas 20.000 baris xlsx terhadap lantainya: calamine membaca, perulangan menulis.

Pemakaian: ``python -m tolok_ukur.impor [--baris N] [--putaran K]``.
"""

from __future__ import annotations

import argparse
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

import xlsxwriter

from indeksinovasi.inti.impor.kolom import KOLOM_RESMI

DAERAH = 'nama: Kota Uji\njenis: kota\nkode: "99.01"\nperangkat_daerah: {}\n'
LANTAI = """
import sys
from pathlib import Path
from python_calamine import CalamineWorkbook
buku = CalamineWorkbook.from_path(sys.argv[1])
baris = buku.get_sheet_by_index(0).to_python()
akar = Path(sys.argv[2])
folder = set()
for nomor, sel in enumerate(baris[1:]):
    tujuan = akar / f"opd-{nomor % 40}"
    if tujuan not in folder:
        tujuan.mkdir(parents=True, exist_ok=True)
        folder.add(tujuan)
    isi = "".join(f"k{kolom}: {nilai}\\n" for kolom, nilai in enumerate(sel))
    (tujuan / f"inovasi-{nomor}.yaml").write_text(isi, encoding="utf-8")
"""
BATAS_RASIO, BATAS_MB = 1.5, 500


def buat_ekspor(jalur: Path, banyak: int) -> None:
    """Ekspor resmi buatan dengan *banyak* baris."""
    with xlsxwriter.Workbook(str(jalur), {"constant_memory": True}) as buku:
        lembar = buku.add_worksheet()
        for kolom, (judul, _) in enumerate(KOLOM_RESMI):
            lembar.write_string(0, kolom, judul)
        for nomor in range(1, banyak + 1):
            for kolom, nilai in enumerate(_baris(nomor)):
                lembar.write_string(nomor, kolom, nilai)


def _baris(nomor: int) -> tuple[str, ...]:
    return (
        str(nomor),
        f"Inovasi Layanan {nomor}",
        "Pemerintah Kota Uji",
        f"Dinas Nomor {nomor % 40}",
        "OPD",
        "-",
        "Inovasi pelayanan publik",
        "Digital",
        "Membangun dari desa dan dari bawah",
        "kesehatan",
        "pendidikan, ketenteraman, ketertiban umum, dan pelindungan masyarakat",
        str(40 + nomor % 60),
        "Penerapan",
        "30-06-2026",
        f"{1 + nomor % 28:02}-05-2024",
        "-",
        "-7.05,112.71",
        "-",
        f"https://video.contoh.go.id/{nomor}",
    )


def _ukur(perintah: list[str]) -> tuple[float, float]:
    """Detik dinding dan MB puncak satu proses."""
    mulai = time.perf_counter()
    proses = subprocess.Popen(perintah, stdout=subprocess.DEVNULL)
    _, status, pakai = _tunggu(proses.pid)
    if status not in (0, 256):
        raise SystemExit(f"gagal: {' '.join(perintah)}")
    return time.perf_counter() - mulai, pakai.ru_maxrss / 1024


def _tunggu(pid: int) -> tuple[int, int, resource.struct_rusage]:
    import os

    return os.wait4(pid, 0)


def utama() -> int:
    """Ukur bergiliran, cetak median dan rasionya; 1 bila melampaui sasaran."""
    pilihan = argparse.ArgumentParser(description=__doc__)
    pilihan.add_argument("--baris", type=int, default=20_000)
    pilihan.add_argument("--putaran", type=int, default=3)
    isi = pilihan.parse_args()
    rasio, memori = [], []
    with tempfile.TemporaryDirectory() as folder:
        akar = Path(folder)
        sumber = akar / "ekspor.xlsx"
        buat_ekspor(sumber, isi.baris)
        for _ in range(isi.putaran):
            lantai, _ = _ukur([sys.executable, "-c", LANTAI, str(sumber), str(akar / "lantai")])
            kota = akar / "kota"
            kota.mkdir()
            (kota / "daerah.yaml").write_text(DAERAH, encoding="utf-8")
            perintah = [sys.executable, "-m", "indeksinovasi", "impor", str(sumber), "--ke", str(kota)]
            waktu, puncak = _ukur([*perintah, "--tahun", "2026"])
            rasio.append(waktu / lantai)
            memori.append(puncak)
            print(f"lantai {lantai:.2f} s · impor {waktu:.2f} s · {waktu / lantai:.2f}× · {puncak:.0f} MB")
            shutil.rmtree(kota)
            shutil.rmtree(akar / "lantai")
    print(f"median {median(rasio):.2f}× (batas {BATAS_RASIO}×)")
    print(f"memori {max(memori):.0f} MB (batas {BATAS_MB} MB)")
    return int(median(rasio) > BATAS_RASIO or max(memori) > BATAS_MB)


if __name__ == "__main__":
    sys.exit(utama())
