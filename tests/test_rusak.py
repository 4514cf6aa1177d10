"""Bita apa pun menjadi temuan: catatan yang dirusak secara acak, dan berkas yang besar atau dalam."""

from __future__ import annotations

import random
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from indeksinovasi.alur.nilai import Permintaan, nilai_satu, rencanakan
from indeksinovasi.alur.validasi import PermintaanValidasi, validasi
from tests.daerah_uji import AKAR, CONTOH, inovasi, tulis, tulis_daerah

KELOMPOK, ISI = 40, 500
BATAS_DETIK, BATAS_BITA = 2, 300 * 1024 * 1024
ANEH = (
    *(
        "[",
        "]",
        "{",
        "}",
        "{a: b",
        "[1, 2",
        ":",
        ": ",
        "- ",
        "? ",
        "|",
        ">",
        "'",
        '"',
        "\t",
        "#",
        "@",
        "`",
        "%",
    ),
    *(
        "&a 1",
        "*a",
        "!!int x",
        "<<: {a: 1}",
        "---",
        "...",
        "~",
        "null",
        "true",
        "yes",
        "0,12",
        "1_000",
        "1e999",
    ),
    *(
        ".nan",
        ".inf",
        "0x1F",
        "010",
        "-1",
        "99999999999999999999",
        "2023-02-30",
        "17-08-2023",
        '"\\q"',
        '"\\u0000"',
    ),
    *(
        "\x00",
        "\x07",
        "\x1b[31m",
        "\x85",
        "\u2028",
        "\ufeff",
        "\u202e",
        "désa 😀",
        "[red]",
        "x" * 3000,
        "[" * 200,
    ),
)


def _benih() -> list[bytes]:
    kasus = sorted((AKAR / "tests" / "kasus").glob("[FBK]*/lolos_*/20*/*/*.yaml"))
    contoh = sorted((CONTOH / "kota-contoh").glob("202[46]/*/*.yaml"))
    return [satu.read_bytes() for satu in (*kasus[::7], *contoh[::5])]


def _balik_bita(isi: bytes, acak: random.Random) -> bytes:
    letak = acak.randrange(len(isi))
    return isi[:letak] + bytes([acak.randrange(256)]) + isi[letak + 1 :]


def _sisip(isi: bytes, acak: random.Random) -> bytes:
    letak = acak.randrange(len(isi))
    return isi[:letak] + acak.choice(ANEH).encode() + isi[letak:]


def _ganti_nilai(isi: bytes, acak: random.Random) -> bytes:
    baris = isi.split(b"\n")
    letak = acak.randrange(len(baris))
    kunci, titik, _ = baris[letak].partition(b": ")
    baris[letak] = kunci + titik + acak.choice(ANEH).encode()
    return b"\n".join(baris)


def _acak_baris(isi: bytes, acak: random.Random) -> bytes:
    baris = isi.split(b"\n")
    a, b = acak.randrange(len(baris)), acak.randrange(len(baris))
    match acak.randrange(4):
        case 0:
            del baris[a]
        case 1:
            baris[a], baris[b] = baris[b], baris[a]
        case 2:
            baris.insert(a, baris[b])
        case _:
            baris[a] = b" " * acak.randrange(6) + baris[a].lstrip()
    return b"\n".join(baris)


def _potong(isi: bytes, acak: random.Random) -> bytes:
    return isi[: acak.randrange(len(isi))]


def _pengodean(isi: bytes, acak: random.Random) -> bytes:
    teks = isi.decode("utf-8", "replace")
    return acak.choice(
        (
            teks.encode("utf-16"),
            teks.replace("a", "é").encode("latin-1", "replace"),
            isi.replace(b"\n", b"\r\n"),
            isi.replace(b"\n", b"\r"),
            b"\xef\xbb\xbf" + isi,
            isi + b"\n---\n" + isi,
        )
    )


PERUSAK: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _balik_bita,
    _sisip,
    _ganti_nilai,
    _ganti_nilai,
    _acak_baris,
    _potong,
    _pengodean,
)


def _rusak(isi: bytes, acak: random.Random) -> bytes:
    for _ in range(acak.randrange(1, 4)):
        isi = acak.choice(PERUSAK)(isi, acak) or b"\n"
    return isi


