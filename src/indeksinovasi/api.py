"""API Python kecil: muat satu daerah, nilai, baca hasilnya.

Contoh::

    from indeksinovasi.api import muat, nilai

    termuat = muat("contoh_data/kota-contoh", 2024)
    hasil = nilai(termuat)
    print(hasil.utama.skor, hasil.utama.predikat)
    for inovasi in hasil.inovasi:
        print(inovasi.id, inovasi.golongan, inovasi.kematangan)

Angka berupa ``Fraction`` eksak; ``hasil`` adalah ``indeksinovasi.inti.model.hasil.Hasil``.
"""

from __future__ import annotations

from pathlib import Path

from indeksinovasi.alur.galat import GalatPemakaian
from indeksinovasi.alur.metode import peraturan_untuk
from indeksinovasi.alur.nilai import Permintaan, rencanakan
from indeksinovasi.berkas.muat import Termuat, baca_daerah, baca_tahun
from indeksinovasi.berkas.pindai import pindai_tahun
from indeksinovasi.inti.hitung.nilai import Opsi, nilai_daerah
from indeksinovasi.inti.model.hasil import Dasar, Hasil

__all__ = ["GalatPemakaian", "Hasil", "Termuat", "muat", "nilai"]


def muat(data: str | Path, tahun: int | None = None) -> Termuat:
    """Muat satu folder daerah pada *tahun* (bawaannya tahun terbaru).

    Berkas yang bermasalah menjadi ``termuat.temuan``. ``GalatPemakaian`` bila folder, tahun, atau metodenya
    tidak ada, atau bila *data* memuat lebih dari satu daerah.
    """
    kerja = rencanakan(Permintaan(Path(data), tahun))
    if len(kerja.daerah) != 1:
        raise GalatPemakaian(f"{data} memuat {len(kerja.daerah)} daerah.", "Tunjuk satu folder daerah.")
    folder = kerja.daerah[0]
    daerah, temuan = baca_daerah(folder)
    termuat = baca_tahun(folder, pindai_tahun(folder, kerja.tahun), daerah, kerja.kamus)
    return termuat._replace(temuan=(*temuan, *termuat.temuan))


def nilai(
    termuat: Termuat,
    *,
    metode: str | None = None,
    dasar: Dasar = "berbukti",
    sertakan_draf: bool = False,
    abaikan_kelayakan: bool = False,
) -> Hasil:
    """Nilai daerah termuat; *metode* seperti ``--metode`` (tahun atau jalur berkas metode)."""
    peraturan = peraturan_untuk(termuat.bahan.tahun, metode)
    return nilai_daerah(termuat.bahan, peraturan, Opsi(dasar, sertakan_draf, abaikan_kelayakan))
