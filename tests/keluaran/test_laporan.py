"""Isi laporan: laporan emas, bilangan yang harus saling cocok, dan teks jahat yang tetap tulisan."""

from __future__ import annotations

import dataclasses
import hashlib
import re
from collections import Counter
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from indeksinovasi.alur.laporan import PermintaanLaporan, baca_bahan, rencanakan_laporan
from indeksinovasi.inti.laporan.deret import batas_predikat
from indeksinovasi.inti.laporan.susun import BahanLaporan, jarak_predikat, susun_laporan
from indeksinovasi.inti.model.angka import NOL
from indeksinovasi.inti.model.batas_predikat import BatasPredikat
from indeksinovasi.inti.model.laporan import Laporan, NilaiLaporan
from indeksinovasi.keluaran.laporan import berkas_laporan, nama_laporan
from tests.daerah_uji import CONTOH, Data, inovasi, nilai, tulis, tulis_daerah
from tests.laporan_emas import EMAS, FOLDER, TAHUN_KOTA_CONTOH, Emas, bahan, berkas

KOTA = CONTOH / "kota-contoh"
BUKTI = [{"tautan": "https://contoh.go.id/bukti"}]


def _bahan(data: Path, tahun: int, **lain: Any) -> BahanLaporan:
    rencana = rencanakan_laporan(PermintaanLaporan(data, tahun, **lain))
    isi, _ = baca_bahan(rencana.daerah[0], rencana)
    return isi


def _laporan(data: Path, tahun: int, **lain: Any) -> Laporan:
    return susun_laporan(_bahan(data, tahun, **lain))


def _nilai(data: Path, tahun: int, **lain: Any) -> NilaiLaporan:
    isi = _laporan(data, tahun, **lain).nilai
    assert isi is not None
    return isi


def _markdown(isi: BahanLaporan) -> str:
    return berkas_laporan(isi)[nama_laporan(isi.tahun)].decode()


@pytest.mark.parametrize("emas", EMAS, ids=[satu.nama for satu in EMAS])
def test_laporan_emas(emas: Emas) -> None:
    harapan = (FOLDER / f"{emas.nama}.md").read_text(encoding="utf-8")
    isi = berkas(emas)
    assert isi[nama_laporan(emas.tahun)].decode() == harapan, "baca perubahannya, lalu: make laporan-emas"
    gambar = {anak.attrs["src"]: anak.content for anak in _sebaris(harapan) if anak.type == "image"}
    assert set(gambar) == {nama for nama in isi if nama.endswith(".svg")}
    assert {nama for nama in isi if nama.endswith(".csv")} >= set(re.findall(r"[a-z]+-\d{4}\.csv", harapan))
    assert all(len(teks) > 20 for teks in gambar.values())


def _sebaris(markdown: str) -> list[Token]:
    token = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown)
    return [anak for satu in token for anak in satu.children or ()]


def test_setiap_laporan_emas_diuji() -> None:
    assert {satu.stem for satu in FOLDER.iterdir()} == {satu.nama for satu in EMAS}


def test_bahan_yang_sama_menghasilkan_bita_yang_sama() -> None:
    emas = Emas("kota-contoh", 2021)
    assert berkas_laporan(bahan(emas)) == berkas(emas)


@pytest.mark.parametrize("tahun", TAHUN_KOTA_CONTOH)
@pytest.mark.parametrize("dasar", ["klaim", "berbukti", "terverifikasi"])
def test_sumbangan_opd_dan_spd_tepat_sama_dengan_skor(tahun: int, dasar: str) -> None:
    isi = _bahan(KOTA, tahun, dasar=dasar)
    assert isi.hasil is not None
    satu = susun_laporan(isi).nilai
    assert satu is not None
    spd, *_, total = satu.komponen
    rincian = isi.hasil.utama.rincian
    skor = rincian.total if isi.hasil.absolut else rincian.indeks
    assert sum((opd.sumbangan for opd in satu.opd), spd.sumbangan or NOL) == skor == total.sumbangan


