"""Formulir di Chromium sungguhan: mengisi, menyimpan, memuat, dan angka yang sama dengan mesin."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path
from typing import Any

import pytest

from tests.acak import catatan
from tests.daerah_uji import CONTOH, Data, indeks, inovasi, metode, nilai, tulis_daerah

TAHUN = range(2020, 2027)


def buat(tmp_path: Path, tahun: int, catatan: dict[str, Data], nama: str = "f.html", **lain: Any) -> Path:
    """Formulir OPD dinkes."""
    akar = tulis_daerah(tmp_path / "kota", tahun, catatan, **lain)
    berkas = tmp_path / nama
    keluaran = indeks("formulir", akar, "--tahun", tahun, "--opd", "dinkes", "-o", berkas, "--timpa")
    assert keluaran.kode == 0, keluaran.galat
    return berkas


def buka(konteks: Any, berkas: Path) -> Any:
    halaman = konteks.new_page()
    halaman.goto(berkas.as_uri())
    return halaman


def simpan(halaman: Any) -> Data:
    """Isi berkas yang diunduh tombol Simpan."""
    with halaman.expect_download() as unduhan:
        halaman.click("#simpan")
    isi: Data = json.loads(Path(unduhan.value.path()).read_text(encoding="utf-8"))
    isi["_nama"] = unduhan.value.suggested_filename
    return isi


def isi_tanggal(halaman: Any, kunci: str, hari: str, bulan: str, tahun: str) -> None:
    for bagian, teks in (("hari", hari), ("bulan", bulan), ("tahun", tahun)):
        halaman.fill(f'[data-kunci="{kunci}"][data-bagian="{bagian}"]', teks)


def test_mengisi_inovasi_baru_sampai_tersimpan(konteks: Any, tmp_path: Path) -> None:
    halaman = buka(konteks, buat(tmp_path, 2026, {}))
    halaman.click("#inovasi-baru")
    halaman.fill('[data-kunci="nama"]', "Ambulans Air")
    halaman.select_option('[data-kunci="status"]', "terkirim")
    halaman.select_option('[data-kunci="tahapan"]', "penerapan")
    halaman.select_option('[data-kunci="inisiator"]', "opd")
    halaman.select_option('[data-kunci="jenis"]', "non_digital")
    halaman.select_option('[data-kunci="bentuk"]', "pelayanan_publik")
    halaman.select_option('[data-kunci="urusan"]', "kesehatan")
    isi_tanggal(halaman, "waktu.penerapan", "7", "8", "2024")
    halaman.fill('[data-kunci="rancang_bangun"]', "kata " * 310)
    assert halaman.locator('[data-kata="rancang_bangun"]').inner_text() == "310 kata. Cukup."
    halaman.check('[data-indikator="regulasi"] input[value="2"]')
    halaman.fill('[data-bukti="regulasi"] [data-kunci="tautan"]', "perwali.pdf")
    halaman.fill('[data-bukti="regulasi"] [data-kunci="nomor"]', "188/1")
    for bagian, teks in (("hari", "3"), ("bulan", "1"), ("tahun", "2024")):
        halaman.fill(f'[data-bukti="regulasi"] [data-kunci="tanggal"][data-bagian="{bagian}"]', teks)
    halaman.select_option('[data-indikator="kemanfaatan"] [data-kunci="basis"]', "orang")
    halaman.fill('[data-indikator="kemanfaatan"] [data-kunci="nilai"]', "501")
    bobot = {satu.kode: satu.bobot for satu in metode(2026).aspek("sid")}
    klaim = 2 * (bobot["regulasi"] or 0) + 3 * (bobot["kemanfaatan"] or 0)
    assert halaman.locator("#kematangan").get_attribute("data-nilai") == str(klaim)
    assert halaman.locator("#kematangan").get_attribute("data-berbukti") == str(2 * (bobot["regulasi"] or 0))
    bundel = simpan(halaman)
    assert bundel["_nama"] == "formulir-dinkes-2026.json"
    (satu,) = bundel["inovasi"]
    assert satu["id"] is None
    assert satu["asal"] is None
    assert satu["isi"]["waktu"] == {"penerapan": "2024-08-07"}
    assert satu["isi"]["indikator"] == {
        "regulasi": {
            "parameter": 2,
            "bukti": [{"berkas": "bukti/perwali.pdf", "nomor": "188/1", "tanggal": "2024-01-03"}],
        },
        "kemanfaatan": {"fakta": {"basis": "orang", "nilai": 501}},
    }


def test_tersimpan_otomatis_dan_pulih_sesudah_ditutup(konteks: Any, tmp_path: Path) -> None:
    berkas = buat(tmp_path, 2024, {"dinkes/a": inovasi(2024)})
    halaman = buka(konteks, berkas)
    halaman.click('[data-id="2024/dinkes/a"]')
    halaman.fill('[data-kunci="tujuan"]', "Menurunkan waktu tunggu")
    halaman.wait_for_function("document.querySelector('#kabar').textContent.startsWith('Tersimpan otomatis')")
    halaman.close()
    lagi = buka(konteks, berkas)
    assert "dipulihkan" in lagi.inner_text("#kabar")
    lagi.click('[data-id="2024/dinkes/a"]')
    assert lagi.input_value('[data-kunci="tujuan"]') == "Menurunkan waktu tunggu"


def test_simpanan_lama_dimuat_di_formulir_baru(konteks: Any, tmp_path: Path) -> None:
    lama = buat(tmp_path, 2024, {"dinkes/a": inovasi(2024, tujuan="lama", hasil="satu")})
    halaman = buka(konteks, lama)
    halaman.click('[data-id="2024/dinkes/a"]')
    halaman.fill('[data-kunci="tujuan"]', "dari OPD")
    bundel = simpan(halaman)
    simpanan = tmp_path / "simpanan.json"
    simpanan.write_text(json.dumps(bundel), encoding="utf-8")
    halaman.evaluate("localStorage.clear()")
    halaman.close()
    baru = buat(
        tmp_path, 2024, {"dinkes/a": inovasi(2024, tujuan="lama", hasil="dari Bapperida")}, "baru.html"
    )
    halaman = buka(konteks, baru)
    halaman.set_input_files("#muat", simpanan)
    halaman.wait_for_function("document.querySelector('#kabar').textContent.startsWith('Simpanan dimuat')")
    halaman.click('[data-id="2024/dinkes/a"]')
    assert halaman.input_value('[data-kunci="tujuan"]') == "dari OPD"
    assert halaman.input_value('[data-kunci="hasil"]') == "dari Bapperida"
    (satu,) = simpan(halaman)["inovasi"]
    assert satu["asal"]["hasil"] == "dari Bapperida"


def test_yang_diubah_kedua_pihak_tetap_menjadi_pertentangan(konteks: Any, tmp_path: Path) -> None:
    halaman = buka(konteks, buat(tmp_path, 2024, {"dinkes/a": inovasi(2024, tujuan="lama")}))
    halaman.click('[data-id="2024/dinkes/a"]')
    halaman.fill('[data-kunci="tujuan"]', "dari OPD")
    simpanan = tmp_path / "simpanan.json"
    simpanan.write_text(json.dumps(simpan(halaman)), encoding="utf-8")
    halaman.evaluate("localStorage.clear()")
    halaman.close()
    baru = buat(tmp_path, 2024, {"dinkes/a": inovasi(2024, tujuan="dari Bapperida")}, "baru.html")
    halaman = buka(konteks, baru)
    halaman.set_input_files("#muat", simpanan)
    halaman.wait_for_function("document.querySelector('#kabar').textContent.includes('1 isian juga berubah')")
    (satu,) = simpan(halaman)["inovasi"]
    assert (satu["asal"]["tujuan"], satu["isi"]["tujuan"]) == ("lama", "dari OPD")


@pytest.mark.parametrize(
    ("ubah", "sebab"),
    [
        ({"tahun": 2023}, "untuk tahun 2023, sedangkan formulir ini tahun 2024"),
        ({"daerah": {"nama": "Kota Lain", "kode": "99.02"}}, "milik Kota Lain"),
        ({"opd": "dinsos"}, "milik perangkat daerah dinsos"),
        ({"jenis": "lain"}, "bukan simpanan formulir"),
        ({"versi_format": 9}, "formulir yang lebih baru"),
    ],
)
def test_simpanan_formulir_lain_ditolak(ubah: Data, sebab: str, konteks: Any, tmp_path: Path) -> None:
    halaman = buka(konteks, buat(tmp_path, 2024, {"dinkes/a": inovasi(2024)}))
    simpanan = tmp_path / "simpanan.json"
    simpanan.write_text(json.dumps(simpan(halaman) | ubah), encoding="utf-8")
    halaman.set_input_files("#muat", simpanan)
    halaman.wait_for_function(
        "sebab => document.querySelector('#kabar').textContent.includes(sebab)", arg=sebab
    )


def test_berkas_rusak_ditolak(konteks: Any, tmp_path: Path) -> None:
    halaman = buka(konteks, buat(tmp_path, 2024, {"dinkes/a": inovasi(2024)}))
    rusak = tmp_path / "rusak.json"
    rusak.write_bytes(b"\xff\xfe{bukan json")
    halaman.set_input_files("#muat", rusak)
    halaman.wait_for_function(
        "document.querySelector('#kabar').textContent.includes('bukan simpanan formulir')"
    )
    assert halaman.locator("[data-id]").count() == 1


def test_dengan_papan_ketik_saja(konteks: Any, tmp_path: Path) -> None:
    halaman = buka(konteks, buat(tmp_path, 2026, {}))
    halaman.focus("#inovasi-baru")
    halaman.keyboard.press("Enter")
    halaman.keyboard.type("Kelas Ibu")
    assert halaman.input_value('[data-kunci="nama"]') == "Kelas Ibu"
    halaman.focus('[data-indikator="regulasi"] input[value="0"]')
    halaman.keyboard.press("Space")
    halaman.keyboard.press("ArrowDown")
    assert halaman.is_checked('[data-indikator="regulasi"] input[value="1"]')
    halaman.focus("#simpan")
    with halaman.expect_download():
        halaman.keyboard.press("Enter")
    ringkas = halaman.locator(".galat-ringkas")
    assert ringkas.evaluate("satu => satu === document.activeElement")
    assert halaman.title().startswith("Ada ")
    halaman.keyboard.press("Tab")
    halaman.keyboard.press("Enter")
    assert halaman.evaluate("document.activeElement.dataset.kunci") == "tahapan"


@pytest.mark.parametrize(
    ("tertulis", "sebab"),
    [("2.000", "tulis 2000 bila itu ribuan"), ("350 orang", "tulis bilangannya saja")],
)
def test_bilangan_meragukan_tidak_dihitung(tertulis: str, sebab: str, konteks: Any, tmp_path: Path) -> None:
    halaman = buka(konteks, buat(tmp_path, 2026, {"dinkes/a": inovasi(2026)}))
    halaman.click('[data-id="2026/dinkes/a"]')
    halaman.select_option('[data-kunci="basis"]', "orang")
    halaman.fill('[data-kunci="nilai"]', tertulis)
    assert halaman.locator("#kematangan").get_attribute("data-nilai") == "0"
    bundel = simpan(halaman)
    assert sebab in halaman.inner_text(".galat-ringkas")
    assert bundel["inovasi"][0]["isi"]["indikator"]["kemanfaatan"]["fakta"]["nilai"] == tertulis


def test_nama_jahat_tidak_berjalan(konteks: Any, tmp_path: Path) -> None:
    jahat = '</script><img src=x onerror="window.jebol=1"><b>x</b>'
    halaman = buka(
        konteks, buat(tmp_path, 2024, {"dinkes/a": inovasi(2024, nama=jahat, rancang_bangun=jahat)})
    )
    halaman.click('[data-id="2024/dinkes/a"]')
    halaman.get_by_text("Periksa isian").click()
    assert halaman.evaluate("window.jebol") is None
    assert halaman.input_value('[data-kunci="nama"]') == jahat
    assert halaman.locator("#daftar img, #daftar b.x").count() == 0


def test_lebar_ponsel_tidak_tergulir_ke_samping(konteks: Any, tmp_path: Path) -> None:
    halaman = buka(konteks, buat(tmp_path, 2026, {"dinkes/a": inovasi(2026, nama="Panjang" * 20)}))
    halaman.set_viewport_size({"width": 360, "height": 740})
    halaman.click('[data-id="2026/dinkes/a"]')
    assert halaman.evaluate("document.documentElement.scrollWidth") <= 360


def test_tanpa_temuan_aksesibilitas(konteks: Any) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe tidak terpasang")
    halaman = konteks.new_page()
    berkas = formulir_contoh()
    halaman.goto(berkas.as_uri())
    halaman.locator("[data-id]").first.click()
    halaman.get_by_text("Periksa isian").click()
    hasil = axe.Axe().run(halaman).response["violations"]
    assert [(satu["id"], [n["target"] for n in satu["nodes"]][:3]) for satu in hasil] == []


_CONTOH: dict[str, Path] = {}


@pytest.fixture(scope="module", autouse=True)
def _formulir_contoh(peramban: Any, tmp_path_factory: pytest.TempPathFactory) -> None:  # noqa: ARG001  # dilewati tanpa peramban
    berkas = tmp_path_factory.mktemp("formulir") / "disdukcapil.html"
    indeks("formulir", CONTOH / "kota-contoh", "--tahun", 2026, "--opd", "disdukcapil", "-o", berkas)
    _CONTOH["disdukcapil"] = berkas


def formulir_contoh() -> Path:
    """Formulir satu OPD kota-contoh."""
    return _CONTOH["disdukcapil"]


def _klaim(akar: Path, tahun: int) -> dict[str, float | None]:
    return {satu["id"]: satu["kematangan"] for satu in nilai(akar, tahun, dasar="klaim")["inovasi"]}


@pytest.mark.parametrize("tahun", TAHUN)
def test_halaman_dan_mesin_sependapat_tentang_catatan_acak(tahun: int, konteks: Any, tmp_path: Path) -> None:
    banyak = 200
    semua = {f"dinkes/i{nomor}": acak(tahun, nomor) for nomor in range(banyak)}
    halaman = buka(konteks, buat(tmp_path, tahun, semua))
    diharap = _klaim(tmp_path / "kota", tahun)
    tertulis = halaman.eval_on_selector_all(
        "section.inovasi", "semua => semua.map(s => [s.dataset.id, s.querySelector('.k').textContent])"
    )
    for kunci, teks in tertulis:
        cocok = re.search(r"klaim ([\d,]+)", teks)
        assert cocok, teks
        assert float(cocok[1].replace(",", ".")) == (diharap[kunci] or 0), (
            kunci,
            semua[kunci.split("/", 1)[1]],
        )


def acak(tahun: int, benih: int) -> Data:
    """Catatan acak yang sah; benihnya tetap."""
    from hypothesis import HealthCheck, Phase, given, seed, settings

    hasil: list[Data] = []

    @seed(benih)
    @settings(max_examples=1, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(catatan(tahun))
    def ambil(satu: Data) -> None:
        hasil.append(satu)

    ambil()
    return hasil[-1]


@pytest.mark.parametrize("tahun", [2021, 2023, 2024, 2026])
def test_pilihan_di_halaman_dinilai_sama_oleh_mesin(tahun: int, konteks: Any, tmp_path: Path) -> None:
    dadu = random.Random(tahun)
    halaman = buka(konteks, buat(tmp_path, tahun, {"dinkes/a": inovasi(tahun)}))
    halaman.click(f'[data-id="{tahun}/dinkes/a"]')
    for satu in metode(tahun).aspek("sid"):
        if satu.kode != "kemanfaatan":
            halaman.check(f'[data-indikator="{satu.kode}"] input[value="{dadu.randint(0, 3)}"]')
    for _ in range(20):
        basis = halaman.locator('[data-kunci="basis"] option').evaluate_all(
            "s => s.map(o => o.value).filter(Boolean)"
        )
        halaman.select_option('[data-kunci="basis"]', dadu.choice(basis))
        halaman.fill(
            '[data-kunci="nilai"]',
            dadu.choice(["0", "1", "20,01", "20,0051", "49,99", "100", "150", "201", "501", "0,009"]),
        )
        bundel = simpan(halaman)
        (isi,) = (satu["isi"] for satu in bundel["inovasi"])
        akar = tulis_daerah(tmp_path / "balik", tahun, {"dinkes/a": isi})
        tampil = float(halaman.locator("#kematangan").get_attribute("data-nilai"))
        assert tampil == _klaim(akar, tahun)[f"{tahun}/dinkes/a"], isi["indikator"]["kemanfaatan"]


def test_disimpan_lalu_diimpor_dinilai_sama(konteks: Any, tmp_path: Path) -> None:
    """Dua langkah: Simpan di peramban, ``impor`` di Bapperida; kematangannya sama dengan yang tampil."""
    lama = inovasi(2026, indikator={"regulasi": {"fakta": "sk_kepala_daerah"}})
    halaman = buka(konteks, buat(tmp_path, 2026, {"dinkes/a": lama}))
    halaman.click('[data-id="2026/dinkes/a"]')
    halaman.check('[data-indikator="regulasi"] input[value="3"]')
    halaman.fill('[data-bukti="regulasi"] [data-kunci="tautan"]', "https://a.example/perda.pdf")
    halaman.select_option('[data-kunci="basis"]', "orang")
    halaman.fill('[data-kunci="nilai"]', "350")
    tampil = float(halaman.locator("#kematangan").get_attribute("data-nilai"))
    berbukti = float(halaman.locator("#kematangan").get_attribute("data-berbukti"))
    bundel = simpan(halaman)
    nama = bundel.pop("_nama")
    (tmp_path / nama).write_text(json.dumps(bundel), encoding="utf-8")
    akar = tmp_path / "kota"
    keluaran = indeks("impor", tmp_path / nama, "--ke", akar, "--tahun", 2026)
    assert keluaran.kode == 0, keluaran.keluar + keluaran.galat
    assert _klaim(akar, 2026) == {"2026/dinkes/a": tampil}
    (satu,) = nilai(akar, 2026, dasar="berbukti")["inovasi"]
    assert (satu["kematangan"], satu["indikator"]["regulasi"]["parameter"]) == (berbukti, 3)


def test_inovasi_baru_diimpor_menjadi_draf_tanpa_galat(konteks: Any, tmp_path: Path) -> None:
    halaman = buka(konteks, buat(tmp_path, 2026, {}))
    halaman.click("#inovasi-baru")
    halaman.fill('[data-kunci="nama"]', "Kelas Ibu Malam")
    halaman.check('[data-indikator="monev"] input[value="2"]')
    bundel = simpan(halaman)
    nama = bundel.pop("_nama")
    (tmp_path / nama).write_text(json.dumps(bundel), encoding="utf-8")
    akar = tmp_path / "kota"
    assert indeks("impor", tmp_path / nama, "--ke", akar, "--tahun", 2026).kode == 0
    (satu,) = nilai(akar, 2026, dasar="klaim", sertakan_draf=True)["inovasi"]
    assert (satu["id"], satu["status"]) == ("2026/dinkes/kelas-ibu-malam", "draf")
    assert satu["indikator"]["monev"]["parameter"] == 2
    assert indeks("validasi", akar, "--format", "baris").kode == 0
