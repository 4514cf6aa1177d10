"""Langkah yang menaikkan skor: pengandaian yang dihitung dengan rumus tahun itu, hal lain tetap."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from indeksinovasi.inti.hitung.posisi import Posisi, posisi_hasil
from indeksinovasi.inti.model.hasil import Baris, Hasil
from indeksinovasi.inti.model.laporan import Langkah
from indeksinovasi.inti.model.urusan import URUSAN


def daftar_langkah(hasil: Hasil) -> tuple[Langkah, ...]:
    """Langkah yang menaikkan skor, yang terbesar lebih dulu; tambahannya tidak dapat dijumlahkan."""
    semua = (satu for satu in _calon(hasil) if satu.tambahan > 0)
    return tuple(sorted(semua, key=lambda satu: (-satu.tambahan, satu.jenis)))


def _calon(hasil: Hasil) -> Iterator[Langkah]:
    skor = hasil.utama.skor
    if skor is None:
        return
    yield from _urusan_wajib(hasil, skor)
    yield from _kelayakan(hasil, skor)
    if hasil.dasar != "klaim":
        yield from _dasar_lain(hasil, skor)


def _skor_bila(posisi: Posisi) -> Fraction:
    """Skor *posisi* pengandaian; ada karena skor hasilnya sendiri ada."""
    skor = posisi.skor
    assert skor is not None
    return skor


def _urusan_wajib(hasil: Hasil, skor: Fraction) -> Iterator[Langkah]:
    posisi = posisi_hasil(hasil)
    minimal = posisi.tetap.urusan_minimal
    if minimal is None or hasil.utama.rincian.urusan_terpenuhi is not False:
        return
    andai = _skor_bila(posisi.dengan_urusan(int(minimal)))
    kosong = tuple(URUSAN[kode] for kode in hasil.metode.urusan_wajib if kode not in hasil.urusan_terisi)
    yield Langkah("urusan_wajib", int(minimal) - len(hasil.urusan_terisi), kosong, andai, andai - skor)


def _kelayakan(hasil: Hasil, skor: Fraction) -> Iterator[Langkah]:
    ditahan = [satu for satu in hasil.inovasi if satu.golongan == "tidak_layak"]
    if not ditahan:
        return
    andai = _skor_bila(posisi_hasil(hasil).golongkan([satu.id for satu in ditahan], "terhitung"))
    nama = tuple(satu.nama or satu.id for satu in ditahan)
    yield Langkah("kelayakan", len(ditahan), nama, andai, andai - skor)


def _dasar_lain(hasil: Hasil, skor: Fraction) -> Iterator[Langkah]:
    """Seandainya semua klaim berbukti, atau semua baris berbukti disetujui pemeriksa."""
    nomor = hasil.nomor_dasar
    andai = hasil.tiga_dasar[nomor - 1].skor
    banyak = sum(baris.tingkat[nomor] < baris.tingkat[nomor - 1] for baris in _baris_dinilai(hasil))
    if andai is not None and banyak:
        yield Langkah("bukti" if nomor == 1 else "verifikasi", banyak, (), andai, andai - skor)


def _baris_dinilai(hasil: Hasil) -> Iterator[Baris]:
    yield from hasil.spd.baris
    yield from (
        baris for satu in hasil.inovasi if satu.terhitung and not satu.siap_pakai for baris in satu.baris
    )
