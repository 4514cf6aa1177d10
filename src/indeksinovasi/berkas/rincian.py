"""Kalimat bagi nilai tunggal di tempat yang memuat beberapa isian: bentuk yang ditulis, dengan nilainya."""

from __future__ import annotations

import re
from collections.abc import Container
from typing import Any

from indeksinovasi.inti.ejaan import PANJANG_KUTIPAN
from indeksinovasi.inti.model.angka import AngkaTertulis
from indeksinovasi.inti.model.temuan import Jalur, Masalah

_DUA_DERAJAT = re.compile(
    r"([-+]?\d+\.\d+|[-+]?\d+)\s*[,;\s]\s*([-+]?\d+\.\d+|[-+]?\d+)"
    r"|([-+]?\d+,\d+)\s*[,;\s]\s*([-+]?\d+,\d+)",
    re.ASCII,
)
_BERJUMLAH = re.compile(r"(\d+)(?:\s+[A-Za-z][A-Za-z ]*)?", re.ASCII)
_POLOS = re.compile(r"[A-Za-z0-9_./-]+(?: [A-Za-z0-9_./-]+)*", re.ASCII)
_HUBUNG_KHUSUS = re.compile(r"-([^\S \t]|[\u200b\u2060\ufeff])")
_TANGGAL = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_CONTOH = {
    "indikator": "Tulis tiap indikator di bawahnya, dua spasi lebih dalam: regulasi: {parameter: 2}.",
    "perangkat_daerah": "Tulis kode dan namanya: perangkat_daerah: {dinas-kesehatan: Dinas Kesehatan}.",
    "hasil": "Tulis tiap hasil dengan isiannya: {tahun: 2023, jenis: final, skor: 59.02, sumber: SK}.",
}
_BAWAAN = "Tulis tiap isiannya di baris sendiri di bawahnya, dua spasi lebih dalam."


def perlu_rincian(jalur: Jalur, nama: str, masukan: Any, tertulis: str) -> Masalah:
    """SKM103 yang menyebut bentuk tulisannya; *tertulis* kutipan nilainya."""
    petunjuk = _petunjuk(jalur, masukan) or _CONTOH.get(str(jalur[-1]) if jalur else "", _BAWAAN)
    return Masalah("SKM103", jalur, f"{nama} {tertulis} belum dirinci menurut isiannya", petunjuk)


def perlu_daftar(
    jalur: Jalur, nama: str, masukan: Any, tertulis: str, pilihan: Container[str] = ()
) -> Masalah:
    """SKM103 bagi satu nilai di tempat daftar; bentuk daftarnya ditulis dengan nilai itu."""
    kunci = jalur[-1] if jalur else nama
    petunjuk = "Tulis tiap anggotanya di baris sendiri, diawali tanda hubung dan spasi."
    if isinstance(masukan, str) and (khusus := _HUBUNG_KHUSUS.match(masukan)):
        pesan = f"spasi khusus (U+{ord(khusus.group(1)):04X}) sesudah tanda hubung"
        return Masalah("SKM103", jalur, pesan, "Ketik ulang spasinya dengan spasi biasa.")
    isi = _bukti(masukan) if kunci == "bukti" else _anggota(masukan, pilihan)
    if isi:
        petunjuk = f"Tulis {kunci}: [{isi}]."
    elif isinstance(masukan, dict):
        petunjuk = f'Awali isian pertamanya di bawah {kunci} dengan "- ".'
    return Masalah("SKM103", jalur, f"{nama} {tertulis} bukan daftar", petunjuk)


def _anggota(masukan: Any, pilihan: Container[str]) -> str | None:
    """Isi daftar: kode-kode yang dipisah koma menjadi anggota sendiri-sendiri, selainnya satu anggota."""
    if isinstance(masukan, str):
        semua = [satu.strip() for satu in re.split(r"[,;]|\bdan\b", masukan)]
        if len(semua) > 1 and all(satu in pilihan for satu in semua):
            return ", ".join(semua)
    return _skalar(masukan)


