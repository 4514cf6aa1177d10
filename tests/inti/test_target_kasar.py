"""``rencana target`` menghadapi pembaca kontrak lain: ruang, biaya, dan rumusnya ditulis ulang di sini.

Yang dipakai bersama hanya berkas tahun. Semua rencana dicoba satu demi satu, pada setiap tahun dan dasar.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import product
from typing import Any, NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from indeksinovasi.alur.pemecah import pecahkan
from indeksinovasi.inti.hitung.nilai import Opsi, nilai_daerah
from indeksinovasi.inti.model.hasil import DASAR, Dasar
from indeksinovasi.inti.model.rencana import DaftarBiaya
from indeksinovasi.inti.rencana.keadaan import keadaan_awal
from indeksinovasi.inti.rencana.ruang import baca_inovasi_baru
from indeksinovasi.inti.rencana.target import HasilTarget, PermintaanTarget, rencanakan_target
from tests.acak import BUKTI, Daerah, indikator, peraturan
from tests.daerah_uji import URUSAN_WAJIB, Data, inovasi
from tests.profil import LENGKAP, contoh
from tests.rumus_ulang import skor_ulang

TAHUN = (2020, 2021, 2022, 2023, 2024, 2025, 2026)
BARU_DICOBA = 3
Kunci = tuple[Fraction, Fraction, int, list[tuple[str, str]]]


class Soal(NamedTuple):
    """Daerah kecil, dasarnya, biayanya, dan tujuannya (di atas skor sekarang)."""

    tahun: int
    dasar: Dasar
    catatan: dict[str, Data]
    spd: Data
    biaya: Data
    baru: tuple[tuple[str, str, str | None], ...]
    naik: Fraction


@st.composite
def entri(draw: st.DrawFn, kode: str) -> Data:
    """Baris berklaim, kadang tanpa bukti, kadang terverifikasi lebih rendah."""
    klaim = draw(st.integers(0, 3))
    isi: Data = {"parameter": klaim}
    if draw(st.integers(0, 2)):
        isi["bukti"] = BUKTI
    if draw(st.booleans()):
        isi["verifikasi"] = {"parameter": draw(st.integers(0, klaim))}
    if kode == "kemanfaatan":
        isi["fakta"] = {"basis": "orang"}
    return isi


@st.composite
def soal(draw: st.DrawFn) -> Soal:
    """Dua atau tiga baris terbuka di antara catatan yang terhitung, ditolak, draf, dan siap pakai."""
    tahun = draw(st.sampled_from(TAHUN))
    kode = [satu.kode for satu in indikator(tahun) if satu.bobot is not None]
    terbuka = draw(st.sampled_from(kode))
    catatan: dict[str, Data] = {}
    for nomor in range(draw(st.integers(1, 2))):
        catatan[f"{tahun}/{draw(st.sampled_from('ab'))}/i{nomor}"] = inovasi(
            tahun, indikator={terbuka: draw(entri(terbuka))}, urusan=draw(st.sampled_from(URUSAN_WAJIB))
        )
    for nomor in range(draw(st.integers(0, 12))):
        status = draw(st.sampled_from(["diterima"] * 4 + ["ditolak", "draf"]))
        catatan[f"{tahun}/c/k{nomor}"] = inovasi(
            tahun, kematangan=60 + nomor, urusan=URUSAN_WAJIB[nomor % 5], status=status
        )
    spd: Data = {"total": 40, "maksimum": 63}
    langkah: list[Data] = [{"indikator": satu, "mungkin": False} for satu in kode if satu != terbuka]
    tabel = {satu.kode: satu for satu in indikator(tahun, "spd")}
    if tabel:
        dua = draw(st.sampled_from([("ripj_pid", "opini_bpk"), ("pad", "penghargaan_inovator")]))
        spd = {"indikator": {satu: draw(entri(satu)) for satu in dua if satu in tabel}}
        langkah += [{"indikator": satu, "mungkin": False} for satu in tabel if satu not in dua]
    harga = st.sampled_from([0, 1, 2, 2.5, 3])
    milik = [satu for satu in catatan if "/c/" not in satu]
    for kenal, indikator_ in ((satu, terbuka) for satu in [*milik, None]):
        if draw(st.integers(0, 2)) == 0:
            langkah.append({"id": kenal, "indikator": indikator_, "biaya": draw(harga)})
        if draw(st.integers(0, 2)) == 0:
            langkah.append({"id": kenal, "indikator": indikator_, "ke": 3, "biaya": draw(harga)})
    langkah = [{kunci: isi for kunci, isi in satu.items() if isi is not None} for satu in langkah]
    bersama: list[Data] = []
    if draw(st.booleans()):
        ke = draw(st.integers(1, 3))
        bersama = [
            {"nama": "SK", "biaya": draw(harga), "baris": [f"{satu}:{terbuka}={ke}" for satu in milik]}
        ]
    pilihan = [("3", "80", None), ("5", "100", "sosial"), ("4", "20", "trantibumlinmas")]
    baru = tuple(draw(st.lists(st.sampled_from(pilihan), max_size=1)))
    return Soal(
        tahun,
        draw(st.sampled_from(DASAR)),
        catatan,
        spd,
        {"bawaan": draw(st.sampled_from([1, 2])), "langkah": langkah, "bersama": bersama},
        baru,
        Fraction(draw(st.integers(0, 30)), 10),
    )


def _tingkat(isi: Data, dasar: Dasar) -> int:
    klaim: int = isi.get("parameter", 0)
    if dasar == "klaim":
        return klaim
    if dasar == "berbukti":
        return klaim if isi.get("bukti") else 0
    lulus: int = isi.get("verifikasi", {}).get("parameter", 0)
    return lulus


class _Baris(NamedTuple):
    id: str
    kode: str
    opd: str
    dari: int
    bobot: Fraction
    harga: dict[int, Fraction]


def _semua_baris(isi: Soal) -> Iterator[_Baris]:
    """Baris terbuka dan harga tiap tingkatnya menurut ketepatan entri biaya."""
    tertutup = {satu["indikator"] for satu in isi.biaya["langkah"] if satu.get("mungkin") is False}
    for kenal, catatan in sorted(isi.catatan.items()):
        if "indikator" in catatan:
            yield from _baris(isi, kenal, catatan["indikator"], "sid", tertutup)
    if "indikator" in isi.spd:
        yield from _baris(isi, "spd", isi.spd["indikator"], "spd", tertutup)


def _baris(isi: Soal, kenal: str, milik: Data, aspek: str, tertutup: set[str]) -> Iterator[_Baris]:
    for satu in indikator(isi.tahun, aspek):
        if satu.kode in tertutup or satu.bobot is None:
            continue
        entri_ = milik.get(satu.kode, {})
        dari = _tingkat(entri_, isi.dasar)
        diam = satu.kalender is not None and not satu.kalender.bergerak
        puncak = _tingkat(entri_, "klaim") if diam else 3
        harga = {ke: _harga(isi.biaya, kenal, satu.kode, dari, ke) for ke in range(dari + 1, puncak + 1)}
        yield _Baris(kenal, satu.kode, "" if kenal == "spd" else kenal.split("/")[1], dari, satu.bobot, harga)


def _harga(biaya: Data, kenal: str, kode: str, dari: int, ke: int) -> Fraction:
    for id_, tingkat in ((kenal, ke), (kenal, None), (None, ke), (None, None)):
        for satu in biaya["langkah"]:
            if (satu.get("id"), satu["indikator"], satu.get("ke")) == (
                id_,
                kode,
                tingkat,
            ) and "biaya" in satu:
                return Fraction(satu["biaya"])
    return Fraction(biaya["bawaan"]) * (ke - dari)


def _terbaik(isi: Soal, tujuan: Fraction) -> Kunci | None:
    """Kunci rencana terbaik di antara semua rencana; ``None`` bila tidak ada yang mencapai *tujuan*."""
    metode = peraturan(isi.tahun).metode
    baris = list(_semua_baris(isi))
    terhitung = [satu for satu in isi.catatan.values() if satu["status"] == "diterima"]
    ditolak = sum(satu["status"] == "ditolak" for satu in isi.catatan.values())
    sid_awal = sum((Fraction(satu.get("kematangan", 0)) for satu in terhitung), Fraction(0))
    sid_awal += sum((s.bobot * s.dari for s in baris if s.id != "spd"), Fraction(0))
    spd_awal = Fraction(isi.spd.get("total", 0)) + _spd_awal(isi)
    naskah = isi.biaya["bersama"]
    terbaik: Kunci | None = None
    for pakai in product((False, True), repeat=len(naskah)):
        dari_naskah: dict[tuple[str, str], int] = {}
        biaya_naskah = Fraction(0)
        for satu, ya in zip(naskah, pakai, strict=True):
            if ya:
                biaya_naskah += Fraction(satu["biaya"])
                for teks in satu["baris"]:
                    kiri, ke = teks.rsplit("=", 1)
                    kenal, kode = kiri.rsplit(":", 1)
                    dari_naskah[kenal, kode] = int(ke)
        for pilihan in product(*([None, *satu.harga] for satu in baris)):
            biaya = biaya_naskah
            sid, spd = sid_awal, spd_awal
            naik = []
            for satu, ke in zip(baris, pilihan, strict=True):
                biaya += satu.harga[ke] if ke else 0
                # Naskah pun tidak menggerakkan baris yang menurut kalender sudah diam.
                bersama = dari_naskah.get((satu.id, satu.kode), 0)
                jadi = max(ke or satu.dari, bersama if bersama in satu.harga else 0)
                if jadi <= satu.dari:
                    continue
                naik.append(satu)
                if satu.id == "spd":
                    spd += satu.bobot * (jadi - satu.dari)
                else:
                    sid += satu.bobot * (jadi - satu.dari)
            for banyak in product(range(BARU_DICOBA + 1), repeat=len(isi.baru)):
                tambah = list(zip(banyak, isi.baru, strict=True))
                urusan = {satu["urusan"] for satu in terhitung}
                urusan |= {kode for n, (_, _, kode) in tambah if n and kode}
                nilai = skor_ulang(
                    metode,
                    len(terhitung) + sum(banyak),
                    ditolak,
                    sid + sum(n * Fraction(m) for n, (_, m, _) in tambah),
                    spd,
                    len(urusan & set(metode.urusan_wajib)),
                )
                if nilai is None or int(nilai * 100 + Fraction(1, 2)) < tujuan * 100:
                    continue
                kunci = (
                    biaya + sum(n * Fraction(b) for n, (b, _, _) in tambah),
                    -nilai,
                    len({satu.opd for satu in naik} - {""}),
                    sorted((satu.id, satu.kode) for satu in naik),
                )
                terbaik = kunci if terbaik is None else min(terbaik, kunci)
    return terbaik


def _spd_awal(isi: Soal) -> Fraction:
    bobot = {satu.kode: satu.bobot or Fraction(0) for satu in indikator(isi.tahun, "spd")}
    milik = isi.spd.get("indikator", {})
    return sum((bobot[kode] * _tingkat(satu, isi.dasar) for kode, satu in milik.items()), Fraction(0))


def _rencana(isi: Soal) -> HasilTarget:
    milik = Daerah(isi.tahun, tuple(isi.catatan.values()), isi.spd)
    rekaman = [
        satu._replace(id=kenal, opd=kenal.split("/")[1])
        for kenal, satu in zip(isi.catatan, milik.rekaman(), strict=True)
    ]
    bahan, aturan, opsi = milik.bahan(rekaman), peraturan(isi.tahun), Opsi(isi.dasar)
    keadaan = keadaan_awal(bahan, aturan, opsi, nilai_daerah(bahan, aturan, opsi))
    nilai = keadaan.posisi.nilai
    assert nilai is not None
    baru = tuple(
        baca_inovasi_baru(f"{biaya}@{m}" + (f":{urusan}" if urusan else ""), keadaan)
        for biaya, m, urusan in isi.baru
    )
    permintaan = PermintaanTarget(None, nilai + isi.naik, DaftarBiaya.model_validate(isi.biaya), baru)
    return rencanakan_target(keadaan, permintaan, pecahkan)


def _kunci(hasil: HasilTarget) -> Kunci | None:
    rencana = hasil.rencana
    if rencana is None:
        return None
    naik: list[Any] = [satu for satu in rencana.langkah if satu.jenis != "inovasi_baru"]
    assert rencana.akhir.nilai is not None
    return (
        rencana.biaya,
        -rencana.akhir.nilai,
        len({satu.opd for satu in naik if satu.opd}),
        sorted((satu.id, satu.indikator) for satu in naik),
    )


@settings(contoh(400), max_examples=400 if LENGKAP else 25)
@given(soal())
def test_sama_dengan_mencoba_semuanya(isi: Soal) -> None:
    hasil = _rencana(isi)
    kunci, terbaik = _kunci(hasil), _terbaik(isi, hasil.tujuan.skor)
    banyak = sum(satu.jumlah for satu in hasil.rencana.langkah if not satu.id) if hasil.rencana else 0
    if banyak > BARU_DICOBA:
        # Yang dicoba hanya sampai tiga inovasi baru.
        assert kunci is not None
        assert terbaik is None or kunci < terbaik
        return
    assert kunci == terbaik
