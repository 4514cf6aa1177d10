"""Kunci dan pilihan yang dikenal sebuah model pydantic pada jalur tertentu."""

from __future__ import annotations

from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel


def kunci_model(model: type[BaseModel], loc: tuple[str | int, ...]) -> list[str]:
    """Kunci yang dikenal model pada *loc*, untuk "mungkin maksud Anda"."""
    kini = _polos(_tipe(model, loc))
    return list(kini.model_fields) if isinstance(kini, type) and issubclass(kini, BaseModel) else []


def pilihan_model(model: type[BaseModel], loc: tuple[str | int, ...]) -> list[str]:
    """Pilihan bagi nilai pada *loc*; kosong bila isinya bebas."""
    tipe = _tanpa_kosong(_tipe(model, loc))
    return list(map(str, get_args(tipe))) if get_origin(tipe) is Literal else []


def wajib_model(model: type[BaseModel], loc: tuple[str | int, ...]) -> bool:
    """Isian di *loc* harus ada menurut modelnya."""
    induk = _polos(_tipe(model, loc[:-1]))
    if not (loc and isinstance(induk, type) and issubclass(induk, BaseModel)):
        return False
    isian = induk.model_fields.get(str(loc[-1]))
    return isian is not None and isian.is_required()


def _tipe(model: type[BaseModel], loc: tuple[str | int, ...]) -> Any:
    kini: Any = model
    for bagian in loc:
        kini = _turun(_polos(kini), bagian)
    return kini


def _tanpa_kosong(tipe: Any) -> Any:
    """``X`` dari ``X | None``."""
    if get_origin(tipe) is Literal:
        return tipe
    isi = _isi(tipe)
    return isi[0] if len(isi) == 1 and type(None) in get_args(tipe) else tipe


def _isi(tipe: Any) -> list[Any]:
    return [satu for satu in get_args(tipe) if satu is not type(None)]


def _model(tipe: Any) -> bool:
    return isinstance(tipe, type) and issubclass(tipe, BaseModel)


def _polos(tipe: Any) -> Any:
    """Buang ``Annotated`` dan ``| None`` sampai tersisa model, peta, atau daftar."""
    while True:
        calon = _isi(tipe)
        if _model(tipe) or get_origin(tipe) in (dict, tuple) or not calon:
            return tipe
        tipe = calon[0]


def _turun(tipe: Any, bagian: str | int) -> Any:
    if _model(tipe):
        return tipe.model_fields[str(bagian)].annotation if bagian in tipe.model_fields else None
    isi = get_args(tipe)
    return isi[1] if get_origin(tipe) is dict else isi[0] if isi else None
