"""Sebab lazim sebuah berkas tidak terbaca yang kalimat pengurainya menyesatkan.

Tanda konflik git, spasi khusus, teks di bawah ``|`` yang tidak menjorok, dan nilai yang diawali tanda YAML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from indeksinovasi.berkas.baris_lepas import KUNCI_TERATAS, baris_lepas
from indeksinovasi.berkas.letak import Letak, PetaBaris
from indeksinovasi.berkas.salah import Salah
from indeksinovasi.berkas.tanpa_titik_dua import dua_kunci, tanpa_titik_dua
from indeksinovasi.inti.model.temuan import Masalah

_KONFLIK = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?: .*)?$", re.MULTILINE)
_SPASI_KHUSUS = "\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff"
_DI_DEPAN = re.compile(rf"[ {_SPASI_KHUSUS}]+")
_TEMPAT = {":": "sesudah titik dua", "-": "sesudah tanda hubung"}
_AWAL_BARIS = "di awal baris"
_TANPA_LEBAR = "\u200b\u2060\ufeff"
_HAPUS = "Hapus karakter yang tidak tampak itu; ketik ulang barisnya bila sulit dipilih."
_SESUDAH_TANDA = re.compile(rf"(?<=[:\-])[{_SPASI_KHUSUS}]|^ *[{_SPASI_KHUSUS}]", re.MULTILINE)
_KOMENTAR = re.compile(r"(?<=\S)[ \t]+#")
_JOROK = re.compile(r" +[^\s#]")
_MIRIP_KUNCI = re.compile(r" *(?:- +)*[A-Za-z_][\w-]*:(?: |$)")
_BERTANDA = re.compile(
    r"^ *(?:- +|(?:- +)?[\w-]+: +)(?:([*])(?=.*[ *:=])|([&])(?= )|([%@`]))(.*)$", re.MULTILINE
)


def sebab_lazim(teks: str, indeks: int) -> Salah | None:
    """Sebab lazim yang pertama dalam *teks*, yang pengurainya berhenti pada karakter ke-*indeks*."""
    peta = PetaBaris(teks)
    batas = peta.letak(indeks)
    for salah in _konflik(teks, peta):
        return salah
    # Ada pengurai yang baru menyadarinya di baris berikutnya.
    if lepas := baris_lepas(teks, batas.baris + 1):
        return Salah(Letak(lepas.baris, lepas.kolom), "BRK017", lepas.pesan, lepas.petunjuk)
    for cari in (_spasi, _bertanda):
        for salah in cari(teks, peta):
            if salah.letak <= batas:
                return salah
    return (
        terputus_komentar(teks, batas.baris)
        or tanpa_titik_dua(teks, batas.baris)
        or dua_kunci(teks, batas.baris)
    )


def terputus_komentar(teks: str, baris_galat: int) -> Salah | None:
    """Teks polos beberapa baris yang diputus tanda ``#`` di baris sebelum *baris_galat*."""
    semua = re.split("\r\n|\r|\n", teks)
    atas = next((n for n in range(baris_galat - 2, -1, -1) if semua[n].strip()), None)
    if atas is None or baris_galat > len(semua):
        return None
    kini, sebelum = semua[baris_galat - 1], semua[atas]
    tanda = _KOMENTAR.search(sebelum)
    lanjutan = _JOROK.match(kini)
    if tanda is None or lanjutan is None or _MIRIP_KUNCI.match(kini):
        return None
    if _dalam(kini) <= _dalam_kunci(semua, atas):
        return None
    pesan = "YAML tidak dapat dibaca: tanda # memulai komentar dan memutus teks ini"
    petunjuk = "Tulis teksnya di bawah tanda |, menjorok dua spasi; di sana # tidak berarti apa-apa."
    return Salah(Letak(atas + 1, tanda.end()), "BRK003", pesan, petunjuk)


def _dalam(baris: str) -> int:
    return len(baris) - len(baris.lstrip(" "))


def _dalam_kunci(semua: list[str], atas: int) -> int:
    """Jorok kunci terdekat di atas atau di baris *atas*."""
    return next((_dalam(semua[n]) for n in range(atas, -1, -1) if _MIRIP_KUNCI.match(semua[n])), 0)


def spasi_khusus(jalur: tuple[str | int, ...]) -> Masalah | None:
    """SKM102 bila kunci di *jalur* memuat spasi khusus."""
    kunci = jalur[-1]
    cocok = _SESUDAH_TANDA.search(kunci) if isinstance(kunci, str) else None
    if cocok is None or not isinstance(kunci, str):
        return None
    tempat = "sesudah titik dua" if cocok.start() else "di depan kunci"
    tanda = cocok.group()[-1]
    pesan = f"spasi khusus (U+{ord(tanda):04X}) {tempat}"
    dimaksud = _DI_DEPAN.sub("", kunci, count=1) if not cocok.start() else None
    # Spasi biasa di depan kunci teratas membuat indentasinya tidak sejajar.
    hapus = tanda in _TANPA_LEBAR or (len(jalur) == 1 and dimaksud in KUNCI_TERATAS)
    petunjuk = _HAPUS if hapus else "Ketik ulang spasinya dengan spasi biasa."
    return Masalah("SKM102", jalur, pesan, petunjuk, "kunci", dimaksud=dimaksud)


def _konflik(teks: str, peta: PetaBaris) -> Iterator[Salah]:
    if tanda := _KONFLIK.search(teks):
        pesan = f"tanda konflik git {tanda.group()[:7]} masih ada di berkas ini"
        petunjuk = "Pilih salah satu sisi, lalu hapus ketiga baris tandanya."
        yield Salah(peta.letak(tanda.start()), "BRK015", pesan, petunjuk)


def _spasi(teks: str, peta: PetaBaris) -> Iterator[Salah]:
    if khusus := _SESUDAH_TANDA.search(teks):
        tanda = khusus.group()[-1]
        tempat = _TEMPAT.get(teks[khusus.start() - 1], _AWAL_BARIS)
        pesan = f"spasi khusus (U+{ord(tanda):04X}) {tempat}"
        letak = peta.letak(khusus.end() - 1)
        hapus = tempat == _AWAL_BARIS and tanda in _TANPA_LEBAR
        petunjuk = _HAPUS if hapus else "Ketik ulang spasinya dengan spasi biasa."
        yield Salah(letak, "BRK016", pesan, petunjuk)


def _bertanda(teks: str, peta: PetaBaris) -> Iterator[Salah]:
    if tanda := _BERTANDA.search(teks):
        awal = tanda[1] or tanda[2] or tanda[3]
        nilai = f"{awal}{tanda[4]}".strip()
        pesan = f"YAML tidak dapat dibaca: nilai diawali {awal}, yang berarti lain bagi YAML"
        petunjuk = f"Apit seluruh nilainya dengan tanda petik: '{nilai[:60]}'."
        yield Salah(peta.letak(tanda.start(4) - 1), "BRK003", pesan, petunjuk)
