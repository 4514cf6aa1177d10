"""Tabel CSV di samping laporan: semua baris yang tidak dicetak, dengan titik desimal dan empat desimal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from indeksinovasi.inti.model.laporan import Laporan, NilaiLaporan
from indeksinovasi.keluaran.nilai_csv import baris_csv
from indeksinovasi.keluaran.nilai_json import angka_json


class _Tabel(NamedTuple):
    """Satu tabel: nama, judul kolom, dan baris-barisnya."""

    nama: str
    kolom: Sequence[str]
    baris: Sequence[Sequence[object]]


def tabel_laporan(laporan: Laporan) -> dict[str, bytes]:
    """Nama berkas → CSV; tabel tanpa baris tidak ditulis."""
    return {
        f"{satu.nama}-{laporan.tahun}.csv": baris_csv([satu.kolom, *satu.baris]).encode()
        for satu in _semua(laporan)
        if satu.baris
    }


def _semua(laporan: Laporan) -> Iterator[_Tabel]:
    if laporan.nilai:
        yield from _nilai(laporan.nilai)
    if laporan.perubahan:
        inovasi = [
            (satu.nama, satu.perubahan, angka_json(satu.dari), angka_json(satu.ke))
            for satu in laporan.perubahan.inovasi
        ]
        yield _Tabel("perubahan", ("inovasi", "perubahan", "kematangan_dari", "kematangan_ke"), inovasi)
    yield _Tabel(
        "tren",
        (
            "tahun",
            "asal",
            "skala",
            "skor",
            "terendah",
            "tertinggi",
            "predikat",
            "inovasi",
            "opd",
            "sumber",
            "catatan",
        ),
        [
            (
                *(satu.tahun, satu.asal, satu.skala, angka_json(satu.skor, 2)),
                *(angka_json(ujung, 2) for ujung in satu.rentang or (None, None)),
                *(satu.predikat, satu.jumlah_inovasi, satu.jumlah_opd, satu.sumber, satu.catatan),
            )
            for satu in laporan.deret.titik
        ],
    )


def _nilai(nilai: NilaiLaporan) -> Iterator[_Tabel]:
    yield _inovasi(nilai)
    yield _indikator(nilai)
    yield _Tabel(
        "spd",
        ("nomor", "indikator", "bobot", "klaim", "tingkat", "skor"),
        [(s.nomor, s.nama, angka_json(s.bobot), s.klaim, s.tingkat, angka_json(s.skor)) for s in nilai.spd],
    )
    yield _Tabel(
        "opd",
        (
            "kode",
            "opd",
            "catatan",
            "terhitung",
            "target",
            "target_tercapai",
            "rata_rata_kematangan",
            "sumbangan",
        ),
        [
            (
                *(s.kode, s.nama, s.tertulis, s.jumlah_inovasi, s.target, _ya(s.terpenuhi)),
                *(angka_json(s.rata_rata), angka_json(s.sumbangan)),
            )
            for s in nilai.opd
        ],
    )
    yield _langkah(nilai)
    yield _jalan(nilai)


def _langkah(nilai: NilaiLaporan) -> _Tabel:
    kolom = (
        *("jenis", "banyak", "terlibat", "dasar", "biaya", "tambahan", "tambahan_tiap_biaya"),
        *("menjadi", "oleh"),
    )
    baris = [
        (
            *(s.jenis, s.banyak, "; ".join(s.nama), s.dasar, s.biaya),
            *(angka_json(s.tambahan, 2), angka_json(s.hemat), angka_json(s.skor, 2)),
            "; ".join(f"{satu.nama} ({satu.banyak})" for satu in s.oleh),
        )
        for s in nilai.langkah
    ]
    return _Tabel("langkah", kolom, baris)


def _jalan(nilai: NilaiLaporan) -> _Tabel:
    """Semua langkah tiap jalan: satu baris tiap baris indikator yang naik, satu bagi inovasi baru."""
    nama_opd = {satu.kode: satu.nama for satu in nilai.opd}
    kolom = (
        *("predikat", "jenis", "id", "nama", "opd", "indikator", "dari", "ke", "banyak", "biaya"),
        *("menjadi", "tinggal_bukti", "bukti"),
    )
    baris: list[Sequence[object]] = []
    for jalan in nilai.berikut.jalan:
        for satu in jalan.langkah:
            menjadi = angka_json(satu.skor, 2)
            if not satu.naik:
                baris.append(
                    (
                        *(jalan.predikat, satu.jenis, None, None, None, None, None, None),
                        *(satu.banyak, satu.biaya, menjadi, None, None),
                    )
                )
            baris += [
                (
                    *(jalan.predikat, satu.jenis, s.id, s.nama, nama_opd.get(s.opd, s.opd), s.indikator),
                    *(s.dari, s.ke, 1, s.ke - s.dari, menjadi, _ya(s.tinggal_bukti), s.bukti),
                )
                for s in satu.naik
            ]
    return _Tabel("jalan", kolom, baris)


def _inovasi(nilai: NilaiLaporan) -> _Tabel:
    kode = [satu.kode for satu in nilai.indikator]
    kolom = (
        *("nomor", "id", "inovasi", "opd", "urusan", "status", "golongan", "alasan", "skor_bila_diterima"),
        *("klaim", "berbukti", "terverifikasi", *kode),
    )
    baris = [
        (
            *(s.nomor, s.id, s.nama, s.opd, s.urusan, s.status, s.golongan, s.alasan),
            *(angka_json(satu) for satu in (s.skor_bila_diterima, s.klaim, s.berbukti, s.terverifikasi)),
            *((sel.tingkat for sel in s.sel) if s.sel else [None] * len(kode)),
        )
        for s in nilai.inovasi
    ]
    return _Tabel("inovasi", kolom, baris)


def _indikator(nilai: NilaiLaporan) -> _Tabel:
    kolom = (
        "nomor",
        "kode",
        "indikator",
        "bobot",
        "rata_rata_tingkat",
        "ditulis",
        "diklaim",
        "tanpa_bukti",
        "belum_diraih",
    )
    baris = [
        (
            *(s.nomor, s.kode, s.nama, angka_json(s.bobot), angka_json(s.rata_tingkat)),
            *(s.ditulis, s.diklaim, s.tanpa_bukti, angka_json(s.belum)),
        )
        for s in nilai.terlemah
    ]
    return _Tabel("indikator", kolom, baris)


def _ya(nilai: bool | None) -> str | None:
    return None if nilai is None else "ya" if nilai else "tidak"
