"""Pohon sintaks konkret (tree-sitter) sebagai ``Simpul``: murah, dan hanya cabang yang ditanya yang dibuka.

Pengurainya menghitung bita; di sini semuanya menjadi karakter. Ia selalu memberi pohon, juga bagi isi yang
salah: pohon yang memuat kesalahan tidak dipakai.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import ryaml
import tree_sitter
import tree_sitter_yaml

from indeksinovasi.berkas.simpul import JenisSimpul, Simpul, akhir_skalar_blok

_PENGGAL = 1024
_LANJUTAN = bytes(range(0x80, 0xC0))
_BARIS_KOSONG = re.compile(r"(?:[ \t]*(?:\r\n|\r|\n))*(?:[ \t]+\Z)?")
_GANTI_BARIS = re.compile(r"[\r\n]")
_PEMISAH_SAMAR = re.compile("[\x85\u2028\u2029]")
_GAYA = {
    "plain_scalar": "",
    "single_quote_scalar": "'",
    "double_quote_scalar": '"',
    "alias": "*",
    "flow_mapping": "{",
    "flow_sequence": "[",
    "flow_pair": "{",
}
_JENIS: dict[str, JenisSimpul] = {
    "block_mapping": "peta",
    "flow_mapping": "peta",
    "flow_pair": "peta",
    "block_sequence": "daftar",
    "flow_sequence": "daftar",
}
_HIASAN = ("tag", "anchor", "comment")


@cache
def _pengurai() -> tree_sitter.Parser:
    return tree_sitter.Parser(tree_sitter.Language(tree_sitter_yaml.language()))


class TeksSumber:
    """Teks sebuah berkas dan penerjemah letak bita menjadi letak karakter."""

    def __init__(self, teks: str) -> None:
        self.teks = teks
        self.bita = teks.encode("utf-8", "surrogatepass")
        self._lebih: list[int] | None = None
        if len(self.bita) != len(teks):
            # Banyak bita lanjutan sebelum tiap penggal; sisanya dihitung di dalam satu penggal saja.
            self._lebih = [0]
            for awal in range(0, len(self.bita), _PENGGAL):
                self._lebih.append(self._lebih[-1] + self._lanjutan(awal, awal + _PENGGAL))

    def _lanjutan(self, awal: int, akhir: int) -> int:
        satu = self.bita[awal:akhir]
        return len(satu) - len(satu.translate(None, _LANJUTAN))

    def karakter(self, bita: int) -> int:
        """Indeks karakter di letak *bita*."""
        if self._lebih is None:
            return bita
        penggal = bita // _PENGGAL
        return bita - self._lebih[penggal] - self._lanjutan(penggal * _PENGGAL, bita)


class SimpulPohon(Simpul):
    """Simpul yang anak dan teksnya baru dibaca bila ditanya."""

    __slots__ = ("_anak", "_nod", "_sumber", "_teks")

    def __init__(self, nod: Any, sumber: TeksSumber, tempat: int = 0) -> None:
        """*nod* ``None`` berarti nilai kosong di bita *tempat*."""
        self._nod, self._sumber = nod, sumber
        self._anak: list[Simpul] | None = None
        self._teks: str | None = None
        if nod is None:
            self.awal = self.akhir = sumber.karakter(tempat)
            self.jenis, self.gaya = "skalar", ""
            return
        self.awal, self.akhir = sumber.karakter(nod.start_byte), _akhir(nod, sumber)
        self.jenis = _JENIS.get(nod.type, "skalar")
        self.gaya = sumber.teks[self.awal] if nod.type == "block_scalar" else _GAYA.get(nod.type, "")

    @property
    def teks(self) -> str:
        """Isi sebuah skalar sesudah petik dan lipatannya dibuka."""
        if self._teks is None:
            akhir = self.akhir
            if self.gaya in ("|", ">") and (kosong := _BARIS_KOSONG.match(self._sumber.teks, akhir)):
                akhir = kosong.end()
            self._teks = _isi(self._sumber.teks[self.awal : akhir], self.gaya)
        return self._teks

    @property
    def anak(self) -> list[Simpul]:
        """Kunci dan nilai sebuah peta berselang-seling, atau anggota sebuah daftar."""
        if self._anak is None:
            self._anak = [] if self._nod is None else list(self._susun_anak())
        return self._anak

    def _susun_anak(self) -> list[Simpul]:
        nod, sumber = self._nod, self._sumber
        if nod.type in ("block_mapping", "flow_mapping"):
            return [satu for pasang in nod.named_children for satu in _pasangan(pasang, sumber)]
        if nod.type == "flow_pair":
            return _pasangan(nod, sumber)
        if nod.type == "block_sequence":
            return [_anggota_blok(satu, sumber) for satu in nod.named_children if satu.type not in _HIASAN]
        if nod.type == "flow_sequence":
            return [_nilai(satu, sumber) for satu in nod.named_children if satu.type not in _HIASAN]
        return []


def _akhir(nod: Any, sumber: TeksSumber) -> int:
    """Sesudah karakter terakhir isi *nod*; pengurai memasukkan ganti baris di bawah susunan dan skalar blok
    terakhir.
    """
    while nod.type.startswith("block_") and nod.type != "block_scalar":
        terakhir = next((satu for satu in reversed(nod.children) if satu.type != "comment"), None)
        if terakhir is None:
            break
        nod = terakhir
    akhir = sumber.karakter(nod.end_byte)
    if nod.type != "block_scalar":
        return akhir
    awal = sumber.karakter(nod.start_byte)
    return akhir_skalar_blok(sumber.teks, awal, akhir)


def _pasangan(nod: Any, sumber: TeksSumber) -> list[Simpul]:
    if nod.type in _HIASAN:
        return []
    if nod.type not in ("block_mapping_pair", "flow_pair"):
        # {a, b}: kunci tanpa nilai.
        kunci = _nilai(nod, sumber)
        return [kunci, SimpulPohon(None, sumber, nod.end_byte)]
    kunci_nod, nilai_nod = nod.child_by_field_name("key"), nod.child_by_field_name("value")
    kunci = _nilai(kunci_nod, sumber) if kunci_nod else SimpulPohon(None, sumber, nod.start_byte)
    if nilai_nod is not None:
        return [kunci, _nilai(nilai_nod, sumber)]
    titik_dua = next((satu for satu in nod.children if satu.type == ":"), nod)
    return [kunci, SimpulPohon(None, sumber, titik_dua.end_byte)]


def _anggota_blok(nod: Any, sumber: TeksSumber) -> Simpul:
    isi = next((satu for satu in nod.named_children if satu.type not in _HIASAN), None)
    return SimpulPohon(None, sumber, nod.children[0].end_byte) if isi is None else _nilai(isi, sumber)


def _nilai(nod: Any, sumber: TeksSumber) -> Simpul:
    if nod.type in ("flow_node", "block_node"):
        dalam = next((satu for satu in nod.named_children if satu.type not in _HIASAN), None)
        return SimpulPohon(dalam, sumber, nod.end_byte)
    return SimpulPohon(nod, sumber)


def _isi(tulisan: str, gaya: str) -> str:
    if gaya == "*":
        return "*"
    if gaya in ("", "'") and not _GANTI_BARIS.search(tulisan):
        return tulisan[1:-1].replace("''", "'") if gaya else tulisan
    # Baris nilai polos dilipat dengan aturan yang sama seperti nilai berpetik tunggal.
    berpetik = tulisan if gaya else "'" + tulisan.replace("'", "''") + "'"
    try:
        return str(ryaml.loads(berpetik))
    except ValueError:
        return tulisan


def akar_pohon(teks: str) -> Simpul | None:
    """Akar dokumen pertama; ``None`` bila kosong, atau bila pohonnya memuat kesalahan."""
    if not teks.isascii() and _PEMISAH_SAMAR.search(teks):
        return None  # ganti baris bagi ryaml, karakter biasa bagi tata bahasa ini
    sumber = TeksSumber(teks)
    aliran = _pengurai().parse(sumber.bita).root_node
    if aliran.has_error:
        return None
    dokumen = next((satu for satu in aliran.named_children if satu.type == "document"), None)
    isi = [satu for satu in dokumen.named_children if satu.type.endswith("_node")] if dokumen else []
    return _nilai(isi[0], sumber) if isi else None
