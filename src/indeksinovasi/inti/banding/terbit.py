"""Hasil terbit sebagai pembanding: mana yang mewakili satu tahun, dan selisih yang sejenis."""

from __future__ import annotations

from indeksinovasi.inti.model.banding import SelisihTerbit, Sisi
from indeksinovasi.inti.model.daerah import HasilTerbit, JenisHasil

_URUTAN: tuple[JenisHasil, ...] = ("final", "tidak_diketahui", "sementara", "mandiri")


def hasil_terbit_utama(terbit: tuple[HasilTerbit, ...]) -> HasilTerbit | None:
    """Hasil terbit yang mewakili satu tahun: final, lalu yang tak disebut jenisnya, sementara, mandiri.

    Yang berskor didahulukan; di antara yang sejenis dipakai yang ditulis terakhir.
    """
    calon = [satu for satu in terbit if satu.skor is not None] or list(terbit)
    return min(reversed(calon), key=lambda satu: _URUTAN.index(satu.jenis), default=None)


def selisih_terbit(dari: Sisi, ke: Sisi) -> SelisihTerbit | None:
    """Selisih hasil terbit sejenis yang paling kuat di antara kedua sisi."""
    for jenis in _URUTAN:
        awal, akhir = (
            hasil_terbit_utama(tuple(satu for satu in sisi.terbit if satu.jenis == jenis))
            for sisi in (dari, ke)
        )
        if awal and akhir and awal.skor is not None and akhir.skor is not None:
            return SelisihTerbit(awal.jenis, awal.skor, akhir.skor)
    return None