@pytest.mark.parametrize("tahun", TAHUN_KOTA_CONTOH)
def test_sumbangan_komponen_berjumlah_total(tahun: int) -> None:
    *bagian, total = _nilai(KOTA, tahun).komponen
    assert sum((satu.sumbangan or NOL for satu in bagian), NOL) == total.sumbangan
    if total.belum is not None:
        assert sum((satu.belum or NOL for satu in bagian), NOL) == total.belum


@pytest.mark.parametrize("tahun", [2021, 2023, 2024, 2026])
def test_yang_belum_diraih_indikator_menutup_jarak_ke_kematangan_tertinggi(tahun: int) -> None:
    satu = _nilai(KOTA, tahun)
    terhitung = [i for i in satu.inovasi if i.terhitung and not i.siap_pakai]
    assert len(terhitung) == satu.dinilai_baris == satu.terhitung
    kurang = sum((satu.metode.maksimum_kematangan or NOL) - (i.kematangan or NOL) for i in terhitung)
    per_poin = 100 / (satu.metode.maksimum_total or NOL) / satu.pembagi
    assert sum(i.belum or NOL for i in satu.indikator) == kurang * per_poin
    assert sorted(satu.indikator) == sorted(satu.terlemah)
    assert list(satu.terlemah) == sorted(satu.terlemah, key=lambda i: -(i.belum or NOL))


def test_nomor_berurut_dan_sel_sejajar_dengan_indikator() -> None:
    satu = _nilai(KOTA, 2024)
    assert [i.nomor for i in satu.inovasi] == list(range(1, len(satu.inovasi) + 1))
    assert {len(i.sel) for i in satu.inovasi if i.sel} == {len(satu.indikator)}
    letak = [i.kode for i in satu.indikator].index("regulasi")
    per_baris = [i.sel[letak].tingkat or 0 for i in satu.inovasi if i.terhitung]
    assert satu.indikator[letak].rata_tingkat == Fraction(sum(per_baris), len(per_baris))


def test_langkah_sama_dengan_penilaian_sungguhan() -> None:
    satu = _nilai(KOTA, 2026)
    langkah = {i.jenis: i for i in reversed(satu.langkah)}
    kelayakan = nilai(KOTA, 2026, abaikan_kelayakan=True)["indeks"]
    assert float(langkah["kelayakan"].skor) == kelayakan
    assert langkah["bukti"].skor == satu.tiga_dasar[0].skor
    assert satu.skor is not None
    skor = {i.dasar: i.skor for i in satu.tiga_dasar}
    for i in satu.langkah:
        assert i.tambahan == i.skor - (skor[i.dasar] or NOL) > 0
    spd = [i for i in satu.langkah if i.jenis == "spd"]
    # Dari baris yang masih dapat bergerak: RIPJ 1 ke 3 (2 × 1 poin) dan penghargaan 2 ke 3 (1 × 2 poin).
    assert [(i.tambahan, i.biaya) for i in spd[:2]] == [(Fraction("0.80"), 1), (Fraction("0.80"), 2)]
    assert spd[0].nama[0] == "Penghargaan bagi inovator"
    assert not any("Opini BPK" in i.nama[0] for i in spd)
    assert (langkah["verifikasi"].banyak, langkah["verifikasi"].skor) == (56, Fraction("41.59"))
    assert satu.langkah[0].jenis == "verifikasi"
    hemat = [i.tambahan / i.biaya for i in satu.langkah[1:]]
    assert hemat == sorted(hemat, reverse=True)
    assert {i.jenis for i in satu.langkah} == {
        *("verifikasi", "bukti", "tingkat", "spd", "kelayakan", "inovasi_baru")
    }


