"""Pesan temuan mengutip bilangan dan tanggal seperti di berkasnya, supaya dapat dicari di sana."""

from __future__ import annotations

from pathlib import Path

import pytest

from indeksinovasi.alur.metode_periksa import periksa_berkas_metode
from indeksinovasi.alur.validasi import PermintaanValidasi, validasi
from tests.daerah_uji import AKAR, ISIAN_POKOK, tulis_teks

WAKTU = "waktu: {penerapan: 2023-02-20}\n"
BUKTI = 'bukti: [{tautan: "https://a.id/b", tanggal: 2023-01-12}]'


def pesan(folder: Path, kode: str, **berkas: str) -> list[str]:
    semua, _ = validasi(PermintaanValidasi((str(tulis_teks(folder, **berkas)),), pilih=(kode,)))
    return [satu.pesan for satu in semua]


@pytest.mark.parametrize(
    ("kode", "baris", "harapan"),
    [
        ("FKT404", "sdm: {fakta: 12.50}", "sdm: 12.50 orang harus bilangan bulat"),
        ("FKT404", "kemanfaatan: {fakta: {basis: orang, nilai: 12.50}}", "kemanfaatan: 12.50 orang harus"),
        ("FKT403", "kualitas: {fakta: 6.0}", "kualitas: 6.0 unsur substansi tidak mungkin"),
        ("FKT403", "pengaduan: {fakta: +120.50}", "pengaduan: +120.50 persen tidak mungkin"),
        ("FKT401", "sdm: {parameter: 3, fakta: +12}", "tetapi fakta +12 orang mendukung"),
        ("FKT401", "bimtek: {parameter: 3, fakta: {2023: 1.0, 2019: 3}}", "0 kali (2023: 1.0 dan 2019: 3)"),
        ("FKT402", "sdm: {parameter: 0, fakta: 31.0}", "padahal fakta 31.0 orang mendukung"),
        ("FKT415", "replikasi: {fakta: 0.0}", "fakta 0.0 kali belum mencapai"),
        ("FKT416", "pengaduan: {fakta: 0.90}", "0.90 terbaca 0.90 persen"),
        ("FKT417", "sdm: {fakta: 2023.0}", "sdm: 2023.0 orang tampak seperti tahun"),
    ],
)
def test_fakta(kode: str, baris: str, harapan: str, tmp_path: Path) -> None:
    isi = f"{ISIAN_POKOK}{WAKTU}indikator:\n  {baris.replace('{', '{' + BUKTI + ', ', 1)}\n"
    if "bimtek" in baris:
        harapan = harapan.replace("0 kali", "1 kali")
    (satu,) = pesan(tmp_path, kode, catatan=isi)
    assert harapan in satu


@pytest.mark.parametrize(
    ("kode", "ekor", "harapan"),
    [
        (
            "KLY201",
            "waktu: {penerapan: 2019-02-05}\n",
            "penerapan 2019-02-05 di luar 2022-01-01 s.d. 2023-12-31",
        ),
        (
            "KLY207",
            "waktu: {penerapan: 2023-02-20, uji_coba: 2023-03-01}\n",
            "2023-03-01 sesudah penerapan 2023-02",
        ),
        ("KLY207", "waktu: {penerapan: 2025-02-20}\n", "penerapan 2025-02-20 sesudah tahun ukur 2024"),
        (
            "KLY212",
            WAKTU + "koordinat: {lintang: 0.50, bujur: 10.0}\n",
            "koordinat 0.50, 10.0 berada di luar",
        ),
        ("FKT410", WAKTU + "kematangan: 999.50\n", "kematangan 999.50 melebihi"),
    ],
)
def test_catatan(kode: str, ekor: str, harapan: str, tmp_path: Path) -> None:
    (satu,) = pesan(tmp_path, kode, catatan=ISIAN_POKOK + ekor)
    assert harapan in satu


def test_spd_dan_hasil_resmi(tmp_path: Path) -> None:
    berkas = {
        "2024__spd": "total: 99.50\nmaksimum: 50.0\n",
        "hasil_resmi": "hasil:\n"
        "  - {tahun: 2023, jenis: final, skor: 603.00, sumber: x}\n"
        "  - {tahun: 2022, jenis: final, skor: 30.10, predikat: Sangat Inovatif, sumber: x}\n"
        "  - {tahun: 2022, jenis: final, skor: 31.0, sumber: x}\n",
    }
    assert pesan(tmp_path, "FKT", **berkas) == [
        "total 99.50 melebihi skor tertinggi SPD, 63 poin",
        "maksimum 50.0 tidak dipakai: yang terbit untuk SPD 2024 63 poin",
    ]
    semua = pesan(tmp_path, "LTS5", **berkas)
    for harapan in (
        "skor 603.00 melebihi",
        "dengan skor 30.10,",
        "skor final 2022 31.0, sedangkan isian ke-2 30.10",
    ):
        assert sum(harapan in satu for satu in semua) == 1, harapan


def test_berkas_tahun(tmp_path: Path) -> None:
    """Bilangan berkas tahun dikutip dari berkas itu."""
    teks = (AKAR / "indikator/2024.yaml").read_text(encoding="utf-8")
    berkas = tmp_path / "lomba.yaml"
    berkas.write_text(teks.replace("jumlah_bobot_sid: 37", "jumlah_bobot_sid: 36.50"), encoding="utf-8")
    semua = [satu.pesan for satu in periksa_berkas_metode((str(berkas),)).temuan if satu.kode == "KTN704"]
    assert semua == ["kontrol.jumlah_bobot_sid tertulis 36.50, hitungan tabel 37"]
