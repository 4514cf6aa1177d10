"""Hasil ukur menjadi tabel Markdown yang juga terbaca di terminal."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from statistics import median

from tolok_ukur.buat_data import UKURAN
from tolok_ukur.sasaran import TIPIS, Putusan, Ukuran, rasio
from tolok_ukur.ukur import Catatan

PAKET = ("indeksinovasi", "pydantic", "ryaml", "typer", "check-jsonschema", "jsonschema", "yamale", "PyYAML")


def angka(nilai: float | None, desimal: int = 2) -> str:
    """Angka dengan koma desimal dan titik ribuan; ``–`` bila tidak ada."""
    if nilai is None:
        return "–"
    return f"{nilai:,.{desimal}f}".translate(str.maketrans(",.", ".,"))


def tabel(kepala: Sequence[str], isi: Iterable[Sequence[str]]) -> str:
    """Tabel Markdown; kolom pertama rata kiri, selebihnya rata kanan."""
    semua = [tuple(kepala), *map(tuple, isi)]
    lebar = [max(len(baris[kolom]) for baris in semua) for kolom in range(len(kepala))]
    garis = ["-" * lebar[0], *("-" * (satu - 1) + ":" for satu in lebar[1:])]
    rata = [_rata(baris, lebar) for baris in (semua[0], tuple(garis), *semua[1:])]
    return "\n".join(f"| {' | '.join(baris)} |" for baris in rata)


def _rata(baris: Sequence[str], lebar: Sequence[int]) -> list[str]:
    return [
        baris[0].ljust(lebar[0]),
        *(isi.rjust(satu) for isi, satu in zip(baris[1:], lebar[1:], strict=True)),
    ]


def laporan(ukuran: Ukuran, putusan: Iterable[Putusan], keterangan: Iterable[str], perintah: str) -> str:
    """Seluruh laporan sebagai Markdown."""
    bagian = [
        "# Hasil tolok ukur\n",
        f"Diukur dengan `{perintah}`.\n",
        f"{mesin()}\n",
        "## Sasaran\n",
        tabel_putusan(putusan) + "\n",
    ]
    for nama, rencana in UKURAN.items():
        if nama not in ukuran:
            continue
        judul = f"## {nama.title()}: {angka(rencana.inovasi, 0)} inovasi, {angka(rencana.daerah, 0)} daerah\n"
        bagian += [judul, tabel_ukuran(jenis_catatan(ukuran, nama), rencana.inovasi) + "\n"]
    catatan_kaki = [f"- {satu}" for satu in keterangan]
    if catatan_kaki:
        bagian += ["## Keterangan\n", "\n".join(catatan_kaki) + "\n"]
    return "\n".join(bagian)


def jenis_catatan(ukuran: Ukuran, nama: str) -> dict[str, Mapping[str, Catatan]]:
    """Ukuran *nama* bagi catatan yang bersih dan yang seperti milik daerah."""
    return {"bersih": ukuran[nama], "tipis": ukuran.get(f"{nama}{TIPIS}", {})}


def mesin() -> str:
    """Sistem, jumlah inti, dan versi yang diukur."""
    inti = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    paket = ", ".join(f"{satu} {_versi(satu)}" for satu in PAKET)
    sistem = f"{platform.system()} {platform.machine()}"
    return f"{sistem}, {inti} inti, Python {platform.python_version()}; {paket}."


def _versi(paket: str) -> str:
    try:
        return version(paket)
    except PackageNotFoundError:
        if paket == "indeksinovasi":
            from indeksinovasi import __version__

            return __version__
        return "tidak terpasang"


def tabel_putusan(putusan: Iterable[Putusan]) -> str:
    """Tabel sasaran, angka terukur, batas, dan putusannya."""
    kata = {True: "tercapai", False: "belum", None: "tidak diukur"}
    return tabel(
        ("sasaran", "terukur", "batas", "putusan"),
        (
            (
                satu.uraian,
                angka(satu.terukur) if satu.satuan == "×" else angka(satu.terukur, 0),
                f"{satu.arah} {angka(satu.batas, 2 if satu.satuan == '×' else 0)} {satu.satuan}",
                kata[satu.tercapai],
            )
            for satu in putusan
        ),
    )


def tabel_ukuran(jenis: Mapping[str, Mapping[str, Catatan]], inovasi: int) -> str:
    """Tabel waktu satu ukuran data; *jenis*: ukuran tiap perintah menurut jenis catatannya."""
    return tabel(
        (
            "perintah",
            "catatan",
            "median s",
            "terkecil–terbesar s",
            "CPU s",
            "putaran",
            "ms/catatan",
            "× lantai",
            "memori MB",
        ),
        (_baris_ukuran(nama, sebutan, satu, semua, inovasi) for nama, sebutan, satu, semua in _urut(jenis)),
    )


def _urut(
    jenis: Mapping[str, Mapping[str, Catatan]],
) -> Iterator[tuple[str, str, Catatan, Mapping[str, Catatan]]]:
    """Tiap perintah dengan kedua jenis catatannya berdampingan."""
    for nama in dict.fromkeys(nama for semua in jenis.values() for nama in semua):
        for sebutan, semua in jenis.items():
            if nama in semua:
                yield nama, sebutan, semua[nama], semua


def _baris_ukuran(
    nama: str, sebutan: str, satu: Catatan, semua: Mapping[str, Catatan], inovasi: int
) -> tuple[str, ...]:
    return (
        nama,
        sebutan,
        angka(satu.median, 3),
        f"{angka(min(satu.detik), 3)}–{angka(max(satu.detik), 3)}",
        angka(median(satu.cpu) if any(satu.cpu) else None),
        str(len(satu.detik)),
        angka(satu.median / inovasi * 1000, 3),
        angka(rasio(semua, nama, ("lantai",))),
        angka(satu.memori / 1e6 if satu.memori else None, 0),
    )
