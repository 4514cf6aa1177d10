"""``metode beda``, ``daftar``, dan ``tunjuk``: apa yang berubah antartahun dan apa yang diukur satu tahun."""

from __future__ import annotations

import json
from fractions import Fraction
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import ryaml
from markdown_it import MarkdownIt
from rich.cells import cell_len

from indeksinovasi.alur.galat import GalatPemakaian
from indeksinovasi.alur.metode import metode_tahun
from indeksinovasi.alur.metode_lihat import beda_metode, daftar_metode, tunjuk_metode
from indeksinovasi.berkas import metode as berkas_metode
from indeksinovasi.berkas.metode import folder_metode, muat_tahun, tahun_tersedia
from indeksinovasi.cli.metode import beda, daftar, tunjuk
from indeksinovasi.inti.metode.bagian import MetodeRusakTerdaftar, RingkasMetode
from indeksinovasi.inti.metode.beda import BedaBaris, BedaMetode, HalBerbeda, bedakan
from indeksinovasi.inti.model.ketentuan import Konstanta
from indeksinovasi.inti.model.metode import Metode, Predikat
from indeksinovasi.keluaran.metode import dokumen_daftar, dokumen_tunjuk
from indeksinovasi.keluaran.metode_beda import dokumen_beda
from indeksinovasi.keluaran.metode_json import json_tunjuk
from indeksinovasi.keluaran.penulis.markdown import teks_markdown
from indeksinovasi.keluaran.penulis.terminal import teks_terminal

TAHUN = tahun_tersedia()
PASANGAN = list(pairwise(TAHUN))
JAHAT = "nama [red]\x1b[31m | <script> *tebal*\nbaris dua"


def teks_beda(hasil: BedaMetode) -> str:
    return teks_terminal(dokumen_beda(hasil))


def teks_tunjuk(metode: Metode, sidik: str) -> str:
    return teks_terminal(dokumen_tunjuk(metode, sidik))


def markdown_tunjuk(metode: Metode, sidik: str) -> str:
    return teks_markdown(dokumen_tunjuk(metode, sidik), 1)


def m(tahun: int) -> Metode:
    return metode_tahun(tahun).metode


def ubah(metode: Metode, kode: str, **isi: Any) -> Metode:
    """Salinan *metode* dengan satu indikator yang diubah."""
    baris = tuple(satu.model_copy(update=isi) if satu.kode == kode else satu for satu in metode.indikator)
    return metode.model_copy(update={"indikator": baris})


# Beda


@pytest.mark.parametrize("tahun", TAHUN)
def test_metode_yang_sama_tidak_berbeda(tahun: int) -> None:
    hasil = bedakan(m(tahun), m(tahun))
    assert hasil.sama
    assert hasil.tetap == len(m(tahun).indikator)
    assert "Tidak ada perbedaan." in teks_beda(hasil)


@pytest.mark.parametrize(
    ("isi", "hal"),
    [
        ({"nama": "Lain"}, "nama"),
        ({"bobot": Fraction(9)}, "bobot"),
        ({"bobot": None}, "bobot"),
        ({"wajib": False}, "wajib"),
        ({"tingkat": {1: "a", 2: "Peraturan Kepala Daerah", 3: "Peraturan Daerah"}}, "tingkat 1"),
        ({"format_bukti": ("pdf", "png")}, "format bukti"),
        ({"variabel": None}, "variabel"),
        ({"aturan": None}, "fakta"),
    ],
)
def test_satu_perubahan_menjadi_satu_hal(isi: dict[str, Any], hal: str) -> None:
    hasil = bedakan(m(2026), ubah(m(2026), "regulasi", **isi))
    (satu,) = hasil.indikator
    assert (satu.kode, satu.jenis) == ("regulasi", "berubah")
    assert [perubahan.hal for perubahan in satu.perubahan] == [hal]
    assert hasil.tetap == len(m(2026).indikator) - 1


