"""``rencana risiko``: undian menurut kontrak, kuantil eksak, dan harapan yang dihitung tersendiri."""

from __future__ import annotations

import math
import random
from collections import Counter
from fractions import Fraction
from itertools import product
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indeksinovasi.alur import undian
from indeksinovasi.alur.undian import undi
from indeksinovasi.inti.hitung.rumus import terbulat
from indeksinovasi.inti.model.hasil import DASAR, Dasar
from indeksinovasi.inti.rencana.keadaan import Keadaan
from indeksinovasi.inti.rencana.risiko import (
    KORELASI_ANDAIAN,
    PELUANG_ANDAIAN,
    HasilRisiko,
    Jatuh,
    PermintaanRisiko,
    SoalRisiko,
    ringkas_risiko,
    susun_soal_risiko,
)
from tests.acak import BUKTI, Daerah, daerah, indikator
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


def _undi_satu_demi_satu(soal: SoalRisiko, permintaan: PermintaanRisiko) -> Counter[Jatuh]:
    """Kontraknya dibaca lurus-lurus: satu bilangan 32 bit setiap kali, satu baris setiap kali."""
    acak = random.Random(permintaan.bibit)
    dua32 = 2**32
    hasil: Counter[Jatuh] = Counter()
    for _ in range(permintaan.undian):
        sendiri = [acak.getrandbits(32) for _ in soal.baris]
        penentu = list(sendiri)
        if soal.korelasi and soal.baris:
            pilih = [acak.getrandbits(32) for _ in soal.baris]
            dokumen, opd, indikator = ([acak.getrandbits(32) for _ in range(n)] for n in soal.golongan)
            ambang = int(soal.korelasi * dua32)
            for nomor, baris in enumerate(soal.baris):
                if pilih[nomor] >= ambang:
                    continue
                bersama = [opd[baris.opd], indikator[soal.nomor_indikator[nomor]]]
                if baris.dokumen >= 0:
                    bersama.insert(0, dokumen[baris.dokumen])
                penentu[nomor] = bersama[pilih[nomor] * len(bersama) // ambang]
        tolak = [soal.tolak and acak.getrandbits(32) < int(soal.tolak * dua32) for _ in soal.catatan]
        kematangan = sum(satu.kematangan for satu, t in zip(soal.catatan, tolak, strict=True) if not t)
        spd = soal.spd
        for bilangan, baris in zip(penentu, soal.baris, strict=True):
            if bilangan < baris.ambang and baris.catatan < 0:
                spd -= baris.skor
            elif bilangan < baris.ambang and not tolak[baris.catatan]:
                kematangan -= baris.skor
        urusan = {satu.urusan for satu, t in zip(soal.catatan, tolak, strict=True) if satu.urusan and not t}
        hasil[Jatuh(kematangan, spd, sum(map(bool, tolak)), len(urusan))] += 1
    return hasil


@contoh(100)
@given(daerah(), st.sampled_from(DASAR), peluang, peluang, peluang, st.integers(0, 5))
def test_undian_sekaligus_sama_dengan_satu_demi_satu(
    milik: Daerah, dasar: Dasar, gagal: Fraction, korelasi: Fraction, tolak: Fraction, bibit: int
) -> None:
    awal = _dapat_dihitung(milik, dasar)
    if awal is None:
        assert milik.tahun == 2021
        return
    permintaan = PermintaanRisiko(40, bibit, gagal, korelasi, tolak)
    soal = susun_soal_risiko(awal, permintaan)
    assert undi(soal, permintaan) == _undi_satu_demi_satu(soal, permintaan)


def test_undian_lebih_dari_sepotong_dan_jumlah_di_atas_255_baris(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(undian, "_SEKALI", 3000)
    baris = {satu.kode: {"parameter": 3, "bukti": BUKTI} for satu in indikator(2026)}
    baris["kemanfaatan"]["fakta"] = {"basis": "orang"}
    awal = keadaan(Daerah(2026, tuple(inovasi(2026, indikator=baris) for _ in range(90)), {"total": 40}))
    permintaan = PermintaanRisiko(25, 3, Fraction(9, 10), Fraction(1, 3), Fraction(1, 7))
    soal = susun_soal_risiko(awal, permintaan)
    assert len(soal.baris) == 1800
    assert undi(soal, permintaan) == _undi_satu_demi_satu(soal, permintaan)


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


def test_rata_rata_mendekati_harapan_eksaknya() -> None:
    """Tiga baris dan satu inovasi lain: semua 2³ × 2² kejadian dijumlahkan dengan peluangnya."""
    catatan = (
        inovasi(2026, urusan="sosial", indikator={"regulasi": {"parameter": 2, "bukti": BUKTI}}),
        inovasi(2026, urusan="sosial", indikator={"sdm": {"parameter": 3, "bukti": BUKTI}}),
    )
    spd = {"indikator": {"ripj_pid": {"parameter": 3, "bukti": BUKTI}}}
    awal = keadaan(Daerah(2026, catatan, spd))
    gagal, tolak = Fraction(1, 4), Fraction(1, 3)
    permintaan = PermintaanRisiko(20_000, 1, gagal, Fraction(0), tolak)
    soal = susun_soal_risiko(awal, permintaan)
    harapan = ragam = Fraction(0)
    for jatuh in product((False, True), repeat=len(soal.baris)):
        for ditolak in product((False, True), repeat=2):
            peluang_ini = Fraction(1)
            for satu in jatuh:
                peluang_ini *= gagal if satu else 1 - gagal
            for satu in ditolak:
                peluang_ini *= tolak if satu else 1 - tolak
            masukan = awal.posisi.masukan
            kematangan = masukan.jumlah_kematangan
            skor_spd = masukan.spd or Fraction(0)
            for baris, lenyap in zip(soal.baris, jatuh, strict=True):
                poin = Fraction(baris.skor, soal.rumus.satuan)
                if baris.catatan < 0:
                    skor_spd -= poin * lenyap
                elif not ditolak[baris.catatan]:
                    kematangan -= poin * lenyap
            for nomor, keluar in enumerate(ditolak):
                kematangan -= keluar * Fraction(soal.catatan[nomor].kematangan, soal.rumus.satuan)
            akhir = masukan._replace(
                jumlah_kematangan=kematangan,
                spd=skor_spd,
                terhitung=2 - sum(ditolak),
                ditolak=sum(ditolak),
                urusan_terisi=int(not all(ditolak)),
            )
            nilai = awal.posisi._replace(masukan=akhir).nilai
            assert nilai is not None
            harapan += peluang_ini * nilai
            ragam += peluang_ini * nilai * nilai
    ragam -= harapan * harapan
    rata = _risiko(awal, permintaan).rata_rata
    # Lima galat baku, dan setengah sen karena rata-ratanya dibulatkan.
    assert abs(rata - harapan) <= Fraction(5 * math.sqrt(ragam / 20_000)) + Fraction(1, 200)
