"""Koreksi aturan sesudah audit, tiap baris dengan contohnya: yang tidak terbit menjadi asumsi."""

from __future__ import annotations

import json
import math
from fractions import Fraction
from pathlib import Path

import pytest

from indeksinovasi.alur.hitung import hitung_cepat
from indeksinovasi.inti.hitung.fakta import baca_fakta
from indeksinovasi.inti.hitung.langsung import AngkaRingkas
from indeksinovasi.inti.metode.beda import bedakan
from indeksinovasi.inti.metode.periksa import periksa_metode
from indeksinovasi.inti.model.hasil import Hasil
from indeksinovasi.inti.model.nilai_fakta import baca_isian
from indeksinovasi.keluaran.metode import dokumen_tunjuk
from indeksinovasi.keluaran.penulis.terminal import teks_terminal
from tests.daerah_uji import indeks, inovasi, metode, nilai, tulis_daerah

TAHUN = range(2020, 2027)
KUARTAL_SPD = [Fraction(satu, 4) for satu in range(4 * 63 + 1)]


def hitung(tahun: int, spd: str, rata: str, inovasi: int, urusan: int | None = None) -> Hasil:
    """Hasil angka ringkasan."""
    ringkasan = AngkaRingkas(Fraction(spd), Fraction(rata), inovasi, inovasi, urusan, None)
    return hitung_cepat(tahun, ringkasan)


@pytest.mark.parametrize("tahun", [2023, 2024, 2025, 2026])
def test_e1_ditolak_ikut_pembagi_hanya_satu_pernyataan(tahun: int) -> None:
    saklar = metode(tahun).rumus.ditolak_ikut_pembagi
    assert saklar is not None
    assert (saklar.nilai, saklar.kemungkinan, saklar.kepastian) == (True, (True, False), "lemah")


def test_e2_spd_tegal_tidak_terbit() -> None:
    rumus = metode(2024).rumus
    assert rumus.sid.asal == "cocok"
    assert "SPD 56 dipilih agar cocok, tidak terbit" in " ".join((rumus.sid.alasan or "").split())
    assert rumus.jumlah_inovasi is not None
    assert rumus.jumlah_inovasi.poin.asal == "cocok"
    assert "(187 - 111) / 200" in (rumus.jumlah_inovasi.poin.alasan or "")


@pytest.mark.parametrize(
    ("tahun", "bagian"), [(2023, "sid_indikator"), (2024, "sid_indikator"), (2024, "jumlah_inovasi")]
)
def test_e3_maksimum_yang_dihitung_berputar_tidak_pasti(tahun: int, bagian: str) -> None:
    assert getattr(metode(tahun).maksimum, bagian).kepastian == "kuat"


def test_e6_indeks_yang_baru_mencapai_batas_karena_pembulatan() -> None:
    hasil = hitung(2026, "63", "67.22", 85, 6)
    assert hasil.utama.rincian.indeks == Fraction("65.0080")
    assert (hasil.utama.skor, hasil.utama.predikat) == (Fraction("65.01"), "Sangat Inovatif")
    assert hasil.utama.predikat_mungkin == ("Sangat Inovatif", "Inovatif")


def test_e6_di_luar_kisaran_pembulatan_hanya_satu_predikat() -> None:
    tepat = hitung(2026, "63", "67.225", 85, 6)
    kurang = hitung(2026, "63", "67.20", 85, 6)
    assert tepat.utama.rincian.indeks == Fraction("65.01")
    assert tepat.utama.predikat_mungkin == ("Sangat Inovatif",)
    assert kurang.utama.predikat_mungkin == ("Inovatif",)


@pytest.mark.parametrize("tahun", [2021, 2022, 2023, 2024, 2025, 2026])
def test_e6_pembulatan_asumsi_setiap_tahun_berindeks(tahun: int) -> None:
    ringkasan = AngkaRingkas(Fraction(40), Fraction(50), 20, 20, 5, Fraction(60) if tahun == 2021 else None)
    (satu,) = (satu for satu in hitung_cepat(tahun, ringkasan).asumsi if satu.kunci == "pembulatan")
    assert satu.kemungkinan == ("terbulat", "tak_terbulat")


