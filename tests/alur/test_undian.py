"""``rencana risiko``: undian menurut kontrak, kuantil eksak, dan kedua cara menghitung yang selalu sama."""

from __future__ import annotations

import random
from collections import Counter
from fractions import Fraction
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indeksinovasi.alur.undian import _undi_biasa, _undi_numpy, undi
from indeksinovasi.inti.hitung.rumus import terbulat
from indeksinovasi.inti.model.hasil import DASAR, Dasar
from indeksinovasi.inti.rencana.keadaan import Keadaan
from indeksinovasi.inti.rencana.risiko import (
    KORELASI_ANDAIAN,
    PELUANG_ANDAIAN,
    HasilRisiko,
    PermintaanRisiko,
    ringkas_risiko,
    susun_soal_risiko,
)
from tests.acak import BUKTI, Daerah, daerah
from tests.daerah_uji import URUSAN_WAJIB, Data, inovasi
from tests.profil import contoh
from tests.rencana_uji import keadaan

peluang = st.sampled_from([Fraction(0), Fraction(1, 10), Fraction(1, 2), Fraction(1)])


def _dapat_dihitung(milik: Daerah, dasar: Dasar = "berbukti") -> Keadaan | None:
    awal = keadaan(milik, dasar)
    return awal if awal.posisi.nilai is not None else None


def _risiko(awal: Keadaan, permintaan: PermintaanRisiko) -> HasilRisiko:
    soal = susun_soal_risiko(awal, permintaan)
    return ringkas_risiko(awal, soal, permintaan, undi(soal, permintaan))


@contoh(100)
@given(daerah(), st.sampled_from(DASAR), peluang, peluang, peluang, st.integers(0, 5))
def test_numpy_dan_python_mengundi_sama(
    milik: Daerah, dasar: Dasar, gagal: Fraction, korelasi: Fraction, tolak: Fraction, bibit: int
) -> None:
    pytest.importorskip("numpy")
    awal = _dapat_dihitung(milik, dasar)
    if awal is None:
        assert milik.tahun == 2021
        return
    permintaan = PermintaanRisiko(40, bibit, gagal, korelasi, tolak)
    soal = susun_soal_risiko(awal, permintaan)
    assert _undi_numpy(soal, permintaan) == _undi_biasa(soal, permintaan)


@contoh(100)
@given(daerah(), st.sampled_from(DASAR), peluang)
def test_peluang_nol_memberi_indeks_sekarang(milik: Daerah, dasar: Dasar, korelasi: Fraction) -> None:
    awal = _dapat_dihitung(milik, dasar)
    if awal is None:
        assert milik.tahun == 2021
        return
    hasil = _risiko(awal, PermintaanRisiko(20, 1, Fraction(0), korelasi))
    skor = awal.hasil.utama.skor
    assert (hasil.p05, hasil.p50, hasil.p95, hasil.rata_rata) == (skor,) * 4
    assert dict(hasil.predikat)[awal.hasil.utama.predikat] == 1


@contoh(100)
@given(daerah(), st.sampled_from(DASAR), peluang)
def test_peluang_satu_menyisakan_yang_tidak_diundi(milik: Daerah, dasar: Dasar, korelasi: Fraction) -> None:
    awal = _dapat_dihitung(milik, dasar)
    if awal is None:
        assert milik.tahun == 2021
        return
    sisa = awal
    for kenal, satu in awal.rekaman.items():
        if satu.inovasi is not None and not awal.nilai[kenal].siap_pakai:
            sisa = sisa.dengan_inovasi(
                {kenal: satu.inovasi.model_copy(update={"indikator": {}, "kematangan": None})}
            )
    if awal.spd is not None and awal.spd_berbaris:
        sisa = sisa.dengan_spd(awal.spd.model_copy(update={"indikator": {}, "total": Fraction(0)}))
    hasil = _risiko(awal, PermintaanRisiko(20, 1, Fraction(1), korelasi))
    assert (hasil.p05, hasil.p95) == (sisa.posisi.skor,) * 2


def _kota() -> Daerah:
    def baris(nomor: int) -> Data:
        naskah = [{"tautan": f"https://contoh.go.id/{nomor % 2}", "nomor": f"SK/{nomor % 2}"}]
        return {"regulasi": {"parameter": 2, "bukti": naskah}, "sdm": {"parameter": 3, "bukti": BUKTI}}

    catatan = [inovasi(2026, urusan=URUSAN_WAJIB[n % 6], indikator=baris(n)) for n in range(12)]
    return Daerah(2026, tuple(catatan), {"total": 40})


