"""Tulisan orang dalam kalimat temuan: saran kode yang dimaksud dan kutipan nilai yang aman dibaca.

Saran yang keliru lebih buruk daripada tanpa saran: label resmi dan sebutan yang dikenal didahulukan, lalu
ejaan yang dekat hanya bila tidak ada pilihan lain yang juga dekat.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache, lru_cache
from typing import Any

from indeksinovasi.inti.padanan.indikator import INDIKATOR
from indeksinovasi.inti.padanan.semua import SEBUTAN
from indeksinovasi.inti.padanan.urusan import NAMA_URUSAN, SINGKATAN_OPD, TANPA_SARAN

PANJANG_KUTIPAN = 60
PANJANG_SINGKATAN = 4
_PANJANG_EJAAN = 120
_BUKAN_HURUF = re.compile(r"[\W_]+")
_BAKU = {
    "perlindungan": "pelindungan",
    "ketentraman": "ketenteraman",
    "walikota": "wali kota",
    "nondigital": "non digital",
    "nonelektronik": "non elektronik",
    "survey": "survei",
    "standart": "standar",
    "ujicoba": "uji coba",
}
_SAMBUNGAN = frozenset(("dan", "atau", "serta", "di", "yang"))
_INGKAR = frozenset(("tidak", "tanpa", "bukan", "non", "belum", "kurang"))
_TERBANYAK = 3
_PENGUBAH = frozenset(map(chr, range(0xFE00, 0xFE10)))
_SERUPA = str.maketrans(
    "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0425\u0430\u0435\u043e\u0440\u0441\u0443\u0445"
    "\u0456\u0406\u0391\u0392\u0395\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03bf",
    "ABEKMHOPCTXaeopcyxiIABEHIKMNOPTYXo",
)
_TANDA_BIASA = str.maketrans(
    "\u2018\u2019\u201a\u201c\u201d\u201e\u2010\u2011\u2012\u2013\u2014\u2212", "'''\"\"\"------"
)
_TERPENDEK = 3
_TERSIMPAN = 128
_CUKUP_PANJANG = 8


@lru_cache(maxsize=8192)
def _kata(teks: str) -> tuple[str, ...]:
    """Kata-kata *teks* dalam huruf kecil dan ejaan baku, tanpa tanda baca dan kata sambung."""
    rapi = unicodedata.normalize("NFKC", teks).casefold()
    rapi = "".join(satu for satu in rapi if unicodedata.category(satu) != "Cf")
    kata = (bagian for satu in _BUKAN_HURUF.split(rapi) for bagian in _BAKU.get(satu, satu).split())
    return tuple(satu for satu in kata if satu not in _SAMBUNGAN)


def tanda_biasa(teks: str) -> str:
    """*teks* dengan tanda, spasi, dan angka biasa: petik miring, tanda hubung khusus, dan karakter yang tidak
    tampak disamakan.
    """
    if teks.isascii():
        return " ".join(teks.split())
    rapi = unicodedata.normalize("NFKC", teks).translate(_TANDA_BIASA)
    return " ".join("".join(satu for satu in rapi if unicodedata.category(satu) != "Cf").split())


def _padat(kata: Iterable[str]) -> str:
    return "".join(kata)


@cache
def _menurut_sebutan() -> Mapping[str, tuple[str, ...]]:
    """Kode-kode menurut sebutannya yang dipadatkan."""
    kode: dict[str, dict[str, None]] = defaultdict(dict)
    for kelompok in SEBUTAN:
        for satu, semua in kelompok.items():
            for sebutan in semua:
                kode[_padat(_kata(sebutan))][satu] = None
    return {sebutan: tuple(isi) for sebutan, isi in kode.items()}


@cache
def _tanpa_saran() -> frozenset[str]:
    return frozenset(_padat(_kata(satu)) for satu in TANPA_SARAN)


def mungkin_maksud(tertulis: Any, pilihan: Iterable[str]) -> tuple[str, ...]:
    """Pilihan yang mungkin dimaksud *tertulis*: satu bila pasti, beberapa bila sebutannya milik beberapa,
    kosong bila tidak ada yang cukup dekat.
    """
    if not isinstance(tertulis, str) or len(tertulis) > _PANJANG_EJAAN:
        return ()
    calon = tuple(pilihan)
    # Salah tulis yang sama berulang di banyak catatan; daftar sepanjang semua pengenal tidak disimpan.
    return _maksud_tersimpan(tertulis, calon) if len(calon) <= _TERSIMPAN else _maksud(tertulis, calon)


def _maksud(tertulis: str, calon: tuple[str, ...]) -> tuple[str, ...]:
    menurut_nama = _menurut_nama(tertulis, calon)
    if menurut_nama is not None:
        return menurut_nama
    kata = _kata(tertulis)
    padat = _padat(kata)
    if termuat := _pemuat(kata, calon):
        return tuple(termuat) if len(termuat) == 1 and _searti(kata, _kata(termuat[0])) else ()
    # Kata yang dikenal bagi hal lain bukan salah ketik: offline bukan online.
    satu = None if padat in _menurut_sebutan() else _hampir(kata, calon)
    satu = satu or _singkatan(padat, calon)
    return (satu,) if satu else ()


_maksud_tersimpan = lru_cache(maxsize=1024)(_maksud)


def maksud_pasti(tertulis: Any, pilihan: Iterable[str]) -> str | None:
    """Pilihan yang label atau sebutan resminya tepat *tertulis*; salah ketik tidak pernah pasti."""
    maksud = _menurut_nama(tertulis, tuple(pilihan))
    return maksud[0] if maksud and len(maksud) == 1 else None


def _menurut_nama(tertulis: Any, calon: tuple[str, ...]) -> tuple[str, ...] | None:
    """Calon menurut label dan sebutannya; ``None`` bila ejaan yang dekat masih boleh dicari."""
    if not isinstance(tertulis, str) or len(tertulis) > _PANJANG_EJAAN:
        return ()
    padat = _padat(_kata(tertulis))
    if not padat:
        return ()
    if tepat := [satu for satu in calon if _padat(_kata(satu)) == padat]:
        # Tanda pada nilai sependek B+ mengubah artinya.
        berbeda = len(padat) < _TERPENDEK and tertulis.strip().casefold() != padat
        return () if berbeda or len(tepat) > 1 else tuple(tepat)
    if padat in _tanpa_saran():
        return ()
    if dikenal := [satu for satu in _menurut_sebutan().get(padat, ()) if satu in calon]:
        return tuple(dikenal[:_TERBANYAK])
    return None


def ejaan_terdekat(tertulis: Any, pilihan: Iterable[str]) -> str | None:
    """Satu-satunya pilihan yang mungkin dimaksud *tertulis*; ``None`` bila tidak ada atau lebih dari satu."""
    maksud = mungkin_maksud(tertulis, pilihan)
    return maksud[0] if len(maksud) == 1 else None


def _searti(kata: Iterable[str], calon: Iterable[str]) -> bool:
    """Keduanya sama-sama ingkar atau sama-sama tidak: "ada" bukan "tidak_ada"."""
    return bool(_INGKAR.intersection(kata)) == bool(_INGKAR.intersection(calon))


def _pemuat(kata: tuple[str, ...], calon: tuple[str, ...]) -> list[str]:
    """Calon yang kode atau nama resminya memuat *kata* berturut-turut: perikanan, pencatatan sipil."""
    if len(_padat(kata)) < PANJANG_SINGKATAN:
        return []
    return [satu for satu in calon if any(_memuat(_kata(nama), kata) for nama in (satu, *_nama_resmi(satu)))]


def _nama_resmi(kode: str) -> Iterable[str]:
    return (*NAMA_URUSAN.get(kode, ())[:1], *INDIKATOR.get(kode, ())[:1])


def _nama(kode: str) -> Iterable[str]:
    return (sebutan for kelompok in SEBUTAN for sebutan in kelompok.get(kode, ()))


def _memuat(semua: tuple[str, ...], kata: tuple[str, ...]) -> bool:
    return any(semua[awal : awal + len(kata)] == kata for awal in range(len(semua) - len(kata) + 1))


def _ketelitian(panjang: int) -> int:
    """Banyaknya ketikan keliru yang masih dianggap salah ketik pada kata sepanjang ini."""
    return 0 if panjang < PANJANG_SINGKATAN else 1 if panjang < 7 else 2 if panjang < 12 else 3


def _ketelitian_kata(panjang: int) -> int:
    """Seperti ``_ketelitian`` bagi satu kata di antara beberapa; singkatan harus sama: SE bukan SK."""
    return max(1, _ketelitian(panjang)) if panjang >= _TERPENDEK else 0


def _hampir(kata: tuple[str, ...], calon: tuple[str, ...]) -> str | None:
    """Calon yang hanya berbeda beberapa ketikan, bila tidak ada calon lain yang hampir sedekat itu."""
    padat = _padat(kata)
    batas = _ketelitian(len(padat))
    if not batas:
        return None
    jarak: dict[str, int] = {}
    for satu in calon:
        # Angka yang lain bukan salah ketik: inovasi-12 dan inovasi-13 dua hal yang berbeda.
        nama = [n for n in (satu, *_nama(satu)) if _angka(n) == _angka(padat)] or [""]
        jarak[satu] = min(_jarak(kata, _kata(n), batas + 1) for n in nama)
    terdekat = min(jarak, key=lambda satu: jarak[satu], default="")
    if not terdekat or jarak[terdekat] > batas:
        return None
    # Satu ketikan pada kata panjang sudah jelas; selainnya calon kedua harus dua ketikan lebih jauh.
    selisih = 0 if jarak[terdekat] == 1 and len(padat) >= _CUKUP_PANJANG else 1
    bersaing = [satu for satu in calon if jarak[satu] <= jarak[terdekat] + selisih]
    return terdekat if bersaing == [terdekat] and _searti(kata, _kata(terdekat)) else None


def _jarak(kata: tuple[str, ...], lain: tuple[str, ...], batas: int) -> int:
    """Banyak ketikan yang berbeda; bila banyak katanya sama, tiap kata harus salah ketik dari pasangannya."""
    from rapidfuzz.distance import OSA

    if len(kata) == len(lain) > 1:
        tiap = [OSA.distance(satu, dua) for satu, dua in zip(kata, lain, strict=True)]
        if any(jarak > _ketelitian_kata(len(satu)) for jarak, satu in zip(tiap, kata, strict=True)):
            return batas
    return OSA.distance(_padat(kata), _padat(lain), score_cutoff=batas)


def _angka(teks: str) -> str:
    return "".join(satu for satu in teks if satu.isdecimal())


def _singkatan(padat: str, calon: tuple[str, ...]) -> str | None:
    """OPD menurut singkatannya: yang dikenal, atau yang hurufnya berurutan hanya di satu calon."""
    if kepanjangan := SINGKATAN_OPD.get(padat):
        perlu = set(_kata(kepanjangan))
        cocok = [satu for satu in calon if "-" in satu and perlu <= set(_kata(satu))]
        return cocok[0] if len(cocok) == 1 else None
    if len(padat) < PANJANG_SINGKATAN:
        return None
    cocok = [satu for satu in calon if "-" in satu and satu[0] == padat[0] and _berurutan(padat, satu)]
    return cocok[0] if len(cocok) == 1 else None


def _berurutan(huruf: str, teks: str) -> bool:
    sisa = iter(teks)
    return all(satu in sisa for satu in huruf)


def sambung(maksud: tuple[str, ...]) -> str:
    """*maksud* sebagai ekor kalimat pesan; kosong bila tidak ada."""
    return f"; mungkin maksud Anda {_berpetik(maksud)}" if maksud else ""


def atau(maksud: tuple[str, ...], bawaan: str) -> str:
    """*maksud* sebagai kalimat perbaikan, atau *bawaan* bila tidak ada."""
    return f"{langkah_ganti(maksud)}." if maksud else bawaan


def langkah_ganti(maksud: tuple[str, ...]) -> str:
    """*maksud* sebagai awal kalimat perbaikan, tanpa titik."""
    if len(maksud) > 1:
        return f"Pilih {_berpetik(maksud)}, menurut yang sebenarnya"
    return f"Ganti dengan {_berpetik(maksud)}"


def _berpetik(maksud: tuple[str, ...]) -> str:
    return deretan((f'"{satu}"' for satu in maksud), "atau")


def kutip(nilai: Any) -> str:
    """Nilai seperti yang tertulis, dipendekkan dan tanpa karakter kendali; daftar dan peta hanya disebut."""
    if isinstance(nilai, dict):
        return "(peta)"
    if isinstance(nilai, list | tuple):
        return "(daftar)"
    if nilai is None:
        return "(kosong)"
    teks = ("true" if nilai else "false") if isinstance(nilai, bool) else str(nilai).rstrip("\n")
    panjang = len(teks) > PANJANG_KUTIPAN
    teks = "".join(map(_tampak, teks[: PANJANG_KUTIPAN - 3] if panjang else teks))
    return f'"{teks}..."' if panjang else f'"{teks}"'


def _tampak(huruf: str) -> str:
    """*huruf* yang dapat dilihat: yang tidak tampak disebut kodenya, ganti baris dan tab menjadi spasi."""
    if huruf.isprintable():
        return huruf
    return " " if huruf in "\n\r\t" else f"<U+{ord(huruf):04X}>"


def tak_tampak(huruf: str) -> bool:
    """Karakter yang tidak terlihat di layar atau disangka spasi biasa."""
    return not huruf.isprintable() or unicodedata.category(huruf) == "Cf" or huruf in _PENGUBAH


_BUKAN_HURUF_ASCII = {kode: " " for kode in range(128) if not chr(kode).isalnum()}


def teks_pembanding(teks: str) -> str:
    """Yang tampak sama menjadi sama: huruf dan angka saja, tanpa beda huruf besar, bentuk Unicode, dan huruf
    abjad lain yang serupa.

    Karakter yang tidak terlihat (golongan Cf dan pengubah rupa) dibuang, bukan dianggap pemisah kata.
    """
    if teks.isascii():
        rapi = teks.casefold().translate(_BUKAN_HURUF_ASCII)
    else:
        rapi = "".join(huruf if huruf.isalnum() else " " for huruf in _tanpa_samaran(teks).casefold())
    return " ".join(rapi.split())


def _tanpa_samaran(teks: str) -> str:
    rapi = unicodedata.normalize("NFKC", teks).translate(_SERUPA)
    return "".join(satu for satu in rapi if unicodedata.category(satu) != "Cf" and satu not in _PENGUBAH)


def deretan(kata: Iterable[str], sambung: str = "dan") -> str:
    """Daftar untuk kalimat: ``a``; ``a dan b``; ``a, b, dan c``."""
    semua = list(kata)
    if len(semua) < 3:
        return f" {sambung} ".join(semua)
    return f"{', '.join(semua[:-1])}, {sambung} {semua[-1]}"


def tanggal_id(hari: date) -> str:
    """Tanggal untuk manusia: ``31-12-2024``."""
    return f"{hari.day:02d}-{hari.month:02d}-{hari.year:04d}"
