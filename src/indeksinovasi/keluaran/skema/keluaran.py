"""JSON Schema keluaran ``indeks nilai --format json``: tepat kunci-kunci yang ditulis."""

from __future__ import annotations

from typing import get_args

from indeksinovasi.inti.model.dasar import TINGKAT_TERTINGGI, Kepastian
from indeksinovasi.inti.model.hasil import DASAR, AsalSpd, Golongan
from indeksinovasi.inti.model.inovasi import Status
from indeksinovasi.inti.model.metode import StatusMetode
from indeksinovasi.inti.model.temuan import TingkatTemuan
from indeksinovasi.keluaran.nilai_json import VERSI_NILAI
from indeksinovasi.keluaran.skema.uraian import Json

_TEKS: Json = {"type": "string"}
_TEKS_KOSONG: Json = {"type": ["string", "null"]}
_BILANGAN: Json = {"type": ["number", "null"]}
_CACAH: Json = {"type": "integer", "minimum": 0}
_CACAH_KOSONG: Json = {"type": ["integer", "null"], "minimum": 0}
_YA_KOSONG: Json = {"type": ["boolean", "null"]}
_RENTANG: Json = {"type": ["array", "null"], "items": _BILANGAN, "minItems": 2, "maxItems": 2}
_LETAK: Json = {"type": "integer", "minimum": 1}


def _objek(isi: Json, pilihan: Json | None = None) -> Json:
    """Objek dengan kunci *isi* yang semuanya wajib, dan *pilihan* yang boleh tidak ada."""
    return {
        "type": "object",
        "properties": isi | (pilihan or {}),
        "required": list(isi),
        "additionalProperties": False,
    }


def _daftar(isi: Json) -> Json:
    return {"type": "array", "items": isi}


def _uraian(isi: Json, kalimat: str) -> Json:
    return {**isi, "description": kalimat}


