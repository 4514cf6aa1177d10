"""``indeks verifikasi``: hanya bloknya yang berubah; persetujuan gugur bila klaim atau berkasnya berubah."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
from pathlib import Path

import pytest

from indeksinovasi.berkas.baca import urai
from indeksinovasi.berkas.batas import BATAS_SIDIK
from tests.daerah_uji import CONTOH, Data, indeks, tulis, tulis_daerah

CATATAN = """\
# catatan OPD
nama: A   # judul
status: diterima
tahapan: penerapan
inisiator: opd
jenis: digital
bentuk: pelayanan_publik
urusan: kesehatan
waktu: {penerapan: 2025-02-20}
indikator:
  regulasi:   # SK
    parameter: 2
    fakta: perkada
    bukti: [{berkas: bukti/sk.pdf, nomor: a/1, tanggal: 2023-01-12, tentang: x}]
  sdm: {parameter: 1}
"""


@pytest.fixture
def akar(tmp_path: Path) -> Path:
    akar = tulis_daerah(
        tmp_path / "uji", 2026, {"dinkes/a": CATATAN}, {"indikator": {"visi_misi": {"parameter": 2}}}
    )
    tulis(akar / "2026" / "dinkes" / "bukti" / "sk.pdf", "%PDF-1.4 isi")
    return akar


def _temuan(akar: Path) -> list[str]:
    isi: Data = json.loads(indeks("validasi", akar, "--format", "json").keluar)
    return [satu["kode"] for satu in isi["temuan"] if satu["kode"] in ("BKT314", "BKT315")]


def _catatan(akar: Path) -> list[str]:
    isi: Data = json.loads(indeks("nilai", akar, "--format", "json").keluar)
    return [satu["kode"] for satu in isi["hasil"][0]["catatan"]]


def _verifikasi(jalur: Path, *lain: str) -> int:
    return indeks("verifikasi", jalur, "regulasi", "--parameter", 2, "--oleh", "Tim", *lain).kode


def test_hanya_bloknya_yang_berubah(akar: Path) -> None:
    jalur = akar / "2026" / "dinkes" / "a.yaml"
    assert _verifikasi(jalur, "--tanggal", "2026-07-01", "--catatan", "SK: sah") == 0
    teks = jalur.read_text(encoding="utf-8")
    baris = teks.splitlines(keepends=True)
    awal = next(nomor for nomor, satu in enumerate(baris) if "verifikasi" in satu)
    akhir = next(nomor for nomor, satu in enumerate(baris) if satu.startswith("  sdm"))
    assert "".join(baris[:awal] + baris[akhir:]) == CATATAN
    sebelum = jalur.read_bytes()
    assert _verifikasi(jalur, "--tanggal", "2026-07-01", "--catatan", "SK: sah") == 0
    assert jalur.read_bytes() == sebelum
    hasil = json.loads(indeks("nilai", akar, "--dasar", "terverifikasi", "--format", "json").keluar)
    assert hasil["hasil"][0]["inovasi"][0]["indikator"]["regulasi"]["parameter"] == 2


def test_sidik_buta_bentuk_tulisan_tetapi_melihat_klaim_dan_berkas(akar: Path) -> None:
    jalur = akar / "2026" / "dinkes" / "a.yaml"
    _verifikasi(jalur)
    asli = jalur.read_text(encoding="utf-8")
    assert _temuan(akar) == []
    assert "SKR630" not in _catatan(akar)
    lain = asli.replace("fakta: perkada", 'fakta: "perkada"').replace("\n", "\r\n")
    jalur.write_bytes(lain.encode())
    shutil.move(akar / "2026" / "dinkes", akar / "2026" / "dinas-lain")
    assert _temuan(akar) == []
    jalur = akar / "2026" / "dinas-lain" / "a.yaml"
    jalur.write_text(asli.replace("nomor: a/1", "nomor: a/2"), encoding="utf-8")
    assert _temuan(akar) == ["BKT314"]
    assert "SKR630" in _catatan(akar)
    jalur.write_text(asli.replace("parameter: 2", "parameter: 3", 1), encoding="utf-8")
    assert _temuan(akar) == ["BKT314"]
    jalur.write_text(asli.replace("oleh: Tim", "oleh: Tim lain"), encoding="utf-8")
    assert _temuan(akar) == []
    (jalur.parent / "bukti" / "sk.pdf").write_text("%PDF-1.4 lain", encoding="utf-8")
    assert _temuan(akar) == ["BKT315"]
    assert "SKR630" not in _catatan(akar)


def test_spd_juga_dapat_diverifikasi(akar: Path) -> None:
    jalur = akar / "2026" / "spd.yaml"
    assert indeks("verifikasi", jalur, "visi_misi", "--parameter", 1).kode == 0
    assert "parameter: 1" in jalur.read_text(encoding="utf-8")
    jalur.write_text(
        jalur.read_text(encoding="utf-8").replace("parameter: 2", "parameter: 3"), encoding="utf-8"
    )
    assert _temuan(akar) == ["BKT314"]
    assert "SKR630" in _catatan(akar)


@pytest.mark.parametrize(
    ("indikator", "lain"),
    [
        ("regulasi", ("--parameter", "4")),
        ("regulasi", ("--parameter", "-1")),
        ("regulasi", ()),
        ("regulasi", ("--parameter", "1", "--tanggal", "2026-02-30")),
        ("kualitas", ("--parameter", "1")),
        ("regulsi", ("--parameter", "1")),
    ],
)
def test_yang_tidak_sah_ditolak(akar: Path, indikator: str, lain: tuple[str, ...]) -> None:
    jalur = akar / "2026" / "dinkes" / "a.yaml"
    assert indeks("verifikasi", jalur, indikator, *lain).kode == 2
    assert jalur.read_text(encoding="utf-8") == CATATAN
    assert indeks("verifikasi", akar / "daerah.yaml", "regulasi", "--parameter", 1).kode == 2


def test_baris_yang_belum_terbaca_disebut_demikian(akar: Path) -> None:
    """Bukan "tidak ada": orangnya melihat baris itu di berkasnya."""
    jalur = akar / "2026" / "dinkes" / "a.yaml"
    jalur.write_text(CATATAN.replace("parameter: 1", "parameter: dua"), encoding="utf-8")
    hasil = indeks("verifikasi", jalur, "sdm", "--parameter", 2)
    assert (hasil.kode, "baris sdm belum dapat dibaca" in hasil.galat) == (2, True)
    assert "indeks validasi" in hasil.galat
    assert "verifikasi:" not in jalur.read_text(encoding="utf-8")


def test_verifikasi_yang_ditulis_sebagai_teks_tidak_tertimpa(akar: Path) -> None:
    jalur = akar / "2026" / "dinkes" / "a.yaml"
    isi = CATATAN.replace(
        "    parameter: 2\n", "    parameter: 2\n    verifikasi: Disetujui Pak Budi # lisan\n"
    )
    jalur.write_text(isi, encoding="utf-8")
    hasil = indeks("verifikasi", jalur, "regulasi", "--parameter", 2)
    assert (hasil.kode, "sudah berisi" in hasil.galat) == (2, True)
    assert jalur.read_text(encoding="utf-8") == isi
    jalur.write_text(isi.replace("Disetujui Pak Budi", "-"), encoding="utf-8")
    assert indeks("verifikasi", jalur, "regulasi", "--parameter", 2).kode == 0
    assert "    verifikasi: # lisan\n      parameter: 2\n" in jalur.read_text(encoding="utf-8")


GAYA = {
    "tanda kosong di tempat lain": ("jenis: digital\n", "jenis: digital\nnama_inisiator: - # siapa\n"),
    "tanda tanya": ("  sdm: {parameter: 1}\n", "  ? sdm # s\n  : {parameter: 1}\n"),
    "kurung": (
        "  regulasi:   # SK\n    parameter: 2\n",
        "  regulasi: # SK\n    parameter: 2 # klaim\n    # k\n",
    ),
    "blok di akhir": (
        "    parameter: 2\n",
        "    parameter: 2\n    verifikasi: # lama\n      # v\n      oleh: |\n        X\n",
    ),
    "tab": ("tahapan: penerapan\n", "tahapan:\tpenerapan\t# t\n"),
    "penutup": ("  sdm: {parameter: 1}\n", "  sdm: {parameter: 1}\n... # habis\n# ekor"),
}


@pytest.mark.parametrize("ganti_baris", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
@pytest.mark.parametrize("gaya", GAYA)
def test_gaya_tulisan_apa_pun(akar: Path, gaya: str, ganti_baris: str) -> None:
    """Komentar, ganti baris, dan semua nilai lain bertahan."""
    jalur = akar / "2026" / "dinkes" / "a.yaml"
    lama = CATATAN.replace(*GAYA[gaya]).replace("\n", ganti_baris)
    jalur.write_bytes(b"\xef\xbb\xbf" + lama.encode())
    for indikator in ("regulasi", "sdm"):
        hasil = indeks("verifikasi", jalur, indikator, "--parameter", 1, "--oleh", "Tim: A")
        assert hasil.kode == 0, hasil.galat
    bita = jalur.read_bytes()
    baru = bita.removeprefix(b"\xef\xbb\xbf").decode()
    assert len(bita) > len(baru.encode())
    assert set(re.findall(r"[\r\n]+", baru)) == {ganti_baris}
    assert [satu for satu in re.findall(r"#[^\r\n]*", lama) if satu not in baru] == []
    kiri, kanan = urai(lama.encode(), "x").data, urai(baru.encode(), "x").data
    for entri in (*kiri["indikator"].values(), *kanan["indikator"].values()):
        verifikasi = entri.pop("verifikasi", None)
        assert verifikasi is None or verifikasi["oleh"] in ("Tim: A", "X\n")
    assert kiri == kanan


def test_catatan_yang_tidak_boleh_dibaca(akar: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    jalur = akar / "2026" / "dinkes" / "a.yaml"
    hasil = indeks("verifikasi", jalur, "regulasi", "--parameter", 2)
    assert (hasil.kode, f"{jalur} tidak dapat dibaca: tidak ada izin membaca." in hasil.galat) == (2, True)
    assert "not" not in hasil.galat.replace(str(jalur), "")


def test_coba_tidak_menulis(akar: Path) -> None:
    jalur = akar / "2026" / "dinkes" / "a.yaml"
    hasil = indeks("verifikasi", jalur, "sdm", "--parameter", 1, "--coba", "--format", "json")
    assert json.loads(hasil.keluar)["tulis"] == [{"berkas": str(jalur), "tindakan": "ubah"}]
    assert jalur.read_text(encoding="utf-8") == CATATAN


def test_semua_baris_contoh_dapat_diverifikasi_lalu_hanya_itu_yang_berubah(tmp_path: Path) -> None:
    akar = tmp_path / "kota"
    shutil.copytree(CONTOH / "kota-contoh", akar)
    jalur = akar / "2026" / "dinas-kesehatan" / "posyandu-digital.yaml"
    if not jalur.exists():
        jalur = min((akar / "2026" / "dinas-kesehatan").glob("*.yaml"))
    semula = jalur.read_text(encoding="utf-8")
    kode = list(urai(semula.encode(), "x").data["indikator"])
    for satu in kode:
        assert indeks("verifikasi", jalur, satu, "--parameter", 0, "--oleh", "Tim: A").kode == 0, satu
    assert len(kode) > 5
    lama, baru = urai(semula.encode(), "x").data, urai(jalur.read_bytes(), "x").data
    for satu in kode:
        assert baru["indikator"][satu].pop("verifikasi")["oleh"] == "Tim: A"
        lama["indikator"][satu].pop("verifikasi", None)
    assert baru == lama
    assert _temuan(akar / "2026" / "dinas-kesehatan") == []


def test_perubahan_di_tengah_bukti_besar_terlihat(akar: Path) -> None:
    bukti = akar / "2026" / "dinkes" / "bukti" / "sk.pdf"
    besar = 64 * 1024 * 1024 + 1
    with bukti.open("r+b") as aliran:
        aliran.truncate(besar)
    _verifikasi(akar / "2026" / "dinkes" / "a.yaml")
    assert "BKT315" not in _temuan(akar)
    with bukti.open("r+b") as aliran:
        aliran.seek(besar // 2)
        aliran.write(b"x")
    assert "BKT315" in _temuan(akar)


@pytest.mark.skipif(sys.platform == "win32", reason="berkas berlubang perlu tempat sungguhan di NTFS")
def test_bukti_yang_terlalu_besar_tidak_pernah_terverifikasi(akar: Path) -> None:
    jalur, bukti = akar / "2026" / "dinkes" / "a.yaml", akar / "2026" / "dinkes" / "bukti" / "sk.pdf"
    _verifikasi(jalur)
    semula = jalur.read_bytes()
    with bukti.open("r+b") as aliran:
        aliran.truncate(BATAS_SIDIK + 1)
    assert "BKT315" in _temuan(akar)
    hasil = indeks("verifikasi", jalur, "regulasi", "--parameter", 1)
    assert (hasil.kode, jalur.read_bytes()) == (2, semula)
    assert "1 GB" in hasil.galat
