"""Catatan sebuah tahun selama rencana disusun: yang tersimpan dan yang sudah direncanakan."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from indeksinovasi.inti.model.impor import CatatanTersimpan, NasibBaris
from indeksinovasi.inti.model.mentah import peta
from indeksinovasi.inti.nama import kunci_nama

KunciCatatan = tuple[str, str]


class KeadaanCatatan:
    """Isi tiap catatan menurut OPD dan slug; ``catat`` memasukkan yang akan ditulis."""

    def __init__(self, catatan: Iterable[CatatanTersimpan]) -> None:
        self._isi: dict[KunciCatatan, CatatanTersimpan] = {(satu.opd, satu.slug): satu for satu in catatan}

    def cari(self, kunci: KunciCatatan) -> CatatanTersimpan | None:
        """Catatan menurut OPD dan slug."""
        return self._isi.get(kunci)

    def slug(self, opd: str) -> set[str]:
        """Slug yang sudah dipakai di *opd*."""
        return {slug for milik, slug in self._isi if milik == opd}

    def menurut_nama(self, kecuali: set[KunciCatatan]) -> Mapping[KunciCatatan, Sequence[CatatanTersimpan]]:
        """Catatan menurut OPD dan pembanding judulnya, tanpa *kecuali*."""
        hasil: dict[KunciCatatan, list[CatatanTersimpan]] = defaultdict(list)
        for kunci, satu in self._isi.items():
            if kunci not in kecuali:
                hasil[satu.opd, kunci_nama(str(satu.isi.get("nama", "")))].append(satu)
        return hasil

    def catat(self, langkah: NasibBaris) -> None:
        """Masukkan yang akan ditulis *langkah*, supaya baris berikutnya dibandingkan dengannya."""
        kunci = langkah.opd, langkah.slug
        if langkah.nasib == "baru" and langkah.isi is not None:
            self._isi[kunci] = CatatanTersimpan(*kunci, langkah.isi)
            return
        ada = self._isi.get(kunci)
        if ada is None:
            return
        isi: Mapping[str, Any] = ada.isi
        for jalur, nilai in _yang_ditulis(langkah):
            isi = _dengan(isi, jalur, nilai)
        self._isi[kunci] = ada._replace(isi=isi)


def _yang_ditulis(langkah: NasibBaris) -> Iterator[tuple[tuple[str, ...], Any]]:
    for satu in langkah.ubahan:
        yield satu.jalur, satu.nilai
    for kode, isi in langkah.verifikasi.items():
        yield ("indikator", kode, "verifikasi"), isi


def _dengan(isi: Any, jalur: tuple[str, ...], nilai: Any) -> dict[str, Any]:
    """*isi* dengan *nilai* di *jalur*; ``None`` menghapusnya."""
    hasil = dict(peta(isi))
    kunci, sisa = jalur[0], jalur[1:]
    if sisa:
        hasil[kunci] = _dengan(hasil.get(kunci), sisa, nilai)
    elif nilai is None:
        hasil.pop(kunci, None)
    else:
        hasil[kunci] = nilai
    return hasil
