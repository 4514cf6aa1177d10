"""Sumbangan OPD: berjumlah tepat, sama dengan nilai Shapley umum, dan sama dengan menilai tanpa OPD itu."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indeksinovasi.alur.undian import kocok_tetap
from indeksinovasi.inti.hitung import sumbangan_opd as modul
from indeksinovasi.inti.hitung.nilai import Opsi, Rekaman, nilai_daerah
from indeksinovasi.inti.hitung.shapley import shapley
from indeksinovasi.inti.hitung.sumbangan_opd import sumbangan_opd
from indeksinovasi.inti.model.hasil import Hasil
from tests.acak import Daerah, daerah, peraturan
from tests.daerah_uji import URUSAN_WAJIB, inovasi
from tests.profil import contoh


def _tanpa_urutan(_banyak: int) -> Iterator[Sequence[int]]:
    raise AssertionError("OPD yang sedikit dihitung eksak")


def _ber_opd(milik: Daerah, opd: list[int]) -> list[Rekaman]:
    semua = milik.rekaman()
    return [
        satu._replace(id=f"{milik.tahun}/opd{n}/{satu.id[-3:]}", opd=f"opd{n}")
        for satu, n in zip(semua, opd, strict=True)
    ]


def _nilai(milik: Daerah, rekaman: list[Rekaman]) -> Hasil:
    return nilai_daerah(milik.bahan(rekaman), peraturan(milik.tahun), Opsi())


@contoh(100)
@given(daerah(paling_sedikit=1), st.data())
def test_eksak_sama_dengan_menilai_tanpa_opd_itu(milik: Daerah, data: st.DataObject) -> None:
    opd = [data.draw(st.integers(0, 3)) for _ in milik.catatan]
    rekaman = _ber_opd(milik, opd)
    hasil = _nilai(milik, rekaman)
    sumbangan = sumbangan_opd(hasil, _tanpa_urutan)
    if hasil.utama.rincian.indeks is None:
        assert sumbangan == {}
        return

    def indeks(himpunan: frozenset[str]) -> Fraction:
        dinilai = _nilai(milik, [satu for satu in rekaman if satu.opd in himpunan])
        nilai = dinilai.utama.rincian.indeks
        masukan = dinilai.utama.masukan
        if nilai is not None:
            return nilai
        # Tanpa satu pun yang terhitung, 2021 tidak punya pembagi: hanya SPD yang tersisa.
        assert masukan.spd is not None
        assert masukan.spd_maksimum is not None
        return masukan.spd / (masukan.spd_maksimum + 150) * 100

    semua = sorted(sumbangan)
    lengkap = frozenset(semua)
    umum = shapley(semua, indeks)
    assert {kode: satu.shapley for kode, satu in sumbangan.items()} == umum
    for kode, satu in sumbangan.items():
        assert satu.tanpa_opd == indeks(lengkap) - indeks(lengkap - {kode})
        assert satu.galat_baku is None
    jumlah = sum((satu.shapley for satu in sumbangan.values()), Fraction(0))
    assert jumlah == indeks(lengkap) - indeks(frozenset())


def _kota(banyak: int) -> Hasil:
    acak = random.Random(3)
    catatan = tuple(
        inovasi(2026, kematangan=acak.randint(20, 111), urusan=URUSAN_WAJIB[n % 6]) for n in range(banyak)
    )
    milik = Daerah(2026, catatan, {"total": 40})
    return _nilai(milik, _ber_opd(milik, [n % banyak for n in range(banyak)]))


def test_taksiran_berjumlah_tepat_dan_dekat_dengan_yang_eksak(monkeypatch: pytest.MonkeyPatch) -> None:
    hasil = _kota(10)
    eksak = sumbangan_opd(hasil, _tanpa_urutan)
    monkeypatch.setattr(modul, "OPD_EKSAK", 5)
    taksiran = sumbangan_opd(hasil, kocok_tetap)
    for kode, satu in taksiran.items():
        assert satu.galat_baku is not None
        assert satu.galat_baku > 0
        assert abs(satu.shapley - eksak[kode].shapley) <= 5 * satu.galat_baku
        assert satu.tanpa_opd == eksak[kode].tanpa_opd
    jumlah = sum((satu.shapley for satu in taksiran.values()), Fraction(0))
    assert jumlah == sum((satu.shapley for satu in eksak.values()), Fraction(0))
    assert taksiran == sumbangan_opd(hasil, kocok_tetap)


def test_dua_belas_opd_masih_eksak() -> None:
    assert all(satu.galat_baku is None for satu in sumbangan_opd(_kota(12), _tanpa_urutan).values())
    assert all(satu.galat_baku is not None for satu in sumbangan_opd(_kota(13), kocok_tetap).values())
