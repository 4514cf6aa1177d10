"""Sebab lazim sebuah berkas tidak terbaca yang kalimat pengurainya menyesatkan.

Tanda konflik git, spasi khusus, teks di bawah ``|`` yang tidak menjorok, dan nilai yang diawali tanda YAML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from indeksinovasi.berkas.letak import Letak, PetaBaris
from indeksinovasi.berkas.salah import Salah
from indeksinovasi.inti.model.temuan import Masalah

_KONFLIK = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?: .*)?$", re.MULTILINE)
_SPASI_KHUSUS = "\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff"
_SESUDAH_TANDA = re.compile(rf"(?<=[:\-])[{_SPASI_KHUSUS}]|^ *[{_SPASI_KHUSUS}]", re.MULTILINE)
_KEPALA_BLOK = re.compile(r"^( *)([A-Za-z_]\w*):[ ]*([|>])[+\-0-9]*[ ]*(?:#.*)?$")
_MIRIP_KUNCI = re.compile(r" *[a-z_][a-z_0-9]*:(?: |$)")
_BERTANDA = re.compile(r"^ *(?:- +)?[\w-]+: +(?:([*])(?=.*[ *])|([&])(?= )|([%@`]))(.*)$", re.MULTILINE)


def sebab_lazim(teks: str, indeks: int) -> Salah | None:
    """Sebab lazim yang pertama dalam *teks*, yang pengurainya berhenti pada karakter ke-*indeks*."""
    peta = PetaBaris(teks)
    batas = peta.letak(indeks)
    for cari in (_konflik, _tanpa_jorok, _spasi, _bertanda):
        for salah in cari(teks, peta):
            if salah.letak <= batas or cari is _konflik:
                return salah
    return None


def spasi_khusus(jalur: tuple[str | int, ...]) -> Masalah | None:
    """SKM102 bila kunci di *jalur* memuat spasi khusus."""
    kunci = jalur[-1]
    cocok = _SESUDAH_TANDA.search(kunci) if isinstance(kunci, str) else None
    if cocok is None:
        return None
    tempat = "sesudah titik dua" if cocok.start() else "di depan kunci"
    pesan = f"spasi khusus (U+{ord(cocok.group()[-1]):04X}) {tempat}"
    return Masalah("SKM102", jalur, pesan, "Ketik ulang spasinya dengan spasi biasa.", "kunci")


def _konflik(teks: str, peta: PetaBaris) -> Iterator[Salah]:
    if tanda := _KONFLIK.search(teks):
        pesan = f"tanda konflik git {tanda.group()[:7]} masih ada di berkas ini"
        petunjuk = "Pilih salah satu sisi, lalu hapus ketiga baris tandanya."
        yield Salah(peta.letak(tanda.start()), "BRK015", pesan, petunjuk)


def _spasi(teks: str, peta: PetaBaris) -> Iterator[Salah]:
    if khusus := _SESUDAH_TANDA.search(teks):
        tanda = khusus.group()[-1]
        depan = {":": "sesudah titik dua", "-": "sesudah tanda hubung"}
        tempat = depan.get(teks[khusus.start() - 1], "di awal baris")
        pesan = f"spasi khusus (U+{ord(tanda):04X}) {tempat}"
        letak = peta.letak(khusus.end() - 1)
        yield Salah(letak, "BRK016", pesan, "Ketik ulang spasinya dengan spasi biasa.")


def _tanpa_jorok(teks: str, _peta: PetaBaris) -> Iterator[Salah]:
    baris = re.split("\r\n|\r|\n", teks)
    for nomor, satu in enumerate(baris):
        kepala = _KEPALA_BLOK.match(satu)
        if kepala is None:
            continue
        isi = next((n for n in range(nomor + 1, len(baris)) if baris[n].strip()), None)
        if isi is None or _jorok(baris[isi]) > len(kepala[1]) or _MIRIP_KUNCI.match(baris[isi]):
            continue
        pesan = f"teks di bawah {kepala[2]}: {kepala[3]} tidak menjorok"
        petunjuk = f"Jorokkan setiap baris teksnya dua spasi lebih dalam daripada {kepala[2]}."
        yield Salah(Letak(isi + 1, _jorok(baris[isi]) + 1), "BRK017", pesan, petunjuk)


def _jorok(baris: str) -> int:
    return len(baris) - len(baris.lstrip(" "))


def _bertanda(teks: str, peta: PetaBaris) -> Iterator[Salah]:
    if tanda := _BERTANDA.search(teks):
        awal = tanda[1] or tanda[2] or tanda[3]
        nilai = f"{awal}{tanda[4]}".strip()
        pesan = f"YAML tidak dapat dibaca: nilai diawali {awal}, yang berarti lain bagi YAML"
        petunjuk = f"Apit seluruh nilainya dengan tanda petik: '{nilai[:60]}'."
        yield Salah(peta.letak(tanda.start(4) - 1), "BRK003", pesan, petunjuk)
