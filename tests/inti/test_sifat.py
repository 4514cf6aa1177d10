"""Sifat yang berlaku untuk data apa pun yang sah.

Menambah inovasi yang lemah boleh menurunkan indeks, karena pembaginya bertambah; itu sifat rumusnya dan
tidak diuji sebagai kesalahan.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from indeksinovasi.inti.hitung.fakta import Bacaan, baca_fakta
from indeksinovasi.inti.hitung.nilai import Opsi, nilai_daerah
from indeksinovasi.inti.model.aturan import AturanBasis, AturanRentang
from indeksinovasi.inti.model.fakta import Bentuk
from indeksinovasi.inti.model.hasil import DASAR, Hasil
from indeksinovasi.inti.model.inovasi import Entri, Inovasi
from indeksinovasi.inti.model.metode import Indikator
from indeksinovasi.keluaran.nilai_json import objek_nilai
from tests.acak import TAHUN_INDEKS, Daerah, bentuk, bilangan, daerah, fakta, indikator, peraturan
from tests.daerah_uji import CONTOH, Data, indeks
from tests.inti.test_fakta import bertipe
from tests.profil import LENGKAP, contoh

# Mesin CI yang sibuk boleh lambat; yang diuji sifatnya, bukan kecepatannya.
BANYAK = contoh(60)
dasar = st.sampled_from(DASAR)


def _nilai(milik: Daerah, **opsi: Any) -> Hasil:
    return nilai_daerah(milik.bahan(), peraturan(milik.tahun), Opsi(**opsi))


@BANYAK
@given(daerah())
def test_indeks_di_antara_nol_dan_seratus(milik: Daerah) -> None:
    for satu in _nilai(milik).tiga_dasar:
        assert satu.skor is None or 0 <= satu.skor <= 100
        assert satu.skor is not None or milik.tahun == 2021


@BANYAK
@given(daerah(), dasar)
def test_rentang_memuat_indeks_dan_predikat_termasuk_yang_mungkin(milik: Daerah, terpilih: str) -> None:
    utama = _nilai(milik, dasar=terpilih).utama
    if utama.skor is None:
        assert (utama.rentang, utama.predikat, utama.predikat_mungkin) == (None, None, ())
        return
    assert utama.rentang is not None
    assert 0 <= utama.rentang[0] <= utama.skor <= utama.rentang[1] <= 100
    assert utama.predikat in utama.predikat_mungkin


@BANYAK
@given(daerah(), st.randoms(use_true_random=False))
def test_urutan_berkas_dan_baris_tidak_mengubah_hasil(milik: Daerah, acak: random.Random) -> None:
    teracak = [
        satu._replace(
            inovasi=satu.inovasi and satu.inovasi.model_copy(update={"indikator": _terbalik(satu.inovasi)})
        )
        for satu in milik.rekaman()
    ]
    acak.shuffle(teracak)
    aturan = peraturan(milik.tahun)
    assert objek_nilai(nilai_daerah(milik.bahan(teracak), aturan)) == objek_nilai(
        nilai_daerah(milik.bahan(), aturan)
    )


def _terbalik(inovasi: Inovasi) -> dict[str, Entri]:
    return dict(reversed(inovasi.indikator.items()))


def _kenaikan(milik: Daerah) -> list[tuple[int, str, Data]]:
    """Setiap isian yang masih dapat dinaikkan: inovasi, indikator, dan isi barunya."""
    semua: list[tuple[int, str, Data]] = []
    for nomor, satu in enumerate(milik.catatan):
        for kode, entri in satu["indikator"].items():
            terverifikasi = entri.get("verifikasi", {"parameter": 0})["parameter"]
            baru: list[Data] = [{"bukti": [{"berkas": "bukti/baru.pdf"}]}]
            baru += [{"parameter": entri["parameter"] + 1}] if entri.get("parameter", 3) < 3 else []
            baru += [{"verifikasi": {"parameter": terverifikasi + 1}}] if terverifikasi < 3 else []
            semua += [(nomor, kode, isi) for isi in baru]
    return semua


@BANYAK
@given(daerah(paling_sedikit=1), st.data())
def test_menaikkan_satu_tingkat_tidak_pernah_menurunkan_indeks(milik: Daerah, data: st.DataObject) -> None:
    pilihan = _kenaikan(milik)
    assume(pilihan)
    nomor, kode, isi = data.draw(st.sampled_from(pilihan))
    naik = deepcopy(milik.catatan)
    naik[nomor]["indikator"][kode] |= isi
    for terpilih in DASAR:
        lama = _nilai(milik, dasar=terpilih).utama
        baru = _nilai(replace(milik, catatan=naik), dasar=terpilih).utama
        if lama.rincian.indeks is None or lama.rentang is None:
            assert baru.rincian.indeks is None
            continue
        assert baru.rincian.indeks is not None
        assert baru.rentang is not None
        assert baru.rincian.indeks >= lama.rincian.indeks
        assert baru.rentang[0] >= lama.rentang[0]
        assert baru.rentang[1] >= lama.rentang[1]


@BANYAK
@given(daerah())
def test_dasar_berbukti_tidak_pernah_melebihi_klaim(milik: Daerah) -> None:
    klaim, berbukti, _ = _nilai(milik).tiga_dasar
    assert klaim.skor is None or berbukti.skor is None or berbukti.skor <= klaim.skor


@BANYAK
@given(daerah(), st.booleans(), st.booleans())
def test_setiap_berkas_muncul_tepat_sekali_dan_terbagi_habis(
    milik: Daerah, draf: bool, abaikan: bool
) -> None:
    hasil = _nilai(milik, sertakan_draf=draf, abaikan_kelayakan=abaikan)
    keluar = objek_nilai(hasil)
    assert [satu["id"] for satu in keluar["inovasi"]] == [
        f"{milik.tahun}/dinkes/i{nomor:02}" for nomor in range(len(milik.catatan))
    ]
    assert sum(keluar["jumlah_inovasi"].values()) == len(milik.catatan)
    assert keluar["jumlah_inovasi"]["terhitung"] == sum(satu["terhitung"] for satu in keluar["inovasi"])
    assert all(satu["terhitung"] == (satu["alasan"] is None) for satu in keluar["inovasi"])


@BANYAK
@given(daerah(), dasar)
def test_angka_antara_saling_cocok_tepat(milik: Daerah, terpilih: str) -> None:
    hasil = _nilai(milik, dasar=terpilih)
    nomor, utama = hasil.nomor_dasar, hasil.utama
    rincian, masukan = utama.rincian, utama.masukan
    terhitung = [satu for satu in hasil.inovasi if satu.terhitung]
    assert masukan.jumlah_kematangan == sum(satu.kematangan[nomor] for satu in terhitung if satu.kematangan)
    for satu in terhitung:
        if satu.kematangan and not satu.siap_pakai:
            assert satu.kematangan[nomor] == sum(baris.skor(nomor) or 0 for baris in satu.baris)
    if rincian.rata_rata is not None:
        assert rincian.rata_rata * rincian.pembagi == masukan.jumlah_kematangan
    if rincian.indeks is not None and rincian.total is not None and rincian.maksimum is not None:
        assert rincian.total == (masukan.spd or 0) + (rincian.rata_rata or 0) + rincian.skor_jumlah
        assert rincian.indeks * rincian.maksimum == rincian.total * 100


# Fakta.


TERTULIS = [
    (tahun, satu, punya)
    for tahun in TAHUN_INDEKS
    for aspek in ("sid", "spd")
    for satu in indikator(tahun, aspek)
    if (punya := bentuk(satu)) is not None
]
BERDAFTAR = [pasangan for pasangan in TERTULIS if pasangan[2].jenis in ("tahun", "banyak")]
BERTANGGA = [
    (tahun, satu, aturan, basis)
    for tahun, satu, _ in TERTULIS
    for basis, aturan in (
        satu.aturan.basis.items() if isinstance(satu.aturan, AturanBasis) else [(None, satu.aturan)]
    )
    if isinstance(aturan, AturanRentang)
]


def _ujung(bacaan: Bacaan | None) -> tuple[int, int] | None:
    return None if bacaan is None or bacaan.masalah else (bacaan.tingkat, bacaan.kandidat[-1])


@BANYAK
@given(st.sampled_from(BERTANGGA), bilangan, bilangan)
def test_fakta_bilangan_yang_lebih_baik_tidak_pernah_menurunkan_tingkat(
    milik: tuple[int, Indikator, AturanRentang, str | None], satu_nilai: float, nilai_lain: float
) -> None:
    tahun, satu, aturan, basis = milik
    pasangan = sorted([satu_nilai, nilai_lain], reverse=aturan.arah == "turun")
    isi = [nilai if basis is None else {"basis": basis, "nilai": nilai} for nilai in pasangan]
    buruk, baik = (_ujung(baca_fakta(satu, bertipe(nilai), tahun)) for nilai in isi)
    if buruk and baik:
        assert buruk[0] <= baik[0]
        assert buruk[1] <= baik[1]


@BANYAK
@given(st.sampled_from(BERDAFTAR), st.data())
def test_menambah_isi_daftar_tidak_pernah_menurunkan_tingkat(
    milik: tuple[int, Indikator, Bentuk], data: st.DataObject
) -> None:
    tahun, satu, punya = milik
    sedikit, tambahan = data.draw(fakta(punya, tahun)), data.draw(fakta(punya, tahun))
    lama, baru = (_ujung(baca_fakta(satu, bertipe(isi), tahun)) for isi in (sedikit, sedikit + tambahan))
    if lama and baru:
        assert lama[0] <= baru[0]
        assert lama[1] <= baru[1]


@contoh(200)
@given(st.sampled_from(TERTULIS), st.sampled_from(TAHUN_INDEKS), st.data())
def test_fakta_yang_tertulis_benar_selalu_terbaca_atau_ditolak_tanpa_gagal(
    milik: tuple[int, Indikator, Bentuk], tahun_catatan: int, data: st.DataObject
) -> None:
    _, satu, punya = milik
    bacaan = baca_fakta(satu, bertipe(data.draw(fakta(punya, tahun_catatan))), tahun_catatan)
    if bacaan is not None:
        assert 0 <= bacaan.tingkat == bacaan.kandidat[0] <= bacaan.kandidat[-1] <= 3


# Salinan data yang sama menghasilkan bita yang sama.

PERINTAH = ("json", "csv", "csv --rinci", "teks --rinci", "markdown --rinci")


@pytest.mark.parametrize("tahun", [2020, 2021, 2022, 2023, 2024, 2026])
def test_dua_salinan_data_menghasilkan_bita_yang_sama(tmp_path: Path, tahun: int) -> None:
    semua = sorted(jalur for jalur in (CONTOH / "kota-contoh").rglob("*.yaml"))
    salinan = tmp_path / "satu" / "kota", tmp_path / "dua" / "kota"
    for tujuan, urutan in zip(salinan, (semua, semua[::-1]), strict=True):
        for jalur in urutan:
            baru = tujuan / jalur.relative_to(CONTOH / "kota-contoh")
            baru.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(jalur, baru)
    for perintah in PERINTAH:
        argumen = ["--tahun", str(tahun), "--format", *perintah.split()]
        pertama, kedua = (indeks("nilai", tujuan, *argumen) for tujuan in salinan)
        assert pertama.keluar
        assert pertama == kedua


def test_benih_hash_tidak_mengubah_satu_bita_pun() -> None:
    perintah = [
        sys.executable,
        "-m",
        "indeksinovasi",
        "nilai",
        str(CONTOH / "kota-contoh"),
        "--format",
        "json",
    ]
    keluaran = {
        subprocess.run(
            perintah, capture_output=True, env=os.environ | {"PYTHONHASHSEED": benih}, check=False, timeout=60
        ).stdout
        for benih in (("0", "1", "42") if LENGKAP else ("0", "42"))
    }
    assert len(keluaran) == 1
    assert keluaran.pop().startswith(b'{"versi_format": 1')
