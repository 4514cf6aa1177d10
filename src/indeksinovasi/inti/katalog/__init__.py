"""Katalog kode temuan: satu sumber untuk pesan bawaan, ``indeks jelaskan``, dokumentasi, dan tes."""

from __future__ import annotations

from indeksinovasi.inti.katalog import bkt, brk, fkt, imp, kly, ktn, lts, skm, skr
from indeksinovasi.inti.katalog.jenis import EntriKatalog
from indeksinovasi.inti.model.temuan import Masalah, Temuan, teks_jalur

KATALOG: dict[str, EntriKatalog] = {
    satu.kode: satu for keluarga in (brk, skm, kly, bkt, fkt, lts, skr, ktn, imp) for satu in keluarga.ENTRI
}

KELUARGA = {
    "BRK": "berkas dan YAML",
    "SKM": "bentuk isian",
    "KLY": "kelayakan",
    "BKT": "bukti",
    "FKT": "fakta dan klaim",
    "LTS": "lintas berkas",
    "SKR": "catatan penilaian",
    "KTN": "berkas tahun",
    "IMP": "impor tabel",
}


def buat_temuan(berkas: str, baris: int, kolom: int, masalah: Masalah) -> Temuan:
    """Lengkapi *masalah* dengan posisi, tingkat, dan petunjuk bawaan katalog."""
    entri = KATALOG[masalah.kode]
    return Temuan(
        berkas,
        baris,
        kolom,
        masalah.kode,
        masalah.tingkat or entri.tingkat,
        masalah.pesan,
        masalah.petunjuk or entri.petunjuk,
        teks_jalur(masalah.jalur),
        terkait=masalah.terkait,
    )
