"""Apa yang terjadi pada tiap berkas yang ditulis sebuah perintah."""

from __future__ import annotations

from typing import Literal, NamedTuple

Tindakan = Literal["baru", "ubah", "tetap", "tertahan"]


class Tulisan(NamedTuple):
    """Satu berkas tujuan: ``tertahan`` bila sudah ada dengan isi lain dan tidak boleh ditimpa."""

    berkas: str
    tindakan: Tindakan
