"""Lembar isian bagi OPD: catatan, baris indikator dengan tingkat dan buktinya, dan daftar pilihan."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, get_args

from indeksinovasi.inti.impor.isian_sel import sel_fakta, sel_indikator, sel_isian
from indeksinovasi.inti.model.aturan import TINGKAT_POSITIF, AturanBasis
from indeksinovasi.inti.model.dasar import SEMUA_TINGKAT
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
from indeksinovasi.inti.model.mentah import dalam, deret_peta, peta
from indeksinovasi.inti.model.metode import Indikator
from indeksinovasi.inti.model.tabel import DaftarPilihan, LembarTulis, PesanSel, SelTulis
from indeksinovasi.inti.model.urusan import URUSAN
from indeksinovasi.keluaran.tabel.petunjuk import CONTOH_FAKTA, petunjuk_isian

_PILIHAN: Mapping[str, tuple[str | int, ...]] = {
    "status": get_args(Status),
    "tahapan": get_args(Tahapan),
    "inisiator": get_args(Inisiator),
    "jenis": get_args(JenisInovasi),
    "bentuk": get_args(BentukInovasi),
    "urusan": tuple(URUSAN),
    "asta_cita": tuple(range(1, 9)),
}
_LEBAR: Mapping[str, int] = {
    **{"id": 30, "opd": 18, "nama": 34, "status": 11, "tahapan": 12, "inisiator": 14, "nama_inisiator": 20},
    **{
        "jenis": 12,
        "bentuk": 17,
        "urusan": 26,
        "urusan_lain": 24,
        "tematik": 18,
        "pkpn": 18,
        "asta_cita": 10,
    },
    **{"lintang": 11, "bujur": 11, "video": 26, "tanggal_input": 14, "uji_coba": 12, "penerapan": 12},
    **{"pengembangan": 15, "rancang_bangun": 50, "tujuan": 40, "manfaat": 40, "hasil": 40},
    **{"pengembangan_dari": 26, "kematangan": 12},
}
_LEBAR_INOVASI = tuple(_LEBAR[satu] for satu in KOLOM_INOVASI)
# Yang diketik di sini tidak boleh menjadi tanggal atau bilangan; teks panjang dibiarkan, karena Excel lama
# menampilkan sel teks di atas 255 huruf sebagai pagar.
_TEKS_INOVASI = ("nama", "nama_inisiator", "urusan_lain", "tematik", "pkpn", "video", "pengembangan_dari")
_TANGGAL_INOVASI = ("tanggal_input", "uji_coba", "penerapan", "pengembangan")
_TEKS_BUKTI = ("berkas", "tautan", "nomor", "tentang")
_LEBAR_INDIKATOR = (30, 18, 30, 26, 26, 26, 34, 10, 20, 12, 12)
_PARAMETER, _FAKTA, _BASIS = (KOLOM_INDIKATOR.index(satu) for satu in ("parameter", "fakta", "basis"))
_BUKTI_KOSONG = 200


def lembar_isian(bahan: BahanIsian) -> tuple[LembarTulis, ...]:
    """Semua lembar; SPD hanya bila seluruh daerah."""
    isi = {satu.id: satu.isi for satu in bahan.catatan} | {nama: {} for nama in slot_baru()}
    spd = (_spd(bahan, bahan.spd or {}),) if bahan.opd is None else ()
    return (
        petunjuk_isian(bahan),
        _inovasi(bahan),
        _indikator(LEMBAR_INDIKATOR, isi, bahan.metode.aspek("sid")),
        *spd,
        _bukti(bahan),
        lembar_data("isian", bahan),
    )


def slot_baru() -> list[str]:
    """Pengenal baris kosong bagi inovasi baru."""
    return [f"baru-{nomor}" for nomor in range(1, SLOT_BARU + 1)]


def _letak(kolom: Sequence[str], nama: Iterable[str]) -> tuple[int, ...]:
    return tuple(kolom.index(satu) for satu in nama)


def _inovasi(bahan: BahanIsian) -> LembarTulis:
    baris: list[list[SelTulis]] = [
        [sel_isian(kolom, satu.id, satu.opd, satu.isi) for kolom in KOLOM_INOVASI] for satu in bahan.catatan
    ]
    baris += [[nama, bahan.opd, *[None] * (len(KOLOM_INOVASI) - 2)] for nama in slot_baru()]
    pilihan = dict(_PILIHAN) | {"opd": tuple(bahan.nama_opd)}
    daftar = tuple(
        DaftarPilihan(KOLOM_INOVASI.index(kolom), 1, len(baris), isi) for kolom, isi in pilihan.items() if isi
    )
    return LembarTulis(
        LEMBAR_INOVASI,
        KOLOM_INOVASI,
        baris,
        _LEBAR_INOVASI,
        redup=(0,),
        pilihan=daftar,
        teks=_letak(KOLOM_INOVASI, _TEKS_INOVASI),
        tanggal=_letak(KOLOM_INOVASI, _TANGGAL_INOVASI),
        beku=3,
        halaman=4,
    )


def _indikator(nama: str, isi: Mapping[str, Mapping[str, Any]], tabel: Sequence[Indikator]) -> LembarTulis:
    baris: list[list[SelTulis]] = []
    pilihan: list[DaftarPilihan] = []
    letak: dict[str, list[int]] = {}
    for kenal, catatan in isi.items():
        entri = peta(catatan.get("indikator"))
        kode_tabel = {satu.kode: satu for satu in tabel}
        for kode in (*kode_tabel, *(str(satu) for satu in entri if satu not in kode_tabel)):
            baris.append(_baris_indikator(kenal, kode, kode_tabel.get(kode), entri.get(kode)))
            pilihan += _pilihan_baris(len(baris), kode, kode_tabel.get(kode))
            letak.setdefault(kode, []).append(len(baris))
    return LembarTulis(
        nama,
        KOLOM_INDIKATOR,
        baris,
        _LEBAR_INDIKATOR,
        redup=tuple(range(_PARAMETER)),
        pilihan=tuple(pilihan),
        beku=3,
        kelompok=0,
        pesan=tuple(_pesan_fakta(letak)),
    )


def _pesan_fakta(letak: Mapping[str, Sequence[int]]) -> Iterator[PesanSel]:
    """Cara mengisi fakta tiap indikator yang bukan daftar pilihan."""
    for kode, baris in letak.items():
        bentuk = BENTUK_FAKTA.get(kode)
        if bentuk and bentuk.jenis != "pilihan":
            contoh = CONTOH_FAKTA.get(bentuk.jenis, "")
            pilihan = f" Pilihan: {', '.join(bentuk.pilihan)}." if bentuk.pilihan else ""
            kolom = KOLOM_INDIKATOR.index("nilai") if bentuk.jenis == "manfaat" else _FAKTA
            yield PesanSel(kolom, tuple(baris), f"{bentuk.isi} {contoh}{pilihan}".strip())


def _baris_indikator(kenal: str, kode: str, satu: Indikator | None, entri: Any) -> list[SelTulis]:
    tingkat = satu.uraian_tingkat if satu else {}
    keterangan: list[SelTulis] = [
        satu.nama if satu else "tidak ada dalam tabel tahun ini",
        *(tingkat.get(nomor) for nomor in TINGKAT_POSITIF),
        satu.bukti if satu else None,
    ]
    sel = sel_indikator(kode, entri)
    return [kenal, kode, *keterangan, *(sel[kolom] for kolom in KOLOM_INDIKATOR[_PARAMETER:])]


def _pilihan_baris(nomor: int, kode: str, satu: Indikator | None) -> Iterator[DaftarPilihan]:
    yield DaftarPilihan(_PARAMETER, nomor, nomor, SEMUA_TINGKAT)
    bentuk = BENTUK_FAKTA.get(kode)
    if bentuk and bentuk.jenis == "pilihan":
        arti = "\n".join(f"{kode}: {isi}" if isi else kode for kode, isi in bentuk.arti.items())
        yield DaftarPilihan(_FAKTA, nomor, nomor, bentuk.pilihan, arti)
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
        LEMBAR_BUKTI,
        KOLOM_BUKTI,
        [*baris, *kosong],
        (30, 20, 34, 40, 22, 12, 44),
        pilihan=tuple(pilihan),
        teks=_letak(KOLOM_BUKTI, _TEKS_BUKTI),
        tanggal=_letak(KOLOM_BUKTI, ("tanggal",)),
        beku=2,
        kelompok=0,
    )


def _baris_bukti(kenal: str, isi: Mapping[str, Any]) -> Iterator[list[SelTulis]]:
    for kode, entri in peta(isi.get("indikator")).items():
        for bukti in deret_peta(dalam(entri, "bukti")):
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