def _petunjuk(jalur: Jalur, masukan: Any) -> str | None:
    kunci = jalur[-1] if jalur else ""
    if kunci == "koordinat":
        return _koordinat(masukan)
    if kunci == "waktu" and isinstance(masukan, str) and _TANGGAL.fullmatch(masukan):
        return f"Tulis waktu: {{penerapan: {masukan}}}."
    if kunci == "target_inovasi" and (jumlah := _jumlah(masukan)):
        return f"Tulis menurut tahun mulai berlakunya, misalnya target_inovasi: {{2024: {jumlah}}}."
    if kunci == "verifikasi" and (jumlah := _jumlah(masukan)):
        return f"Tulis verifikasi: {{parameter: {jumlah}}}."
    if len(jalur) > 1 and jalur[-2] == "bukti" and (isi := _bukti(masukan)):
        return f"Tulis {isi}."
    return _baris(str(kunci), masukan) if jalur[:1] == ("indikator",) and len(jalur) == 2 else None


def _koordinat(masukan: Any) -> str:
    teks = " ".join(map(str, masukan)) if isinstance(masukan, list) else str(masukan)
    contoh = "Tulis koordinat: {lintang: -5.2, bujur: 110.6}, misalnya."
    cocok = _DUA_DERAJAT.fullmatch(teks.strip())
    if cocok is None:
        return contoh
    satu, dua = (bagian.replace(",", ".") for bagian in cocok.groups() if bagian)
    lintang, bujur = (dua, satu) if abs(float(satu)) > abs(float(dua)) else (satu, dua)
    # Di luar Indonesia tulisannya tidak pasti: -5,2 dapat berarti satu lintang saja.
    if abs(float(lintang)) > 15 or not 90 <= float(bujur) <= 145:
        return contoh
    return f"Tulis koordinat: {{lintang: {lintang}, bujur: {bujur}}}."


def _baris(kode: str, masukan: Any) -> str | None:
    """Satu baris indikator: tingkatnya, atau faktanya."""
    jumlah = _jumlah(masukan)
    if jumlah is None:
        isi = _skalar(masukan)
        return f"Tulis {kode}: {{fakta: {isi}}}." if isi else None
    fakta = f"{kode}: {{fakta: {jumlah}}}"
    polos = isinstance(masukan, int) or str(masukan).strip() == jumlah
    if polos and int(jumlah) <= 3:
        return f"Tulis {kode}: {{parameter: {jumlah}}} bila itu tingkatnya, atau {fakta} bila itu faktanya."
    return f"Tulis {fakta}."


def _bukti(masukan: Any) -> str | None:
    isi = _skalar(masukan) if isinstance(masukan, str) else None
    if isi is None:
        return None
    kunci = "tautan" if masukan.strip().startswith(("http://", "https://")) else "berkas"
    return f"{{{kunci}: {isi}}}"


def _jumlah(masukan: Any) -> str | None:
    """Bilangan cacah yang tertulis, tanpa satuannya."""
    if isinstance(masukan, bool | AngkaTertulis) or not isinstance(masukan, int | str):
        return None
    cocok = _BERJUMLAH.fullmatch(str(masukan).strip())
    return cocok.group(1) if cocok and len(cocok.group(1)) <= 9 else None


def _skalar(masukan: Any) -> str | None:
    """Nilai yang aman disalin ke dalam kurung; selain huruf dan angka diapit petik."""
    if isinstance(masukan, bool) or not isinstance(masukan, str | int | float):
        return None
    teks = str(masukan).strip()
    if not teks or len(teks) > PANJANG_KUTIPAN or not teks.isprintable() or '"' in teks or "\\" in teks:
        return None
    return teks if _POLOS.fullmatch(teks) else f'"{teks}"'
