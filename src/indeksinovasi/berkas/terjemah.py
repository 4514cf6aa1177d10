"""Galat pydantic menjadi masalah SKM berbahasa Indonesia, dengan jalur yang benar-benar ada di berkas."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import islice
from typing import Any

from pydantic import BaseModel, ValidationError

from indeksinovasi.berkas.batas import BATAS_TEMUAN
from indeksinovasi.berkas.galat_isian import Galat
from indeksinovasi.berkas.jalur_data import jalur_nyata
from indeksinovasi.berkas.kunci_model import kunci_model, pilihan_model, wajib_model
from indeksinovasi.berkas.masalah_isian import (
    LIHAT_URUSAN,
    bukan_pilihan,
    kosong_wajib,
    kunci_tiada,
    pesan_kosong,
    tanpa_salah_eja,
    tulisan_di_berkas,
    usul_pasti,
)
from indeksinovasi.berkas.rincian import perlu_daftar, perlu_rincian
from indeksinovasi.berkas.satuan_tertulis import petunjuk_bilangan
from indeksinovasi.berkas.tanggal_tertulis import baca_tulisan
from indeksinovasi.berkas.terjemah_angka import (
    koma_desimal,
    petunjuk_derajat,
    tulisan_bilangan,
)
from indeksinovasi.berkas.terjemah_kunci import (
    BATAS_TERBUKA,
    PETUNJUK_SLUG,
    kunci_bukan_teks,
    kunci_salah_bentuk,
    kunci_tak_dikenal,
)
from indeksinovasi.inti.ejaan import atau, deretan, kutip, maksud_pasti, mungkin_maksud, sambung, tanda_biasa
from indeksinovasi.inti.model.angka import AngkaTertulis
from indeksinovasi.inti.model.daerah import kode_dimaksud
from indeksinovasi.inti.model.dasar import POLA_ID_CATATAN
from indeksinovasi.inti.model.inovasi import TEKS_URAIAN
from indeksinovasi.inti.model.kutipan import PembacaTulisan, tanpa_tulisan
from indeksinovasi.inti.model.temuan import Jalur, Masalah, Usul
from indeksinovasi.inti.nama import bertanda_kosong

_BANYAK_SARAN = 100
_BILANGAN_BULAT = ("int_type", "int_from_float", "literal_error")
_NAMA_TIPE = {
    "string_type": "teks",
    "int_type": "bilangan bulat",
    "int_from_float": "bilangan bulat",
    "float_type": "bilangan",
    "bool_type": "true atau false",
    "bilangan": "bilangan",
}
_SATUAN_ISIAN = {"kematangan": "poin", "total": "poin", "maksimum": "poin", "hari": "hari"}


def terjemahkan(
    galat: ValidationError, data: Any, model: type[BaseModel], tulisan: PembacaTulisan = tanpa_tulisan
) -> Iterator[Masalah]:
    """Satu masalah untuk tiap galat pydantic; ejaan terdekat dan pilihan hanya untuk seratus yang pertama.

    Kunci wajib yang hanya salah eja dilaporkan sekali, pada ejaan yang salah.
    """
    # Yang ditampilkan paling banyak BATAS_TEMUAN; dua kalinya cukup untuk mencocokkan salah eja.
    diambil = islice(galat.errors(include_url=False), 2 * BATAS_TEMUAN)
    semua = [
        _satu(dict(satu), data, model, tulisan, bersaran=urutan < _BANYAK_SARAN)
        for urutan, satu in enumerate(diambil)
    ]
    yield from tanpa_salah_eja(semua)


def _satu(
    mentah: dict[str, Any],
    data: Any,
    model: type[BaseModel],
    tulisan: PembacaTulisan,
    *,
    bersaran: bool = True,
) -> Masalah:
    loc: Jalur = mentah["loc"]
    if mentah["type"] == "invalid_key":
        # Letak dari pydantic mengubah kunci true menjadi 1 dan ~ menjadi "None"; masukannya kunci asli.
        jalur: Jalur = (*jalur_nyata(loc[:-1], data), mentah["input"])
    else:
        jalur = jalur_nyata(loc, data)
    nama = next((satu for satu in reversed(jalur) if isinstance(satu, str)), "isi berkas")
    galat = Galat(
        jenis=mentah["type"],
        jalur=jalur,
        nama=nama,
        masukan=mentah["input"],
        tertulis=tulisan_di_berkas(mentah["input"], jalur, tulisan),
        ctx=mentah.get("ctx", {}),
        data=data,
        dikenal=lambda: kunci_model(model, loc[:-1]),
        pilihan=lambda: pilihan_model(model, loc) if bersaran else [],
        maksud=mungkin_maksud if bersaran else _tanpa_saran,
        wajib=lambda: wajib_model(model, loc),
        model=model,
    )
    if loc and loc[-1] == "[key]":
        return kunci_salah_bentuk(galat)
    if _diharap_bilangan(galat):
        bulat = galat.jenis in _BILANGAN_BULAT
        if masalah := tulisan_bilangan(galat.jalur, galat.nama, galat.masukan, bulat=bulat):
            pilihan = _tersedia(galat) if galat.jenis == "literal_error" else ()
            return masalah._replace(petunjuk=f"Tulis {deretan(pilihan, 'atau')}.") if pilihan else masalah
    return (_MENURUT_JENIS.get(galat.jenis) or _tipe)(galat)


def _diharap_bilangan(galat: Galat) -> bool:
    if galat.jenis == "literal_error":
        return all(satu.isdecimal() for satu in _tersedia(galat))
    if isinstance(galat.masukan, AngkaTertulis):
        return not galat.jenis.startswith("string") and galat.jenis != "kode_tanpa_petik"
    return galat.jenis in ("bilangan", "koma_desimal", *_BILANGAN_BULAT)


def _tanpa_saran(_tertulis: Any, _pilihan: Iterable[str]) -> tuple[str, ...]:
    return ()


def _tiada(galat: Galat) -> Masalah:
    return kunci_tiada(galat.jalur, galat.pilihan())


def _tersedia(galat: Galat) -> list[str]:
    tersedia: list[str] = galat.ctx["expected"].replace(" or ", ", ").split(", ")
    return [satu.strip("'") for satu in tersedia]


def _pilihan(galat: Galat) -> Masalah:
    if galat.masukan is None:
        return kosong_wajib(galat.jalur, galat.nama, galat.tertulis, _tersedia(galat))
    return bukan_pilihan(galat.jalur, galat.nama, galat.tertulis, _tersedia(galat), galat.maksud)


def _tanggal(galat: Galat) -> Masalah:
    if galat.masukan is None:
        return _kosong(galat)
    sebab = "tidak ada di kalender" if galat.jenis == "tanggal_mustahil" else "bukan tanggal"
    petunjuk, usul = "Tulis tanggal sebagai YYYY-MM-DD, misalnya 2023-01-12.", None
    if dimaksud := baca_tulisan(str(galat.masukan)):
        sebab = "tidak ada di kalender" if dimaksud.mustahil else sebab
        petunjuk = dimaksud.petunjuk
        usul = Usul(dimaksud.hari.isoformat()) if dimaksud.hari else None
    pesan = f"{galat.nama} {kutip(galat.tertulis)} {sebab}"
    return Masalah("SKM105", galat.jalur, pesan, petunjuk, usul=usul)


def _koma(galat: Galat) -> Masalah:
    return koma_desimal(galat.jalur, galat.nama, galat.masukan)


def _rentang(galat: Galat) -> Masalah:
    batas = f"{BATAS_TERBUKA[galat.jenis]} {next(iter(galat.ctx.values()))}"
    pesan = f"{galat.nama} {kutip(galat.tertulis)} di luar rentang: {batas}"
    petunjuk = "Periksa apakah lintang dan bujur tertukar." if galat.nama == "lintang" else ""
    return Masalah("SKM106", galat.jalur, pesan, petunjuk)


def _kosong(galat: Galat) -> Masalah:
    if galat.wajib():
        return kosong_wajib(galat.jalur, galat.nama, galat.tertulis, ())
    pesan = pesan_kosong(galat.nama, galat.tertulis)
    return Masalah("SKM109", galat.jalur, pesan, "Isi nilainya atau hapus kuncinya.")


def _kode_bilangan(galat: Galat) -> Masalah:
    pesan = f"kode {kutip(galat.tertulis)} tertulis sebagai bilangan"
    petunjuk = 'Apit kodenya dengan tanda petik, seperti "32.10"; tanpa itu nol di belakang hilang.'
    maksud = kode_dimaksud(str(galat.tertulis))
    if maksud and maksud != galat.tertulis:
        petunjuk = f'Tulis "{maksud}", dengan tanda petik.'
    usul = Usul(str(galat.tertulis)) if maksud == galat.tertulis else None
    return Masalah("SKM110", galat.jalur, pesan, petunjuk, usul=usul)


def _pola(galat: Galat) -> Masalah:
    contoh = {"kode": '"32" atau "32.10"', "pengembangan_dari": "2022/dinas-kesehatan/posyandu"}
    petunjuk = f"Tulis seperti {contoh.get(galat.nama, 'contoh pada skema')}."
    if galat.nama in _BENTUK_DIMAKSUD and (maksud := _BENTUK_DIMAKSUD[galat.nama](str(galat.masukan))):
        petunjuk = f'Tulis "{maksud}".'
    return Masalah("SKM111", galat.jalur, f"{galat.nama} {kutip(galat.tertulis)} salah bentuk", petunjuk)


def _catatan_dimaksud(tertulis: str) -> str | None:
    """Pengenal catatan tanpa petik, akhiran .yaml, garis miring di ujung, dan beda huruf besar."""
    rapi = (
        tanda_biasa(tertulis)
        .strip("'\"/ ")
        .replace("\\", "/")
        .lower()
        .removesuffix(".yaml")
        .removesuffix(".yml")
    )
    rapi = rapi.replace(" ", "-").replace("_", "-")
    return rapi if POLA_ID_CATATAN.fullmatch(rapi) else None


_BENTUK_DIMAKSUD: dict[str, Callable[[str], str | None]] = {
    "kode": kode_dimaksud,
    "pengembangan_dari": _catatan_dimaksud,
}


def _slug(galat: Galat) -> Masalah:
    return Masalah("SKM107", galat.jalur, f"kode {kutip(galat.tertulis)} salah bentuk", PETUNJUK_SLUG)


def _entri_kosong(galat: Galat) -> Masalah:
    pesan = f'baris "{galat.nama}" tanpa parameter dan fakta'
    return Masalah("SKM112", galat.jalur, pesan, "Isi parameter (0-3), fakta, atau keduanya.", "kunci")


def _spd_kosong(galat: Galat) -> Masalah:
    petunjuk = "Isi indikator, atau total bila tabel SPD tidak terbit."
    return Masalah("SKM112", galat.jalur, "spd.yaml tanpa indikator dan total", petunjuk)


def _tipe(galat: Galat) -> Masalah:
    if galat.masukan is None or bertanda_kosong(galat.masukan):
        return _kosong(galat)
    if galat.jenis in ("dict_type", "model_type"):
        return perlu_rincian(galat.jalur, galat.nama, galat.masukan, kutip(galat.tertulis))
    if galat.jenis in ("tuple_type", "list_type"):
        return perlu_daftar(
            galat.jalur, galat.nama, galat.masukan, kutip(galat.tertulis), _anggota_daftar(galat)
        )
    if galat.nama == "urusan":
        return _urusan(galat)
    diharap = _NAMA_TIPE.get(galat.jenis, "nilai yang sesuai skema")
    petunjuk = _bentuk_lain(galat, diharap) or f"Tulis sebagai {diharap}."
    pesan = f"{galat.nama} {kutip(galat.tertulis)} bukan {diharap}"
    return Masalah("SKM103", galat.jalur, pesan, petunjuk)


def _bentuk_lain(galat: Galat, diharap: str) -> str | None:
    """Langkah dengan nilai yang tertulis, bila dapat disebut."""
    masukan = galat.masukan
    if diharap == "teks" and isinstance(masukan, int | float | AngkaTertulis):
        petunjuk = "Apit dengan tanda petik supaya terbaca sebagai teks"
        return f"{petunjuk}." if isinstance(galat.tertulis, bool) else f'{petunjuk}: "{galat.tertulis}".'
    if galat.nama in TEKS_URAIAN:
        return f'Tulis sebagai satu teks: "{galat.nama}: |", lalu isinya di bawahnya, menjorok dua spasi.'
    if "bilangan" in diharap and isinstance(masukan, str):
        derajat = galat.nama in ("lintang", "bujur")
        satuan = _SATUAN_ISIAN.get(galat.nama, "")
        return petunjuk_derajat(masukan) if derajat else petunjuk_bilangan(masukan, satuan)
    if diharap == "bilangan bulat" and isinstance(masukan, float) and masukan.is_integer():
        return f"Tulis {int(masukan)}."
    return None


def _anggota_daftar(galat: Galat) -> Collection[str]:
    """Pilihan bagi anggota daftar di jalur galat; kosong bila isinya bebas."""
    from indeksinovasi.inti.model.urusan import URUSAN

    return URUSAN if galat.nama == "urusan_lain" else pilihan_model(galat.model, (*galat.jalur, 0))


def _urusan(galat: Galat) -> Masalah:
    from indeksinovasi.inti.model.urusan import URUSAN

    maksud = galat.maksud(galat.masukan, URUSAN)
    pesan = f"{galat.nama} {kutip(galat.tertulis)} bukan kode urusan{sambung(maksud)}"
    petunjuk = _beberapa_urusan(galat.masukan) or atau(maksud, LIHAT_URUSAN)
    return Masalah("SKM104", galat.jalur, pesan, petunjuk, usul=usul_pasti(galat.masukan, URUSAN))


def _beberapa_urusan(masukan: Any) -> str | None:
    """Langkah bagi beberapa urusan di tempat urusan utama: satu di sana, selainnya di ``urusan_lain``."""
    from indeksinovasi.inti.model.urusan import URUSAN

    semua = masukan if isinstance(masukan, list) else re.split(r"[,;/]", str(masukan))
    kode = [maksud_pasti(str(satu).strip(), URUSAN) for satu in semua]
    if len(kode) < 2 or None in kode:
        return None
    pilihan = deretan((f'"{satu}"' for satu in kode), "atau")
    return f"Pilih satu sebagai urusan utama, {pilihan}; selainnya ditulis di urusan_lain."


_MENURUT_JENIS: dict[str, Callable[[Galat], Masalah]] = {
    "missing": _tiada,
    "extra_forbidden": kunci_tak_dikenal,
    "invalid_key": kunci_bukan_teks,
    "literal_error": _pilihan,
    "urusan": _urusan,
    "tanggal": _tanggal,
    "tanggal_mustahil": _tanggal,
    "koma_desimal": _koma,
    **dict.fromkeys(BATAS_TERBUKA, _rentang),
    "string_too_short": _kosong,
    "kode_tanpa_petik": _kode_bilangan,
    "string_pattern_mismatch": _pola,
    "slug": _slug,
    "entri_kosong": _entri_kosong,
    "spd_kosong": _spd_kosong,
}
