"""``indeks banding`` dari baris perintah: penulisan sisi, kode keluar, JSON, Markdown, dan lebar teks."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

from indeksinovasi.alur.banding import PermintaanSisi, urai_sisi
from indeksinovasi.alur.galat import GalatPemakaian
from indeksinovasi.inti.banding.uraian import FAKTOR
from tests.daerah_uji import AKAR, CONTOH, Data, indeks, inovasi, tulis, tulis_daerah

PANGKALPINANG = CONTOH / "kota-pangkalpinang"
BUKTI = [{"tautan": "https://contoh.go.id/bukti"}]


def _json(*argumen: str | Path | int, kode: int = 0) -> list[Data]:
    keluaran = indeks("banding", *argumen, "--format", "json")
    assert keluaran.kode == kode, keluaran.galat
    dokumen: Data = json.loads(keluaran.keluar, parse_float=Decimal)
    assert dokumen["versi_format"] == 1
    isi: list[Data] = dokumen["perbandingan"]
    return isi


@pytest.fixture
def kota(tmp_path: Path) -> Path:
    """Tiga tahun: satu inovasi berkembang dari 2022 lewat 2023 ke 2024, satu baru, satu hilang."""
    entri = {"regulasi": {"parameter": 2, "bukti": BUKTI, "verifikasi": {"parameter": 1}}}
    tulis_daerah(
        tmp_path,
        2022,
        {
            "dinkes/posyandu": inovasi(2022, nama="Posyandu", indikator=entri),
            "dinkes/lama": inovasi(2022, nama="Lama"),
        },
        {"total": 40},
    )
    lanjut = inovasi(2023, nama="Posyandu Dua", indikator=entri, pengembangan_dari="2022/dinkes/posyandu")
    tulis_daerah(tmp_path, 2023, {"bappeda/gizi": lanjut}, {"total": 41})
    entri = {"regulasi": {"parameter": 3, "bukti": BUKTI}}
    lanjut = inovasi(2024, nama="Peta Gizi", indikator=entri, pengembangan_dari="2023/bappeda/gizi")
    tulis_daerah(
        tmp_path, 2024, {"dinsos/peta": lanjut, "dinsos/baru": inovasi(2024, nama="Baru")}, {"total": 43}
    )
    return tmp_path


@pytest.mark.parametrize(
    ("teks", "harapan"),
    [
        ("2022", PermintaanSisi("2022", 2022, None, "berbukti", True)),
        (" 2023:terverifikasi ", PermintaanSisi("2023:terverifikasi", 2023, None, "terverifikasi", False)),
        ("2023:berbukti", PermintaanSisi("2023:berbukti", 2023, None, "berbukti", False)),
        ("2023@2026", PermintaanSisi("2023@2026", 2023, "2026", "berbukti", False)),
        ("2023@2026:klaim", PermintaanSisi("2023@2026:klaim", 2023, "2026", "klaim", False)),
        (
            "2023@lomba/kota.yaml:klaim",
            PermintaanSisi("2023@lomba/kota.yaml:klaim", 2023, "lomba/kota.yaml", "klaim", False),
        ),
        (
            "2023@C:\\lomba.yaml",
            PermintaanSisi("2023@C:\\lomba.yaml", 2023, "C:\\lomba.yaml", "berbukti", False),
        ),
    ],
)
def test_sisi_diurai(teks: str, harapan: PermintaanSisi) -> None:
    assert urai_sisi(teks) == harapan


@pytest.mark.parametrize(
    "teks",
    ["", "23", "20222", "2022:", "2022@", "2022:klaim@2026", "T-1", "2022-2023", "\uff12\uff10\uff12\uff12"],
)
def test_sisi_salah_menyebut_cara_menulisnya(teks: str) -> None:
    with pytest.raises(GalatPemakaian) as galat:
        urai_sisi(teks)
    assert "2023@2026:klaim" in galat.value.petunjuk


def test_dasar_salah_ketik_diberi_saran() -> None:
    with pytest.raises(GalatPemakaian, match='mungkin maksud Anda "terverifikasi"'):
        urai_sisi("2023:verifikasi")


def test_kontrak_json_dan_jumlah_yang_tepat(kota: Path) -> None:
    satu, dua = _json(kota, 2022, "2023@2026:klaim", 2024)
    assert [(isi["dari"], isi["ke"]) for isi in (satu, dua)] == [
        ("2022", "2023@2026:klaim"),
        ("2023@2026:klaim", "2024"),
    ]
    for isi in (satu, dua):
        assert (isi["skala_sama"], isi["alasan"], isi["setara"]) == (True, None, None)
        assert tuple(bagian["faktor"] for bagian in isi["uraian"]) == FAKTOR
        sumbangan = {bagian["faktor"]: bagian["sumbangan"] for bagian in isi["uraian"]}
        assert sum(sumbangan.values()) == isi["selisih"] != 0
        assert sum(bagian["sumbangan"] for bagian in isi["kematangan"]) == sumbangan["kematangan"]


def test_tahun_dengan_dirinya_sendiri_nol(kota: Path) -> None:
    (satu,) = _json(kota, 2022, 2022)
    assert satu["selisih"] == 0
    assert {bagian["sumbangan"] for bagian in satu["uraian"]} == {0}


def test_dasar_yang_berbeda_hanya_menggerakkan_kematangan(kota: Path) -> None:
    (satu,) = _json(kota, "2022:klaim", "2022:terverifikasi")
    assert satu["selisih"] < 0
    assert {bagian["faktor"] for bagian in satu["uraian"] if bagian["sumbangan"]} == {"kematangan"}
    assert [isi["perubahan"] for isi in satu["inovasi"]] == ["turun", "tetap"]


def test_pengembangan_ditelusuri_lewat_tahun_yang_tidak_dibandingkan(kota: Path) -> None:
    (satu,) = _json(kota, 2022, 2024)
    hasil = {
        (isi["perubahan"], isi["dari"] and isi["dari"]["id"], isi["ke"] and isi["ke"]["id"])
        for isi in satu["inovasi"]
    }
    assert hasil == {
        ("naik", "2022/dinkes/posyandu", "2024/dinsos/peta"),
        ("hilang", "2022/dinkes/lama", None),
        ("baru", None, "2024/dinsos/baru"),
    }


def test_urutan_sisi_menentukan_arah(kota: Path) -> None:
    (maju,), (mundur,) = _json(kota, 2022, 2024), _json(kota, 2024, 2022)
    balik = {isi["faktor"]: -isi["sumbangan"] for isi in mundur["uraian"]}
    assert {isi["faktor"]: isi["sumbangan"] for isi in maju["uraian"]} == balik


def test_pangkalpinang_deret_tanpa_uraian_rekaan() -> None:
    isi = _json(PANGKALPINANG, 2020, 2021, 2022, 2023)
    assert [(satu["dari"], satu["ke"], satu["skala_sama"]) for satu in isi] == [
        ("2020", "2021", False),
        ("2021", "2022", True),
        ("2022", "2023", True),
    ]
    assert all((satu["selisih"], satu["uraian"]) == (None, []) and satu["alasan"] for satu in isi)
    # Yang terakhir membandingkan angka tanpa jenis dengan penilaian mandiri: tidak dikurangkan.
    assert [satu["terbit"] and satu["terbit"]["selisih"] for satu in isi] == [None, Decimal("-8.81"), None]


def test_pangkalpinang_teks() -> None:
    keluaran = indeks("banding", PANGKALPINANG, 2020, 2021, 2022, 2023)
    assert (keluaran.kode, keluaran.galat) == (0, "")
    assert keluaran.keluar == (AKAR / "tests" / "potret" / "banding-pangkalpinang.txt").read_text(
        encoding="utf-8"
    )


def test_antarskala_memberi_pasangan_setara() -> None:
    (satu,) = _json(CONTOH / "kota-contoh", 2020, 2021)
    assert (satu["skala_sama"], satu["selisih"], satu["uraian"]) == (False, None, [])
    setara = satu["setara"]
    # Maksimum SPD 2021 hanya ditulis kota pada 2021/spd.yaml; catatan 2020 dinilai dengan maksimum yang sama.
    assert (setara["dari"], setara["ke"]) == ("2020@2021", "2021")
    assert setara["selisih"] == sum(bagian["sumbangan"] for bagian in setara["uraian"])


@pytest.mark.parametrize(
    "sisi",
    [("2020", "2021", "2022", "2023", "2024", "2026"), ("2023:terverifikasi", "2023@2026:terverifikasi")],
)
@pytest.mark.parametrize("rinci", [[], ["--rinci"]])
def test_teks_paling_lebar_80_kolom_tanpa_warna(sisi: tuple[str, ...], rinci: list[str]) -> None:
    keluaran = indeks("banding", CONTOH / "kota-contoh", *sisi, *rinci)
    assert keluaran.kode == 0
    assert max(map(len, keluaran.keluar.splitlines())) <= 80
    assert "\x1b" not in keluaran.keluar


def test_judul_jahat_tidak_merusak_tabel_markdown(tmp_path: Path) -> None:
    jahat = "a | b\n# c <script>x</script> [y](z) `d` \\"
    tulis_daerah(tmp_path, 2023, {"dinkes/satu": inovasi(2023, nama=jahat)}, {"total": 40})
    daerah = {"nama": jahat, "jenis": "kota", "kode": "99.01", "perangkat_daerah": {"dinkes": jahat}}
    tulis_daerah(tmp_path, 2024, {"dinkes/satu": inovasi(2024, nama=jahat)}, {"total": 40}, daerah)
    tulis(
        tmp_path / "hasil_resmi.yaml",
        {"hasil": [{"tahun": 2023, "jenis": "final", "skor": 1, "sumber": jahat}]},
    )
    keluaran = indeks("banding", tmp_path, 2023, 2024, "--format", "markdown")
    assert keluaran.kode == 0
    token = MarkdownIt("commonmark").enable("table").parse(keluaran.keluar)
    assert not [satu for satu in token if satu.type.startswith(("html", "code", "fence"))]
    anak = {anak.type for satu in token for anak in satu.children or ()}
    assert anak <= {"text", "text_special", "code_inline", "strong_open", "strong_close"}
    lebar = _lebar_tabel(keluaran.keluar)
    assert len(lebar) == 5
    assert all(len(set(baris)) == 1 for baris in lebar)


def _lebar_tabel(teks: str) -> list[list[int]]:
    """Banyak sel tiap baris, tabel demi tabel."""
    hasil: list[list[int]] = []
    for token in MarkdownIt("commonmark").enable("table").parse(teks):
        if token.type == "table_open":
            hasil.append([])
        elif token.type == "tr_open":
            hasil[-1].append(0)
        elif token.type in ("th_open", "td_open"):
            hasil[-1][-1] += 1
    return hasil


def test_opd_yang_semua_inovasinya_ditolak_tetap_melapor(tmp_path: Path) -> None:
    status = {"dinkes/a": "ditolak", "dinkes/b": "ditolak", "dinsos/c": "draf"}
    daerah = {
        "nama": "Kota Uji",
        "jenis": "kota",
        "kode": "99.01",
        "perangkat_daerah": {"dinkes": "Dinas Kesehatan", "dinsos": "Dinas Sosial"},
    }
    for tahun in (2023, 2024):
        isi = {nama: inovasi(tahun, nama=nama, status=satu) for nama, satu in status.items()}
        tulis_daerah(tmp_path, tahun, isi, {"total": 40}, daerah)
    (satu,) = _json(tmp_path, 2023, 2024)
    assert [satu["ringkasan"][sisi]["opd_melapor"] for sisi in ("dari", "ke")] == [1, 1]
    assert "OPD melapor: 1 dari 2." in indeks("banding", tmp_path, 2023, 2024).keluar


def test_batas_yang_bergeser_disebut_sebelum_sebab_lain(tmp_path: Path) -> None:
    for tahun in (2024, 2025):
        isi = {f"dinkes/{n}": inovasi(tahun, nama=f"I{n}", kematangan=50) for n in range(12)}
        tulis_daerah(tmp_path, tahun, isi, {"total": 41})
    baris = indeks("banding", tmp_path, 2024, 2025).keluar.splitlines()
    assert baris[2] == "  38,22 → 38,22   tetap   Inovatif menjadi Kurang Inovatif"
    assert baris[3] == "  Batas Inovatif naik 35,00 → 40,01 (asumsi, kepastian lemah)."
    assert "karena batas itu" in baris[4]


def test_berkas_tak_terbaca_kode_keluar_1(kota: Path) -> None:
    tulis(kota / "2022" / "dinkes" / "rusak.yaml", "nama: [")
    keluaran = indeks("banding", kota, 2022, 2024)
    assert keluaran.kode == 1
    assert "2022/dinkes/rusak.yaml:1:" in keluaran.galat
    dokumen = json.loads(indeks("banding", kota, 2022, 2024, "--format", "json").keluar)
    assert [satu["berkas"] for satu in dokumen["temuan"]] == ["2022/dinkes/rusak.yaml"]


def test_tahun_antara_yang_rusak_tidak_ikut_dilaporkan(kota: Path) -> None:
    tulis(kota / "2023" / "bappeda" / "gizi.yaml", "nama: [")
    keluaran = indeks("banding", kota, 2022, 2024)
    assert (keluaran.kode, keluaran.galat) == (0, "")


@pytest.mark.parametrize(
    ("argumen", "sebut"),
    [
        (["2022"], "dua sisi"),
        (["2019", "2022"], "2022, 2023, 2024"),
        (["2022", "2023@1999"], "1999"),
        (["2022", "2023@tiada.yaml"], "tiada.yaml"),
        (["2022", "2023:klam"], "klaim"),
    ],
)
def test_pemakaian_salah_kode_keluar_2(kota: Path, argumen: list[str], sebut: str) -> None:
    keluaran = indeks("banding", kota, *argumen)
    assert (keluaran.kode, keluaran.keluar) == (2, "")
    assert sebut in keluaran.galat


def test_dasar_pada_hasil_terbit_kode_keluar_2() -> None:
    keluaran = indeks("banding", PANGKALPINANG, "2021:klaim", "2022")
    assert keluaran.kode == 2
    assert "tulis 2021 saja" in keluaran.galat


def test_folder_opd_bukan_daerah(kota: Path) -> None:
    assert indeks("banding", kota / "2022" / "dinkes", 2022, 2024).kode == 2


def test_banyak_daerah_satu_baris_tiap_pasangan() -> None:
    keluaran = indeks("banding", CONTOH, 2021, 2022)
    assert keluaran.kode == 0
    assert keluaran.keluar.count("2021 → 2022") == len(_json(CONTOH, 2021, 2022))
    assert "Kota Banjarmasin" in keluaran.galat or "Kota Rapi" in keluaran.galat


def test_daerah_tanpa_salah_satu_sisi_disebut(tmp_path: Path) -> None:
    for nama, tahun in {"a": (2022, 2023, 2024), "b": (2022, 2024)}.items():
        for satu in tahun:
            tulis_daerah(tmp_path / nama, satu, {"dinkes/x": inovasi(satu)}, {"total": 40})
    isi = _json(tmp_path, 2022, 2023, 2024)
    assert [(satu["dari"], satu["ke"]) for satu in isi] == [
        ("2022", "2023"),
        ("2023", "2024"),
        ("2022", "2024"),
    ]
    assert "Tanpa data: 2023" in indeks("banding", tmp_path, 2022, 2023, 2024, "--rinci").keluar


def test_metode_dari_berkas(kota: Path) -> None:
    (satu,) = _json(kota, "2022@2026", f"2022@{AKAR / 'indikator' / '2026.yaml'}")
    assert satu["selisih"] == 0
    (satu,) = _json(kota, "2022", f"2022@{CONTOH / 'lomba-kecamatan.yaml'}")
    assert (satu["skala_sama"], satu["selisih"], satu["setara"]) == (False, None, None)


def _bentuk(isi: Any) -> Any:
    """Kunci tanpa nilainya, untuk membandingkan bentuk dua objek."""
    return {kunci: _bentuk(nilai) for kunci, nilai in isi.items()} if isinstance(isi, dict) else None


def test_bentuk_objek_sama_untuk_semua_pasangan() -> None:
    isi = _json(CONTOH / "kota-contoh", 2022, 2023, 2024)
    assert _bentuk(isi[0]) == _bentuk(isi[1])


def test_hasil_resmi_rusak_disebut_walau_tidak_ada_yang_dibandingkan(tmp_path: Path) -> None:
    tulis(tmp_path / "daerah.yaml", {"nama": "Kota Uji", "jenis": "kota", "kode": "99.01"})
    tulis(tmp_path / "hasil_resmi.yaml", "hasil: [")
    keluaran = indeks("banding", tmp_path, 2021, 2022)
    assert keluaran.kode == 2
    assert "hasil_resmi.yaml:1:" in keluaran.galat


@pytest.mark.parametrize(
    ("data", "sisi"),
    [("kota-contoh", ("2020", "2022", "2023")), ("kota-pangkalpinang", ("2020", "2021", "2023"))],
)
def test_markdown_lengkap_berbentuk_tabel_utuh(data: str, sisi: tuple[str, ...]) -> None:
    keluaran = indeks("banding", CONTOH / data, *sisi, "--format", "markdown")
    lebar = _lebar_tabel(keluaran.keluar)
    assert all(len(set(baris)) == 1 for baris in lebar)
    pasangan = [baris for baris in keluaran.keluar.splitlines() if baris.startswith("### ") and "→" in baris]
    assert len(pasangan) == len(sisi) - 1
