"""Kosakata fakta baku untuk manusia: apa yang ditulis pada ``fakta`` tiap indikator dan arti tiap pilihannya.

Bentuknya (``inti.model.fakta.BENTUK_FAKTA``) dan tingkatnya (berkas tahun) tidak diulang di sini.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

_SK = {
    "sk_kepala_pd": "SK kepala perangkat daerah.",
    "sk_kepala_pd_an_kepala_daerah": "SK kepala perangkat daerah atas nama kepala daerah.",
    "sk_kepala_daerah": "SK kepala daerah.",
}


class UraianFakta(NamedTuple):
    """Judul fakta, apa yang ditulis, dan arti tiap pilihan."""

    judul: str
    isi: str
    pilihan: Mapping[str, str] = {}


URAIAN_FAKTA: Mapping[str, UraianFakta] = {
    "regulasi": UraianFakta(
        "Naskah regulasi",
        "Naskah tertinggi yang menetapkan inovasi.",
        {
            **_SK,
            "perkada": "Peraturan kepala daerah (Pergub, Perbup, Perwal).",
            "perda": "Peraturan daerah.",
        },
    ),
    "sdm": UraianFakta("Banyaknya SDM", "Banyaknya orang yang menjalankan inovasi, bilangan bulat."),
    "anggaran": UraianFakta("Tahun beranggaran", "Tahun-tahun inovasi dianggarkan."),
    "alat_kerja": UraianFakta(
        "Alat kerja",
        "Alat kerja terbaik yang dipakai.",
        {
            "manual": "Manual atau nonelektronik.",
            "elektronik": "Elektronik tanpa jaringan.",
            "daring": "Dalam jaringan (daring).",
        },
    ),
    "bimtek": UraianFakta("Bimbingan teknis", "Banyaknya bimbingan teknis tiap tahun."),
    "rkpd": UraianFakta("Tahun dalam RKPD", "Tahun-tahun inovasi dimuat dalam RKPD."),
    "aktor": UraianFakta(
        "Keterlibatan aktor",
        "Unsur yang terlibat; tiap unsur satu kali.",
        {
            "pemerintah": "Pemerintah.",
            "akademisi": "Perguruan tinggi atau peneliti.",
            "bisnis": "Dunia usaha.",
            "komunitas": "Komunitas atau organisasi masyarakat.",
            "media": "Media massa.",
            "lainnya": "Unsur lain.",
        },
    ),
    "pelaksana": UraianFakta(
        "Penetapan pelaksana",
        "Naskah tertinggi yang menetapkan pelaksana.",
        {
            "tanpa_penetapan": "Ada pelaksana, tanpa naskah penetapan.",
            "surat_tugas_kepala_pd": "Surat tugas kepala perangkat daerah.",
            "surat_tugas_kepala_daerah": "Surat tugas kepala daerah.",
            **_SK,
        },
    ),
    "jejaring": UraianFakta("Jejaring inovasi", "Banyaknya perangkat daerah yang terlibat, bilangan bulat."),
    "sosialisasi": UraianFakta(
        "Sosialisasi",
        "Semua cara sosialisasi; yang terbaik dihitung.",
        {
            "spanduk": "Spanduk, brosur, atau media luar ruang.",
            "tatap_muka": "Tatap muka.",
            "media_sosial": "Media sosial.",
            "media_pemda": "Laman atau media milik pemerintah daerah.",
            "media_luar": "Media massa di luar pemerintah daerah.",
        },
    ),
    "pedoman_teknis": UraianFakta(
        "Pedoman teknis",
        "Bentuk pedoman terbaik.",
        {
            "cetak": "Buku atau naskah cetak.",
            "elektronik": "Berkas elektronik.",
            "daring": "Dapat diakses daring.",
            "video": "Video petunjuk.",
        },
    ),
    "info_layanan": UraianFakta(
        "Informasi layanan",
        "Semua saluran informasi layanan.",
        {
            "tatap_muka": "Layanan tatap muka.",
            "telepon": "Telepon atau hotline.",
            "surel": "Surat elektronik.",
            "media_sosial": "Media sosial.",
            "aplikasi": "Aplikasi atau laman daring.",
        },
    ),
    "kemudahan_proses": UraianFakta(
        "Lama proses", "Waktu yang diperlukan untuk memperoleh hasil layanan, dalam hari."
    ),
    "pengaduan": UraianFakta(
        "Penyelesaian pengaduan",
        "Persentase pengaduan yang diselesaikan (0-100), atau `tidak_ada`.",
        {"tidak_ada": "Tidak ada pengaduan."},
    ),
    "layanan_terintegrasi": UraianFakta(
        "Layanan terintegrasi",
        "Sampai 2023 jenis aplikasinya, sejak 2024 keterpaduan unitnya; keduanya tidak saling diubah.",
        {
            "informasi": "Hanya informasi (sampai 2023).",
            "web_aplikasi": "Laman atau aplikasi (sampai 2023).",
            "web_dan_mobile": "Laman dan aplikasi gawai (sampai 2023).",
            "terpisah": "Layanan masih terpisah (sejak 2024).",
            "satu_unit": "Terpadu dalam satu unit (sejak 2024).",
            "lintas_unit": "Terpadu lintas unit (sejak 2024).",
        },
    ),
    "replikasi": UraianFakta("Replikasi", "Berapa kali inovasi ditiru daerah lain, bilangan bulat."),
    "kecepatan": UraianFakta("Kecepatan penciptaan", "Lama dari gagasan sampai penerapan, dalam bulan."),
    "kemanfaatan": UraianFakta(
        "Kemanfaatan",
        "Satu basis ukur dan nilainya. Pada tahun yang hanya punya satu basis, bilangan saja cukup.",
        {
            "orang": "Banyaknya penerima manfaat.",
            "unit": "Cakupan unit penerima manfaat, persen.",
            "belanja": "Efisiensi belanja, persen.",
            "pendapatan": "Penambahan pendapatan.",
            "produk": "Banyaknya produk yang dihasilkan atau dijual.",
            "tren": "Banyaknya periode dengan tren kinerja positif.",
        },
    ),
    "monev": UraianFakta(
        "Monitoring dan evaluasi",
        "Laporan terbaik.",
        {
            "internal": "Laporan pemantauan internal.",
            "skm": "Laporan survei kepuasan masyarakat.",
            "eksternal": "Laporan eksternal berbasis penelitian, kajian, atau analisis.",
        },
    ),
    "kualitas": UraianFakta("Kualitas video", "Banyaknya unsur substansi yang dimuat video, bilangan bulat."),
}
