"""Dokumen menjadi Markdown: isi yang sama dengan terminal, tanpa batas lebar, warna, dan batang."""

from __future__ import annotations

from collections.abc import Iterator
from functools import singledispatch

from indeksinovasi.keluaran.dokumen import (
    Alinea,
    Bagan,
    BarisTabel,
    Batang,
    Blok,
    DaftarButir,
    DaftarPerintah,
    Dokumen,
    Judul,
    Kalimat,
    Potong,
    Praformat,
    RincianLabel,
    Tabel,
    polos,
)
from indeksinovasi.keluaran.markdown import md, tabel_md
from indeksinovasi.keluaran.teks import aman


def teks_markdown(dokumen: Dokumen, tingkat: int = 2) -> str:
    """Dokumen Markdown; judul terbesarnya bertingkat *tingkat*."""
    return "\n".join(baris_markdown(dokumen, tingkat))


def baris_markdown(dokumen: Dokumen, tingkat: int = 2) -> Iterator[str]:
    """Baris-baris Markdown; tiap blok diakhiri baris kosong."""
    for blok in dokumen:
        if isinstance(blok, Judul):
            yield from (f"{'#' * (blok.tingkat + tingkat - 1)} {_isi(blok.isi)}", "")
            if blok.kanan:
                yield from (md(blok.kanan), "")
        else:
            yield from _tulis(blok)


@singledispatch
def _tulis(blok: Blok) -> Iterator[str]:
    raise TypeError(type(blok).__name__)


@_tulis.register
def _(blok: Alinea) -> Iterator[str]:
    for satu in blok.isi:
        yield from (_isi(satu), "")


@_tulis.register
def _(blok: DaftarButir) -> Iterator[str]:
    yield from (f"- {_isi(satu)}" for satu in blok.isi)
    yield ""


@_tulis.register
def _(blok: RincianLabel) -> Iterator[str]:
    for label, isi in blok.isi:
        awal, *lain = [teks for satu in isi if (teks := _isi(satu))] or [""]
        yield f"- {_isi(label)}: {awal}".rstrip(": ") if polos(label) else f"- {awal}"
        yield from (f"  - {satu}" for satu in lain)
    yield ""


@_tulis.register
def _(blok: Tabel) -> Iterator[str]:
    letak = [nomor for nomor, kolom in enumerate(blok.kolom) if kolom.jenis != "batang"]
    kolom = [blok.kolom[nomor] for nomor in letak]
    rata = "".join("k" if satu.jenis == "angka" else "i" for satu in kolom)
    baris = ([_sel(satu, nomor) for nomor in letak] for satu in blok.baris)
    yield from tabel_md([md(satu.nama) for satu in kolom], rata, baris)


def _sel(baris: BarisTabel, nomor: int) -> str:
    isi = baris.sel[nomor]
    if isinstance(isi, Batang):
        return ""
    teks = _isi(isi)
    if nomor == 0 and baris.inden:
        teks = f"↳ {teks}"
    return f"**{teks}**" if teks and baris.jenis != "isi" else teks


@_tulis.register
def _(_blok: Bagan) -> Iterator[str]:
    return iter(())


@_tulis.register
def _(blok: DaftarPerintah) -> Iterator[str]:
    for perintah, keterangan in blok.isi:
        yield f"- {_kode(perintah)}{f' {md(keterangan)}' if keterangan else ''}"
    yield ""


@_tulis.register
def _(blok: Praformat) -> Iterator[str]:
    yield "```text"
    yield from (aman(baris).replace("```", "'''") for baris in blok.baris)
    yield from ("```", "")


def _isi(isi: Kalimat) -> str:
    """Satu baris; angka pokok dan predikat tebal."""
    return "".join(_potong(satu, awal=nomor == 0) for nomor, satu in enumerate(isi)).strip()


_TEBAL = ("angka", "sangat", "inovatif", "kurang", "tanpa")


def _potong(satu: Potong, *, awal: bool) -> str:
    inti = satu.teks.strip()
    if not inti:
        return " " if satu.teks else ""
    # Awal potong bukan awal baris: tanda daftar di sana tidak perlu diluputkan.
    teks = md(inti) if awal else md(f"x{inti}").removeprefix("x")
    if satu.peran == "perintah":
        teks = _kode(inti)
    elif satu.peran in _TEBAL:
        teks = f"**{teks}**"
    depan = " " if satu.teks[0].isspace() else ""
    return f"{depan}{teks}{' ' if satu.teks[-1].isspace() else ''}"


def _kode(perintah: str) -> str:
    aman_kode = aman(" ".join(perintah.split())).replace("`", "'").replace("|", "\\|")
    return f"`{aman_kode}`"
