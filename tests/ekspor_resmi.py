"""Kembaran buatan ekspor resmi: 19 kolom, semua jebakan yang pernah terlihat, dan tabel aplikasi lama."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

JUDUL = (
    *("No", "Judul Inovasi", "Pemda", "Admin OPD", "Inisiator", "Nama Inisiator", "Bentuk Inovasi", "Jenis"),
    *("Asta Cipta", "Urusan Utama", "Urusan lain yang beririsan", "Kematangan", "Tahapan Inovasi"),
    *("Tanggal Input", "Tanggal Penerapan", "Tanggal Pengembangan", "Koordinat", "Video", "Link Video"),
)
BENTUK = (
    "Inovasi tata kelola pemerintahan daerah",
    "Inovasi pelayanan publik",
    "Inovasi Daerah lainnya sesuai dengan Urusan Pemerintahan yang menjadi kewenangan Daerah",
)
URUSAN = (
    *("kesehatan", "pendidikan", "sosial", "ketenteraman, ketertiban umum, dan pelindungan masyarakat"),
    *("koperasi, usaha kecil, dan menengah", "Keuangan", "pekerjaan umum dan penataan ruang"),
)
INISIATOR = ("Kepala Daerah", "Anggota DPRD", "OPD", "ASN", "Masyarakat")
ASTA = (
    "Memperkokoh ideologi Pancasila, demokrasi, dan HAM",
    "Memantapkan sistem pertahanan keamanan negara (dan kemandirian)",
    "Meningkatkan lapangan kerja yang berkualitas",
    "-",
)
KOORDINAT = ("null", "-7,0512345, 112,7112345", "-7.05,112.71", "-")
UNIT = ("Dinas Kesehatan", "DINAS  SOSIAL Kota Uji (akun01)", "Kecamatan Utara", " Bappeda ")


def baris(nomor: int, **ganti: Any) -> list[Any]:
    """Satu baris ekspor; *nomor* menentukan isinya."""
    isi: dict[str, Any] = {
        "No": nomor,
        "Judul Inovasi": f"  Inovasi  {nomor} ",
        "Pemda": "Pemerintah Kota Uji",
        "Admin OPD": UNIT[nomor % len(UNIT)],
        "Inisiator": INISIATOR[nomor % len(INISIATOR)],
        "Nama Inisiator": "-" if nomor % 3 else f"Tim {nomor}",
        "Bentuk Inovasi": BENTUK[nomor % len(BENTUK)],
        "Jenis": ("Digital", "Non Digital", "Teknologi")[nomor % 3],
        "Asta Cipta": ASTA[nomor % len(ASTA)],
        "Urusan Utama": URUSAN[nomor % len(URUSAN)],
        "Urusan lain yang beririsan": ", ".join((URUSAN[(nomor + 1) % 7], URUSAN[(nomor + 3) % 7])),
        "Kematangan": f"{40 + nomor % 60}",
        "Tahapan Inovasi": ("Penerapan", "Uji Coba", "Inisiatif")[nomor % 3],
        "Tanggal Input": "30-06-2026",
        "Tanggal Penerapan": f"{1 + nomor % 28:02}-0{1 + nomor % 9}-2024",
        "Tanggal Pengembangan": "-",
        "Koordinat": KOORDINAT[nomor % len(KOORDINAT)],
        "Video": "-",
        "Link Video": "-" if nomor % 5 else f"https://video.contoh.go.id/{nomor}",
    }
    isi |= ganti
    return [isi[judul] for judul in JUDUL]


def banyak(jumlah: int) -> list[list[Any]]:
    """*jumlah* baris sah; setiap baris kesepuluh mengulang judul baris sebelumnya di OPD yang sama."""
    semua = [baris(nomor) for nomor in range(1, jumlah + 1)]
    for nomor in range(9, jumlah, 10):
        semua[nomor][1] = semua[nomor - 4][1]
        semua[nomor][3] = semua[nomor - 4][3]
    return semua


def tulis_xlsx(
    jalur: Path, isi: Sequence[Sequence[Any]], judul: Sequence[str] = JUDUL, sebelum: int = 0
) -> Path:
    """Buku kerja satu lembar; *sebelum* baris judul surat di atas judul kolom."""
    import xlsxwriter

    with xlsxwriter.Workbook(str(jalur)) as buku:
        lembar = buku.add_worksheet("Data")
        tanggal = buku.add_format({"num_format": "dd-mm-yyyy"})
        for nomor in range(sebelum):
            lembar.write_string(nomor, 0, "Daftar Inovasi Daerah")
        for nomor, sel in enumerate((judul, *isi), sebelum):
            for kolom, nilai in enumerate(sel):
                if isinstance(nilai, date):
                    lembar.write_datetime(nomor, kolom, nilai, tanggal)
                elif isinstance(nilai, int | float):
                    lembar.write_number(nomor, kolom, nilai)
                elif nilai is not None:
                    lembar.write_string(nomor, kolom, nilai)
    return jalur


def tulis_csv(
    jalur: Path,
    isi: Sequence[Sequence[Any]],
    *,
    judul: Sequence[str] = JUDUL,
    sandi: str = "utf-8",
    pemisah: str = ",",
) -> Path:
    """CSV dengan sandi aksara dan pemisah yang diminta."""
    aliran = io.StringIO(newline="")
    csv.writer(aliran, delimiter=pemisah).writerows([judul, *isi])
    jalur.write_bytes(aliran.getvalue().encode(sandi))
    return jalur
