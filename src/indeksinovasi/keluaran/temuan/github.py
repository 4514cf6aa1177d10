"""Anotasi GitHub Actions (``::error …::``) dan ringkasan langkah.

GitHub menampilkan paling banyak 10 anotasi tiap tingkat untuk satu langkah. Bila lebih, temuan dikelompokkan
per berkas; berkas kesepuluh dan seterusnya berbagi anotasi terakhir, sehingga tidak ada temuan yang hilang.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, groupby

from indeksinovasi.inti.model.temuan import Temuan, TingkatTemuan
from indeksinovasi.keluaran.markdown import md
from indeksinovasi.keluaran.teks import aman, baris_temuan
from indeksinovasi.keluaran.temuan.laporan import LaporanTemuan, judul, kalimat_ringkas, letak

TEMUAN_TERBANYAK = 10
PERINTAH_GITHUB: dict[TingkatTemuan, str] = {"galat": "error", "peringatan": "warning", "saran": "notice"}
SISA_RINGKASAN = "\n\nSebagian temuan tidak muat di sini; daftar lengkapnya ada pada `--format json`.\n"


def potong(laporan: LaporanTemuan) -> Iterator[str]:
    """Perintah anotasi, lalu satu kalimat ringkasan."""
    for tingkat in PERINTAH_GITHUB:
        semua = tuple(satu for satu in laporan.urut if satu.tingkat == tingkat)
        yield from _anotasi(tuple(satu._replace(berkas=laporan.alamat(satu.berkas)) for satu in semua))
    yield kalimat_ringkas(laporan) + "\n"


def _anotasi(semua: tuple[Temuan, ...]) -> Iterator[str]:
    if len(semua) <= TEMUAN_TERBANYAK:
        for satu in semua:
            yield _perintah(satu, f"{satu.kode} {judul(satu.kode)}", [satu.pesan, satu.petunjuk])
        return
    berkas = [tuple(isi) for _, isi in groupby(semua, key=lambda satu: satu.berkas)]
    sendiri = berkas if len(berkas) <= TEMUAN_TERBANYAK else berkas[: TEMUAN_TERBANYAK - 1]
    for isi in sendiri:
        yield _kelompok(isi, f"{len(isi)} {isi[0].tingkat} pada berkas ini")
    sisa = berkas[len(sendiri) :]
    if sisa:
        lain = tuple(chain.from_iterable(sisa))
        yield _kelompok(lain, f"{len(lain)} {lain[0].tingkat} pada {len(sisa)} berkas lain")


def _kelompok(isi: tuple[Temuan, ...], nama: str) -> str:
    return _perintah(isi[0], nama, [baris_temuan(satu) for satu in isi])


def _perintah(temuan: Temuan, nama: str, pesan: list[str]) -> str:
    sifat = {
        "file": aman(temuan.berkas),
        "line": str(temuan.baris),
        "col": str(temuan.kolom),
        "title": aman(nama),
    }
    isi = ",".join(f"{kunci}={_luputkan_sifat(nilai)}" for kunci, nilai in sifat.items())
    teks = "\n".join(aman(satu) for satu in pesan if satu)
    return f"::{PERINTAH_GITHUB[temuan.tingkat]} {isi}::{_luputkan(teks)}\n"


def _luputkan(teks: str) -> str:
    return teks.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _luputkan_sifat(teks: str) -> str:
    return _luputkan(teks).replace(":", "%3A").replace(",", "%2C")


def ringkasan_markdown(laporan: LaporanTemuan) -> Iterator[str]:
    """Daftar lengkap temuan sebagai tabel Markdown."""
    yield f"## Hasil pemeriksaan\n\n{kalimat_ringkas(laporan)}\n"
    for catatan in laporan.catatan:
        yield f"\n- {md(catatan)}\n"
    if not laporan.urut:
        return
    yield "\n| Tingkat | Kode | Letak | Temuan | Langkah berikutnya |\n|---|---|---|---|---|\n"
    for satu in laporan.urut:
        sel = (satu.tingkat, satu.kode, *map(md, (letak(satu), satu.pesan, satu.petunjuk)))
        yield f"| {' | '.join(sel)} |\n"
