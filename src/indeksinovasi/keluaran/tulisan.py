"""Daftar berkas yang ditulis sebuah perintah, sebagai teks dan JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from indeksinovasi.inti.model.temuan import Temuan
from indeksinovasi.inti.model.tulisan import Tindakan, Tulisan
from indeksinovasi.keluaran.teks import aman
from indeksinovasi.keluaran.temuan.json import objek_temuan

_SEBUTAN: dict[Tindakan, str] = {
    "baru": "ditulis",
    "ubah": "diganti",
    "tetap": "tidak berubah",
    "tertahan": "tertahan: sudah ada dengan isi lain",
}
_SEBUTAN_COBA: dict[Tindakan, str] = {**_SEBUTAN, "baru": "akan ditulis", "ubah": "akan diganti"}


def teks_tulisan(tulisan: Iterable[Tulisan], *, coba: bool) -> str:
    """Satu baris tiap berkas."""
    sebutan = _SEBUTAN_COBA if coba else _SEBUTAN
    return "\n".join(f"{aman(satu.berkas)}  {sebutan[satu.tindakan]}" for satu in tulisan)


def objek_tulisan(tulisan: Iterable[Tulisan]) -> list[dict[str, Any]]:
    """Anggota ``tulis`` pada JSON."""
    return [{"berkas": satu.berkas, "tindakan": satu.tindakan} for satu in tulisan]


def json_tulisan(tulisan: Iterable[Tulisan], temuan: Iterable[Temuan], **bagian: Any) -> str:
    """``{"versi_format":1, …bagian, "tulis":[…], "temuan":[…]}``."""
    isi = {
        "versi_format": 1,
        **bagian,
        "tulis": objek_tulisan(tulisan),
        "temuan": [objek_temuan(satu) for satu in temuan],
    }
    return json.dumps(isi, ensure_ascii=False)
