"""Kalimat bagi nilai tunggal di tempat yang memuat beberapa isian: bentuk yang ditulis, dengan nilainya."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any

from indeksinovasi.berkas.baris_lepas import KUNCI_DIKENAL
from indeksinovasi.berkas.satuan_tertulis import bilangan_dimaksud
from indeksinovasi.inti.ejaan import PANJANG_KUTIPAN, maksud_pasti
from indeksinovasi.inti.model.angka import AngkaTertulis
from indeksinovasi.inti.model.dasar import POLA_TANGGAL
from indeksinovasi.inti.model.fakta import BENTUK_FAKTA
from indeksinovasi.inti.model.temuan import Jalur, Masalah

_DUA_DERAJAT = re.compile(
    r"([-+]?\d+\.\d+|[-+]?\d+)\s*[,;\s]\s*([-+]?\d+\.\d+|[-+]?\d+)"
    r"|([-+]?\d+,\d+)\s*[,;\s]\s*([-+]?\d+,\d+)",
    re.ASCII,
)
_BERJUMLAH = re.compile(r"(\d+)(?:\s+[A-Za-z][A-Za-z ]*)?", re.ASCII)
_MENEMPEL = re.compile(r"(\w+):(\S+)", re.ASCII)
_POLOS = re.compile(r"[A-Za-z0-9_./-]+(?: [A-Za-z0-9_./-]+)*", re.ASCII)
_HUBUNG_KHUSUS = re.compile(r"-([^\S \t]|[\u200b\u2060\ufeff])")
_CONTOH = {
    "indikator": "Tulis tiap indikator di bawahnya, dua spasi lebih dalam: regulasi: {parameter: 2}.",
    "perangkat_daerah": "Tulis kode dan namanya: perangkat_daerah: {dinas-kesehatan: Dinas Kesehatan}.",
    "hasil": "Tulis tiap hasil dengan isiannya: {tahun: 2023, jenis: final, skor: 59.02, sumber: SK}.",
}
_TINGKAT = ("0", "1", "2", "3")
_BERSITUS = re.compile(
    r"https?://|www\.|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:id|com|org|net|gov|gl|be|ly|me)(?:/|$)", re.IGNORECASE
)
_BERBERKAS = re.compile(r"[/\\]|\.[A-Za-z0-9]{2,5}$")
_CONTOH_DAFTAR_BUKTI = (
    'Sebut berkas atau tautannya: bukti: [{berkas: bukti/sk.pdf}], atau bukti: [{tautan: "https://..."}].'
)
_CONTOH_BUKTI = 'Sebut berkas atau tautannya: {berkas: bukti/sk.pdf}, atau {tautan: "https://..."}.'
_TANPA_HUBUNG = (
    "Tulis tiap isiannya di baris sendiri, dua spasi lebih dalam, tanpa tanda hubung dan kurung siku."
)
_BAWAAN = "Tulis tiap isiannya di baris sendiri di bawahnya, dua spasi lebih dalam."


def perlu_rincian(jalur: Jalur, nama: str, masukan: Any, tertulis: str) -> Masalah:
    """SKM103 yang menyebut bentuk tulisannya; *tertulis* kutipan nilainya."""
    umum = _TANPA_HUBUNG if isinstance(masukan, list) else _BAWAAN
    bawaan = _CONTOH.get(str(jalur[-1]) if jalur else "", umum)
    petunjuk = _menempel(masukan) or _petunjuk(jalur, masukan) or bawaan
    return Masalah("SKM103", jalur, f"{nama} {tertulis} belum dirinci menurut isiannya", petunjuk)


def _menempel(masukan: Any) -> str | None:
    """Isian yang titik duanya tidak diikuti spasi, sehingga terbaca sebagai teks."""
    cocok = _MENEMPEL.match(masukan) if isinstance(masukan, str) else None
    if cocok is None or cocok[1] not in KUNCI_DIKENAL:
        return None
    return f"Tulis {cocok[1]}: {cocok[2][:40]}, dengan satu spasi sesudah titik dua."


def perlu_daftar(
    jalur: Jalur, nama: str, masukan: Any, tertulis: str, pilihan: Collection[str] = ()
) -> Masalah:
    """SKM103 bagi satu nilai di tempat daftar; bentuk daftarnya ditulis dengan nilai itu."""
    kunci = jalur[-1] if jalur else nama
    petunjuk = "Tulis tiap anggotanya di baris sendiri, diawali tanda hubung dan spasi."
    if isinstance(masukan, str) and (khusus := _HUBUNG_KHUSUS.match(masukan)):
        pesan = f"spasi khusus (U+{ord(khusus.group(1)):04X}) sesudah tanda hubung"
        return Masalah("SKM103", jalur, pesan, "Ketik ulang spasinya dengan spasi biasa.")
    isi = _bukti(masukan) if kunci == "bukti" else _anggota(masukan, pilihan)
    if kunci == "bukti" and isi is None and isinstance(masukan, str | bool):
        petunjuk = _CONTOH_DAFTAR_BUKTI
    elif isi:
        petunjuk = f"Tulis {kunci}: [{isi}]."
    elif pilihan and isinstance(masukan, str):
        contoh = next(iter(pilihan))
        petunjuk = f"Tulis pilihannya, misalnya {kunci}: [{contoh}]; hapus kuncinya bila tidak ada."
    elif isinstance(masukan, dict):
        petunjuk = f'Awali isian pertamanya di bawah {kunci} dengan "- ".'
    return Masalah("SKM103", jalur, f"{nama} {tertulis} bukan daftar", petunjuk)


def _anggota(masukan: Any, pilihan: Collection[str]) -> str | None:
    """Isi daftar: pilihan yang dipisah koma menjadi anggota sendiri-sendiri, yang lain tidak ditulis."""
    if not pilihan:
        return _skalar(masukan)
    semua = [satu.strip() for satu in re.split(r"[,;]|\bdan\b", masukan)] if isinstance(masukan, str) else []
    kode = [maksud_pasti(satu, pilihan) for satu in (masukan, *semua)]
    if kode[:1] != [None]:
        return kode[0] if kode else None
    anggota = [satu for satu in kode[1:] if satu]
    return ", ".join(anggota) if len(anggota) == len(semua) > 0 else None


def _petunjuk(jalur: Jalur, masukan: Any) -> str | None:
    kunci = jalur[-1] if jalur else ""
    if kunci == "koordinat":
        return _koordinat(masukan)
    if kunci == "waktu" and isinstance(masukan, str) and POLA_TANGGAL.fullmatch(masukan):
        return f"Tulis waktu: {{penerapan: {masukan}}}."
    if kunci == "target_inovasi" and (jumlah := _jumlah(masukan)):
        return f"Tulis menurut tahun mulai berlakunya, misalnya target_inovasi: {{2024: {jumlah}}}."
    if kunci == "verifikasi" and (tingkat := _tingkat(masukan)):
        return f"Tulis verifikasi: {{parameter: {tingkat}}}."
    if len(jalur) > 1 and jalur[-2] == "bukti":
        return f"Tulis {isi}." if (isi := _bukti(masukan)) else _CONTOH_BUKTI
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


_BERPILIHAN = ("pilihan", "bilangan_atau_pilihan")
_BERBILANGAN = ("bilangan", "bilangan_atau_pilihan", "bilangan_tahunan")


def _baris(kode: str, masukan: Any) -> str:
    """Satu baris indikator: tingkatnya, atau faktanya."""
    if isinstance(masukan, list):
        return _TANPA_HUBUNG
    bentuk = BENTUK_FAKTA.get(kode)
    berbilangan = bentuk is None or bentuk.jenis in _BERBILANGAN
    if tingkat := _tingkat(masukan):
        tulis = f"Tulis {kode}: {{parameter: {tingkat}}}"
        if berbilangan:
            return f"{tulis} bila itu tingkatnya, atau {kode}: {{fakta: {tingkat}}} bila itu faktanya."
        return f"{tulis}."
    pilihan = bentuk.pilihan if bentuk and bentuk.jenis in _BERPILIHAN else ()
    fakta = maksud_pasti(masukan, pilihan)
    if fakta is None and berbilangan:
        fakta = _bilangan(masukan, bentuk.satuan if bentuk else "")
    if fakta:
        return f"Tulis {kode}: {{fakta: {fakta}}}."
    return (
        f"Tulis tingkatnya, misalnya {kode}: {{parameter: 1}}, atau faktanya; lihat `indeks jelaskan {kode}`."
    )


def _bilangan(masukan: Any, satuan: str) -> str | None:
    if isinstance(masukan, bool) or not isinstance(masukan, int | float | str):
        return None
    return bilangan_dimaksud(str(masukan), satuan)


def _bukti(masukan: Any) -> str | None:
    """Berkas atau tautan yang tertulis; kata seperti "ada" tidak menyebut satu pun bukti."""
    teks = masukan.strip() if isinstance(masukan, str) else ""
    if _BERSITUS.match(teks):
        teks = teks if "://" in teks else f"https://{teks}"
        kunci = "tautan"
    elif _BERBERKAS.search(teks):
        kunci = "berkas"
    else:
        return None
    isi = _skalar(teks)
    return f"{{{kunci}: {isi}}}" if isi else None


def _tingkat(masukan: Any) -> str | None:
    """Tingkat 0-3 yang tertulis sendirian."""
    if isinstance(masukan, bool) or not isinstance(masukan, int | str):
        return None
    teks = str(masukan).strip()
    return teks if teks in _TINGKAT else None


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
