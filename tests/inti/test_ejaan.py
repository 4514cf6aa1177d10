"""Saran ejaan: kunci, pilihan, kode OPD, dan sebutan sehari-hari yang jauh dari kodenya."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indeksinovasi.inti.ejaan import ejaan_terdekat, kutip, mungkin_maksud
from indeksinovasi.inti.model.aturan import AturanPilihan
from indeksinovasi.inti.model.daerah import Daerah, HasilTerbit, JenisDaerah, JenisHasil, Klaster
from indeksinovasi.inti.model.fakta import BENTUK_FAKTA, bentuk_dari_aturan
from indeksinovasi.inti.model.hasil import DASAR
from indeksinovasi.inti.model.inovasi import (
    BentukInovasi,
    Bukti,
    Entri,
    Inisiator,
    Inovasi,
    JenisInovasi,
    Status,
    Tahapan,
    Verifikasi,
    Waktu,
)
from indeksinovasi.inti.model.spd import Spd
from indeksinovasi.inti.model.urusan import URUSAN
from indeksinovasi.inti.padanan.semua import SEBUTAN
from tests.daerah_uji import metode
from tests.profil import contoh

OPD = (
    "dinas-kesehatan",
    "dinas-komunikasi-informatika",
    "dinas-kependudukan-dan-pencatatan-sipil",
    "dinas-sosial",
    "badan-perencanaan-pembangunan-daerah",
)


@pytest.mark.parametrize(
    ("tertulis", "pilihan", "terdekat"),
    [
        ("tujan", ("tujuan", "manfaat"), "tujuan"),
        ("Uji Coba", ("inisiatif", "uji_coba"), "uji_coba"),
        ("uji", ("inisiatif", "uji_coba"), "uji_coba"),
        ("dinkes", OPD, "dinas-kesehatan"),
        ("diskominfo", OPD, "dinas-komunikasi-informatika"),
        ("disdukcapil", OPD, "dinas-kependudukan-dan-pencatatan-sipil"),
        ("bappeda", OPD, "badan-perencanaan-pembangunan-daerah"),
        ("Dinas Sosial", OPD, "dinas-sosial"),
        ("PUPR", URUSAN, "pekerjaan_umum_penataan_ruang"),
        ("perwali", BENTUK_FAKTA["regulasi"].pilihan, "perkada"),
        ("perbup", BENTUK_FAKTA["regulasi"].pilihan, "perkada"),
        ("TikTok", BENTUK_FAKTA["sosialisasi"].pilihan, "media_sosial"),
        ("perwali", ("perda",), None),
        ("xyz", OPD, None),
        ("dns", OPD, None),
        ("", ("tujuan",), None),
        (3, ("tujuan",), None),
        ("t" * 500, ("tujuan",), None),
    ],
)
def test_ejaan_terdekat(tertulis: object, pilihan: tuple[str, ...], terdekat: str | None) -> None:
    assert ejaan_terdekat(tertulis, pilihan) == terdekat


@cache
def bidang() -> dict[str, tuple[str, ...]]:
    """Pilihan tiap bidang pada daftar pasangan, dari model dan berkas tahun yang sebenarnya."""
    fakta = {kode: BENTUK_FAKTA[kode].pilihan for kode in BENTUK_FAKTA}
    spd = {
        satu.kode: bentuk_dari_aturan(satu.aturan).pilihan
        for satu in metode(2026).aspek("spd")
        if satu.aturan
    }
    return fakta | {
        "status": get_args(Status),
        "tahapan": get_args(Tahapan),
        "inisiator": get_args(Inisiator),
        "jenis": get_args(JenisInovasi),
        "bentuk": get_args(BentukInovasi),
        "urusan": tuple(URUSAN),
        "layanan": fakta["layanan_terintegrasi"],
        "basis": fakta["kemanfaatan"],
        "opini": spd["opini_bpk"],
        "lakip": spd["lakip"],
        "sid": tuple(BENTUK_FAKTA),
        "spd": tuple(satu.kode for satu in metode(2026).aspek("spd")),
        "kunci": tuple(Inovasi.model_fields),
        "kunci_baris": tuple(Entri.model_fields),
        "kunci_bukti": tuple(Bukti.model_fields),
        "kunci_daerah": tuple(Daerah.model_fields),
        "kunci_hasil": tuple(HasilTerbit.model_fields),
        "kunci_koordinat": ("lintang", "bujur"),
        "jenis_daerah": get_args(JenisDaerah),
        "jenis_hasil": get_args(JenisHasil),
        "opd": OPD,
        "dasar": DASAR,
        "predikat": ("sangat_inovatif", "inovatif", "kurang_inovatif"),
    }


def pasangan() -> list[tuple[str, str, frozenset[str]]]:
    """Bidang, tulisan, dan yang benar (kosong: tanpa saran)."""
    semua = []
    for baris in (
        Path(__file__).parents[1].joinpath("pasangan_ejaan.txt").read_text(encoding="utf-8").splitlines()
    ):
        if baris and not baris.startswith("#"):
            tempat, _, isi = baris.partition(": ")
            tertulis, _, benar = isi.rpartition(" > ")
            semua.append((tempat, tertulis, frozenset(benar.split(" | ")) - {"-"}))
    return semua


def test_tidak_ada_saran_keliru_dan_hampir_semua_yang_benar_ditemukan() -> None:
    semua = pasangan()
    assert len(semua) >= 300
    assert len({satu[:2] for satu in semua}) == len(semua)
    saran = [
        (tempat, tertulis, frozenset(mungkin_maksud(tertulis, bidang()[tempat])), benar)
        for tempat, tertulis, benar in semua
    ]
    keliru = [
        (tempat, tertulis, sorted(usul)) for tempat, tertulis, usul, benar in saran if not usul <= benar
    ]
    assert keliru == []
    bersaran = [(usul, benar) for _, _, usul, benar in saran if benar]
    tepat = sum(usul == benar for usul, benar in bersaran)
    assert tepat >= 0.85 * len(bersaran), [isi for isi in saran if isi[3] and isi[2] != isi[3]]


def test_pilihan_yang_benar_tidak_pernah_diganti() -> None:
    for pilihan in bidang().values():
        for kode in pilihan:
            assert mungkin_maksud(kode, pilihan) == (kode,)
            assert mungkin_maksud(kode.replace("_", " ").upper(), pilihan) == (kode,)


@pytest.mark.parametrize("tahun", range(2020, 2027))
def test_nama_indikator_setiap_tahun_menuju_kodenya(tahun: int) -> None:
    for aspek in ("sid", "spd"):
        baris = metode(tahun).aspek(aspek)
        kode = tuple(satu.kode for satu in baris)
        for satu in baris:
            for nama in (satu.nama, satu.nama_induk):
                usul = mungkin_maksud(nama, kode)
                assert (
                    usul == (satu.kode,) or (satu.kode in usul and nama == satu.nama_induk) or nama is None
                ), nama


@pytest.mark.parametrize("tahun", range(2020, 2027))
def test_label_tingkat_tidak_menuju_tingkat_lain(tahun: int) -> None:
    """Label resmi satu tingkat tidak pernah diusulkan menjadi pilihan yang tingkatnya lain."""
    for satu in metode(tahun).indikator:
        if not isinstance(satu.aturan, AturanPilihan):
            continue
        for tingkat, label in (satu.tingkat or {}).items():
            for usul in mungkin_maksud(label, satu.aturan.tingkat):
                assert tingkat in satu.aturan.tingkat[usul], (satu.kode, label, usul)


def test_sebutan_menunjuk_kode_yang_ada() -> None:
    dikenal = {satu for pilihan in bidang().values() for satu in pilihan}
    dikenal |= {satu.kode for tahun in range(2020, 2027) for satu in metode(tahun).indikator}
    dikenal |= {
        satu
        for tahun in range(2020, 2027)
        for baris in metode(tahun).indikator
        if isinstance(baris.aturan, AturanPilihan)
        for satu in baris.aturan.tingkat
    }
    dikenal |= {*Waktu.model_fields, *Verifikasi.model_fields, *Spd.model_fields, *get_args(Klaster)}
    # Pilihan pelaksana 2026 ini dikenal berkas tahunnya, belum tentu kosakata bakunya.
    assert {kode for kelompok in SEBUTAN for kode in kelompok} <= dikenal | {"surat_tugas_kepala_daerah"}


@given(st.text(max_size=40), st.lists(st.text(max_size=20), max_size=6))
@contoh(200)
def test_saran_selalu_salah_satu_pilihan(tertulis: str, pilihan: list[str]) -> None:
    assert set(mungkin_maksud(tertulis, pilihan)) <= set(pilihan)


@pytest.mark.parametrize(
    ("nilai", "tampil"),
    [
        (True, '"true"'),
        (None, "(kosong)"),
        ([1], "(daftar)"),
        ({}, "(peta)"),
        (1.5, '"1.5"'),
        ("a\x1b[31m\u202eb\n", '"a<U+001B>[31m<U+202E>b"'),
        ("x" * 61, f'"{"x" * 57}..."'),
        ("x" * 60, f'"{"x" * 60}"'),
    ],
)
def test_kutipan_aman(nilai: object, tampil: str) -> None:
    assert kutip(nilai) == tampil
