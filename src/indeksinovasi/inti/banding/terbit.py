"""Hasil terbit sebagai pembanding: mana yang mewakili satu tahun, dan selisih yang sejenis."""

from __future__ import annotations

from indeksinovasi.inti.model.banding import SelisihTerbit, Sisi
from indeksinovasi.inti.model.daerah import JENIS_TERKUAT, HasilTerbit, JenisHasil


def hasil_terbit_utama(terbit: tuple[HasilTerbit, ...]) -> HasilTerbit | None:
    """Hasil terbit yang mewakili satu tahun: final, lalu yang tak disebut jenisnya, sementara, mandiri.

    Yang berskor didahulukan; di antara yang sejenis dipakai yang ditulis terakhir.
    """
    calon = [satu for satu in terbit if satu.skor is not None] or list(terbit)
    return min(reversed(calon), key=lambda satu: JENIS_TERKUAT.index(satu.jenis), default=None)


def selisih_terbit(dari: Sisi, ke: Sisi) -> SelisihTerbit | None:
    """Selisih hasil terbit sejenis yang paling kuat di antara kedua sisi."""
    awal, akhir = terbit_sejenis(dari, ke) or (None, None)
    if awal is None or akhir is None or awal.skor is None or akhir.skor is None:
        return None
    return SelisihTerbit(awal.jenis, awal.skor, akhir.skor)


def terbit_sejenis(dari: Sisi, ke: Sisi) -> tuple[HasilTerbit, HasilTerbit] | None:
    """Hasil terbit berskor kedua sisi dari jenis terkuat yang ada pada keduanya."""
    for jenis in JENIS_TERKUAT:
        awal, akhir = (_berskor(sisi.terbit, jenis) for sisi in (dari, ke))
        if awal and akhir:
            return awal, akhir
    return None


def _berskor(terbit: tuple[HasilTerbit, ...], jenis: JenisHasil) -> HasilTerbit | None:
    """Yang terakhir ditulis dari *jenis* itu."""
    return next((satu for satu in reversed(terbit) if satu.jenis == jenis and satu.skor is not None), None)
