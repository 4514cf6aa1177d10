"""CSV ``nilai`` dan ``peringkat``: satuan baris, pemisah, tanda desimal, dan sel yang mirip rumus."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest

from indeksinovasi.keluaran.nilai_csv import RagamCsv, baris_csv
from tests.daerah_uji import CONTOH, indeks, inovasi, nilai, tulis_daerah

KOTA = CONTOH / "kota-contoh"
_PECAHAN = re.compile(r"-?\d+\.\d+")
NILAI = ("nilai", KOTA, "--tahun", 2024)


def _baca(*argumen: str | Path | int, pemisah: str = ",") -> list[dict[str, str]]:
    hasil = indeks(*argumen, "--format", "csv")
    assert hasil.kode == 0, hasil.galat
    return list(csv.DictReader(io.StringIO(hasil.keluar), delimiter=pemisah))


def test_satu_baris_tiap_inovasi() -> None:
    baris = _baca(*NILAI, "--baris", "inovasi")
    objek = nilai(KOTA, 2024)["inovasi"]
    assert [(satu["id"], satu["golongan"]) for satu in baris] == [
        (satu["id"], satu["golongan"]) for satu in objek
    ]
    assert [satu["kematangan"] for satu in baris] == [
        "" if satu["kematangan"] is None else str(satu["kematangan"]) for satu in objek
    ]
    assert all(satu["kematangan"] == satu["kematangan_berbukti"] for satu in baris)
    assert any(satu["kematangan_klaim"] != satu["kematangan_berbukti"] for satu in baris)


def test_rinci_sama_dengan_baris_indikator() -> None:
    rinci = indeks(*NILAI, "--format", "csv", "--rinci")
    assert rinci == indeks(*NILAI, "--format", "csv", "--baris", "indikator")
    assert rinci == indeks(*NILAI, "--format", "csv", "--rinci", "--baris", "indikator")
    assert len(rinci.keluar.splitlines()) > len(_baca(*NILAI, "--baris", "inovasi")) + 1
    polos = indeks(*NILAI, "--format", "csv")
    assert polos == indeks(
        *NILAI, "--format", "csv", "--baris", "daerah", "--pemisah", ",", "--desimal", "titik"
    )


@pytest.mark.parametrize("tulisan", [(";", ";"), ("tab", "\t"), ("\t", "\t"), ("\\t", "\t")])
@pytest.mark.parametrize(
    "perintah", [NILAI, (*NILAI, "--rinci"), ("peringkat", KOTA, "--tahun", 2024, "--menurut", "opd")]
)
def test_pemisah_dan_koma_hanya_mengubah_tulisan(
    perintah: tuple[str | Path | int, ...], tulisan: tuple[str, str]
) -> None:
    """Kembali ke titik, setiap sel sama dengan CSV bawaan; sel teks dan kode wilayah tidak tersentuh."""
    ditulis, pemisah = tulisan
    biasa = _baca(*perintah)
    koma = _baca(*perintah, "--pemisah", ditulis, "--desimal", "koma", pemisah=pemisah)
    assert len(koma) == len(biasa) > 0
    berubah = 0
    for satu, asal in zip(koma, biasa, strict=True):
        assert satu.keys() == asal.keys()
        for kunci, sel in satu.items():
            if sel != asal[kunci]:
                assert sel == asal[kunci].replace(".", ",")
                float(asal[kunci])
                berubah += 1
        assert satu["kode"] == "99.71"
    pecahan = [
        sel for satu in biasa for kunci, sel in satu.items() if kunci != "kode" and _PECAHAN.fullmatch(sel)
    ]
    assert berubah == len(pecahan)
    assert pecahan or "--rinci" in perintah


def test_hanya_bilangan_yang_berganti_tanda() -> None:
    """Bilangan negatif bukan rumus; teks yang mirip bilangan tetap teks."""
    baris = [[0.5, -0.5, "-0.5", "0.5", 3, None, True]]
    assert baris_csv(baris, RagamCsv(";", "koma")) == "0,5;-0,5;'-0.5;0.5;3;;True\n"
    assert baris_csv(baris) == "0.5,-0.5,'-0.5,0.5,3,,True\n"


def test_desimal_koma_memilih_titik_koma() -> None:
    diminta = (*NILAI, "--format", "csv", "--desimal", "koma")
    assert indeks(*diminta) == indeks(*diminta, "--pemisah", ";")
    (baris,) = _baca(*NILAI, "--desimal", "koma", pemisah=";")
    assert baris["indeks"] == "42,93"


def test_sel_mirip_rumus_dan_berpemisah(tmp_path: Path) -> None:
    """Pagar rumus berlaku pada tiap satuan baris dan pemisah; teks berpemisah tetap satu sel."""
    catatan = {"dinkes/a": inovasi(nama="=A1;B1,C1"), "dinkes/b": inovasi(nama="Satu; dua, tiga\t4")}
    tulis_daerah(tmp_path, 2024, catatan, daerah={"nama": "-1,5", "jenis": "kota", "kode": "99.01"})
    for pemisah, desimal in ((";", "koma"), (",", "titik"), ("\t", "koma")):
        ragam = ("--pemisah", pemisah, "--desimal", desimal)
        for satuan in ("inovasi", "indikator"):
            baris = _baca("nilai", tmp_path, "--baris", satuan, *ragam, pemisah=pemisah)
            nama = {satu["inovasi"] for satu in baris}
            assert "'=A1;B1,C1" in nama
            assert any(satu.startswith("Satu; dua, tiga") for satu in nama)
            assert {satu["daerah"] for satu in baris} == {"'-1,5"}
        peringkat = _baca("peringkat", tmp_path, "--menurut", "inovasi", *ragam, pemisah=pemisah)
        assert "'=A1;B1,C1" in {satu["nama"] for satu in peringkat}


@pytest.mark.parametrize(
    ("pilihan", "sebut"),
    [
        (("--format", "csv", "--pemisah", ",", "--desimal", "koma"), '--pemisah ";"'),
        (("--format", "csv", "--pemisah", "|"), "bukan pemisah"),
        (("--format", "csv", "--pemisah", ";;"), "bukan pemisah"),
        (("--format", "csv", "--pemisah", ""), "bukan pemisah"),
        (("--pemisah", ";"), "Tambahkan --format csv"),
        (("--format", "json", "--desimal", "koma"), "Tambahkan --format csv"),
    ],
)
@pytest.mark.parametrize("perintah", ["nilai", "peringkat"])
def test_pilihan_yang_keliru_disebut_perbaikannya(
    perintah: str, pilihan: tuple[str, ...], sebut: str
) -> None:
    hasil = indeks(perintah, KOTA, "--tahun", 2024, *pilihan)
    assert (hasil.kode, hasil.keluar) == (2, "")
    assert sebut in hasil.galat


@pytest.mark.parametrize(
    "pilihan",
    [("--baris", "inovasi"), ("--format", "csv", "--rinci", "--baris", "inovasi"), ("--baris", "berkas")],
)
def test_satuan_baris_yang_keliru(pilihan: tuple[str, ...]) -> None:
    hasil = indeks(*NILAI, *pilihan)
    assert (hasil.kode, hasil.keluar) == (2, "")


@pytest.mark.parametrize("menurut", ["daerah", "opd", "inovasi"])
def test_peringkat_csv_memuat_semua_peserta(menurut: str) -> None:
    perintah = ("peringkat", CONTOH, "--tahun", 2023, "--menurut", menurut)
    dokumen = json.loads(indeks(*perintah, "--format", "json").keluar)
    hasil = indeks(*perintah, "--format", "csv")
    baris = list(csv.DictReader(io.StringIO(hasil.keluar)))
    harap = [(str(satu["peringkat"]), satu["kunci"], str(satu["skor"])) for satu in dokumen["peringkat"]]
    harap += [("", satu["kunci"], "") for satu in dokumen["tanpa_peringkat"]]
    assert [(satu["peringkat"], satu["kunci"], satu["skor"]) for satu in baris] == harap
    for satu, objek in zip(baris, dokumen["peringkat"], strict=False):
        if "sumbangan" in objek:
            for kunci, angka in objek["sumbangan"].items():
                assert satu[kunci] == ("" if angka is None else str(angka))
