"""Perbaikan aman: hanya nilai di jalurnya yang berubah, putaran kedua tidak mengubah apa pun."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from indeksinovasi.alur.validasi import PermintaanValidasi, validasi
from indeksinovasi.berkas.baca import urai
from indeksinovasi.berkas.perbaikan import terapkan_perbaikan
from indeksinovasi.berkas.suntingan import isi_pada, sama_persis
from indeksinovasi.inti.model.temuan import Temuan, teks_jalur
from tests.berkas.test_suntingan import semua_jalur
from tests.daerah_uji import AKAR, indeks, inovasi, tulis_daerah
from tests.profil import LENGKAP

KASUS = sorted(
    satu for satu in (AKAR / "tests/kasus").glob("[!K]*/gagal_*") if (satu / "daerah.yaml").exists()
)
GAYA: dict[str, Callable[[bytes], bytes]] = {
    "apa adanya": lambda isi: isi,
    "crlf": lambda isi: isi.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"),
    "bom": lambda isi: isi if isi.startswith(b"\xef\xbb\xbf") else b"\xef\xbb\xbf" + isi,
    "komentar": lambda isi: b"# kepala: [\n" + isi,
}


def salin(asal: Path, ke: Path, gaya: Callable[[bytes], bytes]) -> Path:
    shutil.copytree(asal, ke, symlinks=True)
    for satu in ke.rglob("*.yaml"):
        if satu.is_file() and not satu.is_symlink():
            satu.write_bytes(gaya(satu.read_bytes()))
    return ke


def berbeda(lama: Any, baru: Any) -> Iterator[str]:
    """Jalur daun yang nilainya berbeda."""
    for jalur in {*semua_jalur(lama), *semua_jalur(baru)}:
        kiri, kanan = isi_pada(lama, jalur), isi_pada(baru, jalur)
        if not isinstance(kiri, dict | list) and not sama_persis(kiri, kanan):
            yield teks_jalur(jalur)


def periksa(satu: Temuan) -> None:
    bita = Path(satu.berkas).read_bytes()
    teks = bita.decode("utf-8-sig")
    baru, banyak = terapkan_perbaikan(teks, [satu.perbaikan])
    lama = urai(teks.encode(), "")
    assert banyak == 1
    if not lama.temuan:
        sesudah = urai(baru.encode(), "")
        assert not sesudah.temuan
        assert list(berbeda(lama.data, sesudah.data)) == [satu.jalur], satu


def isi_semua(folder: Path) -> dict[Path, bytes]:
    return {satu: satu.read_bytes() for satu in folder.rglob("*") if satu.is_file()}


@pytest.mark.parametrize("gaya", GAYA if LENGKAP else ["apa adanya"])
def test_semua_kasus(gaya: str, tmp_path: Path) -> None:
    """Setiap perbaikan hanya mengubah jalurnya, menghilangkan temuannya, dan habis dalam satu perintah."""
    diperbaiki = 0
    for nomor, asal in enumerate(KASUS):
        folder = salin(asal, tmp_path / str(nomor), GAYA[gaya])
        semua, _ = validasi(PermintaanValidasi((str(folder),)))
        aman = [satu for satu in semua if satu.perbaikan.aman]
        if not aman:
            continue
        for satu in aman:
            periksa(satu)
        assert indeks("validasi", folder, "--perbaiki").kode in (0, 1)
        sesudah, _ = validasi(PermintaanValidasi((str(folder),)))
        assert not [satu for satu in sesudah if satu.perbaikan.aman], asal
        sebelum = isi_semua(folder)
        indeks("validasi", folder, "--perbaiki")
        assert isi_semua(folder) == sebelum
        diperbaiki += 1
    assert diperbaiki >= 5


CATATAN = {
    **inovasi(2024),
    "status": "Terkirim",
    "tahapan": "Uji Coba",
    "kematangan": "59,02",
    "waktu": {"penerapan": "31-12-2023"},
    "koordinat": {"lintang": "-7,257", "bujur": "112,7"},
    "indikator": {"regulasi": {"parameter": 2, "bukti": [{"berkas": "bukti\\sk.pdf", "nomor": "1"}]}},
}


@pytest.fixture
def daerah(tmp_path: Path) -> Path:
    return tulis_daerah(tmp_path / "d", 2024, {"dinkes/a": CATATAN, "dinkes/b": CATATAN})


def test_beda_tidak_menulis(daerah: Path) -> None:
    sebelum = isi_semua(daerah)
    for pilihan in (("--beda",), ("--perbaiki", "--beda")):
        hasil = indeks("validasi", daerah, *pilihan)
        assert hasil.kode == 1
        assert isi_semua(daerah) == sebelum
        baris = hasil.keluar.splitlines()
        assert sum(satu.startswith("--- a/") for satu in baris) == 2
        for harapan in ("59.02", "2023-12-31", "uji_coba", "bukti/sk.pdf", "lintang: -7.2570"):
            assert sum(satu.startswith("+") and harapan in satu for satu in baris) == 2, harapan


def test_perbaiki_menulis_dan_melaporkan_sisanya(daerah: Path) -> None:
    hasil = indeks("validasi", daerah, "--perbaiki", "--format", "json")
    isi = json.loads(hasil.keluar)
    assert [satu["tindakan"] for satu in isi["tulis"]] == ["ubah", "ubah"]
    assert not [satu for satu in isi["temuan"] if satu.get("perbaikan", {}).get("aman")]
    assert not [satu for satu in isi["temuan"] if satu["kode"] in ("SKM104", "SKM105", "SKM108")]


def test_berkas_yang_tidak_dapat_ditulis(daerah: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Menjadi temuan dengan kode keluar 1; berkas lain tetap diperbaiki."""
    from indeksinovasi.berkas.suntingan import simpan_naskah as asli

    def tertutup(naskah: Any, teks: str) -> bool:
        if naskah.jalur.name == "a.yaml":
            raise PermissionError
        return asli(naskah, teks)

    monkeypatch.setattr("indeksinovasi.alur.perbaiki.simpan_naskah", tertutup)
    lama = isi_semua(daerah)
    hasil = indeks("validasi", daerah, "--perbaiki", "--format", "json")
    isi = json.loads(hasil.keluar)
    assert hasil.kode == 1
    assert [satu["berkas"][-6:] for satu in isi["temuan"] if satu["kode"] == "BRK001"] == ["a.yaml"]
    kini = isi_semua(daerah)
    assert [jalur.name for jalur in lama if kini[jalur] != lama[jalur]] == ["b.yaml"]


