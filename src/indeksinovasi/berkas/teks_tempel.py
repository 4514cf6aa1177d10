"""Teks yang ditempel tanpa menjorok: barisnya terbaca sebagai kunci lain, atau membuat berkas tidak terbaca.

Yang disebut sebabnya, yaitu jorokannya; baris semacam itu tidak pernah disuruh hapus.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from indeksinovasi.berkas.baca import IsiBerkas
from indeksinovasi.berkas.isian_teks import KUNCI_TEKS
from indeksinovasi.berkas.simpul import Simpul
from indeksinovasi.inti.model.daerah import Daerah, HasilResmi, HasilTerbit
from indeksinovasi.inti.model.fakta import BENTUK_FAKTA
from indeksinovasi.inti.model.inovasi import Bukti, Entri, Inovasi, Verifikasi, Waktu
from indeksinovasi.inti.model.spd import Spd
from indeksinovasi.inti.model.temuan import Jalur, Masalah

_BARIS = re.compile(r"\r\n|\r|\n")
_KUNCI = re.compile(r"(?P<jorok> *(?:- +)*)(?P<kunci>[A-Za-z_]\w*) *:(?P<nilai>(?:[ \t].*)?)$")
_KATA_PERTAMA = re.compile(r"[ \t]*([a-z_]+)")
_DIKENAL = {
    satu
    for model in (Inovasi, Spd, Daerah, HasilResmi, HasilTerbit, Bukti, Entri, Verifikasi, Waktu)
    for satu in model.model_fields
} | set(BENTUK_FAKTA)


class BarisLepas(NamedTuple):
    """Baris pertama teks yang tidak menjorok: nomornya dari 1, kolomnya, kunci teksnya, dan tanda bloknya."""

    baris: int
    kolom: int
    kunci: str
    tanda: str

    @property
    def pesan(self) -> str:
        """Sebabnya."""
        if self.tanda:
            return f"teks di bawah {self.kunci}: {self.tanda} tidak menjorok"
        return f"baris ini lanjutan teks {self.kunci}, tetapi tidak menjorok"

    @property
    def petunjuk(self) -> str:
        """Langkah perbaikannya."""
        if self.tanda:
            return f"Jorokkan setiap baris teksnya dua spasi lebih dalam daripada {self.kunci}."
        return f'Tulis "{self.kunci}: |", lalu jorokkan setiap baris teksnya dua spasi lebih dalam.'


def baris_lepas(teks: str, batas: int) -> BarisLepas | None:
    """Baris bukan isian, sampai baris *batas*, yang tidak lebih menjorok daripada isian teks di atasnya."""
    jorok, kunci, tanda = 0, "", ""
    for nomor, baris in enumerate(_BARIS.split(teks)[:batas], 1):
        if not baris.strip() or (baris.lstrip().startswith("#") and not tanda):
            continue
        dalam = len(baris) - len(baris.lstrip(" "))
        cocok = _KUNCI.fullmatch(baris)
        if cocok and cocok["kunci"] in _DIKENAL and not (tanda and dalam > jorok):
            jorok, kunci = len(cocok["jorok"]), cocok["kunci"]
            tanda = cocok["nilai"].strip()[:1] if re.match(r"\s+[|>]", cocok["nilai"]) else ""
        elif kunci in KUNCI_TEKS and dalam <= jorok and not _awal_isian(baris, tanda):
            return BarisLepas(nomor, dalam + 1, kunci, tanda)
    return None


def _awal_isian(baris: str, tanda: str) -> bool:
    """Baris yang tampaknya memang isian yang salah tulis, atau anggota daftar di luar teks."""
    pertama = _KATA_PERTAMA.match(baris)
    if pertama and pertama.group(1) in _DIKENAL:
        return True
    return not tanda and baris.lstrip().startswith(("- ", "}", "]"))


def rapikan_tempelan(masalah: Iterable[Masalah], dokumen: IsiBerkas) -> list[Masalah]:
    """*masalah* dengan kunci asing di bawah teks yang kosong disebut sebabnya, sekali tiap teks."""
    semua = list(masalah)
    asing = {satu.jalur for satu in semua if satu.kode == "SKM102"}
    induk = {jalur[:-1] for jalur in asing}
    if not induk or not any(f"{kunci}:" in dokumen.teks for kunci in KUNCI_TEKS):
        return semua
    lepas = dict(satu for wadah in induk for satu in _tempelan(dokumen, wadah, asing))
    return [jadi for satu in semua if (jadi := _ganti(satu, lepas)) is not None]


def _ganti(masalah: Masalah, lepas: dict[Jalur, tuple[BarisLepas, bool]]) -> Masalah | None:
    if masalah.kode == "SKM117" and any(
        masalah.jalur == (*jalur[:-1], baris.kunci) for jalur, (baris, _) in lepas.items()
    ):
        return None
    if masalah.kode != "SKM102" or masalah.jalur not in lepas:
        return masalah
    baris, pertama = lepas[masalah.jalur]
    return Masalah("BRK017", masalah.jalur, baris.pesan, baris.petunjuk, "kunci") if pertama else None


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
