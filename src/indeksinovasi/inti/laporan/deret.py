"""Perjalanan skor satu daerah: hitungan atas catatan dan hasil terbit, dengan pita predikat tiap tahun.

Tidak ada yang dikurangkan di sini; skala tiap angka disebut agar yang berbeda tidak berada pada satu sumbu.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from indeksinovasi.inti.hitung.ikhtisar import opd_melapor
from indeksinovasi.inti.model.angka import NOL
from indeksinovasi.inti.model.batas_predikat import BatasPredikat
from indeksinovasi.inti.model.daerah import HasilTerbit
from indeksinovasi.inti.model.hasil import Hasil
from indeksinovasi.inti.model.laporan import Deret, PitaTahun, TitikDeret
from indeksinovasi.inti.model.metode import Metode

URUTAN_ASAL = ("hitungan", "mandiri", "sementara", "final", "tidak_diketahui")


def susun_deret(
    tahun: int,
    hasil: Iterable[Hasil],
    terbit: Iterable[HasilTerbit],
    metode: Mapping[int, Metode],
    *,
    metode_lain: bool,
) -> Deret:
    """Deret sampai dengan *tahun*. *metode* memberi skala hasil terbit; hitungan membawa metodenya.

    Di samping hitungan ber-*metode_lain*, hasil terbit tidak dijajarkan: pita predikatnya bukan miliknya.
    """
    hitungan = tuple(hasil)
    pakai = {**metode, **{satu.tahun: satu.metode for satu in hitungan}}
    setara = {} if metode_lain else metode
    titik = [_hitungan(satu) for satu in hitungan]
    titik += [_terbit(satu, setara.get(satu.tahun)) for satu in terbit if satu.tahun <= tahun]
    titik.sort(key=lambda satu: (satu.tahun, URUTAN_ASAL.index(satu.asal)))
    ada = sorted({satu.tahun for satu in titik if satu.skala == "normal"})
    return Deret(tuple(titik), tuple(PitaTahun(satu, batas_predikat(pakai[satu])) for satu in ada))


def _hitungan(hasil: Hasil) -> TitikDeret:
    return TitikDeret(
        tahun=hasil.tahun,
        asal="hitungan",
        skala=hasil.metode.skala,
        skor=hasil.utama.skor,
        rentang=hasil.utama.rentang,
        predikat=hasil.utama.predikat,
        jumlah_inovasi=hasil.jumlah["terhitung"],
        jumlah_opd=opd_melapor(hasil),
        sumber=None,
        catatan=None,
    )


def _terbit(hasil: HasilTerbit, metode: Metode | None) -> TitikDeret:
    return TitikDeret(
        tahun=hasil.tahun,
        asal=hasil.jenis,
        skala=metode.skala if metode else None,
        skor=hasil.skor,
        rentang=None,
        predikat=hasil.predikat,
        jumlah_inovasi=hasil.jumlah_inovasi,
        jumlah_opd=hasil.jumlah_opd,
        sumber=hasil.sumber,
        catatan=hasil.catatan,
    )


def batas_predikat(metode: Metode) -> tuple[BatasPredikat, ...]:
    """Batas tiap predikat, dari yang terbaik; predikat tanpa lebar (hanya tepat 0) dilewati.

    Batas yang hanya diketahui kisarannya memakai ujung atasnya, yang pasti mencukupi.
    """
    return tuple(_batas(metode))


def _batas(metode: Metode) -> Iterator[BatasPredikat]:
    sebelum = None
    for satu in metode.predikat:
        mulai = satu.mulai.nilai
        pasti = mulai is not None and satu.mulai.kepastian != "lemah"
        lebih_dari = None
        if mulai is None and satu.di_antara:
            lebih_dari, mulai = satu.di_antara.lebih_dari, satu.di_antara.paling_banyak
        if mulai is None or mulai > NOL:
            yield BatasPredikat(satu.nama, mulai, sebelum, pasti, lebih_dari)
        sebelum = mulai
