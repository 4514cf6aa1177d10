"""Rencana impor: tiap calon menjadi tepat satu dari baru, digabung, sama, atau dilewati.

Urutan baris tidak berpengaruh pada hasilnya: kode baru diberikan menurut isi, bukan menurut urutan datang.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

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
"""Kode OPD, lalu kode catatan atau judulnya yang dibakukan."""
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
    pilahan = _pilah(calon)
    if opd is None:
        pencari.daftarkan(calon[urutan].opd for urutan in pilahan.berjudul)
    ada = list(catatan)
    langkah = {urutan: NasibBaris(calon[urutan], "dilewati") for urutan in pilahan.dilewati}
    menurut_id = {(satu.opd, satu.slug): satu for satu in ada}
    for urutan, kunci in pilahan.dikenal.items():
        langkah[urutan] = _menurut_id(calon[urutan], kunci, menurut_id.get(kunci), timpa)
    kelompok: dict[Kunci, list[int]] = defaultdict(list)
    for urutan in pilahan.berjudul:
        kode = opd or pencari.cari(calon[urutan].opd) or ""
        kelompok[_kunci_judul(kode, calon[urutan].isi)].append(urutan)
    sisa = _menurut_judul(ada, kecuali=set(pilahan.dikenal.values()))
    baru: list[tuple[str, int]] = []
    for kunci, anggota in sorted(kelompok.items()):
        pasangan = _pasangkan([(urutan, calon[urutan]) for urutan in anggota], sisa.get(kunci, []))
        for urutan, milik in pasangan.items():
            langkah[urutan] = _gabung(calon[urutan], kunci[0], milik, timpa)
        baru += [(kunci[0], urutan) for urutan in anggota if urutan not in pasangan]
    langkah |= _catatan_baru(calon, baru, ada)
    return RencanaImpor(tuple(langkah[urutan] for urutan in range(len(calon))), dict(pencari.baru))


class _Pilahan(NamedTuple):
    """Urutan baris yang sudah dilewati pembacanya, yang ber-id, dan yang dikenal hanya dari judulnya."""

    dilewati: list[int]
    dikenal: dict[int, Kunci]
    berjudul: list[int]


def _pilah(calon: Sequence[BarisTerbaca]) -> _Pilahan:
    hasil = _Pilahan([], {}, [])
    for urutan, satu in enumerate(calon):
        if satu.dilewati is not None:
            hasil.dilewati.append(urutan)
        elif satu.id is not None:
            hasil.dikenal[urutan] = _bagian_id(satu.id)
        else:
            hasil.berjudul.append(urutan)
    return hasil


def _kunci_judul(kode: str, isi: Mapping[str, Any]) -> Kunci:
    return kode, kunci_nama(str(isi.get("nama", "")))


def _menurut_judul(
    catatan: Iterable[CatatanTersimpan], *, kecuali: set[Kunci]
) -> dict[Kunci, list[CatatanTersimpan]]:
    hasil: dict[Kunci, list[CatatanTersimpan]] = defaultdict(list)
    for satu in catatan:
        if (satu.opd, satu.slug) not in kecuali:
            hasil[_kunci_judul(satu.opd, satu.isi)].append(satu)
    return hasil


def _catatan_baru(
    calon: Sequence[BarisTerbaca], baru: Iterable[tuple[str, int]], ada: Sequence[CatatanTersimpan]
) -> dict[int, NasibBaris]:
    """Nasib tiap baris *baru* (kode OPD, urutan); kode catatannya diberikan menurut judul, lalu isinya."""
    dipakai: dict[str, set[str]] = defaultdict(set)
    for satu in ada:
        dipakai[satu.opd].add(satu.slug)

    def menurut_isi(letak: tuple[str, int]) -> tuple[str, str, str, int]:
        kode, urutan = letak
        isi = calon[urutan].isi
        return kode, str(isi["nama"]), _bentuk_baku(isi), urutan

    hasil: dict[int, NasibBaris] = {}
    for kode, urutan in sorted(baru, key=menurut_isi):
        satu_calon = calon[urutan]
        if sebab := kurang(satu_calon.isi, satu_calon.catatan):
            satu_calon.dilewati = sebab
            hasil[urutan] = NasibBaris(satu_calon, "dilewati", kode)
            continue
        slug = kode_unik(kode_dari(str(satu_calon.isi["nama"])), dipakai[kode])
        dipakai[kode].add(slug)
        hasil[urutan] = NasibBaris(satu_calon, "baru", kode, slug, satu_calon.isi)
    return hasil


def _bagian_id(kenal: str) -> Kunci:
    bagian = kenal.split("/")
    # <tahun>/spd adalah spd.yaml di folder tahunnya.
    return (bagian[1], bagian[2]) if len(bagian) == 3 else ("", bagian[-1])


def _verifikasi(
    calon: BarisTerbaca, kunci: Kunci, milik: CatatanTersimpan | None, timpa: Timpa
) -> NasibBaris:
    """Verifikasi satu baris: ditulis bila baris itu punya klaim dan belum diverifikasi lain."""
    ((kode, isi),) = calon.isi["verifikasi"].items()
    entri = _entri_berklaim(milik, kode)
    if entri is None:
        calon.dilewati = f"baris {kode} tidak punya klaim" if milik else "catatannya tidak ada"
        return NasibBaris(calon, "dilewati", *kunci)
    lama = entri.get("verifikasi")
    if not isinstance(lama, Mapping):
        return NasibBaris(calon, "digabung", *kunci, verifikasi={kode: isi})
    berbeda = [k for k, v in isi.items() if not setara(v, lama.get(k))]
    if not berbeda:
        return NasibBaris(calon, "sama", *kunci)
    mengganti = any(lama.get(k) is not None for k in berbeda)
    if mengganti and not timpa.boleh(("indikator", kode, "verifikasi")):
        calon.catatan.append(
            "; ".join(f"{k}: data {tulis_nilai(lama.get(k))}, sumber {tulis_nilai(isi[k])}" for k in berbeda)
        )
        calon.dilewati = "berbeda dari verifikasi yang ada"
        return NasibBaris(calon, "dilewati", *kunci, bertentangan=True)
    tetap = {k: v for k, v in lama.items() if k != "sidik"}
    return NasibBaris(calon, "digabung", *kunci, verifikasi={kode: {**tetap, **isi}})


def _entri_berklaim(milik: CatatanTersimpan | None, kode: str) -> Mapping[str, Any] | None:
    indikator = milik.isi.get("indikator") if milik else None
    entri = indikator.get(kode) if isinstance(indikator, Mapping) else None
    if not isinstance(entri, Mapping):
        return None
    berklaim = entri.get("parameter") is not None or entri.get("fakta") is not None
    return entri if berklaim else None


def _menurut_id(
    calon: BarisTerbaca, kunci: Kunci, milik: CatatanTersimpan | None, timpa: Timpa
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
    hasil = gabungkan(milik.isi, _isi_sumber(calon), calon.asal, timpa)
    calon.catatan.extend(hasil.bertentangan)
    ubahan, sebab = _tanpa_galat(milik.isi, hasil.ubahan) if kode else (hasil.ubahan, None)
    nasib: Nasib = "sama"
    if ubahan:
        nasib = "digabung"
    elif hasil.bertentangan or sebab:
        nasib = "dilewati"
        calon.dilewati = sebab or "berbeda dari catatan yang ada"
    if sebab and nasib == "digabung":
        calon.catatan.append(sebab)
    return NasibBaris(calon, nasib, kode, milik.slug, None, ubahan, bool(hasil.bertentangan))


def _isi_sumber(calon: BarisTerbaca) -> dict[str, Any]:
    """Isi baris tanpa yang bukan kata sumbernya."""
    if calon.asal is not None:
        return calon.isi
    # Status bawaan bukan kata sumbernya: catatan yang ada sudah punya statusnya sendiri.
    bawaan = [] if calon.status_disebut else ["status"]
    # Judul yang berpasangan hanya dapat berbeda besar kecil huruf atau spasinya.
    bawaan += [] if calon.id else ["nama"]
    return {kunci: nilai for kunci, nilai in calon.isi.items() if kunci not in bawaan}


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