@pytest.mark.parametrize("kelompok", range(KELOMPOK))
def test_catatan_rusak_menjadi_temuan(kelompok: int, tmp_path: Path) -> None:
    acak, benih = random.Random(kelompok), _benih()
    tahun = acak.choice((2020, 2021, 2024, 2025, 2026))
    data = tulis_daerah(tmp_path, tahun, {})
    folder = data / str(tahun) / "dinkes"
    folder.mkdir(parents=True)
    for nomor in range(ISI):
        (folder / f"catatan-{nomor:03}.yaml").write_bytes(_rusak(acak.choice(benih), acak))
    temuan, ringkasan = validasi(PermintaanValidasi((str(data),)))
    assert ringkasan.berkas == ISI + 1
    for satu in temuan:
        _periksa_letak(satu.berkas, satu.baris, satu.kolom)
        assert satu.pesan.isprintable()
        assert satu.petunjuk.isprintable()
    galat = {
        satu.berkas for satu in temuan if satu.kode.startswith(("BRK", "SKM")) and satu.tingkat == "galat"
    }
    kerja = rencanakan(Permintaan(data, tahun))
    ditinggalkan = {
        satu.berkas
        for satu in nilai_satu(kerja.daerah[0], kerja)[0].inovasi
        if satu.golongan == "tak_terbaca"
    }
    assert {Path(satu).relative_to(data).as_posix() for satu in galat} == ditinggalkan


def _periksa_letak(berkas: str, baris: int, kolom: int) -> None:
    """Letak berada di dalam berkas; paling jauh tepat sesudah karakter terakhir sebuah baris."""
    jalur = Path(berkas)
    teks = jalur.read_bytes().decode("utf-8-sig", "replace") if jalur.exists() else ""
    semua = teks.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert 1 <= baris <= len(semua), berkas
    assert 1 <= kolom <= len(semua[baris - 1]) + 1, berkas


BESAR = {
    "kurung terbuka": "[" * 400_000,
    "kurung bersarang": "a: " + "[" * 200_000 + "]" * 200_000,
    "peta bersarang": '{"a": ' * 80_000,
    "daftar bersarang": "- " * 200_000,
    "kunci bersarang": "\n".join(" " * i + "a:" for i in range(900)),
    "kunci ganda": "a: 1\n" * 100_000,
    "kunci tak dikenal": "".join(f"kunci{i}: 1\n" for i in range(30_000)),
    "petik": '"' * 500_000,
    "petik per baris": 'a: "\n' * 100_000,
    "skalar 500 KB": f'nama: "{"x" * 500_000}"\n',
    "skalar 5 MB": f"nama: |\n  {'x' * 5_000_000}\n",
    "daftar panjang": f"urusan_lain: [{'sosial,' * 70_000}]\n",
    "daftar pilihan salah": f"urusan_lain: [{'x,' * 100_000}]\n",
    "bom alias": "a: &a [x]\n"
    + "".join(
        f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    ),
    "jangkar": "a: " + "&a " * 150_000,
    "kendali": "nama: " + "\x07" * 500_000,
    "tab": "a:\n" + "\t" * 500_000 + "b: 1\n",
    "dokumen": "---\n" * 120_000,
    "titik dua": "a: b: " * 80_000,
    "indikator tak dikenal": "indikator:\n"
    + "".join(f"  baris{i}: {{parameter: 1}}\n" for i in range(15_000)),
}


@pytest.mark.parametrize("isi", BESAR.values(), ids=list(BESAR))
def test_berkas_besar_atau_dalam_tidak_memakan_waktu_dan_memori(isi: str, tmp_path: Path) -> None:
    data = tulis_daerah(tmp_path, 2024, {"dinkes/a": inovasi(2024)})
    berkas = tulis(data / "2024/dinkes/b.yaml", isi)
    validasi(PermintaanValidasi((str(data / "2024/dinkes/a.yaml"),)))
    mulai = time.process_time()
    temuan, _ = validasi(PermintaanValidasi((str(berkas),)))
    lama = time.process_time() - mulai
    assert any(satu.tingkat == "galat" for satu in temuan)
    assert lama < BATAS_DETIK
    tracemalloc.start()
    validasi(PermintaanValidasi((str(berkas),)))
    _, puncak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert puncak < BATAS_BITA
