"""IMP8xx: impor tabel. Letaknya baris dan kolom tabel sumber; kelompoknya tidak muncul pada ``validasi``."""

from __future__ import annotations

from indeksinovasi.inti.katalog.jenis import EntriKatalog

ENTRI: tuple[EntriKatalog, ...] = (
    EntriKatalog(
        kode="IMP801",
        judul="Sumber tidak dapat dibaca",
        tingkat="galat",
        penjelasan=(
            "Berkas tidak ada, bukan xlsx, csv, atau simpanan formulir, berformat .xls lama, bersandi, atau "
            "isinya mekar melebihi batas. Tidak ada satu pun barisnya yang diimpor."
        ),
        salah="data.xls diganti nama menjadi data.xlsx",
        benar="data.xlsx yang disimpan ulang dari Excel",
        alasan="Arsip yang mekar ribuan kali menghabiskan memori; yang ditebak isinya menjadi data keliru.",
        petunjuk="Simpan ulang sebagai .xlsx atau .csv, lalu ulangi.",
    ),
    EntriKatalog(
        kode="IMP802",
        judul="Kolom tidak dikenal",
        tingkat="galat",
        penjelasan=(
            "Baris judul ekspor resmi, lembar isian, atau lembar verifikasi tidak ditemukan. Tabel lain "
            "diimpor dengan --peta, yang usulannya dicetak lebih dulu."
        ),
        salah="kolom: id, unit, title",
        benar="indeks impor tabel.csv --ke DATA --tahun 2026 --peta peta.yaml",
        alasan="Kolom yang ditebak tanpa diperiksa orang dapat memasukkan isi ke isian yang salah.",
        petunjuk="Buat usulan petanya dengan --peta peta.yaml, periksa, lalu ulangi perintah yang sama.",
    ),
    EntriKatalog(
        kode="IMP803",
        judul="Pemda lain",
        tingkat="galat",
        penjelasan="Kolom Pemda menyebut daerah yang bukan nama pada daerah.yaml; tidak ada yang ditulis.",
        salah="Pemda: Kabupaten Lain",
        benar="Pemda: Pemerintah Kota Contoh",
        alasan="Ekspor daerah lain yang tercampur mengubah indeks tanpa terlihat.",
        petunjuk="Periksa berkas dan foldernya, atau pakai --abaikan-pemda bila memang sengaja.",
    ),
    EntriKatalog(
        kode="IMP804",
        judul="Sel berisi rumus",
        tingkat="peringatan",
        penjelasan="Rumus tidak pernah dijalankan; yang dibaca nilai terakhir yang tersimpan di berkas.",
        salah="=HYPERLINK(…)",
        benar="nilainya, ditempel sebagai nilai",
        alasan="Rumus dapat memuat perintah, dan nilai tersimpannya mungkin sudah usang.",
        petunjuk="Tempel ulang sebagai nilai bila isinya tidak sesuai.",
    ),
    EntriKatalog(
        kode="IMP805",
        judul="Isi sel tidak utuh",
        tingkat="peringatan",
        penjelasan=(
            "Karakter kendali dibuang; sel galat (#N/A) dibaca kosong; teks sepanjang batas Excel (32.767) "
            "mungkin terpotong; karakter yang tidak terbaca menurut sandi aksaranya diganti tanda �."
        ),
        salah="#N/A, atau teks 32.767 karakter",
        benar="isi yang utuh di berkas catatannya",
        alasan="Karakter kendali ditolak YAML, dan galat Excel bukan isi.",
        petunjuk="Bandingkan dengan aslinya.",
    ),
    EntriKatalog(
        kode="IMP806",
        judul="Sel gabungan",
        tingkat="peringatan",
        penjelasan="Sel gabungan hanya berisi pada baris pertamanya; baris lain terbaca kosong.",
        salah="satu nama unit untuk lima baris",
        benar="nama unit pada setiap baris",
        alasan="Mengisi sendiri baris yang kosong berarti menebak.",
        petunjuk="Pisahkan selnya dan isi tiap baris.",
    ),
    EntriKatalog(
        kode="IMP807",
        judul="Lembar tidak dibaca",
        tingkat="peringatan",
        penjelasan="Lembar tersembunyi tidak dibaca; dari dua lembar berisi data, hanya yang pertama.",
        salah="data di lembar tersembunyi",
        benar="satu lembar tampak yang berisi data",
        alasan="Yang tidak terlihat oleh pengirim tidak boleh ikut masuk.",
        petunjuk="Simpan lembarnya sebagai berkas sendiri bila memang hendak diimpor.",
    ),
    EntriKatalog(
        kode="IMP808",
        judul="Baris berbeda dari catatan yang ada",
        tingkat="peringatan",
        penjelasan="Sumber dan catatan sama-sama mengisi dan isinya berbeda; nilai lama dipertahankan.",
        salah="data 85, sumber 90",
        benar="--timpa, atau --timpa-isian kematangan",
        alasan="Isian orang tidak ditimpa tanpa diminta.",
        petunjuk="Pakai --timpa atau --timpa-isian ISIAN bila nilai sumber yang benar.",
    ),
    EntriKatalog(
        kode="IMP809",
        judul="Baris dilewati",
        tingkat="galat",
        penjelasan="Baris tanpa judul atau perangkat daerah, atau isian wajibnya tidak terpetakan.",
        salah="Urusan Utama: PUPRX",
        benar="Urusan Utama: Pekerjaan umum dan penataan ruang",
        alasan="Catatan yang dibuat dengan isian tebakan menjadi galat, atau lebih buruk, diam-diam keliru.",
        petunjuk="Betulkan barisnya di sumber, lalu impor lagi.",
    ),
    EntriKatalog(
        kode="IMP810",
        judul="Isian ditinggalkan",
        tingkat="peringatan",
        penjelasan="Isian yang boleh kosong tidak terpetakan, jadi tidak ditulis; barisnya tetap diimpor.",
        salah="Koordinat: di belakang kantor",
        benar="Koordinat: -7.05,112.71",
        alasan="Yang tidak terbaca tidak ditebak.",
        petunjuk="Lengkapi di berkas catatannya.",
    ),
    EntriKatalog(
        kode="IMP811",
        judul="Catatan tidak dapat ditulis",
        tingkat="galat",
        penjelasan="Berkas berubah sejak dibaca, atau tidak dapat disunting tanpa mengubah isi lain.",
        salah="berkas sedang disunting orang lain",
        benar="ulangi impor sesudah penyuntingannya selesai",
        alasan="Suntingan orang lain tidak boleh hilang.",
        petunjuk="Ulangi perintahnya.",
    ),
    EntriKatalog(
        kode="IMP812",
        judul="Berkas bukti belum diserahkan",
        tingkat="peringatan",
        penjelasan="Isian menyebut berkas bukti yang belum ada di folder bukti OPD.",
        salah="berkas: bukti/sk.pdf (belum ada)",
        benar="bukti/sk.pdf disimpan di samping catatannya",
        alasan="Lembar dan formulir hanya membawa nama berkas, bukan isinya.",
        petunjuk="Minta berkasnya kepada OPD dan simpan di folder yang disebut.",
    ),
    EntriKatalog(
        kode="IMP813",
        judul="Kolom atau lembar tidak terbaca",
        tingkat="peringatan",
        penjelasan=(
            "Kolom berisi yang judulnya tidak dikenal atau berulang, kolom pada peta yang tidak ada di "
            "tabel, atau lembar dan kolom buku kerja kita yang hilang. Isinya tidak diimpor, dan isian "
            "catatannya tidak berubah."
        ),
        salah="dua kolom berjudul Kematangan",
        benar="satu kolom Kematangan",
        alasan="Kolom yang diam-diam tidak dibaca dikira sudah masuk.",
        petunjuk="Samakan judul kolomnya, atau pakai --peta, lalu impor lagi.",
    ),
    EntriKatalog(
        kode="IMP814",
        judul="Tanda petik CSV tidak lengkap",
        tingkat="galat",
        penjelasan=(
            "Sel yang dibuka dengan tanda petik tidak ditutup pada tempatnya, sehingga baris-baris "
            "sesudahnya dapat terbaca sebagai isi satu sel."
        ),
        salah='"Rumah Sehat,Dinas Kesehatan',
        benar='"Rumah Sehat",Dinas Kesehatan',
        alasan="Satu tanda petik yang tertinggal dapat menelan ratusan baris tanpa terlihat.",
        petunjuk="Betulkan tanda petiknya, atau simpan ulang sebagai .xlsx.",
    ),
    EntriKatalog(
        kode="IMP815",
        judul="Tanggal berurutan bulan/hari",
        tingkat="peringatan",
        penjelasan=(
            "Tabel memuat tanggal yang hanya dapat dibaca bulan/hari/tahun, seperti 08/17/2024. Bila "
            "sedikitnya tiga begitu dan tidak satu pun sebaliknya, semua tanggal berpemisah sama dibaca "
            "begitu; bila tercampur, yang dapat dibaca dua cara ditinggalkan."
        ),
        salah="04/14/2025 di samping 03/06/2023",
        benar="14-04-2025 di samping 06-03-2023",
        alasan="Lembar sebar berbahasa Inggris menulis ulang tanggal di CSV; 03/06 lalu berarti 6 Maret.",
        petunjuk="Bandingkan beberapa tanggal dengan aslinya, atau simpan sebagai .xlsx.",
    ),
    EntriKatalog(
        kode="IMP816",
        judul="Baris atau kolom tersembunyi",
        tingkat="peringatan",
        penjelasan=(
            "Baris dan kolom yang disembunyikan, juga oleh penyaring, tetap dibaca: tidak ada baris yang "
            "hilang hanya karena lembarnya sedang disaring."
        ),
        salah="baris 3 dan 5-9 disembunyikan penyaring",
        benar="semua baris tampak, atau baris yang tidak diperlukan dihapus",
        alasan="Yang tidak terlihat oleh pengirim dapat ikut masuk tanpa diketahuinya.",
        petunjuk="Hapus baris atau kolom itu di sumber bila tidak boleh ikut, lalu impor lagi.",
    ),
    EntriKatalog(
        kode="IMP817",
        judul="Dua baris berjudul sama",
        tingkat="peringatan",
        penjelasan=(
            "Dua baris baru satu OPD berjudul sama. Keduanya ditulis, karena tidak ada baris yang boleh "
            "hilang; bila memang satu inovasi, ia terhitung dua kali."
        ),
        salah="baris 3 dan 9: Posyandu Digital, Dinas Kesehatan",
        benar="satu baris Posyandu Digital",
        alasan="Baris yang tersalin dua kali menambah jumlah inovasi.",
        petunjuk="Hapus salah satu catatannya bila memang satu inovasi.",
    ),
    EntriKatalog(
        kode="IMP818",
        judul="OPD baru mirip yang terdaftar",
        tingkat="peringatan",
        penjelasan=(
            "Unit pada tabel tidak terdaftar, jadi didaftarkan sebagai OPD baru, padahal namanya hanya "
            "berbeda ejaan atau singkatan dari yang terdaftar."
        ),
        salah="Admin OPD: Dinas Kesehatn",
        benar="Admin OPD: Dinas Kesehatan",
        alasan="Satu OPD yang terpecah dua tampak tidak memenuhi target.",
        petunjuk="Bila sama, betulkan namanya di sumber, hapus OPD barunya dari data, lalu impor lagi.",
    ),
)
