"""FKT: fakta dan klaim tiap baris, kematangan siap pakai, dan total SPD.

Tingkat selalu dari ``inti.fakta`` dan ``inti.kematangan``; di sini hanya perbedaannya yang diterangkan.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Literal, cast

from indeksinovasi.inti.ejaan import deretan
from indeksinovasi.inti.hitung.fakta import Bacaan, baca_fakta
from indeksinovasi.inti.hitung.fakta import FaktaMustahil as MasalahFakta
from indeksinovasi.inti.hitung.kematangan import Pembaca, TabelTahun
from indeksinovasi.inti.hitung.spd import nilai_spd
from indeksinovasi.inti.model.angka import angka_id
from indeksinovasi.inti.model.aturan import AturanBasis, AturanPilihan, AturanRentang, TingkatPositif
from indeksinovasi.inti.model.dasar import TINGKAT_TERTINGGI
from indeksinovasi.inti.model.hasil import NilaiSpd, PerDasar
from indeksinovasi.inti.model.ketentuan import nilai_konstanta
from indeksinovasi.inti.model.kutipan import angka_tertulis
from indeksinovasi.inti.model.metode import Indikator
from indeksinovasi.inti.model.nilai_fakta import Fakta, FaktaTahunan, FaktaUkuran
from indeksinovasi.inti.model.temuan import Jalur, Masalah
from indeksinovasi.inti.periksa.konteks import BahanInovasi, BahanPeriksa, BahanSpd, BarisEntri, poin, taruhan
from indeksinovasi.inti.periksa.naik import fakta_tertulis, syarat_naik, teks_fakta

_POIN = "Tulis poinnya, bukan persen atau bagiannya."


def periksa_baris(bahan: BahanPeriksa) -> Iterator[Masalah]:
    """FKT401-406, FKT408, FKT409, dan FKT413 untuk setiap baris."""
    tahun = bahan.konteks.tahun
    tabel = bahan.konteks.sid if isinstance(bahan, BahanInovasi) else bahan.konteks.spd
    for baris in bahan.baris:
        if baris.indikator is None or baris.tingkat is None:
            yield from _tanpa_tabel(baris, tabel, tahun)
        elif baris.tingkat.masalah:
            yield from _mustahil(baris, baris.indikator, _masalah_tertulis(baris, bahan), tahun)
        elif (fakta := baris.entri.fakta) is not None and not baris.tingkat.sepakat(baris.entri.parameter):
            fakta = fakta_tertulis(fakta, (*baris.jalur, "fakta"), bahan.tulisan)
            bacaan = baca_fakta(baris.indikator, fakta, tahun)
            yield from _bandingkan(baris, baris.indikator, fakta, bacaan, tahun)


def _masalah_tertulis(baris: BarisEntri, bahan: BahanPeriksa) -> MasalahFakta:
    """Masalah fakta *baris* dengan bilangannya seperti tertulis di berkas."""
    semula = baris.tingkat.masalah if baris.tingkat else None
    assert semula is not None
    if baris.indikator is None or baris.entri.fakta is None:
        return semula
    fakta = fakta_tertulis(baris.entri.fakta, (*baris.jalur, "fakta"), bahan.tulisan)
    bacaan = baca_fakta(baris.indikator, fakta, bahan.konteks.tahun)
    return bacaan.masalah if bacaan and bacaan.masalah else semula


def _tanpa_tabel(baris: BarisEntri, tabel: TabelTahun | None, tahun: int) -> Iterator[Masalah]:
    if tabel and tabel.baris:
        pesan = f"{baris.kode} tidak ada pada tabel {tahun}; barisnya tidak dihitung"
        petunjuk = "Hapus baris ini, atau pakai indikator tahun catatan."
        yield Masalah("FKT408", baris.jalur, pesan, petunjuk, "kunci")


def _mustahil(
    baris: BarisEntri, indikator: Indikator, masalah: MasalahFakta, tahun: int
) -> Iterator[Masalah]:
    fakta, parameter = baris.entri.fakta, baris.entri.parameter
    if masalah.kode == "FKT406" and fakta is None and not parameter:
        return
    pesan = f"{baris.kode}: {masalah.pesan}{taruhan(indikator, parameter or 0)}"
    jalur = (*baris.jalur, "fakta")
    match masalah.kode:
        case "FKT405":
            yield Masalah("FKT405", jalur, pesan, "", "kunci")
        case "FKT406":
            basis = indikator.aturan.basis if isinstance(indikator.aturan, AturanBasis) else {}
            petunjuk = f"Pilih satu basis ({', '.join(basis)}) dan tulis fakta: {{basis: ..., nilai: ...}}."
            yield Masalah("FKT406", jalur, pesan, petunjuk, _tunjuk_basis(fakta))
        case _:
            biang = _biang(indikator, fakta, masalah.kode, tahun)
            yield Masalah(masalah.kode, (*jalur, *biang), pesan)


def _tunjuk_basis(fakta: Fakta | None) -> Literal["nilai", "kunci"]:
    match fakta:
        case None | FaktaUkuran() | FaktaTahunan():
            return "kunci"
    return "nilai"


def _biang(indikator: Indikator, fakta: Fakta | None, kode: str, tahun: int) -> Jalur:
    """Isian peta *fakta* yang mustahil: pecahan (FKT404), negatif, atau tahun penentu perubahannya."""
    match fakta:
        case FaktaUkuran(nilai=nilai) if nilai is not None:
            return ("nilai",)
        case FaktaTahunan():
            return _biang_tahun(indikator, fakta, kode, tahun)
    return ()


def _biang_tahun(indikator: Indikator, fakta: FaktaTahunan, kode: str, tahun: int) -> Jalur:
    for kunci, bilangan in fakta.isi:
        if bilangan.nilai < 0 or (kode == "FKT404" and bilangan.nilai.denominator != 1):
            return (kunci,)
    aturan = indikator.aturan
    penentu = tahun - 1 if isinstance(aturan, AturanRentang) and aturan.perubahan == "nilai" else tahun - 2
    return () if fakta.pada(penentu) is None else (penentu,)


def _bandingkan(
    baris: BarisEntri, indikator: Indikator, fakta: Fakta, bacaan: Bacaan | None, tahun: int
) -> Iterator[Masalah]:
    parameter = baris.entri.parameter
    teks = teks_fakta(indikator, fakta, tahun)
    if bacaan is None:
        yield from _tak_terbaca(baris, indikator, teks, tahun)
    elif parameter is not None and parameter > bacaan.kandidat[-1]:
        syarat = syarat_naik(indikator, fakta, tahun, cast(TingkatPositif, parameter))
        yield _di_atas(baris, indikator, bacaan, teks, syarat)
    elif parameter is not None and parameter < bacaan.tingkat:
        yield _di_bawah(baris, indikator, bacaan, parameter, teks)
    elif len(bacaan.kandidat) > 1 and parameter != bacaan.tingkat:
        yield _di_antara(baris, indikator, bacaan, teks)


def _tak_terbaca(baris: BarisEntri, indikator: Indikator, fakta: str, tahun: int) -> Iterator[Masalah]:
    jalur = (*baris.jalur, "fakta")
    if indikator.aturan is None:
        # Tahun yang tidak mengatur fakta hanya bermasalah bila klaimnya juga tidak ada.
        if baris.entri.parameter is None:
            pesan = f"{baris.kode}: fakta tidak dapat dibaca aturan {tahun}, sehingga barisnya 0"
            yield Masalah("FKT408", jalur, pesan, "Tulis juga parameter (0-3).")
        return
    akibat = "parameter yang dihitung" if baris.entri.parameter is not None else "barisnya 0"
    pesan = f"{baris.kode}: fakta {fakta} bukan pilihan {tahun}; {akibat}"
    yield Masalah("FKT413", jalur, pesan, _pilihan_tahun(indikator))


def _pilihan_tahun(indikator: Indikator) -> str:
    match indikator.aturan:
        case AturanPilihan(tingkat=pilihan):
            return f"Pilihan tahun catatan: {deretan(pilihan, 'atau')}."
        case AturanBasis(basis=basis):
            return f"Basis tahun catatan: {deretan(basis, 'atau')}."
    return ""


def _di_atas(baris: BarisEntri, indikator: Indikator, bacaan: Bacaan, fakta: str, syarat: str) -> Masalah:
    parameter = baris.entri.parameter or 0
    didukung = bacaan.tingkat
    diperoleh = ""
    if indikator.bobot is not None:
        diperoleh = f" ({angka_id(indikator.bobot * didukung)} dari {poin(indikator, parameter)})"
    pesan = (
        f"{baris.kode}: klaim tingkat {parameter}, tetapi fakta {fakta} "
        f"mendukung tingkat {didukung}{diperoleh}"
    )
    petunjuk = f"Tulis parameter: {didukung}, atau betulkan fakta{f'; {syarat}' if syarat else ''}."
    return Masalah("FKT401", (*baris.jalur, "parameter"), pesan, petunjuk)


def _di_bawah(baris: BarisEntri, indikator: Indikator, bacaan: Bacaan, parameter: int, fakta: str) -> Masalah:
    tertinggal = poin(indikator, bacaan.tingkat - parameter)
    ekor = f": {tertinggal} belum diklaim" if tertinggal else ""
    naik = f"mendukung tingkat {bacaan.tingkat}{ekor}"
    pesan = f"{baris.kode}: klaim tingkat {parameter}, padahal fakta {fakta} {naik}"
    petunjuk = f"Tulis parameter: {bacaan.tingkat}, atau hapus dan biarkan fakta yang menentukan."
    return Masalah("FKT402", (*baris.jalur, "parameter"), pesan, petunjuk)


def _di_antara(baris: BarisEntri, indikator: Indikator, bacaan: Bacaan, fakta: str) -> Masalah:
    klaim = TINGKAT_TERTINGGI if baris.entri.parameter is None else baris.entri.parameter
    tertinggi = min(bacaan.kandidat[-1], klaim)
    selisih = poin(indikator, tertinggi - bacaan.tingkat)
    pesan = (
        f"{baris.kode}: fakta {fakta} dapat dibaca tingkat {deretan(map(str, bacaan.kandidat), 'atau')}; "
        f"tingkat {bacaan.tingkat} yang dihitung{f' (selisih {selisih})' if selisih else ''}"
    )
    return Masalah("FKT409", (*baris.jalur, "fakta"), pesan)


def periksa_kematangan(bahan: BahanInovasi) -> Iterator[Masalah]:
    """FKT407, FKT410, dan FKT416: kematangan siap pakai terhadap jumlah baris dan maksimum tahunnya."""
    kematangan, metode, sid = bahan.inovasi.kematangan, bahan.konteks.metode, bahan.konteks.sid
    if kematangan is None or metode is None or sid is None:
        return
    tertinggi = nilai_konstanta(metode.maksimum.sid_indikator)
    if tertinggi is not None and kematangan > tertinggi:
        tertulis = angka_tertulis(bahan.tulisan, ("kematangan",), kematangan)
        batas = f"skor tertinggi {metode.tahun}, {angka_id(tertinggi)} poin"
        pesan = f"kematangan {tertulis} melebihi {batas}"
        yield Masalah("FKT410", ("kematangan",), pesan)
    elif 0 < kematangan < 1:
        tertulis = angka_tertulis(bahan.tulisan, ("kematangan",), kematangan)
        pesan = f"kematangan {tertulis} terbaca {tertulis} poin, bukan bagian dari skor tertinggi"
        yield Masalah("FKT416", ("kematangan",), pesan, _POIN)
    elif bahan.inovasi.indikator and sid.lengkap:
        pembaca = Pembaca(sid, sid, bahan.konteks.tahun)
        rendah, tinggi = pembaca.jumlah(pembaca.baca(bahan.inovasi.indikator))
        if not _cocok(kematangan, rendah, tinggi):
            tertulis = angka_tertulis(bahan.tulisan, ("kematangan",), kematangan)
            pesan = f"kematangan {tertulis} berbeda dari jumlah barisnya, {angka_id(rendah.klaim)}"
            yield Masalah("FKT407", ("kematangan",), pesan)


def periksa_total(bahan: BahanSpd) -> Iterator[Masalah]:
    """FKT410-412 dan FKT416: total SPD terhadap maksimum dan jumlah baris, dan baris tanpa tabel."""
    total, metode, tabel = bahan.spd.total, bahan.konteks.metode, bahan.konteks.spd
    if metode is None or tabel is None:
        return
    nilai = nilai_spd(bahan.spd, metode, Pembaca(tabel, tabel, bahan.konteks.tahun))
    if nilai.asal == "tak_terhitung":
        yield _tak_terhitung(bahan, metode.tahun, tanpa_maksimum=nilai.skor is None)
    elif total is None or nilai.asal == "tidak_diukur":
        return
    else:
        yield from _total(bahan, nilai, total)


def _total(bahan: BahanSpd, nilai: NilaiSpd, total: Fraction) -> Iterator[Masalah]:
    if (sebab := _sebab_total(nilai, total)) is None:
        return
    # Tulisannya dicari di berkas, jadi hanya bila memang akan disebut.
    tertulis = angka_tertulis(bahan.tulisan, ("total",), total)
    kode, kalimat, petunjuk = sebab
    yield Masalah(kode, ("total",), f"total {tertulis} {kalimat}", petunjuk)


def _sebab_total(nilai: NilaiSpd, total: Fraction) -> tuple[str, str, str] | None:
    """Kode, kalimat, dan langkah bagi total yang keliru."""
    if nilai.maksimum is not None and total > nilai.maksimum:
        return "FKT410", f"melebihi skor tertinggi SPD, {angka_id(nilai.maksimum)} poin", ""
    if 0 < total < 1:
        return "FKT416", "terbaca dalam poin, bukan bagian dari skor tertinggi", _POIN
    baris = nilai.skor if nilai.asal == "baris" else None
    if baris and not _cocok(total, baris, nilai.tertinggi or baris):
        return "FKT411", f"berbeda dari jumlah barisnya, {angka_id(baris.klaim)}", ""
    return None


def periksa_maksimum(bahan: BahanSpd) -> Iterator[Masalah]:
    """FKT414: maksimum yang ditulis berbeda dari yang terbit, jadi tidak dipakai."""
    metode, tertulis = bahan.konteks.metode, bahan.spd.maksimum
    terbit = nilai_konstanta(metode.maksimum.spd) if metode and bahan.konteks.spd else None
    if metode is None or terbit is None or tertulis in (None, terbit):
        return
    maksimum = angka_tertulis(bahan.tulisan, ("maksimum",), tertulis or terbit)
    terbitnya = f"yang terbit untuk SPD {metode.tahun} {angka_id(terbit)} poin"
    yield Masalah("FKT414", ("maksimum",), f"maksimum {maksimum} tidak dipakai: {terbitnya}")


def _cocok(tertulis: Fraction, rendah: PerDasar[Fraction], tinggi: PerDasar[Fraction]) -> bool:
    """Sama dengan jumlah baris pada salah satu dasar; ekspor resmi dapat memuat hasil verifikasi."""
    return any(bawah <= tertulis <= atas for bawah, atas in zip(rendah, tinggi, strict=True))


def _tak_terhitung(bahan: BahanSpd, tahun: int, *, tanpa_maksimum: bool) -> Masalah:
    if bahan.spd.total is not None:
        kurang, jalur = "maksimum", ("total",)
    else:
        kurang, jalur = "total dan maksimum" if tanpa_maksimum else "total", ("indikator",)
    pesan = f"tabel SPD {tahun} tidak terbit, jadi skor SPD tidak dapat dihitung tanpa {kurang}"
    return Masalah("FKT412", jalur, pesan, f"Tambahkan {kurang} di spd.yaml.", "kunci")
