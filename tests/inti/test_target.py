"""``rencana target``: tidak ada rencana yang lebih murah, dan tiap rencana tercapai pada data suntingan."""

from __future__ import annotations

from copy import deepcopy
from fractions import Fraction
from itertools import product
from typing import Any, NamedTuple

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from indeksinovasi.alur.pemecah import pecahkan
from indeksinovasi.inti.hitung.nilai import Opsi, nilai_daerah
from indeksinovasi.inti.model.rencana import DaftarBiaya
from indeksinovasi.inti.rencana.keadaan import Keadaan, keadaan_awal
from indeksinovasi.inti.rencana.ruang import Ruang, baca_inovasi_baru, susun_ruang
from indeksinovasi.inti.rencana.target import (
    GalatTarget,
    HasilTarget,
    PermintaanTarget,
    RencanaTarget,
    rencanakan_target,
    tujuan_target,
)
from tests.acak import BUKTI, Daerah, indikator, peraturan
from tests.daerah_uji import URUSAN_WAJIB, Data, inovasi, metode
from tests.ketetapan import semua_ketetapan
from tests.profil import contoh
from tests.rencana_uji import naikkan, nilai_mentah

TAHUN = (2020, 2021, 2022, 2023, 2024, 2025, 2026)
BARU_BANYAK = 3


class Soal(NamedTuple):
    """Daerah kecil, biaya yang menutup sebagian besar barisnya, dan tujuannya."""

    tahun: int
    catatan: dict[str, Data]
    spd: Data
    biaya: Data
    baru: tuple[str, ...]
    naik: Fraction
    pasti: bool


@st.composite
def soal(draw: Any) -> Soal:
    tahun = draw(st.sampled_from(TAHUN))
    kode = [satu.kode for satu in indikator(tahun) if satu.bobot is not None]
    terbuka = draw(st.lists(st.sampled_from(kode), min_size=1, max_size=2, unique=True))
    catatan: dict[str, Data] = {}
    for nomor in range(draw(st.integers(1, 3))):
        opd = draw(st.sampled_from(["bina", "cipta"]))
        baris = {satu: {"parameter": draw(st.integers(0, 3)), "bukti": BUKTI} for satu in terbuka}
        if "kemanfaatan" in baris:
            baris["kemanfaatan"]["fakta"] = {"basis": "orang"}
        catatan[f"{tahun}/{opd}/i{nomor}"] = inovasi(
            tahun, indikator=baris, urusan=draw(st.sampled_from([*URUSAN_WAJIB, "pariwisata"]))
        )
    for nomor in range(draw(st.integers(0, 9))):
        catatan[f"{tahun}/lain/k{nomor}"] = inovasi(
            tahun, kematangan=70, urusan=URUSAN_WAJIB[nomor % 4], status="diterima"
        )
    spd: Data = {"total": 40, "maksimum": 63}
    langkah: list[Data] = [{"indikator": satu, "mungkin": False} for satu in kode if satu not in terbuka]
    tabel = [satu.kode for satu in indikator(tahun, "spd")]
    if tabel and draw(st.booleans()):
        spd = {"indikator": {tabel[0]: {"parameter": 1, "bukti": BUKTI}}}
        langkah += [{"indikator": satu, "mungkin": False} for satu in tabel[1:]]
    for kenal in [satu for satu in catatan if "/lain/" not in satu]:
        for satu in terbuka:
            for ke in (None, 2, 3):
                if draw(st.integers(0, 3)) == 0:
                    entri = {
                        "id": kenal,
                        "indikator": satu,
                        "biaya": draw(st.sampled_from([0, 1, 2, 2.5, 4])),
                    }
                    langkah.append(entri if ke is None else entri | {"ke": ke})
    bersama: list[Data] = []
    if draw(st.integers(0, 2)) == 0:
        isi = [f"{kenal}:{terbuka[0]}=3" for kenal in catatan if "/lain/" not in kenal]
        bersama.append({"nama": "SK", "biaya": draw(st.integers(0, 4)), "baris": isi})
    biaya: Data = {"bawaan": draw(st.sampled_from([1, 1.5])), "langkah": langkah, "bersama": bersama}
    pilihan = ["2@80", "3@90:sosial", "4@111", "2@10:trantibumlinmas"]
    baru = tuple(draw(st.lists(st.sampled_from(pilihan), max_size=2, unique=True)))
    naik = Fraction(draw(st.integers(0, 60)), 10)
    return Soal(tahun, catatan, spd, biaya, baru, naik, draw(st.integers(0, 3)) == 0)


