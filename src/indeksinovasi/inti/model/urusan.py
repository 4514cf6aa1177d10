"""Urusan pemerintahan sebagai kode, menurut UU 23/2014 pasal 11-12 dan formulir resmi IID.

6 wajib pelayanan dasar + 18 wajib bukan pelayanan dasar + 8 pilihan + 6 fungsi penunjang = 38 isian. Urusan
dibandingkan lewat kode, tidak pernah lewat teks yang diketik orang.
"""

from __future__ import annotations

WAJIB_PELAYANAN_DASAR = {
    "pendidikan": "Pendidikan",
    "kesehatan": "Kesehatan",
    "pekerjaan_umum_penataan_ruang": "Pekerjaan umum dan penataan ruang",
    "perumahan_rakyat_kawasan_permukiman": "Perumahan rakyat dan kawasan permukiman",
    "trantibumlinmas": "Ketenteraman, ketertiban umum, dan pelindungan masyarakat",
    "sosial": "Sosial",
}
WAJIB_BUKAN_PELAYANAN_DASAR = {
    "tenaga_kerja": "Tenaga kerja",
    "pemberdayaan_perempuan_pelindungan_anak": "Pemberdayaan perempuan dan pelindungan anak",
    "pangan": "Pangan",
    "pertanahan": "Pertanahan",
    "lingkungan_hidup": "Lingkungan hidup",
    "administrasi_kependudukan_pencatatan_sipil": "Administrasi kependudukan dan pencatatan sipil",
    "pemberdayaan_masyarakat_desa": "Pemberdayaan masyarakat dan desa",
    "pengendalian_penduduk_keluarga_berencana": "Pengendalian penduduk dan keluarga berencana",
    "perhubungan": "Perhubungan",
    "komunikasi_informatika": "Komunikasi dan informatika",
    "koperasi_usaha_kecil_menengah": "Koperasi, usaha kecil, dan menengah",
    "penanaman_modal": "Penanaman modal",
    "kepemudaan_olahraga": "Kepemudaan dan olahraga",
    "statistik": "Statistik",
    "persandian": "Persandian",
    "kebudayaan": "Kebudayaan",
    "perpustakaan": "Perpustakaan",
    "kearsipan": "Kearsipan",
}
URUSAN_PILIHAN = {
    "kelautan_perikanan": "Kelautan dan perikanan",
    "pariwisata": "Pariwisata",
    "pertanian": "Pertanian",
    "kehutanan": "Kehutanan",
    "energi_sumber_daya_mineral": "Energi dan sumber daya mineral",
    "perdagangan": "Perdagangan",
    "perindustrian": "Perindustrian",
    "transmigrasi": "Transmigrasi",
}
FUNGSI_PENUNJANG = {
    "perencanaan": "Perencanaan",
    "keuangan": "Keuangan",
    "kepegawaian": "Kepegawaian",
    "pendidikan_pelatihan": "Pendidikan dan pelatihan",
    "penelitian_pengembangan": "Penelitian dan pengembangan",
    "penunjang_lainnya": "Fungsi penunjang lainnya sesuai dengan ketentuan peraturan perundang-undangan",
}
URUSAN: dict[str, str] = {
    **WAJIB_PELAYANAN_DASAR,
    **WAJIB_BUKAN_PELAYANAN_DASAR,
    **URUSAN_PILIHAN,
    **FUNGSI_PENUNJANG,
}
