"""Indikator tingkat daerah (Satuan Pemerintah Daerah): ``spd.yaml``."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from indeksinovasi.inti.model.dasar import Model, Pecahan
from indeksinovasi.inti.model.inovasi import Entri
from indeksinovasi.inti.model.uraian import Uraian


class Spd(Model):
    """SPD satu daerah pada satu tahun: baris indikator, atau skor jadi ``total`` (poin) bila tabel tahunnya
    tidak terbit.

    ``maksimum`` adalah skor SPD tertinggi tahun itu (poin), untuk tahun yang tidak menerbitkannya (2021).
    """

    indikator: Annotated[
        dict[str, Entri], Uraian("Indikator SPD", "Baris indikator Satuan Pemerintah Daerah.")
    ] = {}
    total: Annotated[
        Annotated[Pecahan, Field(ge=0)] | None,
        Uraian(
            "Skor SPD jadi",
            "Skor SPD dalam poin, untuk tahun yang tabel SPD-nya tidak terbit. Pakai titik desimal.",
        ),
    ] = None
    maksimum: Annotated[
        Annotated[Pecahan, Field(gt=0)] | None,
        Uraian("Skor SPD tertinggi", "Dalam poin, untuk tahun yang tidak menerbitkannya (2021)."),
    ] = None

    @model_validator(mode="after")
    def _berisi(self) -> Spd:
        if not self.indikator and self.total is None:
            raise PydanticCustomError("spd_kosong", "indikator dan total sama-sama kosong")
        return self
