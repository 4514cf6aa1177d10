"""Kata-kata bersama judul dan catatan bagan: bilangan, bagian, deretan nama, dan sumber."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from indeksinovasi.inti.model.laporan import MetodeLaporan, OpdLaporan
from indeksinovasi.keluaran.teks import angka

_BILANGAN = (
    "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh",
    "sebelas",
)  # fmt: skip
NAMA_TERBIT = {
    "mandiri": "penilaian mandiri",
    "sementara": "hasil sementara",
    "final": "hasil final",
    "tidak_diketahui": "hasil terbit",
}
_BAGIAN = ((2, "separuh lebih"), (3, "sepertiga lebih"), (4, "seperempat lebih"))


def bilangan(n: int) -> str:
    """Bilangan kecil sebagai kata, selainnya sebagai angka."""
    return _BILANGAN[n] if 0 <= n < len(_BILANGAN) else angka(n, 0)


def awal_besar(teks: str) -> str:
    """*teks* dengan huruf pertama besar."""
    return f"{teks[:1].upper()}{teks[1:]}"


def bagian_lebih(bagian: Fraction, semua: Fraction) -> str | None:
    """Sebutan bagi *bagian* dari *semua*: ``seperempat lebih``; ``None`` bila kurang dari itu."""
    return next((sebutan for per, sebutan in _BAGIAN if semua and bagian * per > semua), None)


def sebut_target(opd: Sequence[OpdLaporan]) -> str:
    """``target dua inovasi`` bila semua OPD bertarget sama; selainnya ``target``."""
    target = {satu.target for satu in opd if satu.target}
    return f"target {bilangan(min(target))} inovasi" if len(target) == 1 else "target"


def sumber(nama_daerah: str, metode: MetodeLaporan) -> str:
    """Catatan sumber sebuah bagan yang dihitung dari catatan."""
    return f"Sumber: catatan inovasi {nama_daerah}, metode {metode.tahun} revisi {metode.revisi}."
