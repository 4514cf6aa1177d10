"""Judul dan uraian setiap kunci berkas tahun ``indikator/<tahun>.yaml``, untuk skema."""

from __future__ import annotations

from collections.abc import Mapping

from indeksinovasi.inti.model.dasar import Model
from indeksinovasi.inti.model.metode import (
    Agregasi,
    AturanBasis,
    AturanJumlah,
    AturanKali,
    AturanLain,
    AturanPilihan,
    AturanRentang,
    AturanTahun,
    DiAntara,
    Indikator,
    Jendela,
    JumlahInovasi,
    Kalender,
    Kelayakan,
    Konstanta,
    Kontrol,
    Maksimum,
    Metode,
    Pembulatan,
    Predikat,
    Rentang,
    Rumus,
    Saklar,
)
from indeksinovasi.keluaran.skema.uraian import Uraian

_KEPASTIAN = Uraian(
    "Kepastian", "Seberapa pasti angka ini. Pada indikator: yang terlemah antara bobot dan tingkat."
)
_SUMBER = Uraian("Sumber", "Kunci pada daftar `sumber` di atas.")
_ALASAN = Uraian("Alasan", "Mengapa angka ini dipakai; perlu bila angkanya asumsi.")
_KEMUNGKINAN = Uraian(
    "Kemungkinan", "Nilai lain yang mungkin bila ini asumsi; rentang indeks memuat semuanya."
)
_KETENTUAN = {
    "kepastian": _KEPASTIAN,
    "diperoleh": Uraian("Diperoleh", "Tertulis, disimpulkan, atau dipilih agar cocok."),
    "sumber": _SUMBER,
    "alasan": _ALASAN,
}
_JENIS = Uraian("Jenis aturan", "Cara fakta menjadi tingkat.")
_SATUAN = Uraian("Satuan", "Satuan bilangan, misalnya orang atau hari.")
_TANGGA = Uraian(
    "Rentang tiap tingkat",
    "Tingkat 1 sampai 3; kedua ujung rentang termasuk, ujung yang tidak ditulis terbuka.",
    potongan={
        "1": {"min": "${1:1}", "maks": "${2:10}"},
        "2": {"min": "${3:11}", "maks": "${4:30}"},
        "3": {"min": "${5:31}"},
    },
)
_CATATAN = Uraian("Catatan", "Daftar keterangan untuk pembaca.")

