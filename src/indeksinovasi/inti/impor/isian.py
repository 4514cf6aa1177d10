"""Lembar isian menjadi calon: sel yang tidak diubah memakai nilai titik tolaknya persis, selainnya dibaca.

Baris, kolom, atau lembar yang tidak ada bukan penghapusan: isiannya tetap. Yang menghapus hanya sel yang
dikosongkan, dan baris bukti yang dibuang.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from indeksinovasi.inti.ejaan import kutip, maksud_pasti
from indeksinovasi.inti.impor.bundel import pulihkan, urutkan
from indeksinovasi.inti.impor.isian_fakta import BacaNilai, fakta_diketik, nilai_diketik
from indeksinovasi.inti.impor.isian_kumpul import Pengumpul, SelCatatan
from indeksinovasi.inti.impor.isian_sel import (
    ISIAN_WAKTU,
    sama_sel,
    sel_baris_fakta,
    sel_bukti,
    sel_fakta,
    sel_hampa,
    sel_isian,
)
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
from indeksinovasi.inti.model.fakta import BENTUK_FAKTA
from indeksinovasi.inti.model.impor import BarisTerbaca, IsiSel, Lembar
from indeksinovasi.inti.model.isian import KOLOM_BUKTI, KOLOM_INOVASI
from indeksinovasi.inti.model.mentah import dalam, deret_peta, peta
from indeksinovasi.inti.nama import kunci_nama, rapikan_teks


def calon_isian(
    sumber: str,
    lembar: Sequence[Lembar],
    asal: Mapping[str, Any] | None,
    tahun: int,
    baca_nilai: BacaNilai,
) -> Iterator[BarisTerbaca]:
    """Calon dari tiap baris lembar Inovasi yang diisi dan dari lembar SPD, lalu baris yang luput."""
    kenal_spd = f"{tahun}/spd"
    kumpulan = Pengumpul(sumber, lembar, asal or {}, kenal_spd)
    for kenal, isian in kumpulan.catatan.items():
        semula = asal.get(kenal) if asal is not None else None
        if kenal == kenal_spd:
            yield _calon_spd(sumber, kenal, isian, semula, baca_nilai)
        elif semula is not None or _id_catatan(kenal) or not isian.kosong:
            yield _calon(sumber, kenal, isian, semula, baca_nilai)
    yield from kumpulan.luput


def _id_catatan(kenal: str) -> bool:
    """``<tahun>/<opd>/<nama>``, bukan nomor baris atau inovasi baru."""
    return kenal.count("/") == 2


def _calon(sumber: str, kenal: str, isian: SelCatatan, semula: Any, baca_nilai: BacaNilai) -> BarisTerbaca:
    lama = peta(semula)
    ada = _id_catatan(kenal)
    opd = rapikan_teks(teks_sel(isian.sel.get("opd"))) or (kenal.split("/")[1] if ada else "")
    calon = BarisTerbaca(sumber, isian.nomor, opd=opd, id=kenal if ada else None, catatan=isian.catatan)
    calon.asal = lama if ada and semula is not None else None
    if ada and kunci_nama(opd) != kunci_nama(milik := kenal.split("/")[1]):
        pindah = "pindahkan berkasnya bila memang berpindah OPD"
        calon.catatan.append(f"opd {kutip(opd)} tidak dipakai: catatannya di folder {milik}; {pindah}")
    isi: dict[str, Any] = {}
    for kolom in KOLOM_INOVASI[2:]:
        _satu_kolom(isi, calon, kolom, isian.sel, lama)
    if indikator := _indikator(isian, lama, calon, baca_nilai):
        isi["indikator"] = indikator
    if not ada:
        isi.setdefault("status", "draf")
    calon.isi = urutkan(pulihkan(isi))
    calon.status_disebut = "status" in isi
    if not isi.get("nama"):
        calon.dilewati = "tanpa judul"
    elif not ada and not opd:
        calon.dilewati = "tanpa perangkat daerah"
    return calon


def _calon_spd(
    sumber: str, kenal: str, isian: SelCatatan, semula: Any, baca_nilai: BacaNilai
) -> BarisTerbaca:
    lama = peta(semula)
    calon = BarisTerbaca(
        sumber, isian.nomor, id=kenal, asal=lama if semula is not None else None, catatan=isian.catatan
    )
    isi: dict[str, Any] = {}
    for kunci in ("total", "maksimum"):
        sel = isian.indikator.pop(kunci, {})
        nilai = _nilai(sel["fakta"], lama.get(kunci), baca_nilai) if "fakta" in sel else lama.get(kunci)
        if nilai is not None:
            isi[kunci] = nilai
    if indikator := _indikator(isian, lama, calon, baca_nilai):
        isi["indikator"] = indikator
    calon.isi = pulihkan(isi)
    return calon


def _satu_kolom(
    isi: dict[str, Any],
    calon: BarisTerbaca,
    kolom: str,
    semua: Mapping[str, IsiSel],
    lama: Mapping[str, Any],
) -> None:
    """Tulis satu kolom ke *isi*; yang tidak terbaca memakai nilai titik tolaknya dan disebut."""
    nilai = semula = _nilai_lama(kolom, lama)
    sel = semua.get(kolom)
    if kolom in semua and not sama_sel(sel, sel_isian(kolom, "", "", lama)):
        try:
            nilai = None if sel_hampa(sel) else _baca_kolom(kolom, sel)
        except TidakTerpetakan as galat:
            calon.cacat[kolom] = f"{kolom} {kutip(teks_sel(sel))} {galat}"
            calon.catatan.append(calon.cacat[kolom])
            nilai = semula
    if nilai is None:
        return
    if kolom in ISIAN_WAKTU:
        isi.setdefault("waktu", {})[kolom] = nilai
    elif kolom in ("lintang", "bujur"):
        isi.setdefault("koordinat", {})[kolom] = nilai
    else:
        isi[kolom] = nilai


def _nilai_lama(kolom: str, lama: Mapping[str, Any]) -> Any:
    if kolom in ISIAN_WAKTU:
        return dalam(lama, "waktu", kolom)
    return dalam(lama, "koordinat", kolom) if kolom in ("lintang", "bujur") else lama.get(kolom)


def _baca_kolom(kolom: str, sel: IsiSel) -> Any:
    teks = teks_sel(sel)
    if kolom in PILIHAN:
        kode = pilihan_dari(kolom, rapikan_teks(teks))
        if kode is None:
            raise TidakTerpetakan("bukan pilihan")
        return kode
    if kolom in (*ISIAN_WAKTU, "tanggal_input"):
        return tanggal_dari_sel(sel)
    if kolom in ("lintang", "bujur", "kematangan"):
        return bilangan_yaml(bilangan_dari_sel(sel, derajat=kolom != "kematangan"))
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
    isian: SelCatatan, lama: Mapping[str, Any], calon: BarisTerbaca, baca_nilai: BacaNilai
) -> dict[str, Any]:
    semula = peta(lama.get("indikator"))
    hasil: dict[str, Any] = {}
    for kode in dict.fromkeys((*map(str, semula), *isian.indikator, *(isian.bukti or ()))):
        entri_lama = peta(semula.get(kode))
        entri = _entri(kode, isian, entri_lama, calon, baca_nilai)
        if "parameter" in entri or "fakta" in entri:
            hasil[kode] = entri
        elif entri and entri != entri_lama:
            calon.catatan.append(f"bukti {kode} tanpa parameter atau fakta")
    return hasil


def _entri(
    kode: str,
    isian: SelCatatan,
    lama: Mapping[str, Any],
    calon: BarisTerbaca,
    baca_nilai: BacaNilai,
) -> dict[str, Any]:
    sel = isian.indikator.get(kode)
    parameter, fakta, bukti = lama.get("parameter"), lama.get("fakta"), lama.get("bukti")
    if sel is not None:
        if "parameter" in sel:
            parameter = _nilai(sel["parameter"], parameter, baca_nilai)
        fakta = _fakta(kode, sel, fakta, calon, baca_nilai)
    if isian.bukti is not None:
        bukti = _bukti(
            isian.bukti.get(kode, []), bukti, calon, kode, sel_bukti({"indikator": {kode: lama}}, kode)
        )
    entri = {"parameter": parameter, "fakta": fakta, "bukti": bukti}
    return {kunci: nilai for kunci, nilai in entri.items() if nilai is not None}


def _nilai(sel: IsiSel, semula: Any, baca_nilai: BacaNilai) -> Any:
    if sama_sel(sel, sel_fakta(semula)):
        return semula
    return None if sel_hampa(sel) else nilai_diketik(sel, baca_nilai)


def _fakta(
    kode: str, sel: Mapping[str, IsiSel], semula: Any, calon: BarisTerbaca, baca_nilai: BacaNilai
) -> Any:
    """Fakta dari kolom fakta, atau dari basis dan nilainya; kolom yang tidak ada berarti tidak diubah."""
    ukuran = peta(semula) if "nilai" in peta(semula) else {}
    polos = None if ukuran else semula
    diketik = "fakta" in sel and not sama_sel(sel["fakta"], sel_baris_fakta(kode, polos))
    kini = _berbasis(sel, ukuran, baca_nilai)
    if kini:
        if diketik and not sel_hampa(sel["fakta"]):
            sebab = "tidak dibaca karena basis dan nilainya terisi"
            calon.catatan.append(f"fakta {kode} {kutip(teks_sel(sel['fakta']))} {sebab}")
        return semula if kini == dict(ukuran) else kini
    if not diketik:
        return polos
    return None if sel_hampa(sel["fakta"]) else fakta_diketik(kode, sel["fakta"], baca_nilai)


def _berbasis(sel: Mapping[str, IsiSel], semula: Mapping[str, Any], baca_nilai: BacaNilai) -> dict[str, Any]:
    """Basis dan nilai kemanfaatan sesudah disunting; kosong bila keduanya kosong."""
    kini = {"basis": semula.get("basis"), "nilai": semula.get("nilai")}
    if "basis" in sel and not sama_sel(sel["basis"], sel_fakta(kini["basis"])):
        basis = teks_sel(sel["basis"]).strip()
        kini["basis"] = maksud_pasti(basis, BENTUK_FAKTA["kemanfaatan"].pilihan) or basis or None
    if "nilai" in sel:
        kini["nilai"] = _nilai(sel["nilai"], kini["nilai"], baca_nilai)
    return {kunci: nilai for kunci, nilai in kini.items() if nilai is not None}


def _bukti(
    semua: Sequence[Mapping[str, IsiSel]],
    semula: Any,
    calon: BarisTerbaca,
    kode: str,
    sel_lama: Iterator[Mapping[str, IsiSel]],
) -> Any:
    """Daftar bukti; urutan baris lembarnya tidak berarti."""
    if _bukti_tetap(semua, list(sel_lama)):
        return semula
    lama = list(deret_peta(semula))
    return [_satu_bukti(satu, lama, calon, kode) for satu in semua] or None


def _bukti_tetap(semua: Sequence[Mapping[str, IsiSel]], lama: list[Mapping[str, IsiSel]]) -> bool:
    """Setiap baris lembar berpasangan dengan satu bukti lama, tanpa sisa di kedua pihak."""
    for baru in semua:
        pasangan = next((dulu for dulu in lama if _sama_bukti(baru, dulu)), None)
        if pasangan is None:
            return False
        lama.remove(pasangan)
    return not lama


def _sama_bukti(baru: Mapping[str, IsiSel], dulu: Mapping[str, IsiSel]) -> bool:
    return all(_sama_kolom(baru, dulu, kolom) for kolom in KOLOM_BUKTI[2:])


def _sama_kolom(baru: Mapping[str, IsiSel], dulu: Mapping[str, IsiSel], kolom: str) -> bool:
    return kolom not in baru or sama_sel(baru[kolom], dulu[kolom])


def _satu_bukti(
    sel: Mapping[str, IsiSel], lama: Sequence[Mapping[str, Any]], calon: BarisTerbaca, kode: str
) -> dict[str, Any]:
    """Satu bukti; yang tidak diubah memakai isi lamanya persis."""
    for dulu in lama:
        if all(
            _sama_kolom(sel, {kolom: sel_fakta(dulu.get(kolom), kolom)}, kolom) for kolom in KOLOM_BUKTI[2:]
        ):
            return dict(dulu)
    hasil: dict[str, Any] = {}
    for kolom in KOLOM_BUKTI[2:]:
        isi = sel.get(kolom)
        if sel_hampa(isi):
            continue
        if kolom != "tanggal":
            hasil[kolom] = rapikan_teks(teks_sel(isi))
            continue
        try:
            hasil[kolom] = tanggal_dari_sel(isi)
        except TidakTerpetakan as galat:
            calon.catatan.append(f"tanggal bukti {kode} {kutip(teks_sel(isi))} {galat}")
    return hasil
