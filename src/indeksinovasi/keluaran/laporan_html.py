"""Naskah laporan menjadi satu berkas HTML: gaya di dalamnya, bagan sebaris dengan tulisan sungguhan, siap
cetak A4, terang dan gelap. Tanpa skrip dan tanpa sumber luar.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import singledispatch
from html import escape

from indeksinovasi.keluaran.grafik.bidang import BaganSvg
from indeksinovasi.keluaran.grafik.gaya import HURUF, HURUF_SERUPA, PALET, Tema, gaya_sebaris
from indeksinovasi.keluaran.naskah import (
    BlokAlinea,
    BlokDaftar,
    BlokJudul,
    BlokKode,
    BlokNaskah,
    BlokTabel,
    RuasNaskah,
    awal_bab,
    berbab_banyak,
    jajarkan,
    judul_naskah,
    pesan_utama,
    pisahkan_pembuka,
    polos_ruas,
    tabel_kunci,
    tebal_semua,
)
from indeksinovasi.keluaran.teks import aman, judul_halaman

_KOLOM_PONSEL = 3
"""Tabel dengan kolom lebih dari ini bersusun ke bawah di layar ponsel."""
_GAYA = """
*{box-sizing:border-box}
html{color-scheme:light dark;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--kertas);color:var(--tinta)}
body{font:1rem/1.45 HURUF;font-variant-numeric:tabular-nums}
main{max-width:48rem;margin:0 auto;padding:1.5rem 1rem 3rem}
header{border-top:3px solid var(--utama);padding-top:.6rem}
h1{font-size:1.1rem;margin:0 0 .15rem}
header p{margin:0;color:var(--redup);font-size:.85rem}
.pesan{font-size:1.7rem;line-height:1.18;font-weight:700;margin:1.1rem 0 .5rem}
h2{font-size:1.15rem;color:var(--utama);margin:2rem 0 .5rem}
h2{border-top:2px solid var(--garis);padding-top:.6rem}
p,ul,ol{margin:0 0 .8rem}
li{margin:0 0 .35rem}
ol li::marker{font-weight:700;color:var(--utama)}
figure{margin:.4rem 0 1rem}
svg.bagan{display:block;width:100%;height:auto}
.gulir{overflow-x:auto;margin:0 0 .8rem}
table{border-collapse:collapse;width:100%;font-size:.92rem}
caption{text-align:left;font-weight:700;padding-bottom:.3rem}
th{text-align:left;vertical-align:bottom;border-bottom:1.5px solid var(--tinta);padding:.2rem .6rem .2rem 0}
td,tbody th{vertical-align:top;border-bottom:1px solid var(--garis)}
td,tbody th{padding:.3rem .6rem .3rem 0;font-weight:400}
.kanan{text-align:right;white-space:nowrap}
.kunci{display:grid;grid-template-columns:repeat(auto-fit,minmax(6.6rem,1fr));gap:.4rem 1rem;margin:1rem 0}
.kunci div{border-top:1.5px solid var(--tinta);padding-top:.2rem;font-size:.85rem;line-height:1.25}
.kunci dt{font-size:1.45rem;line-height:1.15;font-weight:700}
.kunci dd{margin:0}
.utama div:first-child{border:0;grid-column:span 2}
.utama div:first-child dt{color:var(--utama);font-size:3rem;line-height:1;letter-spacing:-.02em}
.utama strong{display:inline-block;margin:.2rem .3rem .15rem 0;padding:.1rem .45rem}
.utama strong{background:var(--utama);color:var(--kertas);text-transform:uppercase}
.jajar{display:grid;grid-template-columns:repeat(auto-fit,minmax(18rem,1fr));gap:0 2rem}
.jajar figure{max-width:24rem}
.jajar .kunci{margin:.2rem 0 .6rem}
nav{font-size:.92rem;margin:1.2rem 0}
nav ul{columns:2;column-gap:2rem;list-style:none;padding:0;margin:0}
nav li{border-bottom:1px dotted var(--redup);margin:0;padding:.2rem 0;break-inside:avoid}
a{color:var(--utama)}
nav a{color:inherit;text-decoration:none}
nav a:hover,nav a:focus-visible{text-decoration:underline}
pre{font:.85rem/1.4 Consolas,'Liberation Mono',monospace;margin:0 0 .8rem}
pre{white-space:pre-wrap;overflow-wrap:anywhere}
.ringkas h2{font-size:1.02rem;margin:.7rem 0 .3rem;padding-top:.3rem}
.ringkas .pesan{font-size:1.35rem;margin:.5rem 0 .3rem}
.ringkas h2+ul{display:grid;grid-template-columns:repeat(auto-fit,minmax(12rem,1fr));gap:.4rem 1.5rem}
.ringkas h2+ul{list-style:none;padding:0}
.ringkas h2+ul li{border-top:1.5px solid var(--tinta);padding-top:.2rem}
.ringkas h2+ul strong{display:block;font-size:1.2rem;color:var(--utama)}
@media screen and (max-width:40rem){
.pesan{font-size:1.3rem}
nav ul{columns:1}
figure{overflow-x:auto}
svg.bagan{min-width:34rem}
.jajar svg.bagan{min-width:0}
.lebar,.lebar tbody,.lebar tr,.lebar th,.lebar td{display:block;width:auto;text-align:left}
.lebar thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.lebar tr{border-bottom:1px solid var(--garis);padding:.35rem 0}
.lebar tbody th,.lebar tbody td{border:0;padding:.1rem 0;white-space:normal}
.lebar td:empty{display:none}
.lebar td::before{content:attr(data-kepala) ": ";color:var(--redup)}
}
@page{size:A4;margin:15mm 15mm 15mm 25mm}
@media print{
html{color-scheme:light}
body{font-size:10pt;line-height:1.3}
.akhir{font-size:8.6pt}
.akhir pre{font-size:7.8pt}
main{max-width:none;padding:0}
.pesan{font-size:18pt;margin:8pt 0 4pt}
h1{font-size:11.5pt}
h2{font-size:11.5pt;margin:9pt 0 3pt;padding-top:4pt;break-after:avoid}
p,ul,ol{margin-bottom:5pt;orphans:2;widows:2}
li{margin-bottom:2pt}
table{font-size:9pt}
th,td,tbody th{padding-top:2pt;padding-bottom:2pt}
figure{margin:2pt 0 4pt}
figure svg.bagan{width:95%}
.jajar svg.bagan{width:100%}
figure,tr,.kunci,nav{break-inside:avoid}
.utuh #bab-1{break-before:page}
.jajar{grid-template-columns:1fr 1fr;gap:0 8mm}
.gulir{overflow:visible;margin-bottom:5pt}
pre{font-size:8.5pt}
nav{margin:4pt 0 0;font-size:9pt}
nav li{padding:1pt 0}
.ringkas{font-size:9pt;line-height:1.26}
.ringkas h2{font-size:10.5pt;margin:6pt 0 2pt;padding-top:3pt}
.ringkas .pesan{font-size:14pt;margin:4pt 0 3pt}
.ringkas .pembuka svg.bagan{width:84%}
.ringkas h2+ul{grid-template-columns:repeat(3,1fr);gap:0 6mm}
.ringkas h2+ul strong{font-size:12pt}
.ringkas p,.ringkas ul{margin-bottom:3pt}
.ringkas table{font-size:8.4pt}
.ringkas .kunci{margin:4pt 0}
.kunci dt{font-size:15pt}
.utama div:first-child dt{font-size:38pt}
.kunci div{font-size:8.6pt}
.ringkas .utama div:first-child dt{font-size:30pt}
svg.bagan,.kunci{-webkit-print-color-adjust:exact;print-color-adjust:exact}
}
"""


def halaman_html(
    naskah: Sequence[BlokNaskah], bagan: Mapping[str, BaganSvg], *, ringkas: bool = False
) -> str:
    """Halaman utuh; *bagan* menurut nama berkas gambarnya di naskah."""
    judul = judul_naskah(naskah)
    semua = [milik for satu in bagan.values() for milik in (satu, satu.sempit) if milik]
    kelas = {nama for satu in semua for nama in satu.kelas()}
    isi = "\n".join(_isi(naskah, bagan, nav=not ringkas))
    gaya = f"{HURUF_SERUPA}{_warna()}{_GAYA.replace('HURUF', HURUF)}{gaya_sebaris(kelas)}"
    kelas_utama = ' class="ringkas"' if ringkas else ' class="utuh"' if berbab_banyak(naskah) else ""
    return (
        '<!DOCTYPE html>\n<html lang="id">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(judul_halaman(judul))}</title>\n<style>{gaya}</style>\n</head>\n<body>\n"
        f"<main{kelas_utama}>\n{isi}\n</main>\n</body>\n</html>\n"
    )


def _warna() -> str:
    def isi(tema: Tema) -> str:
        return "".join(f"--{nama}:{warna};" for nama, warna in PALET[tema].items())

    return f":root{{{isi('terang')}}}@media screen and (prefers-color-scheme:dark){{:root{{{isi('gelap')}}}}}"


def _isi(naskah: Sequence[BlokNaskah], bagan: Mapping[str, BaganSvg], *, nav: bool) -> Iterator[str]:
    """Halaman pertama sampai judul bagian pertama, daftar isinya, lalu bagian-bagian."""
    depan, bagian = pisahkan_pembuka(naskah)
    yield f'<section class="pembuka">{"".join(_pembuka(depan, bagan))}</section>'
    bab = [_sebaris(satu.isi) for satu in bagian if awal_bab(satu)]
    utuh = nav and berbab_banyak(naskah)
    if utuh:
        butir = "".join(f'<li><a href="#bab-{n}">{judul}</a></li>' for n, judul in enumerate(bab, 1))
        yield f'<nav aria-label="Isi laporan"><ul>{butir}</ul></nav>'
    nomor = 0
    for satu in bagian:
        if awal_bab(satu):
            nomor += 1
            # Bagian terakhir memuat metode dan sumber: catatan, bukan uraian.
            yield f'<h2 id="bab-{nomor}">{_sebaris(satu.isi)}</h2>'
            yield '<div class="akhir">' if utuh and nomor == len(bab) else ""
        else:
            yield _blok(satu, bagan)
    yield "</div>" if utuh else ""


def _blok(satu: BlokNaskah, bagan: Mapping[str, BaganSvg]) -> str:
    if isinstance(satu, BlokAlinea) and satu.gambar:
        return _gambar(satu.gambar, bagan)
    return _tulis(satu)


def _pembuka(naskah: Sequence[BlokNaskah], bagan: Mapping[str, BaganSvg]) -> Iterator[str]:
    """Judul dan keterangannya, pesan utama (alinea tebal pertama), dan angka kunci (tabel pertama)."""
    sisa = list(naskah)
    judul = next((n for n, satu in enumerate(sisa) if isinstance(satu, BlokJudul)), None)
    if judul is not None:
        kepala, sisa = sisa[judul], sisa[judul + 1 :]
        keterangan = _tulis(sisa.pop(0)) if sisa and _alinea_biasa(sisa[0]) else ""
        yield f"<header>{_tulis(kepala)}{keterangan}</header>"
    pesan, kunci = pesan_utama(sisa), tabel_kunci(sisa)
    jajar = jajarkan(sisa, bagan)
    for nomor, satu in enumerate(sisa):
        if pesan is not None and satu is pesan:
            yield f'<p class="pesan">{_teks(polos_ruas(satu.isi))}</p>'
        elif satu is kunci:
            yield "" if jajar else _kunci(satu)
        elif nomor not in jajar:
            yield _blok(satu, bagan)
        elif nomor == min(jajar):
            yield _jajar([f"<figure>{milik.svg_sebaris()}</figure>" for milik in jajar.values()], kunci)


def _jajar(gambar: Sequence[str], kunci: BlokTabel | None) -> str:
    """Angka utama di atas bagan pertama, bagan kedua di sampingnya, lalu angka lain; di ponsel bersusun."""
    utama = _kunci(kunci, slice(1)) if kunci else ""
    lain = _kunci(kunci, slice(1, None)) if kunci and len(kunci.kepala) > 1 else ""
    kolom = [utama, *gambar] if len(gambar) == 1 else [f"{utama}{gambar[0]}", *gambar[1:]]
    isi = "".join(f"<div>{satu}</div>" for satu in kolom)
    return f'<div class="jajar">{isi}</div>{lain}'


def _alinea_biasa(blok: BlokNaskah) -> bool:
    return isinstance(blok, BlokAlinea) and not blok.gambar and not tebal_semua(blok)


def _kunci(tabel: BlokTabel, bagian: slice = slice(None)) -> str:
    butir = [
        f"<div><dt>{_sebaris(angka)}</dt><dd>{_sebaris(ket)}</dd></div>"
        for angka, ket in zip(tabel.kepala, tabel.baris[0], strict=True)
    ][bagian]
    utama = " utama" if bagian.start is None else ""
    return f'<dl class="kunci{utama}">{"".join(butir)}</dl>'


def _gambar(ruas: RuasNaskah, bagan: Mapping[str, BaganSvg]) -> str:
    satu = bagan.get(ruas.gambar or "")
    return f"<figure>{satu.svg_sebaris()}</figure>" if satu else f"<p>{_teks(ruas.teks)}</p>"


@singledispatch
def _tulis(blok: BlokNaskah) -> str:
    raise TypeError(type(blok).__name__)


@_tulis.register
def _(blok: BlokJudul) -> str:
    return f"<h{blok.tingkat}>{_sebaris(blok.isi)}</h{blok.tingkat}>"


@_tulis.register
def _(blok: BlokAlinea) -> str:
    return f"<p>{_sebaris(blok.isi)}</p>"


@_tulis.register
def _(blok: BlokDaftar) -> str:
    jenis = "ol" if blok.bernomor else "ul"
    return f"<{jenis}>{''.join(f'<li>{_sebaris(satu)}</li>' for satu in blok.butir)}</{jenis}>"


@_tulis.register
def _(blok: BlokKode) -> str:
    return f"<pre>{_teks_baris(blok.teks)}</pre>"


@_tulis.register
def _(blok: BlokTabel) -> str:
    kelas = [' class="kanan"' if satu else "" for satu in blok.kanan]
    nama = [f' data-kepala="{_teks(polos_ruas(satu))}"' for satu in blok.kepala]
    lebar = ' class="lebar"' if len(nama) > _KOLOM_PONSEL else ""
    kepala = "".join(
        f'<th scope="col"{k}>{_sebaris(satu)}</th>' for satu, k in zip(blok.kepala, kelas, strict=True)
    )
    if lebar:
        kelas = [f"{satu}{milik}" for satu, milik in zip(kelas, nama, strict=True)]
    baris = "".join(f"<tr>{_baris(satu, kelas)}</tr>" for satu in blok.baris)
    tabel = f"<table{lebar}><thead><tr>{kepala}</tr></thead><tbody>{baris}</tbody></table>"
    return f'<div class="gulir">{tabel}</div>'


def _baris(sel: Sequence[Sequence[RuasNaskah]], kelas: Sequence[str]) -> str:
    pertama, *lain = sel
    isi = "".join(f"<td{k}>{_sebaris(satu)}</td>" for satu, k in zip(lain, kelas[1:], strict=True))
    return f'<th scope="row">{_sebaris(pertama)}</th>{isi}'


def _sebaris(isi: Sequence[RuasNaskah]) -> str:
    return "".join(_satu(satu) for satu in isi)


def _satu(ruas: RuasNaskah) -> str:
    teks = _teks(ruas.teks)
    for unsur, pakai in (("code", ruas.kode), ("em", ruas.miring), ("strong", ruas.tebal)):
        teks = f"<{unsur}>{teks}</{unsur}>" if pakai else teks
    return f'<a href="{ruas.tautan}">{teks}</a>' if ruas.tautan else teks


def _teks(teks: str) -> str:
    return escape(aman(teks))


def _teks_baris(teks: str) -> str:
    return "\n".join(_teks(baris) for baris in teks.split("\n"))
