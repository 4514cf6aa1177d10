"""Satu sumber impor menjadi calon: jenisnya dikenali dari isi, lalu dibaca menurut jenisnya."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

from indeksinovasi.alur.impor_saring import baca_nilai, saring_galat
from indeksinovasi.berkas.muat import Kamus
from indeksinovasi.berkas.tabel.baca import IsiSumber, baca_sumber
from indeksinovasi.inti.ejaan import deretan, kutip
from indeksinovasi.inti.impor.baris import calon_berkolom, kunci_pemda, pemda_asing, tanggal_terbalik
from indeksinovasi.inti.impor.buku import (
    Buku,
    baca_buku,
    cacat_buku,
    calon_verifikasi,
    status_tercantum,
    tanpa_lembar_pokok,
)
from indeksinovasi.inti.impor.bundel import bundel_daerah_lain, calon_bundel
from indeksinovasi.inti.impor.isian import calon_isian
from indeksinovasi.inti.impor.kolom import BarisJudul, cari_judul_resmi, kurang_resmi, petakan_judul
from indeksinovasi.inti.impor.luput import kolom_luput
from indeksinovasi.inti.impor.pembaca_sel import AturanBaca
from indeksinovasi.inti.impor.peta import LEWATI
from indeksinovasi.inti.katalog import buat_temuan
from indeksinovasi.inti.model.impor import BarisTerbaca, Lembar, StatusLembar
from indeksinovasi.inti.model.peta import Peta
from indeksinovasi.inti.model.temuan import Masalah, Temuan
from indeksinovasi.inti.nama import kunci_nama
from indeksinovasi.inti.periksa.konteks import Konteks


@dataclass(frozen=True, slots=True)
class Pengaturan:
    """Yang menentukan cara semua sumber dibaca."""

    tahun: int
    daerah: str
    status: str | None
    opd: str | None
    kematangan_maksimum: Fraction | None
    peta: Peta | None
    kamus: Kamus
    konteks: Konteks


@dataclass(slots=True)
class BacaanSumber:
    """Hasil membaca satu sumber; ``gagal``: tidak satu baris pun dapat dibaca."""

    calon: list[BarisTerbaca] = field(default_factory=list)
    temuan: list[Temuan] = field(default_factory=list)
    pemda_asing: list[Temuan] = field(default_factory=list)
    gagal: bool = False
    status_bawaan: str | None = None
    status_tercantum: list[StatusLembar] = field(default_factory=list)

    def tolak(self, temuan: Temuan) -> None:
        """Sumber ini tidak dapat dibaca karena *temuan*."""
        self.gagal = True
        self.temuan.append(temuan)


def _temuan(nama: str, kode: str, pesan: str, petunjuk: str = "") -> Temuan:
    """Temuan atas sumber *nama* seutuhnya."""
    return buat_temuan(nama, 1, 1, Masalah(kode, (), pesan, petunjuk))


def baca_satu(jalur: Path, nama: str, atur: Pengaturan) -> BacaanSumber:
    """Calon dari *jalur*."""
    sumber = baca_sumber(jalur, nama)
    hasil = BacaanSumber(temuan=list(sumber.tabel.temuan))
    if sumber.bundel is not None:
        _bundel(hasil, sumber, atur)
        return hasil
    if atur.peta is None and (buku := baca_buku(sumber.tabel.lembar)):
        _buku(hasil, nama, sumber.tabel.lembar, buku, atur)
        return hasil
    pilihan = _lembar_data(sumber.tabel.lembar, atur)
    if not pilihan:
        hasil.gagal = True
        if not any(satu.kode == "IMP801" for satu in hasil.temuan):
            hasil.temuan.append(_tanpa_judul(nama, sumber.tabel.lembar, atur))
        return hasil
    for lembar, _ in pilihan[1:]:
        pesan = f"lembar {kutip(lembar.nama)} juga berisi data; yang dibaca {kutip(pilihan[0][0].nama)}"
        hasil.temuan.append(_temuan(nama, "IMP807", pesan))
    _tabel(hasil, nama, *pilihan[0], atur)
    return hasil


def _buku(hasil: BacaanSumber, nama: str, lembar: Sequence[Lembar], buku: Buku, atur: Pengaturan) -> None:
    """Buku kerja kita: lembar isian atau lembar verifikasi."""
    if buku.tahun not in (None, atur.tahun):
        pesan = f"lembar {buku.jenis} tahun {buku.tahun}, bukan {atur.tahun}"
        hasil.tolak(_temuan(nama, "IMP801", pesan, "Samakan --tahun."))
        return
    if buku.daerah is not None and kunci_pemda(buku.daerah) != kunci_pemda(atur.daerah):
        pesan = f"lembar {buku.jenis} daerah {buku.daerah}, bukan {atur.daerah}"
        hasil.pemda_asing.append(_temuan(nama, "IMP803", pesan))
    if pokok := tanpa_lembar_pokok(buku, lembar):
        pesan = f"lembar {kutip(pokok)} tidak ada atau tanpa judul kolom"
        hasil.tolak(_temuan(nama, "IMP802", pesan, "Kembalikan namanya."))
        return
    hasil.temuan.extend(_temuan(nama, "IMP813", pesan) for pesan in cacat_buku(buku, lembar, atur.tahun))
    if buku.jenis == "verifikasi":
        hasil.calon.extend(calon_verifikasi(nama, lembar))
        hasil.status_tercantum.extend(status_tercantum(nama, lembar))
        return
    calon = list(calon_isian(nama, lembar, buku.asal, atur.tahun, baca_nilai))
    for satu in calon:
        if atur.status is not None and satu.id != f"{atur.tahun}/spd":
            satu.isi["status"] = atur.status
    hasil.calon.extend(saring_galat(satu, atur.kamus, atur.konteks) for satu in calon)


def _tanpa_judul(nama: str, lembar: Sequence[Lembar], atur: Pengaturan) -> Temuan:
    """IMP802; bila ada baris yang hampir menjadi judul ekspor resmi, kolom yang kurang disebut."""
    if atur.peta is not None:
        judul = next((satu for satu, isian in atur.peta.kolom.items() if isian == "nama"), None)
        pesan = (
            f"kolom {kutip(judul)} pada peta tidak ada di tabel"
            if judul
            else "peta tidak menunjuk kolom nama"
        )
        return _temuan(nama, "IMP802", pesan, "Samakan judulnya dengan peta.")
    mirip = [satu for satu in (kurang_resmi(milik.baris) for milik in lembar) if satu is not None]
    if not mirip:
        return _temuan(nama, "IMP802", "baris judul ekspor resmi tidak ditemukan")
    baris, kolom = min(mirip, key=lambda satu: len(satu[1]))
    pesan = f"judul ekspor resmi tidak lengkap: kolom {deretan(map(kutip, kolom))} tidak ada"
    return buat_temuan(nama, baris, 1, Masalah("IMP802", (), pesan))


def _lembar_data(semua: Sequence[Lembar], atur: Pengaturan) -> list[tuple[Lembar, BarisJudul]]:
    """Lembar yang berjudul; yang berisi didahulukan dari yang hanya berjudul."""
    hasil = []
    for lembar in semua:
        judul = petakan_judul(lembar.baris, atur.peta.kolom) if atur.peta else cari_judul_resmi(lembar.baris)
        if judul is not None:
            hasil.append((lembar, judul))
    return sorted(hasil, key=lambda satu: len(satu[0].baris) <= satu[1].urutan + 1)


def _tabel(hasil: BacaanSumber, nama: str, lembar: Lembar, judul: BarisJudul, atur: Pengaturan) -> None:
    # Ekspor resmi memuat yang sudah dikirim; tabel lain tidak diketahui, jadi tidak diaku terkirim.
    bawaan = "draf" if atur.peta else "terkirim"
    isi = lembar.baris[judul.urutan + 1 :]
    terbalik = tuple(tanggal_terbalik(isi, judul))
    aturan = AturanBaca(
        tahun=atur.tahun,
        status=bawaan,
        status_dipaksa=atur.status,
        opd=atur.opd,
        kematangan_maksimum=atur.kematangan_maksimum,
        pilihan=_pilihan_peta(atur.peta),
        urutan={satu.pemisah: satu.urutan for satu in terbalik},
    )
    hasil.calon.extend(calon_berkolom(nama, isi, judul, aturan))
    dilewati, diminta = _kolom_peta(atur.peta)
    baris_judul = lembar.baris[judul.urutan].nomor
    for satu in terbalik:
        dibaca = "dibaca begitu" if satu.urutan == "bulan" else "yang dapat dibaca dua cara ditinggalkan"
        pesan = f"tanggal berpemisah {kutip(satu.pemisah)} berurutan bulan, hari, tahun; {dibaca}"
        hasil.temuan.append(buat_temuan(nama, baris_judul, 1, Masalah("IMP815", (), pesan)))
    for pesan in kolom_luput(isi, judul, dilewati, diminta):
        hasil.temuan.append(buat_temuan(nama, baris_judul, 1, Masalah("IMP813", (), pesan)))
    if atur.status is None and "status" not in judul.kolom:
        hasil.status_bawaan = bawaan
    for baris, kolom, pemda in pemda_asing(isi, judul, atur.daerah):
        pesan = f"Pemda {kutip(pemda)} bukan {atur.daerah}"
        hasil.pemda_asing.append(buat_temuan(nama, baris, kolom, Masalah("IMP803", (), pesan)))


def _pilihan_peta(peta: Peta | None) -> dict[str, dict[str, str]]:
    """Padanan label menurut pembandingnya: besar kecil huruf dan spasi tidak dibedakan."""
    if peta is None:
        return {}
    return {
        isian: {kunci_nama(label): kode for label, kode in isi.items()} for isian, isi in peta.pilihan.items()
    }


def _kolom_peta(peta: Peta | None) -> tuple[list[str], list[str]]:
    """Judul yang sengaja dilewati dan judul yang diminta sebuah peta."""
    semua = peta.kolom.items() if peta else ()
    dilewati = [judul for judul, isian in semua if isian == LEWATI]
    return dilewati, [judul for judul, isian in semua if isian != LEWATI]


def _bundel(hasil: BacaanSumber, sumber: IsiSumber, atur: Pengaturan) -> None:
    assert sumber.bundel is not None  # dipilih oleh pemanggilnya
    if sumber.bundel.tahun != atur.tahun:
        pesan = f"simpanan formulir tahun {sumber.bundel.tahun}, bukan {atur.tahun}"
        hasil.tolak(_temuan(sumber.nama, "IMP801", pesan, "Samakan --tahun."))
        return
    if sebab := bundel_daerah_lain(sumber.bundel, atur.daerah):
        hasil.pemda_asing.append(_temuan(sumber.nama, "IMP803", sebab))
    for satu in calon_bundel(sumber.nama, sumber.bundel, atur.status):
        hasil.calon.append(saring_galat(satu, atur.kamus, atur.konteks))
