"""Koma di dalam kurung yang memotong nilai: ``{skor: 59,02}`` terbaca sebagai skor 59 dan kunci 02.

Potongannya bukan kunci tak dikenal yang boleh dihapus; yang keliru nilai di depannya.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from indeksinovasi.berkas.baca import IsiBerkas
from indeksinovasi.berkas.isian_teks import isian_teks
from indeksinovasi.berkas.simpul import Simpul
from indeksinovasi.inti.model.temuan import Jalur, Masalah

_TANPA_TITIK_DUA = re.compile(r"\s*[,}]")
_SISA = 20
_ISI_KURUNG = re.compile(r"\{([^{}]*)")
_NILAI_BERPETIK = re.compile(r'(?<=: )"[^"\\]*"(?=[,}]|$)')


class NilaiTerpotong(NamedTuple):
    """Nilai yang terpotong: jalurnya, tulisan sampai koma pertama, potongan-potongan berikutnya, dan tulisan
    seutuhnya.
    """

    jalur: Jalur
    awal: str
    sisa: tuple[str, ...]
    utuh: str


def rapikan_koma(masalah: Iterable[Masalah], dokumen: IsiBerkas) -> Iterator[Masalah]:
    """*masalah* dengan potongan nilai dilaporkan sekali, pada potongan pertamanya."""
    terlihat: set[Jalur] = set()
    for satu in list(masalah):
        potongan = nilai_berkoma(dokumen, satu.jalur)
        if potongan is None:
            # Sisa nilai yang terpotong bukan yang ditulis orang: "Rp 2" dari Rp 2,5 M.
            if not _pembaca(dokumen.teks).terpotong(satu.jalur):
                yield satu
        elif potongan.jalur not in terlihat:
            terlihat.add(potongan.jalur)
            yield _masalah(potongan, satu)


def _masalah(potongan: NilaiTerpotong, semula: Masalah) -> Masalah:
    kunci = potongan.jalur[-1]
    jalur = (*potongan.jalur[:-1], semula.jalur[len(potongan.jalur) - 1])
    bilangan = re.fullmatch(r"[-+]?\d+", potongan.awal) and re.fullmatch(r"\d+", potongan.sisa[0])
    if bilangan and not isian_teks((*semula.jalur[:-1], kunci)):
        desimal = f"{potongan.awal}.{potongan.sisa[0]}"
        if len(potongan.sisa[0]) == 3 and kunci not in ("lintang", "bujur"):
            desimal = f"{potongan.awal}{potongan.sisa[0]}, atau {potongan.awal}.{potongan.sisa[0]}0"
        pesan = f"koma memotong nilai {kunci}: terbaca {potongan.awal} dan kunci {potongan.sisa[0]}"
        return Masalah("SKM108", jalur, pesan, f"Gunakan titik untuk desimal: {kunci}: {desimal}.", "kunci")
    pesan = f'koma memotong nilai {kunci}: terbaca "{potongan.awal[:40]}"'
    petunjuk = f'Apit seluruh nilainya dengan tanda petik: {kunci}: "{potongan.utuh[:80]}".'
    return Masalah("SKM116", jalur, pesan, petunjuk, "kunci")


@lru_cache(maxsize=2)
def _pembaca(teks: str) -> _PembacaKoma:
    return _PembacaKoma(teks)


def nilai_berkoma(dokumen: IsiBerkas, jalur: Jalur) -> NilaiTerpotong | None:
    """Nilai yang terpotong oleh koma bila *jalur* menunjuk potongannya, kunci tanpa titik dua."""
    return _pembaca(dokumen.teks).cari(jalur)


class _PembacaKoma:
    """Potongan dalam satu berkas; tiap kurung diuraikan sekali, juga bila ribuan masalah menunjuknya."""

    def __init__(self, teks: str) -> None:
        from indeksinovasi.berkas.tulisan import susunan_dari

        self.teks = teks
        self.akar = susunan_dari(teks).akar if _mungkin_terpotong(teks) else None
        self.kurung: dict[Simpul, dict[Simpul, NilaiTerpotong]] = {}

    def cari(self, jalur: Jalur) -> NilaiTerpotong | None:
        simpul = self.akar
        for dalam, bagian in enumerate(jalur):
            langkah = simpul.turun(bagian) if simpul else None
            if simpul is None or langkah is None:
                return None
            if simpul.jenis == "peta" and simpul.gaya == "{" and (ada := self._isi(simpul).get(langkah[0])):
                return ada._replace(jalur=(*jalur[:dalam], *ada.jalur))
            simpul = langkah[1]
        return None

    def terpotong(self, jalur: Jalur) -> bool:
        """Benar bila nilai di *jalur* dipotong koma sesudahnya."""
        simpul = self.akar
        for bagian in jalur[:-1]:
            langkah = simpul.turun(bagian) if simpul else None
            simpul = langkah[1] if langkah else None
        if simpul is None or not jalur or simpul.jenis != "peta" or simpul.gaya != "{":
            return False
        return any(satu.jalur == jalur[-1:] for satu in self._isi(simpul).values())

    def _isi(self, peta: Simpul) -> dict[Simpul, NilaiTerpotong]:
        if peta not in self.kurung:
            self.kurung[peta] = dict(_terpotong(self.teks, peta))
        return self.kurung[peta]


def _mungkin_terpotong(teks: str) -> bool:
    """Ada anggota kurung tanpa titik dua; koma di dalam petik bukan pemisah."""
    semua = [_NILAI_BERPETIK.sub("", isi) for isi in _ISI_KURUNG.findall(teks)]
    return any(":" not in satu for isi in semua for satu in isi.split(","))


def _terpotong(teks: str, peta: Simpul) -> Iterator[tuple[Simpul, NilaiTerpotong]]:
    """Setiap kunci tanpa titik dua dan nilai di depannya yang dipotongnya."""
    for (kunci, nilai), deret in _deret(teks, peta):
        if nilai.jenis == "skalar":
            sisa = tuple(satu.teks for satu in deret[:_SISA])
            utuh = " ".join(teks[nilai.awal : deret[-1].akhir].split())
            potongan = NilaiTerpotong((kunci.teks,), teks[nilai.awal : nilai.akhir], sisa, utuh)
            yield from ((satu, potongan) for satu in deret)


def _deret(teks: str, peta: Simpul) -> Iterator[tuple[tuple[Simpul, Simpul], list[Simpul]]]:
    """Pasangan yang utuh, beserta kunci-kunci tanpa titik dua sesudahnya."""
    utuh: tuple[Simpul, Simpul] | None = None
    deret: list[Simpul] = []
    for kunci, nilai in peta.pasangan():
        if _tanpa_titik_dua(teks, kunci):
            deret.append(kunci)
            continue
        if utuh and deret:
            yield utuh, deret
        utuh, deret = (kunci, nilai), []
    if utuh and deret:
        yield utuh, deret


def _tanpa_titik_dua(teks: str, kunci: Simpul) -> bool:
    return kunci.jenis == "skalar" and _TANPA_TITIK_DUA.match(teks, kunci.akhir) is not None
