"""Kode KLY: kelayakan ikut dinilai dan kelengkapan yang diminta pedoman tahun catatan."""

from __future__ import annotations

from indeksinovasi.inti.katalog.jenis import EntriKatalog

ENTRI: tuple[EntriKatalog, ...] = (
    EntriKatalog(
        kode="KLY201",
        judul="Inovasi terkirim di luar jendela penerapan",
        tingkat="peringatan",
        penjelasan=(
            "Tanggal penerapan di luar rentang tahun ukurnya, dan tidak ada pengembangan yang memenuhi "
            "syarat. Inovasi diperlakukan seperti ditolak: tidak menambah nilai, dan tetap menjadi "
            "pembagi bila tahunnya menentukan demikian."
        ),
        salah=(
            "# diukur 2025: jendela 1-1-2023 s.d. 31-12-2024\n"
            "status: terkirim\n"
            "waktu:\n"
            "  penerapan: 2021-08-17"
        ),
        benar=(
            "# diukur 2025: pengembangan di dalam jendela juga diterima\n"
            "status: terkirim\n"
            "waktu:\n"
            "  penerapan: 2021-08-17\n"
            "  pengembangan: 2023-02-01"
        ),
        alasan=(
            "Pedoman tahunan membatasi waktu penerapan. Untuk 2025 dan 2026, inovasi yang lebih lama "
            "tetap layak bila dikembangkan di dalam jendela."
        ),
        petunjuk="Periksa tanggal penerapan dan pengembangan pada naskah penetapannya.",
    ),
    EntriKatalog(
        kode="KLY202",
        judul="Rancang bangun kurang dari jumlah kata minimal",
        tingkat="peringatan",
        penjelasan=(
            "Rancang bangun dihitung dalam kata menurut batas tahun catatan (300 kata, bukan 300 "
            "karakter). Skor tidak berubah dan inovasi tetap dihitung."
        ),
        salah="rancang_bangun: |\n  Aplikasi pencatatan posyandu untuk kader.",
        benar=(
            "rancang_bangun: |\n"
            "  Dasar hukum, permasalahan, isu strategis, metode pembaruan,\n"
            "  keunggulan, dan cara kerja diuraikan, paling sedikit 300 kata."
        ),
        alasan=(
            "Batas 300 kata tercatat untuk 2021, 2023, 2024, dan 2026. Sistem yang menghitung 300 "
            "karakter meloloskan naskah yang terlalu pendek."
        ),
        petunjuk="Lengkapi rancang bangun sampai jumlah kata yang diminta.",
    ),
    EntriKatalog(
        kode="KLY203",
        judul="Tematik bukan pilihan tahun itu",
        tingkat="peringatan",
        penjelasan="Tematik tidak ada dalam daftar tahun catatan. Skor tidak berubah.",
        salah="# 2024\ntematik: Covid-19",
        benar="# 2024\ntematik: Digitalisasi layanan pemerintahan",
        alasan=(
            "Pilihan tematik berganti tiap tahun: Covid-19 ada pada 2022 dan tidak ada lagi pada 2023 dan "
            "2024."
        ),
        petunjuk="Pilih salah satu tematik tahun itu.",
    ),
    EntriKatalog(
        kode="KLY204",
        judul="Indikator wajib bernilai 0 atau tidak ada",
        tingkat="peringatan",
        penjelasan=(
            "Indikator bertanda wajib pada tahun catatan belum diisi atau bernilai 0. Barisnya menyumbang "
            "0; inovasi tetap dihitung."
        ),
        salah="indikator:\n  regulasi: {parameter: 0}",
        benar=(
            "indikator:\n"
            "  regulasi:\n"
            "    fakta: sk_kepala_daerah\n"
            "    bukti: [{berkas: bukti/sk.pdf, nomor: 188.45/12/2023}]"
        ),
        alasan=(
            "Formulir penilaian menandai indikator tertentu sebagai wajib, antara lain regulasi, SDM, "
            "kecepatan, kemanfaatan, dan kualitas."
        ),
        petunjuk="Isi indikator ini beserta buktinya.",
    ),
    EntriKatalog(
        kode="KLY205",
        judul="Teks uraian belum ada",
        tingkat="peringatan",
        penjelasan=(
            "Rancang bangun, tujuan, manfaat, atau hasil belum ditulis. Skor tidak berubah dan inovasi "
            "tetap dihitung."
        ),
        salah="nama: Posyandu Digital\ntujuan: Mempercepat pencatatan balita.",
        benar=(
            "nama: Posyandu Digital\n"
            "rancang_bangun: Kader mencatat penimbangan secara daring.\n"
            "tujuan: Mempercepat pencatatan balita.\n"
            "manfaat: Data balita tersedia pada hari yang sama.\n"
            "hasil: Waktu rekap turun dari lima hari menjadi satu hari."
        ),
        alasan=(
            "Ekspor resmi tidak memuat keempat teks ini, jadi catatan hasil impor perlu dilengkapi "
            "sebelum dikirim."
        ),
        petunjuk="Tulis teks yang disebut.",
    ),
    EntriKatalog(
        kode="KLY206",
        judul="Urusan wajib pelayanan dasar kurang",
        tingkat="peringatan",
        penjelasan=(
            "Urusan utama inovasi yang terhitung belum mencakup cukup banyak urusan wajib pelayanan "
            "dasar. Skor jumlah inovasi daerah menjadi 0."
        ),
        salah=(
            "# 2026: hanya empat urusan wajib terisi di seluruh daerah\n"
            "- urusan: kesehatan\n"
            "- urusan: pendidikan\n"
            "- urusan: sosial\n"
            "- urusan: trantibumlinmas"
        ),
        benar=(
            "# 2026: lima dari enam urusan wajib terisi\n"
            "- urusan: kesehatan\n"
            "- urusan: pendidikan\n"
            "- urusan: sosial\n"
            "- urusan: trantibumlinmas\n"
            "- urusan: pekerjaan_umum_penataan_ruang"
        ),
        alasan=(
            "UU 23/2014 mengenal enam urusan wajib pelayanan dasar. Rumus 2026 memberi skor jumlah "
            "inovasi hanya bila paling sedikit lima terisi; yang dibaca kode urusan utama, bukan teks."
        ),
        petunjuk="Lengkapi inovasi pada urusan wajib yang belum terisi.",
    ),
    EntriKatalog(
        kode="KLY207",
        judul="Urutan tanggal tidak masuk akal",
        tingkat="peringatan",
        penjelasan=(
            "Uji coba tidak boleh sesudah penerapan, pengembangan tidak boleh sebelum penerapan, dan "
            "penerapan tidak boleh sesudah tahun ukur. Skor hanya berubah bila tanggalnya juga di luar "
            "jendela."
        ),
        salah=("waktu:\n  uji_coba: 2023-11-01\n  penerapan: 2023-08-17\n  pengembangan: 2023-02-01"),
        benar=("waktu:\n  uji_coba: 2023-03-01\n  penerapan: 2023-08-17\n  pengembangan: 2023-11-01"),
        alasan=(
            "Jendela penilaian memakai tanggal ini; tanggal yang tertukar dapat membuat inovasi dinilai "
            "pada tahun yang salah."
        ),
        petunjuk="Cocokkan ketiga tanggal dengan naskahnya.",
    ),
    EntriKatalog(
        kode="KLY208",
        judul="Inovasi yang terhitung kurang dari pembagi minimal",
        tingkat="saran",
        penjelasan=(
            "Jumlah kematangan dibagi sekurangnya dengan pembagi minimal tahun itu. Bila inovasi yang "
            "terhitung lebih sedikit, rata-ratanya turun."
        ),
        salah=(
            "# 2026, pembagi minimal 12, kematangan masing-masing 80\n"
            "# 8 inovasi terhitung: 8 × 80 / 12 = 53,33"
        ),
        benar=(
            "# 2026, pembagi minimal 12, kematangan masing-masing 80\n"
            "# 12 inovasi terhitung: 12 × 80 / 12 = 80,00"
        ),
        alasan=(
            "Rumus 2023 menulis pembagi max(10, n); rumus 2026 max(12, n). Angka yang tidak terbit "
            "dipakai sebagai asumsi."
        ),
        petunjuk="Lengkapi inovasi sampai pembagi minimal bila memungkinkan.",
    ),
    EntriKatalog(
        kode="KLY209",
        judul="Jendela tidak dapat diperiksa tanpa tanggal penerapan",
        tingkat="saran",
        penjelasan=(
            "Tanggal penerapan belum ada, sehingga kelayakan waktunya tidak diketahui. Inovasi tetap "
            "dihitung dengan catatan."
        ),
        salah=("tahapan: uji_coba\nwaktu:\n  uji_coba: 2023-03-01"),
        benar=("tahapan: penerapan\nwaktu:\n  uji_coba: 2023-03-01\n  penerapan: 2023-08-17"),
        alasan=(
            "Jendela tahun ukur dinyatakan dengan tanggal penerapan; inovasi tanpa tanggal itu dapat "
            "ditolak pemeriksa."
        ),
        petunjuk="Tulis waktu.penerapan bila inovasi sudah diterapkan.",
    ),
    EntriKatalog(
        kode="KLY210",
        judul="Diterima walau di luar jendela",
        tingkat="saran",
        penjelasan=(
            "Status diterima, tetapi tanggal penerapannya di luar jendela tahun itu. Inovasi tetap "
            "dihitung dengan catatan."
        ),
        salah=(
            "# diukur 2024: jendela 1-1-2022 s.d. 31-12-2023\n"
            "status: diterima\n"
            "waktu:\n"
            "  penerapan: 2021-08-17"
        ),
        benar=(
            "# diukur 2024, tanggal dibetulkan menurut naskah\n"
            "status: diterima\n"
            "waktu:\n"
            "  penerapan: 2022-08-17"
        ),
        alasan=(
            "Keputusan pemeriksa didahulukan atas pemeriksaan tanggal, tetapi tanggal yang keliru akan "
            "dipersoalkan pada verifikasi berikutnya."
        ),
        petunjuk="Cocokkan tanggal penerapan dengan naskahnya.",
    ),
    EntriKatalog(
        kode="KLY211",
        judul="Teks memuat tanda HTML",
        tingkat="saran",
        penjelasan=("Tanda HTML yang tersalin dari halaman web tidak dihitung sebagai kata."),
        salah="tujuan: <p>Mempercepat layanan</p>",
        benar="tujuan: Mempercepat layanan",
        alasan=("Jumlah kata minimal berlaku bagi isi yang dibaca penilai."),
        petunjuk="Hapus tanda HTML dari teksnya.",
    ),
    EntriKatalog(
        kode="KLY212",
        judul="Koordinat di luar Indonesia",
        tingkat="peringatan",
        penjelasan=(
            "Koordinat tidak berada di wilayah Indonesia, misalnya 0, 0 atau lintang dan bujur yang tertukar."
        ),
        salah="koordinat: {lintang: 0, bujur: 0}",
        benar="koordinat: {lintang: 0.12, bujur: 117.47}",
        alasan=("Koordinat 0, 0 berasal dari isian yang dikosongkan, bukan dari letaknya."),
        petunjuk="Betulkan lintang dan bujur, atau hapus koordinat.",
    ),
    EntriKatalog(
        kode="KLY213",
        judul="Pilihan tertulis berulang",
        tingkat="saran",
        penjelasan=("Anggota daftar yang sama tertulis lebih dari sekali; yang dihitung tetap satu."),
        salah="aktor:\n  fakta: [media, media, bisnis]",
        benar="aktor:\n  fakta: [media, bisnis]",
        alasan=("Ulangan biasanya menggantikan pilihan lain yang dimaksud."),
        petunjuk="Hapus ulangannya, atau ganti dengan yang dimaksud.",
    ),
)
