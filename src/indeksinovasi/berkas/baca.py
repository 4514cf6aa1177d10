"""Pembacaan cepat: bita menjadi data lewat ``ryaml``; masalah berkas menjadi temuan BRK dengan posisinya.

Bagian YAML yang diterima: satu dokumen YAML 1.2 UTF-8 tanpa jangkar, alias, tag, dan kunci gabung. Tanggal
tetap teks.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import ryaml

from indeksinovasi.berkas.angka_tertulis import tandai
from indeksinovasi.berkas.batas import BATAS_BITA, BATAS_DALAM, BATAS_ISIAN, BATAS_KURUNG
from indeksinovasi.berkas.buka import baca_awal, baca_utuh, sebab_os
from indeksinovasi.berkas.tanda_kosong import gantikan_tanda_kosong, mungkin_bertanda
from indeksinovasi.inti.model.temuan import Masalah, Temuan

if TYPE_CHECKING:
    from indeksinovasi.berkas.salah import Salah

_KURUNG = re.compile(r"[][{}]")
_PEMISAH_ISIAN = (
    (b":", "titik dua"),
    (b",", "koma"),
    (b"\n", "baris"),
    (b"\r", "baris"),
    (b"?", "tanda tanya"),
)
_TANDA_ASING = re.compile(r"(?:&(?=\S)|!)(?<![^\s\[{,:?\-][&!])|<<")
_AKHIR_KUNCI_SAMAR = re.compile(r":(?<=[\d.eE\s]:)", re.ASCII)
_KUNCI_SAMAR = re.compile(
    r"(?:^|[{,\n\r])[ \t]*(?:(?:[-?] +)*[+-]?"
    r"(?:\d*\.\d*(?:[eE][+-]?\d+)?|\d+[eE][+-]?\d+|[Tt]rue|TRUE|[Ff]alse|FALSE)[ \t]*)?$",
    re.ASCII,
)
_PANJANG_KUNCI = 64
BERPERBAIKAN = ("BRK003", "BRK016")
"""Kode sintaks yang sebagian sebabnya dapat diperbaiki dengan aman."""
_KENDALI = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff]")
_KENDALI_ASCII = bytes((*range(9), 11, 12, *range(14, 32), 127))


def _mungkin_kendali(bita: bytes) -> bool:
    # Saringan bita jauh lebih cepat daripada ungkapan reguler atas seluruh teks.
    if len(bita.translate(None, _KENDALI_ASCII)) != len(bita):
        return True
    return not bita.isascii() and (b"\xc2" in bita or b"\xef\xbf" in bita)


def _mungkin_asing(teks: str) -> bool:
    """Ada tanda asing dalam *teks* yang terbaca; alias hanya terbaca bila jangkarnya ada."""
    if ("&" in teks or "!" in teks or "<" in teks) and _TANDA_ASING.search(teks):
        return True
    return "%" in teks and (teks.startswith("%") or "\n%" in teks)


def _mungkin_kembar(teks: str) -> bool:
    """Ada kunci pecahan atau benar-salah, yang di Python dapat sama dengan kunci lain."""
    for akhir in _AKHIR_KUNCI_SAMAR.finditer(teks):
        # Cukup ekornya: baris yang panjang tidak dibaca ulang pada setiap titik dua. Titik dua yang mengawali
        # baris juga samar: kuncinya, bertanda ?, berada di baris sebelumnya.
        if _KUNCI_SAMAR.search(teks, max(0, akhir.start() - _PANJANG_KUNCI), akhir.start()):
            return True
    return False


class IsiBerkas(NamedTuple):
    """Isi satu berkas. ``data`` hanya bermakna bila ``temuan`` kosong; ``teks`` kosong bila berkas tak
    terbaca.
    """

    nama: str
    teks: str
    data: Any
    temuan: tuple[Temuan, ...] = ()


_DOKUMEN = (b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff", b"{\\rtf")
"""Bita pertama dokumen Word, Excel, PDF, dan gambar yang hanya berganti nama menjadi .yaml."""


def _gagal(
    nama: str, teks: str, kode: str, pesan: str, baris: int = 1, kolom: int = 1, petunjuk: str = ""
) -> IsiBerkas:
    from indeksinovasi.inti.katalog import buat_temuan

    return IsiBerkas(nama, teks, None, (buat_temuan(nama, baris, kolom, Masalah(kode, (), pesan, petunjuk)),))


def baca(jalur: Path, nama: str) -> IsiBerkas:
    """Baca *jalur*; *nama* adalah jalur untuk manusia. Tidak pernah melempar untuk isi yang buruk."""
    try:
        bita = baca_awal(jalur, BATAS_BITA + 1)
    except OSError as galat:
        return _gagal(nama, "", "BRK001", f"berkas tidak dapat dibaca: {sebab_os(galat)}")
    return urai(bita, nama)


def baca_teks(jalur: Path) -> str | None:
    """Isi *jalur* tanpa diurai, untuk kutipan; ``None`` bila tak terbaca, terlalu besar, atau bukan UTF-8."""
    try:
        return baca_utuh(jalur, BATAS_BITA).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return None


def baca_mentah(jalur: Path, nama: str) -> IsiBerkas:
    """*jalur* tanpa diurai, untuk memberi posisi pada masalah berkas yang sudah diurai sebelumnya."""
    teks = baca_teks(jalur) or ""
    return IsiBerkas(nama, urai(teks.encode(), nama).teks if mungkin_bertanda(teks) else teks, None)


def urai(bita: bytes, nama: str) -> IsiBerkas:
    """Urai isi berkas yang sudah di tangan."""
    if bita.startswith(_DOKUMEN):
        pesan = "isi berkas dokumen atau gambar, bukan teks"
        langkah = "Salin isinya ke berkas teks .yaml; dokumennya sendiri dapat menjadi bukti."
        return _gagal(nama, "", "BRK002", pesan, petunjuk=langkah)
    if len(bita) > BATAS_BITA:
        return _gagal(nama, "", "BRK009", f"berkas lebih besar dari {BATAS_BITA // 1024} KiB")
    try:
        teks = bita.decode("utf-8-sig")
    except UnicodeDecodeError as galat:
        # Pengurai utf-8-sig menghitung letak galat sesudah tanda urutan bita.
        isi = galat.object
        pesan = f"isi berkas bukan UTF-8 (bita 0x{isi[galat.start]:02x})"
        return _gagal(nama, "", "BRK002", pesan, *_ujung(isi[: galat.start].decode("utf-8", "replace")))
    if tolak := _tolak_sebelum(nama, bita, teks):
        return tolak
    try:
        data = ryaml.loads(teks)
    except (ValueError, RecursionError) as galat:
        terganti = gantikan_tanda_kosong(teks, str(galat)) if mungkin_bertanda(teks) else None
        if terganti is None:
            return _sintaks(nama, teks, str(galat))
        teks, data = terganti
    return _tolak_sesudah(nama, teks, data) or IsiBerkas(nama, teks, tandai(bita, teks, data))


def _tolak_sebelum(nama: str, bita: bytes, teks: str) -> IsiBerkas | None:
    """Yang tidak boleh sampai ke pengurai."""
    if _mungkin_kendali(bita) and (tolak := _tolak_kendali(nama, bita, teks)):
        return tolak
    if berlebih := _isian_berlebih(bita):
        return _gagal(nama, teks, "BRK009", f"berkas memuat lebih dari {BATAS_ISIAN} {berlebih}")
    if (dalam := _kurung_berlebih(teks)) is not None:
        return _gagal(nama, teks, "BRK009", "susunan terlalu dalam", *_ujung(teks[:dalam]))
    return None


def _tolak_kendali(nama: str, bita: bytes, teks: str) -> IsiBerkas | None:
    if bita.count(0) > len(bita) // 4:
        pesan = "isi berkas bukan UTF-8 (tiap karakter dua bita, seperti UTF-16)"
        return _gagal(nama, teks, "BRK002", pesan)
    if asing := _KENDALI.search(teks):
        pesan = f"karakter kendali U+{ord(asing.group()):04X} tidak boleh ada dalam teks"
        return _gagal(nama, teks, "BRK008", pesan, *_ujung(teks[: asing.start()]))
    return None


def _tolak_sesudah(nama: str, teks: str, data: Any) -> IsiBerkas | None:
    """Yang diterima pengurai, tetapi tidak oleh data ini."""
    if _mungkin_asing(teks):
        from indeksinovasi.berkas.bagian_asing import bagian_asing

        if bagian := bagian_asing(teks, terbaca=True):
            return _gagal(nama, teks, bagian.kode, bagian.pesan, *bagian.letak)
    if _mungkin_kembar(teks) and (ganda := _kunci_kembar(nama, teks)):
        return ganda
    return _gagal(nama, teks, "BRK005", "berkas kosong") if data is None else None


def _kurung_berlebih(teks: str) -> int | None:
    """Letak kurung yang melampaui batas kedalaman atau banyaknya.

    Waktu libyaml tumbuh kuadratis terhadap kurung yang terbuka; petik dan komentar dapat menyembunyikan
    kedalamannya dari hitungan ini, tetapi tidak banyaknya.
    """
    if teks.count("[") + teks.count("{") <= BATAS_DALAM:
        return None
    terbuka = banyak = 0
    for kurung in _KURUNG.finditer(teks):
        buka = kurung.group() in "[{"
        terbuka, banyak = max(0, terbuka + (1 if buka else -1)), banyak + buka
        if terbuka > BATAS_DALAM or banyak > BATAS_KURUNG:
            return kurung.start()
    return None


def _isian_berlebih(bita: bytes) -> str | None:
    """Sebutan pemisah isian yang melampaui batas, juga bila berada di dalam teks.

    Waktu dan memori pemeriksaan tumbuh menurut banyak isian yang keliru, dan waktu ryaml kuadratis terhadap
    kunci pecahan.
    """
    if len(bita) <= BATAS_ISIAN:
        return None
    return next((nama for tanda, nama in _PEMISAH_ISIAN if bita.count(tanda) > BATAS_ISIAN), None)


def _ujung(awal: str) -> tuple[int, int]:
    from indeksinovasi.berkas.letak import PetaBaris

    return PetaBaris(awal).letak(len(awal))


def _kunci_kembar(nama: str, teks: str) -> IsiBerkas | None:
    """Kunci yang berlainan bagi ryaml tetapi saling menimpa di Python: 2022 dan 2022.0, 1 dan true."""
    from indeksinovasi.berkas.sintaks import kunci_ganda

    return _dari_salah(nama, teks, ganda) if (ganda := tuple(kunci_ganda(teks))) else None


def _sintaks(nama: str, teks: str, pesan_ryaml: str) -> IsiBerkas:
    from indeksinovasi.berkas.sintaks import kesalahan_yaml

    return _dari_salah(nama, teks, kesalahan_yaml(teks, pesan_ryaml))


def _dari_salah(nama: str, teks: str, semua: tuple[Salah, ...]) -> IsiBerkas:
    from indeksinovasi.inti.katalog import buat_temuan

    temuan = [
        buat_temuan(nama, *salah.letak, Masalah(salah.kode, (), salah.pesan, salah.petunjuk))
        for salah in semua
    ]
    if len(temuan) == 1 and temuan[0].kode in BERPERBAIKAN:
        from indeksinovasi.berkas.perbaikan_sintaks import perbaikan_sintaks

        temuan = [temuan[0]._replace(perbaikan=perbaikan_sintaks(teks, semua[0].letak))]
    return IsiBerkas(nama, teks, None, tuple(sorted(temuan)))
