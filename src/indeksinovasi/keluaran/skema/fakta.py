"""Bentuk fakta → JSON Schema; menerima yang diterima ``inti.model.fakta.periksa_bentuk``, dan kosong."""

from __future__ import annotations

from collections.abc import Mapping

from indeksinovasi.inti.model.angka import TAHUN_AKHIR, TAHUN_AWAL
from indeksinovasi.inti.model.fakta import Bentuk
from indeksinovasi.inti.model.uraian import Uraian
from indeksinovasi.keluaran.skema.tipe import boleh_kosong, peta_tahun, skema_pilihan
from indeksinovasi.keluaran.skema.uraian import Json, beri, potongan

_BILANGAN: Json = {"type": "number"}
_TAHUN: Json = {"type": "integer", "minimum": TAHUN_AWAL, "maximum": TAHUN_AKHIR}


def skema_fakta(bentuk: Bentuk | None, arti: Mapping[str, str], tahun: int) -> Json:
    """Skema satu fakta; bentuk ``None`` menerima apa pun.

    *arti*: uraian tiap pilihan. *tahun* (T-0) hanya dipakai potongan siap isi.
    """
    if bentuk is None:
        return {}
    skema, siap_isi = _bentuk(bentuk, arti, tahun)
    if siap_isi is not None:
        skema["defaultSnippets"] = potongan("fakta", siap_isi)
    return boleh_kosong(skema)


def _bentuk(bentuk: Bentuk, arti: Mapping[str, str], tahun: int) -> tuple[Json, object]:
    pilihan = skema_pilihan(arti) if bentuk.pilihan else {"type": "string"}
    match bentuk.jenis:
        case "pilihan":
            return pilihan, None
        case "bilangan":
            return dict(_BILANGAN), None
        case "bilangan_atau_pilihan":
            return {"anyOf": [_BILANGAN, pilihan]}, None
        case "banyak":
            return {"type": "array", "items": pilihan}, None
        case "tahun":
            return {"type": "array", "items": _TAHUN}, None
        case "kali":
            return peta_tahun(_BILANGAN), {f"${{1:{tahun - 1}}}": "${2:1}", f"${{3:{tahun}}}": "${4:1}"}
        case "bilangan_tahunan":
            isi = {f"${{1:{tahun - 2}}}": "${2:0.00}", f"${{3:{tahun - 1}}}": "${4:0.00}"}
            return {"anyOf": [_BILANGAN, peta_tahun(_BILANGAN)]}, isi
        case "manfaat":
            basis = f"${{1|{','.join(bentuk.pilihan)}|}}" if bentuk.pilihan else "$1"
            return {"anyOf": [_BILANGAN, _manfaat(pilihan)]}, {"basis": basis, "nilai": "${2:0}"}


def _manfaat(basis: Json) -> Json:
    return {
        "type": "object",
        "properties": {
            "basis": beri(
                basis, Uraian("Basis ukur", "Cara manfaat diukur; wajib bila tahunnya punya beberapa.")
            ),
            "nilai": beri(_BILANGAN, Uraian("Nilai", "Nilai menurut basis yang dipilih.")),
        },
        "required": ["nilai"],
        "additionalProperties": False,
    }
