"""Teks yang ditempel tanpa menjorok sehingga barisnya terbaca sebagai kunci lain.

Yang disebut sebabnya, yaitu jorokannya; baris semacam itu tidak pernah disuruh hapus.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from indeksinovasi.berkas.baca import IsiBerkas
from indeksinovasi.berkas.baris_lepas import BarisLepas
from indeksinovasi.berkas.isian_teks import KUNCI_TEKS
from indeksinovasi.berkas.jalur_data import nilai_pada
from indeksinovasi.berkas.simpul import Simpul
from indeksinovasi.inti.model.temuan import Jalur, Masalah


def rapikan_tempelan(masalah: Iterable[Masalah], dokumen: IsiBerkas) -> list[Masalah]:
    """*masalah* dengan kunci asing di bawah teks yang kosong disebut sebabnya, sekali tiap teks."""
    semua = list(masalah)
    asing = {satu.jalur for satu in semua if satu.kode == "SKM102"}
    induk = {jalur[:-1] for jalur in asing}
    if not induk or not any(f"{kunci}:" in dokumen.teks for kunci in KUNCI_TEKS):
        return semua
    # Isian kosong yang dianggap tidak ditulis sudah tidak ada di datanya.
    utuh = all(satu.kode != "SKM117" for satu in semua)
    wadah_kosong = [satu for satu in induk if not (utuh and _semua_berisi(nilai_pada(satu, dokumen.data)))]
    lepas = dict(satu for wadah in wadah_kosong for satu in _tempelan(dokumen, wadah, asing))
    return [jadi for satu in semua if (jadi := _ganti(satu, lepas)) is not None]


def _semua_berisi(wadah: Any) -> bool:
    """Setiap isian teks peta itu berisi, sehingga tidak mungkin ada teks yang tertempel di bawahnya."""
    if not isinstance(wadah, dict):
        return False
    teks = [nilai for kunci, nilai in wadah.items() if kunci in KUNCI_TEKS]
    return all(isinstance(satu, str) and satu.strip() for satu in teks)


def _ganti(masalah: Masalah, lepas: dict[Jalur, tuple[BarisLepas, bool]]) -> Masalah | None:
    if masalah.kode == "SKM117" and any(
        masalah.jalur == (*jalur[:-1], baris.kunci) for jalur, (baris, _) in lepas.items()
    ):
        return None
    if masalah.kode != "SKM102" or masalah.jalur not in lepas:
        return masalah
    baris, pertama = lepas[masalah.jalur]
    return Masalah("SKM102", masalah.jalur, baris.pesan, baris.petunjuk, "kunci") if pertama else None


def _tempelan(
    dokumen: IsiBerkas, wadah: Jalur, asing: set[Jalur]
) -> Iterator[tuple[Jalur, tuple[BarisLepas, bool]]]:
    """Kunci asing langsung di bawah isian teks yang tidak berisi; ``True`` bagi yang pertama."""
    from indeksinovasi.berkas.tulisan import susunan_dari

    peta = susunan_dari(dokumen.teks).pada(wadah)
    if peta is None or peta.jenis != "peta" or peta.gaya == "{":
        return
    teks: tuple[Simpul, Simpul] | None = None
    pertama = True
    for kunci, nilai in peta.pasangan():
        jalur = (*wadah, kunci.teks)
        if jalur not in asing:
            teks = (kunci, nilai) if kunci.teks in KUNCI_TEKS and _tanpa_isi(nilai) else None
            pertama = True
        elif teks is not None:
            tanda = teks[1].gaya if teks[1].gaya in ("|", ">") else ""
            yield jalur, (BarisLepas(0, 0, teks[0].teks, tanda), pertama)
            pertama = False


def _tanpa_isi(nilai: Simpul) -> bool:
    return nilai.hampa or (nilai.jenis == "skalar" and nilai.gaya in ("|", ">") and not nilai.teks.strip())