@pytest.mark.parametrize(
    ("tertulis", "harapan"),
    [
        ("nama: Posyandu: Sehat # ini", "nama: 'Posyandu: Sehat' # ini"),
        ("nama:\u00a0Posyandu", "nama: Posyandu"),
        ("nama: Si: Cepat\ntujuan: A: b", "nama: 'Si: Cepat'\ntujuan: 'A: b'"),
    ],
)
def test_berkas_yang_belum_terbaca(tertulis: str, harapan: str, daerah: Path) -> None:
    jalur = daerah / "2024/dinkes/a.yaml"
    sisa = "\nstatus: draf\n"
    jalur.write_text(tertulis + sisa, encoding="utf-8")
    indeks("validasi", daerah, "--perbaiki")
    assert jalur.read_text(encoding="utf-8") == harapan + sisa


@pytest.mark.parametrize(
    "tertulis",
    [
        "waktu: penerapan: 2024-01-01",  # dua kunci pada satu baris
        "kematangan: '2,125'",  # koma sebelum tiga angka
        "kematangan: 2.000",
        "status: Terkirm",  # salah ketik tidak pernah pasti
    ],
)
def test_yang_meragukan_tidak_disentuh(tertulis: str, daerah: Path) -> None:
    jalur = daerah / "2024/dinkes/a.yaml"
    jalur.write_text(f"nama: A\n{tertulis}\n", encoding="utf-8")
    indeks("validasi", daerah, "--perbaiki")
    assert jalur.read_text(encoding="utf-8") == f"nama: A\n{tertulis}\n"
