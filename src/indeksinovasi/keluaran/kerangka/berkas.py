"""Kerangka utuh: daerah.yaml, spd.yaml, dan satu inovasi."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, get_args

from indeksinovasi.inti.ejaan import tanggal_id
from indeksinovasi.inti.model.daerah import JenisDaerah
from indeksinovasi.inti.model.inovasi import TEKS_URAIAN, BentukInovasi, Inisiator, JenisInovasi, Tahapan
from indeksinovasi.inti.model.metode import Metode
from indeksinovasi.inti.model.urusan import URUSAN
from indeksinovasi.inti.tulis_yaml import baris_isian, baris_peta, skalar
from indeksinovasi.keluaran.kerangka.indikator import baris_indikator, isian, komentar
from indeksinovasi.keluaran.teks import angka_rapi

ISIAN_PILIHAN: Mapping[str, tuple[str, ...]] = {
    "tahapan": get_args(Tahapan),
    "inisiator": get_args(Inisiator),
    "jenis": get_args(JenisInovasi),
    "bentuk": get_args(BentukInovasi),
}
_KODE_PER_BARIS = 6


def petunjuk_skema(jalur: str) -> str:
    """Baris pertama yang menghubungkan penyunting dengan skemanya."""
    return f"# yaml-language-server: $schema={jalur}"


def kerangka_daerah(nama: str | None, jenis: str | None, kode: str | None) -> str:
    """``daerah.yaml``; yang belum diketahui menjadi tempat isian bertanda ISI."""
    baris = [
        f"nama: {skalar(nama or 'ISI nama lengkap daerah')}",
        f"jenis: {skalar(jenis or 'ISI')}  # {' | '.join(get_args(JenisDaerah))}",
        f'kode: "{kode or "ISI"}"  # kode wilayah Kemendagri, selalu dalam tanda petik',
        "klaster: []  # tertinggal | perbatasan | papua",
        "# Kode dan nama tiap perangkat daerah; kodenya menjadi nama folder, misalnya",
        "#   dinas-kesehatan: Dinas Kesehatan",
        "perangkat_daerah: {}",
        "# Target inovasi tiap perangkat daerah menurut tahun mulai berlaku, misalnya {2026: 2}.",
        "target_inovasi: {}",
    ]
    return "\n".join(baris) + "\n"


def kerangka_spd(metode: Metode, skema: str) -> str:
    """``spd.yaml``: baris tabelnya, atau ``total`` bagi tahun yang tabelnya tidak terbit."""
    baris = [petunjuk_skema(skema), f"# Indikator tingkat daerah (SPD) {metode.tahun}: T-0 = {metode.tahun}."]
    if metode.aspek("spd"):
        baris += ["# Isi parameter (0-3) atau fakta, lalu buktinya.", "indikator:"]
        baris += baris_indikator(metode, "spd")
    else:
        puncak = metode.maksimum.spd
        batas = f", paling tinggi {angka_rapi(puncak.nilai)}" if puncak and puncak.nilai is not None else ""
        baris += [*komentar(f"Tabel SPD {metode.tahun} tidak terbit: isi skor jadinya{batas}."), "total: 0"]
        if not batas:
            baris += ["# maksimum:  # skor SPD tertinggi tahun itu, bila diketahui"]
    return "\n".join(baris) + "\n"


def kerangka_inovasi(
    metode: Metode, skema: str, isi: Mapping[str, Any], lama: Mapping[str, Iterable[str]] | None = None
) -> str:
    """Satu draf. *isi*: yang sudah diketahui; *lama*: keterangan tahun lalu menurut kode baris."""
    return "\n".join(_inovasi(metode, skema, isi, lama or {})) + "\n"


def _inovasi(
    metode: Metode, skema: str, isi: Mapping[str, Any], lama: Mapping[str, Iterable[str]]
) -> Iterator[str]:
    yield petunjuk_skema(skema)
    yield from baris_isian("nama", isi.get("nama") or "ISI nama inovasi", "")
    yield "status: draf  # draf | terkirim | diterima | ditolak"
    for kunci, pilihan in ISIAN_PILIHAN.items():
        yield from isian(kunci, isi.get(kunci), pilihan)
        if kunci == "inisiator" and isi.get("nama_inisiator"):
            yield from baris_isian("nama_inisiator", isi["nama_inisiator"], "")
    yield from _urusan(isi)
    for kunci in ("urusan_lain", "tematik", "pkpn", "asta_cita", "koordinat", "video", "pengembangan_dari"):
        if isi.get(kunci) not in (None, (), []):
            yield from baris_isian(kunci, isi[kunci], "")
    yield from _waktu(metode, isi.get("waktu") or {})
    yield from _uraian(metode, isi)
    tahun = metode.tahun
    yield ""
    yield f"# Indikator {tahun}: T-0 = {tahun}, T-1 = {tahun - 1}, T-2 = {tahun - 2}."
    yield "# Isi parameter (0-3), fakta, atau keduanya, lalu bukti:"
    yield "#     bukti:"
    yield "#       - berkas: bukti/nama-berkas.pdf  # atau tautan: https://…"
    yield "#         nomor: nomor naskah"
    yield "#         tanggal: TTTT-BB-HH"
    yield "#         tentang: hal naskah"
    if metode.aspek("sid"):
        yield "indikator:"
        yield from baris_indikator(metode, "sid", lama)


def _urusan(isi: Mapping[str, Any]) -> Iterator[str]:
    if isi.get("urusan"):
        yield f"urusan: {isi['urusan']}"
        return
    yield "# ISI urusan: salah satu kode"
    kode = list(URUSAN)
    for awal in range(0, len(kode), _KODE_PER_BARIS):
        yield from komentar("  " + ", ".join(kode[awal : awal + _KODE_PER_BARIS]), "", "  ")


def _waktu(metode: Metode, waktu: Mapping[str, Any]) -> Iterator[str]:
    syarat = metode.kelayakan
    if jendela := syarat.penerapan:
        akhir = ", atau dikembangkan di dalamnya" if syarat.pengembangan_dalam_jendela else ""
        rentang = f"{tanggal_id(jendela.mulai)} s.d. {tanggal_id(jendela.sampai)}"
        yield from komentar(f"Jendela penerapan {metode.tahun}: {rentang}{akhir}.")
    if waktu:
        yield "waktu:"
        yield from baris_peta(waktu, "  ")
        return
    yield "# ISI waktu: {uji_coba: TTTT-BB-HH, penerapan: TTTT-BB-HH, pengembangan: TTTT-BB-HH}"


def _uraian(metode: Metode, isi: Mapping[str, Any]) -> Iterator[str]:
    minimal = metode.kelayakan.rancang_bangun_min_kata
    for kunci in TEKS_URAIAN:
        if kunci == "rancang_bangun" and minimal:
            yield f"# Rancang bangun paling sedikit {minimal} kata."
        if isi.get(kunci):
            yield from baris_isian(kunci, isi[kunci], "")
        else:
            yield f"# ISI {kunci}: |"
            yield "#   teks di bawah tanda | menjorok dua spasi"
