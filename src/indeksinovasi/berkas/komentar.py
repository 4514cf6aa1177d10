"""Tanda ``#`` yang memotong nilai: ``nama: Kelas Ibu #2`` terbaca "Kelas Ibu" tanpa seorang pun tahu."""

from __future__ import annotations

import re
from collections.abc import Iterator

from indeksinovasi.berkas.baca import IsiBerkas
from indeksinovasi.berkas.isian_teks import isian_teks
from indeksinovasi.berkas.simpul import Simpul
from indeksinovasi.inti.ejaan import kutip
from indeksinovasi.inti.model.temuan import Jalur, Masalah, Usul

_MUNGKIN = re.compile(r"#(?<=[ \t]#)#*[^\s#]")
# Sampai komentar yang sungguh: tanda # sesudah spasi dan sebelum spasi.
_TERPOTONG = re.compile(
    r"[ \t]+#+[^\s#][^\r\n\x85\u2028\u2029]*?"
    r"(?=[ \t]+#+(?:[ \t\r\n]|$)|[ \t]*(?:[\r\n\x85\u2028\u2029]|$))"
)
_BERAKHIRAN = re.compile(r"\.\w{2,5}$")


def nilai_terpotong(dokumen: IsiBerkas) -> Iterator[Masalah]:
    """BRK014 bagi setiap nilai tanpa petik yang diikuti `` #`` dan bukan spasi."""
    if not _MUNGKIN.search(dokumen.teks):
        return
    from indeksinovasi.berkas.tulisan import susunan_dari

    akar = susunan_dari(dokumen.teks).akar
    if akar is None:
        return
    for jalur, kunci, nilai in _skalar(akar):
        # Nilai yang kosong berakhir di kuncinya, sesudah titik dua.
        awal = nilai.akhir if not nilai.hampa else _sesudah_titik_dua(dokumen.teks, kunci)
        if awal is not None and (ekor := _TERPOTONG.match(dokumen.teks, awal)):
            yield _masalah(jalur, "" if nilai.hampa else nilai.teks, ekor.group())


def dengan_terpotong(dokumen: IsiBerkas, masalah: list[Masalah]) -> list[Masalah]:
    """*masalah* beserta nilai yang terpotong; yang menjadi kosong karenanya disebut sebabnya, sekali."""
    menurut = {satu.jalur: satu for satu in nilai_terpotong(dokumen)}
    if not menurut:
        return masalah
    hasil = []
    for satu in masalah:
        terpotong = menurut.pop(satu.jalur, None)
        if terpotong is None:
            hasil.append(satu)
        else:
            pesan = f"{satu.pesan}; {terpotong.pesan}"
            if terpotong.usul:
                satu = satu._replace(petunjuk=terpotong.petunjuk, usul=terpotong.usul)
            hasil.append(satu._replace(pesan=pesan))
    return [*hasil, *menurut.values()]


def _sesudah_titik_dua(teks: str, kunci: Simpul) -> int | None:
    titik = re.compile(r"[ \t]*:").match(teks, kunci.akhir)
    return titik.end() if titik else None


def _masalah(jalur: Jalur, tertulis: str, ekor: str) -> Masalah:
    utuh = f"{tertulis}{ekor}".strip()
    hasil = f"terbaca {kutip(tertulis)}" if tertulis else "terbaca kosong"
    pesan = f"tanda # memulai komentar, sehingga nilai ini {hasil}"
    if not isian_teks(jalur) or not _lebih_utuh(jalur, tertulis, utuh):
        petunjuk = "Beri spasi sesudah # bila memang komentar; bila bukan, tulis nilainya tanpa tanda itu."
        return Masalah("BRK014", jalur, pesan, petunjuk)
    petunjuk = f"Apit dengan tanda petik: '{utuh[:60]}'; bila memang komentar, beri spasi sesudah #."
    return Masalah("BRK014", jalur, pesan, petunjuk, usul=Usul(utuh))


def _lebih_utuh(jalur: Jalur, tertulis: str, utuh: str) -> bool:
    """Alamat tidak pernah memuat spasi, dan nama berkas berakhir dengan akhirannya; selebihnya teks biasa."""
    if jalur[-1] in ("tautan", "video"):
        return False
    return jalur[-1] != "berkas" or (
        not _BERAKHIRAN.search(tertulis) and _BERAKHIRAN.search(utuh) is not None
    )


def _skalar(akar: Simpul) -> Iterator[tuple[Jalur, Simpul, Simpul]]:
    """Setiap nilai skalar tanpa petik, beserta jalur dan kunci atau dirinya sendiri."""
    antre: list[tuple[Jalur, Simpul, Simpul]] = [((), akar, akar)]
    for jalur, kunci, simpul in antre:
        if simpul.jenis == "peta":
            antre.extend(((*jalur, k.teks), k, nilai) for k, nilai in simpul.pasangan())
        elif simpul.jenis == "daftar":
            antre.extend(((*jalur, nomor), satu, satu) for nomor, satu in enumerate(simpul.anak))
        elif not simpul.gaya:
            yield jalur, kunci, simpul
