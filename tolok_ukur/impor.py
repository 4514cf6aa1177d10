"""Mengukur ``indeks impor`` atas 20.000 baris xlsx terhadap lantainya: calamine membaca, perulangan menulis.

Pemakaian: ``python -m tolok_ukur.impor [--baris N] [--putaran K]``.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from typing import NamedTuple

import xlsxwriter

from indeksinovasi.inti.impor.kolom import KOLOM_RESMI
from tolok_ukur.laporan import tabel_putusan
from tolok_ukur.sasaran import Putusan
from tolok_ukur.ukur import lingkungan

DAERAH = 'nama: Kota Uji\njenis: kota\nkode: "99.01"\nperangkat_daerah: {}\n'
LANTAI = '''
import sys
from pathlib import Path
from python_calamine import CalamineWorkbook
baris = CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_index(0).to_python()
akar = Path(sys.argv[2]) / "2026"
folder = set()
for sel in baris[1:]:
    tujuan = akar / sel[3].lower().replace(" ", "-")
    if tujuan not in folder:
        tujuan.mkdir(parents=True, exist_ok=True)
        folder.add(tujuan)
    lintang, bujur = sel[16].split(",")
    isi = f"""nama: {sel[1]}
status: terkirim
tahapan: {sel[12].lower()}
inisiator: {sel[4].lower()}
jenis: {sel[7].lower()}
bentuk: pelayanan_publik
urusan: {sel[9]}
urusan_lain: [pendidikan, trantibumlinmas]
asta_cita: 6
koordinat: {{lintang: {lintang}, bujur: {bujur}}}
video: "{sel[18]}"
tanggal_input: {sel[13][6:]}-{sel[13][3:5]}-{sel[13][:2]}
waktu: {{penerapan: {sel[14][6:]}-{sel[14][3:5]}-{sel[14][:2]}}}
kematangan: {sel[11]}
"""
    (tujuan / (sel[1].lower().replace(" ", "-") + ".yaml")).write_text(isi, encoding="utf-8")
'''
"""Yang paling sedikit: calamine membaca, lalu perulangan polos menulis berkas-berkas yang sama."""
BATAS_RASIO, BATAS_MB = 1.5, 500
BARIS = 20_000


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


class Proses(NamedTuple):
    """Detik dinding, detik prosesor, dan MB puncak satu proses."""

    dinding: float
    prosesor: float
    memori: float


class Pengukuran(NamedTuple):
    """Median rasio ``impor`` terhadap lantainya (dinding dan prosesor), dan memori puncaknya."""

    dinding: float
    prosesor: float
    memori: float

    def putusan(self) -> Iterator[Putusan]:
        """Sasaran impor dan hasilnya."""
        yield Putusan("impor 20.000 baris xlsx / lantai", self.dinding, "≤", BATAS_RASIO)
        yield Putusan("impor 20.000 baris xlsx / lantai, waktu prosesor", self.prosesor, "≤", BATAS_RASIO)
        yield Putusan("impor 20.000 baris xlsx: memori puncak", self.memori, "≤", BATAS_MB, "MB")


def _ukur(perintah: list[str]) -> Proses:
    mulai = time.perf_counter()
    proses = subprocess.Popen(perintah, stdout=subprocess.DEVNULL, env=lingkungan())
    _, status, pakai = os.wait4(proses.pid, 0)
    # Kode 1: ada baris yang dilewati; itu pun pekerjaan yang selesai.
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        raise SystemExit(f"gagal: {' '.join(perintah)}")
    return Proses(time.perf_counter() - mulai, pakai.ru_utime + pakai.ru_stime, pakai.ru_maxrss / 1024)


def ukur(banyak: int, putaran: int, lapor: Callable[[str], None]) -> Pengukuran:
    """Ukur lantai dan ``impor`` bergiliran atas ekspor *banyak* baris; ``SystemExit`` bila berkasnya berbeda.

    Tiap putaran menulis ke folder baru dan tidak ada yang dihapus di antaranya: membuat berkas sesaat sesudah
    menghapus ribuan lain beberapa kali lebih lambat di ext4, dan memihak yang diukur lebih dulu.
    """
    dinding, prosesor, memori = [], [], []
    with tempfile.TemporaryDirectory() as folder:
        akar = Path(folder)
        sumber = akar / "ekspor.xlsx"
        buat_ekspor(sumber, banyak)
        for nomor in range(putaran):
            polos, kota = akar / f"lantai-{nomor}", akar / f"kota-{nomor}"
            kota.mkdir()
            (kota / "daerah.yaml").write_text(DAERAH, encoding="utf-8")
            lantai = _ukur([sys.executable, "-c", LANTAI, str(sumber), str(polos)])
            perintah = [sys.executable, "-m", "indeksinovasi", "impor", str(sumber), "--ke", str(kota)]
            impor = _ukur([*perintah, "--tahun", "2026"])
            dinding.append(impor.dinding / lantai.dinding)
            prosesor.append(impor.prosesor / lantai.prosesor)
            memori.append(impor.memori)
            lapor(
                f"impor: lantai {lantai.dinding:.2f} s, impor {impor.dinding:.2f} s, {dinding[-1]:.2f}×; "
                f"prosesor {lantai.prosesor:.2f} s, {impor.prosesor:.2f} s, {prosesor[-1]:.2f}×; "
                f"{impor.memori:.0f} MB"
            )
            if nomor == 0 and _isi(polos / "2026") != _isi(kota / "2026"):
                raise SystemExit("berkas lantai dan berkas impor tidak sama")
    return Pengukuran(median(dinding), median(prosesor), max(memori))


def _isi(folder: Path) -> dict[str, bytes]:
    return {satu.relative_to(folder).as_posix(): satu.read_bytes() for satu in folder.glob("*/*.yaml")}


def utama() -> int:
    """Ukur bergiliran, cetak median dan rasionya; 1 bila melampaui sasaran."""
    pilihan = argparse.ArgumentParser(description=__doc__)
    pilihan.add_argument("--baris", type=int, default=BARIS)
    pilihan.add_argument("--putaran", type=int, default=3)
    isi = pilihan.parse_args()
    semua = list(ukur(isi.baris, isi.putaran, print).putusan())
    print(tabel_putusan(semua))
    return int(any(satu.tercapai is False for satu in semua))


if __name__ == "__main__":
    sys.exit(utama())
