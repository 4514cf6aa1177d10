"""Kunci yang dikenal tetapi tertulis di kedalaman atau berkas lain: disebut tempatnya, tidak pernah disuruh
hapus.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable
from typing import Any

from pydantic import BaseModel

from indeksinovasi.inti.ejaan import kutip, maksud_pasti, mungkin_maksud
from indeksinovasi.inti.model.angka import tahun_wajar
from indeksinovasi.inti.model.daerah import Daerah, HasilResmi, HasilTerbit
from indeksinovasi.inti.model.dasar import POLA_SLUG
from indeksinovasi.inti.model.fakta import BENTUK_FAKTA
from indeksinovasi.inti.model.inovasi import Bukti, Entri, Inovasi, Koordinat, Verifikasi, Waktu
from indeksinovasi.inti.model.mentah import dalam, peta
from indeksinovasi.inti.model.nilai_fakta import KUNCI_UKURAN
from indeksinovasi.inti.model.spd import Spd
from indeksinovasi.inti.model.temuan import Jalur, Masalah

_BUKTI = set(Bukti.model_fields)
_VERIFIKASI = set(Verifikasi.model_fields) - set(Entri.model_fields)
_MILIK: tuple[tuple[type[BaseModel], str], ...] = (
    (Daerah, "daerah.yaml"),
    (HasilResmi, "hasil_resmi.yaml"),
    (HasilTerbit, "hasil_resmi.yaml"),
    (Spd, "spd.yaml"),
    (Inovasi, "berkas catatan inovasi"),
)
_PEMERIKSA = (
    '"{}" termasuk di dalam verifikasi, yang diisi pemeriksa; catatan sendiri ditulis sesudah tanda #.'
)
_DARI_FOLDER = {"opd": "OPD", "tahun": "Tahun"}
_MENYATU = re.compile(
    r"(?P<kunci>\w+)(?P<tanda>:(?=\S)|\s*[=;\uff1a]\s*|\s+)(?P<nilai>\S.*)", re.DOTALL | re.ASCII
)


def salah_tempat(jalur: Jalur, data: Any, model: type[BaseModel] = Inovasi) -> Masalah | None:
    """SKM102 bagi kunci di *jalur* yang tempatnya lain; ``None`` bila kunci itu memang tidak dikenal."""
    kunci = jalur[-1]
    cari = _MENURUT_MODEL.get(model)
    petunjuk = cari(kunci, jalur[:-1], data) if cari else None
    if petunjuk is None:
        return None
    return Masalah("SKM102", jalur, f"kunci {kutip(kunci)} salah tempat", petunjuk, "kunci")


def sebutan_di_dalam(jalur: Jalur, data: Any, model: type[BaseModel]) -> Masalah | None:
    """SKM102 bagi sebutan isian yang lebih dalam, ditulis di tingkat teratas: ``tanggal_penerapan``."""
    if model is not Inovasi or len(jalur) != 1 or not isinstance(jalur[0], str):
        return None
    dimaksud = maksud_pasti(jalur[0], (*Waktu.model_fields, *Koordinat.model_fields))
    tempat = _di_teratas(dimaksud, data) if dimaksud else None
    if tempat is None:
        return None
    pesan = f'kunci {kutip(jalur[0])} tidak dikenal; mungkin maksud Anda "{dimaksud}"'
    return Masalah("SKM102", jalur, pesan, f'Ganti namanya dengan "{dimaksud}". {tempat}', "kunci")


def indikator_berkas_lain(jalur: Jalur, model: type[BaseModel]) -> Masalah:
    """SKM102 bagi indikator daerah di catatan inovasi, atau sebaliknya."""
    tempat = "spd.yaml" if model is Inovasi else "berkas catatan inovasi"
    petunjuk = f'"{jalur[-1]}" milik {tempat}; pindahkan ke sana.'
    return Masalah("SKM102", jalur, f"indikator {kutip(jalur[-1])} salah tempat", petunjuk, "kunci")


def indikator_tersasar(masalah: Iterable[Masalah], dikenal: Container[str]) -> list[Masalah]:
    """*masalah* ``spd.yaml`` dengan kode indikator di tingkat teratas disebut tempatnya."""
    return [_masuk_indikator(satu) if _kode_teratas(satu, dikenal) else satu for satu in masalah]


def _kode_teratas(masalah: Masalah, dikenal: Container[str]) -> bool:
    return masalah.kode == "SKM102" and len(masalah.jalur) == 1 and str(masalah.jalur[0]) in dikenal


def _masuk_indikator(masalah: Masalah) -> Masalah:
    kunci = str(masalah.jalur[0])
    return masalah._replace(
        pesan=f"kunci {kutip(kunci)} salah tempat", petunjuk=_masuk(kunci, "indikator", "dua")
    )


def menyatu(jalur: Jalur, dikenal: list[str], isi: Any = None) -> Masalah | None:
    """SKM102 bagi kunci yang dikenal dan nilainya yang menempel: ``{parameter:2}``, ``{parameter 2}``.

    *isi* nilai kunci itu; tanpa titik dua tidak ada nilainya.
    """
    cocok = _MENYATU.fullmatch(jalur[-1]) if jalur and isinstance(jalur[-1], str) else None
    if cocok is None or cocok["kunci"] not in dikenal or (cocok["tanda"] != ":" and isi is not None):
        return None
    kunci, nilai = cocok["kunci"], cocok["nilai"]
    sebab = "tidak diikuti spasi" if cocok["tanda"] == ":" else "belum ada"
    pesan = f"titik dua sesudah {kunci} {sebab}"
    if nilai[0] in "{[":
        return Masalah("SKM102", jalur, pesan, f"Beri satu spasi sesudah {kunci}:.", "kunci", dimaksud=kunci)
    petunjuk = f"Tulis {kunci}: {nilai[:40]}, dengan titik dua dan satu spasi."
    return Masalah("SKM102", jalur, pesan, petunjuk, "kunci", dimaksud=kunci)


def _catatan(kunci: Any, induk: Jalur, data: Any) -> str | None:
    if not isinstance(kunci, str):
        return None
    if not induk:
        return _di_teratas(kunci, data) or _berkas_lain(kunci, Inovasi)
    if induk[0] == "indikator" and len(induk) == 1:
        return _di_indikator(kunci, data)
    if induk[0] == "indikator" and len(induk) == 2:
        return _di_baris(kunci, induk, data)
    if kunci in Inovasi.model_fields and induk[0] in ("waktu", "koordinat", "indikator"):
        return _keluar(kunci, data)
    return _di_dalam(kunci, induk) or _berkas_lain(kunci, Inovasi)


def _spd(kunci: Any, induk: Jalur, data: Any) -> str | None:
    if not isinstance(kunci, str):
        return None
    if not induk and kunci in Entri.model_fields:
        return _di_teratas(kunci, data)
    if induk == ("indikator",):
        return _keluar(kunci, data) if kunci in Spd.model_fields else _di_indikator(kunci, data)
    if len(induk) == 2:
        return _di_baris(kunci, induk, data)
    tempat = None if kunci in KUNCI_UKURAN else _di_dalam(kunci, induk)
    return tempat or _berkas_lain(kunci, Spd)


def _di_teratas(kunci: str, data: Any) -> str | None:
    if kunci in Entri.model_fields:
        baris = ["salah satu baris indikator", *map(str, peta(dalam(data, "indikator")))]
        terakhir = next(satu for satu in reversed(baris) if satu not in Entri.model_fields)
        return _masuk(kunci, terakhir, "empat")
    if kunci in BENTUK_FAKTA:
        return _masuk(kunci, "indikator", "dua")
    if kunci in Waktu.model_fields:
        return _masuk(kunci, "waktu", "dua")
    if kunci in Koordinat.model_fields:
        return _masuk(kunci, "koordinat", "dua")
    return _di_dalam(kunci, ())


def _di_dalam(kunci: str, induk: Jalur) -> str | None:
    """Kunci bagian dalam sebuah baris indikator, ditulis di tempat lain."""
    if kunci in Entri.model_fields and induk:
        return f'"{kunci}" sejajar dengan {_wadah(induk)}; keluarkan dari sana.'
    if kunci in KUNCI_UKURAN:
        return f'"{kunci}" termasuk di dalam fakta kemanfaatan: fakta: {{basis: ..., nilai: ...}}.'
    if kunci in _BUKTI:
        return f'"{kunci}" termasuk di dalam bukti sebuah indikator; pindahkan ke sana.'
    if kunci in _VERIFIKASI:
        return _PEMERIKSA.format(kunci)
    return None


def _wadah(induk: Jalur) -> str:
    return next((str(satu) for satu in reversed(induk) if isinstance(satu, str)), "isian ini")


def _di_indikator(kunci: str, data: Any) -> str | None:
    if kunci in Entri.model_fields:
        return _masuk(kunci, _sebelum(kunci, data["indikator"]) or "baris indikatornya", "dua")
    return _keluar(kunci, data) if kunci in Inovasi.model_fields else _di_dalam(kunci, ())


def _di_baris(kunci: str, induk: Jalur, data: Any) -> str | None:
    if kunci in BENTUK_FAKTA:
        return f'"{kunci}" sejajar dengan {induk[-1]}; keluarkan dua spasi.'
    wadah = data["indikator"][induk[-1]]
    if kunci in KUNCI_UKURAN and (kunci == "basis" or _berbasis(induk[-1], wadah)):
        return f'"{kunci}" termasuk di dalam fakta: fakta: {{basis: ..., nilai: ...}}.'
    sebelum = [satu for satu in wadah if satu in ("bukti", "verifikasi")]
    if kunci in _BUKTI & _VERIFIKASI and sebelum:
        return _masuk(kunci, sebelum[-1], "dua")
    if kunci in _BUKTI:
        return _masuk_bukti(kunci, wadah)
    if kunci in _VERIFIKASI:
        return _masuk(kunci, "verifikasi", "dua") if "verifikasi" in wadah else _PEMERIKSA.format(kunci)
    return _keluar(kunci, data) if kunci in {*Inovasi.model_fields, *Spd.model_fields} else None


def _masuk_bukti(kunci: str, wadah: Any) -> str:
    if "bukti" in wadah:
        return _masuk(kunci, "bukti", "empat")
    isi = ", ".join(f"{satu}: ..." for satu in wadah if satu in _BUKTI)
    return f'"{kunci}" termasuk di dalam bukti: tulis bukti: [{{{isi}}}].'


def _berbasis(kode: Any, wadah: Any) -> bool:
    """Baris yang faktanya memuat basis: ``nilai`` di sana bukan tingkat."""
    bentuk = BENTUK_FAKTA.get(kode)
    return "basis" in wadah or (bentuk is not None and bentuk.jenis == "manfaat")


def _sebelum(kunci: str, peta: dict[Any, Any]) -> str | None:
    semua = [str(satu) for satu in peta]
    nomor = semua.index(kunci)
    return semua[nomor - 1] if nomor else None


def _daerah(kunci: Any, induk: Jalur, data: Any) -> str | None:
    if induk:
        return _keluar(kunci, data) if isinstance(kunci, str) and kunci in Daerah.model_fields else None
    if isinstance(kunci, int) and tahun_wajar(kunci):
        return _masuk(str(kunci), "target_inovasi", "dua")
    if not isinstance(kunci, str):
        return None
    if "-" in kunci and POLA_SLUG.fullmatch(kunci) and isinstance(data.get(kunci), str):
        return _masuk(kunci, "perangkat_daerah", "dua")
    return _berkas_lain(kunci, Daerah)


def _hasil(kunci: Any, induk: Jalur, data: Any) -> str | None:
    if not isinstance(kunci, str):
        return None
    if kunci in HasilTerbit.model_fields and not induk:
        if isinstance(data.get("hasil"), list):
            return _masuk(kunci, "sebuah hasil", "empat")
        return f'"{kunci}" termasuk di dalam hasil: tulis "hasil:", lalu "  - {kunci}: ..." di bawahnya.'
    if kunci == "hasil" and induk:
        return _keluar(kunci, {})
    return _berkas_lain(kunci, HasilResmi)


def _berkas_lain(kunci: str, model: type[BaseModel]) -> str | None:
    if mungkin_maksud(kunci, model.model_fields):
        return None  # sebutan bagi isian berkas ini sendiri
    if model is Inovasi and kunci in _DARI_FOLDER:
        return f"{_DARI_FOLDER[kunci]} ditentukan oleh foldernya; kunci ini tidak diperlukan."
    for lain, berkas in _MILIK:
        if lain is not model and kunci in lain.model_fields:
            return f'"{kunci}" milik {berkas}; pindahkan ke sana.'
    return None


def _masuk(kunci: str, tempat: str, banyak: str) -> str:
    return f'"{kunci}" termasuk di dalam {tempat}; masukkan {banyak} spasi lebih dalam.'


def _keluar(kunci: str, data: Any) -> str:
    if isinstance(data, dict) and kunci in data:
        return f'"{kunci}" milik tingkat teratas berkas, dan sudah tertulis di sana; di sini tidak dipakai.'
    return f'"{kunci}" berada di tingkat teratas berkas; mulai dari kolom 1.'


_MENURUT_MODEL: dict[type[BaseModel], Callable[[Any, Jalur, Any], str | None]] = {
    Inovasi: _catatan,
    Spd: _spd,
    Daerah: _daerah,
    HasilResmi: _hasil,
}
