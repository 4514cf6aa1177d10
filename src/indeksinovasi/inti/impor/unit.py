"""Nama unit pada tabel menjadi kode OPD: yang sudah dikenal, atau kode baru."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from indeksinovasi.inti.nama import kode_dari, kode_unik, kunci_nama, rapikan_teks

_KURUNG = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


class PencariOpd:
    """Mencocokkan unit dengan OPD daerah; yang belum dikenal mendapat kode baru menurut abjad namanya."""

    def __init__(
        self, dikenal: Mapping[str, str], daerah: str, peta: Mapping[str, str] | None = None
    ) -> None:
        self._daerah = daerah
        self._peta = {kunci_nama(unit): kode for unit, kode in (peta or {}).items()}
        self._kode = {kunci_nama(kode): kode for kode in dikenal}
        self._kode |= {self._kunci(nama): kode for kode, nama in dikenal.items()}
        self._dipakai = set(dikenal)
        self.baru: dict[str, str] = {}

    def daftarkan(self, unit: Iterable[str]) -> None:
        """Beri kode bagi unit yang belum dikenal; urutannya abjad, jadi urutan baris tidak berpengaruh."""
        for satu in sorted(set(unit)):
            if satu and self.cari(satu) is None:
                nama = self._nama(satu) or rapikan_teks(satu)
                kode = self._peta.get(kunci_nama(satu)) or kode_unik(kode_dari(nama, "opd"), self._dipakai)
                self._kode[self._kunci(satu)] = kode
                self._dipakai.add(kode)
                self.baru[kode] = nama

    def cari(self, unit: str) -> str | None:
        """Kode *unit*, ``None`` bila belum dikenal dan belum didaftarkan."""
        dipetakan = self._peta.get(kunci_nama(unit))
        if dipetakan is not None:
            return dipetakan if dipetakan in self._dipakai else None
        return self._kode.get(self._kunci(unit)) or self._kode.get(kunci_nama(unit))

    def _nama(self, unit: str) -> str:
        """Nama tanpa akun dalam kurung dan tanpa nama daerah di ujungnya."""
        nama = rapikan_teks(_KURUNG.sub(" ", unit))
        daerah = rapikan_teks(self._daerah)
        if nama.casefold().endswith(f" {daerah.casefold()}"):
            nama = rapikan_teks(nama[: -len(daerah)])
        return nama

    def _kunci(self, unit: str) -> str:
        return kunci_nama(self._nama(unit)) or kunci_nama(unit)
