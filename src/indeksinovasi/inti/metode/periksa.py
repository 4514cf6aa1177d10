"""Pemeriksaan KTN atas berkas tahun: kontrol, sumber, asumsi, predikat, dan tiap indikator.

Murni: dari ``Metode`` yang bentuknya benar menjadi masalah berjalur. Posisinya diberikan pembaca berkas.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from indeksinovasi.inti.metode.bagian import bagian_metode
from indeksinovasi.inti.metode.batas import periksa_batas
from indeksinovasi.inti.metode.kontrol import selisih_kontrol
from indeksinovasi.inti.metode.tangga import periksa_indikator
from indeksinovasi.inti.model.angka import NOL, angka_id
from indeksinovasi.inti.model.dasar import POLA_TAHUN, Model
from indeksinovasi.inti.model.ketentuan import Ketentuan, Konstanta, Pembulatan
from indeksinovasi.inti.model.kutipan import PembacaTulisan, angka_tertulis, tanpa_tulisan
from indeksinovasi.inti.model.metode import Indikator, Kalender, Metode, Predikat
from indeksinovasi.inti.model.temuan import Jalur, Masalah, teks_jalur

LANGKAH_SKOR = Fraction(1, 100)
SKOR_TERTINGGI = Fraction(100)


def halangan(metode: Metode, tulisan: PembacaTulisan = tanpa_tulisan) -> Iterator[Masalah]:
    """Masalah galat (KTN704, KTN709, KTN713, KTN714) yang membuat *metode* tidak boleh dipakai menilai;
    diperiksa juga saat memuat, jadi harus murah.
    """
    # Batas mendahului hitungan: bilangan di luar batas tidak dihitung.
    if di_luar := list(periksa_batas(metode)):
        yield from di_luar
        return
    yield from _kontrol(metode, tulisan)
    yield from _ganda(metode)


def periksa_metode(metode: Metode, tulisan: PembacaTulisan = tanpa_tulisan) -> Iterator[Masalah]:
    """Semua masalah KTN pada *metode*; bentuk yang salah (KTN706) ditolak sebelum menjadi ``Metode``.

    *tulisan* memberi bilangannya seperti di berkas.
    """
    yield from halangan(metode, tulisan)
    yield from _prognosis(metode)
    yield from _predikat(metode, tulisan)
    for jalur, bagian in bagian_metode(metode):
        yield from _sumber(bagian, jalur, metode)
        if isinstance(bagian, Ketentuan):
            yield from _asumsi(bagian, jalur)
        elif isinstance(bagian, Indikator):
            yield from _baris(bagian, jalur)
            yield from periksa_indikator(bagian, jalur, tulisan)


def periksa_nama(metode: Metode, pangkal: str) -> Iterator[Masalah]:
    """KTN706 bila berkas bernama tahun (*pangkal* ``2027``) memuat tahun lain, misalnya sisa salinan."""
    if POLA_TAHUN.fullmatch(pangkal) and int(pangkal) != metode.tahun:
        pesan = f"tahun {metode.tahun} tidak sama dengan nama berkasnya ({pangkal})"
        yield Masalah("KTN706", ("tahun",), pesan, "Samakan tahun dengan nama berkas.")


def _prognosis(metode: Metode) -> Iterator[Masalah]:
    if metode.status == "prognosis":
        yield Masalah(
            "KTN712", ("status",), f"berkas tahun {metode.tahun} adalah prognosis, bukan aturan yang terbit"
        )


def _kontrol(metode: Metode, tulisan: PembacaTulisan) -> Iterator[Masalah]:
    for selisih in selisih_kontrol(metode):
        bagian = tuple(selisih.kunci.split("."))
        jalur = (*bagian, "nilai") if bagian[0] == "maksimum" else bagian
        tertulis, hitungan = angka_tertulis(tulisan, jalur, selisih.tertulis), angka_id(selisih.hitungan)
        yield Masalah("KTN704", jalur, f"{selisih.kunci} tertulis {tertulis}, hitungan tabel {hitungan}")


def _ganda(metode: Metode) -> Iterator[Masalah]:
    terlihat: set[str] = set()
    for urutan, satu in enumerate(metode.indikator):
        if satu.kode in terlihat:
            yield Masalah(
                "KTN709", ("indikator", urutan, "kode"), f'indikator "{satu.kode}" tertulis dua kali'
            )
        terlihat.add(satu.kode)


def _predikat(metode: Metode, tulisan: PembacaTulisan) -> Iterator[Masalah]:
    for urutan, (atas, bawah) in enumerate(pairwise(metode.predikat)):
        sampai = ("predikat", urutan + 1, "sampai")
        mulai = ("predikat", urutan + 1, "mulai", "nilai")
        mulai_atas = angka_tertulis(tulisan, ("predikat", urutan, "mulai", "nilai"), atas.mulai.nilai or NOL)
        if atas.mulai.nilai is None:
            continue
        if bawah.sampai is not None and bawah.sampai + LANGKAH_SKOR != atas.mulai.nilai:
            jenis = "tumpang tindih" if bawah.sampai >= atas.mulai.nilai else "celah"
            batas = f"{bawah.nama} (sampai {angka_tertulis(tulisan, sampai, bawah.sampai)})"
            yield Masalah("KTN707", sampai, f"{jenis} antara {batas} dan {atas.nama} (mulai {mulai_atas})")
        if bawah.mulai.nilai is not None and bawah.mulai.nilai >= atas.mulai.nilai:
            tertulis = angka_tertulis(tulisan, mulai, bawah.mulai.nilai)
            pesan = f"{bawah.nama} mulai {tertulis}, tidak lebih rendah daripada {atas.nama}"
            yield Masalah("KTN707", mulai, pesan, "Urutkan predikat dari yang terbaik.")
    if metode.predikat:
        yield from _ujung_predikat(metode, metode.predikat[0], metode.predikat[-1], tulisan)


def _ujung_predikat(
    metode: Metode, teratas: Predikat, terbawah: Predikat, tulisan: PembacaTulisan
) -> Iterator[Masalah]:
    if metode.skala == "normal" and teratas.sampai is not None and teratas.sampai < SKOR_TERTINGGI:
        jalur: Jalur = ("predikat", 0, "sampai")
        tertulis = angka_tertulis(tulisan, jalur, teratas.sampai)
        yield Masalah("KTN707", jalur, f"skor di atas {tertulis} tidak masuk predikat mana pun")
    mulai = terbawah.mulai.nilai
    if mulai is not None and mulai > NOL:
        jalur = ("predikat", len(metode.predikat) - 1, "mulai", "nilai")
        tertulis = angka_tertulis(tulisan, jalur, mulai)
        yield Masalah("KTN707", jalur, f"skor di bawah {tertulis} tidak masuk predikat mana pun")


def _sumber(bagian: Model, jalur: Jalur, metode: Metode) -> Iterator[Masalah]:
    sumber = getattr(bagian, "sumber", None)
    if sumber is None:
        return
    # Simpulan tentang pembulatan dan kalender boleh tanpa sumber selama mengaku lemah.
    mengaku = isinstance(bagian, Pembulatan | Kalender) and bagian.kepastian == "lemah"
    if not sumber and not mengaku and getattr(bagian, "nilai", True) is not None:
        yield Masalah(
            "KTN705", (*jalur, "sumber"), f"{_sebut(bagian, jalur)} tidak menyebut sumber", tunjuk="kunci"
        )
    for urutan, kunci in enumerate(sumber):
        if kunci not in metode.sumber:
            yield Masalah("KTN705", (*jalur, "sumber", urutan), f'sumber "{kunci}" tidak terdaftar')


def _sebut(bagian: Model, jalur: Jalur) -> str:
    return bagian.kode if isinstance(bagian, Indikator) else str(jalur[-1])


def _asumsi(bagian: Ketentuan, jalur: Jalur) -> Iterator[Masalah]:
    nama = teks_jalur(jalur)
    if isinstance(bagian, Konstanta) and bagian.nilai is None:
        yield Masalah("KTN711", (*jalur, "nilai"), f"{nama} tidak ditemukan (null)")
    kemungkinan: tuple[object, ...] = tuple(getattr(bagian, "kemungkinan", ()))
    if bagian.kepastian != "lemah":
        if len(set(kemungkinan)) > 1:
            pesan = f'{nama} punya beberapa kemungkinan, tetapi kepastiannya "{bagian.kepastian}"'
            yield Masalah("KTN708", (*jalur, "kepastian"), pesan)
        return
    if not bagian.alasan:
        yield Masalah(
            "KTN708",
            (*jalur, "alasan"),
            f"{nama} berkepastian lemah tanpa alasan",
            "Tulis alasannya.",
            "kunci",
        )
    nilai = getattr(bagian, "nilai", None)
    if nilai is None:
        return
    if not kemungkinan:
        pesan = f"{nama} lemah tanpa kemungkinan lain, jadi rentang indeks menganggapnya tetap"
        yield Masalah("KTN708", jalur, pesan, "Tulis kemungkinan lain bila ada.", "kunci", "saran")
    elif nilai not in kemungkinan:
        pesan = f"kemungkinan {nama} tidak memuat nilai yang dipakai"
        yield Masalah("KTN708", (*jalur, "kemungkinan"), pesan)


def _baris(indikator: Indikator, jalur: Jalur) -> Iterator[Masalah]:
    if indikator.bobot is None:
        apa = "bobot dan tingkat" if indikator.tingkat is None else "bobot"
        yield Masalah("KTN711", (*jalur, "bobot"), f"{apa} {indikator.kode} tidak ditemukan (null)")
    if indikator.aturan_lain and indikator.kepastian == "pasti":
        pesan = f"{indikator.kode} punya lembar lain yang berbeda, tetapi kepastiannya pasti"
        yield Masalah("KTN708", (*jalur, "kepastian"), pesan)
