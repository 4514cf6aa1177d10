"""Baris dan kolom temuan, tepat sampai karakternya. Tanda ▶ mendahului karakter yang ditunjuk."""

from __future__ import annotations

import pytest
import ryaml

from indeksinovasi.berkas.baca import IsiBerkas, urai
from indeksinovasi.berkas.letak import Letak, PetaBaris
from indeksinovasi.berkas.metode import muat_tahun
from indeksinovasi.berkas.muat import Kamus, muat_inovasi, susun_kamus, temuan_dari
from indeksinovasi.inti.model.temuan import Masalah
from tests.daerah_uji import inovasi

DASAR = ryaml.dumps(inovasi(2024))


@pytest.fixture(scope="module")
def kamus() -> Kamus:
    return susun_kamus(muat_tahun(2024).metode)


def pisahkan(contoh: str) -> tuple[str, list[tuple[int, int]]]:
    """Teks tanpa tanda, dan baris serta kolom setiap tanda."""
    potongan = contoh.split("▶")
    titik, teks = [], potongan[0]
    for satu in potongan[1:]:
        baris = teks.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        titik.append((len(baris), len(baris[-1].removeprefix("\ufeff")) + 1))
        teks += satu
    return teks, titik


def temukan(teks: str, kamus: Kamus) -> list[tuple[int, int, str]]:
    dokumen = urai(teks.encode("utf-8"), "a.yaml")
    temuan = dokumen.temuan or temuan_dari(dokumen, muat_inovasi(dokumen, kamus)[1])
    return [(satu.baris, satu.kolom, satu.kode) for satu in temuan]


CONTOH = {
    "nilai salah bersarang": ("SKM104", "indikator:\n  regulasi:\n    parameter: ▶9\n"),
    "nilai salah dalam gaya alir": ("SKM104", "indikator: {sdm: {fakta: 3}, regulasi: {parameter: ▶9}}\n"),
    "kunci tak dikenal bersarang": ("SKM102", "indikator:\n  regulasi:\n    parameter: 2\n    ▶bukt: []\n"),
    "kunci tak dikenal berpetik": ("SKM102", "▶'tujan': Cepat\n"),
    "kunci tak dikenal sebagai kunci majemuk": ("SKM102", "? ▶tujan\n: Cepat\n"),
    "kunci hilang menunjuk kunci induk": (
        "SKM101",
        "indikator:\n  regulasi:\n    parameter: 2\n    ▶verifikasi:\n      oleh: Tim\n",
    ),
    "kunci hilang dalam gaya alir": ("SKM101", "indikator: {kemanfaatan: {▶fakta: {basis: orang}}}\n"),
    "baris tanpa isi menunjuk kuncinya": ("SKM109", "indikator:\n  ▶regulasi:\n  sdm: {fakta: 3}\n"),
    "teks kosong menunjuk nilainya": ("SKM109", "tematik: ▶''\n"),
    "anggota daftar blok": ("SKM104", "urusan_lain:\n  - sosial\n  - ▶pangn\n"),
    "anggota daftar sejajar kuncinya": ("SKM104", "urusan_lain:\n- sosial\n-   ▶pangn\n"),
    "anggota daftar alir beberapa baris": ("SKM104", "urusan_lain: [sosial,\n   ▶pangn,\n   pangan]\n"),
    "peta di dalam daftar": (
        "SKM105",
        "indikator:\n  regulasi:\n    parameter: 1\n    bukti:\n      - tautan: https://a.go.id\n"
        "      - nomor: '1'\n        tanggal: ▶2023-13-01\n",
    ),
    "daftar di dalam daftar": ("SKM103", "urusan_lain:\n  - ▶[sosial]\n"),
    "kunci ganda": ("BRK004", "tujuan: a\n▶tujuan: b\n"),
    "kunci ganda dalam gaya alir": ("BRK004", "koordinat: {lintang: 1, bujur: 2, ▶lintang: 3}\n"),
    "sesudah tab": ("SKM103", "tujuan:\t▶[a]\n"),
    "sesudah tab dan spasi": ("SKM102", "tujuan:\tCepat\t # catatan\n▶hasl:\t\tTurun\n"),
    "tab di indentasi": ("BRK010", "waktu2:\n  ▶\ta: 1\n"),
    "bukan ASCII sebelum kolom": ("SKM104", 'urusan_lain: ["kesehatan", ▶"désa 😀", sosial]\n'),
    "kunci bukan ASCII": ("SKM102", "hasil: Turun 😀\n▶tujüan: Cepat\n"),
    "aksara gabung dihitung per karakter": (
        "SKM102",
        'koordinat: {▶"e\u0301": 1, lintang: 1, bujur: 2}\n',
    ),
    "blok harfiah": ("SKM103", "tujuan: |\n  dua\n  baris\nindikator: ▶|\n  teks\n"),
    "blok lipat dengan penanda": ("SKM103", "indikator:   ▶>-\n    teks\n"),
    "sesudah blok": ("SKM102", "tujuan: |\n  dua\n\n  baris\n\n▶hasl: x\n"),
    "blok di dalam daftar": ("SKM104", "urusan_lain:\n  - ▶|-\n    pangn\n"),
    "blok di baris sesudah komentar": ("SKM103", "indikator: # menyusul\n  ▶|\n  teks\n"),
    "teks berpetik beberapa baris": ("SKM102", 'tujuan: "satu\n  dua"\n▶hasl: x\n'),
    "teks polos beberapa baris": ("SKM102", "tujuan: satu\n  dua\n▶hasl: x\n"),
    "tautan dan tanda tanya dalam gaya alir": (
        "SKM102",
        "indikator: {regulasi: {parameter: 1, bukti: [{tautan: https://a.go.id:80/b?c=1#d, ▶nomr: x}]}}\n",
    ),
    "koma desimal dalam gaya alir": ("SKM108", "koordinat: {lintang: 0,▶12, bujur: 117}\n"),
    "kunci bukan teks": ("SKM102", "▶true: x\n▶~: y\n▶1.50: z\n"),
    "pemisah baris U+2028 bukan ganti baris": ("SKM102", 'tujuan: "a\u2028b"\n▶hasl: x\n'),
    "komentar dan baris kosong": ("SKM102", "\n# komentar: palsu\n\n  # lagi\n▶hasl: x # hasl\n"),
    "nilai tanggal mustahil": (
        "SKM105",
        "indikator:\n  sdm:\n    fakta: 1\n    verifikasi: {parameter: 1, tanggal: ▶2023-02-30}\n",
    ),
}


