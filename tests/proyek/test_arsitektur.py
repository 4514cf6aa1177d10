"""Arah impor antarlapisan, kemurnian ``inti``, dan impor berat hanya di perintah yang memerlukannya."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import indeksinovasi
from indeksinovasi.cli.aplikasi import PERINTAH
from tests.daerah_uji import inovasi, tulis_daerah

PAKET = "indeksinovasi"
FOLDER = Path(indeksinovasi.__file__).parent
BOLEH = {
    "inti": {"inti"},
    "berkas": {"berkas", "inti"},
    "alur": {"alur", "berkas", "inti"},
    "keluaran": {"keluaran", "inti"},
    "cli": {"cli", "alur", "keluaran", "inti"},
    "__main__": {"cli"},
    # API Python kecil: bentuk JSON-nya sama dengan keluaran perintah.
    "api": {"alur", "berkas", "keluaran", "inti"},
    "__init__": set(),
}
# Sayap di dalam inti: model tidak mengenal apa pun di atasnya, dan sayap tidak membaca isi sayap lain.
_DASAR = {"model", "ejaan", "nama", "tulis_yaml", "katalog", "hitung"}
SAYAP = {
    "__init__": set(),
    "model": {"model"},
    "padanan": {"padanan", "model"},
    "ejaan": {"padanan", "model"},
    "nama": set(),
    "sel": set(),
    "tulis_yaml": {"model"},
    "katalog": {"katalog", "ejaan", "model"},
    "hitung": {"hitung", "ejaan", "model"},
    "periksa": {"periksa", *_DASAR},
    "banding": {"banding", *_DASAR},
    "laporan": {"laporan", *_DASAR},
    "metode": {"metode", *_DASAR},
    "impor": {"impor", *_DASAR},
    "rencana": {"rencana", *_DASAR},
    "formulir": {"formulir", *_DASAR},
}
TERLARANG_DI_INTI = {
    *(
        "io",
        "os",
        "sys",
        "pathlib",
        "shutil",
        "tempfile",
        "glob",
        "subprocess",
        "socket",
        "urllib.request",
        "logging",
    ),
    *("time", "random", "secrets", "locale", "getpass", "platform", "threading", "asyncio"),
    *(
        "yaml",
        "ruamel",
        "ryaml",
        "typer",
        "click",
        "rich",
        "jinja2",
        "resvg_py",
        "docx",
        "numpy",
        "highspy",
        "requests",
    ),
}
PEMANGGILAN_TERLARANG_DI_INTI = {"open", "print", "input", "exec", "eval", "__import__"}
JAM_DAN_LINGKUNGAN = {"now", "today", "utcnow", "environ", "getenv"}
# Kelas jalur murni tidak menyentuh cakram.
NAMA_PATHLIB_MURNI = {"PurePath", "PurePosixPath", "PureWindowsPath"}


def _modul(jalur: Path) -> str:
    return ".".join((PAKET, *jalur.relative_to(FOLDER).with_suffix("").parts))


@cache
def _simpul(kode: str) -> tuple[ast.AST, ...]:
    """Semua simpul pohon sintaks *kode*; tiap modul diurai sekali untuk semua pemeriksa."""
    return tuple(ast.walk(ast.parse(kode)))


def _impor(kode: str, modul: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Setiap modul yang diimpor *kode*, juga di dalam fungsi, beserta nama yang diambil darinya."""
    for simpul in _simpul(kode):
        if isinstance(simpul, ast.Import):
            yield from ((nama.name, ()) for nama in simpul.names)
        elif isinstance(simpul, ast.ImportFrom):
            induk = modul.split(".")[: -simpul.level] if simpul.level else []
            yield (
                ".".join((*induk, *((simpul.module or "").split(".") if simpul.module else ()))),
                tuple(nama.name for nama in simpul.names),
            )


def _lapisan(modul: str) -> str:
    bagian = modul.split(".")
    return bagian[1] if len(bagian) > 1 else "__init__"


def sisi_terlarang(kode: str, modul: str) -> list[str]:
    """Impor di dalam paket yang melawan arah lapisan."""
    boleh = BOLEH[_lapisan(modul)]
    tujuan = [
        dari if dari != PAKET else f"{PAKET}.{nama}"
        for dari, semua in _impor(kode, modul)
        if dari.split(".")[0] == PAKET
        for nama in (semua or ("",))
    ]
    # Versi paket boleh dibaca siapa pun.
    return sorted({satu for satu in tujuan if _lapisan(satu) not in {*boleh, "__version__"}})


