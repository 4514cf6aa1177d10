"""Lembar isian dikumpulkan per catatan; baris yang induknya hilang atau ganda disebut."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from indeksinovasi.inti.ejaan import deretan, kutip
from indeksinovasi.inti.impor.isian_sel import sama_sel, sel_bukti, sel_hampa, sel_indikator
from indeksinovasi.inti.impor.kolom import petakan_judul
from indeksinovasi.inti.impor.label import teks_sel
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
from indeksinovasi.inti.model.mentah import dalam
from indeksinovasi.inti.nama import kunci_nama

_DIISI = ("parameter", "fakta", "basis", "nilai")
_KOLOM = {
    LEMBAR_INOVASI: KOLOM_INOVASI,
    LEMBAR_INDIKATOR: ("id", "indikator", *_DIISI),
    LEMBAR_BUKTI: KOLOM_BUKTI,
    LEMBAR_SPD: ("id", "indikator", *_DIISI),
}


@dataclass(slots=True)
class SelCatatan:
    """Sel-sel satu catatan dari ketiga lembar; ``bukti`` ``None``: lembar Bukti tidak ada."""

    nomor: int
    sel: dict[str, IsiSel]
    indikator: dict[str, dict[str, IsiSel]] = field(default_factory=dict)
    bukti: dict[str, list[dict[str, IsiSel]]] | None = None
    catatan: list[str] = field(default_factory=list)

    @property
    def kosong(self) -> bool:
        """Baris inovasi baru yang belum diisi apa pun selain id dan opd-nya."""
        sel = any(not sel_hampa(isi) for kolom, isi in self.sel.items() if kolom not in ("id", "opd"))
        diisi = any(not sel_hampa(satu.get(kolom)) for satu in self.indikator.values() for kolom in _DIISI)
        return not (sel or diisi or self.bukti)


def cari_lembar(semua: Sequence[Lembar], nama: str) -> Lembar | None:
    """Lembar menurut namanya; besar kecil huruf dan spasi tidak dibedakan."""
    return next((satu for satu in semua if kunci_nama(satu.nama) == kunci_nama(nama)), None)


def baris_lembar(lembar: Lembar | None, kolom: Sequence[str]) -> Iterator[tuple[int, dict[str, IsiSel]]]:
    """Baris lembar menurut judul kolomnya, di mana pun letaknya; kolom pertama *kolom* harus ada."""
    if lembar is None:
        return
    judul = petakan_judul(lembar.baris, {satu: satu for satu in kolom}, kolom[0])
    if judul is None:
        return
    for satu in lembar.baris[judul.urutan + 1 :]:
        yield satu.nomor, {k: satu.sel[n] for k, n in judul.kolom.items() if n < len(satu.sel)}


def adalah_lembar(lembar: Lembar | None) -> bool:
    """Lembar itu ada dan berjudul kolom ``id``."""
    return lembar is not None and petakan_judul(lembar.baris, {"id": "id"}, "id") is not None


def cacat_isian(semua: Sequence[Lembar], *, berspd: bool) -> Iterator[str]:
    """Kalimat tentang lembar dan kolom lembar isian yang hilang; isinya tidak diubah."""
    return cacat_lembar(semua, {nama: isi for nama, isi in _KOLOM.items() if nama != LEMBAR_SPD or berspd})


def cacat_lembar(semua: Sequence[Lembar], diminta: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Kalimat tentang lembar *diminta* yang tidak ada, dan kolomnya yang hilang."""
    for nama, kolom in diminta.items():
        lembar = cari_lembar(semua, nama)
        judul = petakan_judul(lembar.baris, {satu: satu for satu in kolom}, kolom[0]) if lembar else None
        if judul is None:
            yield f"lembar {kutip(nama)} tidak ada atau tanpa judul kolom; isinya tidak diubah"
        elif hilang := [kutip(satu) for satu in kolom if satu not in judul.kolom]:
            yield f"lembar {kutip(nama)} tanpa kolom {deretan(hilang)}; isinya tidak diubah"


