"""``indeks nilai --format csv``: satu baris tiap daerah, atau tiap inovasi dan indikator dengan
``--rinci``.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from indeksinovasi.inti.hitung.ikhtisar import rata_kematangan
from indeksinovasi.inti.model.hasil import Hasil
from indeksinovasi.inti.sel import seperti_rumus
from indeksinovasi.keluaran.nilai_json import angka
from indeksinovasi.keluaran.teks import aman

KOLOM = (
    "kode", "daerah", "jenis", "tahun", "metode", "dasar", "skala", "indeks", "skor_terendah",
    "skor_tertinggi", "predikat", "predikat_mungkin", "skor_total", "skor_maksimum", "spd",
    "spd_maksimum", "jumlah_kematangan", "pembagi", "rata_rata_kematangan", "skor_jumlah_inovasi",
    "terhitung", "draf", "ditolak", "tidak_layak", "tak_terbaca", "urusan_wajib_terisi", "klaim",
    "berbukti", "terverifikasi",
)  # fmt: skip
KOLOM_RINCI = (
    "kode", "daerah", "tahun", "metode", "dasar", "id", "inovasi", "opd", "status", "golongan",
    "alasan", "kematangan", "indikator", "bobot", "tingkat", "skor", "tingkat_klaim",
    "tingkat_berbukti", "tingkat_terverifikasi",
)  # fmt: skip


def _sel(nilai: object) -> str:
    if nilai is None:
        return ""
    teks = aman(str(nilai))
    return f"'{teks}" if isinstance(nilai, str) and seperti_rumus(teks) else teks


def tulis_csv(baris: Iterable[Iterable[object]]) -> str:
    """Baris-baris CSV; teks yang diawali tanda rumus diberi apostrof."""
    aliran = io.StringIO()
    penulis = csv.writer(aliran, lineterminator="\n")
    penulis.writerows([_sel(sel) for sel in satu] for satu in baris)
    return aliran.getvalue()


def kepala(*, rinci: bool) -> str:
    """Baris judul kolom."""
    return tulis_csv([KOLOM_RINCI if rinci else KOLOM])


def potong(hasil: Hasil) -> str:
    """Satu baris CSV untuk satu daerah."""
    utama, rincian, nomor = hasil.utama, hasil.utama.rincian, hasil.nomor_dasar
    rentang = utama.rentang or (None, None)
    baris = (
        *(hasil.daerah.kode, hasil.daerah.nama, hasil.daerah.jenis, hasil.tahun),
        *(hasil.metode.tahun, hasil.dasar, hasil.metode.skala),
        *(None if hasil.absolut else angka(utama.skor, 2), angka(rentang[0], 2), angka(rentang[1], 2)),
        *(utama.predikat, "; ".join(utama.predikat_mungkin)),
        *(angka(rincian.total), angka(rincian.maksimum)),
        *(angka(hasil.spd.skor[nomor]) if hasil.spd.skor else None, angka(hasil.spd.maksimum)),
        *(angka(utama.masukan.jumlah_kematangan), rincian.pembagi, angka(rata_kematangan(hasil))),
        angka(rincian.skor_jumlah),
        *hasil.jumlah.values(),
        len(hasil.urusan_terisi),
        *(angka(satu.skor, 2) for satu in hasil.tiga_dasar),
    )
    return tulis_csv([baris])


def potong_rinci(hasil: Hasil) -> str:
    """Satu baris CSV untuk tiap inovasi dan indikatornya; inovasi tanpa baris tetap mendapat satu baris."""
    return tulis_csv(_baris_rinci(hasil))


def _baris_rinci(hasil: Hasil) -> Iterator[Iterable[object]]:
    nomor = hasil.nomor_dasar
    awal = (hasil.daerah.kode, hasil.daerah.nama, hasil.tahun, hasil.metode.tahun, hasil.dasar)
    for satu in hasil.inovasi:
        kematangan = angka(satu.kematangan[nomor]) if satu.kematangan else None
        inovasi = (*awal, satu.id, satu.nama, satu.opd, satu.status, satu.golongan, satu.alasan, kematangan)
        if not satu.baris:
            yield (*inovasi, *[None] * 7)
        for baris in satu.baris:
            skor = angka(baris.skor(nomor))
            yield (*inovasi, baris.kode, angka(baris.bobot), baris.tingkat[nomor], skor, *baris.tingkat)
