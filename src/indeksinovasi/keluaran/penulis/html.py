"""Dokumen menjadi potongan HTML: semua teks diluputkan, peran menjadi kelas, tanpa gaya dan skrip."""

from __future__ import annotations

from collections.abc import Iterator
from functools import singledispatch
from html import escape

from indeksinovasi.inti.model.angka import bulatkan
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
    Kolom,
    Praformat,
    RincianLabel,
    Tabel,
)
from indeksinovasi.keluaran.teks import aman

_TINGKAT_TERDALAM = 6


def teks_html(dokumen: Dokumen, tingkat: int = 2) -> str:
    """Potongan HTML; judul terbesarnya ``h<tingkat>``. Kelasnya nama peran dan jenis baris."""
    return "".join(f"{baris}\n" for blok in dokumen for baris in _blok(blok, tingkat))


def _blok(blok: Blok, tingkat: int) -> Iterator[str]:
    if not isinstance(blok, Judul):
        yield from _tulis(blok)
        return
    unsur = f"h{min(blok.tingkat + tingkat - 1, _TINGKAT_TERDALAM)}"
    yield f"<{unsur}>{_isi(blok.isi)}</{unsur}>"
    if blok.kanan:
        yield f'<p class="redup">{_teks(blok.kanan)}</p>'


@singledispatch
def _tulis(blok: Blok) -> Iterator[str]:
    raise TypeError(type(blok).__name__)


@_tulis.register
def _(blok: Alinea) -> Iterator[str]:
    yield from (f"<p>{_isi(satu)}</p>" for satu in blok.isi)


@_tulis.register
def _(blok: DaftarButir) -> Iterator[str]:
    yield f"<ul>{''.join(f'<li>{_isi(satu)}</li>' for satu in blok.isi)}</ul>"


@_tulis.register
def _(blok: RincianLabel) -> Iterator[str]:
    isi = (
        f"<dt>{_isi(label)}</dt>{''.join(f'<dd>{_isi(satu)}</dd>' for satu in semua)}"
        for label, semua in blok.isi
    )
    yield f"<dl>{''.join(isi)}</dl>"


@_tulis.register
def _(blok: Tabel) -> Iterator[str]:
    letak = [nomor for nomor, kolom in enumerate(blok.kolom) if kolom.jenis != "batang"]
    yield "<table>"
    kepala = "".join(
        f'<th scope="col"{_kelas(blok.kolom[n])}>{_teks(blok.kolom[n].nama)}</th>' for n in letak
    )
    yield f"<thead><tr>{kepala}</tr></thead>"
    yield "<tbody>"
    yield from (_baris(satu, blok.kolom, letak) for satu in blok.baris)
    yield from ("</tbody>", "</table>")


def _kelas(kolom: Kolom) -> str:
    return ' class="kanan"' if kolom.jenis == "angka" else ""


def _baris(baris: BarisTabel, kolom: tuple[Kolom, ...], letak: list[int]) -> str:
    jenis = f' class="{baris.jenis}"' if baris.jenis != "isi" else ' class="anak"' if baris.inden else ""
    sel = []
    for nomor in letak:
        isi = baris.sel[nomor]
        teks = "" if isinstance(isi, Batang) else _isi(isi)
        sel.append(f'<th scope="row">{teks}</th>' if nomor == 0 else f"<td{_kelas(kolom[nomor])}>{teks}</td>")
    return f"<tr{jenis}>{''.join(sel)}</tr>"


@_tulis.register
def _(blok: Bagan) -> Iterator[str]:
    yield f"<figure><figcaption>{_teks(blok.keterangan)}</figcaption><dl>"
    for satu in blok.baris:
        nilai, maksimum = bulatkan(satu.nilai, 2), bulatkan(blok.maksimum, 2)
        ukur = f'<meter min="0" max="{maksimum}" value="{nilai}"></meter>'
        yield f"<dt>{_teks(satu.label)}</dt><dd>{ukur} {_isi(satu.tampil)}</dd>"
    yield "</dl></figure>"


@_tulis.register
def _(blok: DaftarPerintah) -> Iterator[str]:
    isi = (f"<li><code>{_teks(perintah)}</code> {_teks(ket)}</li>" for perintah, ket in blok.isi)
    yield f'<ul class="perintah">{"".join(isi)}</ul>'


@_tulis.register
def _(blok: Praformat) -> Iterator[str]:
    yield f"<pre>{chr(10).join(_teks(baris) for baris in blok.baris)}</pre>"


def _isi(isi: Kalimat) -> str:
    return "".join(
        _teks(satu.teks) if satu.peran == "biasa" else f'<span class="{satu.peran}">{_teks(satu.teks)}</span>'
        for satu in isi
    )


def _teks(teks: str) -> str:
    return escape(aman(teks))
