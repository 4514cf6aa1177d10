"""``indeks laporan`` dari baris perintah: folder keluaran, templat pengguna, dan penulisan yang utuh."""

from __future__ import annotations

import os
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import pytest

from indeksinovasi.alur.laporan import nama_subfolder
from indeksinovasi.berkas.jejak import NAMA_JEJAK
from indeksinovasi.berkas.tulis import tulis_semua
from indeksinovasi.keluaran.templat import Markah, jalankan_templat
from tests.daerah_uji import AKAR, CONTOH, indeks, inovasi, tulis, tulis_daerah
from tests.profil import LENGKAP

KOTA = CONTOH / "kota-contoh"
PANGKALPINANG = CONTOH / "kota-pangkalpinang"


@pytest.fixture
def kota(tmp_path: Path) -> Path:
    return tulis_daerah(tmp_path / "kota", 2024, {"dinkes/a": inovasi(nama="A | B")}, {"total": 40})


def _isi(folder: Path) -> dict[str, bytes]:
    """Semua berkas di *folder*, tanpa jejaknya."""
    return {
        satu.relative_to(folder).as_posix(): satu.read_bytes()
        for satu in folder.rglob("*")
        if satu.is_file() and satu.name != NAMA_JEJAK
    }


def test_satu_daerah_langsung_di_folder_tujuan(kota: Path, tmp_path: Path) -> None:
    hasil = indeks("laporan", kota, "-o", tmp_path / "a/b")
    assert (hasil.kode, hasil.keluar) == (0, f"{(tmp_path / 'a/b/laporan-2024.md').as_posix()}\n")
    assert "2024" in hasil.galat
    assert sorted(_isi(tmp_path / "a/b")) == [
        "bagan-2024-indikator.svg",
        "bagan-2024-kematangan.svg",
        "bagan-2024-langkah.svg",
        "bagan-2024-opd.svg",
        "bagan-2024-tren.svg",
        "indikator-2024.csv",
        "inovasi-2024.csv",
        "jalan-2024.csv",
        "langkah-2024.csv",
        "laporan-2024.md",
        "opd-2024.csv",
        "tren-2024.csv",
    ]


