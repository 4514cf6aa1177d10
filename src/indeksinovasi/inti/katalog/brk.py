"""Kode BRK: berkas dan YAML. Berkas bergalat BRK tidak dibaca isinya dan ditinggalkan dari hitungan."""

from __future__ import annotations

from indeksinovasi.inti.katalog.jenis import EntriKatalog

ENTRI: tuple[EntriKatalog, ...] = (
    EntriKatalog(
        kode="BRK001",
        judul="Berkas tidak dapat dibaca",
        tingkat="galat",
        penjelasan=(
            "Berkas tidak ada, bukan berkas biasa, atau tidak boleh dibaca. Isinya tidak diketahui, jadi "
            "berkas ini ditinggalkan dari hitungan."
        ),
        salah="2024/dinas-kesehatan/posyandu-digital.yaml   # tanpa izin baca",
        benar="2024/dinas-kesehatan/posyandu-digital.yaml   # dapat dibaca",
        alasan=(
            "Isi yang tidak terbaca tidak boleh ditebak, dan satu berkas yang rusak tidak boleh "
            "menghentikan penilaian berkas lain."
        ),
        petunjuk="Periksa keberadaan berkas dan izin bacanya.",
    ),
    EntriKatalog(
        kode="BRK002",
        judul="Isi berkas bukan UTF-8",
        tingkat="galat",
        penjelasan=(
            "Berkas harus disimpan dengan pengodean UTF-8. Berkas dengan pengodean lain ditinggalkan dari "
            "hitungan."
        ),
        salah="# disimpan sebagai Windows-1252 (ANSI)\nnama: Kafé Literasi",
        benar="# disimpan sebagai UTF-8\nnama: Kafé Literasi",
        alasan=(
            "YAML 1.2 ditulis dengan Unicode. Pada pengodean lain, huruf bertanda dan tanda petik miring "
            "berubah tanpa terlihat."
        ),
        petunjuk="Simpan ulang berkas dengan pengodean UTF-8.",
    ),
    EntriKatalog(
        kode="BRK003",
        judul="Sintaks YAML salah",
        tingkat="galat",
        penjelasan=(
            "Tulisan tidak mengikuti tata tulis YAML, misalnya titik dua di tengah nilai atau tanda petik "
            "yang tidak ditutup. Berkas ini ditinggalkan dari hitungan."
        ),
        salah="nama: Posyandu: Digital",
        benar='nama: "Posyandu: Digital"',
        alasan=(
            "YAML 1.2 memberi arti pada tanda baca tertentu; nilai yang memuatnya harus diapit tanda "
            "petik supaya terbaca sama di semua program."
        ),
        petunjuk="Betulkan tulisan pada baris ini; apit nilai dengan tanda petik bila perlu.",
    ),
    EntriKatalog(
        kode="BRK004",
        judul="Kunci tertulis dua kali",
        tingkat="galat",
        penjelasan=(
            "Satu kunci hanya boleh ada sekali di tempat yang sama. Berkas ini ditinggalkan dari hitungan "
            "karena tidak jelas nilai mana yang berlaku."
        ),
        salah=("status: draf\nurusan: kesehatan\nstatus: terkirim"),
        benar="status: terkirim\nurusan: kesehatan",
        alasan=(
            "YAML 1.2 mewajibkan kunci yang berbeda-beda; sebagian program membuang salah satu nilainya "
            "tanpa pemberitahuan."
        ),
        petunjuk="Hapus salah satu kunci dan sisakan nilai yang benar.",
    ),
    EntriKatalog(
        kode="BRK005",
        judul="Berkas kosong",
        tingkat="galat",
        penjelasan=(
            "Berkas tidak memuat isian apa pun, atau hanya komentar. Berkas ini ditinggalkan dari hitungan."
        ),
        salah="# diisi setelah rapat",
        benar=("nama: Posyandu Digital\nstatus: draf\ntahapan: inisiatif"),
        alasan="Berkas kosong mudah disangka inovasi yang sudah dilaporkan.",
        petunjuk="Isi berkas ini, atau hapus bila tidak diperlukan.",
    ),
    EntriKatalog(
        kode="BRK006",
        judul="Jangkar, alias, tag, kunci gabung, atau arahan YAML",
        tingkat="galat",
        penjelasan=(
            "Tanda rujukan YAML (&, *, !, <<, %) tidak dipakai dalam data ini. Berkas yang memuatnya "
            "ditinggalkan dari hitungan."
        ),
        salah=("indikator:\n  regulasi: &sama {parameter: 2}\n  pelaksana: *sama"),
        benar=("indikator:\n  regulasi: {parameter: 2}\n  pelaksana: {parameter: 2}"),
        alasan=(
            "Rujukan membuat satu perubahan berpengaruh di tempat yang tidak terlihat, dan tiap program "
            "membacanya berbeda. Data ini memakai bagian YAML 1.2 tanpa tanda tersebut."
        ),
        petunjuk="Tulis nilainya utuh; apit dengan tanda petik bila memang diawali &, *, atau !.",
    ),
    EntriKatalog(
        kode="BRK007",
        judul="Lebih dari satu dokumen dalam satu berkas",
        tingkat="galat",
        penjelasan=(
            "Baris --- memulai dokumen baru, sedangkan satu berkas hanya memuat satu catatan. Berkas ini "
            "ditinggalkan dari hitungan."
        ),
        salah=("nama: Posyandu Digital\nstatus: terkirim\n---\nnama: Posyandu Lansia\nstatus: draf"),
        benar=(
            "# posyandu-digital.yaml; Posyandu Lansia di berkas sendiri\n"
            "nama: Posyandu Digital\n"
            "status: terkirim"
        ),
        alasan=(
            "Nama berkas menjadi pengenal inovasi (2024/dinas-kesehatan/posyandu-digital), jadi dua "
            "inovasi tidak dapat berbagi berkas."
        ),
        petunjuk="Pindahkan dokumen kedua ke berkas sendiri, atau hapus garis --- yang berlebih.",
    ),
    EntriKatalog(
        kode="BRK008",
        judul="Karakter kendali di dalam teks",
        tingkat="galat",
        penjelasan="Teks memuat karakter yang tidak dapat dicetak. Berkas ini ditinggalkan dari hitungan.",
        salah="nama: Posyandu␇Digital   # ␇ mewakili karakter kendali U+0007",
        benar="nama: Posyandu Digital",
        alasan=(
            "YAML 1.2 hanya mengizinkan karakter yang dapat dicetak. Karakter kendali biasanya ikut "
            "tersalin dari pengolah kata atau PDF."
        ),
        petunjuk="Hapus karakter itu, lalu ketik ulang bagian teks di sekitarnya.",
    ),
    EntriKatalog(
        kode="BRK009",
        judul="Berkas terlalu besar atau susunannya terlalu dalam",
        tingkat="galat",
        penjelasan=(
            "Satu berkas paling besar 512 KiB dengan 10.000 baris dan isian, dan susunannya tidak boleh "
            "terlalu dalam. Berkas yang melebihinya ditinggalkan dari hitungan."
        ),
        salah="tujuan: |\n  (gambar yang ditempel sebagai teks, 700 KiB)",
        benar=(
            "tujuan: |\n"
            "  Mempercepat pencatatan hasil penimbangan balita.\n"
            "indikator:\n"
            "  monev:\n"
            "    fakta: internal\n"
            "    bukti: [{berkas: bukti/laporan-monev.pdf}]"
        ),
        alasan=(
            "Catatan inovasi hanya beberapa KiB; ukuran sebesar itu menandakan lampiran yang tertempel, "
            "dan membacanya memperlambat pemeriksaan seluruh daerah."
        ),
        petunjuk="Pindahkan lampiran ke folder bukti/ dan sederhanakan susunan berkas.",
    ),
    EntriKatalog(
        kode="BRK010",
        judul="Indentasi memakai tab",
        tingkat="galat",
        penjelasan=(
            "Awal baris hanya boleh memakai spasi. Berkas yang memakai tab ditinggalkan dari hitungan."
        ),
        salah="waktu:\n\tpenerapan: 2023-08-17   # diawali tab",
        benar="waktu:\n  penerapan: 2023-08-17   # diawali dua spasi",
        alasan="YAML 1.2 melarang tab untuk indentasi karena lebarnya berbeda pada tiap penyunting.",
        petunjuk="Ganti tab di awal baris dengan spasi.",
    ),
    EntriKatalog(
        kode="BRK011",
        judul="Akhiran berkas bukan .yaml",
        tingkat="peringatan",
        penjelasan=(
            "Catatan inovasi, spd, daerah, dan hasil_resmi harus berakhiran .yaml, dengan huruf "
            "kecil. Berkas .yml, .YAML, .yaml.txt, simpanan formulir .json, dan tabel inovasi (.xlsx, .csv) "
            "dilewati dan tidak ikut dihitung."
        ),
        salah="2024/dinas-kesehatan/posyandu-digital.yml",
        benar="2024/dinas-kesehatan/posyandu-digital.yaml",
        alasan="Satu akhiran mencegah dua berkas berbeda untuk satu pengenal inovasi.",
        petunjuk="Ganti akhiran berkas menjadi .yaml.",
    ),
    EntriKatalog(
        kode="BRK012",
        judul="Tautan simbolik dilewati",
        tingkat="peringatan",
        penjelasan=(
            "Tautan simbolik yang menunjuk keluar dari folder data, atau yang menunjuk sebuah folder, "
            "tidak diikuti. Isinya tidak ikut dihitung."
        ),
        salah="2024/dinas-kesehatan/posyandu-digital.yaml -> ../../../arsip/posyandu.yaml",
        benar="2024/dinas-kesehatan/posyandu-digital.yaml   # berkas biasa",
        alasan=(
            "Data harus tetap utuh ketika foldernya disalin atau dikirim, dan tautan tidak boleh membuka "
            "berkas di luar data yang diserahkan."
        ),
        petunjuk="Ganti tautan dengan salinan berkas atau foldernya.",
    ),
    EntriKatalog(
        kode="BRK013",
        judul="Berkas YAML di tempat yang tidak dibaca",
        tingkat="peringatan",
        penjelasan=(
            "Catatan inovasi hanya dibaca dari <tahun>/<opd>/ di dalam folder daerah, hasil_resmi.yaml hanya "
            "di sebelah daerah.yaml, dan spd.yaml hanya di folder tahun. Berkas ini tidak ikut dihitung."
        ),
        salah="2024/posyandu-digital.yaml",
        benar="2024/dinas-kesehatan/posyandu-digital.yaml",
        alasan=(
            "Letak berkas menentukan tahun pengukuran dan OPD pelapornya; di tempat lain keduanya tidak "
            "diketahui."
        ),
        petunjuk="Pindahkan berkas ke <tahun>/<opd>/.",
    ),
    EntriKatalog(
        kode="BRK022",
        judul="Folder mirip folder tahun",
        tingkat="peringatan",
        penjelasan=(
            "Folder tahun bernama tepat empat angka. Folder yang namanya hanya mirip tahun tidak dibaca, dan "
            "semua catatan di dalamnya tidak ikut dihitung."
        ),
        salah="2024 revisi/dinas-kesehatan/posyandu-digital.yaml",
        benar="2024/dinas-kesehatan/posyandu-digital.yaml",
        alasan="Nama folder menentukan tahun pengukuran; satu tahun hanya boleh berada di satu folder.",
        petunjuk="Ganti nama folder menjadi empat angka tahun, atau hapus bila hanya salinan.",
    ),
    EntriKatalog(
        kode="BRK023",
        judul="Nama berkas hampir benar",
        tingkat="peringatan",
        penjelasan=(
            "daerah.yaml, hasil_resmi.yaml, dan spd.yaml ditulis tepat demikian. Nama yang berbeda huruf "
            "besar, spasi, atau akhirannya tidak dibaca."
        ),
        salah="2024/SPD.yaml",
        benar="2024/spd.yaml",
        alasan=(
            "Sebagian sistem berkas membedakan huruf besar dan sebagian tidak; nama yang tepat terbaca sama "
            "di semua komputer."
        ),
        petunjuk="Ganti nama berkas menjadi daerah.yaml, hasil_resmi.yaml, atau spd.yaml.",
    ),
    EntriKatalog(
        kode="BRK014",
        judul="Tanda # memotong nilai",
        tingkat="peringatan",
        penjelasan=(
            "Spasi lalu # memulai komentar, juga di tengah nilai tanpa tanda petik: yang terbaca hanya "
            "sampai spasi itu. Komentar dengan spasi sesudah # tidak dilaporkan."
        ),
        salah="nama: Kelas Ibu #2",
        benar='nama: "Kelas Ibu #2"',
        alasan=(
            "Dua inovasi yang hanya berbeda sesudah tanda # tampak berjudul sama, dan salah satunya dapat "
            "terhapus."
        ),
        petunjuk="Apit seluruh nilainya dengan tanda petik.",
    ),
    EntriKatalog(
        kode="BRK015",
        judul="Tanda konflik git",
        tingkat="galat",
        penjelasan=(
            "Berkas masih memuat <<<<<<<, =======, atau >>>>>>> dari penggabungan yang belum selesai. Berkas "
            "ini ditinggalkan dari hitungan."
        ),
        salah="<<<<<<< HEAD\nnama: Posyandu Digital\n=======\nnama: Posyandu Lansia\n>>>>>>> cabang",
        benar="nama: Posyandu Digital",
        alasan="Di antara kedua sisi hanya pemilik catatan yang tahu mana yang benar.",
        petunjuk="Pilih salah satu sisi, lalu hapus ketiga baris tandanya.",
    ),
    EntriKatalog(
        kode="BRK016",
        judul="Spasi khusus di tempat spasi biasa",
        tingkat="galat",
        penjelasan=(
            "Spasi yang tersalin dari pengolah kata atau halaman web (misalnya U+00A0) tampak sama, tetapi "
            "bagi YAML bukan spasi: kunci dan nilainya menjadi satu kata."
        ),
        salah="nama:\u00a0Posyandu Digital   # U+00A0 sesudah titik dua",
        benar="nama: Posyandu Digital",
        alasan="YAML 1.2 hanya mengenal spasi U+0020 sebagai pemisah.",
        petunjuk="Ketik ulang spasinya dengan spasi biasa.",
    ),
    EntriKatalog(
        kode="BRK017",
        judul="Teks di bawah | atau > tidak menjorok",
        tingkat="galat",
        penjelasan=(
            "Teks panjang sesudah tanda | atau > harus menjorok lebih dalam daripada kuncinya. Berkas ini "
            "ditinggalkan dari hitungan."
        ),
        salah="rancang_bangun: |\nPermasalahan di posyandu",
        benar="rancang_bangun: |\n  Permasalahan di posyandu",
        alasan="Tanpa jorokan, baris teks terbaca sebagai kunci baru.",
        petunjuk="Jorokkan setiap baris teksnya dua spasi.",
    ),
)
