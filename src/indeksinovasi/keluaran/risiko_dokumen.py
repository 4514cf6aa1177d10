"""``rencana risiko`` sebagai dokumen: sebaran indeks, peluang predikat, yang rentan, dan andaiannya."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from indeksinovasi.inti.model.hasil import Hasil
from indeksinovasi.inti.rencana.risiko import HasilRisiko
from indeksinovasi.inti.rencana.ubahan import SPD
from indeksinovasi.keluaran.dokumen import (
    BarisTabel,
    Blok,
    Dokumen,
    Kolom,
    Potong,
    Tabel,
    kalimat,
    satu_alinea,
    sel,
)
from indeksinovasi.keluaran.rencana_dokumen import judul_rencana, nama_skor, sebut_predikat
from indeksinovasi.keluaran.teks import angka, angka_rapi

_TERBANYAK = 10


def dokumen_risiko(hasil: Hasil, risiko: HasilRisiko) -> Dokumen:
    """Dokumen ``rencana risiko``."""
    return tuple(_risiko(hasil, risiko))


def _risiko(hasil: Hasil, risiko: HasilRisiko) -> Iterator[Blok]:
    yield judul_rencana(hasil, "risiko bukti gagal")
    yield satu_alinea(
        f"{nama_skor(hasil).capitalize()} ",
        Potong(angka(risiko.p50), "angka"),
        f" (1 dari 20 di bawah {angka(risiko.p05)}, 1 dari 20 di atas {angka(risiko.p95)}); "
        f"sekarang {angka(risiko.sekarang.skor)}",
        inden=2,
    )
    baris = [
        BarisTabel(sel(kalimat(sebut_predikat(nama)), f"{angka_rapi(nilai * 100, 1)} %"))
        for nama, nilai in risiko.predikat
        if nilai
    ]
    yield Tabel((Kolom("Predikat", "nama"), Kolom("peluang", "angka")), tuple(baris))
    if risiko.rentan:
        yield _rentan(hasil, risiko)
    yield from _andaian(risiko)


def _rentan(hasil: Hasil, risiko: HasilRisiko) -> Tabel:
    nama = {satu.id: satu.nama or satu.id for satu in hasil.inovasi}
    indikator = {satu.kode: satu.nama for satu in hasil.metode.indikator}
    isi = tuple(
        BarisTabel(
            sel(
                f"SPD {indikator.get(satu.indikator, satu.indikator)}"
                if satu.id == SPD
                else f"{nama.get(satu.id, satu.id)}: {indikator.get(satu.indikator, satu.indikator)}",
                angka(satu.poin),
            )
        )
        for satu in risiko.rentan[:_TERBANYAK]
    )
    return Tabel((Kolom("Paling merugikan bila gagal", "nama"), Kolom("poin", "angka")), isi)


def _andaian(risiko: HasilRisiko) -> Iterator[Blok]:
    yield satu_alinea(f"{_peluang(risiko)} {_korelasi(risiko)} {_tolak(risiko)}")
    yield satu_alinea(
        f"{angka(risiko.permintaan.undian, 0)} undian, bibit {risiko.permintaan.bibit}, "
        f"{risiko.banyak_baris} baris bertingkat. Baris yang gagal jatuh ke tingkat 0; inovasinya tetap "
        "dihitung.",
        rapat=True,
    )


def _persen(nilai: Fraction) -> str:
    return f"{angka_rapi(nilai * 100, 1)} %"


def _peluang(risiko: HasilRisiko) -> str:
    peluang = risiko.peluang
    match peluang.sumber:
        case "ditetapkan":
            return f"Peluang gagal tiap baris {_persen(peluang.umum)}, menurut permintaan."
        case "verifikasi":
            return (
                f"Peluang gagal tiap indikator dari verifikasi daerah ini ({peluang.gagal} dari "
                f"{peluang.diperiksa} baris turun), ditarik ke rata-rata {_persen(peluang.umum)}."
            )
    umum = _persen(peluang.umum)
    return f"Peluang gagal tiap baris {umum}: andaian, karena belum ada baris yang diverifikasi."


def _korelasi(risiko: HasilRisiko) -> str:
    asal = "andaian" if risiko.permintaan.korelasi is None else "menurut permintaan"
    return (
        f"Korelasi {_persen(risiko.korelasi)} ({asal}): baris gagal bersama dokumen, OPD, atau indikatornya."
    )


def _tolak(risiko: HasilRisiko) -> str:
    tolak = risiko.permintaan.tolak
    return (
        f"Tiap inovasi ditolak dengan peluang {_persen(tolak)}." if tolak else "Penolakan tidak diandaikan."
    )
