"""Berkas-berkas satu laporan: Markdown dari templat, bagan SVG, dan tabel CSV di sampingnya."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from indeksinovasi.inti.laporan.provinsi import ringkas_daerah
from indeksinovasi.inti.laporan.susun import BahanLaporan, susun_laporan
from indeksinovasi.inti.model.berikut import LangkahLaporan
from indeksinovasi.inti.model.laporan import Laporan, TitikDeret
from indeksinovasi.inti.model.provinsi import BarisDaerah
from indeksinovasi.keluaran.teks import NAMA_INDEKS, angka, bernama_indeks

if TYPE_CHECKING:
    from markupsafe import Markup

    from indeksinovasi.keluaran.grafik.bidang import BaganSvg

BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip


LANGKAH_LAPORAN, LANGKAH_RINGKAS = 10, 5
"""Langkah yang tercetak di laporan lengkap dan di ringkasannya; selebihnya di tabel CSV."""
BentukLaporan = Literal["markdown", "html", "docx"]
AKHIRAN: dict[BentukLaporan, str] = {"markdown": "md", "html": "html", "docx": "docx"}


class PilihanLaporan(NamedTuple):
    """Bentuk berkas, templat pengguna (nama dan teksnya) bila ada, dan tanggal yang dicetak bila diminta.

    ``ringkas``: satu halaman sebagai ganti laporan lengkap. ``png``: bagan juga sebagai gambar titik.
    ``kop``: isi berkas Word yang menjadi dasar docx.
    """

    templat: tuple[str, str] | None = None
    tanggal: date | None = None
    bentuk: BentukLaporan = "markdown"
    ringkas: bool = False
    kop: bytes | None = None
    png: bool = False


def nama_laporan(tahun: int, pilihan: PilihanLaporan = PilihanLaporan()) -> str:  # noqa: B008  # NamedTuple beku
    """Nama berkas utama laporan *tahun*."""
    return f"{'ringkas' if pilihan.ringkas else 'laporan'}-{tahun}.{AKHIRAN[pilihan.bentuk]}"


def tanggal_panjang(hari: date) -> str:
    """Tanggal dengan nama bulan: ``12 Juli 2026``."""
    return f"{hari.day} {BULAN[hari.month - 1]} {hari.year}"


class HasilLaporan(NamedTuple):
    """Berkas-berkas laporan satu daerah (nama → isi), dan barisnya dalam laporan banyak daerah."""

    berkas: dict[str, bytes]
    ringkas: BarisDaerah


def olah_laporan(bahan: BahanLaporan, pilihan: PilihanLaporan) -> HasilLaporan:
    """Laporan satu daerah di antara banyak daerah; ``subfolder`` ringkasannya diisi pemanggil."""
    laporan = susun_laporan(bahan)
    return HasilLaporan(_berkas(bahan, laporan, pilihan), ringkas_daerah(laporan, ""))


def berkas_laporan(bahan: BahanLaporan, pilihan: PilihanLaporan = PilihanLaporan()) -> dict[str, bytes]:  # noqa: B008  # NamedTuple beku
    """Nama berkas → isi: ``laporan-<tahun>.md``, bagan, dan tabelnya. Bahan dan pilihan yang sama
    menghasilkan bita yang sama.

    ``GalatTemplat`` bila templat pengguna tidak dapat dijalankan.
    """
    return _berkas(bahan, susun_laporan(bahan), pilihan)


def _berkas(bahan: BahanLaporan, laporan: Laporan, pilihan: PilihanLaporan) -> dict[str, bytes]:
    from indeksinovasi.keluaran import pesan
    from indeksinovasi.keluaran.grafik import bagan_laporan, nama_bagan_berkas
    from indeksinovasi.keluaran.laporan_csv import tabel_laporan
    from indeksinovasi.keluaran.templat import TEMPLAT_LAPORAN, TEMPLAT_RINGKAS, jalankan_templat

    bagan = {} if pesan.tanpa_baris(laporan) else bagan_laporan(laporan)
    tabel = {} if pilihan.ringkas else tabel_laporan(laporan)
    bawaan = TEMPLAT_RINGKAS if pilihan.ringkas else TEMPLAT_LAPORAN
    isi = _isi(bahan, laporan, bagan, list(tabel), pilihan)
    teks = jalankan_templat(isi, pilihan.templat, bawaan)
    gambar = {nama_bagan_berkas(laporan.tahun, satu): satu for satu in bagan.values()}
    return {nama_laporan(laporan.tahun, pilihan): tulis_bentuk(teks, gambar, pilihan)} | _samping(
        teks, gambar, tabel, pilihan
    )


def tulis_bentuk(markdown: str, gambar: dict[str, BaganSvg], pilihan: PilihanLaporan) -> bytes:
    """Berkas utama dalam bentuk yang diminta, dari hasil templat; *gambar* menurut nama berkasnya."""
    teks = _rapikan(markdown)
    if pilihan.bentuk == "markdown":
        return teks.encode()
    from indeksinovasi.keluaran.naskah import urai_naskah

    naskah = urai_naskah(teks)
    if pilihan.bentuk == "docx":
        from indeksinovasi.keluaran.laporan_docx import berkas_docx

        return berkas_docx(naskah, gambar, kop=pilihan.kop, ringkas=pilihan.ringkas)
    from indeksinovasi.keluaran.laporan_html import halaman_html

    return halaman_html(naskah, gambar, ringkas=pilihan.ringkas).encode()


def _samping(
    teks: str, gambar: dict[str, BaganSvg], tabel: dict[str, bytes], pilihan: PilihanLaporan
) -> dict[str, bytes]:
    """Berkas di samping: bagan yang dirujuk Markdown (bentuk lain memuatnya sendiri), dan tabelnya."""
    if pilihan.png:
        tabel = tabel | {nama.replace(".svg", ".png"): satu.png() for nama, satu in gambar.items()}
    if pilihan.bentuk != "markdown":
        return tabel
    dirujuk = {
        nama: satu.svg() for nama, satu in gambar.items() if f"({nama})" in teks or not pilihan.ringkas
    }
    return dirujuk | tabel


def _isi(
    bahan: BahanLaporan,
    laporan: Laporan,
    bagan: dict[str, BaganSvg],
    tabel: list[str],
    pilihan: PilihanLaporan,
) -> dict[str, Any]:
    """Variabel templat."""
    from indeksinovasi.keluaran.grafik import nama_bagan_berkas
    from indeksinovasi.keluaran.grafik.tren import NAMA_ASAL
    from indeksinovasi.keluaran.nilai_rinci import turunan_rumus
    from indeksinovasi.keluaran.teks import NAMA_GOLONGAN

    return {
        "laporan": laporan,
        "pesan": susun_pesan(laporan, {nama: satu.judul for nama, satu in bagan.items()}),
        "bagan": {
            nama: {"berkas": nama_bagan_berkas(laporan.tahun, satu), "alternatif": satu.alternatif}
            for nama, satu in bagan.items()
        },
        "tabel": {satu.removesuffix(f"-{laporan.tahun}.csv"): satu for satu in tabel},
        "turunan": tuple(_turunan(turunan_rumus(bahan.hasil))) if bahan.hasil else (),
        "tanggal": tanggal_panjang(pilihan.tanggal) if pilihan.tanggal else None,
        "ukuran": _ukuran(laporan),
        "bab": _penomor(),
        "nama_asal": NAMA_ASAL,
        "nama_golongan": NAMA_GOLONGAN,
    }


def _ukuran(laporan: Laporan) -> str:
    """Yang diukur dan tahunnya: indeks, atau nama lombanya."""
    nama = laporan.nilai.metode.nama if laporan.nilai else NAMA_INDEKS
    return f"{NAMA_INDEKS} {laporan.tahun}" if bernama_indeks(nama) else nama


class BarisLangkah(NamedTuple):
    """Satu langkah siap cetak; ``dasar_lain``: tambahannya pada dasar yang bukan dasar laporan."""

    pokok: str
    lanjutan: str
    tambahan: Any
    menjadi: Any
    oleh: str
    dasar_lain: bool
    biaya: int


def susun_pesan(laporan: Laporan, judul_bagan: dict[str, str]) -> dict[str, Any]:
    """Kalimat-kalimat laporan, siap dicetak templat."""
    from indeksinovasi.keluaran import pesan
    from indeksinovasi.keluaran.pesan_langkah import (
        arahan,
        jalan_tercetak,
        judul_langkah,
        kalimat_risiko,
        kalimat_susunan,
        langkah_tercetak,
    )

    langkah = laporan.nilai.langkah if laporan.nilai else ()
    return {
        "judul": pesan.judul_laporan(laporan),
        "tanpa_baris": pesan.tanpa_baris(laporan),
        "pengantar": pesan.pengantar(laporan),
        "kunci": pesan.angka_kunci(laporan),
        "pokok": pesan.hal_pokok(laporan, judul_bagan),
        "perubahan": pesan.kalimat_perubahan(laporan),
        "sebab": pesan.sebab_terbesar(laporan.perubahan) if laporan.perubahan else [],
        "sisa_sebab": pesan.sisa_sebab(laporan.perubahan) if laporan.perubahan else "",
        "judul_langkah": judul_langkah(laporan),
        "arahan": arahan(langkah_tercetak(langkah, LANGKAH_RINGKAS)),
        "langkah": [_langkah(satu, laporan) for satu in langkah],
        "langkah_laporan": [_langkah(satu, laporan) for satu in langkah_tercetak(langkah, LANGKAH_LAPORAN)],
        "langkah_ringkas": [_langkah(satu, laporan) for satu in langkah_tercetak(langkah, LANGKAH_RINGKAS)],
        "jalan": jalan_tercetak(laporan),
        "risiko": kalimat_risiko(laporan.nilai) if laporan.nilai else "",
        "susunan": kalimat_susunan(laporan.nilai) if laporan.nilai else "",
        "terbit": [_terbit(satu) for satu in pesan.terbit_tahun(laporan)],
    }


def _langkah(satu: LangkahLaporan, laporan: Laporan) -> BarisLangkah:
    from indeksinovasi.keluaran.pesan_langkah import kalimat_langkah, pelaku_langkah

    assert laporan.nilai is not None
    pokok, lanjutan = kalimat_langkah(satu)
    lain = satu.dasar != laporan.nilai.dasar
    return BarisLangkah(pokok, lanjutan, satu.tambahan, satu.skor, pelaku_langkah(satu), lain, satu.biaya)


def _terbit(titik: TitikDeret) -> str:
    from indeksinovasi.keluaran.grafik.kalimat import NAMA_TERBIT

    isi = [angka(titik.skor)] if titik.skor is not None else []
    if titik.skala == "absolut" and isi:
        isi = [f"{isi[0]} poin pada skala absolut"]
    isi += [titik.predikat] if titik.predikat else []
    isi += [f"{titik.jumlah_inovasi} inovasi"] if titik.jumlah_inovasi is not None else []
    isi += [f"{titik.jumlah_opd} perangkat daerah"] if titik.jumlah_opd is not None else []
    catatan = f" {titik.catatan}" if titik.catatan else ""
    nama = NAMA_TERBIT[titik.asal]
    return f"{nama[0].upper()}{nama[1:]}: {', '.join(isi)}. Sumber: {titik.sumber}.{catatan}"


def _turunan(baris: Iterator[str]) -> Iterator[str]:
    return (satu.removeprefix("  ") for satu in baris if satu)


def _penomor() -> Callable[[str], Markup]:
    from indeksinovasi.keluaran.templat import Markah

    nomor = 0

    def bab(judul: str) -> Markup:
        nonlocal nomor
        nomor += 1
        return Markah(f"## {nomor}. ") + judul

    return bab


def _rapikan(teks: str) -> str:
    """Paling banyak satu baris kosong berturut-turut, tanpa spasi di ujung baris, satu baris di akhir."""
    hasil: list[str] = []
    for baris in teks.split("\n"):
        rapi = baris.rstrip()
        if rapi or (hasil and hasil[-1]):
            hasil.append(rapi)
    return "\n".join(hasil).rstrip("\n") + "\n"
