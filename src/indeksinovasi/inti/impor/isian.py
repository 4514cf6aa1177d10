"""Lembar isian menjadi calon: sel yang tidak diubah memakai nilai titik tolaknya persis, selainnya dibaca."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from indeksinovasi.inti.ejaan import kutip
from indeksinovasi.inti.impor.bundel import pulihkan, urutkan
from indeksinovasi.inti.impor.gabung import setara
from indeksinovasi.inti.impor.kolom import petakan_judul
from indeksinovasi.inti.impor.label import (
    PILIHAN,
    TidakTerpetakan,
    asta_cita_dari,
    bilangan_dari_sel,
    bilangan_yaml,
    daftar_urusan,
    pilihan_dari,
    rapikan_banyak,
    tanggal_dari_sel,
    teks_sel,
)
from indeksinovasi.inti.model.angka import AngkaTertulis
from indeksinovasi.inti.model.impor import BarisTerbaca, IsiSel, Lembar
from indeksinovasi.inti.model.isian import (
    KOLOM_BUKTI,
    KOLOM_INDIKATOR,
    KOLOM_INOVASI,
    LEMBAR_BUKTI,
    LEMBAR_INDIKATOR,
    LEMBAR_INOVASI,
    LEMBAR_SPD,
)
from indeksinovasi.inti.nama import rapikan_teks
from indeksinovasi.inti.tulis_yaml import sebaris

BacaNilai = Callable[[str], Any]
"""Membaca tulisan YAML satu nilai; teksnya sendiri bila bukan YAML."""
_WAKTU = ("uji_coba", "penerapan", "pengembangan")
_TANGGAL = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_BILANGAN_TEPAT = 2**53
_TIDAK_DIUBAH = "[terlalu panjang"


def sel_isian(kolom: str, kenal: str, opd: str, isi: Mapping[str, Any]) -> IsiSel:
    """Isi sel lembar Inovasi bagi satu kolom sebuah catatan."""
    if kolom in ("id", "opd"):
        return kenal if kolom == "id" else opd
    if kolom in _WAKTU:
        return sel_fakta(_dalam(isi, "waktu", kolom), "tanggal")
    if kolom in ("lintang", "bujur"):
        return sel_fakta(_dalam(isi, "koordinat", kolom))
    nilai = isi.get(kolom)
    if kolom == "urusan_lain" and isinstance(nilai, list):
        return ", ".join(map(str, nilai)) or None
    return sel_fakta(nilai, "tanggal" if kolom == "tanggal_input" else "")


def _dalam(isi: Mapping[str, Any], kunci: str, kolom: str) -> Any:
    peta = isi.get(kunci)
    return peta.get(kolom) if isinstance(peta, Mapping) else None


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
    if not _TANGGAL.fullmatch(teks):
        return teks
    try:
        return date.fromisoformat(teks)
    except ValueError:
        return teks


def sama_sel(satu: IsiSel, dua: IsiSel) -> bool:
    """Kedua sel sama bagi orang, termasuk sel yang tidak muat di Excel dan karena itu tidak diubah."""
    if isinstance(satu, str) and satu.startswith(_TIDAK_DIUBAH):
        return True
    return setara(_polos(satu), _polos(dua))


def _polos(sel: IsiSel) -> Any:
    if isinstance(sel, date):
        return sel.isoformat()
    return (rapikan_banyak(sel) or None) if isinstance(sel, str) else sel


@dataclass(slots=True)
class _Isian:
    """Sel-sel satu catatan dari ketiga lembar."""

    nomor: int
    sel: dict[str, IsiSel]
    indikator: dict[str, dict[str, IsiSel]] = field(default_factory=dict)
    bukti: dict[str, list[dict[str, IsiSel]]] = field(default_factory=lambda: defaultdict(list))


def calon_isian(
    sumber: str,
    lembar: Sequence[Lembar],
    asal: Mapping[str, Any] | None,
    tahun: int,
    baca_nilai: BacaNilai,
) -> Iterator[BarisTerbaca]:
    """Calon dari tiap baris lembar Inovasi yang bernama, dan dari lembar SPD bila ada."""
    menurut_nama = {satu.nama: satu for satu in lembar}
    kenal_spd = f"{tahun}/spd"
    semua = _kumpulkan(menurut_nama, kenal_spd)
    for kenal, isian in semua.items():
        semula = asal.get(kenal) if asal is not None else None
        if kenal == kenal_spd:
            yield _calon_spd(sumber, kenal, isian, semula, baca_nilai)
        elif not _hampa(isian.sel.get("nama")) or semula is not None or _id_catatan(kenal):
            yield _calon(sumber, kenal, isian, semula, baca_nilai)


def _kumpulkan(lembar: Mapping[str, Lembar], kenal_spd: str) -> dict[str, _Isian]:
    """Sel tiap catatan dari semua lembarnya, menurut id; tanpa id, menurut nomor barisnya."""
    semua: dict[str, _Isian] = {}
    for nomor, sel in baris_lembar(lembar.get(LEMBAR_INOVASI), KOLOM_INOVASI):
        semua[_teks_rapi(sel, "id") or f"#{nomor}"] = _Isian(nomor, sel)
    if spd := list(baris_lembar(lembar.get(LEMBAR_SPD), KOLOM_INDIKATOR)):
        semua[kenal_spd] = _Isian(spd[0][0], {})
    for nama in (LEMBAR_INDIKATOR, LEMBAR_SPD):
        for _, sel in baris_lembar(lembar.get(nama), KOLOM_INDIKATOR):
            if milik := semua.get(_teks_rapi(sel, "id")):
                milik.indikator[_teks_rapi(sel, "indikator")] = sel
    for _, sel in baris_lembar(lembar.get(LEMBAR_BUKTI), KOLOM_BUKTI):
        milik = semua.get(_teks_rapi(sel, "id"))
        if milik and not all(_hampa(sel.get(kolom)) for kolom in KOLOM_BUKTI[2:]):
            milik.bukti[_teks_rapi(sel, "indikator")].append(sel)
    return semua


def _teks_rapi(sel: Mapping[str, IsiSel], kolom: str) -> str:
    return teks_sel(sel.get(kolom)).strip()


def _id_catatan(kenal: str) -> bool:
    """``<tahun>/<opd>/<nama>``, bukan nomor baris."""
    return kenal.count("/") == 2


def baris_lembar(lembar: Lembar | None, kolom: Sequence[str]) -> Iterator[tuple[int, dict[str, IsiSel]]]:
    """Baris lembar menurut judul kolomnya, di mana pun letaknya; kolom pertama *kolom* harus ada."""
    if lembar is None:
        return
    judul = petakan_judul(lembar.baris, {satu: satu for satu in kolom}, kolom[0])
    if judul is None:
        return
    for satu in lembar.baris[judul.urutan + 1 :]:
        yield satu.nomor, {k: satu.sel[n] for k, n in judul.kolom.items() if n < len(satu.sel)}


def _hampa(sel: IsiSel) -> bool:
    return sel is None or (isinstance(sel, str) and not sel.strip())


def _calon(sumber: str, kenal: str, isian: _Isian, semula: Any, baca_nilai: BacaNilai) -> BarisTerbaca:
    lama: Mapping[str, Any] = semula if isinstance(semula, Mapping) else {}
    ada = _id_catatan(kenal)
    opd = rapikan_teks(teks_sel(isian.sel.get("opd"))) or (kenal.split("/")[1] if ada else "")
    calon = BarisTerbaca(sumber, isian.nomor, opd=opd, id=kenal if ada else None)
    calon.asal = lama if ada and semula is not None else None
    isi: dict[str, Any] = {}
    for kolom in KOLOM_INOVASI[2:]:
        _satu_kolom(isi, calon, kolom, isian.sel.get(kolom), lama)
    if indikator := _indikator(isian, lama, calon, baca_nilai):
        isi["indikator"] = indikator
    if not ada:
        isi.setdefault("status", "draf")
    calon.isi = urutkan(pulihkan(isi))
    calon.status_disebut = "status" in isi
    if not isi.get("nama"):
        calon.dilewati = "tanpa judul"
    return calon


def _calon_spd(sumber: str, kenal: str, isian: _Isian, semula: Any, baca_nilai: BacaNilai) -> BarisTerbaca:
    lama: Mapping[str, Any] = semula if isinstance(semula, Mapping) else {}
    calon = BarisTerbaca(sumber, isian.nomor, id=kenal, asal=lama if semula is not None else None)
    isi: dict[str, Any] = {}
    for kunci in ("total", "maksimum"):
        sel = isian.indikator.pop(kunci, {}).get("fakta")
        if (nilai := _nilai(sel, lama.get(kunci), baca_nilai)) is not None:
            isi[kunci] = nilai
    if indikator := _indikator(isian, lama, calon, baca_nilai):
        isi["indikator"] = indikator
    calon.isi = pulihkan(isi)
    return calon


def _satu_kolom(
    isi: dict[str, Any], calon: BarisTerbaca, kolom: str, sel: IsiSel, lama: Mapping[str, Any]
) -> None:
    """Tulis satu kolom ke *isi*; yang tidak terbaca memakai nilai titik tolaknya dan disebut."""
    semula = _nilai_lama(kolom, lama)
    if sama_sel(sel, sel_isian(kolom, "", "", lama)):
        nilai = semula
    elif _hampa(sel):
        nilai = None
    else:
        try:
            nilai = _baca_kolom(kolom, sel)
        except TidakTerpetakan as galat:
            calon.catatan.append(f"{kolom} {kutip(teks_sel(sel))} {galat}")
            nilai = semula
    if nilai is None:
        return
    if kolom in _WAKTU:
        isi.setdefault("waktu", {})[kolom] = nilai
    elif kolom in ("lintang", "bujur"):
        isi.setdefault("koordinat", {})[kolom] = nilai
    else:
        isi[kolom] = nilai


def _nilai_lama(kolom: str, lama: Mapping[str, Any]) -> Any:
    if kolom in _WAKTU:
        return _dalam(lama, "waktu", kolom)
    return _dalam(lama, "koordinat", kolom) if kolom in ("lintang", "bujur") else lama.get(kolom)


def _baca_kolom(kolom: str, sel: IsiSel) -> Any:
    teks = teks_sel(sel)
    if kolom in PILIHAN:
        kode = pilihan_dari(kolom, rapikan_teks(teks))
        if kode is None:
            raise TidakTerpetakan("bukan pilihan")
        return kode
    if kolom in (*_WAKTU, "tanggal_input"):
        return tanggal_dari_sel(sel)
    if kolom in ("lintang", "bujur", "kematangan"):
        return bilangan_yaml(bilangan_dari_sel(sel))
    if kolom == "urusan_lain":
        kode_semua, sisa = daftar_urusan(teks)
        if sisa:
            raise TidakTerpetakan("tidak dikenal")
        return list(kode_semua)
    if kolom == "asta_cita":
        nomor = asta_cita_dari(teks)
        if nomor is None:
            raise TidakTerpetakan("bukan 1-8")
        return nomor
    if kolom in ("rancang_bangun", "tujuan", "manfaat", "hasil"):
        return rapikan_banyak(teks)
    return rapikan_teks(teks)


def _indikator(
    isian: _Isian, lama: Mapping[str, Any], calon: BarisTerbaca, baca_nilai: BacaNilai
) -> dict[str, Any]:
    semula = lama.get("indikator")
    semula = semula if isinstance(semula, Mapping) else {}
    hasil: dict[str, Any] = {}
    urutan = dict.fromkeys((*map(str, semula), *isian.indikator, *isian.bukti))
    for kode in urutan:
        if not kode:
            continue
        entri_lama = semula.get(kode)
        entri_lama = entri_lama if isinstance(entri_lama, Mapping) else {}
        sel = isian.indikator.get(kode, {})
        entri = {
            "parameter": _nilai(sel.get("parameter"), entri_lama.get("parameter"), baca_nilai),
            "fakta": _fakta(sel, entri_lama.get("fakta"), baca_nilai),
            "bukti": _bukti(isian.bukti.get(kode, []), entri_lama.get("bukti"), calon, kode),
        }
        entri = {kunci: nilai for kunci, nilai in entri.items() if nilai is not None}
        if "parameter" in entri or "fakta" in entri:
            hasil[kode] = entri
        elif entri:
            calon.catatan.append(f"bukti {kode} tanpa parameter atau fakta")
    return hasil


def _nilai(sel: IsiSel, semula: Any, baca_nilai: BacaNilai) -> Any:
    if sama_sel(sel, sel_fakta(semula)):
        return semula
    if _hampa(sel):
        return None
    if isinstance(sel, bool | int):
        return sel
    if isinstance(sel, float):
        return int(sel) if sel.is_integer() else sel
    return baca_nilai(teks_sel(sel).strip())


def _fakta(sel: Mapping[str, IsiSel], semula: Any, baca_nilai: BacaNilai) -> Any:
    berbasis = semula if isinstance(semula, Mapping) and "nilai" in semula else None
    if berbasis is not None and _hampa(sel.get("fakta")) and _basis_utuh(sel, berbasis):
        return semula
    if _hampa(sel.get("nilai")) and _hampa(sel.get("basis")):
        return _nilai(sel.get("fakta"), semula if berbasis is None else None, baca_nilai)
    hasil = {
        "basis": teks_sel(sel.get("basis")).strip() or None,
        "nilai": _nilai(sel.get("nilai"), None, baca_nilai),
    }
    return {kunci: nilai for kunci, nilai in hasil.items() if nilai is not None}


def _basis_utuh(sel: Mapping[str, IsiSel], semula: Mapping[str, Any]) -> bool:
    return sama_sel(sel.get("basis"), semula.get("basis")) and sama_sel(
        sel.get("nilai"), sel_fakta(semula["nilai"])
    )


def _bukti(semua: Sequence[Mapping[str, IsiSel]], semula: Any, calon: BarisTerbaca, kode: str) -> Any:
    lama = [satu for satu in semula if isinstance(satu, Mapping)] if isinstance(semula, list) else []
    sel_baru = [{kolom: satu.get(kolom) for kolom in KOLOM_BUKTI[2:]} for satu in semua]
    if len(lama) == len(sel_baru) and all(map(_bukti_utuh, sel_baru, lama)):
        return semula
    return [_satu_bukti(satu, calon, kode) for satu in sel_baru] or None


def _bukti_utuh(sel: Mapping[str, IsiSel], semula: Mapping[str, Any]) -> bool:
    return all(sama_sel(isi, sel_fakta(semula.get(kolom), kolom)) for kolom, isi in sel.items())


def _satu_bukti(sel: Mapping[str, IsiSel], calon: BarisTerbaca, kode: str) -> dict[str, str]:
    hasil: dict[str, str] = {}
    for kolom, isi in sel.items():
        if _hampa(isi):
            continue
        if kolom != "tanggal":
            hasil[kolom] = rapikan_teks(teks_sel(isi))
            continue
        try:
            hasil[kolom] = tanggal_dari_sel(isi)
        except TidakTerpetakan as galat:
            calon.catatan.append(f"tanggal bukti {kode} {kutip(teks_sel(isi))} {galat}")
    return hasil
