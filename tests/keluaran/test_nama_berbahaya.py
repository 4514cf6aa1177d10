"""Nama yang mengendalikan terminal atau menyerupai markup tampil tanpa bahaya di semua keluaran."""

from __future__ import annotations

import io
import json
import re
import unicodedata
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import ryaml

from indeksinovasi.cli.aplikasi import jalankan
from tests.daerah_uji import AKAR, Data, Keluaran, indeks, inovasi, tulis, tulis_daerah

MARKUP = "[red]X[/red]"
JAHAT = (
    f"{MARKUP}\x1b[2J\x1b]0;judul\x07\x9b31m\x1b[38;5;197m\u202eterbalik\u2066\u200b\r\b"
    "[/][link=a]:warning: <script>alert(1)</script> ![a](b) | `c` ${{ d }}\n"
    "::error::palsu\n# Judul\x00\ud7ff\ue000"
)
"""Hapus layar, judul jendela, warna, arah tulisan, timpa baris, markup rich, HTML, dan perintah GitHub."""
BEBAS = {"nama", "keterangan", "alasan", "catatan", "satuan", "dasar_hukum", "variabel", "bukti", "nomor"}
"""Kunci berkas tahun yang isinya teks bebas."""
BLOK_KODE = re.compile(r"^```text\n.*?^```\n", re.MULTILINE | re.DOTALL)
SGR = re.compile(r"\x1b\[[0-9;]*m")


def yaml(data: Any) -> str:
    """Yang bukan ASCII dilepas, sehingga karakter kendali tiba di data; tahun tetap bilangan."""
    return re.sub(r'"(\d+)":', r"\1:", json.dumps(data).replace("\\ud7ff", "\\u0007"))


def catatan(**ganti: Any) -> Data:
    jahat = dict.fromkeys(("nama", "nama_inisiator", "tematik", "pkpn", "rancang_bangun", "tujuan"), JAHAT)
    bukti = {"berkas": JAHAT, "nomor": JAHAT, "tentang": JAHAT, "tanggal": "2023-01-01"}
    verifikasi = {"parameter": 1, "catatan": JAHAT, "oleh": JAHAT}
    baris = {
        "parameter": 3,
        "fakta": "perkada",
        "bukti": [bukti, {"tautan": JAHAT}],
        "verifikasi": verifikasi,
    }
    return inovasi(2024, **jahat, indikator={"regulasi": baris}, **ganti)


def tulis_jahat(akar: Path) -> Path:
    """Dua tahun satu daerah; semua teks bebas, pilihan, dan kunci yang keliru berisi ``JAHAT``."""
    daerah = {
        "nama": JAHAT,
        "jenis": "kota",
        "kode": "99.01",
        "perangkat_daerah": {"dinkes": JAHAT, "dinsos": JAHAT},
        "target_inovasi": {2023: 5},
    }
    hasil = {
        "tahun": 2022,
        "jenis": "final",
        "skor": 50,
        "predikat": JAHAT,
        "sumber": JAHAT,
        "catatan": JAHAT,
    }
    isi: dict[str, Data] = {
        "dinkes/satu": catatan(),
        "dinkes/dua": catatan(status="terkirim", waktu={"penerapan": "2018-01-01"}),
        "dinkes/draf": catatan(status="draf"),
        "dinkes/kunci": catatan() | {JAHAT: 1},
        "dinkes/nilai": catatan() | {"tahapan": JAHAT, "asta_cita": JAHAT, "waktu": {"penerapan": JAHAT}},
        "dinkes/satuan": inovasi(
            2024, nama=JAHAT, indikator={"sdm": {"fakta": 1.5}, "kualitas": {"fakta": 99}}
        ),
        "dinkes/indikator": catatan() | {"indikator": {JAHAT: {"parameter": 1}, "aktor": {"fakta": [JAHAT]}}},
        "tak-terdaftar/tiga": catatan(pengembangan_dari="2023/dinkes/tidak-ada"),
    }
    for tahun in (2023, 2024):
        tulis_daerah(akar, tahun, {nama: yaml(satu) for nama, satu in isi.items()}, daerah=yaml(daerah))
        tulis(akar / f"{tahun}/spd.yaml", yaml({"total": 40, JAHAT: 1}) if tahun == 2023 else "total: 40\n")
    tulis(akar / "2024/dinkes/ganda.yaml", f"{json.dumps(JAHAT)}: 1\n{json.dumps(JAHAT)}: 2\n")
    tulis(akar / "2024/dinkes/mentah.yaml", f"nama: {MARKUP}\x1b[2J\n")
    tulis(akar / "hasil_resmi.yaml", yaml({"hasil": [hasil]}))
    return akar


