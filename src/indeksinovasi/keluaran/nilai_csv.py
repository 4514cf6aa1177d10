"""``indeks nilai --format csv``: satu baris tiap daerah, tiap inovasi, atau tiap indikator inovasi."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from indeksinovasi.inti.hitung.ikhtisar import rata_kematangan
from indeksinovasi.inti.model.hasil import DASAR, Hasil, NilaiInovasi
from indeksinovasi.inti.sel import seperti_rumus
from indeksinovasi.keluaran.nilai_json import angka_json
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
KOLOM_BARIS_INOVASI = (
    *KOLOM_RINCI[:8], "urusan", *KOLOM_RINCI[8:12], "kematangan_klaim", "kematangan_berbukti",
    "kematangan_terverifikasi",
)  # fmt: skip
BarisCsv = Literal["daerah", "inovasi", "indikator"]
_KOLOM: dict[BarisCsv, tuple[str, ...]] = {
    "daerah": KOLOM,
    "inovasi": KOLOM_BARIS_INOVASI,
    "indikator": KOLOM_RINCI,
}


class RagamCsv(NamedTuple):
    """Pemisah kolom (satu karakter) dan tanda desimal; bilangan tidak pernah berpemisah ribuan."""

    pemisah: str = ","
    desimal: Literal["koma", "titik"] = "titik"


RAGAM_BAWAAN = RagamCsv()


def _sel(nilai: object, ragam: RagamCsv) -> str:
    if nilai is None:
        return ""
    if isinstance(nilai, float) and ragam.desimal == "koma":
        return str(nilai).replace(".", ",")
    teks = aman(str(nilai))
    return f"'{teks}" if isinstance(nilai, str) and seperti_rumus(teks) else teks


def baris_csv(baris: Iterable[Iterable[object]], ragam: RagamCsv = RAGAM_BAWAAN) -> str:
    """Baris-baris CSV; teks yang diawali tanda rumus diberi apostrof."""
    aliran = io.StringIO()
    penulis = csv.writer(aliran, delimiter=ragam.pemisah, lineterminator="\n")
    penulis.writerows([_sel(sel, ragam) for sel in satu] for satu in baris)
    return aliran.getvalue()


def kepala(baris: BarisCsv = "daerah", ragam: RagamCsv = RAGAM_BAWAAN) -> str:
    """Baris judul kolom."""
    return baris_csv([_KOLOM[baris]], ragam)


def potong_csv(hasil: Hasil, baris: BarisCsv = "daerah", ragam: RagamCsv = RAGAM_BAWAAN) -> str:
    """Baris-baris CSV satu daerah: satu untuk daerahnya, tiap inovasinya, atau tiap indikator inovasinya."""
    olah = {"daerah": _baris_daerah, "inovasi": _baris_inovasi, "indikator": _baris_rinci}[baris]
    return baris_csv(olah(hasil), ragam)


def _baris_daerah(hasil: Hasil) -> Iterator[Iterable[object]]:
    utama, rincian, nomor = hasil.utama, hasil.utama.rincian, hasil.nomor_dasar
    rentang = utama.rentang or (None, None)
    yield (
        *(hasil.daerah.kode, hasil.daerah.nama, hasil.daerah.jenis, hasil.tahun),
        *(hasil.metode.tahun, hasil.dasar, hasil.metode.skala),
        *(
            None if hasil.absolut else angka_json(utama.skor, 2),
            angka_json(rentang[0], 2),
            angka_json(rentang[1], 2),
        ),
        *(utama.predikat, "; ".join(utama.predikat_mungkin)),
        *(angka_json(rincian.total), angka_json(rincian.maksimum)),
        *(angka_json(hasil.spd.skor[nomor]) if hasil.spd.skor else None, angka_json(hasil.spd.maksimum)),
        *(angka_json(utama.masukan.jumlah_kematangan), rincian.pembagi, angka_json(rata_kematangan(hasil))),
        angka_json(rincian.skor_jumlah),
        *hasil.jumlah.values(),
        len(hasil.urusan_terisi),
        *(angka_json(satu.skor, 2) for satu in hasil.tiga_dasar),
    )


def _awal(hasil: Hasil) -> tuple[object, ...]:
    return (hasil.daerah.kode, hasil.daerah.nama, hasil.tahun, hasil.metode.tahun, hasil.dasar)


def _kematangan(satu: NilaiInovasi, nomor: int) -> float | int | None:
    return angka_json(satu.kematangan[nomor]) if satu.kematangan else None


def _baris_inovasi(hasil: Hasil) -> Iterator[Iterable[object]]:
    for satu in hasil.inovasi:
        yield (
            *(*_awal(hasil), satu.id, satu.nama, satu.opd, satu.urusan),
            *(satu.status, satu.golongan, satu.alasan, _kematangan(satu, hasil.nomor_dasar)),
            *(_kematangan(satu, nomor) for nomor in range(len(DASAR))),
        )


def _baris_rinci(hasil: Hasil) -> Iterator[Iterable[object]]:
    """Inovasi tanpa baris indikator tetap mendapat satu baris."""
    nomor = hasil.nomor_dasar
    for satu in hasil.inovasi:
        inovasi = (
            *(*_awal(hasil), satu.id, satu.nama, satu.opd, satu.status, satu.golongan, satu.alasan),
            _kematangan(satu, nomor),
        )
        if not satu.baris:
            yield (*inovasi, *[None] * 7)
        for baris in satu.baris:
            skor = angka_json(baris.skor(nomor))
            yield (*inovasi, baris.kode, angka_json(baris.bobot), baris.tingkat[nomor], skor, *baris.tingkat)
