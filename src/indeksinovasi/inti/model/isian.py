"""Bahan lembar isian dan lembar verifikasi satu daerah satu tahun."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from indeksinovasi.inti.model.angka import AngkaTertulis
from indeksinovasi.inti.model.metode import Metode

LEMBAR_DATA = "_indeks"
"""Lembar tersembunyi yang mengenali buku kerja kita dan membawa nilai titik tolaknya."""
LEMBAR_INOVASI, LEMBAR_INDIKATOR, LEMBAR_BUKTI, LEMBAR_SPD = "Inovasi", "Indikator", "Bukti", "SPD"
LEMBAR_VERIFIKASI, LEMBAR_STATUS = "Verifikasi", "Status"
POTONG_DATA = 30_000
"""Panjang sepotong teks JSON di satu sel."""
SLOT_BARU = 5
"""Baris kosong bagi inovasi yang belum punya catatan."""
KOLOM_INOVASI = (
    *("id", "opd", "nama", "status", "tahapan", "inisiator", "nama_inisiator", "jenis", "bentuk", "urusan"),
    *(
        "urusan_lain",
        "tematik",
        "pkpn",
        "asta_cita",
        "lintang",
        "bujur",
        "video",
        "tanggal_input",
        "uji_coba",
    ),
    *("penerapan", "pengembangan", "rancang_bangun", "tujuan", "manfaat", "hasil", "pengembangan_dari"),
    "kematangan",
)
KOLOM_INDIKATOR = (
    *("id", "indikator", "nama", "tingkat 1", "tingkat 2", "tingkat 3", "bukti yang diminta"),
    *("parameter", "fakta", "basis", "nilai"),
)
KOLOM_BUKTI = ("id", "indikator", "berkas", "tautan", "nomor", "tanggal", "tentang")
KOLOM_VERIFIKASI = (
    *("id", "inovasi", "indikator", "nama", "klaim", "fakta", "bukti"),
    *("parameter", "catatan", "oleh", "tanggal"),
)
KOLOM_STATUS = ("id", "nama", "status", "status baru")


class CatatanIsian(NamedTuple):
    """Satu catatan: pengenalnya dan isi mentahnya tanpa verifikasi."""

    id: str
    opd: str
    isi: Mapping[str, Any]


class BahanIsian(NamedTuple):
    """Semua yang dimuat buku kerja; ``opd`` ``None``: seluruh daerah, beserta SPD-nya."""

    daerah: str
    tahun: int
    opd: str | None
    nama_opd: Mapping[str, str]
    metode: Metode
    catatan: tuple[CatatanIsian, ...]
    spd: Mapping[str, Any] | None


def tanpa_verifikasi(data: Mapping[Any, Any]) -> dict[str, Any]:
    """Isi mentah sebuah catatan tanpa verifikasi, yang milik pemeriksa dan bukan isian.

    Baris indikator yang bukan peta tidak dapat diisi orang, jadi tidak ikut.
    """
    hasil = {str(kunci): nilai for kunci, nilai in data.items()}
    if "koordinat" in hasil:
        hasil["koordinat"] = _derajat(hasil["koordinat"])
    indikator = hasil.get("indikator")
    if isinstance(indikator, dict):
        hasil["indikator"] = {
            kode: {kunci: nilai for kunci, nilai in isi.items() if kunci != "verifikasi"}
            for kode, isi in indikator.items()
            if isinstance(isi, dict)
        }
    return hasil


def _derajat(nilai: Any) -> Any:
    """Tiga angka di belakang titik lazim pada koordinat, jadi di sana bukan tulisan yang meragukan."""
    if isinstance(nilai, dict):
        return {kunci: _derajat(satu) for kunci, satu in nilai.items()}
    if isinstance(nilai, list):
        return [_derajat(satu) for satu in nilai]
    return nilai.nilai if isinstance(nilai, AngkaTertulis) else nilai