def tulis_metode(jalur: Path) -> Path:
    """Aturan 2024 yang setiap teks bebasnya ``JAHAT``."""

    def kotori(isi: Any, kunci: str = "") -> Any:
        if isinstance(isi, dict):
            return {nama: kotori(satu, nama) for nama, satu in isi.items()}
        if isinstance(isi, list):
            return [kotori(satu, kunci) for satu in isi]
        return JAHAT if kunci in BEBAS and isinstance(isi, str) else isi

    data = ryaml.loads((AKAR / "indikator/2024.yaml").read_text(encoding="utf-8"))
    data = kotori(data) | {"sumber": dict.fromkeys(data["sumber"], JAHAT)}
    for baris in data["indikator"]:
        if isinstance(baris.get("tingkat"), dict):
            baris["tingkat"] = dict.fromkeys(baris["tingkat"], JAHAT)
    return tulis(jalur, yaml(data))


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("jahat")
    tulis_jahat(folder / "pohon/kota")
    tulis_daerah(folder / "pohon/lain", 2024, {"dinkes/a": yaml(catatan())}, {"total": 40})
    tulis_metode(folder / "metode.yaml")
    tulis(
        folder / "rusak.yaml", yaml({JAHAT: JAHAT, "nama": JAHAT, "indikator": [{"kode": JAHAT, JAHAT: 1}]})
    )
    return folder


def perintah() -> Iterator[str]:
    """Setiap perintah; KOTA, POHON, METODE, RUSAK, dan HASIL diganti jalurnya."""
    for bentuk in ("teks", "json", "csv", "markdown"):
        for data in ("KOTA", "POHON"):
            yield f"nilai {data} --tahun 2024 --format {bentuk}"
            yield f"nilai {data} --tahun 2024 --format {bentuk} --rinci --metode METODE"
    yield "nilai KOTA/2024/dinkes --rinci"
    yield "nilai KOTA/2024/dinkes/satu.yaml --dasar terverifikasi"
    yield "nilai KOTA --tahun 2023 --sertakan-draf --abaikan-kelayakan"
    for bentuk in ("teks", "baris", "json", "github", "sarif", "junit"):
        yield f"validasi KOTA --format {bentuk}"
        yield f"validasi POHON --format {bentuk} --ketat"
        yield f"metode periksa METODE RUSAK --format {bentuk}"
    for bentuk in ("teks", "json", "markdown"):
        yield f"banding KOTA 2022 2023 2024:klaim 2024@METODE --rinci --format {bentuk}"
        yield f"banding POHON 2023 2024 --format {bentuk}"
        yield f"metode tunjuk METODE --format {bentuk}"
        for menurut in ("daerah", "opd", "inovasi"):
            yield f"peringkat POHON --tahun 2024 --menurut {menurut} --metode METODE --format {bentuk}"
    yield "metode beda 2024 METODE"
    yield "metode beda METODE 2026"
    yield "laporan KOTA --tahun 2024 -o HASIL"
    yield "laporan POHON --tahun 2024 --metode METODE -o HASIL/pohon"
    yield "laporan POHON --tahun 2024 --bentuk html -o HASIL"
    yield "laporan KOTA --tahun 2024 --ringkas -o HASIL"
    yield "laporan KOTA --tahun 2024 --ringkas --bentuk html --metode METODE -o HASIL"
    # Argumen yang berbahaya
    yield from (
        f"{awal} JAHAT" for awal in ("nilai", "validasi", "laporan -o HASIL", "jelaskan", "metode tunjuk")
    )
    yield from ("JAHAT", "nilai KOTA --JAHAT", "nilai KOTA --metode JAHAT", "validasi KOTA --pilih JAHAT")
    yield from ("validasi KOTA --tanggal JAHAT", "banding KOTA JAHAT 2024", "nilai KOTA --format JAHAT")
    yield from ("nilai KOTA --metode RUSAK", "laporan KOTA -o HASIL --templat RUSAK", "metode periksa JAHAT")
    yield from (
        "metode beda JAHAT 2024",
        "skema JAHAT",
        "hitung --tahun 2024 --spd JAHAT --rata-rata 1 --inovasi 1",
    )


