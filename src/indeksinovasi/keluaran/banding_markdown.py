"""``indeks banding --format markdown``: isi yang sama dengan terminal, tanpa batas lebar dan jumlah baris."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from indeksinovasi.inti.model.banding import BandingDaerah, BedaInovasi, Perbandingan, Sisi
from indeksinovasi.keluaran.banding import (
    NAMA_JENIS,
    NAMA_PERUBAHAN,
    baris_uraian,
    bertanda,
    catatan_metode,
    kalimat,
    kalimat_mandiri_final,
    kalimat_predikat,
    kalimat_skala,
    kalimat_terbit,
    keterangan_inovasi,
    sel_ringkasan,
    terbit_terurut,
)
from indeksinovasi.keluaran.markdown import md, tabel_md
from indeksinovasi.keluaran.teks import angka


def potong(banding: BandingDaerah) -> str:
    """Bagian Markdown satu daerah."""
    return "\n".join(_daerah(banding)) + "\n"


def _daerah(banding: BandingDaerah) -> Iterator[str]:
    yield from (f"## {md(banding.daerah.nama)}: perbandingan", "")
    yield from baris_sisi(banding.sisi)
    for label in banding.tanpa:
        yield from (md(f"Tanpa data: {label}."), "")
    yield from _terbit(banding)
    for perbandingan in banding.perbandingan:
        yield from baris_pasangan(perbandingan)


def baris_sisi(semua: Sequence[Sisi]) -> Iterator[str]:
    """Tabel angka pokok tiap sisi, dan kalimat skalanya."""
    absolut = any(sisi.skala == "absolut" for sisi in semua)
    judul = (
        "Sisi",
        "Indeks atau skor" if absolut else "Indeks",
        "SPD",
        "Kematangan rata-rata",
        "Inovasi",
        "Pembagi",
        "Skor jumlah inovasi",
        "OPD melapor",
    )
    yield from tabel_md(judul, "ikkkkkkk", ((md(sisi.label), *sel_ringkasan(sisi)) for sisi in semua))
    if any(sisi.hasil is None for sisi in semua):
        yield from ("† hasil terbit, bukan hitungan", "")
    for satu in kalimat_skala(semua):
        yield from (md(satu), "")


def _terbit(banding: BandingDaerah) -> Iterator[str]:
    semua = terbit_terurut(banding.sisi)
    if not semua:
        return
    yield from ("### Hasil terbit", "")
    judul = ("Tahun", "Jenis", "Skor", "Predikat", "Inovasi", "OPD", "Sumber", "Catatan")
    baris = (
        (
            str(satu.tahun),
            NAMA_JENIS[satu.jenis],
            angka(satu.skor),
            md(satu.predikat or "–"),
            angka(satu.jumlah_inovasi, 0),
            angka(satu.jumlah_opd, 0),
            md(satu.sumber),
            md(satu.catatan or ""),
        )
        for satu in semua
    )
    yield from tabel_md(judul, "iikikkii", baris)
    for kalimat_satu in kalimat_mandiri_final(semua):
        yield from (md(kalimat_satu), "")


def baris_pasangan(banding: Perbandingan) -> Iterator[str]:
    """Dua sisi bersebelahan, mulai judul tingkat tiga: kalimat, uraian selisih, dan rincian."""
    yield from _pokok(banding, "###")
    if banding.setara:
        sisi = (banding.setara.dari, banding.setara.ke)
        yield from ("Pasangan setara pada satu metode:", "")
        yield from tabel_md(
            ("Sisi", "Indeks"), "ik", ((md(satu.label), sel_ringkasan(satu)[0]) for satu in sisi)
        )
        yield from _pokok(banding.setara, "####")
    yield from _rincian(banding.setara or banding)


def _pokok(banding: Perbandingan, judul: str) -> Iterator[str]:
    yield from (f"{judul} {md(banding.dari.label)} → {md(banding.ke.label)}", "")
    for satu in (kalimat(banding), kalimat_predikat(banding), kalimat_terbit(banding)):
        if satu:
            yield from (md(satu), "")
    for satu in (*catatan_metode(banding.dari), *catatan_metode(banding.ke)):
        yield from (f"Catatan {md(satu)}", "")
    baris = [(f"{'↳ ' if satu.anak else ''}{satu.nama}", satu.tampil) for satu in baris_uraian(banding)]
    if baris:
        yield from tabel_md(("Faktor", "Sumbangan (poin)"), "ik", baris)


def _rincian(banding: Perbandingan) -> Iterator[str]:
    judul: tuple[str, ...]
    if banding.opd:
        judul = (
            "Perangkat daerah",
            "Inovasi awal",
            "Inovasi akhir",
            "Kematangan awal",
            "Kematangan akhir",
            "Selisih",
        )
        yield from tabel_md(judul, "ikkkkk", _baris_opd(banding))
    if banding.indikator:
        judul = ("Indikator", "Aspek", "Tingkat awal", "Tingkat akhir", "Skor awal", "Skor akhir", "Selisih")
        yield from tabel_md(judul, "iikkkkk", _baris_indikator(banding))
    if banding.inovasi:
        judul = ("Inovasi", "Perubahan", "Kematangan awal", "Kematangan akhir", "Selisih", "Keterangan")
        yield from tabel_md(judul, "iikkki", map(_baris_inovasi, banding.inovasi))


def _baris_opd(banding: Perbandingan) -> Iterator[tuple[str, ...]]:
    for satu in banding.opd:
        banyak = (str(sisi.jumlah_inovasi) if sisi else "–" for sisi in (satu.dari, satu.ke))
        rata = (angka(sisi.rata_rata) if sisi else "–" for sisi in (satu.dari, satu.ke))
        yield (md(satu.nama), *banyak, *rata, bertanda(satu.selisih))


def _baris_indikator(banding: Perbandingan) -> Iterator[tuple[str, ...]]:
    for satu in banding.indikator:
        tingkat = (angka(sisi.tingkat) if sisi else "–" for sisi in (satu.dari, satu.ke))
        skor = (angka(sisi.skor) if sisi else "–" for sisi in (satu.dari, satu.ke))
        yield (md(satu.nama), satu.aspek.upper(), *tingkat, *skor, bertanda(satu.selisih))


def _baris_inovasi(satu: BedaInovasi) -> tuple[str, ...]:
    nilai = (angka(satu.kematangan_dari), angka(satu.kematangan_ke), bertanda(satu.selisih))
    return (md(satu.nama), NAMA_PERUBAHAN[satu.perubahan].lower(), *nilai, keterangan_inovasi(satu))