def test_langkah_urusan_wajib_menyebut_yang_kosong(tmp_path: Path) -> None:
    urusan = ("kesehatan", "pendidikan", "sosial", "trantibumlinmas")
    catatan = {f"dinkes/{kode}": inovasi(2026, urusan=kode) for kode in urusan}
    satu = _nilai(tulis_daerah(tmp_path, 2026, catatan, {"total": 40}), 2026)
    langkah = next(i for i in satu.langkah if i.jenis == "inovasi_baru" and i.nama)
    assert langkah.banyak == 1
    assert langkah.kematangan == 0
    assert langkah.nama == ("Pekerjaan umum dan penataan ruang",)
    assert langkah.tambahan == Fraction("0.76")  # 5 inovasi × 0,38 ÷ 250 × 100


BATAS = (
    BatasPredikat("Sangat", Fraction(65), None, True),
    BatasPredikat("Sedang", Fraction(40), Fraction(65), False),
    BatasPredikat("Kurang", Fraction("0.01"), Fraction(40), True),
)


@pytest.mark.parametrize(
    ("skor", "nama", "kurang"),
    [("0", "Kurang", "0.01"), ("39.99", "Sedang", "0.01"), ("40", "Sangat", "25"), ("65", None, None)],
)
def test_jarak_ke_predikat_berikutnya(skor: str, nama: str | None, kurang: str | None) -> None:
    isi = _bahan(KOTA, 2026)
    assert isi.hasil is not None
    jarak = jarak_predikat(isi.hasil.utama._replace(skor=Fraction(skor)), BATAS)
    assert (jarak.batas.nama, jarak.kurang) == (nama, Fraction(kurang or 0)) if jarak else nama is None


def test_batas_yang_hanya_diketahui_kisarannya() -> None:
    isi = _bahan(KOTA, 2020)
    assert isi.hasil is not None
    sangat, sedang, kurang = batas_predikat(isi.hasil.metode)
    assert sangat == BatasPredikat("Sangat Inovatif", Fraction(1001), None, True)
    assert sedang == BatasPredikat("Inovatif", Fraction(1000), Fraction(1001), False, Fraction(59))
    assert kurang == BatasPredikat("Kurang Inovatif", Fraction(1), Fraction(1000), True)


def test_indeks_kosong_tetap_menjadi_laporan(tmp_path: Path) -> None:
    entri = {"regulasi": {"parameter": 2, "bukti": BUKTI}}
    data = tulis_daerah(tmp_path, 2021, {"dinkes/a": inovasi(2021, indikator=entri)}, {"total": 40})
    satu = _nilai(data, 2021)
    assert (satu.skor, satu.jarak, satu.langkah, satu.satuan) == (None, None, (), "poin kematangan")
    assert satu.alasan_kosong is not None
    assert satu.persen_kematangan is not None
    assert sum(opd.sumbangan for opd in satu.opd) == satu.tiga_dasar[1].rata_rata
    assert satu.alasan_kosong in _markdown(_bahan(data, 2021))


def test_hanya_kematangan_siap_pakai(tmp_path: Path) -> None:
    data = tulis_daerah(tmp_path, 2024, {"dinkes/a": inovasi(kematangan=80)}, {"total": 40})
    satu = _nilai(data, 2024)
    assert (satu.indikator, satu.dinilai_baris) == ((), 0)
    isi = berkas_laporan(_bahan(data, 2024))
    assert sorted(nama for nama in isi if nama.endswith(".svg")) == [
        "bagan-2024-kematangan.svg",
        "bagan-2024-langkah.svg",
        "bagan-2024-opd.svg",
        "bagan-2024-tren.svg",
    ]


def test_tahun_tanpa_catatan_yang_terhitung(tmp_path: Path) -> None:
    data = tulis_daerah(
        tmp_path, 2024, {"dinkes/a": inovasi(status="draf"), "dinkes/b": "rusak: ["}, {"total": 40}
    )
    satu = _nilai(data, 2024)
    assert satu.terhitung == 0
    assert [i.golongan for i in satu.inovasi] == ["draf", "tak_terbaca"]
    assert "2024/dinkes/b" in _markdown(_bahan(data, 2024))