def _sayap(modul: str) -> str:
    bagian = modul.split(".")
    return bagian[2] if len(bagian) > 2 else "__init__"


def sisi_sayap_terlarang(kode: str, modul: str) -> list[str]:
    """Impor antarsayap ``inti`` yang melawan arah."""
    boleh = SAYAP[_sayap(modul)]
    awalan = f"{PAKET}.inti."
    tujuan = {dari for dari, _ in _impor(kode, modul) if dari.startswith(awalan)}
    return sorted(satu for satu in tujuan if _sayap(satu) not in boleh)


def lingkaran(impor: dict[str, set[str]]) -> list[str]:
    """Modul yang dapat kembali ke dirinya sendiri lewat impor."""

    def terjangkau(awal: str) -> set[str]:
        dilihat: set[str] = set()
        antrean = [awal]
        while antrean:
            baru = impor.get(antrean.pop(), set()) - dilihat
            dilihat |= baru
            antrean += baru
        return dilihat

    return sorted(modul for modul in impor if modul in terjangkau(modul))


def najis(kode: str, modul: str) -> list[str]:
    """Impor dan pemanggilan yang tidak boleh ada di ``inti``."""
    salah = [
        dari
        for dari, nama in _impor(kode, modul)
        if any(dari == satu or dari.startswith(f"{satu}.") for satu in TERLARANG_DI_INTI)
        and not (dari == "pathlib" and nama and NAMA_PATHLIB_MURNI.issuperset(nama))
    ]
    for simpul in _simpul(kode):
        if isinstance(simpul, ast.Call) and isinstance(simpul.func, ast.Name):
            salah += [simpul.func.id] if simpul.func.id in PEMANGGILAN_TERLARANG_DI_INTI else []
        elif isinstance(simpul, ast.Attribute) and simpul.attr in JAM_DAN_LINGKUNGAN:
            salah.append(simpul.attr)
    return salah


SEMUA = {_modul(jalur): jalur.read_text(encoding="utf-8") for jalur in sorted(FOLDER.rglob("*.py"))}
INTI = sorted(modul for modul in SEMUA if _lapisan(modul) == "inti")


def test_semua_lapisan_terbaca() -> None:
    assert {_lapisan(modul) for modul in SEMUA} == set(BOLEH)
    assert len(INTI) > 20


def test_impor_searah_lapisan() -> None:
    assert {modul: sisi for modul, kode in SEMUA.items() if (sisi := sisi_terlarang(kode, modul))} == {}


def test_semua_sayap_inti_terbaca() -> None:
    assert {_sayap(modul) for modul in INTI} == set(SAYAP)


def test_impor_searah_sayap() -> None:
    assert {modul: sisi for modul in INTI if (sisi := sisi_sayap_terlarang(SEMUA[modul], modul))} == {}


@pytest.mark.parametrize(
    ("modul", "kode"),
    [
        ("indeksinovasi.inti.model.x", "from indeksinovasi.inti.hitung.rumus import hitung"),
        ("indeksinovasi.inti.hitung.x", "from indeksinovasi.inti.banding.susun import bandingkan"),
        ("indeksinovasi.inti.laporan.x", "from indeksinovasi.inti.banding import susun"),
        ("indeksinovasi.inti.ejaan", "def f():\n    from indeksinovasi.inti.katalog import KATALOG"),
    ],
)
def test_pemeriksa_menemukan_sisi_sayap_terlarang(modul: str, kode: str) -> None:
    assert sisi_sayap_terlarang(kode, modul) != []


def test_tidak_ada_lingkaran_impor() -> None:
    def sasaran(dari: str, nama: tuple[str, ...]) -> set[str]:
        return {satu for satu in (dari, *(f"{dari}.{akhir}" for akhir in nama)) if satu in SEMUA}

    impor = {
        modul: set().union(*(sasaran(*satu) for satu in _impor(kode, modul)))
        for modul, kode in SEMUA.items()
        if not modul.endswith("__init__")
    }
    assert lingkaran(impor) == []


def test_pemeriksa_menemukan_lingkaran() -> None:
    assert lingkaran({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}}) == ["a", "b", "c"]


def test_inti_murni() -> None:
    assert {modul: isi for modul in INTI if (isi := najis(SEMUA[modul], modul))} == {}


