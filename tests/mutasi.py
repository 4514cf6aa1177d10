"""Pengacau berbenih: satu benih, satu berkas rusak, sama di setiap mesin.

``kacau(benih, dasar)`` mengubah salah satu berkas *dasar* sebagai data, sebagai baris teks, lalu sebagai
bita. Berkas yang gagal diulang dengan benihnya saja.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from random import Random
from typing import Any, NamedTuple

import ryaml

from tests.mutasi_bahan import BARIS, KARAKTER, KUNCI, NILAI, SAH, WAJIB

Teks = list[str]
_ISIAN = re.compile(r"^(\s*(?:- )?)([^\s:#][^:#]*):(?: (.*))?$")
_TERDALAM = 12


class Kasus(NamedTuple):
    """Satu berkas hasil pengacauan dan cara memperolehnya."""

    nama: str
    isi: bytes


def kacau(benih: int, dasar: Sequence[bytes]) -> Kasus:
    """Kacaukan salah satu *dasar* dengan satu sampai beberapa cara."""
    acak = Random(benih)
    nomor = acak.randrange(len(dasar))
    teks = dasar[nomor].decode("utf-8")
    if acak.random() < 0.45:
        return Kasus(f"benih {benih}: nilai sah atas dasar {nomor}", _tukar_nilai(teks, acak))
    cara: list[str] = []
    if acak.random() < 0.4:
        teks = _kacau_data(teks, acak)
        cara.append("data")
    baris = teks.split("\n")
    for _ in range(acak.choice((0, 0, 1, 1, 2, 3)) if cara else acak.choice((1, 1, 2, 4))):
        baris = (ubah := acak.choice(ATAS_TEKS))(baris, acak)
        cara.append(ubah.__name__)
    isi = "\n".join(baris).encode("utf-8", "surrogatepass")
    if acak.random() < 0.35:
        isi = (rusak := acak.choice(ATAS_BITA))(isi, acak)
        cara.append(rusak.__name__)
    return Kasus(f"benih {benih}: {' + '.join(cara)} atas dasar {nomor}", isi)


# Atas baris teks


def buang_baris(baris: Teks, acak: Random) -> Teks:
    """Hilangkan beberapa baris berturut-turut."""
    mulai = acak.randrange(len(baris))
    return baris[:mulai] + baris[mulai + acak.choice((1, 1, 2, 8)) :] or [""]


def gandakan_baris(baris: Teks, acak: Random) -> Teks:
    """Tulis ulang beberapa baris di tempat lain."""
    mulai, tujuan = acak.randrange(len(baris)), acak.randrange(len(baris) + 1)
    return baris[:tujuan] + baris[mulai : mulai + acak.choice((1, 1, 3))] + baris[tujuan:]


def tukar_baris(baris: Teks, acak: Random) -> Teks:
    """Tukar dua baris."""
    hasil = baris.copy()
    satu, dua = acak.randrange(len(baris)), acak.randrange(len(baris))
    hasil[satu], hasil[dua] = hasil[dua], hasil[satu]
    return hasil


def potong_baris(baris: Teks, acak: Random) -> Teks:
    """Potong satu baris di tengah, atau buang sisa berkasnya."""
    nomor = acak.randrange(len(baris))
    potongan = baris[nomor][: acak.randint(0, len(baris[nomor]))]
    return [*baris[:nomor], potongan, *([] if acak.random() < 0.3 else baris[nomor + 1 :])]


def sambung_baris(baris: Teks, acak: Random) -> Teks:
    """Hilangkan satu pergantian baris."""
    nomor = acak.randrange(len(baris))
    return [*baris[:nomor], "".join(baris[nomor : nomor + 2]), *baris[nomor + 2 :]]


def geser_baris(baris: Teks, acak: Random) -> Teks:
    """Ubah indentasi beberapa baris; kadang dengan tab."""
    mulai, banyak = acak.randrange(len(baris)), acak.choice((1, 1, 4, 99))
    awalan = acak.choice((" ", "  ", "\t", "    ", " \t", "- ", "", "\u00a0"))
    geser = [
        awalan + satu.removeprefix(acak.choice(("", " ", "  "))) for satu in baris[mulai : mulai + banyak]
    ]
    return baris[:mulai] + geser + baris[mulai + banyak :]


def ganti_nilai(baris: Teks, acak: Random) -> Teks:
    """Ganti nilai satu isian dengan nilai bermusuhan."""
    return _ganti_isian(baris, acak, lambda awalan, kunci, _: f"{awalan}{kunci}: {acak.choice(NILAI)}")


def ganti_kunci(baris: Teks, acak: Random) -> Teks:
    """Ganti kunci satu isian."""
    return _ganti_isian(baris, acak, lambda awalan, _, nilai: f"{awalan}{acak.choice(KUNCI)}: {nilai}")


def salah_ketik(baris: Teks, acak: Random) -> Teks:
    """Satu huruf kunci hilang atau berganda."""

    def ubah(awalan: str, kunci: str, nilai: str) -> str:
        letak = acak.randrange(len(kunci))
        return f"{awalan}{kunci[:letak]}{kunci[letak] * acak.choice((0, 2))}{kunci[letak + 1 :]}: {nilai}"

    return _ganti_isian(baris, acak, ubah)


def balik_isian(baris: Teks, acak: Random) -> Teks:
    """Tukar kunci dan nilainya."""
    return _ganti_isian(baris, acak, lambda awalan, kunci, nilai: f"{awalan}{nilai}: {kunci}")


def sisip_baris(baris: Teks, acak: Random) -> Teks:
    """Sisipkan baris bermusuhan, sejajar dengan tetangganya."""
    nomor = acak.randrange(len(baris))
    inden = baris[nomor][: len(baris[nomor]) - len(baris[nomor].lstrip(" "))]
    return [*baris[:nomor], inden + acak.choice(BARIS), *baris[nomor:]]


def sisip_karakter(baris: Teks, acak: Random) -> Teks:
    """Sisipkan satu karakter bermusuhan."""
    nomor = acak.randrange(len(baris))
    letak = acak.randint(0, len(baris[nomor]))
    baru = baris[nomor][:letak] + acak.choice(KARAKTER) + baris[nomor][letak:]
    return [*baris[:nomor], baru, *baris[nomor + 1 :]]


def alirkan(baris: Teks, acak: Random) -> Teks:
    """Bungkus beberapa baris dengan kurung."""
    mulai = acak.randrange(len(baris))
    akhir = mulai + acak.choice((1, 3, len(baris)))
    buka, tutup = acak.choice(("{}", "[]", "{]", "[}", "''", '""'))
    return [*baris[:mulai], buka, *baris[mulai:akhir], tutup, *baris[akhir:]]


def dua_dokumen(baris: Teks, acak: Random) -> Teks:
    """Sambung dengan dirinya, dengan atau tanpa pemisah dokumen."""
    return baris + acak.choice(([], ["---"], ["..."], ["...", "---"], ["--- |"])) + baris


def _ganti_isian(baris: Teks, acak: Random, ubah: Callable[[str, str, str], str]) -> Teks:
    calon = [(nomor, cocok) for nomor, satu in enumerate(baris) if (cocok := _ISIAN.match(satu))]
    if not calon:
        return baris
    nomor, cocok = acak.choice(calon)
    return [*baris[:nomor], ubah(cocok[1], cocok[2], cocok[3] or ""), *baris[nomor + 1 :]]


ATAS_TEKS: tuple[Callable[[Teks, Random], Teks], ...] = (
    buang_baris,
    gandakan_baris,
    tukar_baris,
    potong_baris,
    sambung_baris,
    geser_baris,
    ganti_nilai,
    ganti_nilai,
    ganti_nilai,
    ganti_kunci,
    ganti_kunci,
    salah_ketik,
    balik_isian,
    sisip_baris,
    sisip_karakter,
    alirkan,
    dua_dokumen,
)


# Atas bita


def balik_bita(isi: bytes, acak: Random) -> bytes:
    """Balik satu bit di beberapa tempat."""
    hasil = bytearray(isi)
    for _ in range(acak.choice((1, 1, 3, 20)) if hasil else 0):
        hasil[acak.randrange(len(hasil))] ^= 1 << acak.randrange(8)
    return bytes(hasil)


def sisip_bita(isi: bytes, acak: Random) -> bytes:
    """Sisipkan bita acak."""
    letak = acak.randint(0, len(isi))
    return isi[:letak] + acak.randbytes(acak.choice((1, 1, 2, 9))) + isi[letak:]


def buang_bita(isi: bytes, acak: Random) -> bytes:
    """Hilangkan beberapa bita."""
    letak = acak.randint(0, len(isi))
    return isi[:letak] + isi[letak + acak.choice((1, 1, 2, 40)) :]


def potong_bita(isi: bytes, acak: Random) -> bytes:
    """Berkas terpotong."""
    return isi[: acak.randint(0, len(isi))]


def ganti_akhir_baris(isi: bytes, acak: Random) -> bytes:
    """Akhir baris lain, seragam atau bercampur."""
    ragam = (
        b"\r\n",
        b"\r",
        "\u0085".encode(),
        "\u2028".encode(),
        "\u2029".encode(),
        b"\n\r",
        b"\x0b",
        b"\x0c",
    )
    baru = acak.choice(ragam)
    if acak.random() < 0.6:
        return isi.replace(b"\n", baru)
    return b"".join(
        satu if acak.random() < 0.8 else satu[:-1] + baru for satu in isi.splitlines(keepends=True)
    )


def ganti_sandi(isi: bytes, acak: Random) -> bytes:
    """Sandi teks lain."""
    sandi = acak.choice(("utf-16", "utf-16-le", "utf-16-be", "utf-32", "latin-1", "cp1252", "utf-7"))
    return isi.decode("utf-8", "replace").encode(sandi, "replace")


def sisip_urutan(isi: bytes, acak: Random) -> bytes:
    """Tanda urutan bita, NUL, UTF-8 kepanjangan, dan pengganti yang disandikan."""
    urutan = acak.choice(
        (b"\xef\xbb\xbf", b"\xff\xfe", b"\0", b"\xc0\xaf", b"\xed\xa0\x80", b"\xf5\x80\x80\x80")
    )
    letak = acak.choice((0, 0, len(isi), acak.randint(0, len(isi))))
    return isi[:letak] + urutan * acak.choice((1, 1, 2)) + isi[letak:]


ATAS_BITA: tuple[Callable[[bytes, Random], bytes], ...] = (
    balik_bita,
    sisip_bita,
    buang_bita,
    potong_bita,
    ganti_akhir_baris,
    ganti_akhir_baris,
    ganti_sandi,
    sisip_urutan,
)


# Atas data


def _kacau_data(teks: str, acak: Random) -> str:
    data = ryaml.loads(teks)
    for _ in range(acak.choice((1, 1, 2, 5))):
        _kacau_simpul(data, acak)
    return tulis_acak(data, acak, sah=False)


def _kacau_simpul(data: Any, acak: Random) -> None:
    """Ubah satu anggota di kedalaman acak: ganti, buang, bungkus, pindah, atau beri kunci lain."""
    wadah = _wadah_acak(data, acak)
    if not wadah:
        return
    if isinstance(wadah, list):
        wadah[acak.randrange(len(wadah))] = _nilai_acak(acak)
        return
    kunci = acak.choice(list(wadah))
    match acak.randrange(6):
        case 0:
            del wadah[kunci]
        case 1:
            wadah[acak.choice(KUNCI)] = wadah.pop(kunci)
        case 2:
            lain = acak.choice(list(wadah))
            wadah[kunci], wadah[lain] = wadah[lain], wadah[kunci]
        case 3:
            wadah[kunci] = acak.choice(([wadah[kunci]], {"nilai": wadah[kunci]}, [[wadah[kunci]] * 3]))
        case _:
            wadah[kunci] = _nilai_acak(acak)


def _tukar_nilai(teks: str, acak: Random) -> bytes:
    """Isian tetap berbentuk benar: nilainya ditukar dengan nilai sah lain, sehingga isinya ikut diperiksa."""
    data = ryaml.loads(teks)
    isian = list(_isian(data))
    for wadah, kunci in acak.sample(isian, min(len(isian), acak.choice((1, 2, 4, 12)))):
        if kunci in SAH and acak.random() < 0.9:
            wadah[kunci] = acak.choice(SAH[kunci])
        elif kunci not in WAJIB and isinstance(wadah, dict):
            wadah.pop(kunci, None)
    return tulis_acak(data, acak).encode().replace(b"\n", acak.choice((b"\n", b"\n", b"\r\n", b"\r")))


def _isian(data: Any) -> Iterator[tuple[Any, Any]]:
    """Setiap wadah dan kunci di dalamnya."""
    semua = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for kunci, nilai in list(semua):
        yield data, kunci
        yield from _isian(nilai)


def _wadah_acak(data: Any, acak: Random) -> Any:
    while True:
        isi = list(data.values()) if isinstance(data, dict) else data
        dalam = [satu for satu in isi if isinstance(satu, dict | list) and satu]
        if not dalam or acak.random() < 0.3:
            return data
        data = acak.choice(dalam)


class _Mentah(str):
    """Nilai yang ditulis apa adanya, tanpa dipetik."""

    __slots__ = ()


def _nilai_acak(acak: Random) -> Any:
    if acak.random() < 0.5:
        return _Mentah(acak.choice(NILAI))
    pilihan: tuple[Any, ...] = (
        acak.randint(-5, 5),
        acak.randint(-(10**18), 10**18),
        acak.random() * 10.0 ** acak.randint(-300, 300),
        acak.choice((True, False, None)),
        "".join(acak.choice(KARAKTER) for _ in range(4)),
        {satu: acak.randrange(4) for satu in acak.sample(KUNCI, 3)},
        {acak.randint(2019, 2026): acak.choice((1, 0.5, None, "2"))},
        [acak.choice((2021, 2023, "2023", None, 0.1)) for _ in range(acak.randrange(5))],
    )
    return acak.choice(pilihan)


def tulis_acak(data: Any, acak: Random, *, sah: bool = True) -> str:
    """*data* sebagai dokumen YAML dengan gaya yang berganti-ganti; *sah*: terbaca kembali sama."""
    return _tulis(data, acak, 0, sah=sah).lstrip("\n") + "\n"


def _tulis(data: Any, acak: Random, dalam: int, *, sah: bool = False) -> str:
    """Tulis *data* dengan gaya blok, alir, atau berpetik yang dipilih acak; *sah* menjaga nilainya tetap
    terbaca.
    """
    if not isinstance(data, dict | list) or not data or dalam > _TERDALAM or acak.random() < 0.25:
        return " " + _alir(data, acak, sah=sah)
    inden = "  " * dalam
    if isinstance(data, list):
        return "".join(f"\n{inden}-{_tulis(satu, acak, dalam + 1, sah=sah)}" for satu in data)
    return "".join(
        f"\n{inden}{_kunci(kunci, acak, sah=sah)}:{_tulis(nilai, acak, dalam + 1, sah=sah)}"
        for kunci, nilai in data.items()
    )


def _alir(data: Any, acak: Random, *, sah: bool) -> str:
    if isinstance(data, dict):
        isi = (
            f"{_kunci(kunci, acak, sah=sah)}: {_alir(nilai, acak, sah=sah)}" for kunci, nilai in data.items()
        )
        return "{" + ", ".join(isi) + "}"
    if isinstance(data, list):
        return "[" + ", ".join(_alir(satu, acak, sah=sah) for satu in data) + "]"
    return _skalar(data, acak, sah=sah)


def _kunci(kunci: Any, acak: Random, *, sah: bool) -> str:
    return str(kunci) if sah or acak.random() < 0.8 else _skalar(kunci, acak, sah=sah)


def _skalar(nilai: Any, acak: Random, *, sah: bool) -> str:
    if isinstance(nilai, _Mentah) or not isinstance(nilai, str):
        return str(nilai) if isinstance(nilai, str) else json.dumps(nilai)
    if "\n" in nilai or acak.random() < 0.3:
        return json.dumps(nilai, ensure_ascii=acak.random() < 0.5)
    if sah or acak.random() < 0.3:
        return "'" + nilai.replace("'", "''") + "'"
    return nilai
