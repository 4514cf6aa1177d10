"""Profil satu perintah atas data tiruan: fungsi yang paling banyak memakan waktu, dan waktu memuat modul.

Pemakaian: ``python -m tolok_ukur.profil nilai --ukuran kecil``. Semuanya berjalan dalam satu proses. cProfile
memberatkan fungsi kecil yang sering dipanggil; pastikan dugaan dengan tolok ukur.
"""

from __future__ import annotations

import argparse
import contextlib
import cProfile
import io
import os
import pstats
import subprocess
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from tolok_ukur.buat_data import UKURAN
from tolok_ukur.jalankan import folder_data, siapkan
from tolok_ukur.laporan import angka, tabel
from tolok_ukur.ukur import lingkungan, python

Urutan = Literal["sendiri", "beserta_isi"]
LEBAR_NAMA = 60
_PENGANTAR = ("typer/", "_click/")
"""Bingkai pengurai baris perintah: selalu teratas dan tidak berarti apa-apa."""


class Fungsi(NamedTuple):
    """Satu fungsi; detik ``sendiri`` tanpa, dan ``beserta_isi`` dengan, fungsi yang dipanggilnya."""

    nama: str
    panggilan: int
    sendiri: float
    beserta_isi: float


def profilkan(argumen: list[str]) -> list[Fungsi]:
    """Jalankan ``indeks`` *argumen* di proses ini di bawah cProfile."""
    os.environ["INDEKS_PROSES"] = "1"
    from indeksinovasi.cli.aplikasi import jalankan

    profil = cProfile.Profile()
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()) as galat:
        kode = profil.runcall(jalankan, argumen)
    if kode not in (0, 1):
        raise SystemExit(f"indeks {' '.join(argumen)} keluar dengan kode {kode}:\n{galat.getvalue()}")
    # typeshed tidak menyebut atribut stats.
    isi = vars(pstats.Stats(profil))["stats"]
    return [
        Fungsi(_nama(*kunci), banyak, sendiri, beserta)
        for kunci, (_, banyak, sendiri, beserta, _) in isi.items()
    ]


def _nama(berkas: str, baris: int, fungsi: str) -> str:
    if berkas == "~":
        return fungsi[:LEBAR_NAMA]
    return f"{'/'.join(Path(berkas).parts[-2:])}:{baris} {fungsi}"[-LEBAR_NAMA:]


def tabel_fungsi(fungsi: Iterable[Fungsi], urutan: Urutan, banyak: int) -> str:
    """Tabel *banyak* fungsi teratas menurut *urutan*."""
    semua = [satu for satu in fungsi if not satu.nama.startswith(_PENGANTAR)]
    jumlah = sum(satu.sendiri for satu in semua)
    atas = sorted(semua, key=lambda satu: (-getattr(satu, urutan), satu.nama))[:banyak]
    return tabel(
        ("fungsi", "panggilan", "sendiri s", "beserta isi s", "bagian %"),
        (
            (
                satu.nama,
                angka(satu.panggilan, 0),
                angka(satu.sendiri, 3),
                angka(satu.beserta_isi, 3),
                angka(getattr(satu, urutan) / jumlah * 100, 1),
            )
            for satu in atas
        ),
    )


class Modul(NamedTuple):
    """Waktu memuat satu modul menurut ``-X importtime``, dalam milidetik."""

    nama: str
    sendiri: float
    beserta_isi: float


def waktu_impor(argumen: list[str]) -> list[Modul]:
    """Modul yang dimuat ``indeks`` *argumen*."""
    perintah = python("-X", "importtime", "-m", "indeksinovasi", *argumen)
    for _ in range(2):  # yang pertama menyimpan bitkode
        proses = subprocess.run(
            perintah, env=lingkungan(), capture_output=True, text=True, encoding="utf-8", check=False
        )
    return list(_urai_impor(proses.stderr))


def _urai_impor(teks: str) -> Iterator[Modul]:
    for baris in teks.splitlines():
        bagian = baris.removeprefix("import time:").split("|")
        if baris.startswith("import time:") and bagian[0].strip().isdecimal():
            yield Modul(bagian[2].strip(), int(bagian[0]) / 1000, int(bagian[1]) / 1000)


def tabel_paket(modul: Iterable[Modul], banyak: int) -> str:
    """Tabel waktu memuat tiap paket teratas: jumlah waktu sendiri semua modulnya."""
    paket: dict[str, list[float]] = defaultdict(list)
    for satu in modul:
        paket[satu.nama.partition(".")[0]].append(satu.sendiri)
    atas = sorted(paket.items(), key=lambda satu: -sum(satu[1]))[:banyak]
    return tabel(("paket", "modul", "ms"), ((nama, str(len(isi)), angka(sum(isi), 1)) for nama, isi in atas))


def tabel_modul(modul: Iterable[Modul], banyak: int) -> str:
    """Tabel modul yang sendirian paling lama dimuat."""
    atas = sorted(modul, key=lambda satu: -satu.sendiri)[:banyak]
    return tabel(
        ("modul", "sendiri ms", "beserta isi ms"),
        ((satu.nama, angka(satu.sendiri, 1), angka(satu.beserta_isi, 1)) for satu in atas),
    )


def main(argumen: list[str] | None = None) -> None:
    """Titik masuk baris perintah."""
    pengurai = argparse.ArgumentParser(prog="tolok_ukur.profil", description="Memprofil satu perintah.")
    pengurai.add_argument("perintah", choices=("nilai", "validasi"))
    pengurai.add_argument("--ukuran", choices=UKURAN, default="kecil")
    pengurai.add_argument("--banyak", type=int, default=30, help="banyak baris tiap tabel")
    pengurai.add_argument("--data", type=Path, help="folder data yang dipertahankan; bawaan folder sementara")
    pengurai.add_argument("--format", default="teks", help="bentuk keluaran indeks")
    pilihan = pengurai.parse_args(argumen)
    with folder_data(pilihan.data) as folder:
        data = siapkan(folder, UKURAN[pilihan.ukuran])
        perintah = [pilihan.perintah, str(data), "--format", pilihan.format]
        modul = waktu_impor(perintah)
        fungsi = profilkan(perintah)
    judul = f"{pilihan.perintah}, {pilihan.ukuran}, format {pilihan.format}"
    print(f"# Waktu memuat: {judul}\n\n{tabel_paket(modul, 15)}\n\n{tabel_modul(modul, 15)}\n")
    print(f"# Waktu sendiri: {judul}\n\n{tabel_fungsi(fungsi, 'sendiri', pilihan.banyak)}\n")
    print(f"# Waktu beserta isi: {judul}\n\n{tabel_fungsi(fungsi, 'beserta_isi', pilihan.banyak)}")


if __name__ == "__main__":
    main()
