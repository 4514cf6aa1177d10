"""Lembar verifikasi: satu baris tiap klaim, kolom kosong bagi pemeriksa, dan lembar status."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, get_args

from indeksinovasi.inti.impor.isian_sel import sel_baris_fakta, sel_fakta
from indeksinovasi.inti.model.dasar import SEMUA_TINGKAT
from indeksinovasi.inti.model.inovasi import Status
from indeksinovasi.inti.model.isian import (
    KOLOM_STATUS,
    KOLOM_VERIFIKASI,
    LEMBAR_STATUS,
    LEMBAR_VERIFIKASI,
    BahanIsian,
)
from indeksinovasi.inti.model.mentah import dalam, deret_peta, peta
from indeksinovasi.inti.model.tabel import DaftarPilihan, LembarTulis, SelTulis
from indeksinovasi.keluaran.tabel.isian import lembar_data
from indeksinovasi.keluaran.tabel.petunjuk import petunjuk_verifikasi

_PARAMETER = KOLOM_VERIFIKASI.index("parameter")


def lembar_verifikasi(bahan: BahanIsian) -> tuple[LembarTulis, ...]:
    """Lembar Verifikasi, Status, dan data tersembunyi."""
    baris = list(_baris(bahan))
    tingkat = DaftarPilihan(_PARAMETER, 1, max(1, len(baris)), SEMUA_TINGKAT)
    status: list[list[SelTulis]] = [
        [satu.id, sel_fakta(satu.isi.get("nama")), sel_fakta(satu.isi.get("status")), None]
        for satu in bahan.catatan
    ]
    pilihan = DaftarPilihan(3, 1, max(1, len(status)), get_args(Status))
    return (
        petunjuk_verifikasi(bahan),
        LembarTulis(
            LEMBAR_VERIFIKASI,
            KOLOM_VERIFIKASI,
            baris,
            (28, 30, 20, 30, 7, 18, 46, 11, 36, 18, 12),
            redup=tuple(range(_PARAMETER)),
            pilihan=(tingkat,),
            teks=tuple(KOLOM_VERIFIKASI.index(satu) for satu in ("catatan", "oleh")),
            tanggal=(KOLOM_VERIFIKASI.index("tanggal"),),
            beku=3,
            kelompok=0,
        ),
        LembarTulis(
            LEMBAR_STATUS, KOLOM_STATUS, status, (30, 44, 12, 12), redup=(0, 1, 2), pilihan=(pilihan,)
        ),
        lembar_data("verifikasi", bahan._replace(catatan=(), spd=None)),
    )


def _baris(bahan: BahanIsian) -> Iterator[list[SelTulis]]:
    nama_baris = {satu.kode: satu.nama for satu in bahan.metode.indikator}
    semua: list[tuple[str, Mapping[str, Any]]] = [(satu.id, satu.isi) for satu in bahan.catatan]
    if bahan.opd is None and bahan.spd:
        semua.append((f"{bahan.tahun}/spd", bahan.spd))
    for kenal, isi in semua:
        nama = sel_fakta(isi.get("nama")) or "SPD"
        for kode, entri in peta(isi.get("indikator")).items():
            keterangan = (nama_baris.get(str(kode), str(kode)), sel_fakta(dalam(entri, "parameter")))
            fakta = sel_baris_fakta(str(kode), dalam(entri, "fakta"))
            bukti = "\n".join(map(_satu_bukti, deret_peta(dalam(entri, "bukti"))))
            yield [kenal, nama, str(kode), *keterangan, fakta, bukti or None, *[None] * 4]


def _satu_bukti(bukti: Mapping[str, Any]) -> str:
    bagian = [bukti.get("berkas") or bukti.get("tautan") or "(tanpa berkas)"]
    bagian += [bukti[kunci] for kunci in ("nomor", "tanggal", "tentang") if bukti.get(kunci)]
    return " · ".join(map(str, bagian))