def test_banyak_daerah_satu_subfolder_tiap_daerah(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INDEKS_PROSES", "1")
    hasil = indeks("laporan", CONTOH / "kalimantan-selatan", "--tahun", 2025, "-o", tmp_path)
    assert hasil.kode == 0
    assert sorted(satu for satu in _isi(tmp_path) if "/" in satu) == [
        f"{nama}/{berkas}"
        for nama in ("kabupaten-balangan", "kabupaten-hulu-sungai-selatan", "kabupaten-tabalong")
        for berkas in ("bagan-2025-tren.svg", "laporan-2025.md", "tren-2025.csv")
    ]
    assert "Kabupaten Tapin" in hasil.galat


def test_nama_subfolder() -> None:
    assert nama_subfolder(["apa saja"]) == ("",)
    jalur = ["Kab. Hulu/Kota Ä", "kab-hulu-kota-a", "日本", "../..", "CON"]
    assert nama_subfolder(jalur) == ("kab-hulu-kota-a", "kab-hulu-kota-a_2", "daerah", "daerah_2", "con-1")


def test_tanpa_tahun_memakai_catatan_terbaru_walau_ada_hasil_terbit_yang_lebih_baru(
    kota: Path, tmp_path: Path
) -> None:
    terbit = {"tahun": 2025, "jenis": "final", "skor": 50, "sumber": "uji"}
    tulis(kota / "hasil_resmi.yaml", {"hasil": [terbit]})
    assert "2024" in indeks("laporan", kota, "-o", tmp_path / "o").galat
    assert "Daerah 2024" in (tmp_path / "o/laporan-2024.md").read_text(encoding="utf-8")
    assert indeks("laporan", kota, "--tahun", 2025, "-o", tmp_path / "p").kode == 0
    assert "Hasil terbit saja" in (tmp_path / "p/laporan-2025.md").read_text(encoding="utf-8")


def test_tanggal_hanya_tercetak_bila_diminta(kota: Path, tmp_path: Path) -> None:
    indeks("laporan", kota, "-o", tmp_path / "tanpa")
    indeks("laporan", kota, "-o", tmp_path / "bertanggal", "--tanggal", "2024-07-09")
    tanpa, bertanggal = _isi(tmp_path / "tanpa"), _isi(tmp_path / "bertanggal")
    assert b"9 Juli 2024" in bertanggal.pop("laporan-2024.md")
    assert b"Juli" not in tanpa.pop("laporan-2024.md")
    assert tanpa == bertanggal


@pytest.mark.parametrize("tanggal", ["kemarin", "2024-13-01", "2024-7-9", "20240709", "2024-W28-2"])
def test_tanggal_salah(tanggal: str, tmp_path: Path) -> None:
    hasil = indeks("laporan", KOTA, "-o", tmp_path / "o", "--tanggal", tanggal)
    assert (hasil.kode, (tmp_path / "o").exists()) == (2, False)


def test_berkas_rusak_dilaporkan_dan_kode_keluar_satu(kota: Path, tmp_path: Path) -> None:
    tulis(kota / "2024/dinkes/b.yaml", "nama: [")
    hasil = indeks("laporan", kota, "-o", tmp_path / "o")
    assert hasil.kode == 1
    assert "2024/dinkes/b.yaml:1:" in hasil.galat
    assert "2024/dinkes/b" in (tmp_path / "o/laporan-2024.md").read_text(encoding="utf-8")


def test_berkas_rusak_pada_tahun_pembanding_juga_dilaporkan(kota: Path, tmp_path: Path) -> None:
    tulis(kota / "2023/dinkes/lama.yaml", "nama: [")
    hasil = indeks("laporan", kota, "-o", tmp_path / "o")
    assert hasil.kode == 1
    assert hasil.galat.count("2023/dinkes/lama.yaml:1:") == 1


@pytest.mark.parametrize(
    "argumen",
    [
        ("tidak-ada",),
        (KOTA / "2024/dinas-kesehatan",),
        (KOTA / "2024/dinas-kesehatan/posyandu-digital.yaml",),
        (KOTA, "--tahun", 2019),
        (PANGKALPINANG, "--tahun", 2024),
        (KOTA, "--metode", "1999"),
        (KOTA, "--templat", "tidak-ada.j2"),
        (CONTOH / "lomba-kecamatan.yaml",),
    ],
)
def test_permintaan_yang_tidak_dapat_dikerjakan(
    argumen: tuple[str | Path | int, ...], tmp_path: Path
) -> None:
    hasil = indeks("laporan", *argumen, "-o", tmp_path / "o")
    assert (hasil.kode, hasil.keluar) == (2, "")
    assert hasil.galat.startswith("indeks: ")
    assert not (tmp_path / "o").exists()


def test_tanpa_folder_tujuan() -> None:
    assert indeks("laporan", KOTA).kode == 2


PROSES_BARU = "import sys\nfrom indeksinovasi.cli.aplikasi import jalankan\nsys.exit(jalankan(sys.argv[1:]))"


def test_bita_tidak_bergantung_pada_proses(tmp_path: Path) -> None:
    """Proses ini dan proses baru dengan benih hash lain menulis bita yang sama."""
    assert indeks("laporan", KOTA, "--tahun", 2021, "-o", tmp_path / "ini").kode == 0
    assert len(_isi(tmp_path / "ini")) == 17
    for nama, benih in (("satu", "1"), ("dua", "2")) if LENGKAP else (("satu", "1"),):
        lingkungan = {**os.environ, "PYTHONHASHSEED": benih, "PYTHONPATH": os.pathsep.join(sys.path)}
        perintah = [
            sys.executable,
            "-c",
            PROSES_BARU,
            "laporan",
            str(KOTA),
            "--tahun",
            "2021",
            "-o",
            str(tmp_path / nama),
        ]
        subprocess.run(perintah, check=True, env=lingkungan, cwd=AKAR, capture_output=True, timeout=120)
        assert _isi(tmp_path / nama) == _isi(tmp_path / "ini")


TERLARANG = (
    "{{ ''.__class__ }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ laporan.__class__ }}",
    "{{ laporan|attr('__class__') }}",
    "{{ laporan.nilai._replace(skor=1) }}",
    "{{ bab.__globals__ }}",
    "{{ bab.__closure__ }}",
    "{{ '{0.__class__}'.format(laporan) }}",
    "{{ ('{0.__class__}'|safe).format(laporan) }}",
    "{{ cycler.__init__.__globals__ }}",
    "{{ lipsum.__globals__['os'].getcwd() }}",
    "{{ self.__init__ }}",
    "{% include '/etc/passwd' %}",
    "{% include '../__init__.py' %}",
    "{% import 'os' as os %}",
    "{{ nama_asal.update({'final': 1}) }}",
    "{{ nama_asal.clear() }}",
    "{{ 9**9**9 }}",
    "{{ range(10**2 * 999999)|list }}",
    "{{ range(999999999)|list }}",
    "{{ tidak_ada }}",
    "{{ laporan.tidak_ada }}",
    "{{ laporan.nilai.opd[999] }}",
    "{{ 1 / 0 }}",
    "{{ laporan.tahun + 'x' }}",
    "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
    "{% for x in %}",
    "{{ laporan",
    "{% extends 'lain.j2' %}",
)


@pytest.mark.parametrize("templat", TERLARANG)
def test_templat_buruk_ditolak_dengan_letaknya(templat: str, kota: Path, tmp_path: Path) -> None:
    jalur = tulis(tmp_path / "templat.j2", f"# Judul\n\n{templat}\n")
    hasil = indeks("laporan", kota, "-o", tmp_path / "o", "--templat", jalur)
    assert (hasil.kode, hasil.keluar) == (2, "")
    assert f"{jalur.as_posix()}:3: " in hasil.galat
    assert "Traceback" not in hasil.galat
    assert not (tmp_path / "o").exists()


def test_templat_pengguna_diloloskan_untuk_markdown(kota: Path, tmp_path: Path) -> None:
    templat = (
        "{% set nilai = laporan.nilai %}"
        "{{ nilai.inovasi[0].nama }}; {{ nilai.skor }}; {{ laporan.tahun }}; {{ nilai.jarak.kurang }}\n"
        "{{ ('**'|safe) ~ laporan.nilai.inovasi[0].nama ~ ('**'|safe) }}\n"
    )
    jalur = tulis(tmp_path / "templat.j2", templat)
    assert indeks("laporan", kota, "-o", tmp_path / "o", "--templat", jalur).kode == 0
    satu, dua = (tmp_path / "o/laporan-2024.md").read_text(encoding="utf-8").splitlines()
    assert satu == "A \\| B; 16,15; 2024; 18,85"
    assert dua == "**A \\| B**"


@pytest.mark.parametrize("nama", ["templat.j2", "laporan.md.j2"])
def test_templat_pengguna_dapat_memperluas_templat_bawaan(
    nama: str, kota: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    tulis(
        Path(nama),
        '{% extends "laporan.md.j2" %}\n{% block kepala %}# Kop {{ laporan.daerah.nama }}\n{% endblock %}',
    )
    assert indeks("laporan", kota, "-o", "o", "--templat", nama).kode == 0
    baris = Path("o/laporan-2024.md").read_text(encoding="utf-8").splitlines()
    assert baris[0] == "# Kop Kota Uji"
    assert any(satu.startswith("**Kota Uji ") for satu in baris[:4])


@pytest.mark.parametrize("isi", [b"\xff\xfe", b"x" * (512 * 1024 + 1)])
def test_templat_bukan_teks_ditolak(isi: bytes, tmp_path: Path) -> None:
    (tmp_path / "t.j2").write_bytes(isi)
    hasil = indeks("laporan", KOTA, "-o", tmp_path / "o", "--templat", tmp_path / "t.j2")
    assert (hasil.kode, (tmp_path / "o").exists()) == (2, False)


NAMA = "A | B <i> [x](y)"
LOLOS = "A \\| B &lt;i&gt; \\[x\\](y)"


@pytest.mark.parametrize(
    ("templat", "harapan"),
    [
        ("{{ x }}", LOLOS),
        ("{{ x|safe }}", NAMA),
        ("{{ ('- '|safe) ~ x }}", f"- {LOLOS}"),
        ("{{ x ~ ' dan ' ~ x }}", f"{LOLOS} dan {LOLOS}"),
        ("{{ ('- '|safe) + x }}", f"- {LOLOS}"),
        ("{{ '- %s'|safe % x }}", f"- {LOLOS}"),
        ("{{ ('- {}'|safe).format(x) }}", f"- {LOLOS}"),
        ("{{ ['<br>'|safe, x]|join('<br>'|safe) }}", f"<br><br>{LOLOS}"),
        ("{{ [x, x]|join(', ') }}", f"{LOLOS}, {LOLOS}"),
        ("{% macro m(y) %}**{{ y }}**{% endmacro %}{{ m(x) }}", f"**{LOLOS}**"),
        ("{% set y %}**{{ x }}**{% endset %}{{ y }}", f"**{LOLOS}**"),
        ("{{ x|upper }}", LOLOS.upper().replace("&LT;", "&lt;").replace("&GT;", "&gt;")),
        ("{{ kosong }} {{ benar }} {{ n }}", "– ya 1.234,50"),
        (
            "{{ n|angka(1) }} {{ n|rapi }} {{ kosong|angka }} {{ (n, n)|rentang }}",
            "1.234,5 1.234,5 – 1.234,50",
        ),
    ],
)
def test_penyusunan_teks_dalam_templat(templat: str, harapan: str) -> None:
    isi = {"x": NAMA, "kosong": None, "benar": True, "n": Fraction("1234.5")}
    assert jalankan_templat(isi, ("uji", templat)) == harapan


def test_blok_kode_tidak_dapat_ditutup_isinya() -> None:
    hasil = jalankan_templat({"baris": ("a", "```", "````")}, ("uji", "{{ baris|kode }}"))
    assert hasil == "`````text\na\n```\n````\n`````"


def test_markah_mempertahankan_spasi_tepi() -> None:
    assert Markah.escape(" a|b ") == " a\\|b "
    assert Markah.escape("  ") == " "


def test_menulis_mengganti_isi_lama_dan_tidak_meninggalkan_sisa(tmp_path: Path) -> None:
    tulis_semua(tmp_path / "a/b", {"satu": b"1", "dua": b"2"})
    tulis_semua(tmp_path / "a/b", {"satu": b"11"})
    assert _isi(tmp_path) == {"a/b/satu": b"11", "a/b/dua": b"2"}


def test_gagal_menulis_tidak_menyentuh_yang_ada(tmp_path: Path) -> None:
    tulis_semua(tmp_path, {"satu": b"lama"})
    with pytest.raises(OSError):  # noqa: PT011  # jenisnya berbeda antarsistem
        tulis_semua(tmp_path, {"satu": b"baru", "tidak/ada": b"x"})
    assert _isi(tmp_path) == {"satu": b"lama"}


def test_tujuan_yang_tidak_dapat_ditulisi(kota: Path, tmp_path: Path) -> None:
    berkas = tulis(tmp_path / "berkas", "isi")
    (tmp_path / "o/laporan-2024.md").mkdir(parents=True)
    for folder in (berkas, berkas / "sub", tmp_path / "o"):
        hasil = indeks("laporan", kota, "-o", folder)
        assert (hasil.kode, hasil.keluar) == (2, "")
        assert hasil.galat.splitlines()[-1].startswith("indeks: Laporan tidak dapat ditulis")
    assert _isi(tmp_path / "o") == {}
    assert berkas.read_text(encoding="utf-8") == "isi"