def _keadaan(isi: Soal) -> Keadaan:
    milik = Daerah(isi.tahun, tuple(isi.catatan.values()), isi.spd)
    rekaman = [
        satu._replace(id=kenal, opd=kenal.split("/")[1])
        for kenal, satu in zip(isi.catatan, milik.rekaman(), strict=True)
    ]
    bahan, aturan = milik.bahan(rekaman), peraturan(isi.tahun)
    return keadaan_awal(bahan, aturan, Opsi(), nilai_daerah(bahan, aturan, Opsi()))


Kunci = tuple[Fraction, Fraction, int, list[tuple[str, str]]]


def _semua_rencana(keadaan: Keadaan, ruang: Ruang, tujuan: Fraction, pasti: Fraction | None) -> Kunci | None:
    """Kunci rencana terbaik dengan mencoba semuanya; ``None`` bila tidak ada yang mencapai *tujuan*."""
    posisi = keadaan.posisi
    tetap = tuple(semua_ketetapan(posisi.metode)) if pasti is not None else ()
    terbaik: Kunci | None = None
    pilihan = [(None, *satu.tujuan) for satu in ruang.baris]
    banyak = [range(BARU_BANYAK + 1)] * len(ruang.baru)
    naskah = [(False, True)] * len(ruang.bersama)
    for dipakai in product(*naskah):
        dari_naskah = {
            nomor: ke
            for satu, pakai in zip(ruang.bersama, dipakai, strict=True)
            if pakai
            for nomor, ke in satu.baris
        }
        biaya_naskah = sum((s.biaya for s, p in zip(ruang.bersama, dipakai, strict=True) if p), Fraction(0))
        for tiap in product(*pilihan):
            ke = [
                max(satu.ke if satu else baris.dari, dari_naskah.get(nomor, 0))
                for nomor, (satu, baris) in enumerate(zip(tiap, ruang.baris, strict=True))
            ]
            sid = spd = Fraction(0)
            for naik, baris in zip(ke, ruang.baris, strict=True):
                poin = baris.bobot * (naik - baris.dari)
                sid, spd = (sid, spd + poin) if baris.spd else (sid + poin, spd)
            harga = biaya_naskah + sum((satu.biaya for satu in tiap if satu), Fraction(0))
            for baru in product(*banyak):
                semua_harga = harga + sum(
                    (n * s.biaya for n, s in zip(baru, ruang.baru, strict=True)), Fraction(0)
                )
                if terbaik is not None and semua_harga > terbaik[0]:
                    continue
                akhir = _posisi(keadaan, ruang, baru, sid, spd)
                skor, nilai = akhir.skor, akhir.nilai
                if skor is None or nilai is None or skor < tujuan:
                    continue
                if pasti is not None and any(
                    _di_bawah(akhir.dengan_tetap(satu).nilai, pasti) for satu in tetap
                ):
                    continue
                berubah = [b for naik, b in zip(ke, ruang.baris, strict=True) if naik > b.dari]
                kunci = (
                    semua_harga,
                    -nilai,
                    len({satu.opd for satu in berubah if satu.opd}),
                    sorted((satu.id, satu.indikator) for satu in berubah),
                )
                terbaik = kunci if terbaik is None else min(terbaik, kunci)
    return terbaik


