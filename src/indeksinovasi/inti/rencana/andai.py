"""Seandainya: indeks sesudah serangkaian ubahan, sumbangan tiap ubahan bila sendiri, dan interaksinya."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from indeksinovasi.inti.hitung.rumus import predikat
from indeksinovasi.inti.model.angka import NOL
from indeksinovasi.inti.rencana.keadaan import Keadaan, terapkan_semua, terapkan_ubahan
from indeksinovasi.inti.rencana.ubahan import Ubahan


class Titik(NamedTuple):
    """Keadaan yang sudah dinilai: skor terbulat, predikat, dan angka-angka yang membentuknya."""

    skor: Fraction | None
    predikat: str | None
    nilai: Fraction | None
    terhitung: int
    pembagi: int
    jumlah_kematangan: Fraction
    spd: Fraction | None


class EfekUbahan(NamedTuple):
    """Selisih skor (belum dibulatkan) bila hanya ubahan ini yang diterapkan."""

    teks: str
    sendiri: Fraction | None


class HasilAndai(NamedTuple):
    """``interaksi`` adalah selisih seluruhnya dikurangi jumlah efek sendiri-sendiri."""

    sebelum: Titik
    sesudah: Titik
    ubahan: tuple[EfekUbahan, ...]
    interaksi: Fraction | None


def andaikan(keadaan: Keadaan, semua: Sequence[Ubahan]) -> HasilAndai:
    """Terapkan *semua* ubahan berurutan; ``GalatUbahan`` bila salah satunya tidak mungkin."""
    sebelum = titik(keadaan)
    sesudah = titik(terapkan_semua(keadaan, semua))
    efek = tuple(
        EfekUbahan(satu.teks, _selisih(sebelum, titik(terapkan_ubahan(keadaan, satu)))) for satu in semua
    )
    seluruhnya = _selisih(sebelum, sesudah)
    sendiri = [satu.sendiri for satu in efek]
    interaksi = None
    if seluruhnya is not None and None not in sendiri:
        interaksi = seluruhnya - sum((satu for satu in sendiri if satu is not None), NOL)
    return HasilAndai(sebelum, sesudah, efek, interaksi)


def titik(keadaan: Keadaan) -> Titik:
    """Nilai *keadaan*."""
    posisi = keadaan.posisi
    skor, masukan = posisi.skor, posisi.masukan
    return Titik(
        skor=skor,
        predikat=None if skor is None else predikat(posisi.metode, skor),
        nilai=posisi.nilai,
        terhitung=masukan.terhitung,
        pembagi=posisi.rincian.pembagi,
        jumlah_kematangan=masukan.jumlah_kematangan,
        spd=masukan.spd,
    )


def _selisih(sebelum: Titik, sesudah: Titik) -> Fraction | None:
    if sebelum.nilai is None or sesudah.nilai is None:
        return None
    return sesudah.nilai - sebelum.nilai
