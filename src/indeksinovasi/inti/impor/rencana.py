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
from indeksinovasi.inti.impor.keadaan import KeadaanCatatan, KunciCatatan
from indeksinovasi.inti.impor.pembaca_sel import Ingatan
from indeksinovasi.inti.impor.unit import PencariOpd
from indeksinovasi.inti.model.impor import (
    BarisTerbaca,
    CatatanTersimpan,
    IsiSel,
    Nasib,
    NasibBaris,
    RencanaImpor,
    UbahanIsian,
)
from indeksinovasi.inti.model.mentah import dalam, peta
from indeksinovasi.inti.nama import kode_dari, kode_unik, kunci_nama

_PENENTU = ("status", "tahapan")


def susun_rencana(
    sumber: Iterable[Sequence[BarisTerbaca]],
    catatan: Iterable[CatatanTersimpan],
    pencari: PencariOpd,
    *,
    opd: str | None = None,
    timpa: Timpa = TIDAK_MENIMPA,
) -> RencanaImpor:
    """Rencana bagi baris tiap *sumber* atas *catatan* yang sudah ada; *opd* mengalahkan unit tiap baris.

    Sumber berikutnya dibandingkan dengan hasil sumber sebelumnya, seperti bila diimpor satu per satu.
    """
    keadaan = KeadaanCatatan(catatan)
    langkah: list[NasibBaris] = []
    for calon in sumber:
        if opd is None:
            pencari.daftarkan(satu.opd for satu in calon if satu.dilewati is None and satu.id is None)
        nasib = _Penyusun(keadaan, pencari, opd, timpa).susun(calon)
        langkah.extend(nasib[urutan] for urutan in range(len(calon)))
    return RencanaImpor(tuple(langkah), dict(pencari.baru))


class _Penyusun:
    """Nasib baris-baris satu sumber. Yang ditentukan lebih dulu langsung dicatat pada keadaan."""

    def __init__(self, keadaan: KeadaanCatatan, pencari: PencariOpd, opd: str | None, timpa: Timpa) -> None:
        self._keadaan = keadaan
        self._pencari = pencari
        self._opd = opd
        self._timpa = timpa
        self._nasib: dict[int, NasibBaris] = {}

    def susun(self, calon: Sequence[BarisTerbaca]) -> Mapping[int, NasibBaris]:
        """Nasib menurut urutan barisnya."""
        berid: dict[str, list[int]] = defaultdict(list)
        bernama: dict[KunciCatatan, list[int]] = defaultdict(list)
        kode_opd = Ingatan(self._kode_opd)
        for urutan, satu in enumerate(calon):
            if satu.dilewati is not None:
                self._nasib[urutan] = NasibBaris(satu, "dilewati")
            elif satu.id is not None:
                berid[satu.id].append(urutan)
            else:
                bernama[kode_opd[satu.opd], kunci_nama(str(satu.isi["nama"]))].append(urutan)
        # Dua baris untuk satu catatan: yang pertama menurut isinya ditulis, yang lain dibandingkan dengannya.
        terpasang = set()
        for kenal, semua in sorted(berid.items()):
            kunci = _bagian_id(kenal)
            terpasang.add(kunci)
            for urutan in _menurut_isi(calon, semua):
                milik = self._keadaan.cari(kunci)
                self._tetapkan(urutan, _menurut_id(calon[urutan], kunci, milik, self._timpa))
        self._baru(calon, self._gabung_sejudul(calon, bernama, terpasang))
        return self._nasib

    def _kode_opd(self, unit: IsiSel) -> str:
        return self._opd or self._pencari.cari(str(unit)) or ""

    def _gabung_sejudul(
        self,
        calon: Sequence[BarisTerbaca],
        bernama: Mapping[KunciCatatan, Sequence[int]],
        terpasang: set[KunciCatatan],
    ) -> list[tuple[str, int]]:
        """Baris yang berpasangan digabung; yang tersisa dikembalikan menurut OPD, judul, dan isinya."""
        menurut_nama = self._keadaan.menurut_nama(terpasang)
        sisa: dict[KunciCatatan, list[int]] = defaultdict(list)
        for kunci, semua in sorted(bernama.items()):
            sejudul = menurut_nama.get(kunci)
            pasangan = _pasangkan([(satu, calon[satu]) for satu in semua], sejudul) if sejudul else {}
            for urutan in semua:
                if urutan in pasangan:
                    self._tetapkan(urutan, _gabung(calon[urutan], kunci[0], pasangan[urutan], self._timpa))
                else:
                    sisa[kunci[0], str(calon[urutan].isi["nama"])].append(urutan)
        return [(kode, u) for (kode, _), semua in sorted(sisa.items()) for u in _menurut_isi(calon, semua)]

    def _baru(self, calon: Sequence[BarisTerbaca], sisa: Sequence[tuple[str, int]]) -> None:
        dipakai: dict[str, set[str]] = {}
        for kode, urutan in sisa:
            satu = calon[urutan]
            if sebab := kurang(satu.isi, satu.cacat):
                satu.dilewati = sebab
                self._tetapkan(urutan, NasibBaris(satu, "dilewati", kode))
                continue
            if kode not in dipakai:
                dipakai[kode] = self._keadaan.slug(kode)
            milik = dipakai[kode]
            slug = kode_unik(kode_dari(str(satu.isi["nama"])), milik)
            milik.add(slug)
            self._tetapkan(urutan, NasibBaris(satu, "baru", kode, slug, satu.isi))

    def _tetapkan(self, urutan: int, nasib: NasibBaris) -> None:
        self._nasib[urutan] = nasib
        self._keadaan.catat(nasib)


