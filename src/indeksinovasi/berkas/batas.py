"""Biaya yang masih dilayani untuk satu masukan; tabelnya ada di CONTRIBUTING.md."""

from __future__ import annotations

BATAS_BITA = 512 * 1024
BATAS_DALAM = 500
BATAS_KURUNG = 5_000
BATAS_ISIAN = 10_000
BATAS_TEMUAN = 500
BATAS_JEJAK = 4 * 1024 * 1024
BATAS_LAPORAN = 64 * 1024 * 1024
"""Laporan lama yang dibandingkan sebelum ditulis ulang; yang lebih besar bukan tulisan perintah ini."""
BATAS_RINGKASAN = 1024 * 1024
"""GitHub menolak ringkasan langkah yang lebih besar."""
BATAS_FOLDER = 64
"""Sedalam apa folder dicari di bawah DATA."""
BATAS_BUKTI = 64 * 1024 * 1024
"""Isi berkas bukti yang dibandingkan, bila aturan tahunnya tidak menetapkan ukuran terbesar."""
BATAS_SIDIK = 1024 * 1024 * 1024
"""Isi berkas bukti yang dibaca seluruhnya bagi sidik verifikasi, sekitar satu detik."""
BATAS_LIRIK = 64 * 1024
"""Bagian berkas tersasar yang dilihat untuk mengenali catatan."""
BATAS_DILIRIK = 500
"""Berkas tersasar yang dilirik di satu folder."""
BATAS_TERSASAR = 20
"""Berkas tersasar yang disebut satu demi satu di satu folder."""
MASIH_ADA = ("masih ada masalah lain di berkas ini", "Perbaiki yang disebut dahulu, lalu periksa lagi.")
"""Kalimat temuan terakhir sebuah berkas yang masalahnya melebihi ``BATAS_TEMUAN``."""
