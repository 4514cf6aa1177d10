"""Skema dan pembaca sependapat: atas dokumen kecil yang ditulis tangan, dan atas catatan yang diubah acak."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import ryaml

from indeksinovasi.berkas.baca import baca
from indeksinovasi.berkas.metode import folder_metode
from indeksinovasi.keluaran.skema import Jenis
from tests.daerah_uji import CONTOH
from tests.profil import banyak
from tests.skema_uji import diterima_pembaca, diterima_skema

INOVASI: dict[str, Any] = {
    "nama": "Posyandu Digital",
    "status": "terkirim",
    "tahapan": "uji_coba",
    "inisiator": "opd",
    "jenis": "digital",
    "bentuk": "pelayanan_publik",
    "urusan": "kesehatan",
}
DAERAH: dict[str, Any] = {"nama": "Kota Contoh", "jenis": "kota", "kode": "99.71"}
HASIL: dict[str, Any] = {"tahun": 2023, "jenis": "final", "sumber": "keputusan"}
TANPA = "(tanpa)"


class Kecil(NamedTuple):
    """Dokumen kecil: *ganti* (YAML) menimpa dokumen dasar jenisnya; ``(tanpa)`` menghapus kunci."""

    jenis: Jenis
    tahun: int | None
    ganti: str
    diterima: bool


def susun(kecil: Kecil) -> Any:
    ganti = ryaml.loads(kecil.ganti) or {}
    if kecil.jenis == "hasil-resmi":
        return {"hasil": [{**HASIL, **ganti}]}
    dasar = {"inovasi": INOVASI, "daerah": DAERAH}.get(kecil.jenis, {})
    return {kunci: isi for kunci, isi in {**dasar, **ganti}.items() if isi != TANPA}


def inovasi(ganti: str, diterima: bool, tahun: int | None = 2026) -> Kecil:
    return Kecil("inovasi", tahun, ganti, diterima)


def entri(isi: str, diterima: bool, tahun: int | None = 2026) -> Kecil:
    return inovasi(f"indikator: {{{isi}}}", diterima, tahun)


KECIL = [
    inovasi("", True),
    inovasi("nama: (tanpa)", False),
    inovasi('nama: ""', False),
    inovasi("nama: 7", False),
    inovasi("nama:", False),
    inovasi("status: kirim", False),
    inovasi("tahapan: penerapan", False),
    inovasi("{tahapan: penerapan, waktu: {uji_coba: 2023-01-01}}", False),
    inovasi("{tahapan: penerapan, waktu: {penerapan: }}", False),
    inovasi("{tahapan: penerapan, waktu: {penerapan: 2023-01-12}}", True),
    inovasi("waktu: {penerapan: 12-01-2023}", False),
    inovasi("waktu: {penerapan: 2023-02-30}", False),
    inovasi("waktu: {penerapan: 2023}", False),
    inovasi("waktu:", False),
    inovasi("koordinat: {lintang: 0.12, bujur: 117.47}", True),
    inovasi("koordinat:", True),
    inovasi("koordinat: {lintang: 91, bujur: 0}", False),
    inovasi("koordinat: {lintang: 1}", False),
    inovasi('koordinat: {lintang: "0,12", bujur: 1}', False),
    inovasi("urusan: pupr", False),
    inovasi("urusan_lain: [sosial, pangan]", True),
    inovasi("urusan_lain:", False),
    inovasi("urusan_lain: sosial", False),
    inovasi("{tematik: , pkpn: , rancang_bangun: , asta_cita: }", True),
    inovasi("asta_cita: 9", False),
    inovasi("asta_cita: 1.5", False),
    inovasi('rancang_bangun: ""', True),
    inovasi("pengembangan_dari: 2022/dinkes/posyandu", True),
    inovasi("pengembangan_dari: dinkes/posyandu", False),
    inovasi("kematangan: 72.5", True),
    inovasi("kematangan: -1", False),
    inovasi("kematangan: true", False),
    inovasi("catatan: bebas", False),
    entri("", True),
    entri("regulasi: {parameter: 2}", True),
    entri("regulasi: {parameter: 4}", False),
    entri('regulasi: {parameter: "2"}', False),
    entri("regulasi: {parameter: true}", False),
    entri("regulasi: {parameter: , fakta: perkada}", True),
    entri("regulasi: {parameter: , fakta: }", False),
    entri("regulasi: {bukti: []}", False),
    entri("regulasi: {parameter: 0, fakta: }", True),
    entri("regulasi: {fakta: perbup}", False),
    entri("regulasi: {fakta: [perda]}", False),
    entri("regulasi: ", False),
    entri("regulsi: {parameter: 2}", False),
    entri("regulasi: {parameter: 2, bukti: [{berkas: a.pdf, tanggal: 2023-01-12}]}", True),
    entri("regulasi: {parameter: 2, bukti: [{berkas: , tautan: }]}", True),
    entri("regulasi: {parameter: 2, bukti: {berkas: a.pdf}}", False),
    entri("regulasi: {parameter: 2, bukti: [{file: a.pdf}]}", False),
    entri("regulasi: {parameter: 2, verifikasi: }", True),
    entri("regulasi: {parameter: 2, verifikasi: {parameter: 1, oleh: Tim}}", True),
    entri("regulasi: {parameter: 2, verifikasi: {oleh: Tim}}", False),
    entri("regulasi: {parameter: 2, verifikasi: {parameter: }}", False),
    entri("sdm: {fakta: 12}", True),
    entri("sdm: {fakta: 11.5}", True),
    entri("sdm: {fakta: 12 orang}", False),
    entri("anggaran: {fakta: [2021, 2022]}", True),
    entri("anggaran: {fakta: []}", True),
    entri("anggaran: {fakta: 2022}", False),
    entri("anggaran: {fakta: [T-1]}", False),
    entri("anggaran: {fakta: [22]}", False),
    entri("bimtek: {fakta: {2022: 1, 2023: 2}}", True),
    entri("bimtek: {fakta: {22: 1}}", False),
    entri("bimtek: {fakta: {2022: sekali}}", False),
    entri("bimtek: {fakta: 3}", False),
    entri("sosialisasi: {fakta: [spanduk, media_sosial]}", True),
    entri("sosialisasi: {fakta: spanduk}", False),
    entri("sosialisasi: {fakta: [radio]}", False),
    entri("pengaduan: {fakta: tidak_ada}", True),
    entri("pengaduan: {fakta: 82.5}", True),
    entri("pengaduan: {fakta: ada}", False),
    entri("kemanfaatan: {fakta: 350}", True),
    entri("kemanfaatan: {fakta: {basis: orang, nilai: 350}}", True),
    entri("kemanfaatan: {fakta: {nilai: 350}}", True),
    entri("kemanfaatan: {fakta: {basis: orang}}", False),
    entri("kemanfaatan: {fakta: {basis: desa, nilai: 3}}", False),
    entri("kemanfaatan: {fakta: {basis: , nilai: 3}}", False),
    entri("kemanfaatan: {fakta: {basis: orang, nilai: 3, satuan: orang}}", False),
    entri("renstra: {parameter: 1, fakta: {apa: [pun]}}", True, 2020),
    entri("renstra: {parameter: 1}", False, 2026),
    entri("renstra: {parameter: 1}", True, None),
    Kecil("spd", 2026, "indikator: {}", False),
    Kecil("spd", 2026, "{}", False),
    Kecil("spd", 2026, "total: 56", True),
    Kecil("spd", 2026, "{total: , indikator: {visi_misi: {parameter: 1}}}", True),
    Kecil("spd", 2026, "{total: -1}", False),
    Kecil("spd", 2026, "{total: 5, maksimum: 0}", False),
    Kecil("spd", 2026, "indikator: {visi_misi: {fakta: visi}}", True),
    Kecil("spd", 2026, "indikator: {visi_misi: {fakta: moto}}", False),
    Kecil("spd", 2026, "indikator: {perizinan: {fakta: {2024: 1, 2025: 2.5}}}", True),
    Kecil("spd", 2026, "indikator: {perizinan: {fakta: -3.5}}", True),
    Kecil("spd", 2026, "indikator: {perizinan: {fakta: [2024]}}", False),
    Kecil("spd", 2026, "indikator: {regulasi: {parameter: 1}}", False),
    Kecil("spd", 2023, "indikator: {apa_saja: {parameter: 1, fakta: bebas}}", True),
    Kecil("spd", 2023, "indikator: {apa_saja: {}}", False),
    Kecil("daerah", None, "", True),
    Kecil("daerah", None, "kode: 32.10", False),
    Kecil("daerah", None, 'kode: "3210"', False),
    Kecil("daerah", None, 'kode: "32"', True),
    Kecil("daerah", None, "jenis: desa", False),
    Kecil("daerah", None, "klaster: [papua]", True),
    Kecil("daerah", None, "klaster: [jawa]", False),
    Kecil("daerah", None, "perangkat_daerah: {dinas-kesehatan: Dinas Kesehatan}", True),
    Kecil("daerah", None, "perangkat_daerah: {Dinas Kesehatan: Dinas Kesehatan}", False),
    Kecil("daerah", None, "perangkat_daerah: {dinas--kesehatan: Dinas}", False),
    Kecil("daerah", None, "perangkat_daerah: {dinkes: }", False),
    Kecil("daerah", None, "target_inovasi: {2023: 1, 2025: 5}", True),
    Kecil("daerah", None, "target_inovasi: {23: 1}", False),
    Kecil("daerah", None, "target_inovasi: {2023: -1}", False),
    Kecil("hasil-resmi", None, "", True),
    Kecil("hasil-resmi", None, "{skor: 59.02, predikat: Inovatif, jumlah_inovasi: 25}", True),
    Kecil("hasil-resmi", None, "skor: 59,02", False),
    Kecil("hasil-resmi", None, "jenis: akhir", False),
    Kecil("hasil-resmi", None, "tahun: 23", False),
    Kecil("hasil-resmi", None, 'sumber: ""', False),
    Kecil("hasil-resmi", None, "jumlah_opd: 2.5", False),
]


@pytest.mark.parametrize("kecil", KECIL, ids=lambda satu: f"{satu.jenis}-{satu.ganti or 'dasar'}")
def test_skema_dan_pembaca_sependapat(kecil: Kecil) -> None:
    data = susun(kecil)
    assert diterima_pembaca(kecil.jenis, kecil.tahun, data) == kecil.diterima
    assert diterima_skema(kecil.jenis, kecil.tahun, data) == kecil.diterima


# Tanpa 2.0 dan kunci "2023": JSON tidak membedakannya dari 2 dan 2023, pembaca membedakannya.
NILAI: tuple[Any, ...] = (
    None,
    True,
    0,
    3,
    4,
    -1,
    2.5,
    2024,
    "",
    "kata",
    "penerapan",
    "perda",
    "orang",
    "79,69",
    "2023-01-12",
    "2023-13-01",
    "2022/dinkes/a",
    [],
    {},
    ["media"],
    [2023],
    [{}],
    {"2.5": 1},
    {"nilai": 1},
)
KUNCI = ("parameter", "fakta", "bukti", "total", "tingkat", "jenis", "Salah Kunci")


def simpul(data: Any, jalur: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield jalur
    for kunci, isi in (
        data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    ):
        yield from simpul(isi, (*jalur, kunci))


def ubah(data: Any, acak: random.Random) -> Any:
    """Salinan *data* dengan satu sampai tiga perubahan: nilai diganti, dihapus, atau kunci ditambahkan."""
    hasil = copy.deepcopy(data)
    for _ in range(acak.randint(1, 3)):
        jalur = acak.choice(list(simpul(hasil))[1:] or [()])
        if not jalur:
            return hasil
        induk = hasil
        for bagian in jalur[:-1]:
            induk = induk[bagian]
        match acak.randrange(4):
            case 0 if isinstance(induk, dict):
                del induk[jalur[-1]]
            case 1 if isinstance(induk, dict):
                induk[acak.choice(KUNCI)] = copy.deepcopy(acak.choice(NILAI))
            case _:
                induk[jalur[-1]] = copy.deepcopy(acak.choice(NILAI))
    return hasil


BAHAN_ACAK: list[tuple[Jenis, int | None, Path]] = [
    ("inovasi", 2023, CONTOH / "kota-contoh/2023/dinas-kesehatan/posyandu-digital.yaml"),
    ("inovasi", 2026, CONTOH / "kota-contoh/2026/dinas-kesehatan/cek-sehat-dermaga.yaml"),
    ("spd", 2026, CONTOH / "kota-contoh/2026/spd.yaml"),
    ("daerah", None, CONTOH / "kota-contoh/daerah.yaml"),
    ("hasil-resmi", None, CONTOH / "kota-pangkalpinang/hasil_resmi.yaml"),
    ("metode", None, folder_metode() / "2025.yaml"),
]


@pytest.mark.parametrize(
    ("jenis", "tahun", "jalur"), BAHAN_ACAK, ids=lambda satu: satu.stem if isinstance(satu, Path) else None
)
def test_catatan_yang_diubah_acak_tetap_sependapat(jenis: Jenis, tahun: int | None, jalur: Path) -> None:
    data, acak = baca(jalur, jalur.name).data, random.Random(20260101)
    putusan = set()
    for _ in range(banyak(*((60, 25) if jenis == "metode" else (250, 100)))):
        satu = ubah(data, acak)
        diterima = diterima_pembaca(jenis, tahun, satu)
        assert diterima_skema(jenis, tahun, satu) == diterima, json.dumps(
            satu, ensure_ascii=False, default=str
        )
        putusan.add(diterima)
    assert putusan == {True, False}