def _menurut_isi(calon: Sequence[BarisTerbaca], semua: Sequence[int]) -> Sequence[int]:
    """*semua* menurut isinya, supaya urutan barisnya tidak berpengaruh."""
    if len(semua) == 1:
        return semua
    return sorted(semua, key=lambda urutan: (_bentuk_baku(calon[urutan].isi), urutan))


def _bagian_id(kenal: str) -> KunciCatatan:
    bagian = kenal.split("/")
    # <tahun>/spd adalah spd.yaml di folder tahunnya.
    return (bagian[1], bagian[2]) if len(bagian) == 3 else ("", bagian[-1])


def _verifikasi(
    calon: BarisTerbaca, kunci: KunciCatatan, milik: CatatanTersimpan | None, timpa: Timpa
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
    berbeda = {k: v for k, v in isi.items() if not setara(v, lama.get(k))}
    if not berbeda:
        return NasibBaris(calon, "sama", *kunci)
    mengganti = any(lama.get(k) is not None for k in berbeda)
    if mengganti and not timpa.boleh(("indikator", kode, "verifikasi")):
        pertentangan = "; ".join(_pertentangan(k, lama.get(k), v) for k, v in berbeda.items())
        calon.catatan.append(pertentangan)
        calon.dilewati = "berbeda dari verifikasi yang ada"
        return NasibBaris(calon, "dilewati", *kunci, bertentangan=(pertentangan,))
    # Sidik lama milik persetujuan lama; yang baru dihitung saat ditulis.
    gabungan = {**lama, **isi}
    gabungan.pop("sidik", None)
    return NasibBaris(calon, "digabung", *kunci, verifikasi={kode: gabungan})


def _pertentangan(isian: str, lama: Any, baru: Any) -> str:
    return f"{isian}: data {tulis_nilai(lama)}, sumber {tulis_nilai(baru)}"


def _entri_berklaim(milik: CatatanTersimpan | None, kode: str) -> Mapping[str, Any] | None:
    entri = peta(dalam(milik.isi, "indikator", kode)) if milik else {}
    berklaim = entri.get("parameter") is not None or entri.get("fakta") is not None
    return entri if berklaim else None


def _menurut_id(
    calon: BarisTerbaca, kunci: KunciCatatan, milik: CatatanTersimpan | None, timpa: Timpa
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
    if kunci[0] and (sebab := kurang(isi, calon.cacat)):
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
    return NasibBaris(calon, nasib, kode, milik.slug, None, ubahan, hasil.bertentangan)


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
            hasil["waktu"] = {**peta(hasil.get("waktu")), satu.jalur[1]: satu.nilai}
    return hasil


def _pasangkan(
    calon: Sequence[tuple[int, BarisTerbaca]], catatan: Sequence[CatatanTersimpan]
) -> dict[int, CatatanTersimpan]:
    """Pasangan baris dan catatan sejudul: yang paling banyak isian samanya lebih dulu."""
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