def test_e7_tanda_wajib_2020_tidak_ditemukan() -> None:
    assert {satu.wajib for satu in metode(2020).indikator} == {None}
    beda = bedakan(metode(2020), metode(2021))
    assert [hal.hal for satu in beda.indikator for hal in satu.perubahan if hal.hal == "wajib"] == []
    assert "tanda wajib tidak ditemukan" in teks_terminal(dokumen_tunjuk(metode(2020), ""))


@pytest.mark.parametrize(
    ("skor", "mungkin"), [("59", ("Kurang Inovatif",)), ("60", ("Inovatif", "Kurang Inovatif"))]
)
def test_e8_batas_inovatif_2020(skor: str, mungkin: tuple[str, ...]) -> None:
    hasil = hitung(2020, "0", skor, 1)
    assert hasil.utama.predikat_mungkin == mungkin


def test_e9_bangli_2022_hanya_cocok_tanpa_pembagi_minimal() -> None:
    pembagi_2022 = metode(2022).rumus.pembagi_minimal
    assert pembagi_2022 is not None
    assert [pembagi_2022.nilai, *pembagi_2022.kemungkinan] == [Fraction(1), Fraction(1), Fraction(10)]
    assert pembagi_2022.kepastian == "lemah"

    def cocok(pembagi: int) -> bool:
        """Ada SPD kelipatan seperempat dan jumlah kematangan bulat yang memberi 36,51 dengan 7 inovasi."""
        bawah, atas = Fraction("36.505") * Fraction(5, 2), Fraction("36.515") * Fraction(5, 2)
        skor_jumlah = 7 * Fraction("0.38")
        for spd in KUARTAL_SPD:
            jumlah = math.ceil((bawah - skor_jumlah - spd) * pembagi)
            if 0 <= jumlah <= 7 * 111 and spd + Fraction(jumlah, pembagi) + skor_jumlah < atas:
                return True
        return False

    assert [satu for satu in (7, 10, 12) if cocok(satu)] == [7]


@pytest.mark.parametrize("tahun", [2022, 2023, 2024, 2025])
def test_e10_aturan_urusan_wajib_mungkin_lima(tahun: int) -> None:
    urusan = metode(tahun).rumus.urusan_wajib_minimal
    assert urusan is not None
    assert [urusan.nilai, *urusan.kemungkinan] == [None, None, Fraction(5)]
    assert urusan.kepastian == "lemah"
    hasil = hitung(tahun, "40", "80", 20, 4)
    assert hasil.utama.rentang is not None
    assert hasil.utama.rentang[0] < (hasil.utama.skor or 0)


def test_e11_delapan_variabel() -> None:
    for tahun in (2022, 2023, 2024, 2025, 2026):
        assert len(metode(tahun).variabel) == 8
    assert metode(2023).kepastian_variabel == "pasti"
    assert {metode(tahun).kepastian_variabel for tahun in (2022, 2024, 2025)} == {"lemah"}


@pytest.mark.parametrize(("tahun", "sumber"), [(2021, "palembang"), (2024, "makassar"), (2026, "simonda")])
def test_e12_batas_300_kata_bersumber(tahun: int, sumber: str) -> None:
    catatan = " ".join(metode(tahun).kelayakan.catatan)
    assert sumber in catatan
    assert "tanpa rujukan" not in catatan


def test_e13_batas_200_inovasi_2025_tidak_bersandar_pada_satu_daerah() -> None:
    jumlah = metode(2025).rumus.jumlah_inovasi
    assert jumlah is not None
    assert "tegal" not in jumlah.maksimum.sumber


@pytest.mark.parametrize("tahun", TAHUN)
def test_periksa_berkas_tahun_hanya_menyebut_yang_memang_tidak_diketahui(tahun: int) -> None:
    kode = {satu.kode for satu in periksa_metode(metode(tahun))}
    assert kode <= {"KTN701", "KTN702", "KTN703", "KTN705", "KTN708", "KTN711"}
    assert ("KTN705" in kode) is (tahun == 2020)


