"""Perangkat daerah: sumbangan pada indeks, satu ruas satu inovasi, dan titik-titik targetnya."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from indeksinovasi.inti.model.angka import jumlah_ada
from indeksinovasi.inti.model.laporan import Laporan, NilaiLaporan, OpdLaporan
from indeksinovasi.keluaran.grafik.bidang import LEBAR_BAGAN, BaganSvg, Bidang, jadikan
from indeksinovasi.keluaran.grafik.huruf import lipat_piksel, nama_bagan
from indeksinovasi.keluaran.grafik.kalimat import awal_besar, bilangan, sebut_target, sumber
from indeksinovasi.keluaran.grafik.skala import SkalaBagan
from indeksinovasi.keluaran.teks import angka

_PALING_BANYAK = 25
"""OPD yang digambar; selebihnya disebut dalam satu kalimat."""
_TITIK = 5
"""Target sampai sebanyak ini digambar titik demi titik, selebihnya ditulis."""
_LABEL = 244
_X_TARGET, _X_BATANG, _X_AKHIR = 252.0, 330.0, 584.0


def bagan_opd(laporan: Laporan) -> BaganSvg | None:
    """``None`` bila tidak ada OPD dengan inovasi terhitung."""
    nilai = laporan.nilai
    melapor = [satu for satu in nilai.opd if satu.jumlah_inovasi] if nilai else []
    if nilai is None or not melapor:
        return None
    digambar = melapor[:_PALING_BANYAK]
    judul = _judul(nilai)
    bidang = Bidang()
    ukuran = {"poin indeks": "indeks", "poin": "skor"}.get(nilai.satuan, "kematangan rata-rata")
    bidang.kepala(
        judul,
        f"Sumbangan tiap perangkat daerah pada {ukuran} {laporan.tahun} ({nilai.satuan}), "
        f"dasar {nilai.dasar}; satu ruas satu inovasi",
    )
    _kepala_kolom(bidang, digambar)
    atas = bidang.y
    skala = SkalaBagan(0, max(satu.sumbangan for satu in digambar) or 1, _X_BATANG, _X_AKHIR)
    for satu in digambar:
        _baris(bidang, satu, skala)
    bidang.garis("g", (_X_BATANG, atas), (_X_BATANG, bidang.y))
    _kunci(bidang, digambar)
    bidang.kaki(_kaki(laporan, nilai, melapor))
    uraian = "; ".join(f"{nama_bagan(satu.nama)} {angka(satu.sumbangan)}" for satu in digambar)
    return jadikan(bidang, "opd", judul, f"Sumbangan dalam {nilai.satuan}: {uraian}.")


def _judul(nilai: NilaiLaporan) -> str:
    bertarget = [satu for satu in nilai.opd if satu.target]
    if bertarget:
        belum = sum(not satu.terpenuhi for satu in bertarget)
        target = sebut_target(bertarget)
        if not belum:
            return f"Semua OPD mencapai {target}"
        return awal_besar(f"{bilangan(belum)} dari {bilangan(len(bertarget))} OPD belum mencapai {target}")
    semua = len(nilai.opd)
    melapor = nilai.opd_melapor
    if melapor < semua:
        return awal_besar(f"{bilangan(melapor)} dari {bilangan(semua)} OPD mempunyai inovasi terhitung")
    return f"Sumbangan terbesar dari {nama_bagan(nilai.opd[0].nama)}"


def _kepala_kolom(bidang: Bidang, opd: Sequence[OpdLaporan]) -> None:
    y = bidang.y + 16
    target = {satu.target for satu in opd if satu.target}
    if target:
        bidang.tulis(_X_TARGET, y, f"Target {min(target)}" if len(target) == 1 else "Target", "k")
    bidang.tulis(_X_BATANG, y, "Sumbangan", "k")
    bidang.tulis(LEBAR_BAGAN, y, "Rata-rata kematangan", "k", "end")
    bidang.y = y + 8


def _baris(bidang: Bidang, satu: OpdLaporan, skala: SkalaBagan) -> None:
    nama = lipat_piksel(nama_bagan(satu.nama), _LABEL)
    tinggi = 14 * len(nama) + 8
    y = bidang.y + tinggi / 2
    bidang.tulis_lipat(0, y, nama)
    _target(bidang, satu, y)
    nilai = Fraction(0)
    for bagian in satu.ruas:
        if not bagian:
            continue
        kiri, kanan = skala.letak(nilai), skala.letak(nilai + bagian)
        bidang.kotak(kiri, y - 9, max(kanan - kiri - 1.5, 0.5), 18, "iu")
        nilai += bagian
    bidang.tulis(skala.letak(satu.sumbangan) + 7, y + 4, angka(satu.sumbangan), "n")
    bidang.tulis(LEBAR_BAGAN, y + 4, angka(satu.rata_rata), "r", "end")
    bidang.y += tinggi


def _target(bidang: Bidang, satu: OpdLaporan, y: float) -> None:
    if not satu.target:
        return
    if satu.target > _TITIK:
        kelas = "" if satu.terpenuhi else "w"
        bidang.tulis(_X_TARGET, y + 4, f"{satu.jumlah_inovasi} dari {satu.target}", kelas)
        return
    for nomor in range(satu.target):
        ada = nomor < satu.jumlah_inovasi
        bidang.titik(_X_TARGET + 7 + 14 * nomor, y, "iu" if ada else "kw", 5.5 if ada else 4.5)


def _kunci(bidang: Bidang, opd: Sequence[OpdLaporan]) -> None:
    if not any(satu.target and satu.target <= _TITIK for satu in opd):
        return
    y = bidang.y + 14
    bidang.titik(6, y - 4, "iu", 5)
    bidang.tulis(16, y, "inovasi terhitung", "k")
    if any(satu.target and satu.jumlah_inovasi < satu.target for satu in opd):
        bidang.titik(122, y - 4, "kw", 4.5)
        bidang.tulis(132, y, "belum ada", "k")
    bidang.y = y + 4


def _kaki(laporan: Laporan, nilai: NilaiLaporan, melapor: Sequence[OpdLaporan]) -> Iterator[str]:
    if lain := melapor[_PALING_BANYAK:]:
        jumlah = angka(jumlah_ada(satu.sumbangan for satu in lain))
        yield f"{len(lain)} OPD lain menyumbang {jumlah} {nilai.satuan}."
    kosong = [satu for satu in nilai.opd if not satu.jumlah_inovasi]
    if kosong:
        yield f"{len(kosong)} OPD belum mempunyai inovasi terhitung."
    jumlah = angka(jumlah_ada(satu.sumbangan for satu in nilai.opd))
    spd = next((satu.sumbangan for satu in nilai.komponen if satu.kunci == "spd"), None)
    selebihnya = f"; selebihnya {angka(spd)} dari SPD" if spd else ""
    yield f"Jumlah sumbangan {jumlah} {nilai.satuan}{selebihnya}.{_syarat_urusan(nilai)}"
    yield sumber(nama_bagan(laporan.daerah.nama), nilai.metode)


def _syarat_urusan(nilai: NilaiLaporan) -> str:
    if nilai.urusan_terpenuhi is not False:
        return ""
    terisi = sum(bool(satu.inovasi) for satu in nilai.urusan)
    urusan = f"{terisi} dari {len(nilai.urusan)} (perlu {nilai.urusan_minimal})"
    return f" Skor jumlah inovasi 0 karena urusan wajib baru {urusan}."
