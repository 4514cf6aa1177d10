"""Arti setiap nilai pilihan, menurut tipe pilihannya; tampil di penyunting saat melengkapi dan menunjuk."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from indeksinovasi.inti.model.aturan import TahunRelatif
from indeksinovasi.inti.model.daerah import JenisDaerah, JenisHasil, Klaster
from indeksinovasi.inti.model.dasar import AngkaTingkat, Aspek, Kepastian
from indeksinovasi.inti.model.inovasi import BentukInovasi, Inisiator, JenisInovasi, Status, Tahapan
from indeksinovasi.inti.model.ketentuan import CaraBulat, Diperoleh
from indeksinovasi.inti.model.metode import StatusMetode
from indeksinovasi.inti.model.urusan import (
    FUNGSI_PENUNJANG,
    URUSAN_PILIHAN,
    WAJIB_BUKAN_PELAYANAN_DASAR,
    WAJIB_PELAYANAN_DASAR,
)

Arti = Mapping[Any, str]

ARTI_PILIHAN: Mapping[Any, Arti] = {
    AngkaTingkat: {
        0: "Belum memenuhi tingkat 1; skor 0.",
        1: "Tingkat 1; skor = bobot × 1.",
        2: "Tingkat 2; skor = bobot × 2.",
        3: "Tingkat 3, yang tertinggi; skor = bobot × 3.",
    },
    Kepastian: {
        "pasti": "Tertulis untuk tahun itu.",
        "kuat": "Sumber yang terpisah sama, atau angkanya cocok.",
        "lemah": "Satu sumber atau simpulan; asumsi selalu lemah.",
    },
    Aspek: {
        "spd": "Satuan Pemerintah Daerah: indikator tingkat daerah, ditulis di `spd.yaml`.",
        "sid": "Satuan Inovasi Daerah: indikator tiap inovasi.",
    },
    Status: {
        "draf": "Belum dikirim; tidak dihitung kecuali dengan `--sertakan-draf`.",
        "terkirim": "Sudah dikirim; dihitung bila tanggalnya di dalam jendela penerapan.",
        "diterima": "Lolos penjaringan; selalu dihitung.",
        "ditolak": "Ditolak; tidak menambah jumlah dan skor, tetapi dapat tetap menjadi pembagi.",
    },
    Tahapan: {
        "inisiatif": "Masih gagasan; belum diuji coba.",
        "uji_coba": "Sedang diuji coba pada lingkup terbatas.",
        "penerapan": "Sudah diterapkan; `waktu.penerapan` wajib diisi.",
    },
    Inisiator: {
        "kepala_daerah": "Kepala daerah.",
        "dprd": "Anggota DPRD.",
        "opd": "Perangkat daerah.",
        "asn": "Aparatur sipil negara.",
        "masyarakat": "Anggota masyarakat.",
    },
    JenisInovasi: {
        "digital": "Memakai sistem atau aplikasi elektronik.",
        "non_digital": "Tanpa sistem elektronik.",
        "teknologi": "Memakai alat atau teknologi tepat guna.",
    },
    BentukInovasi: {
        "tata_kelola": "Inovasi tata kelola pemerintahan daerah.",
        "pelayanan_publik": "Inovasi pelayanan publik.",
        "lainnya": "Inovasi lain sesuai urusan pemerintahan yang menjadi kewenangan daerah.",
    },
    JenisDaerah: {"provinsi": "Provinsi.", "kabupaten": "Kabupaten.", "kota": "Kota."},
    Klaster: {
        "tertinggal": "Daerah tertinggal.",
        "perbatasan": "Daerah perbatasan.",
        "papua": "Daerah di wilayah Papua.",
    },
    JenisHasil: {
        "mandiri": "Penilaian mandiri oleh daerah, sebelum verifikasi.",
        "sementara": "Hasil sementara sebelum penetapan.",
        "final": "Hasil yang ditetapkan.",
        "tidak_diketahui": "Sumber tidak menyebut jenis angkanya.",
    },
    Diperoleh: {
        "terbit": "Tertulis di sumbernya.",
        "simpulan": "Disimpulkan dari sumber lain atau tahun lain.",
        "cocok": "Dipilih agar cocok dengan hasil yang terbit.",
    },
    Literal["terbulat"]: {"terbulat": "Dari indeks yang sudah dibulatkan dua desimal."},
    CaraBulat: {
        "terbulat": "Dari indeks yang sudah dibulatkan dua desimal.",
        "tak_terbulat": "Dari indeks yang belum dibulatkan.",
    },
    StatusMetode: {
        "resmi": "Disalin dari naskah pedoman.",
        "rekonstruksi": "Disusun dari sumber sekunder; naskah pedoman tidak ditemukan.",
        "prognosis": "Diumumkan tetapi belum berlaku.",
    },
    TahunRelatif: {
        "T-2": "Dua tahun sebelum tahun pengukuran.",
        "T-1": "Satu tahun sebelum tahun pengukuran.",
        "T-0": "Tahun pengukuran.",
    },
    Literal["normal", "absolut"]: {
        "normal": "Indeks 0-100: skor dibagi skor tertinggi.",
        "absolut": "Jumlah poin tanpa batas atas (2020).",
    },
    Literal["jumlah", "rata_rata"]: {
        "jumlah": "Kematangan semua inovasi dijumlahkan.",
        "rata_rata": "Jumlah kematangan dibagi pembagi.",
    },
    Literal["naik", "turun"]: {
        "naik": "Makin besar makin baik.",
        "turun": "Makin kecil makin baik.",
    },
    Literal["persen", "selisih", "penurunan", "nilai"]: {
        "persen": "Perubahan T-1 terhadap T-2, dalam persen.",
        "selisih": "T-1 dikurangi T-2.",
        "penurunan": "T-2 dikurangi T-1.",
        "nilai": "Nilai T-1 saja.",
    },
    Literal["rentang"]: {"rentang": "Bilangan menjadi tingkat menurut rentangnya."},
    Literal["pilihan"]: {"pilihan": "Pilihan kata menjadi tingkat."},
    Literal["jumlah"]: {"jumlah": "Banyaknya anggota daftar menjadi tingkat."},
    Literal["tahun"]: {"tahun": "Himpunan tahun menjadi tingkat."},
    Literal["kali"]: {"kali": "Banyaknya kali dalam jendela tahun menjadi tingkat."},
    Literal["basis"]: {"basis": "Satu basis ukur dipilih; tiap basis punya rentang sendiri."},
}

_KELOMPOK_URUSAN = {
    "urusan wajib pelayanan dasar": WAJIB_PELAYANAN_DASAR,
    "urusan wajib bukan pelayanan dasar": WAJIB_BUKAN_PELAYANAN_DASAR,
    "urusan pilihan": URUSAN_PILIHAN,
    "fungsi penunjang": FUNGSI_PENUNJANG,
}
ARTI_URUSAN: Mapping[str, str] = {
    kode: f"{nama} ({kelompok})." for kelompok, isi in _KELOMPOK_URUSAN.items() for kode, nama in isi.items()
}
