"""Laporan JSON menurut kontrak: ``{"versi_format": 1, "temuan": […], "ringkasan": {…}}``.

Karakter di luar ASCII ditulis sebagai ``\\uXXXX``: nama berkas apa pun utuh dan tidak mengendalikan terminal.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator

from indeksinovasi.inti.model.temuan import Temuan
from indeksinovasi.keluaran.temuan.laporan import LaporanTemuan
from indeksinovasi.keluaran.temuan.ringkasan import menurut_pemilik

VERSI_TEMUAN = 1
URUTAN_KUNCI = ("kode", "tingkat", "pesan", "petunjuk", "berkas", "baris", "kolom", "jalur")


def objek_temuan(temuan: Temuan) -> dict[str, object]:
    """Satu anggota ``temuan``; ``perbaikan`` hanya bila ada."""
    isi = temuan._asdict()
    rapi = {kunci: isi[kunci] for kunci in URUTAN_KUNCI}
    if temuan.perbaikan.suntingan:
        suntingan = [satu._asdict() for satu in temuan.perbaikan.suntingan]
        rapi["perbaikan"] = {"aman": temuan.perbaikan.aman, "suntingan": suntingan}
    return rapi


def ringkasan(laporan: LaporanTemuan) -> dict[str, object]:
    """Banyak temuan tiap tingkat dan kode, banyak berkas, dan pemeriksaan yang tidak dijalankan."""
    return {
        **{str(tingkat): banyak for tingkat, banyak in laporan.hitungan.items()},
        "diperiksa": laporan.diperiksa,
        "bertemuan": laporan.bertemuan,
        "kode": dict(sorted(Counter(satu.kode for satu in laporan.urut).items())),
        "catatan": list(laporan.catatan),
        "tersembunyi": laporan.tersembunyi,
        "pemilik": dict(menurut_pemilik(laporan)),
    }


def potong(laporan: LaporanTemuan) -> Iterator[str]:
    """Potongan dokumen, satu temuan satu baris."""
    yield f'{{"versi_format": {VERSI_TEMUAN}, "temuan": ['
    pemisah = "\n"
    for temuan in () if laporan.statistik else laporan.urut:
        yield pemisah + json.dumps(objek_temuan(temuan))
        pemisah = ",\n"
    tulis = [{"berkas": nama, "tindakan": "ubah"} for nama, _ in laporan.diperbaiki]
    bagian = f', "tulis": {json.dumps(tulis)}' if tulis else ""
    yield f'\n], "ringkasan": {json.dumps(ringkasan(laporan))}{bagian}}}\n'
