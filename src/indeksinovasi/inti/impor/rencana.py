"""Rencana impor: tiap calon menjadi tepat satu dari baru, digabung, sama, atau dilewati.

Urutan baris tidak berpengaruh pada hasilnya: kode baru diberikan menurut isi, bukan menurut urutan datang.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from indeksinovasi.inti.impor.baris import kurang
from indeksinovasi.inti.impor.gabung import TIDAK_MENIMPA, Timpa, gabungkan, setara, tulis_nilai
from indeksinovasi.inti.impor.unit import PencariOpd
from indeksinovasi.inti.model.impor import (
    BarisTerbaca,
    CatatanTersimpan,
    Nasib,
    NasibBaris,
    RencanaImpor,
    UbahanIsian,
)
from indeksinovasi.inti.nama import kode_dari, kode_unik, kunci_nama

Kunci = tuple[str, str]
_PENENTU = ("status", "tahapan")


def susun_rencana(
    calon: Sequence[BarisTerbaca],
    catatan: Iterable[CatatanTersimpan],
    pencari: PencariOpd,
    *,
    opd: str | None = None,
    timpa: Timpa = TIDAK_MENIMPA,
) -> RencanaImpor:
    """Rencana untuk *calon* atas *catatan* yang sudah ada; *opd* mengalahkan unit tiap baris."""
    if opd is None:
        pencari.daftarkan(satu.opd for satu in calon if satu.dilewati is None and satu.id is None)
    ada = list(catatan)
    langkah: dict[int, NasibBaris] = {}
    kelompok: dict[Kunci, list[int]] = defaultdict(list)
    menurut_id = {(satu.opd, satu.slug): satu for satu in ada}
    terpasang: set[tuple[str, str]] = set()
    for urutan, satu in enumerate(calon):
        if satu.dilewati is not None:
            langkah[urutan] = NasibBaris(satu, "dilewati")
        elif satu.id is not None:
            kunci = _bagian_id(satu.id)
            langkah[urutan] = _menurut_id(satu, kunci, menurut_id.get(kunci), timpa)
            terpasang.add(kunci)
        else:
            kode = opd or pencari.cari(satu.opd) or ""
            kelompok[kode, kunci_nama(str(satu.isi["nama"]))].append(urutan)
    sisa = [satu for satu in ada if (satu.opd, satu.slug) not in terpasang]
    menurut_nama: dict[Kunci, list[CatatanTersimpan]] = defaultdict(list)
    for milik in sisa:
        menurut_nama[milik.opd, kunci_nama(str(milik.isi.get("nama", "")))].append(milik)
    dipakai = {kode: {s.slug for s in ada if s.opd == kode} for kode in {satu.opd for satu in ada}}
    baru: list[tuple[str, str, str, int]] = []
    for (kode, nama), urutan_baris in sorted(kelompok.items()):
        pasangan = _pasangkan([(u, calon[u]) for u in urutan_baris], menurut_nama.get((kode, nama), []))
        for urutan in urutan_baris:
            if (satu_pasang := pasangan.get(urutan)) is not None:
                langkah[urutan] = _gabung(calon[urutan], kode, satu_pasang, timpa)
            else:
                baru.append((kode, str(calon[urutan].isi["nama"]), _bentuk_baku(calon[urutan].isi), urutan))
    for kode, nama, _, urutan in sorted(baru):
        if sebab := kurang(calon[urutan].isi, calon[urutan].catatan):
            calon[urutan].dilewati = sebab
            langkah[urutan] = NasibBaris(calon[urutan], "dilewati", kode)
            continue
        slug = kode_unik(kode_dari(nama), dipakai.setdefault(kode, set()))
        dipakai[kode].add(slug)
        langkah[urutan] = NasibBaris(calon[urutan], "baru", kode, slug, calon[urutan].isi)
    return RencanaImpor(tuple(langkah[urutan] for urutan in range(len(calon))), dict(pencari.baru))


def _bagian_id(kenal: str) -> tuple[str, str]:
    bagian = kenal.split("/")
    # <tahun>/spd adalah spd.yaml di folder tahunnya.
    return (bagian[1], bagian[2]) if len(bagian) == 3 else ("", bagian[-1])


def _verifikasi(
    calon: BarisTerbaca, kunci: tuple[str, str], milik: CatatanTersimpan | None, timpa: Timpa
) -> NasibBaris:
    """Verifikasi satu baris: ditulis bila baris itu punya klaim dan belum diverifikasi lain."""
    ((kode, isi),) = calon.isi["verifikasi"].items()
    indikator = milik.isi.get("indikator") if milik else None
    entri = indikator.get(kode) if isinstance(indikator, Mapping) else None
    if not isinstance(entri, Mapping) or (entri.get("parameter") is None and entri.get("fakta") is None):
        calon.dilewati = f"baris {kode} tidak punya klaim" if milik else "catatannya tidak ada"
        return NasibBaris(calon, "dilewati", *kunci)
    lama = entri.get("verifikasi")
    if isinstance(lama, Mapping):
        berbeda = {k: v for k, v in isi.items() if not setara(v, lama.get(k))}
        if not berbeda:
            return NasibBaris(calon, "sama", *kunci)
        if any(lama.get(k) is not None for k in berbeda) and not timpa.boleh(
            ("indikator", kode, "verifikasi")
        ):
            sebut = "; ".join(
                f"{k}: data {tulis_nilai(lama.get(k))}, sumber {tulis_nilai(berbeda[k])}" for k in berbeda
            )
            calon.catatan.append(sebut)
            calon.dilewati = "berbeda dari verifikasi yang ada"
            return NasibBaris(calon, "dilewati", *kunci, bertentangan=True)
        isi = {**{k: v for k, v in lama.items() if k != "sidik"}, **isi}
    return NasibBaris(calon, "digabung", *kunci, verifikasi={kode: isi})


def _menurut_id(
    calon: BarisTerbaca, kunci: tuple[str, str], milik: CatatanTersimpan | None, timpa: Timpa
) -> NasibBaris:
    if "verifikasi" in calon.isi:
        return _verifikasi(calon, kunci, milik, timpa)
    if milik is None and "nama" not in calon.isi and kunci[0]:
        calon.dilewati = "catatannya tidak ada"
        return NasibBaris(calon, "dilewati", *kunci)
    if milik is not None:
        return _gabung(calon, kunci[0], milik, timpa)
    isi = {k: v for k, v in calon.isi.items() if v not in (None, "", [], {})}
    if not isi:
        return NasibBaris(calon, "sama", *kunci)
    if kunci[0] and (sebab := kurang(isi, calon.catatan)):
        calon.dilewati = sebab
        return NasibBaris(calon, "dilewati", *kunci)
    return NasibBaris(calon, "baru", *kunci, isi)


def _gabung(calon: BarisTerbaca, kode: str, milik: CatatanTersimpan, timpa: Timpa) -> NasibBaris:
    isi = dict(calon.isi)
    if calon.asal is None:
        # Status bawaan bukan kata sumbernya: catatan yang ada sudah punya statusnya sendiri.
        bawaan = [] if calon.status_disebut else ["status"]
        # Judul yang berpasangan hanya dapat berbeda besar kecil huruf atau spasinya.
        bawaan += [] if calon.id else ["nama"]
        isi = {kunci: nilai for kunci, nilai in isi.items() if kunci not in bawaan}
    hasil = gabungkan(milik.isi, isi, calon.asal, timpa)
    calon.catatan.extend(hasil.bertentangan)
    ubahan, sebab = _tanpa_galat(milik.isi, hasil.ubahan) if kode else (hasil.ubahan, None)
    nasib: Nasib = "digabung" if ubahan else "dilewati" if hasil.bertentangan or sebab else "sama"
    if nasib == "dilewati":
        calon.dilewati = sebab or "berbeda dari catatan yang ada"
    elif sebab:
        calon.catatan.append(sebab)
    return NasibBaris(calon, nasib, kode, milik.slug, None, ubahan, bool(hasil.bertentangan))


def _tanpa_galat(
    ada: Mapping[str, Any], ubahan: tuple[UbahanIsian, ...]
) -> tuple[tuple[UbahanIsian, ...], str | None]:
    """*ubahan* tanpa yang membuat isian wajib hilang: status atau tahapan yang memerlukan isian lain, dan
    penghapusan isian wajib.
    """
    if kurang(ada) or (sebab := kurang(_sesudah(ada, ubahan))) is None:
        return ubahan, None
    boleh = tuple(satu for satu in ubahan if satu.nilai is not None and satu.jalur[0] not in _PENENTU)
    ditahan = ", ".join(".".join(satu.jalur) for satu in ubahan if satu not in boleh)
    return boleh, f"{ditahan} tidak ditulis: {sebab}"


def _sesudah(ada: Mapping[str, Any], ubahan: Iterable[UbahanIsian]) -> dict[str, Any]:
    hasil = dict(ada)
    for satu in ubahan:
        if len(satu.jalur) == 1:
            hasil[satu.jalur[0]] = satu.nilai
        elif satu.jalur[0] == "waktu":
            waktu = hasil.get("waktu")
            hasil["waktu"] = {**(waktu if isinstance(waktu, Mapping) else {}), satu.jalur[1]: satu.nilai}
    return hasil


def _pasangkan(
    calon: Sequence[tuple[int, BarisTerbaca]], catatan: Sequence[CatatanTersimpan]
) -> dict[int, CatatanTersimpan]:
    """Pasangan baris dan catatan sejudul: yang paling banyak isian samanya lebih dulu."""
    if not catatan:
        return {}
    nilai = sorted(
        (-_banyak_sama(satu.isi, milik.isi), _bentuk_baku(satu.isi), milik.slug, urutan, nomor)
        for urutan, satu in calon
        for nomor, milik in enumerate(catatan)
    )
    hasil: dict[int, CatatanTersimpan] = {}
    habis: set[int] = set()
    for _, _, _, urutan, nomor in nilai:
        if urutan not in hasil and nomor not in habis:
            hasil[urutan] = catatan[nomor]
            habis.add(nomor)
    return hasil


def _banyak_sama(satu: Mapping[str, Any], dua: Mapping[str, Any]) -> int:
    return sum(setara(nilai, dua.get(kunci)) for kunci, nilai in satu.items())


def _bentuk_baku(isi: Mapping[str, Any]) -> str:
    return json.dumps(isi, sort_keys=True, default=str)
