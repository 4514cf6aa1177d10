"""Dasar bersama semua model pydantic: beku, kunci asing ditolak, tipe tidak dipaksakan."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import Annotated, Any, Literal, TypeVar, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError, PydanticKnownError

from indeksinovasi.inti.model.angka import (
    TAHUN_AKHIR,
    TAHUN_AWAL,
    AngkaTertulis,
    adalah_angka,
    berpemisah_ribuan,
    pecahan,
)

POLA_TAHUN = re.compile(r"\d{4}", re.ASCII)
POLA_TANGGAL = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
POLA_DESIMAL_KOMA = re.compile(r"[+-]?\d+(\.\d{3})*,\d+", re.ASCII)
POLA_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
POLA_ID_CATATAN = re.compile(r"[0-9]{4}/[a-z0-9-]+/[a-z0-9-]+", re.ASCII)

AngkaTingkat = Literal[0, 1, 2, 3]
SEMUA_TINGKAT: tuple[int, ...] = get_args(AngkaTingkat)
TINGKAT_TERTINGGI = SEMUA_TINGKAT[-1]


def _bukan_saklar(nilai: Any) -> Any:
    # Literal menganggap true sama dengan 1; tingkat yang diketik true pasti keliru.
    if isinstance(nilai, bool):
        raise PydanticKnownError("literal_error", {"expected": "0, 1, 2 or 3"})
    return nilai


Tingkat = Annotated[AngkaTingkat, BeforeValidator(_bukan_saklar, json_schema_input_type=AngkaTingkat)]
Kepastian = Literal["pasti", "kuat", "lemah"]
Aspek = Literal["spd", "sid"]


class Model(BaseModel):
    """Model beku yang menolak kunci tak dikenal dan tidak memaksakan tipe ("3" bukan 3)."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)


@lru_cache(maxsize=4096)
def _tanggal(teks: str) -> date:
    # Tanggal yang sama berulang dalam ribuan bukti; yang salah tidak diingat karena berupa pengecualian.
    if not POLA_TANGGAL.fullmatch(teks):
        raise PydanticCustomError("tanggal", "bukan tanggal YYYY-MM-DD")
    try:
        return date.fromisoformat(teks)
    except ValueError:
        raise PydanticCustomError("tanggal_mustahil", "tanggal tidak ada di kalender") from None


def baca_tanggal(nilai: Any) -> date:
    """Terima ``YYYY-MM-DD`` (teks atau ``date``); selain itu galat pydantic ``tanggal``."""
    if isinstance(nilai, str):
        return _tanggal(nilai)
    if type(nilai) is date:
        return nilai
    raise PydanticCustomError("tanggal", "bukan tanggal YYYY-MM-DD")


def baca_bilangan(nilai: Any) -> Any:
    """Bilangan terhingga apa adanya; teks berkoma desimal ditolak dengan jenis galat sendiri."""
    if adalah_angka(nilai):
        return nilai
    if isinstance(nilai, str) and POLA_DESIMAL_KOMA.fullmatch(nilai.strip()):
        raise PydanticCustomError("koma_desimal", "bilangan memakai koma desimal")
    raise PydanticCustomError("bilangan", "bukan bilangan")


def baca_pecahan(nilai: Any) -> Fraction:
    """Bilangan terhingga sebagai pecahan eksak."""
    return pecahan(baca_bilangan(nilai))


def baca_derajat(nilai: Any) -> Any:
    """Bilangan derajat: tiga angka di belakang titik lazim pada koordinat dan tidak meragukan."""
    if isinstance(nilai, AngkaTertulis) and berpemisah_ribuan(nilai):
        nilai = nilai.nilai
    return baca_bilangan(nilai)


Tanggal = Annotated[date, BeforeValidator(baca_tanggal, json_schema_input_type=str)]
Pecahan = Annotated[Fraction, BeforeValidator(baca_pecahan, json_schema_input_type=float)]
Derajat = Annotated[float, BeforeValidator(baca_derajat, json_schema_input_type=float)]
Teks = Annotated[str, Field(min_length=1)]
TahunUkur = Annotated[int, Field(ge=TAHUN_AWAL, le=TAHUN_AKHIR)]

T = TypeVar("T")
Daftar = Annotated[tuple[T, ...], Field(strict=False)]
"""Tuple yang menerima daftar YAML walau modelnya ketat."""
