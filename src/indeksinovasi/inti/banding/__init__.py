"""Mengapa indeks berubah antara dua tahun atau dua dasar."""
