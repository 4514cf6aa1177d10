"""``indeks metode tunjuk --format markdown``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from indeksinovasi.inti.metode.beda import NAMA_ASPEK, TIDAK_DITEMUKAN, batas_predikat
from indeksinovasi.inti.model.angka import angka_id
from indeksinovasi.inti.model.metode import Indikator, Metode
from indeksinovasi.keluaran.markdown import md, tabel_md
from indeksinovasi.keluaran.metode import judul_aspek, kelayakan, pasangan_ketetapan, rumus_kalimat


def markdown_tunjuk(metode: Metode, sidik: str) -> str:
    """Semua yang diukur satu tahun sebagai Markdown."""
    return "\n".join(_baris(metode, sidik)).rstrip() + "\n"


def _baris(metode: Metode, sidik: str) -> Iterator[str]:
    yield from (f"# {md(metode.nama)}", "")
    yield f"Tahun {metode.tahun}, {metode.status}, revisi {metode.revisi}, skala {metode.skala}. `{sidik}`"
    yield from ("", md(metode.keterangan), "", "## Rumus", "", md(rumus_kalimat(metode)), "")
    yield from _pasangan(("Ketetapan", "Nilai"), pasangan_ketetapan(metode))
    if metode.predikat:
        yield from ("## Predikat", "")
        yield from _pasangan(
            ("Predikat", "Batas"), ((satu.nama, batas_predikat(satu)) for satu in metode.predikat)
        )
    yield from ("## Kelayakan", "")
    yield from _pasangan(("Syarat", "Isi"), kelayakan(metode))
    yield from _butir(None, metode.kelayakan.catatan)
    yield from _butir("Urusan wajib", metode.urusan_wajib)
    for aspek in NAMA_ASPEK:
        if metode.aspek(aspek):
            yield from (f"## {judul_aspek(metode, aspek)}", "")
            kolom = ("No", "Kode", "Nama", "Bobot", "Wajib", "1", "2", "3", "Kepastian", "Sumber")
            yield from tabel_md(kolom, "iiikiiiiii", map(_indikator, metode.aspek(aspek)))
    yield from _butir("SPD yang hanya diketahui namanya", metode.spd_nama_saja)
    yield from _butir("Lembar lain", metode.lembar_lain)
    yield from _butir("Dasar hukum", metode.dasar_hukum)
    yield from ("## Sumber", "")
    yield from _pasangan(("Kunci", "Sumber"), metode.sumber.items())


def _pasangan(judul: tuple[str, str], isi: Iterable[tuple[str, str]]) -> Iterator[str]:
    return tabel_md(judul, "ii", [(md(nama), md(teks)) for nama, teks in isi])


def _butir(judul: str | None, semua: Iterable[str]) -> Iterator[str]:
    baris = [f"- {md(satu)}" for satu in semua]
    if baris:
        yield from ((f"## {judul}", "") if judul else ())
        yield from (*baris, "")


def _indikator(satu: Indikator) -> tuple[str, ...]:
    bobot = TIDAK_DITEMUKAN if satu.bobot is None else angka_id(satu.bobot)
    tingkat = satu.tingkat or {}
    return (
        md(satu.nomor),
        f"`{satu.kode}`",
        md(satu.nama),
        bobot,
        "ya" if satu.wajib else "",
        *(md(tingkat.get(urutan, "–")) for urutan in (1, 2, 3)),
        satu.kepastian,
        md(", ".join(satu.sumber)),
    )
