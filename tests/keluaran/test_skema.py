"""Skema penyunting: sah, berketerangan lengkap, dan menerima data contoh."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
import ryaml
from jsonschema import Draft202012Validator

from indeksinovasi.alur.skema import bahan_skema
from indeksinovasi.berkas.baca import baca
from indeksinovasi.berkas.metode import folder_metode, tahun_tersedia
from indeksinovasi.inti.model.angka import TAHUN_AKHIR, TAHUN_AWAL, tahun_wajar
from indeksinovasi.inti.model.daerah import Daerah, HasilResmi
from indeksinovasi.inti.model.dasar import Aspek, Model
from indeksinovasi.inti.model.fakta import BENTUK_FAKTA
from indeksinovasi.inti.model.inovasi import Inovasi
from indeksinovasi.inti.model.metode import Metode
from indeksinovasi.inti.model.spd import Spd
from indeksinovasi.inti.model.uraian import Uraian
from indeksinovasi.keluaran.skema import Jenis, tulis
from indeksinovasi.keluaran.skema.pilihan import ARTI_PILIHAN
from indeksinovasi.keluaran.skema.tipe import POLA_KUNCI_TAHUN
from tests.daerah_uji import CONTOH, indeks
from tests.daerah_uji import inovasi as data_inovasi
from tests.daerah_uji import tulis as tulis_berkas
from tests.skema_uji import diterima_pembaca, diterima_skema, pemeriksa, sebagai_json, skema_untuk

SENGAJA_RUSAK = "kota-rusak"
JENIS: tuple[Jenis, ...] = get_args(Jenis)
TAHUN = (None, *tahun_tersedia())
SEMUA = [(jenis, tahun) for jenis in JENIS for tahun in (TAHUN if jenis in ("inovasi", "spd") else (None,))]


@pytest.mark.parametrize(("jenis", "tahun"), SEMUA)
def test_skema_sah_dan_beridentitas_sendiri(jenis: Jenis, tahun: int | None) -> None:
    isi = skema_untuk(jenis, tahun)
    Draft202012Validator.check_schema(isi)
    assert isi["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert isi["$id"] == f"urn:indeksinovasi:skema:{jenis}" + (f":{tahun}" if tahun else "")


def kunci_bersifat(simpul: Any, jalur: str = "#") -> Iterator[tuple[str, dict[str, Any]]]:
    """Setiap kunci yang dinyatakan skema; syarat (``if``, ``then``) bukan pernyataan."""
    if isinstance(simpul, list):
        for urutan, satu in enumerate(simpul):
            yield from kunci_bersifat(satu, f"{jalur}/{urutan}")
    elif isinstance(simpul, dict):
        for nama, isi in simpul.get("properties", {}).items():
            yield f"{jalur}/{nama}", isi
            yield from kunci_bersifat(isi, f"{jalur}/{nama}")
        for kata in ("$defs", "patternProperties"):
            for nama, isi in simpul.get(kata, {}).items():
                yield from kunci_bersifat(isi, f"{jalur}/{kata}/{nama}")
        for kata in ("items", "anyOf", "oneOf", "additionalProperties"):
            yield from kunci_bersifat(simpul.get(kata), f"{jalur}/{kata}")


@pytest.mark.parametrize(("jenis", "tahun"), SEMUA)
def test_setiap_kunci_dan_pilihan_berketerangan(jenis: Jenis, tahun: int | None) -> None:
    for jalur, isi in kunci_bersifat(skema_untuk(jenis, tahun)):
        assert isi["title"], jalur
        assert isi["description"], jalur
        assert isi["markdownDescription"], jalur
        for bagian in (isi, isi.get("items", {})):
            assert len(bagian.get("markdownEnumDescriptions", [])) == len(bagian.get("enum", [])), jalur


BERKAS_MODEL = ("aturan", "daerah", "inovasi", "metode", "spd")


def semua_model(induk: type[Model]) -> Iterator[type[Model]]:
    """Model berkas yang berskema: data daerah dan aturan tahun."""
    for model in induk.__subclasses__():
        if model.__module__.removeprefix("indeksinovasi.inti.model.") in BERKAS_MODEL:
            yield model
        yield from semua_model(model)


def test_uraian_mengikuti_model_dan_kosakata() -> None:
    assert {Inovasi, Spd, Daerah, HasilResmi, Metode} <= {*semua_model(Model)}
    for model in semua_model(Model):
        for nama, isian in model.model_fields.items():
            assert [type(satu) for satu in isian.metadata].count(Uraian) == 1, (model, nama)
    for kode, bentuk in BENTUK_FAKTA.items():
        assert all((bentuk.judul, bentuk.isi, *bentuk.arti.values())), kode
    for tipe, arti in ARTI_PILIHAN.items():
        assert tuple(arti) == get_args(tipe), tipe


@pytest.mark.parametrize(("jenis", "aspek"), [("inovasi", "sid"), ("spd", "spd")])
def test_kalimat_pedoman_tahun_itu_terbaca_di_penyunting(jenis: Jenis, aspek: Aspek) -> None:
    (metode,), _ = bahan_skema(2026)
    entri = skema_untuk(jenis, 2026)["properties"]["indikator"]["properties"]
    assert set(entri) == {satu.kode for satu in metode.aspek(aspek)}
    for baris in metode.aspek(aspek):
        isi = entri[baris.kode]
        assert isi["title"] == baris.nama
        assert baris.tingkat is not None
        for tingkat, kalimat in baris.tingkat.items():
            assert kalimat in isi["markdownDescription"]
            assert kalimat in isi["properties"]["parameter"]["markdownEnumDescriptions"][tingkat]
        for kalimat in (baris.bukti or "", baris.kepastian, *baris.sumber, *baris.catatan):
            assert kalimat in isi["markdownDescription"]


def test_tingkat_pilihan_dan_rentang_menyebut_tahunnya() -> None:
    entri = skema_untuk("inovasi", 2026)["properties"]["indikator"]["properties"]
    fakta = {kode: isi["properties"]["fakta"] for kode, isi in entri.items()}
    arti = dict(zip(fakta["regulasi"]["enum"], fakta["regulasi"]["markdownEnumDescriptions"], strict=True))
    assert "Pada 2026: tingkat 2" in arti["perkada"]
    basis = fakta["kemanfaatan"]["anyOf"][1]["properties"]["basis"]
    assert "tingkat 1: 1 s.d. 200 orang" in basis["markdownEnumDescriptions"][basis["enum"].index("orang")]
    assert "tingkat 2: 11 s.d. 30 orang" in fakta["sdm"]["description"]
    assert "T-2 = 2024" in fakta["anggaran"]["description"]
    assert "Tidak dinilai pada 2026" in fakta["layanan_terintegrasi"]["markdownEnumDescriptions"][0]


def test_kunci_di_luar_tabel_tahun_tetap_dikenal() -> None:
    entri = skema_untuk("inovasi", 2020)["properties"]["indikator"]["properties"]
    assert "Tidak ada dalam tabel 2020" in entri["monev"]["description"]
    assert "renstra" in entri
    assert "renstra" not in skema_untuk("inovasi", 2026)["properties"]["indikator"]["properties"]
    assert (
        "menurut 2020"
        in skema_untuk("inovasi")["properties"]["indikator"]["properties"]["renstra"]["description"]
    )


def berkas_contoh() -> list[tuple[Jenis, int | None, Path]]:
    semua: list[tuple[Jenis, int | None, Path]] = []
    semua += [("daerah", None, satu) for satu in CONTOH.rglob("daerah.yaml")]
    semua += [("hasil-resmi", None, satu) for satu in CONTOH.rglob("hasil_resmi.yaml")]
    for tahun in tahun_tersedia():
        semua += [("spd", tahun, satu) for satu in CONTOH.rglob(f"{tahun}/spd.yaml")]
        semua += [("inovasi", tahun, satu) for satu in CONTOH.rglob(f"{tahun}/*/*.yaml")]
    return sorted(semua, key=lambda satu: satu[2])


def test_data_contoh_diterima_skema_tahunnya_dan_sependapat_dengan_pembaca() -> None:
    semua = berkas_contoh()
    assert {jenis for jenis, _, _ in semua} == {"daerah", "hasil-resmi", "spd", "inovasi"}
    for jenis, tahun, jalur in semua:
        dokumen = baca(jalur, jalur.name)
        if dokumen.temuan:
            assert SENGAJA_RUSAK in jalur.parts, jalur
            continue
        diterima = diterima_skema(jenis, tahun, ryaml.loads(dokumen.teks))
        assert diterima == diterima_pembaca(jenis, tahun, dokumen.data), jalur
        assert diterima or SENGAJA_RUSAK in jalur.parts, jalur


def check_jsonschema(jenis: Jenis, tmp_path: Path, *data: Path) -> tuple[int, Any]:
    """Kode keluar dan laporan check-jsonschema atas *data* terhadap skema *jenis* gabungan semua tahun."""
    skema_berkas = tulis_berkas(tmp_path / "skema.json", tulis(skema_untuk(jenis)))
    jalur = [str(satu) for satu in (skema_berkas, *data)]
    perintah = [sys.executable, "-m", "check_jsonschema", "-v", "-o", "json", "--schemafile", *jalur]
    hasil = subprocess.run(perintah, capture_output=True, text=True, encoding="utf-8", check=False)
    return hasil.returncode, json.loads(hasil.stdout)


@pytest.mark.parametrize("jenis", ["inovasi", "spd", "daerah", "hasil-resmi"])
def test_data_contoh_lolos_check_jsonschema(jenis: Jenis, tmp_path: Path) -> None:
    data = [
        jalur for milik, _, jalur in berkas_contoh() if milik == jenis and SENGAJA_RUSAK not in jalur.parts
    ]
    kode, laporan = check_jsonschema(jenis, tmp_path, *data)
    assert (kode, laporan["status"], len(laporan["checked_paths"])) == (0, "ok", len(data)), laporan


def test_check_jsonschema_membaca_tanggal_sebagai_teks_dan_menolak_yang_mustahil(tmp_path: Path) -> None:
    catatan = data_inovasi(waktu={"uji_coba": "2023-01-12", "penerapan": "2023-02-30"})
    kode, laporan = check_jsonschema("inovasi", tmp_path, tulis_berkas(tmp_path / "salah.yaml", catatan))
    assert kode == 1
    assert [satu["path"] for satu in laporan["errors"]] == ["$.waktu.penerapan"]


@pytest.mark.parametrize(
    "jalur", sorted([*folder_metode().glob("*.yaml"), *CONTOH.glob("*.yaml")]), ids=lambda satu: satu.name
)
def test_berkas_tahun_diterima_skema_metode(jalur: Path) -> None:
    galat = list(pemeriksa("metode").iter_errors(sebagai_json(baca(jalur, jalur.name).data)))
    assert not galat, galat[0].json_path


@pytest.mark.parametrize("jenis", JENIS)
def test_perintah_menulis_skemanya_ke_keluaran_baku(jenis: Jenis) -> None:
    hasil = indeks("skema", jenis, "--tahun", 2024)
    assert (hasil.kode, hasil.galat) == (0, "")
    assert json.loads(hasil.keluar) == skema_untuk(jenis, 2024 if jenis in ("inovasi", "spd") else None)


@pytest.mark.parametrize("argumen", [("inovasi", "--tahun", "1999"), ("daerahh",), ()])
def test_permintaan_yang_keliru_berakhir_dua(argumen: tuple[str, ...]) -> None:
    hasil = indeks("skema", *argumen)
    assert (hasil.kode, hasil.keluar) == (2, "")
    assert hasil.galat.startswith("indeks: ")


def test_kunci_tahun_sama_batasnya_dengan_pembaca() -> None:
    sekitar = (*range(TAHUN_AWAL - 2, TAHUN_AWAL + 3), *range(TAHUN_AKHIR - 2, TAHUN_AKHIR + 3), 2024)
    for tahun in sekitar:
        assert bool(re.search(POLA_KUNCI_TAHUN, str(tahun))) == tahun_wajar(tahun), tahun
