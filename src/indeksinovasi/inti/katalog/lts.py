"""Kode LTS: kesesuaian antarberkas dalam satu daerah atau satu folder data."""

from __future__ import annotations

from indeksinovasi.inti.katalog.jenis import EntriKatalog

ENTRI: tuple[EntriKatalog, ...] = (
    EntriKatalog(
        kode="LTS501",
        judul="OPD tidak ada di daerah.yaml",
        tingkat="peringatan",
        penjelasan="Nama folder OPD tidak terdaftar pada perangkat_daerah. Inovasinya tetap dihitung.",
        salah=(
            "# 2024/dinkes/posyandu-digital.yaml\n"
            "# daerah.yaml:\n"
            "perangkat_daerah: {dinas-kesehatan: Dinas Kesehatan}"
        ),
        benar=(
            "# 2024/dinas-kesehatan/posyandu-digital.yaml\n"
            "# daerah.yaml:\n"
            "perangkat_daerah: {dinas-kesehatan: Dinas Kesehatan}"
        ),
        alasan="Target dan keikutsertaan dihitung per OPD; satu OPD dengan dua kode tampak sebagai dua OPD.",
        petunjuk="Ganti nama folder, atau daftarkan OPD di daerah.yaml.",
    ),
    EntriKatalog(
        kode="LTS502",
        judul="Judul inovasi sama dua kali",
        tingkat="peringatan",
        penjelasan="Dua catatan pada tahun yang sama berjudul sama. Keduanya tetap dihitung.",
        salah="# dinas-kesehatan/posyandu.yaml dan dinas-sosial/posyandu.yaml\nnama: Posyandu Digital",
        benar="# dinas-sosial/posyandu.yaml\nnama: Posyandu Digital bagi Lansia",
        alasan=(
            "Ekspor resmi pernah memuat judul berulang; inovasi yang tercatat dua kali menaikkan jumlah "
            "inovasi tanpa dasar."
        ),
        petunjuk="Hapus salah satu catatan, atau bedakan judulnya bila memang inovasi lain.",
    ),
    EntriKatalog(
        kode="LTS503",
        judul="pengembangan_dari menunjuk catatan yang tidak ada",
        tingkat="peringatan",
        penjelasan="Catatan asal pengembangan tidak ditemukan di folder daerah. Skor tidak berubah.",
        salah="# catatannya 2022/dinas-kesehatan/posyandu.yaml\npengembangan_dari: 2022/dinkes/posyandu",
        benar="pengembangan_dari: 2022/dinas-kesehatan/posyandu",
        alasan="Rujukan ini menerangkan riwayat inovasi; rujukan yang putus tidak dapat diperiksa.",
        petunjuk="Betulkan rujukan, atau hapus bila catatan asalnya tidak ada.",
    ),
    EntriKatalog(
        kode="LTS504",
        judul="OPD di bawah target inovasi",
        tingkat="peringatan",
        penjelasan=(
            "Inovasi OPD yang terhitung kurang dari target_inovasi yang berlaku pada tahun itu. Indeks "
            "tidak berubah."
        ),
        salah=(
            "# daerah.yaml; dinas-kesehatan baru melaporkan 1 inovasi pada 2025\n"
            "target_inovasi: {2023: 1, 2025: 5}"
        ),
        benar=(
            "# daerah.yaml; dinas-kesehatan melaporkan 5 inovasi pada 2025\n"
            "target_inovasi: {2023: 1, 2025: 5}"
        ),
        alasan="Target ditetapkan daerah sendiri, misalnya satu atau lima inovasi per OPD setiap tahun.",
        petunjuk="Tambah inovasi OPD ini, atau sesuaikan target di daerah.yaml.",
    ),
    EntriKatalog(
        kode="LTS505",
        judul="OPD belum melaporkan inovasi",
        tingkat="saran",
        penjelasan=(
            "OPD terdaftar di daerah.yaml tetapi tidak punya catatan selain draf pada tahun itu. Catatan "
            "yang ditolak atau tidak layak tetap berarti OPD-nya melapor. Indeks tidak berubah. "
            "Bila target_inovasi berlaku, temuan ini menjadi peringatan; tanpa target hanya tahun terbaru "
            "yang diperiksa."
        ),
        salah=(
            "perangkat_daerah:\n"
            "  dinas-kesehatan: Dinas Kesehatan\n"
            "  dinas-sosial: Dinas Sosial   # folder 2024/dinas-sosial tidak ada"
        ),
        benar=(
            "perangkat_daerah:\n"
            "  dinas-kesehatan: Dinas Kesehatan\n"
            "  dinas-sosial: Dinas Sosial   # ada 2024/dinas-sosial/sapa-lansia.yaml"
        ),
        alasan=(
            "Keikutsertaan OPD dipantau daerah; sebagian daerah meminta satu inovasi per OPD setiap tahun."
        ),
        petunjuk="Minta OPD ini melaporkan inovasinya.",
    ),
    EntriKatalog(
        kode="LTS506",
        judul="spd.yaml tidak ada",
        tingkat="peringatan",
        penjelasan=(
            "Indikator Satuan Pemerintah Daerah belum ditulis untuk tahun itu. Skor SPD 0, dan batas atas "
            "rentang indeks memakai SPD penuh."
        ),
        salah="2024/dinas-kesehatan/posyandu-digital.yaml   # tanpa 2024/spd.yaml",
        benar="# 2024/spd.yaml\ntotal: 56",
        alasan=(
            "Sejak 2023 SPD bernilai paling tinggi 63 dari 250 poin (25,2 persen); tanpa SPD indeks jauh "
            "lebih rendah daripada seharusnya."
        ),
        petunjuk="Tulis spd.yaml di folder tahun, dengan indikator atau total.",
    ),
    EntriKatalog(
        kode="LTS507",
        judul="Hasil resmi tidak sejalan",
        tingkat="peringatan",
        penjelasan=(
            "Predikat di hasil_resmi.yaml bertentangan dengan ambang tahunnya atau tidak dikenal pada tahun "
            "itu, satu hasil tertulis dua kali, "
            "atau dua hasil final satu tahun berbeda skornya. Indeks tidak berubah, tetapi perbandingan "
            "dapat keliru."
        ),
        salah=(
            "hasil:\n"
            "  - tahun: 2023\n"
            "    jenis: final\n"
            "    skor: 59.02\n"
            "    predikat: Sangat Inovatif\n"
            "    sumber: Keputusan Menteri"
        ),
        benar=(
            "hasil:\n"
            "  - tahun: 2023\n"
            "    jenis: final\n"
            "    skor: 59.02\n"
            "    predikat: Inovatif\n"
            "    sumber: Keputusan Menteri"
        ),
        alasan=(
            "Predikat ditentukan oleh skor: pada 2023 Sangat Inovatif mulai 60,01. Sumber berita kadang "
            "bertentangan dengan ambang itu."
        ),
        petunjuk="Cocokkan skor dan predikat dengan sumbernya.",
    ),
    EntriKatalog(
        kode="LTS508",
        judul="pengembangan_dari tidak menunjuk tahun yang lebih awal",
        tingkat="peringatan",
        penjelasan="Catatan asal harus berasal dari tahun sebelum catatan ini. Skor tidak berubah.",
        salah=(
            "# 2024/dinas-kesehatan/posyandu-digital.yaml\npengembangan_dari: 2024/dinas-kesehatan/posyandu"
        ),
        benar=(
            "# 2024/dinas-kesehatan/posyandu-digital.yaml\npengembangan_dari: 2022/dinas-kesehatan/posyandu"
        ),
        alasan=(
            "Pengembangan melanjutkan inovasi yang sudah ada; rujukan ke tahun yang sama atau sesudahnya "
            "biasanya salah tulis."
        ),
        petunjuk="Tunjuk catatan dari tahun yang lebih awal.",
    ),
    EntriKatalog(
        kode="LTS509",
        judul="Rancang bangun disalin dari inovasi lain",
        tingkat="peringatan",
        penjelasan=(
            "Isi rancang bangun sama dengan milik inovasi lain. Skor tidak berubah dan keduanya tetap "
            "dihitung."
        ),
        salah=(
            "# posyandu-lansia.yaml, sama dengan posyandu-digital.yaml\n"
            "rancang_bangun: Kader mencatat penimbangan balita secara daring."
        ),
        benar="# posyandu-lansia.yaml\nrancang_bangun: Kader memantau tekanan darah lansia setiap bulan.",
        alasan=(
            "Rancang bangun menerangkan kebaruan satu inovasi; teks yang sama membuat kebaruannya "
            "diragukan. Kelanjutan inovasi lama dinyatakan dengan pengembangan_dari."
        ),
        petunjuk="Tulis rancang bangun milik inovasi ini.",
    ),
    EntriKatalog(
        kode="LTS510",
        judul="Kode wilayah dipakai dua daerah",
        tingkat="peringatan",
        penjelasan=(
            "Dua daerah dalam folder data memakai kode yang sama. Keduanya tetap dinilai, tetapi dapat "
            "tertukar dalam perbandingan."
        ),
        salah='# kota-contoh/daerah.yaml dan kota-lain/daerah.yaml\nkode: "99.71"',
        benar='# kota-lain/daerah.yaml\nkode: "99.72"',
        alasan=(
            "Kode wilayah Kemendagri menandai tepat satu daerah; nama daerah dapat sama antara kabupaten "
            "dan kota."
        ),
        petunjuk="Betulkan kode wilayah salah satu daerah.",
    ),
    EntriKatalog(
        kode="LTS511",
        judul="Jenis daerah tidak sesuai nama atau kode wilayah",
        tingkat="peringatan",
        penjelasan=(
            "Provinsi berkode dua angka; kabupaten dan kota dua angka, titik, dua angka, dan kota mulai "
            "dari 71. Nama yang berawal Provinsi, Kabupaten, atau Kota menyebut jenisnya sendiri. Skor tidak "
            "berubah."
        ),
        salah=('nama: Kota Contoh\njenis: kabupaten\nkode: "99.71"'),
        benar=('nama: Kota Contoh\njenis: kota\nkode: "99.71"'),
        alasan=(
            "Jenis menentukan kelompok peringkat; kode wilayah Kemendagri membedakan provinsi, kabupaten, "
            "dan kota."
        ),
        petunjuk="Betulkan jenis atau kode wilayah.",
    ),
    EntriKatalog(
        kode="LTS512",
        judul="Skor terbit melebihi indeks tertinggi",
        tingkat="peringatan",
        penjelasan=("Skor di hasil_resmi.yaml lebih dari 100, padahal indeks tahun itu 0 sampai 100."),
        salah="hasil:\n  - {tahun: 2023, jenis: final, skor: 6030, sumber: SK}",
        benar="hasil:\n  - {tahun: 2023, jenis: final, skor: 60.30, sumber: SK}",
        alasan=("Tanda desimal yang hilang membuat perbandingan antartahun keliru seratus kali."),
        petunjuk="Betulkan skornya menurut sumbernya.",
    ),
    EntriKatalog(
        kode="LTS513",
        judul="Skor terbit memakai skala lain",
        tingkat="peringatan",
        penjelasan=(
            "Sejak 2021 skor terbit 0 sampai 100, jadi skor di bawah 1 hampir pasti bagian dari 1. Pada 2020 "
            "skornya poin absolut yang bulat, jadi pecahan hampir pasti titik ribuan yang terbaca desimal."
        ),
        salah="hasil:\n  - {tahun: 2020, jenis: final, skor: 1.46, sumber: Keputusan Menteri}",
        benar="hasil:\n  - {tahun: 2020, jenis: final, skor: 1462, sumber: Keputusan Menteri}",
        alasan="Skor yang salah skala mengubah predikat, peringkat, dan perbandingan antartahun.",
        petunjuk="Tulis poin penuhnya menurut sumber, tanpa titik ribuan.",
    ),
    EntriKatalog(
        kode="LTS514",
        judul="Dua kode OPD bernama sama",
        tingkat="peringatan",
        penjelasan=(
            "Satu OPD terdaftar dengan dua kode, sehingga banyaknya OPD, target, dan pelaporannya terhitung "
            "dua kali. Skor inovasi tidak berubah."
        ),
        salah="perangkat_daerah:\n  dinkes: Dinas Kesehatan\n  dinas-kesehatan: Dinas Kesehatan",
        benar="perangkat_daerah:\n  dinas-kesehatan: Dinas Kesehatan",
        alasan="OPD kembar tampak belum melapor, padahal catatannya ada di folder yang lain.",
        petunjuk="Satukan catatannya di satu folder, lalu hapus kode yang lain.",
    ),
)
