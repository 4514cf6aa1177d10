"""Kode SKM: bentuk isian. Isian bergalat ditinggalkan dan catatannya tetap dihitung, kecuali yang luput nama,
status, tahapan, tanggal penentu jendela, atau seluruh indikatornya.
"""

from __future__ import annotations

from indeksinovasi.inti.katalog.jenis import EntriKatalog

ENTRI: tuple[EntriKatalog, ...] = (
    EntriKatalog(
        kode="SKM101",
        judul="Kunci wajib belum ada",
        tingkat="galat",
        penjelasan=(
            "Isian yang harus ada belum ditulis; tahapan penerapan juga memerlukan waktu.penerapan. "
            "Isian ini ditinggalkan dari hitungan. Selama status masih draf, tahapan, inisiator, jenis, "
            "bentuk, urusan, dan waktu yang belum diisi hanya peringatan."
        ),
        salah=("tahapan: penerapan\nwaktu:\n  uji_coba: 2023-03-01"),
        benar=("tahapan: penerapan\nwaktu:\n  uji_coba: 2023-03-01\n  penerapan: 2023-08-17"),
        alasan=(
            "Kunci wajib mengikuti kolom ekspor resmi (judul, inisiator, jenis, bentuk, urusan, tahapan, "
            "tanggal penerapan) ditambah status; tanpanya kedudukan inovasi tidak dapat ditentukan."
        ),
        petunjuk="Tambahkan kunci yang disebut beserta nilainya.",
    ),
    EntriKatalog(
        kode="SKM102",
        judul="Kunci tidak dikenal",
        tingkat="galat",
        penjelasan=(
            "Kunci ini tidak ada dalam bentuk data, biasanya karena salah ketik. Isian ini ditinggalkan "
            "dari hitungan."
        ),
        salah="inisator: opd\nurusan: kesehatan",
        benar="inisiator: opd\nurusan: kesehatan",
        alasan="Kunci yang diam-diam dilewati membuat isian disangka sudah dihitung.",
        petunjuk="Betulkan ejaan kunci ini atau hapus.",
    ),
    EntriKatalog(
        kode="SKM103",
        judul="Tipe nilai salah",
        tingkat="galat",
        penjelasan=(
            "Nilai bukan jenis yang diminta, misalnya teks di tempat bilangan. Isian ini ditinggalkan "
            "dari hitungan."
        ),
        salah=("indikator:\n  sdm:\n    fakta: 11 orang"),
        benar=("indikator:\n  sdm:\n    fakta: 11"),
        alasan=(
            "Tingkat dihitung dari bilangan; satuan sudah ditetapkan oleh indikatornya dan tidak perlu "
            "ditulis."
        ),
        petunjuk="Tulis nilainya sesuai jenis yang disebut.",
    ),
    EntriKatalog(
        kode="SKM104",
        judul="Nilai bukan salah satu pilihan",
        tingkat="galat",
        penjelasan="Nilai harus salah satu kode yang tersedia. Isian ini ditinggalkan dari hitungan.",
        salah="tahapan: uji\nurusan: PUPR",
        benar="tahapan: uji_coba\nurusan: pekerjaan_umum_penataan_ruang",
        alasan=(
            "Isian dibandingkan lewat kode. Pada sistem lain, urusan yang dibandingkan sebagai teks "
            "ketikan (PUPR) menghilangkan 76 poin skor jumlah inovasi."
        ),
        petunjuk="Pilih salah satu kode yang disebut.",
    ),
    EntriKatalog(
        kode="SKM105",
        judul="Tanggal salah",
        tingkat="galat",
        penjelasan=(
            "Tanggal harus berbentuk YYYY-MM-DD dan ada di kalender. Isian ini ditinggalkan dari hitungan."
        ),
        salah="waktu:\n  penerapan: 17-08-2023",
        benar="waktu:\n  penerapan: 2023-08-17",
        alasan=(
            "Bentuk ini tidak dapat tertukar antara hari dan bulan. Ekspor resmi menulis dd-mm-yyyy, jadi "
            "tanggalnya perlu diubah."
        ),
        petunjuk="Tulis tanggal sebagai YYYY-MM-DD.",
    ),
    EntriKatalog(
        kode="SKM106",
        judul="Nilai di luar rentang",
        tingkat="galat",
        penjelasan=(
            "Bilangan lebih kecil atau lebih besar daripada yang mungkin. Berkas ini ditinggalkan dari "
            "hitungan."
        ),
        salah="koordinat: {lintang: 117.47, bujur: 0.12}\nasta_cita: 9",
        benar="koordinat: {lintang: 0.12, bujur: 117.47}\nasta_cita: 8",
        alasan=(
            "Nilai di luar rentang pasti keliru: lintang di atas 90 biasanya tertukar dengan bujur, dan "
            "Asta Cita hanya bernomor 1 sampai 8."
        ),
        petunjuk="Betulkan nilainya.",
    ),
    EntriKatalog(
        kode="SKM107",
        judul="Nama berkas atau kode salah bentuk",
        tingkat="galat",
        penjelasan=(
            "Nama hanya boleh memuat huruf kecil, angka, dan tanda hubung tunggal. Berkas dengan nama "
            "lain ditinggalkan dari hitungan."
        ),
        salah="2024/dinas-kesehatan/Posyandu_Digital.yaml",
        benar="2024/dinas-kesehatan/posyandu-digital.yaml",
        alasan="Nama ini menjadi pengenal OPD dan inovasi, dan harus terbaca sama di setiap sistem operasi.",
        petunjuk="Pakai huruf kecil, angka, dan tanda hubung.",
    ),
    EntriKatalog(
        kode="SKM108",
        judul="Bilangan memakai koma desimal",
        tingkat="galat",
        penjelasan="Bilangan di berkas YAML memakai titik desimal. Isian ini ditinggalkan dari hitungan.",
        salah="kematangan: 79,69",
        benar="kematangan: 79.69",
        alasan=(
            "YAML 1.2 memakai titik; di dalam kurung kurawal atau siku, koma memisahkan isian sehingga "
            "0,12 terbaca sebagai dua nilai."
        ),
        petunjuk="Gunakan titik: 79.69, bukan 79,69.",
    ),
    EntriKatalog(
        kode="SKM109",
        judul="Nilai kosong",
        tingkat="galat",
        penjelasan="Kunci ditulis tetapi nilainya kosong. Isian ini ditinggalkan dari hitungan.",
        salah='nama: ""\nurusan:',
        benar="nama: Posyandu Digital\nurusan: kesehatan",
        alasan="Nilai kosong tidak dapat dibedakan dari isian yang terlupa.",
        petunjuk="Isi nilainya atau hapus kuncinya.",
    ),
    EntriKatalog(
        kode="SKM110",
        judul="Kode wilayah tanpa tanda petik",
        tingkat="galat",
        penjelasan=(
            "Kode wilayah ditulis sebagai bilangan. Kode itu tidak dipakai sampai diapit tanda petik; isi "
            "daerah.yaml yang lain tetap dipakai."
        ),
        salah="kode: 32.10",
        benar='kode: "32.10"',
        alasan=(
            "Tanpa tanda petik YAML membacanya sebagai bilangan: 32.10 menjadi 32.1 dan menunjuk wilayah "
            "yang salah."
        ),
        petunjuk='Apit dengan tanda petik, misalnya "32.10".',
    ),
    EntriKatalog(
        kode="SKM111",
        judul="Kode wilayah atau rujukan salah bentuk",
        tingkat="galat",
        penjelasan=(
            "Kode wilayah terdiri atas dua angka, atau dua angka, titik, dua angka; pengembangan_dari "
            "berbentuk <tahun>/<opd>/<inovasi>. Isian ini ditinggalkan dari hitungan."
        ),
        salah='kode: "3210"',
        benar='kode: "32.10"',
        alasan=(
            "Hanya bentuk ini yang dapat dicocokkan dengan kode wilayah Kemendagri dan dengan pengenal "
            "catatan lain."
        ),
        petunjuk="Tulis sesuai bentuk yang dicontohkan.",
    ),
    EntriKatalog(
        kode="SKM112",
        judul="Baris indikator atau spd.yaml tanpa nilai",
        tingkat="galat",
        penjelasan=(
            "Baris indikator memerlukan parameter, fakta, atau keduanya; spd.yaml memerlukan indikator "
            "atau total. Isian ini ditinggalkan dari hitungan."
        ),
        salah=("indikator:\n  regulasi:\n    bukti: [{berkas: bukti/sk.pdf}]"),
        benar=("indikator:\n  regulasi:\n    parameter: 2\n    bukti: [{berkas: bukti/sk.pdf}]"),
        alasan="Bukti saja tidak menyatakan tingkat yang diklaim, sehingga baris tidak dapat dinilai.",
        petunjuk="Isi parameter (0-3), fakta, atau keduanya; pada spd.yaml isi indikator atau total.",
    ),
    EntriKatalog(
        kode="SKM113",
        judul="Bilangan dapat dibaca berpemisah ribuan",
        tingkat="galat",
        penjelasan=(
            "Satu sampai tiga angka lalu titik dan tepat tiga angka (2.000) berarti dua ribu bagi penulisnya "
            "dan dua bagi YAML. Nilai ini tidak dipakai sampai tulisannya jelas; koordinat dikecualikan."
        ),
        salah="kemanfaatan:\n  fakta: {basis: orang, nilai: 2.000}",
        benar="kemanfaatan:\n  fakta: {basis: orang, nilai: 2000}",
        alasan=(
            "Ejaan bahasa Indonesia memakai titik sebagai pemisah ribuan. Terbaca 2, klaim 2.000 orang turun "
            "dari tingkat 3 ke tingkat 1 tanpa seorang pun tahu."
        ),
        petunjuk="Tulis tanpa titik pemisah ribuan, atau dengan desimal yang bukan tiga angka.",
    ),
    EntriKatalog(
        kode="SKM114",
        judul="Bilangan bukan desimal biasa",
        tingkat="galat",
        penjelasan=(
            "Bilangan heksadesimal, oktal, biner (0x1F, 0o17, 0b10), atau berpangkat (1e2) tidak dipakai "
            "dalam data ini. Nilainya tidak dipakai sampai ditulis sebagai desimal."
        ),
        salah="sdm:\n  fakta: 1e2",
        benar="sdm:\n  fakta: 100",
        alasan=(
            "Bentuk ini biasanya nomor atau kode yang tersalin ke tempat bilangan, dan tiap program "
            "membacanya berbeda: 0b10 berada di luar YAML 1.2."
        ),
        petunjuk="Tulis bilangannya sebagai desimal biasa.",
    ),
    EntriKatalog(
        kode="SKM116",
        judul="Koma di dalam kurung memotong nilai",
        tingkat="galat",
        penjelasan=(
            "Di dalam kurung kurawal koma memisahkan isian, sehingga nilai yang memuat koma terbaca hanya "
            "sampai koma pertamanya. Nilai itu ditinggalkan dari hitungan."
        ),
        salah="bukti: [{berkas: bukti/sk.pdf, tentang: Pembentukan Tim, Tugas, dan Fungsi}]",
        benar='bukti: [{berkas: bukti/sk.pdf, tentang: "Pembentukan Tim, Tugas, dan Fungsi"}]',
        alasan="Menghapus potongannya menyisakan perihal yang salah tanpa tanda apa pun.",
        petunjuk="Apit seluruh nilainya dengan tanda petik.",
    ),
    EntriKatalog(
        kode="SKM117",
        judul="Isian pilihan kosong atau bertanda -",
        tingkat="saran",
        penjelasan=(
            "Isian yang boleh tidak ada ditulis kosong atau dengan tanda -. Isian itu dianggap tidak "
            "ditulis; tautan atau berkas bertanda - tidak terhitung sebagai bukti."
        ),
        salah="bukti: [{berkas: bukti/sk.pdf, tautan: '-'}]",
        benar="bukti: [{berkas: bukti/sk.pdf}]",
        alasan="Ekspor resmi memakai tanda - bagi isian yang tidak ada; tanda itu bukan nilai.",
        petunjuk="Hapus kuncinya bila memang tidak ada.",
    ),
    EntriKatalog(
        kode="SKM118",
        judul="Nomor atau teks tertulis sebagai bilangan",
        tingkat="peringatan",
        penjelasan=(
            "Isian teks memuat bilangan tanpa tanda petik. Isinya dibaca seperti tulisannya di berkas dan "
            "tetap dihitung."
        ),
        salah="bukti: [{berkas: bukti/sk.pdf, nomor: 188.450}]",
        benar='bukti: [{berkas: bukti/sk.pdf, nomor: "188.450"}]',
        alasan="Program lain yang membaca berkas ini menghilangkan nol di belakang: 188.450 menjadi 188.45.",
        petunjuk="Apit dengan tanda petik.",
    ),
)