class Pengumpul:
    """Catatan menurut pengenalnya, dan baris yang tidak dapat ditempatkan."""

    def __init__(self, sumber: str, lembar: Sequence[Lembar], asal: Mapping[str, Any], spd: str) -> None:
        self._sumber = sumber
        self._asal = asal
        self._spd = spd
        self.catatan: dict[str, SelCatatan] = {}
        self.luput: list[BarisTerbaca] = []
        self._inovasi(lembar)
        for nama in (LEMBAR_INDIKATOR, LEMBAR_SPD):
            self._indikator(nama, cari_lembar(lembar, nama))
        self._bukti(cari_lembar(lembar, LEMBAR_BUKTI))

    def _inovasi(self, lembar: Sequence[Lembar]) -> None:
        for nomor, sel in baris_lembar(cari_lembar(lembar, LEMBAR_INOVASI), KOLOM_INOVASI):
            kenal = teks_sel(sel.get("id")).strip() or f"#{nomor}"
            if kenal in self.catatan:
                sebab = f"id {kutip(kenal)} sudah dipakai baris {self.catatan[kenal].nomor}; kosongkan id-nya"
                self._luputkan(nomor, f"{sebab} bila ini inovasi baru")
            else:
                self.catatan[kenal] = SelCatatan(nomor, sel)
        spd = next(baris_lembar(cari_lembar(lembar, LEMBAR_SPD), KOLOM_INDIKATOR), None)
        if spd is not None:
            self.catatan[self._spd] = SelCatatan(spd[0], {})

    def _indikator(self, nama: str, lembar: Lembar | None) -> None:
        for nomor, sel in baris_lembar(lembar, KOLOM_INDIKATOR):
            kode = teks_sel(sel.get("indikator")).strip()
            milik = self.catatan.get(teks_sel(sel.get("id")).strip())
            if milik is None or not kode:
                if not self._sama_asal(sel, kode):
                    self._tanpa_induk(nama, nomor, sel, kode)
            elif kode not in milik.indikator:
                milik.indikator[kode] = sel
            elif any(not sama_sel(sel.get(kolom), milik.indikator[kode].get(kolom)) for kolom in _DIISI):
                milik.catatan.append(f"baris {kode} terulang di lembar {nama}; yang dibaca baris pertamanya")

    def _sama_asal(self, sel: Mapping[str, IsiSel], kode: str) -> bool:
        """Tidak ada yang diisikan orang: kosong, atau sama dengan titik tolaknya."""
        semula = sel_indikator(kode, dalam(self._asal, teks_sel(sel.get("id")).strip(), "indikator", kode))
        return all(sama_sel(sel.get(kolom), semula.get(kolom)) for kolom in _DIISI if kolom in sel)

    def _bukti(self, lembar: Lembar | None) -> None:
        if lembar is None or petakan_judul(lembar.baris, {satu: satu for satu in KOLOM_BUKTI}, "id") is None:
            return
        for milik in self.catatan.values():
            milik.bukti = defaultdict(list)
        for nomor, sel in baris_lembar(lembar, KOLOM_BUKTI):
            if all(sel_hampa(sel.get(kolom)) for kolom in KOLOM_BUKTI[2:]):
                continue
            kode = teks_sel(sel.get("indikator")).strip()
            pemilik = self.catatan.get(teks_sel(sel.get("id")).strip())
            if pemilik is not None and pemilik.bukti is not None and kode:
                pemilik.bukti[kode].append(sel)
            elif not self._bukti_asal(sel, kode):
                self._tanpa_induk(LEMBAR_BUKTI, nomor, sel, kode)

    def _bukti_asal(self, sel: Mapping[str, IsiSel], kode: str) -> bool:
        isi = self._asal.get(teks_sel(sel.get("id")).strip())
        return any(
            all(sama_sel(sel.get(kolom), semula[kolom]) for kolom in KOLOM_BUKTI[2:])
            for semula in sel_bukti(isi, kode)
        )

    def _tanpa_induk(self, lembar: str, nomor: int, sel: Mapping[str, IsiSel], kode: str) -> None:
        kenal = teks_sel(sel.get("id")).strip()
        if not kode:
            self._luputkan(nomor, f"lembar {lembar}: kolom indikator kosong")
        elif not kenal:
            self._luputkan(nomor, f"lembar {lembar}: kolom id kosong")
        else:
            self._luputkan(nomor, f"lembar {lembar}: id {kutip(kenal)} tidak ada di lembar Inovasi")

    def _luputkan(self, nomor: int, sebab: str) -> None:
        self.luput.append(BarisTerbaca(self._sumber, nomor, dilewati=sebab))