URAIAN_METODE: Mapping[type[Model], Mapping[str, Uraian]] = {
    Metode: {
        "tahun": Uraian("Tahun pengukuran", "T-0; T-1 dan T-2 dihitung darinya."),
        "revisi": Uraian("Revisi", "Naikkan setiap kali sebuah angka berubah."),
        "status": Uraian("Status", "Dari mana aturan ini disusun."),
        "nama": Uraian("Nama", "Nama metode untuk laporan."),
        "keterangan": Uraian("Keterangan", "Ringkasan: apa yang pasti dan apa yang diragukan."),
        "dasar_hukum": Uraian("Dasar hukum", "Daftar peraturan dan pedoman."),
        "sumber": Uraian("Sumber", "Kunci dan keterangan setiap sumber; kuncinya dipakai di seluruh berkas."),
        "skala": Uraian("Skala", "Indeks 0-100 atau jumlah poin."),
        "variabel": Uraian("Variabel", "Nama variabel menurut urutan."),
        "kepastian_variabel": _KEPASTIAN,
        "rumus": Uraian("Rumus", "Konstanta rumus; bentuk rumusnya tetap."),
        "maksimum": Uraian("Skor tertinggi", "Skor tertinggi tiap bagian, dalam poin."),
        "predikat": Uraian("Predikat", "Dari yang terbaik."),
        "kelayakan": Uraian("Kelayakan", "Syarat ikut dinilai."),
        "urusan_wajib": Uraian("Urusan wajib", "Kode urusan yang harus terisi."),
        "spd_nama_saja": Uraian(
            "Nama indikator SPD", "Untuk tahun yang hanya nama indikator SPD-nya ditemukan."
        ),
        "lembar_lain": Uraian("Lembar lain", "Lembar yang berbeda dan tidak dipakai menilai."),
        "kontrol": Uraian(
            "Kontrol", "Angka dari pedoman yang dihitung kembali dari tabel saat berkas dimuat."
        ),
        "indikator": Uraian("Indikator", "Baris tabel: SPD lalu SID, menurut nomor."),
    },
    Rumus: {
        "sid": Uraian("Penggabungan", "Cara kematangan inovasi menjadi skor SID."),
        "pembagi_minimal": Uraian(
            "Pembagi minimal", "Pembagi = yang terbesar antara angka ini dan n. Tanpa ini: n."
        ),
        "ditolak_ikut_pembagi": Uraian(
            "Ditolak ikut pembagi", "Apakah inovasi yang ditolak tetap menjadi pembagi."
        ),
        "jumlah_inovasi": Uraian(
            "Skor jumlah inovasi", "min(n, maksimum) × poin. Tanpa ini: tidak ada skor jumlah."
        ),
        "urusan_wajib_minimal": Uraian("Urusan wajib minimal", "Kurang dari ini, skor jumlah inovasi 0."),
        "pembulatan": Uraian("Pembulatan", "Apakah predikat diambil dari indeks yang sudah dibulatkan."),
    },
    Agregasi: {**_KETENTUAN, "cara": Uraian("Cara", "Dijumlahkan atau dirata-rata.")},
    Konstanta: {
        **_KETENTUAN,
        "nilai": Uraian("Nilai", "Angka yang dipakai; `null` bila tidak ditemukan."),
        "kemungkinan": _KEMUNGKINAN,
    },
    Saklar: {
        **_KETENTUAN,
        "nilai": Uraian("Nilai", "`true` atau `false`."),
        "kemungkinan": _KEMUNGKINAN,
    },
    Pembulatan: {
        **_KETENTUAN,
        "nilai": Uraian("Nilai", "Selalu `terbulat`: predikat mengikuti indeks yang ditampilkan."),
        "kemungkinan": _KEMUNGKINAN,
    },
    JumlahInovasi: {
        "poin": Uraian("Poin", "Poin tiap inovasi yang dihitung."),
        "maksimum": Uraian("Maksimum", "Banyaknya inovasi yang paling banyak diberi poin."),
    },
    Maksimum: {
        "spd": Uraian("SPD", "Skor tertinggi SPD."),
        "sid_indikator": Uraian("Kematangan", "Kematangan tertinggi satu inovasi."),
        "jumlah_inovasi": Uraian("Jumlah inovasi", "Skor tertinggi jumlah inovasi."),
        "total": Uraian("Total", "Skor tertinggi seluruhnya; indeks = skor / total × 100."),
    },
    Predikat: {
        "nama": Uraian("Nama predikat", "Misalnya Sangat Inovatif."),
        "mulai": Uraian("Mulai", "Batas bawah, dibandingkan dengan skor yang sudah dibulatkan."),
        "sampai": Uraian("Sampai", "Batas atas yang tertulis pada sumber."),
        "di_antara": Uraian("Di antara", "Kisaran batas bawah bila nilainya tidak ditemukan."),
    },
    DiAntara: {
        "lebih_dari": Uraian("Lebih dari", "Batas bawah pasti lebih dari ini."),
        "paling_banyak": Uraian("Paling banyak", "Batas bawah pasti tidak melebihi ini."),
    },
    Kelayakan: {
        "penerapan": Uraian("Jendela penerapan", "Rentang tanggal penerapan yang diterima."),
        "pengembangan_dalam_jendela": Uraian(
            "Pengembangan dalam jendela",
            "`true` bila inovasi lama yang dikembangkan di dalam jendela juga diterima.",
        ),
        "tahapan": Uraian("Tahapan", "Tahapan yang boleh ikut."),
        "rancang_bangun_min_kata": Uraian("Kata minimal", "Banyaknya kata rancang bangun paling sedikit."),
        "rancang_bangun_bagian": Uraian("Bagian rancang bangun", "Bagian yang diminta pedoman."),
        "tematik": Uraian("Tematik", "Tema tahun itu."),
        "penjaringan": Uraian("Penjaringan", "Tanggal penjaringan, YYYY-MM-DD."),
        "catatan": _CATATAN,
    },
    Jendela: {
        "mulai": Uraian("Mulai", "Tanggal pertama, termasuk; YYYY-MM-DD."),
        "sampai": Uraian("Sampai", "Tanggal terakhir, termasuk; YYYY-MM-DD."),
        "kepastian": _KEPASTIAN,
        "sumber": _SUMBER,
    },
    Kontrol: {
        "jumlah_indikator_spd": Uraian("Baris SPD", "Banyaknya baris SPD."),
        "jumlah_indikator_sid": Uraian("Baris SID", "Banyaknya baris SID."),
        "jumlah_bobot_spd": Uraian("Bobot SPD", "Jumlah bobot SPD."),
        "jumlah_bobot_sid": Uraian("Bobot SID", "Jumlah bobot SID."),
        "maksimum_spd": Uraian("Maksimum SPD", "Jumlah bobot SPD × 3."),
        "maksimum_sid": Uraian("Maksimum SID", "Jumlah bobot SID × 3."),
        "maksimum_jumlah_inovasi": Uraian("Maksimum jumlah inovasi", "Poin × maksimum."),
        "maksimum_total": Uraian("Maksimum seluruhnya", "Jumlah ketiganya."),
        "jumlah_wajib": Uraian("Baris wajib", "Banyaknya baris bertanda wajib."),
    },
    Kalender: {
        "bergerak": Uraian("Bergerak", "`false` bila yang diukur sudah lewat sebelum T-0."),
        "kepastian": _KEPASTIAN,
        "sumber": _SUMBER,
        "alasan": Uraian("Alasan", "Kurun yang diukur, atau dari mana disimpulkan."),
    },
    Indikator: {
        "kode": Uraian(
            "Kode",
            "Kunci di berkas data, sama untuk semua tahun.",
            pesan_pola="Pakai huruf kecil, angka, dan garis bawah.",
        ),
        "nomor": Uraian("Nomor", 'Nomor pada pedoman tahun itu, dalam tanda petik: `"16"`, `"2a"`.'),
        "aspek": Uraian("Aspek", "Tingkat daerah atau tiap inovasi."),
        "variabel": Uraian("Variabel", "Salah satu dari `variabel` di atas."),
        "nama": Uraian("Nama", "Nama pada pedoman."),
        "nama_induk": Uraian("Nama induk", "Nama indikator yang dibagi menjadi a dan b."),
        "bobot": Uraian(
            "Bobot", "Poin tiap tingkat; `null` bila tidak ditemukan. Skor baris = bobot × tingkat."
        ),
        "wajib": Uraian("Wajib", "`true` bila bertanda wajib; `null` bila tandanya tidak ditemukan."),
        "tingkat": Uraian("Uraian tingkat", "Kalimat pedoman untuk tingkat 1 sampai 3."),
        "aturan": Uraian("Aturan", "Cara fakta menjadi tingkat; inilah yang dihitung."),
        "aturan_lain": Uraian(
            "Aturan lain", "Lembar lain yang juga terbit: yang rendah dihitung, keduanya kandidat."
        ),
        "bukti": Uraian("Bukti", "Bukti yang diminta pedoman."),
        "format_bukti": Uraian(
            "Format bukti", "Jenis berkas yang diterima, misalnya `[pdf, jpg]`; `tautan` untuk alamat."
        ),
        "ukuran_maks_mb": Uraian("Ukuran maksimum", "Ukuran berkas bukti paling besar, dalam MB."),
        "alternatif": Uraian("Alternatif", "Keterangan sumber yang berbeda."),
        "catatan": _CATATAN,
        "kalender": Uraian(
            "Kalender",
            "Apakah tingkatnya masih dapat bergerak pada tahun pengukuran; dibaca `indeks rencana`.",
        ),
        "kepastian": _KEPASTIAN,
        "sumber": _SUMBER,
    },
    AturanLain: {
        "keterangan": Uraian("Keterangan", "Lembar yang mana."),
        "sumber": _SUMBER,
        "aturan": Uraian("Aturan", "Aturan menurut lembar itu."),
    },
    Rentang: {
        "min": Uraian("Paling kecil", "Termasuk; tidak ditulis bila terbuka. Pakai titik desimal."),
        "maks": Uraian("Paling besar", "Termasuk; tidak ditulis bila terbuka. Pakai titik desimal."),
    },
    AturanRentang: {
        "jenis": _JENIS,
        "satuan": _SATUAN,
        "bulat": Uraian("Bilangan bulat", "`true` untuk yang dicacah: orang, kali, unsur."),
        "arah": Uraian("Arah", "Makin besar atau makin kecil makin baik."),
        "tingkat": _TANGGA,
        "mungkin": Uraian("Yang mungkin", "Fakta di luar rentang ini mustahil dan bernilai 0."),
        "pilihan": Uraian("Kata pengganti", "Kata yang boleh menggantikan bilangan, dengan tingkatnya."),
        "perubahan": Uraian("Perubahan", "Cara memperoleh bilangan dari nilai per tahun."),
    },
    AturanPilihan: {
        "jenis": _JENIS,
        "tingkat": Uraian(
            "Tingkat tiap pilihan",
            "Satu tingkat, atau daftar dua tingkat bila pedoman tidak memutuskan (yang rendah dihitung).",
        ),
        "banyak": Uraian("Boleh banyak", "`true` bila faktanya daftar; yang terbaik dihitung."),
    },
    AturanJumlah: {
        "jenis": _JENIS,
        "satuan": _SATUAN,
        "tingkat": _TANGGA,
        "kelompok": Uraian(
            "Kelompok", "Anggota yang dihitung sebagai satu; tanpa ini tiap anggota berbeda dihitung."
        ),
    },
    AturanTahun: {
        "jenis": _JENIS,
        "tingkat": Uraian(
            "Himpunan tahun tiap tingkat", "Terpenuhi bila fakta memuat semua tahun salah satu himpunan."
        ),
    },
    AturanKali: {
        "jenis": _JENIS,
        "jendela": Uraian("Jendela", "Tahun yang kalinya dijumlahkan."),
        "tingkat": _TANGGA,
    },
    AturanBasis: {
        "jenis": _JENIS,
        "basis": Uraian("Basis ukur", "Rentang tiap basis, misalnya orang, unit, belanja."),
    },
}
