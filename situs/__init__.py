"""Situs dokumentasi: menjalankan perintah di halamannya dan membangkitkan halaman acuan."""
