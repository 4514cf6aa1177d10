"""``indeks peringkat --format csv``: satu baris tiap peserta; yang tanpa skor di belakang."""

from __future__ import annotations

from indeksinovasi.inti.laporan.peringkat import Peringkat, Peserta
from indeksinovasi.keluaran.nilai_csv import RAGAM_BAWAAN, RagamCsv, baris_csv
from indeksinovasi.keluaran.nilai_json import angka_json

KOLOM_PERINGKAT = (
    "peringkat", "menurut", "tahun", "dasar", "skala", "kunci", "nama", "kode", "daerah", "jenis", "opd",
    "skor", "predikat", "jumlah_inovasi", "sumber", "keterangan", "alasan", "tanpa_opd", "shapley",
    "galat_baku",
)  # fmt: skip


def teks_csv(peringkat: Peringkat, ragam: RagamCsv = RAGAM_BAWAAN) -> str:
    """Tabel CSV seluruh peserta, dengan judul kolom."""
    semua = [(satu.peringkat, satu.peserta) for satu in peringkat.urutan]
    belakang = [(None, satu) for satu in peringkat.tanpa_skor]
    baris = [_baris(peringkat, nomor, peserta) for nomor, peserta in (*semua, *belakang)]
    return baris_csv([KOLOM_PERINGKAT, *baris], ragam)


def _baris(peringkat: Peringkat, nomor: int | None, peserta: Peserta) -> tuple[object, ...]:
    metode, daerah, sumbangan = peringkat.metode, peserta.daerah, peserta.sumbangan
    return (
        *(nomor, peringkat.menurut, peringkat.tahun, peringkat.dasar, metode.skala if metode else None),
        *(peserta.kunci, peserta.nama, daerah.kode, daerah.nama, daerah.jenis, peserta.opd),
        *(angka_json(peserta.skor, 2), peserta.predikat, peserta.jumlah_inovasi, peserta.sumber),
        *(peserta.tanda, peserta.alasan),
        *(map(angka_json, sumbangan) if sumbangan else (None, None, None)),
    )
