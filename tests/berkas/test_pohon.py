"""Pohon sintaks dan pembaca kedua sependapat: susunan, isi, gaya, dan letak setiap simpul."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indeksinovasi.berkas.baca import urai
from indeksinovasi.berkas.kedua import akar_kedua
from indeksinovasi.berkas.pohon import TeksSumber, akar_pohon
from indeksinovasi.berkas.simpul import Simpul
from tests.berkas.test_dua_pembaca import BERKAS, PENULIS, data, kasus
from tests.mutasi import kacau
from tests.mutasi_bahan import dasar
from tests.profil import LENGKAP, contoh

Rata = list[tuple[int, str, str, str]]


def rata(akar: Simpul | None, tulisan: str) -> Rata:
    """Setiap simpul menurut urutan penulisan: awal, jenis, gaya, dan isi skalarnya.

    Isi blok berindentasi tersurat (``|2``) bergantung pada induknya dan tidak pernah ditanyakan.
    """
    semua: Rata = []
    antre = [akar] if akar else []
    while antre:
        satu = antre.pop()
        # Letak nilai yang tidak tertulis tidak pernah ditunjuk: temuannya menunjuk kuncinya.
        semua.append((-1 if satu.hampa else satu.awal, satu.jenis, satu.gaya, _teks(satu, tulisan)))
        antre.extend(reversed(satu.anak if satu.jenis != "skalar" else []))
    return semua


def _teks(satu: Simpul, tulisan: str) -> str:
    tersurat = satu.gaya in ("|", ">") and tulisan[satu.awal + 1 : satu.awal + 3].strip("+-\r\n ").isdigit()
    return "" if satu.jenis != "skalar" or tersurat else satu.teks


def sependapat(teks: str) -> bool:
    """Benar bila pohonnya ada; gagal bila ada tetapi berbeda dari pembaca kedua."""
    pohon = akar_pohon(teks)
    if pohon is None:
        return False
    kedua = akar_kedua(teks)
    assert kedua is not None, teks
    assert rata(pohon, teks) == rata(kedua, teks), teks
    return True


def diterima(isi: bytes) -> str | None:
    """Teks *isi* bila produk membacanya."""
    dokumen = urai(isi, "a.yaml")
    return None if dokumen.temuan else dokumen.teks


def test_berkas_proyek() -> None:
    """Setiap berkas yang diterima punya pohon; tidak satu pun perlu pembaca kedua."""
    teks = [satu for jalur in BERKAS if (satu := diterima(jalur.read_bytes()))]
    assert len(teks) > 200
    assert [satu for satu in teks if not sependapat(satu)] == []


def test_dokumen_kecil() -> None:
    # Tanda urutan bita kedua menggeser letak pada pembaca kedua; pada pohon tidak.
    semua = [diterima(satu.encode()) for teks in kasus("sama").values() for satu in teks]
    teks = [satu for satu in semua if satu and not satu.startswith("\ufeff")]
    berpohon = sum(map(sependapat, teks))
    assert berpohon >= 0.9 * len(teks)


@pytest.mark.parametrize("bagian", range(8 if LENGKAP else 1))
def test_berkas_kacau(bagian: int) -> None:
    terbaca = berpohon = 0
    for benih in range(bagian * 250, (bagian + 1) * 250):
        if teks := diterima(kacau(benih, dasar("inovasi")).isi):
            terbaca, berpohon = terbaca + 1, berpohon + sependapat(teks)
    assert berpohon >= 0.9 * terbaca > 50


@pytest.mark.parametrize("penulis", PENULIS)
@given(isi=data, acak=st.randoms(use_true_random=False))
@contoh(40)
def test_dokumen_bangkitan(penulis: str, isi: Any, acak: Any) -> None:
    teks = diterima(PENULIS[penulis]({"isi": isi}, acak).encode("utf-8", "surrogatepass"))
    # Tata bahasa pohon membaca "?x" di dalam kurung sebagai kunci tersurat; suntingan di sana ditolak.
    if teks and not re.search(r"[{,\[]\s*\?\S", teks):
        sependapat(teks)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=4000))
@contoh(60)
def test_letak_bita_menjadi_karakter(teks: str) -> None:
    """Juga sesudah karakter dua, tiga, dan empat bita, di dalam dan di batas penggal."""
    sumber, bita = TeksSumber(teks), 0
    for indeks, satu in enumerate(teks):
        assert sumber.karakter(bita) == indeks
        bita += len(satu.encode())
    assert sumber.karakter(bita) == len(teks)
