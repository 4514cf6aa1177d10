"""Bagan laporan sebagai SVG: huruf sudah menjadi garis, jadi sama di layar, di cetakan, dan di komputer mana
pun.

Isi yang sama menghasilkan bita yang sama. matplotlib dimuat hanya di sini, saat bagan benar-benar digambar.
"""

from __future__ import annotations

from typing import NamedTuple

from indeksinovasi.inti.model.laporan import Laporan


class Bagan(NamedTuple):
    """Satu bagan: nama berkas, teks pengganti bagi yang tidak melihat gambarnya, dan isi SVG."""

    berkas: str
    alternatif: str
    svg: bytes


def bagan_laporan(laporan: Laporan) -> dict[str, Bagan]:
    """Bagan yang dapat digambar dari *laporan*: ``kematangan``, ``opd``, ``indikator``, ``deret``; yang tanpa
    isi tidak ada.
    """
    from indeksinovasi.keluaran.grafik.deret import gambar_deret
    from indeksinovasi.keluaran.grafik.indikator import gambar_indikator
    from indeksinovasi.keluaran.grafik.kematangan import gambar_kematangan
    from indeksinovasi.keluaran.grafik.opd import gambar_opd

    semua = {
        "kematangan": gambar_kematangan(laporan),
        "opd": gambar_opd(laporan),
        "indikator": gambar_indikator(laporan),
        "deret": gambar_deret(laporan),
    }
    return {nama: Bagan(f"bagan-{nama}.svg", isi[0], isi[1]) for nama, isi in semua.items() if isi}
