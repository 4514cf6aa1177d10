"""Langkah yang menaikkan skor: pengandaian yang dihitung dengan rumus tahun itu, hal lain tetap."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from indeksinovasi.inti.hitung.rumus import hitung, ketetapan, terbulat, ukuran
from indeksinovasi.inti.model.angka import NOL
from indeksinovasi.inti.model.hasil import Baris, Hasil, Masukan
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


def _skor_bila(hasil: Hasil, masukan: Masukan) -> Fraction:
    """Skor dengan *masukan* lain; ada karena skor *hasil* sendiri ada."""
    nilai = ukuran(hasil.metode, hitung(hasil.metode, masukan, ketetapan(hasil.metode)))
    assert nilai is not None
    return terbulat(nilai)


def _urusan_wajib(hasil: Hasil, skor: Fraction) -> Iterator[Langkah]:
    minimal = ketetapan(hasil.metode).urusan_minimal
    if minimal is None or hasil.utama.rincian.urusan_terpenuhi is not False:
        return
    andai = _skor_bila(hasil, hasil.utama.masukan._replace(urusan_terisi=int(minimal)))
    kosong = tuple(URUSAN[kode] for kode in hasil.metode.urusan_wajib if kode not in hasil.urusan_terisi)
    yield Langkah("urusan_wajib", int(minimal) - len(hasil.urusan_terisi), kosong, andai, andai - skor)


def _kelayakan(hasil: Hasil, skor: Fraction) -> Iterator[Langkah]:
    ditahan = [satu for satu in hasil.inovasi if satu.golongan == "tidak_layak"]
    if not ditahan:
        return
    masukan, nomor = hasil.utama.masukan, hasil.nomor_dasar
    urusan = {
        *hasil.urusan_terisi,
        *(satu.urusan for satu in ditahan if satu.urusan in hasil.metode.urusan_wajib),
    }
    kematangan = sum((satu.kematangan[nomor] for satu in ditahan if satu.kematangan), NOL)
    andai = _skor_bila(
        hasil,
        masukan._replace(
            jumlah_kematangan=masukan.jumlah_kematangan + kematangan,
            terhitung=masukan.terhitung + len(ditahan),
            ditolak=masukan.ditolak - len(ditahan),
            urusan_terisi=len(urusan),
        ),
    )
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
