"""Letak sebuah jalur dari baris-barisnya saja, tanpa menyusun seluruh pohon.

Hanya bagi teks yang sudah diterima pembaca dan setiap barisnya beraturan: tiap isian dimulai di barisnya
sendiri, dan lanjutannya selalu lebih dalam daripada kuncinya. Di sana baris yang tepat sedalam sebuah peta
pasti kunci peta itu, sehingga jalurnya cukup dicari kunci demi kunci. Selain itu, ``Ragu``: pohon yang
menjawab.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from indeksinovasi.inti.model.temuan import Jalur

_GANTI_BARIS_LAIN = ("\r", "\x85", "\u2028", "\u2029")
_K = r"[^\r\n\x85\u2028\u2029]"
_UJUNG = r"[ ]*+(?:(?<=[ ])\#" + _K + r"*+)?\r?\n"
_PETIK = rf'"(?:[^"\\\r\n]|\\{_K})*+"|' + r"'(?:[^'\r\n]|'')*+'"
_ALIR_PETIK = rf"(?:(?<=[:,\[{{][ ])|(?<=[,\[{{]))(?:{_PETIK})"
_ALIR_ISI = r"[^\]\[{}\"'\#\r\n\x85\u2028\u2029]++"
_ALIR_DALAM = rf"[\[{{](?:{_ALIR_ISI}|{_ALIR_PETIK})*+[\]}}]"
_ALIR = rf"[\[{{](?:{_ALIR_ISI}|{_ALIR_PETIK}|{_ALIR_DALAM})*+[\]}}]"
_UTUH = rf"(?:{_PETIK}|{_ALIR}){_UJUNG}"
_KUNCI = r"(?:[A-Za-z_][A-Za-z0-9_.-]*+|[0-9]++)"
_POLOS = rf"(?:[^\s\"'\[\]{{}}|>\#&*!%@`,?:-]|[?:-](?=[^\s])){_K}*+\r?\n"
_BUKAN_PETA = r"(?![^\r\n#]*:[ \t\r\n])"
_BLOK = rf"[|>][+-]?{_UJUNG}"


def _lanjutan(dalam: str) -> str:
    """Baris-baris yang melanjutkan nilai sebuah kunci: kosong, atau lebih dalam daripada *dalam*."""
    return rf"(?:{dalam}[ ]{_K}*+\r?\n|[ ]*+\r?\n)*+"


def _nilai(dalam: str) -> str:
    return rf"(?:{_UJUNG}|[ ]++(?:{_UTUH}|(?:{_BLOK}|{_POLOS}){_lanjutan(dalam)}))"


_BERATURAN = (
    rf"(?:[ ]*+(?:\#{_K}*+)?\r?\n"
    rf"|(?P<a>[ ]*+){_KUNCI}:{_nilai('(?P=a)')}"
    rf"|(?P<b>[ ]*+)-[ ](?:{_KUNCI}:{_nilai('(?P=b)[ ][ ]')}"
    rf"|{_UTUH}|(?:{_BLOK}|{_BUKAN_PETA}{_POLOS}){_lanjutan('(?P=b)')}))*+"
)
_ISI_BERIKUT = re.compile(rf"(?:[ ]*+(?:\#{_K}*+)?\r?\n)*+[ ]*+")
_NAMA_KUNCI = re.compile(_KUNCI)
_AWAL_KUNCI = re.compile(rf"{_KUNCI}:(?=[ \r\n]|$)")
_SISA_KOMENTAR = re.compile(r"[ \t]+\#.*|[ \t]+$")
_RUMIT = re.compile(r"[\[\]{}'#?]")
_SKALAR_PETIK = re.compile(_PETIK)


class Ragu(Exception):
    """Baris-barisnya tidak cukup untuk menjawab; tanyakan pohonnya."""


class TitikBaris(NamedTuple):
    """Kunci dan nilai sebuah jalur: letak karakter pertamanya, dan batas bagian teks yang memuat nilainya.

    ``nilai`` ``None`` bila tidak ada yang tertulis. ``alir``: berada di dalam kurung. Bila bukan ``ada``,
    ini titik induk terdekatnya.
    """

    kunci: int
    nilai: int | None
    batas: int
    alir: bool = False
    ada: bool = True


class PotonganSkalar(NamedTuple):
    """Skalar satu baris: letaknya di dalam teks, petiknya (kosong bila polos), dan apakah dalam kurung."""

    awal: int
    akhir: int
    petik: str
    alir: bool = False


def beraturan(teks: str) -> bool:
    """Benar bila setiap baris *teks*, yang sudah diterima pembaca, dapat ditelusuri."""
    if teks.endswith("\r"):
        return False
    utuh = teks if teks.endswith("\n") else f"{teks}\n"
    ganti_baris_lain = any(satu in teks for satu in _GANTI_BARIS_LAIN)
    return _pola_beraturan(sederhana=not ganti_baris_lain).fullmatch(utuh) is not None


@cache
def _pola_beraturan(*, sederhana: bool) -> re.Pattern[str]:
    """Pola seluruh teks; yang *sederhana* untuk teks yang ganti barisnya LF semua.

    Di sana titik berarti sama dengan ``_K``, dan jauh lebih cepat daripada golongan karakter.
    """
    # Menyusunnya belasan milidetik: ditanggung hanya bila ada letak yang dicari.
    pola = _BERATURAN.replace(_K, ".").replace(r"\r?\n", r"\n") if sederhana else _BERATURAN
    return re.compile(pola)


def telusuri(teks: str, jalur: Jalur) -> TitikBaris:
    """Titik *jalur*, atau titik induk terdekatnya bila ada bagian yang tidak ada.

    *teks* harus ``beraturan``. ``Ragu`` bila jawabannya tidak pasti.
    """
    awal = _isi_berikut(teks, 0)
    if awal >= len(teks):
        raise Ragu
    titik = TitikBaris(awal, awal, len(teks))
    for bagian in jalur:
        berikut = _turun(teks, titik, bagian)
        if berikut is None:
            # Kunci true, ~, atau 0x10 tertulis lain; yang berspasi atau beraksen tidak dikenal.
            if not isinstance(bagian, str) or not _NAMA_KUNCI.fullmatch(bagian):
                raise Ragu
            return titik._replace(ada=False)
        titik = berikut
    return titik


def skalar_sebaris(teks: str, titik: TitikBaris) -> PotonganSkalar | None:
    """Skalar satu baris di sebuah titik; ``None`` bila bukan itu, atau bila polos di dalam kurung."""
    awal = titik.nilai
    if awal is None:
        return None
    if cocok := _SKALAR_PETIK.match(teks, awal):
        return PotonganSkalar(awal, cocok.end(), teks[awal], titik.alir)
    if titik.alir:
        return None
    baris = _awal_baris(teks, awal)
    ujung = _ujung_baris(teks, awal)
    if teks[awal] in "[{|>" or _bersarang(teks, awal) or _berlanjut(teks, titik, ujung, awal - baris):
        return None
    isi = teks[awal:ujung]
    sisa = _SISA_KOMENTAR.search(isi)
    return PotonganSkalar(awal, awal + (sisa.start() if sisa else len(isi)), "")


def _berlanjut(teks: str, titik: TitikBaris, ujung: int, kolom: int) -> bool:
    """Baris isi berikutnya lebih dalam daripada kunci (atau tanda hubung) nilai ini."""
    berikut = _isi_berikut(teks, ujung)
    if berikut >= len(teks):
        return False
    dalam = kolom - 2 if titik.kunci == titik.nilai else titik.kunci - _awal_baris(teks, titik.kunci)
    return berikut - _awal_baris(teks, berikut) > dalam


def _turun(teks: str, titik: TitikBaris, bagian: str | int) -> TitikBaris | None:
    awal = titik.nilai
    if awal is None or awal >= titik.batas:
        return None
    if titik.alir or teks[awal] in "[{":
        return _turun_alir(teks, awal, bagian)
    if teks.startswith("- ", awal):
        return _turun_daftar(teks, awal, titik.batas, bagian)
    if not _bersarang(teks, awal):
        raise Ragu  # skalar, atau peta yang kunci pertamanya berspasi atau beraksen
    return _turun_peta(teks, awal, titik.batas, str(bagian))


def _bersarang(teks: str, awal: int) -> bool:
    return teks.startswith("- ", awal) or _AWAL_KUNCI.match(teks, awal) is not None


def _turun_peta(teks: str, awal: int, batas: int, bagian: str) -> TitikBaris | None:
    kolom = awal - _awal_baris(teks, awal)
    cari = f"\n{' ' * kolom}{bagian}:"
    letak = awal
    if not teks.startswith(f"{bagian}:", awal):
        baris = teks.find(cari, awal, batas)
        if baris < 0:
            return None
        letak = baris + 1 + kolom
    sesudah = letak + len(bagian) + 1
    if teks[sesudah : sesudah + 1] not in ("", " ", "\r", "\n"):
        raise Ragu  # "a:b: 1" berkunci "a:b"
    isi = sesudah
    while teks[isi : isi + 1] == " ":
        isi += 1
    if teks.startswith("\t", isi):
        raise Ragu
    if isi < len(teks) and teks[isi] not in "\r\n#":
        return TitikBaris(letak, isi, batas)
    nilai = _isi_berikut(teks, _ujung_baris(teks, isi))
    if nilai >= batas:
        return TitikBaris(letak, None, batas)
    dalam = nilai - _awal_baris(teks, nilai)
    if dalam > kolom:
        return TitikBaris(letak, nilai, _batas_blok(teks, nilai, dalam, batas))
    if dalam == kolom and teks.startswith("- ", nilai):
        return TitikBaris(letak, nilai, batas)
    return TitikBaris(letak, None, batas)


def _turun_daftar(teks: str, awal: int, batas: int, bagian: str | int) -> TitikBaris | None:
    if not isinstance(bagian, int):
        return None
    kolom = awal - _awal_baris(teks, awal)
    cari = f"\n{' ' * kolom}- "
    for _ in range(bagian):
        letak = teks.find(cari, awal, batas)
        # Daftar sedalam kuncinya berakhir di kunci berikutnya.
        if letak < 0 or _ada_isi_sedalam(teks, awal, letak, kolom):
            return None
        awal = letak + 1 + kolom
    berikut = teks.find(cari, awal, batas)
    return TitikBaris(awal + 2, awal + 2, batas if berikut < 0 else berikut + 1)


def _ada_isi_sedalam(teks: str, awal: int, akhir: int, kolom: int) -> bool:
    return _batas_blok(teks, awal, kolom + 1, akhir) < akhir


def _batas_blok(teks: str, awal: int, dalam: int, batas: int) -> int:
    """Awal baris berisi pertama sesudah *awal* yang kurang dari *dalam* spasi dalamnya."""
    cocok = _keluar(dalam).search(teks, awal, batas)
    return cocok.start() + 1 if cocok else batas


_KELUAR: dict[int, re.Pattern[str]] = {}


def _keluar(dalam: int) -> re.Pattern[str]:
    if dalam not in _KELUAR:
        _KELUAR[dalam] = re.compile(rf"\n[ ]{{0,{dalam - 1}}}[^ \r\n#]")
    return _KELUAR[dalam]


def _turun_alir(teks: str, awal: int, bagian: str | int) -> TitikBaris | None:
    """Anggota kurung satu tingkat; yang lebih rumit diserahkan kepada pohon."""
    if teks[awal] not in "[{":
        return None
    # Isi petik disamarkan: koma dan titik duanya bukan pemisah.
    baris = _SKALAR_PETIK.sub(_samarkan, teks[awal + 1 : _ujung_baris(teks, awal)])
    isi, tutup, _ = baris.partition("]" if teks[awal] == "[" else "}")
    akhir = awal + 1 + len(isi)
    if not tutup or _RUMIT.search(isi):
        raise Ragu
    berdaftar = teks[awal] == "["
    letak = awal + 1
    for nomor, satu in enumerate(isi.split(",")):
        anggota = _anggota_alir(satu, letak, akhir, berdaftar=berdaftar)
        if bagian == nomor if berdaftar else anggota.kunci == str(bagian):
            return anggota.titik
        letak += len(satu) + 1
    return None


class _AnggotaAlir(NamedTuple):
    kunci: str
    titik: TitikBaris


def _anggota_alir(tulisan: str, letak: int, akhir: int, *, berdaftar: bool) -> _AnggotaAlir:
    rapi = tulisan.strip(" ")
    mulai = letak + tulisan.find(rapi)
    kunci, titik_dua, nilai = rapi.partition(":")
    if berdaftar:
        if titik_dua or not rapi:
            raise Ragu
        return _AnggotaAlir("", TitikBaris(mulai, mulai, akhir, alir=True))
    # {a:1} berkunci "a:1", dan kunci berpetik isinya tersamar.
    if kunci.startswith('"') or (titik_dua and nilai[:1] not in ("", " ")):
        raise Ragu
    isi = nilai.lstrip(" ")
    ada = mulai + len(rapi) - len(isi) if isi else None
    return _AnggotaAlir(kunci.rstrip(" "), TitikBaris(mulai, ada, akhir, alir=True))


def _samarkan(petik: re.Match[str]) -> str:
    return f'"{"_" * (len(petik.group()) - 2)}"'


def _isi_berikut(teks: str, letak: int) -> int:
    """Karakter isi pertama sejak *letak*, melewati baris kosong dan komentar."""
    cocok = _ISI_BERIKUT.match(teks, letak + 1 if teks[letak : letak + 1] == "\n" else letak)
    return cocok.end() if cocok else letak


def _awal_baris(teks: str, letak: int) -> int:
    return teks.rfind("\n", 0, letak) + 1


def _ujung_baris(teks: str, letak: int) -> int:
    ujung = teks.find("\n", letak)
    if ujung < 0:
        return len(teks)
    return ujung - 1 if teks[ujung - 1] == "\r" else ujung