@pytest.mark.parametrize(
    ("modul", "kode"),
    [
        ("indeksinovasi.inti.x", "from indeksinovasi.berkas.baca import baca"),
        ("indeksinovasi.inti.x", "def f():\n    import indeksinovasi.alur.nilai"),
        ("indeksinovasi.inti.x", "from indeksinovasi import cli"),
        ("indeksinovasi.inti.model.x", "from ...berkas import baca"),
        ("indeksinovasi.berkas.x", "from indeksinovasi.keluaran.teks import aman"),
        ("indeksinovasi.berkas.x", "from indeksinovasi.alur.nilai import jalankan"),
        ("indeksinovasi.alur.x", "from indeksinovasi.keluaran.teks import aman"),
        ("indeksinovasi.alur.x", "if 1:\n    from indeksinovasi.cli import utama"),
        ("indeksinovasi.keluaran.x", "from indeksinovasi.alur.nilai import Permintaan"),
        ("indeksinovasi.keluaran.x", "from ..berkas import baca"),
        ("indeksinovasi.cli.x", "from indeksinovasi.berkas.baca import baca"),
        ("indeksinovasi.inti.x", "import indeksinovasi"),
    ],
)
def test_pemeriksa_menemukan_sisi_terlarang(modul: str, kode: str) -> None:
    assert sisi_terlarang(kode, modul) != []


@pytest.mark.parametrize(
    ("modul", "kode"),
    [
        ("indeksinovasi.cli.x", "from indeksinovasi import __version__"),
        ("indeksinovasi.cli.x", "from indeksinovasi.inti.model.hasil import Hasil"),
        ("indeksinovasi.alur.x", "from ..berkas.baca import baca"),
        ("indeksinovasi.inti.model.x", "from ..angka import pecahan"),
    ],
)
def test_pemeriksa_membiarkan_sisi_yang_searah(modul: str, kode: str) -> None:
    assert sisi_terlarang(kode, modul) == []


@pytest.mark.parametrize(
    "kode",
    [
        "import os",
        "import os.path",
        "def f():\n    import ryaml",
        "from ruamel.yaml import YAML",
        "from pathlib import Path",
        "import pathlib",
        "from rich.console import Console",
        "open('a')",
        "print(1)",
        "from datetime import date\ndate.today()",
        "from datetime import datetime\ndatetime.now()",
    ],
)
def test_pemeriksa_menemukan_inti_yang_tidak_murni(kode: str) -> None:
    assert najis(kode, "indeksinovasi.inti.x") != []


def test_pemeriksa_membiarkan_jalur_dan_tanggal_murni() -> None:
    kode = "from pathlib import PurePosixPath\nfrom datetime import date\ndate(2024, 1, 1)"
    assert najis(kode, "indeksinovasi.inti.x") == []


# Cabang yang harus diingat orang yang membaca satu fungsi.
CABANG = (
    ast.If,
    ast.For,
    ast.While,
    ast.ExceptHandler,
    ast.IfExp,
    ast.comprehension,
    ast.match_case,
    ast.Assert,
)
CABANG_TERBANYAK = 15


def kerumitan(fungsi: ast.AST) -> int:
    """Satu, ditambah tiap cabang, tiap sambungan ``and``/``or``, dan tiap saringan perulangan sebaris."""
    hasil = 1
    for simpul in ast.walk(fungsi):
        hasil += isinstance(simpul, CABANG)
        if isinstance(simpul, ast.BoolOp):
            hasil += len(simpul.values) - 1
        elif isinstance(simpul, ast.comprehension):
            hasil += len(simpul.ifs)
    return hasil


def fungsi_rumit(kode: str) -> list[str]:
    """Fungsi dan metode yang cabangnya terlalu banyak."""
    semua = (s for s in ast.walk(ast.parse(kode)) if isinstance(s, ast.FunctionDef | ast.AsyncFunctionDef))
    return [satu.name for satu in semua if kerumitan(satu) > CABANG_TERBANYAK]


@pytest.mark.parametrize("modul", SEMUA)
def test_tidak_ada_fungsi_yang_terlalu_rumit(modul: str) -> None:
    assert fungsi_rumit(SEMUA[modul]) == []


@pytest.mark.parametrize(
    ("isi", "cabang"),
    [
        ("return 1", 1),
        ("return a and b and c", 3),
        ("return [x for x in a if x if b]", 4),
        ("if a:\n        return 1\n    elif b:\n        return 2\n    return 3 if c else 4", 4),
        ("try:\n        a()\n    except ValueError:\n        assert b\n    while c:\n        a()", 4),
        ("match a:\n        case 1:\n            return 1\n        case _:\n            return 2", 3),
        ("def g():\n        return a or b\n    return g", 2),
    ],
)
def test_kerumitan_menghitung_tiap_cabang(isi: str, cabang: int) -> None:
    (fungsi,) = ast.parse(f"def f(a, b, c):\n    {isi}\n").body
    assert kerumitan(fungsi) == cabang


