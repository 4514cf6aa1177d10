"""Bentuk fakta: apa yang boleh ditulis pada ``fakta`` tiap indikator, pilihannya, dan artinya.

Satu-satunya uraian fakta: pembacaan, pesan, skema, dan ``jelaskan`` memakainya. Isian yang tidak sesuai
dicari ``inti.model.isian_fakta``; apakah sebuah fakta *mungkin* dan menjadi tingkat berapa diputuskan
aturan tahunnya (``inti.hitung.fakta``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

from indeksinovasi.inti.model.aturan import (
    Aturan,
    AturanBasis,
    AturanJumlah,
    AturanKali,
    AturanPilihan,
    AturanRentang,
    AturanTahun,
)
from indeksinovasi.inti.model.metode import Indikator

JenisBentuk = Literal[
    "pilihan", "banyak", "bilangan", "bilangan_atau_pilihan", "tahun", "kali", "manfaat", "bilangan_tahunan"
]


class Bentuk(NamedTuple):
    """Bentuk satu fakta: judul, apa yang ditulis, arti tiap pilihannya, dan satuan bilangannya.

    Uraian yang kosong: kosakatanya milik berkas tahun, yang tidak menguraikannya.
    """

    jenis: JenisBentuk
    judul: str = ""
    isi: str = ""
    arti: Mapping[str, str] = {}
    satuan: str = ""

    @property
    def pilihan(self) -> tuple[str, ...]:
        """Kode pilihan yang dikenal; kosong bila faktanya bukan pilihan."""
        return tuple(self.arti)


_SK = {
    "sk_kepala_pd": "SK kepala perangkat daerah.",
    "sk_kepala_pd_an_kepala_daerah": "SK kepala perangkat daerah atas nama kepala daerah.",
    "sk_kepala_daerah": "SK kepala daerah.",
}

BENTUK_FAKTA: Mapping[str, Bentuk] = {
    "regulasi": Bentuk(
        "pilihan",
        "Naskah regulasi",
        "Naskah tertinggi yang menetapkan inovasi.",
        {
            **_SK,
            "perkada": "Peraturan kepala daerah (Pergub, Perbup, Perwal).",
            "perda": "Peraturan daerah.",
        },
    ),
    "sdm": Bentuk(
        "bilangan",
        "Banyaknya SDM",
        "Banyaknya orang yang menjalankan inovasi, bilangan bulat.",
        satuan="orang",
    ),
    "jejaring": Bentuk(
        "bilangan",
        "Jejaring inovasi",
        "Banyaknya perangkat daerah yang terlibat, bilangan bulat.",
        satuan="perangkat daerah",
    ),
    "replikasi": Bentuk(
        "bilangan",
        "Replikasi",
        "Berapa kali inovasi ditiru daerah lain, bilangan bulat.",
        satuan="kali",
    ),
    "kemudahan_proses": Bentuk(
        "bilangan",
        "Lama proses",
        "Waktu yang diperlukan untuk memperoleh hasil layanan, dalam hari.",
        satuan="hari",
    ),
    "kecepatan": Bentuk(
        "bilangan",
        "Kecepatan penciptaan",
        "Lama dari gagasan sampai penerapan, dalam bulan.",
        satuan="bulan",
    ),
    "kualitas": Bentuk(
        "bilangan",
        "Kualitas video",
        "Banyaknya unsur substansi yang dimuat video, bilangan bulat.",
        satuan="unsur substansi",
    ),
    "anggaran": Bentuk(
        "tahun",
        "Tahun beranggaran",
        "Tahun-tahun inovasi dianggarkan.",
    ),
    "rkpd": Bentuk(
        "tahun",
        "Tahun dalam RKPD",
        "Tahun-tahun inovasi dimuat dalam RKPD.",
    ),
    "alat_kerja": Bentuk(
        "pilihan",
        "Alat kerja",
        "Alat kerja terbaik yang dipakai.",
        {
            "manual": "Manual atau nonelektronik.",
            "elektronik": "Elektronik tanpa jaringan.",
            "daring": "Dalam jaringan (daring).",
        },
    ),
    "bimtek": Bentuk(
        "kali",
        "Bimbingan teknis",
        "Banyaknya bimbingan teknis tiap tahun.",
    ),
    "aktor": Bentuk(
        "banyak",
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
    "pelaksana": Bentuk(
        "pilihan",
        "Penetapan pelaksana",
        "Naskah tertinggi yang menetapkan pelaksana.",
        {
            "tanpa_penetapan": "Ada pelaksana, tanpa naskah penetapan.",
            "surat_tugas_kepala_pd": "Surat tugas kepala perangkat daerah.",
            "surat_tugas_kepala_daerah": "Surat tugas kepala daerah.",
            **_SK,
        },
    ),
    "sosialisasi": Bentuk(
        "banyak",
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
    "pedoman_teknis": Bentuk(
        "pilihan",
        "Pedoman teknis",
        "Bentuk pedoman terbaik.",
        {
            "cetak": "Buku atau naskah cetak.",
            "elektronik": "Berkas elektronik.",
            "daring": "Dapat diakses daring.",
            "video": "Video petunjuk.",
        },
    ),
    "info_layanan": Bentuk(
        "banyak",
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
    "pengaduan": Bentuk(
        "bilangan_atau_pilihan",
        "Penyelesaian pengaduan",
        "Persentase pengaduan yang diselesaikan (0-100), atau `tidak_ada`.",
        {
            "tidak_ada": "Tidak ada pengaduan.",
        },
        satuan="persen",
    ),
    "layanan_terintegrasi": Bentuk(
        "pilihan",
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
    "kemanfaatan": Bentuk(
        "manfaat",
        "Kemanfaatan",
        "Manfaat menurut satu basis ukur. Pada tahun yang hanya punya satu basis, bilangan saja cukup.",
        {
            "orang": "Banyaknya penerima manfaat.",
            "unit": "Cakupan unit penerima manfaat, persen.",
            "belanja": "Efisiensi belanja, persen.",
            "pendapatan": "Penambahan pendapatan.",
            "produk": "Banyaknya produk yang dihasilkan atau dijual.",
            "tren": "Banyaknya periode dengan tren kinerja positif.",
        },
    ),
    "monev": Bentuk(
        "pilihan",
        "Monitoring dan evaluasi",
        "Laporan terbaik.",
        {
            "internal": "Laporan pemantauan internal.",
            "skm": "Laporan survei kepuasan masyarakat.",
            "eksternal": "Laporan eksternal berbasis penelitian, kajian, atau analisis.",
        },
    ),
}


def bentuk_fakta(indikator: Indikator) -> Bentuk | None:
    """Bentuk fakta sebuah baris: kosakata baku, atau menurut aturan tahunnya; ``None`` bila tanpa aturan."""
    baku = BENTUK_FAKTA.get(indikator.kode)
    return baku or (bentuk_dari_aturan(indikator.aturan) if indikator.aturan else None)


def _tanpa_arti(pilihan: Iterable[str]) -> dict[str, str]:
    return dict.fromkeys(pilihan, "")


def bentuk_dari_aturan(aturan: Aturan) -> Bentuk:
    """Bentuk fakta untuk indikator di luar kosakata baku (SPD 2026, lomba daerah), diturunkan dari aturan
    tahunnya.
    """
    match aturan:
        case AturanPilihan():
            return Bentuk("banyak" if aturan.banyak else "pilihan", arti=_tanpa_arti(aturan.tingkat))
        case AturanRentang():
            if aturan.perubahan:
                return Bentuk("bilangan_tahunan", satuan=aturan.satuan)
            return Bentuk(
                "bilangan_atau_pilihan" if aturan.pilihan else "bilangan",
                arti=_tanpa_arti(aturan.pilihan),
                satuan=aturan.satuan,
            )
        case AturanJumlah():
            anggota = (satu for isi in aturan.kelompok.values() for satu in isi)
            return Bentuk("banyak", arti=_tanpa_arti(anggota), satuan=aturan.satuan)
        case AturanTahun():
            return Bentuk("tahun")
        case AturanKali():
            return Bentuk("kali")
        case AturanBasis():
            return Bentuk("manfaat", arti=_tanpa_arti(aturan.basis))
