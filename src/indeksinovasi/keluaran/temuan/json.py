"""Laporan JSON menurut kontrak: ``{"versi_format": 1, "temuan": […], "ringkasan": {…}}``.

Karakter di luar ASCII ditulis sebagai ``\\uXXXX``: nama berkas apa pun utuh dan tidak mengendalikan terminal.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator

from indeksinovasi.inti.hitung.taruhan import TaruhanTahun
from indeksinovasi.inti.model.temuan import Temuan
from indeksinovasi.keluaran.temuan.laporan import LaporanTemuan, judul
from indeksinovasi.keluaran.temuan.pemilik import menurut_pemilik
from indeksinovasi.keluaran.temuan.ringkasan import menurut_kode

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
        "pemilik": _pemilik(laporan),
        **_menurut_kode(laporan),
        "menurut_pemilik": [
            {"daerah": satu.daerah, "kode": satu.kode, "nama": satu.nama, "temuan": banyak}
            for satu, banyak in menurut_pemilik(laporan)
        ],
    }


def _pemilik(laporan: LaporanTemuan) -> dict[str, int]:
    """Banyak temuan menurut kode OPD atau nama berkas daerah, terbanyak dahulu; daerahnya tidak dibedakan."""
    banyak: Counter[str] = Counter()
    for satu, n in menurut_pemilik(laporan):
        banyak[satu.kode] += n
    return dict(banyak.most_common())


def _menurut_kode(laporan: LaporanTemuan) -> dict[str, object]:
    """Kode yang paling merugikan dahulu; ``poin_indeks`` ``null`` bila tidak dapat dihitung."""
    taruhan = laporan.taruhan() if laporan.urut else TaruhanTahun(0, {})
    semua = [
        {
            "kode": satu.kode,
            "judul": judul(satu.kode),
            "temuan": satu.banyak,
            "poin_indeks": float(satu.taruhan.poin) if satu.taruhan else None,
            "paling_banyak": satu.taruhan is not None and satu.taruhan.paling_banyak,
            "akibat": satu.akibat,
        }
        for satu in menurut_kode(laporan, taruhan)
    ]
    return {"tahun_poin": taruhan.tahun or None, "menurut_kode": semua}


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
