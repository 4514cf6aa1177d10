"""Memakai indeks dari Python: indeks, rata-rata kematangan tiap OPD, sebab perubahan, dan temuan.

Jalankan: ``python contoh/dari_python.py [FOLDER_DAERAH TAHUN TAHUN_LALU]``.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from pathlib import Path
from statistics import fmean

from indeksinovasi.api import banding, baris_inovasi, ke_dict, muat, nilai, validasi

CONTOH = Path(__file__).resolve().parents[1] / "contoh_data" / "kota-contoh"


def utama(folder: Path, tahun: int, tahun_lalu: int) -> None:
    """Cetak ringkasan *tahun* dan perubahannya sejak *tahun_lalu*."""
    termuat = muat(folder, tahun)
    hasil = nilai(termuat)
    isi = ke_dict(hasil)
    print(f"{isi['daerah']['nama']} {tahun}: {isi['indeks']} ({isi['predikat']})")

    # Dengan pandas: pandas.DataFrame(baris_inovasi(hasil)).groupby("opd")["kematangan"].mean()
    menurut_opd: dict[str, list[float]] = defaultdict(list)
    for baris in baris_inovasi(hasil):
        if baris["terhitung"] and isinstance(baris["kematangan"], float):
            menurut_opd[str(baris["opd"])].append(baris["kematangan"])
    for opd, semua in sorted(menurut_opd.items()):
        print(f"  {opd}: {len(semua)} inovasi, rata-rata {fmean(semua):.2f}")

    for satu in banding(folder, tahun_lalu, tahun).isi.perbandingan:
        selisih = satu.selisih_tampil
        beda = satu.alasan if selisih is None else f"{float(selisih):+.2f}"
        print(f"{satu.dari.label} ke {satu.ke.label}: {beda}")

    kode = Counter(temuan.kode for temuan in validasi(folder / str(tahun)))
    print("temuan:", ", ".join(f"{satu} {banyak}" for satu, banyak in sorted(kode.items())) or "tidak ada")


if __name__ == "__main__":
    folder, kini, lalu = sys.argv[1:] if len(sys.argv) == 4 else (str(CONTOH), "2024", "2023")
    utama(Path(folder), int(kini), int(lalu))
