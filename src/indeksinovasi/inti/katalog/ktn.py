"""Kode KTN: berkas tahun dan berkas lomba daerah. Galat membuat berkasnya tidak dapat dipakai menilai."""

from __future__ import annotations

from indeksinovasi.inti.katalog.jenis import EntriKatalog

ENTRI: tuple[EntriKatalog, ...] = (
    EntriKatalog(
        kode="KTN701",
        judul="Rentang dua tingkat tumpang tindih",
        tingkat="peringatan",
        penjelasan=(
            "Satu bilangan masuk dua tingkat. Tingkat rendah dihitung, dan rentang indeks memuat keduanya."
        ),
        salah=("tingkat:\n  1: {min: 1, maks: 10}\n  2: {min: 10, maks: 30}\n  3: {min: 31}"),
        benar=("tingkat:\n  1: {min: 1, maks: 10}\n  2: {min: 11, maks: 30}\n  3: {min: 31}"),
        alasan=(
            "Sumber 2026 sendiri memuat beberapa rentang SPD yang tumpang tindih 0,01; rentang seperti "
            "itu dibiarkan sesuai sumber dan dicatat."
        ),
        petunjuk="Cocokkan dengan naskah; bila memang begitu, tulis pada catatan indikator.",
    ),
    EntriKatalog(
        kode="KTN702",
        judul="Celah antara rentang dua tingkat",
        tingkat="peringatan",
        penjelasan=(
            "Ada bilangan yang tidak masuk tingkat mana pun. Tingkat di bawah celah dihitung, dan rentang "
            "indeks memuat tingkat di atasnya."
        ),
        salah=("satuan: persen\ntingkat:\n  1: {maks: 50}\n  2: {min: 51, maks: 90}\n  3: {min: 91}"),
        benar=("satuan: persen\ntingkat:\n  1: {maks: 50}\n  2: {min: 50.01, maks: 90}\n  3: {min: 90.01}"),
        alasan=(
            "Fakta dibulatkan ke dua desimal, jadi rentang pecahan harus bersambung pada 0,01. Celah yang "
            "ada pada sumber dibiarkan dan dicatat."
        ),
        petunjuk="Cocokkan dengan naskah; bila memang begitu, tulis pada catatan indikator.",
    ),
    EntriKatalog(
        kode="KTN703",
        judul="Tingkat tidak dapat dicapai",
        tingkat="peringatan",
        penjelasan=(
            "Tidak ada fakta yang mungkin untuk tingkat ini. Skor tertinggi pada tabel menjadi tidak "
            "tercapai."
        ),
        salah=(
            "mungkin: {min: 0, maks: 5}\n"
            "tingkat:\n"
            "  1: {min: 1, maks: 2}\n"
            "  2: {min: 3, maks: 4}\n"
            "  3: {min: 6}"
        ),
        benar=(
            "mungkin: {min: 0, maks: 5}\n"
            "tingkat:\n"
            "  1: {min: 1, maks: 2}\n"
            "  2: {min: 3, maks: 4}\n"
            "  3: {min: 5, maks: 5}"
        ),
        alasan="Maksimum dihitung dari bobot × 3, sehingga setiap indikator harus dapat mencapai tingkat 3.",
        petunjuk="Betulkan rentang atau batas mungkin.",
    ),
    EntriKatalog(
        kode="KTN704",
        judul="Kontrol berbeda dari hitungan",
        tingkat="galat",
        penjelasan=(
            "Cacah, jumlah bobot, atau maksimum yang diketik tidak sama dengan hitungan tabelnya. Berkas "
            "ini tidak dipakai menilai."
        ),
        salah=("# jumlah bobot 37, jadi 37 × 3 = 111\nkontrol:\n  jumlah_bobot_sid: 37\n  maksimum_sid: 110"),
        benar=("kontrol:\n  jumlah_bobot_sid: 37\n  maksimum_sid: 111"),
        alasan=(
            "Kontrol diketik dari pedoman, bukan dari hasil hitung, supaya salah ketik pada bobot ketahuan."
        ),
        petunjuk="Cocokkan tabel dan kontrol dengan naskah, lalu betulkan yang salah.",
    ),
    EntriKatalog(
        kode="KTN705",
        judul="Sumber tidak disebut atau tidak terdaftar",
        tingkat="peringatan",
        penjelasan=(
            "Bilangan tidak menyebut sumber, atau kunci sumbernya tidak ada pada daftar sumber. Nilai "
            "tetap dihitung."
        ),
        salah=(
            "sumber: {paparan: Paparan Sosialisasi IID 2023}\n"
            "rumus:\n"
            "  pembagi_minimal: {nilai: 10, kepastian: pasti, sumber: [slaid]}"
        ),
        benar=(
            "sumber: {paparan: Paparan Sosialisasi IID 2023}\n"
            "rumus:\n"
            "  pembagi_minimal: {nilai: 10, kepastian: pasti, sumber: [paparan]}"
        ),
        alasan=(
            "Dasar penilaian adalah UU 23/2014 pasal 386-389, PP 38/2017, Permendagri 104/2018, dan "
            "pedoman tahunnya; tiap bilangan harus dapat ditelusuri ke sumbernya."
        ),
        petunjuk="Tulis kunci sumber yang terdaftar, atau tambahkan pada sumber.",
    ),
    EntriKatalog(
        kode="KTN706",
        judul="Bentuk berkas tahun salah",
        tingkat="galat",
        penjelasan=(
            "Ada kunci tak dikenal, kunci yang kurang, atau tipe yang salah. Berkas tahun ini tidak "
            "dipakai menilai."
        ),
        salah=("tahun: 2026\nrevisi: satu\nskala: normal"),
        benar=("tahun: 2026\nrevisi: 1\nskala: normal"),
        alasan=(
            "Aturan yang terbaca sebagian menghasilkan indeks yang salah tanpa tanda, jadi berkas ditolak "
            "seluruhnya."
        ),
        petunjuk="Betulkan kunci atau nilai ini menurut `indeks skema metode`.",
    ),
    EntriKatalog(
        kode="KTN707",
        judul="Celah antarpredikat",
        tingkat="peringatan",
        penjelasan=(
            "Ada skor dua desimal yang tidak masuk predikat mana pun, atau masuk dua predikat. Predikat "
            "tetap diambil dari batas mulai."
        ),
        salah=(
            "predikat:\n"
            "  - nama: Sangat Inovatif\n"
            "    mulai: {nilai: 60.01, kepastian: pasti}\n"
            "  - nama: Inovatif\n"
            "    mulai: {nilai: 35.00, kepastian: pasti}\n"
            "    sampai: 59.99"
        ),
        benar=(
            "predikat:\n"
            "  - nama: Sangat Inovatif\n"
            "    mulai: {nilai: 60.01, kepastian: pasti}\n"
            "  - nama: Inovatif\n"
            "    mulai: {nilai: 35.00, kepastian: pasti}\n"
            "    sampai: 60.00"
        ),
        alasan=(
            "Predikat diambil dari indeks yang sudah dibulatkan dua desimal, jadi batasnya harus "
            "bersambung pada 0,01."
        ),
        petunjuk="Sambungkan batas sampai dengan mulai predikat di atasnya.",
    ),
    EntriKatalog(
        kode="KTN708",
        judul="Asumsi tidak lengkap",
        tingkat="peringatan",
        penjelasan=(
            "Bilangan yang tidak terbit harus berkepastian lemah, beralasan, dan menyebut kemungkinan "
            "lain. Tanpa itu rentang indeks terlalu sempit."
        ),
        salah=("pembagi_minimal:\n  nilai: 10\n  kemungkinan: [10, 12]\n  kepastian: pasti"),
        benar=(
            "pembagi_minimal:\n"
            "  nilai: 10\n"
            "  kemungkinan: [10, 12]\n"
            "  kepastian: lemah\n"
            "  alasan: Tidak ditemukan; 2023 memakai 10 dan 2026 memakai 12."
        ),
        alasan=(
            "Bilangan yang tidak pernah diterbitkan tidak boleh tampak pasti; setiap hasil menyebut "
            "asumsi yang menopangnya."
        ),
        petunjuk="Tandai lemah, lalu tulis alasan dan kemungkinannya.",
    ),
    EntriKatalog(
        kode="KTN709",
        judul="Indikator tertulis dua kali",
        tingkat="galat",
        penjelasan=(
            "Dua baris memakai kode yang sama, sehingga tidak jelas bobot mana yang berlaku. Berkas tahun "
            "tahun ini tidak dipakai menilai."
        ),
        salah=("indikator:\n  - {kode: regulasi, bobot: 3}\n  - {kode: regulasi, bobot: 2}"),
        benar=("indikator:\n  - {kode: regulasi, bobot: 3}\n  - {kode: sdm, bobot: 2}"),
        alasan="Kode menghubungkan baris tabel dengan isian inovasi; satu kode hanya boleh satu baris.",
        petunjuk="Ganti kode atau hapus baris yang berlebih.",
    ),
    EntriKatalog(
        kode="KTN710",
        judul="Tingkat 1 sampai 3 tidak lengkap",
        tingkat="peringatan",
        penjelasan=(
            "Uraian atau aturan indikator tidak memuat ketiga tingkat. Tingkat yang hilang tidak dapat "
            "diperoleh dari fakta."
        ),
        salah=("tingkat:\n  1: {min: 1, maks: 10}\n  3: {min: 31}"),
        benar=("tingkat:\n  1: {min: 1, maks: 10}\n  2: {min: 11, maks: 30}\n  3: {min: 31}"),
        alasan=(
            "Tabel indikator yang ditemukan selalu memuat tiga tingkat; 0 berarti belum memenuhi tingkat 1."
        ),
        petunjuk="Lengkapi ketiga tingkat menurut naskah.",
    ),
    EntriKatalog(
        kode="KTN711",
        judul="Bobot atau ambang tidak ditemukan",
        tingkat="saran",
        penjelasan=(
            "Bobot atau ambang dikosongkan (null) karena tidak ditemukan. Skor menjadi paling sedikit, "
            "atau predikat hanya dapat disebut kemungkinannya."
        ),
        salah=("- kode: bimtek\n  nama: Bimtek Inovasi\n  bobot: null"),
        benar=("- kode: bimtek\n  nama: Bimtek Inovasi\n  bobot: 2   # menurut naskah yang ditemukan"),
        alasan=(
            "Bilangan yang tidak ditemukan tidak diisi perkiraan; pada 2020 hanya tiga dari 21 bobot SID "
            "yang diketahui."
        ),
        petunjuk="Isi bila naskahnya ditemukan, lengkap dengan sumbernya.",
    ),
    EntriKatalog(
        kode="KTN712",
        judul="Prognosis, bukan aturan",
        tingkat="saran",
        penjelasan=(
            "Berkas tahun ini berstatus prognosis. Hasilnya hanya perkiraan dan tidak dapat dipakai "
            "sebagai penilaian mandiri."
        ),
        salah="tahun: 2027\nstatus: prognosis",
        benar="tahun: 2027\nstatus: resmi   # setelah pedoman 2027 terbit",
        alasan=(
            "Bilangan 2027-2029 dikutip satu sumber saja; bobot, ambang, predikat, dan jendelanya belum "
            "diumumkan."
        ),
        petunjuk="Pakai hanya untuk perencanaan, dan perbarui setelah pedomannya terbit.",
    ),
    EntriKatalog(
        kode="KTN713",
        judul="Bilangan di luar batas",
        tingkat="galat",
        penjelasan=(
            "Bilangan berkas tahun paling besar 1.000.000.000.000.000 dengan sepuluh desimal. Pembagi "
            "minimal bilangan bulat 1 ke atas, maksimum lebih dari 0, poin dan banyaknya tidak negatif. "
            "Berkas tahun ini tidak dipakai menilai."
        ),
        salah="maksimum:\n  total: {nilai: 0, kepastian: pasti}",
        benar="maksimum:\n  total: {nilai: 214, kepastian: pasti}",
        alasan="Pembagi nol atau negatif tidak menghasilkan indeks; bilangan sebesar itu salah ketik.",
        petunjuk="Cocokkan bilangan itu dengan naskahnya.",
    ),
    EntriKatalog(
        kode="KTN714",
        judul="Terlalu banyak kemungkinan",
        tingkat="galat",
        penjelasan=(
            "Satu konstanta paling banyak punya 20 kemungkinan. Berkas tahun ini tidak dipakai menilai."
        ),
        salah="rumus:\n  pembagi_minimal: {nilai: 10, kemungkinan: [1, 2, 3, …, 59], kepastian: lemah}",
        benar="rumus:\n  pembagi_minimal: {nilai: 10, kemungkinan: [5, 10, 20], kepastian: lemah}",
        alasan="Rentang indeks hanya ditentukan kemungkinan terendah dan tertinggi.",
        petunjuk="Sisakan kemungkinan yang terendah, yang tertinggi, dan yang dipakai.",
    ),
)