def test_hanya_hasil_terbit() -> None:
    isi = _laporan(CONTOH / "kota-pangkalpinang", 2023)
    assert isi.nilai is None
    assert [(satu.tahun, satu.asal, satu.skala) for satu in isi.deret.titik] == [
        (2020, "tidak_diketahui", "absolut"),
        (2021, "tidak_diketahui", "normal"),
        (2022, "tidak_diketahui", "normal"),
        (2023, "mandiri", "normal"),
    ]
    assert [satu.tahun for satu in isi.deret.pita] == [2021, 2022, 2023]


def test_tahun_sesudah_laporan_tidak_ikut() -> None:
    isi = _bahan(KOTA, 2022)
    assert {satu.tahun for satu in susun_laporan(isi).deret.titik} == {2020, 2021, 2022}
    assert isi.perbandingan is not None
    assert (isi.perbandingan.dari.label, isi.perbandingan.ke.label) == ("2021", "2022")


def test_metode_lain_dipakai_juga_untuk_tahun_pembanding() -> None:
    isi = _bahan(KOTA, 2023, metode="2026")
    deret = susun_laporan(isi).deret
    assert {satu.skala for satu in deret.titik if satu.asal != "hitungan"} == {None}
    assert {satu.skala for satu in deret.titik if satu.asal == "hitungan"} == {"normal"}
    assert {satu.predikat[0].mulai for satu in deret.pita} == {Fraction("65.01")}
    assert isi.perbandingan is not None
    assert (isi.perbandingan.dari.label, isi.perbandingan.ke.label) == ("2022", "2023")


def test_metode_tahunnya_sendiri_tidak_mengubah_apa_pun() -> None:
    assert susun_laporan(_bahan(KOTA, 2023, metode="2023")) == susun_laporan(_bahan(KOTA, 2023))


def _sidik(akar: Path, *jalur: str) -> str:
    baris = (f"{hashlib.sha256((akar / satu).read_bytes()).hexdigest()}  {satu}\n" for satu in sorted(jalur))
    return f"sha256:{hashlib.sha256(''.join(baris).encode()).hexdigest()}"


def test_sidik_data_dapat_diulang_dan_hanya_bergantung_pada_yang_dibaca(tmp_path: Path) -> None:
    catatan: dict[str, Data | str] = {"dinkes/b": inovasi(), "dinkes/a-a": inovasi(nama="Dua")}
    catatan["bappeda/c"] = "rusak: ["
    tulis_daerah(tmp_path, 2024, catatan, {"total": 40})
    semula = _laporan(tmp_path, 2024)
    jalur = [
        "daerah.yaml",
        "2024/spd.yaml",
        "2024/dinkes/b.yaml",
        "2024/dinkes/a-a.yaml",
        "2024/bappeda/c.yaml",
    ]
    assert (semula.sidik_data, semula.banyak_berkas) == (_sidik(tmp_path, *jalur), 5)
    tulis_daerah(tmp_path, 2025, {"dinkes/b": inovasi(2025)})
    tulis(tmp_path / "2024/dinkes/bukti/sk.pdf", "bukti")
    assert _laporan(tmp_path, 2024).sidik_data == semula.sidik_data
    tulis(tmp_path / "2024/dinkes/b.yaml", inovasi(nama="Inovasi Lain"))
    assert _laporan(tmp_path, 2024).sidik_data != semula.sidik_data


POLOS = (str, int, bool, Fraction, type(None))


def _jelajah(isi: object) -> list[object]:
    if isinstance(isi, tuple):
        return [daun for satu in isi for daun in _jelajah(satu)]
    if dataclasses.is_dataclass(isi):
        return [daun for bidang in dataclasses.fields(isi) for daun in _jelajah(getattr(isi, bidang.name))]
    return [isi]


def test_isi_laporan_hanya_bilangan_dan_teks() -> None:
    # Model pydantic di tangan templat pengguna dapat membaca berkas; yang sampai ke sana hanya data polos.
    assert {type(satu) for emas in EMAS for satu in _jelajah(susun_laporan(bahan(emas)))} <= set(POLOS)


