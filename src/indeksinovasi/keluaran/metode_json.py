"""``indeks metode tunjuk --format json``: isi berkas tahun dengan bilangan sebagai bilangan."""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction

from indeksinovasi.inti.model.angka import bulatkan
from indeksinovasi.inti.model.dasar import Model
from indeksinovasi.inti.model.metode import Metode

VERSI_METODE = 1
DESIMAL = 10


def json_tunjuk(metode: Metode, sidik: str) -> str:
    """Dokumen ``{"versi_format": 1, "metode": {…}}``; kunci yang tidak diisi berkasnya tidak ditulis."""
    isi = {"sidik": sidik, **{nama: _polos(getattr(metode, nama)) for nama in _terisi(metode)}}
    return json.dumps({"versi_format": VERSI_METODE, "metode": isi}, indent=2) + "\n"


def _terisi(model: Model) -> list[str]:
    return [nama for nama in type(model).model_fields if nama in model.model_fields_set]


def _polos(nilai: object) -> object:
    if isinstance(nilai, Model):
        return {nama: _polos(getattr(nilai, nama)) for nama in _terisi(nilai)}
    if isinstance(nilai, Fraction):
        return nilai.numerator if nilai.denominator == 1 else float(bulatkan(nilai, DESIMAL))
    if isinstance(nilai, date):
        return nilai.isoformat()
    if isinstance(nilai, dict):
        return {str(kunci): _polos(isi) for kunci, isi in nilai.items()}
    return [_polos(isi) for isi in nilai] if isinstance(nilai, tuple) else nilai
