"""Tanda yang memutus isi kurung: ``#`` memulai komentar sampai akhir baris, ``: `` memulai nilai kedua.

Pengurai baru menyadarinya jauh sesudahnya; yang ditunjuk di sini tandanya sendiri.
"""

from __future__ import annotations

import re

from indeksinovasi.berkas.isian_teks import KUNCI_TEKS, batas_isian, kunci_isian
from indeksinovasi.berkas.letak import PetaBaris
from indeksinovasi.berkas.salah import Salah

_PANJANG = 60
_TITIK_KOMA = re.compile(r";(?=\s*[A-Za-z_]\w*\Z)", re.ASCII)
_BAGIAN = re.compile(r"'(?:[^']|'')*'|\"(?:[^\"\\]|\\.)*\"|(?<=\s)#|.", re.DOTALL)


def pemutus_kurung(teks: str, kurung: int, indeks: int) -> Salah | None:
    """Sebab kurung yang dibuka di karakter ke-*kurung* tidak tertutup sampai ke-*indeks*."""
    pagar = _pagar(teks, kurung, indeks)
    letak = PetaBaris(teks)
    if pagar is not None:
        pesan = "YAML tidak dapat dibaca: tanda # memulai komentar, sehingga kurungnya tidak tertutup"
        return Salah(letak.letak(pagar), "BRK003", pesan, _petunjuk(teks, pagar))
    if titik_koma := _TITIK_KOMA.search(teks, kurung, indeks):
        pesan = "YAML tidak dapat dibaca: titik koma di tempat koma"
        return Salah(letak.letak(titik_koma.start()), "BRK003", pesan, "Pisahkan isiannya dengan koma.")
    awal = max(teks.rfind("\n", 0, indeks), teks.rfind("\r", 0, indeks)) + 1
    # Kurung yang memang lupa ditutup baru ketahuan di kunci baris berikutnya.
    if teks[indeks : indeks + 1] == ":" and re.search(r"[\[{,]", teks[awal:indeks]):
        pesan = "YAML tidak dapat dibaca: titik dua di dalam nilai memutus isi kurung"
        return Salah(letak.letak(indeks), "BRK003", pesan, _petunjuk(teks, indeks))
    return None


def _pagar(teks: str, awal: int, akhir: int) -> int | None:
    """Tanda ``#`` pertama yang memulai komentar sesudah isi pada baris yang sama, di luar tanda petik."""
    for cocok in _BAGIAN.finditer(teks, awal, akhir):
        if cocok.group() == "#":
            baris = max(teks.rfind("\n", 0, cocok.start()), teks.rfind("\r", 0, cocok.start())) + 1
            return cocok.start() if teks[baris : cocok.start()].strip() else None
    return None


def _petunjuk(teks: str, indeks: int) -> str:
    awal, akhir = batas_isian(teks, indeks)
    kunci = kunci_isian(teks, awal)
    if teks[indeks] == "#" and kunci not in KUNCI_TEKS and "-" not in kunci:
        return "Hapus komentarnya, atau apit nilainya dengan tanda petik bila # memang bagiannya."
    nilai = teks[awal:akhir].replace("'", "''")
    return f"Apit seluruh nilainya dengan tanda petik: '{nilai[:_PANJANG]}'."
