"""Naskah: Markdown laporan menjadi blok-blok bertipe, untuk ditulis ke HTML atau Word.

Yang dikenal hanya yang dipakai laporan: judul, alinea, daftar, tabel, gambar, dan kode. HTML di dalam
Markdown, juga dari templat pengguna, tetap tulisan; tautan hanya ke berkas di bawah folder laporan.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeGuard

if TYPE_CHECKING:
    from markdown_it.token import Token

    from indeksinovasi.keluaran.grafik.bidang import BaganSvg

_SEDIKIT = 3
"""Laporan dengan bagian sebanyak ini atau kurang tidak memerlukan daftar isi."""
_DI_BAWAH = re.compile(r"[A-Za-z0-9_-]+(?:/[A-Za-z0-9_-]+)*\.[a-z]+")


class RuasNaskah(NamedTuple):
    """Sepotong teks dengan rupanya; ``gambar`` nama berkas bila ruas ini gambar dan ``teks`` penggantinya.

    ``tautan`` ke berkas di bawah folder laporan; alamat lain tidak menjadi tautan.
    """

    teks: str
    tebal: bool = False
    miring: bool = False
    kode: bool = False
    gambar: str | None = None
    tautan: str | None = None


class BlokJudul(NamedTuple):
    """Judul tingkat 1-6."""

    tingkat: int
    isi: tuple[RuasNaskah, ...]


class BlokAlinea(NamedTuple):
    """Satu alinea; gambar yang berdiri sendiri adalah alinea satu ruas."""

    isi: tuple[RuasNaskah, ...]

    @property
    def gambar(self) -> RuasNaskah | None:
        """Gambarnya bila alinea ini hanya satu gambar."""
        return self.isi[0] if len(self.isi) == 1 and self.isi[0].gambar else None


class BlokDaftar(NamedTuple):
    """Daftar, bernomor atau berbutir."""

    bernomor: bool
    butir: tuple[tuple[RuasNaskah, ...], ...]


class BlokTabel(NamedTuple):
    """Tabel; ``kanan`` kolom yang rata kanan."""

    kanan: tuple[bool, ...]
    kepala: tuple[tuple[RuasNaskah, ...], ...]
    baris: tuple[tuple[tuple[RuasNaskah, ...], ...], ...]


class BlokKode(NamedTuple):
    """Baris-baris yang letak hurufnya bermakna."""

    teks: str


BlokNaskah = BlokJudul | BlokAlinea | BlokDaftar | BlokTabel | BlokKode


def urai_naskah(markdown: str) -> tuple[BlokNaskah, ...]:
    """Blok-blok *markdown* menurut urutan."""
    from markdown_it import MarkdownIt

    token = MarkdownIt("commonmark", {"html": False}).enable("table").parse(markdown)
    return tuple(_blok(token))


def polos_ruas(isi: Sequence[RuasNaskah]) -> str:
    """Teks ruas-ruas tanpa rupanya."""
    return "".join(satu.teks for satu in isi if satu.gambar is None)


def judul_naskah(naskah: Sequence[BlokNaskah]) -> str:
    """Teks judul pertama."""
    return next((polos_ruas(satu.isi) for satu in naskah if isinstance(satu, BlokJudul)), "Laporan")


def awal_bab(blok: BlokNaskah) -> TypeGuard[BlokJudul]:
    """Judul yang memulai sebuah bagian."""
    return isinstance(blok, BlokJudul) and blok.tingkat == 2


def pisahkan_pembuka(naskah: Sequence[BlokNaskah]) -> tuple[Sequence[BlokNaskah], Sequence[BlokNaskah]]:
    """Halaman pertama, lalu selebihnya sejak judul bagian pertama."""
    letak = next((nomor for nomor, satu in enumerate(naskah) if awal_bab(satu)), len(naskah))
    return naskah[:letak], naskah[letak:]


def berbab_banyak(naskah: Sequence[BlokNaskah]) -> bool:
    """Laporan berbagian nomor yang cukup panjang untuk daftar isi dan halaman pertama tersendiri."""
    bab = [satu for satu in naskah if awal_bab(satu)]
    return len(bab) > _SEDIKIT and polos_ruas(bab[0].isi)[:1].isdigit()


def tebal_semua(alinea: BlokAlinea) -> bool:
    """Alinea yang seluruhnya tebal."""
    return all(satu.tebal for satu in alinea.isi)


def pesan_utama(pembuka: Sequence[BlokNaskah]) -> BlokAlinea | None:
    """Pesan halaman pertama: alinea tebal pertamanya."""
    alinea = (satu for satu in pembuka if isinstance(satu, BlokAlinea) and not satu.gambar)
    return next((satu for satu in alinea if tebal_semua(satu)), None)


def tabel_kunci(pembuka: Sequence[BlokNaskah]) -> BlokTabel | None:
    """Angka kunci halaman pertama: tabel satu baris pertamanya; kepalanya angka, barisnya keterangan."""
    return next((s for s in pembuka if isinstance(s, BlokTabel) and len(s.baris) == 1), None)


def jajarkan(naskah: Sequence[BlokNaskah], bagan: Mapping[str, BaganSvg]) -> dict[int, BaganSvg]:
    """Letak blok → bagan sempitnya, bila berdampingan dengan bagan lain atau dengan angka utama."""
    sempit: dict[int, BaganSvg] = {}
    for nomor, satu in enumerate(naskah):
        gambar = satu.gambar if isinstance(satu, BlokAlinea) else None
        milik = bagan.get(gambar.gambar or "") if gambar else None
        if milik and milik.sempit:
            sempit[nomor] = milik.sempit
    return sempit if len(sempit) > 1 or tabel_kunci(naskah) else {}


def _blok(token: Sequence[Token]) -> Iterator[BlokNaskah]:
    letak = 0
    while letak < len(token):
        satu = token[letak]
        akhir = _akhir(token, letak)
        match satu.type:
            case "heading_open":
                yield BlokJudul(int(satu.tag[1:]), _ruas(token[letak + 1]))
            case "paragraph_open":
                yield BlokAlinea(_ruas(token[letak + 1]))
            case "bullet_list_open" | "ordered_list_open":
                yield _daftar(token[letak : akhir + 1])
            case "table_open":
                yield _tabel(token[letak : akhir + 1])
            case "fence" | "code_block":
                yield BlokKode(satu.content.rstrip("\n"))
            case "blockquote_open":
                yield from _blok(token[letak + 1 : akhir])
        letak = akhir + 1


def _akhir(token: Sequence[Token], letak: int) -> int:
    """Letak token penutup blok yang dibuka di *letak*; blok tanpa isi menutup dirinya sendiri."""
    if token[letak].nesting != 1:
        return letak
    dalam = 0
    for nomor in range(letak, len(token)):
        dalam += token[nomor].nesting
        if dalam == 0:
            return nomor
    return len(token) - 1


def _daftar(token: Sequence[Token]) -> BlokDaftar:
    butir: list[list[RuasNaskah]] = []
    for satu in token:
        if satu.type == "list_item_open":
            butir.append([])
        elif satu.type == "inline" and butir:
            butir[-1] += [*([RuasNaskah(" ")] if butir[-1] else []), *_ruas(satu)]
    return BlokDaftar(token[0].type == "ordered_list_open", tuple(tuple(satu) for satu in butir))


def _tabel(token: Sequence[Token]) -> BlokTabel:
    baris: list[list[tuple[RuasNaskah, ...]]] = []
    kanan: list[bool] = []
    for nomor, satu in enumerate(token):
        if satu.type == "tr_open":
            baris.append([])
        elif satu.type in ("th_open", "td_open"):
            baris[-1].append(_ruas(token[nomor + 1]))
            if satu.type == "th_open":
                kanan.append("right" in str(satu.attrGet("style") or ""))
    return BlokTabel(tuple(kanan), tuple(baris[0]), tuple(tuple(satu) for satu in baris[1:]))


def _ruas(sebaris: Token) -> tuple[RuasNaskah, ...]:
    hasil: list[RuasNaskah] = []
    tebal = miring = 0
    tautan: str | None = None
    for anak in sebaris.children or ():
        match anak.type:
            case "strong_open" | "strong_close":
                tebal += anak.nesting
            case "em_open" | "em_close":
                miring += anak.nesting
            case "link_open":
                tautan = _tautan(str(anak.attrGet("href") or ""))
            case "link_close":
                tautan = None
            case "softbreak" | "hardbreak":
                hasil.append(RuasNaskah(" "))
            case "image":
                hasil.append(RuasNaskah(anak.content, gambar=str(anak.attrGet("src") or "")))
            case "code_inline":
                hasil.append(RuasNaskah(anak.content, bool(tebal), bool(miring), kode=True))
            case _ if anak.content:
                hasil.append(RuasNaskah(anak.content, bool(tebal), bool(miring), tautan=tautan))
    return tuple(hasil)


def _tautan(alamat: str) -> str | None:
    return alamat if _DI_BAWAH.fullmatch(alamat) else None
