"""Membaca tabel orang lain: xlsx dan csv menjadi baris nilai. Tidak ada rumus yang dijalankan."""
