"""Halaman acuan: tiap kode temuan dari katalog, tiap indikator dan rumus dari berkas tahun."""

from __future__ import annotations

from collections.abc import Iterator

from indeksinovasi.alur.metode import metode_tahun
from indeksinovasi.berkas.metode import tahun_tersedia
from indeksinovasi.inti.katalog import KATALOG, KELUARGA
from indeksinovasi.inti.katalog.jenis import EntriKatalog
from indeksinovasi.inti.model.angka import angka_id
from indeksinovasi.inti.model.metode import Indikator, Metode
from indeksinovasi.keluaran.markdown import md


def halaman_acuan() -> dict[str, str]:
    """Nama halaman → isinya: satu halaman tiap keluarga kode dan tiap tahun, beserta daftarnya."""
    halaman = {"acuan/temuan/index.md": _daftar_temuan()}
    for keluarga in KELUARGA:
        halaman[f"acuan/temuan/{keluarga.lower()}.md"] = "\n".join(_keluarga(keluarga))
    halaman["acuan/tahun/index.md"] = _daftar_tahun()
    for tahun in tahun_tersedia():
        halaman[f"acuan/tahun/{tahun}.md"] = "\n".join(_tahun(metode_tahun(tahun).metode))
    return halaman


def _daftar_temuan() -> str:
    baris = ["# Kode temuan", "", "| keluarga | tentang | kode |", "|:--|:--|--:|"]
    for keluarga, tentang in KELUARGA.items():
        banyak = sum(kode.startswith(keluarga) for kode in KATALOG)
        baris.append(f"| [{keluarga}]({keluarga.lower()}.md) | {md(tentang)} | {banyak} |")
    return "\n".join(baris) + "\n"


def _keluarga(keluarga: str) -> Iterator[str]:
    yield f"# {keluarga}: {KELUARGA[keluarga]}\n"
    for kode, entri in KATALOG.items():
        if kode.startswith(keluarga):
            yield from _entri(entri)


def _entri(entri: EntriKatalog) -> Iterator[str]:
    yield f"## {entri.kode} {md(entri.judul)}\n"
    yield f"Tingkat: **{entri.tingkat}**\n"
    yield f"{md(entri.penjelasan)}\n"
    for judul, contoh in (("Salah", entri.salah), ("Benar", entri.benar)):
        if contoh:
            yield f"{judul}:\n\n```yaml\n{contoh}\n```\n"
    yield f"Alasan: {md(entri.alasan)}\n"


def _daftar_tahun() -> str:
    baris = ["# Aturan tiap tahun", "", "| tahun | status | SPD | SID |", "|:--|:--|--:|--:|"]
    for tahun in tahun_tersedia():
        metode = metode_tahun(tahun).metode
        banyak = len(metode.aspek("spd")), len(metode.aspek("sid"))
        baris.append(f"| [{tahun}]({tahun}.md) | {metode.status} | {banyak[0]} | {banyak[1]} |")
    return "\n".join(baris) + "\n"


def _tahun(metode: Metode) -> Iterator[str]:
    yield f"# {md(metode.nama)}\n"
    yield f"Revisi {metode.revisi}, status **{metode.status}**. {md(metode.keterangan)}\n"
    if metode.dasar_hukum:
        yield "## Dasar hukum\n"
        yield from (f"- {md(satu)}" for satu in metode.dasar_hukum)
        yield ""
    yield "## Predikat\n"
    for predikat in metode.predikat:
        nilai = predikat.mulai.nilai
        mulai = "tidak ditemukan" if nilai is None else angka_id(nilai)
        yield f"- {md(predikat.nama)}: mulai {mulai} ({predikat.mulai.kepastian})"
    yield ""
    for aspek, judul in (("spd", "Satuan Pemerintah Daerah (SPD)"), ("sid", "Satuan Inovasi Daerah (SID)")):
        baris = [satu for satu in metode.indikator if satu.aspek == aspek]
        if baris:
            yield f"## {judul}\n"
            for satu in baris:
                yield from _indikator(satu)
    yield "## Sumber\n"
    yield from (f"- **{md(kunci)}**: {md(isi)}" for kunci, isi in metode.sumber.items())


def _indikator(indikator: Indikator) -> Iterator[str]:
    yield f"### {indikator.nomor}. {md(indikator.nama)}\n"
    bobot = "tidak ditemukan" if indikator.bobot is None else str(indikator.bobot)
    yield f"`{indikator.kode}` · bobot {bobot} · kepastian {indikator.kepastian}\n"
    if indikator.tingkat:
        yield "| tingkat | syarat |"
        yield "|--:|:--|"
        yield from (f"| {tingkat} | {md(isi)} |" for tingkat, isi in sorted(indikator.tingkat.items()))
        yield ""
    if indikator.bukti:
        yield f"Bukti: {md(indikator.bukti)}\n"
