"""Saran ejaan: kunci, pilihan, kode OPD, dan sebutan sehari-hari yang jauh dari kodenya."""

from __future__ import annotations

import pytest

from indeksinovasi.inti.ejaan import PADANAN, ejaan_terdekat, kutip
from indeksinovasi.inti.model.fakta import BENTUK_FAKTA
from indeksinovasi.inti.model.urusan import URUSAN

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


def test_padanan_menunjuk_kode_yang_ada() -> None:
    dikenal = {*URUSAN, *(satu for bentuk in BENTUK_FAKTA.values() for satu in bentuk.pilihan)}
    assert set(PADANAN.values()) <= dikenal
    assert not set(PADANAN) & dikenal


@pytest.mark.parametrize(
    ("nilai", "tampil"),
    [
        (True, '"true"'),
        (None, "(kosong)"),
        ([1], "(daftar)"),
        ({}, "(peta)"),
        (1.5, '"1.5"'),
        ("a\x1b[31m\u202eb\n", '"a�[31m�b"'),
        ("x" * 61, f'"{"x" * 57}..."'),
        ("x" * 60, f'"{"x" * 60}"'),
    ],
)
def test_kutipan_aman(nilai: object, tampil: str) -> None:
    assert kutip(nilai) == tampil