def _di_bawah(nilai: Fraction | None, batas: Fraction | None) -> bool:
    return nilai is None or (batas is not None and nilai < batas)


def _posisi(keadaan: Keadaan, ruang: Ruang, baru: tuple[int, ...], sid: Fraction, spd: Fraction) -> Any:
    for banyak, satu in zip(baru, ruang.baru, strict=True):
        if banyak:
            keadaan = keadaan.tambah(banyak, satu.kematangan, satu.urusan)
    posisi = keadaan.posisi
    masukan = posisi.masukan
    return posisi._replace(
        masukan=masukan._replace(
            jumlah_kematangan=masukan.jumlah_kematangan + sid, spd=(masukan.spd or Fraction(0)) + spd
        )
    )


def _rencana(isi: Soal) -> tuple[Keadaan, PermintaanTarget, HasilTarget]:
    keadaan = _keadaan(isi)
    nilai = keadaan.posisi.nilai
    assert nilai is not None
    permintaan = PermintaanTarget(
        predikat=None,
        indeks=nilai + isi.naik,
        biaya=DaftarBiaya.model_validate(isi.biaya),
        baru=tuple(baca_inovasi_baru(satu, keadaan) for satu in isi.baru),
        pasti=isi.pasti,
    )
    return keadaan, permintaan, rencanakan_target(keadaan, permintaan, pecahkan)


def _kunci(rencana: RencanaTarget) -> Kunci:
    naik = [satu for satu in rencana.langkah if satu.jenis != "inovasi_baru"]
    assert rencana.akhir.nilai is not None
    return (
        rencana.biaya,
        -rencana.akhir.nilai,
        len({satu.opd for satu in naik if satu.opd}),
        sorted((satu.id or "", satu.indikator or "") for satu in naik),
    )


@contoh(100)
@given(soal())
def test_tidak_ada_rencana_yang_lebih_baik(isi: Soal) -> None:
    keadaan, permintaan, hasil = _rencana(isi)
    ruang = susun_ruang(keadaan, permintaan.biaya, permintaan.baru, kalender=True)
    assume(len(ruang.baris) <= 5)
    pasti = hasil.tujuan.pasti if isi.pasti else None
    terbaik = _semua_rencana(keadaan, ruang, hasil.tujuan.skor, pasti)
    if terbaik is None:
        # Yang dicoba satu demi satu hanya sampai tiga inovasi baru tiap pilihan.
        assert hasil.rencana is None or sum(s.jumlah for s in hasil.rencana.langkah if not s.id) > BARU_BANYAK
        return
    assert hasil.rencana is not None
    if terbaik[0] >= 2 * (BARU_BANYAK + 1) and ruang.baru:
        assert hasil.rencana.biaya <= terbaik[0]
        return
    assert _kunci(hasil.rencana) == terbaik
    assert hasil.rencana.batas_bawah == hasil.rencana.biaya
    assert sum(satu.biaya for satu in hasil.rencana.langkah) == hasil.rencana.biaya


@contoh(100)
@given(soal())
def test_rencana_tercapai_bila_catatannya_disunting(isi: Soal) -> None:
    keadaan, _, hasil = _rencana(isi)
    for rencana in filter(None, (hasil.rencana, hasil.rencana_pasti)):
        catatan, spd = deepcopy(isi.catatan), deepcopy(isi.spd)
        for satu in rencana.langkah:
            if satu.jenis == "spd":
                naikkan(spd, satu.indikator or "", satu.ke or 0)
            elif satu.jenis == "tingkat":
                naikkan(catatan[satu.id or ""], satu.indikator or "", satu.ke or 0)
            else:
                for _ in range(satu.jumlah):
                    assert satu.kematangan is not None
                    catatan[f"{isi.tahun}/baru/n{len(catatan)}"] = inovasi(
                        isi.tahun,
                        kematangan=float(satu.kematangan),
                        urusan=satu.urusan or "penunjang_lainnya",
                    )
        utama = nilai_mentah(isi.tahun, catatan, spd).utama
        assert utama.skor == rencana.akhir.skor
        assert utama.skor is not None
        assert utama.skor >= hasil.tujuan.skor
        assert (rencana.langkah[-1].skor if rencana.langkah else hasil.sekarang.skor) == utama.skor
        if rencana.bertahan:
            assert utama.rentang is not None
            assert utama.rentang[0] >= hasil.tujuan.pasti - Fraction(1, 200)
    assert hasil.rencana_pasti is None or hasil.rencana_pasti.bertahan
    assert keadaan.posisi == _keadaan(isi).posisi


