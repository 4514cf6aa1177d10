"""``rencana andai``: angkanya sama dengan menilai ulang catatan yang sungguh disunting."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from indeksinovasi.inti.model.hasil import DASAR, Dasar
from indeksinovasi.inti.rencana.andai import andaikan, titik
from indeksinovasi.inti.rencana.keadaan import terapkan_semua, terapkan_ubahan
from indeksinovasi.inti.rencana.ubahan import (
    GalatUbahan,
    HapusCatatan,
    SetelSpd,
    SetelStatus,
    SetelTingkat,
    TambahInovasi,
    baca_ubahan,
)
from tests.acak import Daerah, daerah, indikator
from tests.daerah_uji import URUSAN_WAJIB, Data, inovasi
from tests.profil import contoh
from tests.rencana_uji import baru, keadaan, naikkan, nilai_mentah, pengenal, salin, tingkat

dasar = st.sampled_from(DASAR)


@pytest.mark.parametrize(
    ("teks", "bentuk"),
    [
        (
            "2026/dinkes/x:regulasi=3",
            SetelTingkat("2026/dinkes/x:regulasi=3", "2026/dinkes/x", "regulasi", 3),
        ),
        ("*:regulasi=0", SetelTingkat("*:regulasi=0", "*", "regulasi", 0)),
        ("spd:opini_bpk=3", SetelTingkat("spd:opini_bpk=3", "spd", "opini_bpk", 3)),
        ("spd=55,5", SetelSpd("spd=55,5", Fraction(111, 2))),
        ("+5@80", TambahInovasi("+5@80", 5, Fraction(80), None)),
        ("+1@80.5:sosial", TambahInovasi("+1@80.5:sosial", 1, Fraction(161, 2), "sosial")),
        ("-2026/dinkes/x", HapusCatatan("-2026/dinkes/x", "2026/dinkes/x")),
        ("2026/dinkes/x:status=draf", SetelStatus("2026/dinkes/x:status=draf", "2026/dinkes/x", "draf")),
    ],
)
def test_tulisan_ubahan(teks: str, bentuk: object) -> None:
    assert baca_ubahan(teks) == bentuk
    assert baca_ubahan(f"  {teks} ") == bentuk


@pytest.mark.parametrize(
    "teks",
    [
        *("", "=", "x", "x=", ":regulasi=2", "2026/a/b:=2", "2026/a/b:regulasi=4", "2026/a/b:regulasi=²"),
        *("*:regulasi=-1", "*:regulasi=1.0", "2026/a/b:status=terbit", "spd=", "spd=x", "spd=-1", "spd:x=9"),
        *("+@80", "+0@80", "+5@", "+5@x", "+-5@80", "+1@80:", "+1@80:sosail", "+99999999999@80", "+10001@80"),
    ],
)
def test_tulisan_yang_salah_ditolak(teks: str) -> None:
    with pytest.raises(GalatUbahan) as galat:
        baca_ubahan(teks)
    assert galat.value.petunjuk
    assert galat.value.teks == teks


def test_bilangan_berpemisah_ribuan_disebut_kedua_bacaannya() -> None:
    with pytest.raises(GalatUbahan, match="dua cara") as galat:
        baca_ubahan("+1@2.000")
    assert galat.value.petunjuk == "Tulis 2000, atau 2.0 bila memang 2."


@contoh(60)
@given(daerah(), dasar)
def test_tanpa_ubahan_sama_dengan_nilai(milik: Daerah, terpilih: Dasar) -> None:
    awal = keadaan(milik, terpilih)
    hasil = andaikan(awal, [])
    assert hasil.sebelum == hasil.sesudah
    assert (hasil.sesudah.skor, hasil.sesudah.predikat) == (
        awal.hasil.utama.skor,
        awal.hasil.utama.predikat,
    )


@st.composite
def ubahan(draw: st.DrawFn, milik: Daerah) -> tuple[str, Any]:
    """Satu ubahan yang sah, dan fungsi yang menyunting catatan mentahnya."""
    kenal = pengenal(milik)
    kode = draw(st.sampled_from([satu.kode for satu in indikator(milik.tahun)]))
    tingkat_baru = draw(st.integers(0, 3))
    pilihan = ["semua", "baru", "spd"]
    if kenal:
        pilihan += ["status", "satu", "satu"]
    jenis = draw(st.sampled_from(pilihan))
    if jenis == "semua":

        def semua(catatan: dict[str, Data], _spd: Data, nomor: int) -> None:
            for isi in catatan.values():
                if isi.get("indikator") and tingkat(milik.tahun, isi, kode, nomor) < tingkat_baru:
                    naikkan(isi, kode, tingkat_baru)

        return f"*:{kode}={tingkat_baru}", semua
    if jenis == "baru":
        banyak, kematangan = draw(st.integers(1, 4)), Fraction(draw(st.integers(0, 444)), 4)
        urusan = draw(st.none() | st.sampled_from(URUSAN_WAJIB))

        def tambah(catatan: dict[str, Data], _spd: Data, _nomor: int) -> None:
            for _ in range(banyak):
                catatan[f"{milik.tahun}/baru/n{len(catatan)}"] = baru(milik.tahun, kematangan, urusan)

        ekor = f":{urusan}" if urusan else ""
        return f"+{banyak}@{float(kematangan)}{ekor}", tambah
    if jenis == "spd":
        total = draw(st.integers(0, 63))

        def spd(_catatan: dict[str, Data], isi: Data, _nomor: int) -> None:
            isi.pop("indikator", None)
            isi["total"] = total

        return f"spd={total}", spd
    satu = draw(st.sampled_from(kenal))
    if jenis == "status":
        status = draw(st.sampled_from(["draf", "terkirim", "diterima", "ditolak"]))
        return f"{satu}:status={status}", lambda catatan, _spd, _nomor: catatan[satu].update(status=status)
    return f"{satu}:{kode}={tingkat_baru}", lambda catatan, _spd, _nomor: naikkan(
        catatan[satu], kode, tingkat_baru
    )


def _tanpa_baris(milik: Daerah, satu: object) -> bool:
    """Ubahan tingkat pada catatan yang hanya memuat kematangan; yang itu memang ditolak."""
    if not isinstance(satu, SetelTingkat) or satu.sasaran == "*":
        return False
    isi = milik.catatan[pengenal(milik).index(satu.sasaran)]
    return isi.get("kematangan") is not None and not isi.get("indikator")


@contoh(200)
@given(daerah(), dasar, st.data())
def test_sama_dengan_menyunting_catatan(milik: Daerah, terpilih: Dasar, data: st.DataObject) -> None:
    awal = keadaan(milik, terpilih)
    semua = data.draw(st.lists(ubahan(milik), min_size=1, max_size=4))
    assume(not any(_tanpa_baris(milik, baca_ubahan(teks)) for teks, _ in semua))
    akhir = terapkan_semua(awal, [baca_ubahan(teks) for teks, _ in semua])
    mentah = salin(milik)
    catatan = dict(zip(pengenal(milik), mentah.catatan, strict=True))
    spd: Data = mentah.spd if mentah.spd is not None else {}
    for _, sunting in semua:
        sunting(catatan, spd, awal.nomor)
    dinilai = nilai_mentah(milik.tahun, catatan, spd or None, terpilih)
    assert akhir.posisi.nilai == (dinilai.utama.rincian.indeks)
    assert (titik(akhir).skor, titik(akhir).predikat) == (dinilai.utama.skor, dinilai.utama.predikat)


@contoh(60)
@given(daerah(paling_sedikit=1), st.data())
def test_efek_sendiri_dan_interaksi_berjumlah_selisihnya(milik: Daerah, data: st.DataObject) -> None:
    awal = keadaan(milik)
    teks = [f"+2@{data.draw(st.integers(0, 111))}", "spd=40", f"{pengenal(milik)[0]}:status=ditolak"]
    hasil = andaikan(awal, [baca_ubahan(satu) for satu in teks])
    if hasil.interaksi is None:
        assert milik.tahun == 2021
        return
    assert hasil.sebelum.nilai is not None
    assert hasil.sesudah.nilai is not None
    jumlah = sum((satu.sendiri or Fraction(0) for satu in hasil.ubahan), hasil.interaksi)
    assert jumlah == hasil.sesudah.nilai - hasil.sebelum.nilai


def _satu(isi: Data, spd: Data | None = None) -> Daerah:
    return Daerah(2026, (isi,), spd)


@pytest.mark.parametrize(
    ("teks", "sebab"),
    [
        ("2026/dinkes/i09:regulasi=3", "catatan"),
        ("2025/dinkes/i00:regulasi=3", "catatan"),
        ("2026/dinkes/i00:regulsi=3", "indikator SID"),
        ("*:opini_bpk=3", "indikator SID"),
        ("2026/dinkes/i00:regulasi=3", "hanya memuat kematangan"),
        ("-2026/dinkes/i09", "catatan"),
        ("2026/dinkes/i09:status=draf", "catatan"),
        ("spd:opini_bpk=3", "tidak dihitung dari barisnya"),
        ("spd=63.1", "di atas maksimum 63"),
        ("+1@111,5", "di atas maksimum 111"),
    ],
)
def test_ubahan_yang_mustahil_ditolak_dengan_kutipannya(teks: str, sebab: str) -> None:
    awal = keadaan(_satu(inovasi(2026, kematangan=80), {"total": 40}))
    with pytest.raises(GalatUbahan, match=sebab) as galat:
        terapkan_ubahan(awal, baca_ubahan(teks))
    assert f'"{teks}"' in galat.value.pesan


def test_bintang_melewati_catatan_tanpa_baris_dan_yang_sudah_tinggi() -> None:
    milik = Daerah(
        2026,
        (
            inovasi(2026, kematangan=80),
            inovasi(2026, indikator={"regulasi": {"parameter": 3, "bukti": [{"tautan": "https://a.id"}]}}),
            inovasi(2026, indikator={"regulasi": {"parameter": 3}}),
            inovasi(2026, indikator={"sdm": {"parameter": 1}}),
        ),
        None,
    )
    awal = keadaan(milik)
    akhir = terapkan_ubahan(awal, baca_ubahan("*:regulasi=2"))
    sama = [kenal for kenal in awal.rekaman if akhir.rekaman[kenal] == awal.rekaman[kenal]]
    assert sama == ["2026/dinkes/i00", "2026/dinkes/i01"]
    assert [satu.parameter for satu in (akhir.nilai["2026/dinkes/i02"].baris)] == [2]


def test_ubahan_diterapkan_menurut_urutannya() -> None:
    milik = _satu(inovasi(2026, indikator={"regulasi": {"parameter": 1}}))
    awal = keadaan(milik)
    naik = [baca_ubahan("*:regulasi=2"), baca_ubahan("2026/dinkes/i00:regulasi=1")]
    assert terapkan_semua(awal, naik).nilai["2026/dinkes/i00"].baris[0].parameter == 1
    assert terapkan_semua(awal, naik[::-1]).nilai["2026/dinkes/i00"].baris[0].parameter == 2
    with pytest.raises(GalatUbahan, match="tidak ada"):
        terapkan_semua(awal, [baca_ubahan("-2026/dinkes/i00"), naik[1]])