def test_tunjuk_memisahkan_yang_terbit_disimpulkan_dan_dicocokkan() -> None:
    teks = teks_terminal(dokumen_tunjuk(metode(2024), ""))
    judul = ["Yang terbit", "Yang disimpulkan", "Yang dipilih agar cocok dengan hasil terbit"]
    assert [teks.index(satu) for satu in judul] == sorted(teks.index(satu) for satu in judul)
    cocok = teks[teks.index(judul[2]) : teks.index("\nPredikat")]
    assert "poin tiap inovasi" in cocok


def test_kabupaten_magelang_2024_spd_di_antara_dua_batas() -> None:
    """Terbit: 75,18 (sementara), 93 inovasi; kematangan 60 × ≥ 100, 29 × 90-99, 4 × 85-90."""
    seluruh = Fraction("75.18") * Fraction(5, 2) - 93 * Fraction("0.38")
    rendah = Fraction(60 * 100 + 29 * 90 + 4 * 85, 93)
    tinggi = Fraction(60 * 111 + 29 * 99 + 4 * 90, 93)
    batas = seluruh - tinggi, seluruh - rendah
    assert [f"{float(satu):.2f}" for satu in batas] == ["46.26", "56.37"]
    for spd, rata in ((batas[0], tinggi), (batas[1], rendah)):
        hasil = hitung_cepat(2024, AngkaRingkas(spd, rata, 93, 93, None, None))
        assert hasil.utama.skor == Fraction("75.18")


def bacaan(tahun: int, kode: str, fakta: object) -> tuple[int, ...]:
    """Tingkat-tingkat yang sama sahnya untuk *fakta*; yang pertama yang dihitung."""
    (satu,) = (satu for satu in metode(tahun).indikator if satu.kode == kode)
    isian = baca_isian(fakta)
    assert isian is not None
    hasil = baca_fakta(satu, isian, tahun)
    assert hasil is not None
    return hasil.kandidat


@pytest.mark.parametrize("tahun", [2022, 2023, 2024])
def test_e4_dua_tahun_terakhir_punya_dua_bacaan(tahun: int) -> None:
    assert bacaan(tahun, "bimtek", {tahun - 2: 2, tahun - 1: 1}) == (1, 3)
    assert bacaan(tahun, "bimtek", {tahun - 1: 3}) == (3,)
    assert bacaan(tahun, "bimtek", {tahun: 3}) == (0, 3)


@pytest.mark.parametrize(
    ("tahun", "persen", "kandidat"),
    [(2024, 82, (2, 3)), (2023, 75, (2, 3)), (2024, 70, (2,)), (2023, 45, (1, 2)), (2024, 90, (3,))],
)
def test_e5_lembar_s2_pengaduan_menjadi_kandidat(tahun: int, persen: int, kandidat: tuple[int, ...]) -> None:
    assert bacaan(tahun, "pengaduan", persen) == kandidat


def test_e5_rentang_dan_temuan_menyebut_kedua_bacaan(tmp_path: Path) -> None:
    bukti = [{"tautan": "https://a.id/b", "nomor": "a/1", "tanggal": "2023-01-12", "tentang": "x"}]
    baris = {"pengaduan": {"fakta": 82, "bukti": bukti}}
    akar = tulis_daerah(tmp_path, 2024, {"dinkes/a": inovasi(2024, indikator=baris)}, {"total": 50})
    hasil = nilai(akar, 2024)
    assert hasil["indeks_rentang"][0] < hasil["indeks_rentang"][1]
    assert "tingkat.pengaduan" in [satu["kunci"] for satu in hasil["asumsi"]]
    (temuan,) = json.loads(indeks("validasi", akar, "--pilih", "FKT409", "--format", "json").keluar)["temuan"]
    assert "2" in temuan["pesan"]
    assert "3" in temuan["pesan"]


def test_e5_tiga_baris_2023_lemah() -> None:
    lemah = {satu.kode for satu in metode(2023).indikator if satu.kepastian == "lemah"}
    assert {"pengaduan", "layanan_terintegrasi", "kemanfaatan"} <= lemah


@pytest.mark.parametrize(
    ("tahun", "kandidat"), [(2022, (1,)), (2023, (1,)), (2024, (1,)), (2025, (1, 3)), (2026, (3,))]
)
def test_e14_surat_tugas_kepala_daerah(tahun: int, kandidat: tuple[int, ...]) -> None:
    assert bacaan(tahun, "pelaksana", "surat_tugas_kepala_daerah") == kandidat
