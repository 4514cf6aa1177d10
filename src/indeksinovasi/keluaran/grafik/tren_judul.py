"""Judul bagan tren: pesan tentang gerak indeks dan batas predikat yang berpindah."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from indeksinovasi.inti.model.batas_predikat import BatasPredikat, batas_milik
from indeksinovasi.inti.model.laporan import Laporan
from indeksinovasi.keluaran.grafik.huruf import nama_bagan
from indeksinovasi.keluaran.teks import angka


class TandaTren(NamedTuple):
    """Satu angka yang digambar; ``utama`` deret yang dibahas judul."""

    tahun: int
    nilai: Fraction
    asal: str
    utama: bool


def judul_tren(laporan: Laporan, utama: Sequence[TandaTren]) -> str:
    """Pesan bagan: bertahan, bergerak, atau tetap; dengan batas yang naik bila ada."""
    nama = nama_bagan(laporan.daerah.nama)
    akhir = utama[-1]
    if len(utama) < 2:
        return f"Indeks {nama} {akhir.tahun}: {angka(akhir.nilai)}"
    naik = _batas_naik(laporan, utama)
    deretnya = _bertahan(utama)
    if deretnya:
        nilai = [satu.nilai for satu in deretnya]
        kisar = f"{min(nilai).__floor__()}–{max(nilai).__ceil__()}"
        awal = f"Sejak {deretnya[0].tahun} indeks bertahan di {kisar}"
        return f"{awal}, tetapi batas {naik.nama} naik ke {angka(naik.mulai)}" if naik else awal
    sebelum = utama[-2]
    selisih = akhir.nilai - sebelum.nilai
    if not selisih:
        return f"Indeks tetap {angka(akhir.nilai)} sejak {sebelum.tahun}"
    arah = "naik" if selisih > 0 else "turun"
    gerak = (
        f"Indeks {arah} dari {angka(sebelum.nilai)} ({sebelum.tahun}) ke {angka(akhir.nilai)} ({akhir.tahun})"
    )
    return f"{gerak}; batas {naik.nama} naik ke {angka(naik.mulai)}" if naik else gerak


def _bertahan(utama: Sequence[TandaTren]) -> list[TandaTren]:
    """Ekor deret yang bergerak kurang dari 4 poin; kosong bila kurang dari tiga tahun."""
    ekor: list[TandaTren] = []
    for satu in reversed(utama):
        calon = [satu, *ekor]
        if max(t.nilai for t in calon) - min(t.nilai for t in calon) >= 4:
            break
        ekor = calon
    return ekor if len(ekor) >= 3 else []


def _batas_naik(laporan: Laporan, utama: Sequence[TandaTren]) -> BatasPredikat | None:
    """Batas predikat terdekat di bawah skor terakhir, atau di atasnya, bila naik sejak tahun sebelumnya."""
    pita = {satu.tahun: satu.predikat for satu in laporan.deret.pita}
    lama, baru = pita.get(utama[-2].tahun, ()), pita.get(utama[-1].tahun, ())
    for satu in sorted(baru, key=lambda b: abs((b.mulai or Fraction(0)) - utama[-1].nilai)):
        semula = batas_milik(lama, satu.nama)
        if satu.ambang is not None and semula is not None and semula.mulai is not None:
            return satu if satu.ambang > semula.mulai and satu.pasti else None
    return None