def test_2025_ke_2026() -> None:
    hasil = bedakan(m(2025), m(2026))
    bagian = dict(hasil.bagian)
    assert HalBerbeda("urusan wajib minimal", "tidak ditemukan", "5") in bagian["Rumus"]
    assert HalBerbeda("pembagi minimal 12", "lemah; mungkin 10", "kuat") in hasil.kepastian
    assert hasil.tak_terbanding == (("spd", "baru"),)
    assert {satu.aspek for satu in hasil.indikator} == {"sid"}
    regulasi = next(satu for satu in hasil.indikator if satu.kode == "regulasi")
    assert HalBerbeda("fakta, perkada", "tingkat 3", "tingkat 2", "fakta") in regulasi.perubahan
    assert [satu.hal for satu in regulasi.perubahan][-1] == "lembar lain"


def test_2024_ke_2025_predikat_dan_jendela() -> None:
    bagian = dict(bedakan(m(2024), m(2025)).bagian)
    assert bagian["Predikat"] == (
        HalBerbeda("Sangat Inovatif", "mulai 60,01", "mulai 65,01"),
        HalBerbeda("Inovatif", "mulai 35", "mulai 40,01"),
    )
    jendela = HalBerbeda("jendela penerapan", "2022-01-01 s.d. 2023-12-31", "2023-01-01 s.d. 2024-12-31")
    assert jendela in bagian["Kelayakan"]


def test_2020_ke_2021_skala_dan_indikator() -> None:
    hasil = bedakan(m(2020), m(2021))
    pokok = dict(hasil.bagian)["Pokok"]
    assert HalBerbeda("skala", "absolut", "normal") in pokok
    assert HalBerbeda("kematangan", "dijumlahkan", "dirata-rata") in pokok
    jenis = {satu.kode: satu.jenis for satu in hasil.indikator}
    assert (jenis["renstra"], jenis["rkpd"], jenis["regulasi"]) == ("hilang", "baru", "berubah")


def test_cara_yang_berganti_menyebut_kedua_aturan_sekaligus() -> None:
    hasil = bedakan(m(2023), m(2024))
    info = next(satu for satu in hasil.indikator if satu.kode == "info_layanan")
    (fakta,) = [satu for satu in info.perubahan if satu.hal == "fakta"]
    assert fakta.lama is not None
    assert fakta.baru is not None
    assert "aplikasi = tingkat 3" in fakta.lama
    assert "tingkat 3 = 3 metode atau lebih" in fakta.baru


def test_batas_yang_hanya_diketahui_kisarannya() -> None:
    (inovatif,) = [
        satu for satu in dict(bedakan(m(2020), m(2021)).bagian)["Predikat"] if satu.hal == "Inovatif"
    ]
    assert inovatif.lama == "mulai antara 59 dan 1000, tepatnya tidak ditemukan"


def test_arah_terbalik_menukar_lama_dan_baru() -> None:
    maju, mundur = bedakan(m(2025), m(2026)), bedakan(m(2026), m(2025))
    tukar = {(satu.kode, isi.hal, isi.baru, isi.lama) for satu in mundur.indikator for isi in satu.perubahan}
    assert {
        (satu.kode, isi.hal, isi.lama, isi.baru) for satu in maju.indikator for isi in satu.perubahan
    } == tukar
    assert mundur.tak_terbanding == (("spd", "lama"),)


@pytest.mark.parametrize(("lama", "baru"), PASANGAN)
def test_teks_beda_paling_lebar_80_kolom(lama: int, baru: int) -> None:
    teks = teks_beda(bedakan(m(lama), m(baru)))
    assert max(cell_len(baris) for baris in teks.splitlines()) <= 80
    assert f"{lama} → Indeks Inovasi Daerah {baru}\n" in teks


