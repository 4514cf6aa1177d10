"""Pesan laporan: kalimat yang dipilih harus benar menurut angkanya."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from indeksinovasi.inti.model.laporan import Laporan
from indeksinovasi.keluaran.grafik.kematangan import penahan
from indeksinovasi.keluaran.pesan import (
    angka_kunci,
    gerak_skor,
    hal_pokok,
    judul_laporan,
    pengantar,
    predikat_karena_batas,
    sebab_terbesar,
)
from indeksinovasi.keluaran.pesan_langkah import (
    arahan,
    jalan_tercetak,
    kalimat_langkah,
    langkah_tercetak,
    pelaku_langkah,
)
from tests.bagan_uji import isi_nilai, laporan

AWAL = "Kota Contoh"
HANYA = "tetapi hanya"


def _dengan(skor: str, predikat: str, lama: str = "Inovatif") -> Laporan:
    satu = laporan()
    assert satu.perubahan is not None
    ubah = satu.perubahan
    return replace(
        satu,
        nilai=isi_nilai(satu)._replace(skor=Fraction(skor), predikat=predikat),
        perubahan=ubah._replace(
            dari=ubah.dari._replace(predikat=lama),
            ke=ubah.ke._replace(skor=Fraction(skor), predikat=predikat),
        ),
    )


@pytest.mark.parametrize(
    ("skor", "predikat", "lama", "judul"),
    [
        ("42.63", "Inovatif", "Inovatif",
         f"tetap Inovatif dengan 42,63, {HANYA} 2,62 poin di atas batas baru"),
        ("50", "Inovatif", "Inovatif", "tetap Inovatif dengan 50,00"),
        ("70", "Sangat Inovatif", "Inovatif",
         f"naik menjadi Sangat Inovatif dengan 70,00, {HANYA} 4,99 poin di atas batas baru"),
        ("39", "Kurang Inovatif", "Inovatif", "turun menjadi Kurang Inovatif dengan 39,00"),
    ],
)  # fmt: skip
def test_judul_menurut_gerak_predikat(skor: str, predikat: str, lama: str, judul: str) -> None:
    assert judul_laporan(_dengan(skor, predikat, lama)) == f"{AWAL} {judul}"


def test_judul_tanpa_pembanding_dan_tanpa_predikat() -> None:
    satu = replace(laporan(), perubahan=None)
    nilai = isi_nilai(satu)
    assert judul_laporan(satu) == f"{AWAL} Inovatif dengan 42,63, tetapi hanya 2,62 poin di atas batasnya"
    tanpa = replace(satu, nilai=nilai._replace(predikat=None))
    assert judul_laporan(tanpa) == f"Indeks {AWAL} 42,63; predikatnya belum pasti"
    kosong = replace(satu, nilai=nilai._replace(skor=None, alasan_kosong="Sebab."))
    assert judul_laporan(kosong) == f"Indeks {AWAL} 2026 belum dapat dihitung"
    assert pengantar(kosong)[0] == "Sebab."
    assert judul_laporan(laporan("kota-contoh", 2020)).startswith(
        f"{AWAL} mengumpulkan paling sedikit 1.831,00 poin"
    )
    terbit = "Kota Pangkalpinang 2023: 63,85, Sangat Inovatif menurut penilaian mandiri"
    assert judul_laporan(laporan("kota-pangkalpinang", 2023)) == terbit


def test_predikat_yang_berubah_karena_batas_disebut_lebih_dulu() -> None:
    turun = _dengan("39", "Kurang Inovatif")
    assert turun.perubahan is not None
    kalimat = predikat_karena_batas(turun.perubahan)
    assert kalimat == (
        "Predikat berubah dari Inovatif menjadi Kurang Inovatif karena batas Inovatif naik dari 35,00 "
        "menjadi 40,01; menurut batas 2024 skor 39,00 masih Inovatif."
    )
    assert pengantar(turun)[0] == kalimat
    # Di bawah batas lama pun, penyebabnya bukan batas.
    jatuh = _dengan("34", "Kurang Inovatif")
    assert jatuh.perubahan is not None
    assert predikat_karena_batas(jatuh.perubahan) is None
    tetap = laporan().perubahan
    assert tetap is not None
    assert predikat_karena_batas(tetap) is None


def test_pengantar_menyebut_batas_jarak_verifikasi_dan_rentang() -> None:
    assert pengantar(laporan()) == [
        "Batas predikat Inovatif naik dari 35,00 (2024) menjadi 40,01.",
        "Perlu 22,38 poin lagi untuk Sangat Inovatif (mulai 65,01).",
        "Pada dasar terverifikasi baru 34,92 (Kurang Inovatif); predikat bergantung pada 56 baris berbukti "
        "yang belum diverifikasi.",
        "Rentang karena asumsi: 42,63–46,51, predikat yang mungkin Inovatif.",
    ]


def test_angka_kunci() -> None:
    assert [satu.pokok for satu in angka_kunci(laporan())] == [
        "42,63",
        "13 dari 16",
        "3 dari 10",
        "4 dari 6",
        "72,77",
    ]


def test_selisih_tampil_adalah_selisih_angka_tampil() -> None:
    ubah = laporan().perubahan
    assert ubah is not None
    assert gerak_skor(ubah) == "Dari 42,93 (2024) menjadi 42,63 (2026): −0,30 poin."
    assert sebab_terbesar(ubah)[0][:2] == ("▲", "+2,91")
    assert [arah for arah, *_ in sebab_terbesar(ubah)] == ["▲", "▼", "▼"]


def test_langkah_menyebut_pekerjaan_dan_pelakunya() -> None:
    semua = isi_nilai(laporan()).langkah
    langkah = {satu.jenis: satu for satu in reversed(semua)}
    assert kalimat_langkah(langkah["verifikasi"]).pokok == "Verifikasi 56 baris yang sudah berbukti"
    assert kalimat_langkah(langkah["kelayakan"]).pokok == "Pastikan kelayakan Rumah Tumbuh Swadaya"
    assert kalimat_langkah(langkah["bukti"]) == (
        "Lengkapi bukti 16 baris yang sudah diklaim",
        " (15 baris inovasi, 1 baris SPD)",
    )
    assert pelaku_langkah(langkah["kelayakan"]) == "Dinas Perumahan, Kawasan Permukiman, dan Lingkungan Hidup"
    assert pelaku_langkah(langkah["bukti"]).endswith("OPD lain; pengampu SPD (1)")
    belum = {satu.golongan: kalimat_langkah(satu) for satu in semua if satu.jenis == "kelayakan"}
    assert belum["ditolak"] == ("Perbaiki Kampung Atap Dingin", ", yang ditolak; bila diterima")
    assert belum["draf"].pokok == "Lengkapi dan kirim Rumah Singgah Terampil Angkatan Keluarga"
    assert kalimat_langkah(langkah["inovasi_baru"]) == (
        "Tambah satu inovasi baru, mengisi urusan Perumahan rakyat dan kawasan permukiman",
        "; berkematangan 72 dan diterima",
    )
    assert kalimat_langkah(langkah["tingkat"]).pokok == "Naikkan Video inovasi daerah pada enam inovasi"
    assert kalimat_langkah(langkah["spd"]).pokok == "Naikkan Penghargaan bagi inovator ke tingkat 3"


def test_langkah_tercetak_memuat_tiap_jenis_dan_tetap_terurut() -> None:
    semua = isi_nilai(laporan()).langkah
    sepuluh = langkah_tercetak(semua, 10)
    assert len(sepuluh) == 10
    assert {satu.jenis for satu in sepuluh} == {satu.jenis for satu in semua}
    assert [semua.index(satu) for satu in sepuluh] == sorted(semua.index(satu) for satu in sepuluh)
    assert semua[0].jenis == "verifikasi"
    assert "penugasan tim verifikasi (langkah 1)" in (arahan(sepuluh) or "")
    assert arahan(()) is None


def test_jalan_menyebut_yang_terjangkau_dan_perintahnya() -> None:
    (jalan,) = jalan_tercetak(laporan())
    assert jalan.kalimat.startswith("Menaikkan tingkat saja berhenti di 55,69. Sangat Inovatif (mulai 65,01)")
    assert jalan.perintah.startswith('indeks rencana target DATA --tahun 2026 --predikat "Sangat Inovatif"')
    (dekat,) = jalan_tercetak(laporan("kota-contoh", 2021))
    assert "tercapai dengan 17 baris yang naik: biaya 33, menjadi 60,09." in dekat.kalimat


def test_penahan_memuat_sembilan_persepuluh() -> None:
    nilai = isi_nilai(laporan())
    menahan = penahan(nilai)
    total = sum(satu.menunggu for satu in nilai.inovasi if satu.terhitung)
    assert 10 * sum(satu.menunggu for satu in menahan) >= 9 * total
    assert 10 * sum(satu.menunggu for satu in menahan[:-1]) < 9 * total
    assert penahan(nilai._replace(dasar="klaim")) == penahan(nilai._replace(baris_terverifikasi=0)) == ()


def test_hal_pokok_paling_banyak_tiga() -> None:
    semua = {"kematangan": "Pesan kematangan", "indikator": "Pesan indikator"}
    hal = hal_pokok(laporan(), semua)
    assert [satu.pokok for satu in hal] == [
        "Pesan kematangan",
        "Pastikan kelayakan Rumah Tumbuh Swadaya",
        "Pesan indikator",
    ]
    assert hal_pokok(laporan("kota-pangkalpinang", 2023), semua) == []