def test_undian_menurut_kontrak() -> None:
    awal = keadaan(_kota())
    permintaan = PermintaanRisiko(300, 7, Fraction(3, 10), Fraction(0))
    acak = random.Random(7)
    ambang = int(Fraction(3, 10) * 2**32)
    nilai = []
    baris = sorted(
        (kenal, b.kode, (b.bobot or 0) * b.tingkat[1])
        for kenal, satu in awal.nilai.items()
        for b in satu.baris
        if b.tingkat[1]
    )
    for _ in range(300):
        hilang = sum(skor for _, _, skor in baris if acak.getrandbits(32) < ambang)
        masukan = awal.posisi.masukan
        sisa = masukan._replace(jumlah_kematangan=masukan.jumlah_kematangan - hilang)
        indeks = awal.posisi._replace(masukan=sisa).nilai
        assert indeks is not None
        nilai.append(indeks)
    nilai.sort()
    hasil = _risiko(awal, permintaan)
    for bagian, kuantil in ((5, hasil.p05), (50, hasil.p50), (95, hasil.p95)):
        assert kuantil == terbulat(nilai[ceil(Fraction(bagian, 100) * 300) - 1])
    assert hasil.rata_rata == terbulat(sum(nilai, Fraction(0)) / 300)


def test_baris_satu_naskah_gagal_bersama_bila_korelasinya_penuh() -> None:
    awal = keadaan(_kota())
    soal = susun_soal_risiko(awal, PermintaanRisiko(1, 1, Fraction(1, 2), Fraction(1)))
    assert soal.golongan == (3, 1, 2)
    assert len({satu.dokumen for satu in soal.baris if satu.indikator == "regulasi"}) == 2
    lepas = _sebaran(awal, Fraction(0))
    bersama = _sebaran(awal, Fraction(1))
    assert bersama[0] < lepas[0]
    assert bersama[1] > lepas[1]


def _sebaran(awal: Keadaan, korelasi: Fraction) -> tuple[Fraction, Fraction]:
    hasil = _risiko(awal, PermintaanRisiko(400, 1, Fraction(1, 2), korelasi))
    return hasil.p05, hasil.p95


def test_bibit_yang_sama_memberi_hasil_yang_sama() -> None:
    awal = keadaan(_kota())
    sekali = _risiko(awal, PermintaanRisiko(200, 3))
    assert sekali == _risiko(awal, PermintaanRisiko(200, 3))
    assert sekali != _risiko(awal, PermintaanRisiko(200, 4))
    assert (sekali.peluang.sumber, sekali.peluang.umum) == ("andaian", PELUANG_ANDAIAN)
    assert sekali.korelasi == KORELASI_ANDAIAN


def test_peluang_dari_verifikasi_ditarik_ke_rata_ratanya() -> None:
    def satu(verifikasi: int) -> Data:
        isi = {"parameter": 2, "bukti": BUKTI, "verifikasi": {"parameter": verifikasi}}
        return inovasi(2026, indikator={"regulasi": isi, "sdm": {"parameter": 1, "bukti": BUKTI}})

    awal = keadaan(Daerah(2026, (satu(2), satu(1), satu(0), satu(2)), {"total": 40}))
    milik = _risiko(awal, PermintaanRisiko(10)).peluang
    umum = (2 + 10 * PELUANG_ANDAIAN) / (4 + 10)
    assert (milik.sumber, milik.diperiksa, milik.gagal, milik.umum) == ("verifikasi", 4, 2, umum)
    assert milik.indikator["regulasi"] == (2 + 10 * umum) / (4 + 10)
    assert milik.indikator["sdm"] == umum


def test_yang_ditolak_tinggal_menjadi_pembagi() -> None:
    awal = keadaan(_kota())
    hasil = _risiko(awal, PermintaanRisiko(10, 1, Fraction(0), Fraction(0), Fraction(1)))
    ditolak = awal.posisi.golongkan(awal.rekaman, "ditolak")
    assert hasil.p50 == ditolak.skor


def test_rentan_menurut_poin_indeksnya() -> None:
    awal = keadaan(_kota())
    rentan = _risiko(awal, PermintaanRisiko(10)).rentan
    bobot = {satu.kode: satu.bobot for satu in awal.posisi.metode.aspek("sid")}
    pertama = rentan[0]
    tingkat = {"regulasi": 2, "sdm": 3}[pertama.indikator]
    milik = bobot[pertama.indikator]
    assert milik is not None
    # D = 12 pada 2026; 250 poin setara dengan 100.
    assert pertama.poin == milik * tingkat / 12 / Fraction(5, 2)
    assert [satu.poin for satu in rentan] == sorted((satu.poin for satu in rentan), reverse=True)
    assert Counter(satu.indikator for satu in rentan).total() == 20
