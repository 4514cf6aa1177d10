"""Suntingan terjaga: hanya potongannya yang berubah, datanya tepat yang dimaksud, berkas lain tidak tertimpa.

Pembanding kedua adalah ruamel.yaml (``tests.berkas.test_dua_pembaca``).
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from indeksinovasi.berkas.baca import urai
from indeksinovasi.berkas.batas import BATAS_BITA
from indeksinovasi.berkas.perubahan import Ganti, Hapus, Perubahan, Sisip, terapkan
from indeksinovasi.berkas.suntingan import (
    SuntinganDitolak,
    baca_naskah,
    data_sesudah,
    isi_pada,
    sama_persis,
    simpan_naskah,
    sunting,
    susun_potongan,
    taruh,
)
from indeksinovasi.inti.model.temuan import Jalur
from tests.berkas.test_dua_pembaca import PENULIS, data, pembanding, sama, tanpa_tulisan
from tests.daerah_uji import CONTOH
from tests.profil import LENGKAP, banyak, contoh

BLOK = """\
# kepala
nama: 'Posyandu' # judul
indikator:
    regulasi:
        parameter: 2 # menurut SK
        # 3: Perda
        bukti:
        - nomor: "1"
          tanggal: 2024-01-01
    sdm: {fakta: 3, parameter: 1}   # alir
tujuan: |
    satu

    dua

hasil: >-
    tiga
