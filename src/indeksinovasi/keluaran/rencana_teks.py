"""``indeks rencana`` di layar: jawaban lebih dulu, 80 kolom, tanpa memotong nama."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import zip_longest
from textwrap import wrap

from indeksinovasi.inti.hitung.rumus import terbulat
from indeksinovasi.inti.model.hasil import Hasil
from indeksinovasi.inti.rencana.andai import HasilAndai
from indeksinovasi.keluaran.teks import PREDIKAT_KOSONG, aman, angka

LEBAR = 80
NAIK, TURUN, SAMA = "▲ +", "▼ −", "="
DIBULATKAN = "Tiap angka dibulatkan sendiri; jumlahnya dapat berselisih 0,01."


def kepala(hasil: Hasil, apa: str, kanan: str = "") -> str:
    """Baris pertama: daerah, tahun, dan pokoknya di kiri, dasar penilaian di kanan."""
    kiri = aman(f"{hasil.daerah.nama} {hasil.tahun} · {apa}")
    akhir = aman(kanan or f"dasar {hasil.dasar}")
    return f"{kiri}  {akhir.rjust(LEBAR - len(kiri) - 2)}".rstrip()


def selisih(nilai: Fraction | None) -> str:
    """Perubahan bertanda: ``▲ +0,80``, ``▼ −0,30``, ``=``."""
    if nilai is None:
        return "tidak dapat dihitung"
    bulat = terbulat(nilai)
    if not bulat:
        return SAMA
    return f"{NAIK if bulat > 0 else TURUN}{angka(abs(bulat))}"


def tabel(kolom: Sequence[tuple[str, int]], isi: Iterable[Sequence[str]]) -> Iterator[str]:
    """Baris-baris tabel: lebar negatif rata kanan; sel yang panjang dilipat pada spasi dengan inden dua."""
    yield _baris([nama for nama, _ in kolom], kolom)
    yield "─" * LEBAR
    for baris in isi:
        lipatan = [_lipat(sel, abs(lebar)) for sel, (_, lebar) in zip(baris, kolom, strict=True)]
        for satu in zip_longest(*lipatan, fillvalue=""):
            yield _baris(satu, kolom)


def _lipat(sel: str, lebar: int) -> list[str]:
    return wrap(aman(sel), lebar, subsequent_indent="  ", break_on_hyphens=False) or [""]


def _baris(sel: Sequence[str], kolom: Sequence[tuple[str, int]]) -> str:
    isi = (
        satu.rjust(-lebar) if lebar < 0 else satu.ljust(lebar)
        for satu, (_, lebar) in zip(sel, kolom, strict=True)
    )
    return "  ".join(isi).rstrip()


def alinea(teks: str, inden: str = "") -> list[str]:
    """Kalimat yang dilipat pada lebar layar."""
    return wrap(aman(teks), LEBAR, initial_indent=inden, subsequent_indent=inden)


def teks_andai(hasil: Hasil, andai: HasilAndai) -> str:
    """Layar ``rencana andai``."""
    return "\n".join(_andai(hasil, andai)) + "\n"


def _andai(hasil: Hasil, andai: HasilAndai) -> Iterator[str]:
    sebelum, sesudah = andai.sebelum, andai.sesudah
    yield from (kepala(hasil, "andai"), "")
    beda = None if sebelum.skor is None or sesudah.skor is None else sesudah.skor - sebelum.skor
    yield f"  {angka(sebelum.skor)} → {angka(sesudah.skor)}   {selisih(beda)}   " + _predikat(andai)
    yield ""
    isi = [(satu.teks, selisih(satu.sendiri)) for satu in andai.ubahan]
    yield from tabel((("Ubahan", 64), ("sendiri", -14)), isi)
    if andai.interaksi is not None and len(andai.ubahan) > 1 and terbulat(andai.interaksi):
        yield f"{'Interaksi antarubahan':<64}  {selisih(andai.interaksi):>14}"
    if len(andai.ubahan) > 1:
        yield DIBULATKAN
    yield ""
    yield from alinea(
        f"Terhitung {sebelum.terhitung} → {sesudah.terhitung} inovasi, pembagi {sebelum.pembagi} → "
        f"{sesudah.pembagi}, jumlah kematangan {angka(sebelum.jumlah_kematangan)} → "
        f"{angka(sesudah.jumlah_kematangan)}, SPD {angka(sebelum.spd)} → {angka(sesudah.spd)}."
    )
    yield from alinea("Tingkat yang diandaikan dianggap berbukti dan terverifikasi. Data tidak diubah.")


def _predikat(andai: HasilAndai) -> str:
    awal = andai.sebelum.predikat or PREDIKAT_KOSONG
    akhir = andai.sesudah.predikat or PREDIKAT_KOSONG
    return f"tetap {akhir}" if awal == akhir else f"{awal} → {akhir}"
