"""Baris teks yang tidak menjorok di bawah isian teksnya, dicari pada berkas yang belum terbaca."""

from __future__ import annotations

import re
from typing import NamedTuple

from indeksinovasi.berkas.isian_teks import KUNCI_TEKS
from indeksinovasi.inti.model.daerah import Daerah, HasilResmi, HasilTerbit
from indeksinovasi.inti.model.fakta import BENTUK_FAKTA
from indeksinovasi.inti.model.inovasi import Bukti, Entri, Inovasi, Koordinat, Verifikasi, Waktu
from indeksinovasi.inti.model.spd import Spd

_BARIS = re.compile(r"\r\n|\r|\n")
_KUNCI = re.compile(r"(?P<jorok> *(?:- +)*)(?P<kunci>[A-Za-z_]\w*) *:(?P<nilai>(?:[ \t].*)?)$")
_TAK_TAMPAK = "\ufeff\u200b\u2060\u00a0\u3000 "
_KATA_PERTAMA = re.compile(r"[ \t]*([a-z_]+)")
KUNCI_DIKENAL = {
    satu
    for model in (Inovasi, Spd, Daerah, HasilResmi, HasilTerbit, Bukti, Entri, Verifikasi, Waktu, Koordinat)
    for satu in model.model_fields
} | set(BENTUK_FAKTA)
"""Setiap kunci isian yang dikenal format data, di kedalaman mana pun."""
KUNCI_TERATAS = {satu for model in (Inovasi, Spd, Daerah, HasilResmi) for satu in model.model_fields}
"""Kunci yang mulai dari kolom 1."""


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
        if cocok and cocok["kunci"] in KUNCI_DIKENAL and not (tanda and dalam > jorok):
            jorok, kunci = len(cocok["jorok"]), cocok["kunci"]
            tanda = cocok["nilai"].strip()[:1] if re.match(r"\s+[|>]", cocok["nilai"]) else ""
        elif kunci in KUNCI_TEKS and dalam <= jorok and not _awal_isian(baris, tanda, kunci):
            return BarisLepas(nomor, dalam + 1, kunci, tanda)
    return None


def _awal_isian(baris: str, tanda: str, kunci: str) -> bool:
    """Baris yang tampaknya memang isian yang salah tulis, atau anggota daftar di luar teks."""
    # Judul hanya sebaris, jadi "Status terkirim" di bawahnya bukan lanjutannya.
    rapi = baris.lstrip(_TAK_TAMPAK)
    pertama = _KATA_PERTAMA.match(rapi.lower() if kunci == "nama" and not tanda else rapi)
    if pertama and pertama.group(1) in KUNCI_DIKENAL:
        return True
    return not tanda and baris.lstrip().startswith(("- ", "}", "]"))
