"""Kode FKT: fakta dan klaim. Inovasi tetap terhitung; yang berubah hanya nilai barisnya."""

from __future__ import annotations

from indeksinovasi.inti.katalog.jenis import EntriKatalog

ENTRI: tuple[EntriKatalog, ...] = (
    EntriKatalog(
        kode="FKT401",
        judul="Klaim di atas fakta",
        tingkat="galat",
        penjelasan=(
            "Tingkat yang diklaim lebih tinggi daripada yang didukung fakta menurut aturan tahun catatan. "
            "Yang dihitung tingkat dari fakta."
        ),
        salah=("# 2026: Perkada adalah tingkat 2\nindikator:\n  regulasi: {parameter: 3, fakta: perkada}"),
        benar=("# 2026\nindikator:\n  regulasi: {parameter: 2, fakta: perkada}"),
        alasan=(
            "Tingkat adalah akibat dari fakta. Klaim yang lebih tinggi akan diturunkan pada verifikasi, "
            "dan indeks mandiri menjadi terlalu optimistis."
        ),
        petunjuk="Turunkan parameter, atau betulkan fakta menurut buktinya.",
    ),
    EntriKatalog(
        kode="FKT402",
        judul="Klaim di bawah fakta",
        tingkat="galat",
        penjelasan=(
            "Fakta mendukung tingkat yang lebih tinggi daripada klaimnya. Yang dihitung klaim, jadi ada "
            "poin yang belum diklaim."
        ),
        salah=("# 2026: Perkada adalah tingkat 2\nindikator:\n  regulasi: {parameter: 1, fakta: perkada}"),
        benar=("# 2026\nindikator:\n  regulasi: {parameter: 2, fakta: perkada}"),
        alasan="Bila klaim dan fakta berbeda, yang rendah dihitung supaya hasil tidak melebihi kedua-duanya.",
        petunjuk="Naikkan parameter, atau hapus dan biarkan fakta yang menentukan.",
    ),
    EntriKatalog(
        kode="FKT403",
        judul="Fakta mustahil",
        tingkat="galat",
        penjelasan=(
            "Bilangan tidak mungkin terjadi, misalnya 6 dari 5 unsur, 120 persen, atau jumlah negatif. "
            "Baris ini bernilai 0."
        ),
        salah=("indikator:\n  kualitas: {fakta: 6}\n  pengaduan: {fakta: 120}"),
        benar=("indikator:\n  kualitas: {fakta: 5}\n  pengaduan: {fakta: 95}"),
        alasan=(
            "Video dinilai dari lima unsur substansi dan pengaduan dari persentase yang selesai; bilangan "
            "di luar itu pasti salah tulis."
        ),
        petunjuk="Betulkan bilangan menurut buktinya.",
    ),
    EntriKatalog(
        kode="FKT404",
        judul="Fakta harus bilangan bulat",
        tingkat="galat",
        penjelasan=(
            "Yang dihitung adalah orang, kali, atau unsur, jadi tidak boleh pecahan. Baris ini bernilai 0."
        ),
        salah="indikator:\n  sdm: {fakta: 11.5}",
        benar="indikator:\n  sdm: {fakta: 11}",
        alasan="Tabel indikator memakai rentang bilangan bulat, misalnya 1-10 orang dan 11-30 orang.",
        petunjuk="Tulis jumlahnya sebagai bilangan bulat.",
    ),
    EntriKatalog(
        kode="FKT405",
        judul="Nilai per tahun belum lengkap",
        tingkat="galat",
        penjelasan=(
            "Indikator ini dihitung dari nilai T-1, atau dari perubahan T-2 ke T-1, dan salah satunya "
            "belum ada. Baris ini bernilai 0."
        ),
        salah=(
            "# spd.yaml 2026: T-2 = 2024, T-1 = 2025\n"
            "indikator:\n"
            "  pengangguran_progres:\n"
            "    fakta: {2025: 4.20}"
        ),
        benar=("# spd.yaml 2026\nindikator:\n  pengangguran_progres:\n    fakta: {2024: 4.50, 2025: 4.20}"),
        alasan=(
            "Tabel SPD 2026 menilai perubahan antartahun; perubahan tidak dapat dihitung dari satu tahun "
            "saja."
        ),
        petunjuk="Tambahkan nilai tahun yang disebut.",
    ),
    EntriKatalog(
        kode="FKT406",
        judul="Basis ukur kemanfaatan belum dipilih",
        tingkat="galat",
        penjelasan=(
            "Tahun ini mengukur kemanfaatan dengan beberapa basis, sehingga fakta.basis wajib ada, juga "
            "bila parameter ditulis. Baris ini bernilai 0."
        ),
        salah="indikator:\n  kemanfaatan: {fakta: 350}",
        benar=("indikator:\n  kemanfaatan:\n    fakta: {basis: orang, nilai: 350}"),
        alasan=(
            "Tiap basis punya rentang sendiri: 350 orang dan 350 barang tidak sama tingkatnya. Pada 2026 "
            "dipilih tepat satu basis."
        ),
        petunjuk="Pilih satu basis dan tulis fakta: {basis: ..., nilai: ...}.",
    ),
    EntriKatalog(
        kode="FKT407",
        judul="Kematangan tertulis berbeda dari jumlah baris",
        tingkat="galat",
        penjelasan=(
            "Nilai kematangan tidak sama dengan jumlah skor barisnya. Bila tabel tahun itu lengkap, "
            "jumlah baris yang dihitung."
        ),
        salah=(
            "# 2026: bobot regulasi 3, jadi 3 × 3 = 9\nkematangan: 12\nindikator:\n  regulasi: {parameter: 3}"
        ),
        benar=("# 2026\nkematangan: 9\nindikator:\n  regulasi: {parameter: 3}"),
        alasan=(
            "Kematangan adalah jumlah bobot × tingkat. Selisih berarti ada baris yang belum ditulis atau "
            "angka yang sudah usang."
        ),
        petunjuk="Lengkapi barisnya, atau betulkan atau hapus kematangan.",
    ),
    EntriKatalog(
        kode="FKT408",
        judul="Fakta tidak dipakai tahun ini",
        tingkat="peringatan",
        penjelasan=(
            "Indikatornya tidak ada pada tabel tahun catatan, sehingga barisnya tidak dihitung; atau batas "
            "tingkatnya tidak terbit, sehingga fakta tanpa parameter bernilai 0."
        ),
        salah="# 2021: batas tingkat tidak terbit\nindikator:\n  anggaran: {fakta: [2020, 2021]}",
        benar="# 2021\nindikator:\n  anggaran: {fakta: [2020, 2021], parameter: 2}",
        alasan=(
            "Tabel berganti tiap tahun, dan sebagian tidak pernah terbit. Tanpa aturan, fakta tidak dapat "
            "menjadi tingkat, dan indeks tidak menebaknya."
        ),
        petunjuk="Tulis juga parameter (0-3), atau hapus baris ini.",
    ),
    EntriKatalog(
        kode="FKT409",
        judul="Fakta di celah atau tumpang tindih dua tingkat",
        tingkat="saran",
        penjelasan=(
            "Aturan tahun itu tidak memutuskan tingkat untuk bilangan ini. Tingkat rendah dihitung, dan "
            "rentang indeks memuat keduanya."
        ),
        salah=("# 2026: tingkat 1 sampai 50 %, tingkat 2 mulai 51 %\nindikator:\n  pengaduan: {fakta: 50.5}"),
        benar=("# setelah satu pengaduan lagi diselesaikan\nindikator:\n  pengaduan: {fakta: 51}"),
        alasan=(
            "Sumber memuat celah dan rentang yang tumpang tindih, dan aturan resmi di titik itu tidak "
            "ditemukan."
        ),
        petunjuk="Periksa kembali perhitungan fakta, lalu siapkan bukti untuk tingkat yang lebih tinggi.",
    ),
    EntriKatalog(
        kode="FKT410",
        judul="Skor melebihi maksimum",
        tingkat="galat",
        penjelasan=(
            "Kematangan atau total SPD lebih besar daripada skor tertinggi tahun itu. Nilai yang mustahil "
            "ini dihitung 0."
        ),
        salah="# spd.yaml 2024: paling tinggi 63\ntotal: 70",
        benar="# spd.yaml 2024\ntotal: 56",
        alasan=(
            "Skor tertinggi SPD adalah 63 dan kematangan satu inovasi 111 sejak 2022; kematangan 2021 "
            "paling tinggi 150."
        ),
        petunjuk="Betulkan nilainya, atau periksa tahun pengukurannya.",
    ),
    EntriKatalog(
        kode="FKT411",
        judul="Total SPD berbeda dari jumlah baris",
        tingkat="galat",
        penjelasan=(
            "Isian total di spd.yaml tidak sama dengan jumlah skor barisnya. Bila tabel SPD tahun itu "
            "lengkap, jumlah baris yang dihitung."
        ),
        salah=(
            "# spd.yaml 2026: 1 × 3 + 1,5 × 3 = 7,5\n"
            "total: 8\n"
            "indikator:\n"
            "  visi_misi: {parameter: 3}\n"
            "  opini_bpk: {parameter: 3}"
        ),
        benar=(
            "# spd.yaml 2026\n"
            "total: 7.5\n"
            "indikator:\n"
            "  visi_misi: {parameter: 3}\n"
            "  opini_bpk: {parameter: 3}"
        ),
        alasan="Satu skor hanya boleh punya satu nilai; baris dapat ditelusuri sampai buktinya, total tidak.",
        petunjuk="Lengkapi barisnya, atau betulkan atau hapus total.",
    ),
    EntriKatalog(
        kode="FKT412",
        judul="SPD tidak dapat dihitung",
        tingkat="peringatan",
        penjelasan=(
            "Tabel SPD tahun itu tidak terbit, jadi barisnya tidak dapat dinilai. Tanpa total skor SPD 0; "
            "untuk 2021 total juga memerlukan maksimum."
        ),
        salah="# spd.yaml 2024\nindikator:\n  visi_misi: {parameter: 3}",
        benar="# spd.yaml 2024, skor dari berita acara\ntotal: 56\nindikator:\n  visi_misi: {parameter: 3}",
        alasan=(
            "Bobot SPD hanya diketahui untuk 2026; skor jadi dari hasil resmi lebih dapat dipercaya daripada "
            "bobot yang ditebak."
        ),
        petunjuk="Tambahkan total di spd.yaml.",
    ),
    EntriKatalog(
        kode="FKT413",
        judul="Fakta bukan pilihan tahun catatan",
        tingkat="galat",
        penjelasan=(
            "Fakta memakai kosakata tahun lain. Bila ada parameter, parameter yang dihitung; bila tidak, "
            "baris ini 0."
        ),
        salah=("# 2024\nindikator:\n  layanan_terintegrasi: {fakta: web_dan_mobile}"),
        benar=("# 2024\nindikator:\n  layanan_terintegrasi: {fakta: lintas_unit}"),
        alasan=(
            "Aturan berganti tiap tahun. Layanan terintegrasi diukur dari jenis aplikasi sampai 2023 dan "
            "dari keterpaduan unit sejak 2024; keduanya tidak dapat saling diubah."
        ),
        petunjuk="Tulis fakta dengan pilihan tahun catatan.",
    ),
    EntriKatalog(
        kode="FKT414",
        judul="Maksimum SPD tidak dipakai",
        tingkat="peringatan",
        penjelasan=(
            "Isian maksimum di spd.yaml hanya dipakai pada tahun yang tidak menerbitkan skor SPD tertinggi."
        ),
        salah="total: 55\nmaksimum: 50",
        benar="total: 55",
        alasan=("Maksimum yang terbit berlaku bagi semua daerah; angka lain tidak mengubah hitungan."),
        petunjuk="Hapus maksimum.",
    ),
    EntriKatalog(
        kode="FKT415",
        judul="Fakta bernilai 0",
        tingkat="saran",
        penjelasan=(
            "Fakta terbaca, tetapi belum mencapai tingkat 1 atau semua tahunnya di luar tahun yang dihitung."
        ),
        salah="# catatan 2024\nanggaran:\n  fakta: [2025, 2026, 2027]",
        benar="# catatan 2024\nanggaran:\n  fakta: [2022, 2023, 2024]",
        alasan=("Baris yang 0 tanpa sebab terlihat seperti belum diisi."),
        petunjuk="Periksa tahun atau nilai yang ditulis.",
    ),
    EntriKatalog(
        kode="FKT416",
        judul="Pecahan di tempat persen",
        tingkat="peringatan",
        penjelasan=(
            "Bilangan antara 0 dan 1 terbaca apa adanya: 0.9 berarti 0,9 persen, dan kematangan 0.9 berarti "
            "0,9 poin."
        ),
        salah="pengaduan:\n  fakta: 0.9",
        benar="pengaduan:\n  fakta: 90",
        alasan=("Lembar kerja menyimpan 90 % sebagai 0,9; tersalin begitu saja, tingkatnya turun."),
        petunjuk="Tulis persennya, misalnya 90.",
    ),
    EntriKatalog(
        kode="FKT417",
        judul="Tahun di tempat cacah",
        tingkat="peringatan",
        penjelasan=("Banyaknya orang, kali, atau hari sama dengan sebuah tahun di sekitar tahun pengukuran."),
        salah="sdm:\n  fakta: 2023",
        benar="sdm:\n  fakta: 31",
        alasan=("Tahun yang tertulis di tempat banyaknya menghasilkan tingkat tertinggi tanpa dasar."),
        petunjuk="Tulis banyaknya, bukan tahunnya.",
    ),
    EntriKatalog(
        kode="FKT418",
        judul="Verifikasi di atas klaim",
        tingkat="peringatan",
        penjelasan=(
            "Tingkat menurut pemeriksa lebih tinggi daripada tingkat yang diklaim atau didukung fakta."
        ),
        salah="parameter: 1\nverifikasi: {parameter: 3}",
        benar="parameter: 3\nverifikasi: {parameter: 3}",
        alasan=(
            "Pemeriksa menilai bukti atas klaim yang ada; tingkat yang lebih tinggi berarti salah baris."
        ),
        petunjuk="Periksa klaim dan hasil verifikasinya.",
    ),
)
