"""``indeks banding --format json``: satu objek tiap pasangan sisi; sumbangannya berjumlah tepat."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from indeksinovasi.inti.hitung.ikhtisar import opd_melapor, rata_kematangan
from indeksinovasi.inti.hitung.shapley import bulatkan_bagian
from indeksinovasi.inti.model.angka import bulatkan
from indeksinovasi.inti.model.banding import (
    BandingDaerah,
    BedaIndikator,
    BedaInovasi,
    BedaOpd,
    Perbandingan,
    Sisi,
    Sumbangan,
)
from indeksinovasi.inti.model.daerah import HasilTerbit
from indeksinovasi.inti.model.hasil import NilaiInovasi, NilaiOpd, RataIndikator
from indeksinovasi.inti.model.temuan import Temuan
from indeksinovasi.keluaran.banding import kalimat_selisih
from indeksinovasi.keluaran.nilai_json import VERSI_NILAI, IsiJson, angka_json
from indeksinovasi.keluaran.temuan.json import objek_temuan

_DESIMAL = 10
"""Jumlah sumbangan tetap sama dengan selisih, dan tiap angka masih utuh sebagai bilangan ganda IEEE 754."""


def potong_banding(banding: BandingDaerah) -> Iterator[str]:
    """Setiap perbandingan satu daerah sebagai teks JSON satu baris."""
    for satu in banding.perbandingan:
        yield json.dumps({"daerah": banding.daerah._asdict(), **objek_banding(satu)})


def rangkai_banding(semua: Iterable[BandingDaerah], temuan: Iterable[Temuan]) -> Iterator[str]:
    """Dokumen JSON utuh; *temuan* dibaca setelah semua daerah habis."""
    yield f'{{"versi_format": {VERSI_NILAI}, "perbandingan": ['
    pemisah = "\n"
    for daerah in semua:
        for satu in potong_banding(daerah):
            yield f"{pemisah}{satu}"
            pemisah = ",\n"
    isi = json.dumps([objek_temuan(satu) for satu in temuan])
    yield f'\n], "temuan": {isi}}}\n'


def objek_banding(banding: Perbandingan) -> IsiJson:
    """Satu anggota ``perbandingan`` menurut kontrak keluaran."""
    bulat = bulatkan_bagian([satu.nilai for satu in banding.uraian], _DESIMAL)
    faktor = dict(zip((satu.faktor for satu in banding.uraian), bulat, strict=True))
    bagian = bulatkan_bagian([satu.nilai for satu in banding.kematangan], _DESIMAL, faktor.get("kematangan"))
    return {
        "dari": banding.dari.label,
        "ke": banding.ke.label,
        "skala_sama": banding.skala_sama,
        "selisih": None if banding.selisih is None else _bilangan(bulatkan(banding.selisih, _DESIMAL)),
        "alasan": banding.alasan,
        "uraian": _sumbangan(banding.uraian, bulat, "faktor"),
        "kematangan": _sumbangan(banding.kematangan, bagian, "bagian"),
        "kalimat": kalimat_selisih(banding),
        "ringkasan": {"dari": _sisi(banding.dari), "ke": _sisi(banding.ke)},
        "terbit": _selisih_terbit(banding),
        "setara": objek_banding(banding.setara) if banding.setara else None,
        "opd": [_opd(satu) for satu in banding.opd],
        "indikator": [_indikator(satu) for satu in banding.indikator],
        "inovasi": [_inovasi(satu) for satu in banding.inovasi],
    }


def _sumbangan(uraian: Sequence[Sumbangan], bulat: Sequence[Decimal], kunci: str) -> list[IsiJson]:
    return [{kunci: s.faktor, "sumbangan": _bilangan(nilai)} for s, nilai in zip(uraian, bulat, strict=True)]


def _bilangan(nilai: Decimal) -> float | int:
    return int(nilai) if nilai == nilai.to_integral_value() else float(nilai)


def _sisi(sisi: Sisi) -> IsiJson:
    hasil = sisi.hasil
    dasar: IsiJson = {"label": sisi.label, "tahun": sisi.tahun, "skala": sisi.skala}
    dasar["terbit"] = [_terbit(satu) for satu in sisi.terbit]
    if hasil is None:
        return {**dasar, "sumber": "terbit"}
    utama, rincian = hasil.utama, hasil.utama.rincian
    return {
        **dasar,
        "sumber": "dihitung",
        "dasar": hasil.dasar,
        "metode": {"tahun": hasil.metode.tahun, "revisi": hasil.metode.revisi, "sidik": hasil.sidik},
        "indeks": None if hasil.absolut else angka_json(utama.skor),
        "skor_total": angka_json(rincian.total),
        "predikat": utama.predikat,
        "spd": angka_json(utama.masukan.spd),
        "rata_rata_kematangan": angka_json(rata_kematangan(hasil)),
        "rata_rata": angka_json(rincian.rata_rata),
        "jumlah_inovasi": dict(hasil.jumlah),
        "pembagi": rincian.pembagi,
        "skor_jumlah_inovasi": angka_json(rincian.skor_jumlah),
        "urusan_wajib_terisi": list(hasil.urusan_terisi),
        "opd_melapor": opd_melapor(hasil),
        "catatan": [{"kode": satu.kode, "pesan": satu.pesan} for satu in hasil.catatan],
    }


def _terbit(satu: HasilTerbit) -> IsiJson:
    return {
        "tahun": satu.tahun,
        "jenis": satu.jenis,
        "skor": angka_json(satu.skor),
        "predikat": satu.predikat,
        "jumlah_inovasi": satu.jumlah_inovasi,
        "jumlah_opd": satu.jumlah_opd,
        "sumber": satu.sumber,
        "catatan": satu.catatan,
    }


def _selisih_terbit(banding: Perbandingan) -> IsiJson | None:
    terbit = banding.terbit
    if terbit is None:
        return None
    nilai = {
        "dari": angka_json(terbit.dari),
        "ke": angka_json(terbit.ke),
        "selisih": angka_json(terbit.nilai),
    }
    return {"jenis": terbit.jenis, **nilai}


def _opd(satu: BedaOpd) -> IsiJson:
    return {"kode": satu.kode, "nama": satu.nama, "dari": _nilai_opd(satu.dari), "ke": _nilai_opd(satu.ke)}


def _nilai_opd(nilai: NilaiOpd | None) -> IsiJson | None:
    if nilai is None:
        return None
    return {"jumlah_inovasi": nilai.jumlah_inovasi, "rata_rata_kematangan": angka_json(nilai.rata_rata)}


def _indikator(satu: BedaIndikator) -> IsiJson:
    return {
        "kode": satu.kode,
        "nama": satu.nama,
        "aspek": satu.aspek,
        "dari": _rata(satu.dari),
        "ke": _rata(satu.ke),
        "selisih": angka_json(satu.selisih),
    }


def _rata(satu: RataIndikator | None) -> IsiJson | None:
    return None if satu is None else {"tingkat": angka_json(satu.tingkat), "skor": angka_json(satu.skor)}


def _inovasi(satu: BedaInovasi) -> IsiJson:
    return {
        "perubahan": satu.perubahan,
        "dari": _catatan(satu.dari, satu.kematangan_dari),
        "ke": _catatan(satu.ke, satu.kematangan_ke),
        "selisih": angka_json(satu.selisih),
    }


def _catatan(satu: NilaiInovasi | None, kematangan: Fraction | None) -> IsiJson | None:
    if satu is None:
        return None
    nilai = {"golongan": satu.golongan, "kematangan": angka_json(kematangan)}
    return {"id": satu.id, "nama": satu.nama, "opd": satu.opd, **nilai}
