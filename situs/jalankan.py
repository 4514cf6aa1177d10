"""Perintah dan keluarannya di halaman dokumentasi dijalankan sungguhan, satu folder sementara tiap halaman.

Blok ``console`` memuat ``$ indeks …`` diikuti keluarannya. Angka di kepala blok memendekkannya:
``awal=8`` menyisakan delapan baris pertama, ``akhir=3`` tiga baris terakhir, dengan ``…`` di antaranya.
Blok YAML bertanda ``berkas=JALUR`` ditulis lebih dahulu sebagai berkas.

    python -m situs.jalankan            memperbarui keluaran semua halaman
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

AKAR = Path(__file__).resolve().parents[1]
HALAMAN = AKAR / "docs"
LEBAR = "80"
_BLOK = re.compile(
    r"^(?P<kepala>```(?P<jenis>console|yaml)(?P<tanda>[^\n]*))\n(?P<isi>.*?)^```$", re.MULTILINE | re.DOTALL
)
_PANGKAS = re.compile(r"\b(awal|akhir)=(\d+)")
_BERKAS = re.compile(r"\bberkas=(\S+)")


def semua_halaman() -> list[Path]:
    """Halaman yang ditulis tangan, dan README."""
    return [*sorted(HALAMAN.rglob("*.md")), AKAR / "README.md"]


def segarkan(teks: str) -> str:
    """*teks* dengan keluaran setiap perintah seperti yang dicetak sekarang."""
    with tempfile.TemporaryDirectory() as nama:
        folder = Path(nama)
        shutil.copytree(AKAR / "contoh_data", folder / "contoh_data")
        return _BLOK.sub(lambda cocok: _blok(cocok, folder), teks)


def _blok(cocok: re.Match[str], folder: Path) -> str:
    berkas = _BERKAS.search(cocok["tanda"])
    if cocok["jenis"] == "yaml":
        if berkas:
            tujuan = folder / berkas[1]
            tujuan.parent.mkdir(parents=True, exist_ok=True)
            tujuan.write_text(cocok["isi"], encoding="utf-8")
        return cocok[0]
    perintah = [satu for satu in cocok["isi"].splitlines() if satu.startswith("$ ")]
    keluaran = list(_jalankan(perintah, folder))
    pangkas = {kunci: int(nilai) for kunci, nilai in _PANGKAS.findall(cocok["tanda"])}
    baris = [satu for isi in keluaran for satu in _pendek(isi, pangkas)]
    return "\n".join((cocok["kepala"], *baris, "```"))


def _pendek(isi: list[str], pangkas: dict[str, int]) -> list[str]:
    perintah, *keluaran = isi
    awal, akhir = pangkas.get("awal", 0), pangkas.get("akhir", 0)
    if pangkas and len(keluaran) > awal + akhir + 1:
        keluaran = [*keluaran[:awal], "…", *(keluaran[-akhir:] if akhir else [])]
    return [perintah, *keluaran]


def _jalankan(perintah: list[str], folder: Path) -> Iterator[list[str]]:
    for satu in perintah:
        nama, *argumen = shlex.split(satu[2:])
        if nama != "indeks":
            raise ValueError(f"hanya perintah indeks yang dijalankan: {satu}")
        yield [satu, *_indeks(argumen, folder).rstrip("\n").splitlines()]


def _indeks(argumen: list[str], folder: Path) -> str:
    from indeksinovasi.cli.aplikasi import jalankan

    layar = io.StringIO()
    semula, lingkungan = Path.cwd(), dict(os.environ)
    try:
        os.chdir(folder)
        os.environ.update(COLUMNS=LEBAR, NO_COLOR="1", INDEKS_PROSES="1")
        with contextlib.redirect_stdout(layar), contextlib.redirect_stderr(layar):
            jalankan(argumen)
    finally:
        os.chdir(semula)
        os.environ.clear()
        os.environ.update(lingkungan)
    return layar.getvalue()


def utama() -> None:
    """Perbarui semua halaman; sebut yang berubah."""
    for halaman in semua_halaman():
        lama = halaman.read_text(encoding="utf-8")
        baru = segarkan(lama)
        if baru != lama:
            halaman.write_text(baru, encoding="utf-8", newline="\n")
            sys.stdout.write(f"{halaman.relative_to(AKAR).as_posix()} diperbarui\n")


if __name__ == "__main__":
    utama()