@pytest.mark.parametrize(("kode", "contoh"), CONTOH.values(), ids=list(CONTOH))
@pytest.mark.parametrize("ganti_baris", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
@pytest.mark.parametrize("awal", ["", "\ufeff"], ids=["tanpa-bom", "bom"])
def test_posisi(kode: str, contoh: str, ganti_baris: str, awal: str, kamus: Kamus) -> None:
    teks, titik = pisahkan((awal + DASAR + contoh).replace("\n", ganti_baris))
    assert temukan(teks, kamus) == [(baris, kolom, kode) for baris, kolom in titik]


def test_kunci_hilang_di_akar_menunjuk_awal_isi(kamus: Kamus) -> None:
    teks = "# catatan\n\n" + DASAR.replace("urusan: kesehatan\n", "")
    assert temukan(teks, kamus) == [(3, 1, "SKM101")]


def test_tanpa_jalur_menunjuk_awal_isi_atau_awal_berkas() -> None:
    dokumen = urai(b"# catatan\n- a\n", "a.yaml")
    semua = temuan_dari(dokumen, [Masalah("SKM103", (), "x"), Masalah("SKM107", (), "y", "", "kunci")])
    assert [(satu.kode, satu.baris, satu.kolom) for satu in semua] == [("SKM107", 1, 1), ("SKM103", 2, 1)]


def test_berkas_tanpa_isi_tetap_punya_posisi() -> None:
    dokumen = IsiBerkas("hilang.yaml", "", None)
    (satu,) = temuan_dari(dokumen, [Masalah("LTS506", ("a", 1), "x")])
    assert (satu.baris, satu.kolom) == (1, 1)


@pytest.mark.parametrize("teks", ["", "a", "a\nb", "a\r\nb\rc\n", "é😀\n\u2028x\n"])
def test_letak_dan_indeks_saling_membalik(teks: str) -> None:
    baris = PetaBaris(teks)
    for indeks in range(len(teks) + 1):
        letak = baris.letak(indeks)
        assert letak >= Letak(1, 1)
        assert baris.indeks(letak) == indeks


@pytest.mark.parametrize("dalam", [200, 30_000])
def test_susunan_dalam_tidak_menghabiskan_tumpukan_atau_waktu(dalam: int, kamus: Kamus) -> None:
    for teks in ("a: " + "[" * dalam, "- " * dalam, "{a: " * dalam, "a: 1\na: " + "[" * dalam + "]" * dalam):
        (satu, *_) = temukan(teks, kamus)
        assert satu[2] in {"BRK003", "BRK004", "BRK009"}
