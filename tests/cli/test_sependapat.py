"""``nilai`` dan ``validasi`` sependapat: yang bersih dinilai, yang ditinggalkan punya temuan dengan alasan
yang sama.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from tests.acak import TAHUN_INDEKS, catatan, spd
from tests.daerah_uji import Data, Keluaran, indeks, tulis_daerah
from tests.mutasi import kacau, tulis_acak
from tests.mutasi_bahan import dasar
from tests.profil import LENGKAP, contoh

SLUG = ("posyandu", "sapa-lansia", "a", "k9", "Nama Salah", "huruf_salah", "ünik")
OPD = ("dinkes", "tak-terdaftar")


def menurut_berkas(isi: Data) -> dict[str, list[Data]]:
    """Temuan BRK dan SKM sebuah keluaran JSON, menurut jalur berkas."""
    semua: dict[str, list[Data]] = {}
    for satu in isi["temuan"]:
        if satu["kode"].startswith(("BRK", "SKM")) and satu["tingkat"] == "galat":
            semua.setdefault(satu["berkas"], []).append(satu)
    return semua


PENENTU = ("", "nama", "status", "tahapan", "waktu", "waktu.penerapan", "indikator")
"""Isian yang menentukan kedudukan sebuah catatan."""


def baca(keluaran: Keluaran) -> Data:
    assert keluaran.kode in (0, 1), keluaran.galat
    isi: Data = json.loads(keluaran.keluar)
    return isi


@st.composite
def isi_catatan(draw: st.DrawFn, tahun: int) -> bytes:
    """Catatan sah dengan gaya tulis acak, atau catatan kacau."""
    if draw(st.booleans()):
        return kacau(draw(st.integers(0, 10**6)), dasar("inovasi")).isi
    return tulis_acak(draw(catatan(tahun)), Random(draw(st.integers(0, 10**6)))).encode("utf-8")


@st.composite
def daerah(draw: st.DrawFn) -> tuple[int, dict[str, bytes], Data | None, bytes | None]:
    """Tahun, catatan berkunci ``opd/slug``, ``spd.yaml``, dan ``daerah.yaml`` yang mungkin kacau."""
    tahun = draw(st.sampled_from(TAHUN_INDEKS))
    nama = st.tuples(st.sampled_from(OPD), st.sampled_from(SLUG)).map("/".join)
    semua = draw(st.dictionaries(nama, isi_catatan(tahun), min_size=1, max_size=6))
    rusak = draw(st.none() | st.integers(0, 10**6).map(lambda benih: kacau(benih, dasar("daerah")).isi))
    return tahun, semua, draw(spd(tahun)), rusak


@given(bahan=daerah())
@contoh(400, cepat=50)
def test_nilai_dan_validasi_sependapat(
    bahan: tuple[int, dict[str, bytes], Data | None, bytes | None],
) -> None:
    tahun, semua, isi_spd, isi_daerah = bahan
    with TemporaryDirectory() as folder:
        akar = tulis_daerah(Path(folder), tahun, {}, isi_spd)
        for nama, isi in semua.items():
            jalur = akar / str(tahun) / f"{nama}.yaml"
            jalur.parent.mkdir(parents=True, exist_ok=True)
            jalur.write_bytes(isi)
        if isi_daerah is not None:
            (akar / "daerah.yaml").write_bytes(isi_daerah)
        periksa_sependapat(akar, tahun, set(semua))


def periksa_sependapat(akar: Path, tahun: int, berkas: set[str]) -> None:
    keluaran_nilai = indeks("nilai", akar, "--format", "json")
    keluaran_validasi = indeks("validasi", akar, "--format", "json")
    nilai, temuan = baca(keluaran_nilai), menurut_berkas(baca(keluaran_validasi))
    (hasil,) = nilai["hasil"]
    assert Counter(satu["id"] for satu in hasil["inovasi"]) == Counter(f"{tahun}/{satu}" for satu in berkas)
    for satu in hasil["inovasi"]:
        milik = temuan.get(f"{akar.as_posix()}/{satu['id']}.yaml", [])
        periksa_satu(satu, milik)
    tak_terbaca = sum(satu["status"] is None for satu in hasil["inovasi"])
    assert hasil["jumlah_inovasi"]["tak_terbaca"] == tak_terbaca
    assert sum(hasil["jumlah_inovasi"].values()) == len(berkas)
    assert keluaran_nilai.kode == bool(temuan)
    assert keluaran_validasi.kode >= keluaran_nilai.kode
    # Temuan yang sama sampai letaknya; nilai menulis jalur relatif terhadap DATA.
    awalan = f"{akar.as_posix()}/"
    assert menurut_berkas(nilai) == {
        nama.removeprefix(awalan): [satu | {"berkas": nama.removeprefix(awalan)} for satu in isi]
        for nama, isi in temuan.items()
    }


def periksa_satu(inovasi: Data, temuan: list[Data]) -> None:
    """Tanpa galat pada berkas atau isian penentu: dinilai. Yang ditinggalkan beralasan galatnya."""
    # Kunci kosong punya jalur kosong juga, tetapi bukan berkasnya seutuhnya.
    menentukan = [
        satu
        for satu in temuan
        if satu["kode"].startswith("BRK") or (satu["jalur"] in PENENTU and 'kunci ""' not in satu["pesan"])
    ]
    if inovasi["status"] is not None:
        assert menentukan == []
        assert inovasi["kematangan"] is not None
        return
    assert menentukan or any(satu["kode"] == "SKM102" for satu in temuan)
    assert inovasi["alasan"] in [f"{satu['kode']} baris {satu['baris']}: {satu['pesan']}" for satu in temuan]
    assert (inovasi["terhitung"], inovasi["kematangan"]) == (False, None)


def test_sependapat_pada_berkas_dan_opd(tmp_path: Path) -> None:
    """Berkas dan OPD yang ditunjuk sendiri memberi galat yang sama seperti bersama daerahnya."""
    akar = tulis_daerah(tmp_path, 2024, {})
    for benih in range(40 if LENGKAP else 16):
        jalur = akar / f"2024/opd{benih % 4}/k{benih}.yaml"
        jalur.parent.mkdir(parents=True, exist_ok=True)
        jalur.write_bytes(kacau(benih, dasar("inovasi")).isi)
    utuh = menurut_berkas(baca(indeks("validasi", akar, "--format", "json")))
    for folder in sorted((akar / "2024").iterdir()):
        dinilai: list[str] = []
        for jalur in (folder, *sorted(folder.iterdir())):
            dalam = {nama: isi for nama, isi in utuh.items() if Path(nama).is_relative_to(jalur)}
            assert menurut_berkas(baca(indeks("validasi", jalur, "--format", "json"))) == dalam
            (hasil,) = baca(indeks("nilai", jalur, "--format", "json"))["hasil"]
            dinilai += [satu["id"] for satu in hasil["inovasi"]]
            for satu in hasil["inovasi"]:
                periksa_satu(satu, dalam.get(f"{akar.as_posix()}/{satu['id']}.yaml", []))
        assert Counter(dinilai) == Counter(
            [f"2024/{folder.name}/{satu.stem}" for satu in folder.iterdir()] * 2
        )
