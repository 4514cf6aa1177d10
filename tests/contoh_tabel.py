"""Tabel contoh di ``contoh_data/tabel``, keduanya rekaan: ekspor resmi 2025 dan lembar isian 2026 terisi.

Tulis ulang dengan ``python -m tests.contoh_tabel``; uji menjaga isi keduanya tetap sama.
"""

from __future__ import annotations

from typing import Any

from indeksinovasi.alur.ekspor import PermintaanEkspor, bahan_isian
from indeksinovasi.inti.model.isian import KOLOM_INDIKATOR, KOLOM_INOVASI
from indeksinovasi.inti.model.tabel import LembarTulis
from indeksinovasi.keluaran.tabel.buku import tulis_buku
from indeksinovasi.keluaran.tabel.isian import lembar_isian
from tests.daerah_uji import CONTOH
from tests.ekspor_resmi import BENTUK, JUDUL, baris

FOLDER = CONTOH / "tabel"
EKSPOR = FOLDER / "ekspor-resmi-2025.xlsx"
ISIAN = FOLDER / "isian-dinas-kesehatan-2026.xlsx"
_UNIT = {
    "Dinas Kesehatan": (
        "kesehatan",
        ("Posyandu Digital dengan Jejak Rujukan", "Gerai Tenang", "Antre Tanpa Berdiri"),
    ),
    "Dinas Pendidikan, Kebudayaan, dan Perpustakaan Kota Contoh": (
        "pendidikan",
        ("Sekolah Dermaga", "Baca di Halte"),
    ),
    "Dinas Pekerjaan Umum dan Penataan Ruang (pu01)": (
        "pekerjaan umum dan penataan ruang",
        ("Lapor Drainase", "Tambal Dingin"),
    ),
    "Satuan Polisi Pamong Praja dan Pemadam Kebakaran": (
        "ketenteraman, ketertiban umum, dan pelindungan masyarakat",
        ("Sapa Pasar",),
    ),
    "Dinas Sosial dan Pemberdayaan Perempuan": ("sosial", ("Rumah Singgah Terampil", "Dapur Siaga")),
    "Kecamatan Pesisir": (
        "Fungsi penunjang lainnya sesuai dengan ketentuan peraturan perundang-undangan",
        ("Loket Perahu",),
    ),
}


def ekspor_resmi() -> bytes:
    """Ekspor resmi rekaan: semua sel teks, ``-`` dan ``null`` bagi yang kosong, seperti unduhan aplikasi."""
    isi: list[list[Any]] = []
    for unit, (urusan, judul) in _UNIT.items():
        for nama in judul:
            nomor = len(isi) + 1
            ganti = {
                "Judul Inovasi": f" {nama} " if nomor % 4 == 0 else nama,
                "Pemda": "Pemerintah Kota Contoh",
                "Admin OPD": unit,
                "Urusan Utama": urusan,
                "Bentuk Inovasi": BENTUK[1],
                "Inisiator": "OPD",
                "Tahapan Inovasi": "Penerapan",
                "Kematangan": str(58 + 3 * nomor),
                "Tanggal Input": "12-06-2025",
                "Tanggal Penerapan": f"{2 * nomor:02}-03-2024",
                "Link Video": "-",
            }
            isi.append([str(sel) for sel in baris(nomor, **ganti)])
    return tulis_buku((LembarTulis("Data Inovasi", JUDUL, isi),))


def isian_terisi() -> bytes:
    """Lembar isian Dinas Kesehatan 2026 sesudah diisi: satu teks diganti, satu inovasi baru."""
    lembar = lembar_isian(bahan_isian(PermintaanEkspor(CONTOH / "kota-contoh", 2026, "dinas-kesehatan")))
    return tulis_buku([_isi(satu) for satu in lembar])


def _isi(lembar: LembarTulis) -> LembarTulis:
    semua = [list(satu) for satu in lembar.baris]
    for baris_isian in semua:
        if lembar.nama == "Inovasi" and baris_isian[0] == "baru-1":
            baris_isian[KOLOM_INOVASI.index("nama")] = "Kelas Ibu Terapung"
            baris_isian[KOLOM_INOVASI.index("tujuan")] = "Kelas ibu hamil di pulau tanpa puskesmas."
        if lembar.nama == "Indikator" and baris_isian[:2] == ["baru-1", "sdm"]:
            baris_isian[KOLOM_INDIKATOR.index("parameter")] = 1
            baris_isian[KOLOM_INDIKATOR.index("fakta")] = 6
    if lembar.nama == "Inovasi":
        semua[0][KOLOM_INOVASI.index("hasil")] = "Cakupan kunjungan naik dari 61 menjadi 84 persen."
    return lembar._replace(baris=semua)


def utama() -> None:
    """Tulis kedua berkas."""
    FOLDER.mkdir(exist_ok=True)
    EKSPOR.write_bytes(ekspor_resmi())
    ISIAN.write_bytes(isian_terisi())


if __name__ == "__main__":
    utama()
