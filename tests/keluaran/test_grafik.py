"""Bagan: SVG emas, sah dan mandiri, tulisan yang tetap tulisan dan muat, pesan yang benar menurut datanya."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from functools import partial
from xml.etree import ElementTree

import pytest

from indeksinovasi.inti.ejaan import deretan
from indeksinovasi.inti.laporan.provinsi import ringkas_daerah, susun_provinsi
from indeksinovasi.inti.model.berikut import BerikutLaporan
from indeksinovasi.inti.model.laporan import Laporan
from indeksinovasi.keluaran.grafik import bagan_laporan
from indeksinovasi.keluaran.grafik.bidang import LEBAR_BAGAN, BaganSvg, TulisanSvg
from indeksinovasi.keluaran.grafik.daerah import jarak_atas
from indeksinovasi.keluaran.grafik.daerah_kecil import bagan_kecil
from indeksinovasi.keluaran.grafik.gaya import PALET, gaya_svg
from indeksinovasi.keluaran.grafik.huruf import lebar_piksel, lipat_piksel, nama_bagan
from indeksinovasi.keluaran.grafik.kalimat import bagian_lebih, bilangan
from indeksinovasi.keluaran.grafik.langkah import AnakTangga, bagan_langkah
from indeksinovasi.keluaran.grafik.opd import bagan_opd
from indeksinovasi.keluaran.grafik.risiko import bagan_risiko
from indeksinovasi.keluaran.grafik.sebab import bagan_sebab, judul_sebab, kalimat_jarak, urutan_sebab
from indeksinovasi.keluaran.grafik.skala import SkalaBagan, langkah_rapi, rangkum
from indeksinovasi.keluaran.grafik.susun import bagan_susun
from indeksinovasi.keluaran.grafik.tren import bagan_tren
from tests.bagan_uji import LANGKAH, NAMA_70, RISIKO, SUSUN, berinovasi, bernama, isi_nilai, laporan
from tests.laju import selesai_dalam
from tests.laporan_emas import FOLDER_BAGAN, bagan_emas

SVG = "{http://www.w3.org/2000/svg}"
NAMA_ANEH = (
    "$\\frac{1}{$ dua dolar",
    "a -- > <!-- & ]]> <script>alert(1)</script>",
    "\x00\x1b[31m\ud800\uffff",
    "\u202eterbalik",
    "日本語 العربية 😀",
    " ",
    "W" * 5000,
    "%s {0} \\n {{ laporan }}",
    '" onload="alert(1)',
)


def _tulisan(svg: bytes) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(svg).iter(f"{SVG}text"))


def test_bagan_emas() -> None:
    semua = bagan_emas()
    assert {satu.name for satu in FOLDER_BAGAN.iterdir()} == set(semua)
    for nama, svg in semua.items():
        assert svg == (FOLDER_BAGAN / nama).read_bytes(), f"{nama}: lihat gambarnya, lalu make laporan-emas"


@pytest.mark.parametrize(
    "susun",
    [laporan, partial(berinovasi, 1), partial(berinovasi, 400), partial(bernama, NAMA_70)],
    ids=["13", "1", "400", "nama70"],
)
def test_svg_sah_mandiri_dan_bertulisan(susun: Callable[[], Laporan]) -> None:
    semua = bagan_laporan(susun())
    assert list(semua) == [
        *("dasar", "tren", "sebab", "opd", "kematangan", "indikator", "langkah", "risiko", "susun")
    ]
    for bagan in semua.values():
        _periksa_svg(bagan)


def _periksa_svg(bagan: BaganSvg) -> None:
    svg = bagan.svg()
    akar = ElementTree.fromstring(svg)
    assert akar.tag == f"{SVG}svg"
    assert akar.attrib["role"] == "img"
    assert akar.findtext(f"{SVG}title") == bagan.judul
    assert akar.findtext(f"{SVG}desc") == bagan.uraian
    boleh = {"svg", "title", "desc", "style", "rect", "path", "circle", "text"}
    assert {unsur.tag.removeprefix(SVG) for unsur in akar.iter()} <= boleh
    for unsur in akar.iter():
        assert not [nama for nama in unsur.attrib if nama.startswith("on") or nama.endswith("href")]
    assert b"url(" not in svg
    assert b"@import" not in svg


@pytest.mark.parametrize("nama", NAMA_ANEH, ids=range(len(NAMA_ANEH)))
def test_nama_aneh_tetap_tulisan(nama: str) -> None:
    polos = [len(_tulisan(satu.svg())) for satu in bagan_laporan(bernama("Nama")).values()]
    for bagan, banyak in zip(bagan_laporan(bernama(nama)).values(), polos, strict=True):
        _periksa_svg(bagan)
        assert len(_tulisan(bagan.svg())) >= banyak - 8
        assert len(bagan.svg()) < 40_000


@pytest.mark.parametrize(("banyak", "paling"), [(20, 15_000), (200, 40_000), (400, 40_000)])
def test_ukuran_berkas(banyak: int, paling: int) -> None:
    for bagan in bagan_laporan(berinovasi(banyak)).values():
        assert len(bagan.svg()) <= paling, bagan.nama


@pytest.mark.parametrize("susun", [laporan, partial(bernama, NAMA_70), partial(bernama, "W" * 300)])
def test_tulisan_tidak_keluar_dari_kertas(susun: Callable[[], Laporan]) -> None:
    milik = bagan_laporan(susun()).values()
    rencana = (bagan_susun(SUSUN), bagan_risiko(RISIKO), bagan_langkah(LANGKAH))
    for bagan in (*milik, *filter(None, (*rencana, *(s.sempit for s in milik)))):
        for unsur in _tulisan(bagan.svg()):
            kelas = unsur.get("class", "").split()
            ukuran = 16 if "j" in kelas else 11 if {"k", "e"} & set(kelas) else 12
            panjang = lebar_piksel(unsur.text or "", ukuran, tebal=bool({"j", "n", "u", "w"} & set(kelas)))
            x = float(unsur.attrib["x"].split()[0])
            if " " in unsur.attrib["x"]:
                continue
            kiri = x - {"middle": panjang / 2, "end": panjang}.get(unsur.get("text-anchor", ""), 0)
            assert kiri > -12, (bagan.nama, unsur.text)
            assert kiri + panjang <= bagan.lebar + 2, (bagan.nama, unsur.text)
            assert 0 < float(unsur.attrib["y"]) < bagan.tinggi


def test_lebih_dari_25_inovasi_menyebut_lima_teratas_dan_terbawah() -> None:
    nilai = isi_nilai(berinovasi(26))
    kematangan = bagan_laporan(berinovasi(26))["kematangan"].svg().decode()
    for satu in (*nilai.inovasi[:5], *nilai.inovasi[-5:]):
        assert satu.nama[:20] in kematangan
    assert nilai.inovasi[10].nama not in kematangan
    assert "16 inovasi di antaranya" in kematangan
    assert "lihat sebaran" not in bagan_laporan(berinovasi(25))["kematangan"].svg().decode()


def test_sebaran_memuat_satu_titik_tiap_inovasi() -> None:
    for banyak in (13, 26, 400):
        svg = bagan_laporan(berinovasi(banyak))["kematangan"].svg().decode()
        titik = next(d for d in re.findall(r'd="([^"]+)" class="iu"', svg) if "a4.4" in d)
        assert titik.count("M") == banyak


def test_tanpa_bahan_tanpa_bagan() -> None:
    kosong = isi_nilai(laporan())._replace(inovasi=(), opd=(), indikator=(), terlemah=())
    kosong = kosong._replace(berikut=BerikutLaporan())
    assert set(bagan_laporan(replace(laporan(), nilai=kosong))) == {"dasar", "tren", "sebab"}
    deret = laporan().deret._replace(titik=())
    assert bagan_laporan(replace(laporan(), nilai=None, deret=deret)) == {}
    assert bagan_susun(SUSUN._replace(kurva=())) is None
    assert bagan_langkah(LANGKAH._replace(langkah=())) is None
    assert bagan_risiko(RISIKO._replace(titik=())) is None


@pytest.mark.parametrize("skor", [Fraction(0), Fraction(100), Fraction("99.99")])
def test_tren_pada_ujung_skala(skor: Fraction) -> None:
    deret = laporan().deret
    titik = tuple(satu._replace(skor=skor, rentang=None) for satu in deret.titik if satu.tahun == 2026)
    satu = replace(laporan(), nilai=None, deret=deret._replace(titik=titik, pita=deret.pita[-1:]))
    bagan = bagan_tren(satu)
    assert bagan is not None
    _periksa_svg(bagan)


def test_skor_terbit_di_luar_skala_tidak_digambar() -> None:
    titik = tuple(satu._replace(skor=Fraction(590)) for satu in laporan().deret.titik)
    assert bagan_tren(replace(laporan(), nilai=None, deret=laporan().deret._replace(titik=titik))) is None


def test_tren_tidak_menyambung_tahun_tanpa_data() -> None:
    svg = bagan_laporan(laporan())["tren"].svg().decode()
    assert svg.count(">tanpa data<") == 1
    (garis,) = re.findall(r'd="(M[^"]+)" class="lu"', svg)
    assert garis.count("L") == 3  # 2021-2024; 2026 berdiri sendiri


@pytest.mark.parametrize(
    ("skor", "judul"),
    [
        ((40, 41, 42), "Sejak 2022 indeks bertahan di 40–42, tetapi batas Inovatif naik ke 40,01"),
        ((30, 41, 47), "Indeks naik dari 41,00 (2024) ke 47,00 (2026); batas Inovatif naik ke 40,01"),
        ((30, 55, 50), "Indeks turun dari 55,00 (2024) ke 50,00 (2026); batas Inovatif naik ke 40,01"),
    ],
)
def test_judul_tren_menurut_data(skor: tuple[int, int, int], judul: str) -> None:
    deret = laporan().deret
    isi = dict(zip((2022, 2024, 2026), skor, strict=True))
    titik = tuple(
        satu._replace(skor=Fraction(isi[satu.tahun]), rentang=None)
        for satu in deret.titik
        if satu.tahun in isi and satu.asal == "hitungan"
    )
    bagan = bagan_tren(replace(laporan(), deret=deret._replace(titik=titik)))
    assert bagan is not None
    assert bagan.judul == judul


def test_sebab_aturan_lebih_dulu_lalu_turun_lalu_naik() -> None:
    ubah = laporan().perubahan
    assert ubah is not None
    assert [faktor for faktor, _ in urutan_sebab(ubah)] == [
        "metode",
        "spd",
        "urusan_wajib",
        "jumlah_inovasi",
        "kematangan",
    ]
    assert judul_sebab(ubah) == "SPD dan aturan baru menekan indeks; penolakan yang berkurang menahannya"
    awal = "Jarak ke batas Inovatif menyusut dari 7,93 menjadi 2,62 poin"
    assert kalimat_jarak(ubah) == f"{awal}, terutama karena batasnya naik."
    nol = replace(
        laporan(), perubahan=ubah._replace(sebab=tuple(s._replace(nilai=Fraction(0)) for s in ubah.sebab))
    )
    assert bagan_sebab(nol) is None


def test_judul_opd_menghitung_yang_belum_mencapai_target() -> None:
    nilai = isi_nilai(laporan())
    cukup = tuple(satu._replace(target=1, terpenuhi=True) for satu in nilai.opd)
    tanpa = tuple(satu._replace(target=None, terpenuhi=None) for satu in nilai.opd)
    for opd, judul in (
        (nilai.opd, "Tujuh dari sepuluh OPD belum mencapai target dua inovasi"),
        (cukup, "Semua OPD mencapai target satu inovasi"),
        (tanpa, "Sumbangan terbesar dari Dinas Kesehatan"),
        (
            (*tanpa[:9], tanpa[9]._replace(jumlah_inovasi=0)),
            "Sembilan dari sepuluh OPD mempunyai inovasi terhitung",
        ),
    ):
        bagan = bagan_opd(replace(laporan(), nilai=nilai._replace(opd=opd)))
        assert bagan is not None
        assert bagan.judul == judul


@pytest.mark.parametrize(
    ("peluang", "teks"),
    [("0.87", "87%"), ("0.999", "lebih dari 99%"), ("0.001", "kurang dari 1%"), ("1", "100%"), ("0", "0%")],
)
def test_peluang_yang_tidak_pasti_tidak_ditulis_pasti(peluang: str, teks: str) -> None:
    bagan = bagan_risiko(RISIKO._replace(peluang=(("Inovatif", Fraction(peluang)),)))
    assert bagan is not None
    assert bagan.judul == f"Peluang tetap Inovatif {teks}"


def test_judul_susun_menurut_letak_puncaknya() -> None:
    naik = SUSUN._replace(kurva=SUSUN.kurva[:11])
    satu, dua, tiga = (
        bagan_susun(isi) for isi in (SUSUN, naik, naik._replace(sekarang=(11, SUSUN.terbaik[1])))
    )
    assert satu is not None
    assert dua is not None
    assert tiga is not None
    assert satu.judul == "Sebelas inovasi terbaik memberi 47,73; sesudah itu indeks turun"
    assert dua.judul == "Semua sebelas inovasi dikirim memberi indeks tertinggi, 47,73"
    assert tiga.judul == "Susunan sekarang sudah memberi indeks tertinggi, 47,73"


def test_png_terang_dan_gelap() -> None:
    pytest.importorskip("resvg_py", reason="tambahan laporan tidak terpasang")
    bagan = bagan_laporan(laporan())["dasar"]
    terang, gelap = bagan.png(), bagan.png("gelap")
    assert terang[:8] == gelap[:8] == b"\x89PNG\r\n\x1a\n"
    assert terang != gelap
    assert int.from_bytes(terang[16:20], "big") == 2 * LEBAR_BAGAN


def test_png_menahan_tulisan_selebar_arial() -> None:
    tulisan = TulisanSvg("0", "20", "Dinas Kesehatan", "k")
    lebar = lebar_piksel("Dinas Kesehatan", 11)
    assert float(tulisan.lebar) == pytest.approx(lebar, abs=0.05)
    assert float(tulisan._replace(kelas="u").lebar) > lebar * 12 / 11
    assert tulisan._replace(isi="▲ +2,91").lebar == ""
    assert tulisan._replace(x="0 12 24").lebar == ""
    bagan = BaganSvg("n", "judul", "uraian", 40, (tulisan,))
    assert 'textLength="' not in bagan.svg().decode()
    assert f'textLength="{tulisan.lebar}" lengthAdjust="spacingAndGlyphs"' in bagan._tulis(
        "", latar=False, seukuran=True
    )


def test_gaya_sebaris_tidak_berulang_dan_palet_lengkap() -> None:
    assert set(PALET["terang"]) == set(PALET["gelap"])
    assert "<style>" not in bagan_laporan(laporan())["tren"].svg_sebaris()
    gaya = gaya_svg(["u", "tidak-ada"])
    assert gaya.count("{") == gaya.count("}")
    assert "@media screen and (prefers-color-scheme:dark)" in gaya
    assert "@media" not in gaya_svg(["u"], "gelap")


def _kontras(satu: str, dua: str) -> float:
    def terang(warna: str) -> float:
        penuh = "".join(huruf * 2 for huruf in warna[1:]) if len(warna) == 4 else warna[1:]
        kanal = (int(penuh[n : n + 2], 16) / 255 for n in (0, 2, 4))
        r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in kanal)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    atas, bawah = sorted((terang(satu), terang(dua)), reverse=True)
    return (atas + 0.05) / (bawah + 0.05)


@pytest.mark.parametrize("tema", ["terang", "gelap"])
def test_kontras_tulisan_cukup(tema: str) -> None:
    palet = PALET["terang" if tema == "terang" else "gelap"]
    latar = [palet[satu] for satu in ("kertas", "p1", "p2", "p3")]
    assert min(_kontras(palet["tinta"], satu) for satu in latar) >= 4.5
    assert min(_kontras(palet["redup"], satu) for satu in latar) >= 4.5
    for peran in ("utama", "awas", "kedua"):
        assert _kontras(palet[peran], palet["kertas"]) >= 4.5
    for tingkat in range(4):
        assert _kontras(palet[f"x{tingkat}"], palet[f"t{tingkat}"]) >= 4.5


def test_semua_bagan_satu_daerah_cepat() -> None:
    bagan_laporan(laporan())["tren"].svg()
    waktu = []
    for _ in range(3):
        mulai = time.process_time()
        for satu in bagan_laporan(laporan()).values():
            satu.svg()
        waktu.append(time.process_time() - mulai)
    assert selesai_dalam(min(waktu), 0.06)


@pytest.mark.parametrize(
    "teks",
    ["Posyandu", NAMA_70, "W" * 90, "kata " * 40, "Dinas-Sangat-Panjang-Tanpa-Spasi-Sama-Sekali-Sungguh"],
)
def test_label_dilipat_sampai_muat(teks: str) -> None:
    rapi = nama_bagan(teks)
    baris = lipat_piksel(rapi, 120)
    assert 1 <= len(baris) <= 3
    assert all(lebar_piksel(satu, 12) <= 120 for satu in baris)
    utuh = lipat_piksel(rapi, 120, paling_banyak=99)
    assert "".join(utuh).replace(" ", "") == rapi.replace(" ", "")
    assert baris[-1].endswith("…") == (len(utuh) > 3)


def test_lebar_menurut_huruf_arial() -> None:
    assert lebar_piksel("Indeks", 1000) == 278 + 556 + 556 + 556 + 500 + 500
    assert lebar_piksel("Indeks", 1000, tebal=True) == 278 + 611 + 611 + 556 + 556 + 556
    assert lebar_piksel("日", 10) == 10


def test_skala_dan_tanda() -> None:
    skala = SkalaBagan(20, 80, 300, 0)
    assert [skala.letak(n) for n in (20, 50, 80, 200)] == [300, 150, 0, 0]
    assert skala.tanda() == [20, 30, 40, 50, 60, 70, 80]
    assert SkalaBagan(3, 3, 5, 9).letak(3) == 5
    assert (langkah_rapi(Fraction(7), 6), langkah_rapi(Fraction(2300), 6)) == (2, 500)
    assert rangkum([Fraction(41), Fraction(59)], 10, 5) == (30, 70)
    assert rangkum([Fraction(1)], 10, 5) == (0, 10)


def test_kata_bilangan() -> None:
    assert (bilangan(7), bilangan(11), bilangan(139)) == ("tujuh", "sebelas", "139")
    assert (deretan(["a"]), deretan(["a", "b"]), deretan(["a", "b", "c"])) == ("a", "a dan b", "a, b, dan c")
    bagian = [bagian_lebih(Fraction(n), Fraction(100)) for n in (51, 34, 26, 25)]
    assert bagian == ["separuh lebih", "sepertiga lebih", "seperempat lebih", None]


def test_tangga_menggabung_yang_kecil_dan_menyebut_yang_terbesar() -> None:
    banyak = [AnakTangga(f"Langkah {n}", Fraction(1), Fraction(41 + n, 1)) for n in range(20)]
    banyak[10:] = [satu._replace(skor=satu.skor + 5) for satu in banyak[10:]]
    bagan = bagan_langkah(LANGKAH._replace(awal=Fraction(40), langkah=tuple(banyak)))
    assert bagan is not None
    assert bagan.judul == "Sangat Inovatif tercapai dengan biaya 20; Langkah 10 membawa 6,00 poin"
    tangga = bagan.uraian.split("; ")
    assert len(tangga) == 10
    assert "Langkah 11 dan delapan langkah lain (biaya 9) menjadi 65,00." in tangga[-1]


@pytest.mark.parametrize("nama", ["Kota A", NAMA_70, "W" * 300])
def test_bagan_kecil_banyak_daerah(nama: str) -> None:
    satu = ringkas_daerah(laporan(), "a")
    assert satu.lama is not None
    assert satu.skor is not None
    naik = satu._replace(lama=satu.lama._replace(skor=satu.skor - 1))
    semua = [(naik if nomor else satu)._replace(nama=f"{nama} {nomor}") for nomor in range(30)]
    provinsi = susun_provinsi("Provinsi Uji", 2026, None, semua, ())
    bagan = bagan_kecil(provinsi)
    assert bagan is not None
    assert bagan.judul == "23 daerah naik dan satu turun sejak tahun pembandingnya"
    assert "6 daerah lain tidak digambar" in bagan.svg().decode()
    assert len(bagan.svg()) < 60_000
    for unsur in _tulisan(bagan.svg()):
        assert 0 <= float(unsur.attrib["x"]) <= LEBAR_BAGAN
        assert 0 < float(unsur.attrib["y"]) < bagan.tinggi
    assert bagan_kecil(provinsi._replace(daerah=provinsi.daerah[:1])) is None


def test_jarak_hanya_ke_predikat_di_atas_predikatnya() -> None:
    satu = ringkas_daerah(laporan(), "a")
    assert jarak_atas(satu) == (Fraction("22.38"), "Sangat Inovatif")
    assert jarak_atas(satu._replace(predikat="Sangat Inovatif")) == (Fraction(0), "")
    assert jarak_atas(satu._replace(predikat=None)) == (Fraction(0), "")
