"""Peta tabel lain: kolom menjadi isian, unit menjadi OPD, label menjadi pilihan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from indeksinovasi.inti.ejaan import atau, kutip, mungkin_maksud, sambung
from indeksinovasi.inti.impor.kolom import ISIAN_KOLOM, cari_judul, tebak_isian
from indeksinovasi.inti.impor.label import PILIHAN, kosong, pilihan_terdekat, teks_sel
from indeksinovasi.inti.impor.unit import PencariOpd
from indeksinovasi.inti.model.impor import Lembar
from indeksinovasi.inti.model.peta import Peta
from indeksinovasi.inti.model.temuan import Masalah
from indeksinovasi.inti.nama import PANJANG_KODE, kode_dari, rapikan_teks

LEWATI = "-"
"""Tujuan kolom yang sengaja tidak diimpor."""


def periksa_peta(peta: Peta) -> Iterator[Masalah]:
    """Isian yang tidak dikenal, tujuan ganda, kode OPD yang tidak aman, dan pilihan yang bukan pilihan."""
    terpakai: dict[str, str] = {}
    for judul, isian in peta.kolom.items():
        if isian == LEWATI:
            continue
        if isian not in ISIAN_KOLOM:
            maksud = mungkin_maksud(isian, sorted(ISIAN_KOLOM))
            pesan = f"isian {kutip(isian)} tidak dikenal{sambung(maksud)}"
            petunjuk = atau(maksud, f"Pilih {', '.join(sorted(ISIAN_KOLOM))}, atau {kutip(LEWATI)}.")
            yield Masalah("SKM104", ("kolom", judul), pesan, petunjuk)
        elif isian in terpakai:
            pesan = f"isian {kutip(isian)} sudah menjadi tujuan kolom {kutip(terpakai[isian])}"
            yield Masalah("SKM104", ("kolom", judul), pesan, f"Pilih satu kolom; yang lain {kutip(LEWATI)}.")
        terpakai.setdefault(isian, judul)
    for unit, kode in peta.opd.items():
        if len(kode) > PANJANG_KODE or kode_dari(kode) != kode:
            yield Masalah("SKM107", ("opd", unit), f"kode OPD {kutip(kode)} tidak aman sebagai nama folder")
    yield from _pilihan(peta)


def _pilihan(peta: Peta) -> Iterator[Masalah]:
    for isian, isi in peta.pilihan.items():
        if isian not in PILIHAN:
            pesan = f"{kutip(isian)} bukan isian pilihan"
            yield Masalah("SKM102", ("pilihan", isian), pesan, f"Pilih {', '.join(PILIHAN)}.", "kunci")
            continue
        for label, kode in isi.items():
            if kode not in PILIHAN[isian]:
                maksud = mungkin_maksud(kode, PILIHAN[isian])
                pesan = f"{kutip(kode)} bukan pilihan {isian}{sambung(maksud)}"
                yield Masalah("SKM104", ("pilihan", isian, label), pesan, atau(maksud, "Tulis kodenya."))


def usulkan_peta(lembar: Lembar, pencari: PencariOpd) -> dict[str, Any] | None:
    """Usul peta untuk *lembar*; ``None`` bila tidak ada baris judul. Semua unit disebut beserta kodenya."""
    urutan = cari_judul(lembar.baris)
    if urutan is None:
        return None
    judul = lembar.baris[urutan].sel
    kolom: dict[str, str] = {}
    letak: dict[str, int] = {}
    for nomor, sel in enumerate(judul):
        if kosong(sel):
            continue
        isian = tebak_isian(sel)
        baru = isian is not None and isian not in letak and teks_sel(sel).strip() not in kolom
        # Kolom kedua yang berjudul sama tidak boleh menghapus tujuan kolom pertamanya.
        kolom.setdefault(teks_sel(sel).strip(), isian if baru and isian else LEWATI)
        if baru and isian:
            letak[isian] = nomor
    isi = lembar.baris[urutan + 1 :]
    unit = _nilai_unik(isi, letak.get("opd"))
    pencari.daftarkan(unit)
    opd = {satu: kode for satu in unit if (kode := pencari.cari(satu))}
    return {"kolom": kolom, "opd": opd, "pilihan": dict(_usul_pilihan(isi, letak))}


def _usul_pilihan(isi: Sequence[Any], letak: Mapping[str, int]) -> Iterator[tuple[str, dict[str, str]]]:
    for isian in PILIHAN:
        usul = {
            satu: kode
            for satu in _nilai_unik(isi, letak.get(isian))
            if (kode := pilihan_terdekat(isian, satu)) is not None
        }
        if usul:
            yield isian, usul


def _nilai_unik(isi: Sequence[Any], kolom: int | None) -> list[str]:
    if kolom is None:
        return []
    semua = (baris.sel[kolom] for baris in isi if kolom < len(baris.sel))
    return sorted({rapikan_teks(teks_sel(sel)) for sel in semua if not kosong(sel)})
