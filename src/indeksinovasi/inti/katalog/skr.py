"""Kode SKR: catatan penilaian. Bukan kesalahan, melainkan hal yang perlu diketahui saat membaca hasil."""

from __future__ import annotations

from indeksinovasi.inti.katalog.jenis import EntriKatalog

ENTRI: tuple[EntriKatalog, ...] = (
    EntriKatalog(
        kode="SKR601",
        judul="Keberadaan berkas bukti tidak diperiksa",
        tingkat="saran",
        penjelasan="Dasar berbukti menghitung baris yang menyebut berkas atau tautan, tanpa membukanya.",
        salah="indeks nilai DATA",
        benar="indeks validasi DATA   # lalu indeks nilai DATA",
        alasan="Menilai harus cepat dan dapat diulang; keadaan berkas diperiksa tersendiri.",
        petunjuk="Jalankan `indeks validasi`.",
    ),
    EntriKatalog(
        kode="SKR602",
        judul="Berkas tak terbaca ditinggalkan",
        tingkat="saran",
        penjelasan="Berkas bergalat BRK atau SKM tidak ikut dihitung, dan tidak menambah pembagi.",
        salah="status: kirim   # bukan pilihan, berkas ditinggalkan",
        benar="status: terkirim",
        alasan="Satu berkas rusak tidak boleh menghentikan penilaian, tetapi harus disebut.",
        petunjuk="Perbaiki berkas menurut temuan.",
    ),
    EntriKatalog(
        kode="SKR603",
        judul="Inovasi terkirim di luar jendela",
        tingkat="saran",
        penjelasan=(
            "Inovasi diperlakukan seperti ditolak: tidak menambah nilai, tetapi tetap menjadi pembagi "
            "bila tahunnya menentukan demikian."
        ),
        salah=(
            "# diukur 2024: jendela 1-1-2022 s.d. 31-12-2023\n"
            "status: terkirim\n"
            "waktu: {penerapan: 2019-08-17}"
        ),
        benar="status: terkirim\nwaktu: {penerapan: 2022-08-17}",
        alasan=(
            "Kepala BSKDN (2023) menerangkan bahwa inovasi yang dilaporkan lalu ditolak tetap menjadi "
            "pembagi."
        ),
        petunjuk="Periksa tanggalnya; jangan kirim inovasi yang memang di luar jendela.",
    ),
    EntriKatalog(
        kode="SKR604",
        judul="Inovasi diterima di luar jendela",
        tingkat="saran",
        penjelasan="Penerapannya di luar jendela, tetapi statusnya diterima, jadi tetap dihitung.",
        salah=(
            "# diukur 2024: jendela 1-1-2022 s.d. 31-12-2023\n"
            "status: diterima\n"
            "waktu: {penerapan: 2019-08-17}"
        ),
        benar="status: diterima\nwaktu: {penerapan: 2022-08-17}",
        alasan="Keputusan pemeriksa didahulukan atas pemeriksaan tanggal.",
        petunjuk="Cocokkan tanggal penerapan dengan naskahnya.",
    ),
    EntriKatalog(
        kode="SKR605",
        judul="Jendela penerapan tidak dapat diperiksa",
        tingkat="saran",
        penjelasan="Tanggal penerapan atau jendela tahun itu tidak ada. Inovasi tetap dihitung.",
        salah="tahapan: uji_coba\nwaktu: {uji_coba: 2023-03-01}",
        benar="tahapan: penerapan\nwaktu: {penerapan: 2023-08-17}",
        alasan="Yang tidak diketahui tidak boleh dianggap tidak layak.",
        petunjuk="Tulis waktu.penerapan bila inovasi sudah diterapkan.",
    ),
    EntriKatalog(
        kode="SKR606",
        judul="Kelayakan diabaikan atas permintaan",
        tingkat="saran",
        penjelasan="Inovasi di luar jendela ikut dihitung karena opsi --abaikan-kelayakan.",
        salah="indeks nilai DATA --abaikan-kelayakan",
        benar="indeks nilai DATA",
        alasan="Opsi ini untuk perkiraan; hasil yang diserahkan mengikuti jendela tahunnya.",
        petunjuk="Jalankan tanpa opsi itu untuk hasil yang diserahkan.",
    ),
    EntriKatalog(
        kode="SKR607",
        judul="Draf ikut dihitung atas permintaan",
        tingkat="saran",
        penjelasan="Inovasi berstatus draf ikut dihitung karena opsi --sertakan-draf.",
        salah="indeks nilai DATA --sertakan-draf",
        benar="indeks nilai DATA",
        alasan="Draf belum dilaporkan, jadi belum menjadi bagian dari jumlah inovasi maupun pembagi.",
        petunjuk="Jalankan tanpa opsi itu untuk hasil yang diserahkan.",
    ),
    EntriKatalog(
        kode="SKR608",
        judul="SPD belum ikut dihitung",
        tingkat="saran",
        penjelasan=(
            "spd.yaml tidak ada atau tak terbaca. Skor SPD 0, dan batas atas rentang memakai SPD penuh "
            "bila maksimumnya diketahui."
        ),
        salah="2024/dinas-kesehatan/posyandu-digital.yaml   # tanpa 2024/spd.yaml",
        benar="total: 56   # 2024/spd.yaml",
        alasan="Sejak 2023 SPD bernilai paling tinggi 63 dari 250 poin (25,2 persen).",
        petunjuk="Tulis atau betulkan spd.yaml di folder tahun.",
    ),
    EntriKatalog(
        kode="SKR609",
        judul="SPD tidak dapat dihitung dari barisnya",
        tingkat="saran",
        penjelasan=(
            "Tabel SPD tahun itu tidak terbit, jadi baris spd.yaml tidak dapat dinilai; yang dapat "
            "dipakai hanya total."
        ),
        salah=("# 2023/spd.yaml\nindikator:\n  opini_bpk: {parameter: 3}"),
        benar="# 2023/spd.yaml; untuk 2021 tulis juga maksimum\ntotal: 56",
        alasan="Bobot dan tingkat SPD hanya ditemukan lengkap untuk 2026.",
        petunjuk="Isi total pada spd.yaml; untuk 2021 juga maksimum.",
    ),
    EntriKatalog(
        kode="SKR610",
        judul="SPD memakai tabel tahun catatan",
        tingkat="saran",
        penjelasan=(
            "Metode yang diminta tidak memuat tabel SPD, jadi skor SPD dihitung menurut tabel tahun catatan."
        ),
        salah="indeks nilai DATA --tahun 2026 --metode 2024",
        benar="indeks nilai DATA --tahun 2026",
        alasan="Tabel SPD hanya ditemukan lengkap untuk 2026; tahun lain menyebut maksimumnya saja.",
        petunjuk="Baca selisih SPD antarmetode dengan hati-hati.",
    ),
    EntriKatalog(
        kode="SKR611",
        judul="Skor jumlah inovasi 0 karena urusan wajib",
        tingkat="saran",
        penjelasan=(
            "Urusan wajib pelayanan dasar yang terisi kurang dari syarat tahun itu, sehingga skor jumlah "
            "inovasi 0."
        ),
        salah=(
            "# 2026: empat urusan wajib terisi\n"
            "- urusan: kesehatan\n"
            "- urusan: pendidikan\n"
            "- urusan: sosial\n"
            "- urusan: trantibumlinmas"
        ),
        benar=(
            "# 2026: lima urusan wajib terisi\n"
            "- urusan: kesehatan\n"
            "- urusan: pendidikan\n"
            "- urusan: sosial\n"
            "- urusan: trantibumlinmas\n"
            "- urusan: pekerjaan_umum_penataan_ruang"
        ),
        alasan="Rumus 2026 mensyaratkan lima dari enam urusan wajib pelayanan dasar menurut UU 23/2014.",
        petunjuk="Lengkapi inovasi pada urusan wajib yang belum terisi.",
    ),
    EntriKatalog(
        kode="SKR612",
        judul="Indeks tidak dapat dihitung",
        tingkat="saran",
        penjelasan=(
            "Belum ada inovasi yang terhitung, maksimum SPD tidak diketahui, atau skor SPD tidak dapat "
            "dihitung."
        ),
        salah="# 2021/spd.yaml, angka contoh\ntotal: 40",
        benar=("# 2021/spd.yaml, angka contoh\ntotal: 40\nmaksimum: 60"),
        alasan=(
            "Indeks 2021 memerlukan maksimum SPD, yang tidak ditemukan; angka yang tidak diketahui tidak "
            "ditebak."
        ),
        petunjuk="Lengkapi bahan yang disebut dalam catatan.",
    ),
    EntriKatalog(
        kode="SKR613",
        judul="Klaim dibawa ke metode lain",
        tingkat="saran",
        penjelasan=(
            "Baris tanpa fakta yang terbaca memakai tingkat klaim tahun catatan, walau ambang metode yang "
            "diminta mungkin berbeda."
        ),
        salah="indikator:\n  regulasi: {parameter: 2}",
        benar="indikator:\n  regulasi: {parameter: 2, fakta: sk_kepala_daerah}",
        alasan="Arti tingkat berganti tiap tahun; hanya fakta yang dapat dinilai ulang.",
        petunjuk="Tulis fakta pada baris yang hanya berisi parameter.",
    ),
    EntriKatalog(
        kode="SKR614",
        judul="Fakta tidak dapat dibaca metode ini",
        tingkat="saran",
        penjelasan="Baris hanya berisi fakta dari kosakata tahun lain, tanpa parameter, sehingga bernilai 0.",
        salah=("# dinilai dengan 2024\nindikator:\n  layanan_terintegrasi: {fakta: web_dan_mobile}"),
        benar="indikator:\n  layanan_terintegrasi: {fakta: lintas_unit}",
        alasan="Kosakata yang berbeda tidak diubah satu ke yang lain karena mengukur hal yang berbeda.",
        petunjuk="Tambahkan parameter, atau fakta menurut tahun itu.",
    ),
    EntriKatalog(
        kode="SKR615",
        judul="Baris mustahil atau tanpa basis dihitung 0",
        tingkat="saran",
        penjelasan="Fakta tidak mungkin terjadi, atau kemanfaatan belum menyebut basis ukurnya.",
        salah="indikator:\n  kemanfaatan: {fakta: 350}",
        benar="indikator:\n  kemanfaatan: {fakta: {basis: orang, nilai: 350}}",
        alasan="Tiap basis ukur punya rentang sendiri; tanpa basis tingkatnya tidak diketahui.",
        petunjuk="Lihat temuan FKT pada `indeks validasi`, lalu betulkan faktanya.",
    ),
    EntriKatalog(
        kode="SKR616",
        judul="Klaim lebih tinggi daripada fakta",
        tingkat="saran",
        penjelasan="Parameter melebihi tingkat yang didukung fakta. Yang dihitung tingkat dari fakta.",
        salah=("# 2026\nindikator:\n  regulasi: {parameter: 3, fakta: perkada}"),
        benar=("# 2026\nindikator:\n  regulasi: {parameter: 2, fakta: perkada}"),
        alasan="Tingkat adalah akibat dari fakta; klaim tanpa dukungan akan diturunkan pada verifikasi.",
        petunjuk="Turunkan parameter, atau betulkan fakta menurut buktinya.",
    ),
    EntriKatalog(
        kode="SKR617",
        judul="Fakta di antara dua tingkat",
        tingkat="saran",
        penjelasan=(
            "Bilangan berada di celah, tumpang tindih, atau dua lembar yang berbeda. Tingkat rendah "
            "dihitung; rentang memuat keduanya."
        ),
        salah=("# 2026: tingkat 1 sampai 50, tingkat 2 mulai 51\nindikator:\n  pengaduan: {fakta: 50.5}"),
        benar="indikator:\n  pengaduan: {fakta: 51}",
        alasan="Aturan resmi di titik itu tidak ditemukan, jadi kedua tingkat disebut.",
        petunjuk="Baca indeks bersama rentangnya.",
    ),
    EntriKatalog(
        kode="SKR618",
        judul="Kematangan siap pakai dipakai",
        tingkat="saran",
        penjelasan=(
            "Inovasi tidak punya baris, atau tabel tahunnya tidak lengkap, sehingga nilai kematangan "
            "dipakai apa adanya: dalam poin tahun catatan dan sama pada ketiga dasar."
        ),
        salah="kematangan: 85",
        benar=("indikator:\n  regulasi:\n    fakta: perkada\n    bukti: [{berkas: bukti/perkada.pdf}]"),
        alasan=(
            "Ekspor resmi hanya memberi kematangan; tanpa baris, bukti dan verifikasi tidak dapat dibedakan."
        ),
        petunjuk="Lengkapi baris indikator bila rinciannya ada.",
    ),
    EntriKatalog(
        kode="SKR619",
        judul="Skor paling sedikit",
        tingkat="saran",
        penjelasan=(
            "Tabel tahun itu tidak lengkap, jadi hanya baris yang bobotnya diketahui yang dijumlahkan."
        ),
        salah=("# 2020\nindikator:\n  regulasi: {parameter: 3}\n  bimtek: {parameter: 2}"),
        benar="# 2020, dari ekspor resmi\nkematangan: 72",
        alasan="Pada 2020 hanya tiga dari 21 bobot SID yang ditemukan.",
        petunjuk="Isi kematangan dari ekspor resmi tahun itu.",
    ),
    EntriKatalog(
        kode="SKR620",
        judul="Indeks tidak dihitung untuk sebagian daerah",
        tingkat="saran",
        penjelasan=(
            "DATA berupa satu OPD atau satu berkas. Yang ditampilkan kematangan dan alasannya, bukan indeks."
        ),
        salah="indeks nilai DATA/2024/dinas-kesehatan",
        benar="indeks nilai DATA",
        alasan="Indeks dihitung dari seluruh inovasi dan SPD satu daerah.",
        petunjuk="Jalankan pada folder daerah.",
    ),
    EntriKatalog(
        kode="SKR621",
        judul="Syarat urusan wajib dianggap terpenuhi",
        tingkat="saran",
        penjelasan="`indeks hitung` tidak diberi banyak urusan wajib, jadi syaratnya dianggap terpenuhi.",
        salah="indeks hitung --tahun 2026 --spd 40 --rata-rata 80 --inovasi 12",
        benar="indeks hitung --tahun 2026 --spd 40 --rata-rata 80 --inovasi 12 --urusan-wajib 5",
        alasan="Pada 2026 skor jumlah inovasi hilang bila kurang dari lima urusan wajib terisi.",
        petunjuk="Sebut --urusan-wajib.",
    ),
    EntriKatalog(
        kode="SKR622",
        judul="Skor melebihi maksimum dihitung 0",
        tingkat="saran",
        penjelasan="Kematangan siap pakai atau total SPD melebihi maksimum tahunnya, jadi dihitung 0.",
        salah="# 2024, maksimum 63\ntotal: 70",
        benar="# 2024\ntotal: 56",
        alasan="Maksimum SPD dan kematangan diterbitkan; angka di atasnya tentu salah ketik.",
        petunjuk="Betulkan angkanya; `indeks validasi` menunjuk letaknya.",
    ),
    EntriKatalog(
        kode="SKR630",
        judul="Persetujuan untuk isi yang sudah berubah",
        tingkat="peringatan",
        penjelasan=(
            "Klaim, fakta, atau bukti sebuah baris berubah sesudah diverifikasi (sidiknya tidak cocok lagi). "
            "Tingkat terverifikasinya tetap dihitung."
        ),
        salah="parameter: 3  # semula 2\nverifikasi: {parameter: 2, sidik: sha256:…}",
        benar="verifikasi yang ditulis lagi sesudah klaimnya berubah",
        alasan="Persetujuan lama dapat berbeda dari hasil pemeriksaan berikutnya.",
        petunjuk="Jalankan `indeks validasi`; periksa lagi baris yang disebut BKT314.",
    ),
    EntriKatalog(
        kode="SKR640",
        judul="Ubahan skenario tidak dapat diterapkan",
        tingkat="galat",
        penjelasan=(
            "Sebuah ubahan dalam berkas --skenario salah tulis, atau menyebut catatan, indikator, atau angka "
            "yang tidak ada pada tahun itu. Tidak ada satu pun ubahan yang diterapkan."
        ),
        salah='ubah: ["2026/dinkes/posyandu:regulsi=3"]',
        benar='ubah: ["2026/dinkes/posyandu:regulasi=3"]',
        alasan="Pengandaian yang sebagian ubahannya terlewat menghasilkan indeks yang bukan dimaksud.",
        petunjuk="Betulkan ubahannya, lalu ulangi.",
    ),
    EntriKatalog(
        kode="SKR641",
        judul="Entri biaya tidak dapat dipakai",
        tingkat="galat",
        penjelasan=(
            "Sebuah entri dalam berkas --biaya menyebut catatan atau indikator yang tidak ada, ditulis dua "
            "kali, atau barisnya salah bentuk. Rencana tidak disusun sebelum entri itu betul."
        ),
        salah="langkah: [{indikator: regulsi, biaya: 2}]",
        benar="langkah: [{indikator: regulasi, biaya: 2}]",
        alasan="Entri yang tidak dikenal akan dilewati, dan rencana termurah memakai biaya yang keliru.",
        petunjuk="Betulkan entrinya; lihat kode dengan `indeks metode tunjuk`.",
    ),
)