def test_yang_sudah_tercapai_tidak_memerlukan_langkah() -> None:
    isi = Soal(2026, {"2026/a/i0": inovasi(2026, kematangan=80)}, {"total": 40}, {}, (), Fraction(0), False)
    _, _, hasil = _rencana(isi)
    assert hasil.rencana is not None
    assert not hasil.rencana.langkah
    assert hasil.rencana.biaya == 0


def test_yang_tak_terjangkau_menyebut_yang_tertinggi_dan_penghalangnya() -> None:
    baris = {"sdm": {"parameter": 1, "bukti": BUKTI}}
    catatan = {
        "2026/a/i0": inovasi(2026, indikator=baris),
        "2026/a/i1": inovasi(2026, kematangan=50),
        "2026/a/i2": inovasi(2026, status="draf"),
    }
    tabel = {satu.kode: satu for satu in indikator(2026)}
    langkah = [{"indikator": satu, "mungkin": False} for satu in tabel if satu != "sdm"]
    isi = Soal(2026, catatan, {"total": 40}, {"langkah": langkah}, (), Fraction(50), False)
    keadaan, _, hasil = _rencana(isi)
    assert hasil.rencana is None
    bobot = tabel["sdm"].bobot
    assert bobot is not None
    assert keadaan.posisi.nilai is not None
    assert hasil.tertinggi.nilai == keadaan.posisi.nilai + bobot * 2 / 12 * 100 / 250
    sebab = {satu.sebab: satu.banyak for satu in hasil.penghalang}
    assert sebab["kematangan"] == 1
    assert sebab["tidak_dihitung"] == 1
    assert sebab["spd_total"] == 1
    assert sebab["urusan_wajib"] == 4
    assert sebab["tidak_mungkin"] == 19


def _tujuan(tahun: int, predikat: str) -> Any:
    return tujuan_target(metode(tahun), PermintaanTarget(predikat, None, DaftarBiaya()))


def test_tujuan_dari_predikat() -> None:
    assert _tujuan(2026, "sangat inovatif").skor == Fraction(6501, 100)
    inovatif = _tujuan(2025, "Inovatif")
    assert (inovatif.skor, inovatif.pasti) == (Fraction(4001, 100), Fraction(4001, 100))
    with pytest.raises(GalatTarget, match="tidak diketahui"):
        _tujuan(2020, "Inovatif")
    with pytest.raises(GalatTarget, match="tidak dikenal"):
        _tujuan(2026, "Terinovatif")


def test_tinggal_bukti_dan_urutan_paling_hemat() -> None:
    catatan = {"2026/a/i0": inovasi(2026, indikator={"sdm": {"parameter": 3}})}
    langkah = [{"indikator": satu.kode, "mungkin": False} for satu in indikator(2026) if satu.kode != "sdm"]
    isi = Soal(2026, catatan, {"total": 40}, {"langkah": langkah}, (), Fraction(1, 100), False)
    _, _, hasil = _rencana(isi)
    assert hasil.rencana is not None
    (satu,) = hasil.rencana.langkah
    assert (satu.dari, satu.tinggal_bukti, satu.opd) == (0, True, "a")
