"""Yang tertulis sah tetapi hampir pasti bukan yang dimaksud: 0 karena jendela, pecahan bagi persen, tahun
bagi cacah, pilihan berulang, verifikasi di atas klaim, dan koordinat di luar Indonesia.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from indeksinovasi.inti.ejaan import deretan
from indeksinovasi.inti.hitung.fakta import daftar_tahun
from indeksinovasi.inti.model.aturan import AturanBasis, AturanKali, AturanRentang, AturanTahun, tahun_mutlak
from indeksinovasi.inti.model.dasar import TINGKAT_TERTINGGI
from indeksinovasi.inti.model.kutipan import angka_tertulis
from indeksinovasi.inti.model.metode import Indikator
from indeksinovasi.inti.model.nilai_fakta import (
    Fakta,
    FaktaBilangan,
    FaktaDaftarPilihan,
    FaktaDaftarTahun,
    FaktaTahunan,
    FaktaUkuran,
)
from indeksinovasi.inti.model.temuan import Jalur, Masalah
from indeksinovasi.inti.periksa.konteks import BahanInovasi, BahanPeriksa, BarisEntri, taruhan
from indeksinovasi.inti.periksa.naik import fakta_tertulis, syarat_naik, teks_fakta

_SERATUS = 100
_TERENDAH = Fraction(35, 100)
"""Angka yang makin rendah makin baik: di bawah ini lebih mungkin 35 persen yang tersalin sebagai 0,35."""
_LINTANG, _BUJUR = (-11.5, 6.5), (94.5, 141.5)
"""Kotak yang memuat seluruh wilayah Indonesia, dari Rote sampai Sabang dan Merauke, dengan sedikit sela."""


def periksa_kewajaran(bahan: BahanPeriksa) -> Iterator[Masalah]:
    """FKT415-418 dan KLY213 bagi setiap baris."""
    for baris in bahan.baris:
        yield from _verifikasi(baris)
        if baris.entri.fakta is None:
            continue
        yield from _berulang(baris, baris.entri.fakta)
        if baris.indikator is not None:
            yield from _bernilai_nol(baris, baris.indikator, bahan)
            yield from _bilangan(baris, baris.indikator, bahan)


def _bernilai_nol(baris: BarisEntri, indikator: Indikator, bahan: BahanPeriksa) -> Iterator[Masalah]:
    tingkat, fakta, tahun = baris.tingkat, baris.entri.fakta, bahan.konteks.tahun
    if fakta is None or tingkat is None or tingkat.masalah or tingkat.menurut_fakta != 0:
        return
    if baris.entri.parameter is not None:
        return
    jalur = (*baris.jalur, "fakta")
    jendela = _jendela(indikator, tahun)
    ditulis = _tahun_tertulis(fakta)
    if jendela and ditulis and not set(ditulis) & set(jendela):
        pesan = (
            f"{baris.kode}: yang dihitung tahun {_deret(jendela)}, sedangkan yang ditulis {_deret(ditulis)}; "
            f"tingkat 0{taruhan(indikator, TINGKAT_TERTINGGI)}"
        )
        yield Masalah("FKT415", jalur, pesan)
    elif not indikator.wajib:
        syarat = syarat_naik(indikator, fakta, tahun, 1)
        tertulis = teks_fakta(indikator, fakta_tertulis(fakta, jalur, bahan.tulisan), tahun)
        pesan = f"{baris.kode}: fakta {tertulis} belum mencapai tingkat 1"
        yield Masalah("FKT415", jalur, pesan, f"{syarat[0].upper()}{syarat[1:]}." if syarat else "")


def _jendela(indikator: Indikator, tahun: int) -> tuple[int, ...]:
    match indikator.aturan:
        case AturanTahun(tingkat=tingkat):
            relatif = {satu for pilihan in tingkat.values() for isi in pilihan for satu in isi}
        case AturanKali(jendela=semua):
            relatif = set(semua)
        case _:
            return ()
    return tuple(sorted(tahun_mutlak(satu, tahun) for satu in relatif))


def _tahun_tertulis(fakta: Fakta) -> tuple[int, ...]:
    match fakta:
        case FaktaTahunan(isi=isi):
            return tuple(sorted(tahun for tahun, _ in isi))
        case _:
            return tuple(sorted(daftar_tahun(fakta) or ()))


def _deret(tahun: Iterable[int]) -> str:
    return deretan(map(str, tahun))


def _bilangan(baris: BarisEntri, indikator: Indikator, bahan: BahanPeriksa) -> Iterator[Masalah]:
    fakta, tahun = baris.entri.fakta, bahan.konteks.tahun
    aturan, bilangan = indikator.aturan, fakta
    jalur: Jalur = (*baris.jalur, "fakta")
    match aturan, fakta:
        case AturanBasis(basis=aturan_basis), FaktaUkuran(basis=basis, nilai=ukuran):
            aturan = aturan_basis.get(basis or "")
            bilangan, jalur = ukuran, (*jalur, "nilai")
    if not isinstance(aturan, AturanRentang) or not isinstance(bilangan, FaktaBilangan):
        return
    if aturan.perubahan not in (None, "nilai"):
        return
    nilai = bilangan.nilai
    # Pengangguran atau kemiskinan di bawah satu persen masih mungkin.
    batas = _TERENDAH if aturan.arah == "turun" else 1
    persen_salah = aturan.mungkin.maks == _SERATUS and not aturan.bulat and 0 < nilai < batas
    if not persen_salah and not (aturan.bulat and tahun - 4 <= nilai <= tahun + 1):
        return
    # Tulisannya dicari di berkas, jadi hanya ditanya bila memang akan disebut.
    tertulis = angka_tertulis(bahan.tulisan, jalur, nilai)
    if persen_salah:
        utuh, satuan = f"{float(nilai * 100):g}", aturan.satuan.partition(" unit")[0]
        pesan = f"{baris.kode}: {tertulis} terbaca {tertulis} {satuan}, bukan bagian dari 1"
        yield Masalah("FKT416", jalur, pesan, f"Tulis {utuh} bila yang dimaksud {utuh} {satuan}.")
    else:
        pesan = f"{baris.kode}: {tertulis} {aturan.satuan} tampak seperti tahun"
        yield Masalah("FKT417", jalur, pesan, f"Tulis banyaknya {aturan.satuan}, bukan tahunnya.")


def _berulang(baris: BarisEntri, fakta: Fakta) -> Iterator[Masalah]:
    match fakta:
        case FaktaDaftarPilihan(pilihan=semua):
            yield from _ulangan((*baris.jalur, "fakta"), semua)
        case FaktaDaftarTahun(tahun=tahun):
            yield from _ulangan((*baris.jalur, "fakta"), tuple(map(str, tahun)))


def _ulangan(jalur: tuple[str | int, ...], semua: tuple[str, ...]) -> Iterator[Masalah]:
    terlihat: set[str] = set()
    for nomor, satu in enumerate(semua):
        if satu in terlihat:
            pesan = f'"{satu}" tertulis lebih dari sekali; dihitung sekali'
            yield Masalah("KLY213", (*jalur, nomor), pesan)
        terlihat.add(satu)


def _verifikasi(baris: BarisEntri) -> Iterator[Masalah]:
    verifikasi = baris.entri.verifikasi
    if verifikasi is None or baris.tingkat is None or baris.tingkat.masalah:
        return
    if verifikasi.parameter > baris.tingkat.tertinggi:
        pesan = (
            f"{baris.kode}: verifikasi tingkat {verifikasi.parameter}, di atas klaim tingkat "
            f"{baris.tingkat.tertinggi}"
        )
        yield Masalah("FKT418", (*baris.jalur, "verifikasi", "parameter"), pesan)


def periksa_tempat(bahan: BahanInovasi) -> Iterator[Masalah]:
    """KLY212 dan KLY213: koordinat berada di Indonesia, dan urusan lain tidak mengulang."""
    inovasi = bahan.inovasi
    if (letak := inovasi.koordinat) and not _di_indonesia(letak.lintang, letak.bujur):
        lintang = bahan.tulisan(("koordinat", "lintang")) or f"{letak.lintang:g}"
        bujur = bahan.tulisan(("koordinat", "bujur")) or f"{letak.bujur:g}"
        pesan = f"koordinat {lintang}, {bujur} berada di luar Indonesia"
        yield Masalah("KLY212", ("koordinat",), pesan)
    for nomor, satu in enumerate(inovasi.urusan_lain):
        if satu == inovasi.urusan or satu in inovasi.urusan_lain[:nomor]:
            yield Masalah("KLY213", ("urusan_lain", nomor), f'urusan "{satu}" tertulis lebih dari sekali')


def _di_indonesia(lintang: float, bujur: float) -> bool:
    return _LINTANG[0] <= lintang <= _LINTANG[1] and _BUJUR[0] <= bujur <= _BUJUR[1]
