"""``metode periksa``: kasus KTN di tests/kasus, berkas tahun yang terpasang, dan sifat pemeriksa rentang."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indeksinovasi.alur.galat import GalatPemakaian
from indeksinovasi.alur.metode_periksa import periksa_berkas_metode, periksa_dokumen
from indeksinovasi.berkas.baca import baca, urai
from indeksinovasi.berkas.metode import tahun_tersedia
from indeksinovasi.cli.metode import periksa
from indeksinovasi.inti.hitung.fakta import terapkan_aturan
from indeksinovasi.inti.katalog import KATALOG
from indeksinovasi.inti.metode.tangga import periksa_aturan
from indeksinovasi.inti.model.aturan import AturanRentang, Rentang, Tangga
from indeksinovasi.inti.model.nilai_fakta import FaktaBilangan
from indeksinovasi.inti.model.temuan import Temuan
from tests.daerah_uji import metode as metode_uji
from tests.profil import contoh

KASUS = Path(__file__).parents[1] / "kasus"
KTN = sorted(KASUS.glob("KTN7*/*_*"))
KODE = sorted(kode for kode in KATALOG if kode.startswith("KTN"))
LOMBA = Path(__file__).resolve().parents[2] / "contoh_data" / "lomba-kecamatan.yaml"


def letak(temuan: Temuan) -> str:
    return f"{temuan.berkas}:{temuan.baris}:{temuan.kolom} {temuan.kode}"


@pytest.mark.parametrize("folder", KTN, ids=lambda satu: f"{satu.parent.name}-{satu.name}")
def test_kasus(folder: Path) -> None:
    (berkas,) = folder.glob("*.yaml")
    harapan = folder / "temuan.txt"
    diharap = harapan.read_text(encoding="utf-8").splitlines() if harapan.exists() else []
    assert harapan.exists() == folder.name.startswith("gagal_")
    assert sorted(map(letak, periksa_dokumen(baca(berkas, berkas.name)))) == sorted(diharap)


@pytest.mark.parametrize("kode", KODE)
def test_tiap_kode_punya_kasus_lolos_dan_gagal(kode: str) -> None:
    kasus = [satu for satu in KTN if satu.parent.name == kode]
    gagal = [satu for satu in kasus if satu.name.startswith("gagal_")]
    assert {satu.name.split("_")[0] for satu in kasus} == {"lolos", "gagal"}
    assert all(kode in (satu / "temuan.txt").read_text(encoding="utf-8") for satu in gagal)


def test_2026_menemukan_tepat_tumpang_tindih_dan_celah_pada_sumbernya() -> None:
    """SPD 3, 4, 5a, 5b, 6, 7, 10b, 11a; SID 29; basis unit di bawah 5% dan belanja di atas 30%."""
    isi = periksa_berkas_metode(("2026",))
    urutan = {
        "3": ("perizinan", ["2"]),
        "4": ("pendapatan_perkapita", ["3"]),
        "5a": ("pengangguran_progres", ["3"]),
        "5b": ("pengangguran_capaian", ["2", "3"]),
        "6": ("investasi", ["2"]),
        "7": ("pad", ["2"]),
        "10b": ("kemiskinan_capaian", ["2", "3"]),
        "11a": ("ipm_progres", ["3"]),
    }
    tumpang = [(kode, f"aturan.tingkat.{t}") for kode, semua in urutan.values() for t in semua]
    celah = [
        ("pengaduan", "aturan.tingkat.2"),
        ("pengaduan", "aturan.tingkat.3"),
        ("kemanfaatan", "aturan.basis.unit.tingkat.1"),
        ("kemanfaatan", "aturan.basis.belanja.tingkat.3"),
    ]
    diharap = sorted([("KTN701", *satu) for satu in tumpang] + [("KTN702", *satu) for satu in celah])
    kode = indikator_menurut_urutan(isi.teks["indikator/2026.yaml"])
    ditemukan = []
    for satu in isi.temuan:
        nomor, jalur = satu.jalur.removeprefix("indikator[").split("].", 1)
        ditemukan.append((satu.kode, kode[int(nomor)], jalur))
    assert sorted(ditemukan) == diharap


def indikator_menurut_urutan(teks: str) -> list[str]:
    awalan = "  - kode: "
    return [baris.removeprefix(awalan) for baris in teks.splitlines() if baris.startswith(awalan)]


def test_posisi_menunjuk_rentang_tingkat_di_berkasnya() -> None:
    isi = periksa_berkas_metode(("2026",))
    baris = isi.teks["indikator/2026.yaml"].splitlines()
    tampak = [baris[satu.baris - 1][satu.kolom - 1 :] for satu in isi.temuan]
    assert tampak[:2] == ["{min: -50.33, maks: 8.16}", "{min: 5.23}"]
    assert all(satu.startswith("{") for satu in tampak)


def test_semua_berkas_tahun_bebas_galat() -> None:
    isi = periksa_berkas_metode()
    assert isi.diperiksa == len(tahun_tersedia())
    assert [letak(satu) for satu in isi.temuan if satu.tingkat == "galat"] == []


def test_berkas_lomba_bersih() -> None:
    assert periksa_berkas_metode((str(LOMBA),)).temuan == ()


def test_berkas_yang_tidak_ada_adalah_kesalahan_pemakaian(tmp_path: Path) -> None:
    for permintaan in (str(tmp_path / "tiada.yaml"), "1999", str(tmp_path)):
        with pytest.raises(GalatPemakaian):
            periksa_berkas_metode((permintaan,))


def test_kode_keluar_mengikuti_galat(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rusak = tmp_path / "[red].yaml"
    rusak.write_text('revisi: "\\e[31m"', encoding="utf-8")
    assert periksa([str(rusak)], "baris") == 1
    keluaran = capsys.readouterr().out
    assert keluaran.count("\n") == len(keluaran.splitlines()) > 1
    assert "\x1b" not in keluaran
    assert "[red].yaml:1:1: galat KTN706" in keluaran
    assert periksa([str(LOMBA)], "teks") == 0


@contoh(150)
@given(st.binary(max_size=400) | st.text(max_size=400).map(str.encode))
def test_isi_apa_pun_menjadi_temuan(isi: bytes) -> None:
    temuan = periksa_dokumen(urai(isi, "x.yaml"))
    assert temuan
    assert all(satu.baris >= 1 and satu.kolom >= 1 for satu in temuan)


ujung = st.none() | st.integers(-3, 12)
rentang = st.builds(lambda satu, dua: Rentang(min=_pecahan(satu), maks=_pecahan(dua)), ujung, ujung)


def _pecahan(nilai: int | None) -> Fraction | None:
    return None if nilai is None else Fraction(nilai)


@contoh(400)
@given(st.sampled_from(["naik", "turun"]), rentang, rentang, rentang, rentang)
def test_temuan_rentang_sama_dengan_mencoba_setiap_bilangan(
    arah: Literal["naik", "turun"], satu: Rentang, dua: Rentang, tiga: Rentang, mungkin: Rentang
) -> None:
    """Tumpang tindih dan ketercapaian sama dengan mencoba semua bilangan bulat di sekitar batasnya."""
    aturan = AturanRentang(
        jenis="rentang",
        satuan="kali",
        bulat=True,
        arah=arah,
        tingkat={1: satu, 2: dua, 3: tiga},
        mungkin=mungkin,
    )
    masalah = list(periksa_aturan("uji", aturan, ()))
    bilangan = [Fraction(nilai) for nilai in range(-20, 30)]
    tertutup = [[nilai for nilai in bilangan if isi.memuat(nilai)] for isi in (satu, dua, tiga)]
    bersama = {
        (rendah + 1, tinggi + 1)
        for rendah in range(3)
        for tinggi in range(rendah + 1, 3)
        if set(tertutup[rendah]) & set(tertutup[tinggi])
    }
    assert len([m for m in masalah if m.kode == "KTN701"]) == len(bersama)
    bacaan = [
        terapkan_aturan(aturan, FaktaBilangan(nilai, ""), 2030) for nilai in bilangan if mungkin.memuat(nilai)
    ]
    tercapai = {isi.tingkat for isi in bacaan if isi}
    tak_tercapai = {int(str(m.jalur[-1])) for m in masalah if m.kode == "KTN703"}
    assert tak_tercapai == {1, 2, 3} - tercapai


@pytest.mark.parametrize(
    ("satu", "dua", "sebutan"),
    [
        (Rentang(), Rentang(), "semua bilangan"),
        (Rentang(maks=_pecahan(5)), Rentang(), "5 ke bawah"),
        (Rentang(min=_pecahan(5)), Rentang(), "5 ke atas"),
        (Rentang(min=_pecahan(1), maks=_pecahan(5)), Rentang(min=_pecahan(5)), "5"),
    ],
)
def test_tumpang_tindih_menyebut_bilangannya(satu: Rentang, dua: Rentang, sebutan: str) -> None:
    aturan = AturanRentang(jenis="rentang", satuan="kali", bulat=True, arah="naik", tingkat={1: satu, 2: dua})
    (masalah,) = (m for m in periksa_aturan("uji", aturan, ()) if m.kode == "KTN701")
    assert masalah.pesan == f"tingkat 1 dan 2 sama-sama memuat {sebutan}"


@contoh(300)
@given(st.lists(st.integers(0, 40), min_size=4, max_size=4, unique=True), st.booleans())
def test_celah_sama_dengan_bilangan_di_antara_dua_tingkat(batas: list[int], naik: bool) -> None:
    """Tingkat 1-3 berjejer; setiap lompatan lebih dari satu bilangan adalah celah, dan hanya itu."""
    a, b, c, d = map(Fraction, sorted(batas))
    kecil, tengah, besar = Rentang(maks=a), Rentang(min=b, maks=c), Rentang(min=d)
    tingkat: Tangga = {1: kecil, 2: tengah, 3: besar} if naik else {1: besar, 2: tengah, 3: kecil}
    aturan = AturanRentang(
        jenis="rentang", satuan="kali", bulat=True, arah="naik" if naik else "turun", tingkat=tingkat
    )
    celah = {int(str(m.jalur[-1])) for m in periksa_aturan("uji", aturan, ()) if m.kode == "KTN702"}
    bawah, atas = (2, 3) if naik else (3, 2)
    assert celah == ({bawah} if b - a > 1 else set()) | ({atas} if d - c > 1 else set())


def test_setiap_baris_berkalender_dan_yang_tersimpul_bertanda_lemah() -> None:
    for aturan_tahun in map(metode_uji, tahun_tersedia()):
        for baris in aturan_tahun.indikator:
            kalender = baris.kalender
            assert kalender is not None, (aturan_tahun.tahun, baris.kode)
            assert (kalender.kepastian == "lemah") != bool(kalender.sumber), (aturan_tahun.tahun, baris.kode)
    tetap = {satu.kode for satu in metode_uji(2026).indikator if satu.kalender and not satu.kalender.bergerak}
    assert {"opini_bpk", "pad", "ipm_capaian", "ipm_progres", "anggaran", "rkpd"} <= tetap
    assert not {"sdm", "bimtek", "kualitas", "penghargaan_inovator"} & tetap
