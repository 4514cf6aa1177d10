"""API Python kecil: muat satu daerah, nilai, bandingkan, periksa; baca hasilnya.

Contoh::

    from indeksinovasi.api import muat, nilai

    termuat = muat("contoh_data/kota-contoh", 2024)
    hasil = nilai(termuat)
    print(hasil.utama.skor, hasil.utama.predikat)
    for inovasi in hasil.inovasi:
        print(inovasi.id, inovasi.golongan, inovasi.kematangan)

Angka ``hasil`` (``indeksinovasi.inti.model.hasil.Hasil``) berupa ``Fraction`` eksak. ``ke_dict`` memberinya
sebagai ``float`` atau ``Decimal``, ``baris_inovasi`` satu baris tiap inovasi untuk DataFrame. Pemakaian
selengkapnya: ``contoh/dari_python.py``.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

from indeksinovasi.alur.banding import jalankan_banding, rencanakan_banding
from indeksinovasi.alur.data import pastikan_satu, temukan_daerah
from indeksinovasi.alur.galat import GalatPemakaian
from indeksinovasi.alur.metode import peraturan_untuk
from indeksinovasi.alur.nilai import Permintaan, rencanakan
from indeksinovasi.alur.validasi import PermintaanValidasi
from indeksinovasi.alur.validasi import validasi as _validasi
from indeksinovasi.berkas.muat import Termuat, baca_daerah, baca_tahun
from indeksinovasi.berkas.pindai import pindai_tahun
from indeksinovasi.inti.hitung.nilai import Opsi, nilai_daerah
from indeksinovasi.inti.model.angka import bulatkan
from indeksinovasi.inti.model.banding import BandingDaerah
from indeksinovasi.inti.model.hasil import DASAR, Dasar, Hasil, NilaiInovasi
from indeksinovasi.inti.model.temuan import Temuan
from indeksinovasi.keluaran.nilai_json import objek_nilai
from indeksinovasi.keluaran.skema.keluaran import skema_keluaran

__all__ = [
    "BandingDaerah",
    "GalatPemakaian",
    "Hasil",
    "SelInovasi",
    "Temuan",
    "Terbanding",
    "Termuat",
    "banding",
    "baris_inovasi",
    "ke_dict",
    "muat",
    "nilai",
    "skema_keluaran",
    "validasi",
]

SelInovasi = str | int | float | bool | None


class Terbanding(NamedTuple):
    """Perbandingan satu daerah beserta temuan pada berkas yang ditinggalkan."""

    isi: BandingDaerah
    temuan: tuple[Temuan, ...]


def muat(data: str | Path, tahun: int | None = None) -> Termuat:
    """Muat satu folder daerah pada *tahun* (bawaannya tahun terbaru).

    Berkas yang bermasalah menjadi ``termuat.temuan``. ``GalatPemakaian`` bila folder, tahun, atau metodenya
    tidak ada, atau bila *data* memuat lebih dari satu daerah.
    """
    kerja = rencanakan(Permintaan(Path(data), tahun))
    folder = pastikan_satu(Path(data), kerja.daerah)
    daerah, temuan = baca_daerah(folder)
    termuat = baca_tahun(folder, pindai_tahun(folder, kerja.tahun), daerah, kerja.kamus)
    return termuat._replace(temuan=(*temuan, *termuat.temuan))


def nilai(
    termuat: Termuat,
    *,
    metode: str | None = None,
    dasar: Dasar = "berbukti",
    sertakan_draf: bool = False,
    abaikan_kelayakan: bool = False,
) -> Hasil:
    """Nilai daerah termuat; *metode* seperti ``--metode`` (tahun atau jalur berkas metode)."""
    peraturan = peraturan_untuk(termuat.bahan.tahun, metode)
    return nilai_daerah(termuat.bahan, peraturan, Opsi(dasar, sertakan_draf, abaikan_kelayakan))


def ke_dict(hasil: Hasil, desimal: bool = False) -> dict[str, Any]:
    """*hasil* dengan kunci dan angka yang sama dengan anggota ``hasil`` pada ``nilai --format json``.

    Pecahan menjadi ``float``, atau ``Decimal`` bila *desimal*; bilangan bulat tetap ``int``.
    """
    isi = objek_nilai(hasil)
    return {kunci: _ke_decimal(satu) for kunci, satu in isi.items()} if desimal else isi


def _ke_decimal(isi: Any) -> Any:
    """Angka keluaran berdesimal paling banyak empat, jadi teks ``float``-nya adalah angka itu tepat."""
    if isinstance(isi, float):
        return Decimal(str(isi))
    if isinstance(isi, dict):
        return {kunci: _ke_decimal(satu) for kunci, satu in isi.items()}
    return [_ke_decimal(satu) for satu in isi] if isinstance(isi, list) else isi


def baris_inovasi(hasil: Hasil) -> list[dict[str, SelInovasi]]:
    """Satu ``dict`` datar tiap inovasi, siap menjadi DataFrame; kunci semua barisnya sama.

    ``kematangan`` menurut dasar terpilih, ``kematangan_klaim`` dan seterusnya menurut ketiga dasar;
    ``tingkat_<indikator>`` 0-3 pada dasar terpilih, ``None`` bila inovasi itu tidak menulisnya.
    """
    kode = dict.fromkeys(baris.kode for satu in hasil.inovasi for baris in satu.baris)
    return [_baris(hasil, satu, list(kode)) for satu in hasil.inovasi]


def _baris(hasil: Hasil, satu: NilaiInovasi, kode: list[str]) -> dict[str, SelInovasi]:
    nomor = hasil.nomor_dasar
    kematangan = [_pecahan(angka) for angka in satu.kematangan] if satu.kematangan else [None] * len(DASAR)
    tingkat = {baris.kode: baris.tingkat[nomor] for baris in satu.baris}
    return {
        "kode": hasil.daerah.kode,
        "daerah": hasil.daerah.nama,
        "tahun": hasil.tahun,
        "id": satu.id,
        "nama": satu.nama,
        "opd": satu.opd,
        "urusan": satu.urusan,
        "status": satu.status,
        "terhitung": satu.terhitung,
        "golongan": satu.golongan,
        "alasan": satu.alasan,
        "kematangan": kematangan[nomor],
        **{f"kematangan_{dasar}": angka for dasar, angka in zip(DASAR, kematangan, strict=True)},
        **{f"tingkat_{satu_kode}": tingkat.get(satu_kode) for satu_kode in kode},
    }


def _pecahan(angka: Fraction) -> float:
    return float(bulatkan(angka, 4))


def banding(data: str | Path, *sisi: str | int) -> Terbanding:
    """Bandingkan *sisi* satu daerah, ditulis seperti pada ``indeks banding``: 2022, ``"2023@2026:klaim"``.

    ``GalatPemakaian`` bila sisinya kurang dari dua atau keliru, atau *data* memuat lebih dari satu daerah.
    """
    _, daerah = temukan_daerah(Path(data))
    pastikan_satu(Path(data), daerah)
    rencana = rencanakan_banding(Path(data), tuple(map(str, sisi)))
    (potongan,) = jalankan_banding(rencana)
    return Terbanding(potongan.isi, (*rencana.temuan, *potongan.temuan))


def validasi(
    path: str | Path,
    *,
    pilih: tuple[str, ...] = (),
    abaikan: tuple[str, ...] = (),
    tanggal: date | None = None,
) -> list[Temuan]:
    """Semua temuan ``indeks validasi`` pada *path*, terurut; kosong bila bersih."""
    return list(_validasi(PermintaanValidasi((str(path),), pilih, abaikan, tanggal))[0])
