"""``indeks metode beda`` sebagai teks, paling lebar 80 kolom."""

from __future__ import annotations

from collections.abc import Iterable

from indeksinovasi.inti.metode.beda import NAMA_ASPEK, BedaIndikator, BedaMetode, Perubahan
from indeksinovasi.keluaran.lipatan import alinea, dua_kolom
from indeksinovasi.keluaran.teks import aman

_TANDA = (
    "Tanda - hanya ada pada yang pertama, + hanya pada yang kedua; pada yang lain mungkin tidak ditemukan."
)


def teks_beda(beda: BedaMetode) -> str:
    """Apa yang berubah, bagian demi bagian lalu indikator demi indikator."""
    baris = alinea(f"{beda.lama} → {beda.baru}")
    baris += ["", "Tidak ada perbedaan."] if beda.sama else ["", *alinea(_TANDA)]
    for nama, semua in (*beda.bagian, ("Nilai sama, kepastian berbeda", beda.kepastian)):
        baris += ["", nama, *_semua(semua)] if semua else []
    for aspek, sisi in beda.tak_terbanding:
        ada = beda.lama if sisi == "lama" else beda.baru
        kalimat = f"Tabel {NAMA_ASPEK[aspek]} hanya ada pada {ada}, jadi barisnya tidak dibandingkan."
        baris += ["", *alinea(kalimat)]
    for judul, jenis in (("Indikator baru", "baru"), ("Indikator yang tidak ada lagi", "hilang")):
        kode = [(satu.kode, satu.nama) for satu in beda.indikator if satu.jenis == jenis]
        baris += ["", judul, *dua_kolom(kode)] if kode else []
    for satu in beda.indikator:
        baris += _berubah(satu)
    if beda.indikator or beda.tetap:
        baris += ["", f"{beda.tetap} indikator tidak berubah."]
    return "\n".join(baris) + "\n"


def _berubah(satu: BedaIndikator) -> list[str]:
    if satu.jenis != "berubah":
        return []
    return [
        "",
        *alinea(satu.nama, f"{satu.kode} ({NAMA_ASPEK[satu.aspek]}) · ", "    "),
        *_semua(satu.perubahan),
    ]


def _semua(perubahan: Iterable[Perubahan]) -> list[str]:
    return [baris for satu in perubahan for baris in _satu(satu)]


def _satu(perubahan: Perubahan) -> list[str]:
    hal, lama, baru = aman(perubahan.hal), perubahan.lama, perubahan.baru
    if lama is None or baru is None:
        return alinea(lama or baru or "", f"  {'+' if lama is None else '-'} {hal}: ", "    ")
    pendek = alinea(f"{lama} → {baru}", f"  {hal}: ")
    return pendek if len(pendek) == 1 else [f"  {hal}:", *alinea(lama, "    - "), *alinea(baru, "    + ")]
