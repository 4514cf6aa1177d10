"""Kode BKT: bukti. Dasar berbukti menghitung sebuah baris bila ada bukti dengan berkas atau tautan."""

from __future__ import annotations

from indeksinovasi.inti.katalog.jenis import EntriKatalog

ENTRI: tuple[EntriKatalog, ...] = (
    EntriKatalog(
        kode="BKT301",
        judul="Tingkat tanpa bukti",
        tingkat="peringatan",
        penjelasan=(
            "Baris mengklaim tingkat 1-3 tetapi tidak menyebut bukti. Pada dasar berbukti baris ini "
            "bernilai 0."
        ),
        salah=("indikator:\n  regulasi:\n    parameter: 2"),
        benar=(
            "indikator:\n"
            "  regulasi:\n"
            "    parameter: 2\n"
            "    bukti:\n"
            "      - berkas: bukti/sk.pdf\n"
            "        nomor: 188.45/12/2023\n"
            "        tanggal: 2023-01-12"
        ),
        alasan=(
            "Tabel indikator meminta data pendukung untuk tiap tingkat. Skor yang terhitung tanpa bukti "
            "adalah kesalahan yang pernah terjadi pada sistem lain."
        ),
        petunjuk="Tambahkan bukti berupa berkas atau tautan.",
    ),
    EntriKatalog(
        kode="BKT302",
        judul="Berkas bukti tidak ada",
        tingkat="peringatan",
        penjelasan=(
            "Berkas yang disebut tidak ditemukan; jalurnya dihitung dari letak berkas inovasi. Penilaian "
            "tidak memeriksa keberadaan berkas, jadi skor belum turun."
        ),
        salah=(
            "indikator:\n"
            "  regulasi:\n"
            "    fakta: perkada\n"
            "    bukti:\n"
            "      - berkas: sk.pdf          # letaknya di bukti/sk.pdf"
        ),
        benar=("indikator:\n  regulasi:\n    fakta: perkada\n    bukti:\n      - berkas: bukti/sk.pdf"),
        alasan="Pemeriksa hanya dapat menerima bukti yang dapat dibuka.",
        petunjuk="Salin berkasnya ke folder bukti/ atau betulkan jalurnya.",
    ),
    EntriKatalog(
        kode="BKT303",
        judul="Berkas bukti di luar folder daerah",
        tingkat="peringatan",
        penjelasan=(
            "Jalur bukti keluar dari folder daerah (.., jalur mutlak, atau tautan simbolik). Berkasnya "
            "tidak diperiksa, dan skor belum turun."
        ),
        salah=(
            "indikator:\n  regulasi:\n    fakta: perkada\n    bukti:\n      - berkas: ../../../arsip/sk.pdf"
        ),
        benar=("indikator:\n  regulasi:\n    fakta: perkada\n    bukti:\n      - berkas: bukti/sk.pdf"),
        alasan=(
            "Bukti harus ikut terbawa ketika folder daerah diserahkan, dan berkas di luar folder itu "
            "tidak boleh dibuka."
        ),
        petunjuk="Salin berkas ke dalam folder daerah dan tulis jalur relatifnya.",
    ),
    EntriKatalog(
        kode="BKT304",
        judul="Berkas bukti kosong",
        tingkat="peringatan",
        penjelasan="Berkas bukti berukuran 0 bita. Penilaian tidak membuka berkas, jadi skor belum turun.",
        salah="bukti/sk.pdf   # 0 bita",
        benar="bukti/sk.pdf   # 240 KiB",
        alasan="Berkas kosong biasanya sisa unggahan atau salinan yang gagal dan tidak membuktikan apa pun.",
        petunjuk="Salin ulang berkas dari sumbernya.",
    ),
    EntriKatalog(
        kode="BKT305",
        judul="Format bukti tidak diterima tahun itu",
        tingkat="peringatan",
        penjelasan=(
            "Akhiran berkas tidak termasuk format yang diminta indikator pada tahun catatan. Skor belum "
            "turun, tetapi bukti dapat ditolak."
        ),
        salah=(
            "# 2026: regulasi meminta pdf\n"
            "indikator:\n"
            "  regulasi:\n"
            "    fakta: perkada\n"
            "    bukti: [{berkas: bukti/perbup.docx}]"
        ),
        benar=("indikator:\n  regulasi:\n    fakta: perkada\n    bukti: [{berkas: bukti/perbup.pdf}]"),
        alasan="Tabel indikator tiap tahun menyebut format data pendukung; naskah hukum diminta sebagai pdf.",
        petunjuk="Ubah berkas ke format yang diminta.",
    ),
    EntriKatalog(
        kode="BKT306",
        judul="Isi berkas tidak sesuai akhirannya",
        tingkat="peringatan",
        penjelasan=(
            "Isi berkas bukan jenis yang dinyatakan akhirannya, misalnya foto yang dinamai .pdf. Skor "
            "belum turun."
        ),
        salah="bukti/sk.pdf   # isinya gambar JPEG",
        benar="bukti/sk.pdf   # hasil pindai yang disimpan sebagai PDF",
        alasan="Berkas yang hanya diganti namanya gagal dibuka oleh pemeriksa.",
        petunjuk="Simpan ulang berkas dalam format yang sebenarnya.",
    ),
    EntriKatalog(
        kode="BKT307",
        judul="Berkas bukti terlalu besar",
        tingkat="peringatan",
        penjelasan=(
            "Ukuran berkas melebihi batas indikator pada tahun catatan. Skor belum turun, tetapi unggahan "
            "dapat gagal."
        ),
        salah="bukti/video.mp4   # 2024: 180 MB, batas 100 MB",
        benar="bukti/video.mp4   # 2024: 85 MB",
        alasan="Sebagian indikator membatasi ukuran; video kualitas inovasi 2024 paling besar 100 MB.",
        petunjuk="Perkecil berkas sampai di bawah batasnya.",
    ),
    EntriKatalog(
        kode="BKT308",
        judul="Bukti tanpa nomor atau tanggal naskah",
        tingkat="saran",
        penjelasan=(
            "Bukti pdf berupa naskah penetapan belum menyebut nomor atau tanggalnya. Skor tidak berubah."
        ),
        salah=("indikator:\n  regulasi:\n    fakta: perkada\n    bukti:\n      - berkas: bukti/sk.pdf"),
        benar=(
            "indikator:\n"
            "  regulasi:\n"
            "    fakta: perkada\n"
            "    bukti:\n"
            "      - berkas: bukti/sk.pdf\n"
            "        nomor: 188.45/12/2023\n"
            "        tanggal: 2023-01-12\n"
            "        tentang: Penetapan inovasi daerah"
        ),
        alasan=(
            "Perda, Perkada, dan SK harus sah dan sesuai tahun penerapan; nomor dan tanggal membuatnya "
            "dapat diperiksa tanpa membuka berkas."
        ),
        petunjuk="Tulis nomor dan tanggal naskah.",
    ),
    EntriKatalog(
        kode="BKT309",
        judul="Tanggal bukti melewati hari pengukuran",
        tingkat="peringatan",
        penjelasan=(
            "Naskah bertanggal sesudah hari pengukuran yang diberikan dengan --tanggal; tanpa --tanggal, "
            "sesudah hari penjaringan terakhir yang tercatat untuk tahunnya. Tahun sebelum 1945 atau lebih "
            "dari setahun sesudah tahun ukur pasti salah ketik. Skor belum turun, tetapi bukti dapat ditolak."
        ),
        salah=(
            "# --tanggal 2025-08-23\n"
            "indikator:\n"
            "  regulasi:\n"
            "    fakta: perkada\n"
            "    bukti:\n"
            "      - {berkas: bukti/sk.pdf, tanggal: 2025-09-10}"
        ),
        benar=(
            "# --tanggal 2025-08-23\n"
            "indikator:\n"
            "  regulasi:\n"
            "    fakta: perkada\n"
            "    bukti:\n"
            "      - {berkas: bukti/sk.pdf, tanggal: 2025-06-10}"
        ),
        alasan=(
            "Yang diukur adalah keadaan sampai hari pengukuran; naskah sesudahnya belum membuktikan "
            "keadaan itu."
        ),
        petunjuk="Pakai naskah yang terbit sebelum hari pengukuran, atau betulkan tanggalnya.",
    ),
    EntriKatalog(
        kode="BKT310",
        judul="Berkas bukti yang sama dipakai inovasi lain",
        tingkat="peringatan",
        penjelasan=(
            "Isi berkas kualitas, kemanfaatan, sosialisasi, atau kecepatan sama persis dengan milik "
            "inovasi lain. Skor belum turun. Satu SK yang menyebut banyak inovasi tidak ditegur."
        ),
        salah=(
            "# posyandu-digital.yaml dan posyandu-lansia.yaml\n"
            "indikator:\n"
            "  kualitas:\n"
            "    fakta: 5\n"
            "    bukti: [{berkas: bukti/video-posyandu.mp4}]"
        ),
        benar=(
            "# posyandu-digital.yaml; inovasi lain memakai videonya sendiri\n"
            "indikator:\n"
            "  kualitas:\n"
            "    fakta: 5\n"
            "    bukti: [{berkas: bukti/video-posyandu-digital.mp4}]"
        ),
        alasan="Keempat indikator mengukur satu inovasi tertentu, jadi buktinya tidak mungkin sama persis.",
        petunjuk="Ganti dengan bukti milik inovasi ini.",
    ),
    EntriKatalog(
        kode="BKT311",
        judul="Tautan bukti salah bentuk",
        tingkat="peringatan",
        penjelasan=(
            "Tautan harus alamat lengkap yang diawali https:// atau http://. Keberadaan halamannya tidak "
            "diperiksa, dan skor belum turun."
        ),
        salah=("indikator:\n  kualitas:\n    fakta: 5\n    bukti:\n      - tautan: youtube/video-posyandu"),
        benar=(
            "indikator:\n"
            "  kualitas:\n"
            "    fakta: 5\n"
            "    bukti:\n"
            "      - tautan: https://contoh.go.id/video-posyandu"
        ),
        alasan="Alamat yang tidak lengkap tidak dapat dibuka oleh pemeriksa.",
        petunjuk="Salin alamat lengkap dari peramban.",
    ),
    EntriKatalog(
        kode="BKT312",
        judul="Bukti tanpa berkas dan tautan",
        tingkat="peringatan",
        penjelasan=(
            "Bukti hanya berisi keterangan. Pada dasar berbukti bukti ini tidak dihitung, dan barisnya "
            "bernilai 0 bila tidak ada bukti lain."
        ),
        salah=(
            "indikator:\n"
            "  regulasi:\n"
            "    fakta: perkada\n"
            "    bukti:\n"
            "      - nomor: 188.45/12/2023\n"
            "        tanggal: 2023-01-12"
        ),
        benar=(
            "indikator:\n"
            "  regulasi:\n"
            "    fakta: perkada\n"
            "    bukti:\n"
            "      - berkas: bukti/sk.pdf\n"
            "        nomor: 188.45/12/2023\n"
            "        tanggal: 2023-01-12"
        ),
        alasan=(
            "Nomor naskah saja belum memperlihatkan isinya; pedoman meminta halaman yang memuat nama inovasi."
        ),
        petunjuk="Tambahkan berkas atau tautan pada bukti ini.",
    ),
    EntriKatalog(
        kode="BKT313",
        judul="Bukti bimtek lebih sedikit daripada yang diklaim",
        tingkat="peringatan",
        penjelasan=(
            "Banyaknya bukti bimtek kurang dari banyaknya kali yang diklaim. Skor belum turun, tetapi "
            "pemeriksa dapat menurunkan tingkatnya."
        ),
        salah=(
            "indikator:\n"
            "  bimtek:\n"
            "    fakta: {2023: 1, 2024: 1}\n"
            "    bukti:\n"
            "      - berkas: bukti/bimtek-2023.pdf"
        ),
        benar=(
            "indikator:\n"
            "  bimtek:\n"
            "    fakta: {2023: 1, 2024: 1}\n"
            "    bukti:\n"
            "      - berkas: bukti/bimtek-2023.pdf\n"
            "      - berkas: bukti/bimtek-2024.pdf"
        ),
        alasan="Tabel indikator 2024 dan 2026 meminta bukti bimtek sebanyak frekuensi yang diklaim.",
        petunjuk="Tambahkan bukti untuk setiap kali bimtek.",
    ),
    EntriKatalog(
        kode="BKT314",
        judul="Persetujuan gugur: klaim berubah",
        tingkat="peringatan",
        penjelasan=(
            "Tingkat, fakta, atau daftar bukti baris ini berubah sesudah pemeriksa menyetujuinya. Tingkat "
            "terverifikasi masih dihitung, tetapi persetujuannya bukan lagi untuk isi yang sekarang."
        ),
        salah="parameter: 3  # semula 2\nverifikasi: {parameter: 2, sidik: sha256:…}",
        benar="parameter: 2\nverifikasi: {parameter: 2, sidik: sha256:…}",
        alasan="Pemeriksa hanya dapat mempertanggungjawabkan isi yang dilihatnya.",
        petunjuk="Periksa lagi, lalu tulis dengan `indeks verifikasi`.",
    ),
    EntriKatalog(
        kode="BKT315",
        judul="Persetujuan gugur: isi berkas bukti berubah",
        tingkat="peringatan",
        penjelasan=(
            "Isi berkas bukti baris ini berubah, hilang, atau baru ada sesudah pemeriksa menyetujuinya; "
            "klaimnya sendiri tidak berubah."
        ),
        salah="bukti/sk.pdf diganti dengan naskah lain",
        benar="bukti/sk.pdf seperti saat diperiksa",
        alasan="Pemeriksa menyetujui isi naskah, bukan nama berkasnya.",
        petunjuk="Buka berkasnya, periksa lagi, lalu tulis dengan `indeks verifikasi`.",
    ),
)
