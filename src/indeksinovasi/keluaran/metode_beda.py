"""``indeks metode beda`` sebagai dokumen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from indeksinovasi.inti.metode.beda import NAMA_ASPEK, BedaBaris, BedaMetode, HalBerbeda
from indeksinovasi.keluaran.dokumen import (
    Blok,
    Dokumen,
    Judul,
    Kalimat,
    Potong,
    RincianLabel,
    kalimat,
    polos,
    satu_alinea,
)

_TANDA = (
    "Tanda − hanya ada pada yang pertama, + hanya pada yang kedua; pada yang lain mungkin tidak ditemukan."
)
_SEBARIS = 60
"""Perubahan yang lebih panjang ditulis dua baris: yang lama, lalu yang baru."""


def dokumen_beda(beda: BedaMetode) -> Dokumen:
    """Apa yang berubah, bagian demi bagian lalu indikator demi indikator."""
    return tuple(_beda(beda))


def _beda(beda: BedaMetode) -> Iterator[Blok]:
    yield Judul(kalimat(f"{beda.lama} → {beda.baru}"), 1)
    yield satu_alinea("Tidak ada perbedaan." if beda.sama else Potong(_TANDA, "redup"))
    for nama, semua in (*beda.bagian, ("Nilai sama, kepastian berbeda", beda.kepastian)):
        yield from _bagian(nama, semua)
    for aspek, sisi in beda.tak_terbanding:
        ada = beda.lama if sisi == "lama" else beda.baru
        yield satu_alinea(
            f"Tabel {NAMA_ASPEK[aspek]} hanya ada pada {ada}, jadi barisnya tidak dibandingkan."
        )
    yield from _daftar("Indikator baru", [satu for satu in beda.indikator if satu.jenis == "baru"])
    yield from _daftar("Indikator yang tidak ada lagi", [s for s in beda.indikator if s.jenis == "hilang"])
    for satu in beda.indikator:
        if satu.jenis == "berubah":
            yield from _bagian(_sebut(satu), satu.perubahan)
    if beda.indikator or beda.tetap:
        yield satu_alinea(f"{beda.tetap} indikator tidak berubah.")


def _sebut(satu: BedaBaris) -> str:
    return f"{satu.nama} ({satu.kode}, {NAMA_ASPEK[satu.aspek]})"


def _daftar(judul: str, indikator: Sequence[BedaBaris]) -> Iterator[Blok]:
    if indikator:
        yield Judul(kalimat(judul))
        yield RincianLabel(tuple((kalimat(satu.kode), (kalimat(satu.nama),)) for satu in indikator))


def _bagian(judul: str, semua: Iterable[HalBerbeda]) -> Iterator[Blok]:
    isi = tuple((kalimat(satu.hal), _isi(satu)) for satu in semua)
    if isi:
        yield Judul(kalimat(judul))
        yield RincianLabel(isi)


def _isi(perubahan: HalBerbeda) -> tuple[Kalimat, ...]:
    lama, baru = perubahan.lama, perubahan.baru
    dua: list[Kalimat] = []
    if lama is not None:
        dua.append(kalimat(Potong("−", "turun"), f" {lama}"))
    if baru is not None:
        dua.append(kalimat(Potong("+", "naik"), f" {baru}"))
    if lama is None or baru is None:
        return tuple(dua)
    sebaris = kalimat(f"{lama} → {baru}")
    return (sebaris,) if len(polos(sebaris)) + len(perubahan.hal) <= _SEBARIS else tuple(dua)