JAHAT = (
    "a | b \\| c \\",
    "<script>alert(1)</script> <b>x</b> &amp;",
    "[klik](javascript:alert(1)) ![x](y.svg)",
    "dua\nbaris\r\n\r\n# judul\n| a | b |\n|---|---|",
    "`kode` ```pagar``` ~~~ $x$",
    "*miring* **tebal** _m_ __t__ ~~c~~",
    "- butir 1. satu > kutip https://contoh.example www.contoh.example",
    "{{ laporan }} {% block x %} {# y #}",
)


def _daerah(akar: Path, teks: str) -> Path:
    """Daerah dua tahun yang setiap teks bebasnya memuat *teks*."""
    entri = {
        "regulasi": {"parameter": 2, "bukti": BUKTI, "verifikasi": {"parameter": 1, "catatan": teks}},
        "sdm": {"parameter": 3},
    }
    perangkat: Data = {"dinkes": f"Dinkes {teks}", "kosong": f"{teks} Kosong"}
    daerah: Data = {"nama": f"Kota {teks}", "jenis": "kota", "kode": "99.01", "perangkat_daerah": perangkat}
    for tahun in (2023, 2024):
        catatan: dict[str, Data | str] = {
            "dinkes/a": inovasi(tahun, nama=f"{teks} A", indikator=entri),
            "dinkes/b": inovasi(tahun, nama=teks, waktu={"penerapan": "2001-01-01"}, status="terkirim"),
            "lain/c": inovasi(tahun, nama=f"C {teks}", status="draf"),
            "lain/d": f"nama: {{{tahun}",
        }
        tulis_daerah(akar, tahun, catatan, {"total": 40}, daerah)
    terbit: Data = {
        "tahun": 2023,
        "jenis": "final",
        "skor": 41,
        "predikat": teks,
        "sumber": teks,
        "catatan": teks,
    }
    tulis(akar / "hasil_resmi.yaml", {"hasil": [terbit]})
    return akar


def _bentuk(markdown: str) -> tuple[list[str], Counter[str]]:
    """Jenis token blok berurutan, dan cacah token sebaris selain tulisan."""
    blok = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown)
    sebaris = Counter(anak.type for anak in _sebaris(markdown) if not anak.type.startswith("text"))
    return [f"{satu.type} {satu.tag}" for satu in blok], sebaris


@pytest.fixture(scope="module")
def bentuk_polos(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[str], Counter[str]]:
    return _bentuk(_markdown(_bahan(_daerah(tmp_path_factory.mktemp("polos"), "Nama Biasa"), 2024)))


@pytest.mark.parametrize("teks", JAHAT)
def test_teks_jahat_tidak_mengubah_bentuk_laporan(
    teks: str, tmp_path: Path, bentuk_polos: tuple[list[str], Counter[str]]
) -> None:
    markdown = _markdown(_bahan(_daerah(tmp_path, teks), 2024))
    blok, sebaris = _bentuk(markdown)
    assert blok == bentuk_polos[0]
    assert sebaris == bentuk_polos[1]
    assert "html_block" not in {satu.split()[0] for satu in blok}
    assert sebaris["link_open"] == sebaris["html_inline"] == 0


def test_metode_dari_berkas_bertahun_sama_tetap_metode_lain(tmp_path: Path) -> None:
    data = tulis_daerah(tmp_path, 2024, {"dinkes/a": inovasi()}, {"total": 40})
    tulis(
        tmp_path / "hasil_resmi.yaml",
        {"hasil": [{"tahun": 2024, "jenis": "final", "skor": 50, "sumber": "uji"}]},
    )
    isi = _laporan(data, 2024, metode=str(CONTOH / "lomba-kecamatan.yaml"))
    assert isi.nilai is not None
    assert (isi.nilai.metode.tahun, isi.nilai.metode.lain, isi.nilai.metode.jendela) == (2024, True, None)
    assert [satu.skala for satu in isi.deret.titik] == ["absolut", None]
