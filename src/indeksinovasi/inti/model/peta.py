"""Peta tabel orang: disunting orang dalam YAML, dibaca ``impor --peta``."""

from __future__ import annotations

from indeksinovasi.inti.model.daerah import KodeOpd
from indeksinovasi.inti.model.dasar import Model


class Peta(Model):
    """Isi berkas ``--peta``. Kolom yang tujuannya ``-`` tidak diimpor."""

    kolom: dict[str, str]
    opd: dict[str, KodeOpd] = {}
    pilihan: dict[str, dict[str, str]] = {}
