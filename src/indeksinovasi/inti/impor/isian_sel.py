"""Sel lembar isian: isi catatan sebagai sel, dan sel yang tidak diubah orang."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from indeksinovasi.inti.impor.gabung import setara
from indeksinovasi.inti.impor.isian_fakta import tulisan_fakta
from indeksinovasi.inti.impor.label import rapikan_banyak
from indeksinovasi.inti.model.angka import AngkaTertulis
from indeksinovasi.inti.model.dasar import POLA_TANGGAL
from indeksinovasi.inti.model.impor import IsiSel
from indeksinovasi.inti.model.isian import KOLOM_BUKTI
from indeksinovasi.inti.model.mentah import dalam, deret_peta, peta
from indeksinovasi.inti.tulis_yaml import sebaris

ISIAN_WAKTU = ("uji_coba", "penerapan", "pengembangan")
_BILANGAN_TEPAT = 2**53
_TIDAK_DIUBAH = "[terlalu panjang"


def sel_isian(kolom: str, kenal: str, opd: str, isi: Mapping[str, Any]) -> IsiSel:
    """Isi sel lembar Inovasi bagi satu kolom sebuah catatan."""
    if kolom in ("id", "opd"):
        return kenal if kolom == "id" else opd
    if kolom in ISIAN_WAKTU:
        return sel_fakta(dalam(isi, "waktu", kolom), "tanggal")
    if kolom in ("lintang", "bujur"):
        return sel_fakta(dalam(isi, "koordinat", kolom))
    nilai = isi.get(kolom)
    if kolom == "urusan_lain" and isinstance(nilai, list):
        return ", ".join(map(str, nilai)) or None
    return sel_fakta(nilai, "tanggal" if kolom == "tanggal_input" else "")


def sel_fakta(nilai: Any, jenis: str = "") -> IsiSel:
    """Nilai YAML sebagai sel: bilangan tetap bilangan, daftar dan peta sebagai YAML sebaris."""
    if isinstance(nilai, list | tuple | Mapping):
        return sebaris(nilai) if nilai else None
    if isinstance(nilai, bool):
        return "true" if nilai else "false"
    if isinstance(nilai, int | float):
        return nilai if abs(nilai) <= _BILANGAN_TEPAT else str(nilai)
    if isinstance(nilai, AngkaTertulis):
        return nilai.teks
    if jenis == "tanggal" and isinstance(nilai, str):
        return _tanggal(nilai)
    return None if nilai is None else str(nilai)


def _tanggal(teks: str) -> IsiSel:
    """Tanggal yang ada di kalender; selainnya teksnya sendiri."""
    if not POLA_TANGGAL.fullmatch(teks):
        return teks
    try:
        return date.fromisoformat(teks)
    except ValueError:
        return teks


def sel_baris_fakta(kode: str, nilai: Any) -> IsiSel:
    """Sel kolom fakta baris *kode*: daftar dan peta tahun ditulis tanpa kurung."""
    return tulisan_fakta(kode, nilai) or sel_fakta(nilai)


def sel_indikator(kode: str, entri: Any) -> dict[str, IsiSel]:
    """Sel yang diisi orang pada baris *kode*: parameter, fakta, basis, nilai."""
    tertulis = dalam(entri, "fakta")
    sel: dict[str, IsiSel] = {"parameter": sel_fakta(dalam(entri, "parameter"))}
    ukuran = peta(tertulis)
    if "nilai" in ukuran:
        return sel | {
            "fakta": None,
            "basis": sel_fakta(ukuran.get("basis")),
            "nilai": sel_fakta(ukuran["nilai"]),
        }
    return sel | {"fakta": sel_baris_fakta(kode, tertulis), "basis": None, "nilai": None}


def sel_bukti(isi: Any, kode: str) -> Iterator[dict[str, IsiSel]]:
    """Sel tiap bukti satu baris indikator sebuah catatan."""
    for bukti in deret_peta(dalam(isi, "indikator", kode, "bukti")):
        yield {kolom: sel_fakta(bukti.get(kolom), kolom) for kolom in KOLOM_BUKTI[2:]}


def sama_sel(satu: IsiSel, dua: IsiSel) -> bool:
    """Kedua sel sama bagi orang, termasuk sel yang tidak muat di Excel dan karena itu tidak diubah."""
    if isinstance(satu, str) and satu.startswith(_TIDAK_DIUBAH):
        return True
    return setara(_polos(satu), _polos(dua))


def _polos(sel: IsiSel) -> Any:
    if isinstance(sel, date):
        return sel.isoformat()
    return (rapikan_banyak(sel) or None) if isinstance(sel, str) else sel


def sel_hampa(sel: IsiSel) -> bool:
    """Sel tanpa isi; tanda ``-`` di lembar isian adalah isi."""
    return sel is None or (isinstance(sel, str) and not sel.strip())
