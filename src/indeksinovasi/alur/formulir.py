"""Kasus guna ``formulir``: catatan satu daerah menjadi bahan satu halaman untuk tiap OPD."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from indeksinovasi.alur.data import baca_data_daerah, galat_saja, pastikan_satu, pilih_tahun, temukan_daerah
from indeksinovasi.alur.galat import GalatPemakaian
from indeksinovasi.alur.metode import metode_bila_terbit, peraturan_untuk
from indeksinovasi.berkas.muat import Kamus, baca_inovasi_sebisanya, susun_kamus
from indeksinovasi.berkas.pindai import FolderDaerah, pindai_tahun
from indeksinovasi.inti.ejaan import atau, kutip, mungkin_maksud
from indeksinovasi.inti.formulir.bahan import BahanFormulir, InovasiFormulir
from indeksinovasi.inti.hitung.kematangan import Pembaca
from indeksinovasi.inti.hitung.nilai import Peraturan
from indeksinovasi.inti.model.isian import tanpa_verifikasi
from indeksinovasi.inti.model.temuan import Temuan


class PermintaanFormulir(NamedTuple):
    """Formulir untuk satu OPD, atau semua OPD bila ``opd`` ``None``."""

    data: Path
    tahun: int | None = None
    opd: str | None = None
    metode: str | None = None


class HasilFormulir(NamedTuple):
    """Bahan tiap OPD menurut kodenya, dan temuan catatan yang tidak dapat dimuat ke formulir."""

    bahan: tuple[BahanFormulir, ...]
    temuan: tuple[Temuan, ...]


def susun_formulir(permintaan: PermintaanFormulir) -> HasilFormulir:
    """Bahan formulir; ``GalatPemakaian`` bila bukan tepat satu daerah, atau tahun atau OPD tidak dikenal."""
    sasaran, folder = temukan_daerah(permintaan.data)
    milik = pastikan_satu(permintaan.data, folder)
    tahun = pilih_tahun(folder, sasaran, permintaan.tahun, bermetode=permintaan.metode is None).tahun
    if tahun is None:
        raise GalatPemakaian(
            "Tahun formulir belum diketahui.", "Sebut dengan --tahun, misalnya --tahun 2026."
        )
    peraturan = peraturan_untuk(tahun, permintaan.metode)
    kamus = susun_kamus(peraturan.asal, peraturan.metode)
    data = baca_data_daerah(milik, ())
    nama = dict(data.daerah.perangkat_daerah) if data.daerah else {}
    berkas = pindai_tahun(milik, tahun).opd
    dipilih = _pilih_opd(permintaan.opd, sorted({*nama, *berkas}))
    asal = metode_bila_terbit(tahun)
    temuan = list(data.temuan)
    bahan = []
    for kode in dipilih:
        inovasi: list[InovasiFormulir] = []
        for jalur in berkas.get(kode, ()):
            satu, galat = _inovasi(milik, jalur, f"{tahun}/{kode}/{jalur.stem}", kamus, peraturan, tahun)
            temuan += galat
            inovasi += satu
        bahan.append(
            BahanFormulir(
                daerah=data.identitas,
                tahun=tahun,
                opd=kode,
                nama_opd=nama.get(kode, kode),
                metode=peraturan.metode,
                kelayakan=asal.kelayakan if asal else None,
                inovasi=tuple(inovasi),
            )
        )
    return HasilFormulir(tuple(bahan), tuple(temuan))


def _pilih_opd(diminta: str | None, dikenal: list[str]) -> list[str]:
    if diminta is None:
        if not dikenal:
            raise GalatPemakaian("Belum ada perangkat daerah.", "Isi perangkat_daerah pada daerah.yaml.")
        return dikenal
    if diminta not in dikenal:
        maksud = mungkin_maksud(diminta, dikenal)
        raise GalatPemakaian(
            f"OPD {kutip(diminta)} tidak ada pada daerah.yaml.",
            atau(maksud, f"Yang ada: {', '.join(dikenal)}."),
        )
    return [diminta]


def _inovasi(
    folder: FolderDaerah, jalur: Path, id_catatan: str, kamus: Kamus, peraturan: Peraturan, tahun: int
) -> tuple[list[InovasiFormulir], tuple[Temuan, ...]]:
    terbaca = baca_inovasi_sebisanya(jalur, folder.tampil(jalur), kamus)
    galat = galat_saja(terbaca.temuan)
    inovasi = terbaca.isi or terbaca.dugaan
    if inovasi is None:
        return [], galat
    pembaca = Pembaca(peraturan.sid, peraturan.sid_asal, tahun)
    tingkat = {satu.kode: satu.tingkat.klaim for satu in pembaca.baca(inovasi.indikator)}
    return [InovasiFormulir(id_catatan, tanpa_verifikasi(terbaca.dokumen.data), tingkat)], galat