def test_pemeriksa_menemukan_fungsi_rumit() -> None:
    def kode(banyak: int) -> str:
        return "def f(a):\n" + "    if a:\n        a()\n" * banyak

    assert fungsi_rumit(kode(CABANG_TERBANYAK - 1)) == []
    assert fungsi_rumit(kode(CABANG_TERBANYAK)) == ["f"]


# Satu pembuka berkas, dan satu tempat yang menanyakan apa sebuah jalur itu.
PEMBUKA = {
    f"{PAKET}.berkas.buka": {"os.open"},
    # Kunci tulis: foldernya sendiri, atau berkas kunci di folder sementara Windows; isinya tidak dibaca.
    f"{PAKET}.berkas.kunci": {"os.open", "jalur.open"},
    # Berkas sementara yang baru dibuat; tidak ada yang dibaca.
    f"{PAKET}.berkas.tulis": {"os.open"},
    # Anggota arsip yang bitanya sudah dibaca pembuka bersama.
    f"{PAKET}.berkas.tabel_tersasar": {"arsip.open"},
    # Aliran pengganti untuk stdout dan stderr yang tertutup: perangkat kosong, bukan berkas data.
    f"{PAKET}.cli.aliran": {"os.open", "os.fdopen"},
    # Isi paket sendiri, lewat importlib.resources.
    f"{PAKET}.keluaran.formulir.__init__": {"read_text"},
}
PENANYA = {f"{PAKET}.berkas.{nama}" for nama in ("entri", "bukti", "buka", "tulis", "kunci")}
MEMBUKA = {"read_text", "read_bytes", "fdopen", "memmap", "copyfileobj", "copyfile", "copy2"}
MENANYA = {
    *(
        "exists",
        "is_file",
        "is_dir",
        "is_symlink",
        "is_fifo",
        "is_mount",
        "stat",
        "lstat",
        "resolve",
        "iterdir",
    ),
    *("glob", "rglob", "walk", "scandir", "listdir", "realpath", "isfile", "isdir", "islink", "getsize"),
}


def _akhir_nama(yang_dipanggil: ast.expr) -> str:
    """Nama terakhir yang dipanggil: ``stat`` pada ``a.b.stat()``."""
    if isinstance(yang_dipanggil, ast.Attribute):
        return yang_dipanggil.attr
    return yang_dipanggil.id if isinstance(yang_dipanggil, ast.Name) else ""


def pembuka_liar(kode: str, modul: str) -> list[str]:
    """Pemanggilan yang membaca berkas atau menanyakan jalur di luar tempatnya."""
    boleh = PEMBUKA.get(modul, set())
    liar: list[str] = []
    for simpul in _simpul(kode):
        if not isinstance(simpul, ast.Call):
            continue
        akhir = _akhir_nama(simpul.func)
        if akhir not in MENANYA and akhir not in MEMBUKA and akhir != "open":
            continue
        nama = ast.unparse(simpul.func)
        membuka = akhir in MEMBUKA or akhir == "open"
        menanya = akhir in MENANYA and isinstance(simpul.func, ast.Attribute) and modul not in PENANYA
        if (membuka and not {nama, akhir} & boleh) or menanya:
            liar.append(nama)
    return liar


def test_hanya_satu_pembuka_berkas() -> None:
    assert {modul: liar for modul, kode in SEMUA.items() if (liar := pembuka_liar(kode, modul))} == {}


@pytest.mark.parametrize(
    "kode",
    [
        "open('a')",
        "import io\nio.open('a')",
        "import os\nos.open('a', 0)",
        "def f(jalur):\n    with jalur.open('rb') as x:\n        return x",
        "from pathlib import Path\nPath('a').read_text(encoding='utf-8')",
        "Path('a').read_bytes()",
        "Path('a').exists()",
        "Path('a').resolve()",
        "import os\nos.scandir('.')",
        "import os.path\nos.path.realpath('.')",
    ],
)
def test_pemeriksa_menemukan_pembuka_liar(kode: str) -> None:
    assert pembuka_liar(kode, f"{PAKET}.alur.x") != []


def test_pembuka_sendiri_tidak_memakai_jalan_lain() -> None:
    assert pembuka_liar("import os\nos.open('a', 0)", f"{PAKET}.berkas.buka") == []
    assert pembuka_liar("Path('a').read_bytes()", f"{PAKET}.berkas.buka") == ["Path('a').read_bytes"]


