"""Kasus guna ``metode periksa``: berkas tahun menjadi temuan KTN, satu berkas demi satu berkas."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from indeksinovasi.alur.galat import GalatPemakaian
from indeksinovasi.berkas.baca import IsiBerkas, baca
from indeksinovasi.berkas.entri import jenis_jalur
from indeksinovasi.berkas.metode import bentuk_metode, folder_metode, tahun_tersedia
from indeksinovasi.berkas.muat import temuan_dari
from indeksinovasi.berkas.tulisan import pembaca_tulisan
from indeksinovasi.inti.metode.periksa import periksa_metode, periksa_nama
from indeksinovasi.inti.model.temuan import Temuan


class HasilPeriksa(NamedTuple):
    """Temuan semua berkas menurut urutan, isi berkasnya untuk kutipan, dan banyak berkas yang diperiksa."""

    temuan: tuple[Temuan, ...]
    teks: dict[str, str]
    diperiksa: int


def periksa_berkas_metode(berkas: tuple[str, ...] = ()) -> HasilPeriksa:
    """Periksa *berkas* (jalur, atau tahun yang tersedia); tanpa argumen, semua berkas tahun.

    ``GalatPemakaian`` bila sebuah berkas tidak ada.
    """
    semua = [_cari(satu) for satu in berkas] or [_tahun(satu) for satu in tahun_tersedia()]
    if not semua:
        raise GalatPemakaian(
            "Tidak ada berkas tahun yang dapat diperiksa.",
            "Sebutkan berkasnya: indeks metode periksa BERKAS.",
        )
    dokumen = {nama: baca(jalur, nama) for nama, jalur in semua}
    temuan = [satu for isi in dokumen.values() for satu in periksa_dokumen(isi)]
    return HasilPeriksa(
        tuple(sorted(temuan)), {nama: isi.teks for nama, isi in dokumen.items()}, len(dokumen)
    )


def _tahun(tahun: int) -> tuple[str, Path]:
    return f"indikator/{tahun}.yaml", folder_metode() / f"{tahun}.yaml"


def _cari(permintaan: str) -> tuple[str, Path]:
    jalur = Path(permintaan)
    if jenis_jalur(jalur) not in ("tiada", "folder"):
        return jalur.as_posix(), jalur
    if permintaan.isascii() and permintaan.isdigit() and int(permintaan) in tahun_tersedia():
        return _tahun(int(permintaan))
    raise GalatPemakaian(
        f"Berkas metode {permintaan} tidak ada.",
        "Tulis jalur berkas YAML, atau tahun yang tersedia (misalnya 2026).",
    )


def periksa_dokumen(dokumen: IsiBerkas) -> tuple[Temuan, ...]:
    """Temuan satu berkas tahun: BRK bila tak terbaca, KTN706 bila bentuknya salah, selain itu semua KTN."""
    metode, temuan = bentuk_metode(dokumen)
    if metode is None:
        return temuan
    isi = periksa_metode(metode, pembaca_tulisan(dokumen.teks))
    return temuan_dari(dokumen, (*periksa_nama(metode, Path(dokumen.nama).stem), *isi))
