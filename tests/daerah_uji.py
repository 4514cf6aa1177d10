"""Daerah kecil untuk uji: ditulis ke folder sementara, dinilai lewat jalur yang sama dengan ``indeks``."""

from __future__ import annotations

import io
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import ryaml

from indeksinovasi.alur.metode import metode_tahun
from indeksinovasi.alur.nilai import Permintaan, jalankan_nilai, rencanakan
from indeksinovasi.inti.hitung.nilai import Opsi
from indeksinovasi.inti.model.metode import Metode
from indeksinovasi.keluaran.nilai_json import objek_nilai

Data = dict[str, Any]
AKAR = Path(__file__).resolve().parents[1]
CONTOH = AKAR / "contoh_data"
URUSAN_WAJIB = (
    "pendidikan",
    "kesehatan",
    "pekerjaan_umum_penataan_ruang",
    "perumahan_rakyat_kawasan_permukiman",
    "trantibumlinmas",
    "sosial",
)
ISIAN_POKOK = """\
nama: Posyandu
status: terkirim
tahapan: penerapan
inisiator: opd
jenis: digital
bentuk: pelayanan_publik
urusan: kesehatan
"""
CATATAN = f"{ISIAN_POKOK}waktu: {{penerapan: 2023-01-01}}\n"
"""Catatan sah sebagai teks, bagi uji yang memeriksa letak dan tulisannya."""
DAERAH = 'nama: Kota Contoh\njenis: kota\nkode: "99.71"\nperangkat_daerah: {dinkes: Dinas Kesehatan}\n'


@cache
def metode(tahun: int) -> Metode:
    """Aturan *tahun*; dibaca sekali untuk semua uji."""
    return metode_tahun(tahun).metode


def inovasi(tahun: int = 2024, **ganti: Any) -> Data:
    """Catatan sah paling sederhana untuk pengukuran *tahun*: diterima, diterapkan pada T-1. ``None``
    menghapus isian.
    """
    data: Data = {
        "nama": "Inovasi Uji",
        "status": "diterima",
        "tahapan": "penerapan",
        "inisiator": "opd",
        "jenis": "digital",
        "bentuk": "pelayanan_publik",
        "urusan": "kesehatan",
        "waktu": {"penerapan": f"{tahun - 1}-06-01"},
    }
    return {kunci: nilai for kunci, nilai in (data | ganti).items() if nilai is not None}


def tulis(jalur: Path, isi: Data | str) -> Path:
    """Tulis *isi* (data YAML atau teks apa adanya), beserta foldernya."""
    jalur.parent.mkdir(parents=True, exist_ok=True)
    jalur.write_text(isi if isinstance(isi, str) else ryaml.dumps(isi), encoding="utf-8", newline="\n")
    return jalur


def tulis_daerah(
    akar: Path,
    tahun: int,
    catatan: Mapping[str, Data | str],
    spd: Data | str | None = None,
    daerah: Data | str | None = None,
) -> Path:
    """Tulis satu daerah: *catatan* berkunci ``opd/slug``, ``spd.yaml`` bila ada, dan ``daerah.yaml``."""
    bawaan: Data = {
        "nama": "Kota Uji",
        "jenis": "kota",
        "kode": "99.01",
        "perangkat_daerah": {"dinkes": "Dinkes"},
    }
    tulis(akar / "daerah.yaml", bawaan if daerah is None else daerah)
    for nama, isi in catatan.items():
        tulis(akar / str(tahun) / f"{nama}.yaml", isi)
    if spd is not None:
        tulis(akar / str(tahun) / "spd.yaml", spd)
    return akar


def tulis_teks(akar: Path, **berkas: str) -> Path:
    """Tulis daerah kecil dari teks apa adanya: ``catatan`` menjadi satu inovasi 2024, kunci lain jalur tanpa
    akhirannya dengan ``__`` sebagai garis miring; tanpa ``daerah``, daerah yang sah.
    """
    for nama, isi in {"daerah": DAERAH, **berkas}.items():
        jalur = "2024/dinkes/a" if nama == "catatan" else nama.replace("__", "/")
        tulis(akar / f"{jalur}.yaml", isi)
    return akar


def nilai(data: Path, tahun: int | None = None, metode: str | int | None = None, **opsi: Any) -> Data:
    """Objek JSON satu daerah, persis seperti anggota ``hasil`` pada ``indeks nilai --format json``."""
    permintaan = Permintaan(data, tahun, None if metode is None else str(metode), Opsi(**opsi))
    (satu,) = jalankan_nilai(rencanakan(permintaan), objek_nilai)
    return satu.isi


class Keluaran(NamedTuple):
    """Hasil satu perintah: kode keluar, stdout, dan stderr."""

    kode: int
    keluar: str
    galat: str


def indeks(*argumen: str | Path | int) -> Keluaran:
    """Jalankan ``indeks`` dengan *argumen* di dalam proses ini; stdout dan stderr bukan terminal."""
    from indeksinovasi.cli.aplikasi import jalankan as jalankan_perintah

    keluar, galat = io.StringIO(), io.StringIO()
    with redirect_stdout(keluar), redirect_stderr(galat):
        kode = jalankan_perintah([str(satu) for satu in argumen])
    return Keluaran(kode, keluar.getvalue(), galat.getvalue())
