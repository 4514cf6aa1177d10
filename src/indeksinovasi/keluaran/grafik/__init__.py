"""BaganSvg SVG: pesan di judulnya, tulisan tetap tulisan, terang dan gelap, dan sama di setiap komputer.

Tiap bagan fungsi dari data bertipe; isi yang sama menghasilkan bita yang sama. Bentuknya ditulis satu templat
(``templat/bagan.svg.j2``) atas modul kecil berisi skala dan lebar huruf.
"""

from __future__ import annotations

from indeksinovasi.inti.model.laporan import Laporan
from indeksinovasi.keluaran.grafik.bidang import LEBAR_SEMPIT, BaganSvg


def bagan_laporan(laporan: Laporan) -> dict[str, BaganSvg]:
    """BaganSvg yang dapat digambar dari *laporan* menurut namanya: ``dasar``, ``tren``, ``sebab``, ``opd``,
    ``kematangan``, ``indikator``, ``langkah``, ``risiko``, ``susun``; yang tanpa isi tidak ada.
    """
    from indeksinovasi.keluaran.grafik.berikut import langkah_laporan, risiko_laporan, susunan_laporan
    from indeksinovasi.keluaran.grafik.dasar import bagan_dasar
    from indeksinovasi.keluaran.grafik.indikator import bagan_indikator
    from indeksinovasi.keluaran.grafik.kematangan import bagan_kematangan
    from indeksinovasi.keluaran.grafik.opd import bagan_opd
    from indeksinovasi.keluaran.grafik.sebab import bagan_sebab
    from indeksinovasi.keluaran.grafik.tren import bagan_tren

    semua = (
        *(bagan_dasar, bagan_tren, bagan_sebab, bagan_opd, bagan_kematangan, bagan_indikator),
        *(langkah_laporan, risiko_laporan, susunan_laporan),
    )
    bagan = {satu.nama: satu for gambar in semua if (satu := gambar(laporan))}
    for gambar in (bagan_dasar, bagan_tren):
        if sempit := gambar(laporan, LEBAR_SEMPIT):
            bagan[sempit.nama] = bagan[sempit.nama]._replace(sempit=sempit)
    return bagan


def nama_bagan_berkas(tahun: int, bagan: BaganSvg) -> str:
    """Nama berkas sebuah bagan di samping laporannya."""
    return f"bagan-{tahun}-{bagan.nama}.svg"