def skema_keluaran() -> Json:
    """Skema dokumen utuh; satu anggota ``hasil`` adalah ``#/$defs/hasil``."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:indeksinovasi:skema:keluaran:{VERSI_NILAI}",
        "title": "Keluaran indeks nilai --format json",
        **_objek(
            {
                "versi_format": {"const": VERSI_NILAI},
                "hasil": _daftar({"$ref": "#/$defs/hasil"}),
                "temuan": _daftar({"$ref": "#/$defs/temuan"}),
            }
        ),
        "$defs": {"hasil": _hasil(), "indikator": _indikator(), "temuan": _temuan()},
    }


def _hasil() -> Json:
    ringkas = _objek({"indeks": _BILANGAN, "skor_total": _BILANGAN, "predikat": _TEKS_KOSONG})
    return _objek(
        {
            "daerah": _objek({"nama": _TEKS, "jenis": _TEKS_KOSONG, "kode": _TEKS_KOSONG}),
            "tahun": {"type": "integer"},
            "dasar": {"enum": list(DASAR)},
            "skala": {"enum": ["normal", "absolut"]},
            "lingkup": {"enum": ["daerah", "opd", "berkas"]},
            "metode": _metode(),
            "indeks": _uraian(_BILANGAN, "0-100, dua desimal; null bila tak dapat dihitung atau absolut."),
            "indeks_rentang": _uraian(_RENTANG, "Terendah dan tertinggi bila ada aturan yang belum pasti."),
            "skor_rentang": _RENTANG,
            "predikat": _uraian(_TEKS_KOSONG, "null bila belum dapat ditentukan."),
            "predikat_mungkin": _daftar(_TEKS),
            "skor_total": _uraian(_BILANGAN, "Poin, empat desimal."),
            "skor_maksimum": _BILANGAN,
            "tiga_dasar": _objek(dict.fromkeys(DASAR, ringkas)),
            "baris": _objek({"jumlah": _CACAH, "terverifikasi": _CACAH}),
            "spd": _spd(),
            "sid": _sid(),
            "jumlah_inovasi": _objek(dict.fromkeys(get_args(Golongan), _CACAH)),
            "urusan_wajib": _objek(
                {"terisi": _daftar(_TEKS), "minimal": _CACAH_KOSONG, "terpenuhi": _YA_KOSONG}
            ),
            "opd": _daftar(_opd()),
            "inovasi": _daftar(_inovasi()),
            "tidak_layak": _daftar(_objek({"id": _TEKS, "alasan": _TEKS, "skor_bila_diterima": _BILANGAN})),
            "asumsi": _daftar(_asumsi()),
            "catatan": _daftar(_objek({"kode": {"type": "string", "pattern": "^SKR6"}, "pesan": _TEKS})),
        }
    )


def _metode() -> Json:
    return _objek(
        {
            "tahun": {"type": "integer"},
            "nama": _TEKS,
            "revisi": _LETAK,
            "status": {"enum": list(get_args(StatusMetode))},
            "sidik": {"type": "string", "pattern": "^sha256:[0-9a-f]{64}$"},
        }
    )


def _peta_indikator() -> Json:
    return {"type": "object", "additionalProperties": {"$ref": "#/$defs/indikator"}}


def _indikator() -> Json:
    tingkat = _uraian(
        {"type": "integer", "minimum": 0, "maximum": TINGKAT_TERTINGGI}, "Tingkat yang dihitung."
    )
    return _objek({"parameter": tingkat, "skor": _BILANGAN})


def _spd() -> Json:
    return _objek(
        {
            "skor": _BILANGAN,
            "maksimum": _BILANGAN,
            "asal": {"enum": list(get_args(AsalSpd))},
            "indikator": _peta_indikator(),
        }
    )


def _sid() -> Json:
    return _objek(
        {
            "skor": _BILANGAN,
            "rata_rata": _BILANGAN,
            "jumlah_kematangan": {"type": "number"},
            "pembagi": _CACAH_KOSONG,
            "skor_jumlah_inovasi": _BILANGAN,
            "persen_maksimum": _BILANGAN,
        }
    )


def _opd() -> Json:
    return _objek(
        {
            "kode": _TEKS,
            "nama": _TEKS,
            "jumlah_inovasi": _CACAH,
            "rata_rata_kematangan": _BILANGAN,
            "target": _CACAH_KOSONG,
            "terpenuhi": _YA_KOSONG,
        }
    )


def _inovasi() -> Json:
    return _objek(
        {
            "id": _uraian(_TEKS, "tahun/opd/nama berkas."),
            "nama": _TEKS_KOSONG,
            "opd": _TEKS,
            "status": {"enum": [*get_args(Status), None]},
            "terhitung": {"type": "boolean"},
            "golongan": {"enum": list(get_args(Golongan))},
            "alasan": _TEKS_KOSONG,
            "kematangan": _uraian(_BILANGAN, "Poin pada dasar terpilih."),
            "indikator": _peta_indikator(),
        }
    )


def _asumsi() -> Json:
    nilai: Json = {"type": ["number", "boolean", "string", "null"]}
    return _objek(
        {
            "kunci": _TEKS,
            "nilai": nilai,
            "kemungkinan": _daftar(nilai),
            "kepastian": {"enum": list(get_args(Kepastian))},
            "alasan": _TEKS,
        }
    )


def _temuan() -> Json:
    suntingan = _objek(
        {**dict.fromkeys(("baris", "kolom", "baris_akhir", "kolom_akhir"), _LETAK), "teks": _TEKS}
    )
    return _objek(
        {
            "kode": {"type": "string", "pattern": "^[A-Z]{3}[0-9]{3}$"},
            "tingkat": {"enum": list(get_args(TingkatTemuan))},
            **dict.fromkeys(("pesan", "petunjuk", "berkas"), _TEKS),
            **dict.fromkeys(("baris", "kolom"), _LETAK),
            "jalur": _TEKS,
        },
        {"perbaikan": _objek({"aman": {"type": "boolean"}, "suntingan": _daftar(suntingan)})},
    )