def test_beda_menerima_berkas_sendiri(tmp_path: Path) -> None:
    salinan = tmp_path / "salinan.yaml"
    teks = (folder_metode() / "2026.yaml").read_text(encoding="utf-8")
    salinan.write_text(teks.replace("    bobot: 4\n", "    bobot: 5\n"), encoding="utf-8")
    with pytest.raises(GalatPemakaian):  # kontrolnya tidak lagi cocok
        beda_metode("2026", str(salinan))
    salinan.write_text(teks.replace("nama: Video inovasi daerah", "nama: Video"), encoding="utf-8")
    diharap = BedaBaris(
        "kualitas", "Video", "sid", "berubah", (HalBerbeda("nama", "Video inovasi daerah", "Video"),)
    )
    assert beda_metode("2026", str(salinan)).indikator == (diharap,)
    with pytest.raises(GalatPemakaian):
        beda_metode("2026", "1999")


# Daftar


def test_daftar_semua_tahun() -> None:
    semua = daftar_metode()
    assert [satu.tahun for satu in semua] == list(TAHUN)
    akhir = next(satu for satu in semua if satu.tahun == 2026)
    assert isinstance(akhir, RingkasMetode)
    assert (akhir.spd, akhir.sid, akhir.skala) == (20, 20, "normal")
    assert akhir.kepastian == {"pasti": 0, "kuat": 30, "lemah": 10}
    assert akhir.asumsi == 2
    teks = teks_terminal(dokumen_daftar(semua))
    assert max(cell_len(baris) for baris in teks.splitlines()) <= 80
    assert [baris.split()[0] for baris in teks.splitlines()[2 : len(TAHUN) + 2]] == [
        str(tahun) for tahun in TAHUN
    ]


def test_daftar_tetap_menyebut_berkas_yang_rusak(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "2026.yaml").write_bytes((folder_metode() / "2026.yaml").read_bytes())
    (tmp_path / "2027.yaml").write_text("tahun: [\n", encoding="utf-8")
    monkeypatch.setattr(berkas_metode, "folder_metode", lambda: tmp_path)
    sehat, rusak = daftar_metode()
    assert isinstance(sehat, RingkasMetode)
    assert isinstance(rusak, MetodeRusakTerdaftar)
    assert rusak.sebab.startswith("BRK003")
    assert " 2027  tidak dapat dipakai: BRK003" in teks_terminal(dokumen_daftar((sehat, rusak)))


# Tunjuk


@pytest.mark.parametrize("tahun", TAHUN)
def test_tunjuk_menyebut_semua_yang_diukur(tahun: int) -> None:
    metode, sidik, _ = muat_tahun(tahun)
    teks = teks_tunjuk(metode, sidik)
    assert max(cell_len(baris) for baris in teks.splitlines()) <= 80
    rapat = " ".join(teks.split())
    isi = [metode.nama, sidik, metode.keterangan, *metode.dasar_hukum, *metode.sumber.values()]
    isi += [satu.nama for satu in metode.predikat]
    isi += [satu.nama for satu in metode.indikator]
    isi += [uraian for satu in metode.indikator for uraian in (satu.tingkat or {}).values()]
    assert [satu for satu in isi if " ".join(satu.split()) not in rapat] == []


def test_tunjuk_menyebut_kepastian_kemungkinan_dan_yang_tidak_ditemukan() -> None:
    rapat = " ".join(teks_tunjuk(m(2024), "sha256:0").split())
    assert "pembagi minimal 10 (lemah; mungkin 12)." in rapat
    assert "urusan wajib minimal tidak ditemukan (lemah; mungkin 5)" in rapat
    assert "18 bobot tidak ditemukan" in teks_tunjuk(m(2020), "")
    assert "Indikator SPD: 20 baris, jumlah bobot 21" in teks_tunjuk(m(2026), "")


