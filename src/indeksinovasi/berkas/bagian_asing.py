"""Bagian YAML yang tidak dipakai dalam data: jangkar, alias, tag, kunci gabung, dan arahan."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from ruamel.yaml.error import YAMLError
from ruamel.yaml.tokens import AliasToken, AnchorToken, DirectiveToken, TagToken, Token

from indeksinovasi.berkas.kedua import pengurai_murni, token_yaml
from indeksinovasi.berkas.letak import Letak, PetaBaris
from indeksinovasi.berkas.posisi import susun_posisi
from indeksinovasi.berkas.salah import Salah
from indeksinovasi.berkas.simpul import semua_peta

_MUNGKIN_ASING = re.compile(r"[&*!%]|<<")
_JENIS: dict[type[Any], str] = {
    AnchorToken: "jangkar (&)",
    AliasToken: "alias (*)",
    TagToken: "tag (!)",
    DirectiveToken: "arahan (%)",
}


def bagian_asing(teks: str, *, terbaca: bool = False) -> Salah | None:
    """Jangkar, alias, tag, kunci gabung, atau arahan pertama dalam *teks*; *terbaca*: ryaml menerimanya."""
    if not _MUNGKIN_ASING.search(teks):
        return None
    baris = PetaBaris(teks)
    token = _token_asing(token_yaml(teks), baris)
    if isinstance(token, YAMLError) and terbaca and (murni := pengurai_murni(teks)):
        token = _token_asing(murni.scan(teks), baris)
    if isinstance(token, YAMLError):
        return None
    if token:
        return token
    for peta in semua_peta(susun_posisi(teks).akar):
        for kunci, _ in peta.pasangan():
            if kunci.teks == "<<" and not kunci.gaya:
                return _asing(baris.letak(kunci.awal), "kunci gabung (<<)")
    return None


def _token_asing(semua: Iterable[Token], baris: PetaBaris) -> Salah | YAMLError | None:
    try:
        for token in semua:
            if jenis := _JENIS.get(type(token)):
                return _asing(baris.letak(token.start_mark.index), jenis)
    except YAMLError as galat:
        return galat
    return None


def _asing(letak: Letak, jenis: str) -> Salah:
    return Salah(letak, "BRK006", f"{jenis} tidak dipakai dalam data ini")
