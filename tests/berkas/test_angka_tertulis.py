"""Bilangan seperti yang tertulis: yang meragukan tidak pernah menjadi bilangan, yang jelas tetap bilangan."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indeksinovasi.berkas.baca import urai
from indeksinovasi.berkas.muat import muat_inovasi, muat_model, susun_kamus, temuan_dari
from indeksinovasi.berkas.satuan_tertulis import petunjuk_bilangan
from indeksinovasi.inti.model.angka import (
    POLA_RIBUAN,
    AngkaTertulis,
    berpemisah_ribuan,
    dua_bacaan,
    pecahan,
    petunjuk_ribuan,
)
from indeksinovasi.inti.model.daerah import Daerah, HasilResmi
from indeksinovasi.inti.model.inovasi import Inovasi
from indeksinovasi.inti.model.temuan import Temuan
from tests.daerah_uji import CATATAN, metode
from tests.profil import contoh

SATU_BILANGAN = "Tulis satu bilangan dengan angka, tanpa satuan dan tanda petik."
DIMINTA = 'Yang diminta bilangan {}, yang tertulis "{}"; hitung dahulu, lalu tulis bilangannya saja.'


def data(teks: str) -> Any:
    dokumen = urai(teks.encode(), "x.yaml")
    assert dokumen.temuan == ()
    return dokumen.data


def temuan(teks: str, tahun: int = 2024) -> tuple[Temuan, ...]:
    dokumen = urai((CATATAN + teks).encode(), "x.yaml")
    return temuan_dari(dokumen, muat_inovasi(dokumen, susun_kamus(metode(tahun)))[1])


@pytest.mark.parametrize(
    "tulisan",
    ["2.000", "-2.000", "+30.000", "100.000", "1.462", "0x1F", "+0x1F", "0b10", "0o17", "1e2", "1.5E-3"],
)
def test_tulisan_meragukan_ditandai_di_mana_pun(tulisan: str) -> None:
    teks = f"a: {tulisan}\nb: [x, {tulisan}]\nc: {{d: {tulisan}, {tulisan}: y}}\n? {tulisan}\n: 1\n"
    isi = data(teks)
    tanda = isi["a"]
    assert isinstance(tanda, AngkaTertulis)
    assert str(tanda) == tulisan
    assert isi == {"a": tanda, "b": ["x", tanda], "c": {"d": tanda, tanda: "y"}, tanda: 1}


@pytest.mark.parametrize(
    "tulisan", ["2.0", "4.50", "0.384", "12.5000", "1234.500", "2000", "2.00", "-0.125", ".500"]
)
def test_tulisan_jelas_tetap_bilangan(tulisan: str) -> None:
    isi = data(f"a: {tulisan}\nb: '2.000'\nc: naik 2.000 orang\n")
    assert isi == {"a": float(tulisan), "b": "2.000", "c": "naik 2.000 orang"}


def test_bilangan_sama_dengan_tulisan_lain_tidak_ikut_ditandai() -> None:
    isi = data("a: 2.000\nb: 2.0\nc: 2\n")
    assert isinstance(isi["a"], AngkaTertulis)
    assert (isi["b"], isi["c"]) == (2.0, 2)


def test_koordinat_dikecualikan() -> None:
    dokumen = urai((CATATAN + "koordinat: {lintang: -7.125, bujur: 112.750}\n").encode(), "x")
    inovasi, masalah = muat_model(dokumen, Inovasi)
    assert masalah == []
    assert inovasi is not None
    assert inovasi.koordinat is not None
    assert (inovasi.koordinat.lintang, inovasi.koordinat.bujur) == (-7.125, 112.75)


@pytest.mark.parametrize(
    ("baris", "kode", "kutipan", "petunjuk"),
    [
        ("kematangan: 79.690", "SKM113", '"79.690"', "Tulis 79690, atau 79.69 bila memang 79,69."),
        ('kematangan: "2.000"', "SKM113", '"2.000"', "Tulis 2000, atau 2.0 bila memang 2."),
        ("asta_cita: 1.000", "SKM113", '"1.000"', "Tulis 1000, atau 1 bila memang 1."),
        ("kematangan: 1.214.000", "SKM113", '"1.214.000"', "Tulis 1214000."),
        ("kematangan: 12,500", "SKM108", '"12,500"', "Tulis 12500, atau 12.5 bila memang 12,5."),
        ("kematangan: 0x1F", "SKM114", '"0x1F"', "Tulis 31 bila memang itu."),
        ("kematangan: 1e2", "SKM114", '"1e2"', "Tulis 100 bila memang itu."),
        ("kematangan: 79,69", "SKM108", '"79,69"', "Gunakan titik, tanpa tanda petik: 79.69."),
    ],
)
def test_kalimat_menyebut_tulisan_dan_kedua_bacaan(
    baris: str, kode: str, kutipan: str, petunjuk: str
) -> None:
    (satu,) = temuan(f"{baris}\n")
    assert (satu.kode, satu.baris, satu.petunjuk) == (kode, 9, petunjuk)
    assert kutipan in satu.pesan


@pytest.mark.parametrize(
    ("baris", "kutipan"),
    [
        ("nama_inisiator: 188.450", "188.450"),
        ("nama_inisiator: 440E12", "440E12"),
        ("nama_inisiator: 1e3", "1e3"),
        ("tematik: 1.50", "1.50"),
        ("tematik: True", "True"),
        ("urusan_lain: [0x1F]", "0x1F"),
        ("waktu: {uji_coba: 2021.10}", "2021.10"),
        ("indikator: {regulasi: {fakta: 1.20}}", "1.20"),
    ],
)
def test_kutipan_seperti_di_berkas(baris: str, kutipan: str) -> None:
    (satu,) = temuan(f"{baris}\n") if "waktu" not in baris else temuan_waktu(baris)
    assert f'"{kutipan}"' in satu.pesan


def temuan_waktu(baris: str) -> tuple[Temuan, ...]:
    teks = CATATAN.replace("waktu: {penerapan: 2023-01-01}", baris.replace("}", ", penerapan: 2023-08-17}"))
    dokumen = urai(teks.encode(), "x.yaml")
    return temuan_dari(dokumen, muat_model(dokumen, Inovasi)[1])


def test_kutipan_kode_wilayah_dan_hasil_resmi() -> None:
    dokumen = urai(b"nama: Kota\njenis: kota\nkode: 01.02\n", "daerah.yaml")
    (satu,) = temuan_dari(dokumen, muat_model(dokumen, Daerah)[1])
    assert (satu.kode, '"01.02"' in satu.pesan) == ("SKM110", True)
    dokumen = urai(b"hasil: [{tahun: 2020, jenis: final, skor: 1.462, sumber: x}]", "hasil_resmi.yaml")
    (satu,) = temuan_dari(dokumen, muat_model(dokumen, HasilResmi)[1])
    assert (satu.kode, satu.kolom, '"1.462"' in satu.pesan) == ("SKM113", 43, True)


@pytest.mark.parametrize(
    ("tertulis", "petunjuk"),
    [
        ("1.500 orang", "Tulis 1500; tanpa satuan dan tanda petik."),
        ("12 orang", "Tulis 12, tanpa satuan dan tanda petik."),
        ("12 org.", "Tulis 12, tanpa satuan dan tanda petik."),
        ("007", "Tulis 7, tanpa satuan dan tanda petik."),
        ("2 ribu", "Tulis 2000, tanpa satuan dan tanda petik."),
        ("1,5 juta orang", "Tulis 1500000, tanpa satuan dan tanda petik."),
        ("2,5 jt", "Tulis 2500000, tanpa satuan dan tanda petik."),
        ("1.500 ribu", SATU_BILANGAN),
        ("sebelas", SATU_BILANGAN),
        ("10-20 orang", SATU_BILANGAN),
        ("± 20", SATU_BILANGAN),
        ("18/20", SATU_BILANGAN),
        ("12 kader", DIMINTA.format("orang", "kader")),
        ("90,5%", DIMINTA.format("orang", "%")),
        ("Rp 1.234,50", DIMINTA.format("orang", "Rp")),
    ],
)
def test_petunjuk_bilangan_orang(tertulis: str, petunjuk: str) -> None:
    assert petunjuk_bilangan(tertulis, "orang") == petunjuk
    (satu,) = temuan(f"indikator: {{sdm: {{fakta: '{tertulis}'}}}}\n")
    assert satu.petunjuk == petunjuk


@pytest.mark.parametrize(
    ("tertulis", "petunjuk"),
    [
        ("90,5%", "Tulis 90.5, tanpa satuan dan tanda petik."),
        ("99.999 %", "Tulis 99999, atau 99.9990 bila memang 99,999; tanpa satuan dan tanda petik."),
        ("Rp 1.234,50", "Tulis 1234.50, tanpa satuan dan tanda petik."),
        ("25 inovasi", "Tulis 25, tanpa satuan dan tanda petik."),
    ],
)
def test_petunjuk_bilangan_tanpa_satuan_tetap(tertulis: str, petunjuk: str) -> None:
    assert petunjuk_bilangan(tertulis) == petunjuk


@pytest.mark.parametrize(
    ("fakta", "diminta", "tertulis"),
    [
        ("kecepatan: {fakta: 2 minggu}", "bulan", "minggu"),
        ("kecepatan: {fakta: 1 tahun}", "bulan", "tahun"),
        ("kecepatan: {fakta: 90 hari}", "bulan", "hari"),
        ("kemudahan_proses: {fakta: 3 jam}", "hari", "jam"),
        ("jejaring: {fakta: 3 kali}", "perangkat daerah", "kali"),
        ("bimtek: {fakta: {2023: 2 hari}}", "kali", "hari"),
        ("kemanfaatan: {fakta: {basis: orang, nilai: 350 KK}}", "orang", "KK"),
        ("kemanfaatan: {fakta: {basis: belanja, nilai: Rp 2 juta}}", "persen", "Rp"),
    ],
)
def test_satuan_lain_tidak_dilepas_begitu_saja(fakta: str, diminta: str, tertulis: str) -> None:
    """Melepas satuannya mengubah artinya: dua minggu bukan dua bulan."""
    (satu,) = temuan(f"indikator: {{{fakta}}}\n")
    assert satu.petunjuk == DIMINTA.format(diminta, tertulis)


def test_persen_bukan_poin() -> None:
    (satu,) = temuan("kematangan: 85%\n")
    assert satu.petunjuk == DIMINTA.format("poin", "%")


@given(st.from_regex(POLA_RIBUAN, fullmatch=True))
@contoh(100)
def test_kedua_bacaan_tidak_lagi_meragukan(tulisan: str) -> None:
    utuh, pecah = dua_bacaan(tulisan)
    assert pecahan(utuh.removeprefix("+")) == int(tulisan.replace(".", ""))
    assert utuh in petunjuk_ribuan(tulisan)
    with pytest.raises(ValueError, match="ribuan"):
        pecahan(tulisan)
    if pecah is not None:
        assert not berpemisah_ribuan(pecah)
        assert pecahan(pecah.removeprefix("+")) == Fraction(tulisan)
