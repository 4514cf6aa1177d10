"""Penelusuran baris demi baris sependapat dengan pohon, yang sependapat dengan pembaca kedua."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indeksinovasi.berkas import posisi
from indeksinovasi.berkas.baca import urai
from indeksinovasi.berkas.letak import Letak, PetaBaris
from indeksinovasi.berkas.posisi import susun_posisi
from indeksinovasi.berkas.simpul import Simpul, Susunan
from indeksinovasi.berkas.telusur import Ragu, beraturan, skalar_sebaris, telusuri
from indeksinovasi.inti.model.temuan import Jalur
from tests.berkas.test_dua_pembaca import BERKAS, PENULIS, data
from tests.gaya_acak import dokumen_acak
from tests.mutasi import kacau
from tests.mutasi_bahan import dasar
from tests.profil import LENGKAP, contoh


def jalur_semua(isi: Any, awal: Jalur = ()) -> Iterator[Jalur]:
    """Setiap jalur di dalam *isi*, dan di setiap wadahnya satu yang tidak ada."""
    yield awal
    if isinstance(isi, dict):
        for kunci, nilai in isi.items():
            yield from jalur_semua(nilai, (*awal, kunci))
        yield (*awal, "tidak_ada")
    elif isinstance(isi, list):
        for nomor, nilai in enumerate(isi):
            yield from jalur_semua(nilai, (*awal, nomor))
        yield from ((*awal, len(isi)), (*awal, "tidak_ada"))


def titik_pohon(susunan: Susunan, jalur: Jalur) -> tuple[Letak, Letak]:
    """Letak kunci dan nilai *jalur* (atau induk terdekatnya) menurut pohon."""
    kunci = simpul = susunan.akar
    assert simpul is not None
    assert kunci is not None
    for bagian in jalur:
        langkah = simpul.turun(bagian)
        if langkah is None:
            return (susunan.baris.letak(kunci.awal),) * 2
        kunci, simpul = langkah
    nilai = kunci if simpul.hampa else simpul
    return susunan.baris.letak(kunci.awal), susunan.baris.letak(nilai.awal)


def sependapat(teks: str, isi: Any) -> Counter[str]:
    """Banyak jalur yang terjawab dan yang diserahkan kepada pohon; gagal bila jawabannya berbeda."""
    hitungan: Counter[str] = Counter()
    if not beraturan(teks):
        return Counter(tidak_beraturan=1)
    susunan = susun_posisi(teks)
    for jalur in jalur_semua(isi):
        try:
            titik = telusuri(teks, jalur)
        except Ragu:
            hitungan["ragu"] += 1
            continue
        kunci, nilai = titik_pohon(susunan, jalur)
        tertulis = titik.ada and titik.nilai is not None
        assert susunan.baris.letak(titik.kunci) == kunci, (jalur, teks)
        assert susunan.baris.letak(titik.nilai if tertulis and titik.nilai else titik.kunci) == nilai, (
            jalur,
            teks,
        )
        hitungan["terjawab"] += 1
        if titik.ada and (skalar := skalar_sebaris(teks, titik)):
            simpul = susunan.pada(jalur)
            assert simpul is not None
            assert ("skalar", *skalar[:3]) == (simpul.jenis, simpul.awal, simpul.akhir, simpul.gaya), (
                jalur,
                teks,
            )
            hitungan["skalar"] += 1
    return hitungan


def diterima(isi: bytes) -> tuple[str, Any] | None:
    dokumen = urai(isi, "a.yaml")
    return None if dokumen.temuan else (dokumen.teks, dokumen.data)


def hitung(semua: Iterator[bytes]) -> Counter[str]:
    hitungan: Counter[str] = Counter()
    for isi in semua:
        if satu := diterima(isi):
            hitungan += sependapat(*satu)
            hitungan["berkas"] += 1
    return hitungan


def test_berkas_proyek() -> None:
    """Hampir setiap berkas beraturan, dan hampir setiap jalurnya terjawab tanpa pohon."""
    terpilih = BERKAS if LENGKAP else BERKAS[::6]
    hitungan = hitung(satu.read_bytes() for satu in terpilih)
    assert hitungan["tidak_beraturan"] <= 0.1 * hitungan["berkas"]
    assert hitungan["ragu"] <= 0.2 * hitungan["terjawab"]
    assert hitungan["skalar"] > 0.3 * hitungan["terjawab"]


@pytest.mark.parametrize("bagian", range(16 if LENGKAP else 1))
def test_berkas_kacau(bagian: int) -> None:
    hitungan = hitung(kacau(benih, dasar("inovasi")).isi for benih in range(bagian * 150, bagian * 150 + 150))
    assert hitungan["terjawab"] > 200


@pytest.mark.parametrize("penulis", PENULIS)
@given(isi=data, acak=st.randoms(use_true_random=False))
@contoh(25)
def test_dokumen_bangkitan(penulis: str, isi: Any, acak: Any) -> None:
    if satu := diterima(PENULIS[penulis]({"isi": isi, "lain": [isi]}, acak).encode("utf-8", "surrogatepass")):
        sependapat(*satu)


@given(benih=st.integers(0, 2**32))
@contoh(1500)
def test_gaya_apa_pun(benih: int) -> None:
    """Juga dengan tab, ganti baris campuran, dan kunci yang bukan kata biasa."""
    if satu := diterima(dokumen_acak(Random(benih)).encode()):
        sependapat(*satu)


SULIT = {
    "komentar sesudah tab": "a: satu\t# k\nb: dua \t\n",
    "tab sesudah titik dua di dalam daftar": "a:\n- b: \t1\n  c: 2\n",
    "satu baris berakhiran CR": "a: 1\r",
    "kunci dua kata": "a:\n- b c: 1\n  d: 2\n",
    "kunci berpetik sesudah kurung berbaris": "a:\n  - b: {\n      c: 1}\n    'e': 3\n",
    "kurung berbaris di dalam daftar": "a:\n  - b: {\n      c: 1, d: 2}\n    e: 3\n",
    "kunci di dalam teks berpetik": 'a: "x\nb: 1\n  c: 2"\nb: 3\n',
    "kunci di dalam kurung berbaris": "a: {x: 1,\nb: 2,\n c: 3}\nb: 3\n",
    "kurung dalam petik polos": "a: {x: y'z, k: [c, d'}\n  ]}\n",
    "kunci di dalam blok": "a: |\n  b: 1\n   c: 2\n\n  d: 3\nb: 4\n",
    "kunci di dalam polos": "a: satu\n  dua\n   b c\nb: 4\n",
    "indentasi tersurat": "a: |1\n  b: 1\nb: 4\n",
    "daftar sedalam kunci": "a:\n- x: 1\n  y: 2\n- z\nb:\n- 1\n",
    "daftar di dalam daftar": "a:\n  - - 1\n    - 2\n  - 3\n",
    "tanda hubung sendiri": "a:\n  -\n    x: 1\n  - y: 2\n",
    "dua spasi sesudah hubung": "a:\n  -  x: 1\n     y: 2\n",
    "kunci berpetik": "\"a\": 1\n'b': 2\nc: 3\n",
    "kunci tersurat": "? a\n: 1\nb: 2\n",
    "kunci berspasi": "a : 1\nb: 2\n",
    "titik dua dalam kunci": "a:b: 1\na: 2\n",
    "komentar di mana-mana": "# a: 0\na: # b: 0\n  # x: 0\n  x: 1 # y: 0\n# z: 0\n  y: 2\n#\nb: 3\n",
    "komentar tanpa spasi": "a:\n  x: 1#2\n  y: a#b # c\n",
    "CRLF": "a:\r\n  x: 1\r\n  y: |\r\n    p: q\r\n  z:\r\nb: 2\r\n",
    "CR bercampur": "a: 1\rb: 2\nc: 3\n",
    "tanpa baris akhir": "a:\n  x: 1\n  y:\n    - p: 1\n      q: 2",
    "kosong di akhir": "a:\n  x:\n  y:",
    "pembuka dokumen": "---\na: 1\nb: 2\n",
    "akar menjorok": "  a: 1\n  b:\n    c: 2\n",
    "emoji dan aksara lebar": "a: 😀 市 é\nb: {c: 😀, d: 市}\ne:\n  - f: é\n    g: 2\n",
    "pemisah samar": "a: x\u2028b: 1\nb: 2\n",
    "tab": "a:\tx\nb: 1\n",
    "kunci bilangan": "a:\n  2022: 1\n  2023: {2024: 1}\n",
    "kunci bukan teks": "a:\n  true: 1\n  ~: 2\n  0x10: 3\n",
    "kurung kosong": "a: {}\nb: []\nc: {x: , y}\nd: [ 1 , 2,]\n",
    "kurung berpetik": "a: {x: 'p, q: 1', y: 2}\nb: [\"x]\", y]\n",
    "kurung bersarang": "a: {x: {y: 1}, z: [1, {p: 2}]}\n",
    "petik bersambung": "a: 'it''s' # c\nb: \"x\\\"y\"\nc: 3\n",
    "polos berawal tanda": "a: -x\nb: ?y\nc: :z\nd: -\n",
    "blok lalu komentar dangkal": "a:\n  x: |\n    teks\n # komentar\n  y: 1\n",
    "awalan kunci": "ab: 1\na: 2\nabc:\n  a: 3\n",
    "nilai di baris berikut": "a:\n  satu\nb: 2\n",
    "kunci di induk lain": "a:\n  x:\n    k: 1\n  k: 2\nk: 3\n",
}


@pytest.mark.parametrize("teks", SULIT.values(), ids=SULIT)
def test_tulisan_yang_sulit(teks: str) -> None:
    """Terjawab sama, atau diserahkan kepada pohon; tidak pernah berbeda."""
    if satu := diterima(teks.encode()):
        sependapat(*satu)


def test_catatan_lazim_tidak_disusun(monkeypatch: pytest.MonkeyPatch) -> None:
    """Letak dan tulisan sebuah catatan beraturan dijawab tanpa menyusun pohonnya."""

    def terlarang(_: str) -> Simpul:
        raise AssertionError("pohon disusun")

    monkeypatch.setattr(posisi, "_akar", terlarang)
    susunan = susun_posisi(
        "nama: A\nindikator:\n  sdm:\n    fakta: 12  # orang\n    bukti:\n      - berkas: a\n"
    )
    assert susunan.titik(("indikator", "sdm", "bukti", 0, "berkas"), "nilai") == Letak(6, 17)
    assert susunan.titik(("indikator", "sdm", "verifikasi"), "nilai") == Letak(3, 3)
    assert susunan.tulisan(("indikator", "sdm", "fakta")) == "12"


@given(st.text(st.sampled_from("a\n\r\x85\u2028é"), max_size=60))
@contoh(60)
def test_letak_terhitung_sama_dengan_terdaftar(teks: str) -> None:
    terdaftar = PetaBaris(teks)
    _ = terdaftar.indeks(Letak(1, 1))
    terdaftar._hitung = False
    assert [PetaBaris(teks).letak(satu) for satu in range(len(teks) + 1)] == [
        terdaftar.letak(satu) for satu in range(len(teks) + 1)
    ]


def test_pola_sederhana_sependapat_dengan_pola_penuh() -> None:
    """Pola sederhana menilai teks ber-LF, pola penuh teks yang sama ber-CRLF."""
    for jalur in BERKAS if LENGKAP else BERKAS[::6]:
        teks = jalur.read_bytes().decode("utf-8-sig", "replace").replace("\r\n", "\n")
        assert beraturan(teks) == beraturan(teks.replace("\n", "\r\n")), jalur


@pytest.mark.parametrize("tanda", ["\r", "\x85", "\u2028", "\u2029"])
def test_ganti_baris_lain_di_dalam_nilai_tidak_beraturan(tanda: str) -> None:
    """Titik pada pola sederhana akan menerimanya; hanya pola penuh yang boleh menilai teks semacam itu."""
    assert not beraturan(f"nama: a{tanda}b\nstatus: draf\n")
    assert beraturan("nama: a b\nstatus: draf\n")