# typer sendiri memuat pydantic begitu sebuah perintah punya pilihan; di sana hanya model kita yang diperiksa.
BERAT = (
    "jinja2",
    "resvg_py",
    "docx",
    "numpy",
    "highspy",
    "ruamel",
    "ryaml",
    f"{PAKET}.inti.model",
    f"{PAKET}.berkas",
)
PELURU = """
import json, sys
from indeksinovasi.cli.aplikasi import jalankan
termuat = {}
for satu in json.loads(sys.argv[1]):
    jalankan(satu)
    termuat[" ".join(satu)] = sorted(sys.modules)
print("\\n" + json.dumps(termuat))
"""


def _termuat(berat: tuple[str, ...], *semua: tuple[str, ...]) -> dict[str, set[str]]:
    """Modul *berat* yang termuat sesudah ``indeks`` dijalankan dengan tiap argumen, berturut-turut dalam satu
    proses baru.
    """
    proses = subprocess.run(
        [sys.executable, "-c", PELURU, json.dumps(semua)],
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=60,
    )
    termuat: dict[str, list[str]] = json.loads(proses.stdout.splitlines()[-1])
    return {
        argumen: {
            nama for nama in berat if any(satu == nama or satu.startswith(f"{nama}.") for satu in modul)
        }
        for argumen, modul in termuat.items()
    }


def test_bantuan_dan_versi_tidak_memuat_modul_berat() -> None:
    semua = _termuat((*BERAT, "pydantic"), ("--help",), ("--versi",))
    assert semua == {"--help": set(), "--versi": set()}


def test_bantuan_perintah_tidak_memuat_model_dan_pembaca() -> None:
    """Satu proses untuk semuanya: yang dimuat satu perintah terlihat juga pada semua perintah sesudahnya."""
    semua = [(perintah, "--help") for perintah in PERINTAH]
    assert _termuat(BERAT, *semua) == {f"{perintah} --help": set() for perintah in PERINTAH}


def test_menghitung_tidak_memuat_pencetak_laporan_dan_pencari_posisi() -> None:
    argumen = ("hitung", "--tahun", "2024", "--spd", "56", "--rata-rata", "79,69", "--inovasi", "89")
    semua = {"ryaml", f"{PAKET}.inti.model", f"{PAKET}.berkas"}
    assert _termuat(BERAT, argumen) == {" ".join(argumen): semua}


PEMBANTU = ("rich", "jinja2", "ruamel", "rapidfuzz", "tree_sitter", "xml", "docx", "numpy", "python_calamine")


def test_berkas_dan_daerah_bersih_dinilai_tanpa_memuat_pembantu(tmp_path: Path) -> None:
    """Pencari posisi, pencari ejaan, dan pencetak kaya hanya bagi yang memerlukannya."""
    daerah = tulis_daerah(tmp_path / "kota", 2024, {"dinkes/layanan": inovasi()})
    catatan = daerah / "2024" / "dinkes" / "layanan.yaml"
    validasi, nilai = ("validasi", str(catatan)), ("nilai", str(daerah))
    semua = _termuat(PEMBANTU, validasi, nilai)
    assert semua == {" ".join(validasi): set(), " ".join(nilai): set()}


def _tanpa_pengurai(kode: str) -> Iterator[str]:
    """Pilihan bilangan bulat yang diuraikan typer sendiri: ``1.000`` di sana terbaca 1."""
    for satu in ast.walk(ast.parse(kode)):
        if not (isinstance(satu, ast.Subscript) and ast.unparse(satu.value) == "Annotated"):
            continue
        tipe, pilihan, *_ = satu.slice.elts if isinstance(satu.slice, ast.Tuple) else (satu.slice, None)
        bilangan = ast.unparse(tipe).split(" ")[0] in ("int", "float")
        if bilangan and isinstance(pilihan, ast.Call) and "parser" not in {k.arg for k in pilihan.keywords}:
            yield ast.unparse(pilihan.args[0]) if pilihan.args else "argumen"


def test_setiap_bilangan_baris_perintah_punya_pengurai_sendiri() -> None:
    cli = Path(indeksinovasi.__file__).parent / "cli"
    salah = [
        f"{satu.name}: {nama}" for satu in cli.glob("*.py") for nama in _tanpa_pengurai(satu.read_text())
    ]
    assert salah == []
    assert list(_tanpa_pengurai('a: Annotated[int | None, typer.Option("--n", metavar="N")] = 1')) == [
        "'--n'"
    ]
