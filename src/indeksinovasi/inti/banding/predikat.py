"""Predikat dua sisi: berubah karena angkanya, atau karena batasnya bergeser."""

from __future__ import annotations

from fractions import Fraction

from indeksinovasi.inti.banding.terbit import hasil_terbit_utama, terbit_sejenis
from indeksinovasi.inti.hitung.rumus import predikat, terbulat
from indeksinovasi.inti.model.banding import PerubahanPredikat, Sisi, UkuranSisi
from indeksinovasi.inti.model.batas_predikat import GeserBatas
from indeksinovasi.inti.model.daerah import HasilTerbit
from indeksinovasi.inti.model.metode import Metode, Predikat

_LEMAH = "lemah"


def ukuran_kedua(dari: Sisi, ke: Sisi) -> tuple[UkuranSisi, UkuranSisi]:
    """Angka kedua sisi. Bila keduanya hanya hasil terbit, dipakai jenis terbaik yang ada pada keduanya."""
    sejenis = terbit_sejenis(dari, ke) if dari.hasil is None and ke.hasil is None else None
    if sejenis is None:
        return ukuran_sisi(dari), ukuran_sisi(ke)
    return _terbit(dari, sejenis[0]), _terbit(ke, sejenis[1])


def ukuran_sisi(sisi: Sisi) -> UkuranSisi:
    """Angka dan predikat satu sisi; tanpa hitungan, hasil terbit yang mewakilinya."""
    if sisi.hasil is not None:
        utama = sisi.hasil.utama
        return UkuranSisi(utama.skor, utama.predikat)
    terbit = hasil_terbit_utama(sisi.terbit)
    return _terbit(sisi, terbit) if terbit else UkuranSisi(None, None)


def _terbit(sisi: Sisi, terbit: HasilTerbit) -> UkuranSisi:
    nama = terbit.predikat
    if nama is None and sisi.aturan is not None and terbit.skor is not None:
        nama = predikat(sisi.aturan, terbulat(terbit.skor))
    return UkuranSisi(terbit.skor, nama, terbit.jenis)


def perubahan_predikat(
    dari: Sisi, ke: Sisi, ukuran: tuple[UkuranSisi, UkuranSisi]
) -> PerubahanPredikat | None:
    """Predikat kedua sisi seskala; ``None`` bila ada yang tidak diketahui atau angkanya tidak sejenis."""
    awal, akhir = ukuran
    if awal.predikat is None or akhir.predikat is None or awal.terbit != akhir.terbit:
        return None
    if dari.aturan is None or ke.aturan is None or awal.skor is None or akhir.skor is None:
        return PerubahanPredikat(awal.predikat, akhir.predikat, (), False, None)
    menurut_awal = predikat(dari.aturan, terbulat(akhir.skor))
    semua = batas_bergeser(dari.aturan, ke.aturan)
    return PerubahanPredikat(
        awal.predikat,
        akhir.predikat,
        tuple(satu for satu in semua if satu.predikat in (awal.predikat, akhir.predikat)),
        awal.predikat != akhir.predikat and bool(semua) and menurut_awal == awal.predikat,
        _jarak(dari.aturan, awal, ke.aturan, akhir),
    )


def batas_bergeser(dari: Metode, ke: Metode) -> tuple[GeserBatas, ...]:
    """Batas bawah predikat yang ada pada kedua metode dengan angka berbeda, dari yang tertinggi."""
    lama = {satu.nama: satu for satu in dari.predikat}
    geser = (_geser(lama[satu.nama], satu) for satu in ke.predikat if satu.nama in lama)
    return tuple(satu for satu in geser if satu is not None)


def _geser(lama: Predikat, baru: Predikat) -> GeserBatas | None:
    awal, akhir = lama.mulai.nilai, baru.mulai.nilai
    if awal is None or akhir is None or awal == akhir:
        return None
    return GeserBatas(baru.nama, awal, akhir, _LEMAH in (lama.mulai.kepastian, baru.mulai.kepastian))


def _jarak(
    metode_awal: Metode, awal: UkuranSisi, metode_akhir: Metode, akhir: UkuranSisi
) -> tuple[Fraction, Fraction] | None:
    bawah, atas = _batas(metode_awal, awal.predikat), _batas(metode_akhir, akhir.predikat)
    if bawah is None or atas is None or awal.skor is None or akhir.skor is None:
        return None
    return awal.skor - bawah, akhir.skor - atas


def _batas(metode: Metode, nama: str | None) -> Fraction | None:
    return next((satu.mulai.nilai for satu in metode.predikat if satu.nama == nama), None)