def argumen(baris: str, data: Path, hasil: Path) -> list[str]:
    jalur = {
        "KOTA": data / "pohon/kota",
        "POHON": data / "pohon",
        "METODE": data / "metode.yaml",
        "RUSAK": data / "rusak.yaml",
        "HASIL": hasil,
        "JAHAT": JAHAT.replace("\0", ""),
    }
    pola = re.compile("|".join(jalur))
    return [pola.sub(lambda cocok: str(jalur[cocok.group()]), satu) for satu in baris.split(" ")]


def berbahaya(teks: str) -> set[str]:
    """Karakter kendali selain ganti baris, dan yang tak terlihat tetapi mengubah arah atau bentuk tulisan."""
    golongan = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
    return {repr(satu) for satu in set(teks) - {"\n"} if unicodedata.category(satu) in golongan}


def periksa(keluaran: Keluaran, perintah: str) -> None:
    kode, keluar, galat = keluaran
    assert kode in (0, 1, 2), galat
    assert "Traceback" not in galat
    assert berbahaya(galat) == set()
    assert berbahaya(keluar.replace("\r\n", "\n")) == set()
    if perintah.endswith(("github", "markdown")):
        assert not any(baris.startswith(("::error::palsu", "# Judul")) for baris in keluar.splitlines())


@pytest.mark.parametrize("perintah", list(perintah()))
def test_tanpa_karakter_kendali(perintah: str, data: Path, tmp_path: Path) -> None:
    keluaran = indeks(*argumen(perintah, data, tmp_path))
    periksa(keluaran, perintah)
    for berkas in (satu for satu in tmp_path.rglob("*") if satu.is_file()):
        teks = berkas.read_text(encoding="utf-8")
        assert berbahaya(teks) == set(), berkas
        assert "\n::error::palsu" not in teks
        assert "\n# Judul" not in teks
        # CSV dan JSON bukan markup; di sana tanda kurung siku hanya tulisan.
        assert berkas.suffix in {".csv", ".json"} or "<script" not in BLOK_KODE.sub("", teks)
        if berkas.suffix == ".svg":
            ElementTree.fromstring(teks)


class Terminal(io.StringIO):
    """Keluaran yang mengaku terminal, sehingga rich memberi warna."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    "perintah", ["nilai KOTA --rinci", "nilai POHON", "validasi KOTA", "banding KOTA 2023 2024"]
)
def test_di_terminal(perintah: str, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Warna hanya dari program: setelah itu dibuang, tidak ada kendali lain, dan markup tetap tulisan."""
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    keluar = Terminal()
    with redirect_stdout(keluar), redirect_stderr(io.StringIO()):
        assert jalankan(argumen(perintah, data, tmp_path)) in (0, 1)
    assert "\x1b[" in keluar.getvalue()
    assert "\x1b[38;5;197m" not in keluar.getvalue()
    polos = SGR.sub("", keluar.getvalue())
    assert berbahaya(polos) == set()
    assert MARKUP in polos


@pytest.mark.parametrize("bentuk", ["teks", "json", "csv", "markdown"])
def test_markup_tetap_tulisan(bentuk: str, data: Path) -> None:
    """Tanda kurung siku tampil utuh; di Markdown diluputkan sehingga tampil sama."""
    keluar = indeks("nilai", data / "pohon/kota", "--tahun", "2024", "--format", bentuk).keluar
    assert MARKUP in (re.sub(r"\\(.)", r"\1", keluar) if bentuk == "markdown" else keluar)


@pytest.mark.parametrize("bentuk", ["nilai", "validasi"])
def test_json_utuh(bentuk: str, data: Path) -> None:
    """JSON membawa nama apa adanya, dilepas sehingga tidak mengendalikan terminal."""
    keluar = indeks(bentuk, data / "pohon/kota", "--format", "json").keluar
    isi = json.loads(keluar)
    assert "\\u001b" in keluar
    if bentuk == "nilai":
        assert isi["hasil"][0]["daerah"]["nama"] == JAHAT.replace("\ud7ff", "\u0007")
