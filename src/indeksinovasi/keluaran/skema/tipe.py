"""Model pydantic menjadi JSON Schema 2020-12: batasan dibaca dari model, kalimat dari uraian.

Tidak memakai pembuat skema pydantic: ia tidak membaca batas kunci peta, ``Fraction``, dan validator sendiri,
dan setiap isian yang boleh kosong menjadi ``anyOf`` yang tidak dapat dilengkapi penyunting. Tipe yang belum
dikenal di sini menggagalkan penyusunan.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from indeksinovasi.inti.model.aturan import AturanPilihan
from indeksinovasi.inti.model.daerah import KodeOpd
from indeksinovasi.inti.model.dasar import POLA_SLUG, Model, TahunUkur, Tingkat
from indeksinovasi.inti.model.inovasi import WAJIB_SESUDAH_DRAF, Entri, Inovasi, IsianFakta, Urusan
from indeksinovasi.inti.model.spd import Spd
from indeksinovasi.inti.model.uraian import Uraian
from indeksinovasi.keluaran.skema.pilihan import ARTI_PILIHAN, ARTI_URUSAN, Arti
from indeksinovasi.keluaran.skema.uraian import POTONGAN, Json, beri, potongan

POLA_KUNCI_TAHUN = "^(19|2[0-9])[0-9]{2}$"
"""Tahun yang wajar (``TahunUkur``) sebagai kunci peta."""
SKEMA_KOSONG: Json = {"type": "null"}
_KATA_BATAS = {
    "ge": "minimum",
    "gt": "exclusiveMinimum",
    "le": "maximum",
    "min_length": "minLength",
    "pattern": "pattern",
}
_DASAR: Mapping[Any, Json] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    Fraction: {"type": "number"},
    float: {"type": "number"},
    date: {
        "type": "string",
        "format": "date",
        "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
        "patternErrorMessage": "Tulis tanggal sebagai YYYY-MM-DD, misalnya 2023-01-12.",
    },
    Any: {},
}


def skema_pilihan(arti: Arti, tipe: str = "string") -> Json:
    """Pilihan tertutup beserta arti tiap nilainya."""
    return {"type": tipe, "enum": list(arti), "markdownEnumDescriptions": list(arti.values())}


def boleh_kosong(skema: Json) -> Json:
    """*skema* yang juga menerima nilai kosong (``null``), seperti isian yang tidak ditulis."""
    if "enum" in skema:
        arti = [*skema["markdownEnumDescriptions"], "Kosong; sama dengan tidak ditulis."]
        skema = {**skema, "enum": [*skema["enum"], None], "markdownEnumDescriptions": arti}
    for kata in ("anyOf", "oneOf"):
        if kata in skema:
            skema = {**skema, kata: [*skema[kata], SKEMA_KOSONG]}
    return {**skema, "type": [skema["type"], "null"]} if isinstance(skema.get("type"), str) else skema


def _terisi(kunci: str) -> Json:
    return {"required": [kunci], "properties": {kunci: {"not": SKEMA_KOSONG, "doNotSuggest": True}}}


def _bila_kosong(kunci: str, maka: Json) -> Json:
    """Syarat *maka* berlaku bila *kunci* tidak ditulis atau kosong."""
    return {"if": {"properties": {kunci: SKEMA_KOSONG}}, "then": maka}


SYARAT: Mapping[type[Model], Json] = {
    Inovasi: {
        "if": {"not": {"required": ["status"], "properties": {"status": {"const": "draf"}}}},
        "then": {
            "required": list(WAJIB_SESUDAH_DRAF),
            "properties": {kunci: {"not": SKEMA_KOSONG} for kunci in WAJIB_SESUDAH_DRAF},
            "if": {"required": ["tahapan"], "properties": {"tahapan": {"const": "penerapan"}}},
            "then": {"required": ["waktu"], "properties": {"waktu": _terisi("penerapan")}},
        },
    },
    Entri: _bila_kosong("parameter", _terisi("fakta")),
    Spd: _bila_kosong(
        "total", {"required": ["indikator"], "properties": {"indikator": {"minProperties": 1}}}
    ),
}
"""Syarat antarkunci: bandingan validator model dengan nama yang sama."""


class PenyusunSkema:
    """Menyusun skema model; model yang ditemui di dalamnya dikumpulkan pada ``defs``."""

    def __init__(self) -> None:
        self.defs: dict[str, Json] = {}

    def model(self, model: type[Model]) -> Json:
        """Skema objek *model*: kunci tertutup, yang wajib, dan syarat antarkunci."""
        tipe = get_type_hints(model, include_extras=True)
        medan = model.model_fields
        hasil: Json = {
            "type": "object",
            "properties": {nama: self._medan(model, nama, tanpa_uraian(tipe[nama])) for nama in medan},
            "required": [nama for nama, satu in medan.items() if satu.is_required()],
            "additionalProperties": False,
        }
        if not hasil["required"]:
            del hasil["required"]
        if model in POTONGAN:
            hasil["defaultSnippets"] = potongan(*POTONGAN[model])
        return {**hasil, **SYARAT.get(model, {})}

    def _medan(self, model: type[Model], nama: str, tipe: Any) -> Json:
        skema = self._tingkat_pilihan() if (model, nama) == (AturanPilihan, "tingkat") else self.tipe(tipe)
        return beri(skema, uraian_kunci(model, nama))

    def _tingkat_pilihan(self) -> Json:
        satu = self.tipe(Tingkat)
        return {
            "type": "object",
            "additionalProperties": {"anyOf": [satu, {"type": "array", "items": satu}]},
        }

    def tipe(self, tipe: Any) -> Json:
        """Skema sebuah anotasi tipe; ``KeyError`` bila tipenya belum dikenal."""
        if tipe == Urusan:
            return skema_pilihan(ARTI_URUSAN)
        if tipe == IsianFakta:
            return {}
        asal, isi = get_origin(tipe), get_args(tipe)
        if asal is Annotated:
            return {**self.tipe(isi[0]), **_batasan(isi[1:])}
        if asal is Literal:
            return self._pilihan(tipe)
        if asal in (Union, UnionType):
            return self._gabungan(isi)
        if asal is tuple:
            return {"type": "array", "items": self.tipe(isi[0])}
        if asal is dict:
            return self._peta(*isi)
        if isinstance(tipe, type) and issubclass(tipe, Model):
            return self.rujukan(tipe)
        return dict(_DASAR[tipe])

    def rujukan(self, model: type[Model], *, kosong: bool = False) -> Json:
        """Rujukan ke ``$defs``; *kosong* untuk model yang boleh ``null``."""
        nama = f"{model.__name__}AtauKosong" if kosong else model.__name__
        if nama not in self.defs:
            skema = self.model(model)
            self.defs[nama] = boleh_kosong(skema) if kosong else skema
        return {"$ref": f"#/$defs/{nama}"}

    def _pilihan(self, tipe: Any) -> Json:
        arti = ARTI_PILIHAN[tipe]
        nilai = get_args(tipe)
        if len(nilai) == 1:
            uraian = arti[nilai[0]]
            return {"type": "string", "const": nilai[0], "description": uraian, "markdownDescription": uraian}
        jenis = "integer" if isinstance(nilai[0], int) else "string"
        return skema_pilihan({satu: arti[satu] for satu in nilai}, jenis)

    def _gabungan(self, isi: Iterable[Any]) -> Json:
        anggota = list(isi)
        isian = [satu for satu in anggota if satu is not type(None)]
        if len(isian) > 1:
            return {"type": "object", "oneOf": [self.tipe(satu) for satu in isian]}
        tunggal = isian[0]
        if isinstance(tunggal, type) and issubclass(tunggal, Model):
            return self.rujukan(tunggal, kosong=True)
        return boleh_kosong(self.tipe(tunggal))

    def _peta(self, kunci: Any, nilai: Any) -> Json:
        isi = self.tipe(nilai)
        if get_origin(kunci) is Literal:
            return _peta_berpola(f"^({'|'.join(map(str, get_args(kunci)))})$", isi)
        if kunci is TahunUkur:
            return peta_tahun(isi)
        hasil: Json = {"type": "object", "additionalProperties": isi}
        if kunci is KodeOpd:
            hasil["propertyNames"] = {
                "title": "kode-opd",
                "pattern": f"^({POLA_SLUG.pattern})$",
                "patternErrorMessage": "Kode memakai huruf kecil, angka, dan tanda hubung.",
            }
        return hasil


def _peta_berpola(pola: str, isi: Json) -> Json:
    # Bukan "properties": yaml-language-server menolak kunci bilangan yang disebut di sana.
    return {"type": "object", "patternProperties": {pola: isi}, "additionalProperties": False}


def peta_tahun(isi: Json) -> Json:
    """Peta tahun empat angka → *isi*."""
    return _peta_berpola(POLA_KUNCI_TAHUN, isi)


def tanpa_uraian(tipe: Any) -> Any:
    """Anotasi *tipe* sebuah isian tanpa uraiannya, sehingga jenisnya dikenali dari anotasinya semula."""
    if get_origin(tipe) is not Annotated:
        return tipe
    asal, *keterangan = get_args(tipe)
    lain = [satu for satu in keterangan if not isinstance(satu, Uraian)]
    return Annotated[(asal, *lain)] if lain else asal


def uraian_kunci(model: type[Model], nama: str) -> Uraian:
    """Uraian satu kunci; ``StopIteration`` bila kalimatnya belum ditulis pada modelnya."""
    return next(satu for satu in model.model_fields[nama].metadata if isinstance(satu, Uraian))


def _batasan(metadata: Iterable[Any]) -> Json:
    batas: Json = {}
    for satu in metadata:
        for bagian in getattr(satu, "metadata", ()):
            for atribut, kata in _KATA_BATAS.items():
                nilai = getattr(bagian, atribut, None)
                if nilai is not None:
                    batas[kata] = nilai
    return batas
