"""Berkas apa pun menghasilkan temuan atau nilai: tidak pernah pengecualian, tidak pernah lama.

20.000 catatan dan 8.000 berkas lain dikacaukan menurut benih pada takaran lengkap; 1.000 catatan dan seribu
berkas lain pada takaran cepat. Nama berkas memuat benihnya; ulangi satu
kegagalan dengan ``kacau(benih, dasar(jenis))``.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indeksinovasi.alur.galat import GalatPemakaian
from indeksinovasi.alur.metode import pilih_metode
from indeksinovasi.alur.metode_periksa import periksa_berkas_metode
from indeksinovasi.alur.nilai import Permintaan, nilai_satu, rencanakan
from indeksinovasi.alur.validasi import PermintaanValidasi, jalankan_validasi, rencanakan_validasi
from indeksinovasi.berkas.baca import urai
from indeksinovasi.berkas.muat import muat_inovasi, susun_kamus, temuan_dari
from indeksinovasi.inti.model.hasil import Hasil
from indeksinovasi.inti.model.temuan import Temuan
from indeksinovasi.keluaran.metode import dokumen_tunjuk
from indeksinovasi.keluaran.metode_json import json_tunjuk
from indeksinovasi.keluaran.penulis.html import teks_html
from indeksinovasi.keluaran.penulis.markdown import teks_markdown
from indeksinovasi.keluaran.penulis.terminal import teks_terminal
from tests.berkas_berat import berat_terpilih
from tests.daerah_uji import AKAR, CONTOH, indeks, inovasi, metode, tulis_daerah
from tests.laju import selesai_dalam
from tests.mutasi import kacau
from tests.mutasi_bahan import dasar
from tests.profil import LENGKAP, contoh

BAGIAN = 40 if LENGKAP else 4
CATATAN = 20_000 if LENGKAP else 1_000
LAIN = 2_000 if LENGKAP else 252
PER_DAERAH = 50
TAHUN = (2024, 2026, 2023, 2025, 2022, 2021, 2020)
DETIK = 2.0
BITA = 300 * 1024**2
ESC = "\x1b"
_AKHIR_BARIS = re.compile(r"\r\n|\r|\n")


def benih_bagian(bagian: int, banyak: int) -> range:
    per_bagian = banyak // BAGIAN
    return range(bagian * per_bagian, (bagian + 1) * per_bagian)


def periksa_letak(temuan: Temuan, baris: list[str]) -> None:
    """Baris dan kolom temuan berada di dalam berkasnya."""
    assert 1 <= temuan.baris <= len(baris), temuan
    assert 1 <= temuan.kolom <= len(baris[temuan.baris - 1]) + 1, temuan


def pecah(isi: bytes) -> list[str]:
    return _AKHIR_BARIS.split(isi.decode("utf-8-sig", "replace"))


def periksa_semua_letak(akar: Path, temuan: Iterable[Temuan]) -> None:
    """Semua temuan di dalam *akar*; berkas yang tidak ada hanya punya titik awal."""
    for nama, isi in groupby(sorted(temuan), key=lambda satu: satu.berkas):
        jalur = Path(nama)
        assert jalur.is_relative_to(akar)
        baris = pecah(jalur.read_bytes()) if jalur.is_file() else [""]
        for satu in isi:
            periksa_letak(satu, baris)


def olah(data: Path) -> tuple[list[Temuan], list[Hasil]]:
    """Semua temuan ``validasi`` dan hasil ``nilai`` atas semua daerah di *data*, atau atas satu berkasnya."""
    pekerjaan = rencanakan_validasi(PermintaanValidasi((str(data),)))
    temuan = [satu for hasil in jalankan_validasi(pekerjaan) for satu in hasil.temuan]
    kerja = rencanakan(Permintaan(data))
    return temuan, [nilai_satu(folder, kerja)[0] for folder in kerja.daerah]


def olah_berwaktu(data: Path, berkas: Iterable[Path]) -> tuple[list[Temuan], list[Hasil]]:
    """Olah *data* seluruhnya; bila terlalu lama, tiap berkas diukur sendiri."""
    mulai = time.process_time()
    temuan, hasil = olah(data)
    if not selesai_dalam(time.process_time() - mulai, DETIK):
        for satu in berkas:
            mulai = time.process_time()
            olah(satu)
            assert selesai_dalam(time.process_time() - mulai, DETIK), satu
    return temuan, hasil


def tulis_catatan(akar: Path, tahun: int, benih: Iterable[int]) -> list[Path]:
    """Daerah berisi satu catatan kacau untuk setiap benih."""
    tulis_daerah(akar, tahun, {"dinkes/baik": inovasi(tahun)})
    folder = akar / str(tahun) / "dinkes"
    (folder / "bukti").mkdir()
    for nama, isi in (("sk.pdf", b"%PDF-1.7"), ("kosong.pdf", b""), ("teks.pdf", b"teks biasa")):
        (folder / "bukti" / nama).write_bytes(isi)
    for satu in benih:
        (folder / f"k{satu}.yaml").write_bytes(kacau(satu, dasar("inovasi")).isi)
    return sorted(folder.glob("*.yaml"))


@pytest.mark.parametrize("bagian", range(BAGIAN))
def test_catatan_kacau(bagian: int, tmp_path: Path) -> None:
    benih = benih_bagian(bagian, CATATAN)
    for urutan, mulai in enumerate(range(benih.start, benih.stop, PER_DAERAH)):
        tahun = TAHUN[(bagian + urutan) % len(TAHUN)]
        berkas = tulis_catatan(tmp_path / str(urutan), tahun, range(mulai, mulai + PER_DAERAH))
        temuan, (hasil,) = olah_berwaktu(tmp_path / str(urutan), berkas)
        periksa_semua_letak(tmp_path, temuan)
        assert len(hasil.inovasi) == PER_DAERAH + 1


@pytest.mark.parametrize("bagian", range(BAGIAN))
@pytest.mark.parametrize("jenis", ["spd", "daerah", "hasil_resmi"])
def test_berkas_daerah_kacau(jenis: str, bagian: int, tmp_path: Path) -> None:
    """Tiap berkas kacau di daerahnya sendiri, bersama satu catatan baik yang tetap dinilai."""
    berkas = []
    for benih in benih_bagian(bagian, LAIN):
        akar = tulis_daerah(tmp_path / f"k{benih}", 2026, {"dinkes/baik": inovasi(2026)})
        berkas.append(akar / ("2026/spd.yaml" if jenis == "spd" else f"{jenis}.yaml"))
        berkas[-1].write_bytes(kacau(benih, dasar(jenis)).isi)
    temuan, hasil = olah_berwaktu(tmp_path, berkas)
    periksa_semua_letak(tmp_path, temuan)
    assert [satu.golongan for isi in hasil for satu in isi.inovasi] == ["terhitung"] * len(berkas)


@pytest.mark.parametrize("bagian", range(BAGIAN))
def test_berkas_tahun_kacau(bagian: int, tmp_path: Path) -> None:
    lengkap = {f"dinkes/d{urutan}": isi.decode("utf-8") for urutan, isi in enumerate(dasar("inovasi")[:3])}
    akar = tulis_daerah(tmp_path / "kota", 2026, lengkap, dasar("spd")[0].decode("utf-8"))
    for benih in benih_bagian(bagian, LAIN):
        berkas = tmp_path / f"k{benih}.yaml"
        berkas.write_bytes(kacau(benih, dasar("metode")).isi)
        mulai = time.process_time()
        temuan = periksa_berkas_metode((str(berkas),)).temuan
        periksa_semua_letak(tmp_path, temuan)
        periksa_semua_letak(tmp_path, pakai_metode(berkas, akar))
        assert selesai_dalam(time.process_time() - mulai, DETIK), berkas


def pakai_metode(berkas: Path, akar: Path) -> tuple[Temuan, ...]:
    """Tampilkan dan pakai *berkas* sebagai metode; temuannya bila ia ditolak."""
    try:
        termuat = pilih_metode(str(berkas))
        kerja = rencanakan(Permintaan(akar, metode=str(berkas)))
    except GalatPemakaian as galat:
        assert galat.temuan, berkas  # noqa: PT017  # penolakan boleh terjadi, boleh tidak
        return galat.temuan
    assert ESC not in json_tunjuk(termuat.metode, termuat.sidik)
    for tulis in (teks_terminal, teks_markdown, teks_html):
        assert ESC not in tulis(dokumen_tunjuk(termuat.metode, termuat.sidik))
    nilai_satu(kerja.daerah[0], kerja)
    return ()


def test_berkas_berat() -> None:
    """Setiap berkas berat selesai di bawah dua detik dan 300 MB, diukur dalam proses tersendiri."""
    hasil = subprocess.run(
        [sys.executable, "-m", "tests.berkas_berat"], capture_output=True, cwd=AKAR, check=True, timeout=300
    )
    ukuran = [json.loads(satu) for satu in hasil.stdout.splitlines()]
    assert [satu["nama"] for satu in ukuran] == [nama for nama, _ in berat_terpilih()]
    assert [satu for satu in ukuran if not selesai_dalam(satu["detik"], DETIK)] == []
    assert [satu for satu in ukuran if satu["memori"] >= BITA] == []


# Melalui perintahnya


def perintah(akar: Path, berkas_metode: Path) -> Iterator[tuple[str | Path, ...]]:
    for bentuk in ("teks", "baris", "json", "github", "sarif", "junit"):
        yield "validasi", akar, "--format", bentuk
        yield "metode", "periksa", berkas_metode, "--format", bentuk
    for bentuk in ("teks", "json", "csv", "markdown"):
        yield "nilai", akar, "--format", bentuk
        yield "nilai", akar, "--format", bentuk, "--rinci", "--metode", berkas_metode
    yield "validasi", akar, "--ketat", "--tanggal", "2024-01-01"
    yield "metode", "tunjuk", berkas_metode
    yield "metode", "beda", "2024", berkas_metode
    yield "banding", akar, "2024", f"2024@{berkas_metode}", "--rinci"
    yield "peringkat", akar, "--menurut", "inovasi"


@pytest.mark.parametrize("bagian", range(12 if LENGKAP else 2))
def test_perintah_atas_berkas_kacau(bagian: int, tmp_path: Path) -> None:
    benih = range(10**6 + bagian * PER_DAERAH, 10**6 + (bagian + 1) * PER_DAERAH)
    tulis_catatan(tmp_path / "kota", 2024, benih)
    for jenis, nama in (
        ("spd", "2024/spd.yaml"),
        ("hasil_resmi", "hasil_resmi.yaml"),
        ("daerah", "daerah.yaml"),
    ):
        (tmp_path / "kota" / nama).write_bytes(kacau(benih.start, dasar(jenis)).isi)
    berkas_metode = tmp_path / "lomba.yaml"
    berkas_metode.write_bytes(kacau(benih.start, dasar("metode")).isi if bagian % 3 else dasar("metode")[0])
    for argumen in perintah(tmp_path / "kota", berkas_metode):
        kode, keluar, galat = indeks(*argumen)
        assert kode in (0, 1, 2), (argumen, galat)
        assert ESC not in keluar + galat, argumen
        assert "Traceback" not in galat


# Bita dan teks yang tidak berasal dari berkas sah

KAMUS = susun_kamus(metode(2024))
yaml_acak = st.text(
    st.sampled_from("ab: -[]{},'\"|>&*!#%@?\n\t\r\\0123.~<\u0085\u2028\ufeff\x1b\0\u202e") | st.characters(),
    max_size=80,
)


def baca_catatan(isi: bytes) -> None:
    dokumen = urai(isi, "a.yaml")
    temuan = dokumen.temuan
    if not temuan:
        catatan, masalah = muat_inovasi(dokumen, KAMUS)
        temuan = temuan_dari(dokumen, masalah)
        assert (catatan is None) == bool(temuan)
    for satu in temuan:
        periksa_letak(satu, pecah(isi))


@given(isi=st.binary(max_size=60) | yaml_acak.map(lambda satu: satu.encode("utf-8", "surrogatepass")))
@contoh(3000)
def test_bita_apa_pun(isi: bytes) -> None:
    baca_catatan(isi)


@given(kunci=yaml_acak, nilai=yaml_acak)
@contoh(1500)
def test_isian_apa_pun(kunci: str, nilai: str) -> None:
    teks = dasar("inovasi")[0].decode("utf-8")
    isi = f"{teks}{kunci}: {nilai}\n".encode("utf-8", "surrogatepass")
    baca_catatan(isi)


def test_contoh_utuh_tetap_terbaca() -> None:
    """Pengacau berangkat dari berkas yang benar-benar sah."""
    for jenis in ("inovasi", "spd", "daerah", "hasil_resmi", "metode"):
        assert not any(urai(isi, jenis).temuan for isi in dasar(jenis))
    assert len(dasar("inovasi")) > 50
    assert (CONTOH / "lomba-kecamatan.yaml").is_file()