@pytest.mark.parametrize("tahun", TAHUN)
def test_json_tunjuk_sama_dengan_berkasnya(tahun: int) -> None:
    """JSON memuat isi berkas tahun apa adanya: bilangan tetap bilangan, kunci tingkat menjadi teks."""
    termuat = muat_tahun(tahun)
    dokumen = json.loads(json_tunjuk(termuat.metode, termuat.sidik))
    assert list(dokumen) == ["versi_format", "metode"]
    isi = dokumen["metode"]
    assert isi.pop("sidik") == termuat.sidik
    assert seragam(isi) == seragam(ryaml.loads(termuat.jalur.read_text(encoding="utf-8")))


def seragam(nilai: Any) -> Any:
    """Bentuk bersama berkas dan JSON: kunci teks, dan tingkat tunggal sebuah pilihan sebagai daftar."""
    if isinstance(nilai, dict):
        pilihan = nilai.get("jenis") == "pilihan"
        return {
            str(kunci): {k: t if isinstance(t, list) else [t] for k, t in isi.items()}
            if pilihan and kunci == "tingkat"
            else seragam(isi)
            for kunci, isi in nilai.items()
        }
    return [seragam(isi) for isi in nilai] if isinstance(nilai, list) else nilai


def jahat() -> Metode:
    satu = m(2026).indikator[20].model_copy(update={"nama": JAHAT, "tingkat": {1: JAHAT, 2: JAHAT, 3: JAHAT}})
    mulai = Konstanta(nilai=Fraction(0), kepastian="pasti", alasan=JAHAT)
    isi = {
        "nama": JAHAT,
        "keterangan": JAHAT,
        "sumber": {JAHAT: JAHAT},
        "indikator": (satu,),
        "predikat": (Predikat(nama=JAHAT, mulai=mulai),),
    }
    return m(2026).model_copy(update=isi)


def test_isi_berkas_metode_tidak_mengendalikan_terminal() -> None:
    semua = (
        teks_tunjuk(jahat(), "sha256:0"),
        markdown_tunjuk(jahat(), "sha256:0"),
        json_tunjuk(jahat(), "sha256:0"),
        teks_beda(bedakan(m(2026), jahat())),
    )
    for teks in semua:
        assert [satu for satu in teks if not satu.isprintable() and satu != "\n"] == []
        assert "[red]" in teks.replace("\\[", "[").replace("\\]", "]")


@pytest.mark.parametrize("metode", [*map(m, TAHUN), jahat()], ids=[*map(str, TAHUN), "jahat"])
def test_markdown_tunjuk_tetap_tulisan_tanpa_html(metode: Metode) -> None:
    teks = markdown_tunjuk(metode, "sha256:0")
    semua = MarkdownIt("gfm-like", {"html": True, "linkify": False}).parse(teks)
    assert {satu.type for satu in semua}.isdisjoint({"html_block", "fence", "code_block"})
    dalam = {anak.type for satu in semua for anak in satu.children or ()}
    assert dalam <= {"text", "text_special"}
    isi = "\n".join(satu.content for satu in semua if satu.type == "inline").replace("\\", "")
    assert [satu.kode for satu in metode.indikator if f"({satu.kode})" not in isi] == []


# Perintah


def test_perintah_menulis_satu_laporan(capsys: pytest.CaptureFixture[str]) -> None:
    metode, sidik, _ = tunjuk_metode("2026")
    jalan = (
        (daftar, teks_terminal(dokumen_daftar(daftar_metode()))),
        (
            partial(tunjuk, "2026"),
            teks_terminal(
                dokumen_tunjuk(metode, sidik, ("indeks jelaskan visi_misi --tahun 2026", "satu indikator"))
            ),
        ),
        (partial(tunjuk, "2026", "markdown"), markdown_tunjuk(metode, sidik)),
        (partial(tunjuk, "2026", "json"), json_tunjuk(metode, sidik)),
        (partial(beda, "2024", "2026"), teks_beda(bedakan(m(2024), m(2026)))),
    )
    for perintah, diharap in jalan:
        assert perintah() == 0
        assert capsys.readouterr().out == diharap