urusan_lain: [sosial, pangan]
tematik:
"""

CONTOH_SUNTINGAN: dict[str, tuple[str, Perubahan, str, str]] = {
    "nilai polos": (
        BLOK,
        Ganti(("indikator", "regulasi", "parameter"), 3),
        "parameter: 2 # menurut",
        "parameter: 3 # menurut",
    ),
    "petik tunggal dipertahankan": (BLOK, Ganti(("nama",), "B's: c"), "'Posyandu' #", "'B''s: c' #"),
    "petik ganda dipertahankan": (
        BLOK,
        Ganti(("indikator", "regulasi", "bukti", 0, "nomor"), "2"),
        '"1"',
        '"2"',
    ),
    "nilai di dalam kurung": (BLOK, Ganti(("indikator", "sdm", "fakta"), 4), "fakta: 3", "fakta: 4"),
    "anggota daftar alir": (BLOK, Ganti(("urusan_lain", 1), "pemuda, x"), "pangan]", "'pemuda, x']"),
    "nilai yang kosong": (BLOK, Ganti(("tematik",), "Inflasi"), "tematik:\n", "tematik: Inflasi\n"),
    "blok menjadi satu baris": (BLOK, Ganti(("tujuan",), "empat"), "|\n    satu\n\n    dua", "empat"),
    "satu baris menjadi blok": (
        BLOK,
        Ganti(("tematik",), "a\nb\n"),
        "tematik:\n",
        "tematik: |\n    a\n    b\n",
    ),
    "peta blok menjadi nilai, komentarnya tetap": (
        "a: # ini\n  # itu\n  b: 1\n  c: 2\nd: 3\n",
        Ganti(("a",), 5),
        "a: # ini\n  # itu\n  b: 1\n  c: 2\n",
        "a: 5 # ini\n  # itu\n",
    ),
    "nilai menjadi peta": (
        "a: 1 # ini\nb: 2\n",
        Ganti(("a",), {"c": [1, {"d": "e"}]}),
        "a: 1 # ini\n",
        "a: # ini\n  c:\n    - 1\n    - d: e\n",
    ),
    "sisip sebelum komentar saudaranya": (
        BLOK,
        Sisip(("indikator", "regulasi", "fakta"), "Perda", "parameter"),
        "SK\n",
        "SK\n        fakta: Perda\n",
    ),
    "sisip blok di akhir": (
        BLOK,
        Sisip(("indikator", "regulasi", "verifikasi"), {"parameter": 2, "oleh": "Tim"}),
        "2024-01-01\n",
        "2024-01-01\n        verifikasi:\n            parameter: 2\n            oleh: Tim\n",
    ),
    "sisip di dalam kurung": (
        BLOK,
        Sisip(("indikator", "sdm", "verifikasi"), {"parameter": 1, "oleh": "Tim, B"}),
        "parameter: 1}",
        "parameter: 1, verifikasi: {parameter: 1, oleh: 'Tim, B'}}",
    ),
    "sisip anggota sejajar kuncinya": (
        BLOK,
        Sisip(("indikator", "regulasi", "bukti", 1), {"nomor": "188.450"}),
        "2024-01-01\n",
        "2024-01-01\n        - nomor: '188.450'\n",
    ),
    "sisip bersama induknya": (
        BLOK,
        Sisip(("waktu", "penerapan"), "2024-01-02"),
        "tematik:\n",
        "tematik:\nwaktu:\n    penerapan: 2024-01-02\n",
    ),
    "sisip di bawah kunci kosong": (
        BLOK,
        Sisip(("tematik", "kode"), 1),
        "tematik:\n",
        "tematik:\n    kode: 1\n",
    ),
    "sisip di berkas tanpa ganti baris terakhir": ("c: 0\na: 1", Sisip(("b",), 2), "a: 1", "a: 1\nb: 2"),
    "sisip sesudah blok tanpa ganti baris": ("a: |\n  x", Sisip(("b",), 2), "a: |", "b: 2\na: |"),
    "sisip sesudah baris kosong yang dipertahankan": (
        "a: |+\n  x\n\nb: 1\n",
        Sisip(("c",), 2, "a"),
        "b: 1",
        "c: 2\nb: 1",
    ),
    "sisip di kurung bersusun": (
        "a: {\n  b: 1, # satu\n  c: 2 # dua\n}\n",
        Sisip(("a", "d"), 3),
        "c: 2 # dua\n",
        "c: 2, # dua\n  d: 3\n",
    ),
    "sisip di kurung kosong": ("a: {}\n", Sisip(("a", "b"), 1), "{}", "{b: 1}"),
    "hapus kunci beserta blok dan barisnya": (
        BLOK,
        Hapus(("tujuan",)),
        "tujuan: |\n    satu\n\n    dua\n",
        "",
    ),
    "hapus kunci pertama anggota daftar": (
        BLOK,
        Hapus(("indikator", "regulasi", "bukti", 0, "nomor")),
        'nomor: "1"\n          ',
        "",
    ),
    "hapus di dalam kurung": (BLOK, Hapus(("indikator", "sdm", "fakta")), "fakta: 3, ", ""),
    "hapus yang terakhir di dalam kurung": (
        BLOK,
        Hapus(("indikator", "sdm", "parameter")),
        ", parameter: 1",
        "",
    ),
    "hapus satu-satunya anggota": (
        BLOK,
        Hapus(("indikator", "regulasi", "bukti", 0)),
        'bukti:\n        - nomor: "1"\n          tanggal: 2024-01-01\n',
        "bukti: []\n",
    ),
    "komentar di kepala blok tetap": (
        "a: | # ini\n  x\nb: 1\n",
        Ganti(("a",), "kata"),
        "a: | # ini\n  x\n",
        "a: kata # ini\n",
    ),
    "komentar di kepala blok menjadi milik blok baru": (
        "a: >- # ini\n  x\nb: 1\n",
        Ganti(("a",), "y\nz\n"),
        ">- # ini\n  x\n",
        "| # ini\n  y\n  z\n",
    ),
    "daftar di akhir berkas tetap berganti baris": (
        "a:\n- |\n  x\n\n",
        Ganti(("a",), 5),
        "a:\n- |\n  x\n\n",
        "a: 5\n\n",
    ),
    "sisip di kurung yang hanya berkomentar": (
        "a: [ # ini\n  ]\n",
        Sisip(("a", 0), 1),
        "[ # ini",
        "[1 # ini",
    ),
    "sisip sesudah kunci tanpa nilai di kurung": (
        "a: {b: }\n",
        Sisip(("a", "c"), 1),
        "{b: }",
        "{b: , c: 1 }",
    ),
    "sisip blok di akhir berkas tanpa ganti baris": (
        "c: 0\na: 1",
        Sisip(("b",), "x\ny\n"),
        "a: 1",
        "a: 1\nb: |\n  x\n  y\n",
    ),
    "sisip dengan kunci bertanda tanya sebagai tetangga": (
        "? a\n:\n  b: 1\n",
        Sisip(("c",), {"d": 1}),
        "  b: 1\n",
        "  b: 1\nc:\n  d: 1\n",
    ),
    "hapus anggota kurung beserta barisnya, komentar saudaranya tetap": (
        "a: {\n  b: 1, # satu\n  # tentang c\n  c: 2 # dua\n}\n",
        Hapus(("a", "b")),
        "  b: 1, # satu\n",
        "",
    ),
    "hapus anggota kurung terakhir beserta barisnya": (
        "a: {\n  b: 1, # satu\n  # tentang c\n  c: 2 # dua\n}\n",
        Hapus(("a", "c")),
        ", # satu\n  # tentang c\n  c: 2 # dua\n",
        " # satu\n  # tentang c\n",
    ),
    "hapus satu-satunya anggota kurung, komentarnya tetap": (
        "a: [ # ini\n  1 # satu\n]\n",
        Hapus(("a", 0)),
        "  1 # satu\n",
        "",
    ),
    "hapus kunci pertama anggota daftar, komentar di bawahnya tetap": (
        "a:\n- b: 1 # satu\n  # tentang c\n  c: 2\n",
        Hapus(("a", 0, "b")),
        "- b: 1 # satu\n",
        "-\n",
    ),
    "komentar di bawah blok tetap": (
        "a: |\n    x\n  # ini\nb: 1\n",
        Hapus(("a",)),
        "a: |\n    x\n",
        "",
    ),
    "tanda hubung di dalam komentar bukan tanda hubung anggotanya": (
        "a:\n-\n  # x - y\n  1\n- 2\n",
        Hapus(("a", 0)),
        "-\n  # x - y\n  1\n",
        "",
    ),
    "daftar berkurung yang hanya berkomentar": (
        "a: [ # ini\n  ]\n",
        Ganti(("a",), [1, 2]),
        "[ # ini",
        "[1, 2 # ini",
    ),
    "sisip di bawah teks kosong": ("a: ''\n", Sisip(("a", "b"), 1), "a: ''\n", "a:\n  b: 1\n"),
    "tanda kosong di tempat lain": ("a: - # ini\nb: 1\n", Ganti(("b",), 2), "b: 1", "b: 2"),
    "tanda kosong itu sendiri": ("a: - # ini\nb: -\n", Ganti(("a",), 2), "a: -", "a: 2"),
    "tanda urutan bita yang kedua": ("\ufeffa: 1\nb: 1\n", Ganti(("b",), 2), "b: 1", "b: 2"),
    "pecahan tiga desimal tidak mirip ribuan": (
        BLOK,
        Ganti(("tematik",), Decimal("2.125")),
        "tematik:",
        "tematik: 2.1250",
    ),
}


@pytest.mark.parametrize(
    ("teks", "perubahan", "lama", "baru"), CONTOH_SUNTINGAN.values(), ids=CONTOH_SUNTINGAN
)
@pytest.mark.parametrize("ganti_baris", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_contoh(teks: str, perubahan: Perubahan, lama: str, baru: str, ganti_baris: str) -> None:
    assert teks.count(lama) == 1
    harapan = teks.replace(lama, baru).replace("\n", ganti_baris)
    assert sunting(teks.replace("\n", ganti_baris), [perubahan]) == harapan


def test_peta_yang_diganti_hanya_berubah_di_kunci_yang_berbeda() -> None:
    teks = "v: # blok\n    parameter: 1 # lama\n    oleh: Tim # tetap\n    tanggal: 2024-01-01\n"
    baru = {"parameter": 2, "catatan": "x", "oleh": "Tim"}
    assert sunting(teks, [Ganti(("v",), baru)]) == (
        "v: # blok\n    parameter: 2 # lama\n    catatan: x\n    oleh: Tim # tetap\n"
    )
    assert sunting(teks, [Ganti(("v",), urai(teks.encode(), "").data["v"])]) == teks


def test_sisip_berulang_di_atas_blok_tanpa_ganti_baris_menurut_urutannya() -> None:
    teks = "# kepala\na: 1\n# tentang b\nb: |\n  x"
    baru = sunting(teks, [Sisip(("c",), 1), Sisip(("d",), {"e": 2})])
    assert baru == "# kepala\na: 1\nc: 1\nd:\n  e: 2\n# tentang b\nb: |\n  x"


def test_tanda_kosong_pada_berkas_bercr() -> None:
    assert sunting("a: -\rb: -\rc: 1\r", [Ganti(("a",), 2)]) == "a: 2\rb: -\rc: 1\r"


def test_penolakan_menyebut_sebab_dan_langkah_berikutnya(tmp_path: Path) -> None:
    """Mengulang hanya disarankan bila mengulang memang menolong."""
    jalur = tmp_path / "a.yaml"
    jalur.write_bytes(b"a: 1\n")
    naskah = baca_naskah(jalur)
    jalur.unlink()
    with pytest.raises(SuntinganDitolak, match="dihapus atau dipindahkan") as ditolak:
        simpan_naskah(naskah, "a: 2\n")
    assert ditolak.value.petunjuk == "Ulangi perintahnya."
    with pytest.raises(SuntinganDitolak, match=r"a\[1\] tidak dapat disunting") as ditolak:
        sunting("a:\n- |\n  x", [Sisip(("a", 1), 2)])
    assert "penyunting teks" in ditolak.value.petunjuk
    with pytest.raises(SuntinganDitolak, match=f"b tidak dapat ditambahkan: .*{BATAS_BITA // 1024} KiB"):
        sunting(f"a: {'x' * (BATAS_BITA - 10)}\n", [Sisip(("b",), "x" * 20)])
    jalur.write_bytes(b"\xff")
    with pytest.raises(SuntinganDitolak, match="bukan UTF-8") as ditolak:
        baca_naskah(jalur)
    assert "indeks validasi" in ditolak.value.petunjuk


@pytest.mark.parametrize(
    "perubahan",
    [
        Ganti(("b",), 1),
        Ganti(("a", "b"), 1),
        Hapus(("b",)),
        Hapus(()),
        Sisip(("a",), 1),
        Sisip(("a", "b"), 1),
        Sisip(("d", 2), 1),
        Sisip(("d", "x"), 1),
    ],
)
def test_jalur_yang_tidak_cocok_ditolak(perubahan: Perubahan) -> None:
    with pytest.raises(SuntinganDitolak):
        sunting("a: 1\nd: [2]\n", [perubahan])


@pytest.mark.parametrize("teks", ["", "a: [", "a: 1\na: 2\n", "a: &b 1\n"])
def test_berkas_yang_tidak_terbaca_ditolak(teks: str) -> None:
    with pytest.raises(SuntinganDitolak):
        sunting(teks, [Sisip(("b",), 1)])


def test_taruh_mengganti_atau_menyisip() -> None:
    assert taruh({"a": None}, ("a",), 1) == Ganti(("a",), 1)
    assert taruh({"a": None}, ("b", "c"), 1) == Sisip(("b", "c"), 1)


# Semua catatan contoh dalam berbagai gaya


def semua_jalur(isi: Any, awal: Jalur = ()) -> Iterator[Jalur]:
    """Jalur setiap nilai di bawah *isi*."""
    pasangan = isi.items() if isinstance(isi, dict) else enumerate(isi) if isinstance(isi, list) else ()
    for bagian, anak in pasangan:
        yield (*awal, bagian)
        yield from semua_jalur(anak, (*awal, bagian))


NILAI = (7, "kata", "dua kata: x", "a\nb\n", None, {"k": [1, "y"]}, ["p", {"q": 1}], Decimal("1.5"))


def perubahan_di(isi: Any, jalur: Jalur, acak: Random) -> Perubahan:
    nilai = acak.choice(
        [7, "kata", "dua kata: x", "a\nb\n", None, {"k": [1, "y"]}, ["p", {"q": 1}], Decimal("1.5")]
    )
    pilih = acak.randrange(4)
    if pilih == 0:
        return Ganti(jalur, nilai)
    if pilih == 1:
        return Hapus(jalur)
    di_sini = isi_pada(isi, jalur)
    if isinstance(di_sini, list):
        return Sisip((*jalur, acak.randint(0, len(di_sini))), nilai)
    return Sisip((*(jalur if isinstance(di_sini, dict) else ()), "kunci-baru"), nilai)


def periksa(teks: str, perubahan: Perubahan) -> None:
    """Data tepat yang dimaksud menurut kedua pembaca, dan di luar potongannya tidak ada yang berubah."""
    maksud = data_sesudah(urai(teks.encode(), "").data, perubahan)
    potongan = sorted(susun_potongan(teks, perubahan))
    baru = terapkan(teks, potongan)
    assert sama_persis(urai(baru.encode(), "").data, maksud)
    assert sama(tanpa_tulisan(maksud), pembanding(baru), longgar=True)
    sisa, letak = "", 0
    for satu in potongan:
        assert letak <= satu.awal <= satu.akhir
        sisa, letak = sisa + teks[letak : satu.awal] + satu.teks, satu.akhir
    assert baru == sisa + teks[letak:]


def berkomentar(teks: str) -> str:
    """Komentar sesudah dan di bawah tiap baris yang masih membuat datanya sama."""
    semua, isi = teks.splitlines(keepends=True), urai(teks.encode(), "").data
    for nomor, baris in enumerate(semua):
        semua[nomor] = f"{baris.rstrip()} # k: [\n# - x\n"
        if not sama_persis(urai("".join(semua).encode(), "").data, isi):
            semua[nomor] = baris
    return "".join(semua)


CATATAN = sorted(CONTOH.rglob("20*/*/*.yaml"))


@pytest.mark.parametrize("nomor", range(len(CATATAN) if LENGKAP else 3))
def test_semua_catatan_contoh(nomor: int) -> None:
    """Tidak satu jalur pun ditolak, dengan LF, CRLF, dan komentar di setiap tempat."""
    teks = CATATAN[nomor].read_bytes().decode("utf-8")
    acak = Random(nomor)
    isi = urai(teks.encode(), "").data
    gaya = [teks, teks.replace("\n", "\r\n"), berkomentar(teks)]
    semua = list(semua_jalur(isi))
    for jalur in acak.sample(semua, min(len(semua), banyak(40, 25))):
        periksa(acak.choice(gaya), perubahan_di(isi, jalur, acak))


@pytest.mark.filterwarnings("ignore::ruamel.yaml.error.ReusedAnchorWarning")
@pytest.mark.parametrize("penulis", PENULIS)
@given(isi=data, acak=st.randoms(use_true_random=False))
@contoh(100)
def test_dokumen_bangkitan(penulis: str, isi: Any, acak: Random) -> None:
    """Gaya apa pun: suntingan tepat, atau ditolak."""
    teks = PENULIS[penulis]({"isi": isi, "lain": [1]}, acak)
    dokumen = urai(teks.encode("utf-8", "surrogatepass"), "")
    assume(not dokumen.temuan)
    jalur = acak.choice(list(semua_jalur(dokumen.data)))
    try:
        periksa(dokumen.teks, perubahan_di(dokumen.data, jalur, acak))
    except SuntinganDitolak:
        return


# Berkas


def test_tanda_urutan_bita_dan_izin_bertahan(tmp_path: Path) -> None:
    jalur = tmp_path / "a.yaml"
    jalur.write_bytes(b"\xef\xbb\xbfa: 1\r\n# \xc3\xa9\r\n")
    jalur.chmod(0o640)
    naskah = baca_naskah(jalur)
    assert simpan_naskah(naskah, sunting(naskah.teks, [Ganti(("a",), "ü")]))
    assert jalur.read_bytes() == b"\xef\xbb\xbfa: \xc3\xbc\r\n# \xc3\xa9\r\n"
    assert os.name == "nt" or jalur.stat().st_mode & 0o777 == 0o640
    assert [satu.name for satu in tmp_path.iterdir()] == ["a.yaml"]


def test_berkas_yang_berubah_sejak_dibaca_ditolak(tmp_path: Path) -> None:
    jalur = tmp_path / "a.yaml"
    jalur.write_bytes(b"a: 1\n")
    naskah = baca_naskah(jalur)
    jalur.write_bytes(b"a: 2\n")
    with pytest.raises(SuntinganDitolak, match="berubah sejak dibaca"):
        simpan_naskah(naskah, "a: 3\n")
    assert jalur.read_bytes() == b"a: 2\n"
    assert [satu.name for satu in tmp_path.iterdir()] == ["a.yaml"]


def test_isi_yang_sama_tidak_ditulis(tmp_path: Path) -> None:
    jalur = tmp_path / "a.yaml"
    jalur.write_bytes(b"a: 1\n")
    sebelum = jalur.stat().st_mtime_ns
    assert not simpan_naskah(baca_naskah(jalur), "a: 1\n")
    assert jalur.stat().st_mtime_ns == sebelum


def test_tautan_tetap_tautan(tmp_path: Path) -> None:
    asal, tautan = tmp_path / "a.yaml", tmp_path / "b.yaml"
    asal.write_bytes(b"a: 1\n")
    try:
        tautan.symlink_to(asal)
    except OSError:
        pytest.skip("sistem ini tidak mengizinkan tautan simbolik")
    naskah = baca_naskah(tautan)
    assert simpan_naskah(naskah, "a: 2\n")
    assert tautan.is_symlink()
    assert asal.read_bytes() == b"a: 2\n"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="izin folder tidak berlaku di sini")
def test_gagal_menulis_tidak_meninggalkan_apa_pun(tmp_path: Path) -> None:
    jalur = tmp_path / "a.yaml"
    jalur.write_bytes(b"a: 1\n")
    naskah = baca_naskah(jalur)
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(OSError, match="Permission"):
            simpan_naskah(naskah, "a: 2\n")
    finally:
        tmp_path.chmod(0o700)
    assert jalur.read_bytes() == b"a: 1\n"
    assert [satu.name for satu in tmp_path.iterdir()] == ["a.yaml"]
