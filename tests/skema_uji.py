"""Pembantu uji skema: satu dokumen dinilai oleh skema dan oleh pembaca."""

from __future__ import annotations

from functools import cache
from typing import Any

from jsonschema import Draft202012Validator
from pydantic import ValidationError

from indeksinovasi.alur.skema import bahan_skema
from indeksinovasi.berkas.baca import IsiBerkas
from indeksinovasi.berkas.muat import Kamus, muat_inovasi, muat_model, muat_spd
from indeksinovasi.inti.model.daerah import Daerah, HasilResmi
from indeksinovasi.inti.model.metode import Metode
from indeksinovasi.keluaran.skema import (
    Jenis,
    skema_daerah,
    skema_hasil_resmi,
    skema_inovasi,
    skema_metode,
    skema_spd,
)

# Yang diperiksa isi, bukan bentuk: di luar jangkauan skema.
BUKAN_BENTUK = {"kontrol", "indikator_ganda"}


@cache
def skema_untuk(jenis: Jenis, tahun: int | None = None) -> dict[str, Any]:
    match jenis:
        case "daerah":
            return skema_daerah()
        case "hasil-resmi":
            return skema_hasil_resmi()
        case "metode":
            return skema_metode()
        case "spd":
            bahan = bahan_skema(tahun)
            return skema_spd(bahan.kamus.spd, bahan.metode, tahun)
        case "inovasi":
            bahan = bahan_skema(tahun)
            return skema_inovasi(bahan.kamus.sid, bahan.metode, tahun)


@cache
def pemeriksa(jenis: Jenis, tahun: int | None = None) -> Draft202012Validator:
    return Draft202012Validator(skema_untuk(jenis, tahun), format_checker=Draft202012Validator.FORMAT_CHECKER)


def sebagai_json(data: Any) -> Any:
    """Data YAML seperti yang dilihat pemeriksa skema: kunci peta selalu teks."""
    if isinstance(data, dict):
        return {str(kunci): sebagai_json(isi) for kunci, isi in data.items()}
    return [sebagai_json(satu) for satu in data] if isinstance(data, list) else data


def diterima_skema(jenis: Jenis, tahun: int | None, data: Any) -> bool:
    return bool(pemeriksa(jenis, tahun).is_valid(sebagai_json(data)))


def diterima_pembaca(jenis: Jenis, tahun: int | None, data: Any) -> bool:
    dokumen = IsiBerkas("uji.yaml", "", data)
    match jenis:
        case "inovasi":
            return all(satu.tingkat for satu in muat_inovasi(dokumen, kamus(tahun))[1])
        case "spd":
            return not muat_spd(dokumen, kamus(tahun))[1]
        case "metode":
            return _metode_berbentuk(data)
        case "daerah":
            return not muat_model(dokumen, Daerah)[1]
        case "hasil-resmi":
            return not muat_model(dokumen, HasilResmi)[1]


@cache
def kamus(tahun: int | None) -> Kamus:
    return bahan_skema(tahun).kamus


def _metode_berbentuk(data: Any) -> bool:
    try:
        Metode.model_validate(data)
    except ValidationError as galat:
        return all(satu["type"] in BUKAN_BENTUK for satu in galat.errors())
    return True
