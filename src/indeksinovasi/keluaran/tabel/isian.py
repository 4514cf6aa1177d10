"""Lembar isian bagi OPD: catatan, baris indikator dengan tingkat dan buktinya, dan daftar pilihan."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, get_args

from indeksinovasi.inti.impor.isian_sel import sel_fakta, sel_indikator, sel_isian
from indeksinovasi.inti.model.fakta import BENTUK_FAKTA
from indeksinovasi.inti.model.inovasi import BentukInovasi, Inisiator, JenisInovasi, Status, Tahapan
from indeksinovasi.inti.model.isian import (
    KOLOM_BUKTI,
    KOLOM_INDIKATOR,
    KOLOM_INOVASI,
    LEMBAR_BUKTI,
    LEMBAR_DATA,
    LEMBAR_INDIKATOR,
    LEMBAR_INOVASI,
    LEMBAR_SPD,
    POTONG_DATA,
    SLOT_BARU,
    BahanIsian,
)
from indeksinovasi.inti.model.metode import AturanBasis, Indikator
from indeksinovasi.inti.model.tabel import DaftarPilihan, LembarTulis, SelTulis
from indeksinovasi.inti.model.urusan import URUSAN

_PILIHAN: Mapping[str, tuple[str | int, ...]] = {
    "status": get_args(Status),
    "tahapan": get_args(Tahapan),
    "inisiator": get_args(Inisiator),
    "jenis": get_args(JenisInovasi),
    "bentuk": get_args(BentukInovasi),
    "urusan": tuple(URUSAN),
    "asta_cita": tuple(range(1, 9)),
}
_LEBAR_INOVASI = (
    30,
    18,
    36,
    11,
    12,
    14,
    18,
    12,
    16,
    24,
    22,
    16,
    16,
    9,
    11,
    11,
    22,
    12,
    12,
    12,
    12,
    50,
    40,
    40,
    40,
    26,
    11,
)
_LEBAR_INDIKATOR = (30, 18, 30, 26, 26, 26, 34, 10, 20, 12, 12)
_PARAMETER, _FAKTA, _BASIS = (KOLOM_INDIKATOR.index(satu) for satu in ("parameter", "fakta", "basis"))
_BUKTI_KOSONG = 200


def lembar_isian(bahan: BahanIsian) -> tuple[LembarTulis, ...]:
    """Semua lembar; SPD hanya bila seluruh daerah."""
    isi = {satu.id: satu.isi for satu in bahan.catatan} | {nama: {} for nama in slot_baru()}
    spd = (_spd(bahan, bahan.spd or {}),) if bahan.opd is None else ()
    return (
        _petunjuk(bahan),
        _inovasi(bahan),
        _indikator(LEMBAR_INDIKATOR, isi, bahan.metode.aspek("sid")),
        *spd,
        _bukti(bahan),
        lembar_data("isian", bahan),
    )


def slot_baru() -> list[str]:
    """Pengenal baris kosong bagi inovasi baru."""
    return [f"baru-{nomor}" for nomor in range(1, SLOT_BARU + 1)]


def _petunjuk(bahan: BahanIsian) -> LembarTulis:
    isi = [
        [f"Lembar isian inovasi {bahan.daerah} {bahan.tahun}"],
        ["Isi lembar Inovasi, Indikator, dan Bukti; kolom abu-abu hanya keterangan. Jangan ubah kolom id."],
        ["Inovasi baru ditulis pada baris baru-1 dan seterusnya; baris yang namanya kosong dilewati."],
        ["parameter: tingkat 0-3. fakta: nilai terukurnya, misalnya 12, [2024, 2025], atau pilihan."],
        ["Bukti: satu baris tiap naskah. berkas adalah nama berkas di folder bukti, misalnya bukti/sk.pdf."],
        [f"Sesudah diisi, kirim kembali; dibaca dengan indeks impor BERKAS --tahun {bahan.tahun}"],
    ]
    return LembarTulis("Petunjuk", ("Petunjuk",), isi, (110,))


def _inovasi(bahan: BahanIsian) -> LembarTulis:
    baris: list[list[SelTulis]] = [
        [sel_isian(kolom, satu.id, satu.opd, satu.isi) for kolom in KOLOM_INOVASI] for satu in bahan.catatan
    ]
    baris += [[nama, bahan.opd, *[None] * (len(KOLOM_INOVASI) - 2)] for nama in slot_baru()]
    pilihan = dict(_PILIHAN) | {"opd": tuple(bahan.nama_opd)}
    daftar = tuple(
        DaftarPilihan(KOLOM_INOVASI.index(kolom), 1, len(baris), isi) for kolom, isi in pilihan.items() if isi
    )
    return LembarTulis(LEMBAR_INOVASI, KOLOM_INOVASI, baris, _LEBAR_INOVASI, (0,), daftar)


def _indikator(nama: str, isi: Mapping[str, Mapping[str, Any]], tabel: Sequence[Indikator]) -> LembarTulis:
    baris: list[list[SelTulis]] = []
    pilihan: list[DaftarPilihan] = []
    for kenal, catatan in isi.items():
        entri = catatan.get("indikator")
        entri = entri if isinstance(entri, dict) else {}
        kode_tabel = {satu.kode: satu for satu in tabel}
        for kode in (*kode_tabel, *(str(satu) for satu in entri if satu not in kode_tabel)):
            baris.append(_baris_indikator(kenal, kode, kode_tabel.get(kode), entri.get(kode)))
            pilihan += _pilihan_baris(len(baris), kode, kode_tabel.get(kode))
    return LembarTulis(
        nama, KOLOM_INDIKATOR, baris, _LEBAR_INDIKATOR, tuple(range(_PARAMETER)), tuple(pilihan)
    )


def _baris_indikator(kenal: str, kode: str, satu: Indikator | None, entri: Any) -> list[SelTulis]:
    tingkat = satu.tingkat or {} if satu else {}
    keterangan: list[SelTulis] = [
        satu.nama if satu else "tidak ada dalam tabel tahun ini",
        *(tingkat.get(nomor) for nomor in (1, 2, 3)),
        satu.bukti if satu else None,
    ]
    sel = sel_indikator(entri)
    return [kenal, kode, *keterangan, *(sel[kolom] for kolom in KOLOM_INDIKATOR[_PARAMETER:])]


def _pilihan_baris(nomor: int, kode: str, satu: Indikator | None) -> Iterator[DaftarPilihan]:
    yield DaftarPilihan(_PARAMETER, nomor, nomor, (0, 1, 2, 3))
    bentuk = BENTUK_FAKTA.get(kode)
    if bentuk and bentuk.jenis == "pilihan":
        yield DaftarPilihan(_FAKTA, nomor, nomor, bentuk.pilihan)
    if satu and isinstance(satu.aturan, AturanBasis):
        yield DaftarPilihan(_BASIS, nomor, nomor, tuple(satu.aturan.basis))


def _spd(bahan: BahanIsian, spd: Mapping[str, Any]) -> LembarTulis:
    kenal = f"{bahan.tahun}/spd"
    lembar = _indikator(LEMBAR_SPD, {kenal: spd}, bahan.metode.aspek("spd"))
    jadi: list[list[SelTulis]] = [
        [kenal, kunci, nama, None, None, None, None, None, sel_fakta(spd.get(kunci)), None, None]
        for kunci, nama in (("total", "Skor SPD jadi"), ("maksimum", "Skor SPD tertinggi"))
    ]
    return lembar._replace(baris=[*lembar.baris, *jadi])


def _bukti(bahan: BahanIsian) -> LembarTulis:
    semua = [(satu.id, satu.isi) for satu in bahan.catatan]
    if bahan.opd is None and bahan.spd:
        semua.append((f"{bahan.tahun}/spd", bahan.spd))
    baris = [sel for kenal, isi in semua for sel in _baris_bukti(kenal, isi)]
    kosong: list[list[SelTulis]] = [[None] * len(KOLOM_BUKTI) for _ in range(_BUKTI_KOSONG)]
    kenal_semua = (*(kenal for kenal, _ in semua), *slot_baru())
    kode = tuple(satu.kode for satu in bahan.metode.indikator)
    pilihan = [DaftarPilihan(0, 1, len(baris) + _BUKTI_KOSONG, kenal_semua)]
    if kode:
        pilihan.append(DaftarPilihan(1, 1, len(baris) + _BUKTI_KOSONG, kode))
    return LembarTulis(
        LEMBAR_BUKTI, KOLOM_BUKTI, [*baris, *kosong], (30, 18, 34, 40, 22, 12, 44), (), tuple(pilihan)
    )


def _baris_bukti(kenal: str, isi: Mapping[str, Any]) -> Iterator[list[SelTulis]]:
    entri = isi.get("indikator")
    for kode, satu in (entri if isinstance(entri, dict) else {}).items():
        semua = satu.get("bukti") if isinstance(satu, dict) else None
        for bukti in semua if isinstance(semua, list) else ():
            if isinstance(bukti, dict):
                yield [kenal, str(kode), *(sel_fakta(bukti.get(kolom), kolom) for kolom in KOLOM_BUKTI[2:])]


def lembar_data(jenis: str, bahan: BahanIsian) -> LembarTulis:
    """Lembar tersembunyi: pengenal buku kerja dan nilai titik tolaknya."""
    asal: dict[str, Any] = {satu.id: satu.isi for satu in bahan.catatan}
    if bahan.opd is None and bahan.spd is not None:
        asal[f"{bahan.tahun}/spd"] = bahan.spd
    isi = {"jenis": jenis, "versi_format": 1, "daerah": bahan.daerah, "tahun": bahan.tahun, "opd": bahan.opd}
    teks = json.dumps(isi | {"asal": asal}, ensure_ascii=False, default=str)
    return LembarTulis(LEMBAR_DATA, ("indeks",), [[satu] for satu in _potong(teks)], tersembunyi=True)


def _potong(teks: str) -> Iterable[str]:
    return (teks[awal : awal + POTONG_DATA] for awal in range(0, len(teks), POTONG_DATA))
