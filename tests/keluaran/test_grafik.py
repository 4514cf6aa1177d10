"""Bagan: SVG yang sah, teks yang muat, dan isi yang tahan nama aneh serta banyak inovasi."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from xml.etree import ElementTree

import pytest

from indeksinovasi.inti.laporan.susun import susun_laporan
from indeksinovasi.inti.model.laporan import Laporan, NilaiLaporan
from indeksinovasi.keluaran.grafik import bagan_laporan
from indeksinovasi.keluaran.grafik.gaya import _lebar, gaya, koma, pendek
from indeksinovasi.keluaran.grafik.kematangan import pilih
from tests.laporan_emas import Emas, bahan

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def laporan() -> Laporan:
    return susun_laporan(bahan(Emas("kota-contoh", 2026)))


def _nilai(laporan: Laporan) -> NilaiLaporan:
    assert laporan.nilai is not None
    return laporan.nilai


def test_svg_sah_mandiri_dan_tanpa_tanggal(laporan: Laporan) -> None:
    semua = bagan_laporan(laporan)
    assert set(semua) == {"kematangan", "opd", "indikator", "deret"}
    for satu in semua.values():
        akar = ElementTree.fromstring(satu.svg)
        assert akar.tag == f"{SVG}svg"
        assert akar.findtext(f"{SVG}title")
        jenis = {unsur.tag for unsur in akar.iter()}
        assert not jenis & {f"{SVG}{nama}" for nama in ("script", "image", "text", "foreignObject")}
        assert b"<dc:date>" not in satu.svg
        assert b"Matplotlib" not in satu.svg
        assert len(satu.svg) < 200_000


NAMA_ANEH = (
    "$\\frac{1}{$ dua dolar",
    "a -- > <!-- & ]]>",
    "\x00\x1b[31m\ud800\uffff",
    "\u202eterbalik",
    "日本語 العربية 😀",
    " ",
    "W" * 5000,
    "%s {0} \\n",
)


@pytest.mark.parametrize("nama", NAMA_ANEH, ids=range(len(NAMA_ANEH)))
def test_nama_aneh_tidak_merusak_bagan(nama: str, laporan: Laporan) -> None:
    nilai = _nilai(laporan)
    aneh = replace(
        laporan,
        daerah=laporan.daerah._replace(nama=nama),
        nilai=nilai._replace(
            inovasi=tuple(satu._replace(nama=nama) for satu in nilai.inovasi[:3]),
            opd=tuple(satu._replace(nama=nama) for satu in nilai.opd[:2]),
            indikator=tuple(satu._replace(nama=nama) for satu in nilai.indikator),
        ),
    )
    for satu in bagan_laporan(aneh).values():
        ElementTree.fromstring(satu.svg)


def test_banyak_inovasi_digambar_teratas_dan_terbawah(laporan: Laporan) -> None:
    nilai = _nilai(laporan)
    banyak = tuple(nilai.inovasi[n % 13]._replace(nomor=n + 1) for n in range(300))
    dipilih, keterangan = pilih(banyak, 100)
    assert [satu.nomor for satu in dipilih] == [*range(1, 51), *range(251, 301)]
    assert "300" in keterangan
    assert pilih(banyak[:100], 100) == (list(banyak[:100]), "")
    semua = bagan_laporan(replace(laporan, nilai=nilai._replace(inovasi=banyak)))
    assert all(len(satu.svg) < 1_000_000 for satu in semua.values())


def test_tanpa_bahan_tanpa_bagan(laporan: Laporan) -> None:
    kosong = _nilai(laporan)._replace(inovasi=(), opd=(), indikator=())
    assert set(bagan_laporan(replace(laporan, nilai=kosong))) == {"deret"}
    assert bagan_laporan(replace(laporan, nilai=None, deret=laporan.deret._replace(titik=()))) == {}


@pytest.mark.parametrize("skor", [Fraction(0), Fraction(100), Fraction("99.99")])
def test_deret_pada_ujung_skala(skor: Fraction, laporan: Laporan) -> None:
    deret = laporan.deret
    titik = tuple(satu._replace(skor=skor, rentang=None) for satu in deret.titik if satu.tahun == 2026)
    assert set(
        bagan_laporan(replace(laporan, nilai=None, deret=deret._replace(titik=titik, pita=deret.pita[-1:])))
    ) == {"deret"}


def test_skor_terbit_di_luar_skala_tidak_digambar(laporan: Laporan) -> None:
    deret = laporan.deret
    titik = tuple(satu._replace(skor=Fraction(590)) for satu in deret.titik)
    assert bagan_laporan(replace(laporan, nilai=None, deret=deret._replace(titik=titik))) == {}


@pytest.mark.parametrize(
    "teks", ["Posyandu", "Dinas Perumahan, Kawasan Permukiman, dan Lingkungan Hidup", "W" * 90, "kata " * 40]
)
def test_label_dipotong_sampai_muat(teks: str) -> None:
    with gaya():
        hasil = pendek(teks, 1.5)
        assert _lebar(hasil, 7.5) <= 1.5
    assert hasil == teks or (hasil.endswith("…") and teks.startswith(hasil[:-1]))


def test_label_sumbu_berkoma() -> None:
    assert (koma(62.5), koma(-3), koma(100)) == ("62,5", "−3", "100")
