"""Ikhtisar banyak daerah: satu baris tiap daerah, dan predikat yang berubah beserta bahan sebabnya."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import NamedTuple

from indeksinovasi.inti.model.angka import rentang_nyata
from indeksinovasi.inti.model.batas_predikat import (
    BatasPredikat,
    geser_penentu,
)
from indeksinovasi.inti.model.daerah import JENIS_TERKUAT
from indeksinovasi.inti.model.laporan import Laporan, NilaiLaporan, TitikDeret
from indeksinovasi.inti.model.provinsi import (
    BarisDaerah,
    GantiPredikat,
    InovasiDaerah,
    LaporanProvinsi,
    SkorLama,
)

_ASAL_UTAMA = ("hitungan", *JENIS_TERKUAT)
INOVASI_TERATAS = 10


class _Cacah(NamedTuple):
    """Banyak inovasi terhitung, OPD yang melapor, semua OPD, dan OPD yang mencapai target."""

    terhitung: int | None = None
    opd_melapor: int | None = None
    opd: int | None = None
    opd_target: int | None = None


def ringkas_daerah(laporan: Laporan, subfolder: str) -> BarisDaerah:
    """Baris satu daerah dari laporannya."""
    titik = _utama(laporan.deret.titik, laporan.tahun)
    nilai = laporan.nilai
    cacah = _cacah(nilai, titik)
    return BarisDaerah(
        nama=laporan.daerah.nama,
        kode=laporan.daerah.kode,
        subfolder=subfolder,
        asal=titik.asal if titik else None,
        skala=titik.skala if titik else None,
        skor=titik.skor if titik else None,
        predikat=titik.predikat if titik else None,
        predikat_mungkin=nilai.predikat_mungkin if nilai else (),
        berasumsi=nilai is not None and rentang_nyata(nilai.rentang),
        terhitung=cacah.terhitung,
        opd_melapor=cacah.opd_melapor,
        opd=cacah.opd,
        opd_target=cacah.opd_target,
        lama=_lama(laporan, titik),
        perubahan=laporan.perubahan._replace(inovasi=()) if laporan.perubahan else None,
        batas=_batas(laporan, laporan.tahun),
        inovasi=_teratas(laporan),
        jejak=_jejak(laporan),
        pita=laporan.deret.pita,
    )


def _cacah(nilai: NilaiLaporan | None, titik: TitikDeret | None) -> _Cacah:
    if nilai is None:
        return _Cacah(titik.jumlah_inovasi, titik.jumlah_opd) if titik else _Cacah()
    melapor = nilai.opd_melapor
    bertarget = any(satu.target for satu in nilai.opd)
    capai = sum(bool(satu.terpenuhi) for satu in nilai.opd) if bertarget else None
    return _Cacah(nilai.terhitung, melapor, len(nilai.opd), capai)


def _jejak(laporan: Laporan) -> tuple[TitikDeret, ...]:
    """Satu angka tiap tahun pada skala 0-100: hitungan bila ada, atau hasil terbitnya."""
    titik = [s for s in laporan.deret.titik if s.skala == "normal" and s.skor is not None]
    utama = {satu.tahun: _utama(titik, satu.tahun) for satu in titik}
    semua = (satu for _, satu in sorted(utama.items()) if satu is not None)
    return tuple(satu for satu in semua if 0 <= (satu.skor or 0) <= 100)


def _utama(titik: Sequence[TitikDeret], tahun: int) -> TitikDeret | None:
    milik = [satu for satu in titik if satu.tahun == tahun]
    return min(milik, key=lambda satu: _ASAL_UTAMA.index(satu.asal), default=None)


def _batas(laporan: Laporan, tahun: int) -> tuple[BatasPredikat, ...]:
    if laporan.nilai and tahun == laporan.tahun:
        return laporan.nilai.metode.predikat
    return next((satu.predikat for satu in laporan.deret.pita if satu.tahun == tahun), ())


def _lama(laporan: Laporan, kini: TitikDeret | None) -> SkorLama | None:
    """Angka tahun pembanding: hitungan dengan hitungan, hasil terbit dengan hasil terbit, pada skala sama."""
    if kini is None:
        return None
    sejenis = [
        satu for satu in laporan.deret.titik if satu.tahun < laporan.tahun and satu.dihitung == kini.dihitung
    ]
    tahun = max((satu.tahun for satu in sejenis), default=None)
    titik = _utama(sejenis, tahun) if tahun is not None else None
    if titik is None:
        return None
    return SkorLama(
        titik.tahun, titik.skor, titik.predikat, titik.skala == kini.skala, _batas(laporan, titik.tahun)
    )


def _teratas(laporan: Laporan) -> tuple[InovasiDaerah, ...]:
    """Inovasi terhitung terbaik, hanya bagi penilaian dengan metode yang diminta (lomba)."""
    if laporan.nilai is None or not laporan.nilai.metode.lain:
        return ()
    return tuple(
        InovasiDaerah(satu.nama, laporan.daerah.nama, satu.kematangan)
        for satu in laporan.nilai.inovasi[:INOVASI_TERATAS]
        if satu.terhitung and satu.kematangan is not None
    )


def susun_provinsi(
    nama: str, tahun: int, metode: str | None, daerah: Iterable[BarisDaerah], tanpa: Sequence[str]
) -> LaporanProvinsi:
    """Semua daerah dari skor tertinggi, predikat yang berubah, dan inovasi teratas bila lomba."""
    semua = sorted(
        daerah, key=lambda satu: (-(satu.skor or Fraction(-1)), satu.nama.casefold(), satu.subfolder)
    )
    inovasi = sorted(
        (satu for milik in semua for satu in milik.inovasi), key=lambda s: (-s.nilai, s.nama, s.daerah)
    )
    return LaporanProvinsi(
        nama=nama,
        tahun=tahun,
        metode=metode,
        daerah=tuple(semua),
        berubah=tuple(ubah for satu in semua if (ubah := _berubah(satu))),
        tanpa=tuple(tanpa),
        inovasi=tuple(inovasi[:INOVASI_TERATAS]),
    )


def _berubah(satu: BarisDaerah) -> GantiPredikat | None:
    lama = satu.lama
    if lama is None or lama.predikat is None or satu.predikat is None or lama.predikat == satu.predikat:
        return None
    if satu.skor is None or not lama.sebanding:
        return GantiPredikat(satu, lama, None)
    geser = geser_penentu(lama.batas, satu.batas, (lama.predikat, satu.predikat), satu.skor)
    return GantiPredikat(satu, lama, geser)
